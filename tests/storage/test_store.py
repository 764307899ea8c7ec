"""The unit of work: committed whole or undone whole, one at a time, counted."""

import asyncio
import sqlite3
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import bindparam, select

from storage import audit, intentions, people, teams
from storage.errors import Conflict, Missing, StorageError
from storage.ids import new_id
from storage.schema import team
from storage.statements import Query
from storage.store import Store
from storage.transaction import Transaction
from tests.storage.filled import MASTER, NOW, add_person, fill


async def _names(store: Store) -> list[str]:
    async with store.transaction() as tx:
        return [row.name for row in await teams.every(tx)]


async def test_what_is_raised_in_a_transaction_undoes_all_of_it(store: Store) -> None:
    """Guard: the rollback in `Store.transaction`."""

    async def failing() -> None:
        async with store.transaction() as tx:
            await teams.create(tx, "Noord", NOW)
            raise LookupError

    with pytest.raises(LookupError):
        await failing()
    assert await _names(store) == []
    async with store.transaction() as tx:
        await teams.create(tx, "Zuid", NOW)
    assert await _names(store) == ["Zuid"]


async def test_a_cancelled_transaction_is_undone_and_the_next_one_is_whole(store: Store) -> None:
    began = asyncio.Event()

    async def slow() -> None:
        async with store.transaction() as tx:
            await teams.create(tx, "Noord", NOW)
            began.set()
            while True:
                await teams.create(tx, "meer", NOW)

    task = asyncio.create_task(slow())
    await began.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with store.transaction() as tx:
        await teams.create(tx, "Zuid", NOW)
    assert await _names(store) == ["Zuid"]


async def test_transactions_go_one_at_a_time(store: Store) -> None:
    """Guard: the lock in `Store.transaction`."""
    inside = 0

    async def one(number: int) -> None:
        nonlocal inside
        async with store.transaction() as tx:
            inside += 1
            assert inside == 1
            before = await teams.count(tx)
            await teams.create(tx, str(number), NOW)
            assert await teams.count(tx) == before + 1
            inside -= 1

    await asyncio.gather(*(one(number) for number in range(20)))
    assert len(await _names(store)) == 20


async def test_a_transaction_inside_one_is_refused_instead_of_waiting_for_itself(store: Store) -> None:
    async with store.transaction():
        with pytest.raises(StorageError, match="inside"):
            async with store.transaction():
                pass
    async with store.transaction():
        pass


async def test_a_transaction_that_is_over_runs_nothing(store: Store) -> None:
    async with store.transaction() as tx:
        pass
    with pytest.raises(StorageError, match="over"):
        await teams.count(tx)


async def test_what_failed_cannot_be_committed_by_who_catches_the_failure(store: Store) -> None:
    """An `except` inside the block keeps no half of it: nothing runs any more, and the end is an undoing.

    Guard: `Transaction._failed`, looked at by all that runs and by `finish`.
    """
    person_id = await add_person(store)

    async def swallowing(*, further: bool) -> None:
        async with store.transaction() as tx:
            await teams.create(tx, "Noord", NOW)
            await people.save_profile(tx, person_id, 99, b"of a revision that never was")
            with pytest.raises(Conflict):
                await teams.every(tx)
            if further:
                with pytest.raises(StorageError, match="undone"):
                    await teams.every(tx)
                with pytest.raises(StorageError, match="undone"):
                    await people.save_profile(tx, person_id, 1, b"waits in line")

    for further in (False, True):
        with pytest.raises(StorageError, match="undone") as refused:
            await swallowing(further=further)
        assert isinstance(refused.value.__cause__, Conflict)
        assert not store._connection.in_transaction
    assert await _names(store) == []
    async with store.transaction() as tx:
        await teams.create(tx, "Zuid", NOW)
    assert await _names(store) == ["Zuid"]


async def test_statements_are_counted(store: Store) -> None:
    before = store.statements
    async with store.transaction() as tx:
        assert tx.statements == 0
        await teams.create(tx, "Noord", NOW)
        await teams.every(tx)
        assert tx.statements == 2
    assert store.statements == before + 2


