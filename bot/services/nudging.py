"""What comes unasked: now and then a short word or a story, within the caps, at an hour that is welcome, never against a no."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from bot.delivery.calendar import welcome_from
from bot.messages import Message
from bot.services import keyboard, stories, taste
from bot.services.person import Person
from bot.services.turn import Turn, occasion
from dialogues import choose
from storage import outbox

FIRST = timedelta(days=4)
EVERY = timedelta(days=6)
"""About how often; a day or two of chance on top, so that it is no clockwork."""

LATE = timedelta(days=10)
FEWER_AFTER, ASK_AFTER = 2, 4
"""Ignored in a row: half the frequency; then one question, then silence (CONVERSATION.md)."""

STORY_EVERY = 3


async def plan_first(turn: Turn) -> None:
    """The first one, some days after joining."""
    await _next(turn, turn.now + FIRST)


async def _next(turn: Turn, moment: datetime) -> None:
    person = turn.person
    if person is None:
        return
    moment += timedelta(minutes=secrets.randbelow(36 * 60))
    due = welcome_from(moment, person.profile.hours, person.profile.timezone)
    await occasion(turn.tx, person, "nudge", due, turn.now, lane=2)


async def restore(turn: Turn) -> None:
    """After a time in which nobody could be reached or nothing fitted: the next one, when none waits."""
    person = turn.person
    if person is not None and person.profile.unasked and not await outbox.of(turn.tx, person.id, "nudge"):
        await _next(turn, turn.now + EVERY)


def welcome_at(person: Person, now: datetime) -> datetime | None:
    """The first moment from `now` on at which something unasked is welcome; None when nothing unasked is."""
    profile = person.profile
    if not profile.unasked:
        return None
    start = max([now, *(moment for moment in (profile.quiet_until, profile.rest_until) if moment is not None)])
    return welcome_from(start, profile.hours, profile.timezone, profile.sent, week_days=profile.span_days)


async def due(turn: Turn) -> None:
    """The moment came and is welcome: a story, a nudge, or the question whether to go on. Nothing fits: perhaps next time."""
    person = turn.person
    if person is None:
        return
    profile = person.profile
    if profile.ignored >= ASK_AFTER:
        await _ask_to_go_on(turn, person)
        return
    if await _story_first(turn, person) or await _nudge(turn, person) or await _story(turn, person):
        sent(person, turn.now)
    rarely = person.profile.fewer or person.profile.ignored >= FEWER_AFTER
    await _next(turn, turn.now + (EVERY * 2 if rarely else EVERY))


async def _story_first(turn: Turn, person: Person) -> bool:
    """Every third time it is a story's turn, as long as there are any."""
    heard = len(person.profile.seen_nudges) + len(person.profile.seen_stories)
    return heard % STORY_EVERY == STORY_EVERY - 1 and await _story(turn, person)


async def _story(turn: Turn, person: Person) -> bool:
    """Tell a story, if one is left; its angle counts in the turns."""
    found = stories.choices(turn.house.library, person.profile, seed=secrets.randbits(16))
    if not found or not await stories.tell(turn, found[0].id, lane=2, kind="nudge"):
        return False
    person.change(last_angle=turn.house.library.stories[found[0].id].angle)
    return True


async def _nudge(turn: Turn, person: Person) -> bool:
    """Send the nudge whose turn it is, if one is left."""
    library, profile = turn.house.library, person.profile
    choice = choose.nudge(library.nudges, taste.of(profile, library), seed=secrets.randbits(16))
    if choice is None:
        return False
    nudge = library.nudge(choice.id, turn.language, turn.sector)
    buttons = taste.opinions(turn, nudge.id)
    if nudge.opens:
        buttons.insert(0, keyboard.action(nudge.button or turn.word("button_talk"), "praat", nudge.opens))
    await turn.say(Message(text=nudge.text, buttons=keyboard.rows(buttons)), lane=2, kind="nudge")
    person.change(seen_nudges=(*profile.seen_nudges, nudge.id), last_angle=nudge.angle)
    taste.was_given(person, "nudge", nudge.id, choice)
    return True


def sent(person: Person, now: datetime) -> None:
    """Count one unasked message. Two ignored in a row halve the frequency."""
    profile = person.profile.with_sent(now)
    ignored = profile.ignored + 1
    person.replace(profile.model_copy(update={"ignored": ignored, "week_days": 14 if ignored > FEWER_AFTER else 7}))


async def _ask_to_go_on(turn: Turn, person: Person) -> None:
    """Once; without an answer nothing unasked comes any more."""
    await turn.say(
        turn.phrase("still_welcome").model_copy(
            update={
                "buttons": keyboard.rows(
                    [
                        keyboard.action(turn.word("button_yes"), "welkom"),
                        keyboard.action(turn.word("button_no"), "stil"),
                    ]
                )
            }
        ),
        lane=2,
        kind="nudge",
    )
    person.change(unasked=False, asked_to_go_on=True)


async def go_on(turn: Turn) -> None:
    """The person wants to keep hearing something now and then."""
    person = turn.person
    if person is None:
        return
    person.change(unasked=True, ignored=0, week_days=7)
    await outbox.cancel(turn.tx, person.id, "nudge")
    await turn.tell("unasked_on")
    await _next(turn, turn.now + EVERY)


async def fewer(turn: Turn, wanted: bool) -> None:
    """Half as many unasked messages, or as many as before."""
    if turn.person is None:
        return
    turn.person.change(fewer=wanted)
    button = keyboard.action(turn.word("button_normal" if wanted else "button_fewer"), "gewoon" if wanted else "minder")
    await turn.tell("fewer" if wanted else "unasked_on", button)
