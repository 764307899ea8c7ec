"""E228: who emphasises autonomy says aloud that the person chooses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogues.check.answered import variants
from dialogues.check.talk import Talk
from dialogues.check.wording import plain
from dialogues.issue import Issue

_FREE = re.compile(
    r"(?i)\b(?:(?:jij|u) (?:kiest|bepaalt|beslist)|(?:kies|bepaal|beslis)t? (?:jij|u|zelf)\b|dat kies|(?:jouw|uw|je eigen) keuze|aan (?:jou|u)\b"
    r"|(?:je|jij|u) hoeft?\b|hoeft (?:ook |nog |hier )?(?:niet|niets)|mag(?: je| jij| u)?(?: ook| altijd| nu| hier)?\b|mogen\b|(?:je|jij|u) (?:\w+ ){0,3}zelf\b|zelf (?:\w+ )?(?:kiezen|bepalen|beslissen)\b|wat (?:jij|u) wilt?|(?:kan|kun je) altijd)"
)


def check(talk: Talk) -> Iterator[Issue]:
    """Looks at every step with the tag."""
    for step in talk.script.steps:
        if "emphasize_autonomy" in step.mi:
            statements = [re.sub(r"[^.!?\n]*\?", "", plain(text)) for text in variants(step)]
            if not any(_FREE.search(text) for text in statements):
                what = f"'{step.id}' zegt niet dat iemand zelf kiest"
                remedy = "zeg het hardop (jij kiest, het mag, je hoeft niets), of haal emphasize_autonomy weg"
                yield Issue(talk.where(step, "mi"), "E228", what, remedy)
