"""When somebody writes something that needs a person. Everything else steps back; nothing is counted, logged or told to anybody.

A crisis leaves no trace but a rest in the sealed profile, which looks like any pause. Numbers stand in the text and as cards.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.messages import Button, Message
from bot.services import keyboard
from bot.services.turn import Turn, contact_of
from dialogues.language.matching import match
from dialogues.language.triage import Concern, triage

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

ANSWERS = {"ja": "button_yes", "nee": "button_no", "anders": "button_meant_other"}
"""The answers to the direct question, and the words on their buttons."""


def concern_in(text: str) -> Concern | None:
    """What in the text needs a person, if anything."""
    return triage(text) if text else None


async def respond(turn: Turn, concern: Concern) -> None:
    """The calm word, the one direct question or the right person, and the numbers."""
    if concern.kind == "crisis":
        await _crisis(turn)
        return
    await turn.tell(
        f"safety_{concern.kind}",
        *([keyboard.action(turn.word("button_go_on"), "verder")] if turn.person else []),
    )
    await _cards(turn, concern.kind)


async def _crisis(turn: Turn) -> None:
    if turn.person is not None:
        turn.person.change(rest_until=_rest(turn.person.profile.local(turn.now)), stepped_back=True)
    await turn.tell(
        "safety_crisis",
        *(keyboard.action(turn.word(word), "nood", answer) for answer, word in ANSWERS.items()),
    )
    await _cards(turn, "crisis")


def _rest(local: datetime) -> datetime:
    return (local + REST).replace(hour=8, minute=0, second=0, microsecond=0)


async def typed(turn: Turn, text: str) -> bool:
    """Words while the direct question stands open. True when the person meant something else and the talk may go on."""
    found = match(text, {answer: turn.word(word) for answer, word in ANSWERS.items()}) if text else None
    if found is not None and found.sure:
        return await answered(turn, found.choice)
    await turn.tell("safety_crisis_more", *_link(turn), _meant_other(turn))
    return False


async def answered(turn: Turn, answer: str) -> bool:
    """The answer to the direct question. True when the person meant something else and the talk may go on."""
    if answer == "ja":
        await turn.tell("safety_crisis_yes", *_link(turn), _meant_other(turn))
        await _cards(turn, "crisis")
        return False
    go_on(turn)
    if answer == "nee":
        lighten(turn)
        more = [keyboard.action(turn.word("button_go_on"), "verder")] if turn.person else []
        await turn.tell("safety_crisis_no", *_link(turn), *more)
        return False
    if turn.person is not None:
        turn.person.change(rest_until=None)
    await turn.tell("safety_crisis_other")
    return True


def go_on(turn: Turn) -> None:
    """The person chose something else themselves: typed words go to the talk again. The rest stays."""
    if turn.person is not None and turn.person.profile.stepped_back:
        turn.person.change(stepped_back=False)


def lighten(turn: Turn) -> None:
    """What the person agreed on comes again; what nobody asked for stays away as long as the rest would have lasted."""
    person = turn.person
    if person is not None and (rest := person.profile.rest_until) is not None:
        person.change(rest_until=None, quiet_until=max(rest, person.profile.quiet_until or rest))


def _meant_other(turn: Turn) -> Button:
    return keyboard.action(turn.word(ANSWERS["anders"]), "nood", "anders")


def _link(turn: Turn) -> list[Button]:
    found = turn.house.library.contact("crisis_113", turn.language)
    return [Button(label=turn.word("button_113"), url=found.url)] if found and found.url else []


async def _cards(turn: Turn, kind: str) -> None:
    for contact_id in CARDS[kind]:
        card = contact_of(turn.house, contact_id, turn.language)
        if card is not None:
            await turn.say(Message(contact=card))
