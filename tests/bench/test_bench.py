"""The bench works: every contestant takes its turns, and what is told has its shape. Nothing here is timed."""

from __future__ import annotations

import cProfile
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from dialogues.language.triage import triage
from dialogues.library import Library
from storage import teams
from storage.files import DATABASE
from storage.store import Store
from tests.bench import seed
from tests.bench.__main__ import machine, told
from tests.bench.contest import PEERS_PYTHON, PEERS_READY, REPETITIONS, Contestant, contestant, interleaved
from tests.bench.durability import durability
from tests.bench.ours.turn import KEY, QUESTIONS, SCRIPT, START, opened
from tests.bench.page import BEGIN, END, PAGE, with_table
from tests.bench.peers.people import WORDS, reply
from tests.bench.peers.stub import ME
from tests.bench.redis import served, server
from tests.bench.rows import Row, Target, against, at_least_times, median_of, not_measured, table
from tests.bench.turns import AIOGRAM, PTB
from tests.bench.where import shares

REQUIRED = os.environ.get("REQUIRE_ALL") == "1"
needs_peers = pytest.mark.skipif(
    not PEERS_READY.exists() and not REQUIRED, reason="THE PEERS ARE NOT HERE: run `make peers` (needs the network)"
)
needs_redis = pytest.mark.skipif(
    shutil.which("redis-server") is None and not REQUIRED, reason="NO REDIS: apt-get install redis-server"
)
TURNS = 3


async def three_turns(one: Contestant) -> None:
    for at_once in (1, TURNS):
        run = await one.run(TURNS, at_once)
        assert run.reply in {reply(WORDS[number][0]) for number in range(TURNS)}
        assert len(run.milliseconds) == TURNS
        assert max(run.milliseconds) / 1e3 <= run.seconds
    assert one.versions


@needs_peers
@pytest.mark.parametrize(
    "words", [("memory",), ("flushed", "{}", "5"), ("split", "{}", "5")], ids=lambda words: words[0]
)
async def test_ptb_takes_its_turns(words: tuple[str, ...], tmp_path: Path) -> None:
    command = [word.format(tmp_path) for word in words]
    async with contestant("ptb", PTB, *command, python=PEERS_PYTHON) as one:
        await three_turns(one)
    assert bool(os.listdir(tmp_path)) == (words[0] != "memory")  # noqa: PTH208  (nobody waits for this disk)


@needs_peers
@pytest.mark.parametrize("kind", ["sqlite", "sqlite-wal"])
async def test_aiogram_on_sqlite_takes_its_turns(kind: str, tmp_path: Path) -> None:
    async with contestant("aiogram", AIOGRAM, kind, tmp_path / "state.db", python=PEERS_PYTHON) as one:
        await three_turns(one)
    assert b"Asked:first" in (tmp_path / "state.db").read_bytes()


@needs_peers
@needs_redis
async def test_aiogram_on_redis_takes_its_turns(tmp_path: Path) -> None:
    command, why = server()
    assert command is not None, why
    async with (
        served(command, tmp_path, "always") as socket,
        contestant("aiogram", AIOGRAM, "redis", socket, python=PEERS_PYTHON) as one,
    ):
        await three_turns(one)
    assert b"Asked:first" in (tmp_path / "always" / "always.aof.1.incr.aof").read_bytes()


async def test_ours_takes_its_turns_and_each_answer_leads_to_the_next_question(tmp_path: Path) -> None:
    async with contestant("ours", "tests.bench.ours.turn", tmp_path, TURNS) as one:
        alone, together = await one.run(TURNS), await one.run(TURNS, TURNS)
    for run in (alone, together):
        assert run.reply.endswith("Wat verandert er voor jou als dat lukt?")
        assert len(run.milliseconds) == TURNS
        assert run.trips > 0
    assert "planning" in alone.reply


@needs_peers
async def test_apscheduler_takes_what_is_due_and_removes_it(tmp_path: Path) -> None:
    command = ("tests.bench.peers.with_apscheduler", tmp_path / "jobs.db", 50)
    async with contestant("apscheduler", *command, python=PEERS_PYTHON) as one:
        run = await one.run(TURNS)
    assert (run.reply, len(run.milliseconds)) == ("30 claimed", TURNS)
    with closing(sqlite3.connect(tmp_path / "jobs.db")) as connection:
        assert connection.execute("SELECT count(*) FROM apscheduler_jobs").fetchone() == (50,)


async def test_ours_takes_what_is_due_and_removes_it(tmp_path: Path) -> None:
    async with contestant("ours", "tests.bench.ours.claim", tmp_path, 1100) as one:
        run = await one.run(TURNS)
    assert (run.reply, len(run.milliseconds)) == ("30 claimed", TURNS)
    with closing(sqlite3.connect(tmp_path / DATABASE)) as connection:
        assert connection.execute("SELECT count(*) FROM outbox").fetchone() == (1100,)


@needs_peers
async def test_a_state_machine_takes_its_steps() -> None:
    command = "tests.bench.peers.with_statemachine"
    async with contestant("python-statemachine", command, python=PEERS_PYTHON) as one:
        run = await one.run(TURNS)
    assert len(run.milliseconds) == TURNS
    assert run.reply.endswith("?")


async def test_our_engine_takes_its_steps() -> None:
    async with contestant("ours", "tests.bench.ours.step") as one:
        run = await one.run(TURNS)
    assert len(run.milliseconds) == TURNS
    assert run.reply.endswith("?")


