"""The durable turn, ours against the peers': each in its own process, in turns, on the same disk with the same updates."""

from __future__ import annotations

import sqlite3
import statistics
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack, closing
from pathlib import Path

from tests.bench.contest import PEERS_PYTHON, REPETITIONS, contestant, each, interleaved, rates
from tests.bench.peers.people import PEOPLE, TURNS
from tests.bench.redis import Keeps, served, server
from tests.bench.rows import Row, against, at_least_times, median_of, not_measured, percentile

OURS = "ours"
NAME, UNIT = "durable turn", "turns/s"
WARM_UP = 60
MANY = 2000
CROWD = 100
"""So many Telegram gives in one answer."""
P99 = {NAME: 5.0}
"""Milliseconds. In a crowd the last one waits for all others, so it has none."""
REDIS: Mapping[str, Keeps] = {
    "aiogram FSM, Redis (appendfsync always)": "always",
    "aiogram FSM, Redis (appendfsync everysec)": "everysec",
}
PTB, AIOGRAM = "tests.bench.peers.with_ptb", "tests.bench.peers.with_aiogram"
TARGETS = {
    "aiogram FSM, SQLite (as it comes)": at_least_times(1),
    "aiogram FSM, SQLite (WAL, FULL)": at_least_times(1),
    "PTB, pickle flushed each update": at_least_times(4),
    "PTB, in memory (keeps nothing)": at_least_times(0.3),
}
"""The peers that a target speaks about. The others are there so that nobody is compared in one light only."""


async def turns(directory: Path) -> list[Row]:
    """Every row about a durable turn, on the disk of `directory`."""
    many = directory / "many"
    many.mkdir()
    opponents: dict[str, tuple[object, ...]] = {
        "aiogram FSM, SQLite (as it comes)": (AIOGRAM, "sqlite", directory / "as_it_comes.db"),
        "aiogram FSM, SQLite (WAL, FULL)": (AIOGRAM, "sqlite-wal", directory / "wal.db"),
        "PTB, pickle flushed each update": (PTB, "flushed", directory, PEOPLE),
        f"PTB, pickle flushed, {MANY:,} people": (PTB, "flushed", many, MANY),
        "PTB, pickle flushed, a file a kind": (PTB, "split", directory, PEOPLE),
        "PTB, in memory (keeps nothing)": (PTB, "memory"),
    }
    command, why = server()
    if command is None:
        sys.stderr.write(f"*** Redis is NOT MEASURED: {why}.\n")
    async with AsyncExitStack() as stack:
        if command is not None:
            for peer, keeps in REDIS.items():
                opponents[peer] = (AIOGRAM, "redis", await stack.enter_async_context(served(command, directory, keeps)))
        fighters = [await stack.enter_async_context(contestant(OURS, "tests.bench.ours.turn", directory / "ours"))]
        fighters += [
            await stack.enter_async_context(contestant(name, *words, python=PEERS_PYTHON))
            for name, words in opponents.items()
        ]
        singly = await interleaved(fighters, TURNS, warm_up=WARM_UP)
        crowded = await interleaved(fighters, TURNS, at_once=CROWD)
    rows = [median_of("disk: one SQLite commit, synchronous=FULL", _commits(directory), "ms")]
    for name, runs in ((NAME, singly), (f"{NAME}, {CROWD} at once", crowded)):
        ours = runs[OURS]
        rows += [against(name, rates(ours), peer, rates(runs[peer]), UNIT, TARGETS.get(peer)) for peer in opponents]
        if command is None:
            rows += [not_measured(name, UNIT, peer, why) for peer in REDIS]
        rows.append(median_of(f"{name}, p50 until handed over", each(ours, statistics.median), "ms"))
        rows.append(median_of(f"{name}, p99 until handed over", each(ours, _p99), "ms", P99.get(name)))
        rows.append(median_of(f"{name}, with everything after it", [one.trips / TURNS for one in ours], "trips"))
    return rows


def _p99(values: Sequence[float]) -> float:
    return percentile(values, 0.99)


def _commits(directory: Path) -> list[float]:
    """What the disk itself costs: the floor under every turn, which has two of these."""
    found = []
    with closing(sqlite3.connect(directory / "plain.db", isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("CREATE TABLE one (body BLOB)")
        for _ in range(REPETITIONS):
            times = []
            for _ in range(200):
                began = time.perf_counter()
                connection.execute("BEGIN IMMEDIATE")
                connection.execute("INSERT INTO one VALUES (?)", (b"x" * 600,))
                connection.execute("COMMIT")
                times.append((time.perf_counter() - began) * 1e3)
            found.append(statistics.median(times))
    return found
