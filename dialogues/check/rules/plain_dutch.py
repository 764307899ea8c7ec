"""W401: a whole reads easily (Flesch-Douma 75 or more); W402: a sentence has at most twelve words; W403: at most one comma."""

from __future__ import annotations

from collections.abc import Iterator

from dialogues.check.texts import Text, Whole, said_of
from dialogues.issue import Issue
from dialogues.language.readability import flesch_douma, sentences

LEAST, MOST_WORDS, MOST_COMMAS = 75, 12, 1
ENOUGH = 30
"""Words from which the figure of Flesch-Douma says something."""


def check(whole: Whole) -> Iterator[Issue]:
    """Measures what is said; placeholders are left out."""
    together = joined(whole)
    if len(together.split()) >= ENOUGH and (score := flesch_douma(together)) < LEAST:
        what = f"dit leest te moeilijk: {score:.0f}, en {LEAST} is het minste (Flesch-Douma)"
        yield Issue(whole.top, "W401", what, "gebruik kortere woorden en kortere zinnen")
    for text in said_of(whole):
        yield from _long(text)


def joined(whole: Whole) -> str:
    """All that is said in a whole, as one text."""
    return "\n".join(text.plain for text in said_of(whole))


def _long(text: Text) -> Iterator[Issue]:
    for sentence in sentences(text.plain):
        if sentence.words > MOST_WORDS:
            what = f"{sentence.words} woorden in één zin: {sentence.text[:50]}…"
            yield Issue(
                text.place(sentence.line), "W402", what, f"maak er twee zinnen van, van hooguit {MOST_WORDS} woorden"
            )
        if sentence.text.count(",") > MOST_COMMAS:
            what = f"{sentence.text.count(',')} komma's in één zin: {sentence.text[:50]}…"
            yield Issue(text.place(sentence.line), "W403", what, "maak er twee zinnen van; één komma is genoeg")
