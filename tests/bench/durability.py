"""What a commit that survives a power cut costs: a turn's two transactions with synchronous=FULL, against NORMAL.

NORMAL loses nothing when the process is killed, and may lose the last commits when the machine is: docs/durability.md.
"""

from __future__ import annotations

import statistics
import time
from pathlib import Path

from storage import inbox, outbox
from storage.inbox import NewInboxRow
from storage.store import Store
from tests.bench.contest import REPETITIONS
from tests.bench.rows import Row, against
from tests.storage.filled import MASTER, NOW, add_person

TURNS = 200
BODY = b"x" * 600
MODES = ("FULL", "NORMAL")


async def durability(directory: Path, turns: int = TURNS) -> list[Row]:
    """Ours as it is, beside ours with NORMAL, in turns on the disk of `directory`."""
    found: dict[str, list[float]] = {mode: [] for mode in MODES}
    async with Store.open(directory / "data", MASTER) as store:
        person = await add_person(store)
        await _turns(store, person, 0, turns)
        for repetition in range(REPETITIONS):
            for mode in MODES if repetition % 2 == 0 else MODES[::-1]:
                await store._connection.execute_fetchall(f"PRAGMA synchronous={mode}")
                await store.tidy()
                first = (1 + repetition * len(MODES) + MODES.index(mode)) * turns
                found[mode].append(await _turns(store, person, first, turns))
    return [
        against(
            "two transactions of a turn, synchronous=FULL",
            found["FULL"],
            "the same with NORMAL, which a power cut may undo",
            found["NORMAL"],
            "ms",
        )
    ]


async def _turns(store: Store, person: str, first: int, turns: int) -> float:
    """The median of `turns` turns, in milliseconds: an update kept; handled, with its answer in the outbox."""
    times = []
    for update in range(first, first + turns):
        row = NewInboxRow("7", update, f"{update:064}", "sender", NOW, "day", BODY)
        answer = outbox.NewRow(outbox.REPLY, "message", "reply", NOW, NOW, person_id=person, sealed_body=BODY)
        began = time.perf_counter()
        async with store.transaction() as tx:
            await inbox.keep_all(tx, [row])
        async with store.transaction() as tx:
            (waits,) = await inbox.waiting(tx, "sender")
            await inbox.handled(tx, [waits.id])
            await outbox.put(tx, answer)
        times.append((time.perf_counter() - began) * 1e3)
    return statistics.median(times)
