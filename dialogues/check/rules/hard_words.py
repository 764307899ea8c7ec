"""W405: abbreviations; W406: percentages; W407: English and office words; W408: the passive with *worden*."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from dialogues.check.texts import Whole
from dialogues.issue import Issue

_ABBREVIATION = re.compile(
    r"(?<![\w.])(?:(?:[a-z]\.){2,}|bijv\.|bv\.|b\.v\.|d\.w\.z\.|dwz|m\.b\.t\.|mbt|o\.a\.|oa\.|i\.p\.v\.|ipv|t\.o\.v\.|m\.n\.|enz\.|etc\.?|evt\.?|ca\.|nr\.|dhr\.|mevr\.|min\.|max\.|incl\.?|excl\.?|z\.s\.m\.|zsm|a\.u\.b\.|aub|svp|HR|OR|BV|AVG|POP|MTO|RI&E|FTE|fte|KPI|OBP)(?!\w)"
)
_PERCENTAGE = re.compile(r"(?i)\d\s*%|\bprocent(?:en)?\b|\bpercentages?\b")
_ENGLISH = re.compile(
    r"(?i)\b(?:check-?ins?|feedback|meetings?|deadlines?|mindset|skills?|tools?|coach(?:ing|es)?|challenges?|awareness|empower\w*|performance|engagement|"
    r"employability|lunch|break|happy|flow|flexib?el\w*|update[ns]?|reminders?|nudges?|tips?|stories|story|stakeholders?|game-? ?changers?|goals?|commitment|ownership|workshops?|webinars?|e-?learnings?|manager|managers|"
    r"team ?leads?|recruit\w*|talent|boost\w*|buddy|feel ?good|burn-?outs?|stress|quick ?wins?|to-?do|ok(?:ay)|sorry|please|enjoy|link|chat\w*|online|privacy|timing|planning|computer|telegram|software|hotel|project\w*|app|groepsapp|pin)\b"
)
EVERYDAY = frozenset(
    [
        "lunch",
        "stress",
        "link",
        "online",
        "privacy",
        "planning",
        "computer",
        "telegram",
        "software",
        "hotel",
        "project",
        "projecten",
        "projectleider",
        "app",
        "groepsapp",
        "talent",
        "manager",
        "managers",
        "sorry",
        "chat",
        "chatten",
        "tip",
        "tips",
        "flexibel",
        "flexibele",
    ]
)
"""English by origin and plain Dutch by now."""
_OFFICE = re.compile(
    r"(?i)\b(?:impact\w*|facilite(?:er|ert|ren|erde|erden|rend)|gefaciliteerd|monito(?:r|rt|ren|rde|rden)|gemonitord|implement\w+)\b"
)
_BE = r"(?:wordt?|worden|werd|werden|geworden)"
_NO_PARTICIPLE = r"(?:gewoon|genoeg|gezond|gebied|gevoel\w*|geluid|geld|gesprek\w*|bericht\w*|besluit\w*|bezoek\w*|verhaal|verhalen|verschil\w*|verdriet|ergens|erg|bedrijf|bent|bereid|beroep|ontslag|gemeente|gedrag|gebouw|vers|verlof|vertrek|verlies|beter|beste|bekend|bewust|geen|verder|ver|herfst|er|benen|beet|verkeerd|ontzettend|gespannen|vermoeid|benieuwd|gelukkig\w*|verantwoordelijk\w*)\b"
_PARTICIPLE = rf"\b(?!{_NO_PARTICIPLE})(?:ge|be|ver|ont|her)\w+(?:d|t|en)\b"
_PASSIVE = re.compile(
    rf"(?i)\b{_BE}\b(?:(?!\b(?:en|maar|dat|die|als|omdat|want|om)\b)[^.!?,\n])*?{_PARTICIPLE}|{_PARTICIPLE} {_BE}\b"
)

_Check = tuple[str, re.Pattern[str], Callable[[str], bool], str, str]
_CHECKS: tuple[_Check, ...] = (
    ("W405", _ABBREVIATION, lambda _: True, "is een afkorting", "schrijf het woord uit"),
    ("W406", _PERCENTAGE, lambda _: True, "is een percentage", "zeg het in gewone getallen: één van de vier"),
    ("W407", _ENGLISH, lambda word: word.lower() not in EVERYDAY, "is Engels", "gebruik een Nederlands woord"),
    ("W407", _OFFICE, lambda _: True, "is kantoortaal", "zeg het gewoon: helpen, kijken hoe het gaat, wat het doet"),
)


def check(whole: Whole) -> Iterator[Issue]:
    """Looks at every text, labels included; at the passive only in what is said."""
    for text in whole.texts:
        for code, pattern, wrong, what, remedy in _CHECKS:
            for hit in pattern.finditer(text.plain):
                if wrong(hit[0]):
                    line = text.plain.count("\n", 0, hit.start()) + 1
                    yield Issue(text.place(line), code, f"'{hit[0].strip()}' {what}", remedy)
        for hit in _PASSIVE.finditer(text.plain) if text.said else ():
            line = text.plain.count("\n", 0, hit.start()) + 1
            what = f"'{' '.join(hit[0].split())}' zegt niet wie het doet"
            yield Issue(text.place(line), "W408", what, "zeg wie het doet")
