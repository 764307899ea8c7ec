"""Guards what changes something under /sim/: JSON only, and never at another site's request. There are no accounts."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.simulator.errors import ApiError
from bot.simulator.faults import FaultError
from bot.simulator.phones import PhoneError
from bot.simulator.state import Json

Endpoint = Callable[[Request], Awaitable[Response]]


class Refused(Exception):
    """Something was asked that cannot be done; the words are for a developer."""


def guarded(work: Callable[[Request, Json], Awaitable[Any]]) -> Endpoint:
    """An endpoint that hands over a JSON object and answers `{"ok": true, "result": ...}`; refusals as 400.

    A browser asks first before another site may send JSON or DELETE (https://fetch.spec.whatwg.org/#cors-preflight-fetch),
    and says in its headers where a request comes from.
    """

    async def endpoint(request: Request) -> Response:
        json_body = request.headers.get("content-type", "").partition(";")[0] == "application/json"
        own = request.headers.get("sec-fetch-site", "same-origin") in {"same-origin", "none"}
        if not own or not (json_body or request.method == "DELETE"):
            return JSONResponse({"error": "only this page may do that"}, 403)
        try:
            body = json.loads(await request.body() or b"{}")
            if not isinstance(body, dict):
                raise Refused("a JSON object is expected")  # noqa: TRY301 - one place answers
            result = await work(request, body)
        except (Refused, PhoneError, FaultError, ApiError, ValueError) as error:
            return JSONResponse({"error": str(error)}, 400)
        return JSONResponse({"ok": True, "result": result})

    return endpoint
