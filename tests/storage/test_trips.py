"""Statements that need no answer wait in line, and questions are read ahead: few trips, and nothing else is different."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from storage import inbox, intentions, outbox, people, sessions, teams, turns
from storage.errors import Conflict
from storage.inbox import NewInboxRow
from storage.outbox import REPLY, NewRow, Unsent
from storage.statements import Query
from storage.store import Store
from storage.transaction import Transaction
from tests.storage.filled import NOW, add_person, add_version


def _message(person_id: str) -> NewRow:
    return NewRow(
        lane=REPLY,
        form="message",
        kind="reply",
        due_at=NOW,
        created_at=NOW,
        person_id=person_id,
        sealed_body=b"sealed",
    )


async def test_what_needs_no_answer_goes_along_with_the_commit(store: Store) -> None:
    person_id = await add_person(store)
    before = store.trips
    async with store.transaction() as tx:
        await people.save_profile(tx, person_id, 1, b"first")
        await people.save_profile(tx, person_id, 2, b"second")
        assert (tx.trips, store._connection.in_transaction) == (0, False)
    assert store.trips == before + 1
    async with store.transaction() as tx:
        row = await people.get(tx, person_id)
    assert row is not None
    assert (row.sealed_profile, row.revision) == (b"second", 3)


async def test_a_question_sees_what_waited_in_line(store: Store) -> None:
    """Guard: the line goes before the question in `Transaction._trip`."""
    person_id = await add_person(store)
    async with store.transaction() as tx:
        await people.save_profile(tx, person_id, 1, b"first")
        row = await people.get(tx, person_id)
        assert tx.trips == 1
    assert row is not None
    assert row.sealed_profile == b"first"


async def test_a_transaction_that_came_too_late_keeps_nothing_of_what_waited_in_line(store: Store) -> None:
    """Guard: a step that fails ends the trip before its commit."""
    one, two = await add_person(store, 1), await add_person(store, 2)

    async def late() -> None:
        async with store.transaction() as tx:
            await people.save_profile(tx, one, 1, b"kept by no one")
            await people.save_profile(tx, two, 99, b"of a revision that never was")

    with pytest.raises(Conflict):
        await late()
    async with store.transaction() as tx:
        row = await people.get(tx, one)
    assert row is not None
    assert row.revision == 1


async def test_what_waited_in_line_of_an_undone_transaction_is_never_run(store: Store) -> None:
    """Guard: the line is the transaction's own, not the connection's."""
    person_id = await add_person(store)

    async def failing() -> None:
        async with store.transaction() as tx:
            await people.save_profile(tx, person_id, 1, b"undone")
            raise LookupError

    with pytest.raises(LookupError):
        await failing()
    async with store.transaction() as tx:
        await teams.create(tx, "Noord", NOW)
        row = await people.get(tx, person_id)
    assert row is not None
    assert row.revision == 1


async def _in_line(tx: Transaction, person_id: str) -> None:
    await people.save_profile(tx, person_id, 1, b"waits in line")


async def _at_once(tx: Transaction, person_id: str) -> None:
    await people.set_blocked(tx, person_id, True)


async def _many(tx: Transaction, person_id: str) -> None:
    await outbox.put_all(tx, [_message(person_id)] * 2)


async def _with_an_answer(tx: Transaction, person_id: str) -> None:
    await inbox.failed(tx, 1)


@pytest.mark.parametrize("write", [_in_line, _at_once, _many, _with_an_answer])
async def test_what_was_read_ahead_holds_until_something_is_written(
    store: Store, write: Callable[[Transaction, str], Awaitable[None]]
) -> None:
    """Guard: every way of writing in `Transaction` forgets what was foreseen."""
    person_id = await add_person(store)
    async with store.transaction() as tx:
        await inbox.keep_all(tx, [NewInboxRow("b", 1, "d", "s", NOW, "k", b"")])
    async with store.transaction() as tx:
        await tx.foresee(inbox.WAITING.asked(sender_hash="s"), outbox.REPLIES.asked(person=person_id))
        assert [row.attempts for row in await inbox.waiting(tx, "s")] == [0]
        assert await outbox.replies(tx, person_id) == []
        assert tx.trips == 1
        assert await inbox.waiting(tx, "another") == []  # was not foreseen
        assert tx.trips == 2
        await write(tx, person_id)
        before = tx.trips
        assert len(await outbox.replies(tx, person_id)) == (2 if write is _many else 0)
        assert [row.attempts for row in await inbox.waiting(tx, "s")] == [1 if write is _with_an_answer else 0]
        assert tx.trips == before + 2


async def test_a_row_of_the_outbox_is_numbered_before_it_stands_there(store: Store) -> None:
    person_id = await add_person(store)
    async with store.transaction() as tx:
        first = await outbox.put(tx, _message(person_id))
        await outbox.put_all(tx, [_message(person_id)] * 2)
        last = await outbox.put(tx, _message(person_id))
        assert [row.id for row in await outbox.replies(tx, person_id)] == [first, first + 1, first + 2, last]
        for row_id in range(first, last + 1):
            await outbox.delivered(tx, row_id)
    async with store.transaction() as tx:
        assert await outbox.put(tx, _message(person_id)) == last + 1  # also with none of them left


async def test_a_turn_is_answered_from_what_was_read_ahead(store: Store) -> None:
    person_id = await add_person(store)
    await add_version(store)
    async with store.transaction() as tx:
        (reached,) = await people.identities(tx, person_id)
        sender = {
            "organisation": reached.organisation,
            "channel": reached.channel,
            "bot": reached.bot,
            "id_hash": reached.id_hash,
        }
        await sessions.start(
            tx, session_id="s1", person_id=person_id, script="x", version="v1", sealed_body=b"", now=NOW
        )
        await intentions.add(tx, intention_id="i1", person_id=person_id, sealed_body=b"", now=NOW)
        reply = await outbox.put(tx, _message(person_id))
    async with store.transaction() as tx:
        await turns.foresee(tx, **sender)
        who = await people.find(tx, **sender)
        talk = await sessions.foreground(tx, person_id)
        assert (who and who.id, talk and talk.id) == (person_id, "s1")
        assert [plan.id for plan in await intentions.of(tx, person_id)] == ["i1"]
        assert await outbox.replies(tx, person_id) == [Unsent(reply, 0)]
        assert await inbox.waiting(tx, reached.id_hash) == []
        assert tx.trips == 1
    async with store.transaction() as tx:
        await turns.foresee(tx, **{**sender, "id_hash": "of a stranger"})
        assert await people.find(tx, **{**sender, "id_hash": "of a stranger"}) is None
        assert tx.trips == 1


@pytest.mark.parametrize("query", [turns._TALK, turns._PLANS, turns._REPLIES])
async def test_reading_ahead_walks_the_indexes_of_the_person(store: Store, query: Query[object]) -> None:
    sender = {"organisation": "o", "channel": "c", "bot": "b", "id_hash": "h"}
    plan = [row[3] for row in await store._connection.execute_fetchall(f"EXPLAIN QUERY PLAN {query.sql}", sender)]
    assert any("(person_id=?)" in step for step in plan)
    assert not [step for step in plan if step.startswith("SCAN")]


def test_a_question_is_the_same_in_whatever_order_its_parameters_are_named() -> None:
    """What is read ahead is found again by how it is asked, and equal keys have equal hashes."""
    one = people.FIND.asked(organisation="o", channel="c", bot="7", id_hash="h")
    same = people.FIND.asked(id_hash="h", bot="7", channel="c", organisation="o")
    assert (one, hash(one)) == (same, hash(same))
    assert one != people.FIND.asked(organisation="o", channel="c", bot="8", id_hash="h")


async def test_what_rides_along_goes_with_the_next_commit_of_somebody_else(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.store.PATIENCE_SECONDS", 60)
    person_id = await add_person(store)
    async with store.transaction() as tx:
        row_id = await outbox.put(tx, _message(person_id))
    riding = asyncio.create_task(outbox.arrived(store, row_id))
    await asyncio.sleep(0)
    async with store.transaction() as tx:
        assert [row.id for row in await outbox.replies(tx, person_id)] == [row_id]  # who only reads takes nobody along
    assert not riding.done()
    before = store.trips
    async with store.transaction() as tx:
        await people.save_profile(tx, person_id, 1, b"first")
    assert store.trips == before + 1
    await riding
    async with store.transaction() as tx:
        assert await outbox.replies(tx, person_id) == []


async def test_what_rides_along_goes_by_itself_when_nobody_comes(store: Store) -> None:
    person_id = await add_person(store)
    async with store.transaction() as tx:
        row_id = await outbox.put(tx, _message(person_id))
    before = store.trips
    await outbox.arrived(store, row_id)
    assert store.trips == before + 1
    async with store.transaction() as tx:
        assert await outbox.replies(tx, person_id) == []


async def test_what_rode_along_with_an_undone_transaction_is_still_done(store: Store) -> None:
    """Guard: a rider leaves the line only when the commit that took it along is on the disk."""
    person_id = await add_person(store)
    async with store.transaction() as tx:
        row_id = await outbox.put(tx, _message(person_id))
    riding = asyncio.create_task(outbox.arrived(store, row_id))
    await asyncio.sleep(0)

    async def late() -> None:
        async with store.transaction() as tx:
            await people.save_profile(tx, person_id, 99, b"of a revision that never was")

    with pytest.raises(Conflict):
        await late()
    await riding
    async with store.transaction() as tx:
        assert await outbox.replies(tx, person_id) == []


async def test_many_ride_along_with_one(store: Store) -> None:
    person_id = await add_person(store)
    async with store.transaction() as tx:
        ids = [await outbox.put(tx, _message(person_id)) for _ in range(20)]
    before = store.trips
    await asyncio.gather(*(outbox.arrived(store, row_id) for row_id in ids))
    assert store.trips == before + 1
    async with store.transaction() as tx:
        assert await outbox.replies(tx, person_id) == []
