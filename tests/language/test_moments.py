from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogues.language.feasts import easter, next_feast
from dialogues.language.moment_words import anchored, describe
from dialogues.language.moments import parse_moment
from tests.language.corpora import rows
from tests.language.figures import timed

ZONE = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 11, 24, 10, 0, tzinfo=ZONE)


@pytest.mark.parametrize("row", rows("moments", 6), ids=lambda row: row[0])
def test_a_time_of_the_corpus_is_read_as_meant(row: list[str]) -> None:
    outcome = timed(row)
    assert outcome.verdict == "right", outcome.got


def test_a_time_that_a_change_of_clocks_skips_moves_forward() -> None:
    moment = parse_moment("28 maart om 2:30", NOW)
    assert moment is not None
    assert moment.start is not None
    assert (moment.start.hour, moment.start.minute, moment.start.utcoffset()) == (3, 30, timedelta(hours=2))


def test_a_time_that_comes_twice_is_the_first_still_to_come() -> None:
    before = parse_moment("om 2:30", datetime(2026, 10, 25, 1, 0, tzinfo=ZONE))
    between = parse_moment("om 2:30", datetime(2026, 10, 25, 2, 40, tzinfo=ZONE))
    assert before is not None
    assert between is not None
    assert before.start is not None
    assert between.start is not None
    assert before.start.astimezone(UTC) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert between.start.astimezone(UTC) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_an_hour_from_now_over_a_change_of_clocks_is_an_hour_later() -> None:
    now = datetime(2027, 3, 28, 1, 30, tzinfo=ZONE)
    moment = parse_moment("over een uur", now)
    assert moment is not None
    assert moment.start is not None
    assert moment.start.astimezone(UTC) - now.astimezone(UTC) == timedelta(hours=1)
    assert moment.start.hour == 3


def test_a_naive_now_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        parse_moment("morgen", datetime(2026, 11, 24, 10, 0))  # noqa: DTZ001  the refusal is what is tested


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("vrijdag om half 3", "vrijdag om 14.30 uur"),
        ("morgen", "morgen"),
        ("elke maandag", "elke maandag"),
        ("elke werkdag om 8 uur", "elke werkdag om 8 uur"),
        ("vrijdag na de overdracht", "vrijdag, na de overdracht"),
        ("na de overdracht", "na de overdracht"),
        ("op 3 januari", "op 3 januari"),
        ("3 december", "donderdag 3 december"),
        ("om de week op maandag", "om de week op maandag"),
        ("elke maand", "elke maand op de 1e"),
        ("elke eerste maandag van de maand", "elke eerste maandag van de maand"),
        ("elke laatste vrijdag van de maand", "elke laatste vrijdag van de maand"),
        ("tweede kerstdag", "op 26 december"),
        ("3 januari 2029", "op 3 januari 2029"),
    ],
)
def test_a_moment_is_said_back_in_plain_dutch(text: str, said: str) -> None:
    moment = parse_moment(text, NOW)
    assert moment is not None
    assert describe(moment, NOW) == said


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("Morgen in de pauze", "Dinsdag in de pauze"),
        ("morgenochtend na de dagstart", "dinsdagochtend na de dagstart"),
        ("vanavond om 8 uur", "dinsdagavond om 8 uur"),
        ("volgende week maandag om 10 uur", "maandag om 10 uur"),
        ("maandag morgen", "maandag morgen"),
        ("'s morgens na de koffie", "'s morgens na de koffie"),
        ("tomorrow after lunch", "Tuesday after lunch"),
    ],
)
def test_words_that_are_true_on_one_day_become_the_day(words: str, kept: str) -> None:
    assert anchored(words, date(2026, 11, 24)) == kept


def test_easter_falls_where_the_almanac_has_it() -> None:
    assert [easter(year).isoformat() for year in (2024, 2025, 2026, 2027, 2038)] == [
        "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25",
    ]  # fmt: skip


def test_a_kings_day_on_a_sunday_is_kept_the_day_before() -> None:
    assert next_feast("koningsdag", date(2031, 1, 1)).isoformat() == "2031-04-26"
    assert next_feast("koningsdag", date(2026, 11, 24)).isoformat() == "2027-04-27"


PIECES = st.sampled_from(
    [
        "morgen",
        "vandaag",
        "vanavond",
        "vanmiddag",
        "maandag",
        "dinsdag",
        "zaterdag",
        "volgende",
        "week",
        "over",
        "een",
        "3",
        "weken",
        "dagen",
        "uur",
        "om",
        "half",
        "drie",
        "kwart",
        "voor",
        "9",
        "14:30",
        "in",
        "het",
        "weekend",
        "elke",
        "iedere",
        "werkdag",
        "dag",
        "na",
        "de",
        "overdracht",
        "'s",
        "ochtends",
        "avond",
        "nacht",
        "1-12",
        "31",
        "29",
        "februari",
        "december",
        "15e",
        "eind",
        "van",
        "begin",
        "maand",
        "zo",
        "straks",
        "nu",
        "anderhalf",
        "jaar",
        "te",
    ]
)
DAYS = st.datetimes(datetime.fromisoformat("2026-01-01"), datetime.fromisoformat("2030-12-31"))
NOWS = DAYS.map(lambda naive: naive.replace(tzinfo=UTC).astimezone(ZONE))


@given(st.lists(PIECES, min_size=1, max_size=6), NOWS)
@settings(deadline=None, max_examples=600)
def test_a_moment_is_never_in_the_past_and_can_be_said_back(pieces: list[str], now: datetime) -> None:
    moment = parse_moment(" ".join(pieces), now)
    if moment is not None:
        assert moment.start is None or moment.start.astimezone(UTC) >= now.astimezone(UTC)
        assert moment.start is not None or moment.event
        assert moment.start is None or moment.start.tzinfo is now.tzinfo
        assert describe(moment, now)
