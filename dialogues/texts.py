"""Every text people read, by a stable id, and the same content with other texts in the same places. Knows no files.

An id is made of what an author named: `wat_wil_je/open/say`, `wat_wil_je/open/button/twijfel`,
`nudges:duw_dank_je_wel/text`. Nothing is counted: other words (`instead`) are known by their condition, and what is a list (some
messages in a row, the wordings a button knows) is one text. So nothing inserted ever moves a translation to another text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeVar

from pydantic import BaseModel

from dialogues.check.english import explained
from dialogues.model import SECTORS, Contact, Nudge, Offering, Script, SectorWord, Story
from dialogues.render import Unrenderable, always_says, check_filters

LABEL, PROSE = 60, 4096
"""Characters a label and a text may have, as in `model`."""

BETWEEN = "\n---\n"
"""Stands between messages in a row that are one text."""

_KEPT = re.compile(
    r"(?P<code>\{\{.*?\}\}|\{%.*?%\})|https?://[^\s)]+|www\.[^\s)]+|\b0[\d -]{6,}\d\b|\b11[23]\b", re.DOTALL
)
"""What is the same in every language: places for answers, web addresses, telephone numbers."""

Kind = Literal["words", "messages", "wordings"]


@dataclass(frozen=True, slots=True)
class Text:
    """One text in the base language. `question`: it has to ask something whatever was answered before."""

    id: str
    dutch: str
    limit: int = PROSE
    kind: Kind = "words"
    question: bool = False

    @property
    def group(self) -> str:
        """The conversation or kind of thing it belongs to."""
        return re.split("[/:]", self.id, maxsplit=1)[0]

    def parts(self, words: str) -> list[str]:
        """The messages or wordings in `words`; one for an ordinary text."""
        if self.kind == "words":
            return [words]
        between = BETWEEN if self.kind == "messages" else "\n"
        return [part.strip() for part in words.strip().split(between)]

    @property
    def kept(self) -> list[str]:
        """What must stand in every translation too, in the order it is written."""
        return list(dict.fromkeys(_kept(self.dutch)))


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with a translation; `code` as in docs/regels."""

    code: str
    what: str
    remedy: str


def flaws(text: Text, words: str) -> Iterator[Flaw]:
    """What is wrong with these words as a translation of the text."""
    for part in text.parts(words):
        if len(part) > text.limit:
            what = f"deze vertaling is te lang: {len(part)} tekens, hooguit {text.limit}"
            yield Flaw("E160", what, "maak het korter")
    if any(unicodedata.category(c) in ("Cc", "Co", "Cs") and c != "\n" for c in words):
        yield Flaw("E130", "er staat een teken dat niet mag", "haal weg wat geen gewone tekst is, zoals een tab")
    if text.limit == LABEL and "\n" in words:
        yield Flaw("E177", "op een knop of in een titel staat één regel", "zet de vertaling op één regel")
    if text.kind == "wordings":
        if not all(text.parts(words)):
            yield Flaw("E177", "er staat een lege regel tussen", "zet elk woord op een eigen regel, zonder lege regel")
        return
    count = len(text.parts(text.dutch))
    if len(text.parts(words)) != count or not all(text.parts(words)):
        what = f"hier horen {count} berichten, met een regel --- ertussen"
        yield Flaw("E177", what, "vertaal elk bericht, en laat de regels met --- staan")
    try:
        check_filters(words)
    except Unrenderable as error:
        remedy = "kijk naar de haken {{ }} en naar het woord na |"
        yield Flaw("E130", f"deze vertaling is niet te lezen: {explained(error)}", remedy)
        return
    wanted, found = set(_kept(text.dutch)), set(_kept(words))
    for lost in sorted(wanted - found):
        yield Flaw("E178", f"'{lost}' staat niet in de vertaling", "neem het letterlijk over uit het Nederlands")
    for added in sorted(found - wanted):
        yield Flaw(
            "E178", f"'{added}' staat niet in het Nederlands", "haal het weg, of schrijf het zoals het daar staat"
        )
    if words.count("**") % 2:
        yield Flaw("E132", "een ** te veel of te weinig", "vet begint en eindigt met **")
    if text.question and not _asks(text.parts(words)[-1]):
        remedy = "vertaal ook de woorden om {{ }} heen: een antwoord kan leeg zijn, en dan wordt er niets gevraagd"
        yield Flaw("E134", "deze vraag kan leeg zijn", remedy)


def _kept(words: str) -> Iterator[str]:
    for hit in _KEPT.finditer(words):
        words = hit[0]
        if hit["code"]:
            inside = re.sub(r"\s*\|\s*", " | ", " ".join(words[2:-2].split()))
            words = f"{words[:2]} {inside} {words[-2:]}"
        else:
            words = re.sub(r"[ -]", "", words) if words[0].isdigit() else words.rstrip(".,;:!?")
        yield words


def _asks(words: str) -> bool:
    try:
        return always_says(words)
    except Unrenderable:
        return False  # told as E130


# --- the content with other texts

Change = Callable[[Text], str]
"""Gives the words for a text: the Dutch ones where there are no others."""

M = TypeVar("M", bound=BaseModel)


