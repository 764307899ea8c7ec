"""Fills every transcript in tests/transcripts in again, after a change of content: `python -m tests.dialogues.rewrite`.

It makes no test right: read the difference in git line by line, as the person who gets these words.
"""

from __future__ import annotations

import sys
from pathlib import Path

from dialogues.load import load
from dialogues.stage import Unreadable
from dialogues.transcript import write

FOLDER = Path(__file__).parents[1] / "transcripts"


def main() -> int:
    library, lost = load(), 0
    for file in sorted(FOLDER.glob("*.txt")):
        before = file.read_text(encoding="utf-8")
        try:
            after = write(before, library)
        except Unreadable as error:
            lost += 1
            sys.stderr.write(f"{file.name}: {error}\n")
            continue
        if after != before:
            file.write_text(after, encoding="utf-8")
            sys.stdout.write(f"{file.name}\n")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
