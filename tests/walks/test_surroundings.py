"""What the surroundings do to people who talk with the bot: in the end nothing is missing, and nothing was said twice."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.clock import SettableClock
from bot.services import plans
from bot.services.person import by_id
from bot.services.turn import Turn
from dialogues.effects import SaveIntention
from dialogues.library import Library
from tests.walks.phone import AMSTERDAM, PLAN, START, Phone, Walk, walking
from tests.walks.restarting import Line, bot_at, small_disk, telegram

REMINDER = "Je plan is nu"
QUESTION = "Wat komt als eerste bij je op?"
WHILE_SECONDS = 0.4
"""Long enough for everything to be tried, and refused, a few times."""


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Real waits between attempts, but short ones."""
    monkeypatch.setattr("bot.telegram.receive._TROUBLE_SECONDS", (0.05, 0.1))
    monkeypatch.setattr("bot.services.intake.RETRY_SECONDS", (0.05, 0.1))
    monkeypatch.setattr("bot.delivery.courier._STORE_RETRY_SECONDS", (0.05, 0.1))
    monkeypatch.setattr("bot.delivery.courier.retry_seconds", lambda attempts: 0.1)
    monkeypatch.setattr("bot.delivery.dispatcher.LONGEST_DOWN_SECONDS", 0.1)


def times(phone: Phone, words: str) -> int:
    """How many messages on the phone hold these words."""
    return sum(words in message.text for message in phone.chat() if message.from_bot)


async def test_an_hour_without_network_costs_nothing(tmp_path: Path, library: Library) -> None:
    """What was asked and what fell due in that hour comes when the line is back, each once."""
    clock = SettableClock(START)
    async with telegram(clock) as (simulator, url):
        line = Line(url)
        await line.mend()
        async with bot_at(tmp_path, simulator, line.url, clock, library) as walk:
            sanne = await walk.member()
            await sanne.do(*PLAN)
            await walk.at("2026-11-27", "09:30")
            await line.cut()
            simulator.type(sanne.person, "/menu")
            clock.move_to(walk.now + timedelta(hours=1))
            walk.app.dispatcher.wake()
            await asyncio.sleep(WHILE_SECONDS)
            assert not walk.app.receiver.hears
            assert times(sanne, REMINDER) == 0
            before = len(sanne.chat())
            await line.mend()
            await simulator.wait_for(sanne.person, REMINDER, timeout=10)
            await walk.demo.settled()
            await simulator.wait_until(lambda: len(sanne.chat()) >= before + 2)
            await walk.demo.settled()
            assert times(sanne, REMINDER) == 1
            assert len(sanne.chat()) == before + 2
        await line.cut()


@pytest.mark.parametrize("stage", ["received", "kept", "sent"])
async def test_a_disk_that_fills_only_makes_people_wait(tmp_path: Path, library: Library, stage: str) -> None:
    """Full before the message is kept, before it is handled, or before its answer is marked: with room again it goes on."""
    clock = SettableClock(START)
    waits = asyncio.Event()
    full_at = ""

    def passed(name: str) -> None:
        if name == full_at and not waits.is_set():
            disk.fill()
            waits.set()

    async with telegram(clock) as (simulator, url):
        with small_disk(tmp_path / "data") as disk:
            async with bot_at(disk.directory, simulator, url, clock, library, stage=passed) as walk:
                sanne = await walk.member()
                full_at = stage
                simulator.press(sanne.person, label="Ik twijfel")
                await waits.wait()
                await asyncio.sleep(WHILE_SECONDS)
                assert times(sanne, QUESTION) == (stage == "sent")
                assert (simulator.world.updates.pending == 1) == (stage == "received")
                disk.empty()
                await simulator.wait_for(sanne.person, QUESTION)
                await walk.demo.settled()
                assert times(sanne, QUESTION) == 1
                assert {row["state"] for row in walk.rows("inbox")} == {"handled"}
                assert [row for row in walk.rows("outbox") if row["form"] == "message"] == []


async def test_a_stall_of_ten_seconds_with_fifty_reminders_due(walk: Walk) -> None:
    """The loop really hangs for ten seconds, over the moment of fifty plans: each person hears of theirs, once."""
    sanne = await walk.member()
    await sanne.do(*PLAN)
    await walk.demo.colleagues(49)
    await walk.demo.settled()
    house = walk.app.house
    everybody = [row["id"] for row in walk.rows("person")]
    async with walk.store.transaction() as tx:
        owner = await by_id(house, tx, everybody[0])
        (kept,) = await plans.of(Turn(house, tx, "", walk.now, None, owner))
        for person_id in everybody[1:]:
            person = await by_id(house, tx, person_id)
            plan = kept.plan
            effect = SaveIntention(plan.cue, plan.action, plan.backup, plan.moment, None, None)
            await plans.keep(Turn(house, tx, "", walk.now, None, person), effect)
    await walk.at("2026-11-27", "09:59")
    phones = [Phone(walk, person) for person in walk.simulator.people]
    assert len(phones) == 50
    assert sum(times(phone, REMINDER) for phone in phones) == 0
    walk.demo.settable.move_to(walk.now + timedelta(seconds=65))
    time.sleep(10)  # noqa: ASYNC251 - the stall is the point
    await walk.demo.settled()
    assert [times(phone, REMINDER) for phone in phones] == [1] * 50


