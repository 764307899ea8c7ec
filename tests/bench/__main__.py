"""`make bench`: measures, prints a table and writes build/bench.json. Run it on a quiet machine.

make bench ARGS="--only turn"     one part; written to build/bench-turn.json, so that the whole stays one run
make bench ARGS="--write-doc"     measures nothing: puts the last run's table into docs/performance.md
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import platform
import sys
import tempfile
from collections.abc import Awaitable, Callable, Mapping, Sequence
from importlib import metadata
from pathlib import Path
from typing import Any

from bot import logs
from bot.clock import SystemClock
from tests.bench.broadcast import broadcast
from tests.bench.claims import claims
from tests.bench.contest import PEERS_READY, ROOT
from tests.bench.durability import durability
from tests.bench.engine import engine
from tests.bench.language import language
from tests.bench.memory import memory
from tests.bench.page import write_page
from tests.bench.processes import processes
from tests.bench.rows import Row, table
from tests.bench.turns import turns
from tests.bench.where import PROFILES, shares

OUTPUT = ROOT / "build"
PACKAGES = ("aanzet", "aiosqlite", "pydantic", "python-telegram-bot", "sqlalchemy", "starlette", "uvicorn")

Part = Callable[[Path], Awaitable[list[Row]]]


PARTS: Mapping[str, Part] = {
    "turn": turns,
    "engine": engine,
    "durability": durability,
    "claim": claims,
    "broadcast": broadcast,
    "language": language,
    "process": processes,
    "memory": memory,
}
"""Each is given a directory of its own on the disk that is measured, and gives its rows."""


def machine() -> dict[str, object]:
    """What it is measured on. `load`: how much else it does before anything is measured."""
    return {
        "cpu": _cpu(),
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 2),
        "system": platform.system(),
        "release": platform.release(),
        "architecture": platform.machine(),
    }


def _cpu() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), "unknown")


def versions() -> dict[str, object]:
    """Ours and, by their own lock, the peers'."""
    ours = {package: metadata.version(package) for package in PACKAGES}
    return {"python": platform.python_version(), **ours, "peers": _peers()}


def _peers() -> dict[str, str]:
    lines = (ROOT / "requirements" / "peers.lock").read_text(encoding="utf-8").splitlines()
    pinned = (line.split(";")[0].strip(" \\").split("==") for line in lines if "==" in line and line[0].isalnum())
    return {name: version.strip() for name, version in pinned}


def told(
    rows: Sequence[Row], found_on: dict[str, object], profiles: Mapping[str, Sequence[dict[str, Any]]] | None = None
) -> dict[str, Any]:
    """What bench.json holds. `profiles`: where the time of a durable turn and of the engine goes."""
    return {
        "rows": [row.as_json() for row in rows],
        "profiles": dict(profiles or {}),
        "machine": found_on,
        "versions": versions(),
        "measured": SystemClock().now().isoformat(timespec="seconds"),
    }


def main(words: Sequence[str] | None = None) -> int:
    """Measure what is asked."""
    parser = argparse.ArgumentParser(prog="make bench", description="Measures, and says where a target is missed.")
    parser.add_argument("--only", choices=sorted(PARTS), help="one part")
    parser.add_argument("--write-doc", action="store_true", help="measure nothing; put the last table into the page")
    asked = parser.parse_args(words)
    if asked.write_doc:
        return write_page(OUTPUT / "bench.json")
    if not PEERS_READY.exists():
        sys.stderr.write("The peers are not here. `make bench` installs them, or: make peers\n")
        return 1
    logs.configure("ERROR")
    OUTPUT.mkdir(exist_ok=True)
    found_on = machine()
    load = os.getloadavg()[0]
    if load > (os.cpu_count() or 1) / 2:
        sys.stderr.write(f"The machine is busy (load {load:.1f}): the figures will be too high.\n")
    rows: list[Row] = []
    for name in [asked.only] if asked.only else PARTS:
        sys.stderr.write(f"Measuring: {name} ...\n")
        with tempfile.TemporaryDirectory(dir=OUTPUT, prefix=f"{name}-") as made:
            rows += asyncio.run(_measured(PARTS[name], Path(made).resolve()))
    profiles: dict[str, list[dict[str, Any]]] = {}
    for name in [name for name in PROFILES if asked.only in (None, name)]:
        sys.stderr.write(f"Looking where the time goes: {name} ...\n")
        with tempfile.TemporaryDirectory(dir=OUTPUT, prefix="where-") as made:
            profiles[name] = shares(PROFILES[name](Path(made).resolve()))
    found_on["load_after"] = round(os.getloadavg()[0], 2)
    whole = told(rows, found_on, profiles)
    sys.stdout.write(table(whole["rows"]) + "\n")
    for row in whole["rows"]:
        if row["reached"] is False:
            against = f", against {row['peer']}" if row["peer"] else ""
            sys.stdout.write(f"NOT REACHED: {row['name']}{against}\n")
    output = OUTPUT / (f"bench-{asked.only}.json" if asked.only else "bench.json")
    output.write_text(json.dumps(whole, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    sys.stdout.write(f"Written to {output.relative_to(ROOT)}.\n")
    return 0


async def _measured(part: Part, directory: Path) -> list[Row]:
    return await part(directory)


if __name__ == "__main__":
    sys.exit(main())
