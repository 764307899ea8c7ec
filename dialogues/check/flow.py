"""A conversation as places and moves, the conversations it calls included, with what every answer can be at each place.

Calls are laid out once for every place they are called from, so a way back always goes to its own caller. What answers can be is
the least fixed point over all ways: reached by following changes until nothing changes, so loops need no end. Judges nothing.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from dialogues.bundle import Compiled
from dialogues.check.truth import UNSET, Env, Kinds, names, truth
from dialogues.model import END, Ask, Choice, Step
from dialogues.render import names_in, quoted

MAX_PLACES = 5000
"""Calls that would lay out more places than this are passed over as if they said nothing."""

_UNSURE = re.compile(r"(?i)(?:dat )?(?:weet (?:ik )?(?:het |nog )?niet|geen idee|niets?|niks|nooit|die zijn er niet)")
"""Heard words that hold no answer."""


@dataclass(eq=False, slots=True)
class Frame:
    """One run of a script inside the whole: the root, or a call from one place."""

    compiled: Compiled
    caller: Place | None = None
    places: dict[str, Place] = field(default_factory=dict)
    returns: set[Place] = field(default_factory=set)

    @property
    def script(self) -> str:
        """The id of the script."""
        return self.compiled.script.id


@dataclass(eq=False, slots=True)
class Place:
    """A step in a frame."""

    frame: Frame
    step: Step
    ask: Ask | None
    inner: Frame | None = None
    doors: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """As people would point at it."""
        return self.step.id

    @property
    def administrative(self) -> bool:
        """Whether what it asks is left out of the counts."""
        return "administrative" in self.step.mi

    @property
    def counted(self) -> bool:
        """Whether it asks a question that counts as one."""
        tags = self.step.mi
        return (
            self.ask is not None and not self.administrative and ("question_open" in tags or "question_closed" in tags)
        )


@dataclass(frozen=True, slots=True)
class Move:
    """A way on. `kind` is how the question was answered (None: no question); `reply` what is said to it at once.

    `known`: the script knows what was said (a button, a phrase it hears, a low score). `chosen`: the button names the place
    itself. `passed`: the step was gone by, because its condition does not hold, its offer has nothing to offer, or nothing was answered to keep.
    """

    target: Place | None
    env: Env
    kind: str | None = None
    reply: str = ""
    label: str = ""
    known: bool = False
    chosen: bool = False
    passed: bool = False
    outcome: str = ""
    through: tuple[Place, ...] = ()


class Flow:
    """All places of a conversation and what answers can be at each of them."""

    def __init__(self, root: str, scripts: Mapping[str, Compiled]) -> None:
        """`scripts` holds the root and all it calls; targets exist, and none calls itself."""
        self._scripts = scripts
        self._count = 0
        self.root = self._laid_out(root, None)
        self.start = self.root.places[self.root.compiled.order[0]]
        gives: Kinds = frozenset({"unset", "given"})
        self.env: dict[Place, Env] = {self.start: dict.fromkeys(self.root.compiled.script.gives, gives)}
        self._settled: dict[Place, list[Move]] = {}
        self._settle()
        self._settled = {place: list(self._moves(place, env)) for place, env in self.env.items()}

    def _laid_out(self, script: str, caller: Place | None) -> Frame:
        compiled = self._scripts[script]
        self._count += len(compiled.order)
        frame = Frame(compiled, caller)
        for name in compiled.order:
            step = compiled.steps[name]
            frame.places[name] = place = Place(frame, step, compiled.asks[name])
            called = step.call.script if step.call else ""
            if called and self._count + len(self._scripts[called].order) <= MAX_PLACES:
                place.inner = self._laid_out(called, place)
        return frame

    def _settle(self) -> None:
        waiting, queued = deque([self.start]), {self.start}
        while waiting:
            place = waiting.popleft()
            queued.discard(place)
            again = set(place.inner.returns) if place.inner is not None else set[Place]()
            for move in self._moves(place, self.env[place]):
                if move.target is not None and self._join(move.target, move.env):
                    again.add(move.target)
            for target in again - queued:
                queued.add(target)
                waiting.append(target)

    def _join(self, place: Place, env: Env) -> bool:
        """Take the kinds over; whether that told anything new."""
        here = self.env.get(place)
        if here is None:
            self.env[place] = dict(env)
            return True
        merged = dict(here)
        for name in here.keys() | env.keys():
            merged[name] = here.get(name, UNSET) | env.get(name, UNSET)
        if merged == here:
            return False
        self.env[place] = merged
        return True

    @property
    def reached(self) -> list[Place]:
        """The places some way leads to."""
        return list(self.env)

    # --- moves

    def moves(self, place: Place, env: Env | None = None) -> Iterable[Move]:
        """Every way on from a place, given what answers can be there (None: on any way)."""
        return self._settled[place] if env is None else self._moves(place, env)

    def _moves(self, place: Place, env: Env) -> Iterator[Move]:
        step, frame = place.step, place.frame
        follows = frame.compiled.after(step.id)
        runs = truth(step.when, env) if step.when else frozenset({True})
        if False in runs or step.offer is not None:
            past = narrowed(step.when, env, holds=False) if step.when and step.offer is None else env
            yield self._to(place, follows, past, kind=None, passed=True)
        if True not in runs:
            return
        if step.when:
            env = narrowed(step.when, env, holds=True)
        if place.ask is not None:
            yield from self._answers(place, place.ask, env)
        elif step.branch is not None:
            for arm in step.branch:
                holds = truth(arm.when, env) if arm.when else frozenset({True})
                if True in holds:
                    yield self._to(place, arm.go, narrowed(arm.when, env, holds=True) if arm.when else env, kind=None)
                if False not in holds or not arm.when:
                    return
                env = narrowed(arm.when, env, holds=False)
        elif step.end is not None:
            yield self._ended(place, step.end, env)
        elif step.call is not None and place.inner is not None:
            given = {name: _given(expression, env, frame) for name, expression in step.call.give.items()}
            yield Move(place.inner.places[place.inner.compiled.order[0]], given)
        else:
            for passed in keeps_nothing(step, env):
                yield self._to(place, step.go or follows, env, kind=None, passed=passed)

    def _to(self, place: Place, target: str, env: Env, *, kind: str | None, **rest: object) -> Move:
        if target != END:
            return Move(place.frame.places[target], env, kind, **rest)  # type: ignore[arg-type]
        ended = self._ended(place, "done", env)
        return Move(ended.target, ended.env, kind, outcome=ended.outcome, through=ended.through, **rest)  # type: ignore[arg-type]

    def _ended(self, place: Place, outcome: str, env: Env) -> Move:
        """Back to the caller, or the end of everything."""
        through: list[Place] = []
        while (caller := place.frame.caller) is not None:
            place.frame.returns.add(place)
            theirs = {**env, "outcome": frozenset({f"button:{outcome}"})}
            keep = caller.step.call.keep if caller.step.call else {}
            env = {**self.env[caller], **{mine: theirs.get(name, UNSET) for mine, name in keep.items()}}
            through.append(caller)
            target = caller.step.go or caller.frame.compiled.after(caller.step.id)
            if target != END:
                return Move(caller.frame.places[target], env, outcome=outcome, through=tuple(through))
            place, outcome = caller, "done"
        return Move(None, env, outcome=outcome, through=tuple(through))

    def _answers(self, place: Place, ask: Ask, env: Env) -> Iterator[Move]:
        follows = place.frame.compiled.after(place.step.id)

        def move(kind: str, target: str | None, choice: Choice | None = None, *, known: bool = False) -> Move:
            return self._to(
                place,
                target or follows,
                {**env, ask.name: frozenset({kind})},
                kind=kind,
                reply=choice.say or "" if choice else "",
                label=choice.label if choice else "",
                known=known,
                chosen=target is not None,
            )

        for name, choice in ask.buttons.items():
            if choice.when is None or True in truth(choice.when, env):
                if ask.kind == "several":
                    continue
                yield move(f"button:{name}", ask.target(name), choice, known=True)
        if ask.kind == "several":
            yield move("several", None, known=True)
        if ask.options:
            yield move("option", None, known=True)
        if ask.kind == "scale":
            yield move("score", None, known=True)
            if ask.low:
                yield move("low", ask.low.go, known=True)
        if ask.other:
            yield move("other", ask.target("other") if ask.kind != "text" or "other" in ask.go else ask.typed)
        if ask.kind in ("text", "moment") or ask.typed:
            yield move("typed", ask.typed)
        for target in ask.hears:
            yield Move(
                place.frame.places[target] if target != END else None,
                {**env, ask.name: frozenset({"typed"})},
                "unsure" if all(map(_UNSURE.fullmatch, ask.hears[target])) else "heard",
                label=", ".join(ask.hears[target][:1]),
                known=True,
                chosen=True,
            )
        if ask.unclear:
            yield move("typed", ask.unclear)
        if ask.voice:
            yield move("voice", ask.typed)
        yield move("skip", ask.skip)


def _given(expression: str, env: Env, frame: Frame) -> Kinds:
    """What a called conversation gets: an answer as it is, or words of the author's."""
    name = expression.strip()
    if (said := quoted(name)) is not None:
        return frozenset({f"text:{said}"})
    if name in frame.compiled.names:
        return env.get(name, UNSET)
    return frozenset({"unset", "given"}) if names_in(expression) and "{{" in expression else frozenset({f"text:{name}"})


