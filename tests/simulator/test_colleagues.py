"""Simulated colleagues join by themselves, answer what is asked of the group, and leave the rest alone."""

from __future__ import annotations

import random

import pytest

from bot.simulator import Call, Colleagues, DefaultPolicy, Message, Person, Simulator


def keyboard(*rows: dict[str, str]) -> dict[str, object]:
    return {"inline_keyboard": [[{"text": text, "callback_data": data} for text, data in row.items()] for row in rows]}


async def say(simulator: Simulator, person: Person, text: str, *rows: dict[str, str]) -> Message:
    values = {"chat_id": person.id, "text": text} | ({"reply_markup": keyboard(*rows)} if rows else {})
    call = await simulator.answer(Call("sendMessage", values))
    assert call.error is None
    message = simulator.world.message(person.id, call.result["message_id"])
    assert message is not None
    return message


async def said(simulator: Simulator, person: Person, line: str) -> None:
    await simulator.wait_until(lambda: any(line in each.text for each in simulator.chat(person) if not each.from_bot))


async def pressed(simulator: Simulator, message: Message) -> str:
    await simulator.wait_until(lambda: bool(message.pressed))
    (data,) = message.pressed
    return data


async def test_a_colleague_joins_and_then_answers_only_the_group(simulator: Simulator) -> None:
    crowd = Colleagues(simulator, DefaultPolicy(("k:",), joined=("hours:",)), pause_seconds=(0, 0.001))
    (first, second) = crowd.join("abc", 2)
    assert first.first_name == "Collega 1 (nagespeeld)"
    assert first.marked
    await said(simulator, second, "/start abc")

    assert await pressed(simulator, await say(simulator, first, "Doe je mee?", {"Ja": "yes", "Nee": "no"})) == "yes"
    await say(simulator, first, "Hoe heet je?")
    await said(simulator, first, "Collega 1")
    assert (
        await pressed(simulator, await say(simulator, first, "Wanneer?", {"Altijd": "hours:1", "Avond": "hours:2"}))
        == "hours:1"
    )

    left = await say(simulator, first, "Wat wil jij?", {"Ik twijfel": "s:1"})
    silent = await say(simulator, first, "Wat wil jij?")
    assert (
        await pressed(simulator, await say(simulator, first, "Korte vragen?", {"Doe ik": "k:1", "Nu niet": "k:2"}))
        == "k:1"
    )
    scale = await say(simulator, first, "Hoe druk is het?", {str(n): f"k:q:{n}" for n in range(11)})
    assert 4 <= int((await pressed(simulator, scale)).removeprefix("k:q:")) <= 9
    await say(simulator, first, "Wat zou helpen?")
    await simulator.wait_until(
        lambda: simulator.chat(first)[-1].text.endswith(".") and not simulator.chat(first)[-1].from_bot
    )
    await crowd.idle()
    assert not left.pressed
    assert simulator.chat(first)[simulator.chat(first).index(silent) + 1].from_bot
    await crowd.close()


async def test_a_keyboard_that_shrank_to_the_choice_is_not_pressed_again(simulator: Simulator) -> None:
    crowd = Colleagues(simulator, pause_seconds=(0, 0))
    (person,) = crowd.join("abc", 1)
    await said(simulator, person, "/start")
    message = await say(simulator, person, "Doe je mee?", {"Ja": "yes", "Nee": "no"})
    await pressed(simulator, message)
    which = {"chat_id": person.id, "message_id": message.id}
    await simulator.answer(Call("editMessageReplyMarkup", which | {"reply_markup": keyboard({"✓ Ja": "yes"})}))
    await say(simulator, person, "Mooi.")
    await crowd.idle()
    assert len(simulator.world.presses) == 1
    await crowd.close()


async def test_somebody_else_may_decide_for_them(simulator: Simulator) -> None:
    class Refuser:
        def choose(self, message: Message, mind: random.Random, *, step: int) -> str | None:
            return str(message.buttons[-1]["callback_data"]) if message.buttons else None

        def type(self, message: Message, mind: random.Random, *, step: int) -> str | None:
            return None

    crowd = Colleagues(simulator, Refuser(), pause_seconds=(0, 0))
    (person,) = crowd.join("abc", 1)
    await said(simulator, person, "/start")
    assert await pressed(simulator, await say(simulator, person, "Doe je mee?", {"Ja": "yes", "Nee": "no"})) == "no"
    await crowd.close()


async def test_waiting_in_vain_shows_the_transcript(simulator: Simulator, sanne: Person) -> None:
    await say(simulator, sanne, "Doe je mee?", {"Ja": "yes"})
    with pytest.raises(TimeoutError, match=r"< Doe je mee\? \[Ja\]"):
        await simulator.wait_for(sanne, "iets anders", 0.05)
