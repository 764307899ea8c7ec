"""What the organisation has for people: what fits, said with how to get it; and all of it by subject, for who looks for it.

One that was named is not named again for a while, unless somebody asks. One that ended or was withdrawn gets a kind word.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from bot.messages import Button
from bot.services import keyboard, taste
from bot.services.profile import Profile
from bot.services.turn import Turn
from dialogues import choose
from dialogues.choose import Choice
from dialogues.library import Library
from dialogues.model import Offering

AGAIN = timedelta(days=60)
"""How long something that was named rests, unless somebody asks for it."""

AT_ONCE = 3
"""Titles shown together in a talk, and instead of something that ended."""

PAGE = 6
"""Titles on one page, when somebody looks for them."""


def choices(library: Library, profile: Profile, theme: str | None, now: datetime) -> tuple[Choice, ...]:
    """What fits now, best first: about the subject of a talk, or without one about what the person chose."""
    chosen = taste.of(profile, library, resting=[name for name, at in profile.offered.items() if now - at < AGAIN])
    return choose.offerings(library.offerings.values(), chosen, today=profile.local(now).date(), theme=theme)


def fitting(library: Library, profile: Profile, theme: str | None, now: datetime) -> tuple[str, ...]:
    """The ids of those."""
    return tuple(choice.id for choice in choices(library, profile, theme, now))


async def show(turn: Turn, ids: Sequence[str]) -> None:
    """Name them, at most three, after somebody said yes; each opens with a button. What ended meanwhile is left out."""
    person = turn.person
    found = [offering for name in ids if (offering := _open(turn, name)) is not None][:AT_ONCE]
    if person is None or not found:
        await turn.tell("no_offering")
        return
    why = {each.id: each for each in choices(turn.house.library, person.profile, found[0].theme, turn.now)}
    await turn.tell("offerings", *_titles(turn, found))
    taste.was_given(person, "offering", found[0].id, why.get(found[0].id), asked=True)
    person.change(offered={**person.profile.offered, **{each.id: turn.now for each in found}})


async def open_one(turn: Turn, name: str) -> None:
    """What it is and how to get it."""
    person = turn.person
    if person is None:
        return
    offering = _open(turn, name)
    if offering is None:
        await _ended(turn, name)
        return
    more = keyboard.action(turn.word("button_more_offerings"), "aanbodover", taste.key(offering.theme))
    await turn.tell("offering", more, titel=offering.title, tekst=offering.text, hoe=offering.how)
    person.change(offered={**person.profile.offered, offering.id: turn.now})


async def by_theme(turn: Turn) -> None:
    """*Wat mijn werk biedt*: the subjects there is something about, or everything when it is little."""
    found = _all(turn)
    themes = sorted({each.theme for each in found})
    if not found:
        await turn.tell("no_offerings", keyboard.action(turn.word("button_menu"), "menu"))
    elif len(found) <= PAGE:
        await turn.tell("offerings", *_titles(turn, found))
    else:
        buttons = [keyboard.action(taste.theme_label(turn, each), "aanbodover", taste.key(each)) for each in themes]
        await turn.tell("offering_themes", *buttons)


async def page(turn: Turn, subject: str) -> None:
    """A page of titles about one subject: `key`, or `key:page`."""
    key, _, number = subject.partition(":")
    found = [each for each in _all(turn) if taste.key(each.theme) == key]
    start = PAGE * (int(number) if number.isdecimal() else 0)
    shown = found[start : start + PAGE]
    if not shown:
        await by_theme(turn)
        return
    buttons = _titles(turn, shown)
    if len(found) > start + PAGE:
        buttons.append(keyboard.action(turn.word("button_next_page"), "aanbodover", f"{key}:{start // PAGE + 1}"))
    buttons.append(keyboard.action(turn.word("button_back"), "aanbod"))
    await turn.tell("offerings", *buttons)


async def _ended(turn: Turn, name: str) -> None:
    """It ended or was withdrawn since its title was shown: what else there is, about the same first."""
    gone = turn.house.library.offering(name, turn.language)
    others = sorted(_all(turn), key=lambda each: gone is None or each.theme != gone.theme)[:AT_ONCE]
    buttons = [*_titles(turn, others), keyboard.action(turn.word("button_menu"), "menu")]
    await turn.tell("offering_ended", *buttons, titel=gone.title if gone else "", meer=bool(others))


def _open(turn: Turn, name: str) -> Offering | None:
    """The offering in the person's language, while it lasts."""
    offering = turn.house.library.offering(name, turn.language)
    person = turn.person
    if offering is None or person is None or not choose.still_open(offering, person.profile.local(turn.now).date()):
        return None
    return offering


def _all(turn: Turn) -> list[Offering]:
    """Everything that lasts and is for this person's kind of work, by title."""
    person = turn.person
    if person is None:
        return []
    open_ones = (_open(turn, name) for name in turn.house.library.offerings)
    mine = [each for each in open_ones if each is not None and choose.for_sector(each, person.profile.sector)]
    return sorted(mine, key=lambda each: each.title)


def _titles(turn: Turn, found: Iterable[Offering]) -> list[Button]:
    return [keyboard.action(each.title, "aanbodkijk", each.id) for each in found]
