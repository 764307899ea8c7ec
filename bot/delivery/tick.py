"""Calls the dispatcher once a second. The due rows are the truth; a tick that came late or never loses nothing."""

from __future__ import annotations

from collections.abc import Callable

from apscheduler.schedulers.asyncio import AsyncIOScheduler


class Tick:
    """A steady wake-up call on the running event loop."""

    def __init__(self, wake: Callable[[], None], *, seconds: float = 1.0) -> None:
        self._wake = wake
        self._seconds = seconds
        self._scheduler = AsyncIOScheduler(timezone="UTC")

    def start(self) -> None:
        """Begin. Needs a running event loop."""
        self._scheduler.add_job(
            self._call,
            "interval",
            seconds=self._seconds,
            coalesce=True,  # ten missed ticks are one
            misfire_grace_time=None,  # however late, it is still wanted (the default drops it after a second)
            max_instances=1,
        )
        self._scheduler.start()

    def stop(self) -> None:
        """End; nothing is under way, since waking only raises a flag."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    async def _call(self) -> None:  # a coroutine, so that it runs on the loop and not in a thread
        self._wake()
