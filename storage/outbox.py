"""The outbox: what must be said, kept until it was said.

Rules kept here:
- A sent row is deleted; a dropped one loses its body and its address at once and stays a while as a note.
- Lanes: 0 reply, 1 asked, 2 unasked. What is due comes by lane; in a lane finished messages before occasions, which
  would only become more of them; then by moment, then by id.
- Within a lane, a message that failed and waits for another try holds back the later ones to the same recipient, so
  that a talk never arrives in another order than it was said.
- What is due is found through a partial index, however many rows wait for later.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import (
    Integer,
    Text,
    bindparam,
    column,
    delete,
    exists,
    func,
    insert,
    or_,
    select,
    table,
    union_all,
    update,
)
from sqlalchemy.sql.elements import ColumnElement

from storage.columns import Instant
from storage.schema import outbox
from storage.statements import Command, Query, among, moment_or_none, rows_of, word
from storage.transaction import Transaction

if TYPE_CHECKING:
    from storage.store import Store

REPLY, ASKED, UNASKED = 0, 1, 2
LANES = (REPLY, ASKED, UNASKED)

Form = Literal["message", "occasion"]
FORMS: tuple[Form, ...] = ("message", "occasion")


@dataclass(frozen=True, slots=True)
class NewRow:
    """Something to be said.

    `form` "message" has its final words in `sealed_body`; an "occasion" is a reason to speak, whose words are found
    when it is due. `subject` is the id of the thing it is about. A person's body opens with the person's key; somebody
    who is no person yet has `recipient` (their lookup hash), `sealed_address` and a body under the day key `key_id`.
    """

    lane: int
    form: Form
    kind: str
    due_at: datetime
    created_at: datetime
    person_id: str | None = None
    recipient: str | None = None
    sealed_address: bytes | None = None
    key_id: str | None = None
    subject: str | None = None
    not_after: datetime | None = None
    sealed_body: bytes | None = None


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """A waiting row. `recipient` is the person's id, or the lookup hash of somebody who is no person yet."""

    id: int
    recipient: str
    person_id: str | None
    sealed_address: bytes | None
    key_id: str | None
    lane: int
    form: Form
    kind: str
    subject: str | None
    due_at: datetime
    not_after: datetime | None
    sealed_body: bytes | None
    attempts: int
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Unsent:
    """A row that still waits, and how often it was tried."""

    id: int
    attempts: int


@dataclass(frozen=True, slots=True)
class Note:
    """What is left of a dropped row."""

    id: int
    person_id: str | None
    lane: int
    kind: str
    subject: str | None
    due_at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Room:
    """For how many rows of a lane there is room; none for the recipients in `busy`."""

    messages: int
    occasions: int
    busy: Collection[str] = ()


_NO_ROOM = Room(0, 0)
_PUT_AT_ONCE = 500
_NAMES = (
    "recipient",
    "person_id",
    "sealed_address",
    "key_id",
    "lane",
    "form",
    "kind",
    "subject",
    "due_at",
    "not_after",
    "sealed_body",
    "created_at",
)
_waiting = outbox.c.state == word("waiting")
_insert = insert(outbox).values(state=word("waiting"), attempts=0)
_PUT = Command(_insert, "id", *_NAMES)
_sequence = table("sqlite_sequence", column("name", Text), column("seq", Integer))
LAST_GIVEN = Query(int, select(_sequence.c.seq).where(_sequence.c.name == word("outbox")))
"""The highest id a row ever had. All ids are given by us, so that a row's id is known before it stands there."""


def _due_in(lane: int, form: Form) -> Any:
    row, earlier = outbox.alias("row"), outbox.alias("earlier")
    held_back = exists().where(
        earlier.c.state == word("waiting"),
        earlier.c.attempts > word(0),
        earlier.c.form == word("message"),
        earlier.c.recipient == row.c.recipient,
        earlier.c.lane == row.c.lane,
        earlier.c.id < row.c.id,
    )
    return (
        rows_of(OutboxRow, row)
        .where(
            row.c.state == word("waiting"),
            row.c.lane == word(lane),
            row.c.form == word(form),
            row.c.due_at <= bindparam("now"),
            ~among(row.c.recipient, f"busy{lane}"),
            ~held_back,
        )
        .order_by(row.c.due_at, row.c.id)
        .limit(bindparam(f"{form}{lane}"))
        .subquery()
        .select()
    )


# One select a lane and form, each a walk along the index that stops at its limit: sorting would read all that is due.
_DUE = Query(OutboxRow, union_all(*(_due_in(lane, form) for lane in LANES for form in FORMS)))
_first_due = union_all(
    *(
        select(func.min(outbox.c.due_at).label("due_at")).where(
            _waiting, outbox.c.lane == word(lane), outbox.c.form == word(form)
        )
        for lane in LANES
        for form in FORMS
    )
).subquery()


