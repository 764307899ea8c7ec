"""Where the time of a durable turn goes, by room: a profile, for whoever wants to make it shorter.

python -m tests.bench.where        the rooms, and the thirty functions that take most

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
from pathlib import Path
from typing import Any

from bot import logs
from bot.services.settling import ACTS
from dialogues.load import load
from tests.bench.contest import ROOT
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
WAITING, BUILT_IN = "waiting for the database's thread and the disk", "Python's own built-ins and library"
_Function = tuple[str, int, str]


def room(function: _Function) -> str:
    """Whose a function is."""
    path, _, name = function
    if name.startswith("<method 'poll' of 'select"):
        return WAITING
    parts = f"/{Path(path).relative_to(ROOT)}" if path.startswith(f"{ROOT}/") and "site-packages" not in path else path
    parts = parts.rpartition("site-packages")[2]
    found = (
        told
        for place, told in ROOMS
        if parts.startswith(f"/{place}/") or (f"/{place}/" in parts and place == "asyncio")
    )
    return next(found, BUILT_IN)


def profiled(directory: Path) -> cProfile.Profile:
    """The profile of one repetition, everybody's three answers; joining is not in it."""
    library = load(acts=ACTS)
    asyncio.run(joined(directory, library, PEOPLE))
    profile = cProfile.Profile()
    profile.runcall(asyncio.run, measured(directory, library, TURNS, 1))
    return profile


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


def main() -> int:
    """Print it."""
    logs.configure("ERROR")
    build = ROOT / "build"  # the disk that is measured, not a memory disk under /tmp
    build.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=build, prefix="where-") as made:
        profile = profiled(Path(made) / "data")
    for each in shares(profile):
        sys.stdout.write(f"{each['percent']:5.1f} %  {each['where']}\n")
    pstats.Stats(profile, stream=sys.stdout).sort_stats("tottime").print_stats(30)
    return 0


if __name__ == "__main__":
    sys.exit(main())
