"""An event loop that skips idle waiting: a broadcast of four minutes is measured in the time its work takes.

Its clock is the machine's monotonic clock plus what was skipped. Work runs at real speed and is counted in full; only when
nothing is ready, and no thread that the loop waits for is at work, the clock is put forward to the next timer instead of
waiting for it. Code that asks `loop.time()` cannot tell the difference; nothing may be waited for that comes from outside.
"""

from __future__ import annotations

import asyncio
import functools
import selectors
import time
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


class _Selector(selectors.DefaultSelector):
    def __init__(self) -> None:
        super().__init__()
        self.skipped = 0.0
        self.threads = 0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is None or timeout <= 0 or self.threads > 0:
            return super().select(timeout)
        ready = super().select(0)
        if not ready:
            self.skipped += timeout
        return ready


class SkippingLoop(asyncio.SelectorEventLoop):
    """`skipped` is how many seconds it did not wait."""

    def __init__(self) -> None:
        self._skipping = _Selector()
        super().__init__(self._skipping)

    @property
    def skipped(self) -> float:
        return self._skipping.skipped

    def time(self) -> float:
        return time.monotonic() + self._skipping.skipped

    def run_in_executor(self, executor: Any, func: Callable[..., Any], *args: Any) -> asyncio.Future[Any]:  # type: ignore[override]
        future = super().run_in_executor(executor, func, *args)
        self._skipping.threads += 1
        future.add_done_callback(self._thread_done)
        return future

    def counted(self, work: Callable[..., Awaitable[T]]) -> Callable[..., Awaitable[T]]:
        """`work` waits for a thread of its own, as a database driver does: no skipping meanwhile."""

        @functools.wraps(work)
        async def waited(*args: Any, **kwargs: Any) -> T:
            self._skipping.threads += 1
            try:
                return await work(*args, **kwargs)
            finally:
                self._skipping.threads -= 1

        return waited

    def _thread_done(self, _future: asyncio.Future[Any]) -> None:
        self._skipping.threads -= 1


def run(main: Coroutine[Any, Any, T], *, skipping: bool) -> T:
    """`asyncio.run`, with or without waiting."""
    with asyncio.Runner(loop_factory=SkippingLoop if skipping else asyncio.new_event_loop) as runner:
        return runner.run(main)
