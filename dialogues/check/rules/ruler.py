"""E207: the follow-up of a ruler looks at what is there; E208: a scale has a way of its own for a low score."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogues.check.talk import Talk
from dialogues.check.wording import plain
from dialogues.issue import Issue

_LACKS = re.compile(
    r"(?i)\b(?:waarom (?:geen|niet|zo laag)|niet hoger|geen (?:hoger|\d)|nog geen|nog niet|mis(?:t|sen)?\b|ontbreekt|tekort|te laag|zo laag|maar een|pas een|slechts|tegenhoudt|in de weg)"
)
_THERE = re.compile(r"(?i)\b(?:al|waar komt dat door|waardoor|wat maakt|wat helpt|hoe komt het dat)\b")


def check(talk: Talk) -> Iterator[Issue]:
    """Looks at the words of every ruler, and at scales that ask on."""
    for step in talk.script.steps:
        if step.ruler is not None:
            texts: list[tuple[list[str | int], str]] = [(["ruler", "why"], step.ruler.why)]
            for score, text in step.ruler.words.items():
                texts.append((["ruler", "words", score], text))
            if step.ruler.higher:
                texts.append((["ruler", "higher"], step.ruler.higher))
            for path, text in texts:
                hit = _LACKS.search(plain(text))
                if hit:
                    what = f"'{hit[0].lower()}' kijkt naar wat er niet is"
                    remedy = "kijk naar wat er al is: Wat maakt dat je al een 6 geeft?"
                    yield Issue(talk.where(step, *path), "E207", what, remedy)
                elif path[-1] == "why" and not _THERE.search(plain(text)):
                    remedy = "vraag naar wat er al is: Wat maakt dat je al een 6 geeft?"
                    yield Issue(talk.where(step, *path), "E207", "deze vraag kijkt niet naar wat er al is", remedy)
        elif (
            step.ask is not None
            and step.ask.kind == "scale"
            and step.ask.low is None
            and "administrative" not in step.mi
        ):
            remedy = "zet low: {upto: 3, go: …} erbij, of gebruik ruler"
            yield Issue(
                talk.where(step, "ask"),
                "E208",
                "wie een laag cijfer geeft, krijgt dezelfde vraag als wie hoog geeft",
                remedy,
            )
