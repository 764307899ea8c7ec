"""Figures about groups: the only way from people's answers to a number.

Pure. What it lets out is stored once, and shown as stored.

Rules kept here (DESIGN §5):
- Fewer answers than the minimum: nothing at all, and not how many there were. The same for a single question.
- Three classes a question (low, middle, high), each count rounded at random to a multiple of three, upwards or
  downwards with the chances that keep the expectation right ("random rounding to base 3", as Stats NZ does).
- A question on which everybody said the same, or on which the rounded numbers would look so, is withheld: it would
  say of each member what they answered. Both have the same reason, so that the reason tells nothing.
- No exact total: a band. Counts are rounded each on its own, so their sum is no total either.
"""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

Level = Literal["low", "middle", "high"]
LEVELS: tuple[Level, ...] = ("low", "middle", "high")
FLOOR = 5
"""No organisation may set its minimum group lower."""
BASE = 3

_BANDS = ((50, "50+"), (25, "25-49"), (15, "15-24"), (10, "10-14"), (5, "5-9"))
_AUDIENCE_BANDS = ((50, "50+"), (25, "25-49"), (10, "10-24"))


@dataclass(frozen=True, slots=True)
class Question:
    """A question of a check-in. `levels` says in which class each choice falls; None: a scale from 0 to 10."""

    id: str
    levels: Mapping[str, Level] | None = None

    def level(self, answer: object) -> Level | None:
        """The class of an answer; None when it is no answer to this question (skipped, "liever niet")."""
        if self.levels is not None:
            return self.levels.get(answer) if isinstance(answer, str) else None
        if not isinstance(answer, int) or isinstance(answer, bool) or not 0 <= answer <= 10:
            return None
        return "low" if answer <= 5 else "middle" if answer <= 7 else "high"


@dataclass(frozen=True, slots=True)
class Counts:
    """A question's rounded counts; each a multiple of three."""

    low: int
    middle: int
    high: int


@dataclass(frozen=True, slots=True)
class Withheld:
    """Nothing is let out, and why: too_few or unanimous."""

    reason: Literal["too_few", "unanimous"]


@dataclass(frozen=True, slots=True)
class Release:
    """What is let out: how many answered, as a band, and a result for each question."""

    answered: str
    questions: Mapping[str, Counts | Withheld]


Outcome = Release | Withheld


def release(
    answers: Sequence[Mapping[str, int | str]],
    questions: Sequence[Question],
    *,
    minimum: int,
    rng: random.Random,
    floor: int = FLOOR,
) -> Outcome:
    """What may be told about a group whose members gave `answers` (one mapping a person, leaving out the leads).

    `rng` decides the rounding: `random.SystemRandom()`, except in tests.

    Raises:
        ValueError: `minimum` is under the floor.
    """
    if minimum < max(floor, FLOOR):
        raise ValueError(f"the minimum group must be at least {max(floor, FLOOR)}; {minimum} is too few")
    if len(answers) < minimum:
        return Withheld("too_few")
    return Release(
        answered=_in_bands(len(answers), _BANDS),
        questions={question.id: _of_question(question, answers, minimum, rng) for question in questions},
    )


def _of_question(
    question: Question, answers: Sequence[Mapping[str, int | str]], minimum: int, rng: random.Random
) -> Counts | Withheld:
    levels = [question.level(one.get(question.id)) for one in answers]
    counts = [levels.count(level) for level in LEVELS]
    if sum(counts) < minimum:
        return Withheld("too_few")
    rounded = [rounded_at_random(count, rng) for count in counts]
    if sum(count > 0 for count in rounded) < 2:  # also true where everybody said the same: none is never rounded up
        return Withheld("unanimous")
    return Counts(*rounded)


def rounded_at_random(count: int, rng: random.Random) -> int:
    """A multiple of three next to `count`, whose expectation is `count`; a multiple of three stays."""
    below, rest = divmod(count, BASE)
    return (below + (rng.randrange(BASE) < rest)) * BASE


def band(count: int) -> str:
    """The size of an audience as told: "<10", "10-24", "25-49" or "50+"."""
    return _in_bands(count, _AUDIENCE_BANDS, "<10")


def to_json(outcome: Outcome) -> dict[str, Any]:
    """`outcome` as it is stored."""
    if isinstance(outcome, Withheld):
        return {"withheld": outcome.reason}
    return {
        "answered": outcome.answered,
        "questions": {
            name: {"withheld": one.reason}
            if isinstance(one, Withheld)
            else {"low": one.low, "middle": one.middle, "high": one.high}
            for name, one in outcome.questions.items()
        },
    }


def from_json(stored: Mapping[str, Any]) -> Outcome:
    """The outcome that `to_json` stored."""
    if "withheld" in stored:
        return Withheld(stored["withheld"])
    return Release(
        answered=stored["answered"],
        questions={
            name: Withheld(one["withheld"]) if "withheld" in one else Counts(one["low"], one["middle"], one["high"])
            for name, one in stored["questions"].items()
        },
    )


def _in_bands(count: int, bands: Sequence[tuple[int, str]], otherwise: str = "<5") -> str:
    return next((name for least, name in bands if count >= least), otherwise)
