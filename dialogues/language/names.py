"""A name in what somebody answers to "how may I call you": the name alone, or nothing when it is no name."""

from __future__ import annotations

import re

_OPENING = re.compile(
    r"^(?:(?:nee|ja|hoi|gewoon|doe maar|zeg maar|noem(?:t u)? (?:me|mij)(?: maar)?|zegt u maar|u mag (?:me|mij) (?:gerust )?|ik heet|ik ben|mijn naam is|m'n naam is|de naam is|my name is)[\s,]+)+",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"\b(hoe|wie|wat|waarom|waar|weet|niet|geen|liever|naam|maakt|uit|is|heb|wil|ga|kan|moet|dat|dit|die)\b",
    re.IGNORECASE,
)

MOST_WORDS, MOST_LETTERS = 3, 40


def as_name(text: str) -> str:
    """The name in the words ("noem me maar Joke" → "Joke"), first letter capital; '' when there is none."""
    bare = _OPENING.sub("", " ".join(text.split()) + " ").split(",")[0].split(". ")[0].strip(" .!")
    words = bare.split()
    if not words or len(words) > MOST_WORDS or len(bare) > MOST_LETTERS or "?" in text or _NO_NAME.search(bare):
        return ""
    if not any(letter.isalpha() for letter in bare):
        return ""
    return bare[:1].upper() + bare[1:]
