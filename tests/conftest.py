"""What every test may use."""

from __future__ import annotations

import pytest

from bot.services.settling import ACTS
from dialogues.library import Library
from dialogues.load import SHIPPED, load


@pytest.fixture(scope="session")
def library() -> Library:
    """The shipped content, read once."""
    return load([SHIPPED], acts=ACTS)
