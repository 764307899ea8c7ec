"""`aanzet new`: a conversation of one's own, made from an example that is right, with transcripts of it. Its words are Dutch."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from bot.commands.mishap import Refused, made, reading, written
from bot.commands.rehearsing import TRANSCRIPTS
from dialogues.library import BASE
from dialogues.load import SCRIPT_FOLDERS, SHIPPED

Say = Callable[[str], None]
EXAMPLES = SHIPPED.parent / "examples"
"""What a new conversation begins as; NAAM and TITEL stand for its id and title."""

_ID = re.compile(r"[a-z][a-z0-9_]{0,39}")
_PLAIN = re.compile(r"[^\W\d_][\w ,.!?'’-]*")
"""A title that YAML reads as words without quotes."""
_YAMLS_OWN = {"yes", "no", "on", "off", "true", "false", "null", "y", "n"}
LONGEST_TITLE = 60


def make(own: Path | None, name: str, say: Say, *, title: str = "", named: bool = False) -> None:
    """Make conversation `name` in `own`. `named`: the directory was named in the command, so the next commands name it too.

    Raises: Refused; then nothing was made.
    """
    if own is None:
        raise Refused(
            "Waar staan jouw eigen gesprekken? Noem de map met --content MAP, of zet haar in AANZET_CONTENT."
            " Een nieuwe map mag ook."
        )
    if not _ID.fullmatch(name):
        near = as_id(name)
        hint = f" Bijvoorbeeld: {near}." if near else ""
        raise Refused(
            f"'{name}' kan geen naam zijn. Gebruik kleine letters, cijfers en _, met een letter vooraan.{hint}"
        )
    title = " ".join(title.split()) or name.replace("_", " ").capitalize()
    if len(title) > LONGEST_TITLE:
        raise Refused(f"De titel is te lang: {len(title)} tekens. Gebruik er hooguit {LONGEST_TITLE}.")
    with reading():
        _free(own, name)
    files = {own / BASE / "conversations" / f"{name}.yaml": _example("gesprek.yaml", name, title)}
    for example in sorted(EXAMPLES.glob("*.txt")):
        place = own / TRANSCRIPTS / f"{name}{example.stem.removeprefix('gesprek')}.txt"
        files[place] = _example(example.name, name, title)
    with reading():
        taken = [file for file in files if file.exists()]
    for file in taken:
        raise Refused(f"{file} bestaat al. Kies een andere naam, of haal dat bestand weg.")
    done: list[Path] = []
    try:
        for file, text in files.items():
            made(file.parent)
            written(file, text)
            done.append(file)
    except Refused:
        for file in done:
            with suppress(OSError):
                file.unlink()
        raise
    for file in done:
        say(f"Gemaakt: {file}")
    where = f" --content {own}" if named else ""
    say(f"Schrijf nu je eigen woorden in {done[0].name}. Zo zie je wat je schrijft:")
    say(f"  aanzet check{f' {own}' if named else ''}")
    say(f"  aanzet play {name}{where} --watch")
    say(f"  aanzet test{where}")


def as_id(words: str) -> str:
    """The id that comes nearest to these words; '' when nothing is left of them."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_").lstrip("0123456789_")[:40].rstrip("_")


def _free(own: Path, name: str) -> None:
    for directory in (SHIPPED, own):
        for folder in SCRIPT_FOLDERS:
            file = directory / BASE / folder / f"{name}.yaml"
            if file.exists():
                whose = "Het wordt meegeleverd" if directory == SHIPPED else f"Het staat in {file}"
                raise Refused(f"Er is al een gesprek {name}. {whose}. Kies een andere naam.")


def _example(file: str, name: str, title: str) -> str:
    plain = _PLAIN.fullmatch(title) and title.lower() not in _YAMLS_OWN
    shown = title if plain else json.dumps(title, ensure_ascii=False)
    text = (EXAMPLES / file).read_text(encoding="utf-8")
    return text.replace("NAAM", name).replace("TITEL", shown)
