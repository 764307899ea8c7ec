"""`aanzet demo`: an address to open, nothing else needed, and nothing left behind."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from bot.settings import names
from tests.cli.command import Aanzet, contents, refusal
from tests.spec import within
from tests.spec.published import Published
from tests.spec.watch import Watch, WatchPlugin


@pytest.fixture
def bare(alone: Aanzet, plugin: WatchPlugin, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Aanzet]:
    """The command with nothing set; its own simulator's calls are checked within its process."""
    for name in names():
        alone.settings.pop(name, None)
    if plugin.watch is None:
        yield alone
        return
    report = tmp_path_factory.mktemp("watch") / "calls"
    alone.program = (within.__file__, str(report))
    if specification := os.environ.get("AANZET_BOT_API_SPEC"):
        alone.settings["AANZET_BOT_API_SPEC"] = str(Path(specification).resolve())
    yield alone
    plugin.watch.read(report)


async def _address(process: asyncio.subprocess.Process) -> str:
    assert process.stdout is not None
    async with asyncio.timeout(30):
        line = (await process.stdout.readline()).decode()
    assert line.startswith("Phones: http://127.0.0.1:"), line
    return line.split()[1]


async def _state(url: str) -> dict[str, object]:
    async with httpx.AsyncClient(trust_env=False) as client:
        assert "<!doctype html>" in (await client.get(url)).text
        state = await client.get(f"{url}sim/state")
        found: dict[str, object] = state.json()
        return found


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_it_shows_phones_and_leaves_nothing_behind(bare: Aanzet, number: signal.Signals) -> None:
    """No setting, no token, no directory; the temporary one is gone after Ctrl-C and after SIGTERM."""
    process = await bare.start("demo", "--port", "0")
    try:
        state = await _state(await _address(process))
        assert "Sanne" in str(state)
        assert len(list((bare.home / "tmp").iterdir())) == 1
        process.send_signal(number)
        async with asyncio.timeout(10):
            _, err = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
    assert (process.returncode, err.decode()) == (0, "")
    assert list((bare.home / "tmp").iterdir()) == []
    assert [path.name for path in bare.home.iterdir()] == ["tmp"]


async def test_its_own_calls_are_checked_within_it(bare: Aanzet, published: Published) -> None:
    """The watch in its process sees the bot greet the simulator beside it; what it saw comes into the sum of the run."""
    process = await bare.start("demo", "--port", "0")
    await _address(process)
    process.send_signal(signal.SIGTERM)
    async with asyncio.timeout(10):
        await process.communicate()
    report = Path(bare.program[1])
    watch = Watch(published)
    watch.read(report)
    assert {"getMe", "setMyCommands"} <= set(watch.counts)
    assert watch.wrong == []


async def test_the_clock_shows_what_was_asked_and_data_are_kept(bare: Aanzet) -> None:
    """`--now` is Dutch time; `--data` survives the end and can be used again."""
    for _ in range(2):
        process = await bare.start("demo", "--port", "0", "--data", "kept", "--now", "2026-11-23T09:00")
        state = await _state(await _address(process))
        assert "2026-11-23T08:00" in str(state)
        process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(10):
            await process.communicate()
        assert process.returncode == 0
    assert {"aanzet.db", "keys.db", "demo.key"} <= {path.name for path in (bare.home / "kept").iterdir()}


async def test_real_data_are_refused(bare: Aanzet, filled: Path) -> None:
    """A demo must never write among what people said."""
    before = contents(filled)
    refusal(await bare("demo", "--port", "0", "--data", str(filled)), "not of a demo", "--data")
    assert contents(filled) == before
