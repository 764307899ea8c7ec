"""Nothing lost: killed with SIGKILL in every stage and at random moments, while many people talk. And: it would show.

`make torture` does the same with 200 kills.
"""

from __future__ import annotations

import random
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.stages import STAGES
from tests.torture.nursery import Nursery, nursery
from tests.torture.ordeal import RANDOM, TERM, Kill, Report, ordeal, plan
from tests.torture.troubles import Trouble, frozen, locked, no_room
from tests.torture.variants import BETWEEN

SEED = 20261123
KILLS = 30
LEAST_SAID = 200
"""Fewer would not be many people talking."""
LEAST_PROMISED = 60

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def births() -> AsyncIterator[Nursery]:
    """One nursery for all: reading Python and the content takes longer than most of these lives."""
    async with nursery() as made:
        yield made


async def test_thirty_kills_lose_nothing_and_repeat_only_what_was_in_flight(births: Nursery, tmp_path: Path) -> None:
    """Everything said is handled once and answered once; a chat hears at most one message again after each kill."""
    report = await ordeal(births, tmp_path, plan(KILLS, random.Random(SEED)), seed=SEED)
    assert report.findings == [], str(report)
    assert sum(report.kills.values()) == KILLS
    assert all(report.kills[stage] >= KILLS // (len(STAGES) + 1) for stage in (*STAGES, RANDOM)), str(report)
    assert report.said > LEAST_SAID, str(report)
    assert report.promised > LEAST_PROMISED, str(report)


async def test_asked_to_end_it_ends_in_order_and_nothing_comes_twice(births: Nursery, tmp_path: Path) -> None:
    """SIGTERM in the middle of it all: within ten seconds, with what is in flight finished and marked."""
    report = await ordeal(births, tmp_path, plan(6, random.Random(SEED), stages=[TERM]), seed=SEED)
    assert report.findings == [], str(report)
    assert report.doubled == 0, str(report)
    assert report.kills[TERM] == 6


@pytest.mark.parametrize(
    ("trouble", "seconds", "refused"), [(no_room, 1.5, "DiskTrouble"), (locked, 1.5, "Locked"), (frozen, 3.0, "")]
)
async def test_trouble_that_passes_costs_nothing(
    births: Nursery, tmp_path: Path, trouble: Trouble, seconds: float, refused: str
) -> None:
    """A disk without room, a locked database, a process that gets no time: all waits, and then is done once."""
    report = await ordeal(births, tmp_path, [], seed=SEED, troubles=[(trouble, seconds)])
    assert report.findings == [], str(report)
    assert report.doubled == 0, str(report)
    assert not refused or refused in str(report.refused), "there was no trouble at all"


async def crippled(births: Nursery, directory: Path, variant: str, *stages: tuple[str, int]) -> Report:
    """A short ordeal of a bot that lacks a guard."""
    kills = [Kill(stage, nth) for stage, nth in stages]
    return await ordeal(births, directory, kills, seed=SEED, in_turn=8, typing=4, variant=variant, patience_seconds=2)


@pytest.mark.parametrize(
    ("variant", "stages", "findings"),
    [
        (
            "without_inbox",
            (("received", 6), ("acknowledged", 6)),
            ("was said and never answered", "never came into the inbox"),
        ),
        ("marked_before_sent", ((BETWEEN, 30), (BETWEEN, 30)), ("was said and never answered",)),
        ("without_mark", (("sent", 40),), ("times within life",)),
        (
            "two_commits",
            (("committed", 40), ("committed", 40)),
            ("different answers", "in different words", "taken 2 times", "talks do not stand where they should"),
        ),
    ],
)
async def test_with_a_guard_taken_out_it_does_not_balance(
    births: Nursery, tmp_path: Path, variant: str, stages: tuple[tuple[str, int], ...], findings: tuple[str, ...]
) -> None:
    """Acknowledged before kept, as python-telegram-bot does; marked before sent or long after; handled in two commits."""
    report = await crippled(births, tmp_path, variant, *stages)
    assert any(finding in each for finding in findings for each in report.findings), str(report)
