"""Which nudge, story, offering or conversation fits now, and why. Pure: the same taste and seed give the same choice.

The rules, all kept here:

1. Theme and knob come from what somebody *chose*: a talk from the menu, a button, *Meer hiervan*. Never from mood or free words.
2. What was had is not had again. What was refused, itself or its angle, stays away. An offering that ended is out.
3. Angles take turns: never the same twice in a row while another has something. The order is that of `ANGLES`, health last.
4. Among the rest what was chosen goes first, the newest choice before older ones; then what was liked; then the own sector; then
   the angle whose turn it is.
5. Each choice carries its reasons as data, and names nothing that was not chosen.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, Protocol, TypeVar, get_args

from dialogues.model import Angle, Nudge, Offering, Script, Story

ANGLES: tuple[Angle, ...] = get_args(Angle)
"""The order in which angles take turns (CONVERSATION.md): learning first, energy last."""

Kind = Literal["theme", "knob", "liked", "sector", "turn", "open"]
"""Chosen; chosen; liked something of the same theme; the work somebody named; another side than last time; none of these."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason of a choice. `about`: the theme or knob that was chosen, the id of what was liked, the sector, the angle."""

    kind: Kind
    about: str


@dataclass(frozen=True, slots=True)
class Choice:
    """What fits, and why, the weightiest reason first. Without a reason of the person's own it is another side's turn."""

    id: str
    reasons: tuple[Reason, ...]

    @property
    def chosen(self) -> bool:
        """Whether something the person chose or liked led to it."""
        return any(reason.kind in ("theme", "knob", "liked") for reason in self.reasons)


@dataclass(frozen=True, slots=True)
class Taste:
    """What somebody chose so far; nothing of what they said or how they felt.

    `themes`, `knobs`: newest last. `liked`: ids with their theme. `refused`: ids and angles. `seen`: ids that were had.
    `talked`: conversations that were chosen.
    """

    themes: tuple[str, ...] = ()
    knobs: tuple[str, ...] = ()
    liked: Mapping[str, str | None] = field(default_factory=dict)
    refused: Collection[str] = ()
    seen: Collection[str] = ()
    talked: Collection[str] = ()
    last_angle: str | None = None
    sector: str = ""


