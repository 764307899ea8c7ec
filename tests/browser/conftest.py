"""One Chromium for all, one demo a test; a page that complains or asks something of the outside world fails its test."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright

from bot.demo import Demo, demo
from dialogues.library import Library
from tests import browser_setup
from tests.browser.window import Width, Window, launched, window

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
"""A Monday morning, ten o'clock in Amsterdam."""

ONE_LOOP = pytest.mark.asyncio(loop_scope="session")
"""All browser tests share one event loop, and so one Chromium; each gets a demo and a window of its own."""

Open = Callable[..., AbstractAsyncContextManager[Window]]


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    executable = browser_setup.browser()
    if executable is None:
        if os.environ.get("REQUIRE_ALL") == "1":
            pytest.fail("Chromium is missing: apt-get install chromium")
        pytest.skip("SKIPPED: Chromium is missing: apt-get install chromium")
    async with async_playwright() as play:
        opened = await launched(play, executable)
        yield opened
        await opened.close()


@pytest_asyncio.fixture(loop_scope="session")
async def running(tmp_path: Path, library: Library) -> AsyncIterator[Demo]:
    async with demo(tmp_path, start=MONDAY, seconds=0.05, burst_seconds=0.1, running=False, library=library) as made:
        yield made


@pytest.fixture
def opened(browser: Browser, running: Demo) -> Open:
    @asynccontextmanager
    async def open_(width: Width = "phone", **context: Any) -> AsyncIterator[Window]:
        async with window(browser, running, width, **context) as made:
            yield made
        assert made.complaints == []
        assert made.foreign == []

    return open_
