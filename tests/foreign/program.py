"""A foreign client as a process: what it says, line by line, and how it ends."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from tests.foreign.setup import CLIENTS, node, python

PATIENCE_SECONDS = 40.0
CLIENTS_BY_NAME = {
    "python-telegram-bot": "ptb_client.py",
    "aiogram": "aiogram_client.py",
    "grammY": "grammy_client.mjs",
}


@dataclass
class Program:
    """A client at work. `said` are the facts it told; `complaints` what it wrote beside them."""

    process: asyncio.subprocess.Process
    said: list[dict[str, Any]] = field(default_factory=list)
    complaints: str = ""
    _read: int = 0

    async def hears(self, count: int = 1) -> list[dict[str, Any]]:
        """The next facts it tells, as soon as there are so many.

        Raises: AssertionError when it ends before, TimeoutError.
        """
        while len(self.said) < self._read + count:
            async with asyncio.timeout(PATIENCE_SECONDS):
                line = await self.process.stdout.readline() if self.process.stdout else b""
            if not line:
                raise AssertionError(f"it ended after {self.said}:\n{await self._complained()}")
            self.said.append(json.loads(line))
        facts = self.said[self._read : self._read + count]
        self._read += count
        return facts

    async def ended(self) -> int:
        """Its exit code, once it has ended by itself."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            code = await self.process.wait()
            await self._complained()
        return code

    async def _complained(self) -> str:
        if self.process.stderr is not None:
            self.complaints += (await self.process.stderr.read()).decode()
        return self.complaints


@asynccontextmanager
async def running(client: str, *words: str) -> AsyncIterator[Program]:
    """A client with these words on its command line, ended with the block at the latest. No proxy, no settings of ours."""
    program = CLIENTS / CLIENTS_BY_NAME[client]
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "HOME") if name in os.environ}
    process = await asyncio.create_subprocess_exec(
        str(node() if program.suffix == ".mjs" else python()),
        str(program),
        *words,
        cwd=CLIENTS,
        env=kept | {"PYTHONDONTWRITEBYTECODE": "1"},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    made = Program(process)
    try:
        yield made
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()
