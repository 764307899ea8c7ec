"""Newcomers: between opening the link and the yes to the terms. Nothing else is kept of them, and this for a day."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, update

from storage.columns import Flag
from storage.schema import newcomer
from storage.statements import Command, Query, insert_or_replace, rows_of
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class NewcomerRow:
    """Somebody who has not said yes. `sealed_address` opens with the day key `key_id`."""

    id_hash: str
    sealed_address: bytes
    key_id: str
    invitation_id: str
    since: datetime
    welcomed: bool


_KEEP = Command(
    insert_or_replace(newcomer, ["id_hash"], ["sealed_address", "key_id", "invitation_id", "since", "welcomed"])
)
_FIND = Query(NewcomerRow, rows_of(NewcomerRow, newcomer).where(newcomer.c.id_hash == bindparam("id_hash")))
_WELCOMED = Command(
    update(newcomer).where(newcomer.c.id_hash == bindparam("hash")).values(welcomed=bindparam("yes", type_=Flag()))
)
_REMOVE = Command(delete(newcomer).where(newcomer.c.id_hash == bindparam("id_hash")))
_SWEEP = Command(delete(newcomer).where(newcomer.c.since < bindparam("before")))


async def keep(
    tx: Transaction, *, id_hash: str, sealed_address: bytes, key_id: str, invitation_id: str, now: datetime
) -> None:
    """Keep which invitation somebody opened; another link opened later takes its place and begins anew."""
    await tx.run(
        _KEEP,
        id_hash=id_hash,
        sealed_address=sealed_address,
        key_id=key_id,
        invitation_id=invitation_id,
        since=now,
        welcomed=False,
    )


async def find(tx: Transaction, id_hash: str) -> NewcomerRow | None:
    """The newcomer with this lookup hash."""
    return await tx.first(_FIND, id_hash=id_hash)


async def welcomed(tx: Transaction, id_hash: str) -> None:
    """Keep that the newcomer was told who is talking."""
    await tx.run(_WELCOMED, hash=id_hash, yes=True)


async def remove(tx: Transaction, id_hash: str) -> bool:
    """Forget the newcomer: they said yes (and are a person now), or no."""
    return await tx.run(_REMOVE, id_hash=id_hash) > 0


async def sweep(tx: Transaction, before: datetime) -> int:
    """Forget who opened a link before `before` and never said yes."""
    return await tx.run(_SWEEP, before=before)
