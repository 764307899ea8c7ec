"""The page with phones over HTTP: its files, its JSON interface under /sim/ and its stream of events.

For one's own machine: it has no accounts. Other sites are kept out by the content type and the fetch headers.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from functools import partial
from importlib.resources import as_file, files
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from bot.simulator.control import ROLES, STEPS, DemoControl
from bot.simulator.guard import Refused, guarded
from bot.simulator.simulator import Simulator
from bot.simulator.state import Json, Message, Person

HEARTBEAT_SECONDS = 5.0
MOST_COLLEAGUES = 50
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; connect-src 'self';"
        " base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}
_SHOWN_INLINE = ("application/pdf", "image/png", "image/jpeg", "image/gif", "audio/ogg", "audio/mpeg")


def routes(simulator: Simulator, control: DemoControl | None) -> list[BaseRoute]:
    """All of the page."""
    page = _Page(simulator, control)
    found: list[BaseRoute] = [
        Route("/", partial(_static, name="index.html")),
        Route("/page/{name}", _static),
        Route("/sim/state", page.state),
        Route("/sim/events", page.events),
        Route("/sim/files/{file_id}", page.file),
        Route("/sim/people", guarded(page.add_person), methods=["POST"]),
        Route("/sim/people/{person:int}/chat", page.chat),
        Route("/sim/people/{person:int}/{act}", guarded(page.act), methods=["POST"]),
    ]
    if control is not None:
        found += [
            Route("/sim/control/waiting", page.waiting),
            Route("/sim/control/{what}", guarded(page.command), methods=["POST"]),
        ]
    return found


async def _static(request: Request, name: str = "") -> Response:
    name = name or request.path_params["name"]
    suffix = name[name.rfind(".") :]
    if suffix not in _TYPES or "/" in name or "\\" in name:
        return Response(status_code=404)
    with as_file(files("bot.simulator").joinpath("page", name)) as path:
        if not path.is_file():
            return Response(status_code=404)
        content = path.read_bytes()
    return Response(content, media_type=_TYPES[suffix], headers=_HEADERS)


class _Page:
    """The endpoints of one page."""

    def __init__(self, simulator: Simulator, control: DemoControl | None) -> None:
        self._simulator = simulator
        self._control = control

    async def state(self, _: Request) -> Response:
        """Everything a page needs when it opens."""
        simulator, world = self._simulator, self._simulator.world
        return JSONResponse(
            {
                "bot": {
                    "id": world.bot.id,
                    "username": world.bot.username,
                    "name": world.named("name", "nl"),
                    "description": world.named("description", "nl"),
                    "menu": world.menu_buttons.get(0, {}).get("type", "default"),
                },
                "people": [simulator.describe(each) for each in simulator.people],
                "chats": {each.id: [view(message) for message in simulator.chat(each)] for each in simulator.people},
                "commands": {each.id: world.commands_for(each) for each in simulator.people},
                "now": self._now(),
                "control": self._control is not None,
                "notice": simulator.notice,
            }
        )

    async def events(self, _: Request) -> Response:
        """What happens from now on, as server-sent events; each carries the clock."""
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        return StreamingResponse(self._stream(), media_type="text/event-stream", headers=headers)

    async def _stream(self) -> AsyncIterator[str]:
        with self._simulator.events.listen() as news:
            yield self._line({"kind": "hello"})
            while True:
                try:
                    event = await asyncio.wait_for(news.get(), HEARTBEAT_SECONDS)
                except TimeoutError:
                    event = {"kind": "clock"}
                if event is None:
                    return
                if event["kind"] in {"call", "delivery"}:
                    continue
                yield self._line(event)

    def _line(self, event: Json) -> str:
        return f"data: {json.dumps({**event, 'now': self._now()})}\n\n"

    def _now(self) -> str:
        return self._simulator.world.clock.now().isoformat()

    async def file(self, request: Request) -> Response:
        """A picture, voice message or document; what a browser might run is only offered for saving."""
        stored = self._simulator.world.files.find(request.path_params["file_id"])
        if stored is None:
            return Response(status_code=404)
        mime = "image/png" if stored.kind in {"photo", "sticker"} else stored.mime
        headers = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "default-src 'none'; sandbox"}
        if mime == "application/pdf":
            headers.pop("Content-Security-Policy")  # the browser's own reader does not open in a sandbox
        inline = mime in _SHOWN_INLINE and "download" not in request.query_params
        place = "inline" if inline else "attachment"
        headers["Content-Disposition"] = f"{place}; filename*=UTF-8''{quote(stored.name)}"
        return Response(stored.content, media_type=mime, headers=headers)

    async def add_person(self, _: Request, body: Json) -> Json:
        """One more phone."""
        name = str(body.get("first_name", "")).strip()[:64]
        if not name:
            raise Refused("a phone needs a name")
        return self._simulator.describe(self._simulator.add_person(name, role=str(body.get("role", ""))))

    async def chat(self, request: Request) -> Response:
        """What stands on somebody's phone, oldest first."""
        person = self._simulator.world.people.get(request.path_params["person"])
        if person is None:
            return JSONResponse({"error": "no such phone"}, 404)
        return JSONResponse([view(message) for message in self._simulator.chat(person)])

    async def act(self, request: Request, body: Json) -> Any:
        """Somebody does something on a phone."""
        person = self._simulator.world.people.get(request.path_params["person"])
        act = _ACTS.get(request.path_params["act"])
        if person is None or act is None:
            raise Refused("no such phone or act")
        result = act(self._simulator, person, body)
        return view(result) if isinstance(result, Message) else result

    async def waiting(self, _: Request) -> Response:
        """What waits."""
        return JSONResponse(await self._control.waiting() if self._control else [])

    async def command(self, request: Request, body: Json) -> Any:
        """A button above the phones."""
        what, control = request.path_params["what"], self._control
        if control is None:
            raise Refused("there is no demo around this simulator")
        if what == "advance" and body.get("by") in STEPS:
            result = await control.advance(body["by"])
            self._simulator.events.tell("clock")
            return result
        if what == "invitation" and body.get("role") in ROLES:
            payload = await control.invitation(body["role"])
            return {"payload": payload, "link": self._simulator.link(payload)}
        if what == "colleagues":
            await control.colleagues(max(1, min(MOST_COLLEAGUES, int(body.get("n", 12)))))
            return None
        raise Refused("no such button")


