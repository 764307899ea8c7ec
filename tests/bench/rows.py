"""What a measurement gives, and how it is told. No measurement stands alone: spread, peer and target come with it."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True)
class Target:
    """What is to be reached: a limit for our value, or for the ratio of our value to the peer's."""

    limit: float
    side: Literal["at most", "at least"] = "at most"
    of: Literal["value", "ratio"] = "value"

    def __str__(self) -> str:
        sign = "≤" if self.side == "at most" else "≥"
        return f"{sign} {self.limit:g}{' ×' if self.of == 'ratio' else ''}"


def at_least_times(limit: float) -> Target:
    """So many times the peer's value, or more: for what is better when it is higher."""
    return Target(limit, "at least", "ratio")


@dataclass(frozen=True)
class Row:
    """One measure, against one peer or none.

    `value` is the median of the repetitions, `spread` the largest minus the smallest; `peer_value` likewise. `times` is the
    ratio of each repetition, ours to the peer's, measured right after each other: their median is the `ratio`. `note` says
    what a reader must know, above all why something was not measured. A bare number as `target` is a limit not to exceed.
    """

    name: str
    value: float | None
    unit: str
    spread: float = 0.0
    target: Target | float | None = None
    peer: str | None = None
    peer_value: float | None = None
    times: tuple[float, ...] = ()
    note: str = ""

    @property
    def goal(self) -> Target | None:
        return Target(self.target) if isinstance(self.target, int | float) else self.target

    @property
    def ratio(self) -> float | None:
        if self.times:
            return statistics.median(self.times)
        return self.value / self.peer_value if self.value is not None and self.peer_value else None

    @property
    def reached(self) -> bool | None:
        """None where there is no target, or nothing was measured that it speaks about."""
        goal = self.goal
        if goal is None:
            return None
        found = self.value if goal.of == "value" else self.ratio
        if found is None:
            return None
        return found <= goal.limit if goal.side == "at most" else found >= goal.limit

    def as_json(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "value": _rounded(self.value),
            "unit": self.unit,
            "peer": self.peer,
            "peer_value": _rounded(self.peer_value),
            "ratio": _rounded(self.ratio),
            "spread": _rounded(self.spread),
            "target": str(self.goal) if self.goal else None,
            "reached": self.reached,
            "ratios": [_rounded(each) for each in self.times],
            "note": self.note,
        }


def _rounded(value: float | None) -> float | None:
    return None if value is None else float(f"{value:.4g}")


def median_of(name: str, values: Sequence[float], unit: str, target: Target | float | None = None) -> Row:
    """The median of repetitions, with their spread."""
    return Row(name, statistics.median(values), unit, spread=max(values) - min(values), target=target)


def against(
    name: str,
    ours: Sequence[float],
    peer: str,
    theirs: Sequence[float],
    unit: str,
    target: Target | float | None = None,
    note: str = "",
) -> Row:
    """Repetitions of ours and of a peer, interleaved: the first of ours stands beside the first of theirs."""
    return Row(
        name,
        statistics.median(ours),
        unit,
        spread=max(ours) - min(ours),
        target=target,
        peer=peer,
        peer_value=statistics.median(theirs),
        times=tuple(mine / other for mine, other in zip(ours, theirs, strict=True)),
        note=note,
    )


def not_measured(name: str, unit: str, peer: str | None, why: str, target: Target | float | None = None) -> Row:
    """A row that could not be measured here, and says so."""
    return Row(name, None, unit, peer=peer, target=target, note=f"NOT MEASURED: {why}")


def percentile(values: Sequence[float], part: float) -> float:
    """The value that `part` of all values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


HEADINGS = ("what", "ours", "spread", "unit", "peer", "peer's", "ratio", "target", "reached")


def cells(row: dict[str, Any]) -> tuple[str, ...]:
    """A row of bench.json, in words."""
    ratios = row["ratios"]
    ratio = _short(row["ratio"]) + (f" ({_short(min(ratios))}-{_short(max(ratios))})" if ratios else "")
    reached = {True: "yes", False: "**NO**", None: "" if row["target"] is None else "**NOT MEASURED**"}[row["reached"]]
    return (
        row["name"] + (f": {row['note']}" if row["note"] else ""),
        _short(row["value"]),
        _short(row["spread"]) if row["spread"] else "",
        row["unit"],
        row["peer"] or "",
        _short(row["peer_value"]),
        ratio,
        row["target"] or "",
        reached,
    )


def _short(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def table(rows: Sequence[dict[str, Any]]) -> str:
    """Rows of bench.json for people, as a table in Markdown that can be read as it stands."""
    lines = [HEADINGS, *(cells(row) for row in rows)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(HEADINGS))]
    told = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |" for line in lines
    ]
    told.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(told)
