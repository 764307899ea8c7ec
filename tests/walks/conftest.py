"""A running bot to walk with."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from dialogues.library import Library
from tests.walks.phone import Walk, walking


@pytest.fixture
async def walk(tmp_path: Path, library: Library) -> AsyncIterator[Walk]:
    """The bot at work on a Monday morning; nobody has a phone yet."""
    async with walking(tmp_path, library=library) as running:
        yield running
