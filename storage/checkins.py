"""Check-ins: a few questions to a group. Answers are each person's own, sealed; the figures are released once."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import LargeBinary, Text, bindparam, delete, exists, insert, or_, select, update

from storage import figures
from storage.columns import Structure
from storage.errors import Conflict, Missing
from storage.ids import new_id
from storage.schema import checkin, checkin_answer
from storage.statements import Command, Query, insertion, rows_of, word
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class CheckInRow:
    """Questions to a group. `state` is open, released or cancelled; `release` is what `figures` let out, once."""

    id: str
    team_id: str
    script: str
    opened_by: str
    opened_at: datetime
    closes_at: datetime
    state: str
    release: Any

    @property
    def outcome(self) -> figures.Outcome | None:
        """What was released at closing; None while it is open, or when it was cancelled."""
        return None if self.release is None else figures.from_json(self.release)


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One person's answers; they open with that person's key only."""

    checkin_id: str
    person_id: str
    sealed_answers: bytes


_INSERT = Command(
    insert(checkin).values(state=word("open"), release=None),
    "id",
    "team_id",
    "script",
    "opened_by",
    "opened_at",
    "closes_at",
)
_GET = Query(CheckInRow, rows_of(CheckInRow, checkin).where(checkin.c.id == bindparam("id")))
_OF_TEAM = Query(
    CheckInRow,
    rows_of(CheckInRow, checkin)
    .where(checkin.c.team_id == bindparam("team_id"))
    .order_by(checkin.c.opened_at.desc(), checkin.c.id),
)
_OPEN = Query(
    CheckInRow,
    rows_of(CheckInRow, checkin).where(checkin.c.state == word("open")).order_by(checkin.c.closes_at, checkin.c.id),
)
_still_open = exists().where(
    checkin.c.id == bindparam("checkin_id"), checkin.c.state == word("open"), checkin.c.closes_at > bindparam("now")
)
_answer = insertion(checkin_answer).from_select(
    ["checkin_id", "person_id", "sealed_answers"],
    select(
        bindparam("checkin_id", type_=Text()),
        bindparam("person_id", type_=Text()),
        bindparam("sealed_answers", type_=LargeBinary()),
    ).where(_still_open),
)
_ANSWER = Command(
    _answer.on_conflict_do_update(
        index_elements=["checkin_id", "person_id"], set_={"sealed_answers": _answer.excluded.sealed_answers}
    ),
    "checkin_id",
    "person_id",
    "sealed_answers",
)
_ANSWERS = Query(
    AnswerRow, rows_of(AnswerRow, checkin_answer).where(checkin_answer.c.checkin_id == bindparam("checkin_id"))
)
_ANSWERS_OF = Query(
    AnswerRow, rows_of(AnswerRow, checkin_answer).where(checkin_answer.c.person_id == bindparam("person_id"))
)
_RELEASE = Command(
    update(checkin)
    .where(checkin.c.id == bindparam("checkin"), checkin.c.state == word("open"))
    .values(state=word("released"), release=bindparam("outcome", type_=Structure()))
)
_CANCEL = Command(
    update(checkin)
    .where(checkin.c.id == bindparam("checkin"), checkin.c.state == word("open"))
    .values(state=word("cancelled"))
)


async def open(
    tx: Transaction, *, team_id: str, script: str, opened_by: str, now: datetime, closes_at: datetime
) -> str:
    """Keep a new check-in; gives its id."""
    checkin_id = new_id()
    await tx.run(
        _INSERT, id=checkin_id, team_id=team_id, script=script, opened_by=opened_by, opened_at=now, closes_at=closes_at
    )
    return checkin_id


async def get(tx: Transaction, checkin_id: str) -> CheckInRow | None:
    """The check-in with this id."""
    return await tx.first(_GET, id=checkin_id)


async def of_team(tx: Transaction, team_id: str) -> list[CheckInRow]:
    """The team's check-ins, the newest first."""
    return await tx.all(_OF_TEAM, team_id=team_id)


async def still_open(tx: Transaction) -> list[CheckInRow]:
    """All check-ins not yet closed, the soonest to close first."""
    return await tx.all(_OPEN)


async def answer(tx: Transaction, checkin_id: str, person_id: str, sealed_answers: bytes, now: datetime) -> bool:
    """Keep the person's answers, in the place of earlier ones; False when the check-in is closed."""
    return await tx.run(_ANSWER, checkin_id=checkin_id, person_id=person_id, sealed_answers=sealed_answers, now=now) > 0


async def answers(tx: Transaction, checkin_id: str) -> list[AnswerRow]:
    """All answers, in no order: only to be opened on the way to `figures.release`."""
    return await tx.all(_ANSWERS, checkin_id=checkin_id)


async def answers_of(tx: Transaction, person_id: str) -> list[AnswerRow]:
    """All answers of one person."""
    return await tx.all(_ANSWERS_OF, person_id=person_id)


async def release(tx: Transaction, checkin_id: str, outcome: figures.Outcome) -> figures.Outcome:
    """Close the check-in with what `figures.release` let out; gives what is stored.

    Only the first one counts. Rounded at random again, the same answers would give other numbers, and many of those
    together the true ones: so a second call gives the stored outcome back and forgets its own.

    Raises:
        Missing: there is no such check-in.
        Conflict: it was cancelled.
    """
    await tx.run(_RELEASE, checkin=checkin_id, outcome=figures.to_json(outcome))
    row = await get(tx, checkin_id)
    if row is None:
        raise Missing(f"there is no check-in {checkin_id}")
    if row.outcome is None:
        raise Conflict(f"check-in {checkin_id} was cancelled")
    return row.outcome


async def cancel(tx: Transaction, checkin_id: str) -> bool:
    """Close it without figures; False when it was closed already."""
    return await tx.run(_CANCEL, checkin=checkin_id) > 0


_FORGET = Command(delete(checkin_answer).where(checkin_answer.c.checkin_id == bindparam("checkin_id")))


async def forget_answers(tx: Transaction, checkin_id: str) -> int:
    """Delete all answers: at the release they are no longer needed. Gives how many there were."""
    return await tx.run(_FORGET, checkin_id=checkin_id)


_SINCE = Query(
    CheckInRow,
    rows_of(CheckInRow, checkin)
    .where(
        checkin.c.state != word("cancelled"),
        or_(checkin.c.state == word("open"), checkin.c.opened_at > bindparam("after")),
    )
    .order_by(checkin.c.opened_at),
)


async def since(tx: Transaction, after: datetime) -> list[CheckInRow]:
    """The check-ins that are open, or were opened after `after`, whatever their team."""
    return await tx.all(_SINCE, after=after)
