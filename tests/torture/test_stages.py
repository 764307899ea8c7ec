"""The named stages are where they say they are: one message passes all eight of them, once, in their order."""

from __future__ import annotations

import asyncio
from pathlib import Path

from bot.app import assembled
from bot.clock import SettableClock
from bot.settings import Settings, demo_key
from bot.simulator import TOKEN, Simulator, create_app, serving
from bot.stages import STAGES
from dialogues.library import Library
from tests.walks.phone import START


async def test_a_message_passes_every_stage_once_in_order(tmp_path: Path, library: Library) -> None:
    """What was received is kept, what was kept is acknowledged, what was committed is sent, what was sent is marked."""
    clock = SettableClock(START)
    simulator = Simulator(clock, limits=None)
    passed: list[str] = []
    settings = Settings(data_dir=tmp_path, burst_seconds=0)
    async with (
        serving(create_app(simulator), simulator) as url,
        assembled(
            settings, clock, key=demo_key(tmp_path), token=TOKEN, api_url=url, library=library, stage=passed.append
        ) as app,
    ):
        work = asyncio.create_task(app.run())
        simulator.open_link(simulator.add_person("Sanne"))
        await simulator.wait_until(lambda: simulator.world.updates.pending == 0)
        await app.settled()
        first = list(passed)
        simulator.open_link(simulator.add_person("Bo"))  # ends the poll that acknowledged
        await simulator.wait_until(lambda: "acknowledged" in passed)
        await app.stop(5)
        await asyncio.gather(work, return_exceptions=True)
    assert sorted(first) == sorted(set(STAGES) - {"acknowledged"})
    assert [stage for stage in first if stage in STAGES[3:]] == list(STAGES[3:])
    assert passed[0:2] == ["received", "kept"]
    assert passed.index("acknowledged") > passed.index("kept")
    assert first.index("kept") < first.index("handled")
