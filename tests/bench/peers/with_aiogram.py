"""aiogram's finite state machine: one question, one reply, over and over.

python -m tests.bench.peers.with_aiogram sqlite FILE      aiogram-sqlite-storage as it comes: rollback journal, FULL
python -m tests.bench.peers.with_aiogram sqlite-wal FILE  the same with a write-ahead log, synchronous=FULL, as ours
python -m tests.bench.peers.with_aiogram redis SOCKET     RedisStorage on the server behind this unix socket

`Dispatcher.feed_raw_update` is what a webhook calls; polling calls its twin for an update that was read already.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from typing import Any

from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.base import BaseStorage
from aiogram.fsm.storage.redis import RedisStorage
from aiogram.methods import TelegramMethod
from aiogram.types import Message
from aiogram_sqlite_storage.sqlitestore import SQLStorage

from tests.bench.peers.people import DATE, answers, batches, reply
from tests.bench.peers.protocol import Run, serve

ME = {"id": 7000000001, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}


class Stubbed(AiohttpSession):
    """The library's own session up to the wire, and from the wire on: only the network is taken out."""

    def __init__(self) -> None:
        super().__init__()
        self.sent = 0
        self.last = ""

    async def make_request(self, bot: Bot, method: TelegramMethod[Any], timeout: int | None = None) -> Any:  # noqa: ASYNC109
        self.build_form_data(bot, method)
        self.sent += 1
        self.last = str(getattr(method, "text", ""))
        chat = {"id": getattr(method, "chat_id", 0), "type": "private", "first_name": "Sanne"}
        message = {"message_id": self.sent, "date": DATE, "from": ME, "chat": chat, "text": self.last}
        answer = self.check_response(bot, method, 200, json.dumps({"ok": True, "result": message}))
        return answer.result


class Asked(StatesGroup):
    """Which question stands open."""

    first = State()
    second = State()


async def _first(message: Message, state: FSMContext) -> None:
    await _answer(message, state, Asked.second)


async def _second(message: Message, state: FSMContext) -> None:
    await _answer(message, state, Asked.first)


async def _answer(message: Message, state: FSMContext, following: State) -> None:
    await state.update_data(answer=message.text)
    await state.set_state(following)
    await message.answer(reply(message.text or ""))


def _storage(kind: str, where: str) -> BaseStorage:
    match kind:
        case "redis":
            return RedisStorage.from_url(f"unix://{where}")
        case "sqlite":
            return SQLStorage(where, serializing_method="json")  # the faster of the two it offers
        case "sqlite-wal":
            storage = SQLStorage(where, serializing_method="json")
            storage.con.execute("PRAGMA journal_mode=WAL")
            storage.con.execute("PRAGMA synchronous=FULL")
            return storage
    raise SystemExit(__doc__)


async def main(kind: str, where: str) -> None:
    session = Stubbed()
    bot = Bot(f"{ME['id']}:bench", session=session)
    dispatcher = Dispatcher(storage=_storage(kind, where))
    dispatcher.message.register(_first, Asked.first, F.text)
    dispatcher.message.register(_second, Asked.second, F.text)
    dispatcher.message.register(_first, F.text)
    first_update = 1

    async def turns(count: int, at_once: int) -> Run:
        """What comes at once runs as so many tasks, as its polling does."""
        nonlocal first_update
        times: list[float] = []
        began = time.perf_counter()
        for batch in batches(answers(first_update, count), at_once):
            before = time.perf_counter()

            async def one(raw: dict[str, Any], before: float = before) -> None:
                await dispatcher.feed_raw_update(bot, raw)
                times.append((time.perf_counter() - before) * 1e3)

            if at_once == 1:
                await one(batch[0])
            else:
                await asyncio.gather(*map(one, batch))
        seconds = time.perf_counter() - began
        if session.sent != first_update + count - 1:
            raise RuntimeError("not every answer had its reply")
        first_update += count
        return Run(seconds, times, session.last)

    try:
        await serve(turns, "aiogram", "aiogram-sqlite-storage", "redis")
    finally:
        await dispatcher.storage.close()
        await session.close()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
