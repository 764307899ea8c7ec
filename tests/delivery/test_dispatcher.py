"""What is due goes out: in order, in lanes, whatever fails. Real storage, a channel that answers as told."""

from __future__ import annotations

import asyncio
import logging
import random
import sqlite3
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from unittest import mock

import pytest

from bot.delivery import courier
from bot.delivery.dispatcher import OCCASION_ATTEMPTS, OCCASIONS, ROOM
from bot.delivery.pacing import ASKED, REPLY, UNASKED, Limits
from bot.delivery.post import seal_address, seal_message
from bot.messages import Address, Failed, Message, Outcome, Refused, Unreachable, Wait
from storage import outbox, people
from storage.errors import DiskFull
from storage.outbox import NewRow, OutboxRow
from storage.store import Store, Transaction
from tests.delivery.conftest import START, House, until


async def test_what_is_due_goes_out_and_is_gone(house: House) -> None:
    """Three replies arrive in order at the right chat; nothing is left behind."""
    person = await house.person()
    for text in ("een", "twee", "drie"):
        await house.say(person, text)
    async with house.working() as dispatcher:
        await dispatcher.idle()
    assert house.channel.sent == [(house.chats[person], text) for text in ("een", "twee", "drie")]
    assert await house.waiting() == 0


async def test_nothing_goes_before_its_moment(house: House) -> None:
    """Moving the clock to the due moment sends it, and not a second earlier."""
    person = await house.person()
    await house.say(person, "later", ASKED, late=3600)
    async with house.working() as dispatcher:
        house.clock.move_to(START + timedelta(seconds=3599))
        await dispatcher.idle()
        assert house.channel.sent == []
        house.clock.move_to(START + timedelta(seconds=3600))
        await dispatcher.idle()
    assert house.channel.texts == ["later"]


async def test_what_is_too_late_is_dropped_and_noted(house: House) -> None:
    """A laptop that slept for a day does not send yesterday's reminder."""
    person = await house.person()
    await house.say(person, "gisteren", ASKED, until=3600)
    house.clock.move_to(START + timedelta(days=1))
    async with house.working() as dispatcher:
        await dispatcher.idle()
    assert house.channel.tried == []
    assert await house.notes() == ["too_late"]


async def test_a_stranger_gets_an_answer_too(house: House) -> None:
    """Somebody who is no person yet is answered with the day's key."""
    key_id, sealer = await house.store.vault.day_sealer(START.date())
    async with house.store.transaction() as tx:
        await outbox.put(
            tx,
            NewRow(
                lane=REPLY,
                form="message",
                kind="reply",
                due_at=START,
                created_at=START,
                recipient="hash",
                key_id=key_id,
                sealed_address=seal_address(sealer, Address(chat=77)),
                sealed_body=seal_message(sealer, Message(text="welkom")),
            ),
        )
    async with house.working() as dispatcher:
        await dispatcher.idle()
    assert house.channel.sent == [(77, "welkom")]
    assert await house.waiting() == 0


async def test_people_go_side_by_side_and_each_in_order(house: House) -> None:
    """Ten people with three messages each, on a slow channel: everybody in order, and not one after another."""
    house.channel.seconds = 0.03
    crowd = await house.crowd(10)
    for number in range(3):
        for person in crowd:
            await house.say(person, f"{house.chats[person]}:{number}")
    async with house.working() as dispatcher:
        await dispatcher.idle()
    assert house.channel.most > 5
    for person in crowd:
        chat = house.chats[person]
        assert [text for at, text in house.channel.sent if at == chat] == [f"{chat}:{n}" for n in range(3)]


