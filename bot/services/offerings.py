"""Offerings of the organisation: which fit, and what is said of them."""

from __future__ import annotations

from datetime import datetime

from bot.messages import Message
from bot.services.profile import Profile
from bot.services.turn import Turn
from dialogues.library import Library


def fitting(library: Library, profile: Profile, theme: str | None, now: datetime) -> tuple[str, ...]:
    """Ids of offerings that have not ended, those of the theme first; none of another theme when there is one."""
    today = profile.local(now).date()
    running = [each for each in library.offerings.values() if each.until is None or each.until >= today]
    return tuple(each.id for each in running if theme is None or each.theme == theme)


async def show(turn: Turn, ids: tuple[str, ...]) -> None:
    """Name each with how to get it; one that was withdrawn meanwhile is passed over, and when all are, that is said."""
    found = [offering for name in ids if (offering := turn.house.library.offering(name, turn.language)) is not None]
    for offering in found:
        await turn.say(Message(text=f"{offering.title}\n{offering.text}\n{offering.how}"))
    if not found:
        await turn.tell("no_offering")
