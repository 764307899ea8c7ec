"""A running bot to walk with."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from dialogues.library import Library
from tests.walks.phone import Phone, Walk, walking


@pytest.fixture
async def walk(tmp_path: Path, library: Library) -> AsyncIterator[Walk]:
    """The bot at work on a Monday morning; nobody has a phone yet."""
    async with walking(tmp_path, library=library) as running:
        yield running


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def calm(tmp_path_factory: pytest.TempPathFactory, library: Library) -> AsyncIterator[Walk]:
    """One bot for those walks of a file that leave clock, content and roles alone; each brings its own people."""
    async with walking(tmp_path_factory.mktemp("calm"), library=library) as running:
        yield running


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def asked(calm: Walk) -> Phone:
    """Somebody at the first question, for what leaves them there."""
    return await calm.member("Gevraagd")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def resting(calm: Walk) -> Phone:
    """Somebody outside any talk, for what leaves them there."""
    return await calm.finished("Rustig")
