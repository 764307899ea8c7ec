"""Trouble on demand: what goes wrong between a bot and Telegram, ordered beforehand and counted while it happens.

`simulator.faults` has a function for each kind; every one gives the `Fault`, whose `hits` says how often it struck:

    flood(seconds)              429 with `retry_after`; nothing takes effect
    error(code)                 500, 502, ... ; `when="after"`: the call took effect nevertheless; `page=True`: the HTML
                                page of a proxy instead of JSON
    hang(seconds)               no answer for so long (None: until `clear`, or until the bot hangs up), before the call
                                takes effect or after; whose caller hangs up before has no effect
    reset()                     a TCP reset instead of an answer, `when="before"` or "after" the call takes effect

Each takes `method` ("" means any), `chat` (None: any), `times` (how many calls; 0: all until `clear`) and `skip` (let so
many fitting calls pass first). Of several that fit, the one ordered first strikes. Faults of the stream of updates:

    twice(times)                the next updates are given once more after the bot acknowledged them; `kind`, `chat`
    out_of_order(count)         the next `count` updates are kept back until all are there, then given newest first
    ids_anew(first)             update ids start again there, as after a week of silence
    jump(seconds)               the simulator's clock jumps, back when negative

Another process orders the same over HTTP, with the names above as JSON:

    POST   /sim/faults           {"what": "flood", "seconds": 3, "method": "sendMessage", "chat": 6100000001, "times": 2}
                                 answers {"ok": true, "result": {"number": 1, "hits": 0, ...}}
    GET    /sim/faults           all of them
    GET    /sim/faults/1?wait=5  one; waits up to so many seconds until it has struck
    DELETE /sim/faults           take all away, and let go what hangs or is kept back
"""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, fields
from datetime import timedelta
from http import HTTPStatus
from typing import Any, Literal

from bot.clock import SettableClock
from bot.simulator.call import Call
from bot.simulator.errors import ApiError, ConnectionCutError, too_many
from bot.simulator.methods import METHODS
from bot.simulator.updates import KINDS, Waiting
from bot.simulator.world import World

When = Literal["before", "after"]
WHENS: tuple[When, ...] = ("before", "after")
_NUMBERS: dict[str, Any] = {
    **dict.fromkeys(("chat", "times", "skip", "code", "count", "first"), int),
    "seconds": (int, float),
}
_PHRASES = {status.value: status.phrase for status in HTTPStatus}
STRIKES = frozenset({"flood", "error", "hang", "reset"})


class FaultError(ValueError):
    """An order for a fault that cannot be: the words say what is wrong with it."""


@dataclass(eq=False)
class Fault:
    """One order. `seconds`: to wait (429) or to hang; `hits`: how often it struck; `skip`: how many it still lets by."""

    number: int
    what: str
    method: str = ""
    chat: int | None = None
    times: int = 1
    skip: int = 0
    when: When = "before"
    seconds: float | None = None
    code: int = 0
    page: bool = False
    kind: str = ""
    hits: int = 0
    kept: list[Waiting] = field(default_factory=list)

    def view(self) -> dict[str, Any]:
        """As JSON."""
        return {each.name: getattr(self, each.name) for each in fields(self) if each.name != "kept"}

    @property
    def spent(self) -> bool:
        """Has it struck as often as it may?"""
        return 0 < self.times <= self.hits


