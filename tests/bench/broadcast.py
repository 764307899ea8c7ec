"""Eight thousand messages go out under Telegram's limits, and people who answer them get their replies meanwhile."""

from __future__ import annotations

import asyncio
import json
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tests.bench.contest import PEERS_PYTHON, REPETITIONS, ROOT, Broken
from tests.bench.rows import Row, Target, against, not_measured, percentile

COPIES, FEWER = 8_000, 800
PER_SECOND = 30
REPLY_TARGET_MS, FLOOR_TARGET = 1200.0, 1.05
PATIENCE_SECONDS = 500.0
OURS = "ours"
PEERS = {
    "sixteen": "PTB AIORateLimiter, 16 under way",
    "all": "PTB AIORateLimiter, handed all at once",
}


class Told:
    """What came of one broadcast: `peers.line.Outcome`, as it came out of the process."""

    def __init__(self, line: bytes) -> None:
        told = json.loads(line)
        self.copies: int = told["copies"]
        self.seconds: float = told["seconds"]
        self.taken: int = told["all_taken"]
        self.refused: int = told["refused"]
        self.lost: int = told["lost"]
        self.replies: list[float] = told["replies"]
        self.work: float = told["work"]
        self.skipped: float = told["skipped"]

    @property
    def over_the_floor(self) -> float:
        """The time it took, against that of everything that arrived meanwhile at 30 a second."""
        return self.seconds / (self.taken / PER_SECOND)


async def broadcast(directory: Path) -> list[Row]:
    """Waiting and refusals, ours and a peer's in turns; then once how the skipping clock compares with waiting."""
    if not PEERS_PYTHON.exists():
        return [not_measured(f"broadcast of {COPIES:,}", "×", PEERS["sixteen"], "the peers are not here")]
    runs: dict[str, list[Told]] = {name: [] for name in (OURS, *PEERS)}
    for number in range(REPETITIONS):
        names = [OURS, *PEERS]
        for name in names[number % 3 :] + names[: number % 3]:
            runs[name].append(await sent(name, directory, COPIES, number))
    return [row for peer in PEERS for row in _rows(runs, peer)] + [_work(runs), await _waited(directory)]


async def sent(name: str, directory: Path, copies: int, seed: int, *, wait: bool = False) -> Told:
    """One broadcast, in a process of its own. Raises: Broken."""
    data = directory / "data"
    module = ("tests.bench.ours.broadcast", data) if name == OURS else ("tests.bench.peers.with_ratelimiter", name)
    words = (*module, copies, seed, *(["--wait"] if wait else []))
    process = await asyncio.create_subprocess_exec(
        sys.executable if name == OURS else str(PEERS_PYTHON),
        "-m",
        *map(str, words),
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            out, _ = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
        await asyncio.to_thread(shutil.rmtree, data, ignore_errors=True)
    if process.returncode != 0:
        raise Broken(f"{name} ended with {process.returncode}; what it said stands above")
    return Told(out)


def _rows(runs: Mapping[str, Sequence[Told]], peer: str) -> list[Row]:
    def each(figure: Callable[[Told], float]) -> tuple[list[float], str, list[float]]:
        return [figure(one) for one in runs[OURS]], PEERS[peer], [figure(one) for one in runs[peer]]

    many = f"{COPIES:,} go out"
    mine, who, theirs = each(lambda one: float(one.refused))
    lost = max(one.lost for name in (OURS, peer) for one in runs[name])
    return [
        against(f"reply while {many}, median", *each(lambda one: percentile(one.replies, 0.5) * 1e3), "ms"),
        against(
            f"reply while {many}, p99", *each(lambda one: percentile(one.replies, 0.99) * 1e3), "ms", REPLY_TARGET_MS
        ),
        against(f"{many}: time over the floor", *each(lambda one: one.over_the_floor), "×", FLOOR_TARGET),
        Row(
            f"{many}: avoidable 429",
            max(mine),
            "refusals",
            spread=max(mine) - min(mine),
            target=Target(0),
            peer=who,
            peer_value=sorted(theirs)[len(theirs) // 2],
            note=f"the most of any repetition; {lost} lost" if lost else "the most of any repetition",
        ),
    ]


def _work(runs: Mapping[str, Sequence[Told]]) -> Row:
    ours, peer = [one.work for one in runs[OURS]], [one.work for one in runs["sixteen"]]
    return against(
        f"{COPIES:,} go out: processor time", ours, PEERS["sixteen"], peer, "s", note="the peer keeps nothing"
    )


async def _waited(directory: Path) -> Row:
    """The same broadcast on the skipping clock and on the ordinary one."""
    skipping, waiting = [await sent(OURS, directory, FEWER, 99, wait=wait) for wait in (False, True)]
    return Row(
        f"{FEWER} go out: the skipping clock against waiting",
        skipping.seconds / waiting.seconds,
        "×",
        note=f"{skipping.seconds:.2f} s and {waiting.seconds:.2f} s, {skipping.skipped:.0f} s of them skipped",
    )
