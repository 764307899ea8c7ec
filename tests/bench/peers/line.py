"""The line to a Telegram that is far and counts: the network layer of python-telegram-bot, ours and the peer's alike.

A message is 15 to 25 ms under way, its answer as long. Telegram's limits are those of the local Telegram
(`bot/simulator/limits.py`): 30 a second in all, one a second a chat; what is more gets a 429.

It also plays the people. Some who get their copy of the broadcast answer it a moment later, and the contestant must reply:
`reply` is called then, and the reply's way is measured from that moment to its arrival here. Who answers, and when, is the
same for every contestant.
"""

from __future__ import annotations

import asyncio
import importlib.util
import json
import random
import resource
import sys
import time
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from telegram.request import BaseRequest, RequestData

DATE = 1795000000
FIRST_CHAT = 5_000_000
ME = {"id": 7000000001, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
TOKEN = f"{ME['id']}:bench"
COPY = "Donderdag is er een inloopuur over scholing, om vier uur in de kantine. Wil je iets leren? Kom langs."
REPLY = "Je wilt meer rust in het rooster. Wat verandert er voor jou als dat lukt? "
AT_ONCE = 16
"""So many copies are under way at once, for every contestant that asks."""
ANSWERING = 0.12
"""Of the people, so many answer: three or four a second while it goes out."""
SOONEST, LATEST = 0.3, 10.0
"""Seconds after the copy came."""
TRIP = 0.015, 0.025


@dataclass
class Outcome:
    """What came of one broadcast. Times in seconds of the loop's clock; `work` is processor time, `skipped` was not waited."""

    copies: int
    seconds: float = 0.0
    all_taken: int = 0
    refused: int = 0
    lost: int = 0
    replies: list[float] = field(default_factory=list)
    work: float = 0.0
    skipped: float = 0.0
    peak_mb: float = 0.0
    versions: dict[str, str] = field(default_factory=dict)

    def tell(self) -> None:
        sys.stdout.write(json.dumps(asdict(self)) + "\n")


def _flood(monotonic: Callable[[], float]) -> Any:
    path = Path(__file__).parents[3] / "bot" / "simulator" / "limits.py"
    # by its path: its package needs what the peers' environment has not
    spec = importlib.util.spec_from_file_location("telegram_limits", path)
    if spec is None or spec.loader is None:
        raise RuntimeError(f"{path} is not there")
    limits = sys.modules["telegram_limits"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(limits)
    return limits.Flood(limits.Limits(), monotonic)


class Line(BaseRequest):
    """One broadcast to `copies` people. `reply` sends somebody these words; it is awaited in a task of its own."""

    def __init__(self, copies: int, seed: int) -> None:
        self.outcome = Outcome(copies)
        self.reply: Callable[[int, str], Awaitable[None]] | None = None
        self._seed = seed
        self._delay = random.Random(seed)
        self._flood: Any = None
        self._asked: dict[int, float] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._reached: set[int] = set()
        self._over = asyncio.Event()
        self._answered = asyncio.Event()
        self._began = self._worked = 0.0

    def begin(self) -> None:
        """The broadcast begins now."""
        loop = asyncio.get_running_loop()
        self._flood = _flood(loop.time)
        self._began, self._worked = loop.time(), time.process_time()

    async def over(self) -> Outcome:
        """When everybody was reached or given up, and the replies that were asked for came."""
        await self._over.wait()
        self.outcome.work = time.process_time() - self._worked
        if self._asked:
            self._answered.clear()
            await self._answered.wait()
        await asyncio.gather(*self._tasks)
        self.outcome.skipped = getattr(asyncio.get_running_loop(), "skipped", 0.0)
        self.outcome.peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        return self.outcome

    def lost(self, chat: int, text: str) -> None:
        """The contestant gave this message up."""
        self.outcome.lost += 1
        if text.startswith(REPLY):
            self._since_asked(text)
        else:
            self._copied(chat)

    @property
    def read_timeout(self) -> float | None:
        return None

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        name = url.rsplit("/", 1)[1]
        if name != "sendMessage" or request_data is None:
            return _answer(ME if name == "getMe" else True)
        asked = request_data.json_parameters
        chat, text = int(asked["chat_id"]), asked["text"]
        await asyncio.sleep(self._delay.uniform(*TRIP))
        seconds = self._flood.admit(chat)
        if seconds:
            self.outcome.refused += 1
        else:
            self.outcome.all_taken += 0 if self._over.is_set() else 1
            self._took(chat, text)
        await asyncio.sleep(self._delay.uniform(*TRIP))
        if seconds:
            told = {"ok": False, "error_code": 429, "description": f"Too Many Requests: retry after {seconds}"}
            return 429, json.dumps({**told, "parameters": {"retry_after": seconds}}).encode()
        sent = {"id": chat, "type": "private", "first_name": "Sanne"}
        return _answer({"message_id": self.outcome.all_taken, "date": DATE, "from": ME, "chat": sent, "text": text})

    def _took(self, chat: int, text: str) -> None:
        loop = asyncio.get_running_loop()
        if text.startswith(REPLY):
            self.outcome.replies.append(self._since_asked(text))
        elif COPY in text:
            person = random.Random(self._seed * 1_000_003 + chat)
            if person.random() < ANSWERING and chat not in self._reached:
                loop.call_later(person.uniform(SOONEST, LATEST), self._ask, chat)
            self._copied(chat)

    def _since_asked(self, text: str) -> float:
        asked = self._asked.pop(int(text.removeprefix(REPLY)))
        if not self._asked:
            self._answered.set()
        return asyncio.get_running_loop().time() - asked

    def _copied(self, chat: int) -> None:
        self._reached.add(chat)
        if len(self._reached) == self.outcome.copies and not self._over.is_set():
            self.outcome.seconds = asyncio.get_running_loop().time() - self._began
            self._over.set()

    def _ask(self, chat: int) -> None:
        if self._over.is_set() or self.reply is None:
            return
        loop = asyncio.get_running_loop()
        self._asked[chat] = loop.time()
        task = loop.create_task(self._replied(chat))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _replied(self, chat: int) -> None:
        if self.reply is not None:
            await self.reply(chat, f"{REPLY}{chat}")


def _answer(result: Any) -> tuple[int, bytes]:
    return 200, json.dumps({"ok": True, "result": result}).encode()
