"""The second look of triage: how much a text resembles what people in a crisis write, by the weight of its words.

The rules beside this file know ways of saying; what nobody thought of, they miss. Here every run of one to three words, and every
run of letters in a word, carries a weight: above zero when it stood mostly in signs of crisis, below when it stood in other texts. The
weights are learnt from the corpora by `python -m tests.language.weigh` and stand as a table in `data/resemblance.tsv`; nothing else
decides, and `told` says which words did. It is no language model: it makes no words, and knows none but these.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

TABLE = Path(__file__).parents[1] / "data" / "resemblance.tsv"

SHORT = 4
"""A text of fewer words says too little to weigh; the rules know the grave ones."""
LONG, WINDOW, STEP = 24, 16, 8
"""A text of more words is looked at in parts of `WINDOW` words too: one sentence among many is easily outvoted."""

SURE = 2.0
"""A text that passes the bar by no more than this resembles a sign only weakly. By trial on the tuned corpora: of the ordinary texts
that pass at all, three in four stay under it."""

_LETTERS = (3, 4, 5)
_TEXT_LIMIT = 160
"""Words looked at."""


def features(words: list[str]) -> set[str]:
    """What carries weight: runs of one to three words, and (after a `#`) runs of letters within a word; marks carry none."""
    words = [word for word in words if word not in (".", ",")]
    found = set(words)
    found.update(map(" ".join, pairwise(words)))
    found.update(map(" ".join, zip(words, words[1:], words[2:], strict=False)))
    for word in words:
        edged = f"^{word}$"
        for length in _LETTERS:
            found.update("#" + edged[at : at + length] for at in range(len(edged) - length + 1))
    return found


def resembles(text: str) -> bool:
    """Whether a text, in the form of `normal.unmasked`, looks like a sign of crisis."""
    return passes_by(text) > 0


def passes_by(text: str) -> float:
    """How far the heaviest part of a text lies above the bar; below zero when it looks like no sign of crisis."""
    bar, weights = _table()
    return max((_score(words, weights) - bar for words in _parts(text.split()[:_TEXT_LIMIT])), default=-math.inf)


def _score(words: list[str], weights: dict[str, float]) -> float:
    found = features(words)
    return sum(weights[name] for name in sorted(found & weights.keys())) / math.sqrt(len(found))


def told(text: str, most: int = 6) -> list[tuple[str, float]]:
    """Which runs of the text weigh most, the heaviest first: why it was taken so."""
    _, weights = _table()
    found = [(name, weights[name]) for name in features(text.split()[:_TEXT_LIMIT]) if name in weights]
    return sorted(found, key=lambda each: (-each[1], each[0]))[:most]


def _parts(words: list[str]) -> Iterator[list[str]]:
    if sum(word not in (".", ",") for word in words) < SHORT:
        return
    yield words
    if len(words) > LONG:
        for at in range(0, len(words) - WINDOW + STEP, STEP):
            yield words[at : at + WINDOW]


@cache
def _table() -> tuple[float, dict[str, float]]:
    """What the score must pass, and the weights."""
    lines = (line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines()[1:])
    _, bar = next(lines)
    return float(bar), {name: float(weight) for name, weight in lines}
