"""Our durable turn: a free-text answer in *Wat wil je?*, of one person after another among many.

python -m tests.bench.ours.turn DIRECTORY [PEOPLE]

The way is the real one: the raw update is sealed into the inbox; triage, engine, reflection, rendering and the vault do
their work in the transaction that takes it out and puts the reply into the outbox; both commits are synchronous=FULL; the
dispatcher takes the reply and hands it to Telegram's library, whose network answers at once.

A turn lasts until its reply is handed over: the next person's turn begins there. The whole lasts until the outbox knows
of every reply that it arrived. Left out is only the short wait for whoever is still typing (`Settings.burst_seconds`),
and the pacing that Telegram asks for.
"""

from __future__ import annotations

import asyncio
import shutil
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot import logs
from bot.clock import SettableClock
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.pacing import Limits, Pacing
from bot.messages import Inbound
from bot.services import joining
from bot.services.conversation import Conversations
from bot.services.house import House
from bot.services.menu import Menu
from bot.services.occasions import Occasions
from bot.services.settling import ACTS
from bot.services.talk import Talk
from bot.settings import Settings
from bot.telegram import receive
from bot.telegram.connect import RawBot
from bot.telegram.edge import TelegramEdge
from bot.telegram.read import read
from bot.telegram.send import TelegramSender
from dialogues.library import Library
from dialogues.load import load
from storage import teams
from storage.inbox import InboxRow
from storage.store import Store
from tests.bench.peers.people import DATE, FIRST_CHAT, PEOPLE, ROUNDS, TURNS, answers, batches, said
from tests.bench.peers.protocol import Run, serve
from tests.bench.peers.stub import TOKEN, Stub

START = datetime(2026, 11, 23, 9, tzinfo=UTC)
SCRIPT = "wat_wil_je"
KEY = b"b" * 32
QUESTIONS = ("Wat wil jij in je werk?", "Wat verandert er voor jou als dat lukt?", "Wat heb je er al voor gedaan?")
"""What stands open before each round of answers; after the last comes a question for a score."""
SCORE = "Hoe zeker ben je dat het lukt?"


class Handed(Stub):
    """Tells the bench when replies were handed over."""

    def __init__(self) -> None:
        super().__init__()
        self._moments: list[float] = []
        self._missing = 0
        self._all: asyncio.Future[list[float]] | None = None

    def expected(self, replies: int) -> asyncio.Future[list[float]]:
        """The moments at which the next so many are handed over, once all are."""
        self._moments, self._missing = [], replies
        self._all = asyncio.get_running_loop().create_future()
        return self._all

    async def do_request(self, url: str, method: str, *rest: Any, **more: Any) -> tuple[int, bytes]:
        before = self.sent
        answer = await super().do_request(url, method, *rest, **more)
        if self.sent > before and self._all is not None and not self._all.done():
            self._moments.append(self.handed)
            if len(self._moments) == self._missing:
                self._all.set_result(self._moments)
        return answer


@dataclass
class Ours:
    """The bot, wired as `bot.app` does it, on a network that is not there."""

    store: Store
    receiver: receive.Receiver
    talk: Talk
    dispatcher: Dispatcher
    network: Handed
    house: House
    update: int = 0

    async def turn(self, update: dict[str, Any]) -> float:
        """One turn; gives its milliseconds until the reply was handed over."""
        (milliseconds,) = await self.turns([update])
        return milliseconds

    async def turns(self, updates: list[dict[str, Any]]) -> list[float]:
        """What came in one answer of Telegram, of different people; gives the milliseconds until each reply went."""
        handed = self.network.expected(len(updates))
        began = time.perf_counter()
        senders = await self.receiver.keep(updates)
        if len(senders) == 1:
            await self.talk.handle(*senders)
        else:
            await asyncio.gather(*map(self.talk.handle, senders))
        return [(moment - began) * 1e3 for moment in await handed]

    async def typed(self, chat: int, text: str) -> None:
        """Somebody types, and everything that follows from it is done."""
        self.update += 1
        await self.turn(said(self.update, chat, text))
        await self.dispatcher.idle()

    async def pressed(self, chat: int, data: str) -> None:
        """Somebody presses, and everything that follows from it is done."""
        self.update += 1
        whole = said(self.update, chat, "…")["message"]
        query = {"id": str(self.update), "from": whole.pop("from"), "chat_instance": "1", "data": data}
        await self.turn({"update_id": self.update, "callback_query": {**query, "message": {**whole, "date": DATE}}})
        await self.dispatcher.idle()
        await self.house.quiet()

    def expect(self, question: str) -> None:
        """Raises: RuntimeError when the last words do not hold this question."""
        if question not in self.network.last["text"]:
            raise RuntimeError(f"expected “{question}”, but the bot said: {self.network.last['text']}")


