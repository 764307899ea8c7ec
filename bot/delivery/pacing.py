"""Decides whose turn it is to send: reply > asked > unasked, within the limits of the bot and of each chat.

The rules, all of them on the injected monotonic clock (never on the calendar's clock):

1. A chat has one message under way at a time, and rests `chat_seconds` after the answer to it came in. Counting from
   the answer means that the channel, wherever the delay was, never sees two messages closer together.
2. The bot grants at most `per_second` turns a second, evenly spread, so that a reply never stands behind a clump.
   A turn leaves the count one second after its answer came in, or after `LOST` seconds without one. So no second on
   the channel's side ever holds more than `per_second` messages: a 429 is never our own doing.
3. Of those who may go, the lowest lane goes first, then who came first.
4. A 429 stops the chat it was given for. When several chats are stopped at once, or the caller says so, it stops the
   bot: the rate is halved once, and climbs back in a straight line over `RECOVERY` seconds.

It sends nothing and stores nothing; a bounded number of callers wait in it.
"""

from __future__ import annotations

import asyncio
import heapq
import itertools
import time
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

REPLY, ASKED, UNASKED = 0, 1, 2

WINDOW = 1.0
"""Seconds the channel is thought to count over."""
LOST = 5.0
"""Seconds after which a turn without an answer no longer holds up others."""
RECOVERY = 100.0
"""Seconds in which a rate of nothing would climb to the full rate; half of it takes half as long."""
CROWD = 3
"""So many chats told to wait within `CROWD_SECONDS`, and it is the bot that is too fast."""
CROWD_SECONDS = 2.0
_EPSILON = 1e-6


@dataclass(frozen=True, slots=True)
class Limits:
    """What the channel allows. Telegram: about 30 a second a bot, 1 a second a private chat, 20 a minute a group.

    Source: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
    """

    per_second: float = 30.0
    chat_seconds: float = 1.0
    group_seconds: float = 3.0

    def __post_init__(self) -> None:
        if self.per_second < 1 or self.chat_seconds < 0 or self.group_seconds < 0:
            raise ValueError("limits: at least one message a second, and no negative waits")


@dataclass(frozen=True, slots=True)
class Turn:
    """A granted turn; give it back with `Pacing.finished`."""

    number: int
    chat: str


@dataclass(order=True, slots=True)
class _Waiter:
    lane: int
    number: int
    turn: asyncio.Future[Turn] = field(compare=False)


@dataclass(slots=True)
class _Chat:
    free_at: float
    busy: int | None = None
    waiters: list[_Waiter] = field(default_factory=list)

    def first(self) -> _Waiter | None:
        while self.waiters and self.waiters[0].turn.done():  # given up by its caller
            heapq.heappop(self.waiters)
        return self.waiters[0] if self.waiters else None


