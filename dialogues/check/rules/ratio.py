"""E203: on no way through a conversation fewer than one reflection to two questions; W203: over the whole, one to one.

The thresholds stand below those of MITI 4.2.1 for human talks (fair 1, good 2), on purpose: gates breed filler.
"""

from __future__ import annotations

from collections.abc import Iterator

from dialogues.check.figures import tally
from dialogues.check.flow import Place
from dialogues.check.talk import Talk
from dialogues.check.turns import Turn
from dialogues.issue import Issue

FEW = 3
"""A way with fewer answered questions is too short to judge."""

_State = tuple[Place | None, int]


def check(talk: Talk) -> Iterator[Issue]:
    """The least of (2 × reflections − questions) over all ways, loops included: below zero is under one half."""
    worst = _worst(talk)
    if worst is not None:
        names = [turn.target.name for turn in worst if turn.target is not None]
        questions, reflections = sum(t.counts for t in worst), sum(t.said.reflections for t in worst)
        way = " → ".join(names if len(names) <= 7 else [*names[:3], "…", *names[-3:]])
        what = f"op een weg staan {reflections} reflecties tegenover {questions} vragen: {way}"
        place = next((turn.target for turn in reversed(worst) if turn.target is not None and turn.target.counted), None)
        where = talk.top() if place is None else talk.where(place, "id")
        yield Issue(where, "E203", what, "geef op deze weg vaker terug wat iemand zei, of vraag minder")
        return
    counted = tally(talk.script)
    if counted.questions >= FEW and counted.reflections < counted.questions:
        what = f"in dit gesprek staan {counted.reflections} reflecties tegenover {counted.questions} vragen"
        yield Issue(talk.top(), "W203", what, "geef vaker terug wat iemand zei; streef naar één op één")


def _worst(talk: Talk) -> list[Turn] | None:
    """A way to an end under one half, or once round a loop under one half; None when there is neither."""
    least: dict[_State, int] = {(None, -1): 0}
    came: dict[_State, tuple[_State, Turn]] = {}
    active: set[_State] = {(None, -1)}
    for _ in range(len(talk.onward) + 2):
        changed: set[_State] = set()
        for state in active:
            place, count = state
            for turn in talk.onward.get(place, ()):
                if turn.target is None:
                    continue
                weight = least[state] + 2 * turn.said.reflections - turn.counts
                following = (turn.target, min(FEW, max(count, 0) + turn.counts))
                if weight < least.get(following, 1 << 30):
                    least[following] = weight
                    came[following] = (state, turn)
                    changed.add(following)
        active = changed
        if not changed:
            break
    found: tuple[int, _State, Turn] | None = None
    for state, weight in least.items():
        for turn in talk.onward.get(state[0], ()):
            total = weight + 2 * turn.said.reflections - turn.counts
            if (
                turn.target is None
                and max(state[1], 0) + turn.counts >= FEW
                and total < 0
                and (found is None or total < found[0])
            ):
                found = (total, state, turn)
    if found is None:
        return None
    way, state = [found[2]], found[1]
    passed = {state}
    while state in came:
        state, turn = came[state]
        way.append(turn)
        if state in passed:
            break
        passed.add(state)
    return way[::-1]
