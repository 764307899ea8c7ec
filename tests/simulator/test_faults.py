"""Trouble on demand: each fault does what it says, as often as it says, where it says, and the books tell it afterwards."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import httpx
import pytest

from bot.clock import SettableClock, SystemClock
from bot.simulator import FaultError, Person, Simulator
from tests.simulator.conftest import START, Say


def texts(simulator: Simulator, person: Person) -> list[str]:
    return [each.text for each in simulator.chat(person) if each.from_bot]


@pytest.fixture
async def sim(url: str) -> AsyncIterator[httpx.AsyncClient]:
    """The control interface, as another process uses it."""
    async with httpx.AsyncClient(base_url=f"{url}/sim", trust_env=False, timeout=30) as client:
        yield client


async def ids(say: Say, **values: Any) -> list[int]:
    return [each["update_id"] for each in (await say("getUpdates", **values)).json()["result"]]


async def test_a_flood_refuses_so_many_calls_of_one_method_in_one_chat(
    say: Say, simulator: Simulator, sanne: Person
) -> None:
    karim = simulator.add_person("Karim")
    simulator.open_link(karim)
    fault = simulator.faults.flood(7, method="sendMessage", chat=sanne.id, times=2, skip=1)
    codes = [(await say("sendMessage", chat_id=sanne.id, text=word)).status_code for word in ("een", "twee", "drie")]
    other = await say("sendMessage", chat_id=karim.id, text="hoi")
    typing = await say("sendChatAction", chat_id=sanne.id, action="typing")
    last = await say("sendMessage", chat_id=sanne.id, text="vier")
    free = await say("sendMessage", chat_id=sanne.id, text="vijf")
    assert codes == [200, 429, 429]
    assert [each.status_code for each in (other, typing, last, free)] == [200, 200, 200, 200]
    assert fault.hits == 2
    assert texts(simulator, sanne) == ["een", "vier", "vijf"]


async def test_a_flood_carries_the_wait_it_was_given(say: Say, simulator: Simulator, sanne: Person) -> None:
    simulator.faults.flood(35)
    answer = await say("sendMessage", chat_id=sanne.id, text="hoi")
    assert answer.headers["Retry-After"] == "35"
    assert answer.json() == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 35",
        "parameters": {"retry_after": 35},
    }


@pytest.mark.parametrize(
    ("code", "words"), [(500, "Internal Server Error"), (502, "Bad Gateway"), (520, "Unknown Error")]
)
async def test_an_error_comes_before_or_after_the_call_took_effect(
    say: Say, simulator: Simulator, sanne: Person, code: int, words: str
) -> None:
    simulator.faults.error(code, method="sendMessage")
    simulator.faults.error(code, method="sendMessage", when="after")
    for word in ("vergeefs", "toch"):
        answer = await say("sendMessage", chat_id=sanne.id, text=word)
        assert (answer.status_code, answer.json()["description"]) == (code, words)
    assert texts(simulator, sanne) == ["toch"]


async def test_an_error_may_be_the_page_of_a_proxy(say: Say, simulator: Simulator) -> None:
    simulator.faults.error(502, page=True)
    answer = await say("getMe")
    assert (answer.status_code, answer.headers["content-type"]) == (502, "text/html; charset=utf-8")
    assert "502 Bad Gateway" in answer.text


async def test_a_reset_breaks_the_connection_before_or_after_the_call_took_effect(
    url: str, simulator: Simulator, sanne: Person
) -> None:
    """On a bare socket, so that it is seen to be a reset and not an end."""
    simulator.faults.reset(method="sendMessage")
    simulator.faults.reset(method="sendMessage", when="after")
    host, port = url.removeprefix("http://").split(":")
    for word in ("vergeefs", "toch"):
        reader, writer = await asyncio.open_connection(host, int(port))
        path = f"/bot{simulator.token}/sendMessage?chat_id={sanne.id}&text={word}"
        writer.write(f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        with pytest.raises(ConnectionResetError):
            await reader.read()
        writer.close()
    assert texts(simulator, sanne) == ["toch"]
    assert [(each.outcome, each.effect) for each in simulator.ledger.calls] == [("cut", False), ("cut", True)]


async def test_a_hang_ends_by_itself_and_the_call_goes_on(say: Say, simulator: Simulator, sanne: Person) -> None:
    fault = simulator.faults.hang(0.1, method="sendMessage")
    answer = await say("sendMessage", chat_id=sanne.id, text="traag")
    assert answer.json()["ok"]
    (entry,) = simulator.ledger.calls
    assert entry.fault == fault.number
    assert entry.answered is not None
    assert entry.answered - entry.seconds >= 0.1


@pytest.mark.parametrize(("when", "said"), [("before", []), ("after", ["hoi"])])
async def test_who_hangs_up_on_a_hang_gets_no_answer(
    sim: httpx.AsyncClient, url: str, simulator: Simulator, sanne: Person, when: str, said: list[str]
) -> None:
    fault = simulator.faults.order("hang", method="sendMessage", when=when)
    async with httpx.AsyncClient(base_url=url, trust_env=False) as client:
        path = f"/bot{simulator.token}/sendMessage"
        call = asyncio.create_task(client.post(path, json={"chat_id": sanne.id, "text": "hoi"}))
        assert await simulator.faults.wait_for_hit(fault, 5)
        call.cancel()
    await asyncio.gather(call, return_exceptions=True)
    (entry,) = simulator.ledger.calls
    await simulator.wait_until(lambda: bool(entry.outcome))
    assert (entry.outcome, entry.effect) == ("cut", bool(said))
    assert texts(simulator, sanne) == said


async def test_what_hangs_is_let_go_when_faults_are_cleared(say: Say, simulator: Simulator, sanne: Person) -> None:
    fault = simulator.faults.hang()
    call = asyncio.create_task(say("sendMessage", chat_id=sanne.id, text="eindelijk"))
    assert await simulator.faults.wait_for_hit(fault, 5)
    simulator.faults.clear()
    assert (await call).json()["ok"]
    assert simulator.faults.orders == []


async def test_an_update_comes_twice_though_it_was_acknowledged(say: Say, simulator: Simulator, sanne: Person) -> None:
    simulator.faults.twice(kind="message", chat=sanne.id)
    simulator.type(sanne, "een")
    simulator.type(sanne, "twee")
    first = await ids(say)
    assert await ids(say, offset=first[1] + 1) == first[:1]
    assert await ids(say, offset=first[1] + 1) == []
    entries = simulator.ledger.updates[-2:]
    assert [(len(each.handed), each.end) for each in entries] == [(2, "acknowledged"), (1, "acknowledged")]


async def test_updates_come_out_of_order(say: Say, simulator: Simulator, sanne: Person) -> None:
    simulator.faults.out_of_order(3)
    for word in ("een", "twee"):
        simulator.type(sanne, word)
    assert await ids(say) == []
    simulator.type(sanne, "drie")
    simulator.type(sanne, "vier")
    got = await ids(say)
    assert got == [got[2] + 2, got[2] + 1, got[2], got[2] + 3]


async def test_what_was_kept_back_comes_when_faults_are_cleared(say: Say, simulator: Simulator, sanne: Person) -> None:
    simulator.faults.out_of_order(3)
    simulator.type(sanne, "een")
    simulator.faults.clear()
    assert len(await ids(say)) == 1


async def test_update_ids_start_anew(say: Say, simulator: Simulator, sanne: Person) -> None:
    simulator.type(sanne, "voor de stilte")
    (before,) = await ids(say)
    assert await ids(say, offset=before + 1) == []
    simulator.faults.ids_anew(40)
    simulator.type(sanne, "na de stilte")
    assert await ids(say, offset=before + 1) == [40]


async def test_the_clock_jumps_both_ways(say: Say, simulator: Simulator, clock: SettableClock, sanne: Person) -> None:
    simulator.faults.jump(86_400)
    assert clock.now() == START + timedelta(days=1)
    simulator.faults.jump(-3_600)
    sent = (await say("sendMessage", chat_id=sanne.id, text="hoi")).json()["result"]
    assert sent["date"] == int((START + timedelta(hours=23)).timestamp())


def test_a_clock_that_cannot_be_set_says_so() -> None:
    with pytest.raises(FaultError, match="SettableClock"):
        Simulator(SystemClock()).faults.jump(1)


@pytest.mark.parametrize(
    ("order", "words"),
    [
        ({"what": "fire"}, "there is no fault 'fire'"),
        ({"what": "flood"}, "flood: .*missing 1 required .*'seconds'"),
        ({"what": "flood", "seconds": 0}, "at least 1 second"),
        ({"what": "flood", "seconds": "3"}, '"seconds" must be a number'),
        ({"what": "error", "code": 404}, "between 500 and 599"),
        ({"what": "reset", "method": "sendNothing"}, "there is no method 'sendNothing'"),
        ({"what": "reset", "when": "during"}, '"when" is "before" or "after"'),
        ({"what": "reset", "chat": "6"}, '"chat" must be a whole number'),
        ({"what": "hang", "times": -1}, "cannot be negative"),
        ({"what": "twice", "kind": "mesage"}, "there is no update of kind 'mesage'"),
        ({"what": "out_of_order", "count": 1}, "it takes two"),
    ],
)
async def test_an_order_that_cannot_be_says_why(
    sim: httpx.AsyncClient, simulator: Simulator, order: dict[str, Any], words: str
) -> None:
    answer = await sim.post("/faults", json=order)
    assert answer.status_code == 400
    with pytest.raises(FaultError, match=words):
        raise FaultError(answer.json()["error"])
    assert simulator.faults.orders == []


async def test_another_process_orders_faults_and_waits_for_them(
    sim: httpx.AsyncClient, say: Say, simulator: Simulator, sanne: Person
) -> None:
    order = {"what": "flood", "seconds": 3, "method": "sendmessage", "chat": sanne.id, "times": 2}
    made = (await sim.post("/faults", json=order)).json()["result"]
    assert (made["number"], made["hits"], made["seconds"]) == (1, 0, 3)
    assert (await sim.get("/faults/1")).json()["hits"] == 0
    waiting = asyncio.create_task(sim.get("/faults/1", params={"wait": 20}))
    assert (await say("sendMessage", chat_id=sanne.id, text="hoi")).status_code == 429
    assert (await waiting).json()["hits"] == 1
    assert [each["number"] for each in (await sim.get("/faults")).json()] == [1]
    assert (await sim.delete("/faults")).json()["ok"]
    assert (await say("sendMessage", chat_id=sanne.id, text="hoi")).status_code == 200
    assert (await sim.get("/faults/1")).status_code == 404


async def test_another_site_orders_nothing(sim: httpx.AsyncClient, simulator: Simulator) -> None:
    elsewhere = {"Sec-Fetch-Site": "cross-site"}
    assert (await sim.post("/faults", json={"what": "reset"}, headers=elsewhere)).status_code == 403
    assert (await sim.delete("/ledger", headers=elsewhere)).status_code == 403
    assert (await sim.post("/faults", content='{"what":"reset"}')).status_code == 403
    assert simulator.faults.orders == []
