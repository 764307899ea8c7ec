"""Figures of one conversation: what it counts, how long it takes, in how many ways, how easily it reads.

How they are counted:
- `questions`: steps (a ruler counts as two or three) whose tag is question_open or question_closed. Administrative questions and
  asking permission are none. `open_share` is the part of them that is open.
- `reflections`: steps that reflect or sum up by their tag, and questions whose buttons say something back, each once.
  `complex_share` is the part of the reflecting steps that is complex. Without questions a share or ratio is 0.
- `paths`: ways from the beginning to the end over different steps, the conversations it calls included. A way that comes back to
  a step it passed counts as one way, up to there: loops are not gone round again. Counted over the graph, never listed.
- `turns_min`, `turns_max`: the fewest and most answers on such ways.
"""

from __future__ import annotations

from dataclasses import dataclass

from dialogues.bundle import Compiled
from dialogues.check.flow import Flow, Place
from dialogues.model import Script


@dataclass(frozen=True, slots=True)
class Tally:
    """What a script counts, called scripts apart."""

    open: int
    closed: int
    simple: int
    complex: int
    others: int
    affirmations: int

    @property
    def questions(self) -> int:
        """Open and closed ones."""
        return self.open + self.closed

    @property
    def reflections(self) -> int:
        """Of every kind."""
        return self.simple + self.complex + self.others


def tally(script: Script) -> Tally:
    """Count the tags of a script."""
    steps = list(Compiled(script).steps.values())
    tags = [frozenset(step.mi) for step in steps]
    return Tally(
        open=sum("question_open" in of for of in tags),
        closed=sum("question_closed" in of and "question_open" not in of for of in tags),
        simple=sum("reflection_simple" in of and "reflection_complex" not in of for of in tags),
        complex=sum("reflection_complex" in of for of in tags),
        others=sum("summary" in of and not of & {"reflection_simple", "reflection_complex"} for of in tags)
        + sum(step.ask is not None and any(choice.say for choice in step.ask.buttons.values()) for step in steps),
        affirmations=sum("affirmation" in of for of in tags),
    )


@dataclass(frozen=True, slots=True)
class Lengths:
    """How many ways there are, and the fewest and most answers on them."""

    paths: int
    fewest: int
    most: int


def lengths(flow: Flow) -> Lengths:
    """Over the graph without the moves that lead back: counting is adding up, from the end to the beginning."""
    onward, back = _acyclic(flow)
    found: dict[Place, Lengths] = {}
    stack = [flow.start]
    while stack:
        here = stack[-1]
        missing = [target for target, _ in onward[here] if target is not None and target not in found]
        if missing:
            stack += missing
            continue
        stack.pop()
        ends = [(found[target] if target is not None else Lengths(1, 0, 0), asks) for target, asks in onward[here]]
        after = {target: one.paths for (target, _), (one, _) in zip(onward[here], ends, strict=True)}
        found[here] = Lengths(
            sum(after.values()) + back[here],
            min((one.fewest + asks for one, asks in ends), default=0),
            max((one.most + asks for one, asks in ends), default=0),
        )
    return found[flow.start]


_Onward = dict[Place, list[tuple[Place | None, int]]]


def _acyclic(flow: Flow) -> tuple[_Onward, dict[Place, int]]:
    """The places after each place with the answers it takes to get there, ways back left out, and how many ways back each has."""
    targets = {
        place: list(dict.fromkeys((move.target, int(move.kind is not None)) for move in flow.moves(place)))
        for place in flow.reached
    }
    onward: _Onward = {place: [] for place in targets}
    back = dict.fromkeys(targets, 0)
    state: dict[Place, int] = {flow.start: 1}
    stack = [(flow.start, iter(targets[flow.start]))]
    while stack:
        here, rest = stack[-1]
        for target, asks in rest:
            if target is not None and state.get(target) == 1:
                back[here] += 1
                continue
            onward[here].append((target, asks))
            if target is not None and target not in state:
                state[target] = 1
                stack.append((target, iter(targets[target])))
                break
        else:
            state[here] = 2
            stack.pop()
    return onward, back
