"""A conversation in the terminal, for who writes one: type, press a button by its number, and see what the bot would do.

Input and output come in as callables, so that it runs in a test as in a terminal; it knows no clock of its own.
"""

from __future__ import annotations

from collections.abc import Callable

from dialogues.effects import Effect, Say
from dialogues.events import Event, Odd, Pressed, Said, Typed
from dialogues.library import Library
from dialogues.transcript import COMMANDS, ODD, VOICE, Stage, Talk, shown

Ask = Callable[[str], str]
"""Shows a sign and gives back what was typed; EOFError when there is no more."""

Show = Callable[[str], None]


def play(stage: Stage, library: Library, *, ask: Ask, show: Show) -> str:
    """Play one conversation to its end. Returns the transcript of it, ready to be kept as a test.

    A number presses the button with that number; anything else is typed. `/terug /stop /help /overslaan` and `(spraakbericht)`,
    `(foto)` work as in a transcript. An end of input leaves the conversation where it is.

    Raises:
        KeyError: for an unknown script or step.
    """
    talk = Talk(stage, library)
    kept = [*_header(stage), "", *_told(talk.effects, show)]
    while not talk.session.over:
        try:
            words = ask("> ").strip()
        except EOFError:
            break
        if not words:
            continue
        event, line = _event(words, talk)
        kept += ["", line, *_told(talk.take(event), show)]
    return "\n".join(kept) + "\n"


def _header(stage: Stage) -> list[str]:
    lines = [f"script: {stage.script}", f"now: {stage.now:%Y-%m-%d %H:%M}"]
    if stage.name:
        lines.append(f"name: {stage.name}")
    if stage.plans:
        lines.append(f"plans: {stage.plans}")
    if stage.stories:
        lines.append(f"stories: {' '.join(stage.stories)}")
    if stage.language != "nl":
        lines.append(f"language: {stage.language}")
    if stage.address != "je":
        lines.append(f"address: {stage.address}")
    if stage.at:
        lines.append(f"at: {stage.at}")
    return lines + [f"given: {name} = {_words(value)}" for name, value in stage.given.items()]


def _words(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {label}" for key, label in value.items()) + "}"
    return str(value)


def _told(effects: tuple[Effect, ...], show: Show) -> list[str]:
    """Show the effects, buttons with their numbers. Returns them in the notation of a transcript."""
    lines: list[str] = []
    for effect in effects:
        written = shown(effect)
        lines += written
        if not isinstance(effect, Say):
            show("\n".join(written))
            continue
        show("")
        if not effect.replaces:
            show(effect.text)
        if effect.layout == "scale":
            show("  (0 … 10)")
        else:
            for number, option in enumerate(effect.options, 1):
                show(f"  {number}. {option.label}")
    return lines


def _event(words: str, talk: Talk) -> tuple[Event, str]:
    """What the words mean, and how a transcript writes it."""
    if words in COMMANDS:
        return Said(COMMANDS[words]), words
    if words.startswith("(") and words.endswith(")"):
        what = words[1:-1]
        return (VOICE if words == "(spraakbericht)" else Odd(ODD.get(what, what))), words
    session = talk.session
    question = next((say for say in reversed(talk.questions) if say.prompt == session.prompt), None)
    if question is not None and question.layout != "scale" and words.isascii() and words.isdecimal() and len(words) < 3:
        place = int(words) - 1
        if 0 <= place < len(question.options):
            option = question.options[place]
            return Pressed(session.prompt, option.id), f"[{option.label.removeprefix('✓ ')}]"
    return Typed(words), f"> {words}"
