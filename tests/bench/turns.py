"""What a turn costs: kept in the inbox, handled in one transaction, delivered from the outbox; and the engine alone.

Everything is the real thing on a real disk, but the HTTP: a sender that says "delivered" at once.
"""

from __future__ import annotations

import asyncio
import random
import sqlite3
import statistics
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.clock import SettableClock
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.pacing import Limits, Pacing
from bot.messages import Address, Button, Delivered, Inbound, Message, Outcome, Press
from bot.services import joining
from bot.services.conversation import Conversations
from bot.services.house import House
from bot.services.menu import Menu
from bot.services.occasions import Occasions
from bot.services.settling import ACTS
from bot.services.talk import Talk
from bot.settings import Settings
from bot.telegram import receive
from bot.telegram.read import read
from dialogues.bundle import Bundle
from dialogues.effects import Say
from dialogues.engine import advance, begin
from dialogues.events import Event, Pressed, Typed
from dialogues.library import Library
from dialogues.load import load
from dialogues.transcript import Stage
from storage import teams
from storage.inbox import InboxRow
from storage.store import Store
from tests.bench.rows import Row, median_of, percentile

REPETITIONS, TURNS = 5, 200
START = datetime(2026, 11, 23, 9, tzinfo=UTC)
CHAT = 1001
SCRIPT = "wat_wil_je"
WORDS = (
    "ik wil mijn heftruckcertificaat halen",
    "dan kan ik van de inpak af",
    "meer rust in het rooster",
    "ik weet het niet",
    "vrijdag na de dagstart",
    "7",
)


class Bot:
    """Enough of a bot to receive for."""

    id = 7000000001


class Edge:
    """The best-effort side, which costs HTTP only."""

    bot = str(Bot.id)

    def link(self, payload: str) -> str:
        return f"https://t.me/aanzet_bot?start={payload}"

    async def acknowledge(self, press: Press, text: str = "") -> None: ...
    async def choose(self, press: Press, chat: int, label: str) -> None: ...
    async def rebutton(self, press: Press, chat: int, buttons: tuple[tuple[Button, ...], ...]) -> None: ...
    async def typing(self, chat: int) -> None: ...
    async def leave(self, chat: int, text: str) -> None: ...


@dataclass
class Sender:
    """Takes every message at once, and remembers the last for whoever presses its buttons."""

    last: Message = field(default_factory=Message)
    sent: int = 0

    async def send(self, address: Address, message: Message) -> Outcome:
        self.sent += 1
        self.last = message
        return Delivered(message_id=self.sent)


@dataclass
class Bench:
    """The bot without Telegram, and one employee who keeps talking."""

    store: Store
    receiver: receive.Receiver
    talk: Talk
    dispatcher: Dispatcher
    sender: Sender
    mind: random.Random = field(default_factory=lambda: random.Random(7))
    update: int = 0

    def said(self, text: str) -> dict[str, Any]:
        """An update as Telegram sends it: typed words."""
        who = {"id": CHAT, "is_bot": False, "first_name": "Sanne", "language_code": "nl"}
        chat = {"id": CHAT, "type": "private", "first_name": "Sanne"}
        message: dict[str, Any] = {
            "message_id": self.update,
            "date": 1795000000,
            "chat": chat,
            "from": who,
            "text": text,
        }
        if text.startswith("/"):
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}]
        return self._numbered({"message": message})

    def pressed(self, data: str) -> dict[str, Any]:
        """An update as Telegram sends it: a pressed button."""
        who = {"id": CHAT, "is_bot": False, "first_name": "Sanne"}
        chat = {"id": CHAT, "type": "private", "first_name": "Sanne"}
        message = {"message_id": self.sender.sent, "date": 1795000000, "chat": chat, "text": "…"}
        query = {"id": str(self.update), "from": who, "chat_instance": "1", "data": data, "message": message}
        return self._numbered({"callback_query": query})

    def _numbered(self, update: dict[str, Any]) -> dict[str, Any]:
        self.update += 1
        return {"update_id": self.update, **update}

    def next(self) -> dict[str, Any]:
        """What the employee does now: answer what was asked, now by a button, now in words."""
        buttons = [button.data for row in self.sender.last.buttons for button in row if button.data]
        answers = [data for data in buttons if data.startswith("q:")]
        if answers and self.mind.random() < 0.6:
            return self.pressed(self.mind.choice(answers))
        if answers:
            return self.said(self.mind.choice(WORDS))
        return self.pressed(f"praat:{SCRIPT}")

    async def turn(self, update: dict[str, Any]) -> tuple[float, float, int, int]:
        """One turn: milliseconds until handled, until delivered; statements until handled, until delivered."""
        sent = self.sender.sent
        began, before = time.perf_counter(), self.store.statements
        for sender in await self.receiver.keep([update]):
            await self.talk.handle(sender)
        handled, between = time.perf_counter(), self.store.statements
        await self.dispatcher.idle()
        delivered, after = time.perf_counter(), self.store.statements
        if self.sender.sent == sent:
            raise RuntimeError("nothing was said: this was no turn")
        return (handled - began) * 1e3, (delivered - began) * 1e3, between - before, after - before


