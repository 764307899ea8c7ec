"""The local Telegram for foreign clients: on a real port, with somebody who has a phone."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from bot.clock import SettableClock
from bot.simulator import Limits, Simulator, create_app, serving
from tests.foreign import setup

START = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


@dataclass
class Telegram:
    simulator: Simulator
    url: str


@pytest.fixture(scope="session")
def clients() -> None:
    """Loudly skipped without them, required under REQUIRE_ALL=1."""
    if lacking := setup.missing():
        if os.environ.get("REQUIRE_ALL") == "1":
            pytest.fail(f"missing: {lacking}")
        pytest.skip(f"SKIPPED: missing: {lacking}")


@pytest.fixture
async def telegram(clients: None) -> AsyncIterator[Telegram]:
    """Without limits: a round takes less time than its messages may."""
    simulator = Simulator(SettableClock(START), limits=None)
    async with serving(create_app(simulator), simulator) as url:
        yield Telegram(simulator, url)


@pytest.fixture
async def strict(clients: None) -> AsyncIterator[Telegram]:
    """With one message a second for a chat, in a second that never ends."""
    simulator = Simulator(SettableClock(START), limits=Limits(), monotonic=lambda: 100.0)
    async with serving(create_app(simulator), simulator) as url:
        yield Telegram(simulator, url)
