"""E212: no symmetrical pros and cons before somebody decided (Miller & Rose); W212: no dwelling on obstacles before planning."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogues.check.flow import Place
from dialogues.check.talk import Talk
from dialogues.check.wording import asked, plain
from dialogues.issue import Issue

_CONS = re.compile(
    r"(?i)\bnadelen?\b|\btegenargument|\b(?:spreekt|pleit|is) (?:er )?(?:dan )?tegen\b|\bredenen om het niet\b"
)
_PROS = re.compile(
    r"(?i)\bvoordelen?\b|\b(?:spreekt|pleit|is) (?:er )?(?:dan )?voor\b|\bredenen om het wel\b|\bvoor- en nadelen\b"
)
_OBSTACLES = re.compile(
    r"(?i)\b(?:tegenhoudt|tegenhield|houdt je (?:\w+ )?tegen|hield je (?:\w+ )?tegen|in de weg|moeilijk|lastig|belemmer\w*|drempels?|obstakels?|hinder\w*|wat kan er misgaan|wat gaat er mis)\b"
)


def check(talk: Talk) -> Iterator[Issue]:
    """Looks at the words of questions, and at two questions about obstacles one after the other."""
    steps = [
        (step, " ".join(_texts(step.say)))
        for step in talk.script.steps
        if step.ask is not None or step.ruler is not None
    ]
    pros = [step for step, text in steps if _PROS.search(plain(text))]
    for step, text in steps:
        if _CONS.search(plain(text)) and (any(p is not step for p in pros) or _PROS.search(plain(text))):
            what = f"'{step.id}' zet nadelen tegenover voordelen"
            yield Issue(
                talk.where(step, "say"),
                "E212",
                what,
                "vraag alleen naar wat iemand wil en waarom, tot de keuze gemaakt is",
            )
    told: set[Place] = set()
    for turn in talk.turns:
        source, target = turn.source, turn.target
        if target is None or target in told or not _obstacle(target):
            continue
        if source is None or (_obstacle(source) and turn.kind != "skip"):
            told.add(target)
            what = f"'{target.name}' {'opent met' if source is None else 'vraagt door op'} wat in de weg zit"
            yield Issue(
                talk.where(target, "say"),
                "W212",
                what,
                "vraag eerst wat al werkt, en sta niet lang stil bij wat in de weg zit",
            )


def _obstacle(place: Place) -> bool:
    return place.counted and any(_OBSTACLES.search(one) for text in _texts(place.step.say) for one in asked(text))


def _texts(say: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return () if say is None else (say,) if isinstance(say, str) else say
