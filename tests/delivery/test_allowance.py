"""What is learnt from 429: a channel that allows less than assumed, on a loop whose time jumps. It counts as the simulator."""

from __future__ import annotations

import asyncio
import itertools
import random
from collections.abc import Awaitable, Iterable

import pytest

from bot.delivery.allowance import LONGEST_TRUST, TRUST, Allowance
from bot.delivery.pacing import ASKED, REPLY, UNASKED, Pacing
from bot.delivery.pacing import Limits as Assumed
from bot.simulator.limits import Flood, Limits
from tests.delivery.virtual import now, run


class Channel:
    """Takes or refuses as Telegram does, half a trip away, and sends again as the courier does."""

    def __init__(self, pacing: Pacing, limits: Limits, seed: int = 1) -> None:
        self.pacing, self.flood, self.delay = pacing, Flood(limits, now), random.Random(seed)
        self.refused: list[tuple[float, str]] = []
        self.arrived: list[tuple[float, str]] = []

    async def send(self, lane: float, chat: str) -> float:
        asked = now()
        while True:
            async with self.pacing.turn(lane, chat):
                await self._travel()
                seconds = self.flood.admit(int(chat))
                (self.refused if seconds else self.arrived).append((now(), chat))
                arrived = now()
                await self._travel()
                if not seconds:
                    return arrived - asked
                self.pacing.told_to_wait(seconds, chat)

    async def send_all(self, lane: int, chats: Iterable[str], at_once: int = 16) -> None:
        left = iter(chats)

        async def worker() -> None:
            for chat in left:
                await self.send(lane, chat)

        await asyncio.gather(*(worker() for _ in range(at_once)))

    async def _travel(self) -> None:
        await asyncio.sleep(self.delay.uniform(0.015, 0.025))


def people(count: int) -> list[str]:
    return [str(1000 + number) for number in range(count)]


@pytest.mark.parametrize(("allowed", "part"), [(25, 0.9), (20, 0.9), (12, 0.9), (5, 0.75)])
def test_a_lower_limit_of_the_bot_is_learnt(allowed: int, part: float) -> None:
    """A broadcast to a channel that allows less than assumed settles just below it: a handful of refusals, little time lost.

    Guard: `_bad` and `_trust` in `Allowance`; a rate that only climbs back is refused again every few seconds.
    """

    async def story() -> None:
        channel = Channel(Pacing(monotonic=now), Limits(per_second=allowed))
        await channel.send_all(UNASKED, people(1))
        await asyncio.sleep(15)  # it has been at work for a while
        began, count = now(), 200 * allowed
        await channel.send_all(UNASKED, people(count))
        assert len(channel.refused) <= 12
        late = [at for at, _ in channel.refused if at > began + 60]
        assert len(late) <= 6
        assert now() - began < count / allowed / part

    run(story())


def test_over_time_refusals_become_rare() -> None:
    """It feels its way up after one minute, two, four: an hour at 10 a second instead of 15 costs some ten of 33.000."""

    async def story() -> None:
        channel = Channel(Pacing(Assumed(per_second=15), monotonic=now), Limits(per_second=10))
        end = 3600.0
        numbers = iter(range(10**6))

        async def worker() -> None:
            while now() < end:
                await channel.send(UNASKED, str(1000 + next(numbers)))

        await asyncio.gather(*(worker() for _ in range(16)))
        assert len(channel.arrived) > end * 10 * 0.9
        assert len(channel.refused) <= 12
        assert sum(at > end / 2 for at, _ in channel.refused) <= 6

    run(story())


def test_when_the_limit_is_lifted_the_full_rate_comes_back() -> None:
    """A bad quarter of an hour is not held against the channel for the rest of the day."""

    async def story() -> None:
        pacing = Pacing(monotonic=now)
        channel = Channel(pacing, Limits(per_second=10))
        await channel.send_all(UNASKED, people(3000))
        assert pacing.rate < 12
        channel.flood = Flood(Limits(), now)
        refused = len(channel.refused)
        await asyncio.sleep(3600)
        assert pacing.rate == 30
        await channel.send_all(UNASKED, people(3000))
        assert len(channel.refused) == refused

    run(story())


@pytest.mark.parametrize(
    ("chat", "limits"),
    [
        ("7", Limits(per_chat_second=1, per_chat_seconds=3.0)),
        ("-7", Limits(per_group_minute=8)),
    ],
)
def test_a_chat_that_wants_more_rest_gets_it(chat: str, limits: Limits) -> None:
    """One in three seconds, eight a minute: learnt for that chat in a few refusals; another chat notices nothing."""

    async def story() -> None:
        pacing = Pacing(monotonic=now)
        channel = Channel(pacing, limits)
        for _ in range(400):
            await channel.send(REPLY, chat)
        assert len(channel.refused) <= 14
        assert sum(at > now() / 2 for at, _ in channel.refused) <= 3
        assert pacing.interval("8") == 1
        assert pacing.interval("-8") == 3
        assert pacing.rate == 30

    run(story())


