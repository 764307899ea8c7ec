"""What only colours spoken words falls away before they are said back: "nou", "hoor haha", "maar ja", "ofzo", a curse at the edge.

The words that carry something stay as they were typed, and a message that is nothing but colour stays whole.
"""

from __future__ import annotations

import re
from itertools import pairwise

_END = r"(?=\s*(?:[.,!?;:…]|$))"
"""Before a mark, or at the end."""
_START = r"(?:^|(?<=[.,!?;:…]))\s*"
"""At the beginning, or behind a mark."""
_CURSES = r"(?:jezus(?: christus)?|jezusmina|tering|tyfus|godver\w*|gvd|verdomme|verdikkeme|potver\w*|kut|fuck|shit|klote|wtf|damn|pff+|poeh|tss+)"

_ANYWHERE = re.compile(
    r"(?<![\w“])[,\s]*\b(?:(?:ha){2,}h?|(?:hi){2,}|(?:he){3,}|lol|lmao|ofzo|ofz|zegma|xd)\b", re.IGNORECASE
)
_AT_THE_END = re.compile(
    rf"[,\s]+(?:(?<!\bik )(?<!\bik)hoor|hè|joh|gast|bro|dus eigenlijk|dus|of zo|zeg maar|echt waar|of zoiets|snap je|weet je(?: wel)?|zoals ik (?:net |al )*zei|maar ja|nou ja){_END}",
    re.IGNORECASE,
)
_AT_THE_START = re.compile(
    rf"({_START})(?:(?:maar ja|nou ja|nouja|nou|tja|ach|och|goh|zeg|joh|kijk|weet je|ja nou|eerlijk gezegd|nja)\b[,\s]+)+(?=\w)",
    re.IGNORECASE,
)
_JUST = re.compile(rf"({_START})(?:gewoon|gwoon)[,\s]+(?!ff\b)(?=\w+)(?!\w+en\b)", re.IGNORECASE)
_JUST_THAT = re.compile(r"[.,]\s*gewoon\s*[.!]*$", re.IGNORECASE)
_ACTUALLY_FIRST = re.compile(rf"({_START})eigenlijk[,\s]+(?!\w+ (?:ik|k|'k)\b)(?=\w)", re.IGNORECASE)
_ACTUALLY = re.compile(r"(?<=[\w'])\s+eigenlijk\b(?!\s+(?:ik|k)\b)", re.IGNORECASE)
_SHORTLY = re.compile(r"(?<=\w)\s+ff\b(?=\s+\w)", re.IGNORECASE)
_CURSED = re.compile(
    rf"(?:^|(?<=[.!?]))\s*{_CURSES}(?:\s+man)?[\s,.!?]*(?:$|(?<=[,.!?\s]))|[,.!?\s]+{_CURSES}(?:\s+man)?[.!?]*$",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"(?:^|[,.]\s*)(?:(?:maar |en )?(?:dat|zoals)?\s*(?:zei ik|heb ik|had ik)(?: (?:je|net|al|eigenlijk|dus|toch))*(?: (?:gezegd|verteld))?|al gezegd|zoals ik zei)(?=\s*(?:[,.]|$))",
    re.IGNORECASE,
)

MOST_SHORT = 14
"""Words up to which somebody's own words are quoted whole."""
_MOST_CLAUSE = 20

_PIECE = re.compile(r"(?:[^.!?;\n]|(?<=\d)\.(?=\d))+(?:[.!?;]+|\n|$)")
_CLAUSE = re.compile(
    r"\s+[–—-]\s+|,\s+|:\s+|\s+(?<!\bdie )(?<!\bdat )(?<!\ber )(?<!\bis )(?<!\bdoe )(?<!\bhet )(?<!\bkom )(?=(?:maar|want|omdat|terwijl|zodat|dus|en (?:toen|dan|ik|nu|daarna|dat|die|de|het|mijn|ze|we|hij)|but|because|so|and (?:then|i))\b)",
    re.IGNORECASE,
)


def lighter(text: str) -> str:
    """The text without what only colours it, in the case it began in; the text itself where nothing else would be left."""
    light = _ANYWHERE.sub("", text)
    before = ""
    while before != light:
        before = light
        light = _CURSED.sub(" ", light)
        light = _AT_THE_START.sub(r"\1 ", light)
        light = _AT_THE_END.sub("", light)
        light = _JUST.sub(r"\1 ", light)
        light = _ACTUALLY_FIRST.sub(r"\1 ", light)
        light = _ACTUALLY.sub("", light)
        light = _SHORTLY.sub("", light)
        light = _SAID.sub("", light)
        light = _JUST_THAT.sub("", light)
        light = re.sub(r"\s+([.,!?;:])", r"\1", light)
        light = re.sub(r"([,;])(?:\s*[,;])+", r"\1", light)
        light = re.sub(r"[ \t]+", " ", light).strip(" ,;:")
        light = re.sub(r"(?:,)(?=\s*[.!?])", "", light)
        light = light.lstrip(".!? ") if text[:1] not in ".!?" else light
    if not re.search(r"\w", light):
        return text
    if light == text.strip():
        return text
    return light[0].upper() + light[1:] if text.strip()[:1].isupper() else light


def short(text: str, most: int = MOST_SHORT) -> str:
    """The words to quote: all of them when they are few, else the first whole sentences or clauses that are.

    Only a single clause longer than twenty words is cut, at its end and shown to be.
    """
    said = " ".join(text.split())
    if len(said.split()) <= most:
        return said
    sentence = _first(_PIECE.findall(said), most)
    if sentence:
        return sentence
    found = _PIECE.match(said)
    opening = found[0] if found else said
    places = [0, *(mark.end() for mark in _CLAUSE.finditer(opening)), len(opening)]
    clauses = [opening[start:end] for start, end in pairwise(places)]
    few = _first(clauses, most)
    if few:
        return few
    words = clauses[0].split()
    if len(words) <= _MOST_CLAUSE:
        return clauses[0].strip(" ,;:–—-.")
    return " ".join(words[:_MOST_CLAUSE]).rstrip(" ,;:.") + "…"


def _first(pieces: list[str], most: int) -> str:
    """As many pieces from the first on as stay within `most` words; '' when the first is longer."""
    taken = ""
    for piece in pieces:
        if len((taken + piece).split()) > most:
            break
        taken += piece
    return taken.strip(" ,;:–—-").rstrip(".")