async def test_a_machine_that_slept_for_days_does_not_make_up_for_it(walk: Walk) -> None:
    """What nobody asked for and nobody got is not said all at once."""
    sanne = await walk.finished()
    sanne.look()
    await walk.asleep_until(walk.now + timedelta(days=10, hours=4))
    assert len(sanne.news()) <= 1, sanne.says()


async def test_the_night_of_winter_time_reminds_once_and_at_the_hour_on_the_wall(
    tmp_path: Path, library: Library
) -> None:
    """Mondays at nine around 25 October 2026; the week of the change has 169 hours."""
    async with walking(tmp_path, library=library, start=datetime(2026, 10, 12, 9, tzinfo=UTC)) as walk:
        sanne = await walk.finished()
        await sanne.type("plan")
        await sanne.press("Een plan maken")
        await sanne.do(
            "Ik vraag een collega om hulp", "elke maandag om 9 uur", "Dan doe ik het na mijn werk", "?8", "Klopt"
        )
        sanne.look()
        await walk.at("2026-11-03")
        came = [datetime.fromtimestamp(m.date, AMSTERDAM) for m in sanne.news() if REMINDER in m.text]
    assert [at.strftime("%d-%m %H:%M %z") for at in came] == [
        "19-10 09:00 +0200",
        "26-10 09:00 +0100",
        "02-11 09:00 +0100",
    ]


async def test_updates_out_of_order_are_all_answered(walk: Walk) -> None:
    """Telegram gives the newer one first: of two people each gets an answer, and two texts of one person are one answer."""
    sanne, bo = await walk.member(), await walk.member("Bo")
    walk.simulator.faults.out_of_order(2)
    walk.simulator.press(sanne.person, label="Ik twijfel")
    walk.simulator.press(bo.person, label="Ik twijfel")
    await walk.demo.settled()
    assert (times(sanne, QUESTION), times(bo, QUESTION)) == (1, 1)
    sanne.look()
    walk.simulator.faults.out_of_order(2)
    walk.simulator.type(sanne.person, "eerst het rooster")
    walk.simulator.type(sanne.person, "en dan de drukte")
    await walk.demo.settled()
    assert len(sanne.news()) == 1, sanne.says()


async def test_update_ids_that_start_anew_hide_nobodys_words(walk: Walk) -> None:
    """As after a quiet week: lower numbers than those that were handled are new messages all the same."""
    sanne = await walk.member()
    walk.app.receiver._poll_seconds = 1

    def asks_without_offset() -> bool:
        poll = [call for call in walk.simulator.ledger.calls if call.method == "getUpdates"][-1]
        return not poll.outcome and "offset" not in poll.parameters

    await sanne.press("Ik twijfel")
    await walk.simulator.wait_until(asks_without_offset)  # the quiet week
    walk.simulator.faults.ids_anew(520_000_001)
    sanne.look()
    await sanne.type("de drukte")
    assert len(sanne.news()) == 1, sanne.says()
    assert {row["state"] for row in walk.rows("inbox")} == {"handled"}


async def test_a_reset_after_it_took_effect_repeats_the_words_and_not_the_step(walk: Walk) -> None:
    """Nobody can know that the reply arrived, so it comes again; the talk stands where it should."""
    sanne = await walk.member()
    walk.simulator.faults.reset(method="sendMessage", when="after")
    walk.simulator.press(sanne.person, label="Ik twijfel")
    await walk.simulator.wait_until(lambda: times(sanne, QUESTION) == 2)
    await walk.demo.settled()
    assert times(sanne, QUESTION) == 2
    sanne.look()
    await sanne.type("de drukte")
    assert len(sanne.news()) == 1, sanne.says()
    assert QUESTION not in sanne.says()


async def test_asked_to_end_it_waits_for_the_message_that_is_under_way(tmp_path: Path, library: Library) -> None:
    """A slow line takes more than half of the time there is: what was being sent is finished and marked, and comes once.

    Guard: what the turns leave of the time is the dispatcher's, in `App.stop`.
    """
    clock = SettableClock(START)
    async with telegram(clock) as (simulator, url):
        async with bot_at(tmp_path, simulator, url, clock, library, stop_seconds=8) as walk:
            sanne = await walk.member()
            slow = simulator.faults.hang(5, method="sendMessage", when="after")
            simulator.press(sanne.person, label="Ik twijfel")
            assert await simulator.faults.wait_for_hit(slow, 20)
        async with bot_at(tmp_path, simulator, url, clock, library) as walk:
            await walk.demo.settled()
            assert times(sanne, QUESTION) == 1
