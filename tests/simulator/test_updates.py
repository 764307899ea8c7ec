"""Updates wait until they are acknowledged, a poll really waits, and only one consumer gets them."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import httpx
import telegram
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.clock import SettableClock
from bot.simulator import Person, Simulator, serving
from tests.simulator.conftest import START, Say


async def ids(answer: httpx.Response) -> list[int]:
    return [update["update_id"] for update in answer.json()["result"]]


async def test_a_poll_waits_until_something_comes(say: Say, simulator: Simulator, sanne: Person) -> None:
    poll = asyncio.create_task(say("getUpdates", timeout=20))
    await asyncio.sleep(0.15)
    assert not poll.done()
    simulator.type(sanne, "daar ben ik")
    answer = await asyncio.wait_for(poll, 2)
    assert answer.json()["result"][0]["message"]["text"] == "daar ben ik"


async def test_a_poll_ends_empty_after_its_time(say: Say, sanne: Person) -> None:
    start = asyncio.get_running_loop().time()
    assert (await say("getUpdates", timeout=1)).json() == {"ok": True, "result": []}
    assert 0.9 < asyncio.get_running_loop().time() - start < 3


async def test_only_an_offset_acknowledges(say: Say, simulator: Simulator, sanne: Person) -> None:
    for word in ("een", "twee", "drie"):
        simulator.type(sanne, word)
    first = await ids(await say("getUpdates", limit=2))
    assert await ids(await say("getUpdates", limit=2)) == first
    assert await ids(await say("getUpdates", offset=first[0] + 1)) == [first[1], first[1] + 1]
    assert await ids(await say("getUpdates", offset=-1)) == [first[1] + 1]
    assert await ids(await say("getUpdates")) == [first[1] + 1]


async def test_an_offset_far_ahead_is_not_believed(say: Say, simulator: Simulator, sanne: Person) -> None:
    simulator.type(sanne, "na een stille week")
    assert len(await ids(await say("getUpdates", offset=2_000_000_000))) == 1


async def test_a_second_consumer_ends_the_first(say: Say, simulator: Simulator, sanne: Person) -> None:
    first = asyncio.create_task(say("getUpdates", timeout=20))
    await asyncio.sleep(0.1)
    second = asyncio.create_task(say("getUpdates", timeout=20))
    answer = await asyncio.wait_for(first, 2)
    assert answer.status_code == 409
    assert answer.json()["description"] == (
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    )
    simulator.type(sanne, "voor de tweede")
    assert len(await ids(await asyncio.wait_for(second, 2))) == 1


async def test_kinds_not_asked_for_are_not_kept(say: Say, simulator: Simulator, sanne: Person) -> None:
    await say("getUpdates", allowed_updates=["callback_query"])
    simulator.type(sanne, "niet gevraagd")
    assert await ids(await say("getUpdates", allowed_updates=[])) == []
    simulator.type(sanne, "wel gevraagd")
    assert len(await ids(await say("getUpdates"))) == 1


async def test_updates_are_kept_for_24_hours(
    say: Say, simulator: Simulator, clock: SettableClock, sanne: Person
) -> None:
    simulator.type(sanne, "oud")
    clock.move_to(START + timedelta(hours=23))
    simulator.type(sanne, "jong")
    clock.move_to(START + timedelta(hours=25))
    (update,) = (await say("getUpdates")).json()["result"]
    assert update["message"]["text"] == "jong"


async def test_a_webhook_gets_each_update_with_the_secret_until_it_takes_it(
    bot: telegram.Bot, say: Say, simulator: Simulator, sanne: Person
) -> None:
    got: list[tuple[str, Any]] = []

    async def hook(request: Request) -> Response:
        body = await request.json()
        got.append((request.headers.get("X-Telegram-Bot-Api-Secret-Token", ""), body["message"]["text"]))
        return JSONResponse({}, status_code=500 if len(got) == 1 else 200)

    listener = Simulator(SettableClock(START))
    async with serving(Starlette(routes=[Route("/hook", hook, methods=["POST"])]), listener) as address:
        await bot.set_webhook(f"{address}/hook", secret_token="geheim")
        answer = await say("getUpdates")
        assert answer.status_code == 409
        assert answer.json()["description"].startswith("Conflict: can't use getUpdates method while webhook is active")
        simulator.type(sanne, "een")
        simulator.type(sanne, "twee")
        for _ in range(100):
            if len(got) == 3 and simulator.world.updates.pending == 0:
                break
            await asyncio.sleep(0.02)
        assert got == [("geheim", "een"), ("geheim", "een"), ("geheim", "twee")]
        info = await bot.get_webhook_info()
        assert (info.url, info.pending_update_count) == (f"{address}/hook", 0)
        assert info.last_error_message == "Wrong response from the webhook: 500 Internal Server Error"
        await bot.delete_webhook()
    simulator.type(sanne, "drie")
    assert len(await bot.get_updates()) == 1
