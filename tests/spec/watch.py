"""Looks on at every simulator of the test run: a wrong call fails the test in which it was made, and the end tells the sum.

A pytest plugin, registered by the `conftest.py` of all tests. Where the published interface is missing it checks nothing
and says so; under REQUIRE_ALL=1 a run in which no call was checked fails.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import pytest

from bot.simulator import Call, Simulator
from tests.spec import calls
from tests.spec.calls import Given
from tests.spec.published import Published

Side = Literal["calls", "answers"]
REMEDY = "(If it is wrong on purpose: the fixture `wrong_on_purpose` of tests/conftest.py says so.)"


class Watch:
    """Checks calls as they come in and answers as they go out, and remembers what was wrong until somebody asks."""

    def __init__(self, published: Published) -> None:
        self.published = published
        self.counts: Counter[str] = Counter()
        self.wrong: list[str] = []
        self._looks_at: set[Side] = {"calls", "answers"}

    def came(self, call: Call) -> None:
        """Check a call."""
        if "calls" in self._looks_at:
            files = {name: len(upload.content) for name, upload in call.uploads.items()}
            self.note(
                call.method, [str(each) for each in calls.call(self.published, Given(call.method, call.values, files))]
            )

    def answered(self, call: Call) -> None:
        """Check what the simulator gave; a refusal has no published shape."""
        if call.error is None and "answers" in self._looks_at:
            wrong = [str(each) for each in calls.answer(self.published, call.method, call.result)]
            self.note(call.method, wrong, calls=0)

    def note(self, method: str, wrong: list[str], *, calls: int = 1) -> None:
        """A call or an answer that was checked."""
        if calls:
            self.counts[method] += calls
        self.wrong += wrong

    def read(self, report: Path) -> None:
        """What was checked in another process (see within.py)."""
        for line in report.read_text(encoding="utf-8").splitlines() if report.exists() else ():
            self.note(**json.loads(line))

    def taken(self) -> list[str]:
        """What was wrong since the last time."""
        wrong, self.wrong = self.wrong, []
        return list(dict.fromkeys(wrong))

    @contextmanager
    def wrong_on_purpose(self, side: Side) -> Iterator[None]:
        """Calls, or answers, are not checked meanwhile, and not counted."""
        looked_at, self._looks_at = self._looks_at, self._looks_at - {side}
        try:
            yield
        finally:
            self._looks_at = looked_at


class WatchPlugin:
    """Puts a watch over the whole run."""

    def __init__(self) -> None:
        self.watch: Watch | None = None
        self.missing = ""
        try:
            self.watch = Watch(Published.read())
        except FileNotFoundError as error:
            self.missing = str(error)

    def pytest_sessionstart(self) -> None:
        """Begin to look."""
        if self.watch is not None:
            Simulator.watchers.append(self.watch)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_setup(self) -> Generator[None, None, None]:
        """Fail what went wrong while a test was set up."""
        yield from self._failing()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self) -> Generator[None, None, None]:
        """Fail what went wrong in a test."""
        yield from self._failing()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_teardown(self) -> Generator[None, None, None]:
        """Fail what went wrong while a test was cleared up."""
        yield from self._failing()

    def _failing(self) -> Generator[None, None, None]:
        try:
            yield
        finally:
            if self.watch is not None and (wrong := self.watch.taken()):
                pytest.fail(
                    "not as the Bot API is published:\n" + "\n".join(f"  {each}" for each in wrong), pytrace=False
                )

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """End looking; a run that had to check calls and checked none has failed."""
        if self.watch is not None:
            Simulator.watchers.remove(self.watch)
        if self._nothing_checked() and os.environ.get("REQUIRE_ALL") == "1" and not session.config.option.collectonly:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """How many calls of which methods were checked."""
        if self.watch is None:
            terminalreporter.write_line(f"*** CALLS WERE NOT HELD AGAINST THE BOT API: {self.missing}", red=True)
        elif self._nothing_checked():
            terminalreporter.write_line("no call to the Bot API was made, so none was checked")
        else:
            counts = self.watch.counts
            told = ", ".join(f"{method} {number}" for method, number in counts.most_common())
            terminalreporter.write_line(
                f"{counts.total()} calls of {len(counts)} methods were held against {self.watch.published.version}: {told}"
            )

    def _nothing_checked(self) -> bool:
        return self.watch is None or not self.watch.counts
