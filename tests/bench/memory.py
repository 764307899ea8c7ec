"""What many people cost in memory: at rest in the database, and while a broadcast goes out to a great part of them.

The process is `aanzet run` as an administrator starts it; the people were put into its files before. The simulator, another
process, asks for no limits here, and the bot is told that it may send as fast as it can: the broadcast is over sooner, and
more is under way at once than Telegram would allow, so the figure is on the high side.
"""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Sequence
from contextlib import AsyncExitStack
from datetime import time
from pathlib import Path

from bot.clock import SystemClock
from bot.delivery.calendar import Hours
from bot.services.broadcasts import KIND, LATE
from bot.simulator import TOKEN, Simulator, create_app, serving
from bot.simulator.call import Call
from storage import broadcasts, outbox, teams
from storage.outbox import UNASKED, NewRow
from storage.store import Store
from tests.bench import seed
from tests.bench.contest import REPETITIONS
from tests.bench.processes import REST_SECONDS, command, memory_mb
from tests.bench.rows import Row, median_of
from tests.cli.command import KEY_BYTES, Aanzet

MANY, MANY_TARGET_MB = 100_000, 30.0
AUDIENCE, BROADCAST_TARGET_MB = 8_000, 20.0
ANY_HOUR = Hours(start=time(0), end=time(0))
BOT = int(TOKEN.partition(":")[0])
FASTEST = {"AANZET_MESSAGES_PER_SECOND": "1000", "AANZET_CHAT_SECONDS": "0"}
LOOK_SECONDS = 0.2
PATIENCE_SECONDS = 400.0


async def memory(directory: Path) -> list[Row]:
    """Megabytes above what the same process takes without them."""
    simulator = Simulator(SystemClock(), limits=None)
    crowd = [simulator.add_person("Sanne") for _ in range(AUDIENCE)]
    for person in crowd:
        person.started = True
    homes = {name: directory / name for name in ("empty", "many", "broadcast")}
    empty, with_many, more, during = [], [], [], []
    async with AsyncExitStack() as stack:
        url = await stack.enter_async_context(serving(create_app(simulator), simulator))
        for home in homes.values():
            home.mkdir()
        aanzet = {name: command(home, url) for name, home in homes.items()}
        await _people(aanzet["empty"], [])
        await _people(aanzet["many"], range(10_000_000, 10_000_000 + MANY))
        people = await _people(aanzet["broadcast"], [person.id for person in crowd])
        for _ in range(REPETITIONS):
            empty.append(await _at_rest(aanzet["empty"]))
            with_many.append(await _at_rest(aanzet["many"]))
            more.append(with_many[-1] - empty[-1])
            home = homes["broadcast"]
            await asyncio.to_thread(shutil.copytree, home, home.with_name("again"))  # who had one waits for the next
            during.append(await _broadcast(command(home.with_name("again"), url), simulator, people))
            await asyncio.to_thread(shutil.rmtree, home.with_name("again"))
    return [
        median_of(f"memory at rest with {MANY:,} people", with_many, "MB"),
        median_of(f"memory at rest: {MANY:,} people above nobody", more, "MB", MANY_TARGET_MB),
        median_of(
            f"memory: peak of a broadcast to {AUDIENCE:,} above the rest before", during, "MB", BROADCAST_TARGET_MB
        ),
    ]


async def _people(aanzet: Aanzet, chats: Sequence[int]) -> list[str]:
    now = SystemClock().now()
    async with Store.open(aanzet.data, KEY_BYTES) as store, store.transaction() as tx:
        team = await teams.create(tx, "Bench", now)
    if not chats:
        return []
    return seed.people(aanzet.data, KEY_BYTES, bot=BOT, chats=chats, team=team, since=now, hours=ANY_HOUR)


async def _at_rest(aanzet: Aanzet) -> float:
    async with aanzet.running() as running:
        await asyncio.sleep(REST_SECONDS)
        return memory_mb(running.pid)


async def _broadcast(aanzet: Aanzet, simulator: Simulator, people: list[str]) -> float:
    arrived = 0

    def called(call: Call) -> None:
        nonlocal arrived
        arrived += call.method == "sendMessage"

    simulator.on_call.append(called)
    try:
        async with aanzet.running(**FASTEST) as running:
            await asyncio.sleep(REST_SECONDS)
            before = most = memory_mb(running.pid)
            await _sent_to_all(aanzet, people)
            async with asyncio.timeout(PATIENCE_SECONDS):
                while arrived < len(people):
                    await asyncio.sleep(LOOK_SECONDS)
                    most = max(most, memory_mb(running.pid))
    finally:
        simulator.on_call.remove(called)
    return most - before


async def _sent_to_all(aanzet: Aanzet, people: list[str]) -> None:
    """What HR's "send" leaves in the database (`bot.services.broadcasts.act_send`): the bot finds it at its next tick."""
    now = SystemClock().now()
    async with Store.open(aanzet.data, KEY_BYTES, beside=True) as store, store.transaction() as tx:
        words = "Maandag begint de nieuwe dienst. Wie wil meedenken, meldt zich bij de dagstart."
        number = await broadcasts.draft(
            tx, team_id=None, text=words, script=None, author_id=people[0], now=now, due_at=now
        )
        late = now + LATE
        rows = [NewRow(UNASKED, "occasion", KIND, now, now, one, subject=number, not_after=late) for one in people]
        await outbox.put_all(tx, rows)
        await broadcasts.start(tx, number, len(people))
