"""How the bench talks with a contestant, ours or a peer: a line of JSON asks for so many turns, a line tells how they went.

    contestant → {"ready": {"aiogram": "3.31.0", …}}
    bench      → {"turns": 600, "at_once": 1}
    contestant → {"seconds": 1.234, "milliseconds": [1.9, …], "reply": "the last reply's words"}

The end of the input ends the contestant. Standard library only: peers run it in an environment without ours.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass
from importlib import metadata


@dataclass(frozen=True)
class Run:
    """How some turns went.

    `seconds` is the whole, until everything was done and kept; `milliseconds` each turn by itself; `reply` the last words
    said; `trips` how often something went to the thread of the database, where that is known.
    """

    seconds: float
    milliseconds: list[float]
    reply: str
    trips: int = 0


async def serve(turns: Callable[[int, int], Awaitable[Run]], *packages: str) -> None:
    """Do what is asked until the input ends.

    `turns` is given how many, and how many come at once; who takes one at a time by nature does so. `packages` are named
    with their versions.
    """
    # what a library prints must not become an answer
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    with answers:
        _say(answers.write, {"ready": {package: metadata.version(package) for package in packages}})
        answers.flush()
        while line := await asyncio.to_thread(sys.stdin.readline):
            asked = json.loads(line)
            _say(answers.write, asdict(await turns(asked["turns"], asked["at_once"])))
            answers.flush()


def _say(write: Callable[[str], int], told: object) -> None:
    write(json.dumps(told) + "\n")
