"""W302: at most three messages come before somebody can answer."""

from __future__ import annotations

from collections.abc import Iterator

from dialogues.check.flow import Place, words
from dialogues.check.talk import Talk
from dialogues.issue import Issue

MOST = 3


def check(talk: Talk) -> Iterator[Issue]:
    """The longest run of messages from an answer to the next question; between two questions there is no loop (E123)."""
    flow, longest = talk.flow, dict[Place, int]()

    def run(first: Place) -> int:
        stack = [first]
        while stack:
            here = stack[-1]
            onward = [move.target for move in flow.moves(here) if move.kind is None and move.target is not None]
            missing = [target for target in onward if target not in longest]
            if missing:
                stack += missing
                continue
            own = max((len(said) for said in words(here.step, flow.env[here])), default=0)
            longest[here] = own + max((longest[target] for target in onward), default=0) if here.ask is None else own
            stack.pop()
        return longest[first]

    begins = {flow.start: flow.start}
    for place in flow.reached:
        if place.ask is not None:
            begins |= {move.target: place for move in flow.moves(place) if move.kind and move.target is not None}
    for first, source in begins.items():
        count = run(first)
        if count > MOST:
            what = f"na '{source.name}' komen tot {count} berichten achter elkaar"
            yield Issue(
                talk.where(first, "id"), "W302", what, f"zeg het in hooguit {MOST} berichten, of vraag onderweg iets"
            )
