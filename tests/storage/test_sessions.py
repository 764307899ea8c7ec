"""Sessions, the versions they are pinned to, and plans: nothing is overwritten unseen."""

import sqlite3
from datetime import timedelta

import pytest

from storage import intentions, sessions, versions
from storage.errors import Conflict
from storage.ids import new_id
from storage.store import Store
from storage.transaction import Transaction
from tests.storage.filled import NOW, add_person, add_version

LATER = NOW + timedelta(minutes=1)


async def _start(tx: Transaction, person_id: str, session_id: str = "s1") -> int:
    return await sessions.start(
        tx, session_id=session_id, person_id=person_id, script="wat_wil_je", version="v1", sealed_body=b"0", now=NOW
    )


async def test_a_person_is_in_one_talk_at_a_time(store: Store) -> None:
    """Guard: the unique index uq_session_foreground."""
    one, two = await add_person(store, 1), await add_person(store, 2)
    await add_version(store)
    async with store.transaction() as tx:
        await _start(tx, one)
        await _start(tx, two, "s2")
    with pytest.raises(Conflict):
        async with store.transaction() as tx:
            await _start(tx, one, "s3")
    async with store.transaction() as tx:
        await sessions.save(tx, "s1", 1, b"1", LATER, ended=True)
        await _start(tx, one, "s3")
        row = await sessions.foreground(tx, one)
    assert row is not None
    assert row.id == "s3"


async def test_a_talk_that_moved_on_is_not_overwritten(store: Store) -> None:
    """Guard: the revision in `sessions._SAVE`."""
    person_id = await add_person(store)
    await add_version(store)
    async with store.transaction() as tx:
        revision = await _start(tx, person_id)
        assert await sessions.save(tx, "s1", revision, b"first", LATER) == 2
    with pytest.raises(Conflict):
        async with store.transaction() as tx:
            await sessions.save(tx, "s1", revision, b"second", LATER)
    async with store.transaction() as tx:
        row = await sessions.get(tx, "s1")
        assert row is not None
        assert (row.sealed_body, row.revision, row.updated_at, row.state) == (b"first", 2, LATER, "foreground")


async def test_an_ended_talk_is_not_written_to_but_can_be_taken_up(store: Store) -> None:
    person_id = await add_person(store)
    await add_version(store)
    async with store.transaction() as tx:
        await _start(tx, person_id)
        await sessions.save(tx, "s1", 1, b"1", LATER, ended=True)
        assert await sessions.foreground(tx, person_id) is None
    with pytest.raises(Conflict):
        async with store.transaction() as tx:
            await sessions.save(tx, "s1", 2, b"2", LATER)
    async with store.transaction() as tx:
        with pytest.raises(Conflict):
            await sessions.take_up(tx, "s1", 1, LATER)
        assert await sessions.take_up(tx, "s1", 2, LATER) == 3
        await sessions.save(tx, "s1", 3, b"3", LATER, ended=True)
        await _start(tx, person_id, "s2")
    with pytest.raises(Conflict):
        async with store.transaction() as tx:
            await sessions.take_up(tx, "s1", 4, LATER)
    async with store.transaction() as tx:
        assert [row.id for row in await sessions.of(tx, person_id)] == ["s2", "s1"]


async def test_a_talk_needs_the_version_it_is_pinned_to(store: Store) -> None:
    person_id = await add_person(store)
    with pytest.raises(sqlite3.IntegrityError):
        async with store.transaction() as tx:
            await _start(tx, person_id)


async def test_a_version_never_changes_and_stays_while_a_talk_began_with_it(store: Store) -> None:
    person_id = await add_person(store)
    await add_version(store)
    async with store.transaction() as tx:
        assert not await versions.keep(tx, version="v1", script="other", format=2, source="changed", now=LATER)
        assert await versions.keep(tx, version="v2", script="wat_wil_je", format=1, source="", now=NOW)
        await _start(tx, person_id)
        assert await versions.sweep(tx, NOW) == 0
        assert await versions.sweep(tx, LATER) == 1
        assert await versions.known(tx) == {"v1"}
        row = await versions.get(tx, "v1")
        assert row is not None
        assert (row.script, row.format, row.source, row.created_at) == ("wat_wil_je", 1, "steps: []", NOW)
        assert await versions.get(tx, "v2") is None


async def test_a_plan_that_changed_meanwhile_is_not_overwritten(store: Store) -> None:
    """Guard: the revision in `intentions._SAVE`."""
    person_id = await add_person(store)
    one, two = new_id(), new_id()
    async with store.transaction() as tx:
        for intention_id in (one, two):
            await intentions.add(tx, intention_id=intention_id, person_id=person_id, sealed_body=b"0", now=NOW)
        assert await intentions.save(tx, one, 1, b"1", "done") == 2
        with pytest.raises(Conflict):
            await intentions.save(tx, one, 1, b"2")
        assert [row.id for row in await intentions.of(tx, person_id, "active")] == [two]
        assert {row.id for row in await intentions.of(tx, person_id)} == {one, two}
        assert await intentions.remove(tx, one)
        assert await intentions.get(tx, one) is None
        with pytest.raises(Conflict):
            await intentions.save(tx, one, 2, b"3")
