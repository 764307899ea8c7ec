"""Every text that people read, with its place: of conversations, short questions, nudges, stories, offerings, phrases and contacts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from dialogues.check.said import labels, said_texts
from dialogues.check.wording import plain
from dialogues.issue import Where
from dialogues.model import SECTORS, ContactBook, Nudge, Offering, Script, SectorWord, Story
from dialogues.source import Source

Kind = Literal["script", "nudge", "story", "offering", "phrases", "contacts"]


@dataclass(frozen=True)
class Text:
    """One text of a whole. `said`: the bot says it; a label is a person's answer."""

    name: str
    words: str
    place: Callable[[int], Where]
    said: bool = True

    @cached_property
    def plain(self) -> str:
        """The words without placeholders, line by line."""
        return plain(self.words)


@dataclass(frozen=True)
class Whole:
    """What is read together: a conversation, a story, all phrases of a file. `folder` says what it is for."""

    kind: Kind
    name: str
    folder: str
    top: Where
    texts: tuple[Text, ...]
    reasons: dict[str, str]


def of_script(script: Script, source: Source, folder: str) -> Whole:
    """A conversation, with its title and its button in the menu."""
    found = [
        _text(source, "", [key], words, said=False) for key in ("title", "menu") if (words := getattr(script, key))
    ]
    for number, step in enumerate(script.steps):
        found += [_text(source, step.id, ["steps", number, *path], words) for path, words in said_texts(step)]
        found += [_text(source, step.id, ["steps", number, *path], words, said=False) for path, words in labels(step)]
    return Whole("script", script.id, folder, source.where(["id"]), tuple(found), script.reasons)


_KEYS = {"nudge": ("text", "button"), "story": ("title", "text", "question"), "offering": ("title", "text", "how")}


def of_item(kind: Kind, item: Nudge | Story | Offering, source: Source, path: list[str | int]) -> Whole:
    """A nudge, a story or an offering."""
    found = [
        _text(source, item.id, [*path, key], words, said=key in ("text", "question", "how"))
        for key in _KEYS[kind]
        if (words := getattr(item, key))
    ]
    return Whole(kind, item.id, kind, source.where([*path, "id"]), tuple(found), item.reasons)


def of_phrases(texts: dict[str, str], source: Source, reasons: dict[str, str]) -> Whole:
    """The phrases of a file."""
    found = tuple(_text(source, key, ["phrases", key], words) for key, words in texts.items())
    return Whole("phrases", source.file.stem, "phrases", source.where(), found, reasons)


def of_contacts(book: ContactBook, source: Source) -> Whole:
    """The texts of all contacts."""
    found = tuple(_text(source, one.id, ["contacts", n, "text"], one.text) for n, one in enumerate(book.contacts))
    return Whole("contacts", "contacts", "contacts", source.where(), found, book.reasons)


def _text(source: Source, name: str, path: list[str | int], words: str, *, said: bool = True) -> Text:
    return Text(name, words, lambda line: source.line(path, line), said)


_WORK = re.compile(r"\{\{\s*werk\.(\w+)(?:\s*\|[^}]*)?\s*\}\}")


def in_sectors(whole: Whole, words: Mapping[str, SectorWord]) -> Iterator[Whole]:
    """The whole as people of each sector read it; first as who chose none does."""

    def read(text: Text, sector: str) -> Text:
        filled = _WORK.sub(lambda hit: words[hit[1]].of(sector) if hit[1] in words else hit[0], text.words)
        return replace(text, words=filled)

    if not any(_WORK.search(text.words) for text in whole.texts):
        yield whole
        return
    for sector in ("", *SECTORS):
        yield replace(whole, texts=tuple(read(text, sector) for text in whole.texts))


def said_of(whole: Whole) -> Iterator[Text]:
    """What the bot says in it."""
    return (text for text in whole.texts if text.said)
