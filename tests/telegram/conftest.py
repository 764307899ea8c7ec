"""The real python-telegram-bot path, over HTTP, against the local Bot API server."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.clock import SettableClock
from bot.simulator import ApiError, Call, ConnectionCutError, Person, Simulator, create_app, serving
from bot.telegram.connect import RawBot, check, connect
from bot.telegram.receive import Receiver
from storage.store import Store

START = datetime(2026, 11, 23, 9, tzinfo=UTC)


@dataclass
class Fault:
    """Interference with one method, for a number of calls."""

    method: str
    times: int = 1
    refusal: ApiError | None = None
    cut_before: bool = False
    cut_after: bool = False
    hang_seconds: float = 0.0
    seen: int = 0

    async def before(self, call: Call) -> None:
        if call.method == self.method and self.seen < self.times:
            self.seen += not self.cut_after
            await asyncio.sleep(self.hang_seconds)
            if self.refusal is not None:
                raise self.refusal
            if self.cut_before:
                raise ConnectionCutError

    async def after(self, call: Call) -> None:
        if self.cut_after and call.method == self.method and self.seen < self.times:
            self.seen += 1
            raise ConnectionCutError


@dataclass
class Telegram:
    """A simulated Telegram, its address, and a bot connected to it."""

    simulator: Simulator
    url: str
    bot: RawBot
    clock: SettableClock

    def person(self, name: str = "Sanne") -> Person:
        person = self.simulator.add_person(name)
        self.simulator.open_link(person)
        return person


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    clock = SettableClock(START)
    simulator = Simulator(clock)
    async with serving(create_app(simulator), simulator) as url:
        bot = connect(simulator.token, url)
        await check(bot, url)
        try:
            yield Telegram(simulator, url, bot, clock)
        finally:
            await simulator.close()
            await bot.shutdown()


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with Store.open(tmp_path / "data", b"k" * 32) as opened:
        yield opened


@asynccontextmanager
async def receiving(
    telegram: Telegram, store: Store, kept: Callable[[str], None], **options: object
) -> AsyncIterator[Receiver]:
    receiver = Receiver(telegram.bot, store, telegram.clock, kept, poll_seconds=1, **options)  # type: ignore[arg-type]
    task = asyncio.create_task(receiver.run())
    try:
        yield receiver
    finally:
        await receiver.stop()
        await asyncio.gather(task, return_exceptions=True)


async def until(condition: Callable[[], bool] | Callable[[], Awaitable[bool]], seconds: float = 5.0) -> None:
    async with asyncio.timeout(seconds):
        while True:
            result = condition()
            if result if isinstance(result, bool) else await result:
                return
            await asyncio.sleep(0.01)
