"""Runs `aanzet` as an administrator does: a process of its own, with settings in its environment, in a directory of its own."""

from __future__ import annotations

import asyncio
import base64
import json
import os
import re
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.simulator import TOKEN

KEY_BYTES = b"k" * 32
KEY = base64.b64encode(KEY_BYTES).decode()
PATIENCE_SECONDS = 40.0


@dataclass(frozen=True)
class Result:
    """What a command did."""

    code: int
    out: str
    err: str


@dataclass
class Aanzet:
    """The command with its settings. `settings` are environment variables; None takes one away."""

    home: Path
    settings: dict[str, str]
    before: list[str] = field(default_factory=list)
    program: tuple[str, ...] = ("-m", "bot.cli")

    @property
    def data(self) -> Path:
        return self.home / "data"

    def environment(self, changes: Mapping[str, str | None]) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "PYTHONPATH") if name in os.environ}
        given = {**kept, "HOME": str(self.home), "TMPDIR": str(self.home / "tmp"), "PYTHONWARNINGS": "error"}
        given |= self.settings
        for name, value in changes.items():
            given.pop(name, None)
            if value is not None:
                given[name] = value
        return given

    async def start(self, *words: str, changes: Mapping[str, str | None] | None = None) -> asyncio.subprocess.Process:
        (self.home / "tmp").mkdir(exist_ok=True)
        return await asyncio.create_subprocess_exec(
            *self.before,
            sys.executable,
            *self.program,
            *words,
            cwd=self.home,
            env=self.environment(changes or {}),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )

    async def __call__(self, *words: str, typed: str | None = "", **changes: str | None) -> Result:
        """Run a command to its end."""
        process = await self.start(*words, changes=changes)
        async with asyncio.timeout(PATIENCE_SECONDS):
            out, err = await process.communicate((typed or "").encode())
        result = Result(process.returncode or 0, out.decode(), err.decode())
        assert TOKEN not in result.out + result.err
        assert KEY not in result.out + result.err
        assert "Traceback" not in result.err
        return result

    @asynccontextmanager
    async def running(self, **changes: str | None) -> AsyncIterator[Running]:
        """`aanzet run` at work; ended with SIGTERM, in order, when the block ends."""
        process = await self.start("run", changes={"AANZET_LOG_FORMAT": "json", **changes})
        running = Running(process)
        reader = asyncio.create_task(running.read())
        try:
            running.port = (await running.said("started"))["port"]
            yield running
            if process.returncode is None:
                process.send_signal(signal.SIGTERM)
            async with asyncio.timeout(PATIENCE_SECONDS):
                await process.wait()
        finally:
            if process.returncode is None:
                process.kill()
            await process.wait()
            await reader
            if process.stdout is not None:
                running.out = (await process.stdout.read()).decode()
        assert process.returncode == 0, running.lines
        assert TOKEN not in running.text + running.out
        assert running.out == ""


@dataclass
class Running:
    """A process at work and what it logged."""

    process: asyncio.subprocess.Process
    port: int = 0
    lines: list[dict[str, Any]] = field(default_factory=list)
    news: asyncio.Condition = field(default_factory=asyncio.Condition)
    text: str = ""
    out: str = ""
    ended: bool = False

    @property
    def pid(self) -> int:
        return self.process.pid

    async def read(self) -> None:
        """Read its log until it ends."""
        if self.process.stderr is None:
            return
        async for raw in self.process.stderr:
            line = raw.decode()
            self.text += line
            try:
                told = json.loads(line)
            except ValueError:
                told = {"event": "", "words": line}
            async with self.news:
                self.lines.append(told)
                self.news.notify_all()
        async with self.news:
            self.ended = True
            self.news.notify_all()

    async def said(self, event: str, *, after: int = 0) -> dict[str, Any]:
        """The first line of this event from number `after` on, now or as soon as it comes."""

        def found() -> dict[str, Any] | None:
            return next((line for line in self.lines[after:] if line["event"] == event), None)

        async with asyncio.timeout(PATIENCE_SECONDS), self.news:
            await self.news.wait_for(lambda: found() is not None or self.ended)
        line = found()
        assert line is not None, f"it ended without {event}:\n{self.text}"
        return line


def refusal(result: Result, *words: str) -> str:
    """The one line with which a command refused; it holds `words`, and nothing else was said."""
    lines = result.err.splitlines()
    told = [line for line in lines if not re.match(r"\d{4}-\d\d-\d\dT", line)]  # a log line may come first
    assert result.code == 1, result
    assert len(told) == 1, result.err
    assert told[0].startswith("aanzet: "), result.err
    for word in words:
        assert word in told[0]
    return told[0]


def contents(data: Path) -> dict[str, bytes]:
    """Every file of the data, save the lock and SQLite's shared memory, which hold nothing."""
    return {
        path.name: path.read_bytes()
        for path in sorted(data.iterdir())
        if not path.name.endswith((".lock", "-shm")) and not (path.name.endswith("-wal") and not path.stat().st_size)
    }
