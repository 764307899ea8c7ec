"""What a turn asks of the surroundings, in order. The engine only names it; `bot.services` makes it happen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from dialogues.answers import Answer, When


@dataclass(frozen=True, slots=True)
class Option:
    """A button under the words: `id` comes back when it is pressed."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Say:
    """Say this. `bold` are stretches (offset, length) in UTF-16 units. With a `prompt` it is a question that waits."""

    text: str
    bold: tuple[tuple[int, int], ...] = ()
    options: tuple[Option, ...] = ()
    layout: Literal["buttons", "scale", "several"] = "buttons"
    prompt: int | None = None
    contact: str | None = None
    replaces: bool = False
    """The question instance is shown already; only its buttons changed (ticks of a several)."""


@dataclass(frozen=True, slots=True)
class SaveIntention:
    """Keep this if-then plan; `replaces` is the id of the one it changes. A moment that comes back makes it a habit."""

    cue: str
    action: str
    backup: str
    moment: When | None
    voice: str | None
    replaces: str | None


@dataclass(frozen=True, slots=True)
class OfferStory:
    """Pass on this story: the person said yes."""

    story: str


@dataclass(frozen=True, slots=True)
class OfferOfferings:
    """Name these offerings, at most three: the person said yes."""

    offerings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeepNote:
    """Put this into the person's own document. `lines` are the words before an answer and the answer; there is at least one."""

    section: str
    title: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class KeepScan:
    """Keep these scores and show them. `floors`: key, name, and the score or None; at least one has a score."""

    floors: tuple[tuple[str, str, int | None], ...]


@dataclass(frozen=True, slots=True)
class ComeBack:
    """Begin `script` after `days`; `quiet`: nothing unasked until then."""

    days: int
    script: str
    quiet: bool


@dataclass(frozen=True, slots=True)
class Act:
    """Something the surroundings know by name, with the answers it needs."""

    name: str
    given: dict[str, Answer] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ended:
    """The conversation is over. `outcome` is the author's word for how, or `stopped`."""

    outcome: str


Effect = Say | SaveIntention | OfferStory | OfferOfferings | KeepNote | KeepScan | ComeBack | Act | Ended
