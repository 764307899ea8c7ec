"""The named stages of a message's way through the bot, told to whoever listens: the proofs that kill the process there.

Nobody listens in ordinary work; then passing a stage is one empty call.
"""

from __future__ import annotations

from collections.abc import Callable

STAGES = (
    "received",  # Telegram gave updates; nothing of them is on the disk
    "kept",  # they are on the disk; Telegram does not know
    "acknowledged",  # Telegram forgot them
    "handled",  # the turn did all its work, inside its transaction: the inbox row goes, the answer stands in the outbox
    "committed",  # that is on the disk
    "claimed",  # a due outbox row was set under way
    "sent",  # Telegram has the message; the row does not know
    "marked",  # the row is gone
)
"""In the order a message passes them."""

Stage = Callable[[str], None]
"""Told the name of a stage when it is passed."""


def no_stage(_name: str) -> None:
    """Nobody listens."""
