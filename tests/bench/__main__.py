"""`make bench`: measures, prints a table and writes build/bench.json. Run it on a quiet machine."""

from __future__ import annotations

import asyncio
import json
import os
import platform
import sys
import tempfile
from importlib import metadata
from pathlib import Path

from bot import logs
from bot.clock import SystemClock
from tests.bench.processes import processes
from tests.bench.rows import Row, table
from tests.bench.turns import engine, turns

OUTPUT = Path("build") / "bench.json"
PACKAGES = ("aanzet", "aiosqlite", "pydantic", "python-telegram-bot", "sqlalchemy", "starlette", "uvicorn")


def machine() -> dict[str, object]:
    """What it was measured on."""
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


def main() -> int:
    """Measure everything."""
    logs.configure("ERROR")
    OUTPUT.parent.mkdir(exist_ok=True)
    load = os.getloadavg()[0]
    if load > (os.cpu_count() or 1) / 2:
        sys.stderr.write(f"The machine is busy (load {load:.1f}): the figures will be too high.\n")
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(dir=OUTPUT.parent, prefix="bench-") as made:
        directory = Path(made)
        rows += asyncio.run(processes(directory.resolve()))
        rows += asyncio.run(turns(directory))
        rows += engine()
    sys.stdout.write(table(rows) + "\n")
    told = {
        "measured": SystemClock().now().isoformat(timespec="seconds"),
        "machine": machine(),
        "versions": {
            "python": platform.python_version(),
            **{package: metadata.version(package) for package in PACKAGES},
        },
        "rows": [row.as_json() for row in rows],
    }
    OUTPUT.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")
    sys.stdout.write(f"Written to {OUTPUT}.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
