"""Signs that a sentence is of somebody who is still learning Dutch, or runs on: such words are quoted, not turned into a sentence of ours.

Only what is plain to see: a verb that misses its *me*, a second clause without a word that joins it. It changes and corrects nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dialogues.language import lexicon as lx
from dialogues.language.clauses import Reading

_NEEDS_ME: Final = frozenset(
    "schaam schaamde verveel verveelde vergis vergiste bemoei bemoeide verslaap versliep verheug verheugde haast haastte".split()
)
"""Forms of verbs that cannot stand without *me* or *mij*."""
_ME: Final = frozenset({"me", "mij", "mezelf", "mijzelf", "m'n", "mn"})

_OTHERS_VERB: Final = frozenset(
    "is heeft gaat staat wordt komt doet ziet hoort blijft geeft krijgt vindt zegt maakt werkt loopt helpt luistert snapt belt kijkt denkt stuurt vraagt leest roept begrijpt wacht praat".split()
)
"""What *ik* can hardly say of itself: the verb of somebody else."""
_JOINS: Final = (
    lx.SUBORDINATORS
    | lx.COORDINATORS
    | frozenset("die dat wat wie hoe waarom wanneer welke welk hoeveel om want zodat dan als of en maar dus ik".split())
)
_COMPARED: Final = frozenset(
    "meer minder ander anders andere liever nu en maar of wat wel niet ook toch eerder beter best eigenlijk".split()
)


def lacks_me(words: Sequence[str], reading: Reading) -> bool:
    """Whether a verb of *ik* that cannot do without *me* stands alone: "ik schaam voor mijn werk"."""
    return any(words[at] in _NEEDS_ME for at in reading.roles) and not _ME & set(words)


def runs_on(words: Sequence[str], breaks: set[int], reading: Reading) -> bool:
    """Whether somebody else's verb follows *ik*'s with nothing that joins them: "ik ben bang planner hoort"."""
    for at, word in enumerate(words):
        if word not in _OTHERS_VERB or at in reading.roles:
            continue
        before = [own for own in reading.roles if own < at]
        if not before or at - max(before) < 2 or not _opens(words, max(before)):
            continue
        between = range(max(before) + 1, at)
        if not any(place in breaks or _joins(words[place]) for place in between) and at not in breaks:
            return True
    return False


def _opens(words: Sequence[str], own: int) -> bool:
    """Whether the verb of *ik* is that of a main clause: "ik ben", "ben"; not "wat ik wil is"."""
    return own == 0 or (
        words[own - 1] == "ik" and not (own > 1 and _joins(words[own - 2]) and words[own - 2] not in lx.COORDINATORS)
    )


def _joins(word: str) -> bool:
    return word in _JOINS or word.startswith("waar")


def two_in_one(words: Sequence[str]) -> bool:
    """Whether a piece without *ik* is two, with a bare *dan* between them: "ochtend werken dan naar huis"."""
    return any(
        word == "dan" and words[at - 1] not in _COMPARED and not words[at - 1].endswith(("er", "re"))
        for at, word in enumerate(words[1:-1], 1)
    )
