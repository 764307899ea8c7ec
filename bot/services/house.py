"""What every use case works with: the store, the content, the clock, and a way to the outside. Made once, in `bot.app`."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Collection, Coroutine
from dataclasses import dataclass, field
from typing import Any, Protocol

from bot.clock import Clock
from bot.messages import Button, Press
from bot.settings import Settings
from dialogues.library import Library
from storage.outbox import OutboxRow
from storage.people import Reach
from storage.store import Store

CHANNEL = "telegram"


class Edge(Protocol):
    """The channel's best-effort side: none of these is kept, waits in a queue, or ever raises."""

    @property
    def bot(self) -> str:
        """The bot's own id on the channel."""
        ...

    def link(self, payload: str) -> str:
        """The address that opens the bot with this payload."""
        ...

    async def acknowledge(self, press: Press, text: str = "") -> None:
        """Tell the channel the press was seen."""
        ...

    async def choose(self, press: Press, chat: int, label: str) -> None:
        """Leave only the chosen button under the pressed message."""
        ...

    async def rebutton(self, press: Press, chat: int, buttons: tuple[tuple[Button, ...], ...]) -> None:
        """Put other buttons under the pressed message."""
        ...

    async def typing(self, chat: int) -> None:
        """Show that an answer is on its way."""
        ...

    async def leave(self, chat: int, text: str) -> None:
        """Say this in a group or channel, and leave it."""
        ...


@dataclass
class House:
    """The composition every service is given. `library` is replaced whole when content is reloaded."""

    store: Store
    library: Library
    clock: Clock
    settings: Settings
    edge: Edge
    wake: Callable[[], None] = lambda: None
    """Something may be due in the outbox."""
    hand_over: Callable[[OutboxRow, Reach], bool] = lambda _row, _reach: False
    """Send this row, just committed and the first in its line, without looking it up; False where it must be looked up."""
    take_back: Callable[[str, Collection[int]], bool] = lambda _recipient, _rows: False
    """Hold these outbox rows of a recipient back, so that they can be replaced; False where one may have been read."""
    _tasks: set[asyncio.Task[Any]] = field(default_factory=set)

    def phrases(self, language: str = "nl") -> Any:
        """The bot's standing words."""
        return self.library.phrases(language)

    def background(self, work: Coroutine[Any, Any, None]) -> None:
        """Let something best-effort run beside, without anybody waiting for it."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def quiet(self) -> None:
        """Wait until nothing runs beside."""
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)


After = Callable[[], Awaitable[None]]
