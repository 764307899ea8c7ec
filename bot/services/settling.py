"""What scripts can have done besides talking and plans: the name, the hours. And the whole list of such acts."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from typing import get_args

from bot.services import broadcasts, checkins, document, leading, pausing, plans, taste
from bot.services.turn import Turn
from dialogues.answers import EMPTY, Answer
from dialogues.language.names import as_name
from dialogues.model import Knob
from storage import outbox

ALONE = timedelta(days=30)
"""How long nothing unasked comes to somebody who said to come by themselves."""


async def keep_name(turn: Turn, given: Mapping[str, Answer]) -> None:
    """`do: naam_bewaren`: a first name or nickname, as the person wants to be called."""
    answer = given["naam"]
    name = as_name(answer.text or answer.label)
    if turn.person is not None and name:
        turn.person.change(name=name)


async def keep_hours(turn: Turn, given: Mapping[str, Answer]) -> None:
    """`do: uren_bewaren`."""
    person, choice = turn.person, given["uren"].choice
    if person is None:
        return
    if choice in pausing.HOURS:
        pausing.set_hours(person, choice)
    elif choice == "niets":
        person.change(unasked=False)
        await outbox.cancel(turn.tx, person.id, "nudge")


async def leave_alone(turn: Turn, _given: Mapping[str, Answer]) -> None:
    """`do: met_rust`: somebody who comes by themselves hears nothing unasked for a while."""
    if turn.person is not None:
        until = turn.now + ALONE
        turn.person.change(quiet_until=max(until, turn.person.profile.quiet_until or until))


async def keep_chosen(turn: Turn, given: Mapping[str, Answer]) -> None:
    """`do: gekozen`: what somebody chose by a button, a theme or what acting needs, and never what we think of them."""
    theme, knob = (answer.choice or answer.text for answer in (given.get(name, EMPTY) for name in ("thema", "knop")))
    if turn.person is not None:
        taste.chose(turn.person, theme=theme or None, knob=knob if knob in get_args(Knob) else None)


async def asked_after(turn: Turn, _given: Mapping[str, Answer]) -> None:
    """`do: nagevraagd`: the voluntary question after a talk was asked, so it rests a while."""
    if turn.person is not None:
        turn.person.change(asked_after=turn.now)


ACTS: dict[str, Callable[[Turn, Mapping[str, Answer]], Awaitable[None]]] = {
    "met_rust": leave_alone,
    "gekozen": keep_chosen,
    "nagevraagd": asked_after,
    "naam_bewaren": keep_name,
    "uren_bewaren": keep_hours,
    "plan_gelukt": plans.act_worked,
    "plan_klaar": plans.act_done,
    "plan_niet_vragen": plans.act_ask_no_more,
    "plan_stoppen": plans.act_stop,
    "plan_uitkomst": plans.act_came,
    "document_veranderen": document.act_change,
    "antwoorden_bewaren": checkins.act_answers,
    "team_maken": leading.act_make_team,
    "vragen_sturen": checkins.act_send,
    "bericht_proef": broadcasts.act_preview,
    "bericht_sturen": broadcasts.act_send,
}
"""Everything a script may name under `do:`."""
