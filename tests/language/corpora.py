"""Reads the corpora beside it. Rows are tab-separated; a line that begins with # is a remark."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent / "corpus"


def rows(name: str, width: int, absent: str = "") -> list[list[str]]:
    """The rows of a corpus, each filled up with `absent` cells to `width`."""
    found = []
    for line in (HERE / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            cells = line.split("\t")
            found.append(cells + [absent] * (width - len(cells)))
    assert found, f"the corpus {name} is empty"
    return found
