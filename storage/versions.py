"""Versions of scripts, as source: a running talk goes on in the words it began with, whatever was edited since."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, exists, select

from storage.schema import script_version, session
from storage.statements import Command, Query, insert_or_leave, rows_of
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A script as it was. `version` is a hash over all that can be said in it; `format` is how `source` is written."""

    version: str
    script: str
    format: int
    source: str
    created_at: datetime


_KEEP = Command(insert_or_leave(script_version, "version"))
_GET = Query(VersionRow, rows_of(VersionRow, script_version).where(script_version.c.version == bindparam("version")))
_KNOWN = Query(str, select(script_version.c.version))
_SWEEP = Command(
    delete(script_version).where(
        script_version.c.created_at < bindparam("before"),
        ~exists().where(session.c.version == script_version.c.version),
    )
)


async def keep(tx: Transaction, *, version: str, script: str, format: int, source: str, now: datetime) -> bool:
    """Keep a version; False when it was there: a version never changes."""
    return await tx.run(_KEEP, version=version, script=script, format=format, source=source, created_at=now) > 0


async def get(tx: Transaction, version: str) -> VersionRow | None:
    """The version with this hash."""
    return await tx.first(_GET, version=version)


async def known(tx: Transaction) -> set[str]:
    """The hashes of all versions there are."""
    return set(await tx.all(_KNOWN))


async def sweep(tx: Transaction, before: datetime) -> int:
    """Forget the versions kept before `before` that no session began with."""
    return await tx.run(_SWEEP, before=before)
