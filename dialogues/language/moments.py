"""Reads when somebody means, in everyday Dutch or English. Future only; `now` is an argument and its zone is the person's.

A small closed grammar, not a general date library (dateparser 1.5 reads none of *half drie*, *kwart voor 9*, *vanavond*, *elke maandag*,
*maandag over een week*). Dates, days and times are looked for one kind after another and taken out of the text; an event ("na de
overdracht") is what a preposition opens in the rest. The rules of what is meant:
- An hour without a part of the day: on a named day 1–6 is the afternoon and 7–12 as said; without a day the next such hour between
  6 and 23 o'clock. Written as a clock does (14:30, 9.15 uur, 09:00) it is taken literally.
- A part of the day starts at 9, 12, 18 or 22 o'clock, or now when that has passed today. "vandaag" and a weekend that has begun start now.
- A weekday is the first one after today. "volgende" means next week's. "over een week" after a day adds seven.
- A wall clock time that a change of clocks skips moves forward; one that comes twice is the first that is still to come.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final, Literal

from dialogues.language.feasts import next_feast
from dialogues.language.moment_english import english
from dialogues.language.moment_grammar import Found, Grammar

Recurrence = Literal["daily", "weekdays", "weekly", "biweekly", "monthly"]

PART_STARTS: Final = {
    "ochtend": time(9),
    "middag": time(12),
    "avond": time(18),
    "nacht": time(22),
    "eind van de middag": time(16),
}


@dataclass(frozen=True, slots=True)
class Moment:
    """When something is meant to happen: a start, a day, a repetition, an event, or a day and an event together."""

    start: datetime | None
    all_day: bool
    recurrence: Recurrence | None
    event: str | None
    nth: int | None = None
    """With "monthly" only: on the first (1) … fourth (4) or last (-1) weekday of that name, instead of on the day of the month."""


def parse_moment(text: str, now: datetime) -> Moment | None:
    """The moment `text` names, seen from `now`, in the zone of `now`; None when it names none, or more than one.

    Raises:
        ValueError: when `now` is naive.
    """
    if now.tzinfo is None or now.utcoffset() is None:
        raise ValueError("parse_moment needs an aware `now`, in the person's zone")
    found = (english(text) or Grammar(text)).found()
    if found is None:
        return None
    try:
        return _Resolver(found, now).moment()
    except (OverflowError, ValueError):
        return None  # a date no calendar has


class _Resolver:
    """Turns what the grammar found into a moment after `now`."""

    def __init__(self, found: Found, now: datetime) -> None:
        self.found = found
        self.now = now
        self.today = now.date()

    def moment(self) -> Moment | None:
        found = self.found
        if found.delay is not None:
            return Moment(self._after(found.delay), False, None, found.event)
        if found.recurrence is not None:
            return self._recurring(found.recurrence)
        day = self._day()
        if found.dated and day is None:
            return None
        if day is None and found.hour is None and found.part is None:
            return Moment(None, False, None, found.event) if found.event else None
        if found.hour is not None:
            start = self._timed(day)
        elif found.part is not None:
            start = self._part(day, found.part)
        else:
            start = self._whole_day(day or self.today)
            return None if start is None else Moment(start, True, None, found.event)
        return None if start is None else Moment(start, False, None, found.event)

    # -- days -----------------------------------------------------------------------------------------------------------------------

    def _day(self) -> date | None:
        found = self.found
        day: date | None = None
        if found.feast is not None:
            day = next_feast(found.feast, self.today)
        elif found.next_year:
            day = date(self.today.year + 1, 1, 1)
        elif found.month_day is not None:
            day = self._calendar_day(*found.month_day)
        elif found.weekday is not None and found.nth is not None:
            later = (self.today + timedelta(days=ahead) for ahead in range(1, 70))
            day = next(day for day in later if day.weekday() == found.weekday and is_nth(day, found.nth))
        elif found.weekday is not None:
            day = self._weekday(found.weekday, found.week)
        elif found.days is not None:
            day = self.today + timedelta(days=found.days)
        elif found.months is not None:
            day = _add_months(self.today, found.months)
        elif found.weekend is not None:
            day = self._weekend(found.weekend)
        elif found.week_point is not None:
            day = self._week_point(*found.week_point)
        elif found.month_point is not None:
            day = self._month_point(*found.month_point)
        return None if day is None else day + timedelta(days=found.extra_days)

    def _weekday(self, weekday: int, week: int | None) -> date:
        monday = self.today - timedelta(days=self.today.weekday())
        if week is not None:
            day = monday + timedelta(days=7 * week + weekday)
            return day if day >= self.today else day + timedelta(days=7)
        ahead = (weekday - self.today.weekday()) % 7 or 7
        return self.today + timedelta(days=ahead)

    def _calendar_day(self, day: int, month: int | None, year: int | None) -> date | None:
        if month is None:
            for ahead in range(13):
                candidate = _safe_date(
                    self.today.year + (self.today.month - 1 + ahead) // 12, (self.today.month - 1 + ahead) % 12 + 1, day
                )
                if candidate is not None and (
                    candidate > self.today or (candidate == self.today and self._still_today())
                ):
                    return candidate
            return None
        if year is not None:
            candidate = _safe_date(year, month, day)
            return candidate if candidate is not None and candidate >= self.today else None
        for ahead in range(9):
            candidate = _safe_date(self.today.year + ahead, month, day)
            if candidate is not None and (candidate > self.today or (candidate == self.today and self._still_today())):
                return candidate
        return None

    def _still_today(self) -> bool:
        """True when the hour named is still to come today."""
        if self.found.hour is None:
            return False
        return self._at(self.today, self._clock(named_day=True)).astimezone(UTC) > self.now.astimezone(UTC)

    def _weekend(self, weeks: int) -> date:
        weekday = self.today.weekday()
        if weekday == 6 and weeks == 0 and not self.found.this_weekend:
            return self.today + timedelta(days=6)
        if weekday >= 5:
            return self.today + timedelta(days=7 * weeks - (weekday - 5 if weeks else 0))
        return self.today + timedelta(days=5 - weekday + 7 * weeks)

    def _week_point(self, weeks: int, weekday: int) -> date:
        monday = self.today - timedelta(days=self.today.weekday())
        day = monday + timedelta(days=7 * weeks + weekday)
        return day if day >= self.today else self.today

    def _month_point(self, months: int, point: str) -> date:
        first = _add_months(self.today.replace(day=1), months)
        if point == "start":
            return first if first >= self.today else _add_months(first, 1)
        if point == "middle":
            middle = first.replace(day=15)
            return middle if middle >= self.today else middle.replace(day=1) + timedelta(days=45)
        return _add_months(first, 1) - timedelta(days=1)

    # -- hours ----------------------------------------------------------------------------------------------------------------------

    def _clock(self, *, named_day: bool) -> time:
        found = self.found
        hour, minute = found.hour or 0, found.minute
        if hour == 24:
            hour = 0
        part = found.part
        if not found.literal:
            if part == "nacht":
                hour = hour + 12 if 9 <= hour <= 11 else 0 if hour == 12 else hour
            elif part == "avond":
                hour = hour + 12 if 4 <= hour <= 11 else 0 if hour == 12 else hour
            elif part in ("middag", "eind van de middag"):
                hour = hour + 12 if 1 <= hour <= 7 else hour
            elif part is None and named_day and 1 <= hour <= 6:
                hour += 12
        return time(hour % 24, minute)

    def _timed(self, day: date | None) -> datetime | None:
        clock = self._clock(named_day=day is not None)
        if day is None:
            return self._next_clock(clock)
        if self.found.part in ("nacht", "avond") and clock.hour < 6 and not self.found.literal:
            day += timedelta(days=1)
        if day == self.today and self.found.today:
            return self._later_today(clock)
        start = self._at(day, clock)
        return start if self._is_ahead(start) else None

    def _later_today(self, clock: time) -> datetime | None:
        """An hour of today: as said when it is still to come, else twelve hours later."""
        plain = self.found.hour or 0
        choices = (
            [clock]
            if self.found.literal or self.found.part
            else [time(plain % 24, clock.minute), clock, time((plain + 12) % 24, clock.minute)]
        )
        ahead = [self._at(self.today, choice) for choice in choices if choice.hour >= 6 or self.now.hour < 6]
        ahead = [start for start in ahead if self._is_ahead(start)]
        return min(ahead, key=lambda start: start.astimezone(UTC)) if ahead else None

    def _next_clock(self, clock: time) -> datetime:
        plain = self.found.hour or 0
        choices = {clock}
        if not self.found.literal and self.found.part is None and 1 <= plain <= 12:
            choices = {
                choice
                for choice in (time(plain % 24, clock.minute), time((plain + 12) % 24, clock.minute))
                if 6 <= choice.hour < 23
            }
        starts = [self._at(self.today + timedelta(days=ahead), choice) for ahead in (0, 1) for choice in choices]
        return min((start for start in starts if self._is_ahead(start)), key=lambda start: start.astimezone(UTC))

    def _part(self, day: date | None, part: str) -> datetime | None:
        clock = PART_STARTS[part]
        if day is None:
            day = self.today
            start = self._at(day, clock)
            if self._is_ahead(start) or self.found.today:
                return start if self._is_ahead(start) else self.now
            return self._at(day + timedelta(days=1), clock)
        start = self._at(day, clock)
        return start if self._is_ahead(start) else self.now if day == self.today else None

    def _whole_day(self, day: date) -> datetime | None:
        if day < self.today:
            return None
        return self.now if day == self.today else self._at(day, time(0))

    # -- repetition -----------------------------------------------------------------------------------------------------------------

    def _recurring(self, recurrence: Recurrence) -> Moment | None:
        found = self.found
        timed = found.hour is not None or found.part is not None
        if found.hour is not None:
            weekday_named = found.weekday is not None or recurrence in ("daily", "weekdays")
            clock = self._clock(named_day=weekday_named)
        else:
            clock = PART_STARTS[found.part] if found.part is not None else time(0)
        begins = self._day() if recurrence in ("daily", "weekdays") and found.dated else None
        for ahead in range(0 if timed else 1, 400):
            day = self.today + timedelta(days=ahead)
            if not self._fits(day, recurrence, timed=timed) or (begins is not None and day < begins):
                continue
            start = self._at(day, clock)
            if self._is_ahead(start):
                return Moment(start, not timed, recurrence, found.event, found.nth)
        return None

    def _fits(self, day: date, recurrence: Recurrence, *, timed: bool) -> bool:
        found = self.found
        if (
            found.week is not None
            and found.week > 0
            and day < self.today - timedelta(days=self.today.weekday()) + timedelta(days=7 * found.week)
        ):
            return False
        if recurrence == "daily":
            return True
        if recurrence == "weekdays":
            return day.weekday() < 5
        if found.weekday is not None:
            return day.weekday() == found.weekday and (recurrence != "monthly" or is_nth(day, found.nth or 1))
        if found.weekend is not None:
            return day.weekday() == 5
        if recurrence == "monthly":
            wanted = found.month_day[0] if found.month_day is not None else 1
            return day.day == wanted
        return timed or day.weekday() == 0

    # -- instants -------------------------------------------------------------------------------------------------------------------

    def _at(self, day: date, clock: time) -> datetime:
        """The instant of a wall clock time: moved forward when the clocks skip it, the one still to come when they repeat it."""
        zone = self.now.tzinfo
        start = datetime.combine(day, clock, tzinfo=zone)
        settled = start.astimezone(UTC).astimezone(zone)
        if settled.replace(fold=0) != start.replace(fold=0) or settled.utcoffset() is None:
            return settled
        if not self._is_ahead(start):
            later = start.replace(fold=1)
            if self._is_ahead(later) and later.utcoffset() != start.utcoffset():
                return later
        return start

    def _is_ahead(self, start: datetime) -> bool:
        return start.astimezone(UTC) > self.now.astimezone(UTC)

    def _after(self, delay: timedelta) -> datetime:
        return (self.now.astimezone(UTC) + delay).astimezone(self.now.tzinfo)


def is_nth(day: date, nth: int) -> bool:
    """True when the day is the nth of its weekday in its month; -1 is the last."""
    return (day + timedelta(days=7)).month != day.month if nth == -1 else (day.day - 1) // 7 + 1 == nth


def _safe_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _add_months(day: date, months: int) -> date:
    """The same day a number of months on, or the month's last day where it has no such day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    for wanted in range(day.day, 27, -1):
        candidate = _safe_date(year, month + 1, wanted)
        if candidate is not None:
            return candidate
    return date(year, month + 1, min(day.day, 28))
