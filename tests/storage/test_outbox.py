"""The outbox: in order, on time, and gone when said."""

import random
from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from storage import outbox
from storage.outbox import ASKED, FORMS, LANES, REPLY, UNASKED, NewRow, OutboxRow, Room, Unsent
from storage.store import Store
from storage.transaction import Transaction
from tests.storage.filled import NOW, add_person

SECOND = timedelta(seconds=1)


def _message(person_id: str, lane: int = REPLY, due_at: datetime = NOW, kind: str = "reply") -> NewRow:
    return NewRow(
        lane=lane, form="message", kind=kind, due_at=due_at, created_at=NOW, person_id=person_id, sealed_body=b"sealed"
    )


async def due(tx: Transaction, now: datetime, limit: int, busy: Collection[str] = ()) -> list[OutboxRow]:
    """What is due of all lanes, at most `limit`."""
    return (await outbox.due_in(tx, now, dict.fromkeys(LANES, Room(limit, limit, busy))))[:limit]


async def _due(tx: Transaction, now: datetime = NOW, limit: int = 100) -> list[int]:
    return [row.id for row in await due(tx, now, limit)]


async def test_replies_go_before_what_was_asked_before_what_was_not(store: Store) -> None:
    person_id = await add_person(store)
    async with store.transaction() as tx:
        unasked = await outbox.put(tx, _message(person_id, UNASKED, NOW - 9 * SECOND))
        asked = await outbox.put(tx, _message(person_id, ASKED, NOW - 5 * SECOND))
        late = await outbox.put(tx, _message(person_id, REPLY, NOW))
        early = await outbox.put(tx, _message(person_id, REPLY, NOW - SECOND))
        await outbox.put(tx, _message(person_id, REPLY, NOW + SECOND))
        assert await _due(tx) == [early, late, asked, unasked]
        assert await _due(tx, limit=3) == [early, late, asked]


async def test_messages_of_one_moment_keep_the_order_they_were_said_in(store: Store) -> None:
    person_id = await add_person(store)
    async with store.transaction() as tx:
        said = [await outbox.put(tx, _message(person_id)) for _ in range(5)]
        assert await outbox.put_all(tx, [_message(person_id)] * 2) == 2
        assert await _due(tx) == [*said, said[-1] + 1, said[-1] + 2]


async def test_a_message_that_failed_holds_back_the_later_ones_of_its_lane_only(store: Store) -> None:
    """Guard: `held_back` in `outbox._due_in`."""
    one, two = await add_person(store, 1), await add_person(store, 2)
    async with store.transaction() as tx:
        first, second = await outbox.put(tx, _message(one)), await outbox.put(tx, _message(one))
        asked = await outbox.put(tx, _message(one, ASKED))
        other = await outbox.put(tx, _message(two))
        assert await outbox.postpone(tx, first, NOW + 10 * SECOND, attempts=1)
        assert await _due(tx) == [other, asked]
        assert await _due(tx, NOW + 10 * SECOND) == [other, first, asked]
        await outbox.delivered(tx, first)
        assert await _due(tx) == [second, other, asked]


async def test_what_is_planned_for_later_holds_nothing_back(store: Store) -> None:
    person_id = await add_person(store)
    async with store.transaction() as tx:
        later = await outbox.put(tx, _message(person_id, ASKED, NOW + timedelta(days=7)))
        now = await outbox.put(tx, _message(person_id, ASKED))
        assert await _due(tx) == [now]
        await outbox.postpone(tx, now, NOW + timedelta(days=8), attempts=0)
        assert await _due(tx, NOW + timedelta(days=7)) == [later]


async def test_the_order_is_right_for_any_rows(store: Store) -> None:
    """A plain reading of the rules gives the same as the statement, over random rows."""
    people = [await add_person(store, chat) for chat in range(4)]
    rng = random.Random(7)
    async with store.transaction() as tx:
        for _ in range(300):
            row = _message(rng.choice(people), rng.choice(LANES), NOW + rng.randrange(-50, 50) * SECOND)
            row_id = await outbox.put(tx, replace(row, form=rng.choice(["message", "occasion"])))
            if rng.random() < 0.1:
                await outbox.postpone(tx, row_id, NOW + rng.randrange(-50, 50) * SECOND, attempts=1)
        every = await outbox.waiting(tx)
        assert len(every) == 300

        def free(row: OutboxRow) -> bool:
            return not any(
                other.form == "message"
                and other.attempts > 0
                and (other.recipient, other.lane) == (row.recipient, row.lane)
                and other.id < row.id
                for other in every
            )

        for limit in (1, 10, 1000):
            for busy in ((), (people[0],), people):
                wanted = [row for row in every if row.due_at <= NOW and row.recipient not in busy and free(row)]
                wanted.sort(key=lambda row: (row.lane, row.form, row.due_at, row.id))
                assert await due(tx, NOW, limit, busy) == wanted[:limit]
        assert await outbox.next_due(tx) == min(row.due_at for row in every)


