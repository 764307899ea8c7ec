"""Wie leest mee, mijn gegevens, alles wissen: what somebody can see, take along and destroy, always and alone."""

from __future__ import annotations

import base64
import json
from datetime import timedelta
from typing import Any

from bot.messages import Attachment
from bot.services import checkins, document_files, keyboard, plans
from bot.services.conversation import opened
from bot.services.person import Person
from bot.services.turn import Turn
from dialogues.answers import Answer
from storage import erasure, teams

CONFIRM_WITHIN = timedelta(minutes=15)
"""How long the two confirmations of erasing stay good."""


async def explain(turn: Turn) -> None:
    """Who sees what, in full, with the ways on as buttons."""
    await turn.tell(
        "privacy",
        keyboard.action(turn.word("button_my_data"), "gegevens"),
        keyboard.action(turn.word("button_wipe"), "wissen"),
        naam=turn.house.settings.campaign,
        minimum=turn.house.settings.minimum_group,
    )


async def show(turn: Turn) -> None:
    """In words: what is kept; and a button for all of it as a file."""
    person = turn.person
    if person is None:
        return
    everything = await erasure.export(turn.tx, person.id)
    profile = person.profile
    names = [
        team.name for m in await person.roles(turn.tx) if (team := await teams.get(turn.tx, m.team_id)) is not None
    ]
    await turn.tell(
        "my_data",
        keyboard.action(turn.word("button_as_file"), "bestand"),
        keyboard.action(turn.word("button_wipe"), "wissen"),
        roepnaam=profile.name or turn.word("no_name"),
        teams=", ".join(names),
        van=f"{profile.hours.start:%H.%M}",
        tot=f"{profile.hours.end:%H.%M}",
        plannen=len(everything.intentions) if everything else 0,
        document=len(everything.document) if everything else 0,
        gesprekken=len(everything.sessions) if everything else 0,
    )


async def as_file(turn: Turn) -> None:
    """Everything kept of the person as one JSON file."""
    person = turn.person
    if person is None:
        return
    content = json.dumps(await collected(turn, person), ensure_ascii=False, indent=2, default=str).encode()
    attachment = Attachment(kind="document", name="mijn-gegevens.json", content=base64.b64encode(content).decode())
    await turn.say(turn.phrase("data_file").model_copy(update={"attachment": attachment, "protected": False}))


async def collected(turn: Turn, person: Person) -> dict[str, Any]:
    """Everything kept of the person, opened, for the person alone."""
    everything = await erasure.export(turn.tx, person.id)
    if everything is None:
        return {}
    talks = []
    for row in everything.sessions:
        session = opened(person, row).session
        said = {
            name: _readable(answer)
            for frame in (*[frame for past in session.past for frame in past], *session.frames)
            for name, answer in frame.vars.items()
        }
        talks.append({"gesprek": row.script, "laatst": row.updated_at.isoformat(), "gezegd": said})
    return {
        "profiel": _told(person),
        "lid_van": [
            {"team": team.name if team else m.team_id, "rol": m.role, "sinds": m.since.isoformat()}
            for m in everything.memberships
            for team in [await teams.get(turn.tx, m.team_id)]
        ],
        "gesprekken": talks,
        "plannen": [
            {"staat": kept.state, **kept.plan.model_dump(mode="json", exclude={"voice"})}
            for kept in await plans.of(turn)
        ],
        "groeidocument": await document_files.as_data(turn),
        "antwoorden_op_korte_vragen": [
            person.open(row.sealed_answers, checkins.purpose(row.checkin_id)) for row in everything.checkin_answers
        ],
        "wat_nog_komt": [{"soort": row.kind, "wanneer": row.due_at.isoformat()} for row in everything.outbox],
    }


NOT_TOLD = {"rest_until", "quiet_until", "stepped_back", "in_doubt", "held_words", "told_old"}
"""Parts of the profile that say nothing but that something was asked once."""


def _told(person: Person) -> dict[str, Any]:
    """The profile for a file that goes through the channel: every reason to send nothing reads as one pause."""
    profile = person.profile
    told = profile.model_dump(mode="json", exclude=NOT_TOLD)
    pauses = [moment for moment in (profile.hours.pause_until, profile.rest_until, profile.quiet_until) if moment]
    told["hours"]["pause_until"] = max(pauses).isoformat() if pauses else None
    return told


def _readable(answer: Answer) -> object:
    return answer.text or answer.label or answer.number or answer.choice


async def ask_wipe(turn: Turn) -> None:
    """First of two confirmations."""
    stamp = str(int(turn.now.timestamp()))
    await turn.tell(
        "wipe_first",
        keyboard.action(turn.word("button_file_first"), "bestand"),
        keyboard.action(turn.word("button_wipe_yes"), "wis1", stamp),
        keyboard.action(turn.word("button_keep"), "menu"),
    )


async def confirm_wipe(turn: Turn, stamp: str) -> None:
    """Second confirmation."""
    if _stale(turn, stamp):
        await ask_wipe(turn)
        return
    await turn.tell(
        "wipe_second",
        keyboard.action(turn.word("button_wipe_sure"), "wis2", str(int(turn.now.timestamp()))),
        keyboard.action(turn.word("button_keep"), "menu"),
    )


async def wipe(turn: Turn, stamp: str) -> None:
    """Destroy key and rows; a last word goes out under the day's key, since nothing else is left to seal it with."""
    person = turn.person
    if person is None:
        return
    if _stale(turn, stamp):
        await ask_wipe(turn)
        return
    await turn.house.store.vault.destroy(person.id)
    await erasure.delete_rows(turn.tx, person.id)
    turn.person = None
    await turn.tell("wiped")
    turn.after.append(turn.house.store.tidy)


def _stale(turn: Turn, stamp: str) -> bool:
    return not stamp.isdecimal() or turn.now.timestamp() - int(stamp) > CONFIRM_WITHIN.total_seconds()
