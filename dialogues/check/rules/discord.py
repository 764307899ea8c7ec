"""W213: where somebody first speaks freely, anger has a way; E213: that way takes it up, gives the choice back and offers nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogues.check.flow import Place
from dialogues.check.talk import Talk
from dialogues.check.turns import GIVES_BACK, Turn
from dialogues.issue import Issue

ANGER = re.compile(
    r"(?i)(?:heeft|heb) (?:toch |allemaal |er )?geen (?:zin|nut)|^geen zin|(?:helpt|verandert|lukt|luistert|boeit|gebeurt) (?:\w+ )?(?:niet|niets|niks)\b|zinloos|nutteloos|onzin|bullshit|godver|boos|kwaad|irritant|flauwekul|hou op|rot op|schiet niks op"
)


def check(talk: Talk) -> Iterator[Issue]:
    """Looks at the first free questions of every way, and at what follows words of anger."""
    for place in _first(talk):
        ask = place.ask
        if ask is not None and not any(ANGER.search(phrase) for said in ask.hears.values() for phrase in said):
            what = f"wie bij '{place.name}' boos is, heeft geen eigen weg"
            remedy = "zet bij hears woorden als 'heeft toch geen zin', met een stap die dat oppakt"
            yield Issue(talk.where(place, "ask"), "W213", what, remedy)
    told: set[Place] = set()
    for turn in talk.turns:
        if turn.kind == "heard" and turn.chosen is not None and turn.source is not None and turn.chosen not in told:
            ask = turn.source.ask
            phrases = ask.hears.get(turn.chosen.name, ()) if ask is not None else ()
            if any(ANGER.search(phrase) for phrase in phrases) and (wrong := _wrong(turn)):
                told.add(turn.chosen)
                yield Issue(
                    talk.where(turn.chosen, "id"),
                    "E213",
                    f"'{turn.chosen.name}' is voor wie boos is, maar {wrong[0]}",
                    wrong[1],
                )


def _first(talk: Talk) -> list[Place]:
    """The free, counted questions that some way reaches before any other free question."""
    found, seen, waiting = list[Place](), set[Place | None](), list[Place | None]([None])
    while waiting:
        here = waiting.pop()
        if here in seen:
            continue
        seen.add(here)
        if here is not None and here.ask is not None and here.ask.kind == "text" and here.counted:
            found.append(here)
            continue
        waiting += [turn.target for turn in talk.onward.get(here, ()) if turn.target is not None]
    return found


def _wrong(turn: Turn) -> tuple[str, str] | None:
    said, step = turn.said, turn.chosen.step if turn.chosen is not None else None
    tags = frozenset(step.mi) if step is not None else frozenset[str]()
    if not said.taken and not tags & GIVES_BACK:
        return "pakt de boosheid niet op", "begin met wat iemand zei, en zet er reflection_simple bij"
    if not said.free:
        return "geeft de keuze niet terug", "zeg dat iemand zelf kiest, met het label emphasize_autonomy"
    if said.door is not None or said.info is not None or said.offers is not None:
        return "biedt meteen iets aan", "bied niets aan; vraag alleen of iemand erover wil vertellen"
    return None
