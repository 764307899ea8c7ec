"""*Instellingen*: the name, je or u, the language, the kind of work, the hours, the subjects. One page, each one tap away."""

from __future__ import annotations

from typing import get_args

from bot.messages import Button
from bot.services import keyboard, pausing, taste
from bot.services.turn import Turn
from dialogues.library import BASE, edition
from dialogues.model import Sector

LANGUAGES = ("nl", "en")
"""What can be chosen, where there is content in it; the words stand in the phrases as `language_<code>`."""

NO_SECTOR = "anders"


async def show(turn: Turn, *, changed: bool = False) -> None:
    """How everything stands now, on the buttons that change it."""
    person = turn.person
    if person is None:
        return
    profile = person.profile
    name = profile.name or turn.word("no_name")
    work = turn.word(f"sector_{profile.sector}") if profile.sector else turn.word("not_chosen")
    hours = f"{profile.hours.start:%H}–{profile.hours.end:%H}"
    buttons = [
        keyboard.action(turn.word("set_name", naam=name), "naam"),
        keyboard.action(turn.word("set_work", werk=work), "werk"),
        keyboard.action(turn.word("set_hours", uren=hours), "uren"),
        keyboard.action(turn.word("set_topics", aantal=len(profile.picked)), "onderwerpen"),
    ]
    if speaks_formally(turn):
        buttons.append(keyboard.action(turn.word("set_address", woord=profile.address), "aanspreken"))
    if len(languages(turn)) > 1:
        language = turn.word(f"language_{profile.language}")
        buttons.append(keyboard.action(turn.word("set_language", taal=language), "taal"))
    buttons.append(keyboard.action(turn.word("button_my_data"), "gegevens"))
    buttons.append(keyboard.action(turn.word("menu_hulp"), "hulp"))
    await turn.tell("settings", *buttons, veranderd=changed)


def languages(turn: Turn) -> tuple[str, ...]:
    """The languages there is content in."""
    return tuple(language for language in LANGUAGES if language in turn.house.library.languages)


def speaks_formally(turn: Turn) -> bool:
    """Whether there is content that says *u*, in the language of this person."""
    language = turn.person.profile.language if turn.person else BASE
    formal = edition(language, "u")
    return formal != language and formal in turn.house.library.languages


async def next_language(turn: Turn) -> None:
    """The other language there is. Who changes it hears the page in the new one."""
    person = turn.person
    if person is None:
        return
    known = languages(turn)
    place = known.index(person.profile.language) if person.profile.language in known else -1
    person.change(language=known[(place + 1) % len(known)])
    await show(turn, changed=True)


async def next_address(turn: Turn) -> None:
    """From *je* to *u* and back."""
    if turn.person is not None and speaks_formally(turn):
        turn.person.change(address="je" if turn.person.profile.address == "u" else "u")
    await show(turn, changed=True)


async def speak(turn: Turn, how: str) -> None:
    """As somebody asked for it in words: *zegu*, *zegje*, *engels* or *nederlands*. Says so when there are no such texts."""
    person = turn.person
    if person is None:
        return
    wanted = {"engels": {"language": "en"}, "nederlands": {"language": BASE}}.get(how) or {
        "language": BASE,
        "address": "u" if how == "zegu" else "je",
    }
    asked = person.profile.model_copy(update=wanted)
    if asked.edition not in turn.house.library.languages:
        await turn.tell("speech_unknown")
        return
    person.replace(asked)
    await turn.tell("speech_changed")


async def ask_work(turn: Turn) -> None:
    """What kind of work somebody does: it changes examples, and nothing else."""
    buttons = [
        keyboard.action(taste.upper(turn.word(f"sector_{sector}")), "werkkies", sector) for sector in get_args(Sector)
    ]
    await turn.tell("ask_work", *buttons, keyboard.action(turn.word("something_else"), "werkkies", NO_SECTOR))


async def keep_work(turn: Turn, sector: str) -> None:
    """Keep the kind of work, or that it is none of these."""
    known = sector in (*get_args(Sector), NO_SECTOR)
    if turn.person is not None and known:
        turn.person.change(sector="" if sector == NO_SECTOR else sector)
    await show(turn, changed=known)


async def ask_hours(turn: Turn) -> None:
    """When unasked messages and reminders of ours may come."""
    await turn.tell("ask_hours", *_hours(turn))


async def keep_hours(turn: Turn, which: str) -> None:
    """Keep the hours."""
    if turn.person is not None:
        pausing.set_hours(turn.person, which)
    await show(turn, changed=which in pausing.HOURS)


def _hours(turn: Turn) -> list[Button]:
    return [keyboard.action(turn.word(f"hours_{name}"), "urenkies", name) for name in pausing.HOURS]
