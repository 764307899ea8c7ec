"""E229: administrative is only what arranges something: a name, hours, the moment of a plan."""

from __future__ import annotations

from collections.abc import Iterator

from dialogues.check.talk import Talk
from dialogues.issue import Issue
from dialogues.render import Unrenderable, names_in


def check(talk: Talk) -> Iterator[Issue]:
    """In a conversation in the style mi, the answer must go to a plan, to something done, or be a moment."""
    if talk.script.style != "mi":
        return
    used = set[str]()
    for step in talk.script.steps:
        for given in (step.do.give if step.do else {}).values():
            used |= {given.strip()} | _names(given)
        if step.plan is not None:
            used |= set(step.plan.model_dump(exclude_none=True).values())
    for step in talk.script.steps:
        if (
            "administrative" in step.mi
            and step.ask is not None
            and step.ask.kind != "moment"
            and step.ask.name not in used
        ):
            what = f"'{step.id}' regelt niets: met het antwoord gebeurt niets buiten het gesprek"
            remedy = "geef deze vraag question_open of question_closed, zodat hij meetelt"
            yield Issue(talk.where(step, "mi"), "E229", what, remedy)


def _names(text: str) -> set[str]:
    try:
        return names_in(text)
    except Unrenderable:
        return set()
