"""The store: one database, one connection, and the only place that commits.

`Store.transaction()` is the unit of work. One runs at a time: SQLite has one writer, and the lock makes the rest wait
in order instead of failing. The driver opens SQLite's own transaction (BEGIN IMMEDIATE) at the first statement that
writes, so that a turn that only reads commits nothing; our lock and the lock file see to it that no other turn writes
between a turn's first read and its first write.

One may come in between: a visitor (`Store.open(beside=True)`), which is another process. So a visitor writes nothing that a
turn reads to write it anew: only rows of its own (a team, an invitation, a note of the audit), never the outbox, whose
numbers a turn gives ahead, nor the inbox, a person, a talk or a plan.
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from storage import erasure, people
from storage.database import Database, Isolation, Step
from storage.errors import StorageError, from_sqlite
from storage.files import BUSY_SECONDS, DATABASE, KEYS, PRAGMAS, prepare, release
from storage.statements import Command
from storage.transaction import Transaction
from storage.vault import Vault

__all__ = ["Store", "Transaction"]


PATIENCE_SECONDS = 0.002
"""How long a statement waits to be taken along: about as long as the next turn needs to its first commit."""


@dataclass(eq=False, slots=True)
class _Rider:
    """A statement that waits to be taken along; `left` is done when it was, or when its patience is over."""

    step: Step
    left: asyncio.Future[None]

    def leave(self) -> None:
        if not self.left.done():
            self.left.set_result(None)


class Store:
    """The open database and its vault.

    `statements` counts all statements so far, `trips` those to the database's thread.
    `keyless` are the people whose key was already missing at the start (a keys.db older than the database): what they
    said is lost, and only they can begin again.
    """

    def __init__(self, connection: Database, vault: Vault, path: Path) -> None:
        self.vault = vault
        self.path = path
        self.statements = 0
        self.trips = 0
        self.keyless: list[str] = []
        self._connection = connection
        self._riders: list[_Rider] = []
        self._turn = asyncio.Lock()
        self._holder: asyncio.Task[object] | None = None

    @classmethod
    @asynccontextmanager
    async def open(cls, data_dir: Path, master_key: bytes, *, beside: bool = False) -> AsyncIterator["Store"]:
        """Open the data in `data_dir`, made or migrated when needed, and finish what an interruption left undone.

        `beside` visits data which another process (the running bot) holds, for one short act such as an invitation:
        nothing is made, migrated or swept. What it may write stands at the head of this file.

        Raises:
            Unwritable, DiskFull, Locked: the surroundings refuse.
            NewerDatabase, ForeignDatabase, WrongKey, MissingKeys, MissingDatabase: these data are not for this program,
                this key, or not whole. Nothing was changed.
        """
        async with AsyncExitStack() as stack:
            keys, lock = await asyncio.to_thread(prepare, data_dir, master_key, beside=beside)
            stack.callback(release, lock)
            database, keyfile = data_dir / DATABASE, data_dir / KEYS
            # keys.db commits by the statement; the database's transactions begin by themselves and end in transaction()
            connection = await stack.enter_async_context(_connected(database, "IMMEDIATE"))
            key_connection = await stack.enter_async_context(_connected(keyfile, None))
            store = cls(connection, Vault(key_connection, keys, keyfile), database)
            if not beside:
                await store._finish_what_was_interrupted()
            yield store

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        """One unit of work: committed (and on the disk) when the block ends, undone when anything is raised in it."""
        task = asyncio.current_task()
        if self._holder is not None and self._holder is task:
            raise StorageError("a transaction inside a transaction: pass the one you have")
        async with self._turn:
            self._holder = task
            tx = Transaction(self._connection, self.path)
            try:
                yield tx
                await self._finish(tx)
            except sqlite3.Error as error:
                await self._undo()
                raise from_sqlite(error, self.path) or error from error
            except BaseException:
                await self._undo()
                raise
            finally:
                tx.end()
                self.statements += tx.statements
                self.trips += tx.trips
                self._holder = None

    async def along(self, command: Command, /, **params: Any) -> None:
        """Run one statement that nobody waits to see, with the next commit of somebody else; durable on return.

        Where none comes within `PATIENCE_SECONDS`, it is a transaction by itself. It stays when the one that took it
        along is undone: it must be right whatever else happens, and have been so before.

        Raises: what `transaction` raises.
        """
        loop = asyncio.get_running_loop()
        rider = _Rider(Step(command.sql, command.bound(params)), loop.create_future())
        self._riders.append(rider)
        timer = loop.call_later(PATIENCE_SECONDS, rider.leave)
        try:
            await rider.left
        finally:
            timer.cancel()
        if rider in self._riders:  # nobody came by
            async with self.transaction() as tx:
                if rider in self._riders:
                    self._riders.remove(rider)
                    tx.wait_in_line(rider.step)

    async def tidy(self) -> None:
        """Empty the write-ahead log, so that what was deleted is gone from it too. After erasing, and once a day."""
        async with self._turn:
            try:
                await self._connection.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")
            except sqlite3.Error as error:
                raise from_sqlite(error, self.path) or error from error

    async def _finish(self, tx: Transaction) -> None:
        riders = list(self._riders)
        if await tx.finish(rider.step for rider in riders):
            for rider in riders:
                self._riders.remove(rider)
                rider.leave()

    async def _undo(self) -> None:
        # Statements wait in line for the database's thread, so this comes after all of this transaction, also after one
        # whose caller was cancelled, and before all of the next. It is harmless where nothing had begun.
        try:
            await self._connection.rollback()
        except sqlite3.Error as error:
            raise from_sqlite(error, self.path) or error from error

    async def _finish_what_was_interrupted(self) -> None:
        async with self.transaction() as tx:
            here = await people.everybody(tx)
        for person_id in (await self.vault.destroyed()).intersection(here):
            async with self.transaction() as tx:
                await erasure.delete_rows(tx, person_id)
            here.remove(person_id)
        self.keyless = await self.vault.reconcile(here)
        await self.tidy()


@asynccontextmanager
async def _connected(path: Path, isolation: Isolation | None) -> AsyncIterator[Database]:
    try:
        database = Database(path, isolation=isolation, busy_seconds=BUSY_SECONDS)
        async with database:
            for pragma in PRAGMAS:
                await database.execute_fetchall(pragma)
            yield database
    except sqlite3.Error as error:
        raise from_sqlite(error, path) or error from error
