"""Times said in English: read like the Dutch ones, said back in English, and never taken from Dutch."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogues.language.moment_english import english
from dialogues.language.moment_words import describe
from dialogues.language.moments import parse_moment
from tests.language.corpora import rows
from tests.language.figures import timed

ZONE = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 11, 24, 10, 0, tzinfo=ZONE)


@pytest.mark.parametrize("row", rows("english_moments", 6), ids=lambda row: row[0])
def test_an_english_time_is_read_as_meant(row: list[str]) -> None:
    outcome = timed(row)
    assert outcome.verdict == "right", outcome.got


def test_no_dutch_time_is_taken_for_english() -> None:
    assert [row[0] for row in rows("moments", 6) if english(row[0])] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("friday at 3", "Friday at 15:00"),
        ("tomorrow", "tomorrow"),
        ("the day after tomorrow at 9.30 am", "the day after tomorrow at 9:30"),
        ("every monday", "every Monday"),
        ("every weekday at 8", "every weekday at 8:00"),
        ("every other week", "every other Monday"),
        ("friday after the handover", "Friday, after the handover"),
        ("3 december", "Thursday 3 December"),
        ("january 3rd 2029", "on 3 January 2029"),
        ("every first monday of the month", "every first Monday of the month"),
        ("vrijdag om half 3", "Friday at 14:30"),
    ],
)
def test_a_moment_is_said_back_in_english_where_the_talk_is_english(text: str, said: str) -> None:
    moment = parse_moment(text, NOW)
    assert moment is not None
    assert describe(moment, NOW, "en") == said


WORDS = (
    "tomorrow today tonight monday friday next week weeks in two a 3 days hours at half past three quarter to 9 14:30 pm the "
    "weekend every weekday day after handover morning night 1st 31 february march end of beginning month now hour december"
)
PIECES = st.sampled_from(WORDS.split())
DAYS = st.datetimes(datetime.fromisoformat("2026-01-01"), datetime.fromisoformat("2030-12-31"))
NOWS = DAYS.map(lambda naive: naive.replace(tzinfo=UTC).astimezone(ZONE))


@given(st.lists(PIECES, min_size=1, max_size=6), NOWS)
@settings(deadline=None, max_examples=600)
def test_an_english_moment_is_never_in_the_past_and_can_be_said_back(pieces: list[str], now: datetime) -> None:
    moment = parse_moment(" ".join(pieces), now)
    if moment is not None:
        assert moment.start is None or moment.start.astimezone(UTC) >= now.astimezone(UTC)
        assert moment.start is not None or moment.event
        assert describe(moment, now, "en")