_NEXT_DUE = Query(moment_or_none, select(func.min(_first_due.c.due_at, type_=Instant())))
_DELIVERED = Command(delete(outbox).where(outbox.c.id == bindparam("id")))
_POSTPONE = Command(
    update(outbox)
    .where(outbox.c.id == bindparam("row"), _waiting)
    .values(due_at=bindparam("new_due_at"), attempts=bindparam("new_attempts"))
)
_wiped: dict[str, Any] = {
    "state": word("dropped"),
    "reason": bindparam("why"),
    "sealed_body": None,
    "sealed_address": None,
    "key_id": None,
    "due_at": func.coalesce(bindparam("at", type_=Instant()), outbox.c.due_at),
}
_DROP = Command(update(outbox).where(outbox.c.id == bindparam("row"), _waiting).values(**_wiped))
_DROP_ALL = Command(update(outbox).where(outbox.c.person_id == bindparam("person"), _waiting).values(**_wiped))


def _or_any(column: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    return or_(bindparam(name).is_(None), column == bindparam(name))


_chosen = (
    outbox.c.person_id == bindparam("person"),
    _waiting,
    _or_any(outbox.c.kind, "kind"),
    _or_any(outbox.c.subject, "subject"),
)
_CANCEL = Command(delete(outbox).where(*_chosen))
_of_broadcast = (outbox.c.kind == word("broadcast"), outbox.c.subject == bindparam("subject"), _waiting)
_CANCEL_BROADCAST = Command(delete(outbox).where(*_of_broadcast))
_LEFT_OF_BROADCAST = Query(bool, select(exists().where(*_of_broadcast)))
_OF = Query(OutboxRow, rows_of(OutboxRow, outbox).where(*_chosen).order_by(outbox.c.due_at, outbox.c.id))
_WAITING = Query(
    OutboxRow,
    rows_of(OutboxRow, outbox).where(_waiting).order_by(outbox.c.due_at, outbox.c.id).limit(bindparam("most")),
)


def replies_to(who: Any) -> Query[Unsent]:
    """The replies to the person `who` (an expression) that wait."""
    return Query(
        Unsent,
        rows_of(Unsent, outbox)
        .where(outbox.c.person_id == who, _waiting, outbox.c.lane == word(REPLY))
        .order_by(outbox.c.id),
    )


REPLIES = replies_to(bindparam("person"))
_GET = Query(OutboxRow, rows_of(OutboxRow, outbox).where(outbox.c.id == bindparam("id"), _waiting))
_LAST = Query(int, select(func.coalesce(func.max(outbox.c.id), word(0))).where(_waiting))
_COUNT = Query(int, select(func.count()).select_from(outbox).where(_waiting))
_NOTES = Query(Note, rows_of(Note, outbox).where(outbox.c.state == word("dropped")).order_by(outbox.c.id))
_SWEEP = Command(delete(outbox).where(outbox.c.state == word("dropped"), outbox.c.due_at < bindparam("before")))
_SWEEP_STRANGERS = Command(
    delete(outbox).where(outbox.c.person_id.is_(None), outbox.c.created_at < bindparam("before"))
)


def _values(row: NewRow) -> dict[str, Any]:
    return {**{name: getattr(row, name) for name in _NAMES}, "recipient": _recipient(row)}


def _recipient(row: NewRow) -> str:
    recipient = row.person_id or row.recipient
    if recipient is None:
        raise ValueError("an outbox row needs a person_id, or a recipient with sealed_address and key_id")
    return recipient


async def put(tx: Transaction, row: NewRow) -> int:
    """Keep something to be said; gives its id."""
    row_id = await tx.next_id(LAST_GIVEN)
    tx.soon(_PUT, id=row_id, **_values(row))
    return row_id


def standing(row: NewRow, row_id: int) -> OutboxRow:
    """How a row stands there once what `put` it is committed."""
    return OutboxRow(
        id=row_id,
        recipient=_recipient(row),
        person_id=row.person_id,
        sealed_address=row.sealed_address,
        key_id=row.key_id,
        lane=row.lane,
        form=row.form,
        kind=row.kind,
        subject=row.subject,
        due_at=row.due_at,
        not_after=row.not_after,
        sealed_body=row.sealed_body,
        attempts=0,
        created_at=row.created_at,
    )


async def put_all(tx: Transaction, rows: Iterable[NewRow]) -> int:
    """Keep many, in this order; gives how many. In trips of some hundreds: the loop goes on in between, and little is held."""
    kept, left = 0, iter(rows)
    while some := [{"id": await tx.next_id(LAST_GIVEN), **_values(row)} for row in islice(left, _PUT_AT_ONCE)]:
        kept += await tx.run_each(_PUT, some)
    return kept


async def due_in(tx: Transaction, now: datetime, rooms: Mapping[int, Room]) -> list[OutboxRow]:
    """What is due and has room, a lane; most urgent first. A lane without a `Room` gives nothing, and costs nothing."""
    wanted: dict[str, Any] = {"now": now}
    for lane in LANES:
        room = rooms.get(lane, _NO_ROOM)
        wanted |= {f"message{lane}": room.messages, f"occasion{lane}": room.occasions, f"busy{lane}": list(room.busy)}
    rows = await tx.all(_DUE, **wanted)
    rows.sort(key=lambda row: (row.lane, row.form, row.due_at, row.id))
    return rows


async def next_due(tx: Transaction) -> datetime | None:
    """When the first waiting row is due (it may be in the past); None when nothing waits."""
    return await tx.one(_NEXT_DUE)


async def get(tx: Transaction, row_id: int) -> OutboxRow | None:
    """The waiting row with this id; None when it was sent, cancelled or dropped."""
    return await tx.first(_GET, id=row_id)


async def delivered(tx: Transaction, row_id: int) -> None:
    """It arrived (or an occasion was used): the row goes."""
    tx.soon(_DELIVERED, id=row_id)


async def arrived(store: "Store", row_id: int) -> None:
    """As `delivered`, along with the next commit of somebody else; durable on return."""
    await store.along(_DELIVERED, id=row_id)


async def postpone(tx: Transaction, row_id: int, due_at: datetime, attempts: int) -> bool:
    """Try again at `due_at`. With `attempts` above 0, later messages to the same recipient in this lane wait for it."""
    return await tx.run(_POSTPONE, row=row_id, new_due_at=due_at, new_attempts=attempts) > 0


async def drop(tx: Transaction, row_id: int, reason: str, at: datetime | None = None) -> bool:
    """Give it up: body and address are wiped, a note with `reason` (a word of ours) stays till `sweep`.

    `at` is now, from which the note is kept; without it, from when the row was due.
    """
    return await tx.run(_DROP, row=row_id, why=reason, at=at) > 0


async def drop_all(tx: Transaction, person_id: str, reason: str, at: datetime | None = None) -> int:
    """Give up everything that waits for this person (who blocked us, or left); gives how many."""
    return await tx.run(_DROP_ALL, person=person_id, why=reason, at=at)


async def cancel(tx: Transaction, person_id: str, kind: str | None = None, subject: str | None = None) -> int:
    """Take back what waits for this person, all or only of a kind or about a subject; gives how many. Nothing stays."""
    return await tx.run(_CANCEL, person=person_id, kind=kind, subject=subject)


async def cancel_broadcast(tx: Transaction, broadcast_id: str) -> int:
    """Take back what waits of a broadcast (kind "broadcast", its id as subject), for everybody; gives how many."""
    return await tx.run(_CANCEL_BROADCAST, subject=broadcast_id)


async def left_of_broadcast(tx: Transaction, broadcast_id: str) -> bool:
    """Whether anything of a broadcast still waits: if not, it is finished. Asked after every copy, so it counts nothing."""
    return await tx.one(_LEFT_OF_BROADCAST, subject=broadcast_id)


async def of(tx: Transaction, person_id: str, kind: str | None = None, subject: str | None = None) -> list[OutboxRow]:
    """What waits for this person, all or only of a kind or about a subject, the soonest first."""
    return await tx.all(_OF, person=person_id, kind=kind, subject=subject)


async def waiting(tx: Transaction, limit: int = 1000) -> list[OutboxRow]:
    """What waits, the soonest first: for the demo, which shows what will come."""
    return await tx.all(_WAITING, most=limit)


async def replies(tx: Transaction, person_id: str) -> list[Unsent]:
    """Which replies to this person still wait: was the question they answered already delivered?"""
    return await tx.all(REPLIES, person=person_id)


async def last_id(tx: Transaction) -> int:
    """The highest id that waits; 0 when nothing does."""
    return await tx.one(_LAST)


async def count(tx: Transaction) -> int:
    """How many rows wait."""
    return await tx.one(_COUNT)


async def notes(tx: Transaction) -> list[Note]:
    """What was dropped and why."""
    return await tx.all(_NOTES)


async def sweep(tx: Transaction, before: datetime) -> int:
    """Forget the notes of what was dropped (or due) before `before`."""
    return await tx.run(_SWEEP, before=before)


async def sweep_strangers(tx: Transaction, before: datetime) -> int:
    """Forget what was to be said before `before` to somebody who is no person: its day key goes too."""
    return await tx.run(_SWEEP_STRANGERS, before=before)
