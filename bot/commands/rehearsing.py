"""`aanzet test`: plays transcripts against the content and tells in Dutch where the bot does something else now."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from bot.commands.authors import library
from bot.commands.mishap import Refused, readable, written
from dialogues import transcript
from dialogues.library import Library
from dialogues.stage import Unreadable

Say = Callable[[str], None]
TRANSCRIPTS = "transcripts"
"""Where an organisation's transcripts stand in its own content directory."""


def rehearse(own: Path | None, given: Sequence[Path], say: Say, *, write: bool = False) -> bool:
    """Play transcripts; True when everything went as written. `write` fills in what the bot does.

    Raises: Refused when there is nothing to play, ContentError.
    """
    content = library(own)
    places = given or [own / TRANSCRIPTS if own is not None else Path("tests") / TRANSCRIPTS]
    files = [file for file in _files(places) if given or file.exists()]
    if not files:
        where = ", ".join(str(path) for path in places)
        raise Refused(
            f"In {where} staan geen voorbeeldgesprekken (*.txt). Maak er een: aanzet play GESPREK --save NAAM.txt."
        )
    results = {file: _one(file, content, say, write=write) for file in files}
    wrong = sum(result is not True for result in results.values())
    differing = [file for file, result in results.items() if result is False]
    counted = "1 voorbeeldgesprek" if len(files) == 1 else f"{len(files)} voorbeeldgesprekken"
    if write:
        say(f"{counted} bekeken{f', {wrong} niet te lezen' if wrong else ''}. Lees wat er nu staat.")
    elif wrong:
        say(f"{counted}: {_found(len(differing), wrong - len(differing))}.")
        if differing:
            named = " ".join(shlex.quote(str(file)) for file in differing)
            where = f" --content {shlex.quote(str(own))}" if own is not None else ""
            say(f"Is het zo beter? Dit schrijft op wat de bot nu zegt: aanzet test {named}{where} --write")
    else:
        say(f"{counted}: alles gaat zoals opgeschreven.")
    return not wrong


def _found(differing: int, unread: int) -> str:
    """How many go otherwise, and how many could not be played."""
    told = [f"{differing} {'gaat' if differing == 1 else 'gaan'} anders dan opgeschreven"] if differing else []
    if unread:
        told.append(f"{unread} {'is' if unread == 1 else 'zijn'} niet te lezen")
    return ", ".join(told)


def _one(file: Path, content: Library, say: Say, *, write: bool) -> bool | None:
    """Play one; False when it goes otherwise, None when it cannot be read, which is told."""
    try:
        text = readable(file)
        if write:
            filled = transcript.write(text, content)
            if filled != text:
                written(file, filled)
                say(f"{file}: ingevuld")
            return True
        difference = transcript.run(text, content)
        if difference is not None:
            transcript.write(text, content)  # what cannot be written either, is unreadable further on
    except Refused as error:
        say(str(error))
        return None
    except Unreadable as error:
        say(f"{file}, {error}")
        return None
    if difference is not None:
        say(f"{file}, {difference}")
    return difference is None


def _files(paths: Iterable[Path]) -> list[Path]:
    """Every file that is named, and every transcript in a directory that is named."""
    found: list[Path] = []
    for path in paths:
        found += sorted(path.rglob("*.txt")) if path.is_dir() else [path]
    return found
