"""What comes due: looked at in its own transaction, and then said, put off, or dropped with a reason.

The order of reasons: gone or blocked people; a rest; a talk at hand; hours and, for what nobody asked for, caps.
Words are found here and now, so nothing old is ever sent.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.delivery.calendar import allowed_from
from bot.services import broadcasts, checkins, nudging, plans
from bot.services.conversation import FRESH, LULL, LULL_LATE, Conversations, opened
from bot.services.house import House
from bot.services.person import Person, by_id, save
from bot.services.turn import Turn, occasion
from storage import outbox, sessions
from storage.outbox import UNASKED, OutboxRow
from storage.transaction import Transaction

VOLUNTARY = "na_afloop"
"""The question after a talk may be left lying: nobody is asked whether to go on with it."""

OF_ITSELF = frozenset({"follow_up", "lull", "come_back", "nudge"})
"""What leaves hours between itself and whatever came last that was no answer. A reminder comes at the moment that was agreed."""

APART = timedelta(hours=4)

Say = Callable[[Turn, OutboxRow, Any], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class _Put:
    """Put off until then."""

    until: datetime


@dataclass(frozen=True, slots=True)
class _Drop:
    """Never; why. Without a reason no note stays: it would tell that somebody is at rest, and nothing else."""

    reason: str


class Occasions:
    """The services' side of `delivery.dispatcher.Occasions`."""

    def __init__(self, house: House, conversations: Conversations) -> None:
        self._house = house
        self._talks = conversations
        self._kinds: dict[str, Say] = {
            "reminder": self._reminder,
            "follow_up": self._follow_up,
            "lull": self._lull,
            "come_back": self._come_back,
            "nudge": self._nudge,
            "questions": self._questions,
            "result": self._result,
            "broadcast": self._broadcast,
        }

    async def due(self, row: OutboxRow) -> None:
        """Use, put off or drop the row, in a transaction of its own."""
        after = []
        async with self._house.store.transaction() as tx:
            fresh = await outbox.get(tx, row.id)
            if fresh is None:
                return
            now = self._house.clock.now()
            person = await by_id(self._house, tx, fresh.person_id or "")
            fate = await self._fate(tx, fresh, person, now)
            if isinstance(fate, _Put):
                if fresh.not_after is None or fate.until <= fresh.not_after:
                    await outbox.postpone(tx, fresh.id, fate.until, 0)
                    return
                fate = _Drop("too_late")  # whatever it waited for: a note tells nothing about anybody
            if person is None:
                await outbox.drop(tx, fresh.id, "gone", now)
                return
            turn = Turn(self._house, tx, "", now, None, person)
            if isinstance(fate, _Drop):
                if fate.reason:
                    await outbox.drop(tx, fresh.id, fate.reason, now)
                else:
                    await outbox.delivered(tx, fresh.id)
                await self._dropped(turn, fresh)
            else:
                body = person.open(fresh.sealed_body, fresh.kind) if fresh.sealed_body else None
                await outbox.delivered(tx, fresh.id)
                await self._kinds[fresh.kind](turn, fresh, body)
                if turn.said:
                    person.change(spoke_at=now)
            await save(tx, person)
            after = turn.after
        for work in after:
            await work()
        self._house.wake()

    async def _fate(self, tx: Transaction, row: OutboxRow, person: Person | None, now: datetime) -> _Put | _Drop | None:
        if person is None:
            return _Drop("gone")
        if person.blocked:
            return _Drop("blocked")
        late = row.not_after is not None and now > row.not_after
        if late:
            return _Drop("too_late")
        profile = person.profile
        if profile.rest_until is not None and profile.rest_until > now:
            fits = row.not_after is None or profile.rest_until <= row.not_after
            return _Put(profile.rest_until) if fits else _Drop("")
        if row.kind == "lull" and not profile.unasked:
            return _Drop("unasked_off")
        if row.kind != "lull":
            talking = await sessions.foreground(tx, person.id)
            if talking is not None and now - talking.updated_at < FRESH:
                return _Put(talking.updated_at + FRESH)
        if row.lane == UNASKED:
            welcome = nudging.welcome_at(person, now)
            if welcome is None:
                return _Drop("unasked_off")
        elif row.kind == "reminder":
            welcome = now  # the person named this hour
        else:
            welcome = allowed_from(now, profile.hours, profile.timezone)
        if row.kind in OF_ITSELF and profile.spoke_at is not None:
            apart = profile.spoke_at + APART
            welcome = max(welcome, apart) if apart > now else welcome
        return None if welcome <= now else _Put(welcome)

    async def _dropped(self, turn: Turn, row: OutboxRow) -> None:
        """What must go on although this one is not sent."""
        if row.kind == "reminder" and row.subject:
            await plans.miss(turn, row.subject)
        elif row.kind == "broadcast" and row.subject:
            await broadcasts.counted(turn.house, turn.tx, row.subject, turn.now, dropped=1)

    # --- the kinds

    async def _reminder(self, turn: Turn, row: OutboxRow, _body: Any) -> None:
        await plans.remind(turn, row.subject or "")

    async def _follow_up(self, turn: Turn, row: OutboxRow, body: Any) -> None:
        kept = await plans.one(turn, row.subject or "")
        if kept is None:
            return
        later = not (isinstance(body, dict) and body.get("last"))
        given = plans.to_follow_up(kept, later=later)
        await self._talks.begin(turn, "opvolging", given, kind="follow_up", lane=1)

    async def _lull(self, turn: Turn, row: OutboxRow, _body: Any) -> None:
        session = await sessions.foreground(turn.tx, turn.person.id) if turn.person else None
        if session is None or session.id != row.subject or turn.person is None:
            return
        quiet_for = turn.now - session.updated_at
        if quiet_for < LULL:
            due = session.updated_at + LULL
            await occasion(turn.tx, turn.person, "lull", due, turn.now, subject=session.id, not_after=due + LULL_LATE)
            return
        if opened(turn.person, session).session.frames[-1].script == VOLUNTARY:
            await self._talks.stop(turn, session)
            return
        await self._talks.lull(turn, session)

    async def _come_back(self, turn: Turn, _row: OutboxRow, body: Any) -> None:
        script = body.get("script") if isinstance(body, dict) else None
        if script in turn.house.library.scripts["nl"]:
            await self._talks.begin(turn, str(script), kind="come_back", lane=1)

    async def _nudge(self, turn: Turn, _row: OutboxRow, _body: Any) -> None:
        await nudging.due(turn)

    async def _questions(self, turn: Turn, row: OutboxRow, _body: Any) -> None:
        await checkins.ask(turn, row.subject or "")

    async def _result(self, turn: Turn, row: OutboxRow, _body: Any) -> None:
        await checkins.result(turn, row.subject or "")

    async def _broadcast(self, turn: Turn, row: OutboxRow, _body: Any) -> None:
        await broadcasts.deliver(turn, row.subject or "")
