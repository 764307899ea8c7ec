"""Takes what is due out of the outbox and sees it brought: one recipient at a time, in order; others side by side.

The rules:

1. The rows are the truth. What is under way is known in memory only, bounded per lane, and due again after a crash.
2. Every lane has room of its own, so that a reply never waits for a place behind a broadcast; a message that still
   waits for its turn makes way when something more urgent is due for the same recipient. Only what has room is read.
3. A row that failed rests in real time, whatever the clock does; its `due_at` is moved, so that it does not count as
   due. It holds back only later messages to the same recipient in the same lane.
4. When nothing gets through at all, one message at a time tries, with growing waits, until one does.
5. An occasion goes to the services, which replace, postpone or drop its row. Leaving it as it is, is a fault: it rests.
   It begins only when its lane has room for the message it may become: a broadcast finds its words copy by copy, at the
   pace it goes out, and never fills the outbox, or keeps the database from the talk, ahead of that.
6. What was given to the channel may have been read, also by a process that was killed before it could say so.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter, OrderedDict
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from typing import Protocol

import structlog

from bot.clock import Clock
from bot.delivery.courier import Courier, OnDelivered, Rest, Sender, retry_seconds
from bot.delivery.pacing import ASKED, REPLY, UNASKED, Pacing
from bot.stages import Stage, no_stage
from storage import outbox, people
from storage.errors import StorageError
from storage.outbox import OutboxRow, Room
from storage.people import Reach
from storage.store import Store

log = structlog.get_logger(__name__)

ROOM = {REPLY: 128, ASKED: 32, UNASKED: 16}
"""Messages under way at once, a lane. Unasked: enough to keep 30 a second going, few enough to make way."""
OCCASIONS = 4
"""Occasions under way at once: they share one database with the talk."""
PAGE = 32
"""So many rows of a lane are read at once."""
DOWN_AFTER = 3
"""So many failures in a row, and nothing gets through."""
LONGEST_DOWN_SECONDS = 30.0
OCCASION_ATTEMPTS = 10
OCCASION_REST_SECONDS = 60.0
_REMEMBERED = 1024


class Occasions(Protocol):
    """The services' side of an occasion."""

    async def due(self, row: OutboxRow) -> None:
        """Replace, postpone or drop the row, in a transaction of its own."""
        ...


@dataclass(eq=False, slots=True)
class _Flight:
    """A row under way. `settled`: it has its turn (or is an occasion), and can no longer make way."""

    row: OutboxRow
    settled: bool
    looked: int = -1
    """For a row that was handed over: how often the outbox had been looked through by then."""
    task: asyncio.Task[None] | None = None

    def makes_way_for(self, lane: int) -> bool:
        """Whether something of `lane` to the same recipient goes first."""
        return not self.settled and lane < self.row.lane


