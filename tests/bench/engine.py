"""The engine alone, ours against python-statemachine: one step, an answer in and a reply out, everything in memory."""

from __future__ import annotations

import statistics
from contextlib import AsyncExitStack
from pathlib import Path

from tests.bench.contest import PEERS_PYTHON, contestant, each, interleaved
from tests.bench.rows import Row, against, median_of, percentile

STEPS, WARM_UP = 600, 100
MEDIAN_TARGET_MICROSECONDS = 100.0
OURS, PEER = "ours", "python-statemachine"


async def engine(_directory: Path) -> list[Row]:
    """Microseconds of a step, typed and pressed."""
    async with AsyncExitStack() as stack:
        fighters = [
            await stack.enter_async_context(contestant(OURS, "tests.bench.ours.step")),
            await stack.enter_async_context(
                contestant(PEER, "tests.bench.peers.with_statemachine", python=PEERS_PYTHON)
            ),
        ]
        runs = await interleaved(fighters, STEPS, warm_up=WARM_UP)
    medians = {name: [one * 1e3 for one in each(found, statistics.median)] for name, found in runs.items()}
    tails = [one * 1e3 for one in each(runs[OURS], lambda times: percentile(times, 0.99))]
    return [
        against("engine: one step, p50", medians[OURS], PEER, medians[PEER], "µs", MEDIAN_TARGET_MICROSECONDS),
        median_of("engine: one step, p99", tails, "µs"),
    ]
