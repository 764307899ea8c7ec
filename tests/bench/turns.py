"""The durable turn, ours against the peers': each in its own process, in turns, on the same disk with the same updates."""

from __future__ import annotations

import sqlite3
import statistics
import sys
import time
from collections.abc import Mapping
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
P99_TARGET_MS = 5.0
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
    rows: list[Row] = []
    async with AsyncExitStack() as stack:
        opponents = {
            "aiogram FSM, SQLite (as it comes)": (AIOGRAM, "sqlite", directory / "as_it_comes.db"),
            "aiogram FSM, SQLite (WAL, FULL)": (AIOGRAM, "sqlite-wal", directory / "wal.db"),
            "PTB, pickle flushed each update": (PTB, "flushed", directory, PEOPLE),
            f"PTB, pickle flushed, {MANY:,} people": (PTB, "flushed", directory / "many", MANY),
            "PTB, pickle flushed, a file a kind": (PTB, "split", directory, PEOPLE),
            "PTB, in memory (keeps nothing)": (PTB, "memory"),
        }
        (directory / "many").mkdir()
        command, why = server()
        if command is None:
            sys.stderr.write(f"*** Redis is NOT MEASURED: {why}.\n")
            rows += [not_measured(NAME, UNIT, peer, why) for peer in REDIS]
        else:
            for peer, keeps in REDIS.items():
                opponents[peer] = (AIOGRAM, "redis", await stack.enter_async_context(served(command, directory, keeps)))
        fighters = [await stack.enter_async_context(contestant(OURS, "tests.bench.ours.turn", directory / "ours"))]
        fighters += [
            await stack.enter_async_context(contestant(name, *words, python=PEERS_PYTHON))
            for name, words in opponents.items()
        ]
        runs = await interleaved(fighters, TURNS, warm_up=WARM_UP)
    ours = runs[OURS]
    compared = [against(NAME, rates(ours), peer, rates(runs[peer]), UNIT, TARGETS.get(peer)) for peer in opponents]
    return [
        median_of("disk: one SQLite commit, synchronous=FULL", _commits(directory), "ms"),
        *compared,
        *rows,
        median_of("durable turn, p50 until handed over", each(ours, statistics.median), "ms"),
        median_of("durable turn, with everything after it", [one.statements / TURNS for one in ours], "statements"),
        median_of(
            "durable turn, p99 until handed over", each(ours, lambda one: percentile(one, 0.99)), "ms", P99_TARGET_MS
        ),
    ]


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
