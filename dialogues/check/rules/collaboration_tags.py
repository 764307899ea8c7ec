"""E227: seeking collaboration is a question that can be refused."""

from __future__ import annotations

from collections.abc import Iterator

from dialogues.check.answered import variants
from dialogues.check.talk import Talk
from dialogues.check.wording import asked, form
from dialogues.issue import Issue


def check(talk: Talk) -> Iterator[Issue]:
    """Looks at every step with the tag."""
    for step in talk.script.steps:
        if "seek_collaboration" not in step.mi:
            continue
        questions = [question for text in variants(step) for question in asked(text)]
        if (step.ask is None and step.offer is None) or not questions:
            what = f"'{step.id}' vraagt niet of iets mag"
        elif all(form(question) == "open" for question in questions):
            what = f"op '{questions[-1]}' kan iemand geen nee zeggen"
        else:
            continue
        yield Issue(
            talk.where(step, "mi"), "E227", what, "vraag of het mag: Zal ik het noemen? Of haal seek_collaboration weg"
        )
