"""E215: words that push or lecture; E216: praise; E217: blame and counting."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from dialogues.check.texts import Whole, said_of
from dialogues.issue import Issue, Where
from dialogues.language.readability import BANNED, banned

_PRAISE = re.compile(
    r"(?im)(?:^|(?<=[.!?] ))(?:(?:heel |super|ontzettend )?(?:goed|sterk|mooi|slim|dapper) van je|goed (?:zo|bezig|gedaan)|(?:heel |super)?knap\b|(?:wat )?knap\b|bravo|super\b|top\b|geweldig|fantastisch|prima gedaan|mooi zo|wat goed\b|(?:heel|erg|supe?r) goed(?=[!.])|(?:prima|goed|mooi|netjes|keurig|perfect)(?=!)|super\w*|petje af|klasse\b|uitstekend|complimenten?|(?:heel |wat )?(?:goed|knap|dapper|moedig|sterk|super) dat (?:je|u)\b(?! (?:er bent|hier bent|het zegt\.))|wat (?:fijn|mooi) dat (?:je|u)\b(?! (?:er|hier) bent)|goed hoor|lekker bezig)"
    r"|\b(?:trots op\b|knap van je|knap hoor|(?:goed|sterk|dapper) van je|heel knap|wat knap|goed bezig|goed gedaan|(?:je|u) doet (?:het|dat) (?:\w+ )?(?:goed|knap|geweldig|prima))\b"
)
# "Goed dat je het zegt." thanks who told something hard; it judges nothing
_BLAME = re.compile(
    r"(?i)\b(?:streak|reeks van|dagen op rij|weken op rij|alweer niet|weer niet gelukt|je had (?:het )?beloofd|eigen schuld|jouw schuld|helaas niet gelukt|gefaald|mislukt|je hebt (?:het )?niet gehaald|teleurgesteld)\b"
)
_SHOULD = re.compile(r"(?i)\b(?:je|jij|u) zou(?:dt)? (?!moeten\b)(?:\w+ ){1,2}moeten\b")
PUSHES = tuple(words for words in BANNED if not words.startswith(("goed", "knap")))


def check(whole: Whole) -> Iterator[Issue]:
    """Looks at everything the bot says."""
    for text in said_of(whole):
        for hit in _SHOULD.finditer(text.plain):
            at = _at(text.place, text.plain, hit.start())
            yield Issue(at, "E215", f"'{hit[0].lower()}' duwt of preekt", "vraag het, of zeg het zonder dwang")
        for place in banned(text.plain, PUSHES):
            yield Issue(
                text.place(place.line), "E215", f"'{place.words}' duwt of preekt", "vraag het, of zeg het zonder dwang"
            )
        for code, pattern, what, remedy in (
            ("E216", _PRAISE, "is een compliment", "noem wat iemand deed of belangrijk vindt, zonder oordeel"),
            ("E217", _BLAME, "verwijt of telt", "zeg wat er is, zonder oordeel"),
        ):
            for hit in pattern.finditer(text.plain):
                yield Issue(
                    _at(text.place, text.plain, hit.start()), code, f"'{hit[0].strip().lower()}' {what}", remedy
                )


def _at(place: Callable[[int], Where], words: str, offset: int) -> Where:
    return place(words.count("\n", 0, offset) + 1)
