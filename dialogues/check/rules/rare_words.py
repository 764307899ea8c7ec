"""W404: words people seldom meet, unless `words.yaml` names them with a reason."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import lru_cache
from pathlib import Path

from dialogues.check.texts import Whole
from dialogues.issue import Issue

COMMON = Path(__file__).parents[1] / "data" / "common_words.txt"
"""Dutch words with a Zipf frequency of 3.5 or more (some three in a million words); derived from wordfreq, CC BY-SA 4.0."""

_WORD = re.compile(r"[A-Za-zÀ-ÿ]+(?:['’-][A-Za-zÀ-ÿ]+)*")
_SHORT = 4
"""Shorter words are left alone."""

_ENDINGS = (
    "jes",
    "je",
    "tjes",
    "tje",
    "ers",
    "er",
    "en",
    "es",
    "de",
    "te",
    "den",
    "ten",
    "e",
    "n",
    "s",
    "t",
    "d",
    "'s",
)
_FRONTS = (
    "aan",
    "achter",
    "af",
    "bij",
    "binnen",
    "door",
    "in",
    "langs",
    "mee",
    "na",
    "om",
    "onder",
    "op",
    "over",
    "rond",
    "samen",
    "tegen",
    "terug",
    "toe",
    "uit",
    "vast",
    "verder",
    "voor",
    "vooruit",
    "weg",
    "her",
    "on",
    "ge",
    "be",
    "ver",
)
_LINKS = ("", "s", "e", "en", "n")


def check(whole: Whole, allowed: Container[str] = ()) -> Iterator[Issue]:
    """Each rare word once in a whole. `allowed`: the words that have a reason."""
    told = set[str]()
    for text in whole.texts:
        for sentence_start, word, line in _words(text.plain):
            low = word.lower().replace("’", "'")
            named = word[0].isupper() and not sentence_start
            if len(low) < _SHORT or named or low in told or low in allowed or is_common(low):
                continue
            told.add(low)
            remedy = f"kies een gewoner woord, of zet '{low}' met een reden in words.yaml"
            yield Issue(text.place(line), "W404", f"'{word}' kent niet iedereen", remedy)


def _words(text: str) -> Iterator[tuple[bool, str, int]]:
    """Every word, whether it begins a sentence, and its line."""
    for number, line in enumerate(text.split("\n"), 1):
        for hit in _WORD.finditer(line):
            before = line[: hit.start()].rstrip(" \"'‘“(")
            yield not before or before[-1] in ".!?:", hit[0], number


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return frozenset(COMMON.read_text(encoding="utf-8").split())


@lru_cache(maxsize=65536)
def is_common(word: str) -> bool:
    """Whether a word, its stem, or every part of it as a compound is common."""
    return (
        _plain(word)
        or _compound(word, 2)
        or (("-" in word) and all(is_common(part) for part in word.split("-") if part))
    )


def _plain(word: str) -> bool:
    if word in _common() or len(word) < _SHORT:
        return True
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if (
            stem != word
            and len(stem) >= 3
            and (stem in _common() or _doubled(stem) or f"{stem}en" in _common() or f"{stem}e" in _common())
        ):
            return True
    return any(
        word.startswith(front) and len(word) - len(front) >= 3 and word[len(front) :] in _common() for front in _FRONTS
    )


def _doubled(stem: str) -> bool:
    """*knop* for *knopp-en*, *raam* for *ram-en*, *brief* for *briev-en*."""
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[:-1] in _common():
        return True
    if stem[-1] in "vz" and stem[:-1] + {"v": "f", "z": "s"}[stem[-1]] in _common():
        return True
    return len(stem) >= 3 and stem[-2] in "aeou" and f"{stem[:-1]}{stem[-2]}{stem[-1]}" in _common()


def _compound(word: str, depth: int) -> bool:
    for place in range(3, len(word) - 2):
        left, right = word[:place], word[place:]
        if not any(
            left.endswith(link) and left.removesuffix(link) in _common() and len(left) - len(link) >= 3
            for link in _LINKS
        ):
            continue
        if len(right) >= 4 and (_plain(right) or (depth > 1 and _compound(right, depth - 1))):
            return True
    return False
