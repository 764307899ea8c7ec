"""E223: a reflection refers to an answer; E224: a complex one to two, or it is double-sided, or the script knows what was said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogues.check.answered import known, names_shown, variants
from dialogues.check.talk import Talk
from dialogues.check.wording import sentences, states
from dialogues.issue import Issue

_TWO_SIDED = re.compile(r"(?i),\s*(?:en|maar|én)\s+\w|\btegelijk\b|\baan de ene kant\b|\ben toch\b|\ben ook\b")


def check(talk: Talk) -> Iterator[Issue]:
    """Looks at every step with such a tag."""
    for step in talk.script.steps:
        texts = variants(step)
        knows = known(talk, step) and any(states(text) for text in texts)
        shows = max((len(names_shown(text)) for text in texts), default=0)
        if "reflection_simple" in step.mi and not shows and not knows:
            what = f"'{step.id}' heet een reflectie, maar er komt geen antwoord in terug"
            remedy = "zet er {{ antwoord | reflectie }} in, of haal reflection_simple weg"
            yield Issue(talk.where(step, "mi"), "E223", what, remedy)
        if "reflection_complex" in step.mi:
            double = any(_TWO_SIDED.search(one) for text in texts for one in sentences(text) if not one.endswith("?"))
            if not (shows >= 2 or knows or (shows and double)):
                what = f"'{step.id}' heet een complexe reflectie, maar legt niets naast elkaar"
                remedy = "noem twee antwoorden, zeg het tweezijdig (…, en …), of zet hem achter een knop"
                yield Issue(talk.where(step, "mi"), "E224", what, remedy)
