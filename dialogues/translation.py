"""Lays translations over the Dutch content by stable ids, and tells what is missing, stale, or belongs to nothing.

A missing text is Dutch. A stale one, made of Dutch that has changed since, stays in use as long as it still fits: the same places
for answers, the same telephone numbers and addresses. Where it does not fit any more, it is Dutch until it is renewed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from dialogues.issue import Issue, Where
from dialogues.library import FORMAL
from dialogues.texts import Content, Text, flaws

if TYPE_CHECKING:
    from dialogues.po import Entry

FILE = "texts.po"
"""Where the translations of a language stand, in its folder."""


@dataclass(slots=True)
class Spoken:
    """The content in a language, with what stands between it and being complete. `texts` and what is `missing` are Dutch."""

    language: str
    content: Content
    file: Path
    texts: dict[str, Text]
    done: int = 0
    missing: list[Text] = field(default_factory=list)
    stale: list[tuple[Text, Entry]] = field(default_factory=list)
    lost: list[Entry] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)

    def warnings(self) -> Iterator[Issue]:
        """What an author should know: how many texts are missing, and each stale or lost text."""
        if self.missing:
            made, open_ = self.done + len(self.stale), len(self.missing)
            what = f"{self.language}: {made} {'tekst' if made == 1 else 'teksten'} vertaald, {open_} nog niet"
            remedy = f"aanzet texts status {self.language} noemt ze; tot dan staat er Nederlands"
            yield Issue(Where(self.file), "W174", what, remedy)
        for text, entry in self.stale:
            what = f"het Nederlands van '{text.id}' is veranderd na het vertalen"
            remedy = f"aanzet texts export {self.language} toont het oude en het nieuwe Nederlands"
            yield Issue(entry.where, "W175", what, remedy)
        for entry in self.lost:
            what = f"'{entry.id}' is geen tekst meer"
            remedy = "haal dit stuk weg, of geef de tekst in het Nederlands zijn oude naam terug"
            yield Issue(entry.where, "W176", what, remedy)


_ADDRESSED = re.compile(r"\b(?:je|jij|jou|jouw|jouwe|jezelf|jullie)\b", re.IGNORECASE)
"""Where Dutch says *je*."""


def needed(language: str, text: Text) -> bool:
    """Whether a text has to be written anew. With *u* only what says *je* to somebody; what people type stays what they type."""
    return language != FORMAL or (text.kind != "wordings" and bool(_ADDRESSED.search(text.dutch)))


def spoken(language: str, layers: Sequence[tuple[Path, Iterable[Entry]]], base: Content) -> Spoken:
    """The content in a language. `layers`: the files, an organisation's own last; there is at least one."""
    texts = base.texts()
    own = layers[-1][0]
    chosen: dict[str, Entry] = {}
    for _, entries in layers:
        for entry in entries:
            text, there = texts.get(entry.id), chosen.get(entry.id)
            fresh = text is None or entry.dutch == text.dutch
            if entry.words and not entry.unsure and (there is None or fresh or there.dutch != (text and text.dutch)):
                chosen[entry.id] = entry
    result = Spoken(language, base, own, texts, entries=chosen)
    words: dict[str, str] = {}
    for text in texts.values():
        found = chosen.get(text.id)
        if found is None:
            if needed(language, text):
                result.missing.append(text)
            else:
                result.done += 1
            continue
        wrong = [Issue(found.where, flaw.code, flaw.what, flaw.remedy) for flaw in flaws(text, found.words)]
        if found.dutch != text.dutch:
            result.stale.append((text, found))
        elif wrong:
            result.issues += wrong
        else:
            result.done += 1
        if not wrong:
            words[text.id] = found.words
    result.lost = [entry for name, entry in chosen.items() if name not in texts and entry.where.file == own]
    result.content = _translated(base, words)
    return result


def _translated(base: Content, words: Mapping[str, str]) -> Content:
    """Conversations of which nothing is translated are left out: they are the Dutch ones."""
    content = base.changed(lambda text: words.get(text.id, text.dutch))
    content.scripts = {name: script for name, script in content.scripts.items() if script != base.scripts[name]}
    return content
