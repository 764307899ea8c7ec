"""`GET /health`: does it work? For Docker, monitoring and `aanzet doctor`. Nothing about a person, and no exact numbers.

200 when Telegram answers and the store can be used, 503 when not:

    {"status": "ok", "telegram": true, "store": true, "waiting": "<10"}

`waiting` is how much is to be said or handled, in the bands of `storage.figures`; it includes reminders for later.
"""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from storage import figures, inbox, outbox
from storage.errors import StorageError
from storage.store import Store

PATIENCE_SECONDS = 2.0
"""A store that does not answer within this time does not work."""

ROOM_BYTES = 5_000_000
"""With less room on the disk the next message may not be kept."""


def create_app(store: Store, reaches_telegram: Callable[[], bool]) -> Starlette:
    """The page. `reaches_telegram`: what the receiver and the dispatcher found last."""

    async def health(_request: Request) -> Response:
        telegram, waiting = reaches_telegram(), await _waiting(store)
        works = telegram and waiting is not None
        return JSONResponse(
            {
                "status": "ok" if works else "trouble",
                "telegram": telegram,
                "store": waiting is not None,
                "waiting": waiting,
            },
            status_code=200 if works else 503,
            headers={"Cache-Control": "no-store"},
        )

    return Starlette(routes=[Route("/health", health, methods=["GET"])])


async def _waiting(store: Store) -> str | None:
    """How much waits, in bands; None when the store cannot be used or its disk has no room."""
    try:
        async with asyncio.timeout(PATIENCE_SECONDS), store.transaction() as tx:
            count = await outbox.count(tx) + len(await inbox.senders_waiting(tx))
        room = await asyncio.to_thread(shutil.disk_usage, store.path.parent)
    except (StorageError, TimeoutError, OSError):
        return None
    return figures.band(count) if room.free >= ROOM_BYTES else None
