"""The contest of the broadcasts works, and its clock skips nothing but waiting."""

from __future__ import annotations

import asyncio
import os
import time
from pathlib import Path

import pytest

from tests.bench.broadcast import OURS, PEERS, sent
from tests.bench.peers.skipping import SkippingLoop, run
from tests.bench.test_bench import needs_peers

HOUR = 3600.0


def test_an_hour_of_waiting_is_skipped_in_order() -> None:
    """Timers come one after another at their moments, and the hour costs nothing."""
    order: list[tuple[float, str]] = []

    async def one(seconds: float, name: str) -> None:
        await asyncio.sleep(seconds)
        order.append((asyncio.get_running_loop().time(), name))

    async def main() -> float:
        began = asyncio.get_running_loop().time()
        await asyncio.gather(one(HOUR, "c"), one(1, "a"), one(HOUR / 2, "b"))
        return began

    before = time.monotonic()
    began = run(main(), skipping=True)
    assert [name for _, name in order] == ["a", "b", "c"]
    assert [at - began for at, _ in order] == pytest.approx([1, HOUR / 2, HOUR], abs=1)
    assert time.monotonic() - before < HOUR / 100


def test_work_is_counted_in_full() -> None:
    """What the program computes, and what a thread or a driver does for it, takes its real time."""

    async def main() -> tuple[float, float]:
        loop = asyncio.get_running_loop()
        assert isinstance(loop, SkippingLoop)
        driver = loop.counted(lambda: asyncio.to_thread(time.sleep, 0.05))
        later = loop.create_task(asyncio.sleep(HOUR))
        began = loop.time()
        time.sleep(0.05)  # noqa: ASYNC251  (it stands for computing)
        await asyncio.to_thread(time.sleep, 0.05)
        await driver()
        worked = loop.time() - began
        await later
        return worked, loop.time() - began

    worked, whole = run(main(), skipping=True)
    assert 0.15 <= worked < HOUR / 100  # the hour was not skipped while somebody worked
    assert whole == pytest.approx(HOUR, abs=10)


async def test_ours_sends_everybody_one_and_is_refused_nothing(tmp_path: Path) -> None:
    told = await sent(OURS, tmp_path, 70, 1)
    assert told.taken >= 70
    assert (told.refused, told.lost) == (0, 0)
    assert told.replies
    assert told.skipped > 0
    assert os.listdir(tmp_path) == []  # noqa: PTH208  (nobody waits for this disk)


@needs_peers
@pytest.mark.parametrize("how", PEERS)
async def test_the_rate_limiter_sends_everybody_one(how: str, tmp_path: Path) -> None:
    told = await sent(how, tmp_path, 70, 1)
    assert told.taken >= 70
    assert told.lost == 0
    assert told.replies
