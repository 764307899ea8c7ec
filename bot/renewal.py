"""Keeps the demo's content as the files are while somebody writes: a right change is used at once, a wrong one is shown.

New content is used only when all of it is right; talks under way keep the version they began with (`storage.versions`).
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

import structlog

from bot.remarks import remarks
from bot.watching import LOOK_SECONDS, Watch
from dialogues.issue import ContentError, Issue

log = structlog.get_logger(__name__)

MOST_SHOWN = 5
"""Mistakes on the page; `aanzet check` tells all."""

Json = dict[str, Any]


class Renewal:
    """Watches directories. `use` takes the content as it is on the disk, or raises ContentError; `tell` shows a notice."""

    def __init__(
        self, directories: Sequence[Path], use: Callable[[], Awaitable[object]], tell: Callable[[Json], None]
    ) -> None:
        self._directories, self._use, self._tell = tuple(directories), use, tell
        self._watch = Watch(directories)

    async def run(self) -> None:
        """Look every while, until cancelled."""
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            try:
                await self.look()
            except Exception:  # whatever is wrong with it, the old content works
                log.exception("renewal_broke")

    async def look(self) -> bool:
        """Look once; True when something changed, and is used or shown."""
        changed = await asyncio.to_thread(self._watch.changed)
        if not changed:
            return False
        files = [short(path, self._directories) for path in changed]
        try:
            await self._use()
        except ContentError as error:
            wrong = [issue for issue in error.issues if issue.severity == "error"]
            shown = [_shown(issue, self._directories) for issue in wrong[:MOST_SHOWN]]
            self._tell({"files": files, "mistakes": shown, "more": max(0, len(wrong) - MOST_SHOWN)})
        else:
            self._tell({"files": files, "mistakes": [], "more": 0})
            noted = await asyncio.to_thread(remarks, self._directories, changed)
            if noted:
                shown = [_shown(issue, self._directories) for issue in noted]
                self._tell({"files": files, "mistakes": [], "more": 0, "remarks": shown})
        return True


def short(path: Path, directories: Sequence[Path]) -> str:
    """The path as an author knows it: below its content directory."""
    for directory in directories:
        if path.is_relative_to(directory) and path != directory:
            return str(path.relative_to(directory))
    return str(path)


def _shown(issue: Issue, directories: Sequence[Path]) -> Json:
    where = issue.where
    return {
        "file": short(where.file, directories),
        "line": where.line,
        "code": issue.code,
        "what": issue.what,
        "remedy": issue.remedy,
    }
