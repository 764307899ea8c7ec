"""W404: words people seldom meet, unless `words.yaml` names them with a reason."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from dialogues.check.texts import Whole
from dialogues.issue import Issue
from dialogues.language.known import SHORT, is_common

_WORD = re.compile(r"[A-Za-zÀ-ÿ]+(?:['’-][A-Za-zÀ-ÿ]+)*")


def check(whole: Whole, allowed: Container[str] = ()) -> Iterator[Issue]:
    """Each rare word once in a whole. `allowed`: the words that have a reason."""
    told = set[str]()
    for text in whole.texts:
        for sentence_start, word, line in _words(text.plain):
            low = word.lower().replace("’", "'")
            named = word[0].isupper() and not sentence_start
            if len(low) < SHORT or named or low in told or low in allowed or is_common(low):
                continue
            told.add(low)
            remedy = f"kies een gewoner woord, of zet '{low}' met een reden in words.yaml"
            yield Issue(text.place(line), "W404", f"'{word}' kent niet iedereen", remedy)


def _words(text: str) -> Iterator[tuple[bool, str, int]]:
    """Every word, whether it begins a sentence, and its line."""
    for number, line in enumerate(text.split("\n"), 1):
        for hit in _WORD.finditer(line):
            before = line[: hit.start()].rstrip(" \"'‘“(")
            yield not before or before[-1] in ".!?:", hit[0], number
