from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogues.language.moments import Moment, describe, parse_moment
from tests.language.corpora import rows

ZONE = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 11, 24, 10, 0, tzinfo=ZONE)


def now_of(cell: str) -> datetime:
    return datetime.fromisoformat(cell).replace(tzinfo=ZONE) if cell else NOW


def shown(moment: Moment | None) -> list[str]:
    if moment is None:
        return ["none"]
    start = moment.start.strftime("%Y-%m-%dT%H:%M") if moment.start else "-"
    return [start, str(int(moment.all_day)), moment.recurrence or "-", moment.event or "-"]


@pytest.mark.parametrize("row", rows("moments", 6), ids=lambda row: row[0])
def test_a_time_of_the_corpus_is_read_as_meant(row: list[str]) -> None:
    assert shown(parse_moment(row[0], now_of(row[5]))) == ([*row[1:5]] if row[1] != "none" else ["none"])


def test_the_held_out_times_are_read_as_meant_in_nineteen_of_twenty() -> None:
    held = rows("heldout_moments", 6)
    missed = [
        row[0]
        for row in held
        if shown(parse_moment(row[0], now_of(row[5]))) != ([*row[1:5]] if row[1] != "none" else ["none"])
    ]
    assert len(missed) <= 0.05 * len(held), missed


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
        ("3 januari 2029", "op 3 januari 2029"),
    ],
)
def test_a_moment_is_said_back_in_plain_dutch(text: str, said: str) -> None:
    moment = parse_moment(text, NOW)
    assert moment is not None
    assert describe(moment, NOW) == said


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


@given(st.text(max_size=300), NOWS)
@settings(deadline=None)
def test_any_text_gives_an_answer(text: str, now: datetime) -> None:
    parse_moment(text, now)


def test_a_text_of_a_thousand_characters_takes_under_ten_milliseconds() -> None:
    text = ("maandag over een week om half drie na de overdracht en dan " * 20)[:1000]
    parse_moment(text, NOW)
    fastest = 1.0
    for _ in range(20):
        begun = time.perf_counter()
        parse_moment(text, NOW)
        fastest = min(fastest, time.perf_counter() - begun)
    assert fastest < 0.01