def narrowed(condition: str, env: Env, *, holds: bool) -> Env:
    """What answers can be where a condition is known to hold, or not to: each name by itself."""
    found = dict(env)
    for name in names(condition):
        kept = frozenset(
            kind for kind in env.get(name, UNSET) if holds in truth(condition, {**env, name: frozenset({kind})})
        )
        found[name] = kept or env.get(name, UNSET)
    return found


def keeps_nothing(step: Step, env: Env) -> frozenset[bool]:
    """Whether a step may be passed over because nothing was answered that it could keep."""
    if step.note is not None:
        kept = truth(" or ".join(step.note.lines), env)
    elif step.scan is not None:
        kept = truth(" or ".join(f"{name}.number is not none" for name in step.scan.floors), env)
    else:
        return frozenset({False})
    return frozenset(not one for one in kept)


def words(step: Step, env: Env) -> list[tuple[str, ...]]:
    """Every set of messages a step can say here: the first `instead` that holds, else `say`."""
    found: list[tuple[str, ...]] = []
    for other in step.instead:
        holds = truth(other.when, env)
        if True in holds:
            found.append((other.say,))
        if False not in holds:
            return found
    if step.say is not None:
        found.append((step.say,) if isinstance(step.say, str) else step.say)
    elif not found:
        found.append(())
    return found
