"""`aanzet demo`: bot, local Telegram and page of phones in one process, on data that need not be kept."""

from __future__ import annotations

import asyncio
import signal
import tempfile
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, ExitStack
from datetime import datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from bot import logs
from bot.commands.mishap import Refused, port_taken
from bot.demo import Demo, demo
from storage.files import DATABASE

HOST = "127.0.0.1"
ZONE = ZoneInfo("Europe/Amsterdam")
STOP_SECONDS = 9.0

Running = Callable[[], AbstractAsyncContextManager[Demo]]


def show(
    port: int,
    data: Path | None,
    now: datetime | None,
    say: Callable[[str], None],
    *,
    content: Path | None = None,
    watch: bool = False,
) -> None:
    """Run the demo until it is told to end. A time without zone is Dutch time. `watch` uses changed content at once.

    Raises: StorageError, SettingsError, ContentError, Refused.
    """
    logs.configure("WARNING")
    if data is not None and (data / DATABASE).exists() and not (data / "demo.key").exists():
        raise Refused(f"{data} holds data that are not of a demo. Name another --data.")
    start = now.replace(tzinfo=ZONE) if now is not None and now.tzinfo is None else now
    with ExitStack() as stack:
        if data is None:
            made = stack.enter_context(tempfile.TemporaryDirectory(prefix="aanzet-demo-", ignore_cleanup_errors=True))
            data = Path(made)
        running = partial(demo, data, port=port, host=HOST, start=start, content=content, watch=watch)
        asyncio.run(_show(running, port, say))


async def _show(running: Running, port: int, say: Callable[[str], None]) -> None:
    loop, task, ending = asyncio.get_running_loop(), asyncio.current_task(), asyncio.Event()

    def end() -> None:
        ending.set()
        if task is not None:
            task.cancel()  # a second time: the end in order is cut short

    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        loop.add_signal_handler(number, end)
    try:
        await _until_cancelled(running, say)
    except asyncio.CancelledError:
        if not ending.is_set():
            raise
    except OSError as error:
        if error.filename is not None:
            raise
        raise port_taken(HOST, port, error, "name another one with --port") from None


async def _until_cancelled(running: Running, say: Callable[[str], None]) -> None:
    async with running() as shown:
        say(f"Phones: {shown.url}/")
        say("Nothing leaves this machine. Ctrl-C ends the demo.")
        await asyncio.Event().wait()