class Faults:
    """All orders for one simulator."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._orders: list[Fault] = []
        self._numbers = itertools.count(1)
        self._let_go = asyncio.Event()
        self._struck = asyncio.Event()
        world.updates.fate = self._fate

    @property
    def orders(self) -> list[Fault]:
        """All of them, those that are spent too, in order."""
        return list(self._orders)

    def flood(self, seconds: int, *, method: str = "", chat: int | None = None, times: int = 1, skip: int = 0) -> Fault:
        """429: come back after `seconds`."""
        if seconds < 1:
            raise FaultError("a flood needs at least 1 second to wait")
        return self._order("flood", seconds=int(seconds), method=method, chat=chat, times=times, skip=skip)

    def error(
        self,
        code: int = 500,
        *,
        method: str = "",
        chat: int | None = None,
        times: int = 1,
        skip: int = 0,
        when: When = "before",
        page: bool = False,
    ) -> Fault:
        """An answer of 500 or more, instead of the one that would be given."""
        if not 500 <= code <= 599:
            raise FaultError("an error's code lies between 500 and 599")
        return self._order("error", code=code, method=method, chat=chat, times=times, skip=skip, when=when, page=page)

    def hang(
        self,
        seconds: float | None = None,
        *,
        method: str = "",
        chat: int | None = None,
        times: int = 1,
        skip: int = 0,
        when: When = "before",
    ) -> Fault:
        """No answer for so long."""
        return self._order("hang", seconds=seconds, method=method, chat=chat, times=times, skip=skip, when=when)

    def reset(
        self, *, method: str = "", chat: int | None = None, times: int = 1, skip: int = 0, when: When = "before"
    ) -> Fault:
        """A TCP reset instead of an answer."""
        return self._order("reset", method=method, chat=chat, times=times, skip=skip, when=when)

    def twice(self, times: int = 1, *, kind: str = "", chat: int | None = None, skip: int = 0) -> Fault:
        """The next updates come once more after they were acknowledged."""
        if kind and kind not in KINDS:
            raise FaultError(f"there is no update of kind {kind!r}")
        return self._order("twice", times=times, kind=kind, chat=chat, skip=skip)

    def out_of_order(self, count: int = 2) -> Fault:
        """The next `count` updates come newest first."""
        if count < 2:
            raise FaultError("it takes two updates to be out of order")
        return self._order("out_of_order", times=count)

    def ids_anew(self, first: int = 1_000) -> Fault:
        """Update ids go on from here."""
        self._world.updates.restart_ids(first)
        return self._order("ids_anew", hits=1)

    def jump(self, seconds: float) -> Fault:
        """The clock jumps: messages carry the new time, old updates expire."""
        clock = self._world.clock
        if not isinstance(clock, SettableClock):
            raise FaultError("this simulator shows the machine's clock, which cannot be set; give it a SettableClock")
        clock.move_to(clock.now() + timedelta(seconds=seconds))
        self._world.events.tell("clock")
        return self._order("jump", seconds=seconds, hits=1)

    def order(self, what: str, **wishes: Any) -> Fault:
        """The same by name, for orders that come as JSON.

        Raises: FaultError for a name or wish that does not exist.
        """
        makers: dict[str, Callable[..., Fault]] = {
            "flood": self.flood, "error": self.error, "hang": self.hang, "reset": self.reset, "twice": self.twice,
            "out_of_order": self.out_of_order, "ids_anew": self.ids_anew, "jump": self.jump,
        }  # fmt: skip
        if what not in makers:
            raise FaultError(f"there is no fault {what!r}; there are {', '.join(makers)}")
        for name, wanted in _NUMBERS.items():
            given = wishes.get(name)
            if given is not None and (isinstance(given, bool) or not isinstance(given, wanted)):
                raise FaultError(f'"{name}" must be a {"whole " if wanted is int else ""}number')
        try:
            return makers[what](**wishes)
        except TypeError as error:
            raise FaultError(f"{what}: {error}") from error

    def clear(self) -> None:
        """Take all orders away, let go what hangs, give what was kept back."""
        orders, self._orders = self._orders, []
        for fault in orders:
            self._world.updates.give(fault.kept)
        self._let_go.set()
        self._let_go = asyncio.Event()

    async def wait_for_hit(self, fault: Fault, seconds: float) -> bool:
        """Until it has struck; False when it did not in so many seconds."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while not fault.hits:
                    await self._struck.wait()
        return fault.hits > 0

    def meet(self, method: str, chat: int | None) -> Fault | None:
        """The fault that strikes this call, counted."""
        for fault in self._orders:
            if fault.what not in STRIKES or fault.spent:
                continue
            if fault.method.lower() not in {"", method.lower()} or fault.chat not in {None, chat}:
                continue
            if fault.skip:
                fault.skip -= 1
                continue
            self._hit(fault)
            return fault
        return None

    async def strike(self, fault: Fault, call: Call) -> None:
        """Let it happen.

        Raises: ApiError or ConnectionCutError, as the fault wants it.
        """
        if fault.what == "flood":
            raise too_many(int(fault.seconds or 1))
        if fault.what == "error":
            raise ApiError(fault.code, _PHRASES.get(fault.code, "Unknown Error"), page=fault.page)
        if fault.what == "reset":
            raise ConnectionCutError
        await self._hang(fault, call)

    async def _hang(self, fault: Fault, call: Call) -> None:
        gone = asyncio.ensure_future(call.hung_up())
        free = asyncio.ensure_future(self._let_go.wait())
        try:
            await asyncio.wait({gone, free}, timeout=fault.seconds, return_when=asyncio.FIRST_COMPLETED)
            if gone.done():
                raise ConnectionCutError
        finally:
            gone.cancel()
            free.cancel()

    def _fate(self, update: Waiting) -> list[Waiting]:
        """What goes to the bot now that this update is born."""
        chat, kind = update.entry.chat, update.entry.kind
        for fault in self._orders:
            if fault.what != "twice" or fault.spent or fault.kind not in {"", kind} or fault.chat not in {None, chat}:
                continue
            if fault.skip:
                fault.skip -= 1
                continue
            update.again = True
            self._hit(fault)
            break
        for fault in self._orders:
            if fault.what == "out_of_order" and not fault.spent:
                fault.kept.append(update)
                self._hit(fault)
                if len(fault.kept) < fault.times:
                    return []
                kept, fault.kept = fault.kept, []
                return kept[::-1]
        return [update]

    def _hit(self, fault: Fault) -> None:
        fault.hits += 1
        self._struck.set()
        self._struck = asyncio.Event()

    def _order(self, what: str, **wishes: Any) -> Fault:
        fault = Fault(next(self._numbers), what, **wishes)
        if fault.method and fault.method.lower() not in METHODS:
            raise FaultError(f"there is no method {fault.method!r}")
        if fault.when not in WHENS:
            raise FaultError('"when" is "before" or "after"')
        if fault.times < 0 or fault.skip < 0:
            raise FaultError('"times" and "skip" cannot be negative')
        self._orders.append(fault)
        return fault
