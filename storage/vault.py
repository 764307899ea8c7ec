"""The vault: a key for every person, kept wrapped in keys.db; destroying it makes everything of that person unreadable.

Rules kept here:
- A person's key is durable in keys.db before the transaction that first uses it commits.
- Destroying is durable when `destroy` returns, and is never undone: the person's id stays behind as a gravestone, so
  that a database restored from a backup is erased again at the next start (`Store.open`).
- The key that looks people up (`lookup`) is not the one that wraps keys; each has its own salt.
"""

import asyncio
import json
import os
import sqlite3
from collections import OrderedDict
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import aiosqlite

from storage.errors import Erased, Unreadable, from_sqlite
from storage.files import Keys
from storage.ids import new_id
from storage.sealing import KEY_BYTES, Sealer, keyed_hash, open_json, seal_json

__all__ = ["Sealer", "Vault", "open_json", "seal_json"]

_REMEMBERED_PEOPLE = 4096
_REMEMBERED_DAYS = 32

_FIND = "SELECT wrapped FROM person_key WHERE person_id = :id"
_CREATE = "INSERT INTO person_key (person_id, wrapped) VALUES (:id, :wrapped) ON CONFLICT DO NOTHING"
_DESTROY = (
    "INSERT INTO person_key (person_id, wrapped, settled) VALUES (:id, NULL, 1) "
    "ON CONFLICT (person_id) DO UPDATE SET wrapped = NULL, settled = 1"
)
_LIVING = "SELECT person_id, settled FROM person_key WHERE wrapped IS NOT NULL"
_DESTROYED = "SELECT person_id FROM person_key WHERE wrapped IS NULL"
_SWEEP = "DELETE FROM person_key WHERE person_id IN (SELECT value FROM json_each(:ids))"
_SETTLE = "UPDATE person_key SET settled = 1 WHERE person_id IN (SELECT value FROM json_each(:ids))"
_FIND_DAY = "SELECT id, wrapped FROM day_key WHERE day = :day"
_FIND_DAY_BY_ID = "SELECT id, wrapped FROM day_key WHERE id = :id"
_CREATE_DAY = "INSERT INTO day_key (id, day, wrapped) VALUES (:id, :day, :wrapped) ON CONFLICT DO NOTHING"
_DROP_DAYS = "DELETE FROM day_key WHERE day < :day RETURNING id"
_CHECKPOINT = "PRAGMA wal_checkpoint(TRUNCATE)"


