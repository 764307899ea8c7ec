"""Lets contestants, ours and peers, do the same in turns, so that a slow minute of the machine slows all of them."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import sys
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench.peers.protocol import Run

ROOT = Path(__file__).parents[2]
PEERS_PYTHON = ROOT / ".peers" / "bin" / "python"
PEERS_READY = ROOT / ".peers" / ".done"
"""There once everything was installed; the environment's own files come before that, and stay where it failed."""
REPETITIONS = 5
PATIENCE_SECONDS = 300.0


class Broken(RuntimeError):
    """A contestant that does not do what was asked."""


@dataclass
class Contestant:
    """A process that runs turns when asked, and rests otherwise."""

    name: str
    process: asyncio.subprocess.Process
    versions: dict[str, str]

    @property
    def pid(self) -> int:
        return self.process.pid

    async def run(self, turns: int, at_once: int = 1) -> Run:
        """So many turns, now; so many of them come at once.

        Raises: Broken.
        """
        return Run(**await _asked(self.name, self.process, {"turns": turns, "at_once": at_once}))


async def _asked(name: str, process: asyncio.subprocess.Process, what: object) -> dict[str, Any]:
    if process.stdin is None or process.stdout is None:
        raise Broken(f"{name} has no pipes")
    if what is not None:
        process.stdin.write(json.dumps(what).encode() + b"\n")
        await process.stdin.drain()
    async with asyncio.timeout(PATIENCE_SECONDS):
        line = await process.stdout.readline()
    if not line:
        raise Broken(f"{name} ended before it answered; what it said stands above")
    answer: dict[str, Any] = json.loads(line)
    return answer


@asynccontextmanager
async def contestant(name: str, *command: object, python: str | Path = sys.executable) -> AsyncIterator[Contestant]:
    """`python -m command…`, ready to be asked; ended with the block.

    Raises: Broken.
    """
    process = await asyncio.create_subprocess_exec(
        str(python),
        "-m",
        *(str(word) for word in command),
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "0"},
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        limit=2**24,
    )
    try:
        ready = await _asked(name, process, None)
        versions = ready.get("ready")
        if not isinstance(versions, dict):
            raise Broken(f"{name} did not say that it was ready")
        yield Contestant(name, process, versions)
        if process.stdin is not None:
            process.stdin.close()
        async with asyncio.timeout(20):
            await process.wait()
    finally:
        if process.returncode is None:
            process.kill()
            with contextlib.suppress(ProcessLookupError):
                await process.wait()


async def interleaved(
    contestants: Sequence[Contestant], turns: int, *, warm_up: int = 0, at_once: int = 1, repetitions: int = REPETITIONS
) -> Mapping[str, list[Run]]:
    """The runs of each contestant by name: in every repetition all do theirs, each time another one begins."""
    for each in contestants if warm_up else ():
        await each.run(warm_up, at_once)
    runs: dict[str, list[Run]] = {each.name: [] for each in contestants}
    for number in range(repetitions):
        start = number % len(contestants)
        for each in (*contestants[start:], *contestants[:start]):
            runs[each.name].append(await each.run(turns, at_once))
    return runs


def rates(runs: Sequence[Run]) -> list[float]:
    """Turns a second, of each run."""
    return [len(run.milliseconds) / run.seconds for run in runs]


def each(runs: Sequence[Run], figure: Callable[[Sequence[float]], float]) -> list[float]:
    """A figure over the turns of each run."""
    return [figure(run.milliseconds) for run in runs]
