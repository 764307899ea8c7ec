"""Mijn groeidocument: what somebody asked to keep, item by item. Theirs alone: they read, change and remove each of it.

An item is sealed whole, its kind too. Nothing here is handed to anybody, counted or looked through.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Generic, Literal, TypeVar

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, TypeAdapter

from bot.messages import Attachment, Button, Message, Paper
from bot.papers.model import Floor, Item, Line, Scanned
from bot.services import keyboard
from bot.services.drawing import dated
from bot.services.person import Person
from bot.services.turn import Turn
from dialogues.answers import EMPTY, Answer, Value
from dialogues.effects import KeepNote, KeepScan
from storage import documents
from storage.ids import new_id

Section = Literal["belangrijk", "goed_in", "gesprek", "vraag", "knelpunt", "verhaal"]

SECTIONS: tuple[Section, ...] = ("belangrijk", "goed_in", "gesprek", "vraag", "knelpunt", "verhaal")
"""In the order they are read."""

CAPTION = 900
"""Characters of words that go under a picture; longer ones go in a message of their own (Telegram takes 1,024)."""

TOGETHER = 6
"""Scans that stand in one picture over time."""

CHANGE = "document_veranderen"
"""The conversation that takes new words for a line."""


class Note(BaseModel):
    """Lines of somebody's own words, each with the words before it. `script` is the talk it came from."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Literal["note"] = "note"
    section: Section
    title: str = ""
    lines: tuple[Line, ...]
    script: str = ""
    made: AwareDatetime


class Scan(BaseModel):
    """The scores of one scan; None where a question was left open."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Literal["scan"] = "scan"
    floors: tuple[Floor, ...]
    made: AwareDatetime


_SECTION: TypeAdapter[Section] = TypeAdapter(Section)
_BODY: TypeAdapter[Note | Scan] = TypeAdapter(Annotated[Note | Scan, Field(discriminator="kind")])


Body = TypeVar("Body", Note, Scan)


@dataclass(frozen=True, slots=True)
class Kept(Generic[Body]):
    """An item with its id."""

    id: str
    revision: int
    body: Body


@dataclass(frozen=True, slots=True)
class Contents:
    """All of a person's document, newest first."""

    notes: tuple[Kept[Note], ...]
    scans: tuple[Kept[Scan], ...]

    def of(self, *sections: Section) -> tuple[Kept[Note], ...]:
        """The notes of these sections."""
        return tuple(kept for kept in self.notes if kept.body.section in sections)


async def read(turn: Turn) -> Contents:
    """The person's document. Raises `Unreadable` or pydantic's error: nothing unreadable is ever left out silently."""
    person = _person(turn)
    notes: list[Kept[Note]] = []
    scans: list[Kept[Scan]] = []
    for row in reversed(await documents.of(turn.tx, person.id)):
        body = _BODY.validate_python(person.open(row.sealed_body, _purpose(row.id)))
        if isinstance(body, Note):
            notes.append(Kept(row.id, row.revision, body))
        else:
            scans.append(Kept(row.id, row.revision, body))
    return Contents(tuple(notes), tuple(scans))


async def one(turn: Turn, item_id: str) -> Kept[Note] | Kept[Scan] | None:
    """An item by the first letters of its id; None when it is gone."""
    contents = await read(turn)
    items: tuple[Kept[Note] | Kept[Scan], ...] = (*contents.notes, *contents.scans)
    return next((kept for kept in items if item_id and kept.id.startswith(item_id)), None)


async def note(turn: Turn, item_id: str) -> Kept[Note] | None:
    """A note by the first letters of its id; None when it is gone."""
    return next((kept for kept in (await read(turn)).notes if item_id and kept.id.startswith(item_id)), None)


async def keep_note(turn: Turn, effect: KeepNote, script: str) -> None:
    """Keep the answers of a talk. Says nothing: the talk asked, and its words say that it was done."""
    await _add(
        turn,
        Note(
            section=_SECTION.validate_python(effect.section),
            title=effect.title,
            lines=effect.lines,
            script=script,
            made=turn.now,
        ),
    )


async def keep_scan(turn: Turn, effect: KeepScan) -> None:
    """Keep the scores, and show them at once."""
    scan = Scan(floors=effect.floors, made=turn.now)
    await _add(turn, scan)
    button = keyboard.action(turn.word("button_my_document"), "mijn")
    await say_picture(turn, "scan", (scan,), keyboard.rows([button]))


