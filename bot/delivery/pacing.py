"""Decides whose turn it is to send: reply > asked > unasked, within the limits of the bot and of each chat.

The rules, all of them on the injected monotonic clock (never on the calendar's clock):

1. A chat has one message under way at a time, and rests `chat_seconds` after the answer to it came in. Counting from
   the answer means that the channel, wherever the delay was, never sees two messages closer together.
2. The bot grants at most `per_second` turns a second, evenly spread, so that a reply never stands behind a clump.
   A turn leaves the count one second after its answer came in, less the time that every trip there and back takes of
   late (a message granted then cannot be there any sooner), or after `LOST` seconds without an answer. So no second on
   the channel's side ever holds more than `per_second` messages: a 429 is never our own doing, and distance costs nothing.
3. Of those who may go, the lowest lane goes first, then who came first.
4. A 429 stops the chat it was given for, and its interval is learnt (`allowance.py`). Several chats slowed down teach
   all of their kind. It stops the bot, and the bot's rate is learnt, when the caller says so, when several chats are
   told at once, or when that chat got nothing for so long that its own limit cannot be meant.
5. What changes a message beside the talk (other buttons) counts as a message does, takes a turn after the replies, and
   gives way where anybody was told to wait; it makes no chat rest, for the reply comes in the same moment.

It sends nothing and stores nothing; a bounded number of callers wait in it.
"""

from __future__ import annotations

import asyncio
import heapq
import itertools
import time
from collections import deque
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from bot.delivery.allowance import Allowance

REPLY, ASKED, UNASKED = 0, 1, 2
BESIDE = 0.5
"""The lane of what changes a message: after replies, before everything else."""

WINDOW = 1.0
"""Seconds the channel is thought to count over."""
LOST = 5.0
"""Seconds after which a turn without an answer no longer holds up others."""
CROWD = 3
"""So many chats told to wait within `CROWD_SECONDS`, and it is the bot that is too fast."""
CROWD_SECONDS = 2.0
SLOWED_SECONDS = 600.0
"""`CROWD` chats slowed down within so long, and all of their kind are."""
PATIENCE_SECONDS = 5.0
"""A 429 up to this long is waited out in place; a longer one puts the row to rest, and needs a crowd to stop the bot."""
QUIET_SECONDS, GROUP_QUIET_SECONDS = 10.0, 60.0
"""A chat, or a group, that got nothing for so long cannot be over a limit of its own."""
LEAST, CHAT_LEAST = 0.1, 1 / 60
"""Messages a second that are always tried, by the bot and in a chat."""
_EPSILON = 1e-6
_TRIPS, _ENOUGH_TRIPS, _LONGEST_TRIP = 64, 16, 0.25


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
    lane: float
    number: int
    turn: asyncio.Future[Turn] = field(compare=False)


