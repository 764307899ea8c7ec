"""E232: who informs, tells something."""

from __future__ import annotations

from collections.abc import Iterator

from dialogues.check.answered import variants
from dialogues.check.talk import Talk
from dialogues.check.turns import INFORMS
from dialogues.check.wording import states
from dialogues.issue import Issue


def check(talk: Talk) -> Iterator[Issue]:
    """Looks at every step with such a tag."""
    for step in talk.script.steps:
        if INFORMS & set(step.mi) and not any(states(text) for text in variants(step)):
            what = f"'{step.id}' heet informatie, maar vertelt niets"
            yield Issue(talk.where(step, "mi"), "E232", what, "vertel iets in een gewone zin, of haal het label weg")