@asynccontextmanager
async def benched(data: Path, library: Library) -> AsyncIterator[Bench]:
    clock = SettableClock(START)
    settings = Settings(data_dir=data, organisation="Voorbeeld")
    async with Store.open(data, b"b" * 32) as store:
        house, talks, sender = House(store, library, clock, settings, Edge()), Conversations(ACTS), Sender()
        pacing = Pacing(Limits(per_second=1e6, chat_seconds=0, group_seconds=0))
        dispatcher = Dispatcher(store, sender, pacing, clock, Occasions(house, talks))
        house.wake = dispatcher.wake

        async def opened(row: InboxRow) -> Inbound | None:
            return read(await receive.opened(store, row), received_at=row.received_at)

        receiver = receive.Receiver(Bot(), store, clock, lambda _: None)  # type: ignore[arg-type]  # its id is all we need
        bench = Bench(store, receiver, Talk(house, talks, Menu(talks), opened), dispatcher, sender)
        working = asyncio.create_task(dispatcher.run())
        try:
            async with store.transaction() as tx:
                team = await teams.create(tx, "Bench", START)
                link = await joining.invite(house.store, tx, team_id=team, role="employee", by="bench", now=START)
            await bench.turn(bench.said(f"/start {link}"))
            await bench.turn(bench.pressed("ja"))
            for _ in range(4):  # the name and the hours
                await bench.turn(bench.next())
            yield bench
        finally:
            await dispatcher.stop(2)
            await working


async def turns(directory: Path) -> list[Row]:
    """Milliseconds and statements of a durable turn, on the disk of `directory`."""
    library = load(acts=ACTS)
    handled: list[list[float]] = []
    delivered: list[list[float]] = []
    statements: list[tuple[int, int]] = []
    for number in range(REPETITIONS):
        async with benched(directory / str(number), library) as bench:
            measured = [await bench.turn(bench.next()) for _ in range(TURNS)]
        handled.append([turn[0] for turn in measured])
        delivered.append([turn[1] for turn in measured])
        statements += [(turn[2], turn[3]) for turn in measured]
    rows = [median_of("disk: one SQLite commit, synchronous=FULL", _commits(directory), "ms")]
    for name, found in (("turn: kept and handled", handled), ("turn: kept, handled, delivered", delivered)):
        rows.append(median_of(f"{name}, median", [statistics.median(one) for one in found], "ms"))
        rows.append(median_of(f"{name}, p99", [percentile(one, 0.99) for one in found], "ms"))
    for name, place in (("turn: kept and handled", 0), ("turn: kept, handled, delivered", 1)):
        counts = [pair[place] for pair in statements]
        rows.append(Row(f"{name}, median", statistics.median(counts), "statements", spread=max(counts) - min(counts)))
    return rows


def _commits(directory: Path) -> list[float]:
    """What the disk itself costs: the floor under every turn."""
    found = []
    with closing(sqlite3.connect(directory / "plain.db", isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("CREATE TABLE one (body BLOB)")
        for _ in range(REPETITIONS):
            times = []
            for _ in range(TURNS):
                began = time.perf_counter()
                connection.execute("BEGIN IMMEDIATE")
                connection.execute("INSERT INTO one VALUES (?)", (b"x" * 600,))
                connection.execute("COMMIT")
                times.append((time.perf_counter() - began) * 1e3)
            found.append(statistics.median(times))
    return found


def engine() -> list[Row]:
    """One step of the engine: an answer in, effects out. No session is read or written."""
    library = load(acts=ACTS)
    bundle = Bundle.read(library.bundle(SCRIPT).source())
    stage = Stage(script=SCRIPT, name="Sanne")
    world = stage.world(library)
    medians, tails = [], []
    for number in range(REPETITIONS):
        mind = random.Random(number)
        times: list[float] = []
        while len(times) < TURNS:
            turn = begin(bundle, world, given={}, language="nl", address="je", seed=number, at=None)
            while not turn.session.over and len(times) < TURNS:
                event = _answer(mind, [each for each in turn.effects if isinstance(each, Say)], turn.session.prompt)
                began = time.perf_counter()
                turn = advance(bundle, turn.session, event, world)
                times.append((time.perf_counter() - began) * 1e3)
        medians.append(statistics.median(times))
        tails.append(percentile(times, 0.99))
    return [median_of("engine: one step, median", medians, "ms"), median_of("engine: one step, p99", tails, "ms")]


def _answer(mind: random.Random, said: list[Say], prompt: int | None) -> Event:
    options = next((say.options for say in reversed(said) if say.prompt is not None and say.prompt == prompt), ())
    if options and prompt is not None and mind.random() < 0.6:
        return Pressed(prompt, mind.choice(options).id)
    return Typed(mind.choice(WORDS))
