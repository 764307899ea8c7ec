"""Which answers say no: *liever niet*, and buttons that refuse or put off."""

from __future__ import annotations

import re

_NO = re.compile(
    r"(?i)(?:(?:nee|neen|niet|nu (?:even )?niet|nog niet|liever niet|toch niet|later|stop|niks|niets|nooit)\b|.*\b(?:nu even niet|nu niet|liever niet|hoeft niet)$)"
)


def refuses(kind: str, label: str) -> bool:
    """Whether an answer of this kind, with this label on its button, is a no."""
    if kind == "skip":
        return True
    return kind.startswith("button:") and bool(
        _NO.match(label.strip()) or kind in ("button:nee", "button:later", "button:stop")
    )
