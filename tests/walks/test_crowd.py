"""Nobody waits: a message to hundreds goes out over the real path, at a Telegram that counts, while people talk.

Telegram's second between two messages to one person is a quarter of a second here, for bot and server alike.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.app import assembled
from bot.clock import SettableClock
from bot.demo import Colleague, Demo
from bot.settings import Settings, demo_key
from bot.simulator import TOKEN, Call, Limits, Person, Simulator, create_app, serving
from bot.simulator.colleagues import Colleagues
from dialogues.library import Library
from storage import teams
from tests.delivery.crowd import employ
from tests.walks.phone import START, Phone, Walk

CROWD, TALKERS, ROUNDS = 150, 6, 8
CHAT_SECONDS = 0.25
NEWS = "Donderdag is er een inloopuur."


@asynccontextmanager
async def counted(directory: Path, library: Library, limits: Limits) -> AsyncIterator[Walk]:
    """The bot at work at a Telegram with these limits."""
    clock = SettableClock(START)
    simulator = Simulator(clock, limits=limits)
    settings = Settings(
        data_dir=directory, organisation="Zorggroep Voorbeeld", chat_seconds=CHAT_SECONDS, burst_seconds=0.01
    )
    async with (
        serving(create_app(simulator), simulator) as url,
        assembled(settings, clock, key=demo_key(directory), token=TOKEN, api_url=url, library=library) as app,
    ):
        work = asyncio.create_task(app.run())
        try:
            yield Walk(Demo(app, simulator, clock, Colleagues(simulator, Colleague()), url))
        finally:
            await app.stop(5)
            await asyncio.gather(work, return_exceptions=True)


async def crowd_of(walk: Walk, count: int) -> tuple[Phone, list[Person]]:
    """HR, and so many employees, who all joined some time ago."""
    people = [walk.simulator.add_person(f"Mens{number}") for number in range(count)]
    for person in people:
        person.started = True
    ids = await employ(walk.store, walk.app.bot.id, [person.id for person in people], walk.now)
    async with walk.store.transaction() as tx:
        (team,) = await teams.every(tx)
        await teams.join(tx, ids[0], team.id, "hr", walk.now)
    return Phone(walk, people[0]), people


class Line:
    """What went over the line: to whom a copy of the news went, in order, and what was refused for being too fast."""

    def __init__(self, walk: Walk) -> None:
        self.copies: list[int] = []
        self.too_fast = 0
        walk.simulator.on_call.append(self._told)

    def _told(self, call: Call) -> None:
        if call.error is not None:
            self.too_fast += call.error.code == 429
        elif call.method == "sendMessage" and NEWS in call.string("text"):
            self.copies.append(call.chat_id())


async def send(els: Phone, line: Line) -> None:
    await els.type("/bericht")
    await els.do("Iedereen", NEWS, "Wat wil je?")
    line.copies.clear()  # she saw it first
    shown = els.shown("Versturen")
    button = shown.button("Versturen")
    assert button is not None
    els.walk.simulator.press(els.person, shown.id, str(button["callback_data"]))
    await els.walk.simulator.wait_until(lambda: len(line.copies) >= 5)


async def test_no_reply_waits_behind_a_message_to_hundreds(tmp_path: Path, library: Library) -> None:
    """People ask for the menu while it goes out: each has it after a few copies, and Telegram refuses nothing.

    Guard: the lanes of `Pacing`. Without them a reply waits for the sixteen copies that stand in line.
    """
    async with counted(tmp_path, library, Limits(per_chat_seconds=CHAT_SECONDS)) as walk:
        els, people = await crowd_of(walk, CROWD)
        line, waits = Line(walk), list[int]()
        await send(els, line)

        async def talk(person: Person) -> None:
            for _ in range(ROUNDS):
                before, seen = len(line.copies), max((each.id for each in walk.simulator.chat(person)), default=0)
                walk.simulator.type(person, "/menu")
                await walk.simulator.wait_for(
                    person, lambda message: "Praten" in message.labels, after=seen, timeout=30
                )
                waits.append(len(line.copies) - before)

        await asyncio.gather(*(talk(person) for person in people[-TALKERS:]))
        meanwhile = len(line.copies)
        await walk.demo.settled()
    assert meanwhile < CROWD  # they talked while it went out
    assert max(waits) <= 12
    assert sorted(line.copies) == sorted(person.id for person in people)
    assert line.too_fast == 0


async def test_a_telegram_that_allows_less_is_learnt_on_the_way(tmp_path: Path, library: Library) -> None:
    """It takes 15 a second instead of 30: a handful of refusals at the beginning, everybody gets it once."""
    async with counted(tmp_path, library, Limits(per_second=15, per_chat_seconds=CHAT_SECONDS)) as walk:
        els, people = await crowd_of(walk, 80)
        line = Line(walk)
        await send(els, line)
        await walk.simulator.wait_until(lambda: len(line.copies) >= 40, timeout=30)
        early = line.too_fast
        await walk.demo.settled()
    assert early <= 12
    assert line.too_fast - early <= 2
    assert sorted(line.copies) == sorted(person.id for person in people)