async def remove(turn: Turn, item_id: str) -> bool:
    """Take an item out for good; False when it was gone already."""
    kept = await one(turn, item_id)
    return kept is not None and await documents.remove(turn.tx, _person(turn).id, kept.id)


def to_change(kept: Kept[Note]) -> dict[str, object]:
    """What the conversation that changes a line needs: which lines there are, or the only one."""
    lines = kept.body.lines
    if len(lines) == 1:
        return {"item": kept.id, "regel": "r0", "oud": lines[0][1]}
    return {"item": kept.id, "regels": {f"r{place}": label or words for place, (label, words) in enumerate(lines)}}


async def act_change(turn: Turn, given: Mapping[str, Answer]) -> None:
    """`do: document_veranderen`: other words for one line. The old ones are gone."""
    kept = await note(turn, given["item"].text)
    line, new = given.get("regel", EMPTY), str(Value(given.get("woorden", EMPTY)))
    button = keyboard.action(turn.word("button_my_document"), "mijn")
    if kept is None:
        await turn.tell("document_gone", button)
        return
    chosen = line.choice or line.text
    lines = tuple(
        (label, new if f"r{place}" == chosen and new else words) for place, (label, words) in enumerate(kept.body.lines)
    )
    if lines == kept.body.lines:
        await turn.tell("document_unchanged", button)
        return
    body = _sealed(_person(turn), kept.id, kept.body.model_copy(update={"lines": lines}))
    await documents.save(turn.tx, kept.id, kept.revision, body)
    await turn.tell("document_changed", button)


# --- as somebody sees it


def day(turn: Turn, moment: AwareDatetime) -> date:
    """The day of a moment, where the person is."""
    return moment.astimezone(_person(turn).profile.timezone).date()


def scanned(turn: Turn, scan: Scan) -> Scanned:
    """A scan for a paper."""
    return Scanned(made=day(turn, scan.made), floors=scan.floors)


def item(turn: Turn, note: Note) -> Item:
    """A note for a paper."""
    return Item(made=day(turn, note.made), title=note.title, lines=note.lines)


def shown_day(turn: Turn, moment: AwareDatetime) -> str:
    """24 november 2026."""
    return dated(turn.house, turn.language, day(turn, moment))


def scores(turn: Turn, scan: Scan) -> str:
    """A scan in words, a line for every floor."""
    return "\n".join(f"{label}: {_score(turn, score)}" for _, label, score in scan.floors)


def scores_over_time(turn: Turn, scans: Sequence[Scan]) -> str:
    """Scans in words, a line for every floor of any of them, from old to new. `scans`: newest first."""
    shown = list(reversed(scans))
    labels = {key: label for scan in shown for key, label, _ in scan.floors}
    return "\n".join(
        f"{label}: " + ", ".join(_score(turn, {k: score for k, _, score in scan.floors}.get(key)) for scan in shown)
        for key, label in labels.items()
    )


async def say_picture(turn: Turn, words: str, scans: Sequence[Scan], buttons: tuple[tuple[Button, ...], ...]) -> None:
    """A picture of these scans (newest first), its caption all of it in words; `words` names the standing text around them."""
    told = scores(turn, scans[0]) if len(scans) == 1 else scores_over_time(turn, scans)
    days = ", ".join(shown_day(turn, scan.made) for scan in reversed(scans))
    message = turn.phrase(words, cijfers=told, dagen=days)
    paper = Paper(language=turn.language, scans=tuple(scanned(turn, scan) for scan in scans))
    picture = Attachment(kind="photo", name="mijn-scan.png", paper=paper)
    if len(message.text) > CAPTION:
        await turn.say(Message(attachment=picture))
        await turn.say(message.model_copy(update={"buttons": buttons}))
        return
    await turn.say(message.model_copy(update={"attachment": picture, "buttons": buttons}))


def _score(turn: Turn, score: int | None) -> str:
    return turn.word("paper_not_answered") if score is None else str(score)


async def _add(turn: Turn, body: Note | Scan) -> None:
    person, item_id = _person(turn), new_id()
    await documents.add(
        turn.tx, item_id=item_id, person_id=person.id, sealed_body=_sealed(person, item_id, body), now=turn.now
    )


def _sealed(person: Person, item_id: str, body: Note | Scan) -> bytes:
    return person.seal(body.model_dump(mode="json"), _purpose(item_id))


def _purpose(item_id: str) -> str:
    return f"document:{item_id}"


def _person(turn: Turn) -> Person:
    if turn.person is None:
        raise RuntimeError("a document needs a person")
    return turn.person
