"""Intentions: a person's plans. What it is, and when, is sealed; only whether it runs is readable."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, insert, update

from storage.errors import Conflict
from storage.schema import intention
from storage.statements import Command, Query, rows_of
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class IntentionRow:
    """A plan. `state` is active, done or stopped; `revision` counts its changes."""

    id: str
    person_id: str
    state: str
    revision: int
    sealed_body: bytes
    created_at: datetime


_INSERT = Command(insert(intention))
_GET = Query(IntentionRow, rows_of(IntentionRow, intention).where(intention.c.id == bindparam("id")))


def of_person(who: Any) -> Query[IntentionRow]:
    """The plans of the person `who` (an expression)."""
    return Query(
        IntentionRow,
        rows_of(IntentionRow, intention)
        .where(intention.c.person_id == who)
        .order_by(intention.c.created_at, intention.c.id),
    )


OF = of_person(bindparam("person_id"))
_SAVE = Command(
    update(intention)
    .where(intention.c.id == bindparam("intention"), intention.c.revision == bindparam("seen"))
    .values(sealed_body=bindparam("body"), state=bindparam("new_state"), revision=intention.c.revision + 1)
)
_REMOVE = Command(delete(intention).where(intention.c.id == bindparam("id")))


async def add(
    tx: Transaction, *, intention_id: str, person_id: str, sealed_body: bytes, now: datetime, state: str = "active"
) -> int:
    """Keep a new plan, at revision 1 (given back)."""
    await tx.run(
        _INSERT, id=intention_id, person_id=person_id, state=state, revision=1, sealed_body=sealed_body, created_at=now
    )
    return 1


async def get(tx: Transaction, intention_id: str) -> IntentionRow | None:
    """The plan with this id."""
    return await tx.first(_GET, id=intention_id)


async def of(tx: Transaction, person_id: str, state: str | None = None) -> list[IntentionRow]:
    """The person's plans, the oldest first; only those in `state` if given."""
    return [row for row in await tx.all(OF, person_id=person_id) if state is None or row.state == state]


async def save(tx: Transaction, intention_id: str, revision: int, sealed_body: bytes, state: str = "active") -> int:
    """Replace the plan that was read at `revision`; gives the new revision.

    Raises:
        Conflict: it was changed meanwhile, or is gone.
    """
    if not await tx.run(_SAVE, intention=intention_id, seen=revision, body=sealed_body, new_state=state):
        raise Conflict(f"intention {intention_id} is no longer at revision {revision}")
    return revision + 1


async def remove(tx: Transaction, intention_id: str) -> bool:
    """Delete the plan: what somebody takes back is not kept."""
    return await tx.run(_REMOVE, id=intention_id) > 0
