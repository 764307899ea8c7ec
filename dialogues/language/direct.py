"""What typed words mean while the direct question stands open: yes, no, something else, or nothing one could be sure of.

A text that is a sign itself is triage's, before this reads it. Whatever sounds unsure or heavy is never taken for a no.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from dialogues.language import normal

Meaning = Literal["yes", "no", "other"]

_LAUGH = r"(?:(?:h[aeiou]+)+h?|lol|euh|eh|uh|oh|och|ach|joh|hoor|man|nou|zeg|wat|hey|he|god|jeetje|sorry)"
_YES: Final = re.compile(
    r"^(?:j+a+|jawel|jep|jup|yes|yeah|yep|klopt|inderdaad|idd|helaas|ok[ae]y? ja|eigenlijk wel|soms wel|denk het wel|ik denk het)(?= |$)"
)
_NO: Final = re.compile(
    rf"^(?:{_LAUGH} |, |\. )*(?:nee+|neen|neeh?|neuh|nope|nah|no|nie+|niet|(?:echt|helemaal|absoluut|zeker|natuurlijk|tuurlijk) niet|not at all)(?= |$)"
)
_ELSE: Final = re.compile(
    r"(?<!\w)(?:bedoel\w* (?:\w+ ){0,4}(?:niet|nie|anders|de|het|die|een|mijn|mn|m'n|op|met|van)|(?:niet|nie|anders) (?:zo )?bedoel\w*"
    r"|(?:ging|gaat|ga|gaan|had|heb|hadden|hebben|praat|praatte) (?:\w+ ){0,3}over|over (?:mijn|mn|het|de|m'n) (?:werk|baas|chef|rooster|collega\w*|klus|boom|bomen|plant\w*|machine)"
    r"|gr[ao]p\w*|geintje|joke|kidding|verkeerd|misverstand|begrijp\w* (?:\w+ ){0,2}(?:niet|nie|verkeerd)|snap\w* (?:\w+ ){0,2}(?:niet|nie)"
    r"|iets anders|ander verhaal|meant|mean (?:the|my|something)|about (?:my|the) (?:work|job|boss|shift)|something else)(?!\w)"
)
_UNSURE: Final = re.compile(
    r"(?<!\w)(?:ja|jawel|klopt|misschien|soms|vaak|af en toe|eigenlijk|(?:weet|weten) (?:\w+ ){0,3}(?:niet|nie)|geen idee|(?:denk|dacht) (?:het|van|ik|er|daar)|beetje"
    r"|nog (?:niet|nie)|(?:niet|nie) (?:echt|meer|helemaal|zeker)|(?:wil|kan) (?:\w+ ){0,2}(?:niet|nie)|maar|h+m+|tja|pf+|zucht|help\w*|maybe|sometimes|kind of|don't know|not really)(?!\w)"
)
_HEAVY: Final = re.compile(
    r"(?<!\w)(?:te ?veel|huil\w*|geen zin|pijn|leven|leef|dood\w*|sterven|einde?|weg|verdwijn\w*|stop\w*|rust|slapen|trein|spoor|pil(?:len)?|touw|mes|brug|kapot|op|moe"
    r"|alleen|niemand|bang|verdriet\w*|zelfmoord|zelfdoding|die (?=$|[.,])|dead|dying|life|tired|alone)(?!\w)"
)
_THING: Final = re.compile(
    r"(?<!\w)(?:bo+m|bomen|kastanje|eik|plant\w*|bloem\w*|gras|haag|hond|kat|vis|koe|paard|machine|motor|auto|accu|telefoon|laptop|computer|printer"
    r"|werk|baan|baas|chef|rooster|collega\w*|klus|project|dienst|contract|work|job|boss|shift|tree|phone)(?!\w)"
)
"""What is dead, over or stopped when it is nothing of the person's own life."""


def meant(text: str, *, doubt: bool) -> Meaning | None:
    """What the words mean as an answer to the question. In doubt any words count as something else, when nothing in them is unsure."""
    said = " ".join(normal.unmasked(text).split()[:60])
    if not said.strip(" .,"):
        return None
    if _YES.search(said):
        return "yes"
    if _UNSURE.search(said):
        return None
    light = _HEAVY.search(said) is None or _THING.search(said) is not None
    if light and _NO.search(said):
        return "no"
    return "other" if light and (doubt or _ELSE.search(said)) else None
