"""The turns a conversation can take: from an answer, over what is said, to the next question or the end. Judges nothing.

What is said in a turn is kept as a few facts and not as the words themselves, so the number of turns stays near the number of
answers times the number of next questions, however many steps lie between.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from dialogues.check.flow import Flow, Move, Place, words
from dialogues.check.truth import GLOBALS, WRITTEN, Env, names_given
from dialogues.check.wording import builds_on, shown, states
from dialogues.model import Step

GIVES_BACK = frozenset({"reflection_simple", "reflection_complex", "affirmation", "summary"})
REFLECTS = frozenset({"reflection_simple", "reflection_complex", "summary"})
INFORMS = frozenset({"give_information", "persuade_with_permission"})
MOST = 3
"""Reflections of one turn are counted up to this."""

MANY = 2000
"""Up to so many states of one turn, what answers can be is told apart; beyond, only places and facts are."""


class Said(NamedTuple):
    """What was said between an answer and the next question, the words of that question included.

    `back`: something was given back. `taken`: the answer itself was taken up. `free`: autonomy was said aloud. `door`: where
    making a plan begins, and `summed`: whether a summary stood before it in this turn. `open`: a way back was left open.
    """

    back: bool = False
    reflections: int = 0
    taken: bool = False
    free: bool = False
    summary: bool = False
    door: Place | None = None
    summed: bool = False
    info: Place | None = None
    offers: Place | None = None
    open: bool = False
    first: Place | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """One answer and what follows it. `source` None: the beginning. `target` None: the end."""

    source: Place | None
    kind: str
    label: str
    known: bool
    chosen: Place | None
    target: Place | None
    said: Said

    @property
    def written(self) -> bool:
        """Whether somebody wrote words of their own."""
        return self.kind in WRITTEN or self.kind == "heard"

    @property
    def counts(self) -> bool:
        """Whether a counted question was answered; *liever niet* and *weet ik niet* are no answers."""
        return self.source is not None and self.source.counted and self.kind not in ("skip", "unsure")


def makes_plan(place: Place) -> bool:
    """Whether planning begins here: a call to a script that keeps a plan, or the plan itself outside such a script."""
    if place.inner is not None and place.inner.compiled.plan is not None:
        return place.frame.compiled.plan is None
    return place.step.plan is not None and (place.frame.caller is None or place.frame.compiled.script.style == "mi")


def turns(flow: Flow) -> list[Turn]:
    """Every turn of the conversation."""
    found = list(_walk(flow, None, Move(flow.start, flow.env[flow.start]), "start"))
    for place in flow.reached:
        if place.ask is not None:
            for move in flow.moves(place):
                if move.kind is not None:
                    found += _walk(flow, place, move, move.kind)
    return found


class _State(NamedTuple):
    place: Place | None
    held: frozenset[str]
    said: Said


def _walk(flow: Flow, source: Place | None, first: Move, kind: str) -> Iterator[Turn]:
    held = frozenset({source.ask.name}) if source is not None and source.ask is not None else frozenset[str]()
    said = Said()
    if first.reply:
        said = said._replace(back=True, reflections=1, taken=True)
    if first.known and kind in ("low", "score", "several"):
        said = said._replace(taken=True)
    begin = _State(first.target, _carried(held, first, source), said)
    chosen = first.target if first.chosen else None
    waiting: list[tuple[_State, Env]] = [(begin, first.env)]
    seen: set[object] = {begin}
    done = set[tuple[Place | None, Said]]()
    while waiting:
        state, env = waiting.pop()
        if state.place is None:
            if (None, state.said) not in done:
                done.add((None, state.said))
                yield Turn(source, kind, first.label, first.known, chosen, None, state.said)
            continue
        place, after = state.place, _after(state.place, env, state.held, state.said, known=first.known)
        asks = False
        for move in flow.moves(place, env):
            if move.kind is not None:
                asks = True
                continue
            for one in [state.said] if move.passed else after:
                following = _State(move.target, _carried(state.held, move, place), one)
                key = following if len(seen) > MANY else (following, frozenset(move.env.items()))
                if key not in seen:
                    seen.add(key)
                    waiting.append((following, move.env))
        for one in after if asks else ():
            if (place, one) not in done:
                done.add((place, one))
                yield Turn(source, kind, first.label, first.known, chosen, place, one)


def _carried(held: frozenset[str], move: Move, place: Place | None) -> frozenset[str]:
    """Under which names the answer is known after a move into or out of a call."""
    if place is None or move.target is None or move.target.frame is place.frame:
        return held
    if move.target.frame.caller is place and place.step.call is not None:
        give = place.step.call.give
        return frozenset(name for name, said in give.items() if names_given(said) & held)
    for caller in move.through:
        keep = caller.step.call.keep if caller.step.call else {}
        back = {mine for mine, theirs in keep.items() if theirs in held}
        give = caller.step.call.give if caller.step.call else {}
        back |= {said.strip() for name, said in give.items() if name in held}
        held = frozenset(back)
    return held


def _after(place: Place, env: Env, held: frozenset[str], said: Said, *, known: bool) -> list[Said]:
    """What has been said after a step, for every form its words can have."""
    step, tags = place.step, frozenset(place.step.mi)
    found: list[Said] = []
    for messages in words(step, env):
        now = said
        shows = [one for text in messages for one in shown(text) if not one.names <= GLOBALS]
        present = [one for one in shows if True in one.holds(env)]
        turned = any(one.turned for one in present)
        tells = known and bool(tags & GIVES_BACK) and not now.back and any(states(text) for text in messages)
        back = bool(present) or tells
        reflects = turned or (back and bool(tags & REFLECTS))
        takes = any(held & one.first(env) for one in present) or tells
        points = place.ask is not None and any(builds_on(text) for text in messages)
        now = now._replace(
            back=now.back or back,
            reflections=min(MOST, now.reflections + reflects),
            taken=now.taken or takes or points,
            free=now.free or "emphasize_autonomy" in tags,
            summary=now.summary or "summary" in tags,
            open=now.open or _opens(step, messages),
            first=now.first or (place if messages else None),
        )
        if makes_plan(place) and now.door is None:
            now = now._replace(door=place, summed=now.summary)
        if tags & INFORMS:
            now = now._replace(info=place)
        if step.offer is not None:
            now = now._replace(offers=place)
        if now not in found:
            found.append(now)
    return found


_OPEN = ("typ iets", "kom terug", "kom ik terug", "weer wilt", "verder wilt", "altijd", "later", "een maand", "welkom")


def _opens(step: Step, messages: tuple[str, ...]) -> bool:
    """Whether a step leaves the door open: it will come back, ends so, or says so."""
    said = " ".join(messages).lower()
    return step.later is not None or step.end == "open_door" or any(words in said for words in _OPEN)
