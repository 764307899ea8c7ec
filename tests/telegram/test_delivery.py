"""The whole way out: outbox, dispatcher, pacing, the library, HTTP, and a server that counts as Telegram does."""

from __future__ import annotations

import asyncio
import time
from datetime import timedelta

import pytest

from bot.delivery.dispatcher import Dispatcher
from bot.delivery.pacing import REPLY, UNASKED, Pacing
from bot.delivery.post import seal_address, seal_message
from bot.delivery.tick import Tick
from bot.messages import Address, Message
from bot.simulator import ApiError, Call, Person
from bot.telegram.send import TelegramSender
from storage import outbox, people
from storage.ids import new_id
from storage.outbox import NewRow, OutboxRow
from storage.sealing import seal_json
from storage.store import Store
from tests.telegram.conftest import START, Fault, Telegram, until


class NoOccasions:
    async def due(self, row: OutboxRow) -> None:
        raise AssertionError("there are none here")


async def join(telegram: Telegram, store: Store, name: str) -> tuple[Person, str]:
    phone, person = telegram.person(name), new_id()
    sealer = await store.vault.create(person)
    async with store.transaction() as tx:
        await people.create(tx, person, seal_json(sealer, {}, "profile"), START)
        await people.add_identity(
            tx,
            person,
            organisation="o",
            channel="telegram",
            bot=str(telegram.bot.id),
            id_hash=store.vault.lookup(str(phone.id)),
            sealed_address=seal_address(sealer, Address(chat=phone.id)),
        )
    return phone, person


async def say(store: Store, person: str, text: str, lane: int, *, late: float = 0) -> None:
    body = seal_message(await store.vault.sealer(person), Message(text=text))
    async with store.transaction() as tx:
        await outbox.put(
            tx,
            NewRow(
                lane=lane,
                form="message",
                kind="reply",
                due_at=START + timedelta(seconds=late),
                created_at=START,
                person_id=person,
                sealed_body=body,
            ),
        )


def working(telegram: Telegram, store: Store) -> Dispatcher:
    return Dispatcher(store, TelegramSender(telegram.bot), Pacing(), telegram.clock, NoOccasions())


async def test_a_broadcast_causes_no_429_and_delays_no_reply(telegram: Telegram, store: Store) -> None:
    """With Telegram's own limits: a hundred messages at nearly 30 a second, no refusal, replies at once in between."""
    everybody = [await join(telegram, store, f"P{number}") for number in range(100)]
    phone, person = await join(telegram, store, "Sanne")
    for _, each in everybody:
        await say(store, each, "bericht", UNASKED)
    refused: list[ApiError] = []
    telegram.simulator.on_call.append(lambda call: refused.append(call.error) if call.error else None)
    dispatcher = working(telegram, store)
    task = asyncio.create_task(dispatcher.run())
    began, waits = time.monotonic(), []
    for number in range(3):
        await asyncio.sleep(0.2)
        await say(store, person, f"antwoord {number}", REPLY)
        asked = time.monotonic()
        dispatcher.wake()
        await telegram.simulator.wait_for(phone, f"antwoord {number}")
        waits.append(time.monotonic() - asked)
    await dispatcher.idle()
    took = time.monotonic() - began
    await dispatcher.stop(1)
    await task
    assert refused == []
    assert waits[0] < 0.3
    assert max(waits) < 1.3  # the chat's own second
    assert took < 103 / 30 * 1.15 + 0.5
    assert all(telegram.simulator.last(each).text == "bericht" for each, _ in everybody)


async def test_a_blocked_person_is_left_alone_until_they_come_back(telegram: Telegram, store: Store) -> None:
    """One call that Telegram refuses, then none; unblocked again, messages go."""
    phone, person = await join(telegram, store, "Sanne")
    telegram.simulator.block(phone)
    calls: list[Call] = []
    telegram.simulator.on_call.append(calls.append)
    dispatcher = working(telegram, store)
    task = asyncio.create_task(dispatcher.run())
    await say(store, person, "een", REPLY)
    await dispatcher.idle()
    await say(store, person, "twee", REPLY)
    await dispatcher.idle()
    assert [call.method for call in calls] == ["sendMessage"]
    telegram.simulator.unblock(phone)
    async with store.transaction() as tx:
        await people.set_blocked(tx, person, False)
    await say(store, person, "drie", REPLY)
    await dispatcher.idle()
    assert telegram.simulator.last(phone).text == "drie"
    await dispatcher.stop(1)
    await task


async def test_a_cut_connection_repeats_a_reply_and_not_a_nudge(telegram: Telegram, store: Store) -> None:
    """Cut after it took effect: the reply stands twice, the nudge once."""
    phone, person = await join(telegram, store, "Sanne")
    other_phone, other = await join(telegram, store, "Joris")
    dispatcher = working(telegram, store)
    task = asyncio.create_task(dispatcher.run())
    telegram.simulator.interference = Fault("sendMessage", cut_after=True)
    await say(store, person, "antwoord", REPLY)
    dispatcher.wake()
    await until(lambda: len([m for m in telegram.simulator.chat(phone) if m.text == "antwoord"]) == 2)
    telegram.simulator.interference = Fault("sendMessage", cut_after=True)
    await say(store, other, "duwtje", UNASKED)
    await dispatcher.idle()
    await asyncio.sleep(1.2)
    await dispatcher.idle()
    assert len([m for m in telegram.simulator.chat(other_phone) if m.text == "duwtje"]) == 1
    await dispatcher.stop(1)
    await task


@pytest.mark.parametrize(("code", "page"), [(502, True), (504, True), (503, False), (500, False)])
async def test_an_answer_of_a_gateway_repeats_a_reply_and_not_a_nudge(
    telegram: Telegram, store: Store, code: int, page: bool
) -> None:
    """A 5xx says nothing about what happened behind it: here the message did arrive. The reply stands twice, the nudge once.

    Guard: `errors.maybe_arrived`.
    """
    phone, person = await join(telegram, store, "Sanne")
    faults = telegram.simulator.faults
    dispatcher = working(telegram, store)
    task = asyncio.create_task(dispatcher.run())

    def times(text: str) -> int:
        return sum(message.text == text for message in telegram.simulator.chat(phone))

    faults.error(code, method="sendMessage", when="after", page=page)
    await say(store, person, "duwtje", UNASKED)
    await dispatcher.idle()
    async with store.transaction() as tx:
        assert [note.reason for note in await outbox.notes(tx)] == ["perhaps_arrived"]
        assert await outbox.count(tx) == 0
    assert times("duwtje") == 1
    faults.error(code, method="sendMessage", when="after", page=page)
    await say(store, person, "antwoord", REPLY)
    dispatcher.wake()
    await until(lambda: times("antwoord") == 2)
    await dispatcher.stop(1)
    await task
    assert times("duwtje") == 1


async def test_the_tick_finds_what_falls_due(telegram: Telegram, store: Store) -> None:
    """Nobody wakes the dispatcher but the tick."""
    phone, person = await join(telegram, store, "Sanne")
    dispatcher = working(telegram, store)
    task = asyncio.create_task(dispatcher.run())
    tick = Tick(dispatcher.wake, seconds=0.1)
    tick.start()
    await say(store, person, "herinnering", REPLY, late=60)
    await asyncio.sleep(0.3)
    assert telegram.simulator.chat(phone)[-1].text == "/start"
    telegram.clock.move_to(START + timedelta(seconds=60))
    await telegram.simulator.wait_for(phone, "herinnering")
    tick.stop()
    await dispatcher.stop(1)
    await task