async def test_thousands_of_occasions_hide_no_finished_message(store: Store) -> None:
    """A lane gives what it has room for: messages first, no occasion without room, nothing for who is busy in it."""
    one, two = await add_person(store, 1), await add_person(store, 2)
    async with store.transaction() as tx:
        occasion = replace(_message(one, UNASKED, NOW - SECOND, "broadcast"), form="occasion", sealed_body=None)
        await outbox.put_all(tx, [occasion] * 2000)
        message = await outbox.put(tx, _message(two, UNASKED))

        async def ids(messages: int, occasions: int, busy: tuple[str, ...] = ()) -> list[int]:
            return [row.id for row in await outbox.due_in(tx, NOW, {UNASKED: Room(messages, occasions, busy)})]

        assert await ids(4, 0) == [message]
        assert await ids(4, 2) == [message, 1, 2]
        assert await ids(4, 2, (two,)) == [1, 2]
        assert await ids(4, 2, (one, two)) == []
        assert await outbox.due_in(tx, NOW, {REPLY: Room(9, 9)}) == []


async def test_strangers_are_told_apart_by_their_hash(store: Store) -> None:
    stranger = NewRow(
        lane=REPLY,
        form="message",
        kind="reply",
        due_at=NOW,
        created_at=NOW,
        recipient="hash",
        sealed_address=b"sealed",
        key_id="k",
        sealed_body=b"sealed",
    )
    async with store.transaction() as tx:
        await outbox.put(tx, stranger)
        await outbox.put(tx, replace(stranger, recipient="other"))
        assert [row.recipient for row in await due(tx, NOW, 10, ["other"])] == ["hash"]
        assert await outbox.sweep_strangers(tx, NOW) == 0
        assert await outbox.sweep_strangers(tx, NOW + SECOND) == 2
    with pytest.raises(ValueError, match="recipient"):
        async with store.transaction() as tx:
            await outbox.put(tx, replace(stranger, recipient=None))


@pytest.mark.parametrize("lane", LANES)
async def test_due_and_next_due_walk_the_index(store: Store, lane: int) -> None:
    """Guard: the partial index and its condition written into the statement (`statements.word`)."""
    rooms = {f"{name}{number}": 30 for name in FORMS for number in LANES} | {f"busy{number}": "[]" for number in LANES}
    parameters = {"now": 0} | rooms | dict(outbox._DUE._constants)
    walks = len(LANES) * len(FORMS)
    plan = [
        row[3] for row in await store._connection.execute_fetchall(f"EXPLAIN QUERY PLAN {outbox._DUE.sql}", parameters)
    ]
    assert plan.count("SEARCH row USING INDEX ix_outbox_due (lane=? AND form=? AND due_at<?)") == walks
    assert plan.count("SEARCH earlier USING INDEX ix_outbox_retried (recipient=? AND lane=? AND rowid<?)") == walks
    assert not [step for step in plan if "SCAN row" in step or "B-TREE" in step]
    plan = [row[3] for row in await store._connection.execute_fetchall(f"EXPLAIN QUERY PLAN {outbox._NEXT_DUE.sql}")]
    assert plan.count("SEARCH outbox USING INDEX ix_outbox_due (lane=? AND form=?)") == walks
    assert f"lane = {lane}" in outbox._DUE.sql


async def test_what_was_said_is_gone(store: Store) -> None:
    person_id = await add_person(store)
    async with store.transaction() as tx:
        assert await outbox.next_due(tx) is None
        row_id = await outbox.put(tx, _message(person_id))
        assert (await outbox.get(tx, row_id)) == (await due(tx, NOW, 1))[0]
        assert await outbox.count(tx) == 1
        await outbox.delivered(tx, row_id)
        await outbox.delivered(tx, row_id)
        assert await outbox.get(tx, row_id) is None
        assert await outbox.count(tx) == 0
        following = await outbox.put(tx, _message(person_id))
    assert following > row_id  # an id is never used again: whoever still holds the old one means nothing else


