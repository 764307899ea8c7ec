"""Our claim: thirty rows that are due, found among very many that wait for later.

python -m tests.bench.ours.claim DIRECTORY WAITING

What is timed is what the dispatcher does to take them: one transaction that finds what is due in all lanes, and where the
people are reached. Taking writes nothing: the rows stay the truth until each has arrived. Then each is removed in a
transaction of its own, as after a delivery; the whole has that too.
"""

from __future__ import annotations

import asyncio
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.clock import SettableClock
from bot.delivery.dispatcher import OCCASIONS, PAGE
from bot.delivery.post import seal_message
from bot.messages import Message
from storage import outbox, people, teams
from storage.outbox import LANES, NewRow, Room
from storage.store import Store
from tests.bench import seed
from tests.bench.peers.protocol import Run, serve

DUE = 30
START = datetime(2026, 11, 23, 9, tzinfo=UTC)
KEY = b"b" * 32
PEOPLE = 1000


async def prepared(data: Path, waiting: int) -> list[str]:
    """The data, with so many rows that wait for later; gives the people they are for."""
    async with Store.open(data, KEY) as store, store.transaction() as tx:
        team = await teams.create(tx, "Bench", START)
    found = seed.people(data, KEY, bot=1, chats=range(1, PEOPLE + 1), team=team, since=START)
    # a broadcast that goes on for hours and reminders for years: later than all that is due here
    seed.waiting(data, found, waiting - PEOPLE, first_due=START + timedelta(days=1))
    return found


async def main(data: Path, waiting: int) -> None:
    everybody = await prepared(data, waiting)
    clock = SettableClock(START)
    async with Store.open(data, KEY) as store:

        async def due(number: int) -> None:
            """Thirty messages, ten a lane, to thirty people."""
            rows = []
            for place in range(DUE):
                person = everybody[(number * DUE + place) % len(everybody)]
                sealer = await store.vault.sealer(person)
                body = seal_message(sealer, Message(text="Wat verandert er voor jou als dat lukt?"))
                lane = LANES[place % len(LANES)]
                rows.append(NewRow(lane, "message", "talk", START, START, person, sealed_body=body))
            async with store.transaction() as tx:
                await outbox.put_all(tx, rows)

        rooms = dict.fromkeys(LANES, Room(PAGE, OCCASIONS))  # nothing under way
        number = 0

        async def claims(count: int, _at_once: int) -> Run:
            nonlocal number
            times, whole = [], 0.0
            for _ in range(count):
                number += 1
                await due(number)
                began = time.perf_counter()
                async with store.transaction() as tx:
                    rows = await outbox.due_in(tx, clock.now(), rooms)
                    reached = await people.reach(tx, {row.person_id for row in rows if row.person_id is not None})
                times.append((time.perf_counter() - began) * 1e3)
                if len(rows) != DUE or len(reached) != DUE:
                    raise RuntimeError(f"{len(rows)} rows were claimed for {len(reached)} people")
                for row in rows:
                    async with store.transaction() as tx:
                        await outbox.delivered(tx, row.id)
                whole += time.perf_counter() - began
            return Run(whole, times, f"{len(rows)} claimed")

        await serve(claims, "aanzet")


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), int(sys.argv[2])))
