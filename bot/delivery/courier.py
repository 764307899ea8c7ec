"""Carries one message: waits for its turn, hands it to the channel, and keeps what became of it.

After a delivery nothing else happens to the row before that is on the disk, however long the disk refuses: a row that
was sent and not marked would be sent again. A crash in between repeats that one message (no channel we know offers
exactly-once sending: tdlib/telegram-bot-api#482).
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

import structlog

from bot.clock import Clock
from bot.delivery.pacing import PATIENCE_SECONDS, UNASKED, Pacing
from bot.delivery.post import opened
from bot.messages import Address, Delivered, Failed, Message, Outcome, Refused, Unreachable, Wait
from bot.stages import Stage, no_stage
from storage import outbox, people
from storage.errors import Erased, StorageError, Unreadable
from storage.outbox import OutboxRow
from storage.people import Reach
from storage.store import Store, Transaction

log = structlog.get_logger(__name__)

LONGEST_RETRY_SECONDS = 60.0
GIVE_UP_AFTER = timedelta(days=2)
GIVE_UP_ATTEMPTS = 30
_FRESH_SECONDS = 0.05
"""A row that waited longer for its turn is looked up again: it may have been taken back."""
_STORE_RETRY_SECONDS = 0.2, 15.0


class Sender(Protocol):
    """The channel. Never raises for what the channel or the network does: that is an `Outcome`."""

    async def send(self, address: Address, message: Message) -> Outcome:
        """Send one message and say what became of it."""
        ...


OnDelivered = Callable[[Transaction, OutboxRow, int | None], Awaitable[None]]
"""Told of rows with a subject, in the transaction that marks the delivery, with the channel's id of the message."""


@dataclass(frozen=True, slots=True)
class Rest:
    """The row was not sent and must wait `seconds` of real time; `network` when the channel could not be reached.

    `attempts`: how often it failed by then. What the store refused is none.
    """

    seconds: float
    attempts: int
    network: bool = False


def retry_seconds(attempts: int) -> float:
    """How long to wait after so many failed attempts: 1, 2, 4 … 60 seconds."""
    return float(min(LONGEST_RETRY_SECONDS, 2.0 ** min(max(attempts - 1, 0), 10)))


def may_repeat(row: OutboxRow, message: Message) -> bool:
    """Whether a double is harmless, when nobody knows if the first arrived.

    A question or a reminder twice is clumsy, none at all is broken. What nobody asked for is better lost than doubled.
    """
    return row.lane != UNASKED or message.edit is not None


