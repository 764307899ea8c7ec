"""Simulated colleagues: marked people who open an invitation and then act on their own, so that a group has a size.

What they choose is a `Policy`; they see what a person sees, a message with its buttons, and nothing of the bot.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Coroutine, Sequence
from contextlib import suppress
from typing import Any, Protocol

from bot.simulator.events import Event
from bot.simulator.phones import PhoneError
from bot.simulator.simulator import Simulator
from bot.simulator.state import Message, Person
from bot.simulator.words import COLLEAGUE, SHORT_ANSWERS

MOST_STEPS_TO_JOIN = 12
_LOW, _HIGH = 4, 9


class Policy(Protocol):
    """What a colleague does with a message of the bot."""

    def choose(self, message: Message, mind: random.Random, *, step: int) -> str | None:
        """The data of the button to press, or None to leave it. `step`: how many answers this person gave before."""
        ...

    def type(self, message: Message, mind: random.Random, *, step: int) -> str | None:
        """Words to type at a message without buttons, or None to stay silent."""
        ...


class DefaultPolicy:
    """Joins by the first button each time, then answers only what was asked of the group.

    `prefixes`: callback data that belongs to the group's questions (the invitation to a check-in and what follows).
    `joined`: callback data with which joining ends; from then on only `prefixes` are pressed. Without it, joining ends
    after `steps_to_join` answers. A keyboard of numbers is a scale: a seeded random 4–9. A question without buttons
    gets the first name while joining, and a short sentence while the group's questions last.
    """

    def __init__(
        self,
        prefixes: Sequence[str] = ("k:",),
        *,
        joined: Sequence[str] = (),
        steps_to_join: int = MOST_STEPS_TO_JOIN,
        sentences: Sequence[str] = SHORT_ANSWERS,
    ) -> None:
        self._prefixes = tuple(prefixes)
        self._joined = tuple(joined)
        self._steps = steps_to_join
        self._sentences = tuple(sentences)
        self._members: set[int] = set()
        self._asked: set[int] = set()

    def choose(self, message: Message, mind: random.Random, *, step: int) -> str | None:
        """See the class."""
        offered = [str(each["callback_data"]) for each in message.buttons if "callback_data" in each]
        if not offered:
            return None
        person = int(message.chat["id"])
        asked = [data for data in offered if data.startswith(self._prefixes)]
        if not asked and not self._joining(person, step):
            self._asked.discard(person)
            return None
        if asked:
            self._asked.add(person)
        chosen = _scale(message, mind) or (asked or offered)[0]
        if self._joined and chosen.startswith(self._joined):
            self._members.add(person)
        return chosen

    def type(self, message: Message, mind: random.Random, *, step: int) -> str | None:
        """See the class."""
        person = int(message.chat["id"])
        if message.buttons or not message.text.rstrip().endswith("?"):
            return None
        if person in self._asked:
            return mind.choice(self._sentences)
        return str(message.chat["first_name"]).partition(" (")[0] if self._joining(person, step) else None

    def _joining(self, person: int, step: int) -> bool:
        return person not in self._members and step < self._steps


def _scale(message: Message, mind: random.Random) -> str | None:
    """One of 4–9 when the buttons are a scale of numbers."""
    numbers = {str(each["text"]): str(each["callback_data"]) for each in message.buttons if "callback_data" in each}
    if len([label for label in numbers if label.isdecimal()]) < _HIGH - _LOW:
        return None
    return numbers.get(str(mind.randint(_LOW, _HIGH)))


class Colleagues:
    """The crowd. `join` adds to it; `close` sends everybody home."""

    def __init__(
        self,
        simulator: Simulator,
        policy: Policy | None = None,
        *,
        seed: int = 1,
        pause_seconds: tuple[float, float] = (0.02, 0.09),
        name: str = COLLEAGUE,
    ) -> None:
        self._simulator = simulator
        self._policy: Policy = policy or DefaultPolicy()
        self._mind = random.Random(seed)  # noqa: S311 - play, not secrecy
        self._pause = pause_seconds
        self._name = name
        self._steps: dict[int, int] = {}
        self._answered: set[tuple[int, int, tuple[str, ...]]] = set()
        self._acts: set[asyncio.Task[None]] = set()
        self._watching: asyncio.Task[None] | None = None

    @property
    def people(self) -> list[Person]:
        """The marked people of this crowd."""
        return [person for person in self._simulator.people if person.id in self._steps]

    def join(self, payload: str, n: int) -> list[Person]:
        """Let `n` more people open the link; they act from now on. Needs a running event loop."""
        if self._watching is None:
            self._watching = asyncio.create_task(self._watch())
        newcomers = []
        for _ in range(n):
            name = self._name.format(number=len(self._steps) + 1)
            person = self._simulator.add_person(name, marked=True)
            self._steps[person.id] = 0
            newcomers.append(person)
            self._later(self._open(person, payload))
        return newcomers

    async def idle(self) -> None:
        """Until nobody of the crowd is about to do something. What the bot still prepares, it cannot see."""
        while self._acts:
            await asyncio.gather(*self._acts)

    async def close(self) -> None:
        """End."""
        tasks = [*self._acts, *([self._watching] if self._watching else [])]
        for task in tasks:
            task.cancel()
        for task in tasks:
            with suppress(asyncio.CancelledError):
                await task

    async def _watch(self) -> None:
        with self._simulator.events.listen() as news:
            while (event := await news.get()) is not None:
                self._notice(event)

    def _notice(self, event: Event) -> None:
        if event["kind"] not in {"message", "edited"} or event.get("chat") not in self._steps:
            return
        person = self._simulator.world.people[event["chat"]]
        message = self._simulator.world.message(person.id, event["message"]["message_id"])
        if message is None or not message.from_bot:
            return
        if event["kind"] == "edited" and not message.buttons:
            return
        self._later(self._act(person, message))

    async def _open(self, person: Person, payload: str) -> None:
        await self._breathe()
        self._simulator.open_link(person, payload)

    async def _act(self, person: Person, message: Message) -> None:
        """Answer one message, once; a keyboard that shrank to the chosen button is no new question."""
        await self._breathe()
        offered = tuple(str(each.get("callback_data", "")) for each in message.buttons)
        if message.deleted or person.blocked or any(data in message.pressed for data in offered):
            return
        if (person.id, message.id, offered) in self._answered:
            return
        self._answered.add((person.id, message.id, offered))
        step = self._steps[person.id]
        data = self._policy.choose(message, self._mind, step=step)
        words = None if data else self._policy.type(message, self._mind, step=step)
        with suppress(PhoneError):  # the button went while they thought about it
            if data is not None:
                self._simulator.press(person, message.id, data)
            elif words is not None:
                self._simulator.type(person, words)
            else:
                return
            self._steps[person.id] = step + 1

    async def _breathe(self) -> None:
        await asyncio.sleep(self._mind.uniform(*self._pause))

    def _later(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._acts.add(task)
        task.add_done_callback(self._acts.discard)
