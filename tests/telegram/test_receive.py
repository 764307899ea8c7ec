"""Updates are kept before they are acknowledged, once, whatever happens."""

from __future__ import annotations

import asyncio
import io
import logging
from pathlib import Path

import pytest
import structlog

from bot import logs
from bot.messages import Command, Text
from bot.simulator import ApiError
from bot.telegram.connect import check, connect
from bot.telegram.errors import TokenRefused, Unreached
from bot.telegram.read import read
from bot.telegram.receive import Receiver, opened, sender_hash
from bot.telegram.setup import Introduction, MenuItem, introduce, prepare_polling
from storage import inbox
from storage.errors import DiskFull
from storage.inbox import InboxRow
from storage.store import Store
from tests.conftest import WrongOnPurpose
from tests.telegram.conftest import Fault, Telegram, receiving, until


async def waiting(store: Store, bot: int, sender: int) -> list[InboxRow]:
    async with store.transaction() as tx:
        return await inbox.waiting(tx, sender_hash(store, bot, sender))


async def test_what_comes_in_is_kept_sealed_and_told(telegram: Telegram, store: Store, tmp_path: Path) -> None:
    """The inbox holds the raw update in order, nothing readable on the disk, and the handler is told who."""
    person = telegram.person()
    telegram.simulator.type(person, "Ik wil leren lassen.")
    kept: list[str] = []
    async with receiving(telegram, store, kept.append) as receiver:
        await until(lambda: bool(kept))
        await until(lambda: telegram.simulator.world.updates.pending == 0)
        assert receiver.hears
    assert set(kept) == {sender_hash(store, telegram.bot.id, person.id)}
    rows = await waiting(store, telegram.bot.id, person.id)
    inbounds = [read(await opened(store, row), received_at=row.received_at) for row in rows]
    assert [inbound.content for inbound in inbounds if inbound] == [
        Command(name="start"),
        Text(text="Ik wil leren lassen."),
    ]
    for path in (tmp_path / "data").iterdir():
        content = path.read_bytes()
        assert b"lassen" not in content
        assert b"Sanne" not in content
        assert str(person.id).encode() not in content


