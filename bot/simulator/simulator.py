"""The handle on a simulated Telegram: what tests, the page and the colleagues hold.

It answers the bot's calls (`answer`), lets people act (from `Phones`) and shows what stands on their phones.
Everything runs in one event loop.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import ClassVar, Protocol

from bot.clock import Clock
from bot.simulator import methods
from bot.simulator.call import Call
from bot.simulator.errors import ApiError, ConnectionCutError
from bot.simulator.events import Events
from bot.simulator.faults import Faults
from bot.simulator.ledger import CallEntry, Ledger
from bot.simulator.limits import Limits
from bot.simulator.phones import Phones
from bot.simulator.state import BotAccount, Json, Message, Person
from bot.simulator.transcript import transcript
from bot.simulator.webhook import Webhook
from bot.simulator.world import World

TOKEN = "7000000001:AAsimulator_simulator_simulator_abc"  # noqa: S105 - opens nothing but this simulator
TELEGRAM_LIMITS = Limits()


class Interference(Protocol):
    """The seam for a test's own mischief (ordinary faults: faults.py): sees every call before and after it takes effect.

    Either may wait (a hang), raise an `ApiError` (500, 429) or raise `ConnectionCutError` (the connection is cut).
    """

    async def before(self, call: Call) -> None:
        """Before the call takes effect."""

    async def after(self, call: Call) -> None:
        """After it took effect, before the answer goes."""


class Watcher(Protocol):
    """Looks on, and changes nothing: how the tests hold every call against the published interface."""

    def came(self, call: Call) -> None:
        """As it came in, whatever becomes of it."""

    def answered(self, call: Call) -> None:
        """With its `result` or `error`; not told where the connection was cut."""


class Simulator(Phones):
    """One bot's Telegram."""

    watchers: ClassVar[list[Watcher]] = []
    """Those who look on at every simulator of this process."""

    def __init__(
        self,
        clock: Clock,
        *,
        token: str = TOKEN,
        username: str = "aanzet_bot",
        first_name: str = "Aanzet",
        limits: Limits | None = TELEGRAM_LIMITS,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(World(clock, BotAccount(token, username, first_name), limits, monotonic))
        self.faults = Faults(self.world)
        """Trouble on demand: see faults.py."""
        self.interference: Interference | None = None
        self.on_call: list[Callable[[Call], None]] = []
        self.notice: Json = {}
        """What whoever runs the simulator has to say above the phones; see `put_up`."""
        self._webhook = Webhook(self.world, self.answer)

    def put_up(self, notice: Json) -> None:
        """Show a notice above the phones from now on, in place of the last one.

        `{"files": names, "mistakes": [{"file", "line", "code", "what", "remedy"}], "more": mistakes left out,
        "remarks": [the same]}`: what became of files that changed. `remarks`, when there are any, stand in the way of nothing.
        """
        self.notice = notice
        self.events.tell("notice", notice=notice)

    @property
    def token(self) -> str:
        """The token the bot needs."""
        return self.world.bot.token

    @property
    def people(self) -> list[Person]:
        """Everybody with a phone, in order of arrival."""
        return list(self.world.people.values())

    @property
    def ledger(self) -> Ledger:
        """Every update and every call: see ledger.py."""
        return self.world.ledger

    @property
    def events(self) -> Events:
        """What happens, to listen to."""
        return self.world.events

    def link(self, payload: str = "") -> str:
        """A deep link to the bot."""
        return f"https://t.me/{self.world.bot.username}" + (f"?start={payload}" if payload else "")

    async def answer(self, call: Call) -> Call:
        """Let a call take effect; its `result` or `error` is filled in.

        Raises: ConnectionCutError, when a fault cuts the connection or the caller has hung up.
        """
        entry = self._came(call)
        try:
            await self._carry_out(call, entry)
            self._answered(entry, "ok")
        except ApiError as error:
            call.error = error
            self._answered(entry, "refused", error.code, error.description)
        except ConnectionCutError:
            self._answered(entry, "cut")
            raise
        for tell in self.on_call:
            tell(call)
        for watcher in self.watchers:
            watcher.answered(call)
        return call

    def refuse(self, call: Call, error: ApiError) -> None:
        """Write down a call that could not even be read."""
        self._answered(self._came(call), "refused", error.code, error.description)

    def _came(self, call: Call) -> CallEntry:
        for watcher in self.watchers:
            watcher.came(call)
        files = {name: len(upload.content) for name, upload in call.uploads.items()}
        chat = methods.chat_of(self.world, call)
        entry = self.ledger.came(methods.proper_name(call.method), call.values, files, chat)
        self.events.tell("call", number=entry.number)
        return entry

    def _answered(self, entry: CallEntry, outcome: str, code: int | None = None, words: str = "") -> None:
        self.ledger.answered(entry, outcome, code, words)
        self.events.tell("call", number=entry.number)

    async def _carry_out(self, call: Call, entry: CallEntry) -> None:
        fault = self.faults.meet(entry.method, entry.chat)
        if fault is not None:
            entry.fault = fault.number
            if fault.when == "before":
                await self.faults.strike(fault, call)
        if self.interference is not None:
            await self.interference.before(call)
        call.result = await methods.answer(self.world, call)
        self.ledger.took_effect(entry, call.result)
        self._webhook.follow()
        if self.interference is not None:
            await self.interference.after(call)
        if fault is not None and fault.when == "after":
            await self.faults.strike(fault, call)

    def chat(self, person: Person) -> list[Message]:
        """What stands on somebody's phone, oldest first."""
        return self.world.messages(person.id)

    def last(self, person: Person) -> Message:
        """The newest message of the bot on somebody's phone.

        Raises: LookupError when there is none.
        """
        for message in reversed(self.chat(person)):
            if message.from_bot:
                return message
        raise LookupError(f"the bot has not said anything to {person.first_name}")

    def transcript(self, person: Person) -> str:
        """What stands on somebody's phone, as text (see transcript.py)."""
        return transcript(self.chat(person))

    async def wait_for(
        self,
        person: Person,
        wanted: str | Callable[[Message], bool],
        timeout: float = 5.0,  # noqa: ASYNC109 - a test says how long it waits
        *,
        after: int = 0,
    ) -> Message:
        """The newest message of the bot that contains the text or fits the predicate, now or as soon as it comes.

        `after`: only messages with a higher id count.

        Raises: TimeoutError with the transcript.
        """

        def fits(message: Message) -> bool:
            return wanted in message.text if isinstance(wanted, str) else wanted(message)

        def found() -> Message | None:
            candidates = (each for each in reversed(self.chat(person)) if each.from_bot and each.id > after)
            return next((each for each in candidates if fits(each)), None)

        with self.events.listen() as news:
            try:
                async with asyncio.timeout(timeout):
                    while (message := found()) is None:
                        await news.get()
            except TimeoutError as error:
                what = repr(wanted) if isinstance(wanted, str) else "the wanted message"
                raise TimeoutError(
                    f"{person.first_name} did not get {what} within {timeout} s:\n{self.transcript(person)}"
                ) from error
        return message

    async def wait_until(
        self,
        condition: Callable[[], bool],
        timeout: float = 5.0,  # noqa: ASYNC109 - a test says how long it waits
    ) -> None:
        """Until a condition on the simulator holds; it is looked at whenever something happens.

        Raises: TimeoutError.
        """
        with self.events.listen() as news:
            async with asyncio.timeout(timeout):
                while not condition():
                    await news.get()

    async def close(self) -> None:
        """End polls, event streams and the webhook, so that a server can stop."""
        self.faults.clear()
        self.world.updates.close()
        self.events.close()
        await self._webhook.close()
