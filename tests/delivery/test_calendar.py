"""When messages are welcome, across nights, days off, pauses, caps and both clock changes of Europe/Amsterdam."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from bot.delivery.calendar import Hours, allowed_from, at_local, may_send_unasked, welcome_from

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
SPRING, AUTUMN = date(2027, 3, 28), date(2026, 10, 25)


def local(text: str, fold: int = 0) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM, fold=fold).astimezone(UTC)


def wall(moment: datetime) -> str:
    return moment.astimezone(AMSTERDAM).strftime("%a %d %b %H:%M")


@pytest.mark.parametrize(
    ("now", "hours", "then"),
    [
        ("2026-11-23 12:00", Hours(), "Mon 23 Nov 12:00"),
        ("2026-11-23 07:59", Hours(), "Mon 23 Nov 08:00"),
        ("2026-11-23 20:00", Hours(), "Tue 24 Nov 08:00"),
        ("2026-11-23 19:59", Hours(), "Mon 23 Nov 19:59"),
        ("2026-11-27 21:00", Hours(days_off=frozenset({5, 6})), "Mon 30 Nov 08:00"),
        ("2026-11-23 12:00", Hours(days_off=frozenset({0})), "Tue 24 Nov 08:00"),
        ("2026-11-23 23:00", Hours(start=time(22), end=time(2)), "Mon 23 Nov 23:00"),
        ("2026-11-24 01:00", Hours(start=time(22), end=time(2), days_off=frozenset({1})), "Tue 24 Nov 01:00"),
        ("2026-11-24 01:00", Hours(start=time(22), end=time(2), days_off=frozenset({0})), "Tue 24 Nov 22:00"),
        ("2026-11-23 03:00", Hours(start=time(0), end=time(0)), "Mon 23 Nov 03:00"),
        ("2026-11-23 09:00", Hours(night_week_until=date(2026, 11, 29)), "Mon 23 Nov 16:00"),
        ("2026-11-29 21:00", Hours(night_week_until=date(2026, 11, 29)), "Mon 30 Nov 08:00"),
        ("2026-11-23 09:00", Hours(pause_until=local("2026-12-01 22:00")), "Wed 02 Dec 08:00"),
        ("2026-11-23 09:00", Hours(pause_until=local("2026-11-01 22:00")), "Mon 23 Nov 09:00"),
    ],
)
def test_first_welcome_moment(now: str, hours: Hours, then: str) -> None:
    """Each line: now, the hours, and when a message may go."""
    assert wall(allowed_from(local(now), hours, AMSTERDAM)) == then


def test_eight_is_eight_on_both_clock_changes() -> None:
    """The night of a clock change is an hour shorter or longer; the morning begins at eight on the wall."""
    assert allowed_from(local("2027-03-27 21:00"), Hours(), AMSTERDAM) == datetime(2027, 3, 28, 6, tzinfo=UTC)
    assert allowed_from(local("2026-10-24 21:00"), Hours(), AMSTERDAM) == datetime(2026, 10, 25, 7, tzinfo=UTC)


def test_a_window_that_touches_a_clock_change_is_never_longer() -> None:
    """A skipped or doubled wall time makes hours begin later and end earlier."""
    skipped = Hours(start=time(2, 30), end=time(10))
    assert wall(allowed_from(local("2027-03-28 00:30"), skipped, AMSTERDAM)) == "Sun 28 Mar 03:30"
    doubled = Hours(start=time(2, 30), end=time(10))
    assert allowed_from(local("2026-10-25 02:40"), doubled, AMSTERDAM) == local("2026-10-25 02:30", fold=1)
    ends = Hours(start=time(20), end=time(2, 30))
    assert wall(allowed_from(local("2026-10-25 02:10", fold=1), ends, AMSTERDAM)) == "Sun 25 Oct 20:00"
    vanishes = Hours(start=time(2, 10), end=time(2, 50))
    assert wall(allowed_from(local("2027-03-28 00:30"), vanishes, AMSTERDAM)) == "Mon 29 Mar 02:10"


def test_wall_times_become_moments() -> None:
    """Ordinary, doubled (the first) and skipped (an hour later)."""
    assert at_local(date(2026, 7, 1), time(9), AMSTERDAM) == datetime(2026, 7, 1, 7, tzinfo=UTC)
    assert at_local(AUTUMN, time(2, 30), AMSTERDAM) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert wall(at_local(SPRING, time(2, 30), AMSTERDAM)) == "Sun 28 Mar 03:30"


def test_caps() -> None:
    """One a day and two in any seven days; None when there is room."""
    now = local("2026-11-25 12:00")
    assert may_send_unasked(now, [], AMSTERDAM) is None
    assert may_send_unasked(now, [local("2026-11-24 23:59")], AMSTERDAM) is None
    assert may_send_unasked(now, [local("2026-11-25 00:00")], AMSTERDAM) == local("2026-11-26 00:00")
    two = [local("2026-11-21 09:00"), local("2026-11-23 09:00")]
    assert may_send_unasked(now, two, AMSTERDAM) == local("2026-11-28 00:00")
    assert may_send_unasked(local("2026-11-28 00:00"), two, AMSTERDAM) is None
    assert may_send_unasked(now, two[1:], AMSTERDAM, per_week=1, week_days=14) == local("2026-12-07 00:00")
    assert may_send_unasked(now, two, AMSTERDAM, per_day=9, per_week=9) is None


def test_the_cap_counts_the_persons_days() -> None:
    """A message just after midnight where the person is belongs to the new day, whatever UTC says."""
    sent = [datetime(2026, 11, 24, 23, 30, tzinfo=UTC)]  # 00:30 on the 25th in Amsterdam
    assert may_send_unasked(local("2026-11-25 12:00"), sent, AMSTERDAM) == local("2026-11-26 00:00")
    assert may_send_unasked(local("2026-11-25 12:00"), sent, ZoneInfo("UTC")) is None


def test_hours_and_caps_together() -> None:
    """Today's is used up, tomorrow is a day off: the day after, at eight."""
    moment = welcome_from(
        local("2026-11-25 12:00"), Hours(days_off=frozenset({3})), AMSTERDAM, [local("2026-11-25 09:00")]
    )
    assert wall(moment) == "Fri 27 Nov 08:00"


