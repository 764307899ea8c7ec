"""A transcript file is a test: it holds what somebody does and what the bot must say to it. `run` compares, `write` fills in.

The notation, one thing a line; an indented line belongs to the line above it:

    # a comment                          script: wat_wil_je     (header lines: script, now, name, plans, stories,
    > typed words                        now: 2026-11-23 21:30   offerings, asked_after, sector, language, address,
                                                                 seed, at, given: key = value)
    [Pressed label]                      now: 2026-11-24 08:00  (between turns too: only sets the clock)
    [Pressed label] (oud)                a button of an older question; (dubbel): pressed twice
    (spraakbericht) (foto) (sticker) …   a message that is not text
    /terug /stop /help /overslaan        one of the words every question takes
    + 2 dagen                            time passes (minuten, uur, dagen, weken), and what comes by itself comes
    < What the bot says                  with its buttons on the last line: [Ja] [Nee]; a scale is [0 … 10]
    * plan: als …, dan …                 what the bot does besides talking: plan, verhaal, aanbod, bewaart, scan,
                                         kom terug, doe, klaar, herinnering, begint

Bold is written `**so**`. ` …` at the end of an expected line stands for any rest. Before every turn the session is written to
JSON and read again, as in the real thing. It knows no clock: time stands in the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches

from dialogues.events import Event, Odd, Said, Typed
from dialogues.library import BASE, Library
from dialogues.notation import COMMANDS, ODD, VOICE, Item, buttons, moment, parse, shown, span
from dialogues.stage import Happening, Talk, Unfit, Unreadable

ANY_REST = " …"


@dataclass(frozen=True, slots=True)
class Difference:
    """The first place where the bot did something else than the transcript says. As words it is for authors, in Dutch."""

    line: int
    after: str
    expected: tuple[str, ...]
    actual: tuple[str, ...]

    def __str__(self) -> str:
        pairs = SequenceMatcher(None, self.expected, self.actual, autojunk=False).get_opcodes()
        wanted = {n for kind, a, b, _, _ in pairs if kind != "equal" for n in range(a, b)}
        actual = {n for kind, _, _, a, b in pairs if kind != "equal" for n in range(a, b)}
        return "\n".join(
            [
                f"regel {self.line}: de bot doet nu iets anders, na {self.after or 'het begin'}",
                "  geschreven:",
                *_block(self.expected, wanted),
                "  nu:",
                *_block(self.actual, actual),
            ]
        )


def _block(lines: Sequence[str], marked: set[int]) -> list[str]:
    if not lines:
        return ["    → (niets)"]
    return [f"    {'→' if number in marked else ' '} {line}".rstrip() for number, line in enumerate(lines)]


@dataclass(frozen=True, slots=True)
class _Turn:
    """An input (None: the beginning), what the file expects after it, and what the bot did."""

    said: Item | None
    expected: list[Item]
    actual: list[str]

    @property
    def wanted(self) -> list[str]:
        """What the file expects, as `shown` would write it."""
        return [
            part if number == 0 else f"  {part}".rstrip()
            for item in self.expected
            for number, part in enumerate(item.lines)
        ]

    def line(self, place: int) -> int:
        """Where the expected line of this number stands, or the first line below all that is expected."""
        numbers = [number for item in self.expected for number in item.numbers[: len(item.lines)]]
        if place < len(numbers):
            return numbers[place]
        return numbers[-1] + 1 if numbers else self.said.line if self.said else 1


def _turns(text: str, library: Library) -> Iterator[_Turn]:
    written = parse(text)
    talk = _begun(text, library)
    actual = _told(talk.effects)
    said: Item | None = None
    expected: list[Item] = []
    for item in written.items:
        if item.expected:
            expected.append(item)
            continue
        if item.first.startswith("now:"):
            talk.stage.now = moment(item.first.removeprefix("now:").strip(), item.line)
            continue
        yield _Turn(said, expected, actual)
        actual = _told(_done(item, talk))
        said, expected = item, []
    yield _Turn(said, expected, actual)


def _told(effects: Sequence[Happening]) -> list[str]:
    return [line for effect in effects for line in shown(effect)]


def _begun(text: str, library: Library) -> Talk:
    """The conversation a transcript's header asks for. Raises Unreadable."""
    written = parse(text)
    stage, places = written.stage, written.places
    known = library.scripts[BASE]
    if stage.script not in known:
        raise Unreadable(places["script"], f"er is geen gesprek '{stage.script}'", _near(stage.script, list(known)))
    try:
        return Talk(stage, library)
    except Unfit as error:
        raise Unreadable(places[f"given {error.name}"], error.what, error.remedy) from error
    except KeyError as error:
        steps = [step.id for step in known[stage.script].steps]
        what = f"'{stage.script}' heeft geen stap '{stage.at}'"
        raise Unreadable(places["at"], what, _near(stage.at or "", steps)) from error


