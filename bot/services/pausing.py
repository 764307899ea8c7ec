"""Pauses and hours: when somebody may be sent something, and when nothing comes of itself any more."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from bot.delivery.calendar import NIGHT_WEEK_END, NIGHT_WEEK_START
from bot.services import keyboard
from bot.services.person import Person
from bot.services.turn import Turn
from storage import outbox

HOURS = {
    "overdag": (time(8), time(20)),
    "avond": (time(13), time(22)),
    "nacht": (NIGHT_WEEK_START, NIGHT_WEEK_END),
}
"""Between which hours something may come, by the name of the choice."""


def set_hours(person: Person, which: str) -> None:
    """Keep the hours of this name; another name changes nothing."""
    if which in HOURS:
        start, end = HOURS[which]
        person.change(hours=person.profile.hours.model_copy(update={"start": start, "end": end}))


async def ask(turn: Turn) -> None:
    """When nothing may be sent; with the way back when there is a pause."""
    buttons = [
        keyboard.action(turn.word(f"pause_{name}"), "rust", name)
        for name in ("nacht", "dag", "week", "maand", "avond", "overdag")
    ]
    person = turn.person
    profile = person.profile if person is not None else None
    if profile is not None and (
        profile.hours.pause_until or profile.quiet_until or profile.rest_until or profile.hours.night_week_until
    ):
        buttons.append(keyboard.action(turn.word("pause_over"), "rust", "over"))
    await turn.tell("pause", *buttons, keyboard.action(turn.word("menu_stop"), "stop"))


async def pause(turn: Turn, how: str) -> None:
    """Keep the pause or the hours that were chosen."""
    person = turn.person
    if person is None:
        return
    hours, local = person.profile.hours, person.profile.local(turn.now)
    days = {"dag": 1, "week": 7, "maand": 30}
    if how == "nacht":
        sunday = local.date() + timedelta(days=6 - local.weekday())
        person.change(hours=hours.model_copy(update={"night_week_until": sunday}))
    elif how in days:
        until = _morning(local + timedelta(days=days[how]))
        person.change(hours=hours.model_copy(update={"pause_until": until}))
    elif how in ("avond", "overdag"):
        set_hours(person, how)
    elif how == "over":
        person.change(
            quiet_until=None,
            rest_until=None,
            hours=hours.model_copy(update={"pause_until": None, "night_week_until": None}),
        )
    else:
        await ask(turn)
        return
    await turn.tell(f"paused_{how}", keyboard.action(turn.word("button_menu"), "menu"))


def _morning(moment: datetime) -> datetime:
    return moment.replace(hour=8, minute=0, second=0, microsecond=0)


async def silence(turn: Turn) -> None:
    """Nothing comes of itself any more; what the person asked for stays."""
    person = turn.person
    if person is None:
        return
    person.change(unasked=False)
    await outbox.cancel(turn.tx, person.id, "nudge")
    await turn.tell("silence", keyboard.action(turn.word("button_undo"), "welkom"))
