"""A simulator on a real port, and python-telegram-bot to call it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
import telegram
from telegram.request import HTTPXRequest

from bot.clock import SettableClock
from bot.simulator import Person, Simulator, create_app, serving
from tests.conftest import WrongOnPurpose

START = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
Say = Callable[..., Coroutine[Any, Any, httpx.Response]]


class HandClock:
    """Monotonic seconds moved by hand."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> SettableClock:
    return SettableClock(START)


@pytest.fixture
def simulator(clock: SettableClock) -> Simulator:
    return Simulator(clock, limits=None)


@pytest.fixture
async def url(simulator: Simulator) -> AsyncIterator[str]:
    async with serving(create_app(simulator), simulator) as address:
        yield address


@pytest.fixture
async def bot(simulator: Simulator, url: str) -> AsyncIterator[telegram.Bot]:
    request = HTTPXRequest(httpx_kwargs={"trust_env": False})
    poll = HTTPXRequest(httpx_kwargs={"trust_env": False})
    client = telegram.Bot(simulator.token, f"{url}/bot", f"{url}/file/bot", request=request, get_updates_request=poll)
    async with client:
        yield client


@pytest.fixture
def sanne(simulator: Simulator) -> Person:
    """Somebody who has started the bot; her /start is already acknowledged."""
    person = simulator.add_person("Sanne")
    simulator.open_link(person)
    simulator.world.updates.drop()
    return person


@pytest.fixture
async def say(simulator: Simulator, url: str) -> AsyncIterator[Say]:
    """Call a method with a JSON body."""
    async with httpx.AsyncClient(base_url=url, trust_env=False, timeout=30) as client:

        async def call(method: str, **values: Any) -> httpx.Response:
            return await client.post(f"/bot{simulator.token}/{method}", json=values)

        yield call


@pytest.fixture(autouse=True)
def _straight_at_the_simulator(wrong_on_purpose: WrongOnPurpose) -> Iterator[None]:
    """What is tested here is the simulator, with good and bad calls; our bot makes none of them."""
    with wrong_on_purpose("calls"):
        yield
