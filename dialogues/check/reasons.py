"""Reasons in a file that let a warning stay: `W402` for the whole of it, `W402.stap` for one step, phrase or text.

A reason nobody needs any more is a warning itself (W191), and so is one that is none: for an error, without words (W192).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from dialogues.issue import Issue
from dialogues.source import Path_, Source

_KEY = re.compile(r"(W\d{3})(?:\.([a-z][a-z0-9_]*))?$")


class Reasons:
    """The reasons of one script, nudge, story or file of phrases."""

    def __init__(self, reasons: Mapping[str, str], source: Source, path: Path_, names: list[tuple[int, str]]) -> None:
        """`names`: the lines where named parts begin, in order, to find the part an issue stands in."""
        self._reasons, self._source, self._path, self._names = reasons, source, path, names
        self._used = set[str]()

    def answer(self, issue: Issue, part: str = "") -> str | None:
        """The reason for this warning, or None. `part`: the named part it is about, where its line does not tell."""
        if issue.severity == "error":
            return None
        for key in (f"{issue.code}.{part or self._part(issue)}", issue.code):
            if self._reasons.get(key, "").strip():
                self._used.add(key)
                return self._reasons[key]
        return None

    def _part(self, issue: Issue) -> str:
        return next((name for line, name in reversed(self._names) if line <= issue.where.line), "")

    def left(self) -> Iterator[Issue]:
        """Reasons that answer nothing. Ask after all issues were answered."""
        for key, words in self._reasons.items():
            where = self._source.where([*self._path, "reasons", key])
            if not _KEY.match(key) or not words.strip():
                remedy = "schrijf het zo: W402: waarom dit zo moet; een fout (E…) los je op"
                yield Issue(where, "W192", f"'{key}' is geen reden bij een waarschuwing", remedy)
            elif key not in self._used:
                yield Issue(where, "W191", f"de reden voor {key} is niet meer nodig", "haal de regel weg")
