"""Telegram's limits, on a hand-moved monotonic clock: 30 a second in all, 1 a second a chat, 20 a minute a group."""

from __future__ import annotations

import pytest

from bot.clock import SettableClock
from bot.simulator import Call, Limits, Simulator
from tests.simulator.conftest import START, HandClock


@pytest.fixture
def hand() -> HandClock:
    return HandClock()


@pytest.fixture
def strict(hand: HandClock) -> Simulator:
    return Simulator(SettableClock(START), limits=Limits(slack_seconds=0.0), monotonic=hand)


async def send(simulator: Simulator, chat: int) -> int:
    """0, or the seconds to wait."""
    call = await simulator.answer(Call("sendMessage", {"chat_id": chat, "text": "hoi"}))
    if call.error is None:
        return 0
    assert call.error.code == 429
    assert call.error.body()["parameters"] == {"retry_after": call.error.retry_after}
    assert call.error.description == f"Too Many Requests: retry after {call.error.retry_after}"
    return call.error.retry_after or -1


async def test_one_a_second_a_chat(strict: Simulator, hand: HandClock) -> None:
    person = strict.add_person("Sanne")
    strict.open_link(person)
    assert [await send(strict, person.id) for _ in range(3)] == [0, 1, 1]
    hand.seconds += 0.5
    assert await send(strict, person.id) == 1
    hand.seconds += 0.5
    assert await send(strict, person.id) == 0


async def test_thirty_a_second_in_all(strict: Simulator, hand: HandClock) -> None:
    people = [strict.add_person(str(number)) for number in range(32)]
    for person in people:
        strict.open_link(person)
    assert [await send(strict, person.id) for person in people] == [0] * 30 + [1, 1]
    hand.seconds += 1
    assert await send(strict, people[30].id) == 0


async def test_twenty_a_minute_a_group(strict: Simulator, hand: HandClock) -> None:
    group = strict.add_to_group(strict.add_person("Sanne"))
    for _ in range(20):
        assert await send(strict, group.id) == 0
        hand.seconds += 1
    assert await send(strict, group.id) == 40
    hand.seconds += 40
    assert await send(strict, group.id) == 0


async def test_moving_the_demo_clock_lets_no_flood_through(hand: HandClock) -> None:
    clock = SettableClock(START)
    simulator = Simulator(clock, monotonic=hand)
    person = simulator.add_person("Sanne")
    simulator.open_link(person)
    assert await send(simulator, person.id) == 0
    clock.move_to(START.replace(day=30))
    assert await send(simulator, person.id) == 1


async def test_without_limits_nothing_is_refused() -> None:
    simulator = Simulator(SettableClock(START), limits=None)
    person = simulator.add_person("Sanne")
    simulator.open_link(person)
    assert [await send(simulator, person.id) for _ in range(50)] == [0] * 50
