"""Says why something came, in what the person chose themselves, and lets them change that choice."""

from __future__ import annotations

from bot.messages import Button, Press
from bot.services import keyboard, taste
from bot.services.profile import Given
from bot.services.turn import Turn

FROM_OTHERS = frozenset({"broadcast", "questions"})
"""What somebody at work sent: nothing was chosen for anybody."""


async def explain(turn: Turn) -> None:
    """Why the last unasked message, story or offering came."""
    person = turn.person
    if person is None:
        return
    profile = person.profile
    buttons = [keyboard.action(turn.word("button_topics"), "onderwerpen")]
    if profile.unasked and not profile.fewer:
        buttons.append(keyboard.action(turn.word("button_fewer"), "minder"))
    if profile.unasked:
        buttons.append(keyboard.action(turn.word("button_nothing_unasked"), "stil"))
    else:
        buttons.append(keyboard.action(turn.word("button_undo"), "welkom"))
    given = profile.given
    if given is None:
        await turn.tell("why_nothing", *buttons)
    elif given.kind in FROM_OTHERS:
        organisation = turn.house.settings.organisation or turn.word("your_organisation")
        await turn.tell(f"why_{given.kind}", *buttons, organisatie=organisation)
    else:
        await turn.tell("why", *buttons, over=_about(turn, given), redenen="\n".join(_reasons(turn, given)))


def _about(turn: Turn, given: Given) -> str:
    """Which one it was. What was withdrawn has no title any more."""
    library = turn.house.library
    if given.kind == "story":
        story = library.story(given.id, turn.language)
        return turn.word("why_of_story", titel=story.title) if story else turn.word("why_of_gone")
    if given.kind == "offering":
        offering = library.offering(given.id, turn.language)
        return turn.word("why_of_offering", titel=offering.title) if offering else turn.word("why_of_gone_offering")
    return turn.word("why_of_nudge")


def _reasons(turn: Turn, given: Given) -> list[str]:
    """A line a reason, and what follows from them."""
    lines = list(dict.fromkeys(line for kind, about in given.reasons if (line := _reason(turn, kind, about))))
    if lines:
        return [*lines, turn.word("why_so")]
    sides = any(kind == "turn" for kind, _ in given.reasons)
    return [turn.word("why_not_chosen"), turn.word("why_turn" if sides else "why_open")]


def _reason(turn: Turn, kind: str, about: str) -> str:
    if kind == "asked":
        return turn.word("why_asked")
    if kind in ("theme", "knob"):
        return taste.named(turn, kind, about)
    if kind == "sector":
        return turn.word("why_sector", werk=turn.word(f"sector_{about}"))
    if kind == "liked":
        return taste.liked(turn, about)
    return ""


async def show_topics(turn: Turn) -> None:
    """The subjects somebody can choose, and take away again."""
    if turn.person is not None:
        message = turn.phrase("topics")
        await turn.say(message.model_copy(update={"buttons": _topics(turn)}))


async def toggle_topic(turn: Turn, key: str) -> None:
    """A pressed subject: chosen, or no longer chosen. The buttons change in place."""
    person, inbound = turn.person, turn.inbound
    if person is None:
        return
    theme = next((each for each in _themes(turn) if taste.key(each) == key), None)
    if theme is None:
        await show_topics(turn)
        return
    taste.pick(person, turn.house.library, theme)
    if inbound is not None and isinstance(press := inbound.content, Press) and press.message is not None:
        buttons = _topics(turn)
        turn.after.append(lambda: turn.house.edge.rebutton(press, inbound.chat, buttons))
        turn.still = True
    else:
        await show_topics(turn)


async def topics_done(turn: Turn) -> None:
    """What was chosen, said back."""
    if turn.person is None:
        return
    chosen = ", ".join(taste.theme_word(turn, each) for each in turn.person.profile.picked)
    await turn.tell("topics_done", keyboard.action(turn.word("button_menu"), "menu"), gekozen=chosen)


def _topics(turn: Turn) -> tuple[tuple[Button, ...], ...]:
    chosen = turn.person.profile.picked if turn.person else ()
    buttons = []
    for theme in _themes(turn):
        label = taste.theme_label(turn, theme)
        buttons.append(keyboard.action(f"✓ {label}" if theme in chosen else label, "thema", taste.key(theme)))
    return keyboard.rows([*buttons, keyboard.action(turn.word("done"), "themaklaar")])


def _themes(turn: Turn) -> list[str]:
    """The themes there is something about, and those the person chose, by name."""
    library = turn.house.library
    found = [each.theme for each in library.nudges]
    found += [each.theme for each in library.stories.values()]
    found += [each.theme for each in library.menu("nl")]
    chosen = turn.person.profile.picked if turn.person else ()
    return sorted({*chosen, *(theme for theme in found if theme)})
