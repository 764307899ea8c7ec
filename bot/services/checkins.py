"""Korte vragen: a lead asks a team, everybody answers or not, and at closing the group gets its result, once and guarded.

Nobody is told who was asked, answered or refused. The lead gets the same words as the employees.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.messages import Message
from bot.services import keyboard, leading, nudging, taste
from bot.services.house import House
from bot.services.person import by_id
from bot.services.turn import Turn, occasion, phrase
from dialogues.answers import Answer
from dialogues.model import Script
from dialogues.render import finish
from storage import audit, checkins, figures, outbox, sessions, teams
from storage.errors import Unreadable
from storage.outbox import ASKED, UNASKED, NewRow
from storage.sealing import open_json, seal_json
from storage.transaction import Transaction

SCRIPT = "korte_vragen"
DAYS = {"drie": 3, "zeven": 7, "veertien": 14}
RESULT_LATE = timedelta(days=7)
MONTH = timedelta(days=28)
"""Between two rounds of questions to overlapping groups."""


def purpose(checkin_id: str) -> str:
    """Under which the answers to a check-in are sealed."""
    return f"answers:{checkin_id}"


async def act_send(turn: Turn, given: Mapping[str, Answer]) -> None:
    """`do: vragen_sturen`: open the questions now, with a closing time."""
    person, team_id = turn.person, given["team"].choice or ""
    held = await leading.memberships(turn, "lead")
    if person is None or team_id not in {membership.team_id for membership in held}:
        await turn.tell("not_allowed")
        return
    if await _too_soon(turn, team_id):
        await turn.tell("questions_too_soon")
        return
    closes = turn.now + timedelta(days=DAYS.get(given["dagen"].choice or "", 3))
    checkin_id = await checkins.open(
        turn.tx, team_id=team_id, script=SCRIPT, opened_by=person.id, now=turn.now, closes_at=closes
    )
    people = [one for one in await teams.audience(turn.tx, team_id) if one != person.id]
    await outbox.put_all(
        turn.tx,
        (
            NewRow(
                lane=UNASKED,
                form="occasion",
                kind="questions",
                due_at=turn.now,
                created_at=turn.now,
                person_id=one,
                subject=checkin_id,
                not_after=closes - timedelta(hours=1),
            )
            for one in people
        ),
    )
    await audit.note(turn.tx, at=turn.now, actor_id=person.id, role="lead", act="sent questions", object=checkin_id)
    team = await teams.get(turn.tx, team_id)
    await turn.tell(
        "questions_sent",
        team=team.name if team else "",
        sluit=_day(turn, closes),
        minimum=turn.house.settings.minimum_group,
    )


async def _too_soon(turn: Turn, team_id: str) -> bool:
    """Whether anybody of this team was asked within the month, in whatever team.

    Two results of almost the same people within a short time would tell, by their difference, what the few others said.
    """
    people = set(await teams.audience(turn.tx, team_id))
    for row in await checkins.since(turn.tx, turn.now - MONTH):
        if row.team_id == team_id or people & set(await teams.audience(turn.tx, row.team_id)):
            return True
    return False


def _day(turn: Turn, moment: datetime) -> str:
    local = turn.person.profile.local(moment) if turn.person else moment
    return (
        f"{turn.word(f'weekday_{local.weekday()}')} {local.day} {turn.word(f'month_{local.month}')}, {local:%H.%M} uur"
    )


async def ask(turn: Turn, checkin_id: str) -> None:
    """The invitation to answer, when it is due and welcome."""
    row = await checkins.get(turn.tx, checkin_id)
    if row is None or row.state != "open" or turn.person is None:
        return
    team = await teams.get(turn.tx, row.team_id)
    message = turn.phrase(
        "questions_invitation", team=team.name if team else "", sluit=_day(turn, row.closes_at),
        minimum=turn.house.settings.minimum_group,
    )  # fmt: skip
    buttons = [
        keyboard.action(turn.word("button_answer"), "k", checkin_id),
        keyboard.action(turn.word("button_rather_not"), "knee"),
    ]
    await turn.say(message.model_copy(update={"buttons": keyboard.rows(buttons)}), lane=UNASKED, kind="questions")
    nudging.sent(turn.person, turn.now)
    taste.was_given(turn.person, "questions", checkin_id)


async def may_answer(turn: Turn, checkin_id: str) -> bool:
    """Whether the questions are open, and meant for this person: an employee of the team, not its lead."""
    row = await checkins.get(turn.tx, checkin_id)
    if row is None or row.state != "open" or row.closes_at <= turn.now or turn.person is None:
        return False
    return turn.person.id in await teams.audience(turn.tx, row.team_id) and not await teams.holds(
        turn.tx, turn.person.id, "lead", row.team_id
    )


async def act_answers(turn: Turn, given: Mapping[str, Answer]) -> None:
    """`do: antwoorden_bewaren`: sealed with the person's own key; in the place of earlier ones."""
    person, checkin_id = turn.person, given["vragen"].text
    scores = {name: answer.number for name, answer in given.items() if answer.number is not None and name != "vragen"}
    if person is None or not await may_answer(turn, checkin_id):
        await turn.tell("questions_closed")
        return
    if not scores:
        await turn.tell("questions_empty")
        return
    kept = await checkins.answer(
        turn.tx, checkin_id, person.id, seal_json(person.sealer, scores, purpose(checkin_id)), turn.now
    )
    await turn.tell("questions_thanks" if kept else "questions_closed")


