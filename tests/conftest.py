"""What every test may use, and the watch over every call to the Bot API."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from functools import lru_cache

import pytest
from hypothesis import HealthCheck, settings

from bot.services.settling import ACTS
from dialogues import source
from dialogues.library import Library
from dialogues.load import SHIPPED, load
from tests.spec.published import Published
from tests.spec.watch import Side, WatchPlugin

WrongOnPurpose = Callable[[Side], AbstractContextManager[None]]
WATCH = pytest.StashKey[WatchPlugin]()

settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")  # a slow machine makes no test fail


def pytest_configure(config: pytest.Config) -> None:
    """Look on at every simulator, and read no text of a file twice."""
    config.stash[WATCH] = plugin = WatchPlugin()
    config.pluginmanager.register(plugin)
    once = lru_cache(maxsize=1024)(source.parsed)
    pytest.MonkeyPatch().setattr(source, "parsed", once)  # hundreds of tests read the same shipped files


@pytest.fixture(scope="session")
def library() -> Library:
    """The shipped content, read once."""
    return load([SHIPPED], acts=ACTS)


@pytest.fixture(scope="session")
def plugin(pytestconfig: pytest.Config) -> WatchPlugin:
    """The watch over this run."""
    return pytestconfig.stash[WATCH]


@pytest.fixture(scope="session")
def published(plugin: WatchPlugin) -> Published:
    """The published Bot API; loudly skipped where it is missing, required under REQUIRE_ALL=1."""
    if plugin.watch is not None:
        return plugin.watch.published
    if os.environ.get("REQUIRE_ALL") == "1":
        pytest.fail(plugin.missing)
    pytest.skip(f"SKIPPED: {plugin.missing}")


@pytest.fixture(scope="session")
def wrong_on_purpose(plugin: WatchPlugin) -> WrongOnPurpose:
    """For what is not as published because a test wants it so: bad calls made straight at the simulator or to hear its
    refusal ("calls"), made-up updates and results ("answers"). `with wrong_on_purpose("calls"): ...` is not checked."""

    def nothing(_: Side) -> AbstractContextManager[None]:
        return nullcontext()

    return nothing if plugin.watch is None else plugin.watch.wrong_on_purpose
