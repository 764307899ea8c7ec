"""Updates wait until they are acknowledged, a poll really waits, and only one consumer gets them."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import httpx
import pytest
import telegram
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.clock import SettableClock
from bot.simulator import Call, Person, Simulator, serving
from tests.simulator.conftest import START, HandClock, Say


async def ids(answer: httpx.Response) -> list[int]:
    return [update["update_id"] for update in answer.json()["result"]]


async def test_a_poll_waits_until_something_comes(say: Say, simulator: Simulator, sanne: Person) -> None:
    poll = asyncio.create_task(say("getUpdates", timeout=20))
    await simulator.wait_until(lambda: bool(simulator.ledger.calls))
    assert await ids(await say("getUpdates", timeout=0)) == []  # a whole trip there and back later
    assert not poll.done()
    simulator.type(sanne, "daar ben ik")
    answer = await poll
    assert answer.json()["result"][0]["message"]["text"] == "daar ben ik"


async def test_a_poll_ends_empty_after_its_time(say: Say, sanne: Person) -> None:
    """A busy machine makes it later, never sooner."""
    start = asyncio.get_running_loop().time()
    assert (await say("getUpdates", timeout=1)).json() == {"ok": True, "result": []}
    assert asyncio.get_running_loop().time() - start > 0.9


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
    await simulator.wait_until(lambda: bool(simulator.ledger.calls))
    second = asyncio.create_task(say("getUpdates", timeout=20))
    answer = await first
    assert answer.status_code == 409
    assert answer.json()["description"] == (
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    )
    simulator.type(sanne, "voor de tweede")
    assert len(await ids(await second)) == 1


async def test_a_poll_that_need_not_wait_disturbs_nobody(say: Say, simulator: Simulator, sanne: Person) -> None:
    """As Client.cpp has it: only a poll that begins to wait ends the one that waits."""
    first = asyncio.create_task(say("getUpdates", timeout=20))
    await simulator.wait_until(lambda: bool(simulator.ledger.calls))
    assert await ids(await say("getUpdates", timeout=0)) == []
    simulator.type(sanne, "voor de eerste")
    assert len(await ids(await first)) == 1


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


@dataclass
class Hook:
    """A bot's webhook that notes what comes and answers what it is told, first things first."""

    answers: list[Response] = field(default_factory=list)
    got: list[tuple[str, Any]] = field(default_factory=list)
    url: str = ""

    async def take(self, request: Request) -> Response:
        body = await request.json()
        self.got.append((request.headers.get("X-Telegram-Bot-Api-Secret-Token", ""), body["message"]["text"]))
        return self.answers.pop(0) if self.answers else JSONResponse({})


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    made, listener = Hook(), Simulator(SettableClock(START))
    async with serving(Starlette(routes=[Route("/hook", made.take, methods=["POST"])]), listener) as address:
        made.url = f"{address}/hook"
        yield made


async def test_a_webhook_gets_each_update_with_the_secret_until_it_takes_it(
    bot: telegram.Bot, say: Say, simulator: Simulator, sanne: Person, hook: Hook
) -> None:
    hook.answers = [Response(status_code=500)]
    answer = (await say("setWebhook", url=hook.url, secret_token="geheim")).json()
    assert answer == {"ok": True, "result": True, "description": "Webhook was set"}
    conflict = await say("getUpdates")
    assert conflict.status_code == 409
    assert conflict.json()["description"].startswith("Conflict: can't use getUpdates method while webhook is active")
    simulator.type(sanne, "een")
    simulator.type(sanne, "twee")
    assert (await bot.get_webhook_info()).pending_update_count == 2
    await simulator.wait_until(lambda: simulator.world.updates.pending == 0)
    assert hook.got == [("geheim", "een"), ("geheim", "een"), ("geheim", "twee")]
    assert [len(each.handed) for each in simulator.ledger.updates[-2:]] == [2, 1]
    info = await bot.get_webhook_info()
    assert (info.url, info.pending_update_count, info.last_error_date) == (hook.url, 0, START)
    assert info.last_error_message == "Wrong response from the webhook: 500 Internal Server Error"
    assert (await say("deleteWebhook")).json()["description"] == "Webhook was deleted"
    assert (await say("deleteWebhook")).json()["description"] == "Webhook is already deleted"
    simulator.type(sanne, "drie")
    assert len(await bot.get_updates()) == 1


async def test_a_webhook_that_refuses_one_chat_gets_the_others(
    say: Say, simulator: Simulator, sanne: Person, hook: Hook
) -> None:
    karim = simulator.add_person("Karim")
    simulator.open_link(karim)
    simulator.world.updates.drop()
    hook.answers = [Response(status_code=503, headers={"Retry-After": "3600"})]
    await say("setWebhook", url=hook.url, drop_pending_updates=True)
    simulator.type(sanne, "geweigerd")
    await simulator.wait_until(lambda: "last_error_message" in simulator.world.webhook)
    assert simulator.world.webhook["last_error_message"].endswith("503 Service Unavailable")
    simulator.type(sanne, "wacht erachter")
    simulator.type(karim, "gaat gewoon door")
    await simulator.wait_until(lambda: simulator.world.updates.pending == 2)
    assert [text for _, text in hook.got] == ["geweigerd", "gaat gewoon door"]
    await say("setWebhook", url=f"{hook.url}?nieuw")
    await simulator.wait_until(lambda: simulator.world.updates.pending == 0)
    assert [text for _, text in hook.got[2:]] == ["geweigerd", "wacht erachter"]


async def test_a_method_in_the_answer_to_an_update_is_carried_out_unless_it_asks_something(
    say: Say, simulator: Simulator, sanne: Person, hook: Hook
) -> None:
    hook.answers = [
        JSONResponse({"method": "deleteWebhook"}),
        JSONResponse({"method": "sendMessage", "chat_id": sanne.id, "text": "antwoord"}),
    ]
    await say("setWebhook", url=hook.url)
    simulator.type(sanne, "een")
    simulator.type(sanne, "twee")
    await simulator.wait_for(sanne, "antwoord")
    assert [each.method for each in simulator.ledger.calls] == ["setWebhook", "sendMessage"]


async def test_the_same_webhook_again_changes_nothing_and_another_one_waits_a_second(
    clock: SettableClock, hook: Hook
) -> None:
    hand = HandClock()
    simulator = Simulator(clock, monotonic=hand)

    async def set_webhook(**more: Any) -> tuple[int, str]:
        call = await simulator.answer(Call("setWebhook", {"url": hook.url} | more))
        return (call.error.code, call.error.description) if call.error else (200, call.description)

    assert await set_webhook() == (200, "Webhook was set")
    assert await set_webhook() == (429, "Too Many Requests: retry after 1")
    hand.seconds += 1
    assert await set_webhook() == (200, "Webhook is already set")
    hand.seconds += 1
    assert await set_webhook(secret_token="x") == (200, "Webhook was set")
    await simulator.close()


async def test_a_webhook_that_cannot_be_reached_is_told_in_its_info(
    bot: telegram.Bot, simulator: Simulator, sanne: Person, hook: Hook
) -> None:
    closed = socket.socket()
    closed.bind(("127.0.0.1", 0))
    await bot.set_webhook(f"http://127.0.0.1:{closed.getsockname()[1]}/hook")
    simulator.type(sanne, "hoi")
    await simulator.wait_until(lambda: "last_error_message" in simulator.world.webhook)
    info = await bot.get_webhook_info()
    assert (info.last_error_message, info.pending_update_count) == ("Connection refused", 1)
    closed.close()