def test_what_several_chats_taught_holds_for_all_of_them() -> None:
    """People are allowed one message in three seconds: after three of them were refused the others need not be."""

    async def story() -> None:
        pacing = Pacing(monotonic=now)
        channel = Channel(pacing, Limits(per_chat_second=1, per_chat_seconds=3.0))
        for chat in people(60):
            for _ in range(2):
                await channel.send(REPLY, chat)
        assert len({chat for _, chat in channel.refused}) <= 8
        assert pacing.interval("-1") == 3
        assert pacing.rate == 30

    run(story())


def test_a_429_for_a_chat_that_got_nothing_is_the_bots() -> None:
    """Its own limit cannot be meant: everybody waits the second, and nobody else is refused."""

    async def story() -> None:
        pacing = Pacing(monotonic=now)
        channel = Channel(pacing, Limits())
        await asyncio.sleep(60)
        async with pacing.turn(UNASKED, "1"):
            pacing.told_to_wait(2, "1")
        assert pacing.rate < 30
        assert await channel.send(REPLY, "9") > 1.9

    run(story())


def test_a_429_for_a_chat_that_got_much_is_its_own() -> None:
    """A second after its last message a chat is refused: nobody else waits, and the rate stays."""

    async def story() -> None:
        pacing = Pacing(monotonic=now)
        channel = Channel(pacing, Limits())
        await asyncio.sleep(60)
        await channel.send(REPLY, "1")
        async with pacing.turn(REPLY, "1"):
            pacing.told_to_wait(2, "1")
        assert pacing.rate == 30
        assert await channel.send(REPLY, "9") < 0.1
        assert 2 < pacing.interval("1") <= 4
        assert pacing.interval("9") == 1

    run(story())


def test_a_long_wait_of_one_chat_does_not_stop_the_bot() -> None:
    """An hour for somebody who got nothing: that chat waits, not the others."""

    async def story() -> None:
        pacing = Pacing(monotonic=now)
        channel = Channel(pacing, Limits())
        await asyncio.sleep(60)
        async with pacing.turn(UNASKED, "1"):
            pacing.told_to_wait(3600, "1")
        assert await channel.send(REPLY, "9") < 0.1
        assert await channel.send(REPLY, "1") > 3590

    run(story())


def test_nobody_goes_between_a_429_and_the_halt() -> None:
    """The turn that was refused ends after the halt began: the next in line is not sent into the same refusal.

    Guard: `told_to_wait` within the turn (in the courier too), and `finished` leaves the told wait alone.
    """

    async def story() -> None:
        pacing = Pacing(monotonic=now)
        waits: list[float] = []

        async def other(chat: str) -> None:
            async with pacing.turn(UNASKED, chat):
                waits.append(now())

        async with pacing.turn(REPLY, "1"):
            others = [asyncio.create_task(other(chat)) for chat in "23456"]
            await asyncio.sleep(0)
            pacing.told_to_wait(3, None)
        await asyncio.gather(*others)
        assert min(waits) >= 3

    run(story())


def test_a_change_beside_the_talk_counts_and_gives_way() -> None:
    """It takes a turn of the bot after the replies, makes no chat rest, and is left out where somebody must wait."""

    async def story() -> None:
        pacing = Pacing(monotonic=now)
        order: list[str] = []

        async def change(chat: str) -> None:
            async with pacing.beside(chat) as may:
                order.append(f"change {chat}" if may else f"left out {chat}")

        async def message(lane: int, chat: str) -> None:
            async with pacing.turn(lane, chat):
                order.append(chat)

        await message(REPLY, "0")  # the others stand in line
        acts: list[Awaitable[None]] = [message(ASKED, "3"), change("1"), message(REPLY, "1"), message(REPLY, "2")]
        await asyncio.gather(*acts)
        assert order == ["0", "1", "2", "change 1", "3"]
        assert now() == pytest.approx(4 / 30, abs=0.001)  # five turns of the bot
        pacing.told_to_wait(2, "1")
        await change("1")
        await change("2")
        assert order[-2:] == ["left out 1", "change 2"]
        pacing.told_to_wait(2, None)
        await change("2")
        assert order[-1] == "left out 2"
        await asyncio.sleep(2)
        await change("2")
        assert order[-1] == "change 2"

    run(story())


def test_trust_doubles_up_to_an_hour() -> None:
    """Refused at the same rate again and again: the time between two tries grows and stays bounded."""

    def next_try(allowance: Allowance, after: float) -> float:
        return next(at for at in range(int(after), 10**6) if allowance.rate(at) > 20.5)

    allowance, at, waits = Allowance(30, least=0.1), 100.0, []
    for _ in range(12):
        allowance.refused(at, at + 1, 20)
        found = next_try(allowance, at)
        waits.append(found - at)
        at = found
    assert waits[0] > TRUST
    assert all(later >= earlier for earlier, later in itertools.pairwise(waits))
    assert LONGEST_TRUST < waits[-1] < LONGEST_TRUST * 1.1
