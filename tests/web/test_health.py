"""The health page tells whether it works, in the fewest words, and nothing about a person."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from bot.web import health
from bot.web.server import listener, serving
from storage import outbox, people
from storage.outbox import NewRow
from storage.store import Store

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with Store.open(tmp_path / "data", b"k" * 32) as opened:
        yield opened


async def _ask(store: Store, *, telegram: bool = True, path: str = "/health", method: str = "GET") -> httpx.Response:
    transport = httpx.ASGITransport(health.create_app(store, lambda: telegram))
    async with httpx.AsyncClient(transport=transport, base_url="http://here") as client:
        return await client.request(method, path)


async def test_all_is_well(store: Store) -> None:
    answer = await _ask(store)
    assert answer.status_code == 200
    assert answer.json() == {"status": "ok", "telegram": True, "store": True, "waiting": "<10"}
    assert answer.headers["cache-control"] == "no-store"


async def test_how_much_waits_is_told_in_bands(store: Store) -> None:
    """An exact number would tell when one person is talking."""
    async with store.transaction() as tx:
        sealer = await store.vault.create("p" * 32)
        await people.create(tx, "p" * 32, sealer.seal(b"{}", "profile"), NOW)
        for _ in range(12):
            row = NewRow(person_id="p" * 32, lane=1, form="occasion", kind="reminder", due_at=NOW, created_at=NOW)
            await outbox.put(tx, row)
    assert (await _ask(store)).json()["waiting"] == "10-24"


async def test_telegram_out_of_reach_is_503(store: Store) -> None:
    answer = await _ask(store, telegram=False)
    assert answer.status_code == 503
    assert answer.json() == {"status": "trouble", "telegram": False, "store": True, "waiting": "<10"}


async def test_a_store_that_does_not_answer_is_503(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A turn that never ends holds the store; the page does not wait for it."""
    monkeypatch.setattr(health, "PATIENCE_SECONDS", 0.05)
    free = asyncio.Event()

    async def hold() -> None:
        async with store.transaction():
            await free.wait()

    holding = asyncio.create_task(hold())
    await asyncio.sleep(0)
    answer = await _ask(store)
    assert answer.status_code == 503
    assert answer.json() == {"status": "trouble", "telegram": True, "store": False, "waiting": None}
    free.set()
    await holding
    assert (await _ask(store)).status_code == 200


async def test_a_disk_without_room_is_503(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Known before the first message is refused."""
    monkeypatch.setattr(health, "ROOM_BYTES", 10**18)
    assert (await _ask(store)).json()["store"] is False


async def test_there_is_no_other_page_and_nothing_to_change(store: Store) -> None:
    assert (await _ask(store, path="/")).status_code == 404
    assert (await _ask(store, method="POST")).status_code == 405


async def test_it_answers_on_a_port_and_lets_it_go(store: Store) -> None:
    """The address is held from `listener` on, and free when the block ends."""
    with listener("127.0.0.1", 0) as listening:
        port = listening.getsockname()[1]
        with pytest.raises(OSError, match="in use"):
            listener("127.0.0.1", port)
        async with serving(health.create_app(store, lambda: True), listening), httpx.AsyncClient() as client:
            answer = await client.get(f"http://127.0.0.1:{port}/health")
            assert answer.status_code == 200
            assert "server" not in answer.headers
    listener("127.0.0.1", port).close()
