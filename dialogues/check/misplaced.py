"""E106: a file with content that stands where nobody reads it. It looks at names and places; it opens only what stands outside a language."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from dialogues.issue import Issue, Where
from dialogues.library import BASE

SCRIPTS = ("conversations", "checkins", "leading")
LISTS = ("nudges", "stories", "offerings")
FREE = frozenset({"transcripts"})
"""Folders that hold no content: they may stand anywhere."""

LANGUAGE = re.compile("[a-z]{2,3}(_[a-z]{1,8})?")
TRANSLATIONS = "texts.po"
_READ = re.compile(r"contacts\.yaml|words\.yaml|sectors\.yaml|phrases.*\.yaml")
_YAML = re.compile(r"(?i).+\.(?:yaml|yml)(?:\.txt)?")
"""What is meant as YAML; an editor such as Kladblok adds `.txt`."""

_BEGINS = re.compile(r"(?m)^\ufeff?(steps|nudges|stories|offerings|phrases|contacts|words|sectors)[ \t]*:")
_HOMES = {
    "steps": f"{BASE}/conversations/",
    "nudges": f"{BASE}/nudges/",
    "stories": f"{BASE}/stories/",
    "offerings": f"{BASE}/offerings/",
    "phrases": f"{BASE}/",
    "contacts": f"{BASE}/",
    "words": f"{BASE}/",
    "sectors": f"{BASE}/",
}
_ENOUGH = 100_000
"""Characters looked at to see what a file is."""


def misplaced(directory: Path) -> Iterator[Issue]:
    """What looks like content in this content directory and is not read. What cannot be opened is left to who reads it."""
    if directory.resolve().name == BASE and any((directory / name).is_dir() for name in (*SCRIPTS, *LISTS)):
        what = f"dit is de map van een taal: alles in {BASE} wordt zo niet gelezen"
        yield _issue(directory, what, f"noem de map erboven: {directory.resolve().parent}")
        return
    for path in _inside(directory):
        if path.is_file():
            yield from _loose(path, directory)
        elif path.name == BASE:
            yield from _language(path)
        elif path.name.lower() == BASE:
            yield _issue(path, f"de map {path.name} wordt niet gelezen", f"noem haar {BASE}, met kleine letters")
        elif path.name not in FREE:
            yield from _other(path, directory)


def _other(folder: Path, directory: Path) -> Iterator[Issue]:
    """A folder that is no language, or one with translations: its files, one folder deep."""
    translated = LANGUAGE.fullmatch(folder.name) and (folder / TRANSLATIONS).exists()
    for path in _inside(folder):
        if path.is_file() and path.suffix.lower() == ".po" and path.name != TRANSLATIONS and translated:
            what = "dit bestand met vertalingen wordt niet gelezen"
            yield _issue(path, what, f"haal het binnen met: aanzet texts import {folder.name} {path.name}")
        elif path.is_file() and not (LANGUAGE.fullmatch(folder.name) and re.fullmatch(r"phrases.*\.yaml", path.name)):
            yield from _loose(path, directory)


def _loose(file: Path, directory: Path) -> Iterator[Issue]:
    """A file outside a language. Directories hold other YAML as well: only what begins as content does is told."""
    if not _YAML.fullmatch(file.name):
        return
    try:
        with file.open(encoding="utf-8", errors="replace") as opened:
            hit = _BEGINS.search(opened.read(_ENOUGH))
    except OSError:
        return
    if hit:
        home = directory / _HOMES[hit[1]] / _named(file.name)
        yield _issue(file, "dit bestand wordt hier niet gelezen", f"zet het in {home}")


def _language(language: Path) -> Iterator[Issue]:
    """Everything in the folder of the base language has its place."""
    for path in _inside(language):
        if path.is_file():
            if _YAML.fullmatch(path.name) and not _READ.fullmatch(path.name):
                yield _astray(path, language)
            elif path.suffix == ".po":
                what = f"{language.name} is de taal waarin je schrijft: hier horen geen vertalingen"
                yield _issue(path, what, "zet het in de map van de andere taal, zoals en/texts.po")
        elif path.name in (*SCRIPTS, *LISTS):
            yield from _known(path)
        elif path.name not in FREE:
            near = get_close_matches(path.name.lower(), (*SCRIPTS, *LISTS), n=1)
            hint = f"bedoel je {near[0]}?" if near else f"kies uit: {', '.join((*SCRIPTS, *LISTS))}"
            yield _issue(path, f"de map {path.name} wordt niet gelezen", hint)


def _known(folder: Path) -> Iterator[Issue]:
    for path in _inside(folder):
        if path.is_dir():
            for inside, _, names in os.walk(path):
                for name in filter(_YAML.fullmatch, names):
                    what = "een map in een map wordt niet gelezen"
                    yield _issue(Path(inside, name), what, f"zet dit bestand in {folder}")
        elif _YAML.fullmatch(path.name) and path.suffix != ".yaml":
            yield _issue(path, "de naam van dit bestand wordt niet gelezen", f"noem het {_named(path.name)}")


def _astray(file: Path, language: Path) -> Issue:
    """A file directly in a language."""
    right = _named(file.name)
    if _READ.fullmatch(right):
        return _issue(file, "de naam van dit bestand wordt niet gelezen", f"noem het {right}")
    found = next(_loose(file, language.parent), None)
    folders = ", ".join((*SCRIPTS, *LISTS))
    return found or _issue(file, "dit bestand wordt hier niet gelezen", f"zet het in een van de mappen: {folders}")


def _named(name: str) -> str:
    return re.sub(r"(?i)\.(?:yaml|yml)(?:\.txt)?$", ".yaml", name)


def _inside(folder: Path) -> list[Path]:
    """What stands in a folder, hidden files apart; nothing where it cannot be looked at."""
    try:
        return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError:
        return []


def _issue(path: Path, what: str, remedy: str) -> Issue:
    return Issue(Where(path), "E106", what, remedy)
