"""The commands of who writes conversations: `play`, `graph`, `test`. They need no token, no key and no data."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Literal

from bot.commands.mishap import Refused, readable
from bot.services.settling import ACTS
from dialogues import transcript
from dialogues.graph import mermaid, svg
from dialogues.library import BASE, Library
from dialogues.load import SHIPPED, load
from dialogues.model import Script
from dialogues.play import Ask, play
from dialogues.transcript import ZONE, Stage, Unreadable

Say = Callable[[str], None]
TRANSCRIPTS = "transcripts"
"""Where an organisation's transcripts stand in its own content directory."""


def library(own: Path | None) -> Library:
    """The shipped content with `own` laid over it. Raises ContentError."""
    return load([SHIPPED] if own is None else [SHIPPED, own], acts=ACTS)


def _script(content: Library, name: str) -> Script:
    """The conversation of this name. Raises Refused, with what comes near."""
    known = content.scripts[BASE]
    if name in known:
        return known[name]
    near = difflib.get_close_matches(name, known, n=1)
    hint = f"did you mean {near[0]}?" if near else f"there are: {', '.join(sorted(known))}."
    raise Refused(f"There is no conversation {name}: {hint}")


def perform(
    own: Path | None,
    script: str,
    *,
    say: Say,
    ask: Ask,
    name: str = "",
    at: str | None = None,
    now: datetime | None = None,
    save: Path | None = None,
) -> None:
    """Play a conversation in the terminal; `save` keeps it as a transcript, ready to be a test. Raises Refused."""
    content = library(own)
    found = _script(content, script)
    if at is not None and at not in {step.id for step in found.steps}:
        raise Refused(f"{script} has no step {at}: there are {', '.join(step.id for step in found.steps)}.")
    stage = Stage(script=script, name=name, at=at)
    if now is not None:
        stage.now = now if now.tzinfo else now.replace(tzinfo=ZONE)
    kept = play(stage, content, ask=ask, show=say)
    if save is not None:
        save.write_text(kept, encoding="utf-8")
        say(f"Kept as {save}: `aanzet test {save}` plays it again.")


def draw(own: Path | None, script: str, form: Literal["svg", "mermaid"]) -> str:
    """A conversation as a picture. Raises Refused."""
    content = library(own)
    found = _script(content, script)
    return svg(found, content.phrases(BASE)) if form == "svg" else mermaid(found, content.phrases(BASE))


def rehearse(own: Path | None, given: Sequence[Path], say: Say, *, write: bool = False) -> bool:
    """Play transcripts against the content; True when everything went as written. `write` fills in what the bot says.

    Raises: Refused when there is nothing to play.
    """
    content = library(own)
    files = _files(given or _usual(own))
    if not files:
        where = ", ".join(str(path) for path in given or _usual(own)) or TRANSCRIPTS
        raise Refused(
            f"There are no transcripts (*.txt) in {where}. Name files, or make one: aanzet play SCRIPT --save."
        )
    wrong = 0
    for file in files:
        text = readable(file)
        try:
            if write:
                filled = transcript.write(text, content)
                if filled != text:
                    file.write_text(filled, encoding="utf-8")
                    say(f"{file}: filled in")
                continue
            difference = transcript.run(text, content)
        except (Unreadable, KeyError) as error:
            wrong += 1
            say(f"{file}: {error.args[0] if error.args else 'cannot be played'}")
            continue
        if difference is not None:
            wrong += 1
            say(f"{file}: {difference}")
    if not write:
        counted = "1 transcript" if len(files) == 1 else f"{len(files)} transcripts"
        say(f"{counted}, {wrong} went otherwise." if wrong else f"{counted}, as written.")
    return not wrong


def _usual(own: Path | None) -> list[Path]:
    return [own / TRANSCRIPTS if own is not None else Path("tests") / TRANSCRIPTS]


def _files(paths: Iterable[Path]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        found += sorted(path.rglob("*.txt")) if path.is_dir() else [path] if path.exists() else []
    return found
