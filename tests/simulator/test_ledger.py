"""The books: every update and every call, what became of it, readable from another process."""

from __future__ import annotations

import asyncio

import httpx

from bot.clock import SettableClock
from bot.simulator import Person, Simulator
from tests.simulator.conftest import START, Say


async def test_an_update_is_followed_from_birth_to_acknowledgement(
    say: Say, simulator: Simulator, sanne: Person
) -> None:
    simulator.ledger.clear()
    simulator.type(sanne, "hoi")
    (entry,) = simulator.ledger.updates
    assert (entry.kind, entry.chat, entry.at, entry.handed, entry.end) == ("message", sanne.id, START, [], "")
    assert entry.update["message"]["text"] == "hoi"
    await say("getUpdates")
    await say("getUpdates")
    assert (len(entry.handed), entry.end) == (2, "")
    await say("getUpdates", offset=entry.update_id + 1)
    assert (len(entry.handed), entry.end) == (2, "acknowledged")


async def test_an_update_that_was_dropped_or_expired_is_told_apart(
    say: Say, simulator: Simulator, clock: SettableClock, sanne: Person
) -> None:
    simulator.ledger.clear()
    simulator.type(sanne, "weg")
    await say("deleteWebhook", drop_pending_updates=True)
    simulator.type(sanne, "oud")
    clock.move_to(START.replace(day=25))
    await say("getUpdates")
    assert [each.end for each in simulator.ledger.updates] == ["dropped", "expired"]
    assert [each.handed for each in simulator.ledger.updates] == [[], []]


async def test_a_call_is_kept_with_its_parameters_chat_effect_and_answer(
    say: Say, simulator: Simulator, sanne: Person
) -> None:
    sent = (await say("sendmessage", chat_id=str(sanne.id), text="hoi")).json()["result"]["message_id"]
    await say("editMessageText", chat_id=sanne.id, message_id=sent, text="hoi")
    await say("deleteMessage", chat_id=sanne.id, message_id=sent)
    await say("getMe")
    send, edit, delete, me = simulator.ledger.calls
    assert (send.method, send.parameters["text"], send.chat) == ("sendMessage", "hoi", sanne.id)
    assert (send.outcome, send.effect, send.message) == ("ok", True, sent)
    assert (edit.outcome, edit.effect, edit.code) == ("refused", False, 400)
    assert edit.words.startswith("Bad Request: message is not modified")
    assert (delete.effect, delete.message) == (True, sent)
    assert (me.chat, me.message, me.outcome) == (None, None, "ok")


async def test_an_answer_to_a_button_belongs_to_its_chat(say: Say, simulator: Simulator, sanne: Person) -> None:
    keyboard = {"inline_keyboard": [[{"text": "Ja", "callback_data": "ja"}]]}
    await say("sendMessage", chat_id=sanne.id, text="Ja?", reply_markup=keyboard)
    await say("answerCallbackQuery", callback_query_id=simulator.press(sanne, label="Ja").id)
    assert simulator.ledger.calls[-1].chat == sanne.id
    assert simulator.ledger.updates[-1].chat == sanne.id


async def test_a_call_that_nobody_answers_for_is_in_the_books_too(url: str, simulator: Simulator) -> None:
    async with httpx.AsyncClient(base_url=url, trust_env=False) as client:
        await client.post(f"/bot{simulator.token}/sendMessage", data={}, files={"x": ("", b"")})
        await client.post(f"/bot{simulator.token}/sendNothing", json={})
        await client.get("/bot123:wrong_wrong_wrong_wrong_wrong/getMe")
    assert [(each.method, each.code) for each in simulator.ledger.calls] == [
        ("sendMessage", 400),
        ("sendNothing", 404),
        ("getMe", 401),
    ]


async def test_another_process_reads_the_books_from_where_it_was(
    url: str, say: Say, simulator: Simulator, sanne: Person
) -> None:
    simulator.type(sanne, "hoi")
    await say("getMe")
    await say("sendMessage", chat_id=sanne.id, text="dag")
    async with httpx.AsyncClient(base_url=f"{url}/sim", trust_env=False) as client:
        books = (await client.get("/ledger", params={"updates": 1, "calls": 1})).json()
        assert [each["update"]["message"]["text"] for each in books["updates"]] == ["hoi"]
        assert [(each["number"], each["method"], each["at"]) for each in books["calls"]] == [
            (1, "sendMessage", START.isoformat())
        ]
        await client.delete("/ledger")
        assert (await client.get("/ledger")).json() == {"updates": [], "calls": []}
        assert (await client.get("/ledger", params={"calls": "all"})).status_code == 400


async def test_a_poll_whose_caller_died_hands_nothing_out(url: str, simulator: Simulator, sanne: Person) -> None:
    """As after `kill -9`: what comes then belongs to the next poll."""
    async with httpx.AsyncClient(base_url=url, trust_env=False) as client:
        poll = asyncio.create_task(client.get(f"/bot{simulator.token}/getUpdates", params={"timeout": 20}))
        await simulator.wait_until(lambda: bool(simulator.ledger.calls))
        poll.cancel()
        await simulator.wait_until(lambda: bool(simulator.ledger.calls[0].outcome))
    assert simulator.ledger.calls[0].outcome == "cut"
    simulator.type(sanne, "hoi")
    assert simulator.ledger.updates[-1].handed == []
