"""python-telegram-bot's network layer without a network: it answers at once, as Telegram would.

Everything else of a call stays: building the request, reading the answer. Ours and the peer use the same one.
"""

from __future__ import annotations

import json
import time
from typing import Any

from telegram.request import BaseRequest, RequestData

from tests.bench.peers.people import DATE

ME: dict[str, Any] = {"id": 7000000001, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
TOKEN = f"{ME['id']}:bench"


class Stub(BaseRequest):
    """Counts what was sent, and keeps the last words and the moment they were handed over (a `time.perf_counter`)."""

    def __init__(self) -> None:
        self.sent = 0
        self.last: dict[str, Any] = {}
        self.handed = 0.0

    @property
    def read_timeout(self) -> float | None:
        return None

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        name = url.rsplit("/", 1)[1]
        if name == "sendMessage" and request_data is not None:
            self.handed = time.perf_counter()
            # what a request on the wire is made from; the real one goes on with these
            self.last = dict(request_data.json_parameters)
            self.sent += 1
            chat = {"id": int(self.last["chat_id"]), "type": "private", "first_name": "Sanne"}
            return _answer(
                {"message_id": self.sent, "date": DATE, "from": ME, "chat": chat, "text": str(self.last["text"])}
            )
        return _answer(ME if name == "getMe" else True)


def _answer(result: Any) -> tuple[int, bytes]:
    return 200, json.dumps({"ok": True, "result": result}).encode()
