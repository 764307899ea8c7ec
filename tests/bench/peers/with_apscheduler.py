"""APScheduler's SQLAlchemyJobStore on SQLite: thirty jobs that are due, found among very many that wait for later.

python -m tests.bench.peers.with_apscheduler FILE WAITING

What is timed is `get_due_jobs`, with which the scheduler takes them; then each is removed, as after a single run. The whole
has both. The table is filled directly, with rows as `add_job` makes them: one by one, a million would take half an hour.
"""

from __future__ import annotations

import asyncio
import pickle
import sqlite3
import sys
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta

from apscheduler.job import Job
from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.date import DateTrigger

from tests.bench.peers.protocol import Run, serve

DUE = 30
START = datetime(2026, 11, 23, 9, tzinfo=UTC)


def remind(person: str) -> None:
    """What a job would do."""


def job(scheduler: BackgroundScheduler, number: int, at: datetime) -> Job:
    """A reminder for one person, once."""
    return Job(
        scheduler,
        id=f"{number:032x}",
        func=remind,
        args=(f"{number:032x}",),
        kwargs={},
        trigger=DateTrigger(at, timezone=UTC),
        executor="default",
        misfire_grace_time=None,
        coalesce=True,
        name="remind",
        max_instances=1,
        next_run_time=at,
    )


def filled(path: str, scheduler: BackgroundScheduler, waiting: int) -> None:
    """So many jobs that wait for later, a second after each other."""
    state = pickle.dumps(job(scheduler, 0, START).__getstate__(), pickle.HIGHEST_PROTOCOL)
    first = (START + timedelta(days=1)).timestamp()
    rows = ((f"w{number:031x}", first + number, state) for number in range(waiting))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executemany("INSERT INTO apscheduler_jobs (id, next_run_time, job_state) VALUES (?, ?, ?)", rows)


async def main(path: str, waiting: int) -> None:
    scheduler = BackgroundScheduler(timezone=UTC)
    store = SQLAlchemyJobStore(url=f"sqlite:///{path}")
    store.start(scheduler, "default")
    filled(path, scheduler, waiting)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")  # as ours; it stays with the file. FULL is the driver's default
    number = 0

    async def claims(count: int, _at_once: int) -> Run:
        nonlocal number
        times, whole = [], 0.0
        for _ in range(count):
            for _ in range(DUE):
                number += 1
                store.add_job(job(scheduler, number, START))
            began = time.perf_counter()
            due = store.get_due_jobs(START)
            times.append((time.perf_counter() - began) * 1e3)
            if len(due) != DUE:
                raise RuntimeError(f"{len(due)} jobs were claimed")
            for each in due:
                store.remove_job(each.id)
            whole += time.perf_counter() - began
        return Run(whole, times, f"{len(due)} claimed")

    try:
        await serve(claims, "apscheduler", "sqlalchemy")
    finally:
        store.shutdown()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2])))
