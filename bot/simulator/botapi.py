"""The Bot API over HTTP: reads a request whatever its form, and answers as Telegram's server does."""

from __future__ import annotations

import json
import re
from typing import Any

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.simulator.call import Call
from bot.simulator.errors import NOT_FOUND, TOO_LARGE, UNAUTHORIZED, ApiError, bad
from bot.simulator.files import MEGABYTE, Upload
from bot.simulator.simulator import ConnectionCutError, Simulator

LARGEST_REQUEST = 50 * MEGABYTE
_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{20,}")


class Cut(Response):
    """Ends the connection without an answer: the server library closes it when the body falls short."""

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Promise a body that never comes."""
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"1")]})
        await send({"type": "http.response.body", "body": b"", "more_body": True})
        raise ConnectionResetError("cut on purpose")


def routes(simulator: Simulator) -> list[Route]:
    """`/bot<token>/<method>` and `/file/bot<token>/<path>`."""

    async def method(request: Request) -> Response:
        try:
            _authorise(request, simulator)
            call = await _read(request)
            await simulator.answer(call)
        except ApiError as error:
            return _refusal(error)
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


def _refusal(error: ApiError) -> JSONResponse:
    headers = {"Retry-After": str(error.retry_after)} if error.retry_after is not None else None
    return JSONResponse(error.body(), error.code, headers)


async def _read(request: Request) -> Call:
    call = Call(request.path_params["method"], dict(request.query_params))
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
    return call
