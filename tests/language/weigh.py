"""Learns the weights of `dialogues/language/signs/resemblance.py` from the corpora: `python -m tests.language.weigh`.

Logistic regression of crisis against all others, one row after another (AdaGrad, Duchi et al. 2011).
Everything is in a fixed order, so the same corpora give the same table. The frozen corpora ("blind…") are never read.

    python -m tests.language.weigh            # learns and writes the table
    python -m tests.language.weigh --try      # learns on all sources but one, and counts on that one; writes nothing
"""

from __future__ import annotations

import hashlib
import math
import random
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from dialogues.language import normal
from dialogues.language.signs.resemblance import TABLE, features
from dialogues.language.triage import IDIOMS, RULES
from tests.language.corpora import HERE, rows

SOURCES: Final = ("triage", *sorted(path.stem for path in HERE.glob("lessons_*.tsv")))
ORDINARY: Final = (("reflect", 0), ("moments", 0), ("matching", 1))
"""Everyday answers, none of them a sign; and the cell they stand in."""
LEAST, ROUNDS, RATE, DECAY = 2, 24, 0.6, 1e-5
KIND: Final = "crisis"
"""What is learnt. The other kinds have too few sentences to learn from; their rules do better alone."""
BAR = 0.5
"""The logit a text must pass, chosen by `--try`: lower, and ordinary talk alarms in more than three of a hundred texts."""
SLIGHT = 0.1
"""Weights nearer to zero than this are left out of the table."""

Row = tuple[frozenset[str], str]


def row(text: str, kind: str) -> Row:
    """A text as its features, read as the rules read it."""
    return frozenset(features(normal.readings(text)[0].split())), kind


def read(source: str) -> list[Row]:
    """The rows of a source."""
    return [row(each[0], each[1]) for each in rows(source, 2)]


def ordinary() -> list[Row]:
    """What is no sign: the other skills' corpora, and what the rules themselves leave alone."""
    texts = [each[at] for source, at in ORDINARY for each in rows(source, 2)]
    texts += [text for rule in RULES for text in rule.not_examples] + [text for one in IDIOMS for text in one.examples]
    return [row(text, "-") for text in texts]


def known_to_rules() -> list[Row]:
    """The rules' own examples."""
    return [row(text, rule.kind) for rule in RULES for text in rule.examples]


def learnt(known: Sequence[Row]) -> tuple[float, dict[str, float]]:
    """The constant and the weights."""
    counts = Counter(name for found, _ in known for name in found)
    names = sorted(name for name, count in counts.items() if count >= LEAST)
    place = {name: number for number, name in enumerate(names)}
    data = [
        (sorted(place[name] for name in found if name in place), 1 / math.sqrt(len(found) or 1), label == KIND)
        for found, label in known
    ]
    weights, squares = [0.0] * len(names), [1e-6] * len(names)
    constant, constant_square = 0.0, 1e-6
    order = list(range(len(data)))
    chance = random.Random(KIND)
    for _ in range(ROUNDS):
        chance.shuffle(order)
        for number in order:
            at, value, label = data[number]
            logit = constant + value * sum(weights[i] for i in at)
            fault = 1 / (1 + math.exp(-max(-30.0, min(30.0, logit)))) - label
            if abs(fault) < 1e-3:
                continue
            constant_square += fault * fault
            constant -= 0.1 * fault / math.sqrt(constant_square)
            for i in at:
                slope = fault * value + DECAY * weights[i]
                squares[i] += slope * slope
                weights[i] -= RATE * slope / math.sqrt(squares[i])
    return constant, {name: weights[number] for name, number in place.items()}


def logit(found: frozenset[str], constant: float, weights: Mapping[str, float]) -> float:
    """What the score of `resemblance` is made of."""
    return constant + sum(weights.get(name, 0.0) for name in sorted(found)) / math.sqrt(len(found) or 1)


def everything() -> list[Row]:
    """All there is to learn from, in a fixed order."""
    return [*(each for source in SOURCES for each in read(source)), *ordinary(), *known_to_rules()]


def digest(known: Sequence[Row]) -> str:
    """Over everything that is learnt from: the table names it, so that a stale one is noticed."""
    told = "\n".join(f"{kind} {' '.join(sorted(found))}" for found, kind in known)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def write() -> None:
    """Learn from everything and write the table."""
    known = everything()
    constant, weights = learnt(known)
    lines = [
        f"# Made by python -m tests.language.weigh from the corpora {digest(known)}; never edited by hand.",
        f"= bar\t{BAR - constant:.3f}",
        *(f"{name}\t{weight:.2f}" for name, weight in sorted(weights.items()) if abs(weight) >= SLIGHT),
    ]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def trial() -> None:
    """Counts for each source, learnt from the others."""
    parts = {source: read(source) for source in SOURCES} | {"ordinary": ordinary()}
    for source, part in parts.items():
        others = [each for name, other in parts.items() if name != source for each in other]
        constant, weights = learnt([*others, *known_to_rules()])
        found = [(logit(each, constant, weights), label) for each, label in part]
        wanted, quiet = (sum(label == kind for _, label in found) for kind in (KIND, "-"))
        told = "  ".join(
            f"{bar:+.1f}: {sum(x > bar and label == KIND for x, label in found)}/{wanted}"
            f" alarms {sum(x > bar and label == '-' for x, label in found)}/{quiet}"
            for bar in (0.0, 0.5, 1.0, 1.5, 2.0)
        )
        sys.stdout.write(f"{source}  {told}\n")


if __name__ == "__main__":
    trial() if "--try" in sys.argv[1:] else write()
