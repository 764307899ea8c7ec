"""What waits for the bot: updates in order, fetched by long polling or posted to a webhook.

The offset is the only acknowledgement; a bot that dies before the next `getUpdates` gets the same updates again.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.clock import Clock
from bot.simulator.errors import OTHER_POLLER, WEBHOOK_IS_SET, WEBHOOK_TAKES_OVER, ConnectionCutError, conflict
from bot.simulator.ledger import Ledger, UpdateEntry

Update = dict[str, Any]

KINDS = frozenset(
    {
        *(
            "message",
            "edited_message",
            "channel_post",
            "edited_channel_post",
            "message_reaction",
            "message_reaction_count",
        ),
        *("business_connection", "business_message", "edited_business_message", "deleted_business_messages"),
        *("inline_query", "chosen_inline_result", "callback_query", "shipping_query", "pre_checkout_query"),
        *("purchased_paid_media", "poll", "poll_answer", "my_chat_member", "chat_member", "chat_join_request"),
        *("chat_boost", "removed_chat_boost", "guest_message", "managed_bot"),
    }
)
# https://core.telegram.org/bots/api#getupdates: "all update types except" these "(default)".
DEFAULT_KINDS = KINDS - {"chat_member", "message_reaction", "message_reaction_count"}
KEPT = timedelta(hours=24)
LONGEST_POLL_SECONDS = 50
FUTURE = 10  # an offset further ahead than this is not believed, and everything is given again


@dataclass(eq=False)
class Waiting:
    """An update in the queue. `again`: it survives its first acknowledgement, so that it comes twice."""

    at: datetime
    update: Update
    entry: UpdateEntry
    again: bool = False

    @property
    def id(self) -> int:
        """Its number."""
        return int(self.update["update_id"])


class Updates:
    """The queue of one bot. All calls come from one event loop."""

    def __init__(
        self,
        clock: Clock,
        ledger: Ledger,
        *,
        first_id: int = 520_000_001,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._clock = clock
        self._ledger = ledger
        self._monotonic = monotonic
        self._next_id = first_id
        self._queue: list[Waiting] = []
        self._news = asyncio.Event()
        self._poll = 0
        self._closed = False
        self._taken_over = False
        self.allowed: frozenset[str] = DEFAULT_KINDS
        self.webhook_url = ""
        self.fate: Callable[[Waiting], list[Waiting]] = lambda update: [update]
        """What goes into the queue when an update is born: where faults come in."""

    @property
    def pending(self) -> int:
        """How many updates have not been acknowledged."""
        return len(self._queue)

    def put(self, kind: str, payload: dict[str, Any]) -> int | None:
        """Add an update, unless the bot asked not to get that kind. Gives its id."""
        if kind not in self.allowed:
            return None
        update_id = self._next_id
        self._next_id += 1
        self.insert({"update_id": update_id, kind: payload})
        return update_id

    def insert(self, update: Update) -> None:
        """Add a finished update as it is."""
        self.give(self.fate(Waiting(self._clock.now(), update, self._ledger.born(update))))

    def give(self, updates: list[Waiting]) -> None:
        """Put these in the queue."""
        self._queue += updates
        self._stir()

    def restart_ids(self, first_id: int) -> None:
        """Number from here on, as Telegram may after a quiet week."""
        self._next_id = first_id

    def allow(self, kinds: Any) -> None:
        """`allowed_updates` as given by the bot: an empty list means the default, unknown names are ignored."""
        if isinstance(kinds, list):
            self.allowed = frozenset(kinds) & KINDS or DEFAULT_KINDS

    def drop(self) -> None:
        """Forget everything that waits."""
        self._keep([], "dropped")

    def head(self) -> Update | None:
        """The oldest waiting update."""
        first = self.first()
        return first.update if first else None

    def first(self) -> Waiting | None:
        """The oldest waiting update with what is known about it."""
        return next(iter(self.waiting()), None)

    def waiting(self) -> list[Waiting]:
        """All that wait, oldest first."""
        self._forget_old()
        return list(self._queue)

    def hand(self, updates: list[Waiting]) -> list[Update]:
        """These leave for the bot now."""
        for each in updates:
            self._ledger.handed(each.entry)
        return [each.update for each in updates]

    def acknowledge(self, offset: int) -> None:
        """Forget what stands before `offset`; a negative one counts from the end."""
        if offset < 0:
            self._keep(self._queue[offset:], "acknowledged")
        elif 0 < offset <= self._next_id + FUTURE:
            self._keep([each for each in self._queue if each.id >= offset], "acknowledged")

    def taken(self, update: Waiting) -> None:
        """A webhook took it."""
        self._keep([each for each in self._queue if each is not update], "acknowledged")

    async def poll(
        self,
        offset: int,
        limit: int,
        timeout_seconds: float,
        hung_up: Callable[[], Awaitable[Any]],
    ) -> list[Update]:
        """What waits from `offset` on, as soon as there is something, else nothing after the time.

        A poll that begins to wait ends one that waits already; one that is answered at once disturbs nobody
        (https://github.com/tdlib/telegram-bot-api, Client.cpp: do_get_updates).

        Raises: ApiError 409 while a webhook is set, or when another poll takes over.
        """
        self._taken_over = False
        deadline = self._monotonic() + min(timeout_seconds, LONGEST_POLL_SECONDS)
        own = 0
        while True:
            news = self._news
            if self.webhook_url:
                raise conflict(WEBHOOK_TAKES_OVER if self._taken_over else WEBHOOK_IS_SET)
            if own and own != self._poll:
                raise conflict(OTHER_POLLER)
            self._forget_old()
            self.acknowledge(offset)
            left = deadline - self._monotonic()
            if self._queue or left <= 0 or self._closed:
                return self.hand(self._queue[:limit])
            if not own:
                self._poll += 1
                own = self._poll
                self._stir()
                continue
            await self._wait(news, left, hung_up)

    async def _wait(self, news: asyncio.Event, seconds: float, hung_up: Callable[[], Awaitable[Any]]) -> None:
        """For news, at most so long.

        Raises: ConnectionCutError when the caller hangs up first.
        """
        heard = asyncio.ensure_future(news.wait())
        gone = asyncio.ensure_future(hung_up())
        try:
            await asyncio.wait({heard, gone}, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
            if gone.done():
                raise ConnectionCutError
        finally:
            heard.cancel()
            gone.cancel()

    def set_webhook(self, url: str) -> None:
        """Switch to a webhook, or back to polling with an empty address. A poll under way ends with 409."""
        self.webhook_url = url
        self._taken_over = bool(url)
        self._stir()

    @property
    def news(self) -> asyncio.Event:
        """Set when something is added, or the mode changes, or it closes. Take it before looking, so as to miss nothing."""
        return self._news

    def close(self) -> None:
        """End every poll now."""
        self._closed = True
        self._stir()

    def _forget_old(self) -> None:
        oldest = self._clock.now() - KEPT
        self._keep([each for each in self._queue if each.at >= oldest], "expired")

    def _keep(self, kept: list[Waiting], how: str) -> None:
        """Only these stay; the others left the queue in this way, unless they are to come again."""
        if len(kept) == len(self._queue):
            return
        staying = {id(each) for each in kept}
        left, self._queue = self._queue, []
        for each in left:
            if id(each) not in staying and each.again and how == "acknowledged":
                each.again = False
                staying.add(id(each))
            if id(each) in staying:
                self._queue.append(each)
            else:
                self._ledger.ended(each.entry, how)

    def _stir(self) -> None:
        self._news.set()
        self._news = asyncio.Event()
