"""E226: a summary brings at least two answers together."""

from __future__ import annotations

from collections.abc import Iterator

from dialogues.check.answered import names_shown, variants
from dialogues.check.talk import Talk
from dialogues.issue import Issue


def check(talk: Talk) -> Iterator[Issue]:
    """Looks at every step with the tag."""
    for step in talk.script.steps:
        if "summary" in step.mi and max((len(names_shown(text)) for text in variants(step)), default=0) < 2:
            what = f"'{step.id}' heet een samenvatting, maar brengt geen twee antwoorden bij elkaar"
            yield Issue(talk.where(step, "mi"), "E226", what, "laat twee antwoorden terugkomen, of haal summary weg")