@dataclass(slots=True)
class _Chat:
    free_at: float
    told_until: float = 0.0
    last: float = float("-inf")  # when a message arrived
    busy: int | None = None
    refused: bool = False  # the one under way
    remembered: bool = False  # stands in the list of those that are looked at again
    own: Allowance | None = None
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
        self._began = monotonic()
        self._numbers = itertools.count()
        self._chats: dict[str, _Chat] = {}
        self._ready: list[tuple[float, int, str]] = []  # may hold entries that are no longer true; checked when taken
        self._resting: list[tuple[float, str]] = []
        self._remembered: list[tuple[float, str]] = []
        self._open: dict[int, tuple[float, str]] = {}  # granted, no answer yet, oldest first
        self._recent: deque[float] = deque()  # answers still in the window
        self._taken: deque[float] = deque()  # messages that arrived, in the last second
        self._trips: deque[float] = deque(maxlen=_TRIPS)
        self._sure_trip = 0.0
        self._next_at = 0.0
        self._halted_until = 0.0
        self._bot = Allowance(self.limits.per_second, least=LEAST)
        self._kinds: dict[bool, Allowance] = {}  # of groups, of people: once learnt
        self._told: deque[tuple[float, str]] = deque()
        self._slowed: deque[tuple[float, str]] = deque()
        self._alarm: asyncio.TimerHandle | None = None

    @property
    def rate(self) -> float:
        """Turns a second at this moment: the limit, or what was learnt from a 429."""
        return self._bot.rate(self._monotonic())

    def interval(self, chat: str) -> float:
        """Seconds between messages to this chat at this moment: the limit, or what was learnt from a 429."""
        if chat.startswith("~"):
            return 0.0
        assumed, now = self._assumed(chat), self._monotonic()
        place = self._chats.get(chat)
        learnt = [each for each in (self._kinds.get(chat.startswith("-")), place.own if place else None) if each]
        return max(assumed, *(1 / each.rate(now) for each in learnt)) if learnt else assumed

    def gives_way(self, chat: str) -> bool:
        """Whether what nobody waits for (a change of buttons, "typing") is better left out now: somebody must wait."""
        now = self._monotonic()
        place = self._chats.get(chat)
        told = place is not None and (place.told_until > now or (place.own is not None and place.own.lowered(now)))
        return told or self._halted_until > now

    @asynccontextmanager
    async def turn(self, lane: float, chat: str) -> AsyncIterator[None]:
        """Wait for the turn, and give it back when the block ends: send within it, and tell of a 429 within it."""
        granted = await self.admit(lane, chat)
        try:
            yield
        finally:
            self.finished(granted)

    @asynccontextmanager
    async def beside(self, chat: str) -> AsyncIterator[bool]:
        """Wait for the turn of a change to a message in `chat`; False when it gives way: then leave it."""
        if self.gives_way(chat):
            yield False
            return
        async with self.turn(BESIDE, f"~{chat}"):
            yield not self.gives_way(chat)

    async def admit(self, lane: float, chat: str) -> Turn:
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
        place = self._chats.get(turn.chat)
        mine = place is not None and place.busy == turn.number
        refused = place is not None and mine and place.refused
        granted = self._open.pop(turn.number, None)
        if granted is not None:
            self._recent.append(now)
            if not refused:
                self._taken.append(now)
            self._trips.append(now - granted[0])
            self._sure_trip = _sure(self._trips)
        if place is not None and mine:
            place.busy, place.refused = None, False
            if not refused:
                place.last = now
            self._rest(turn.chat, place, max(place.told_until, now + self.interval(turn.chat)))
        self._settle()

    def told_to_wait(self, seconds: float, chat: str | None) -> None:
        """A 429 came, for a message to `chat`: say it before its turn ends. `None`: it was meant for the whole bot."""
        now = self._monotonic()
        until = now + max(seconds, 0.0)
        whole = chat is None
        if chat is not None:
            place = self._chats.setdefault(chat, _Chat(free_at=0.0))
            place.refused = place.busy is not None
            place.told_until = max(place.told_until, until)
            if place.busy is None:
                self._rest(chat, place, max(until, place.free_at))
            self._told.append((now, chat))
            while self._told[0][0] < now - CROWD_SECONDS:
                self._told.popleft()
            whole = len({name for _, name in self._told}) >= CROWD or (
                seconds <= PATIENCE_SECONDS and now - max(place.last, self._began) > _quiet(chat)
            )
            if not whole:
                self._slow_down(chat, place, now, until)
        if whole:
            if now >= self._halted_until:  # the answers to what was under way tell the same once more
                self._forget(now)
                self._bot.refused(now, until, (len(self._taken) + 1) / WINDOW)
            self._halted_until = max(self._halted_until, until)
            self._bot.waits_until(self._halted_until)
        self._settle()

    def _slow_down(self, chat: str, place: _Chat, now: float, until: float) -> None:
        """Learn how far apart the channel wants this chat's messages; and all of its kind, when several tell it."""
        assumed, group = self._assumed(chat), chat.startswith("-")
        if assumed <= 0:
            return
        wanted = until - place.last  # endless when nothing went there: then half as fast
        place.own = place.own or Allowance(1 / assumed, least=CHAT_LEAST)
        place.own.refused(now, until, 1 / wanted)
        self._slowed = deque(each for each in self._slowed if each[0] > now - SLOWED_SECONDS and each[1] != chat)
        self._slowed.append((now, chat))
        if sum(name.startswith("-") == group for _, name in self._slowed) >= CROWD:
            kind = self._kinds.setdefault(group, Allowance(1 / assumed, least=CHAT_LEAST))
            if kind.rate(now) * wanted > 1:
                kind.refused(now, until, 1 / wanted)

    def _assumed(self, chat: str) -> float:
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
                place.busy, place.refused = None, False
                self._rest(name, place, now)
        while self._recent and self._leaves(self._recent[0]) <= now + _EPSILON:
            self._recent.popleft()
        while self._taken and self._taken[0] <= now - WINDOW:
            self._taken.popleft()
        while self._resting and self._resting[0][0] <= now + _EPSILON:
            _, name = heapq.heappop(self._resting)
            place = self._chats.get(name)
            if place is None or place.busy is not None or place.free_at > now + _EPSILON:
                continue
            if place.first():
                self._offer(name, place)
            elif not place.remembered:
                place.remembered = True
                heapq.heappush(self._remembered, (self._wanted_until(name, place, now), name))
        while self._remembered and self._remembered[0][0] <= now:
            _, name = heapq.heappop(self._remembered)
            place = self._chats[name]
            if place.busy is not None or place.free_at > now + _EPSILON or place.first():
                place.remembered = False  # it comes again when it has rested
                continue
            if (until := self._wanted_until(name, place, now)) > now:
                heapq.heappush(self._remembered, (until, name))
            else:
                del self._chats[name]

    def _wanted_until(self, name: str, place: _Chat, now: float) -> float:
        """Until when a chat for which nothing waits is still remembered."""
        if place.own is not None and place.own.lowered(now):
            return now + SLOWED_SECONDS
        return place.last + _quiet(name)

    def _leaves(self, answered: float) -> float:
        """When an answered turn leaves the window. A rate below a whole number a second counts over a shorter one."""
        whole = max(1, int(self.rate + _EPSILON))
        return answered + min(WINDOW, whole / self.rate) - self._sure_trip

    def _bot_free_at(self, now: float) -> float:
        moment = max(self._next_at, self._halted_until)
        room = max(1, int(self.rate + _EPSILON)) - len(self._open) - len(self._recent)
        if room > 0:
            return moment
        if self._recent and len(self._recent) > -room:
            return max(moment, self._leaves(self._recent[-room]))
        return max(moment, next(iter(self._open.values()))[0] + LOST)  # all under way: `finished` settles earlier

    def _arm(self, now: float, moment: float) -> None:
        if self._alarm is not None:
            self._alarm.cancel()
        self._alarm = asyncio.get_running_loop().call_later(max(moment - now, 0.0), self._settle)


def _sure(trips: Collection[float]) -> float:
    """Seconds that any trip takes: the shortest seen, less what they differ by, for a still shorter one may come."""
    if len(trips) < _ENOUGH_TRIPS:
        return 0.0
    ordered = sorted(trips)
    return min(max(2 * ordered[0] - ordered[len(ordered) // 2], 0.0), _LONGEST_TRIP)


def _quiet(chat: str) -> float:
    if chat.startswith("~"):
        return 0.0
    return GROUP_QUIET_SECONDS if chat.startswith("-") else QUIET_SECONDS
