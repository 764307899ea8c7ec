"""Runs `aanzet` with a watch within, for tests in which the simulator is part of the command's own process.

python tests/spec/within.py REPORT demo --port 0

Every call is checked as it comes in and written to REPORT, a line each, which `Watch.read` adds to the run's own sum.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path


def main() -> None:
    """Look on, then become the command."""
    root = Path(__file__).resolve().parents[2]
    sys.path[0] = str(root)
    from bot import cli
    from bot.simulator import Simulator
    from tests.spec.published import Published
    from tests.spec.watch import Watch

    report, words = Path(sys.argv[1]), sys.argv[2:]

    class Reporting(Watch):
        """Writes down instead of remembering."""

        def note(self, method: str, wrong: list[str], *, calls: int = 1) -> None:
            with report.open("a", encoding="utf-8") as file:
                file.write(json.dumps({"method": method, "wrong": wrong, "calls": calls}) + "\n")

    Simulator.watchers.append(Reporting(Published.read()))
    sys.argv = ["aanzet", *words]
    cli.main()


if __name__ == "__main__":
    main()