@asynccontextmanager
async def opened(data: Path, library: Library) -> AsyncIterator[Ours]:
    """The bot at work on these data."""
    clock, network = SettableClock(START), Handed()
    bot = RawBot(TOKEN, request=network, get_updates_request=network)
    await bot.initialize()
    settings = Settings(data_dir=data, organisation="Voorbeeld")
    async with Store.open(data, KEY) as store:
        house, talks = House(store, library, clock, settings, TelegramEdge(bot)), Conversations(ACTS)
        pacing = Pacing(Limits(per_second=1e6, chat_seconds=0, group_seconds=0))
        dispatcher = Dispatcher(store, TelegramSender(bot), pacing, clock, Occasions(house, talks))
        house.wake, house.hand_over, house.take_back = dispatcher.wake, dispatcher.hand_over, dispatcher.take_back

        async def body(row: InboxRow) -> Inbound | None:
            return read(await receive.opened(store, row), received_at=row.received_at)

        receiver = receive.Receiver(bot, store, clock, lambda _: None)
        working = asyncio.create_task(dispatcher.run())
        try:
            yield Ours(store, receiver, Talk(house, talks, Menu(talks), body), dispatcher, network, house)
        finally:
            await dispatcher.stop(2)
            await working
            await bot.shutdown()


async def joined(data: Path, library: Library, people: int) -> None:
    """So many people who joined as everybody does, each with the first question of *Wat wil je?* open."""
    async with opened(data, library) as ours:
        async with ours.store.transaction() as tx:
            team = await teams.create(tx, "Bench", START)
            link = await joining.invite(ours.store, tx, team_id=team, role="employee", by="bench", now=START)
        for chat in range(FIRST_CHAT, FIRST_CHAT + people):
            await ours.typed(chat, f"/start {link}")
            await ours.pressed(chat, "ja")
            await ours.pressed(chat, f"praat:{SCRIPT}")
            ours.expect(QUESTIONS[0])


async def measured(data: Path, library: Library, turns: int, at_once: int) -> Run:
    """So many answers. Raises: RuntimeError when one of them did not lead to the next question."""
    if turns > TURNS:
        raise ValueError(f"at most {TURNS} turns: after that no text question stands open")
    times: list[float] = []
    async with opened(data, library) as ours:
        before, began = ours.store.trips, time.perf_counter()
        for number, batch in enumerate(batches(answers(1_000_000, turns), at_once)):
            times += await ours.turns(batch)
            ours.expect((*QUESTIONS, SCORE)[number * at_once // PEOPLE + 1])
        await ours.dispatcher.idle()
        seconds = time.perf_counter() - began
        trips = ours.store.trips - before
    if ours.network.sent != turns:
        raise RuntimeError("not every answer had its reply")
    return Run(seconds, times, ours.network.last["text"], trips)


async def main(directory: Path, people: int) -> None:
    logs.configure("ERROR")
    library = load(acts=ACTS)
    source, data = directory / "joined", directory / "data"

    await joined(source, library, people)

    async def turns(count: int, at_once: int) -> Run:
        shutil.copytree(source, data)
        try:
            return await measured(data, library, count, at_once)
        finally:
            shutil.rmtree(data)

    assert len(QUESTIONS) == ROUNDS
    await serve(turns, "aanzet", "aiosqlite", "python-telegram-bot", "sqlalchemy", "pydantic")


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else PEOPLE))
