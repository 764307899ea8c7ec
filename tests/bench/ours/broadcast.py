"""Ours: a broadcast goes out while people answer it, and get their replies.

python -m tests.bench.ours.broadcast DIRECTORY COPIES SEED [--wait]

The way is the real one: an occasion for everybody, whose words are found copy by copy; sealed rows in the outbox; dispatcher,
pacing, Telegram's library, whose network is the line; every delivery is marked and counted in a commit with
synchronous=FULL. A reply is put into the outbox as a turn does it, in a transaction of its own, and its time runs from
before that. --wait: on the ordinary loop, in real time.
"""

from __future__ import annotations

import asyncio
import sys
from datetime import UTC, datetime, timedelta
from importlib import metadata
from pathlib import Path

import aiosqlite

from bot import logs
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.pacing import Pacing
from bot.delivery.post import seal_message
from bot.messages import Message
from bot.services.broadcasts import KIND, LATE
from bot.services.conversation import Conversations
from bot.services.house import House
from bot.services.occasions import Occasions
from bot.services.progress import Progress
from bot.services.settling import ACTS
from bot.settings import Settings
from bot.telegram.connect import RawBot
from bot.telegram.edge import TelegramEdge
from bot.telegram.send import TelegramSender
from dialogues.load import load
from storage import broadcasts, outbox, teams
from storage.outbox import REPLY, UNASKED, NewRow
from storage.store import Store
from tests.bench import seed as seeded
from tests.bench.peers.line import COPY, FIRST_CHAT, ME, TOKEN, Line, Outcome
from tests.bench.peers.skipping import SkippingLoop, run

START = datetime(2026, 11, 23, 9, tzinfo=UTC)
KEY = b"b" * 32
TICK_SECONDS = 1.0


class LoopClock:
    """Goes as the loop's clock goes."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._began = self._loop.time()

    def now(self) -> datetime:
        return START + timedelta(seconds=self._loop.time() - self._began)


async def employed(data: Path, copies: int) -> list[str]:
    """So many people; gives their ids, in the order of their chats."""
    async with Store.open(data, KEY) as store, store.transaction() as tx:
        team = await teams.create(tx, "Bench", START)
    chats = range(FIRST_CHAT, FIRST_CHAT + copies)
    return seeded.people(data, KEY, bot=int(str(ME["id"])), chats=chats, team=team, since=START)


async def main(data: Path, copies: int, seed: int) -> Outcome:
    logs.configure("ERROR")
    people = await employed(data, copies)
    loop = asyncio.get_running_loop()
    if isinstance(loop, SkippingLoop):
        aiosqlite.Connection._execute = loop.counted(aiosqlite.Connection._execute)  # type: ignore[method-assign, assignment]
    line, clock = Line(copies, seed), LoopClock()
    bot = RawBot(TOKEN, request=line, get_updates_request=line)
    await bot.initialize()
    async with Store.open(data, KEY) as store:
        pacing = Pacing(monotonic=loop.time)
        settings = Settings(data_dir=data, organisation="Voorbeeld")
        house = House(store, load(acts=ACTS), clock, settings, TelegramEdge(bot, pacing))
        dispatcher = Dispatcher(
            store,
            TelegramSender(bot),
            pacing,
            clock,
            Occasions(house, Conversations(ACTS)),
            on_delivered=Progress(house, loop.time).delivered,
            monotonic=loop.time,
        )
        house.wake = dispatcher.wake

        async def reply(chat: int, text: str) -> None:
            person = people[chat - FIRST_CHAT]
            sealer = await store.vault.sealer(person)
            now = clock.now()
            async with store.transaction() as tx:
                row = NewRow(
                    lane=REPLY,
                    form="message",
                    kind="reply",
                    due_at=now,
                    created_at=now,
                    person_id=person,
                    sealed_body=seal_message(sealer, Message(text=text)),
                )
                await outbox.put(tx, row)
            dispatcher.wake()

        async def tick() -> None:
            while True:
                await asyncio.sleep(TICK_SECONDS)
                dispatcher.wake()

        line.reply = reply
        working, ticking = asyncio.create_task(dispatcher.run()), asyncio.create_task(tick())
        line.begin()
        await _confirmed(store, people, clock.now())
        dispatcher.wake()
        outcome = await line.over()
        await dispatcher.stop(2)
        ticking.cancel()
        await asyncio.gather(working, ticking, return_exceptions=True)
    await bot.shutdown()
    outcome.versions = {name: metadata.version(name) for name in ("aanzet", "python-telegram-bot", "aiosqlite")}
    return outcome


async def _confirmed(store: Store, people: list[str], now: datetime) -> None:
    """What HR's last press does (`broadcasts.act_send`)."""
    async with store.transaction() as tx:
        broadcast = await broadcasts.draft(
            tx, team_id=None, text=COPY, script="wat_wil_je", author_id=people[0], now=now, due_at=now
        )
        await outbox.put_all(
            tx,
            (
                NewRow(
                    lane=UNASKED,
                    form="occasion",
                    kind=KIND,
                    due_at=now,
                    created_at=now,
                    person_id=one,
                    subject=broadcast,
                    not_after=now + LATE,
                )
                for one in people
            ),
        )
        await broadcasts.start(tx, broadcast, len(people))


if __name__ == "__main__":
    match sys.argv[1:]:
        case [where, copies, seed, *wait]:
            run(main(Path(where), int(copies), int(seed)), skipping=not wait).tell()
        case _:
            raise SystemExit(__doc__)
