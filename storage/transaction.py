"""A transaction: what the aggregates read and write with. It never commits itself; `Store.transaction` does.

Two things keep a turn to few trips to the database's thread. A statement that needs no answer waits in line (`soon`)
and goes with the next one that does, or with the commit. And what is about to be asked can be read ahead in one trip
(`foresee`); such an answer holds until something is written.
"""

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

from storage.database import Database, Done, Step
from storage.errors import Missing, StorageError, from_sqlite
from storage.statements import Asked, Command, Query

T = TypeVar("T")


class Transaction:
    """Runs statements in one unit of work.

    `statements` counts them, `trips` the times they went to the database's thread: the measure a turn is budgeted in.

    All methods raise, for their own statement and for those that waited in line before it:
        Conflict: a place that only one may take is taken, or what `soon` was given.
        DiskFull, Unwritable, Locked: the surroundings refuse.

    After a trip that failed nothing more can be run or committed: a part of a unit of work is none.
    """

    __slots__ = ("_database", "_failed", "_foreseen", "_ids", "_line", "_over", "_path", "statements", "trips")

    def __init__(self, database: Database, path: Path) -> None:
        self._database = database
        self._path = path
        self._over = False
        self._failed: BaseException | None = None
        self._line: list[Step] = []
        self._foreseen: dict[Asked, list[Any]] = {}
        self._ids: dict[Query[int], list[int]] = {}
        self.statements = 0
        self.trips = 0

    async def all(self, query: Query[T], /, **params: Any) -> list[T]:
        """Every row."""
        asked = query.asked(**params)
        if self._foreseen:
            if query.writes:
                self._foreseen.clear()
            elif (known := self._foreseen.get(asked)) is not None:
                self._check()
                return [query.made(row) for row in known]
        done = await self._trip(Step(query.sql, asked.params))
        return [query.made(row) for row in done[-1].rows]

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

    async def foresee(self, *asked: Asked) -> list[list[Any]]:
        """Read in one trip what is about to be asked; each is then answered from here, until something is written.

        Gives the rows of each, as the driver gave them.
        """
        done = await self._trip(*(Step(each.query.sql, each.params) for each in asked))
        rows = [found.rows for found in done[-len(asked) :]]
        self._foreseen = dict(zip(asked, rows, strict=True))
        return rows

    def know(self, asked: Asked, rows: list[Any]) -> None:
        """These rows of `foresee` answer this question too."""
        self._foreseen[asked] = rows

    async def run(self, command: Command, /, **params: Any) -> int:
        """Run a statement that gives no rows; gives how many rows it touched."""
        self._foreseen.clear()
        return (await self._trip(Step(command.sql, command.bound(params))))[-1].touched

    async def run_each(self, command: Command, rows: Iterable[dict[str, Any]], /) -> int:
        """Run a statement for each of `rows`; gives how many rows were touched."""
        self._foreseen.clear()
        return (await self._trip(Step(command.sql, [command.bound(row) for row in rows], each=True)))[-1].touched

    def soon(self, command: Command, /, otherwise: StorageError | None = None, **params: Any) -> None:
        """Run a statement with the next one that needs an answer, at the latest with the commit.

        When it touches no row, `otherwise` is raised there, and what stood behind it in line is not run.
        """
        self.wait_in_line(Step(command.sql, command.bound(params), otherwise=otherwise))

    def soon_each(self, command: Command, rows: Iterable[dict[str, Any]], /) -> None:
        """As `soon`, for each of `rows`."""
        self.wait_in_line(Step(command.sql, [command.bound(row) for row in rows], each=True))

    async def next_id(self, last: Query[int], /) -> int:
        """The number for a new row of a table whose ids are all given here; `last` tells the highest it ever had."""
        if last not in self._ids:
            self._ids[last] = [await self.first(last) or 0]
        self._ids[last].append(self._ids[last][-1] + 1)
        return self._ids[last][-1]

    def given(self, last: Query[int], /) -> list[int]:
        """The numbers `next_id` gave in this transaction, in order."""
        return self._ids.get(last, [])[1:]

    async def finish(self, riders: Iterable[Step] = ()) -> bool:
        """For `Store.transaction`: run what waits in line and what rides along, and commit, in one trip.

        False, and no trip, where nothing was written.

        Raises: as all methods; StorageError where a trip failed before, and somebody caught that.
        """
        self._check()
        if not self._line and not self._database.in_transaction:
            return False
        await self._trip(*riders, commit=True)
        return True

    def end(self) -> None:
        """Nothing more may be run: the unit of work is over."""
        self._over = True
        self._line = []

    def wait_in_line(self, step: Step) -> None:
        """Run a step with the next that needs an answer, at the latest with the commit."""
        self._check()
        self._foreseen.clear()
        self._line.append(step)

    async def _trip(self, *steps: Step, commit: bool = False) -> list[Done]:
        self._check()
        line, self._line = [*self._line, *steps], []
        self.statements += len(line)
        self.trips += 1
        try:
            return await self._database.trip(line, commit=commit)
        except BaseException as error:  # also of who was cancelled: nobody knows how far it came
            self._failed = error
            if isinstance(error, sqlite3.Error):
                raise from_sqlite(error, self._path) or error from error
            raise

    def _check(self) -> None:
        if self._over:
            raise StorageError("this transaction is over; start another with store.transaction()")
        if self._failed is not None:
            raise StorageError(
                "a statement of this transaction failed, so it is undone: let that error pass, and begin again"
            ) from self._failed
