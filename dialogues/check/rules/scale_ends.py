"""W303: a scale says what its ends mean."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogues.check.answered import variants
from dialogues.check.talk import Talk
from dialogues.issue import Issue


def check(talk: Talk) -> Iterator[Issue]:
    """In the words ("0 is …, 10 is …") or by both labels."""
    for step in talk.script.steps:
        scale = step.ruler or (step.ask if step.ask is not None and step.ask.kind == "scale" else None)
        if scale is None or (scale.low_label and scale.high_label):
            continue
        if not all(re.search(r"\b0\b", text) and re.search(r"\b10\b", text) for text in variants(step)):
            what = f"bij '{step.id}' staat niet wat 0 en 10 betekenen"
            yield Issue(
                talk.where(step, "id"), "W303", what, "zet erbij: 0 is …, 10 is …; of gebruik low_label en high_label"
            )
