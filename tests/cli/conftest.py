"""A simulated Telegram in the test's own process, and the command in another one."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.clock import SystemClock
from bot.settings import names
from bot.simulator import TOKEN, Simulator, create_app, serving
from storage import teams
from storage.store import Store
from tests.cli.command import KEY, KEY_BYTES, Aanzet


@dataclass
class Telegram:
    simulator: Simulator
    url: str


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    simulator = Simulator(SystemClock())
    async with serving(create_app(simulator), simulator) as url:
        yield Telegram(simulator, url)


@pytest.fixture
def alone(tmp_path: Path) -> Aanzet:
    """The command with everything set, and nobody at the other end of the line."""
    return Aanzet(
        tmp_path,
        {
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": "http://127.0.0.1:9",
            "AANZET_MASTER_KEY": KEY,
            "AANZET_PORT": "0",
            "AANZET_BURST_SECONDS": "0.05",
            "AANZET_CHAT_SECONDS": "0",
        },
    )


@pytest.fixture
def author(alone: Aanzet) -> Aanzet:
    """The command with nothing set."""
    for name in names():
        alone.settings.pop(name, None)
    return alone


@pytest.fixture
def aanzet(alone: Aanzet, telegram: Telegram) -> Aanzet:
    """The command with everything set."""
    alone.settings["TELEGRAM_API_URL"] = telegram.url
    return alone


@pytest.fixture
async def filled(alone: Aanzet) -> Path:
    """Data with something in them, made by nobody's process that still runs."""
    async with Store.open(alone.data, KEY_BYTES) as store, store.transaction() as tx:
        await teams.create(tx, "Zorg Noord", SystemClock().now())
    return alone.data
