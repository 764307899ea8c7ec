"""E225: an affirmation refers to something the person did, said or values."""

from __future__ import annotations

from collections.abc import Iterator

from dialogues.check.answered import known, names_shown, variants
from dialogues.check.talk import Talk
from dialogues.check.wording import states
from dialogues.issue import Issue


def check(talk: Talk) -> Iterator[Issue]:
    """Looks at every step with the tag."""
    for step in talk.script.steps:
        if "affirmation" in step.mi:
            texts = variants(step)
            if not any(names_shown(text) for text in texts) and not (
                known(talk, step) and any(states(text) for text in texts)
            ):
                what = f"'{step.id}' heet een bevestiging, maar noemt niets wat iemand zei"
                remedy = "noem wat iemand deed of belangrijk vindt, of haal affirmation weg"
                yield Issue(talk.where(step, "mi"), "E225", what, remedy)
