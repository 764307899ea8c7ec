"""A transaction: what the aggregates read and write with. It never commits itself; `Store.transaction` does."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

import aiosqlite

from storage.errors import Missing, StorageError, from_sqlite
from storage.statements import Command, Query

T = TypeVar("T")


class Transaction:
    """Runs statements in one unit of work.

    `statements` counts them: each is a trip to the database's thread, and so the measure a turn is budgeted in.

    All methods raise:
        Conflict: a place that only one may take is taken.
        DiskFull, Unwritable, Locked: the surroundings refuse.
    """

    __slots__ = ("_connection", "_over", "_path", "statements")

    def __init__(self, connection: aiosqlite.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._over = False
        self.statements = 0

    async def all(self, query: Query[T], /, **params: Any) -> list[T]:
        """Every row."""
        self._count()
        try:
            rows = await self._connection.execute_fetchall(query.sql, query.bound(params))
        except sqlite3.Error as error:
            raise from_sqlite(error, self._path) or error from error
        return [query.made(row) for row in rows]

    async def first(self, query: Query[T], /, **params: Any) -> T | None:
        """The first row, or None."""
        rows = await self.all(query, **params)
        return rows[0] if rows else None

    async def one(self, query: Query[T], /, **params: Any) -> T:
        """The only row.

        Raises:
            Missing: there is none.
        """
        rows = await self.all(query, **params)
        if len(rows) != 1:
            raise Missing(f"expected one row, found {len(rows)}")
        return rows[0]

    async def run(self, command: Command, /, **params: Any) -> int:
        """Run a statement that gives no rows; gives how many rows it touched."""
        self._count()
        try:
            cursor = await self._connection.execute(command.sql, command.bound(params))
        except sqlite3.Error as error:
            raise from_sqlite(error, self._path) or error from error
        return cursor.rowcount

    async def run_each(self, command: Command, rows: Iterable[dict[str, Any]], /) -> int:
        """Run a statement for each of `rows` in one trip; gives how many rows were touched."""
        self._count()
        try:
            cursor = await self._connection.executemany(command.sql, [command.bound(row) for row in rows])
        except sqlite3.Error as error:
            raise from_sqlite(error, self._path) or error from error
        return cursor.rowcount

    def end(self) -> None:
        """Nothing more may be run: the unit of work is over."""
        self._over = True

    def _count(self) -> None:
        if self._over:
            raise StorageError("this transaction is over; start another with store.transaction()")
        self.statements += 1