@dataclass(slots=True)
class Content:
    """All that has texts, by id."""

    scripts: dict[str, Script] = field(default_factory=dict)
    nudges: dict[str, Nudge] = field(default_factory=dict)
    stories: dict[str, Story] = field(default_factory=dict)
    offerings: dict[str, Offering] = field(default_factory=dict)
    contacts: dict[str, Contact] = field(default_factory=dict)
    phrases: dict[str, str] = field(default_factory=dict)
    sectors: dict[str, SectorWord] = field(default_factory=dict)

    def changed(self, change: Change) -> Content:
        """The same content with the words `change` gives. It must give words without `flaws`."""
        return Content(
            {name: _script(script, change) for name, script in self.scripts.items()},
            _items("nudges", self.nudges, (("text", PROSE), ("button", LABEL)), change),
            _items("stories", self.stories, (("title", LABEL), ("text", PROSE), ("question", PROSE)), change),
            _items("offerings", self.offerings, (("title", LABEL), ("text", PROSE), ("how", PROSE)), change),
            _items("contacts", self.contacts, (("name", LABEL), ("text", PROSE)), change),
            {name: change(Text(f"phrases:{name}", words)) for name, words in self.phrases.items()},
            _items("sectors", self.sectors, ((sector, LABEL) for sector in (*SECTORS, "anders")), change),
        )

    def texts(self) -> dict[str, Text]:
        """Every text by its id, in the order it is written."""
        found: dict[str, Text] = {}

        def note(text: Text) -> str:
            found[text.id] = text
            return text.dutch

        self.changed(note)
        return found


def _items(kind: str, items: Mapping[str, M], fields: Iterable[tuple[str, int]], change: Change) -> dict[str, M]:
    limits = tuple(fields)
    return {name: _laid(item, f"{kind}:{name}", limits, change) for name, item in items.items()}


def _laid(item: M, at: str, fields: Iterable[tuple[str, int]], change: Change) -> M:
    data = item.model_dump(mode="python")
    for name, limit in fields:
        _put(data, name, Text(f"{at}/{name}", data[name] or "", limit), change)
    return type(item).model_validate(data)


def _put(data: dict[Any, Any], key: Any, text: Text, change: Change) -> None:
    if data[key] is not None:
        words = change(text)
        data[key] = words if text.kind == "words" else tuple(text.parts(words))


def _script(script: Script, change: Change) -> Script:
    data = script.model_dump(mode="python")
    _put(data, "title", Text(f"{script.id}/title", script.title, LABEL), change)
    _put(data, "menu", Text(f"{script.id}/menu", script.menu or "", LABEL), change)
    for step in data["steps"]:
        _step(step, f"{script.id}/{step['id']}", change)
    return Script.model_validate(data)


def _step(step: dict[str, Any], at: str, change: Change) -> None:
    asks = any(step[part] is not None for part in ("ask", "ruler", "offer"))
    if isinstance(step["say"], str):
        _put(step, "say", Text(f"{at}/say", step["say"], question=asks), change)
    elif step["say"] is not None:
        _put(step, "say", Text(f"{at}/say", BETWEEN.join(step["say"]), kind="messages", question=asks), change)
    seen: dict[str, int] = {}
    for other in step["instead"]:
        when = " ".join(other["when"].split())
        seen[when] = again = seen.get(when, 0) + 1
        name = when if again == 1 else f"{when} ({again})"  # the later one is never used: the first that holds is
        _put(other, "say", Text(f"{at}/instead/{name}", other["say"], question=asks), change)
    if step["ask"] is not None:
        _ask(step["ask"], at, change)
    for part, limits in (
        ("ask", {"other": LABEL, "other_prompt": PROSE, "low_label": LABEL, "high_label": LABEL}),
        ("ruler", {"why": PROSE, "higher": PROSE, "low_label": LABEL, "high_label": LABEL}),
        ("offer", {"yes": LABEL, "no": LABEL}),
    ):
        for name, limit in limits.items() if step[part] is not None else ():
            words = step[part][name] or ""
            _put(step[part], name, Text(f"{at}/{name}", words, limit, question=name in ("why", "higher")), change)
    if step["note"] is not None:
        _put(step["note"], "title", Text(f"{at}/note", step["note"]["title"] or "", LABEL), change)
    for part, within, name in (("note", "lines", "note"), ("scan", "floors", "floor")):
        for key, words in step[part][within].items() if step[part] is not None else ():
            _put(step[part][within], key, Text(f"{at}/{name}/{key}", words, LABEL), change)
    for score, words in step["ruler"]["words"].items() if step["ruler"] is not None else ():
        _put(step["ruler"]["words"], score, Text(f"{at}/words/{score}", words, question=True), change)


def _ask(ask: dict[str, Any], at: str, change: Change) -> None:
    for name, button in ask["buttons"].items():
        _put(button, "label", Text(f"{at}/button/{name}", button["label"], LABEL), change)
        _put(button, "say", Text(f"{at}/reply/{name}", button["say"] or ""), change)
        if button["also"]:
            _put(button, "also", Text(f"{at}/also/{name}", "\n".join(button["also"]), kind="wordings"), change)
    for name, phrases in ask["hears"].items():
        _put(ask["hears"], name, Text(f"{at}/hears/{name}", "\n".join(phrases), kind="wordings"), change)
