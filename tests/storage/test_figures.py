"""Figures: whatever a group answers, nothing comes out that says something of one of them."""

import math
import random
from collections.abc import Mapping

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from storage import figures
from storage.figures import BASE, LEVELS, Counts, Question, Release, Withheld, band, release, rounded_at_random

SCALE = Question("druk")
CHOICE = Question("rooster", {"goed": "high", "gaat": "middle", "slecht": "low"})

answer = st.integers(-2, 13) | st.sampled_from(["goed", "gaat", "slecht", "liever niet", ""]) | st.booleans()
person = st.dictionaries(st.sampled_from(["druk", "rooster", "iets anders"]), answer)
minimums = st.integers(5, 12)


def _true_counts(question: Question, answers: list[dict[str, int | str]]) -> list[int]:
    given_levels = [question.level(one.get(question.id)) for one in answers]
    return [given_levels.count(level) for level in LEVELS]


def _shown(counts: Counts) -> list[int]:
    return [counts.low, counts.middle, counts.high]


@given(st.lists(person, max_size=40), minimums, st.integers())
def test_nothing_comes_out_of_a_group_under_the_minimum(
    answers: list[dict[str, int | str]], minimum: int, seed: int
) -> None:
    """Guard: the two comparisons with `minimum`."""
    outcome = release(answers, [SCALE, CHOICE], minimum=minimum, rng=random.Random(seed))
    if len(answers) < minimum:
        assert outcome == Withheld("too_few")
        return
    assert isinstance(outcome, Release)
    for question in (SCALE, CHOICE):
        if sum(_true_counts(question, answers)) < minimum:
            assert outcome.questions[question.id] == Withheld("too_few")


@given(st.lists(person, min_size=5, max_size=40), st.integers())
def test_no_class_that_everybody_is_in_comes_out(answers: list[dict[str, int | str]], seed: int) -> None:
    """Guard: the count of classes that are not empty, after rounding, in `_of_question`."""
    outcome = release(answers, [SCALE, CHOICE], minimum=5, rng=random.Random(seed))
    assert isinstance(outcome, Release)
    for question in (SCALE, CHOICE):
        shown = outcome.questions[question.id]
        if isinstance(shown, Counts):
            assert sum(count > 0 for count in _true_counts(question, answers)) >= 2
            assert sum(count > 0 for count in _shown(shown)) >= 2


@given(st.sampled_from([0, 5, 6, 7, 8, 10]), st.integers(5, 60), st.integers())
def test_an_unanimous_group_is_never_shown(score: int, size: int, seed: int) -> None:
    """The case that random answers seldom make."""
    outcome = release([{"druk": score}] * size, [SCALE], minimum=5, rng=random.Random(seed))
    assert isinstance(outcome, Release)
    assert outcome.questions == {"druk": Withheld("unanimous")}


@pytest.mark.parametrize("size", [5, 10, 30])
def test_a_nearly_unanimous_group_never_looks_unanimous(size: int) -> None:
    answers = [{"druk": 3}] * (size - 1) + [{"druk": 9}]
    shown = [release(answers, [SCALE], minimum=5, rng=random.Random(seed)) for seed in range(100)]
    outcomes = [one.questions["druk"] for one in shown if isinstance(one, Release)]
    assert len(outcomes) == 100
    assert Withheld("unanimous") in outcomes
    assert {one.high for one in outcomes if isinstance(one, Counts)} == {3}


@given(st.lists(person, min_size=5, max_size=40), st.integers())
def test_every_number_shown_is_rounded_and_within_reach(answers: list[dict[str, int | str]], seed: int) -> None:
    outcome = release(answers, [SCALE, CHOICE], minimum=5, rng=random.Random(seed))
    assert isinstance(outcome, Release)
    for question in (SCALE, CHOICE):
        shown = outcome.questions[question.id]
        if isinstance(shown, Counts):
            for true, count in zip(_true_counts(question, answers), _shown(shown), strict=True):
                assert count % BASE == 0
                assert abs(count - true) < BASE


