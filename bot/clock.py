"""The only source of now."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells the time; the demo and the tests have one that can be set."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        return datetime.now(UTC)


class SettableClock:
    """A clock that can be moved forward.

    `running`: it goes on ticking from where it was set; otherwise it stands still between moves.
    """

    def __init__(self, start: datetime, *, running: bool = False) -> None:
        if start.tzinfo is None:
            raise ValueError("the clock needs an aware datetime")
        self._offset = timedelta(0)
        self._fixed = start.astimezone(UTC)
        self._running = running
        if running:
            self._offset = self._fixed - datetime.now(UTC)

    def now(self) -> datetime:
        """The moment the clock shows, in UTC."""
        return datetime.now(UTC) + self._offset if self._running else self._fixed

    def move_to(self, moment: datetime) -> None:
        """Set the clock. Moving backwards is allowed: real clocks are corrected too."""
        if moment.tzinfo is None:
            raise ValueError("the clock needs an aware datetime")
        if self._running:
            self._offset = moment.astimezone(UTC) - datetime.now(UTC)
        else:
            self._fixed = moment.astimezone(UTC)
