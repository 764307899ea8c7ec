"""Keeps the one message that shows HR how far a broadcast is. Where it stands is known since it arrived; after a restart the
report still comes, only this message stays as it was.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from bot.services import broadcasts
from bot.services.house import House
from bot.services.person import by_id
from bot.services.turn import put
from storage import broadcasts as kept
from storage.outbox import ASKED, REPLY, OutboxRow
from storage.transaction import Transaction

EVERY_MESSAGES = 2
"""At most one edit in the time so many messages to one chat take, in real time: edits count against the limits too."""


class Progress:
    """Remembers progress messages, and edits them while their numbers change."""

    def __init__(self, house: House, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._house = house
        self._monotonic = monotonic
        self._shown: dict[str, tuple[int, str]] = {}
        self._last = 0.0

    async def delivered(self, tx: Transaction, row: OutboxRow, message_id: int | None) -> None:
        """Told by the dispatcher in the transaction that marks a delivery."""
        if row.kind == broadcasts.KIND and row.subject:
            await broadcasts.counted(self._house, tx, row.subject, self._house.clock.now(), sent=1)
        if (
            row.kind == broadcasts.PROGRESS
            and row.lane == REPLY  # the message itself; its edits are not to be followed again, over and over
            and row.subject
            and message_id is not None
            and row.subject not in self._shown
        ):
            self._shown[row.subject] = (message_id, "")

    async def refresh(self) -> None:
        """Edit what changed."""
        if not self._shown or self._monotonic() - self._last < EVERY_MESSAGES * self._house.settings.chat_seconds:
            return
        self._last = self._monotonic()
        async with self._house.store.transaction() as tx:
            for broadcast_id, (message_id, text) in list(self._shown.items()):
                row = await kept.get(tx, broadcast_id)
                if row is None:
                    del self._shown[broadcast_id]
                    continue
                message = broadcasts.progress_message(self._house, row)
                if row.state != "running":
                    del self._shown[broadcast_id]
                elif message.text == text:
                    continue
                else:
                    self._shown[broadcast_id] = (message_id, message.text)
                author = await by_id(self._house, tx, row.author_id)
                if author is not None:
                    edited = message.model_copy(update={"edit": message_id})
                    now = self._house.clock.now()
                    await put(tx, author, edited, now, lane=ASKED, kind=broadcasts.PROGRESS, subject=broadcast_id)
        self._house.wake()
