"""Check-ins and broadcasts: counted once, released once, ended once."""

import random
from datetime import timedelta

import pytest

from storage import broadcasts, checkins, figures, teams
from storage.errors import Conflict, Missing
from storage.figures import Counts, Question, Release, Withheld
from storage.store import Store
from storage.transaction import Transaction
from tests.storage.filled import NOW, add_person

CLOSES = NOW + timedelta(days=7)


async def _open(tx: Transaction) -> str:
    team_id = await teams.create(tx, "Wijkteam", NOW)
    return await checkins.open(tx, team_id=team_id, script="korte_vragen", opened_by="lead", now=NOW, closes_at=CLOSES)


async def test_a_person_answers_once_and_the_last_answer_counts(store: Store) -> None:
    one, two = await add_person(store, 1), await add_person(store, 2)
    async with store.transaction() as tx:
        checkin_id = await _open(tx)
        assert await checkins.answer(tx, checkin_id, one, b"first", NOW)
        assert await checkins.answer(tx, checkin_id, one, b"second", NOW)
        assert await checkins.answer(tx, checkin_id, two, b"other", NOW)
        assert {row.sealed_answers for row in await checkins.answers(tx, checkin_id)} == {b"second", b"other"}
        assert [row.sealed_answers for row in await checkins.answers_of(tx, one)] == [b"second"]


async def test_nobody_answers_what_is_closed(store: Store) -> None:
    """Guard: `checkins._still_open`."""
    person_id = await add_person(store)
    async with store.transaction() as tx:
        late, cancelled, released = [await _open(tx) for _ in range(3)]
        assert await checkins.cancel(tx, cancelled)
        assert not await checkins.cancel(tx, cancelled)
        await checkins.release(tx, released, Withheld("too_few"))
        assert not await checkins.answer(tx, late, person_id, b"x", CLOSES)
        assert not await checkins.answer(tx, cancelled, person_id, b"x", NOW)
        assert not await checkins.answer(tx, released, person_id, b"x", NOW)
        assert not await checkins.answer(tx, "nothing", person_id, b"x", NOW)
        assert [row.id for row in await checkins.still_open(tx)] == [late]


async def test_figures_are_released_once_and_asked_again_give_the_same(store: Store) -> None:
    """Guard: the state in `checkins._RELEASE`. Rounded anew each time, the average would tell the true counts."""
    answers = [{"druk": score} for score in (3, 4, 4, 6, 7, 7, 8, 9, 9, 10, 10)]
    async with store.transaction() as tx:
        checkin_id = await _open(tx)
        outcomes = []
        for seed in range(20):
            outcome = figures.release(answers, [Question("druk")], minimum=10, rng=random.Random(seed))
            outcomes.append(outcome)
            assert await checkins.release(tx, checkin_id, outcome) == outcomes[0]
        assert len({str(outcome) for outcome in outcomes}) > 1  # they would have differed
        row = await checkins.get(tx, checkin_id)
        assert row is not None
        assert (row.state, row.outcome) == ("released", outcomes[0])
        assert await checkins.of_team(tx, row.team_id) == [row]
        with pytest.raises(Missing):
            await checkins.release(tx, "nothing", outcomes[0])
        cancelled = await _open(tx)
        await checkins.cancel(tx, cancelled)
        with pytest.raises(Conflict):
            await checkins.release(tx, cancelled, outcomes[0])


@pytest.mark.parametrize(
    "outcome",
    [
        Withheld("too_few"),
        Release("10-14", {"a": Counts(3, 0, 9), "b": Withheld("unanimous"), "c": Withheld("too_few")}),
    ],
)
def test_an_outcome_comes_back_as_it_was_stored(outcome: figures.Outcome) -> None:
    assert figures.from_json(figures.to_json(outcome)) == outcome


async def _draft(tx: Transaction) -> str:
    return await broadcasts.draft(
        tx, team_id=None, text="Het is weer tijd.", script="wat_wil_je", author_id="hr", now=NOW, due_at=CLOSES
    )


async def test_a_broadcast_starts_and_ends_once(store: Store) -> None:
    async with store.transaction() as tx:
        one, two, three = [await _draft(tx) for _ in range(3)]
        assert await broadcasts.start(tx, one, 800)
        assert not await broadcasts.start(tx, one, 800)
        assert not await broadcasts.finish(tx, two)
        assert await broadcasts.finish(tx, one)
        assert not await broadcasts.stop(tx, one)
        assert await broadcasts.stop(tx, two)
        assert not await broadcasts.start(tx, two, 800)
        assert [row.id for row in await broadcasts.in_state(tx, "draft", "running")] == [three]
        assert {row.id for row in await broadcasts.in_state(tx, "stopped", "finished")} == {one, two}


async def test_a_broadcast_counts(store: Store) -> None:
    async with store.transaction() as tx:
        broadcast_id = await _draft(tx)
        await broadcasts.start(tx, broadcast_id, 3)
        await broadcasts.count(tx, broadcast_id, sent=2)
        row = await broadcasts.count(tx, broadcast_id, dropped=1)
        assert (row.audience, row.sent, row.dropped, row.text, row.due_at) == (3, 2, 1, "Het is weer tijd.", CLOSES)
        assert row == await broadcasts.get(tx, broadcast_id)
        with pytest.raises(Missing):
            await broadcasts.count(tx, "nothing")
