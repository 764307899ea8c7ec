"""E210: who is not ready gets no plan; E211: and is left with an open door."""

from __future__ import annotations

from collections.abc import Iterator

from dialogues.check.answers import refuses
from dialogues.check.flow import Place
from dialogues.check.talk import Talk
from dialogues.check.turns import Turn
from dialogues.issue import Issue


def check(talk: Talk) -> Iterator[Issue]:
    """Looks at every question an answer of which leads into a plan."""
    told: set[Place] = set()
    for source, onward in talk.onward.items():
        if source is None or not any(turn.said.door for turn in onward):
            continue
        for turn in onward:
            if turn.kind != "low" and not refuses(turn.kind, turn.label):
                continue
            if turn.said.door is not None:
                said = "een laag cijfer" if turn.kind == "low" else f"'{turn.label}'" if turn.label else "'liever niet'"
                what = f"na {said} begint bij '{source.name}' toch een plan"
                yield Issue(talk.where(source, "ask"), "E210", what, "laat nee naar een open deur gaan, zonder plan")
            elif source not in told and not _left_open(talk, turn):
                told.add(source)
                what = f"wie bij '{source.name}' geen plan wil, hoort niet dat het later ook kan"
                remedy = "zeg dat iemand altijd terug kan komen, of kom zelf terug met later"
                yield Issue(talk.where(source, "ask"), "E211", what, remedy)


def _left_open(talk: Talk, refusal: Turn) -> bool:
    """Whether every way on from a refusal opens a door before the end, or comes to a plan after all."""
    waiting, seen = [refusal], set[Place]()
    while waiting:
        turn = waiting.pop()
        if turn.said.open or turn.said.door is not None:
            continue
        if turn.target is None:
            return False
        if turn.target not in seen:
            seen.add(turn.target)
            waiting += talk.onward.get(turn.target, ())
    return True
