"""The tick wakes, survives a stalled loop, and stops."""

from __future__ import annotations

import asyncio
import time

from bot.delivery.tick import Tick


async def test_it_wakes_again_and_again_also_after_a_stall() -> None:
    """A loop that hangs for many intervals is followed by a wake-up, not by silence; after stop there are none."""
    calls: list[float] = []
    tick = Tick(lambda: calls.append(time.monotonic()), seconds=0.05)
    tick.start()
    await asyncio.sleep(0.12)
    assert calls
    time.sleep(0.4)  # noqa: ASYNC251 - the stall is the point
    before = len(calls)
    await asyncio.sleep(0.12)
    assert len(calls) > before
    tick.stop()
    after = len(calls)
    await asyncio.sleep(0.12)
    assert len(calls) == after
