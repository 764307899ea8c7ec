"""A reply just committed goes out without being looked up, and nothing else is different: once, in order, in its room."""

from __future__ import annotations

import asyncio

from bot.delivery.dispatcher import Dispatcher
from bot.delivery.post import seal_message
from bot.messages import Failed, Message
from storage import outbox, people
from storage.outbox import UNASKED
from tests.delivery.conftest import House, until


async def said(house: House, dispatcher: Dispatcher, person: str, text: str) -> bool:
    """As a turn does: put, commit, and where it is the first in its line, hand over before anything else is awaited."""
    sealer = await house.store.vault.sealer(person)
    new = house.row(person, seal_message(sealer, Message(text=text)), 0)
    async with house.store.transaction() as tx:
        ahead = await outbox.replies(tx, person)
        (reach,) = await people.reach(tx, [person])
        row = outbox.standing(new, await outbox.put(tx, new))
    return not ahead and dispatcher.hand_over(row, reach)


async def test_what_is_handed_over_is_sent_and_marked_without_a_claim(house: House) -> None:
    person = await house.person()
    house.channel.seconds = 0.05
    async with house.working() as dispatcher:
        await dispatcher.idle()
        assert await said(house, dispatcher, person, "a")
        before = house.store.trips
        await until(lambda: house.channel.tried == ["a"])
        assert house.store.trips == before
        await dispatcher.idle()
    assert (house.channel.tried, await house.waiting()) == (["a"], 0)


async def test_what_stands_behind_it_is_looked_up_while_it_goes_and_when_it_lands(house: House) -> None:
    """Woken once, while the first is under way: the next words to the same person, and those to another, come."""
    person, other = await house.crowd(2)
    sealer = await house.store.vault.sealer(person)
    new = house.row(person, seal_message(sealer, Message(text="a")), 0)
    async with house.working() as dispatcher:
        await dispatcher.idle()
        async with house.store.transaction() as tx:
            (reach,) = await people.reach(tx, [person])
            row = outbox.standing(new, await outbox.put(tx, new))
            await outbox.put(tx, house.row(person, seal_message(sealer, Message(text="b")), 0))
            to_other = seal_message(await house.store.vault.sealer(other), Message(text="c"))
            await outbox.put(tx, house.row(other, to_other, 0))
        assert dispatcher.hand_over(row, reach)
        dispatcher.wake()
        await until(lambda: len(house.channel.sent) == 3)
        await dispatcher.idle()
    assert (house.channel.tried[0], set(house.channel.tried)) == ("a", {"a", "b", "c"})


async def test_the_row_handed_over_is_the_row_that_stands_there(house: House) -> None:
    person = await house.person()
    new = house.row(person, b"sealed", 0, until=60)
    async with house.store.transaction() as tx:
        row = outbox.standing(new, await outbox.put(tx, new))
        assert await outbox.get(tx, row.id) == row


async def test_a_claim_at_the_same_moment_does_not_send_it_again(house: House) -> None:
    """Claims stand in line for the store before, while and after the row is committed and handed over."""
    person = await house.person()
    async with house.working() as dispatcher:
        await dispatcher.idle()
        for number in range(30):
            dispatcher.wake()
            if number % 3:
                await asyncio.sleep(0)
            await said(house, dispatcher, person, str(number))
            dispatcher.wake()
            if number % 2:
                await dispatcher.idle()
        await dispatcher.idle()
    assert house.channel.tried == [str(number) for number in range(30)]


async def test_it_makes_an_unasked_message_wait_and_waits_for_one_that_is_being_sent(house: House) -> None:
    house.channel.seconds = 0.05
    person = await house.person()
    await house.say(person, "onder weg", UNASKED)
    async with house.working() as dispatcher:
        await until(lambda: house.channel.tried == ["onder weg"])
        assert not await said(house, dispatcher, person, "antwoord")
        dispatcher.wake()
        await dispatcher.idle()
    assert house.channel.texts == ["onder weg", "antwoord"]


async def test_nothing_is_handed_over_while_the_channel_is_out_of_reach(house: House) -> None:
    crowd = await house.crowd(4)
    house.channel.down = Failed(reason="no network")
    async with house.working() as dispatcher:
        for person in crowd[:3]:
            assert await said(house, dispatcher, person, "a")
            await until(lambda: not dispatcher._flights)
        assert not dispatcher.reaches_channel
        assert not await said(house, dispatcher, crowd[3], "b")
    assert (house.channel.tried, await house.waiting()) == (["a"] * 3, 4)


async def test_nothing_is_handed_over_before_the_dispatcher_runs_or_after_it_stopped(house: House) -> None:
    person = await house.person()
    dispatcher = house.dispatcher()
    assert not await said(house, dispatcher, person, "a")
    task = asyncio.create_task(dispatcher.run())
    await dispatcher.idle()
    await dispatcher.stop(1)
    await task
    assert not await said(house, dispatcher, person, "b")
    assert (house.channel.texts, await house.waiting()) == (["a"], 1)


async def test_nobody_looks_through_the_outbox_for_it(house: House) -> None:
    person = await house.person()
    async with house.working() as dispatcher:
        await dispatcher.idle()
        assert await said(house, dispatcher, person, "a")
        before = house.store.trips
        await until(lambda: not dispatcher._flights)
        await asyncio.sleep(0.02)
        assert house.store.trips == before + 1  # the mark that it arrived
    assert house.channel.texts == ["a"]


async def test_what_was_passed_over_for_it_goes_right_after(house: House) -> None:
    """Guard: a look through the outbox while it was under way calls for another when it has landed."""
    house.channel.seconds = 0.05
    person = await house.person()
    async with house.working() as dispatcher:
        await dispatcher.idle()
        assert await said(house, dispatcher, person, "a")
        await until(lambda: house.channel.tried == ["a"])
        await house.say(person, "b", UNASKED)
        dispatcher.wake()
        await until(lambda: house.channel.texts == ["a", "b"])
        await until(lambda: not dispatcher._flights)
    assert await house.waiting() == 0
