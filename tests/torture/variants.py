"""The bot with one guard taken out, so that the proofs can show that they would see it missing.

Each is how a sensible program might have been written. None of this is ever used but by the tests of the proofs.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection

from bot.app import App
from bot.stages import Stage
from bot.telegram.read import KINDS
from bot.telegram.receive import BATCH, Receiver
from storage import inbox
from storage.outbox import OutboxRow
from storage.store import Transaction

UNMARKED_SECONDS = 0.1
BETWEEN = "marked, not sent"
"""A stage that only a bot has which marks before it sends."""


class _HastyReceiver(Receiver):
    """Acknowledges updates before they are kept, as python-telegram-bot itself does."""

    hasty_stage: Stage

    async def run(self) -> None:
        self._task = asyncio.current_task()
        try:
            while not self._stopping:
                updates = await self._fetch(None)
                if not updates:
                    continue
                after = max(int(update["update_id"]) for update in updates) + 1
                await self._bot.raw_updates(offset=after, seconds=0, limit=BATCH, kinds=KINDS)
                self.hasty_stage("received")
                self.hasty_stage("acknowledged")
                await self._keep_whatever_happens(updates)
        except asyncio.CancelledError:
            if not self._stopping:
                raise


def without_inbox(app: App, stage: Stage) -> None:
    """Updates are acknowledged before they are kept."""
    app.receiver.__class__ = _HastyReceiver
    app.receiver.hasty_stage = stage  # type: ignore[attr-defined]


def without_mark(app: App, _stage: Stage) -> None:
    """What was sent is marked a moment later, by somebody else: the way on is free before."""
    courier = app.dispatcher._courier
    mark = courier._delivered
    later: set[asyncio.Task[None]] = set()

    async def marks_later(row: OutboxRow, message_id: int | None) -> None:
        async def work() -> None:
            await asyncio.sleep(UNMARKED_SECONDS)
            await mark(row, message_id)

        later.add(task := asyncio.create_task(work()))
        task.add_done_callback(later.discard)

    courier._delivered = marks_later  # type: ignore[method-assign]


def marked_before_sent(app: App, stage: Stage) -> None:
    """The row goes first, then the message: at most once, instead of at least once."""
    courier = app.dispatcher._courier
    send, mark = courier._send, courier._delivered

    async def marks_first(row: OutboxRow, *rest: object) -> object:
        await mark(row, None)
        stage(BETWEEN)
        return await send(row, *rest)  # type: ignore[arg-type]

    async def nothing(_row: OutboxRow, _message_id: int | None) -> None: ...

    courier._send = marks_first  # type: ignore[assignment, method-assign]
    courier._delivered = nothing  # type: ignore[assignment, method-assign]


def two_commits(app: App, stage: Stage) -> None:
    """The talk moves on in one transaction and the inbox row goes in the next."""
    real = inbox.handled
    talk = app.intake._talk
    one = talk._one
    rows: list[int] = []

    async def later(_tx: Transaction, ids: Collection[int]) -> int:
        rows.extend(ids)
        return len(ids)

    async def in_two(sender: str, may_be_overtaken: bool) -> bool:
        went_on = await one(sender, may_be_overtaken)
        async with app.store.transaction() as tx:
            await real(tx, list(rows))
            rows.clear()
        return went_on

    inbox.handled = later  # type: ignore[assignment]
    talk._one = in_two  # type: ignore[method-assign]


def whole(_app: App, _stage: Stage) -> None:
    """The bot as it is."""


VARIANTS: dict[str, Callable[[App, Stage], None]] = {
    "": whole,
    "without_inbox": without_inbox,
    "without_mark": without_mark,
    "marked_before_sent": marked_before_sent,
    "two_commits": two_commits,
}