async def test_a_reply_overtakes_a_broadcast_of_hundreds(house: House) -> None:
    """Everybody waits for a broadcast; a reply, also to somebody whose broadcast is already in line, goes first."""
    house.limits = Limits(per_second=60, chat_seconds=0)
    crowd = await house.crowd(120)
    await house.say_all(crowd, "bericht van de organisatie", UNASKED)
    async with house.working() as dispatcher:
        await until(lambda: len(house.channel.sent) > 3)
        waits = []
        in_line = next(f.row.person_id for f in dispatcher._flights.values() if not f.settled)
        assert in_line is not None
        for number, person in enumerate([crowd[100], in_line, crowd[110]]):
            text = f"antwoord {number}"
            await house.say(person, text)
            before = len(house.channel.sent)
            dispatcher.wake()
            await until(lambda text=text: text in house.channel.at)  # type: ignore[misc]
            waits.append(house.channel.texts.index(text) - before)
        assert max(waits) <= 12  # copies that went first; sixteen stand in line
        assert len(house.channel.sent) < 90
        await dispatcher.idle()
    assert sorted(chat for chat, text in house.channel.sent if text.startswith("bericht")) == sorted(
        house.chats.values()
    )


async def test_a_broadcast_in_line_makes_way_for_a_reply_to_the_same_person(house: House) -> None:
    """The last of ten in a slow line types: the answer does not wait for the line, the broadcast still comes."""
    house.limits = Limits(per_second=2, chat_seconds=0)
    crowd = await house.crowd(10)
    await house.say_all(crowd, "bericht", UNASKED)
    async with house.working() as dispatcher:
        await until(lambda: len(dispatcher._flights) >= 6)
        await house.say(crowd[-1], "antwoord")
        dispatcher.wake()
        before = len(house.channel.sent)
        await until(lambda: "antwoord" in house.channel.at, 30)
        assert house.channel.texts.index("antwoord") <= before + 1
        await dispatcher.idle()
    assert [text for chat, text in house.channel.sent if chat == house.chats[crowd[-1]]] == ["antwoord", "bericht"]


