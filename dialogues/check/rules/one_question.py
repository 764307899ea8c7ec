"""E220: at most one question in a message."""

from __future__ import annotations

from collections.abc import Iterator

from dialogues.check.said import said_texts
from dialogues.check.talk import Talk
from dialogues.check.wording import asked
from dialogues.issue import Issue


def check(talk: Talk) -> Iterator[Issue]:
    """Looks at every message; a button's reply stands before a question already, and asks none itself."""
    for step in talk.script.steps:
        for path, text in said_texts(step):
            questions = asked(text)
            if path[-1] == "say" and path[0] == "ask" and questions:
                remedy = "zeg bij de knop alleen iets terug, zonder vraag"
                yield Issue(talk.where(step, *path), "E220", "na deze knop komen twee vragen tegelijk", remedy)
            elif len(questions) > 1:
                what = f"{len(questions)} vragen in één bericht: {questions[-1]}"
                yield Issue(talk.where(step, *path), "E220", what, "stel één vraag; maak van de andere een eigen stap")