async def close_due(house: House, tx: Transaction, now: datetime) -> int:
    """Close what is over: figures once, answers gone, the same result to everybody. Gives how many were closed."""
    closed = 0
    for row in await checkins.still_open(tx):
        if row.closes_at > now:
            break
        await _close(house, tx, row, now)
        closed += 1
    return closed


async def next_close(tx: Transaction) -> datetime | None:
    """When the next questions close."""
    rows = await checkins.still_open(tx)
    return rows[0].closes_at if rows else None


async def _close(house: House, tx: Transaction, row: checkins.CheckInRow, now: datetime) -> None:
    answers = []
    for answer in await checkins.answers(tx, row.id):
        if await teams.holds(tx, answer.person_id, "lead", row.team_id):
            continue
        try:
            sealer = await house.store.vault.sealer(answer.person_id)
        except Unreadable:  # erased, or their key is lost: their answers count for nothing, the others' do
            continue
        answers.append(open_json(sealer, answer.sealed_answers, purpose(row.id)))
    script = house.library.scripts["nl"][row.script]
    questions = [figures.Question(name) for name in asked(script)]
    outcome = figures.release(answers, questions, minimum=house.settings.minimum_group, rng=random.SystemRandom())
    outcome = await checkins.release(tx, row.id, outcome)
    await checkins.forget_answers(tx, row.id)
    await sessions.forget_script(tx, row.script, await teams.audience(tx, row.team_id))
    people = dict.fromkeys([*await teams.audience(tx, row.team_id), *await teams.audience(tx, row.team_id, "lead")])
    for person_id in people:
        try:
            person = await by_id(house, tx, person_id)
        except Unreadable:
            continue
        if person is not None and not person.blocked:
            await occasion(tx, person, "result", now, now, lane=ASKED, subject=row.id, not_after=now + RESULT_LATE)


def _band(code: str) -> str:
    """The phrase that says a band of `figures` in words."""
    return "answered_" + code.replace("-", "_").replace("+", "_plus")


def asked(script: Script) -> dict[str, str]:
    """The scales of a check-in: name → the question in words."""
    return {
        step.ask.name: step.say if isinstance(step.say, str) else ""
        for step in script.steps
        if step.ask is not None and step.ask.kind == "scale"
    }


async def result(turn: Turn, checkin_id: str) -> None:
    """The group's result in words, the same for everybody; under the minimum an honest word."""
    row = await checkins.get(turn.tx, checkin_id)
    if row is None or turn.person is None:
        return
    team = await teams.get(turn.tx, row.team_id)
    await turn.say(described(turn.house, row, team.name if team else "", turn.language), lane=ASKED, kind="result")


def described(house: House, row: checkins.CheckInRow, team: str, language: str) -> Message:
    """What was released, in words."""
    outcome = row.outcome
    if outcome is None or isinstance(outcome, figures.Withheld):
        return phrase(house, "result_too_few", language, {"team": team, "minimum": house.settings.minimum_group})
    script = house.library.script(row.script, language)
    lines = []
    for name, question in asked(script).items():
        counts = outcome.questions.get(name)
        written = [line for line in finish(question)[0].split("\n") if line]
        words = written[1] if len(written) > 1 else written[0]
        if isinstance(counts, figures.Counts):
            lines.append(
                phrase(
                    house,
                    "result_line",
                    language,
                    {"vraag": words, "laag": counts.low, "midden": counts.middle, "hoog": counts.high},
                )
            )
        else:
            lines.append(phrase(house, "result_line_withheld", language, {"vraag": words}))
    body = "\n\n".join(line.text for line in lines)
    return phrase(
        house,
        "result",
        language,
        {"team": team, "aantal": house.library.phrases(language)[_band(outcome.answered)], "regels": body},
    )