class Courier:
    """Carries rows of form "message"."""

    def __init__(
        self,
        store: Store,
        sender: Sender,
        pacing: Pacing,
        clock: Clock,
        *,
        on_delivered: OnDelivered | None = None,
        on_answer: Callable[[bool], None] = lambda _reached: None,
        stage: Stage = no_stage,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._store = store
        self._sender = sender
        self._pacing = pacing
        self._clock = clock
        self._on_delivered = on_delivered
        self._on_answer = on_answer
        self._stage = stage
        self._monotonic = monotonic

    async def carry(self, row: OutboxRow, reach: Reach | None, granted: Callable[[], None]) -> Rest | None:
        """Bring one row to its end, or say how long it must rest. `granted` is called when its turn has come.

        Cancelling before `granted` leaves the row as it was.
        """
        if self._too_late(row):
            await self._drop(row, "too_late")
            return None
        if row.person_id is not None and (reach is None or reach.blocked):
            await self._drop(row, "unreachable")
            return None
        try:
            address, message = await opened(self._store, row, reach.sealed_address if reach else None)
        except Erased:
            await self._drop(row, "erased")
            return None
        except Unreadable:
            log.exception("row_unreadable", row=row.id, kind=row.kind)
            await self._drop(row, "unreadable")
            return None
        while True:
            asked = self._monotonic()
            async with self._pacing.turn(row.lane, str(address.chat)):
                granted()
                if self._too_late(row):
                    await self._drop(row, "too_late")
                    return None
                if self._monotonic() - asked > _FRESH_SECONDS and not await self._still_there(row):
                    return None
                outcome = await self._send(row, address, message)
                if isinstance(outcome, Wait):  # before the turn ends: nobody else may go meanwhile
                    self._pacing.told_to_wait(outcome.seconds, None if outcome.whole_bot else str(address.chat))
            if isinstance(outcome, Wait):
                if outcome.seconds > PATIENCE_SECONDS:
                    return await self._rest(row, outcome.seconds, attempts=max(row.attempts, 1))
                continue
            return await self._settle(row, message, outcome)

    async def _send(self, row: OutboxRow, address: Address, message: Message) -> Outcome:
        began = self._monotonic()
        try:
            outcome = await self._sender.send(address, message)
        except Exception:  # a fault of ours in one message must not stop the others
            log.exception("send_broke", row=row.id, kind=row.kind)
            return Refused(reason="fault")
        self._on_answer(not isinstance(outcome, Failed))
        log.debug(
            "message_answered",
            row=row.id,
            lane=row.lane,
            kind=row.kind,
            outcome=type(outcome).__name__,
            milliseconds=round((self._monotonic() - began) * 1000),
        )
        return outcome

    async def _settle(
        self, row: OutboxRow, message: Message, outcome: Delivered | Unreachable | Refused | Failed
    ) -> Rest | None:
        match outcome:
            case Delivered():
                self._stage("sent")
                await self._delivered(row, outcome.message_id)
                self._stage("marked")
            case Unreachable():
                log.info("recipient_unreachable", row=row.id, kind=row.kind, reason=outcome.reason)
                await self._unreachable(row)
            case Refused():
                log.error("message_refused", row=row.id, kind=row.kind, reason=outcome.reason)
                await self._drop(row, outcome.reason)
            case Failed():
                return await self._failed(row, message, outcome)
        return None

    async def _failed(self, row: OutboxRow, message: Message, outcome: Failed) -> Rest | None:
        attempts = row.attempts + 1
        log.warning(
            "send_failed",
            row=row.id,
            lane=row.lane,
            attempts=attempts,
            reason=outcome.reason,
            maybe_arrived=outcome.maybe_arrived,
        )
        if outcome.maybe_arrived and not may_repeat(row, message):
            await self._drop(row, "perhaps_arrived")
            return None
        if attempts >= GIVE_UP_ATTEMPTS and self._clock.now() - row.created_at > GIVE_UP_AFTER:
            await self._drop(row, "gave_up")
            return None
        return await self._rest(row, retry_seconds(attempts), attempts=attempts, network=True)

    async def _delivered(self, row: OutboxRow, message_id: int | None) -> None:
        listener = self._on_delivered
        if listener is None or row.subject is None:
            await self._insisted(lambda: outbox.arrived(self._store, row.id))
            return

        async def mark(tx: Transaction) -> None:
            await outbox.delivered(tx, row.id)
            await listener(tx, row, message_id)

        try:
            await self._keep(mark)
        except Exception:  # the message is out: whatever the listener does, it must not go again
            log.exception("delivery_listener_broke", row=row.id, kind=row.kind)
            await self._insisted(lambda: outbox.arrived(self._store, row.id))

    async def _unreachable(self, row: OutboxRow) -> None:
        async def work(tx: Transaction) -> None:
            if row.person_id is None:
                await outbox.drop(tx, row.id, "unreachable", self._clock.now())
                await outbox.cancel(tx, row.recipient)
            else:
                await people.set_blocked(tx, row.person_id, True)
                await outbox.drop_all(tx, row.person_id, "unreachable", self._clock.now())

        await self._keep(work)

    async def _drop(self, row: OutboxRow, reason: str) -> None:
        async def work(tx: Transaction) -> None:
            await outbox.drop(tx, row.id, reason, self._clock.now())

        await self._keep(work)
        if reason not in ("too_late", "unreachable", "erased"):
            log.warning("message_dropped", row=row.id, kind=row.kind, reason=reason)

    async def _rest(self, row: OutboxRow, seconds: float, *, attempts: int, network: bool = False) -> Rest:
        async def work(tx: Transaction) -> None:
            await outbox.postpone(tx, row.id, self._clock.now() + timedelta(seconds=seconds), attempts)

        await self._keep(work)
        return Rest(seconds, attempts, network)

    async def _keep(self, work: Callable[[Transaction], Awaitable[None]]) -> None:
        async def kept() -> None:
            async with self._store.transaction() as tx:
                await work(tx)

        await self._insisted(kept)

    async def _insisted(self, work: Callable[[], Awaitable[None]]) -> None:
        wait, longest = _STORE_RETRY_SECONDS
        while True:
            try:
                await work()
            except StorageError as error:
                log.error("store_refuses", error=type(error).__name__, remedy=str(error), seconds=wait)  # noqa: TRY400 - known
                await asyncio.sleep(wait)
                wait = min(wait * 2, longest)
            else:
                return

    async def _still_there(self, row: OutboxRow) -> bool:
        try:
            async with self._store.transaction() as tx:
                return await outbox.get(tx, row.id) is not None
        except StorageError:
            return True  # better said twice than not

    def _too_late(self, row: OutboxRow) -> bool:
        return row.not_after is not None and self._clock.now() > row.not_after
