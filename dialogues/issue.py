"""A mistake in content: where, what, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal


@dataclass(frozen=True, slots=True, order=True)
class Where:
    """A place in a file; lines and columns count from 1."""

    file: Path
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Issue:
    """One mistake or warning. `code` never changes its meaning; its first letter says which of the two it is."""

    where: Where
    code: str
    what: str
    remedy: str

    @property
    def severity(self) -> Literal["error", "warning"]:
        """An error keeps content from being right; a warning asks for another look, or for a reason."""
        return "warning" if self.code.startswith("W") else "error"

    def __str__(self) -> str:
        return f"{self.where}: {self.code} {self.what}\n    → {self.remedy}"


class ContentError(Exception):
    """Content that cannot be used, with every mistake found."""

    def __init__(self, issues: list[Issue]) -> None:
        self.issues = sorted(issues)
        super().__init__("\n".join(str(issue) for issue in self.issues))