class _Piece(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def theme(self) -> str | None: ...
    @property
    def knob(self) -> str | None: ...


class _Angled(_Piece, Protocol):
    @property
    def angle(self) -> Angle: ...


A = TypeVar("A", bound=_Angled)


def nudge(nudges: Iterable[Nudge], taste: Taste, *, seed: int) -> Choice | None:
    """The nudge whose turn it is. None when all are used up."""
    return next(iter(_in_turn(nudges, taste, seed)), None)


def stories(told: Iterable[Story], taste: Taste, *, theme: str | None = None, seed: int = 0) -> tuple[Choice, ...]:
    """The stories not told yet, best first; those of `theme`, the subject being talked about, before all others."""
    by_id = {story.id: story for story in told}
    found = _in_turn(by_id.values(), taste, seed)
    return tuple(sorted(found, key=lambda choice: theme is None or by_id[choice.id].theme != theme))


def offerings(
    offered: Iterable[Offering], taste: Taste, *, today: date, theme: str | None = None, seed: int = 0
) -> tuple[Choice, ...]:
    """What the organisation has that fits, best first: of the subject talked about, or else of what was chosen."""
    open_ones = [one for one in offered if still_open(one, today) and for_sector(one, taste.sector)]
    fresh = [one for one in open_ones if one.id not in taste.seen and one.id not in taste.refused]
    choices = [(Choice(one.id, _reasons(one, taste)), one) for one in fresh]
    fitting = [(c, one) for c, one in choices if (one.theme == theme if theme is not None else c.chosen)]
    fitting.sort(key=lambda pair: (*_rank(pair[1], taste), _scattered(pair[1].id, seed)))
    return tuple(choice for choice, _ in fitting)


def still_open(one: Offering, today: date) -> bool:
    """Whether it has not ended."""
    return one.until is None or one.until >= today


def for_sector(one: Offering, sector: str) -> bool:
    """Whether it is for work of this kind. Somebody who did not say what work they do sees everything."""
    return not one.sectors or not sector or sector in one.sectors


def talk(scripts: Iterable[Script], taste: Taste, *, seed: int) -> Choice | None:
    """A conversation to suggest that was not chosen before and follows from what was; None when none does.

    Without such a reason it would be a guess about somebody, so nothing is suggested.
    """
    fresh = [
        one
        for one in scripts
        if one.menu
        and one.suggest
        and one.id not in taste.talked
        and one.id not in taste.refused
        and _reasons(one, taste)
    ]
    if not fresh:
        return None
    best = min(fresh, key=lambda one: (*_rank(one, taste), _turn(one.angle, taste), _scattered(one.id, seed)))
    return Choice(best.id, _reasons(best, taste))


def _in_turn(pieces: Iterable[A], taste: Taste, seed: int) -> list[Choice]:
    """What is fresh and not refused: other angles than the last one first, then what was chosen, then whose turn it is."""
    fresh = [
        one
        for one in pieces
        if one.id not in taste.seen and one.id not in taste.refused and one.angle not in taste.refused
    ]
    fresh.sort(
        key=lambda one: (
            one.angle == taste.last_angle,
            *_rank(one, taste),
            _turn(one.angle, taste),
            _scattered(one.id, seed),
        )
    )
    return [_choice(one, taste) for one in fresh]


def _choice(one: _Angled, taste: Taste) -> Choice:
    """Another side than last time is a reason only where there was a last time."""
    reasons = _reasons(one, taste)
    if taste.last_angle is not None and one.angle != taste.last_angle:
        return Choice(one.id, (*reasons, Reason("turn", one.angle)))
    return Choice(one.id, reasons or (Reason("open", one.angle),))


def _rank(one: _Piece, taste: Taste) -> tuple[int, int, bool, bool]:
    """Smaller is better: how old the choice of its theme is, of its knob; whether its like was liked; whether it is own work."""
    return (
        _age(one.theme, taste.themes),
        _age(one.knob, taste.knobs),
        one.theme is None or one.theme not in taste.liked.values(),
        not taste.sector or getattr(one, "sector", None) != taste.sector,
    )


def _reasons(one: _Piece, taste: Taste) -> tuple[Reason, ...]:
    found = []
    if one.theme in taste.themes:
        found.append(Reason("theme", str(one.theme)))
    if one.knob in taste.knobs:
        found.append(Reason("knob", str(one.knob)))
    like = next((name for name, theme in reversed(list(taste.liked.items())) if theme and theme == one.theme), None)
    if like is not None:
        found.append(Reason("liked", like))
    if taste.sector and (getattr(one, "sector", None) == taste.sector or taste.sector in getattr(one, "sectors", ())):
        found.append(Reason("sector", taste.sector))
    return tuple(found)


def _age(what: str | None, chosen: Sequence[str]) -> int:
    """0 for the newest choice, more for older ones, most for what was never chosen."""
    return len(chosen) - 1 - chosen.index(what) if what in chosen else len(chosen)


def _turn(angle: Angle | None, taste: Taste) -> int:
    """How many angles from now it is this one's turn; the first round begins with the first of `ANGLES`."""
    if angle is None:
        return len(ANGLES)
    last = ANGLES.index(taste.last_angle) if taste.last_angle in ANGLES else -1
    return (ANGLES.index(angle) - last - 1) % len(ANGLES)


def _scattered(name: str, seed: int) -> tuple[int, str]:
    """An order that differs by seed and is the same for the same one."""
    mixed = seed + 1
    for character in name:
        mixed = (mixed * 31 + ord(character)) % 1_000_003
    return mixed, name
