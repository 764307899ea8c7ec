"""Gives birth to bots fast: a process that has read everything once and forks a bot for every line it is told.

It forks before any database, socket, event loop or thread exists; what is born opens all of that itself. Python and
the content are read once instead of two hundred times; nothing of what happens after the start is saved or shared.

    {"data": …, "url": …, "log": …, "stage": "kept", "nth": 3}    in, a line a life (see `life.Spec`)
    {"born": pid}                                                 out
    {"died": pid, "signal": 9}  or  {"died": pid, "code": 0}      out
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import select
import signal
import sys
import traceback
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bot.services.settling import ACTS
from dialogues.library import Library
from dialogues.load import SHIPPED, load
from tests.torture.life import Spec, live

CONTENT = Path(__file__).parent / "content"
ROOT = Path(__file__).parents[2]


def main() -> None:
    """Fork a life for every line until there is no more to read; then end what lives."""
    library = load([SHIPPED, CONTENT], acts=ACTS)
    gc.collect()
    gc.freeze()
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})  # until somebody there can hear it
    alive: dict[int, int] = {}
    poll = select.poll()
    poll.register(sys.stdin.fileno(), select.POLLIN)
    _say(ready=True)
    while True:
        for fd, _ in poll.poll():
            if fd != sys.stdin.fileno():
                _bury(poll, fd, alive)
            elif line := sys.stdin.buffer.raw.readline():  # type: ignore[union-attr]
                pid = _birth(Spec(**json.loads(line)), library)
                grave = os.pidfd_open(pid)
                alive[grave] = pid
                poll.register(grave, select.POLLIN)
                _say(born=pid)
            else:
                for pid in alive.values():
                    os.kill(pid, signal.SIGKILL)
                return


def _birth(spec: Spec, library: Library) -> int:
    pid = os.fork()
    if pid:
        return pid
    code = 1
    try:
        nothing = os.open(os.devnull, os.O_RDWR)
        os.dup2(nothing, 0)
        os.dup2(nothing, 1)
        os.dup2(os.open(spec.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), 2)
        live(spec, library)
        code = 0
    except BaseException:  # noqa: BLE001  (this process must not go on as a nursery, whatever happens)
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)


def _bury(poll: select.poll, grave: int, alive: dict[int, int]) -> None:
    poll.unregister(grave)
    os.close(grave)
    pid, status = os.waitpid(alive.pop(grave), 0)
    if os.WIFSIGNALED(status):
        _say(died=pid, signal=os.WTERMSIG(status))
    else:
        _say(died=pid, code=os.waitstatus_to_exitcode(status))


def _say(**facts: object) -> None:
    os.write(sys.stdout.fileno(), json.dumps(facts).encode() + b"\n")


class Life:
    """One process, seen from outside."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.end: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()

    def kill(self) -> None:
        """`kill -9`, unless it is dead already."""
        if not self.end.done():
            os.kill(self.pid, signal.SIGKILL)

    def terminate(self) -> None:
        """Ask it to end."""
        os.kill(self.pid, signal.SIGTERM)


class Nursery:
    """The forking process, seen from outside."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self._lives: dict[int, Life] = {}
        self._news: asyncio.Queue[Life] = asyncio.Queue()
        self.ready = asyncio.Event()

    async def born(self, spec: Spec) -> Life:
        """A new life."""
        if self._process.stdin is None:
            raise RuntimeError("the nursery hears nothing")
        self._process.stdin.write(json.dumps(asdict(spec)).encode() + b"\n")
        return await self._news.get()

    async def listen(self) -> None:
        """Take in what the nursery tells."""
        if self._process.stdout is None:
            return
        async for line in self._process.stdout:
            told = json.loads(line)
            if "ready" in told:
                self.ready.set()
            elif "born" in told:
                life = self._lives[told["born"]] = Life(told["born"])
                self._news.put_nowait(life)
            else:
                self._lives.pop(told["died"]).end.set_result(told)


@asynccontextmanager
async def nursery() -> AsyncIterator[Nursery]:
    """A nursery at work. Whatever still lives at the end is killed."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.torture.nursery",
        cwd=ROOT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    made = Nursery(process)
    listening = asyncio.create_task(made.listen())
    try:
        async with asyncio.timeout(60):
            await made.ready.wait()
        yield made
    finally:
        if process.stdin is not None:
            process.stdin.close()
        await process.wait()
        await listening


if __name__ == "__main__":
    main()
