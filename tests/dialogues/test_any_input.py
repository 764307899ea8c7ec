"""Whatever people do, a conversation goes on: no error, no silence, no empty message, and it can be stored at every point."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from dialogues.bundle import Bundle
from dialogues.effects import Say
from dialogues.engine import Turn, World, advance, begin
from dialogues.events import Event, Odd, Pressed, Said, Spoken, Typed
from dialogues.issue import ContentError
from tests.dialogues import shipped
from tests.dialogues.shipped import HARMLESS, bundle, library, reread, sound, world

SCRIPTS = sorted(library().scripts["nl"])
QUIET = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow, HealthCheck.filter_too_much]}

WORDS = st.sampled_from(
    [
        "ja", "nee", "terug", "stop", "help", "liever niet", "7", "10", "0", "11", "morgen om tien uur", "ooit",
        "na de overdracht",
        "over drie maanden", "ik wil meer tijd", "minder overwerken", "moe. vier diensten", "geen zin", "hier weg", "niks", "",
        "{{ 7*7 }}", "{% for x %}", "<b>vet</b>", "**vet**", "\ue000\ue002\ue001", "\ud83d", "\x00", "👍👍", "привет",
        "a" * 5000, "𝓪 " * 700, "ik\n\n\nook", "\u202eomgekeerd", "%s {0} $x", "/start", "1, 2 en 3", "de eerste",
    ]
)  # fmt: skip
MOVES = st.one_of(
    st.tuples(st.just("typed"), st.one_of(WORDS, st.text(max_size=60))),
    st.tuples(st.just("option"), st.integers(0, 12)),
    st.tuples(st.just("option"), st.integers(0, 3)),
    st.tuples(st.just("old"), st.integers(-3, 30)),
    st.tuples(st.just("garbage"), st.text(max_size=20)),
    st.tuples(st.just("word"), st.sampled_from(["terug", "skip", "skip", "help"])),
    st.tuples(st.just("odd"), st.sampled_from(["photo", "sticker", "poll", "iets nieuws", ""])),
    st.tuples(st.just("voice"), st.integers(1, 600)),
)


def _event(move: tuple[str, Any], asked: Say, past: list[Pressed]) -> Event:
    kind, value = move
    match kind:
        case "typed":
            return Typed(str(value))
        case "option" if asked.options:
            return Pressed(asked.prompt or 0, asked.options[int(value) % len(asked.options)].id)
        case "old" if past:
            return past[int(value) % len(past)]
        case "old":
            return Pressed(int(value), "ja")
        case "garbage":
            return Pressed(asked.prompt or 0, str(value))
        case "word":
            return Said(value)
        case "odd":
            return Odd(str(value))
        case _:
            return Spoken("stem", 3)


def _walk(conversation: Bundle, around: World, opening: Turn, moves: list[tuple[str, Any]]) -> None:
    turn, asked, past = opening, Say(""), list[Pressed]()
    sound(conversation, turn)
    for move in moves:
        asked = next((say for say in reversed(shipped.says(turn)) if say.prompt is not None), asked)
        event = _event(move, asked, past)
        if isinstance(event, Pressed):
            past.append(event)
        before = reread(turn.session)
        turn = advance(conversation, before, event, around)
        sound(conversation, turn)
        if before.over:
            assert turn == Turn(before, ())
        elif not turn.effects:
            assert isinstance(event, Pressed), "only a press that was answered already may be passed over in silence"


@cache
def stored(script: str) -> Bundle:
    """A conversation as storage gives it back."""
    return Bundle.read(library().bundle(script).source())


@pytest.mark.parametrize("script", SCRIPTS)
@settings(max_examples=60, **QUIET)  # type: ignore[arg-type]
@given(moves=st.lists(MOVES, max_size=25), plans=st.integers(0, 2), stories=st.sampled_from([(), ("een",)]))
def test_no_input_breaks_a_shipped_script(
    script: str, moves: list[tuple[str, Any]], plans: int, stories: tuple[str, ...]
) -> None:
    conversation, around = stored(script), world(plans=plans, stories=stories)
    _walk(conversation, around, begin(conversation, around, given=shipped.given(script)), moves)


# --- Small scripts of every kind of step, as far as the checker lets them through

NAMES = st.sampled_from(["een", "twee", "drie"])
PROSE = st.sampled_from(
    ["Zeg het maar.", "{{ een | reflectie }}\nEn nu?", "{{ twee }} **vet {{ een | citaat }}**", "{{ drie | klein }}"]
)
WHEN = st.sampled_from(
    ["een", "not twee", "een > 3", "twee == 'ja'", "drie.has_time", "een.says_no or plannen", "naam == 'Vera'"]
)
BUTTONS = {"ja": {"label": "Ja"}, "nee": {"label": "Nee", "say": "{{ een }}"}, "leeg": {"label": "{{ twee }}"}}


def _target(count: int) -> st.SearchStrategy[str]:
    return st.sampled_from([f"s{number}" for number in range(count)] + ["end"])


@st.composite
def _ask(draw: st.DrawFn, count: int) -> dict[str, Any]:
    kind = draw(st.sampled_from(["text", "choice", "several", "scale", "moment"]))
    ask: dict[str, Any] = {kind: draw(NAMES)}
    if kind in ("choice", "several") or (kind != "scale" and draw(st.booleans())):
        ask["buttons"] = {**BUTTONS, "weg": {"label": "Weg", "go": draw(_target(count))}}
        if draw(st.booleans()):
            ask |= {"other": "Anders…", "go": {"other": draw(_target(count))}}
    for extra in ("typed", "unclear", "skip"):
        if draw(st.booleans()):
            ask[extra] = draw(_target(count))
    if kind == "scale":
        ask |= {"low": {"upto": 3, "go": draw(_target(count))}, "low_label": "niks", "high_label": "alles"}
    if draw(st.booleans()):
        ask["hears"] = {draw(st.sampled_from([f"s{number}" for number in range(count)])): ["hier weg", "geen zin"]}
    ask["voice"] = draw(st.booleans())
    return ask


@st.composite
def _step(draw: st.DrawFn, number: int, count: int) -> dict[str, Any]:
    step: dict[str, Any] = {"id": f"s{number}"}
    kind = draw(
        st.sampled_from(
            ["ask", "ask", "ask", "say", "ruler", "branch", "call", "offer", "plan", "do", "later", "end", "go"]
        )
    )
    say = draw(PROSE)
    if draw(st.integers(0, 3)) == 0:
        step["when"] = draw(WHEN)
    match kind:
        case "ask":
            step |= {"say": draw(st.sampled_from([say, [say, say]])), "ask": draw(_ask(count))}
            if draw(st.booleans()):
                step["instead"] = [{"when": draw(WHEN), "say": "Anders gezegd."}]
        case "say":
            step["say"] = say
        case "ruler":
            words = {1: "Een 1.", 10: "Een 10.", 0: "Een 0."}
            low = {"upto": draw(st.integers(0, 5)), "go": draw(_target(count))}
            ruler = {"score": draw(NAMES), "why": "Waarom?", "reason": draw(NAMES), "words": words, "low": low}
            step |= {"say": "Hoe zeker?", "ruler": ruler}
            if draw(st.booleans()):
                ruler |= {"higher": "En hoger?", "need": draw(NAMES)}
        case "branch":
            step["branch"] = [{"when": draw(WHEN), "go": draw(_target(count))}, {"go": draw(_target(count))}]
        case "call":
            step["call"] = {"script": draw(st.sampled_from(["stil", "vraagt"])), "keep": {draw(NAMES): "outcome"}}
        case "offer":
            step |= {"say": "Een verhaal?", "offer": {"what": "story", "yes": "Ja", "no": "Nee"}}
        case "plan":
            step["plan"] = {"cue": "een", "action": "twee", "moment": draw(NAMES), "day": "drie"}
        case "do":
            step["do"] = {"act": "iets", "give": {"wat": draw(st.sampled_from(["een", "{{ twee }}", "los"]))}}
        case "later":
            step["later"] = {"days": 30, "script": "vraagt"}
        case "end":
            step["end"] = "done"
        case _:
            step["go"] = draw(_target(count))
    if kind in ("say", "do", "plan", "later", "call") and draw(st.integers(0, 3)) == 0:
        step["go"] = draw(_target(count))
    return step


@st.composite
def _scripts(draw: st.DrawFn) -> list[dict[str, Any]]:
    count = draw(st.integers(1, 7))
    steps = [draw(_step(number, count)) for number in range(count)]
    silent = {"id": "stil", "title": "Stil", "steps": [{"id": "een", "say": "Stil."}, {"id": "uit", "end": "done"}]}
    asking = {"id": "vraagt", "title": "Vraagt", "steps": [{"id": "vraag", "say": "Wat?", "ask": {"text": "wat"}}]}
    return [{"id": "proef", "title": "Proef", "gives": ["een", "twee", "drie"], "steps": steps}, silent, asking]


@settings(max_examples=300, **QUIET)  # type: ignore[arg-type]
@given(scripts=_scripts(), moves=st.lists(MOVES, max_size=12), stories=st.sampled_from([(), ("een",)]))
def test_no_input_breaks_a_script_the_checker_lets_through(
    scripts: list[dict[str, Any]], moves: list[tuple[str, Any]], stories: tuple[str, ...]
) -> None:
    try:
        shipped.checked(scripts)
    except ContentError as error:
        assume({issue.code for issue in error.issues} <= HARMLESS)
    root, *others = scripts
    conversation = bundle(*root["steps"], gives=root["gives"], **{other["id"]: other["steps"] for other in others})
    around = world(stories=stories)
    _walk(conversation, around, begin(conversation, around), moves)
