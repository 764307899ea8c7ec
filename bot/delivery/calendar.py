"""When messages are welcome: a person's hours, days, pauses and night weeks, the caps on what comes unasked, and both
clock changes of a time zone. Pure: the moment and the zone are arguments.

Around a clock change the quiet time wins: hours that begin at a wall time that comes twice begin at the second one,
hours that end there end at the first; a skipped wall time makes hours begin later and end earlier, never longer.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, model_validator

NIGHT_WEEK_START, NIGHT_WEEK_END = time(16), time(20)
"""Who works nights sleeps until the afternoon and leaves in the evening."""

_DAYS_TO_LOOK = 16
"""With one day a week free, a window always begins within this many days."""


class Hours(BaseModel):
    """When somebody wants messages.

    `start`–`end` is wall time where the person is; an `end` before `start` is the next day, equal times mean the whole
    day. `days_off` are weekdays (0 is Monday) on which no window begins. `pause_until` is the moment messages are
    welcome again; `night_week_until` the last day of a week of night shifts.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    start: time = time(8)
    end: time = time(20)
    days_off: frozenset[Annotated[int, Field(ge=0, le=6)]] = frozenset()
    pause_until: AwareDatetime | None = None
    night_week_until: date | None = None

    def on(self, day: date) -> tuple[time, time]:
        """From when to when on a day: a week of night shifts has its own times."""
        night = self.night_week_until is not None and day <= self.night_week_until
        return (NIGHT_WEEK_START, NIGHT_WEEK_END) if night else (self.start, self.end)

    @model_validator(mode="after")
    def _some_day(self) -> Hours:
        if len(self.days_off) > 6:
            raise ValueError("at least one day must stay; a pause says that nothing is welcome")
        if self.start.tzinfo or self.end.tzinfo:
            raise ValueError("hours are wall time, without an offset")
        return self


def at_local(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The moment (UTC) a wall clock in `zone` shows `at` on `day`.

    A time that comes twice is the first of the two; a skipped time is the moment as long after the change as it
    would have been after the hour before it (02:30 becomes 03:30).
    """
    return datetime.combine(day, at.replace(fold=0), zone).astimezone(UTC)


def allowed_from(now: datetime, hours: Hours, zone: ZoneInfo) -> datetime:
    """The first moment from `now` on (UTC) at which a message is welcome.

    Raises: ValueError when `now` has no offset.
    """
    moment = _utc(now)
    if hours.pause_until is not None:
        moment = max(moment, hours.pause_until.astimezone(UTC))
    today = moment.astimezone(zone).date()
    for ahead in range(-1, _DAYS_TO_LOOK):  # yesterday's window may reach past midnight
        day = today + timedelta(days=ahead)
        if day.weekday() in hours.days_off:
            continue
        begin, end = _window(day, hours, zone)
        if begin < end and moment < end:
            return max(moment, begin)
    raise AssertionError("unreachable: every week has a day with a window")  # pragma: no cover


def may_send_unasked(
    now: datetime,
    sent: Collection[datetime],
    zone: ZoneInfo,
    *,
    per_day: int = 1,
    per_week: int = 2,
    week_days: int = 7,
) -> datetime | None:
    """None when one more unasked message fits the caps now, otherwise the midnight (UTC) from which it does.

    A day is a calendar day in `zone`; a week is any `week_days` of them in a row, so that two on Sunday and two on
    Monday cannot happen. Half the frequency: `per_week=1`, or a longer `week_days`.

    Raises: ValueError when a cap is below one (never is the caller's word) or a moment has no offset.
    """
    if per_day < 1 or per_week < 1 or week_days < 1:
        raise ValueError("caps are at least one")
    today = _utc(now).astimezone(zone).date()
    days = sorted(_utc(moment).astimezone(zone).date() for moment in sent)
    free = today
    if len(days) >= per_day:
        free = max(free, _past(days, per_day, 1))
    if len(days) >= per_week:
        free = max(free, _past(days, per_week, week_days))
    return None if free <= today else at_local(free, time(0), zone)


def welcome_from(
    now: datetime,
    hours: Hours,
    zone: ZoneInfo,
    sent: Collection[datetime] = (),
    *,
    per_day: int = 1,
    per_week: int = 2,
    week_days: int = 7,
) -> datetime:
    """The first moment from `now` on (UTC) that fits the hours and, for an unasked message, the caps."""
    moment = allowed_from(now, hours, zone)
    while later := may_send_unasked(moment, sent, zone, per_day=per_day, per_week=per_week, week_days=week_days):
        moment = allowed_from(later, hours, zone)
    return moment


def _past(days: Sequence[date], cap: int, span: int) -> date:
    """The first day after the `cap`-th latest of `days` has left a span of days."""
    return days[-cap] + timedelta(days=span)


def _window(day: date, hours: Hours, zone: ZoneInfo) -> tuple[datetime, datetime]:
    start, end = hours.on(day)
    last = day if end > start else day + timedelta(days=1)
    return max(_both(day, start, zone)), min(_both(last, end, zone))


def _both(day: date, at: time, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """The two readings of a wall time: the same moment, save around a clock change."""
    wall = datetime.combine(day, at, zone)
    return wall.replace(fold=0).astimezone(UTC), wall.replace(fold=1).astimezone(UTC)


def _utc(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a moment needs an offset")
    return moment.astimezone(UTC)
