"""Shows, by the system calls of `aanzet run`, that what is told to Telegram is on the disk first. Needs strace.

    .venv/bin/python -m tests.torture.traced

Somebody sends a message; what is printed are the syncs and the calls of Telegram that follow, in their order.
"""

from __future__ import annotations

import asyncio
import base64
import os
import re
import shutil
import signal
import sys
import tempfile
from pathlib import Path

from bot.clock import SystemClock
from bot.simulator import TOKEN, Simulator, create_app, serving

SYNC = re.compile(r"(?:fdatasync|fsync)\(\d+<([^>]*)>")
CALL = re.compile(r'"POST /bot[^/]*/(getUpdates|sendMessage) ')


async def traced(directory: Path) -> list[str]:
    """The syncs and calls from somebody's message to the mark that its answer arrived."""
    simulator = Simulator(SystemClock())
    trace = directory / "trace"
    async with serving(create_app(simulator), simulator) as url:
        process = await asyncio.create_subprocess_exec(
            *("strace", "-f", "-y", "-s", "120", "-e", "trace=fdatasync,fsync,sendto", "-o", str(trace)),
            *(sys.executable, "-m", "bot.cli", "run"),
            env={
                **os.environ,
                "TELEGRAM_BOT_TOKEN": TOKEN,
                "TELEGRAM_API_URL": url,
                "AANZET_MASTER_KEY": base64.b64encode(bytes(32)).decode(),
                "AANZET_DATA_DIR": str(directory / "data"),
                "AANZET_PORT": "0",
                "AANZET_LOG_LEVEL": "ERROR",
            },
            start_new_session=True,
        )
        person = simulator.add_person("Sanne")
        await simulator.wait_until(lambda: any(call.method == "getUpdates" for call in simulator.ledger.calls), 60)
        await asyncio.sleep(1)
        before = len(trace.read_text().splitlines())
        simulator.open_link(person)
        await simulator.wait_for(person, "link", 30)
        await asyncio.sleep(1)
        seen = trace.read_text().splitlines()[before:]
        os.killpg(process.pid, signal.SIGTERM)
        await process.wait()
    return [told for line in seen if (told := _told(line))]


def _told(line: str) -> str:
    if found := SYNC.search(line):
        return f"on the disk: {Path(found[1]).name}"
    if found := CALL.search(line):
        return f"to Telegram: {found[1]}"
    return ""


def main() -> int:
    """Print it. 1 when something was told before it was on the disk."""
    if shutil.which("strace") is None:
        sys.stderr.write("strace is not here: apt-get install strace\n")
        return 1
    with tempfile.TemporaryDirectory() as directory:
        steps = asyncio.run(traced(Path(directory)))
    sys.stdout.write("\n".join(steps) + "\n")
    calls = [place for place, step in enumerate(steps) if step.startswith("to Telegram")]
    kept = "on the disk: aanzet.db-wal"
    return 0 if len(calls) >= 2 and all(steps[place - 1] == kept for place in calls[:2]) else 1


if __name__ == "__main__":
    sys.exit(main())