async def test_reading_alone_begins_no_transaction_of_the_database(store: Store) -> None:
    def begun() -> bool:
        return store._connection.in_transaction

    async with store.transaction() as tx:
        await teams.every(tx)
        assert not begun()
        await teams.create(tx, "Noord", NOW)
        assert begun()
    assert not begun()


async def test_a_row_of_a_person_who_is_not_there_is_refused(store: Store) -> None:
    """Guard: foreign_keys=ON."""
    with pytest.raises(sqlite3.IntegrityError):
        async with store.transaction() as tx:
            await intentions.add(tx, intention_id=new_id(), person_id="nobody", sealed_body=b"", now=NOW)


async def test_a_moment_without_a_zone_is_refused(store: Store) -> None:
    """Guard: `columns.to_micros`."""
    naive = datetime.fromisoformat("2026-11-22T09:30:00")
    with pytest.raises(ValueError, match="time zone"):
        async with store.transaction() as tx:
            await teams.create(tx, "Noord", naive)


async def test_moments_come_back_as_they_were_and_aware(store: Store) -> None:
    amsterdam = datetime.fromisoformat("2026-03-29T03:00:00.000001+02:00")
    async with store.transaction() as tx:
        team_id = await teams.create(tx, "Noord", amsterdam)
        row = await teams.get(tx, team_id)
    assert row is not None
    assert row.created_at == amsterdam
    assert row.created_at.isoformat() == "2026-03-29T01:00:00.000001+00:00"


async def test_a_person_who_changed_meanwhile_is_not_overwritten(store: Store) -> None:
    """Guard: the revision in `people._SAVE`."""
    person_id = await add_person(store)
    async with store.transaction() as tx:
        assert await people.save_profile(tx, person_id, 1, b"first") == 2
    with pytest.raises(Conflict):
        async with store.transaction() as tx:
            await people.save_profile(tx, person_id, 1, b"second")
    async with store.transaction() as tx:
        row = await people.get(tx, person_id)
    assert row is not None
    assert (row.sealed_profile, row.revision) == (b"first", 2)


async def test_the_pragmas_that_keep_it_safe_are_on(store: Store) -> None:
    """Guard: `files.PRAGMAS`."""
    wanted = {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "foreign_keys": 1, "busy_timeout": 5000}
    for connection in (store._connection, store.vault._connection):
        found = {name: next(iter(await connection.execute_fetchall(f"PRAGMA {name}")))[0] for name in wanted}
        assert found == wanted


async def test_everything_closes_also_when_the_body_fails(data: Path) -> None:
    async def failing() -> None:
        async with Store.open(data, MASTER) as store:
            await fill(store)
            raise LookupError

    with pytest.raises(LookupError):
        await failing()
    async with Store.open(data, MASTER) as store:
        assert await _names(store) == ["Wijkteam Noord"]


def test_a_row_type_that_does_not_fit_its_statement_stops_the_program() -> None:
    with pytest.raises(ValueError, match="TeamRow"):
        Query(teams.TeamRow, select(team.c.name, team.c.id))


async def test_one_row_means_one(store: Store) -> None:
    query = Query(str, select(team.c.id).where(team.c.name == bindparam("name")))
    async with store.transaction() as tx:
        with pytest.raises(Missing):
            await tx.one(query, name="Noord")


async def test_the_audit_trail_is_newest_first(store: Store) -> None:
    async def note(tx: Transaction, act: str) -> None:
        await audit.note(tx, at=NOW, actor_id="p", role="hr", act=act, object="b1")

    async with store.transaction() as tx:
        await note(tx, "broadcast.start")
        await note(tx, "broadcast.stop")
        assert [row.act for row in await audit.latest(tx)] == ["broadcast.stop", "broadcast.start"]
        assert [row.act for row in await audit.latest(tx, 1)] == ["broadcast.stop"]
        assert await audit.sweep(tx, NOW) == 0
