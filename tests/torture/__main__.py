"""`make torture`: the long ordeal, 200 kills unless another number is given, and what was left."""

from __future__ import annotations

import asyncio
import random
import sys
import tempfile
from pathlib import Path

from tests.torture.nursery import nursery
from tests.torture.ordeal import Report, ordeal, plan

KILLS = 200


def main() -> int:
    """Run and tell. 1 when it does not balance."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else KILLS
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.SystemRandom().randrange(10**6)
    print(f"{count} kills, seed {seed} …", flush=True)  # noqa: T201
    with tempfile.TemporaryDirectory() as directory:
        report = asyncio.run(_ordeal(Path(directory), count, seed))
    print(report)  # noqa: T201
    return 1 if report.findings else 0


async def _ordeal(directory: Path, count: int, seed: int) -> Report:
    async with nursery() as births:
        return await ordeal(births, directory, plan(count, random.Random(seed)), seed=seed)


if __name__ == "__main__":
    sys.exit(main())
