"""The connection: aiosqlite's, and one way more to use it: several statements in one trip to its thread.

A trip there and back costs more than most statements do (docs/performance.md, "A turn"), so a turn is budgeted in trips.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple

import aiosqlite

from storage.errors import StorageError

Isolation = Literal["IMMEDIATE"]
"""How SQLite's own transaction opens, at the first statement that writes; None: every statement is one by itself."""

_CHUNK = 64
_PREPARED_STATEMENTS = 256


class Step(NamedTuple):
    """A statement on a trip. `each`: run it for every one of `params`. `otherwise` is raised when it touches no row."""

    sql: str
    params: Any
    each: bool = False
    otherwise: StorageError | None = None


class Done(NamedTuple):
    """What a step gave: its rows, and how many it touched."""

    rows: list[Any]
    touched: int


class Database(aiosqlite.Connection):
    """A connection of aiosqlite. To be entered with `async with`, as any."""

    def __init__(self, path: Path, *, isolation: Isolation | None, busy_seconds: float) -> None:
        def connected() -> sqlite3.Connection:
            return sqlite3.connect(
                path, timeout=busy_seconds, isolation_level=isolation, cached_statements=_PREPARED_STATEMENTS
            )

        super().__init__(connected, _CHUNK)

    async def trip(self, steps: Sequence[Step], *, commit: bool = False) -> list[Done]:
        """Run `steps` in order, and commit; the first that fails ends the trip, and nothing is committed.

        Raises: sqlite3.Error; what a step has for `otherwise`.
        """
        done: list[Done] = await self._execute(_walk, self._conn, steps, commit)  # type: ignore[no-untyped-call]
        return done


def _walk(connection: sqlite3.Connection, steps: Sequence[Step], commit: bool) -> list[Done]:
    """In the database's thread."""
    done = []
    for sql, params, each, otherwise in steps:
        cursor = connection.executemany(sql, params) if each else connection.execute(sql, params)
        rows = cursor.fetchall()  # first: what it touched is known when its rows were taken
        if otherwise is not None and cursor.rowcount < 1:
            raise otherwise
        done.append(Done(rows, cursor.rowcount))
    if commit:
        connection.commit()
    return done
