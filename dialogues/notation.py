"""How a transcript is written: its marks, what an effect looks like, and a file as a header with marked lines.

It reads and writes; it plays nothing (`dialogues.transcript` does). Messages are for authors, in Dutch.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from dialogues.answers import Answer, When
from dialogues.effects import (
    Act,
    ComeBack,
    Ended,
    KeepNote,
    KeepScan,
    OfferOfferings,
    OfferStory,
    SaveIntention,
    Say,
)
from dialogues.events import Spoken, Word
from dialogues.model import SECTORS
from dialogues.stage import ZONE, Begun, Happening, Reminded, Span, Stage, Unreadable

HEADERS = (
    "script", "now", "name", "plans", "stories", "offerings", "asked_after", "sector", "language", "address", "seed", "at",
    "given",
)  # fmt: skip
YES_OR_NO = {"yes": True, "ja": True, "no": False, "nee": False}
COMMANDS: Mapping[str, Word] = {"/terug": "terug", "/stop": "stop", "/help": "help", "/overslaan": "skip"}
ODD = {
    "foto": "photo",
    "sticker": "sticker",
    "locatie": "location",
    "peiling": "poll",
    "doorgestuurd": "forwarded",
    "bewerkt": "edited",
    "contact": "contact",
    "document": "document",
    "video": "video",
}
VOICE = Spoken("stem", 4)

_WHILE = re.compile(r"\+\s*(\d{1,3}|een|één)\s+(\w+)", re.IGNORECASE)
_UNITS = {
    **dict.fromkeys(("minuut", "minuten", "minute", "minutes"), timedelta(minutes=1)),
    **dict.fromkeys(("uur", "uren", "hour", "hours"), timedelta(hours=1)),
}
_DAYS = {
    **dict.fromkeys(("dag", "dagen", "day", "days"), 1),
    **dict.fromkeys(("week", "weken", "weeks"), 7),
}
_MARKS = "begin een regel met > (getypt), [ (knop), < (de bot), * (wat de bot doet), + (tijd), ( of / of #"


def span(words: str) -> Span | None:
    """`+ 2 dagen`, `+ een week`, `+ 2 days` as a length of time; None for anything else."""
    found = _WHILE.fullmatch(words.strip())
    if found is None:
        return None
    count, unit = int(found[1]) if found[1].isdecimal() else 1, found[2].lower()
    if unit in _DAYS:
        return Span(days=count * _DAYS[unit])
    return Span(time=count * _UNITS[unit]) if unit in _UNITS else None


@dataclass(slots=True)
class Item:
    """One marked line with the indented lines below it. `numbers`: where each of them stands in the file."""

    lines: list[str]
    numbers: list[int]

    def add(self, number: int, line: str) -> None:
        """One more line below it."""
        self.lines.append(line)
        self.numbers.append(number)

    @property
    def line(self) -> int:
        """Where it begins."""
        return self.numbers[0]

    @property
    def mark(self) -> str:
        """What it begins with."""
        return self.lines[0][0]

    @property
    def first(self) -> str:
        """The marked line itself."""
        return self.lines[0]

    @property
    def expected(self) -> bool:
        """Whether it says what the bot does."""
        return self.mark in "<*"


@dataclass(frozen=True, slots=True)
class Written:
    """A transcript as it stands in its file. `head` is the number of lines of the header; `places` where its keys stand."""

    stage: Stage
    items: list[Item]
    head: int
    places: Mapping[str, int]


def parse(text: str) -> Written:
    """A transcript's header and marked lines. Raises Unreadable."""
    stage, items, head = Stage(), list[Item](), 0
    places: dict[str, int] = {}
    open_header = True
    for number, raw in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        line = raw.rstrip()
        key, colon, value = line.partition(":")
        if not line.strip():
            open_header = not stage.script
            if items and items[-1].expected:
                items[-1].add(number, "")
        elif line.startswith("#"):
            continue
        elif line[0] in " \t":
            if not items:
                what = "een ingesprongen regel hoort bij de regel erboven, en die is er niet"
                raise Unreadable(number, what, "haal de spaties aan het begin weg")
            items[-1].add(number, line.strip())
        elif open_header and colon and key in HEADERS:
            places[_put(stage, key, value.strip(), number)] = number
            head = number
        elif line[0] in "<>*[(/+" or key == "now":
            open_header = False
            items.append(Item([line], [number]))
        elif open_header and colon:
            raise Unreadable(number, f"'{key}' hoort niet in de kop", f"kies uit: {', '.join(HEADERS)}")
        else:
            raise Unreadable(number, f"'{line[:40]}' heeft geen teken aan het begin", _MARKS)
    if not stage.script:
        raise Unreadable(1, "er staat niet bij welk gesprek dit is", "begin met een regel als: script: wat_wil_je")
    for item in items:
        while item.lines[-1] == "":
            item.lines.pop()
    return Written(stage, items, head, places)


