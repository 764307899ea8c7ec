"""The plain data that papers are drawn from: somebody's own document, read and in order. No storage, no keys, no drawing.

Newest first, everywhere: sections hold their newest item first, `scans` and `plans` too.
"""

from dataclasses import dataclass
from datetime import date

Floor = tuple[str, str, int | None]
Line = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Scanned:
    """One scan: on which day, and for every floor its key, the words for it, and a number from 0 to 10 or None (not answered)."""

    made: date
    floors: tuple[Floor, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing somebody kept: lines of a label and their own words; the label can be empty."""

    made: date
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan and what came of it, in words a person reads: `state` "Loopt nog", "Klaar" or "Gestopt"; `outcome` can be empty."""

    state: str
    cue: str
    action: str
    backup: str
    made: date
    outcome: str


@dataclass(frozen=True, slots=True)
class Document:
    """The whole document: headings with their items, scans, plans; `name` can be empty, `made` is the day it was put together."""

    name: str
    sections: tuple[tuple[str, tuple[Item, ...]], ...]
    scans: tuple[Scanned, ...]
    plans: tuple[Planned, ...]
    made: date

    @property
    def empty(self) -> bool:
        """Whether there is nothing in it at all."""
        return not (self.sections or self.scans or self.plans)
