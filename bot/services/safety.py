"""When somebody writes something that needs a person. Everything else steps back; nothing is counted, logged or told to anybody.

A crisis leaves no trace but a rest in the sealed profile, which looks like any pause. Numbers stand in the text and as cards.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.messages import Button, Message
from bot.services import keyboard
from bot.services.turn import Turn, contact_of
from dialogues.language.remarks import remark
from dialogues.language.triage import Concern, triage
from dialogues.language.wishes import wish

REST = timedelta(days=7)
"""How long nothing but answers is sent after a crisis message: as long as the pause of a week, to the same hour."""

CARDS = {
    "crisis": ("crisis_113", "luisterlijn"),
    "danger": (),
    "violence": ("veilig_thuis",),
    "misconduct": (),
    "overload": (),
    "money": ("geldfit",),
    "care": ("mantelzorglijn",),
}

ACTION = "nood"
"""The name of the action of an answer to the direct question."""

ANSWERS = {"ja": "button_yes", "nee": "button_no", "anders": "button_meant_other"}
"""The answers to the direct question, and the words on their buttons."""

IN_DOUBT = {"verder": "button_no_go_on", "ja": "button_yes"}
"""The same where it is asked in doubt."""

NO = {"nee": "safety_crisis_no", "verder": "safety_doubt_no"}
"""What is said after a no; after anything else the person was misunderstood."""


def concern_in(text: str) -> Concern | None:
    """What in the text needs a person, if anything.

    A mere doubt gives way where the whole message is known to be something else: a wish of the bot, a word on the talk itself.
    """
    concern = triage(text) if text else None
    if (
        concern is not None
        and concern.doubt
        and (wish(text) is not None or remark(text) in ("said", "discord", "lost"))
    ):
        return None
    return concern


async def respond(turn: Turn, concern: Concern) -> None:
    """The calm word, the one direct question or the right person, and the numbers."""
    if concern.kind == "crisis":
        await asked(turn, doubt=concern.doubt)
        return
    await turn.tell(
        f"safety_{concern.kind}",
        *([keyboard.action(turn.word("button_go_on"), "verdermens")] if turn.person else []),
    )
    await _cards(turn, concern.kind)


async def asked(turn: Turn, *, doubt: bool) -> None:
    """The direct question; in doubt short and without cards."""
    if turn.person is not None:
        turn.person.change(rest_until=_rest(turn.person.profile.local(turn.now)))
    answers = IN_DOUBT if doubt else ANSWERS
    await turn.tell(
        "safety_doubt" if doubt else "safety_crisis",
        *(keyboard.action(turn.word(word), ACTION, answer) for answer, word in answers.items()),
    )
    if not doubt:
        await _cards(turn, "crisis")


def _rest(local: datetime) -> datetime:
    return (local + REST).replace(hour=8, minute=0, second=0, microsecond=0)


async def more(turn: Turn) -> None:
    """Words while the direct question stands open that are neither a yes nor a no."""
    await turn.tell("safety_crisis_more", *_link(turn), _meant_other(turn))


async def heard_yes(turn: Turn) -> None:
    """The person said yes."""
    await turn.tell("safety_crisis_yes", *_link(turn), _meant_other(turn))
    await _cards(turn, "crisis")


async def heard_no(turn: Turn, answer: str) -> None:
    """The person said no, or meant something else."""
    if answer == "nee":
        lighten(turn)
    else:
        _no_rest(turn)
    await turn.tell(NO.get(answer, "safety_crisis_other"), *(_link(turn) if answer == "nee" else ()))


async def passed(turn: Turn, *, doubt: bool) -> None:
    """A button of the talk was pressed instead of an answer."""
    if doubt:
        _no_rest(turn)
    else:
        lighten(turn)
    await turn.tell("safety_passed")


def _no_rest(turn: Turn) -> None:
    if turn.person is not None:
        turn.person.change(rest_until=None)


def lighten(turn: Turn) -> None:
    """What the person agreed on comes again; what nobody asked for stays away as long as the rest would have lasted."""
    person = turn.person
    if person is not None and (rest := person.profile.rest_until) is not None:
        person.change(rest_until=None, quiet_until=max(rest, person.profile.quiet_until or rest))


def _meant_other(turn: Turn) -> Button:
    return keyboard.action(turn.word(ANSWERS["anders"]), ACTION, "anders")


def _link(turn: Turn) -> list[Button]:
    found = turn.house.library.contact("crisis_113", turn.language)
    return [Button(label=turn.word("button_113"), url=found.url)] if found and found.url else []


async def _cards(turn: Turn, kind: str) -> None:
    for contact_id in CARDS[kind]:
        card = contact_of(turn.house, contact_id, turn.language)
        if card is not None:
            await turn.say(Message(contact=card))
