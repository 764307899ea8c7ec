"""A Telegram that outlives the bot, a line to it that can be cut, and a disk that can be full."""

from __future__ import annotations

import asyncio
import resource
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

from bot.app import assembled
from bot.clock import SettableClock
from bot.demo import Colleague, Demo
from bot.settings import Settings, demo_key
from bot.simulator import TOKEN, Simulator, create_app, serving
from bot.simulator.colleagues import Colleagues
from bot.stages import Stage, no_stage
from dialogues.library import Library
from storage.files import DATABASE
from tests.walks.phone import Walk


@asynccontextmanager
async def telegram(clock: SettableClock) -> AsyncIterator[tuple[Simulator, str]]:
    """A Telegram that outlives the bot."""
    simulator = Simulator(clock, limits=None)
    async with serving(create_app(simulator), simulator) as url:
        yield simulator, url


@asynccontextmanager
async def bot_at(
    directory: Path,
    simulator: Simulator,
    url: str,
    clock: SettableClock,
    library: Library,
    *,
    patient: bool = True,
    stop_seconds: float = 5,
    stage: Stage = no_stage,
) -> AsyncIterator[Walk]:
    """The bot, started on this directory; `patient`: stopped in order, otherwise torn down where it stands."""
    settings = Settings(
        data_dir=directory,
        organisation="Zorggroep Voorbeeld",
        chat_seconds=0,
        burst_seconds=0.01,
        messages_per_second=1000,
    )
    key = demo_key(directory)
    async with assembled(settings, clock, key=key, token=TOKEN, api_url=url, library=library, stage=stage) as app:
        work = asyncio.create_task(app.run())
        crowd = Colleagues(simulator, Colleague())
        try:
            yield Walk(Demo(app, simulator, clock, crowd, url))
        finally:
            if patient:
                await app.stop(stop_seconds)
            else:
                work.cancel()
            await asyncio.gather(work, return_exceptions=True)


class Line:
    """The network between the bot and Telegram. Cut, everything open breaks and nothing new is accepted."""

    def __init__(self, url: str) -> None:
        self._port = urlsplit(url).port
        self._own = 0
        self._server: asyncio.Server | None = None
        self._open: set[asyncio.StreamWriter] = set()

    @property
    def url(self) -> str:
        """Where the bot finds Telegram."""
        return f"http://127.0.0.1:{self._own}"

    async def mend(self) -> None:
        """Carry."""
        self._server = await asyncio.start_server(self._carry, "127.0.0.1", self._own)
        self._own = self._server.sockets[0].getsockname()[1]

    async def cut(self) -> None:
        """Carry nothing."""
        if self._server is not None:
            self._server.close()
        for writer in list(self._open):
            writer.transport.abort()
        await asyncio.sleep(0)

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection("127.0.0.1", self._port)
        await asyncio.gather(self._pump(reader, back), self._pump(there, writer))

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._open.add(writer)
        with suppress(OSError):
            while some := await reader.read(65536):
                writer.write(some)
                await writer.drain()
        writer.close()
        self._open.discard(writer)


class Disk:
    """A small disk of our own where we may mount one; elsewhere a limit on how large our files may grow."""

    def __init__(self, directory: Path, *, mounted: bool) -> None:
        self.directory = directory
        self.mounted = mounted
        self._before = resource.getrlimit(resource.RLIMIT_FSIZE)

    def fill(self) -> None:
        """No room from now on."""
        if not self.mounted:
            largest = (self.directory / f"{DATABASE}-wal").stat().st_size
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest, self._before[1]))
            return
        with suppress(OSError), (self.directory / "filler").open("ab", buffering=0) as file:
            while True:
                file.write(bytes(4096))

    def empty(self) -> None:
        """Room again."""
        resource.setrlimit(resource.RLIMIT_FSIZE, self._before)
        with suppress(FileNotFoundError):
            (self.directory / "filler").unlink()


@contextmanager
def small_disk(directory: Path) -> Iterator[Disk]:
    """A disk of eight megabytes at `directory`."""
    directory.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(directory)]
    mounted = subprocess.run(command, capture_output=True, check=False).returncode == 0
    disk = Disk(directory, mounted=mounted)
    try:
        yield disk
    finally:
        disk.empty()
        if mounted:
            subprocess.run(["umount", str(directory)], check=True)
