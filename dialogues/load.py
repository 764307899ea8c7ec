"""Content directories → `Library`. All mistakes are found at once; nothing of a bad directory is used.

A directory holds a folder a language (`nl`, `en`), and in it `conversations/ checkins/ leading/` (a script a file), `nudges/
stories/ offerings/` (a list a file), `phrases*.yaml`, `contacts.yaml`, `sectors.yaml` and `words.yaml`. A later directory lays
its files over an earlier one by id. A language other than `nl` repeats no structure: its `texts.po` holds translations by the
ids of texts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from dialogues.check.english import explained
from dialogues.check.filling import check_nudge
from dialogues.check.misplaced import SCRIPTS, misplaced
from dialogues.check.silence import check_silence
from dialogues.check.structure import check_script, check_together
from dialogues.engine import PHRASES
from dialogues.issue import ContentError, Issue, Where
from dialogues.library import BASE, Library
from dialogues.model import Contact, ContactBook, Nudge, Offering, Prose, Script, SectorWord, Slug, Story
from dialogues.render import Unrenderable, check_filters
from dialogues.source import Source
from dialogues.texts import Content
from dialogues.translation import FILE, Spoken, spoken

if TYPE_CHECKING:
    from dialogues.po import Entry

SHIPPED = Path(__file__).parent / "content"
"""The content that comes with the program."""

SCRIPT_FOLDERS = SCRIPTS
"""Folders that hold a script a file."""

LANGUAGE = re.compile("(?!nl$)[a-z]{2,3}(_[a-z]{1,8})?")
"""The name of a folder with translations: a language as in ISO 639, other than the base language, or an edition (`nl_u`)."""

T = TypeVar("T", bound=BaseModel)


class Phrases(BaseModel):
    """A file of standing words."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    phrases: dict[Slug, Prose]
    reasons: dict[str, str] = Field(default_factory=dict)


class Words(BaseModel):
    """Words that may be used though few people know them, each with its reason. Read by the checker alone."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    words: dict[str, Prose]


class Sectors(BaseModel):
    """Words that differ by the kind of work."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    sectors: dict[Slug, SectorWord]


@dataclass(slots=True)
class Collected:
    """What was read, with the place of each thing and every mistake found so far."""

    scripts: dict[str, tuple[Script, Source]] = field(default_factory=dict)
    translations: dict[str, list[tuple[Path, list[Entry]]]] = field(default_factory=dict)
    phrases: dict[str, str] = field(default_factory=dict)
    nudges: dict[str, Nudge] = field(default_factory=dict)
    stories: dict[str, Story] = field(default_factory=dict)
    offerings: dict[str, Offering] = field(default_factory=dict)
    contacts: dict[str, Contact] = field(default_factory=dict)
    checked: str = ""
    languages: dict[str, Spoken] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)
    places: dict[tuple[str, str], Where] = field(default_factory=dict)
    sources: dict[tuple[str, str], tuple[Source, list[int | str]]] = field(default_factory=dict)
    phrase_files: list[tuple[Phrases, Source]] = field(default_factory=list)
    words: dict[str, str] = field(default_factory=dict)
    sectors: dict[str, SectorWord] = field(default_factory=dict)
    contact_files: list[tuple[ContactBook, Source]] = field(default_factory=list)

    @property
    def content(self) -> Content:
        """What can be said, in the base language."""
        scripts = {name: script for name, (script, _) in self.scripts.items()}
        return Content(scripts, self.nudges, self.stories, self.offerings, self.contacts, self.phrases, self.sectors)


def load(
    directories: Sequence[Path] = (SHIPPED,),
    *,
    acts: Iterable[str] | None = None,
    phrases: Iterable[str] = (),
    examples: bool = True,
) -> Library:
    """Read and check everything. `acts`: names the surroundings can do; `phrases`: standing words they need.

    Without `examples` the offerings that come along are left out; an own one stays, also under the id of an example.

    Raises:
        ContentError: with every mistake in every file.
    """
    found = collect(directories, acts=acts, phrases=phrases)
    if not examples:
        _drop_examples(found)
    if found.issues:
        raise ContentError(found.issues)
    return Library(
        found.content, {name: language.content for name, language in found.languages.items()}, checked=found.checked
    )


