"""The audit trail: which act a lead, HR, OR or administrator did and on what; never what was said or found."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, insert

from storage.schema import audit
from storage.statements import Command, Query, rows_of
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One act. `act` is a word of ours ("checkin.open"), `object` the id of what it was done to."""

    id: int
    at: datetime
    actor_id: str
    role: str
    act: str
    object: str


_INSERT = Command(insert(audit), "at", "actor_id", "role", "act", "object")
_LATEST = Query(AuditRow, rows_of(AuditRow, audit).order_by(audit.c.id.desc()).limit(bindparam("most")))
_SWEEP = Command(delete(audit).where(audit.c.at < bindparam("before")))


async def note(tx: Transaction, *, at: datetime, actor_id: str, role: str, act: str, object: str) -> None:
    """Keep that somebody with a role did something to the thing with the id `object`."""
    await tx.run(_INSERT, at=at, actor_id=actor_id, role=role, act=act, object=object)


async def latest(tx: Transaction, limit: int = 100) -> list[AuditRow]:
    """The latest acts, the newest first."""
    return await tx.all(_LATEST, most=limit)


async def sweep(tx: Transaction, before: datetime) -> int:
    """Forget what was done before `before`."""
    return await tx.run(_SWEEP, before=before)
