"""A plan as it is kept, and its moments: when it is brought to mind, when it comes round, when it is asked about."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict

from bot.delivery.calendar import allowed_from, at_local
from bot.services.person import Person
from dialogues.answers import When

JUST_NOW = timedelta(minutes=5)
"""A moment that passed this recently still gets its reminder; an older one is over."""

WEEK = timedelta(days=7)
HABIT_DAYS = (21, 66)
"""When habits are asked about once more (Lally: 18 to 254 days, half of people within 66)."""


State = Literal["active", "done", "stopped"]
How = Literal["gelukt", "deels", "gestopt"]


class Came(BaseModel):
    """What came of a plan, as the person told it, with their own words when they said some."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    how: How
    words: str = ""


class Plan(BaseModel):
    """A plan as it is kept, sealed. `voice` plays the spoken version back; `reminded`: when it was brought to mind last."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    cue: str
    action: str
    backup: str = ""
    moment: When | None = None
    voice: str | None = None
    made: AwareDatetime
    came: Came | None = None
    reminded: AwareDatetime | None = None

    @property
    def habit(self) -> bool:
        """Whether it comes back."""
        return self.moment is not None and self.moment.recurrence is not None


def asks(plan: Plan, person: Person, remind: datetime | None) -> list[datetime]:
    """When to ask how it went: after the first moment and a week later; a habit also on days 21 and 66."""
    asked_from = remind or plan.made + WEEK - timedelta(days=1)
    first = working_day(asked_from + timedelta(days=1), person)
    asks = [first, first + WEEK]
    if plan.habit:
        asks += [plan.made + timedelta(days=days) for days in HABIT_DAYS]
    return asks


def remind_at(plan: Plan, person: Person, now: datetime) -> datetime | None:
    """When to remind: at the hour that was named, else at the start of the person's hours that day. None without a day."""
    if plan.moment is None or plan.moment.start is None:
        return None
    start = plan.moment.start.astimezone(person.profile.timezone)
    if not plan.moment.all_day:
        return start if start >= now - JUST_NOW else None
    if start.date() < now.astimezone(person.profile.timezone).date():
        return None
    begin = at_local(start.date(), _begin(person, start.date()), person.profile.timezone)
    return begin if begin > now else now + timedelta(hours=1)


def _begin(person: Person, day: date) -> time:
    """When the person's hours begin on a day, never before eight."""
    return max(person.profile.hours.on(day)[0], time(8))


def next_time(plan: Plan, after: datetime, person: Person) -> datetime | None:
    """The next time a habit comes round, on the person's clock: the same wall time across clock changes."""
    if plan.moment is None or plan.moment.recurrence is None or plan.moment.start is None:
        return None
    zone = person.profile.timezone
    start = plan.moment.start.astimezone(zone)
    day = start.date()
    at = _begin(person, day) if plan.moment.all_day else start.time()
    last = after.astimezone(zone).date()
    months = 0
    while day <= last:
        match plan.moment.recurrence:
            case "daily":
                day += timedelta(days=1)
            case "weekdays":
                day += timedelta(days=3 if day.weekday() == 4 else 2 if day.weekday() == 5 else 1)
            case "weekly":
                day += timedelta(days=7)
            case "biweekly":
                day += timedelta(days=14)
            case _:
                months += 1
                month = start.month - 1 + months
                first = _in_month(start.year + month // 12, month % 12 + 1, 1)
                day = (
                    _nth_weekday(first, start.weekday(), plan.moment.nth)
                    if plan.moment.nth
                    else _in_month(first.year, first.month, start.day)
                )
    return at_local(day, at, zone)


def _nth_weekday(first: date, weekday: int, nth: int) -> date:
    """The nth such weekday of the month that begins with `first`; -1 is the last."""
    days = [first + timedelta(days=ahead) for ahead in range(31)]
    fitting = [day for day in days if day.weekday() == weekday and day.month == first.month]
    return fitting[nth - 1 if nth > 0 else nth]


def _in_month(year: int, month: int, day: int) -> date:
    while True:
        try:
            return datetime(year, month, day).date()  # noqa: DTZ001  (only the date is used)
        except ValueError:
            day -= 1


def working_day(moment: datetime, person: Person) -> datetime:
    """On Monday instead of in the weekend, at an hour that is welcome."""
    local = moment.astimezone(person.profile.timezone)
    ahead = {5: 2, 6: 1}.get(local.weekday(), 0)
    return allowed_from(local + timedelta(days=ahead), person.profile.hours, person.profile.timezone)