class Pacing:
    """The turnstile before the channel. Belongs to one event loop."""

    def __init__(self, limits: Limits | None = None, *, monotonic: Callable[[], float] = time.monotonic) -> None:
        self.limits = limits or Limits()
        self._monotonic = monotonic
        self._numbers = itertools.count()
        self._chats: dict[str, _Chat] = {}
        self._ready: list[tuple[int, int, str]] = []  # may hold entries that are no longer true; checked when taken
        self._resting: list[tuple[float, str]] = []
        self._open: dict[int, tuple[float, str]] = {}  # granted, no answer yet, oldest first
        self._recent: deque[float] = deque()  # when each answered turn leaves the window
        self._next_at = 0.0
        self._halted_until = 0.0
        self._rate_then = self.limits.per_second
        self._rate_since = 0.0
        self._told: deque[tuple[float, str]] = deque()
        self._alarm: asyncio.TimerHandle | None = None

    @property
    def rate(self) -> float:
        """Turns a second at this moment: the limit, or less after a 429."""
        climbed = max(0.0, self._monotonic() - self._rate_since) * self.limits.per_second / RECOVERY
        return min(self.limits.per_second, self._rate_then + climbed)

    @asynccontextmanager
    async def turn(self, lane: int, chat: str) -> AsyncIterator[None]:
        """Wait for the turn, and give it back when the block ends: send within it."""
        granted = await self.admit(lane, chat)
        try:
            yield
        finally:
            self.finished(granted)

    async def admit(self, lane: int, chat: str) -> Turn:
        """Wait until a message of `lane` may go to `chat`. `finished` must be called when its answer came in.

        Cancelling the wait gives the place up.
        """
        future: asyncio.Future[Turn] = asyncio.get_running_loop().create_future()
        waiter = _Waiter(lane, next(self._numbers), future)
        place = self._chats.setdefault(chat, _Chat(free_at=0.0))
        heapq.heappush(place.waiters, waiter)
        self._offer(chat, place)
        self._settle()
        try:
            return await future
        except asyncio.CancelledError:
            if future.done() and not future.cancelled():
                self.finished(future.result())
            else:
                future.cancel()
                self._settle()
            raise

    def finished(self, turn: Turn) -> None:
        """The channel answered, or never will. Saying it twice is harmless."""
        now = self._monotonic()
        if self._open.pop(turn.number, None) is not None:
            self._recent.append(now + WINDOW)
        place = self._chats.get(turn.chat)
        if place is not None and place.busy == turn.number:
            place.busy = None
            self._rest(turn.chat, place, now + self._interval(turn.chat))
        self._settle()

    def told_to_wait(self, seconds: float, chat: str | None) -> None:
        """A 429 came, for a message to `chat`. `None`: it was meant for the whole bot."""
        now = self._monotonic()
        until = now + max(seconds, 0.0)
        if chat is not None:
            place = self._chats.setdefault(chat, _Chat(free_at=0.0))
            self._rest(chat, place, max(until, place.free_at))
            self._told.append((now, chat))
            while self._told[0][0] < now - CROWD_SECONDS:
                self._told.popleft()
        if chat is None or len({name for _, name in self._told}) >= CROWD:
            if now >= self._halted_until:  # the answers to what was under way tell the same once more
                self._rate_then = max(1.0, self.rate / 2)
            self._halted_until = max(self._halted_until, until)
            self._rate_since = self._halted_until
        self._settle()

    def _interval(self, chat: str) -> float:
        return self.limits.group_seconds if chat.startswith("-") else self.limits.chat_seconds

    def _rest(self, name: str, place: _Chat, until: float) -> None:
        place.free_at = until
        heapq.heappush(self._resting, (until, name))

    def _offer(self, name: str, place: _Chat) -> None:
        """Put the chat among those who may go, if it may."""
        first = place.first()
        if first and place.busy is None and place.free_at <= self._monotonic() + _EPSILON:
            heapq.heappush(self._ready, (first.lane, first.number, name))

    def _settle(self) -> None:
        """Grant what may be granted now, and set the alarm for the next moment something may change."""
        now = self._monotonic()
        self._forget(now)
        while self._ready:
            lane, number, name = self._ready[0]
            place = self._chats.get(name)
            first = place.first() if place else None
            if place is None or place.busy is not None or place.free_at > now + _EPSILON or first is None:
                heapq.heappop(self._ready)
                continue
            if (first.lane, first.number) != (lane, number):
                heapq.heappop(self._ready)
                if (first.lane, first.number) > (lane, number):  # the one meant gave up; the next takes its place
                    self._offer(name, place)
                continue
            moment = self._bot_free_at(now)
            if moment > now + _EPSILON:
                self._arm(now, moment)
                return
            heapq.heappop(self._ready)
            heapq.heappop(place.waiters)
            place.busy = number
            self._open[number] = (now, name)
            # A late alarm may catch up one place, so that lateness does not eat the rate; never more.
            self._next_at = max(self._next_at, now - 1 / self.rate) + 1 / self.rate
            first.turn.set_result(Turn(number, name))
        if self._resting:
            self._arm(now, self._resting[0][0])
        elif self._open:
            self._arm(now, next(iter(self._open.values()))[0] + LOST)

    def _forget(self, now: float) -> None:
        """Let go of what no longer counts."""
        for number in [n for n, (granted, _) in itertools.islice(self._open.items(), 64) if granted + LOST <= now]:
            _, name = self._open.pop(number)
            place = self._chats.get(name)
            if place is not None and place.busy == number:
                place.busy = None
                self._rest(name, place, now)
        while self._recent and self._recent[0] <= now + _EPSILON:
            self._recent.popleft()
        while self._resting and self._resting[0][0] <= now + _EPSILON:
            _, name = heapq.heappop(self._resting)
            place = self._chats.get(name)
            if place is None or place.busy is not None or place.free_at > now + _EPSILON:
                continue
            if place.first():
                self._offer(name, place)
            else:
                del self._chats[name]

    def _bot_free_at(self, now: float) -> float:
        moment = max(self._next_at, self._halted_until)
        room = max(1, int(self.rate + _EPSILON)) - len(self._open) - len(self._recent)
        if room > 0:
            return moment
        if self._recent and len(self._recent) > -room:
            return max(moment, self._recent[-room])
        return max(moment, next(iter(self._open.values()))[0] + LOST)  # all under way: `finished` settles earlier

    def _arm(self, now: float, moment: float) -> None:
        if self._alarm is not None:
            self._alarm.cancel()
        self._alarm = asyncio.get_running_loop().call_later(max(moment - now, 0.0), self._settle)
