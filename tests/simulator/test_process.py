"""`python -m bot.simulator` as another process uses it: acting on phones, ordering faults, reading the books."""

from __future__ import annotations

import asyncio
import os
import re
import sys
from collections.abc import AsyncIterator

import httpx
import pytest

from bot.simulator import TOKEN


@pytest.fixture
async def alone() -> AsyncIterator[httpx.AsyncClient]:
    """The server in a process of its own, on any free port."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot.simulator", "--port", "0"), stdout=asyncio.subprocess.PIPE, env=os.environ.copy()
    )
    try:
        assert process.stdout is not None
        async with asyncio.timeout(30):
            line = (await process.stdout.readline()).decode()
        found = re.search(r"http://\S+", line)
        assert found is not None, line
        async with httpx.AsyncClient(base_url=found[0], trust_env=False, timeout=30) as client:
            yield client
    finally:
        process.terminate()
        await process.wait()


async def test_a_round_over_http_with_a_fault_a_clock_jump_and_the_books(alone: httpx.AsyncClient) -> None:
    bot = f"/bot{TOKEN}"
    person = (await alone.post("/sim/people", json={"first_name": "Piet"})).json()["result"]["id"]
    phone = f"/sim/people/{person}"
    await alone.post(f"{phone}/start", json={"payload": "abc"})
    await alone.post(f"{phone}/document", json={"name": "cv.txt", "content": "werk"})
    updates = (await alone.get(f"{bot}/getUpdates")).json()["result"]
    assert [each["message"].get("text") for each in updates] == ["/start abc", None]

    order = {"what": "reset", "method": "sendMessage", "chat": person, "when": "after"}
    assert (await alone.post("/sim/faults", json=order)).json()["result"]["hits"] == 0
    with pytest.raises(httpx.ReadError):
        await alone.post(f"{bot}/sendMessage", json={"chat_id": person, "text": "aangekomen"})
    assert (await alone.get("/sim/faults/1")).json()["hits"] == 1
    chat = (await alone.get(f"{phone}/chat")).json()
    assert [each.get("text") for each in chat] == ["/start abc", None, "aangekomen"]

    await alone.post("/sim/faults", json={"what": "jump", "seconds": 3 * 86_400})
    answer = await alone.post(f"{bot}/deleteMessage", json={"chat_id": person, "message_id": chat[-1]["message_id"]})
    assert answer.json()["description"] == "Bad Request: message can't be deleted for everyone"
    await alone.post(f"{phone}/deactivate", json={})
    answer = await alone.post(f"{bot}/sendMessage", json={"chat_id": person, "text": "nog iemand?"})
    assert answer.json()["description"] == "Forbidden: user is deactivated"
    calls = (await alone.get("/sim/ledger")).json()["calls"]
    assert [(each["method"], each["outcome"], each["effect"]) for each in calls] == [
        ("getUpdates", "ok", True),
        ("sendMessage", "cut", True),
        ("deleteMessage", "refused", False),
        ("sendMessage", "refused", False),
    ]