def _near(name: str, known: Sequence[str]) -> str:
    near = get_close_matches(name, known, n=1)
    return f"bedoel je {near[0]}?" if near else f"kies uit: {', '.join(sorted(known))}"


def _done(item: Item, talk: Talk) -> tuple[Happening, ...]:
    """What the bot does on this line of the person's. Raises Unreadable."""
    if item.mark == "+":
        by = span(item.first)
        if by is None:
            raise Unreadable(item.line, f"'{item.first}' is geen tijd", "schrijf bijvoorbeeld + 2 dagen, of + 3 uur")
        return talk.move(by)
    if talk.session.over:
        what = f"het gesprek is al klaar vóór '{item.first}'"
        raise Unreadable(item.line, what, "haal deze regel weg, of laat met + 2 dagen de tijd verstrijken")
    return tuple(effect for event in _events(item, talk) for effect in talk.take(event))


def _events(item: Item, talk: Talk) -> list[Event]:
    """What the person does on this line. Raises Unreadable."""
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
                there = buttons(talk.questions[-1]) if talk.questions else ""
                remedy = f"kies uit: {there}" if there else "deze vraag heeft geen knoppen: typ met >"
                raise Unreadable(item.line, f"hier is geen knop [{label}]", remedy) from error
            return [pressed] * (2 if how == "(dubbel)" else 1)
        case "/":
            raise Unreadable(item.line, f"'{first}' is geen opdracht", f"kies uit: {' '.join(COMMANDS)}")
        case _:
            raise Unreadable(item.line, f"'{first}' is niet af", "sluit de regel met ] of )")


def run(text: str, library: Library) -> Difference | None:
    """Play a transcript. The first difference, or None.

    Raises:
        Unreadable: when the file is no transcript, or does what cannot be done.
    """
    for turn in _turns(text, library):
        wanted, actual = turn.wanted, turn.actual
        wrong = next(
            (n for n in range(max(len(wanted), len(actual))) if not _same(wanted[n : n + 1], actual[n : n + 1])), None
        )
        if wrong is not None:
            after = turn.said.first if turn.said else ""
            return Difference(turn.line(wrong), after, tuple(wanted), tuple(actual))
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
    opening = next(turns).actual
    head, lines = parse(text).head, text.splitlines()
    above, below, tail = _comments(lines[head:], head)
    out = [*lines[:head], "", *below.get(0, []), *opening]
    for turn in turns:
        if turn.said is not None:
            typed = [turn.said.first, *(f"  {line}" for line in turn.said.lines[1:])]
            line = turn.said.line
            out += ["", *above.get(line, []), *typed, *below.get(line, []), *turn.actual]
    return "\n".join([*out, *([""] if tail else []), *tail]) + "\n"


_Comments = dict[int, list[str]]


def _comments(lines: Sequence[str], head: int) -> tuple[_Comments, _Comments, list[str]]:
    """Comments and stage directions: above an input, below it (0: the beginning), by its line; and what stands last."""
    above: _Comments = {}
    below: _Comments = {}
    held: list[str] = []
    last = 0
    for number, line in enumerate(lines, head + 1):
        if line.startswith(("#", "now:")):
            held.append(line)
        elif line[:1] in ("<", "*"):
            below.setdefault(last, []).extend(held)
            held = []
        elif line and line[0] in ">[(/+":
            above[number], held, last = held, [], number
    return above, below, held
