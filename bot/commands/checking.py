"""The command `check`: tells every mistake in the content. It needs no token, no key and no data."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from bot.commands.authors import library
from dialogues.issue import ContentError, Issue
from dialogues.library import BASE, Library

Say = Callable[[str], None]


def check(own: Path | None, say: Say, *, as_json: bool = False) -> bool:
    """Tell every mistake; True when there are none."""
    issues: list[Issue] = []
    found = ""
    try:
        found = _counted(library(own))
    except ContentError as error:
        issues = error.issues
    errors = sum(issue.severity == "error" for issue in issues)
    if as_json:
        listed = [
            {
                "file": str(issue.where.file),
                "line": issue.where.line,
                "column": issue.where.column,
                "code": issue.code,
                "what": issue.what,
                "remedy": issue.remedy,
                "severity": issue.severity,
            }
            for issue in issues
        ]
        say(json.dumps({"ok": not errors, "issues": listed}, ensure_ascii=False, indent=2))
    else:
        for issue in issues:
            say(str(issue))
        say(f"{errors} mistake{'s' * (errors != 1)}." if errors else f"No mistakes in {found}.")
    return not errors


def _counted(content: Library) -> str:
    return (
        f"{len(content.scripts[BASE])} conversations, {len(content.nudges)} nudges, {len(content.stories)} stories,"
        f" {len(content.phrases(BASE))} phrases, {len(content.contacts)} contacts"
    )
