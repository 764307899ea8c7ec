"""What can happen to a running conversation. `engine.advance` takes one of these at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Word = Literal["terug", "stop", "skip", "help", "privacy", "human", "thanks", "discord", "said"]
"""What every question takes besides its answer: one back, stop, rather not, help, who reads along, a human being, thanks,
that the bot does not listen, and that it was said before.
"""


@dataclass(frozen=True, slots=True)
class Typed:
    """Typed words. A burst of messages is one event, joined by new lines."""

    text: str


@dataclass(frozen=True, slots=True)
class Pressed:
    """A pressed button: `prompt` is the question instance it stood under, `choice` its id."""

    prompt: int
    choice: str


@dataclass(frozen=True, slots=True)
class Spoken:
    """A voice message; `reference` plays it back."""

    reference: str
    seconds: int


@dataclass(frozen=True, slots=True)
class Odd:
    """A kind of message no question expects: a photo, a sticker, a location; `what` names it."""

    what: str


@dataclass(frozen=True, slots=True)
class Said:
    """One of the words every question takes, given by a command or button."""

    word: Word


Event = Typed | Pressed | Spoken | Odd | Said
