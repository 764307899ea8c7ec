"""Many people talking at once: they join, and then answer what they are asked, or just keep typing."""

from __future__ import annotations

import asyncio
import random

from bot.simulator import Simulator
from tests.torture.ledger import UNASKED, Account, Ledger

THINK_SECONDS = 0.02, 0.25
TYPING_SECONDS = 0.1, 0.5
FIRST_QUESTION = "Zeg een woord."


class Talker:
    """One person. `in_turn`: waits for the answer before the next act; otherwise types whenever, whatever comes."""

    def __init__(self, simulator: Simulator, account: Account, number: int, mind: random.Random) -> None:
        self._simulator = simulator
        self._account = account
        self._number = number
        self._mind = mind
        self._news = asyncio.Event()
        self._answered: set[str] = set()

    def heard(self) -> None:
        """Something came."""
        self._news.set()

    async def talk(self, link: str) -> None:
        """Talk until cancelled."""
        self._account.acts.append("link")
        self._simulator.open_link(self._account.person, link)
        while True:
            question = await self._next()
            if question.startswith(FIRST_QUESTION) and not self._account.in_turn:
                break
            await self._pause(THINK_SECONDS)
            self._answer(question)
        while True:
            for _ in range(self._mind.choice((1, 1, 1, 2, 3))):
                self._type()
            await self._pause(TYPING_SECONDS)

    async def _next(self) -> str:
        """The next message that is not one heard before."""
        while True:
            for message in self._simulator.chat(self._account.person):
                if message.from_bot and not message.text.startswith(UNASKED) and message.text not in self._answered:
                    self._answered.add(message.text)
                    return message.text
            self._news.clear()
            await self._news.wait()

    def _answer(self, question: str) -> None:
        asked = [each for each in self._simulator.chat(self._account.person) if each.from_bot and each.text == question]
        if not asked[-1].buttons:
            self._type()
            return
        # of a message that came twice either copy may be pressed; in front of the words of joining the first button
        joining = len(self._account.acts) < 4
        button = asked[-1].buttons[0] if joining else self._mind.choice(asked[-1].buttons)
        self._account.acts.append("press")
        self._simulator.press(self._account.person, self._mind.choice(asked).id, str(button["callback_data"]))

    def _type(self) -> None:
        word = f"p{self._number:02}w{len(self._account.acts):04}"
        self._account.acts.append(word)
        self._simulator.type(self._account.person, word)

    async def _pause(self, between: tuple[float, float]) -> None:
        await asyncio.sleep(self._mind.uniform(*between))


class Crowd:
    """All of them."""

    def __init__(self, simulator: Simulator, ledger: Ledger, mind: random.Random) -> None:
        self._simulator = simulator
        self._ledger = ledger
        self._mind = mind
        self._talkers: dict[int, Talker] = {}
        self._tasks: list[asyncio.Task[None]] = []

    def start(self, link: str, *, in_turn: int, typing: int) -> None:
        """Let so many of each kind begin, one after the other within the first second."""
        self._tasks.append(asyncio.create_task(self._spread()))
        for number in range(in_turn + typing):
            person = self._simulator.add_person(f"Piet{number}")
            account = self._ledger.open(person, in_turn=number < in_turn)
            talker = Talker(self._simulator, account, number, random.Random(self._mind.random()))
            self._talkers[person.id] = talker
            self._tasks.append(asyncio.create_task(self._begin(talker, link, self._mind.uniform(0, 1))))

    async def hush(self) -> None:
        """Nobody says anything more."""
        for task in self._tasks:
            task.cancel()
        for ended in await asyncio.gather(*self._tasks, return_exceptions=True):
            if isinstance(ended, Exception):
                raise ended

    async def _begin(self, talker: Talker, link: str, seconds: float) -> None:
        await asyncio.sleep(seconds)
        await talker.talk(link)

    async def _spread(self) -> None:
        with self._simulator.events.listen() as news:
            while (event := await news.get()) is not None:
                if event["kind"] == "message" and event["chat"] in self._talkers:
                    self._talkers[event["chat"]].heard()
