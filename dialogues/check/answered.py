"""Whether a step refers to what somebody answered: shows it, or stands where the script knows what was said."""

from __future__ import annotations

from dialogues.check.talk import Talk
from dialogues.check.truth import GLOBALS
from dialogues.check.wording import shown
from dialogues.model import Step


def variants(step: Step) -> list[str]:
    """Every form of a step's own words, each as one text."""
    said = [] if step.say is None else [step.say] if isinstance(step.say, str) else ["\n".join(step.say)]
    return [*said, *(other.say for other in step.instead)]


def names_shown(text: str) -> frozenset[str]:
    """The answers a text shows."""
    return frozenset(name for one in shown(text) for name in one.names) - GLOBALS


def known(talk: Talk, step: Step) -> bool:
    """Whether every answer that leads straight here was one the script knows, *liever niet* apart."""
    ways = [knows for kind, knows in talk.arms.get(step.id, ()) if kind != "skip"]
    return bool(ways) and all(ways)