def _drop_examples(found: Collected) -> None:
    kept = {
        name
        for (kind, name), (source, _) in found.sources.items()
        if kind == "offerings" and source.file.parents[2] != SHIPPED
    }
    for content in (found.content, *(language.content for language in found.languages.values())):
        for name in set(content.offerings) - kept:
            del content.offerings[name]


def collect(
    directories: Sequence[Path] = (SHIPPED,), *, acts: Iterable[str] | None = None, phrases: Iterable[str] = ()
) -> Collected:
    """Read everything, and find what could not be run. Raises nothing: what is wrong stands in `issues`."""
    found = Collected()
    for directory in directories:
        if not directory.is_dir():
            found.issues.append(
                Issue(Where(directory), "E100", "deze map is er niet", "kijk naar AANZET_CONTENT, of maak de map")
            )
            continue
        found.issues += misplaced(directory)
        seen: dict[tuple[str, str], Where] = {}
        for folder in _named(found, directory, "*"):
            before = len(found.issues)
            _named(found, folder, "*")
            if len(found.issues) == before:
                _collect(found, folder, seen)
    for script, source in found.scripts.values():
        found.issues += check_script(
            script, source, acts=None if acts is None else frozenset(acts), work=frozenset(found.sectors)
        )
    for nudge in found.nudges.values():
        found.issues += check_nudge(nudge, *found.sources["nudges", nudge.id], work=frozenset(found.sectors))
    found.issues += check_together(found.scripts, found.nudges.values(), found.places)
    found.issues += check_silence(sound(found))
    for name in sorted({*PHRASES, *phrases} - set(found.phrases)):
        place = Where(directories[0] / BASE / "phrases.yaml")
        found.issues.append(Issue(place, "E140", f"de vaste zin '{name}' ontbreekt", f"zet {name}: … onder phrases"))
    for language, layers in sorted(found.translations.items()):
        found.languages[language] = spoken(language, layers, found.content)
        found.issues += found.languages[language].issues
    return found


def sound(found: Collected) -> dict[str, tuple[Script, Source]]:
    """The scripts whose ways all lead somewhere, those they call included."""
    lost = {issue.where.file for issue in found.issues if issue.code in ("E120", "E121", "E150", "E151")}
    sound = {name: pair for name, pair in found.scripts.items() if pair[1].file not in lost}
    while True:
        missing = [
            name
            for name, (script, _) in sound.items()
            if any(step.call is not None and step.call.script not in sound for step in script.steps)
        ]
        if not missing:
            return sound
        for name in missing:
            del sound[name]


def _named(found: Collected, folder: Path, pattern: str = "*.yaml") -> list[Path]:
    """What stands in a folder under such a name; nothing where there is no folder. One that may not be read is a mistake."""
    try:
        return sorted(path for path in folder.iterdir() if fnmatchcase(path.name, pattern))
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError:
        found.issues.append(Issue(Where(folder), "E101", "deze map kan niet gelezen worden", "kijk naar haar rechten"))
        return []


def _collect(found: Collected, language: Path, seen: dict[tuple[str, str], Where]) -> None:
    if language.name != BASE:
        _translations(found, language)
        return
    for folder in SCRIPT_FOLDERS:
        for file in _named(found, language / folder):
            _guarded(found, file, lambda source: _one_script(found, source, seen))
    for file in _named(found, language / "nudges"):
        _guarded(found, file, lambda source: _many(found, source, Nudge, "nudges", found.nudges, seen))
    for file in _named(found, language / "stories"):
        _guarded(found, file, lambda source: _many(found, source, Story, "stories", found.stories, seen))
    for file in _named(found, language / "offerings"):
        _guarded(found, file, lambda source: _many(found, source, Offering, "offerings", found.offerings, seen))
    for file in _named(found, language, "contacts.yaml"):
        _guarded(found, file, lambda source: _contacts(found, source))
    for file in _named(found, language, "words.yaml"):
        _guarded(found, file, lambda source: found.words.update(source.read(Words).words))
    for file in _named(found, language, "sectors.yaml"):
        _guarded(found, file, lambda source: found.sectors.update(source.read(Sectors).sectors))
    for file in _named(found, language, "phrases*.yaml"):
        _guarded(found, file, lambda source: _phrases(found, source))


