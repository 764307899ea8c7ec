"""Fetches updates by long polling and keeps every one, sealed, before Telegram is told that it came.

The rules:

1. The next `getUpdates` acknowledges what the last one gave; it is asked only after all of that is on the disk.
2. No offset is stored. One is given exactly once, to acknowledge; then it is dropped, because update ids may start anew
   after a quiet week and a remembered one would hide them. What comes twice is known in the inbox.
3. Nothing that Telegram, the network or a full disk does ends the loop, save a token that is refused.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

import structlog
from telegram.error import BadRequest, Conflict, InvalidToken, RetryAfter, TelegramError

from bot.clock import Clock
from bot.stages import Stage, no_stage
from bot.telegram.connect import RawBot
from bot.telegram.errors import TokenRefused, reason_of, seconds_of
from bot.telegram.read import KINDS, sender_of
from storage import inbox
from storage.errors import StorageError
from storage.inbox import InboxRow, NewInboxRow
from storage.sealing import Sealer, open_json, seal_json
from storage.store import Store

log = structlog.get_logger(__name__)

BODY = "inbox"
"""The purpose a raw update is sealed for."""
LARGEST = 2**63
"""Update ids are smaller than this, as whole numbers in the database are."""
POLL_SECONDS = 25
BATCH = 100
_CONFLICT_SECONDS = 5.0, 60.0
_TROUBLE_SECONDS = 0.5, 30.0

Update = dict[str, Any]


def sender_hash(store: Store, bot: int | str, sender: int) -> str:
    """How a sender is known: the keyed hash of the channel's id, the same in the inbox and in the identity."""
    return store.vault.lookup(f"telegram:{bot}:{sender}")


async def opened(store: Store, row: InboxRow) -> Update:
    """The raw update of an inbox row.

    Raises:
        Unreadable: its day key is gone, or it is damaged.
    """
    update: Update = open_json(await store.vault.day_sealer_by_id(row.key_id), row.sealed_body, BODY)
    return update


class Receiver:
    """The loop that fetches. `on_kept` is told the sender's hash of everything new, after it was kept."""

    def __init__(
        self,
        bot: RawBot,
        store: Store,
        clock: Clock,
        on_kept: Callable[[str], None],
        *,
        stage: Stage = no_stage,
        poll_seconds: int = POLL_SECONDS,
        sleep: Callable[[float], Any] = asyncio.sleep,
    ) -> None:
        self._bot = bot
        self._store = store
        self._clock = clock
        self._on_kept = on_kept
        self._stage = stage
        self._poll_seconds = poll_seconds
        self._sleep = sleep
        self._task: asyncio.Task[object] | None = None
        self._stopping = False
        self.hears = False
        """Whether the last poll was answered: for the health page."""

    async def run(self) -> None:
        """Fetch and keep until `stop`.

        Raises: TokenRefused.
        """
        self._stopping = False
        self._task = asyncio.current_task()
        acknowledge: int | None = None
        try:
            while not self._stopping:
                updates = await self._fetch(acknowledge)
                if acknowledge is not None:
                    self._stage("acknowledged")
                acknowledge = None
                if updates:
                    self._stage("received")
                    await self._keep_whatever_happens(updates)
                    acknowledge = max(_id(update) for update in updates) + 1
        except asyncio.CancelledError:
            if not self._stopping:
                raise
        finally:
            self._task = None
            self.hears = False

    async def stop(self) -> None:
        """End the loop. What was fetched and not kept yet is fetched again at the next start."""
        self._stopping = True
        if self._task is not None and self._task is not asyncio.current_task():
            task = self._task
            task.cancel()
            await asyncio.wait({task}, timeout=5)

    async def keep(self, updates: list[Update]) -> set[str]:
        """Keep updates in one transaction; gives the hashes of the senders who said something.

        For the webhook too: answer it after this.

        Raises: StorageError.
        """
        now = self._clock.now()
        key_id, sealer = await self._store.vault.day_sealer(now.date())
        rows = []
        for update in updates:
            try:
                row = self._row(update, now, key_id, sealer)
            except ValueError as error:  # half a character, a number out of range: one odd update stops no other
                log.error("update_not_kept", error=type(error).__name__)  # noqa: TRY400  (its text must not be told)
                continue
            if row is None:
                log.info("update_of_no_concern", update=_id(update))
                continue
            rows.append(row)
        if rows:
            async with self._store.transaction() as tx:
                await inbox.keep_all(tx, rows)
        return {row.sender_hash for row in rows}

    def _row(self, update: Update, now: datetime, key_id: str, sealer: Sealer) -> NewInboxRow | None:
        """The update as it is kept; None when nobody said it. Raises: ValueError when it cannot be kept."""
        sender = sender_of(update)
        if sender is None:
            return None
        if not -LARGEST < _id(update) < LARGEST:
            raise ValueError("an update id out of range")
        canonical = json.dumps(update, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        return NewInboxRow(
            bot=str(self._bot.id),
            update_id=_id(update),
            digest=self._store.vault.lookup(f"update:{canonical}"),
            sender_hash=sender_hash(self._store, self._bot.id, sender),
            received_at=now,
            key_id=key_id,
            sealed_body=seal_json(sealer, update, BODY),
        )

    async def _keep_whatever_happens(self, updates: list[Update]) -> None:
        wait, longest = _TROUBLE_SECONDS
        while True:
            try:
                senders = await self.keep(updates)
            except StorageError as error:
                log.error("store_refuses", error=type(error).__name__, remedy=str(error), seconds=wait)  # noqa: TRY400 - known
                await self._sleep(wait)
                wait = min(wait * 2, longest)
            else:
                break
        self._stage("kept")
        for sender in sorted(senders):
            self._on_kept(sender)

    async def _fetch(self, offset: int | None) -> list[Update]:
        """Poll until Telegram answers."""
        trouble, (conflict, longest_conflict) = _TROUBLE_SECONDS[0], _CONFLICT_SECONDS
        failures = 0
        while True:
            try:
                updates = await self._bot.raw_updates(
                    offset=offset, seconds=self._poll_seconds, limit=BATCH, kinds=KINDS
                )
            except InvalidToken:
                raise TokenRefused from None
            except Conflict:
                self.hears = False
                log.error(  # noqa: TRY400 - nothing more to tell
                    "polling_conflict",
                    seconds=conflict,
                    remedy="Another program polls with the same token, or a webhook is set: stop that one."
                    " This one tries again by itself.",
                )
                await self._sleep(conflict)
                conflict = min(conflict * 2, longest_conflict)
            except RetryAfter as error:
                log.warning("polling_told_to_wait", seconds=seconds_of(error))
                await self._sleep(seconds_of(error))
            except TelegramError as error:
                self.hears = False
                failures += 1
                tell = log.error if isinstance(error, BadRequest) else log.warning
                tell("polling_failed", reason=reason_of(error), attempts=failures, seconds=trouble)
                await self._sleep(trouble)
                trouble = min(trouble * 2, _TROUBLE_SECONDS[1])
            else:
                if failures:
                    log.info("polling_again", attempts=failures)
                self.hears = True
                return updates


def _id(update: Update) -> int:
    number = update.get("update_id")
    return number if isinstance(number, int) else 0
