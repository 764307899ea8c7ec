"""Yes, no and not knowing in other spellings and with words around them: "jaaa doe maar", "hoeft niet hoor", "weet ik mier"."""

from __future__ import annotations

import re
from typing import Literal

Loose = Literal["yes", "no", "unsure"]

_NIET = r"(?:niet|nie|neit|nit|niey|niwt|nite|nieet|niet+|mier|nier|nioet|nir|nt|neet|niett|niets|niks)"
_STILL = r"(?: (?:echt|nog|eigenlijk|ook|gewoon|zo|helemaal|dus|precies|nu|het|t|dat|ik|k))*"
_NOT_KNOWING = re.compile(
    rf"(?:(?:ik|k|ikke) ?)?(?:weet|weer|wee|wet|weett|weeet|weeg|wete|weeut|weit)(?:{_STILL}) ?{_NIET}(?: (?:precies|zeker|echt|goed))?"
    r"|k ?(?:we+t?|wee) ?(?:nie|niet|ni|neit)|ik ?weet ?(?:t|het)? ?nie?t?"
    r"|(?:echt |nog |heb |ik heb |totaal )*(?:geen|gn|gee|geeen|gen) (?:flauw )?(?:idee|idde|ide|ideee|iddee|id|idee+tje|benul|clue)(?: van| eigenlijk| nog)?"
    r"|idk(?: man| bro)?|i ?dunno|no idea|no clue|joost mag het weten|weet ik (?:veel|t niet|het niet)"
)
_YES = re.compile(
    r"(?:ja|jazeker|jawel|yes|jep|yep|graag|ok|oke|prima|goed|is goed|top)?(?: (?:ja|graag|doe|maar|prima|goed|is|lekker|best|leuk|wel|dat|natuurlijk|tuurlijk|zeker|joh|hoor|man))*"
    r"|(?:ja |ok |oke )?(?:brand|barst)(?: maar)? los(?: maar)?|(?:ja )?(?:kom|vertel|zeg|steek|gooi)(?: het| t)? (?:maar|op|van wal|er uit|eruit)(?: op| van wal)?(?: maar)?"
    r"|(?:ja )?(?:ga|zet|vertel|laat)(?: het)? (?:maar )?(?:je gang|horen|door|op|zien)|(?:ja )?let s go|go ahead|(?:ja )?is best|doen"
)
_NO = re.compile(
    r"(?:nee|neen|nah|nope|neuh)(?: (?:nee|dank|je|bedankt|dankje|liever|niet|echt|hoeft|nodig|laat|maar|geen|zin|ben|je|gek|nu|vandaag|joh|hoor|man))*"
    r"|(?:dat |het )?(?:hoeft|hoef|hoevt|hoeftt)(?: (?:echt|voor mij|van mij|nu|voor))* (?:niet|nie)(?: (?:nu|meer|nodig|voor mij))?|hoeft niks|laat maar(?: zitten)?"
)
_AROUND = re.compile(
    r"(?: (?:joh|hoor|man|ofzo|haha|lol|gast|bro|pik|maar|dan|meid|zeg|he|alsjeblieft|aub|pls|please|jo|echt|lieverd|schat))+$"
)
_STRETCHED = re.compile(r"([a-z])\1{2,}")


def loosely(said: str) -> Loose | None:
    """The stance of a whole message in plain words, spelled or rounded off in somebody's own way; None for anything else."""
    words = _STRETCHED.sub(r"\1\1", said.strip())
    words = re.sub(r"\byess\b", "yes", words)
    words = re.sub(r"\bja+h?\b", "ja", re.sub(r"\bnee+h?j?\b", "nee", re.sub(r"\bno+pe\b", "nope", words)))
    if not words or len(words.split()) > 8:
        return None
    for form in dict.fromkeys((words, _AROUND.sub("", words))):
        if _NOT_KNOWING.fullmatch(form):
            return "unsure"
        if form and _NO.fullmatch(form):
            return "no"
        if form and _YES.fullmatch(form) and form not in ("maar", "dat", "is", "wel", "doe", "best", "leuk", "lekker"):
            return "yes"
    return None