def test_nonsense_is_refused() -> None:
    """Seven days off, naive moments, caps of nothing."""
    with pytest.raises(ValidationError, match="at least one day"):
        Hours(days_off=frozenset(range(7)))
    with pytest.raises(ValidationError):
        Hours(days_off=frozenset({7}))
    with pytest.raises(ValidationError):
        Hours(pause_until=datetime(2026, 1, 1))  # noqa: DTZ001 - the point of the test
    with pytest.raises(ValueError, match="offset"):
        allowed_from(datetime(2026, 1, 1), Hours(), AMSTERDAM)  # noqa: DTZ001
    with pytest.raises(ValueError, match="at least one"):
        may_send_unasked(local("2026-11-25 12:00"), [], AMSTERDAM, per_week=0)


def test_hours_survive_json() -> None:
    """Hours are kept in a profile as JSON and come back the same."""
    hours = Hours(
        start=time(9, 30),
        days_off=frozenset({5, 6}),
        pause_until=local("2026-12-01 22:00"),
        night_week_until=date(2026, 11, 29),
    )
    assert Hours.model_validate_json(hours.model_dump_json()) == hours


zones = st.sampled_from([AMSTERDAM, ZoneInfo("America/Paramaribo"), ZoneInfo("America/New_York"), ZoneInfo("UTC")])


def between(first: str, last: str) -> st.SearchStrategy[datetime]:
    return st.datetimes(datetime.fromisoformat(first), datetime.fromisoformat(last), timezones=st.just(UTC))


moments = st.one_of(
    between("2026-01-01", "2028-01-01"), between("2027-03-26", "2027-03-30"), between("2026-10-23", "2026-10-27")
)
times = st.one_of(st.times(), st.builds(time, st.integers(1, 3), st.sampled_from([0, 15, 30, 45])))
some_hours = st.builds(
    Hours,
    start=times,
    end=times,
    days_off=st.frozensets(st.integers(0, 6), max_size=6),
    pause_until=st.none() | moments,
    night_week_until=st.none() | st.dates(date(2026, 1, 1), date(2028, 1, 1)),
)


def inside(moment: datetime, hours: Hours, zone: ZoneInfo) -> bool:
    """By the wall clock alone, without the code under test."""
    at = moment.astimezone(zone)

    def window(day: date) -> tuple[time, time]:
        if hours.night_week_until and day <= hours.night_week_until:
            return time(16), time(20)
        return hours.start, hours.end

    def free(day: date) -> bool:
        return day.weekday() not in hours.days_off

    clock, today, yesterday = at.time(), at.date(), at.date() - timedelta(days=1)
    start, end = window(today)
    now = free(today) and (start <= clock < end if end > start else clock >= start)
    start, end = window(yesterday)
    return now or (free(yesterday) and end <= start and clock < end)


@settings(max_examples=400, deadline=None)
@given(moments, some_hours, zones)
def test_the_moment_is_welcome_and_stays_so(now: datetime, hours: Hours, zone: ZoneInfo) -> None:
    """It is never in the past or a pause, is inside the hours on the wall, and asked again at that moment it stays."""
    moment = allowed_from(now, hours, zone)
    assert moment >= now
    assert hours.pause_until is None or moment >= hours.pause_until
    assert inside(moment, hours, zone)
    assert allowed_from(moment, hours, zone) == moment
    assert moment.utcoffset() == timedelta(0)


@settings(max_examples=150, deadline=None)
@given(moments, some_hours, st.integers(1, 600))
def test_nothing_welcome_is_skipped(now: datetime, hours: Hours, minutes: int) -> None:
    """Where no clock change is near, no earlier moment was inside the hours."""
    zone = ZoneInfo("America/Paramaribo")  # has no clock changes
    moment = allowed_from(now, hours, zone)
    start = max(now, hours.pause_until or now)
    earlier = moment - timedelta(minutes=minutes)
    assert earlier < start or moment == start or not inside(earlier, hours, zone)


@settings(max_examples=200, deadline=None)
@given(moments, some_hours, st.integers(1, 2), st.integers(1, 3))
def test_caps_hold_however_often_one_asks(now: datetime, hours: Hours, per_day: int, per_week: int) -> None:
    """Sending whenever it is allowed never gives a day or a week too many."""
    sent: list[datetime] = []
    for _ in range(6):
        now = welcome_from(now, hours, AMSTERDAM, sent, per_day=per_day, per_week=per_week)
        sent.append(now)
    days = [moment.astimezone(AMSTERDAM).date() for moment in sent]
    for day in days:
        assert days.count(day) <= per_day
        assert sum(day <= other < day + timedelta(days=7) for other in days) <= per_week