@given(st.integers(0, 200), st.integers())
def test_rounding_goes_to_a_neighbour_and_leaves_multiples_alone(count: int, seed: int) -> None:
    rounded = rounded_at_random(count, random.Random(seed))
    assert rounded % BASE == 0
    assert abs(rounded - count) < BASE
    if count % BASE == 0:
        assert rounded == count


@pytest.mark.parametrize("count", range(12))
def test_rounding_is_unbiased(count: int) -> None:
    """Guard: the chances in `rounded_at_random`; rounding to the nearest fails here."""
    draws = 20_000
    rng = random.Random(count)
    mean = math.fsum(rounded_at_random(count, rng) for _ in range(draws)) / draws
    assert abs(mean - count) < 5 * 1.5 / math.sqrt(draws)  # five standard errors; the deviation is at most 1.5


def _plain_numbers(value: object) -> list[int]:
    if isinstance(value, Mapping):
        return [number for one in value.values() for number in _plain_numbers(one)]
    return [value] if isinstance(value, int) else []


def test_no_exact_total_comes_out() -> None:
    """The same group and one person more cannot be told apart by any number that is not rounded at random.

    Guard: `answered` as a band. Over many draws, a group of 20 shows sums both under and over 20, as does one of 21.
    """
    sums = {}
    for size in (20, 21):
        answers = [{"druk": (2, 6, 9)[place % 3]} for place in range(size)]
        drawn = set()
        for seed in range(300):
            outcome = release(answers, [SCALE], minimum=10, rng=random.Random(seed))
            assert isinstance(outcome, Release)
            assert outcome.answered == "15-24"
            stored = figures.to_json(outcome)
            assert set(stored) == {"answered", "questions"}
            shown = _plain_numbers(stored)
            assert all(number % BASE == 0 for number in shown)
            drawn.add(sum(shown))
        sums[size] = drawn
    assert min(sums[20]) < 20 < max(sums[20])
    assert 21 in sums[20]
    assert 21 in sums[21]


@given(st.integers(0, 500))
def test_an_audience_is_told_in_bands(count: int) -> None:
    bands = {"<10": range(10), "10-24": range(10, 25), "25-49": range(25, 50), "50+": range(50, 501)}
    assert count in bands[band(count)]


@pytest.mark.parametrize(
    ("size", "answered"),
    [(5, "5-9"), (9, "5-9"), (10, "10-14"), (15, "15-24"), (25, "25-49"), (49, "25-49"), (50, "50+")],
)
def test_how_many_answered_is_told_in_bands(size: int, answered: str) -> None:
    outcome = release([{"druk": place % 11} for place in range(size)], [SCALE], minimum=5, rng=random.Random(1))
    assert isinstance(outcome, Release)
    assert outcome.answered == answered


@pytest.mark.parametrize(("minimum", "floor"), [(4, 5), (0, 5), (4, 1), (9, 10), (-1, -1)])
def test_no_minimum_under_the_floor(minimum: int, floor: int) -> None:
    with pytest.raises(ValueError, match="at least"):
        release([], [], minimum=minimum, floor=floor, rng=random.Random(1))


@pytest.mark.parametrize(
    ("value", "level"),
    [
        (0, "low"),
        (5, "low"),
        (6, "middle"),
        (7, "middle"),
        (8, "high"),
        (10, "high"),
        *((other, None) for other in (11, -1, True, "8", 7.5, None)),
    ],
)
def test_classes_of_a_scale(value: object, level: str | None) -> None:
    assert SCALE.level(value) == level


@pytest.mark.parametrize(("value", "level"), [("goed", "high"), ("slecht", "low"), ("anders", None), (8, None)])
def test_classes_of_choices(value: object, level: str | None) -> None:
    assert CHOICE.level(value) == level


@given(st.lists(st.integers(0, 10), min_size=10, max_size=40), st.randoms(use_true_random=False))
def test_the_order_of_the_answers_shows_in_nothing(scores: list[int], shuffler: random.Random) -> None:
    shuffled = list(scores)
    shuffler.shuffle(shuffled)
    assume(shuffled != scores)
    one, other = (
        release([{"druk": score} for score in some], [SCALE], minimum=10, rng=random.Random(3))
        for some in (scores, shuffled)
    )
    assert one == other
