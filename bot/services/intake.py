"""Brings kept messages to the talk: one task a sender, and a short patience while somebody is still typing."""

from __future__ import annotations

import asyncio

import structlog

from bot.services.talk import Talk
from storage import inbox
from storage.errors import StorageError
from storage.store import Store

log = structlog.get_logger(__name__)

AT_ONCE = 64
LONGEST_BURST = 4
"""At most so many times the patience: somebody who keeps typing is answered too."""

RETRY_SECONDS = (1.0, 30.0)


class Intake:
    """`kept` is told who has something waiting; each sender has at most one task at work."""

    def __init__(self, talk: Talk, store: Store, *, burst_seconds: float) -> None:
        self._talk = talk
        self._store = store
        self._burst = burst_seconds
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._more: set[str] = set()
        self._room = asyncio.Semaphore(AT_ONCE)
        self._stopping = False

    def kept(self, sender: str) -> None:
        """Something of this sender waits in the inbox."""
        if self._stopping:
            return
        self._more.add(sender)
        if sender not in self._tasks:
            task = asyncio.get_running_loop().create_task(self._work(sender))
            self._tasks[sender] = task

    async def resume(self) -> None:
        """After a start, and each minute as a safety net: everybody who waits and whom nobody is answering."""
        async with self._store.transaction() as tx:
            senders = await inbox.senders_waiting(tx)
        for sender in senders:
            if sender not in self._tasks:
                self.kept(sender)

    async def idle(self) -> None:
        """Wait until nobody is being answered."""
        while self._tasks:
            await asyncio.gather(*list(self._tasks.values()), return_exceptions=True)

    async def stop(self, timeout: float = 5.0) -> None:  # noqa: ASYNC109  (the caller says how patient it is)
        """Take nothing new; turns under way finish. What is left waits in the inbox."""
        self._stopping = True
        tasks = list(self._tasks.values())
        if tasks:
            await asyncio.wait(tasks, timeout=timeout)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _work(self, sender: str) -> None:
        trouble = RETRY_SECONDS[0]
        try:
            while sender in self._more:
                try:
                    await self._patience(sender)
                    self._more.discard(sender)
                    async with self._room:
                        await self._talk.handle(sender)
                    trouble = RETRY_SECONDS[0]
                except (StorageError, OSError) as error:
                    log.error("store_refuses", error=type(error).__name__, remedy=str(error), seconds=trouble)  # noqa: TRY400
                    self._more.add(sender)
                    await asyncio.sleep(trouble)
                    trouble = min(trouble * 2, RETRY_SECONDS[1])
        except Exception:
            log.exception("intake_broke")
        finally:
            del self._tasks[sender]
            if sender in self._more and not self._stopping:
                self.kept(sender)

    async def _patience(self, sender: str) -> None:
        """While typed words keep coming, wait a moment for the next ones: they are one answer."""
        if not self._burst:
            return
        for _ in range(LONGEST_BURST):
            self._more.discard(sender)
            if not await self._talk.last_is_text(sender):
                return
            await asyncio.sleep(self._burst)
            if sender not in self._more:
                return
