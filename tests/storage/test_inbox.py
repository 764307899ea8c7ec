"""The inbox: every update once, whatever Telegram repeats or renumbers."""

from datetime import timedelta

import pytest

from storage import inbox
from storage.inbox import NewInboxRow
from storage.store import Store
from storage.transaction import Transaction
from tests.storage.filled import NOW


async def _keep(tx: Transaction, *numbers: int, digest: str = "d", sender: str = "s", bot: str = "b") -> None:
    await inbox.keep_all(tx, [NewInboxRow(bot, number, digest, sender, NOW, "k", b"sealed") for number in numbers])


async def test_a_repeated_update_is_known_waiting_handled_or_aside(store: Store) -> None:
    """Guard: the unique constraint and `insert_or_leave`."""
    async with store.transaction() as tx:
        await _keep(tx, 1, 2, 3)
        one, two, _ = await inbox.waiting(tx, "s")
        await inbox.handled(tx, [one.id])
        await inbox.set_aside(tx, two.id)
    async with store.transaction() as tx:
        await _keep(tx, 1, 2, 3)
        assert [row.update_id for row in await inbox.waiting(tx, "s")] == [3]


async def test_a_number_that_starts_anew_is_another_update(store: Store) -> None:
    async with store.transaction() as tx:
        await _keep(tx, 1, digest="first week")
        await _keep(tx, 1, digest="after a quiet week")
        await _keep(tx, 1, digest="first week", bot="another")
        await _keep(tx, 1, digest="after a quiet week")
        assert len(await inbox.waiting(tx, "s")) == 3


async def test_a_batch_is_kept_in_one_trip_with_its_commit_and_in_order(store: Store) -> None:
    rows = [NewInboxRow("b", number, "d", "s", NOW, "k", b"sealed") for number in (9, 4, 7)]
    async with store.transaction() as tx:
        await _keep(tx, 4)
    before = store.trips
    async with store.transaction() as tx:
        await inbox.keep_all(tx, rows)
    assert store.trips == before + 1
    async with store.transaction() as tx:
        assert [row.update_id for row in await inbox.waiting(tx, "s")] == [4, 9, 7]


async def test_handled_wipes_the_body_and_leaves_the_rest(store: Store) -> None:
    async with store.transaction() as tx:
        await _keep(tx, 1)
        await _keep(tx, 2, sender="other")
        ids = [row.id for row in await inbox.waiting(tx, "s")]
        assert await inbox.senders_waiting(tx) == ["other", "s"]
        await inbox.handled(tx, ids)
        await inbox.handled(tx, [])
        assert await inbox.waiting(tx, "s") == []
        assert await inbox.senders_waiting(tx) == ["other"]
    rows = list(
        await store._connection.execute_fetchall("SELECT sealed_body, key_id FROM inbox WHERE state = 'handled'")
    )
    assert rows == [(None, None)]


async def test_failures_are_counted_until_it_is_set_aside(store: Store) -> None:
    async with store.transaction() as tx:
        await _keep(tx, 1)
        (row,) = await inbox.waiting(tx, "s")
        assert [await inbox.failed(tx, row.id) for _ in range(3)] == [1, 2, 3]
        assert (await inbox.waiting(tx, "s"))[0].attempts == 3
        assert await inbox.set_aside(tx, row.id)
        assert not await inbox.set_aside(tx, row.id)
        assert await inbox.waiting(tx, "s") == []


@pytest.mark.parametrize("hours", [47, 49])
async def test_only_what_is_done_and_old_is_swept(store: Store, hours: int) -> None:
    before = NOW + timedelta(hours=hours) - timedelta(hours=48)
    async with store.transaction() as tx:
        await _keep(tx, 1, 2, 3)
        one, two, three = await inbox.waiting(tx, "s")
        await inbox.handled(tx, [one.id])
        await inbox.set_aside(tx, two.id)
        assert await inbox.sweep(tx, before) == (2 if hours == 49 else 0)
        assert [row.id for row in await inbox.waiting(tx, "s")] == [three.id]