def _translations(found: Collected, language: Path) -> None:
    """The translations of a language, when the folder is one: an own directory holds other things as well."""
    if not LANGUAGE.fullmatch(language.name):
        return
    old = [
        *_named(found, language, "phrases*.yaml"),
        *(file for kind in SCRIPT_FOLDERS for file in _named(found, language / kind)),
    ]
    for file in sorted(old):
        what = f"vertalingen staan in {language.name}/{FILE}, niet in YAML"
        remedy = f"maak dat bestand met aanzet texts export en import {language.name}, en haal dit weg"
        found.issues.append(Issue(Where(file), "E170", what, remedy))
    for file in _named(found, language, FILE):
        from dialogues import po  # only who has a translation needs the library

        try:
            entries = po.read(file).entries
            found.translations.setdefault(language.name, []).append((file, entries))
        except ContentError as error:
            found.issues += error.issues


def _guarded(found: Collected, file: Path, read: Callable[[Source], None]) -> None:
    try:
        read(Source(file))
    except ContentError as error:
        found.issues += error.issues


def _unique(found: Collected, kind: str, name: str, where: Where, seen: dict[tuple[str, str], Where]) -> None:
    if (kind, name) in seen:
        what = f"de id '{name}' staat ook al in {seen[kind, name]}"
        found.issues.append(Issue(where, "E141", what, "geef het een eigen id"))
    seen[kind, name] = where
    found.places[kind, name] = where


def _one_script(found: Collected, source: Source, seen: dict[tuple[str, str], Where]) -> None:
    script = source.read(Script)
    _unique(found, "script", script.id, source.where(["id"]), seen)
    if script.id != source.file.stem:
        what = f"de id '{script.id}' is niet de naam van het bestand"
        found.issues.append(Issue(source.where(["id"]), "E142", what, f"noem het bestand {script.id}.yaml"))
    found.scripts[script.id] = (script, source)


def _many(
    found: Collected,
    source: Source,
    model: type[T],
    key: str,
    into: dict[str, Any],
    seen: dict[tuple[str, str], Where],
) -> None:
    data = source.data
    if not isinstance(data, dict) or list(data) != [key] or not isinstance(data[key], list):
        raise ContentError(
            [Issue(source.where(), "E105", f"hier hoort '{key}:' te staan, met een lijst", f"begin met {key}:")]
        )
    for number, _ in enumerate(data[key]):
        try:
            item: Any = source.read(model, [key, number])
        except ContentError as error:
            found.issues += error.issues
            continue
        _unique(found, key, item.id, source.where([key, number, "id"]), seen)
        into[item.id] = item
        found.sources[key, item.id] = (source, [key, number])


def _phrases(found: Collected, source: Source) -> None:
    read = source.read(Phrases)
    for name, text in read.phrases.items():
        try:
            check_filters(text)
        except Unrenderable as error:
            what = f"deze tekst is niet te lezen: {explained(error)}"
            remedy = "kijk naar de haken {{ }} en naar het woord na |"
            found.issues.append(Issue(source.where(["phrases", name]), "E130", what, remedy))
    found.phrases.update(read.phrases)
    found.phrase_files.append((read, source))


def _contacts(found: Collected, source: Source) -> None:
    book = source.read(ContactBook)
    found.checked = book.checked
    found.contact_files.append((book, source))
    found.contacts.update((contact.id, contact) for contact in book.contacts)