async def test_a_moved_clock_does_not_hurry_a_retry(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """What rests for the network rests in real time, however far the clock jumps."""
    monkeypatch.setattr("bot.delivery.courier.retry_seconds", lambda attempts: 0.3)
    person = await house.person()
    house.channel.answers = {"a": [Failed(reason="ConnectError")]}
    await house.say(person, "a")
    async with house.working() as dispatcher:
        await dispatcher.idle()
        house.clock.move_to(START + timedelta(days=1))
        await dispatcher.idle()
        assert house.channel.tried == ["a"]
        await until(lambda: house.channel.texts == ["a"])
        await dispatcher.idle()
    assert await house.waiting() == 0


async def test_no_rested_row_is_forgotten_when_many_rise_at_once(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows that end their rest while others are being claimed are claimed too, although the clock stands still."""
    monkeypatch.setattr("bot.delivery.courier.retry_seconds", lambda attempts: random.uniform(0, 0.02))
    crowd = await house.crowd(40)
    for person in crowd:
        text = f"voor {house.chats[person]}"
        house.channel.answers[text] = [Failed(reason="http_500")] * 6
        await house.say(person, text)
    house.limits = Limits(per_second=1000, chat_seconds=0)
    monkeypatch.setattr("bot.delivery.dispatcher.DOWN_AFTER", 10**6)
    async with house.working():
        await until(lambda: len(house.channel.sent) == 40)
    assert await house.waiting() == 0


async def test_little_is_in_memory_however_much_is_due(house: House) -> None:
    """Of two thousand due rows only a handful is under way."""
    house.limits = Limits(per_second=1000, chat_seconds=0)
    crowd = await house.crowd(2000)
    await house.say_all(crowd, "bericht", UNASKED)
    most = 0
    async with house.working() as dispatcher:
        while len(house.channel.sent) < 300:
            most = max(most, len(dispatcher._flights), len(dispatcher._tasks))
            await asyncio.sleep(0)
    assert 1 < most <= 20
    assert await house.waiting() == 2000 - len(house.channel.sent)


async def test_a_429_is_obeyed_and_the_message_arrives(house: House) -> None:
    """Told to wait a moment, it waits and goes again; nobody else waits with it."""
    first, second = await house.crowd(2)
    house.channel.answers = {"a": [Wait(seconds=0.3)]}
    await house.say(first, "a")
    await house.say(second, "b")
    began = time.monotonic()
    async with house.working() as dispatcher:
        await dispatcher.idle()
    assert house.channel.texts == ["b", "a"]
    assert house.channel.at["a"] - began >= 0.3


async def test_a_long_429_takes_no_place(house: House) -> None:
    """Told to wait for an hour the row rests, keeps its place before later ones, and is not due meanwhile."""
    first, second = await house.crowd(2)
    house.channel.answers = {"a": [Wait(seconds=3600)]}
    await house.say(first, "a")
    async with house.working() as dispatcher:
        await dispatcher.idle()
        await house.say(first, "a2")
        await house.say(second, "b")
        await dispatcher.idle()
        assert house.channel.texts == ["b"]
    assert await house.waiting() == 2


async def test_who_blocked_us_is_left_alone(house: House) -> None:
    """A 403 drops everything that waits for that person, also later reminders; nothing more is tried."""
    person = await house.person()
    house.channel.answers = {"a": [Unreachable(reason="blocked")]}
    await house.say(person, "a")
    await house.say(person, "b")
    await house.say(person, "volgende week", ASKED, late=7 * 86400)
    async with house.working() as dispatcher:
        await dispatcher.idle()
        async with house.store.transaction() as tx:
            assert [reach.blocked for reach in await people.reach(tx, [person])] == [True]
        assert await house.notes() == ["unreachable"] * 3
        await house.say(person, "c")
        await dispatcher.idle()
    assert house.channel.tried == ["a"]
    assert await house.waiting() == 0


async def test_a_refused_message_goes_away_and_the_next_one_goes(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    """A 400 is dropped and told without its text; the rest of the talk goes on."""
    person = await house.person()
    house.channel.answers = {"kapot": [Refused(reason="too_long")]}
    await house.say(person, "kapot")
    await house.say(person, "heel")
    with caplog.at_level(logging.DEBUG):
        async with house.working() as dispatcher:
            await dispatcher.idle()
    assert house.channel.texts == ["heel"]
    assert await house.notes() == ["too_long"]
    assert "kapot" not in caplog.text


async def test_a_failed_message_is_tried_again_before_the_later_ones(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The network fails for one row: it rests on real time, the later one waits for it, others don't."""
    monkeypatch.setattr("bot.delivery.courier.retry_seconds", lambda attempts: 0.2)
    first, second = await house.crowd(2)
    house.channel.answers = {"a1": [Failed(reason="ConnectError")]}
    await house.say(first, "a1")
    await house.say(first, "a2")
    await house.say(second, "b")
    async with house.working() as dispatcher:
        await dispatcher.idle()  # what rests does not count as due
        assert house.channel.texts == ["b"]
        await until(lambda: len(house.channel.sent) == 3)
        await dispatcher.idle()
    assert house.channel.texts == ["b", "a1", "a2"]


async def test_a_failing_row_does_not_hold_up_other_lanes(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """A nudge that keeps failing rests; the talk with the same person goes on."""
    monkeypatch.setattr("bot.delivery.courier.retry_seconds", lambda attempts: 30.0)
    person = await house.person()
    house.channel.answers = {"duwtje": [Failed(reason="http_500")]}
    await house.say(person, "duwtje", UNASKED)
    async with house.working() as dispatcher:
        await dispatcher.idle()
        await house.say(person, "antwoord")
        await dispatcher.idle()
        assert house.channel.texts == ["antwoord"]


async def test_a_rested_row_survives_a_crash(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """What rested when the process died is due again by the clock, still in order."""
    monkeypatch.setattr("bot.delivery.courier.retry_seconds", lambda attempts: 30.0)
    person = await house.person()
    house.channel.answers = {"a1": [Failed(reason="ConnectError")]}
    await house.say(person, "a1")
    await house.say(person, "a2")
    async with house.working() as dispatcher:
        await dispatcher.idle()
    assert house.channel.texts == []
    house.clock.move_to(START + timedelta(seconds=31))
    async with house.working() as dispatcher:
        await dispatcher.idle()
    assert house.channel.texts == ["a1", "a2"]


async def test_an_hour_without_network_loses_nothing(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing gets through: soon only one message at a time tries; when it works again, all of it arrives, once."""
    monkeypatch.setattr("bot.delivery.courier.retry_seconds", lambda attempts: 0.05)
    monkeypatch.setattr("bot.delivery.dispatcher.LONGEST_DOWN_SECONDS", 0.1)
    crowd = await house.crowd(60)
    house.channel.down = Failed(reason="ConnectError")
    for person in crowd:
        await house.say(person, f"voor {house.chats[person]}")
    async with house.working() as dispatcher:
        await until(lambda: not dispatcher.reaches_channel)
        await until(lambda: not dispatcher._flights)
        tried = len(house.channel.tried)
        await asyncio.sleep(0.5)
        assert len(house.channel.tried) - tried < 10
        house.channel.down = None
        await until(lambda: len(house.channel.sent) == 60)
        await dispatcher.idle()
        assert dispatcher.reaches_channel
    assert len(set(house.channel.texts)) == 60
    assert await house.waiting() == 0


@pytest.mark.parametrize(("lane", "again"), [(REPLY, True), (ASKED, True), (UNASKED, False)])
async def test_a_double_is_risked_only_where_it_is_harmless(
    house: House, monkeypatch: pytest.MonkeyPatch, lane: int, again: bool
) -> None:
    """When the connection broke after sending, a reply goes again and an unasked message does not."""
    monkeypatch.setattr("bot.delivery.courier.retry_seconds", lambda attempts: 0.02)
    person = await house.person()
    house.channel.answers = {"a": [Failed(reason="ReadError", maybe_arrived=True)]}
    await house.say(person, "a", lane)
    async with house.working() as dispatcher:
        if again:
            await until(lambda: house.channel.texts == ["a"])
        await dispatcher.idle()
    assert house.channel.tried == (["a", "a"] if again else ["a"])
    assert await house.notes() == ([] if again else ["perhaps_arrived"])


async def test_an_edit_is_repeated_in_any_lane(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """Changing a message twice to the same words is harmless."""
    monkeypatch.setattr("bot.delivery.courier.retry_seconds", lambda attempts: 0.02)
    person = await house.person()
    house.channel.answers = {"12 van 30": [Failed(reason="ReadError", maybe_arrived=True)]}
    await house.say(person, "12 van 30", UNASKED, edit=5)
    async with house.working() as dispatcher:
        await until(lambda: house.channel.texts == ["12 van 30"])
        await dispatcher.idle()


async def test_it_gives_up_in_the_end(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """Days and dozens of attempts later a row that never works is dropped."""
    person = await house.person()
    row = await house.say(person, "a")
    async with house.store.transaction() as tx:
        await outbox.postpone(tx, row, START, courier.GIVE_UP_ATTEMPTS)
    house.channel.down = Failed(reason="http_500")
    house.clock.move_to(START + timedelta(days=3))
    async with house.working() as dispatcher:
        await dispatcher.idle()
    assert await house.notes() == ["gave_up"]


async def test_a_taken_back_message_does_not_go(house: House) -> None:
    """Cancelled while it waited for its turn: a changed plan never sends its old words."""
    house.limits = Limits(per_second=1000, chat_seconds=0.3)
    person = await house.person()
    await house.say(person, "eerst")
    async with house.working() as dispatcher:
        await dispatcher.idle()
        await house.say(person, "oud", ASKED)
        dispatcher.wake()
        await until(lambda: bool(dispatcher._flights))
        async with house.store.transaction() as tx:
            assert await outbox.cancel(tx, person) == 1
        await dispatcher.idle()
    assert house.channel.tried == ["eerst"]


async def test_an_erased_person_gets_nothing(house: House) -> None:
    """The key is gone: the row cannot be read, is dropped, and nobody else notices."""
    person, other = await house.crowd(2)
    await house.say(person, "a")
    await house.say(other, "b")
    await house.store.vault.destroy(person)
    async with house.working() as dispatcher:
        await dispatcher.idle()
    assert house.channel.texts == ["b"]
    assert await house.notes() == ["erased"]


async def test_a_damaged_row_is_set_aside(house: House) -> None:
    """A body that is no message is dropped and told; the next one goes."""
    person = await house.person()
    async with house.store.transaction() as tx:
        await outbox.put(tx, house.row(person, b"\x01geen bericht", REPLY))
    await house.say(person, "b")
    async with house.working() as dispatcher:
        await dispatcher.idle()
    assert house.channel.texts == ["b"]
    assert await house.notes() == ["unreadable"]


async def test_a_fault_in_one_message_stays_there(house: House) -> None:
    """A sender that breaks on one message goes on with the next."""
    person = await house.person()
    house.channel.breaks = "a"
    await house.say(person, "a")
    await house.say(person, "b")
    async with house.working() as dispatcher:
        await dispatcher.idle()
    assert house.channel.texts == ["b"]
    assert await house.notes() == ["fault"]


async def test_an_occasion_becomes_a_message_with_the_words_of_now(house: House) -> None:
    """The services replace the row when it is due; the message follows at once."""
    person = await house.person()

    async def act(row: OutboxRow) -> None:
        sealer = await house.store.vault.sealer(person)
        async with house.store.transaction() as tx:
            await outbox.delivered(tx, row.id)
            await outbox.put(tx, house.row(person, seal_message(sealer, Message(text="woorden van nu")), ASKED))

    house.services.act = act
    await house.occasion(person, late=60)
    async with house.working() as dispatcher:
        await dispatcher.idle()
        assert house.services.seen == []
        house.clock.move_to(START + timedelta(seconds=60))
        await dispatcher.idle()
    assert house.channel.texts == ["woorden van nu"]
    assert await house.waiting() == 0


async def test_a_broadcast_finds_its_words_copy_by_copy(house: House) -> None:
    """Of a thousand occasions no more become messages than can be under way: the first goes while the last have no words.

    Guard: the room of a lane counts its occasions, and finished messages are due before them.
    """
    house.limits = Limits(per_second=500, chat_seconds=0)
    found = most = 0

    async def act(row: OutboxRow) -> None:
        nonlocal found, most
        sealer = await house.store.vault.sealer(row.recipient)
        async with house.store.transaction() as tx:
            await outbox.delivered(tx, row.id)
            await outbox.put(tx, house.row(row.recipient, seal_message(sealer, Message(text="bericht")), UNASKED))
        found += 1
        most = max(most, found - len(house.channel.sent))

    house.services.act = act
    crowd = await house.crowd(1000)
    async with house.store.transaction() as tx:
        await outbox.put_all(tx, [house.row(each, None, UNASKED) for each in crowd])
    async with house.working() as dispatcher:
        await until(lambda: len(house.channel.sent) > 100)
        await house.say(crowd[-1], "antwoord")
        dispatcher.wake()
        await until(lambda: "antwoord" in house.channel.texts)
        assert len(house.channel.sent) < 200
    assert most <= ROOM[UNASKED] + OCCASIONS


async def test_a_postponed_occasion_comes_back(house: House) -> None:
    """Outside somebody's hours the services move it; it comes at the new moment, and once."""
    person = await house.person()

    async def act(row: OutboxRow) -> None:
        async with house.store.transaction() as tx:
            if len(house.services.seen) == 1:
                await outbox.postpone(tx, row.id, START + timedelta(hours=3), row.attempts)
            else:
                await outbox.drop(tx, row.id, "not_wanted")

    house.services.act = act
    await house.occasion(person)
    async with house.working() as dispatcher:
        await dispatcher.idle()
        house.clock.move_to(START + timedelta(hours=3))
        await dispatcher.idle()
    assert len(house.services.seen) == 2


@pytest.mark.parametrize("fault", ["raises", "leaves it"])
async def test_a_faulty_occasion_rests_and_blocks_nobody(
    house: House, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    """A service that breaks or leaves the row standing is asked again later, and given up in the end."""
    monkeypatch.setattr("bot.delivery.dispatcher.retry_seconds", lambda attempts: 0.01)
    monkeypatch.setattr("bot.delivery.dispatcher.OCCASION_REST_SECONDS", 0.01)
    person = await house.person()

    def act(row: OutboxRow) -> None:
        if fault == "raises":
            raise RuntimeError("a fault")

    house.services.act = act
    await house.occasion(person)
    await house.say(person, "antwoord")
    async with house.working() as dispatcher:
        await dispatcher.idle()
        assert house.channel.texts == ["antwoord"]
        for _ in range(3000):  # breaks tell their tracebacks, which takes a while on a busy machine
            if await house.notes():
                break
            await asyncio.sleep(0.01)
    assert await house.notes() == ["fault"]
    assert 5 <= len(house.services.seen) <= 12


async def test_an_occasion_that_the_disk_refused_has_spent_no_attempt(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Refused more often than a fault is forgiven, then one real fault: it is not given up.

    Guard: the attempts of the `Rest` after a `StorageError` in `Dispatcher._occasion`.
    """
    monkeypatch.setattr("bot.delivery.dispatcher.retry_seconds", lambda attempts: 0.01)
    person = await house.person()

    async def act(row: OutboxRow) -> None:
        if len(house.services.seen) <= OCCASION_ATTEMPTS:
            raise DiskFull("No room left.")
        if len(house.services.seen) == OCCASION_ATTEMPTS + 1:
            raise RuntimeError("a fault")
        async with house.store.transaction() as tx:
            await outbox.delivered(tx, row.id)

    house.services.act = act
    await house.occasion(person)
    async with house.working() as dispatcher:
        await until(lambda: len(house.services.seen) == OCCASION_ATTEMPTS + 2)
        await dispatcher.idle()
    assert [row.attempts for row in house.services.seen] == [0] * (OCCASION_ATTEMPTS + 1) + [1]
    assert await house.notes() == []
    assert await house.waiting() == 0


async def test_a_delivery_is_told_in_the_same_transaction(house: House) -> None:
    """The listener sees the channel's id and can write in the transaction that marks; a broken one doubles nothing."""
    heard: list[tuple[str, int | None]] = []

    async def listen(tx: Transaction, row: OutboxRow, message_id: int | None) -> None:
        heard.append((row.kind, message_id))
        assert await outbox.count(tx) == 0
        raise RuntimeError("a fault in the listener")

    house.on_delivered = listen
    person = await house.person()
    body = seal_message(await house.store.vault.sealer(person), Message(text="a"))
    async with house.store.transaction() as tx:
        await outbox.put(tx, replace(house.row(person, body, REPLY), subject="b1"))
    async with house.working() as dispatcher:
        await dispatcher.idle()
    assert heard == [("reply", 1)]
    assert house.channel.tried == ["a"]
    assert await house.waiting() == 0


async def test_stages_are_passed_in_order(house: House) -> None:
    """claimed, sent, marked: where the crash tests will kill."""
    stages: list[str] = []
    house.stage = stages.append
    await house.say(await house.person(), "a")
    async with house.working() as dispatcher:
        await dispatcher.idle()
    assert stages == ["claimed", "sent", "marked"]


async def test_what_waits_for_its_turn_can_be_taken_back(house: House) -> None:
    """Taken back and replaced in one transaction: only the new words arrive."""
    house.limits = Limits(per_second=1000, chat_seconds=0.2, group_seconds=0)
    person = await house.person()
    await house.say(person, "eerst")
    old = await house.say(person, "oud")
    async with house.working() as dispatcher:
        await until(lambda: house.channel.texts == ["eerst"])
        async with house.store.transaction() as tx:
            assert dispatcher.take_back(person, [old])
            await outbox.delivered(tx, old)
        await house.say(person, "nieuw")
        await dispatcher.idle()
    assert house.channel.tried == ["eerst", "nieuw"]


async def test_what_the_channel_has_in_hand_is_not_taken_back(house: House) -> None:
    """It may have been read already, though nothing is confirmed yet."""
    house.channel.seconds = 0.2
    person = await house.person()
    row = await house.say(person, "a")
    async with house.working() as dispatcher:
        await until(lambda: house.channel.tried == ["a"])
        async with house.store.transaction():
            assert not dispatcher.take_back(person, [row])
        await dispatcher.idle()
    assert house.channel.tried == ["a"]


async def test_what_an_earlier_life_left_is_not_taken_back(house: House) -> None:
    """A process that was killed may have sent it and not marked it."""
    person = await house.person()
    left = await house.say(person, "a")
    dispatcher = house.dispatcher()
    await dispatcher.resume()
    new = await house.say(person, "b")
    async with house.store.transaction():
        assert not dispatcher.take_back(person, [left])
        assert dispatcher.take_back(person, [new])


async def test_a_full_disk_sends_nothing_twice(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sent and not yet marked: it is marked as soon as the disk takes it, and not sent again meanwhile."""
    monkeypatch.setattr("bot.delivery.courier._STORE_RETRY_SECONDS", (0.02, 0.05))
    person = await house.person()
    await house.say(person, "a")
    real, refusals = outbox.arrived, 0

    async def full(store: Store, row_id: int) -> None:
        nonlocal refusals
        refusals += 1
        if refusals <= 4:
            raise DiskFull("No room left.") from sqlite3.OperationalError("full")
        await real(store, row_id)

    with mock.patch.object(outbox, "arrived", full):  # the disk's refusal, which a test cannot bring about itself
        async with house.working() as dispatcher:
            await dispatcher.idle()
    assert house.channel.tried == ["a"]
    assert refusals == 5
    assert await house.waiting() == 0


async def test_a_store_that_refuses_reading_is_tried_again(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """A locked database ends nothing."""
    monkeypatch.setattr("bot.delivery.dispatcher.retry_seconds", lambda attempts: 0.02)
    await house.say(await house.person(), "a")
    real, refusals = outbox.due_in, 0

    async def locked(*args: object, **names: object) -> list[OutboxRow]:
        nonlocal refusals
        refusals += 1
        if refusals <= 3:
            raise DiskFull("No room left.")
        return await real(*args, **names)  # type: ignore[arg-type]

    with mock.patch.object(outbox, "due_in", locked):
        async with house.working() as dispatcher:
            await until(lambda: refusals >= 3)
            await dispatcher.idle()
    assert house.channel.texts == ["a"]
    assert refusals > 3


async def test_stop_lets_what_is_being_sent_finish(house: House) -> None:
    """SIGTERM: the message in flight arrives and is marked; what waits for its turn stays due."""
    house.channel.seconds = 0.2
    house.limits = Limits(per_second=1000, chat_seconds=600)
    first, second = await house.crowd(2)
    await house.say(first, "a")
    dispatcher = house.dispatcher()
    task = asyncio.create_task(dispatcher.run())
    await until(lambda: bool(house.channel.tried))
    await house.say(first, "a2")
    await house.say(second, "b")
    async with asyncio.timeout(60):
        await dispatcher.stop(600)
        await task
    assert house.channel.texts == ["a"]
    assert await house.waiting() == 2


async def test_stop_begins_nothing_that_was_just_looked_up(house: House) -> None:
    """Asked to end while it waited for the database: what it then finds due stays due, and is not cut off half sent.

    Guard: the look at `_stopping` in `Dispatcher._start`.
    """
    first, second = await house.crowd(2)
    arrives = asyncio.Event()
    send = house.channel.send

    async def slow(address: Address, message: Message) -> Outcome:
        if message.text == "a":
            await arrives.wait()
        return await send(address, message)

    await house.say(first, "a")
    with mock.patch.object(house.channel, "send", slow):
        dispatcher = house.dispatcher()
        work = asyncio.create_task(dispatcher.run())
        await until(lambda: any(flight.settled for flight in dispatcher._flights.values()))
        await house.say(second, "b")
        async with house.store.transaction():  # somebody's turn, while the dispatcher wants to look
            dispatcher.wake()
            await until(lambda: bool(house.store._turn._waiters))
            end = asyncio.create_task(dispatcher.stop(5))
            await until(lambda: dispatcher._stopping)
        await house.waiting()  # it has looked
        for _ in range(20):
            await house.waiting()
        arrives.set()
        await end
        await work
    assert house.channel.texts == ["a"]
    assert await house.waiting() == 1


async def test_a_tick_does_not_cut_short_what_stop_waits_for(house: House) -> None:
    """Woken while it ends, the loop leaves what is under way to `stop`, which alone knows how patient to be.

    Guard: `Dispatcher.run` waits until `stop` has seen everything off.
    """
    arrives = asyncio.Event()
    send = house.channel.send

    async def slow(address: Address, message: Message) -> Outcome:
        await arrives.wait()
        return await send(address, message)

    await house.say(await house.person(), "a")
    with (
        mock.patch.object(house.channel, "send", slow),
        mock.patch.object(asyncio, "wait", _without_patience(asyncio.wait)),
    ):
        dispatcher = house.dispatcher()
        work = asyncio.create_task(dispatcher.run())
        await until(lambda: any(flight.settled for flight in dispatcher._flights.values()))
        end = asyncio.create_task(dispatcher.stop(600))
        await until(lambda: dispatcher._stopping)
        dispatcher.wake()
        for _ in range(20):
            await house.waiting()
        assert not work.done()
        arrives.set()
        await end
        await work
    assert house.channel.tried == ["a"]
    assert await house.waiting() == 0


def _without_patience(wait: Callable[..., Awaitable[object]]) -> Callable[..., Awaitable[object]]:
    """Waits of a few seconds take no time; a long one lasts."""

    async def impatient(tasks: set[asyncio.Task[None]], *, timeout: float) -> object:  # noqa: ASYNC109
        return await wait(tasks, timeout=timeout if timeout > 60 else 0)

    return impatient


async def test_stop_does_not_wait_for_ever(house: House) -> None:
    """A send that hangs is left; its row is still due."""
    house.channel.seconds = 60
    await house.say(await house.person(), "a")
    dispatcher = house.dispatcher()
    task = asyncio.create_task(dispatcher.run())
    await until(lambda: bool(house.channel.tried))
    await dispatcher.stop(0.05)
    await task
    assert await house.waiting() == 1


async def test_cancelling_it_marks_what_was_sent(house: House) -> None:
    """A task group that fails elsewhere cancels the loop: what is in flight still gets its mark."""
    house.channel.seconds = 0.1
    await house.say(await house.person(), "a")
    dispatcher = house.dispatcher()
    task = asyncio.create_task(dispatcher.run())
    await until(lambda: bool(house.channel.tried))
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert house.channel.texts == ["a"]
    assert await house.waiting() == 0


async def test_it_sleeps_when_there_is_nothing_to_do(house: House) -> None:
    """Without a wake-up nothing is asked of the store."""
    async with house.working() as dispatcher:
        await dispatcher.idle()
        before = house.store.statements
        await asyncio.sleep(0.2)
        assert house.store.statements == before
        dispatcher.wake()
        await asyncio.sleep(0.05)
        assert house.store.statements == before + 1


async def test_a_stalled_loop_loses_no_reminder(house: House) -> None:
    """Fifty reminders fall due while the loop hangs: all go out afterwards."""
    crowd = await house.crowd(50)
    for person in crowd:
        await house.say(person, "herinnering", ASKED, late=1)
    async with house.working() as dispatcher:
        await dispatcher.idle()
        house.clock.move_to(START + timedelta(seconds=5))
        time.sleep(0.5)  # noqa: ASYNC251 - the stall is the point
        await dispatcher.idle()
    assert len(house.channel.sent) == 50


async def test_nobody_hangs_on_idle_when_it_stops(house: House) -> None:
    """Who waits for quiet is let go at the end."""
    house.channel.seconds = 60
    await house.say(await house.person(), "a")
    dispatcher = house.dispatcher()
    task = asyncio.create_task(dispatcher.run())
    waiter = asyncio.create_task(dispatcher.idle())
    await until(lambda: bool(house.channel.tried))
    assert not waiter.done()
    await dispatcher.stop(0.01)
    await asyncio.wait_for(waiter, 1)
    await asyncio.wait_for(dispatcher.idle(), 1)
    await task


def test_retries_grow_to_a_minute() -> None:
    """1, 2, 4 … 60 seconds, also after thousands of attempts."""
    assert [courier.retry_seconds(n) for n in (1, 2, 3, 7, 5000)] == [1, 2, 4, 60, 60]
