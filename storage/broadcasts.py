"""Broadcasts: HR's words to a group, and how far they are.

The counts here are exact and for the program; people are shown bands (`figures.band`).
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, insert, select, update

from storage.ids import new_id
from storage.schema import broadcast
from storage.statements import Command, Query, among, rows_of, word
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class BroadcastRow:
    """A message to a team (None: everybody). `state` is draft, running, stopped or finished."""

    id: str
    team_id: str | None
    text: str
    script: str | None
    author_id: str
    state: str
    created_at: datetime
    due_at: datetime
    audience: int
    sent: int
    dropped: int


_INSERT = Command(
    insert(broadcast).values(state=word("draft"), audience=0, sent=0, dropped=0),
    "id",
    "team_id",
    "text",
    "script",
    "author_id",
    "created_at",
    "due_at",
)
_GET = Query(BroadcastRow, rows_of(BroadcastRow, broadcast).where(broadcast.c.id == bindparam("id")))
_IN_STATE = Query(
    BroadcastRow,
    rows_of(BroadcastRow, broadcast)
    .where(among(broadcast.c.state, "states"))
    .order_by(broadcast.c.created_at, broadcast.c.id),
)
_START = Command(
    update(broadcast)
    .where(broadcast.c.id == bindparam("broadcast"), broadcast.c.state == word("draft"))
    .values(state=word("running"), audience=bindparam("size"))
)
_END = Command(
    update(broadcast)
    .where(broadcast.c.id == bindparam("broadcast"), among(broadcast.c.state, "from_states"))
    .values(state=bindparam("new_state"))
)
_COUNT = Query(
    BroadcastRow,
    update(broadcast)
    .where(broadcast.c.id == bindparam("broadcast"))
    .values(sent=broadcast.c.sent + bindparam("more_sent"), dropped=broadcast.c.dropped + bindparam("more_dropped"))
    .returning(*select(broadcast).selected_columns),
)


async def draft(
    tx: Transaction,
    *,
    team_id: str | None,
    text: str,
    script: str | None,
    author_id: str,
    now: datetime,
    due_at: datetime,
) -> str:
    """Keep what HR wrote, before it is confirmed; gives its id."""
    broadcast_id = new_id()
    await tx.run(
        _INSERT,
        id=broadcast_id,
        team_id=team_id,
        text=text,
        script=script,
        author_id=author_id,
        created_at=now,
        due_at=due_at,
    )
    return broadcast_id


async def get(tx: Transaction, broadcast_id: str) -> BroadcastRow | None:
    """The broadcast with this id."""
    return await tx.first(_GET, id=broadcast_id)


async def in_state(tx: Transaction, *states: str) -> list[BroadcastRow]:
    """All broadcasts in one of these states, the oldest first."""
    return await tx.all(_IN_STATE, states=list(states))


async def start(tx: Transaction, broadcast_id: str, audience: int) -> bool:
    """A draft begins to run; False when it is no draft any more (a confirmation pressed twice)."""
    return await tx.run(_START, broadcast=broadcast_id, size=audience) > 0


async def stop(tx: Transaction, broadcast_id: str) -> bool:
    """End a draft or a running one early; False when it had ended. Cancel its rows: `outbox.cancel_broadcast`."""
    return await tx.run(_END, broadcast=broadcast_id, from_states=["draft", "running"], new_state="stopped") > 0


async def finish(tx: Transaction, broadcast_id: str) -> bool:
    """A running one reached everybody it could; False when it was not running."""
    return await tx.run(_END, broadcast=broadcast_id, from_states=["running"], new_state="finished") > 0


async def count(tx: Transaction, broadcast_id: str, *, sent: int = 0, dropped: int = 0) -> BroadcastRow:
    """Add to the counts; gives the row as it is now.

    Raises:
        Missing: there is no such broadcast.
    """
    return await tx.one(_COUNT, broadcast=broadcast_id, more_sent=sent, more_dropped=dropped)
