"""A thousand characters into each skill of the language: no text that somebody sends may hold up the others.

Several texts are tried, ordinary and odd, each several times; a row has the slowest of them and says which it was.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from dialogues.language.matching import match
from dialogues.language.moments import parse_moment
from dialogues.language.reflect import reflect
from dialogues.language.triage import triage
from tests.bench.contest import REPETITIONS
from tests.bench.rows import Row, median_of

LENGTH, TIMES = 1000, 10
LONGEST_TURNED = 240
"""Longer texts are not turned to *je* but handed back or left, at once: so reflect is measured at this length too."""
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
OPTIONS = {
    "weet_het": "Ik weet het precies",
    "twijfel": "Ik twijfel",
    "niks": "Eigenlijk niks",
    "maand": "Over een maand",
}


def _filled(text: str) -> str:
    return (text * (LENGTH // len(text) + 1))[:LENGTH]


TEXTS: Mapping[str, str] = {
    "work talk": _filled(
        "Ik werk nu acht jaar in de vroege dienst en ik wil eigenlijk wel iets anders, want mijn rug doet het niet meer zo. "
        "Mijn teamleider zegt dat ik vrijdag na de overdracht kan langskomen. Ik weet het niet precies. "
    ),
    "one long sentence": _filled("en toen zei ik dat ik niet meer wil dat zij mij elke maandag bellen "),
    "the same word": _filled("ik "),
    "one long word": _filled("x"),
    "numbers and dates": _filled("15-12 om 14.30, 7 8 9 maandag, morgen over 3 weken "),
    "signs near a crisis": _filled("ik wil dood moe dat het stopt met roken "),
    "emoji": _filled("🙂👍🏽 "),
    "right to left": _filled("שלום ik ben moe "),
}
SKILLS: Mapping[str, Callable[[str], object]] = {
    "reflect": reflect,
    "moments": lambda text: parse_moment(text, NOW),
    "triage": triage,
    "matching": lambda text: match(text, OPTIONS),
}


async def language(_directory: Path) -> list[Row]:
    """Milliseconds of each skill for its slowest text."""
    rows = [_slowest(name, skill, LENGTH) for name, skill in SKILLS.items()]
    return [_slowest("reflect", reflect, LONGEST_TURNED), *rows]


def _slowest(name: str, skill: Callable[[str], object], length: int) -> Row:
    found = {text: [_milliseconds(skill, words[:length]) for _ in range(REPETITIONS)] for text, words in TEXTS.items()}
    slowest = max(found, key=lambda text: statistics.median(found[text]))
    row = median_of(f"{length:,} characters into {name}", found[slowest], "ms")
    return replace(row, note=f"the slowest text is {slowest}")


def _milliseconds(skill: Callable[[str], object], words: str) -> float:
    began = time.perf_counter()
    for number in range(TIMES):
        skill(f"{words[:-1]}{number}")  # another text each time: what is remembered of one must not count
    return (time.perf_counter() - began) * 1e3 / TIMES
