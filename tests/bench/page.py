"""Puts the table of a run into docs/performance.md, between its two marks, so that the page says what was measured."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from tests.bench.contest import ROOT
from tests.bench.rows import table

PAGE = ROOT / "docs" / "performance.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"


def measured(whole: dict[str, Any]) -> str:
    """The part of the page that a run writes."""
    machine, versions = whole["machine"], whole["versions"]
    peers = versions["peers"]
    named = ("aiogram", "aiogram-sqlite-storage", "apscheduler", "python-statemachine", "python-telegram-bot", "redis")
    what = ", ".join(f"{name} {peers[name]}" for name in named if name in peers)
    load = f"load {machine['load']} before it began and {machine.get('load_after', '?')} at its end"
    return (
        f"Measured on {whole['measured'][:10]}: {machine['cpu']}, {machine['cores']} cores, {load}, {machine['system']} "
        f"{machine['release']}, Python {versions['python']}. Peers: {what}.\n\n"
        f"{table(whole['rows'])}\n" + _where(whole)
    )


def _where(whole: dict[str, Any]) -> str:
    """Where the time goes; what takes less than one in a hundred is left out."""
    told = ""
    for name, profile in whole["profiles"].items():
        lines = "\n".join(f"| {each['where']} | {each['percent']:g} |" for each in profile if each["percent"] >= 1)
        told += f"\nWhere the time of the row *{name}* goes, by a profile (shares, not milliseconds):\n\n"
        told += f"| where | % |\n|---|---|\n{lines}\n"
    return told


def with_table(page: str, whole: dict[str, Any]) -> str:
    """The page with what stands between its marks replaced.

    Raises: ValueError when a mark is missing.
    """
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{PAGE.name} needs the lines {BEGIN} and {END}")
    return f"{before}{BEGIN}\n{measured(whole)}{END}{after}"


def write_page(source: Path) -> int:
    """Write it; 1 when nothing was measured yet."""
    if not source.exists():
        sys.stderr.write(f"{source} is not there yet: run `make bench` first.\n")
        return 1
    whole = json.loads(source.read_text(encoding="utf-8"))
    PAGE.write_text(with_table(PAGE.read_text(encoding="utf-8"), whole), encoding="utf-8")
    sys.stdout.write(f"Written to {PAGE.relative_to(ROOT)}.\n")
    return 0