def _put(stage: Stage, key: str, value: str, line: int) -> str:
    """Take one header line. Returns what it sets, an answer as `given name`. Raises Unreadable."""
    match key:
        case "now":
            stage.now = moment(value, line)
        case "plans" | "seed":
            if not value.isdecimal() or len(value) > 9:
                raise Unreadable(line, f"'{value}' is geen getal", f"schrijf bijvoorbeeld {key}: 1")
            setattr(stage, key, int(value))
        case "stories" | "offerings":
            setattr(stage, key, tuple(value.replace(",", " ").split()))
        case "asked_after":
            if value not in YES_OR_NO:
                raise Unreadable(line, f"'{value}' is geen yes of no", "schrijf asked_after: yes, of haal de regel weg")
            stage.asked_after = YES_OR_NO[value]
        case "sector" if value not in SECTORS:
            raise Unreadable(line, f"'{value}' is geen sector", f"kies uit: {', '.join(SECTORS)}")
        case "given":
            name, equals, given = value.partition("=")
            if not equals or not name.strip():
                raise Unreadable(line, "hier ontbreekt een =", "schrijf bijvoorbeeld given: wens = ik wil rust")
            stage.given[name.strip()] = _given(given.strip())
            return f"given {name.strip()}"
        case _:
            setattr(stage, key, value)
    return key


def moment(value: str, line: int) -> datetime:
    """A day and hour on the Dutch clock. Raises Unreadable."""
    try:
        return datetime.fromisoformat(value).replace(tzinfo=ZONE)
    except ValueError:
        raise Unreadable(line, f"'{value}' is geen dag en tijd", "schrijf bijvoorbeeld now: 2026-11-23 21:30") from None


def _given(text: str) -> object:
    """`{a: Team A, b: Team B}` is choices; anything else is words."""
    if text.startswith("{") and text.endswith("}") and ":" in text:
        pairs = (part.partition(":") for part in text[1:-1].split(","))
        return {key.strip(): label.strip() for key, _, label in pairs}
    return text


def shown(effect: Happening) -> list[str]:
    """An effect in the notation of a transcript."""
    match effect:
        case Say():
            lines = [] if effect.replaces else _bold(effect).split("\n")
            if effect.contact:
                lines.append(f"(contact: {effect.contact})")
            if effect.options:
                lines.append(buttons(effect))
            return [f"< {lines[0]}".rstrip(), *(f"  {line}".rstrip() for line in lines[1:])]
        case SaveIntention():
            parts = {"als": effect.cue, "dan": effect.action, "te druk": effect.backup, "moment": _when(effect.moment)}
            parts |= {"stem": effect.voice or "", "in plaats van": effect.replaces or ""}
            return ["* plan: " + ", ".join(f"{name} {_flat(words)}" for name, words in parts.items() if words)]
        case OfferStory(story=story):
            return [f"* verhaal: {story}"]
        case OfferOfferings(offerings=offerings):
            return [f"* aanbod: {' '.join(offerings)}"]
        case KeepNote(section=section, title=title, lines=kept):
            above = f"{section} “{title}”" if title else section
            return [f"* bewaart: {above}: " + "; ".join(f"{label}: {_flat(words)}" for label, words in kept)]
        case KeepScan(floors=floors):
            return ["* scan: " + ", ".join(f"{label} {'–' if score is None else score}" for _, label, score in floors)]
        case ComeBack(days=days, script=script, quiet=quiet):
            return [f"* kom terug: {days} dagen, {script}{', stil' if quiet else ''}"]
        case Act(name=name, given=given):
            words = ", ".join(f"{key}={_answer(value)}" for key, value in given.items())
            return [f"* doe: {name}{' ' + words if words else ''}"]
        case Ended(outcome=outcome):
            return [f"* klaar: {outcome}"]
        case Reminded(cue=cue, action=action):
            return [f"* herinnering: als {_flat(cue)}, dan {_flat(action)}"]
        case Begun(script=script):
            return [f"* begint: {script}"]


def buttons(say: Say) -> str:
    """The buttons under a message, on one line."""
    if say.layout == "scale":
        return f"[{say.options[0].label} … {say.options[-1].label}]"
    return " ".join(f"[{option.label}]" for option in say.options)


def _bold(say: Say) -> str:
    """The words with their bold stretches between stars."""
    units = say.text.encode("utf-16-le")
    for offset, length in reversed(say.bold):
        end = 2 * (offset + length)
        units = (
            units[: 2 * offset]
            + "**".encode("utf-16-le")
            + units[2 * offset : end]
            + "**".encode("utf-16-le")
            + units[end:]
        )
    return units.decode("utf-16-le")


def _flat(words: str) -> str:
    return " ".join(words.split())


def _when(moment: When | None) -> str:
    if moment is None:
        return ""
    start = moment.start.astimezone(ZONE) if moment.start else None
    day = f"{start:%Y-%m-%d}" if start else ""
    time = f"{start:%H:%M}" if start and not moment.all_day else ""
    return " ".join(
        part for part in (day, time, moment.recurrence, f"({moment.event})" if moment.event else "") if part
    )


def _answer(answer: Answer) -> str:
    if answer.declined:
        return "-"
    if answer.number is not None:
        return str(answer.number)
    return _flat(" ".join(part for part in (answer.choice or "+".join(answer.choices), answer.text) if part)) or "-"