class Vault:
    """Keys in and out of keys.db. Made by `Store.open`; found on `store.vault`."""

    def __init__(self, connection: aiosqlite.Connection, keys: Keys, path: Path) -> None:
        self._connection = connection
        self._wrapping = Sealer(keys.wrapping)
        self._path = path
        self._people: OrderedDict[str, Sealer] = OrderedDict()
        self._days: OrderedDict[str, Sealer] = OrderedDict()
        self._day_ids: OrderedDict[date, str] = OrderedDict()
        self._change = asyncio.Lock()
        self.lookup = keyed_hash(keys.lookup)
        """Text to its keyed hash, in hex: how a Telegram id, a token or an update is known again without being kept."""

    async def create(self, person_id: str) -> Sealer:
        """Make the person's key, durable on return; one that is already there stays.

        Raises:
            Erased: this person was erased; a new person needs a new id.
        """
        wrapped = self._wrapping.seal(os.urandom(KEY_BYTES), f"person:{person_id}")
        await self._all(_CREATE, id=person_id, wrapped=wrapped)
        return await self.sealer(person_id)

    async def sealer(self, person_id: str) -> Sealer:
        """The person's sealer.

        Raises:
            Erased: the person asked to be forgotten.
            Unreadable: there is no key for this person (a keys.db older than the database was restored).
        """
        known = self._people.get(person_id)
        if known is not None:
            self._people.move_to_end(person_id)
            return known
        async with self._change:  # so that a destroyed key is not remembered by who read it a moment before
            known = self._people.get(person_id)
            if known is not None:
                return known
            rows = await self._all(_FIND, id=person_id)
            if not rows:
                raise Unreadable(f"there is no key for person {person_id}; is keys.db older than the database?")
            if rows[0][0] is None:
                raise Erased(f"person {person_id} was erased")
            sealer = Sealer(self._wrapping.open(rows[0][0], f"person:{person_id}"))
            _remember(self._people, person_id, sealer, _REMEMBERED_PEOPLE)
            return sealer

    async def destroy(self, person_id: str) -> None:
        """Destroy the person's key: durable on return, and again harmless. The sealer stops working everywhere.

        The rows are `storage.erasure`'s; do this first. If that is interrupted, the next start finishes it.
        """
        async with self._change:
            known = self._people.pop(person_id, None)
            if known is not None:
                known.forget()
            await self._all(_DESTROY, id=person_id)
            await self._all(_CHECKPOINT)  # the wrapped key leaves the write-ahead log too

    async def day_sealer(self, day: date) -> tuple[str, Sealer]:
        """The key of a day, made when first asked: for what comes in, and for strangers. Gives the key's id to keep."""
        key_id = self._day_ids.get(day)
        if key_id is not None and key_id in self._days:
            return key_id, self._days[key_id]
        async with self._change:
            rows = await self._all(_FIND_DAY, day=day.isoformat())
            if not rows:
                key_id = new_id()
                wrapped = self._wrapping.seal(os.urandom(KEY_BYTES), f"day:{key_id}")
                await self._all(_CREATE_DAY, id=key_id, day=day.isoformat(), wrapped=wrapped)
                rows = await self._all(_FIND_DAY, day=day.isoformat())
            key_id, wrapped = rows[0]
            sealer = self._day_opened(key_id, wrapped)
            _remember(self._day_ids, day, key_id, _REMEMBERED_DAYS)
            return key_id, sealer

    async def day_sealer_by_id(self, key_id: str) -> Sealer:
        """The day's sealer with this id.

        Raises:
            Unreadable: that day's key is gone.
        """
        known = self._days.get(key_id)
        if known is not None:
            return known
        async with self._change:
            rows = await self._all(_FIND_DAY_BY_ID, id=key_id)
            if not rows:
                raise Unreadable(f"the day key {key_id} is gone: what it sealed was kept too long")
            return self._day_opened(key_id, rows[0][1])

    async def drop_old_days(self, before: date) -> int:
        """Destroy the keys of the days before `before`; gives how many."""
        async with self._change:
            dropped = [key_id for (key_id,) in await self._all(_DROP_DAYS, day=before.isoformat())]
            for key_id in dropped:
                sealer = self._days.pop(key_id, None)
                if sealer is not None:
                    sealer.forget()
            for day in [day for day in self._day_ids if day < before]:
                del self._day_ids[day]
            if dropped:
                await self._all(_CHECKPOINT)
            return len(dropped)

    async def destroyed(self) -> set[str]:
        """The ids of everybody who was erased."""
        return {person_id for (person_id,) in await self._all(_DESTROYED)}

    async def reconcile(self, people: Iterable[str]) -> list[str]:
        """At start: sweep the keys that no person in `people` (all there are) ever used; gives who of them has no key.

        A key whose person was seen at an earlier start is kept, also when the person is missing now: then an older
        database was put back, and the right one may still come.
        """
        here = set(people)
        living = dict(await self._all(_LIVING))
        orphans = [person_id for person_id, settled in living.items() if not settled and person_id not in here]
        fresh = [person_id for person_id, settled in living.items() if not settled and person_id in here]
        if orphans:
            await self._all(_SWEEP, ids=json.dumps(orphans))
        if fresh:
            await self._all(_SETTLE, ids=json.dumps(fresh))
        return sorted(here - living.keys())

    def _day_opened(self, key_id: str, wrapped: bytes) -> Sealer:
        known = self._days.get(key_id)
        if known is None:
            known = Sealer(self._wrapping.open(wrapped, f"day:{key_id}"))
            _remember(self._days, key_id, known, _REMEMBERED_DAYS)
        return known

    async def _all(self, sql: str, **params: Any) -> list[Any]:
        """Run one statement, which is its own transaction: durable on return."""
        try:
            return list(await self._connection.execute_fetchall(sql, params))
        except sqlite3.Error as error:
            raise from_sqlite(error, self._path) or error from error


def _remember(cache: OrderedDict[Any, Any], key: Any, value: Any, most: int) -> None:
    cache[key] = value
    cache.move_to_end(key)
    while len(cache) > most:
        cache.popitem(last=False)
