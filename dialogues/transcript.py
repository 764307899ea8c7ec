"""A transcript file is a test: it holds what somebody does and what the bot must say to it. `run` compares, `write` fills in.

The notation, one thing a line; an indented line belongs to the line above it:

    # a comment                          script: wat_wil_je     (header lines: script, now, name, plans, stories,
    > typed words                        now: 2026-11-23 21:30   language, address, seed, at, given: key = value)
    [Pressed label]                      now: 2026-11-24 08:00  (between turns too)
    [Pressed label] (oud)                a button of an older question; (dubbel): pressed twice
    (spraakbericht) (foto) (sticker) …   a message that is not text
    /terug /stop /help /overslaan        one of the words every question takes
    < What the bot says                  with its buttons on the last line: [Ja] [Nee]; a scale is [0 … 10]
    * plan: als …, dan …                 what the bot does besides talking: plan, verhaal, kom terug, doe, klaar

Bold is written `**so**`. ` …` at the end of an expected line stands for any rest. Before every turn the session is written to
JSON and read again, as in the real thing. It knows no clock: time stands in the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from dialogues.answers import Answer, When
from dialogues.bundle import Bundle
from dialogues.effects import Act, ComeBack, Effect, Ended, OfferStory, SaveIntention, Say
from dialogues.engine import Turn, World, advance, begin
from dialogues.events import Event, Odd, Pressed, Said, Spoken, Typed, Word
from dialogues.library import Library
from dialogues.session import Session

ZONE = ZoneInfo("Europe/Amsterdam")
HEADERS = ("script", "now", "name", "plans", "stories", "language", "address", "seed", "at", "given")
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
ANY_REST = " …"


class Unreadable(ValueError):
    """A transcript that cannot be read, or that presses a button which is not there. The message names the line."""


@dataclass(frozen=True, slots=True)
class Difference:
    """The first place where the bot did something else than the transcript says."""

    line: int
    after: str
    expected: tuple[str, ...]
    actual: tuple[str, ...]

    def __str__(self) -> str:
        def block(lines: Sequence[str]) -> str:
            return "\n".join(f"    {line}" for line in lines) or "    (nothing)"

        return (
            f"line {self.line}, after {self.after or 'the beginning'}\n"
            f"  expected:\n{block(self.expected)}\n  got:\n{block(self.actual)}"
        )


@dataclass(slots=True)
class _Item:
    """One marked line with the indented lines below it."""

    line: int
    lines: list[str]

    @property
    def mark(self) -> str:
        return self.lines[0][0]

    @property
    def first(self) -> str:
        return self.lines[0]

    @property
    def expected(self) -> bool:
        return self.mark in "<*"


@dataclass(slots=True)
class Stage:
    """What a header says: who talks, when, and where the conversation begins."""

    script: str = ""
    now: datetime = datetime(2026, 11, 23, 21, 30, tzinfo=ZONE)
    name: str = ""
    plans: int = 0
    stories: tuple[str, ...] = ()
    language: str = "nl"
    address: str = "je"
    seed: int = 0
    at: str | None = None
    given: dict[str, object] = field(default_factory=dict)

    def world(self, library: Library) -> World:
        """What a turn may know of the outside."""
        return World(self.now, library.phrases(self.language), self.name, self.plans, self.stories)

    def set(self, key: str, value: str, line: int) -> None:
        """Take one header line. Raises `Unreadable`."""
        try:
            match key:
                case "now":
                    self.now = datetime.fromisoformat(value).replace(tzinfo=ZONE)
                case "plans" | "seed":
                    setattr(self, key, int(value))
                case "stories":
                    self.stories = tuple(value.replace(",", " ").split())
                case "given":
                    name, _, given = value.partition("=")
                    self.given[name.strip()] = _given(given.strip())
                case _:
                    setattr(self, key, value)
        except ValueError as error:
            raise Unreadable(f"line {line}: {key}: {value!r} cannot be read ({error})") from error


def _given(text: str) -> object:
    """`{a: Team A, b: Team B}` is choices; anything else is words."""
    if text.startswith("{") and text.endswith("}") and ":" in text:
        pairs = (part.partition(":") for part in text[1:-1].split(","))
        return {key.strip(): label.strip() for key, _, label in pairs}
    return text


def _items(text: str) -> tuple[Stage, list[_Item], int]:
    """The header, the marked lines, and the number of the line the header ends on."""
    stage, items, head = Stage(), list[_Item](), 0
    open_header = True
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.rstrip()
        key, colon, value = line.partition(":")
        if not line.strip():
            open_header = not stage.script
            if items and items[-1].expected:
                items[-1].lines.append("")
        elif line.startswith("#"):
            continue
        elif line[0] in " \t":
            if not items:
                raise Unreadable(f"line {number}: an indented line belongs to a line above it; there is none")
            items[-1].lines.append(line.strip())
        elif open_header and colon and key in HEADERS:
            stage.set(key, value.strip(), number)
            head = number
        elif line[0] in "<>*[(/" or key == "now":
            open_header = False
            items.append(_Item(number, [line]))
        else:
            raise Unreadable(f"line {number}: {line[:40]!r} begins with none of < > * [ ( / #")
    if not stage.script:
        raise Unreadable("line 1: the header has no 'script: …'")
    for item in items:
        while item.lines[-1] == "":
            item.lines.pop()
    return stage, items, head


class Talk:
    """A conversation under way, one event at a time; the session goes through JSON between all turns."""

    def __init__(self, stage: Stage, library: Library) -> None:
        """Raises KeyError for an unknown script or step."""
        self.stage, self._library = stage, library
        self._bundle = Bundle.read(library.bundle(stage.script).source())
        self.questions: list[Say] = []
        self._kept = ""
        turn = begin(
            self._bundle,
            stage.world(library),
            given=stage.given,
            language=stage.language,
            address=stage.address,
            seed=stage.seed,
            at=stage.at,
        )
        self.effects: tuple[Effect, ...] = self._took(turn)

    @property
    def session(self) -> Session:
        """As it would be read back from storage."""
        return Session.model_validate_json(self._kept)

    def take(self, event: Event) -> tuple[Effect, ...]:
        """Give the engine one event."""
        return self._took(advance(self._bundle, self.session, event, self.stage.world(self._library)))

    def _took(self, turn: Turn) -> tuple[Effect, ...]:
        self._kept = turn.session.model_dump_json()
        self.questions += [effect for effect in turn.effects if isinstance(effect, Say) and effect.prompt is not None]
        return turn.effects

    def press(self, label: str, *, old: bool = False) -> Pressed:
        """The event of pressing a button by its words, of the waiting question or an older one. Raises KeyError."""
        waiting = self.session.prompt
        for question in reversed(self.questions):
            if question.prompt is not None and (question.prompt != waiting) == old:
                for option in question.options:
                    if option.label.removeprefix("✓ ") == label:
                        return Pressed(question.prompt, option.id)
        raise KeyError(label)


def shown(effect: Effect) -> list[str]:
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
        case ComeBack(days=days, script=script, quiet=quiet):
            return [f"* kom terug: {days} dagen, {script}{', stil' if quiet else ''}"]
        case Act(name=name, given=given):
            words = ", ".join(f"{key}={_answer(value)}" for key, value in given.items())
            return [f"* doe: {name}{' ' + words if words else ''}"]
        case Ended(outcome=outcome):
            return [f"* klaar: {outcome}"]


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


def _events(item: _Item, talk: Talk) -> list[Event]:
    """What the person does on this line. Raises `Unreadable`."""
    first = item.first
    match item.mark:
        case ">":
            return [Typed("\n".join([first[1:].strip(), *item.lines[1:]]))]
        case "/" if first in COMMANDS:
            return [Said(COMMANDS[first])]
        case "(" if first == "(spraakbericht)":
            return [VOICE]
        case "(" if first.endswith(")"):
            what = first[1:-1]
            return [Odd(ODD.get(what, what))]
        case "[" if "]" in first:
            label, _, how = first[1:].rpartition("]")
            how = how.strip()
            try:
                pressed = talk.press(label, old=how == "(oud)")
            except KeyError as error:
                there = buttons(talk.questions[-1]) if talk.questions else "(none)"
                raise Unreadable(f"line {item.line}: there is no button [{label}]; there are {there}") from error
            return [pressed] * (2 if how == "(dubbel)" else 1)
    raise Unreadable(f"line {item.line}: {first!r} cannot be read")


def _turns(text: str, library: Library) -> Iterator[tuple[_Item | None, list[_Item], list[str], int]]:
    """Each input with the expected items after it, what the bot did, and the line where that is expected."""
    stage, items, _ = _items(text)
    try:
        talk = Talk(stage, library)
    except KeyError as error:
        raise Unreadable(f"line 1: there is no script or step {error}") from error
    actual = [line for effect in talk.effects for line in shown(effect)]
    said: _Item | None = None
    expected: list[_Item] = []
    for item in items:
        if item.expected:
            expected.append(item)
            continue
        if item.first.startswith("now:"):
            stage.set("now", item.first.removeprefix("now:").strip(), item.line)
            continue
        yield said, expected, actual, expected[0].line if expected else (said.line if said else 1)
        if talk.session.over:
            raise Unreadable(f"line {item.line}: the conversation is over before {item.first!r}")
        actual = [line for event in _events(item, talk) for effect in talk.take(event) for line in shown(effect)]
        said, expected = item, []
    yield said, expected, actual, expected[0].line if expected else (said.line if said else 1)


def run(text: str, library: Library) -> Difference | None:
    """Play a transcript. The first difference, or None.

    Raises:
        Unreadable: when the file is no transcript, or does what cannot be done.
    """
    for said, expected, actual, line in _turns(text, library):
        wanted = [
            part if number == 0 else f"  {part}".rstrip() for item in expected for number, part in enumerate(item.lines)
        ]
        wrong = next(
            (n for n in range(max(len(wanted), len(actual))) if not _same(wanted[n : n + 1], actual[n : n + 1])), None
        )
        if wrong is not None:
            return Difference(line + min(wrong, len(wanted)), said.first if said else "", tuple(wanted), tuple(actual))
    return None


def _same(wanted: Sequence[str], actual: Sequence[str]) -> bool:
    if not wanted or not actual:
        return not wanted and not actual
    want, have = wanted[0].rstrip(), actual[0].rstrip()
    if want == have:
        return True
    if want.endswith(ANY_REST) or want.strip() == ANY_REST.strip():
        return have.startswith(want[: -len(ANY_REST)].rstrip())
    return want.startswith("*") and have.startswith(f"{want}:")


def write(text: str, library: Library) -> str:
    """The whole transcript from its header and inputs; what the file expected is replaced by what the bot does.

    Raises:
        Unreadable: when the file is no transcript, or does what cannot be done.
    """
    turns = iter(_turns(text, library))
    _, _, opening, _ = next(turns)
    head, lines = _items(text)[2], text.splitlines()
    out = [*lines[:head], "", *opening]
    comments = _comments(lines[head:], head)
    for said, _, actual, _ in turns:
        if said is not None:
            out += ["", *comments.get(said.line, []), said.first, *(f"  {line}" for line in said.lines[1:]), *actual]
    return "\n".join(out) + "\n"


def _comments(lines: Sequence[str], above: int) -> dict[int, list[str]]:
    """Comments and stage directions by the line of the input they stand before."""
    found: dict[int, list[str]] = {}
    held: list[str] = []
    for number, line in enumerate(lines, above + 1):
        if line.startswith(("#", "now:")):
            held.append(line)
        elif line[:1] in ("<", "*"):
            held = []
        elif line and line[0] in ">[(/":
            found[number], held = held, []
    return found
