"""E204: no `persuade`, no `confront`, and no advice that hides in other words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogues.check.said import said_texts
from dialogues.check.talk import Talk
from dialogues.check.wording import sentences
from dialogues.issue import Issue

_ADVICE = re.compile(
    r"(?i)\b(?:je kunt (?:het )?beter|u kunt (?:het )?beter|je kan beter|(?:ik|wij|we) (?:raad|raden)\b.*\baan|mijn advies|het is (?:beter|verstandig|slim|goed) (?:om\b|als (?:je|u))"
    r"|je doet er goed aan|probeer (?:het |dat )?(?:eens|gewoon|toch)|waarom probeer je|waarom \w+ (?:je|jij|u) (?:\w+ ){0,3}niet\b|je had (?:beter|moeten)|ik zou (?:het|je|dat|eerst)\b|geloof me|denk ook eens aan"
    r"|doe het gewoon|gewoon doen)"
)
_CONFRONTS = re.compile(
    r"(?i)\b(?:je zegt (?:wel|dat).*\bmaar\b|dat klopt niet|je hebt ongelijk|wees (?:eens )?eerlijk|geef (?:het )?(?:maar )?toe|smoes|excuses\b)"
)


def check(talk: Talk) -> Iterator[Issue]:
    """Looks at the tags, and at the words of every step without permission in its tags."""
    for step in talk.script.steps:
        for tag in ("persuade", "confront"):
            if tag in step.mi:
                remedy = "vraag liever wat iemand zelf vindt, of vraag eerst of je iets mag noemen"
                yield Issue(talk.where(step, "mi"), "E204", f"'{tag}' hoort niet in een gesprek", remedy)
        if "persuade_with_permission" in step.mi:
            continue
        for path, text in said_texts(step):
            hit = next(
                (found for one in sentences(text) if (found := _ADVICE.search(one) or _CONFRONTS.search(one))), None
            )
            if hit:
                what = f"'{hit[0].lower()}' duwt iemand een kant op"
                yield Issue(
                    talk.where(step, *path), "E204", what, "maak er een vraag van, of vraag eerst of je iets mag noemen"
                )
