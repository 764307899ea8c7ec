"""The TCP connections of the server, so that one can be reset: the web framework hands out no sockets."""

from __future__ import annotations

import asyncio
import socket
import struct
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

Ends = tuple[Any, Any]
_LINGER_NOT = struct.pack("ii", 1, 0)

_open: dict[Ends, asyncio.Transport] = {}


class Line(H11Protocol):
    """An HTTP connection that can be found by its two ends, as ASGI's `client` and `server` name them."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as its parent
        """Somebody called."""
        super().connection_made(transport)
        _open[self.client, self.server] = transport

    def connection_lost(self, exc: Exception | None) -> None:
        """One of the two hung up."""
        _open.pop((self.client, self.server), None)
        super().connection_lost(exc)


def reset(client: Any, server: Any) -> None:
    """Reset a connection that is still there: the other end reads ECONNRESET, what was not sent yet is lost."""
    transport = _open.get((_ends(client), _ends(server)))
    if transport is None:
        return
    line = transport.get_extra_info("socket")
    if line is not None:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _LINGER_NOT)
    transport.abort()


def _ends(address: Any) -> Any:
    return tuple(address) if address is not None else None
