"""HR's message to a group: seen first, confirmed, sent at hours that fit each person, stoppable, reported in bands."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.messages import Message
from bot.services import keyboard, leading, nudging, taste
from bot.services.house import House
from bot.services.person import by_id
from bot.services.turn import Turn, phrase, put
from dialogues.answers import Answer
from storage import audit, broadcasts, figures, outbox, teams
from storage.outbox import REPLY, UNASKED, NewRow
from storage.transaction import Transaction

LATE = timedelta(days=7)
"""What could not go within a week, for hours or caps, is dropped and counted."""

KIND = "broadcast"
"""Kind of everything a broadcast still has to do, its copies included, so that stopping takes all of it back."""

PROGRESS = "progress"
"""Kind of the message that shows how far a broadcast is; where it stands is remembered when it arrives."""

EVERYBODY = "iedereen"
NO_TALK = "geen"


async def groups(turn: Turn) -> dict[str, str]:
    """Whom HR can write to: everybody, or a team."""
    every = {EVERYBODY: turn.word("everybody")}
    return every | {team.id: team.name for team in await teams.every(turn.tx)}


def talks(turn: Turn) -> dict[str, str]:
    """The conversations a button can open, none first; not those whose name alone says much about who presses it."""
    shown = [script for script in turn.house.library.menu(turn.language) if script.suggest]
    return {NO_TALK: turn.word("no_button")} | {script.id: script.menu or script.title for script in shown}


async def act_preview(turn: Turn, given: Mapping[str, Answer]) -> None:
    """`do: bericht_proef`: exactly what people will see."""
    await turn.say(_message(turn, given["tekst"].text, given["gesprek"].choice, "voorbeeld"))


def _message(turn: Turn, text: str, script: str | None, broadcast_id: str) -> Message:
    label = talks(turn).get(script or NO_TALK)
    buttons = []
    if script and script != NO_TALK and label:
        buttons.append(
            keyboard.action(label, "b", f"{broadcast_id}:{script}" if broadcast_id != "voorbeeld" else "voorbeeld")
        )
    words = turn.phrase(
        "broadcast", tekst=text, organisatie=turn.house.settings.organisation or turn.word("your_organisation")
    )
    return words.model_copy(update={"buttons": keyboard.rows(buttons)})


async def act_send(turn: Turn, given: Mapping[str, Answer]) -> None:
    """`do: bericht_sturen`: a row for everybody in the group; each waits for its person's hours and caps."""
    person = turn.person
    if person is None or not await leading.memberships(turn, "hr"):
        await turn.tell("not_allowed")
        return
    chosen = given["groep"].choice
    team_id = None if chosen == EVERYBODY else chosen
    script = given["gesprek"].choice
    audience = await teams.audience(turn.tx, team_id)
    broadcast_id = await broadcasts.draft(
        turn.tx,
        team_id=team_id,
        text=given["tekst"].text,
        script=None if script == NO_TALK else script,
        author_id=person.id,
        now=turn.now,
        due_at=turn.now,
    )
    await outbox.put_all(
        turn.tx,
        (
            NewRow(
                lane=UNASKED,
                form="occasion",
                kind=KIND,
                due_at=turn.now,
                created_at=turn.now,
                person_id=one,
                subject=broadcast_id,
                not_after=turn.now + LATE,
            )
            for one in audience
        ),
    )
    await broadcasts.start(turn.tx, broadcast_id, len(audience))
    await audit.note(turn.tx, at=turn.now, actor_id=person.id, role="hr", act="sent broadcast", object=broadcast_id)
    row = await broadcasts.get(turn.tx, broadcast_id)
    if row is not None:
        await put(
            turn.tx,
            person,
            progress_message(turn.house, row, turn.language),
            turn.now,
            lane=REPLY,
            kind=PROGRESS,
            subject=row.id,
        )
    await finish_if_done(turn.house, turn.tx, broadcast_id, turn.now)


async def deliver(turn: Turn, broadcast_id: str) -> None:
    """One person's copy, now that it is welcome; counted when it arrives. Nothing when the broadcast was stopped."""
    row = await broadcasts.get(turn.tx, broadcast_id)
    if row is None or row.state != "running" or turn.person is None:
        return
    message = _message(turn, row.text, row.script, row.id)
    await put(turn.tx, turn.person, message, turn.now, lane=UNASKED, kind=KIND, subject=row.id)
    nudging.sent(turn.person, turn.now)
    taste.was_given(turn.person, "broadcast", row.id)


async def counted(
    house: House, tx: Transaction, broadcast_id: str, now: datetime, *, sent: int = 0, dropped: int = 0
) -> None:
    """Count one person done; at the last one, the report."""
    await broadcasts.count(tx, broadcast_id, sent=sent, dropped=dropped)
    await finish_if_done(house, tx, broadcast_id, now)


async def finish_if_done(house: House, tx: Transaction, broadcast_id: str, now: datetime) -> None:
    """Report when nobody is left: sent, dropped, or gone."""
    row = await broadcasts.get(tx, broadcast_id)
    if row is not None and row.state == "running" and not await outbox.left_of_broadcast(tx, broadcast_id):
        await finish(house, tx, broadcast_id, now)


async def finish(house: House, tx: Transaction, broadcast_id: str, now: datetime) -> None:
    """The report to the author, in bands."""
    await broadcasts.finish(tx, broadcast_id)
    await _report(house, tx, broadcast_id, now, "broadcast_report")


async def stop(turn: Turn, broadcast_id: str) -> None:
    """Take back everything that was not sent yet."""
    row = await broadcasts.get(turn.tx, broadcast_id)
    if turn.person is None or row is None or not await leading.memberships(turn, "hr"):
        await turn.tell("not_allowed")
        return
    if not await broadcasts.stop(turn.tx, broadcast_id):
        await turn.tell("broadcast_over")
        return
    await outbox.cancel_broadcast(turn.tx, broadcast_id)
    await audit.note(
        turn.tx, at=turn.now, actor_id=turn.person.id, role="hr", act="stopped broadcast", object=broadcast_id
    )
    await _report(turn.house, turn.tx, broadcast_id, turn.now, "broadcast_stopped")


async def _report(house: House, tx: Transaction, broadcast_id: str, now: datetime, name: str) -> None:
    row = await broadcasts.get(tx, broadcast_id)
    author = await by_id(house, tx, row.author_id) if row else None
    if row is None or author is None:
        return
    values = {"verstuurd": banded(house, row.sent), "groep": banded(house, row.audience)}
    await put(tx, author, phrase(house, name, author.profile.edition, values), now, kind="report", subject=broadcast_id)


def banded(house: House, count: int) -> str:
    """A count as HR may see it: never exact, and nothing under the smallest band."""
    return str(
        house.phrases()[
            "band_"
            + figures.band(count).replace("<", "under_").replace("-", "_").replace("–", "_").replace("+", "_plus")
        ]
    )


def progress_message(house: House, row: broadcasts.BroadcastRow, language: str = "nl") -> Message:
    """How far it is, in bands, with a button to stop it; without the button when it is over."""
    name = {"running": "broadcast_progress", "stopped": "broadcast_stopped"}.get(row.state, "broadcast_sent")
    message = phrase(
        house,
        name,
        language,
        {"verstuurd": banded(house, row.sent), "groep": banded(house, row.audience)},
    )
    if row.state != "running":
        return message
    stop_button = keyboard.action(str(house.phrases(language)["button_stop_broadcast"]), "bstop", row.id)
    return message.model_copy(update={"buttons": ((stop_button,),)})