async def test_nothing_is_acknowledged_before_it_is_kept(
    telegram: Telegram, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While the disk refuses, Telegram keeps the update; when it works again, it comes in once."""
    monkeypatch.setattr("bot.telegram.receive._TROUBLE_SECONDS", (0.02, 0.05))
    real, refuse = inbox.keep_all, True

    async def keep_all(tx: object, rows: object) -> None:
        if refuse:
            raise DiskFull("No room left.")
        await real(tx, rows)  # type: ignore[arg-type]

    monkeypatch.setattr("storage.inbox.keep_all", keep_all)
    person = telegram.person()
    kept: list[str] = []
    async with receiving(telegram, store, kept.append):
        await asyncio.sleep(0.3)
        assert kept == []
        assert telegram.simulator.world.updates.pending == 1
        refuse = False
        await until(lambda: telegram.simulator.world.updates.pending == 0)
    assert len(kept) == 1
    assert len(await waiting(store, telegram.bot.id, person.id)) == 1


async def test_a_crash_before_the_acknowledgement_doubles_nothing(telegram: Telegram, store: Store) -> None:
    """Killed between keeping and acknowledging, the next start gets the same update and knows it."""
    person = telegram.person()
    stages: list[str] = []

    def stage(name: str) -> None:
        stages.append(name)
        if name == "kept" and stages.count("kept") == 1:
            raise KeyboardInterrupt

    receiver = Receiver(telegram.bot, store, telegram.clock, lambda _sender: None, stage=stage, poll_seconds=1)
    with pytest.raises(KeyboardInterrupt):
        await receiver.run()
    assert telegram.simulator.world.updates.pending == 1
    async with receiving(telegram, store, lambda _sender: None, stage=stage):
        await until(lambda: "acknowledged" in stages)
    assert stages[:5] == ["received", "kept", "received", "kept", "acknowledged"]
    assert len(await waiting(store, telegram.bot.id, person.id)) == 1


async def test_an_update_that_comes_twice_is_kept_once(telegram: Telegram, store: Store) -> None:
    """The same update again changes nothing; the same number with other content is another message."""
    person = telegram.person()
    update = telegram.simulator.world.updates.head()
    assert update is not None
    receiver = Receiver(telegram.bot, store, telegram.clock, lambda _sender: None)
    await receiver.keep([update, update])
    await receiver.keep([update])
    other = {**update, "message": {**update["message"], "text": "iets anders"}}
    await receiver.keep([other])
    assert len(await waiting(store, telegram.bot.id, person.id)) == 2


async def test_update_ids_may_start_anew(telegram: Telegram, store: Store) -> None:
    """After a quiet week the numbers begin lower: nothing is hidden by a remembered offset."""
    person = telegram.person()
    offsets: list[str] = []
    telegram.simulator.on_call.append(lambda call: offsets.append(call.string("offset")))
    async with receiving(telegram, store, lambda _sender: None):
        await until(lambda: telegram.simulator.world.updates.pending == 0)
        await asyncio.sleep(1.2)  # the poll that acknowledged has ended
        telegram.simulator.world.updates.restart_ids(17)
        telegram.simulator.type(person, "ben je er nog?")
        await until(lambda: telegram.simulator.world.updates.pending == 0)
    assert [row.update_id for row in await waiting(store, telegram.bot.id, person.id)][-1] == 17
    assert offsets[:3] == ["", "520000002", ""]


async def test_kinds_we_do_not_know_stop_nobody(
    telegram: Telegram, store: Store, wrong_on_purpose: WrongOnPurpose
) -> None:
    """An update from the future or from nobody is passed over; the next one is kept."""
    person = telegram.person()
    updates = telegram.simulator.world.updates
    updates.insert({"update_id": 520_000_100, "message": {"message_id": 1, "chat": None, "from": "?"}})
    updates.insert({"update_id": 520_000_101, "brain_wave": {"from": {"id": 1}}})
    updates._next_id = 520_000_102
    telegram.simulator.type(person, "gewoon")
    with wrong_on_purpose("answers"):
        async with receiving(telegram, store, lambda _sender: None):
            await until(lambda: updates.pending == 0)
    assert len(await waiting(store, telegram.bot.id, person.id)) == 2


async def test_trouble_with_the_network_passes(
    telegram: Telegram, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Server errors, a cut connection and a 429 on polling: it goes on, with waits that grow."""
    monkeypatch.setattr("bot.telegram.receive._TROUBLE_SECONDS", (0.01, 0.02))
    for fault in (
        Fault("getUpdates", times=4, refusal=ApiError(502, "Bad Gateway")),
        Fault("getUpdates", times=2, cut_before=True),
        Fault("getUpdates", times=1, refusal=ApiError(429, "Too Many", retry_after=1)),
    ):
        telegram.simulator.interference = fault
        person = telegram.person()
        async with receiving(telegram, store, lambda _sender: None):
            await until(lambda: telegram.simulator.world.updates.pending == 0)
        assert fault.seen == fault.times
        assert len(await waiting(store, telegram.bot.id, person.id)) == 1


async def test_waits_grow_and_a_conflict_is_told(telegram: Telegram, store: Store) -> None:
    """Network trouble waits 0.5, 1, 2 … at most 30 seconds; a second consumer 5, 10 … at most 60."""
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)
        await asyncio.sleep(0)

    telegram.simulator.interference = Fault("getUpdates", times=8, refusal=ApiError(500, "Internal"))
    async with receiving(telegram, store, lambda _sender: None, sleep=sleep) as receiver:
        await until(lambda: receiver.hears)
    assert waits == [0.5, 1, 2, 4, 8, 16, 30, 30]
    waits.clear()
    telegram.simulator.interference = Fault("getUpdates", times=5, refusal=ApiError(409, "Conflict: terminated"))
    async with receiving(telegram, store, lambda _sender: None, sleep=sleep) as receiver:
        await until(lambda: receiver.hears)
    assert waits == [5, 10, 20, 40, 60]