class Dispatcher:
    """The loop between the outbox and the channel. `run` it in a task; `wake` it when something may be due."""

    def __init__(
        self,
        store: Store,
        sender: Sender,
        pacing: Pacing,
        clock: Clock,
        occasions: Occasions,
        *,
        on_delivered: OnDelivered | None = None,
        stage: Stage = no_stage,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._store = store
        self._clock = clock
        self._occasions = occasions
        self._stage = stage
        self._monotonic = monotonic
        self._courier = Courier(
            store,
            sender,
            pacing,
            clock,
            on_delivered=on_delivered,
            on_answer=self._answered,
            stage=stage,
            monotonic=monotonic,
        )
        self._flights: dict[str, _Flight] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._resting: dict[int, tuple[OutboxRow, Rest]] = {}
        self._risen: dict[int, tuple[OutboxRow, Rest]] = {}
        self._refused: OrderedDict[int, int] = OrderedDict()  # how often the store refused an occasion
        self._used: OrderedDict[int, datetime] = OrderedDict()
        self._idle: list[asyncio.Future[None]] = []
        self._awake = asyncio.Event()
        self._seen_off = asyncio.Event()  # `stop` waited for what was under way
        self._ended = asyncio.Event()
        self._ended.set()
        self._stopping = False
        self._failures = 0
        self._down_until = 0.0
        self._left_over = 0
        self._looked = 0
        self._left_nothing = False

    @property
    def reaches_channel(self) -> bool:
        """False while nothing gets through: for the health page."""
        return self._failures < DOWN_AFTER

    def wake(self) -> None:
        """Something may be due. Cheap, and safe to call often."""
        self._awake.set()

    async def resume(self) -> None:
        """After a start, before anybody is answered: what an earlier life left in the outbox, it may have sent.

        Raises: StorageError.
        """
        async with self._store.transaction() as tx:
            self._left_over = await outbox.last_id(tx)

    def take_back(self, recipient: str, rows: Collection[int]) -> bool:
        """Hold these rows of a recipient back; False where one of them was given to the channel, or may have been.

        To be called inside the transaction that replaces the rows: as long as it is open, none of them starts anew.
        """
        if any(row <= self._left_over for row in rows):
            return False
        flight = self._flights.get(recipient)
        if flight is not None and flight.row.id in rows:
            if flight.settled or flight.task is None:
                return False
            flight.task.cancel()
        return True

    def hand_over(self, row: OutboxRow, reach: Reach) -> bool:
        """Start a row that was committed this very moment, without looking it up; False where it must be looked up.

        To be called before anything else is awaited, so that no claim can have seen the row; and only for a row before
        which nothing waits for that recipient in that lane, for this asks the outbox nothing.
        """
        if self._ended.is_set() or self._monotonic() < self._down_until:
            return False
        return self._start(row, reach, looked=self._looked if self._left_nothing else -1)

    async def idle(self) -> None:
        """Wait until nothing is due and nothing is under way. Needs `run`.

        What rests after a failure does not count, nor what cannot be tried while the channel is out of reach.
        """
        if self._stopping:
            return
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._idle.append(future)
        self.wake()
        await future

    async def run(self) -> None:
        """Work until `stop`. When cancelled, what is being sent gets a moment to be marked.

        Raises: nothing of the channel or a refusing disk; a fault of the program passes through.
        """
        self._stopping = False
        self._seen_off.clear()
        self._ended.clear()
        trouble = 0
        try:
            while not self._stopping:
                self._awake.clear()
                self._looked += 1
                self._left_nothing = False
                try:
                    quiet = await self._claim()
                    trouble = 0
                except StorageError as error:
                    trouble += 1
                    wait = retry_seconds(trouble)
                    log.error("store_refuses", error=type(error).__name__, remedy=str(error), seconds=wait)  # noqa: TRY400
                    asyncio.get_running_loop().call_later(wait, self.wake)
                    quiet = False
                self._left_nothing = quiet
                if quiet and not self._flights and not self._awake.is_set():
                    self._release_idle()
                await self._awake.wait()
            await self._seen_off.wait()
        finally:
            self._stopping = True
            await self._land(seconds=2.0)
            self._release_idle()
            self._ended.set()

    async def stop(self, timeout: float = 10.0) -> None:  # noqa: ASYNC109 - the caller says how patient it is
        """Take nothing new; let what is being sent finish, at most `timeout` seconds. The rest stays due."""
        self._stopping = True
        try:
            await self._land(timeout)
        finally:
            self._seen_off.set()
            self.wake()
        await self._ended.wait()

    async def _land(self, seconds: float) -> None:
        for flight in list(self._flights.values()):
            if not flight.settled and flight.task is not None:
                flight.task.cancel()
        try:
            if self._tasks:
                await asyncio.wait(set(self._tasks), timeout=seconds)
        finally:  # whoever is in a hurry cancels this wait: nothing may outlive it
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)

    def _release_idle(self) -> None:
        for future in self._idle:
            if not future.done():
                future.set_result(None)
        self._idle.clear()

    async def _claim(self) -> bool:
        """Start what is due and has room. True when nothing that is due was left, save what rests."""
        if self._monotonic() < self._down_until:
            return True
        while not self._stopping:
            rooms = self._rooms()
            risen = list(self._risen.values())
            if not rooms and not risen:
                return False
            async with self._store.transaction() as tx:
                for row, rest in risen:
                    await outbox.postpone(tx, row.id, row.due_at, rest.attempts)
                rows = await outbox.due_in(tx, self._clock.now(), rooms)
                ids = {row.person_id for row in rows if row.form == "message" and row.person_id is not None}
                reaches = await people.reach(tx, ids) if ids else []
            for row, _ in risen:  # another may have risen meanwhile
                self._risen.pop(row.id, None)
            reach: dict[str, Reach] = {}
            for each in reaches:  # of somebody with two phones, one that works
                if each.person_id not in reach or reach[each.person_id].blocked:
                    reach[each.person_id] = each
            awake = [row for row in rows if row.id not in self._resting]
            started = sum(self._start(row, reach.get(row.person_id or "")) for row in awake)
            if not started:
                return not awake
            if not self.reaches_channel or not self._more(rooms, rows):
                return False  # what was started lands, and wakes us
        return True

    def _more(self, rooms: dict[int, Room], rows: list[OutboxRow]) -> bool:
        """Whether more may be due than was read, and has room: so much was read as was asked for."""
        read = Counter((row.lane, row.form) for row in rows)
        left = {lane: self._room(lane) for lane in rooms}
        return any(
            (read[lane, "message"] >= room.messages and left[lane].messages > 0)
            or (read[lane, "occasion"] >= room.occasions > 0 and left[lane].occasions > 0)
            for lane, room in rooms.items()
        )

    def _room(self, lane: int) -> Room:
        """For how many more of this lane there is room now."""
        flights = self._flights.values()
        left = ROOM[lane] - sum(flight.row.lane == lane for flight in flights)
        return Room(left, min(left, OCCASIONS - sum(flight.row.form == "occasion" for flight in flights)))

    def _rooms(self) -> dict[int, Room]:
        """What to read: so many as have room, and no recipient for whom nothing of that lane can begin now."""
        if self._flights and not self.reaches_channel:
            return {}
        resting = Counter(row.lane for row, _ in islice(self._resting.values(), _REMEMBERED))
        rooms = {}
        for lane in ROOM:
            room = self._room(lane)
            if room.messages > 0:
                rooms[lane] = Room(
                    min(room.messages, PAGE) + resting[lane],
                    room.occasions + resting[lane] if room.occasions > 0 else 0,
                    [name for name, flight in self._flights.items() if not flight.makes_way_for(lane)],
                )
        return rooms

    def _start(self, row: OutboxRow, reach: Reach | None, *, looked: int = -1) -> bool:
        """Set a row under way, if its recipient and its lane have room."""
        if self._stopping:  # asked to while the store was waited for
            return False
        before = self._flights.get(row.recipient)
        if before is not None and not before.makes_way_for(row.lane):
            return False
        occasion = row.form == "occasion"
        room = self._room(row.lane)
        if (room.occasions if occasion else room.messages) <= 0 or (self._flights and not self.reaches_channel):
            return False
        if before is not None and before.task is not None:
            before.task.cancel()  # makes way: its row is still due
        flight = _Flight(row, settled=occasion, looked=looked)
        self._flights[row.recipient] = flight
        flight.task = asyncio.get_running_loop().create_task(self._fly(flight, reach))
        flight.task.add_done_callback(lambda task: self._landed(flight, task))
        self._tasks.add(flight.task)
        self._stage("claimed")
        return True

    async def _fly(self, flight: _Flight, reach: Reach | None) -> None:
        row = flight.row
        try:
            rest = await (self._occasion(row) if row.form == "occasion" else self._message(row, reach, flight))
        except Exception:  # one row must not stop the others
            log.exception("row_broke", row=row.id, kind=row.kind, form=row.form)
            rest = Rest(OCCASION_REST_SECONDS, row.attempts + 1)
        if rest is not None and not self._stopping:
            self._resting[row.id] = (row, rest)
            asyncio.get_running_loop().call_later(rest.seconds, self._rise, row.id)

    def _landed(self, flight: _Flight, task: asyncio.Task[None]) -> None:
        """Also called for a flight that was cancelled before it began."""
        self._tasks.discard(task)
        if self._flights.get(flight.row.recipient) is flight:
            del self._flights[flight.row.recipient]
        if flight.looked != self._looked or self._idle:
            self.wake()  # otherwise nobody was passed over for it: nothing was due before it, nobody has looked since

    async def _message(self, row: OutboxRow, reach: Reach | None, flight: _Flight) -> Rest | None:
        def granted() -> None:
            flight.settled = True

        return await self._courier.carry(row, reach, granted)

    async def _occasion(self, row: OutboxRow) -> Rest | None:
        if self._used.get(row.id) == row.due_at:
            log.error("occasion_left_standing", row=row.id, kind=row.kind)
            return await self._occasion_failed(row, OCCASION_REST_SECONDS)
        try:
            await self._occasions.due(row)
        except StorageError as error:
            log.error("store_refuses", error=type(error).__name__, remedy=str(error), row=row.id)  # noqa: TRY400 - known
            self._refused[row.id] = refusals = self._refused.pop(row.id, 0) + 1
            while len(self._refused) > _REMEMBERED:
                self._refused.popitem(last=False)
            return Rest(retry_seconds(refusals), row.attempts)  # no fault of the occasion, which has few to spend
        except Exception:  # a fault in one service must not stop the others
            log.exception("occasion_broke", row=row.id, kind=row.kind, attempts=row.attempts + 1)
            return await self._occasion_failed(row, retry_seconds(row.attempts + 1))
        self._refused.pop(row.id, None)
        self._used[row.id] = row.due_at
        while len(self._used) > _REMEMBERED:
            self._used.popitem(last=False)
        return None

    async def _occasion_failed(self, row: OutboxRow, seconds: float) -> Rest | None:
        self._used.pop(row.id, None)
        now = self._clock.now()
        async with self._store.transaction() as tx:
            if row.attempts + 1 >= OCCASION_ATTEMPTS or (row.not_after is not None and now > row.not_after):
                await outbox.drop(tx, row.id, "fault", now)
                return None
            await outbox.postpone(tx, row.id, now + timedelta(seconds=seconds), row.attempts + 1)
        return Rest(seconds, row.attempts + 1)

    def _rise(self, row_id: int) -> None:
        """A row has rested: it becomes due as it was."""
        if (rested := self._resting.pop(row_id, None)) is not None:
            self._risen[row_id] = rested
            self.wake()

    def _answered(self, reached: bool) -> None:
        if reached:
            if not self.reaches_channel:
                log.info("channel_reached_again")
                self._down_until = 0.0
                for row_id in [row_id for row_id, (_, rest) in self._resting.items() if rest.network]:
                    self._rise(row_id)
            self._failures = 0
            return
        self._failures += 1
        if self._failures == DOWN_AFTER:
            log.warning("channel_not_reached")
        if self._failures >= DOWN_AFTER:
            wait = min(LONGEST_DOWN_SECONDS, 2.0 ** min(self._failures - DOWN_AFTER, 10))
            self._down_until = self._monotonic() + wait
            asyncio.get_running_loop().call_later(wait, self.wake)
