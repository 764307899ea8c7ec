"""The simulator as a web server: the Bot API, the file downloads and the page, on one port."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress

import uvicorn
from starlette.applications import Starlette
from starlette.types import ASGIApp

from bot.simulator import botapi, orders, pages
from bot.simulator.control import DemoControl
from bot.simulator.lines import Line
from bot.simulator.simulator import Simulator


def create_app(simulator: Simulator, control: DemoControl | None = None) -> Starlette:
    """Everything on one port. Whoever runs it calls `simulator.close()` before stopping the server (see `serving`)."""
    return Starlette(routes=[*botapi.routes(simulator), *orders.routes(simulator), *pages.routes(simulator, control)])


class _Server(uvicorn.Server):
    """uvicorn inside somebody else's event loop: it says when it listens, and leaves signals alone."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.listening = asyncio.Event()
        self._ending = asyncio.Event()

    def end(self) -> None:
        """Stop serving, at once instead of at the next look."""
        self.should_exit = True
        self._ending.set()

    async def main_loop(self) -> None:
        """Serve until `end`."""
        ticks = 0
        while not await self.on_tick(ticks):
            ticks += 1
            with suppress(TimeoutError):
                await asyncio.wait_for(self._ending.wait(), 0.1)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to listen."""
        await super().startup(sockets)
        self.listening.set()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave them."""
        yield


@asynccontextmanager
async def serving(app: ASGIApp, simulator: Simulator, *, host: str = "127.0.0.1", port: int = 0) -> AsyncIterator[str]:
    """Run the app in this event loop; gives the address, `http://127.0.0.1:<port>`. Port 0: any free one.

    Raises: OSError when the port is taken.
    """
    # named TCP: asyncio turns off Nagle only where the protocol number says so, and waiting costs 40 ms an answer
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
    except OSError:
        listener.close()
        raise
    config = uvicorn.Config(
        app, http=Line, log_level="warning", access_log=False, lifespan="off", timeout_graceful_shutdown=2, ws="none"
    )
    server = _Server(config)
    task = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        await server.listening.wait()
        yield f"http://{host}:{listener.getsockname()[1]}"
    finally:
        await simulator.close()
        server.end()
        await task
        listener.close()
