"""E202: never three questions in a row without something given back."""

from __future__ import annotations

from collections.abc import Iterator

from dialogues.check.flow import Place
from dialogues.check.talk import Talk
from dialogues.issue import Issue

ROW = 3

_State = tuple[Place | None, int]
"""A question, and how many counted ones were answered since something was given back."""


def check(talk: Talk) -> Iterator[Issue]:
    """Walks with the number of counted questions since something was given back, for every number that can occur."""
    start: _State = (None, 0)
    came: dict[_State, _State] = {start: start}
    waiting, told = [start], set[Place]()
    while waiting:
        state = waiting.pop()
        place, row = state
        for turn in talk.onward.get(place, ()):
            now = 0 if turn.said.back else min(ROW, row + turn.counts)
            target = turn.target
            if target is None:
                continue
            if now >= ROW - 1 and target.counted and target not in told:
                told.add(target)
                names = " → ".join([*_before(state, came), target.name])
                what = f"'{target.name}' kan de derde vraag op rij zijn zonder iets terug: {names}"
                remedy = "geef eerst terug wat iemand zei, met | reflectie of met say bij de knop"
                yield Issue(talk.where(target, "id"), "E202", what, remedy)
            if (target, now) not in came:
                came[target, now] = state
                waiting.append((target, now))


def _before(state: _State, came: dict[_State, _State]) -> list[str]:
    """The two counted questions before, with what lies between."""
    names = list[str]()
    while state[0] is not None and len(names) < 2 * ROW:
        names.insert(0, state[0].name)
        if state[1] == 0 and state[0].counted:
            break
        state = came[state]
    return names
