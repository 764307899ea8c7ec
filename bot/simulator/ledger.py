"""The books of the simulated Telegram: every update it had for the bot and every call the bot made. Only writes down.

`simulator.ledger.updates` and `.calls` grow in order of events; an entry is filled in as its story goes on, so a reader
may look at any moment. Another process reads the same over HTTP:

    GET    /sim/ledger?updates=M&calls=N   entries from these positions on: {"updates": [...], "calls": [...]}
    DELETE /sim/ledger                     begin new, empty books

An update's `handed` has one moment for every time it left for the bot, and `end` says how it left the queue:
"acknowledged", "dropped" (by setWebhook or deleteWebhook), "expired" (24 hours), "" while it waits. A call's `effect` is
True once it changed something or gave an answer; its `outcome` is "ok", "refused" (see `code` and `words`), "cut" (no
answer was given: a fault, or the bot had hung up), or "" while it is under way. An `effect` with a "cut" is what a bot
cannot know about.

Moments are seconds on the machine's monotonic clock; `at` is the simulator's own clock.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from bot.clock import Clock

Json = dict[str, Any]


@dataclass(eq=False)
class UpdateEntry:
    """One update: born when somebody did something, handed to the bot once or more, gone when acknowledged."""

    number: int
    at: datetime
    seconds: float
    update_id: int
    kind: str
    chat: int | None
    update: Json
    handed: list[float] = field(default_factory=list)
    ended: float | None = None
    end: str = ""


@dataclass(eq=False)
class CallEntry:
    """One call. `message`: the id of the message it sent, changed or took away; `fault`: the number of the fault that
    struck it; `files`: names and sizes of what was uploaded."""

    number: int
    at: datetime
    seconds: float
    method: str
    parameters: Json
    files: dict[str, int]
    chat: int | None
    effect: bool = False
    message: int | None = None
    fault: int | None = None
    answered: float | None = None
    outcome: str = ""
    code: int | None = None
    words: str = ""


class Ledger:
    """The books."""

    def __init__(self, clock: Clock, monotonic: Callable[[], float]) -> None:
        self._clock = clock
        self._monotonic = monotonic
        self.updates: list[UpdateEntry] = []
        self.calls: list[CallEntry] = []

    def born(self, update: Json) -> UpdateEntry:
        """An update that waits for the bot from now on."""
        kind = next((name for name in update if name != "update_id"), "")
        entry = UpdateEntry(
            len(self.updates), self._clock.now(), self._monotonic(), update["update_id"], kind, _chat(update), update
        )
        self.updates.append(entry)
        return entry

    def handed(self, entry: UpdateEntry) -> None:
        """An update leaves for the bot."""
        entry.handed.append(self._monotonic())

    def ended(self, entry: UpdateEntry, how: str) -> None:
        """An update leaves the queue."""
        entry.ended, entry.end = self._monotonic(), how

    def came(self, method: str, parameters: Json, files: dict[str, int], chat: int | None) -> CallEntry:
        """A call came in."""
        entry = CallEntry(len(self.calls), self._clock.now(), self._monotonic(), method, parameters, files, chat)
        self.calls.append(entry)
        return entry

    def took_effect(self, entry: CallEntry, result: Any) -> None:
        """A call was carried out."""
        entry.effect = True
        given = result.get("message_id") if isinstance(result, dict) else None
        entry.message = given if given is not None else _number(entry.parameters.get("message_id"))

    def answered(self, entry: CallEntry, outcome: str, code: int | None = None, words: str = "") -> None:
        """A call ended."""
        entry.answered, entry.outcome, entry.code, entry.words = self._monotonic(), outcome, code, words

    def view(self, updates: int = 0, calls: int = 0) -> Json:
        """The entries from these positions on, as JSON."""
        return {
            "updates": [_plain(each) for each in self.updates[max(0, updates) :]],
            "calls": [_plain(each) for each in self.calls[max(0, calls) :]],
        }

    def clear(self) -> None:
        """Begin new books. What is under way stays with whoever holds its entry."""
        self.updates, self.calls = [], []


def _plain(entry: UpdateEntry | CallEntry) -> Json:
    return asdict(entry) | {"at": entry.at.isoformat()}


def _chat(update: Json) -> int | None:
    for payload in update.values():
        if isinstance(payload, dict):
            inner = payload.get("message", payload)
            chat = inner.get("chat") if isinstance(inner, dict) else None
            return chat.get("id") if isinstance(chat, dict) else None
    return None


def _number(value: Any) -> int | None:
    try:
        return int(value)
    except (TypeError, ValueError):
        return None
