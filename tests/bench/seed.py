"""Many people at once, straight into the files: as they would stand there if each had joined, without the hour that takes.

The store must be closed. Everything is sealed and keyed as it should be; only the way into the tables is shorter.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from bot.delivery.calendar import Hours
from bot.delivery.post import seal_address
from bot.messages import Address
from bot.services.house import CHANNEL
from bot.services.person import ORGANISATION, PROFILE
from bot.services.profile import Profile
from storage.columns import to_micros
from storage.files import DATABASE, KEYS, prepare, release
from storage.ids import new_id
from storage.sealing import KEY_BYTES, Sealer, keyed_hash, seal_json

_KEY = "INSERT INTO person_key (person_id, wrapped, settled) VALUES (?, ?, 1)"
_PERSON = "INSERT INTO person (id, sealed_profile, revision, created_at, state) VALUES (?, ?, 1, ?, 'active')"
_IDENTITY = (
    "INSERT INTO identity (organisation, channel, bot, id_hash, person_id, sealed_address, blocked)"
    " VALUES (?, ?, ?, ?, ?, ?, 0)"
)
_MEMBER = "INSERT INTO membership (person_id, team_id, role, since) VALUES (?, ?, ?, ?)"
_LATER = (
    "INSERT INTO outbox (recipient, person_id, lane, form, kind, due_at, state, attempts, created_at)"
    " VALUES (?1, ?1, 2, 'occasion', ?2, ?3, 'waiting', 0, ?4)"
)


def people(
    data: Path,
    master_key: bytes,
    *,
    bot: int,
    chats: Sequence[int],
    team: str,
    since: datetime,
    hours: Hours | None = None,
) -> list[str]:
    """Employees of a team, reached at `chats`; gives their ids, in that order. Each has a first nudge waiting for later."""
    keys, lock = prepare(data, master_key, beside=False)
    wrapping, lookup = Sealer(keys.wrapping), keyed_hash(keys.lookup)
    profile = Profile(hours=hours or Hours()).model_dump(mode="json", exclude_defaults=True)
    at = to_micros(since)
    wrapped, persons, identities, members, later = [], [], [], [], []
    for chat in chats:
        person, key = new_id(), os.urandom(KEY_BYTES)
        sealer = Sealer(key)
        wrapped.append((person, wrapping.seal(key, f"person:{person}")))
        persons.append((person, seal_json(sealer, profile, PROFILE), at))
        hashed, address = lookup(f"telegram:{bot}:{chat}"), seal_address(sealer, Address(chat=chat))
        identities.append((ORGANISATION, CHANNEL, str(bot), hashed, person, address))
        members.append((person, team, "employee", at))
        later.append((person, "nudge", to_micros(since + timedelta(days=30)), at))
    try:
        _written(data / KEYS, ((_KEY, wrapped),))
        _written(data / DATABASE, ((_PERSON, persons), (_IDENTITY, identities), (_MEMBER, members), (_LATER, later)))
    finally:
        release(lock)
    return [person for person, _, _ in persons]


def waiting(data: Path, person_ids: Sequence[str], rows: int, *, first_due: datetime) -> None:
    """So many occasions that wait for later, a second after each other, for these people in turn."""
    first = to_micros(first_due)
    made = (
        (person_ids[number % len(person_ids)], "nudge", first + number * 1_000_000, first) for number in range(rows)
    )
    _written(data / DATABASE, ((_LATER, made),))


def _written(path: Path, statements: Iterable[tuple[str, Iterable[tuple[object, ...]]]]) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement, rows in statements:
            connection.executemany(statement, rows)
