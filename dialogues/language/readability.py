"""Measures how easily a Dutch text reads: Flesch-Douma, sentence lengths, banned words with their places. It judges nothing and mends nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

LIMIT: Final = 200_000
"""Characters read of one text."""

BANNED: Final = (
    "je moet",
    "u moet",
    "je zou moeten",
    "u zou moeten",
    "ja, maar",
    "ja maar",
    "waarom doe je niet",
    "waarom doet u niet",
    "wist je dat",
    "wist u dat",
    "goed zo",
    "knap van je",
    "knap hoor",
)
"""What a conversation in the MI-inspired style never says (CONVERSATION.md, "Motivational interviewing", rules 9 and 10)."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, the line it begins on (from 1), and its number of words."""

    text: str
    line: int
    words: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where words were found: the words, their line and column (both from 1)."""

    words: str
    line: int
    column: int


_WORD = re.compile(r"[^\W_](?:[\w'’.-]*[^\W_])?|[^\W_]")
_END = re.compile(r"[.!?…]+(?=[\s\"'”’)]|$)|\n+|(?<=[:;])\s")
_ABBREVIATION = re.compile(
    r"\b(?:bijv|bv|d\.w\.z|m\.b\.v|o\.a|i\.p\.v|t\.o\.v|nr|dhr|mevr|ca|enz|etc|max|min|art|blz|a\.s|z\.s\.m|\w)\.$",
    re.IGNORECASE,
)


def sentences(text: str) -> list[Sentence]:
    """The sentences of the text; a new line ends one as a full stop does, and so do a colon and a semicolon."""
    text = text[:LIMIT]
    found: list[Sentence] = []
    start = 0
    for end in [*(hit for hit in _END.finditer(text)), None]:
        stop = end.end() if end is not None else len(text)
        piece = text[start:stop]
        if end is not None and end[0] == "." and _ABBREVIATION.search(piece[-12:]):
            continue
        count = len(_WORD.findall(piece))
        if count:
            lead = len(piece) - len(piece.lstrip())
            found.append(Sentence(" ".join(piece.split()), text.count("\n", 0, start + lead) + 1, count))
        start = stop
    return found


def sentence_lengths(text: str) -> list[int]:
    """The number of words of each sentence, in order."""
    return [sentence.words for sentence in sentences(text)]


def longest_sentence(text: str) -> Sentence | None:
    """The sentence with most words, the first of equals; None for a text without words."""
    return max(sentences(text), key=lambda sentence: sentence.words, default=None)


def flesch_douma(text: str) -> float:
    """206,84 − 0,93 × words a sentence − 77 × syllables a word (Douma 1960): 75 and more is plain, under 50 hard. No words at all: 100."""
    lengths = sentence_lengths(text)
    words = _WORD.findall(text[:LIMIT])
    if not lengths or not words:
        return 100.0
    return 206.84 - 0.93 * len(words) / len(lengths) - 77.0 * sum(map(syllables, words)) / len(words)


_VOWELS = re.compile(r"[aeiouyàáâäèéêëìíîïòóôöùúûü]+", re.IGNORECASE)
_JOINT = (
    "aai",
    "ooi",
    "oei",
    "eeu",
    "ieu",
    "auw",
    "ouw",
    "aa",
    "ee",
    "oo",
    "uu",
    "oe",
    "ie",
    "eu",
    "ui",
    "ei",
    "ij",
    "ou",
    "au",
    "ae",
    "oi",
    "ai",
)
_SPLIT_MARKS = "äëïöü"
_ENGLISH = re.compile(
    r"(?<=t)ea(?=m)|(?<=d)ea(?=l|d)|(?<=str)ea(?=m)|(?<=cl)ea(?=n)|(?<=j)ea(?=n)|(?<=br)ea(?=k)|(?<=l)ea(?=n\b|d)|(?<=sp)ea(?=k)"
)
_SJON = re.compile(r"tio(?=n)")
_FRENCH = re.compile(r"eau|eaux")


def syllables(word: str) -> int:
    """The syllables of a Dutch word, counted by its groups of vowels; figures count as one for each digit read, abbreviations by letter."""
    low = word.lower().replace("ĳ", "ij")
    if low.isdigit():
        return min(len(low), 4)
    if word.isupper() and 1 < len(word) <= 4 and not _VOWELS.search(low):
        return len(word)
    low = re.sub(r"ij", "y", low)
    low = _FRENCH.sub("o", low)
    low = _SJON.sub("sjo", _ENGLISH.sub("e", low))
    low = low.replace("eum", "e-um") if low.endswith("eum") else low
    low = re.sub(r"qu", "kw", low)
    low = re.sub(r"(?<=[aeiou])y|y(?=[aeiou])", "j", low) if "y" in low and "ij" not in word.lower() else low
    count = sum(_group(hit[0]) for hit in _VOWELS.finditer(low))
    return max(1, count)


def _group(vowels: str) -> int:
    """How many syllables a run of vowels is: "oei" one, "eo" two, "eë" two, "ieuwe" is read up to its w."""
    count, rest = 0, vowels
    while rest:
        size = next(
            (
                len(joint)
                for joint in _JOINT
                if rest.startswith(joint) and not any(mark in _SPLIT_MARKS for mark in rest[1 : len(joint)])
            ),
            1,
        )
        count += 1
        rest = rest[size:]
    return count


def banned(text: str, words: Iterable[str] = BANNED) -> list[Place]:
    """Every place of the given words in the text, as whole words, whatever the case, in the order of the text."""
    text = text[:LIMIT]
    places = []
    for wanted in words:
        spaced = r"\s+".join(re.escape(part) for part in wanted.split())
        for hit in re.finditer(rf"(?<!\w){spaced}(?!\w)", text, re.IGNORECASE):
            line = text.count("\n", 0, hit.start()) + 1
            places.append(Place(wanted, line, hit.start() - (text.rfind("\n", 0, hit.start()) + 1) + 1))
    return sorted(places, key=lambda place: (place.line, place.column))
