"""Where the time of a durable turn and of a step of the engine goes, by room: for whoever wants to make it shorter.

python -m tests.bench.where turn      the rooms, and the thirty functions that take most
python -m tests.bench.where engine

A profile slows every call a little, so it tells shares, not milliseconds. Waiting is the time in which the event loop had
nothing to do: the database's thread and the disk were at work.
"""

from __future__ import annotations

import asyncio
import cProfile
import pstats
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from bot import logs
from bot.services.settling import ACTS
from dialogues.load import load
from tests.bench.contest import ROOT
from tests.bench.ours.step import Steps
from tests.bench.ours.turn import joined, measured
from tests.bench.peers.people import PEOPLE, TURNS

ROOMS = (
    ("dialogues/language", "language: triage, matching, reflection"),
    ("dialogues", "dialogues: engine and rendering"),
    ("bot/services", "bot: services"),
    ("bot/delivery", "bot: delivery"),
    ("bot/telegram", "bot: Telegram's edge"),
    ("bot", "bot: the rest"),
    ("storage", "storage, with sealing"),
    ("tests", "the bench itself"),
    ("telegram", "python-telegram-bot"),
    ("aiosqlite", "aiosqlite: the hop to the database's thread"),
    ("asyncio", "asyncio"),
    ("jinja2", "Jinja2"),
    ("pydantic", "Pydantic"),
    ("structlog", "structlog"),
)
STEPS = 2000
WAITING, BUILT_IN = "waiting for the database's thread and the disk", "Python's own built-ins and library"
_Function = tuple[str, int, str]


def room(function: _Function) -> str:
    """Whose a function is."""
    path, _, name = function
    if name.startswith("<method 'poll' of 'select"):
        return WAITING
    if path == "<template>":
        return "Jinja2"
    parts = f"/{Path(path).relative_to(ROOT)}" if path.startswith(f"{ROOT}/") and "site-packages" not in path else path
    parts = parts.rpartition("site-packages")[2]
    found = (
        told
        for place, told in ROOMS
        if parts.startswith(f"/{place}/") or (f"/{place}/" in parts and place == "asyncio")
    )
    return next(found, BUILT_IN)


def turn(directory: Path) -> cProfile.Profile:
    """One repetition of the durable turn, everybody's three answers; joining is not in it."""
    library, data = load(acts=ACTS), directory / "data"
    asyncio.run(joined(data, library, PEOPLE))
    profile = cProfile.Profile()
    profile.runcall(asyncio.run, measured(data, library, TURNS, 1))
    return profile


def engine(_directory: Path) -> cProfile.Profile:
    """Steps of the engine alone."""
    steps = Steps()
    steps.take(100, seed=0)
    profile = cProfile.Profile()
    profile.runcall(steps.take, STEPS, seed=1)
    return profile


PROFILES: Mapping[str, Callable[[Path], cProfile.Profile]] = {"turn": turn, "engine": engine}


def shares(profile: cProfile.Profile) -> list[dict[str, Any]]:
    """Each room's part of the whole in percent, the largest first. A built-in counts for the room that called it."""
    spent: Counter[str] = Counter()
    stats: dict[_Function, Any] = pstats.Stats(profile).stats  # type: ignore[attr-defined]
    for function, (_, _, own, _, callers) in stats.items():
        mine = room(function)
        if mine != BUILT_IN or not callers:
            spent[mine] += own
            continue
        for caller, (_, _, part, _) in callers.items():
            spent[room(caller)] += part
    whole = sum(spent.values())
    return [{"where": where, "percent": round(100 * part / whole, 1)} for where, part in spent.most_common()]


def main(what: str) -> int:
    """Print it."""
    logs.configure("ERROR")
    build = ROOT / "build"  # the disk that is measured, not a memory disk under /tmp
    build.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=build, prefix="where-") as made:
        profile = PROFILES[what](Path(made))
    for each in shares(profile):
        sys.stdout.write(f"{each['percent']:5.1f} %  {each['where']}\n")
    pstats.Stats(profile, stream=sys.stdout).sort_stats("tottime").print_stats(30)
    return 0


if __name__ == "__main__":
    if sys.argv[1:] not in [[name] for name in PROFILES]:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
