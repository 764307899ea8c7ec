"""The inbox: what came in and is not handled. Kept before it is acknowledged, gone with the turn that handles it.

An update is known by bot, update id **and** digest: update ids may start anew after a quiet week (Bot API, "Update"),
and then the same number is another message. The digest is `vault.lookup` of the raw update; a plain hash of it could be
guessed back to "ja". What was handled stays behind without content for two days, so that a repeated delivery is known.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, func, select, update

from storage.columns import Instant
from storage.schema import inbox
from storage.statements import Command, Query, among, insert_or_leave, moment_or_none, rows_of, word
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class NewInboxRow:
    """An update as it came in. `sender_hash` is the sender's lookup hash, the same as in their identity."""

    bot: str
    update_id: int
    digest: str
    sender_hash: str
    received_at: datetime
    key_id: str
    sealed_body: bytes


@dataclass(frozen=True, slots=True)
class InboxRow:
    """An update that waits to be handled. `sealed_body` opens with the day key `key_id`."""

    id: int
    bot: str
    update_id: int
    sender_hash: str
    received_at: datetime
    key_id: str
    sealed_body: bytes
    attempts: int


_KEEP = Command(
    insert_or_leave(inbox, "update_id", "digest", "bot").values(attempts=0, state=word("waiting")),
    "bot",
    "update_id",
    "digest",
    "sender_hash",
    "received_at",
    "key_id",
    "sealed_body",
)
_waiting = inbox.c.state == word("waiting")
WAITING = Query(
    InboxRow,
    rows_of(InboxRow, inbox).where(_waiting, inbox.c.sender_hash == bindparam("sender_hash")).order_by(inbox.c.id),
)
_SENDERS = Query(
    str, select(inbox.c.sender_hash).where(_waiting).group_by(inbox.c.sender_hash).order_by(inbox.c.sender_hash)
)
_OLDEST = Query(moment_or_none, select(func.min(inbox.c.received_at, type_=Instant())).where(_waiting))
_HANDLED = Command(
    update(inbox).where(among(inbox.c.id, "ids")).values(state=word("handled"), sealed_body=None, key_id=None)
)
_FAILED = Query(
    int,
    update(inbox)
    .where(inbox.c.id == bindparam("row"))
    .values(attempts=inbox.c.attempts + 1)
    .returning(inbox.c.attempts),
)
_SET_ASIDE = Command(update(inbox).where(inbox.c.id == bindparam("row"), _waiting).values(state=word("aside")))
_SWEEP = Command(delete(inbox).where(inbox.c.state != word("waiting"), inbox.c.received_at < bindparam("before")))


async def keep_all(tx: Transaction, rows: Collection[NewInboxRow]) -> None:
    """Keep a batch, those that are known already left out."""
    tx.soon_each(
        _KEEP,
        (
            {
                "bot": row.bot,
                "update_id": row.update_id,
                "digest": row.digest,
                "sender_hash": row.sender_hash,
                "received_at": row.received_at,
                "key_id": row.key_id,
                "sealed_body": row.sealed_body,
            }
            for row in rows
        ),
    )


async def waiting(tx: Transaction, sender_hash: str) -> list[InboxRow]:
    """What this sender said and was not handled yet, in the order it came in."""
    return await tx.all(WAITING, sender_hash=sender_hash)


async def senders_waiting(tx: Transaction) -> list[str]:
    """The lookup hashes of everybody who waits to be handled: at start, and each minute as a safety net."""
    return await tx.all(_SENDERS)


async def oldest_waiting(tx: Transaction) -> datetime | None:
    """When the oldest update that waits was received."""
    return await tx.one(_OLDEST)


async def handled(tx: Transaction, ids: Collection[int]) -> None:
    """Wipe the bodies of these rows and keep that they were handled."""
    tx.soon(_HANDLED, ids=list(ids))


async def failed(tx: Transaction, row_id: int) -> int:
    """Count one more failed attempt; gives how many there were."""
    return await tx.one(_FAILED, row=row_id)


async def set_aside(tx: Transaction, row_id: int) -> bool:
    """Take a row that keeps failing out of the way of the rest."""
    return await tx.run(_SET_ASIDE, row=row_id) > 0


async def sweep(tx: Transaction, before: datetime) -> int:
    """Forget what was received before `before` and is handled or set aside. What waits is never swept."""
    return await tx.run(_SWEEP, before=before)
