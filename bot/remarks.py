"""What `aanzet check` would say about files that were just changed and are in use: told calmly, a few at a time."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from bot.services.acts import ACT_NAMES
from dialogues.issue import Issue

MOST = 3
"""Remarks at a time; `aanzet check` tells all."""


def remarks(directories: Sequence[Path], changed: Collection[Path]) -> list[Issue]:
    """The first few findings in these files, mistakes of style first. It takes a second or two."""
    from dialogues.check.report import examine  # the checker is large, and only who changes a file needs it

    found = [issue for issue in examine(directories, acts=ACT_NAMES).issues if issue.where.file in changed]
    return sorted(found, key=lambda issue: (issue.severity != "error", issue))[:MOST]
