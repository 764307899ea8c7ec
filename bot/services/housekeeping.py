"""What happens by itself and belongs to nobody's talk: closing questions in time, forgetting what is over, and looking
whether somebody waits whom a fault left unanswered.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import structlog

from bot.services import broadcasts, checkins
from bot.services.conversation import Conversations
from bot.services.house import House
from bot.services.progress import Progress
from storage import broadcasts as kept
from storage import retention, versions
from storage.errors import StorageError
from storage.transaction import Transaction

log = structlog.get_logger(__name__)

SWEEP_EVERY = timedelta(hours=6)
LOOK_EVERY = timedelta(minutes=1)
"""How soon a message that a fault left behind is found again."""


class Housekeeping:
    """Woken by the tick; does what is due at the clock's now."""

    def __init__(
        self, house: House, progress: Progress, talks: Conversations, resume: Callable[[], Awaitable[None]]
    ) -> None:
        """`resume` takes up whoever waits in the inbox."""
        self._house = house
        self.talks = talks
        self._progress = progress
        self._awake = asyncio.Event()
        self._resume = resume
        self._stopping = False
        self._looked: datetime | None = None
        self._swept: datetime | None = None

    def wake(self) -> None:
        """Something may be due."""
        self._awake.set()

    def stop(self) -> None:
        """End `run`."""
        self._stopping = True
        self._awake.set()

    async def run(self) -> None:
        """Work until `stop`."""
        while not self._stopping:
            self._awake.clear()
            try:
                await self.settle()
            except StorageError as error:
                log.error("store_refuses", error=type(error).__name__, remedy=str(error))  # noqa: TRY400
            await self._awake.wait()

    async def next_due(self, tx: Transaction) -> datetime | None:
        """When the next questions close."""
        return await checkins.next_close(tx)

    async def settle(self) -> None:
        """Do all that is due now."""
        now = self._house.clock.now()
        async with self._house.store.transaction() as tx:
            closed = await checkins.close_due(self._house, tx, now)
            for row in await kept.in_state(tx, "running"):
                await broadcasts.finish_if_done(self._house, tx, row.id, now)
        if closed:
            self._house.wake()
        await self._progress.refresh()
        if self._looked is None or abs(now - self._looked) >= LOOK_EVERY:  # also when the clock was set back
            self._looked = now
            await self._resume()
        if self._swept is None or now - self._swept >= SWEEP_EVERY:
            self._swept = now
            await retention.sweep(self._house.store, now)
            async with self._house.store.transaction() as tx:
                self.talks.keep_only(await versions.known(tx))
