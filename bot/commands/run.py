"""`aanzet run`: the bot at work, until somebody tells it to end.

The rules:

1. Everything that can be refused is refused before the data are opened, and before Telegram hears of us.
2. SIGTERM and SIGINT end it in order and within ten seconds: nothing new is taken, what is under way finishes, the rest
   waits on the disk. A second signal, or the tenth second, ends it at once; also then nothing that was kept is lost.
3. SIGHUP reads the content again. New content is used only when all of it is right; otherwise the old stays.
"""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import structlog

from bot import logs
from bot.app import App, assembled, renew
from bot.clock import SystemClock
from bot.commands.mishap import port_taken
from bot.settings import Settings
from bot.web.health import create_app
from bot.web.server import listener, serving
from dialogues.issue import ContentError

log = structlog.get_logger(__name__)

STOP_SECONDS = 8.0
"""For the end in order. Closing what is open comes on top; together it stays under ten."""
ENDING_SECONDS = 2.0
"""So much of it is kept for what comes after the last message."""


@dataclass
class Signals:
    """What the administrator wants, told by signals: `stop` once, `reload` as often as wanted."""

    stop: asyncio.Event = field(default_factory=asyncio.Event)
    reload: asyncio.Event = field(default_factory=asyncio.Event)
    working: bool = False

    @contextmanager
    def heard(self) -> Iterator[None]:
        """Listen to them inside the block. While the start or the end is under way, a stop cancels the caller."""
        loop, task = asyncio.get_running_loop(), asyncio.current_task()

        def stop() -> None:
            if task is not None and (not self.working or self.stop.is_set()):
                task.cancel()
            self.stop.set()

        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, stop)
        loop.add_signal_handler(signal.SIGHUP, self.reload.set)
        try:
            yield
        finally:
            for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
                loop.remove_signal_handler(number)


def run(settings: Settings) -> None:
    """Run until told to end.

    Raises: SettingsError, StorageError, ContentError, EdgeError, Refused: what an administrator can mend.
    """
    logs.configure(settings.log_level, settings.log_format)
    token, key = settings.token(), settings.key()
    asyncio.run(_run(settings, token, key))


async def _run(settings: Settings, token: str, key: bytes) -> None:
    signals = Signals()
    with signals.heard():
        try:
            await _live(settings, token, key, signals)
        except asyncio.CancelledError:
            if not signals.stop.is_set():
                raise
            log.warning("stopped_at_once")
        else:
            log.info("stopped")


async def _live(settings: Settings, token: str, key: bytes, signals: Signals) -> None:
    try:
        listening = listener(settings.host, settings.port)
    except OSError as error:
        way_out = "stop what uses it, or change AANZET_HOST or AANZET_PORT"
        raise port_taken(settings.host, settings.port, error, way_out) from None
    with listening:
        async with assembled(settings, SystemClock(), key=key, token=token) as app:
            if app.store.keyless:
                log.error(
                    "people_without_key",
                    count=len(app.store.keyless),
                    remedy="keys.db is older than aanzet.db: what these people said cannot be read. Restore the newest"
                    " keys.db, or let them begin again by opening a link.",
                )
            page = create_app(app.store, lambda: app.receiver.hears and app.dispatcher.reaches_channel)
            async with serving(page, listening):
                port = listening.getsockname()[1]
                log.info("started", host=settings.host, port=port, pid=os.getpid())
                await work(app, signals)


async def work(app: App, signals: Signals) -> None:
    """Run the app until a stop is asked or it ends by itself, and end it in order.

    Raises: what `App.run` raises.
    """
    running = asyncio.create_task(app.run())
    asked = asyncio.create_task(signals.stop.wait())
    reloads = asyncio.create_task(_reloads(app, signals))
    signals.working = True
    try:
        await asyncio.wait({running, asked, reloads}, return_when=asyncio.FIRST_COMPLETED)
        log.info("stopping")
        async with asyncio.timeout(STOP_SECONDS):
            await app.stop(STOP_SECONDS - ENDING_SECONDS)
            await asyncio.wait({running}, timeout=1)
    except TimeoutError:
        log.warning("stopping_took_too_long", seconds=STOP_SECONDS)
    finally:
        for task in (running, asked, reloads):
            task.cancel()
        ended = await asyncio.gather(running, reloads, return_exceptions=True)
    for error in ended:
        if isinstance(error, Exception):
            raise error


async def _reloads(app: App, signals: Signals) -> None:
    while True:
        await signals.reload.wait()
        signals.reload.clear()
        try:
            await reload(app)
        except Exception:  # whatever is wrong with it, the old content works
            log.exception("reload_broke")


async def reload(app: App) -> bool:
    """Use the content as it is on the disk now, or keep the old and say why. Talks under way keep their version."""
    try:
        library = await renew(app)
    except ContentError as error:
        for issue in error.issues:
            log.error(  # noqa: TRY400 - a mistake of an author, not a fault
                "content_mistake",
                path=str(issue.where.file),
                line=issue.where.line,
                column=issue.where.column,
                code=issue.code,
                remedy=f"{issue.what}; {issue.remedy}",
            )
        remedy = "The old content stays in use. Mend these places and send SIGHUP again."
        log.error("content_refused", count=len(error.issues), remedy=remedy)  # noqa: TRY400
        return False
    log.info("content_reloaded", count=len(library.scripts["nl"]))
    return True
