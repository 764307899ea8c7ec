"""Telegram's flood limits, on real time: a moved clock must not let a flood through."""

from __future__ import annotations

import math
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """How many messages fit in a window; a private chat's window is `per_chat_seconds` long.

    Telegram names 30 a second in all, 1 a second a chat and 20 a minute a group
    (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this) and is lenient about the edges;
    `slack_seconds` shortens each window so that a sender who paces exactly is not refused for the network's jitter.
    """

    per_second: int = 30
    per_chat_second: int = 1
    per_chat_seconds: float = 1.0
    per_group_minute: int = 20
    slack_seconds: float = 0.05


class Flood:
    """Counts messages and says how long to wait. Refused messages don't count."""

    def __init__(self, limits: Limits, monotonic: Callable[[], float]) -> None:
        self._limits = limits
        self._monotonic = monotonic
        self._all: deque[float] = deque()
        self._chats: defaultdict[int, deque[float]] = defaultdict(deque)

    def admit(self, chat: int) -> int:
        """0 when the message may go, else the whole seconds to wait (at least 1)."""
        now = self._monotonic()
        slack = self._limits.slack_seconds
        sent = self._chats[chat]
        own = (
            (self._limits.per_chat_second, self._limits.per_chat_seconds)
            if chat > 0
            else (self._limits.per_group_minute, 60.0)
        )
        wait = max(
            _wait(self._all, now, self._limits.per_second, 1.0 - slack), _wait(sent, now, own[0], own[1] - slack)
        )
        if wait > 0:
            return max(1, math.ceil(wait))
        self._all.append(now)
        sent.append(now)
        return 0


def _wait(sent: deque[float], now: float, most: int, window: float) -> float:
    while sent and sent[0] <= now - window:
        sent.popleft()
    return 0.0 if len(sent) < most else sent[-most] + window - now
