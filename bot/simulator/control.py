"""What the page needs from the demo around it: the clock's steps, what waits, invitations, colleagues.

The simulator knows no bot; `bot/app.py` gives it something that keeps this promise.
"""

from __future__ import annotations

from typing import Any, Literal, Protocol

from bot.clock import Clock

Step = Literal["hour", "day", "next"]
STEPS: tuple[Step, ...] = ("hour", "day", "next")
ROLES = ("employee", "lead", "hr", "or")


class DemoControl(Protocol):
    """The buttons above the phones. Without a control they are absent."""

    @property
    def clock(self) -> Clock:
        """The clock the page shows."""
        ...

    async def advance(self, by: str) -> dict[str, Any]:
        """Move the clock by an "hour", a "day" or to the "next" due moment, stopping at every due moment in order.

        Gives `{"moved": bool}`: False when "next" found nothing waiting. Other fields are passed on to the page unread.
        """
        ...

    async def waiting(self) -> list[dict[str, Any]]:
        """What waits, soonest first: `{"at": ISO 8601 with offset, "who": first name, "what": Dutch words}`."""
        ...

    async def invitation(self, role: str) -> str:
        """The payload of a fresh link for one of `ROLES`."""
        ...

    async def colleagues(self, n: int) -> None:
        """Let `n` simulated colleagues join and act; returns when they have begun."""
        ...
