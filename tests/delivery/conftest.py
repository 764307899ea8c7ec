"""A real store with people in it, and a channel that writes down what it gets."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.clock import SettableClock
from bot.delivery.courier import OnDelivered
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.pacing import Limits, Pacing
from bot.delivery.post import seal_address, seal_message
from bot.messages import Address, Delivered, Message, Outcome
from bot.stages import Stage, no_stage
from storage import outbox, people
from storage.ids import new_id
from storage.outbox import NewRow, OutboxRow
from storage.sealing import seal_json
from storage.store import Store

START = datetime(2026, 11, 23, 9, tzinfo=UTC)
QUICK = Limits(per_second=1000, chat_seconds=0, group_seconds=0)


@dataclass
class Recorder:
    """The channel's edge: answers what `answers` says for a text, in turn; otherwise it arrives."""

    answers: dict[str, list[Outcome]] = field(default_factory=dict)
    sent: list[tuple[int, str]] = field(default_factory=list)
    tried: list[str] = field(default_factory=list)
    at: dict[str, float] = field(default_factory=dict)
    down: Outcome | None = None
    seconds: float = 0.0
    breaks: str = ""
    under_way: int = 0
    most: int = 0

    async def send(self, address: Address, message: Message) -> Outcome:
        self.tried.append(message.text)
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        try:
            if self.seconds:
                await asyncio.sleep(self.seconds)
        finally:
            self.under_way -= 1
        if message.text and message.text == self.breaks:
            raise RuntimeError("a fault")
        if self.down is not None:
            return self.down
        answers = self.answers.get(message.text)
        outcome = answers.pop(0) if answers else Delivered(message_id=len(self.sent) + 1)
        if isinstance(outcome, Delivered):
            self.sent.append((address.chat, message.text))
            self.at[message.text] = time.monotonic()
        return outcome

    @property
    def texts(self) -> list[str]:
        return [text for _, text in self.sent]


@dataclass
class Services:
    """The services' side of occasions: `act` says what happens with a row."""

    act: Callable[[OutboxRow], object] | None = None
    seen: list[OutboxRow] = field(default_factory=list)

    async def due(self, row: OutboxRow) -> None:
        self.seen.append(row)
        if self.act is not None:
            result = self.act(row)
            if asyncio.iscoroutine(result):
                await result


@dataclass
class House:
    """Everything the dispatcher meets, and ways to put things in."""

    store: Store
    clock: SettableClock
    channel: Recorder = field(default_factory=Recorder)
    services: Services = field(default_factory=Services)
    limits: Limits = QUICK
    stage: Stage = no_stage
    on_delivered: OnDelivered | None = None
    chats: dict[str, int] = field(default_factory=dict)

    async def person(self) -> str:
        (person,) = await self.crowd(1)
        return person

    async def crowd(self, count: int) -> list[str]:
        made = [new_id() for _ in range(count)]
        sealers = [await self.store.vault.create(each) for each in made]
        async with self.store.transaction() as tx:
            for each, sealer in zip(made, sealers, strict=True):
                chat = 1000 + len(self.chats)
                self.chats[each] = chat
                await people.create(tx, each, seal_json(sealer, {}, "profile"), self.clock.now())
                await people.add_identity(
                    tx,
                    each,
                    organisation="o",
                    channel="telegram",
                    bot="7",
                    id_hash=self.store.vault.lookup(f"telegram:7:{chat}"),
                    sealed_address=seal_address(sealer, Address(chat=chat)),
                )
        return made

    async def say(
        self,
        person: str,
        text: str,
        lane: int = 0,
        *,
        late: float = 0,
        until: float | None = None,
        edit: int | None = None,
    ) -> int:
        """Put a message in the outbox, due `late` seconds from now."""
        sealer = await self.store.vault.sealer(person)
        async with self.store.transaction() as tx:
            return await outbox.put(
                tx, self.row(person, seal_message(sealer, Message(text=text, edit=edit)), lane, late, until)
            )

    def row(self, person: str, body: bytes | None, lane: int, late: float = 0, until: float | None = None) -> NewRow:
        now = self.clock.now()
        return NewRow(
            lane=lane,
            form="occasion" if body is None else "message",
            kind="reminder" if body is None else "reply",
            due_at=now + timedelta(seconds=late),
            created_at=now,
            person_id=person,
            not_after=None if until is None else now + timedelta(seconds=until),
            sealed_body=body,
        )

    async def occasion(self, person: str, lane: int = 1, *, late: float = 0) -> int:
        async with self.store.transaction() as tx:
            return await outbox.put(tx, self.row(person, None, lane, late))

    async def say_all(self, crowd: list[str], text: str, lane: int) -> None:
        rows = [
            self.row(each, seal_message(await self.store.vault.sealer(each), Message(text=text)), lane)
            for each in crowd
        ]
        async with self.store.transaction() as tx:
            await outbox.put_all(tx, rows)

    async def waiting(self) -> int:
        async with self.store.transaction() as tx:
            return await outbox.count(tx)

    async def notes(self) -> list[str]:
        async with self.store.transaction() as tx:
            return [note.reason for note in await outbox.notes(tx)]

    def dispatcher(self) -> Dispatcher:
        return Dispatcher(
            self.store,
            self.channel,
            Pacing(self.limits),
            self.clock,
            self.services,
            on_delivered=self.on_delivered,
            stage=self.stage,
        )

    @asynccontextmanager
    async def working(self) -> AsyncIterator[Dispatcher]:
        dispatcher = self.dispatcher()
        task = asyncio.create_task(dispatcher.run())
        try:
            yield dispatcher
        finally:
            await dispatcher.stop(1)
            await task


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with Store.open(tmp_path / "data", b"k" * 32) as store:
        yield House(store, SettableClock(START))


async def until(condition: Callable[[], bool], seconds: float = 5.0) -> None:
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110 - any condition, also one without an event
            await asyncio.sleep(0.005)
