"""What the command costs as a process: memory at rest, and how long until it is there. The simulator is another process."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from bot.clock import SystemClock
from bot.simulator import TOKEN, Simulator, create_app, serving
from tests.bench.contest import REPETITIONS
from tests.bench.rows import Row, median_of
from tests.cli.command import KEY, Aanzet

REST_SECONDS = 3.0
MEMORY_TARGET_MB, ANSWER_TARGET_SECONDS, CHECK_TARGET_SECONDS, DEMO_TARGET_SECONDS = 120.0, 2.0, 2.0, 3.0


def memory_mb(pid: int) -> float:
    """The resident set, in megabytes: Linux only."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024


async def processes(directory: Path) -> list[Row]:
    """Every figure of a whole process."""
    first, later, answers, checks, demos = [], [], [], [], []
    for number in range(REPETITIONS):
        simulator = Simulator(SystemClock())
        async with serving(create_app(simulator), simulator) as url:
            home = directory / f"home{number}"
            home.mkdir(parents=True)
            aanzet = command(home, url)
            async with aanzet.running() as running:
                await asyncio.sleep(REST_SECONDS)
                first.append(memory_mb(running.pid))
            person = simulator.add_person("Sanne")
            simulator.open_link(person)
            began = time.perf_counter()
            async with aanzet.running() as running:
                await simulator.wait_for(person, lambda _: True, timeout=30)
                answers.append(time.perf_counter() - began)
                await asyncio.sleep(REST_SECONDS)
                later.append(memory_mb(running.pid))
            checks.append(await _seconds(lambda one=aanzet: one("check")))  # type: ignore[misc]
            demos.append(await _until_the_phones(aanzet))
    return [
        median_of("memory of `aanzet run` at rest (RSS)", later, "MB", MEMORY_TARGET_MB),
        median_of("memory at rest after the first start ever", first, "MB", MEMORY_TARGET_MB),
        median_of("`aanzet run`: start to first answer", answers, "s", ANSWER_TARGET_SECONDS),
        median_of("`aanzet demo`: start to phones", demos, "s", DEMO_TARGET_SECONDS),
        median_of("`aanzet check`", checks, "s", CHECK_TARGET_SECONDS),
    ]


def command(home: Path, url: str) -> Aanzet:
    """The command with its settings: its data in `home`, Telegram at `url`."""
    settings = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": url, "AANZET_MASTER_KEY": KEY, "AANZET_PORT": "0"}
    return Aanzet(home, settings)


async def _seconds(work: Callable[[], Awaitable[object]]) -> float:
    began = time.perf_counter()
    await work()
    return time.perf_counter() - began


async def _until_the_phones(aanzet: Aanzet) -> float:
    began = time.perf_counter()
    process = await aanzet.start("demo", "--port", "0")
    if process.stdout is None:
        raise RuntimeError("no output")
    line = await process.stdout.readline()
    found = time.perf_counter() - began
    process.terminate()
    await process.communicate()
    if not line.startswith(b"Phones:"):
        raise RuntimeError("the demo did not start")
    return found
