"""The Bot API over HTTP: reads a request whatever its form, and answers as Telegram's server does."""

from __future__ import annotations

import json
import re
from functools import partial

from starlette.datastructures import UploadFile
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from bot.simulator import lines
from bot.simulator.call import Call
from bot.simulator.errors import NOT_FOUND, TOO_LARGE, UNAUTHORIZED, ApiError, ConnectionCutError, bad
from bot.simulator.files import MEGABYTE, Upload
from bot.simulator.simulator import Simulator

LARGEST_REQUEST = 50 * MEGABYTE
_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{20,}")


class Cut(Response):
    """Resets the connection instead of answering."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Reset, and see it gone."""
        if not lines.reset(scope.get("client"), scope.get("server")):
            if await Request(scope, receive).is_disconnected():
                return  # the caller was quicker
            raise ConnectionResetError("cut on purpose")
        while (await receive())["type"] != "http.disconnect":
            pass


def routes(simulator: Simulator) -> list[Route]:
    """`/bot<token>/<method>` and `/file/bot<token>/<path>`."""

    async def method(request: Request) -> Response:
        call = Call(request.path_params["method"], dict(request.query_params), hung_up=partial(_hung_up, request))
        try:
            _authorise(request, simulator)
            await _read(request, call)
        except ApiError as error:
            simulator.refuse(call, error)
            return _refusal(error)
        except ClientDisconnect:
            return Cut()  # hung up in the middle of its words
        try:
            await simulator.answer(call)
        except ConnectionCutError:
            return Cut()
        if call.error is not None:
            return _refusal(call.error)
        return JSONResponse({"ok": True, "result": call.result})

    async def file(request: Request) -> Response:
        try:
            _authorise(request, simulator)
            stored = simulator.world.files.by_path(request.path_params["path"])
        except ApiError as error:
            return _refusal(error)
        return Response(stored.content, media_type="application/octet-stream")

    return [
        Route("/bot{token}/{method}", method, methods=["GET", "POST"]),
        Route("/file/bot{token}/{path:path}", file, methods=["GET"]),
    ]


def _authorise(request: Request, simulator: Simulator) -> None:
    token = request.path_params["token"]
    if not _TOKEN.fullmatch(token):
        raise ApiError(*NOT_FOUND)
    if token != simulator.token:
        raise ApiError(*UNAUTHORIZED)


async def _hung_up(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _refusal(error: ApiError) -> Response:
    if error.page:
        title = f"{error.code} {error.description}"
        page = f"<html>\r\n<head><title>{title}</title></head>\r\n<body><h1>{title}</h1></body>\r\n</html>\r\n"
        return HTMLResponse(page, error.code)
    headers = {"Retry-After": str(error.retry_after)} if error.retry_after is not None else None
    return JSONResponse(error.body(), error.code, headers)


async def _read(request: Request, call: Call) -> None:
    if int(request.headers.get("content-length") or 0) > LARGEST_REQUEST:
        raise ApiError(*TOO_LARGE)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/json":
        body = await request.body()
        try:
            values = json.loads(body) if body else {}
        except ValueError:
            raise bad("can't parse request: can't parse JSON object") from None
        if not isinstance(values, dict):
            raise bad("can't parse request: JSON object expected")
        call.values |= values
    elif kind in {"multipart/form-data", "application/x-www-form-urlencoded"}:
        async with request.form(max_part_size=LARGEST_REQUEST) as form:
            for name, value in form.multi_items():
                if isinstance(value, UploadFile):
                    content = await value.read()
                    call.uploads[name] = Upload(value.filename or name, content, value.content_type or "")
                else:
                    call.values[name] = value
