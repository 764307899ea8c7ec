"""What a button or command does where no conversation is needed for it, by name. What begins or ends one stands in `menu`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from bot.services import (
    broadcasts,
    keyboard,
    nudging,
    offerings,
    pausing,
    plan_calendar,
    plans,
    preferences,
    privacy,
    stories,
    taste,
    topics,
    why,
)
from bot.services.turn import Turn


async def _declined(turn: Turn) -> None:
    await turn.tell("questions_declined")


async def _human(turn: Turn) -> None:
    await turn.tell("human_short", keyboard.action(turn.word("button_menu"), "menu"))


async def _thanks(turn: Turn) -> None:
    await turn.tell("welcome_thanks")


async def _greeting(turn: Turn) -> None:
    buttons = [keyboard.action(turn.word("menu_praten"), "praten"), keyboard.action(turn.word("button_menu"), "menu")]
    await turn.tell("greeting", *buttons, naam=turn.person.profile.name if turn.person else "")


async def _need_not(turn: Turn) -> None:
    if turn.person is not None:
        turn.person.change(last_words="", proposed="")
    await turn.tell("fine_no", keyboard.action(turn.word("button_menu"), "menu"))


async def _help(turn: Turn) -> None:
    await turn.tell(
        "help",
        keyboard.action(turn.word("menu_praten"), "praten"),
        keyboard.action(turn.word("button_why"), "waarom"),
        keyboard.action(turn.word("button_menu"), "menu"),
        naam=turn.house.settings.campaign,
    )


async def _fewer(turn: Turn) -> None:
    await nudging.fewer(turn, wanted=True)


async def _as_before(turn: Turn) -> None:
    await nudging.fewer(turn, wanted=False)


async def _like(turn: Turn, name: str) -> None:
    await taste.like(turn, name)
    await nudging.restore(turn)


async def _topic(turn: Turn, key: str) -> None:
    await why.toggle_topic(turn, key)
    await nudging.restore(turn)


async def _end_plan(turn: Turn, plan: str) -> None:
    await turn.tell("plan_stopped" if await plans.end(turn, plan, "stopped") else "plan_gone")


ALONE: Mapping[str, Callable[[Turn], Awaitable[None]]] = {
    "plan": plans.show,
    "pauze": pausing.ask,
    "stil": pausing.silence,
    "welkom": nudging.go_on,
    "minder": _fewer,
    "gewoon": _as_before,
    "privacy": privacy.explain,
    "wieleest": privacy.explain,
    "gegevens": privacy.show,
    "bestand": privacy.as_file,
    "wissen": privacy.ask_wipe,
    "hulp": _help,
    "hallo": _greeting,
    "mens": _human,
    "dank": _thanks,
    "hoeftniet": _need_not,
    "verhaal": stories.offer,
    "aanbod": offerings.by_theme,
    "waarom": why.explain,
    "onderwerpen": why.show_topics,
    "themaklaar": why.topics_done,
    "instellingen": preferences.show,
    "aanspreken": preferences.next_address,
    "taal": preferences.next_language,
    "werk": preferences.ask_work,
    "uren": preferences.ask_hours,
    "knee": _declined,
}
"""By the name alone."""

ABOUT: Mapping[str, Callable[[Turn, str], Awaitable[None]]] = {
    "groep": topics.show,
    "planstop": _end_plan,
    "agenda": plan_calendar.show,
    "rust": pausing.pause,
    "wis1": privacy.confirm_wipe,
    "wis2": privacy.wipe,
    "nietvoormij": stories.refuse,
    "meer": _like,
    "aanbodover": offerings.page,
    "aanbodkijk": offerings.open_one,
    "thema": _topic,
    "werkkies": preferences.keep_work,
    "urenkies": preferences.keep_hours,
    "bstop": broadcasts.stop,
}
"""With what it is about."""


async def act(turn: Turn, name: str, subject: str) -> bool:
    """Do it. False when nothing here has that name."""
    if name in ALONE:
        await ALONE[name](turn)
    elif name in ABOUT:
        await ABOUT[name](turn, subject)
    else:
        return False
    return True
