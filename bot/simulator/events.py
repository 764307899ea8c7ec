"""What happens, told to whoever listens: the page, the waiting tests, the colleagues."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

Event = dict[str, Any]


class Events:
    """A broadcast without memory: a listener gets what happens while it listens."""

    def __init__(self) -> None:
        self._listeners: set[asyncio.Queue[Event | None]] = set()
        self._closed = False

    @contextmanager
    def listen(self) -> Iterator[asyncio.Queue[Event | None]]:
        """A queue with every event from now on; None means that the simulator closes."""
        queue: asyncio.Queue[Event | None] = asyncio.Queue()
        if self._closed:
            queue.put_nowait(None)
        self._listeners.add(queue)
        try:
            yield queue
        finally:
            self._listeners.discard(queue)

    def tell(self, kind: str, **facts: Any) -> None:
        """Tell all listeners."""
        for queue in self._listeners:
            queue.put_nowait({"kind": kind, **facts})

    def close(self) -> None:
        """Let every listener go."""
        self._closed = True
        for queue in self._listeners:
            queue.put_nowait(None)
