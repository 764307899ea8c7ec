"""Retention: what passes through goes in time; what is a person's own stays."""

from datetime import timedelta

import pytest

from storage import documents, inbox, newcomers, outbox, people, retention, sessions
from storage.errors import Unreadable
from storage.store import Store
from tests.storage.filled import NOW, STRANGER_CHAT, fill


async def test_nothing_goes_before_its_time(store: Store) -> None:
    await fill(store)
    swept = await retention.sweep(store, NOW + timedelta(hours=23))
    assert swept == retention.Swept(0, 0, 0, 0, 0, 0, 0)


async def test_what_still_waits_after_days_can_still_be_read(store: Store) -> None:
    filled = await fill(store)
    assert (await retention.sweep(store, NOW + timedelta(days=30))).day_keys == 0
    async with store.transaction() as tx:
        (row,) = await inbox.waiting(tx, filled.id_hash)
    sealer = await store.vault.day_sealer_by_id(row.key_id)
    assert sealer.open(row.sealed_body, "inbox")


async def test_what_passes_through_goes_and_what_is_a_persons_own_stays(store: Store) -> None:
    filled = await fill(store)
    key_id, _ = await store.vault.day_sealer(NOW.date())
    async with store.transaction() as tx:
        (row,) = await inbox.waiting(tx, filled.id_hash)
        await inbox.handled(tx, [row.id])
        await outbox.drop(tx, filled.outbox_id, "too_late", NOW)
    assert await retention.sweep(store, NOW + timedelta(hours=25)) == retention.Swept(1, 0, 0, 0, 0, 0, 0)
    assert await retention.sweep(store, NOW + timedelta(hours=49)) == retention.Swept(0, 1, 0, 0, 0, 0, 0)
    assert await retention.sweep(store, NOW + timedelta(days=9)) == retention.Swept(0, 0, 1, 1, 0, 0, 1)
    async with store.transaction() as tx:
        assert await newcomers.find(tx, store.vault.lookup(str(STRANGER_CHAT))) is None
        assert await people.get(tx, filled.person_id) is not None
    with pytest.raises(Unreadable):
        await store.vault.day_sealer_by_id(key_id)


async def test_talks_go_after_ninety_days(store: Store) -> None:
    filled = await fill(store)
    assert (await retention.sweep(store, NOW + timedelta(days=89))).sessions == 0
    assert (await retention.sweep(store, NOW + timedelta(days=91))).sessions > 0
    async with store.transaction() as tx:
        assert await sessions.of(tx, filled.person_id) == []


async def test_the_document_stays_as_long_as_the_person_wants(store: Store) -> None:
    filled = await fill(store)
    await retention.sweep(store, NOW + timedelta(days=3650))
    async with store.transaction() as tx:
        assert len(await documents.of(tx, filled.person_id)) == 1
