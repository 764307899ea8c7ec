"""What a measurement gives, and how it is told. No measurement stands alone: spread and target come with it."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Row:
    """`spread`: the largest minus the smallest repetition. `peer`: another program measured the same way, in a later issue."""

    name: str
    value: float
    unit: str
    spread: float = 0.0
    target: float | None = None
    peer: str | None = None
    peer_value: float | None = None

    @property
    def ratio(self) -> float | None:
        return self.value / self.peer_value if self.peer_value else None

    @property
    def reached(self) -> bool | None:
        return None if self.target is None else self.value <= self.target

    def as_json(self) -> dict[str, Any]:
        rounded = {key: round(value, 4) if isinstance(value, float) else value for key, value in asdict(self).items()}
        return rounded | {"ratio": self.ratio, "reached": self.reached}


def median_of(name: str, values: Sequence[float], unit: str, target: float | None = None) -> Row:
    """The median of repetitions, with their spread."""
    return Row(name, statistics.median(values), unit, spread=max(values) - min(values), target=target)


def percentile(values: Sequence[float], part: float) -> float:
    """The value that `part` of all values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def table(rows: Sequence[Row]) -> str:
    """For people."""
    lines = [f"{'what':44} {'value':>10} {'unit':10} {'spread':>9} {'target':>8}"]
    for row in rows:
        target = "" if row.target is None else f"{row.target:g} {'ok' if row.reached else 'NOT REACHED'}"
        lines.append(f"{row.name:44} {row.value:10.3f} {row.unit:10} {row.spread:9.3f} {target:>8}")
    return "\n".join(lines)
