"""Taking thirty rows that are due, while ten thousand, a hundred thousand and a million wait for later."""

from __future__ import annotations

import statistics
from contextlib import AsyncExitStack
from pathlib import Path

from tests.bench.contest import PEERS_PYTHON, contestant, each, interleaved
from tests.bench.peers.protocol import Run
from tests.bench.rows import Row, against, median_of

WAITING = (10_000, 100_000, 1_000_000)
CLAIMS, WARM_UP = 20, 3
TARGET_MS, FLAT = 1.0, 2.0
PEER = "APScheduler, SQLAlchemyJobStore"


async def claims(directory: Path) -> list[Row]:
    """The claim alone, the claim with everything removed after it, and how flat the claim is."""
    async with AsyncExitStack() as stack:
        fighters = []
        for many in WAITING:
            ours, peer = directory / f"ours{many}", directory / f"peer{many}.db"
            command = ("tests.bench.peers.with_apscheduler", peer, many)
            fighters.append(
                await stack.enter_async_context(contestant(f"ours {many}", "tests.bench.ours.claim", ours, many))
            )
            fighters.append(await stack.enter_async_context(contestant(f"peer {many}", *command, python=PEERS_PYTHON)))
        runs = await interleaved(fighters, CLAIMS, warm_up=WARM_UP)
    medians = {name: each(found, statistics.median) for name, found in runs.items()}
    rows = [
        against(
            f"claim of 30, {many:,} waiting", medians[f"ours {many}"], PEER, medians[f"peer {many}"], "ms", TARGET_MS
        )
        for many in WAITING
    ]
    least, most = medians[f"ours {WAITING[0]}"], medians[f"ours {WAITING[-1]}"]
    name = f"claim of 30, {WAITING[-1]:,} waiting against {WAITING[0]:,}"
    rows.append(median_of(name, [high / low for high, low in zip(most, least, strict=True)], "×", FLAT))
    last = WAITING[-1]
    whole = {name: [_milliseconds(run) for run in found] for name, found in runs.items()}
    rows.append(
        against(
            f"claim of 30 and their removal, {last:,} waiting", whole[f"ours {last}"], PEER, whole[f"peer {last}"], "ms"
        )
    )
    return rows


def _milliseconds(run: Run) -> float:
    return run.seconds * 1e3 / len(run.milliseconds)
