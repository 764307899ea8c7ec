"""Buttons: what a pressed one says back, and how they stand under a message. The strings stay within 64 bytes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.messages import Button
from dialogues.effects import Option, Say

QUESTION = "q"
"""Prefix of the answers to a question: `q:<session>:<instance>:<choice>`."""

SHORT = 14
"""Labels up to this many characters may stand two in a row."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A press on a button of a question."""

    session: str
    prompt: int
    choice: str


@dataclass(frozen=True, slots=True)
class Action:
    """A press on a button that is no answer: `name`, and what it is about."""

    name: str
    subject: str = ""


def question_data(session: str, prompt: int, choice: str) -> str:
    """What the button of a question says back."""
    return f"{QUESTION}:{session[:8]}:{prompt}:{choice}"


def action(label: str, name: str, subject: str = "") -> Button:
    """A button that does something outside a conversation."""
    return Button(label=label, data=f"{name}:{subject}" if subject else name)


def pressed(data: str) -> Answered | Action:
    """What a pressed button said. Anything unreadable is an action nobody knows."""
    parts = data.split(":")
    if parts[0] == QUESTION and len(parts) == 4 and parts[2].isdecimal():
        return Answered(parts[1], int(parts[2]), parts[3])
    return Action(parts[0], ":".join(parts[1:]))


def rows(buttons: Sequence[Button]) -> tuple[tuple[Button, ...], ...]:
    """Two short ones beside each other, long ones alone: nothing is cut off on a narrow phone."""
    standing: list[tuple[Button, ...]] = []
    for button in buttons:
        before = standing[-1] if standing else ()
        if len(before) == 1 and max(len(before[0].label), len(button.label)) <= SHORT:
            standing[-1] = (before[0], button)
        else:
            standing.append((button,))
    return tuple(standing)


def under(say: Say, session: str) -> tuple[tuple[Button, ...], ...]:
    """The buttons under a question of a conversation."""
    if say.prompt is None:
        return ()
    buttons = [_button(option, session, say.prompt) for option in say.options]
    if say.layout == "scale":
        return (tuple(buttons[:6]), tuple(buttons[6:]))
    return rows(buttons)


def _button(option: Option, session: str, prompt: int) -> Button:
    return Button(label=option.label, data=question_data(session, prompt, option.id))
