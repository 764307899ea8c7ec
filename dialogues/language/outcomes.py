"""What somebody says of a plan afterwards: it worked out, in another way, partly or not (yet); they met a no, or it hurt.

Read clause by clause, Dutch and English: "niet gelukt, maar ik heb haar net wel gemaild" was done in another way.
Nothing is guessed: words that say nothing of it give ''.
"""

from __future__ import annotations

import re
from typing import Literal

from dialogues.language.normal import plain

Outcome = Literal["gelukt", "anders", "deels", "niet", "nee", "pijn", ""]

_CLAUSES = re.compile(r"[.,;:!?\n]+|\b(?:maar|but)\b")

_DONE_WORD = (
    r"(?:ge(?:vraagd|beld|maild|appt|daan|lukt|zegd|sproken|regeld|probeerd|stuurd|schreven|oefend|meld|zocht|vonden|kregen|lopen|weest"
    r"|praat|fixt|leerd|volgd|noemd|pland|boekt|houden|leverd|haald|maakt|gaan|komen)"
    r"|aangevraagd|opgenomen|opgeschreven|opgezocht|opgebeld|nagevraagd|uitgezocht|doorgegeven|ingeleverd|ingepland|afgesproken|aangemeld"
    r"|teruggebeld|voorgelegd|besproken|verteld|overlegd|verstuurd|afgerond|bezocht)"
)
_WELL = re.compile(
    r"\b(?:ge?lukt?|ging (?:\w+ ){0,2}(?:goed|prima|super|lekker|top|best)|goed gegaan|viel (?:\w+ )?mee|gelukt|is gefikst|it worked|"
    r"went (?:\w+ )?well|did it|done it|i did)\b"
)
_FACT = re.compile(
    rf"^(?:(?:en|dus|yes+|ja+|jaa+|zo|eindelijk|net|al|toch|wel|gewoon|hoi|nou) )*{_DONE_WORD}\b"
    rf"|\b(?:heb|hebben|is|ben|yes+|eindelijk|net|wel|toch) (?:\w+ ){{0,6}}?{_DONE_WORD}\b"
    r"|\b(?:have|has|ve) (?:\w+ ){0,3}(?:asked|called|mailed|emailed|sent|done|talked|spoken)\b|^(?:asked|called|mailed|emailed|done)\b"
)
_NOT = re.compile(
    rf"\b(?:niet|nie|geen|nog niet|nooit|not|never|didnt|haven t|havent) (?:\w+ ){{0,5}}?{_DONE_WORD}\b|\b(?:niet|nie|not) (?:\w+ )?(?:gelukt|gegaan)\b|\blukte? (?:\w+ ){{0,2}}niet\b"
    r"|\b(?:mislukt|vergeten|geen tijd|niet van gekomen|er niet van|kwam niet uit|kon niet|durfde niet|was er niet|was ziek|niet aan toe|te druk"
    r"|nog niet|didn t|did not|forgot|no time)\b"
)
_PART = re.compile(r"\b(?:beetje|deels|half|gedeeltelijk|bijna|a bit|partly|half of)\b")
_NO = re.compile(
    r"\b(?:zei|zegt|zeggen|krijg|kreeg|was|is|het) (?:\w+ ){0,2}?(?:nee|neen)\b|\b(?:nee|neen) (?:gezegd|gekregen)\b|\b(?:mag|mocht) (?:het )?niet\b"
    r"|\bwil(?:de)? niet\b|\bafgewezen\b|\b(?:said|says|told me) no\b"
)
_HURT = re.compile(
    r"\b(?:schaam\w*|beschaamd|lachte?n?|uitgelachen|belachelijk|voor gek|afgebekt|snauwde|boos op m\w*|gehuild|huil\w*|buikpijn|rotgevoel|vernederd"
    r"|klote|kut|ashamed|laughed|embarrass\w*)\b"
)


_QUESTION = re.compile(r"^(?:wat|wie|waar|waarom|wanneer|hoe|welke|what|who|where|why|when|how)\b")


def outcome(text: str) -> Outcome:
    """What came of it, as far as the words say so."""
    clauses = [plain(clause).strip() for clause in _CLAUSES.split(text.lower())]
    told = [said for said in clauses if said and not _QUESTION.match(said)]
    kinds = {_kind(said) for said in told}
    if "niet" in kinds:
        return "anders" if kinds & {"gelukt", "feit"} else _met(text) or "niet"
    if "gelukt" in kinds:
        return "gelukt"
    if met := _met(text):
        return met
    return "deels" if "deels" in kinds else "gelukt" if "feit" in kinds else ""


def _kind(said: str) -> str:
    for kind, pattern in (("niet", _NOT), ("deels", _PART), ("gelukt", _WELL), ("feit", _FACT)):
        if pattern.search(said):
            return kind
    return ""


def _met(text: str) -> Literal["nee", "pijn", ""]:
    """Whether somebody met a no, or was hurt."""
    said = plain(text.lower())
    return "nee" if _NO.search(said) else "pijn" if _HURT.search(said) else ""
