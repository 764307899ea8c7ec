"""The Bot API over HTTP: reads a request whatever its form, and answers as Telegram's server does."""

from __future__ import annotations

import json
import re
from functools import partial

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
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
        """Reset, unless the other end has hung up already, and see it gone. Needs the server of server.py."""
        lines.reset(scope.get("client"), scope.get("server"))
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
        described = {"description": call.description} if call.description else {}
        return JSONResponse({"ok": True, "result": call.result} | described)

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
    """The parameters of the body, after those of the address: the first of one name counts.

    JSON that cannot be read is passed over, so that the method says what is missing (tdlib's HttpReader.cpp).
    """
    if int(request.headers.get("content-length") or 0) > LARGEST_REQUEST:
        raise ApiError(*TOO_LARGE)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/json":
        try:
            values = json.loads(await request.body() or b"{}")
            json.dumps(values, ensure_ascii=False).encode()  # half a surrogate pair is no text
        except ValueError:
            return
        if isinstance(values, dict):
            call.values = {name: "null" if value is None else value for name, value in values.items()} | call.values
    elif kind in {"multipart/form-data", "application/x-www-form-urlencoded"}:
        try:
            async with request.form(max_part_size=LARGEST_REQUEST) as form:
                for name, value in form.multi_items():
                    if isinstance(value, UploadFile):
                        content = await value.read()
                        call.uploads[name] = Upload(value.filename or name, content, value.content_type or "")
                    else:
                        call.values.setdefault(name, value)
        except HTTPException as error:
            raise bad(str(error.detail)) from error
