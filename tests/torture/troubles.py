"""What the surroundings can do to a process that goes on living: a disk without room, a lock, a machine that stands still.

Each lasts some seconds and then passes, as if nothing had been.
"""

from __future__ import annotations

import asyncio
import os
import resource
import signal
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path

from storage.files import DATABASE
from tests.torture.nursery import Life

ROOM_BYTES = 128 * 1024
"""Enough for the bot's log, and for the first few pages of a write-ahead log that begins anew."""


async def no_room(life: Life, _data: Path, seconds: float) -> None:
    """No file may be written beyond its first bytes, as where a quota is used up."""
    before = resource.prlimit(life.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(life.pid, resource.RLIMIT_FSIZE, (ROOM_BYTES, before[1]))
    await asyncio.sleep(seconds)
    resource.prlimit(life.pid, resource.RLIMIT_FSIZE, before)


async def locked(_life: Life, data: Path, seconds: float) -> None:
    """Somebody else writes in the database, and takes long."""
    with closing(sqlite3.connect(data / DATABASE, isolation_level=None, timeout=5)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        await asyncio.sleep(seconds)
        connection.execute("ROLLBACK")


async def frozen(life: Life, _data: Path, seconds: float) -> None:
    """The process gets no time: a machine that swaps, or a virtual one that was set aside."""
    os.kill(life.pid, signal.SIGSTOP)
    await asyncio.sleep(seconds)
    os.kill(life.pid, signal.SIGCONT)


Trouble = Callable[[Life, Path, float], Awaitable[None]]