async def test_dropping_wipes_the_words_and_leaves_a_note_for_a_while(store: Store) -> None:
    """Guard: `outbox._wiped`."""
    person_id = await add_person(store)
    dropped_at = NOW + timedelta(hours=1)
    async with store.transaction() as tx:
        row_id = await outbox.put(tx, _message(person_id, ASKED, NOW + timedelta(days=30), "reminder"))
        assert await outbox.drop(tx, row_id, "unreachable", dropped_at)
        assert not await outbox.drop(tx, row_id, "unreachable", dropped_at)
        assert await _due(tx, NOW + timedelta(days=99)) == []
        assert not await outbox.postpone(tx, row_id, NOW, 1)
        (note,) = await outbox.notes(tx)
        assert (note.kind, note.reason, note.due_at) == ("reminder", "unreachable", dropped_at)
    rows = list(await store._connection.execute_fetchall("SELECT sealed_body, sealed_address, key_id FROM outbox"))
    assert rows == [(None, None, None)]
    async with store.transaction() as tx:
        assert await outbox.sweep(tx, dropped_at) == 0
        assert await outbox.sweep(tx, dropped_at + SECOND) == 1
        late = await outbox.put(tx, _message(person_id))
        await outbox.drop(tx, late, "too_late")
        assert (await outbox.notes(tx))[0].due_at == NOW


async def test_all_of_an_unreachable_person_is_dropped_at_once(store: Store) -> None:
    one, two = await add_person(store, 1), await add_person(store, 2)
    async with store.transaction() as tx:
        await outbox.put_all(tx, [_message(one), _message(one, UNASKED), _message(two)])
        assert await outbox.drop_all(tx, one, "unreachable", NOW) == 2
        assert [row.recipient for row in await outbox.waiting(tx)] == [two]


async def test_not_after_is_kept(store: Store) -> None:
    person_id = await add_person(store)
    async with store.transaction() as tx:
        row_id = await outbox.put(tx, replace(_message(person_id), not_after=NOW + SECOND))
        row = await outbox.get(tx, row_id)
    assert row is not None
    assert row.not_after == NOW + SECOND


async def test_taking_back_by_kind_and_subject(store: Store) -> None:
    one, two = await add_person(store, 1), await add_person(store, 2)
    async with store.transaction() as tx:
        for person_id in (one, two):
            for kind, subject in (
                ("reminder", "plan1"),
                ("reminder", "plan2"),
                ("follow_up", "plan1"),
                ("reply", None),
            ):
                await outbox.put(tx, replace(_message(person_id, kind=kind), subject=subject))
        assert [row.kind for row in await outbox.of(tx, one, subject="plan1")] == ["reminder", "follow_up"]
        assert await outbox.cancel(tx, one, "reminder", "plan1") == 1
        assert await outbox.cancel(tx, one, "reminder") == 1
        assert await outbox.cancel(tx, one, subject="plan1") == 1
        assert await outbox.cancel(tx, one) == 1
        assert await outbox.of(tx, one) == []
        assert len(await outbox.of(tx, two)) == 4


async def test_a_stopped_broadcast_is_taken_back_from_everybody(store: Store) -> None:
    people = [await add_person(store, chat) for chat in range(3)]
    rows = [replace(_message(one, UNASKED, kind="broadcast"), subject="b1", form="occasion") for one in people]
    async with store.transaction() as tx:
        await outbox.put_all(tx, [*rows, replace(rows[0], subject="b2"), replace(rows[0], kind="nudge")])
        assert await outbox.left_of_broadcast(tx, "b1")
        assert await outbox.cancel_broadcast(tx, "b1") == 3
        assert not await outbox.left_of_broadcast(tx, "b1")
        assert await outbox.count(tx) == 2


async def test_the_replies_to_somebody_that_still_wait(store: Store) -> None:
    one, two = await add_person(store, 1), await add_person(store, 2)
    async with store.transaction() as tx:
        ids = [await outbox.put(tx, _message(one)) for _ in range(4)]
        await outbox.put(tx, _message(two))
        await outbox.put(tx, _message(one, ASKED))
        await outbox.delivered(tx, ids[0])
        await outbox.drop(tx, ids[1], "refused")
        await outbox.postpone(tx, ids[3], NOW + SECOND, 2)
        assert await outbox.replies(tx, one) == [Unsent(ids[2], 0), Unsent(ids[3], 2)]
    plan = [
        row[3]
        for row in await store._connection.execute_fetchall(f"EXPLAIN QUERY PLAN {outbox.REPLIES.sql}", {"person": one})
    ]
    assert plan == ["SEARCH outbox USING INDEX ix_outbox_person_id (person_id=?)"]


async def test_a_message_without_words_is_refused(store: Store) -> None:
    person_id = await add_person(store)
    with pytest.raises(Exception, match="CHECK"):
        async with store.transaction() as tx:
            await outbox.put(tx, replace(_message(person_id), sealed_body=None))
    async with store.transaction() as tx:
        await outbox.put(tx, replace(_message(person_id), form="occasion", sealed_body=None))
