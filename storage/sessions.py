"""Sessions: one person's run of a script, one of them in the foreground. What was said is in `sealed_body`."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, insert, update

from storage.errors import Conflict
from storage.schema import session
from storage.statements import Command, Query, among, rows_of, word
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A run of a script, pinned to the version it began with. `revision` counts its turns."""

    id: str
    person_id: str
    script: str
    version: str
    state: str
    revision: int
    sealed_body: bytes
    updated_at: datetime


_INSERT = Command(
    insert(session).values(state=word("foreground"), revision=1),
    "id",
    "person_id",
    "script",
    "version",
    "sealed_body",
    "updated_at",
)
_GET = Query(SessionRow, rows_of(SessionRow, session).where(session.c.id == bindparam("id")))


def foreground_of(who: Any) -> Query[SessionRow]:
    """The talk the person `who` (an expression) is in."""
    return Query(
        SessionRow,
        rows_of(SessionRow, session).where(session.c.person_id == who, session.c.state == word("foreground")),
    )


FOREGROUND = foreground_of(bindparam("person_id"))
_OF = Query(
    SessionRow,
    rows_of(SessionRow, session)
    .where(session.c.person_id == bindparam("person_id"))
    .order_by(session.c.updated_at, session.c.id),
)
_seen = (
    session.c.id == bindparam("session"),
    session.c.revision == bindparam("seen"),
    session.c.state == word("foreground"),
)
_SAVE = Command(
    update(session)
    .where(*_seen)
    .values(
        sealed_body=bindparam("body"),
        updated_at=bindparam("now"),
        revision=session.c.revision + 1,
        state=bindparam("new_state"),
    )
)


async def start(
    tx: Transaction, *, session_id: str, person_id: str, script: str, version: str, sealed_body: bytes, now: datetime
) -> int:
    """Keep a new session in the foreground, at revision 1 (given back). Keep its version first: `versions.keep`.

    Raises:
        Conflict: the person already has a talk in the foreground.
    """
    await tx.run(
        _INSERT,
        id=session_id,
        person_id=person_id,
        script=script,
        version=version,
        sealed_body=sealed_body,
        updated_at=now,
    )
    return 1


async def get(tx: Transaction, session_id: str) -> SessionRow | None:
    """The session with this id."""
    return await tx.first(_GET, id=session_id)


async def foreground(tx: Transaction, person_id: str) -> SessionRow | None:
    """The talk the person is in."""
    return await tx.first(FOREGROUND, person_id=person_id)


async def of(tx: Transaction, person_id: str) -> list[SessionRow]:
    """All sessions of the person, the longest untouched first."""
    return await tx.all(_OF, person_id=person_id)


async def save(
    tx: Transaction, session_id: str, revision: int, sealed_body: bytes, now: datetime, *, ended: bool = False
) -> int:
    """Replace the session that was read at `revision`, and end it if so; gives the new revision.

    Raises, with the next statement that needs an answer or the commit:
        Conflict: somebody else moved it on, or it has ended.
    """
    tx.soon(
        _SAVE,
        otherwise=Conflict(f"session {session_id} is no longer at revision {revision} in the foreground"),
        session=session_id,
        seen=revision,
        body=sealed_body,
        now=now,
        new_state="ended" if ended else "foreground",
    )
    return revision + 1


_TAKE_UP = Command(
    update(session)
    .where(
        session.c.id == bindparam("session"), session.c.revision == bindparam("seen"), session.c.state == word("ended")
    )
    .values(state=word("foreground"), revision=session.c.revision + 1, updated_at=bindparam("now"))
)


async def take_up(tx: Transaction, session_id: str, revision: int, now: datetime) -> int:
    """Bring a session that was left in the middle back to the foreground; gives the new revision.

    Raises:
        Conflict: it is in the foreground, was changed meanwhile, or another talk is in the foreground.
    """
    if not await tx.run(_TAKE_UP, session=session_id, seen=revision, now=now):
        raise Conflict(f"session {session_id} is no longer at revision {revision} aside")
    return revision + 1


_SWEEP = Command(delete(session).where(session.c.updated_at < bindparam("before")))


async def sweep(tx: Transaction, before: datetime) -> int:
    """Forget the talks nobody touched since `before`; gives how many."""
    return await tx.run(_SWEEP, before=before)


_REMOVE = Command(delete(session).where(session.c.id == bindparam("id")))
_FORGET = Command(delete(session).where(session.c.script == bindparam("script"), among(session.c.person_id, "people")))


async def remove(tx: Transaction, session_id: str) -> bool:
    """Forget one session; False when it was not there."""
    return await tx.run(_REMOVE, id=session_id) > 0


async def forget_script(tx: Transaction, script: str, people: Collection[str]) -> int:
    """Forget every run of a script by these people; gives how many."""
    return await tx.run(_FORGET, script=script, people=list(people))
