"""E230: in a conversation in the style mi every question has its tag; E231: what asks, waits for an answer."""

from __future__ import annotations

from collections.abc import Iterator

from dialogues.check.answered import variants
from dialogues.check.said import said_texts
from dialogues.check.talk import Talk
from dialogues.check.wording import asked
from dialogues.issue import Issue

QUESTIONS = frozenset({"question_open", "question_closed", "seek_collaboration", "administrative"})


def check(talk: Talk) -> Iterator[Issue]:
    """Looks at every step of a conversation in the style mi, and at questions nobody can answer in all others too."""
    for step in talk.script.steps:
        asks = step.ask is not None or step.ruler is not None or step.offer is not None
        questions = [question for text in variants(step) for question in asked(text)]
        if asks and questions and talk.script.style == "mi" and not QUESTIONS & set(step.mi):
            remedy = "zet er mi: question_open bij, of question_closed, seek_collaboration of administrative"
            yield Issue(talk.where(step, "id"), "E230", f"de vraag in '{step.id}' heeft geen label", remedy)
        if not asks:
            if questions:
                path = next(path for path, text in said_texts(step) if asked(text))
                remedy = "zet er ask bij, of zeg het zonder vraag"
                yield Issue(talk.where(step, *path), "E231", f"op '{questions[0]}' kan niemand antwoorden", remedy)
            elif {"question_open", "question_closed"} & set(step.mi):
                remedy = "zet er een vraag met ask bij, of haal het label weg"
                yield Issue(talk.where(step, "mi"), "E231", f"'{step.id}' heet een vraag, maar vraagt niets", remedy)
