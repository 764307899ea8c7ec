"""W301: a question with buttons has two to five of them; scales and given options apart."""

from __future__ import annotations

from collections.abc import Iterator

from dialogues.check.talk import Talk
from dialogues.issue import Issue

FEWEST, MOST = 2, 5


def check(talk: Talk) -> Iterator[Issue]:
    """Counts the button to type something else as one."""
    for step in talk.script.steps:
        ask = step.ask
        if ask is None or not ask.buttons or ask.options:
            continue
        count = len(ask.buttons) + (ask.other is not None)
        if count < FEWEST:
            yield Issue(
                talk.where(step, "ask"), "W301", "één knop is geen keuze", "geef twee tot vijf knoppen, of geen"
            )
        elif count > MOST:
            yield Issue(
                talk.where(step, "ask"), "W301", f"{count} knoppen zijn veel op een telefoon", f"kies er hooguit {MOST}"
            )
