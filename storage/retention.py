"""How long things are kept, in one place; once a day, and at start, what is past it goes.

A person's plans, document and profile stay until the person erases them (`storage.erasure`); this is about what passes through.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from storage import inbox, newcomers, outbox, sessions, versions
from storage.store import Store

NEWCOMERS = timedelta(hours=24)
"""Between opening a link and the yes to the terms."""
HANDLED = timedelta(hours=48)
"""That an update was handled (without its content): Telegram repeats one for at most 24 hours."""
NOTES = timedelta(days=7)
"""That something was dropped, and why."""
DAY_KEYS = timedelta(days=8)
"""The keys of what comes in and of strangers: what they sealed can be read no more, wherever a copy of it lies.

Only what still waits to be handled (we were off for days) keeps its key longer.
"""
SESSIONS = timedelta(days=90)
"""What was said in a talk that ended or was left: plans are kept apart, and stay."""
VERSIONS = timedelta(days=1)
"""A script's version that no talk began with."""


@dataclass(frozen=True, slots=True)
class Swept:
    """How much of each went."""

    newcomers: int
    inbox: int
    notes: int
    strangers: int
    sessions: int
    versions: int
    day_keys: int


async def sweep(store: Store, now: datetime) -> Swept:
    """Forget what is past its time, and empty the write-ahead log. Not inside a transaction."""
    async with store.transaction() as tx:
        newcomers_gone = await newcomers.sweep(tx, now - NEWCOMERS)
        inbox_gone = await inbox.sweep(tx, now - HANDLED)
        notes_gone = await outbox.sweep(tx, now - NOTES)
        strangers_gone = await outbox.sweep_strangers(tx, now - NOTES)
        sessions_gone = await sessions.sweep(tx, now - SESSIONS)
        versions_gone = await versions.sweep(tx, now - VERSIONS)
        oldest = await inbox.oldest_waiting(tx)
    days = (now - DAY_KEYS).date()
    keys_gone = await store.vault.drop_old_days(days if oldest is None else min(days, oldest.date()))
    await store.tidy()
    return Swept(newcomers_gone, inbox_gone, notes_gone, strangers_gone, sessions_gone, versions_gone, keys_gone)
