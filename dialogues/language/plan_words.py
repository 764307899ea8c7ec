"""What people type for a plan: the fillers at its ends, and a moment they already name in what they will do."""

from __future__ import annotations

import re
from datetime import datetime

from dialogues.language.moment_patterns import HOUR_WORD, LONG_DAY
from dialogues.language.moments import Moment, parse_moment

_LEAD = re.compile(
    r"^(?:(?:nou ja|nouja|nou|tja|eh+|euh+|uhm+|ehm+|hm+|eigenlijk|ja maar|maar ja|well|um+)[\s,.]+)+", re.IGNORECASE
)
_SAID = r"(?:(?:dat|zoals)\s+)?(?:zei ik(?: je)?|heb ik(?: je)?)\s+(?:dus\s+)?(?:net|al|net al|toch al)(?:\s+gezegd)?|as i said|i said that already"
_TRAIL = re.compile(
    rf"(?:[\s,.]+(?:dus eigenlijk|eigenlijk|dus|hoor|haha+|of zo|ofzo|denk ik|geloof ik|{_SAID}))+[\s.!]*$",
    re.IGNORECASE,
)
_INSIDE = re.compile(rf"[\s,]+(?:dus eigenlijk|eigenlijk)?[\s,]*(?:{_SAID})\s*(?=,)", re.IGNORECASE)

_ASKS = re.compile(
    r"^(?:mag|mogen|kan|kun|kunnen|wil|zou|hoe|wat|wanneer|waarom|can|could|may|when|what|how)\b", re.IGNORECASE
)
_WHAT_FOR = re.compile(
    rf"\b(?:of|dat|wat|hoe|waarom|wanneer|welke|if|whether|that|about)\b|\bom (?!\d|half\b|kwart\b|(?:{HOUR_WORD})(?: uur\b|\s*[,.]|\s*$))",
    re.IGNORECASE,
)
_THE_DAY = re.compile(
    rf"\b(?:vrije|de|een|elke|iedere|mijn|mn|die|geen)\s+(?:{LONG_DAY})\b|\b(?:{LONG_DAY})(?:en)?\s+(?:vrij|niet|werk)",
    re.IGNORECASE,
)


def tidied(text: str) -> str:
    """The words without what only opens or closes them ("nou eigenlijk …", "…, dat zei ik net al"); nothing else changes."""
    said = _TRAIL.sub("", _INSIDE.sub("", _LEAD.sub("", text.strip()))).strip()
    return said if len(said.split()) > 1 else text


def moment_in(action: str, now: datetime) -> Moment | None:
    """The moment somebody names in what they will do ("ik vraag haar donderdag na het overleg").

    None for a question, and for a day that is what is asked for ("ik vraag de woensdag vrij", "ik vraag of vrijdag kan").
    """
    if "?" in action or _ASKS.match(action) or _THE_DAY.search(action):
        return None
    found = parse_moment(_WHAT_FOR.split(action)[0], now)
    return found if found is not None and found.start is not None else None
