"""Faults and books over HTTP, for a bot or a test in another process: /sim/faults and /sim/ledger.

Their shape stands in faults.py and ledger.py.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from bot.simulator.guard import guarded
from bot.simulator.simulator import Simulator
from bot.simulator.state import Json

LONGEST_WAIT_SECONDS = 60.0


def routes(simulator: Simulator) -> list[BaseRoute]:
    """`/sim/faults`, `/sim/faults/<number>`, `/sim/ledger`."""
    faults = simulator.faults

    async def order(_: Request, body: Json) -> Json:
        return faults.order(str(body.pop("what", "")), **body).view()

    async def clear(_: Request, __: Json) -> None:
        faults.clear()

    async def begin_anew(_: Request, __: Json) -> None:
        simulator.ledger.clear()

    async def all_of_them(_: Request) -> Response:
        return JSONResponse([each.view() for each in faults.orders])

    async def one(request: Request) -> Response:
        fault = next((each for each in faults.orders if each.number == request.path_params["number"]), None)
        if fault is None:
            return JSONResponse({"error": "no such fault"}, 404)
        try:
            await faults.wait_for_hit(fault, min(float(request.query_params.get("wait", 0)), LONGEST_WAIT_SECONDS))
        except ValueError:
            return JSONResponse({"error": '"wait" is a number of seconds'}, 400)
        return JSONResponse(fault.view())

    async def books(request: Request) -> Response:
        try:
            start = {name: int(request.query_params.get(name, 0)) for name in ("updates", "calls")}
        except ValueError:
            return JSONResponse({"error": '"updates" and "calls" are positions'}, 400)
        return JSONResponse(simulator.ledger.view(**start))

    return [
        Route("/sim/faults", guarded(order), methods=["POST"]),
        Route("/sim/faults", guarded(clear), methods=["DELETE"]),
        Route("/sim/faults", all_of_them),
        Route("/sim/faults/{number:int}", one),
        Route("/sim/ledger", guarded(begin_anew), methods=["DELETE"]),
        Route("/sim/ledger", books),
    ]