async def test_a_revoked_token_ends_it_with_a_remedy(telegram: Telegram, store: Store) -> None:
    """Nothing helps but another token: the error says where to get it, and not which it was."""
    telegram.simulator.interference = Fault("getUpdates", refusal=ApiError(401, "Unauthorized"))
    receiver = Receiver(telegram.bot, store, telegram.clock, lambda _sender: None)
    with pytest.raises(TokenRefused, match="BotFather") as caught:
        await receiver.run()
    assert telegram.simulator.token not in str(caught.value)


async def test_checking_token_and_server(telegram: Telegram) -> None:
    """Before anything starts: a foreign token, a malformed one, no server there; no error holds the token."""
    for token in ("123456:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "123456:kort"):
        bot = connect(token, telegram.url)
        with pytest.raises(TokenRefused) as refused:
            await check(bot, telegram.url)
        assert token not in repr(refused.value) + repr(refused.value.__cause__)
        await bot.shutdown()
    bot = connect(telegram.simulator.token, "http://127.0.0.1:9")
    with pytest.raises(Unreached, match=r"http://127\.0\.0\.1:9 \(ConnectError\)") as unreached:
        await check(bot, "http://127.0.0.1:9", attempts=1)
    assert telegram.simulator.token not in str(unreached.value)
    await bot.shutdown()


async def test_the_menu_is_set(telegram: Telegram) -> None:
    """Commands and descriptions arrive; a refusal is no reason to stop; a leftover webhook is taken away."""
    menu = (MenuItem(command="plan", description="Mijn plan"), MenuItem(command="stop", description="Stoppen"))
    introduction = Introduction(menu=menu, about="Over je werk", before="Hallo")
    assert await introduce(telegram.bot, introduction)
    assert [command.description for command in await telegram.bot.get_my_commands()] == ["Mijn plan", "Stoppen"]
    telegram.simulator.interference = Fault("setMyCommands", refusal=ApiError(429, "Too Many", retry_after=9))
    assert not await introduce(telegram.bot, introduction)
    await telegram.bot.set_webhook("https://example.org/hook")
    await prepare_polling(telegram.bot)
    assert telegram.simulator.world.updates.webhook_url == ""


async def test_no_log_line_holds_the_token_or_a_text(
    telegram: Telegram, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At DEBUG, with trouble on the way: neither token, text, name nor chat."""
    monkeypatch.setattr("bot.telegram.receive._TROUBLE_SECONDS", (0.01, 0.02))
    stream = io.StringIO()
    logs.configure("DEBUG", "json", stream)
    try:
        person = telegram.person()
        telegram.simulator.type(person, "Ik wil leren lassen.")
        telegram.simulator.interference = Fault("getUpdates", times=2, cut_before=True)
        async with receiving(telegram, store, lambda _sender: None):
            await until(lambda: telegram.simulator.world.updates.pending == 0)
    finally:
        root = logging.getLogger()
        for handler in list(root.handlers):
            if isinstance(handler, logging.StreamHandler) and handler.stream is stream:
                root.removeHandler(handler)
        logging.captureWarnings(False)
        root.setLevel(logging.WARNING)
        structlog.reset_defaults()
    text = stream.getvalue()
    assert "polling_failed" in text
    for secret in (telegram.simulator.token, "lassen", "Sanne", str(person.id)):
        assert secret not in text


async def test_an_update_that_cannot_be_kept_stops_no_other(telegram: Telegram, store: Store) -> None:
    """Half a character in a text, a number out of range: told without its words, and the next one is kept."""

    def said(update_id: int, text: str) -> dict[str, object]:
        who = {"id": 77, "is_bot": False, "first_name": "Sanne"}
        message = {"message_id": 1, "date": 1, "chat": {"id": 77, "type": "private"}, "from": who, "text": text}
        return {"update_id": update_id, "message": message}

    async with receiving(telegram, store, lambda _sender: None) as receiver:
        await receiver.keep([said(1, "half \ud83d"), said(2**70, "te groot"), said(3, "gewoon")])
    rows = await waiting(store, telegram.bot.id, 77)
    assert [row.update_id for row in rows] == [3]