def view(message: Message) -> Json:
    """A message as the page shows it."""
    return message.view()


def _press(simulator: Simulator, person: Person, body: Json) -> Json:
    press = simulator.press(person, int(body.get("message_id", 0)), str(body.get("data", "")))
    return {"query": press.id}


_ACTS: dict[str, Callable[[Simulator, Person, Json], Any]] = {
    "start": lambda simulator, person, body: simulator.open_link(person, str(body.get("payload", ""))),
    "text": lambda simulator, person, body: simulator.type(person, str(body.get("text", ""))),
    "press": _press,
    "edit": lambda simulator, person, body: simulator.edit(person, int(body["message_id"]), str(body.get("text", ""))),
    "sticker": lambda simulator, person, _: simulator.send_sticker(person),
    "photo": lambda simulator, person, _: simulator.send_photo(person),
    "location": lambda simulator, person, _: simulator.send_location(person),
    "poll": lambda simulator, person, _: simulator.send_poll(person),
    "voice": lambda simulator, person, _: simulator.send_voice(person),
    "document": lambda simulator, person, body: simulator.send_document(
        person,
        str(body.get("name", "document.txt")),
        str(body.get("content", "")).encode(),
        str(body.get("caption", "")),
    ),
    "contact": lambda simulator, person, body: simulator.send_contact(
        person, str(body.get("phone_number", "")), str(body.get("first_name", ""))
    ),
    "forward": lambda simulator, person, _: simulator.forward(person),
    "block": lambda simulator, person, _: simulator.block(person),
    "unblock": lambda simulator, person, _: simulator.unblock(person),
    "deactivate": lambda simulator, person, _: simulator.deactivate(person),
}
