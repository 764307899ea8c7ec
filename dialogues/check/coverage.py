"""Which intervention functions, COM-B parts, eigen-regie knobs, themes and angles the content uses, and which it leaves unused.

*Dwingen* and *beperken* are never called missing: this bot has no power over people and should have none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import get_args

from dialogues.model import Angle, Function, Knob, Nudge, Offering, Script, Story

NEVER_MISSED = frozenset({"dwingen", "beperken"})

COM_B: Mapping[str, frozenset[str]] = {
    "kunnen": frozenset({"informeren", "trainen", "mogelijk maken"}),
    "gelegenheid": frozenset({"beperken", "omgeving aanpassen", "mogelijk maken"}),
    "motivatie": frozenset(
        {"informeren", "overtuigen", "belonen", "dwingen", "omgeving aanpassen", "voordoen", "mogelijk maken"}
    ),
}
"""Capability, opportunity and motivation with the functions that serve them, physical and psychological taken together.

Michie, Van Stralen & West 2011, table 2 (https://pmc.ncbi.nlm.nih.gov/articles/PMC3096582/table/T2).
"""


@dataclass(slots=True)
class Coverage:
    """How many pieces of content use each word."""

    functions: Counter[str] = field(default_factory=Counter)
    parts: Counter[str] = field(default_factory=Counter)
    knobs: Counter[str] = field(default_factory=Counter)
    themes: Counter[str] = field(default_factory=Counter)
    angles: Counter[str] = field(default_factory=Counter)

    def unused(self) -> dict[str, list[str]]:
        """What the content leaves unused, by kind. Themes are the author's own words, so none is missing."""
        return {
            "functies": [n for n in get_args(Function) if not self.functions[n] and n not in NEVER_MISSED],
            "COM-B": [n for n in COM_B if not self.parts[n]],
            "eigen regie": [n for n in get_args(Knob) if not self.knobs[n]],
            "invalshoeken": [n for n in get_args(Angle) if not self.angles[n]],
        }


def covered(content: Iterable[Script | Nudge | Story | Offering]) -> Coverage:
    """Count over conversations, nudges, stories and offerings; those last come from no side of their own."""
    found = Coverage()
    for name in get_args(Function):
        found.functions[name] = 0
    for name in get_args(Knob):
        found.knobs[name] = 0
    for item in content:
        found.functions.update([item.function] if item.function else [])
        found.parts.update(part for part, functions in COM_B.items() if item.function in functions)
        found.knobs.update([item.knob] if item.knob else [])
        found.themes.update([item.theme] if item.theme else [])
        found.angles.update([item.angle] if not isinstance(item, Offering) and item.angle else [])
    return found