async def test_people_put_straight_into_the_files_are_answered_as_people_who_joined(
    tmp_path: Path, library: Library
) -> None:
    async with Store.open(tmp_path, KEY) as store, store.transaction() as tx:
        team = await teams.create(tx, "Bench", START)
    seed.people(tmp_path, KEY, bot=ME["id"], chats=[5, 6], team=team, since=START)
    async with opened(tmp_path, library) as ours:
        await ours.pressed(6, f"praat:{SCRIPT}")
        ours.expect(QUESTIONS[0])
        await ours.pressed(7, f"praat:{SCRIPT}")
        with pytest.raises(RuntimeError, match="expected"):
            ours.expect(QUESTIONS[0])  # a stranger


async def test_all_contestants_run_once_in_every_repetition_and_each_time_another_begins() -> None:
    order: list[str] = []

    class Noted(Contestant):
        async def run(self, turns: int, at_once: int = 1):  # type: ignore[no-untyped-def]
            order.append(f"{self.name}{turns}")

    both = [Noted(name, None, {}) for name in "ab"]  # type: ignore[arg-type]
    runs = await interleaved(both, 6, warm_up=1, repetitions=2)
    assert order == ["a1", "b1", "a6", "b6", "b6", "a6"]
    assert {name: len(found) for name, found in runs.items()} == {"a": 2, "b": 2}


def test_a_profile_is_told_by_room_and_a_builtin_counts_for_who_called_it() -> None:
    profile = cProfile.Profile()
    profile.runcall(lambda: [triage(f"ik wil rust {number} " * 30) for number in range(20)])
    found = shares(profile)
    assert found[0]["where"] == "language: triage, matching, reflection"
    assert 99 < sum(each["percent"] for each in found) < 101


@pytest.mark.parametrize(
    ("row", "reached"),
    [
        (Row("x", 4.9, "ms", target=5), True),
        (Row("x", 5.1, "ms", target=Target(5)), False),
        (Row("x", 30, "x/s", target=Target(29, "at least")), True),
        (Row("x", 28, "x/s", target=Target(29, "at least")), False),
        (Row("x", 10, "x/s", target=at_least_times(2), peer="p", peer_value=5), True),
        (Row("x", 9, "x/s", target=at_least_times(2), peer="p", peer_value=5), False),
        (Row("x", 10, "ms", target=Target(2, "at most", "ratio"), peer="p", peer_value=5), True),
        (Row("x", 11, "ms", target=Target(2, "at most", "ratio"), peer="p", peer_value=5), False),
        (Row("x", 10, "x/s", target=at_least_times(2), peer="p"), None),
        (not_measured("x", "ms", "p", "there is none", 5), None),
        (Row("x", 10, "ms"), None),
    ],
)
def test_a_target_is_reached_in_its_own_direction(row: Row, reached: bool | None) -> None:
    assert row.reached is reached


def test_the_ratio_is_the_median_of_the_repetitions_not_the_ratio_of_medians() -> None:
    row = against("x", [10, 20, 90], "p", [10, 10, 30], "x/s", at_least_times(1.5))
    assert (row.value, row.spread, row.peer_value, row.ratio, row.reached) == (20, 80, 10, 2, True)


def test_a_missed_target_and_a_measure_that_was_not_taken_are_loud() -> None:
    rows = [median_of("slow", [6.0, 7.0, 9.0], "ms", 5), not_measured("gone", "ms", "p", "no server", 5)]
    said = table([row.as_json() for row in rows])
    assert "| ≤ 5    | **NO** " in said
    assert "NOT MEASURED: no server" in said
    assert "**NOT MEASURED**" in said


async def test_what_durability_costs_is_measured_in_both_modes(tmp_path: Path) -> None:
    (row,) = await durability(tmp_path, turns=3)
    assert row.value
    assert row.peer_value
    assert len(row.times) == REPETITIONS


def test_bench_json_has_its_shape() -> None:
    rows = [against("turn", [2.0, 4.0], "p", [1.0, 1.0], "x/s", at_least_times(1)), median_of("memory", [1.0], "MB", 2)]
    whole = told(rows, machine())
    assert {"rows", "machine", "versions"} <= set(whole)
    for row in whole["rows"]:
        assert {"name", "value", "unit", "peer", "peer_value", "ratio", "spread", "target", "reached"} <= set(row)
    assert whole["rows"][0]["target"] == "≥ 1 ×"
    assert whole["rows"][1]["reached"] is True
    assert {"cpu", "cores"} <= set(whole["machine"])
    assert {"python", "aanzet", "peers"} <= set(whole["versions"])
    assert whole["versions"]["peers"]["aiogram"].count(".") == 2


def test_the_page_has_a_place_for_the_table_and_keeps_all_else() -> None:
    page = PAGE.read_text(encoding="utf-8")
    profile = [{"where": "the disk", "percent": 61.0}, {"where": "dust", "percent": 0.2}]
    written = with_table(page, told([median_of("memory", [1.0], "MB", 2)], machine(), {"turn": profile}))
    before, _, rest = page.partition(BEGIN)
    assert written.startswith(before)
    assert written.endswith(rest.partition(END)[2])
    assert "| memory |" in written
    assert "| the disk | 61 |" in written
    assert "dust" not in written
    with pytest.raises(ValueError, match="needs the lines"):
        with_table("no marks", told([], machine()))
