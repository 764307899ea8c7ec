"""One demo and one Chromium a test; a page that complains or asks something of the outside world fails its test."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, async_playwright

from bot.demo import Demo, demo
from tests.browser.window import Width, Window, chromium, launched, window

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
"""A Monday morning, ten o'clock in Amsterdam."""

Open = Callable[..., AbstractAsyncContextManager[Window]]


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    executable = chromium()
    if executable is None:
        if os.environ.get("REQUIRE_ALL") == "1":
            pytest.fail("Chromium is missing: apt-get install chromium")
        pytest.skip("SKIPPED: Chromium is missing: apt-get install chromium")
    async with async_playwright() as play:
        opened = await launched(play, executable)
        yield opened
        await opened.close()


@pytest.fixture
async def running(tmp_path: Path) -> AsyncIterator[Demo]:
    async with demo(tmp_path, start=MONDAY, seconds=0.05, burst_seconds=0.1, running=False) as made:
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
