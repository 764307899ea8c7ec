"""The words and patterns of everyday Dutch times, one for each kind of expression. `moment_grammar` reads with them; nothing is decided here."""

from __future__ import annotations

import re
from typing import Final

from dialogues.language.feasts import FEASTS

DAYS: Final = {
    "maandag": 0, "mandag": 0, "maadag": 0, "maandg": 0, "ma": 0, "din": 1, "woe": 2, "don": 3, "dinsdag": 1, "dinsdg": 1, "disndag": 1, "dindag": 1, "di": 1, "woensdag": 2, "woendag": 2, "woensdg": 2, "wo": 2, "donderdag": 3, "donerdag": 3, "dondrdag": 3,
    "donderdg": 3, "do": 3, "vrijdag": 4, "vrydag": 4, "vrijdg": 4, "vridag": 4, "vrij dag": 4, "vr": 4, "zaterdag": 5, "zaterdg": 5, "zatrdag": 5, "za": 5, "zondag": 6, "zondg": 6, "zo": 6,
}  # fmt: skip
MONTHS: Final = {
    "januari": 1, "jan": 1, "februari": 2, "feb": 2, "febr": 2, "maart": 3, "mrt": 3, "april": 4, "apr": 4, "mei": 5, "juni": 6, "jun": 6, "juli": 7, "jul": 7, "augustus": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9,
    "oktober": 10, "okt": 10, "november": 11, "nov": 11, "december": 12, "dec": 12, "decmber": 12,
}  # fmt: skip
NUMBERS: Final = {
    "een": 1, "n": 1, "'n": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9, "tien": 10, "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15, "twintig": 20,
    "dertig": 30, "zestig": 60, "negentig": 90, "paar": 3, "half": 0,
}  # fmt: skip
HOURS: Final = {
    "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9, "tien": 10, "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15, "zestien": 16, "zeventien": 17, "achttien": 18, "negentien": 19, "twintig": 20, "eenentwintig": 21, "tweeentwintig": 22, "drieentwintig": 23, "eenen": 1, "tweeen": 2, "drieen": 3, "vieren": 4, "vijven": 5, "zessen": 6,
    "zevenen": 7, "achten": 8, "negenen": 9, "tienen": 10, "elven": 11, "twaalven": 12,
}  # fmt: skip
ORDINALS: Final = {
    "eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "vijfde": 5, "zesde": 6, "zevende": 7, "achtste": 8, "negende": 9, "tiende": 10, "elfde": 11, "twaalfde": 12, "dertiende": 13, "veertiende": 14, "vijftiende": 15,
    "twintigste": 20, "dertigste": 30,
}  # fmt: skip
PARTS: Final = {
    "ochtend": "ochtend",
    "morgen": "ochtend",
    "voormiddag": "ochtend",
    "middag": "middag",
    "namiddag": "middag",
    "avond": "avond",
    "nacht": "nacht",
}
LONG_DAY = "|".join(sorted((day for day in DAYS if len(day) > 2), key=len, reverse=True))
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
PART = "ochtend|morgen|voormiddag|middag|namiddag|avond|nacht"
N = r"(?P<n>\d{1,2},5|\d{1,3}|anderhalf|anderhalve|een half|(?:een|n|'n) paar|paar|een|'n|n|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|veertien|vijftien|twintig|dertig)"
HOUR_WORD = "|".join(sorted(HOURS, key=len, reverse=True))
H = rf"(?P<h>[01]?\d|2[0-4]|{HOUR_WORD})"
EACH = r"(?:elke?|ieder[e]?|alle)"
B = r"(?<![\w'])"
E = r"(?![\w'])"


def rx(pattern: str) -> re.Pattern[str]:
    """The pattern as whole words: neither a letter nor an apostrophe may touch it."""
    return re.compile(rf"{B}(?:{pattern}){E}")


VAGUE = rx(
    rf"behalve (?:op )?(?:{LONG_DAY})|(?:vorige?|afgelopen|verleden) (?:week|maand|jaar|keer|{LONG_DAY}|weekend)|(?:eer)?gister(?:en|avond|middag|ochtend|nacht)?|geleden|ooit|vaker|soms|af en toe|nooit|een andere keer|regelmatig|een keertje|wel eens|op een dag|zo vaak mogelijk|om de dag|om de (?:drie|vier|3|4) \w+|elk uur|ieder uur|elk kwartaal|elk jaar|ieder jaar|jaarlijks"
    r"|(?:twee|drie|vier|vijf|zes|paar|[2-9]) ?(?:keer|x|maal) (?:per|in de|in een|p) ?(?:week|maand|dag|jaar)|elke (?:drie|vier|vijf|zes|3|4|5|6) (?:dagen|weken|maanden|uur)"
)
NOT = rx(r"niet|geen|nooit")
TWO_DAYS = rx(
    rf"(?:{LONG_DAY})(?:en|s)? (?:en|of|/) (?:op )?(?:{LONG_DAY})(?:en|s)?|(?:{LONG_DAY}), ?(?:{LONG_DAY})|morgen of overmorgen|vandaag of morgen|morgen of (?:{LONG_DAY})|(?:tussen|van) (?:{LONG_DAY}) (?:en|tot) (?:{LONG_DAY})"
)
POINTS: Final = {"begin": 1, "half": 15, "midden": 15, "medio": 15, "halverwege": 15, "eind": 28, "einde": 28}
WEEK_POINTS: Final = {
    "begin": 0,
    "het begin": 0,
    "start": 0,
    "midden": 2,
    "halverwege": 2,
    "in de loop": 2,
    "later": 3,
    "eind": 4,
    "einde": 4,
    "het eind": 4,
    "het einde": 4,
    "verderop": 3,
}
BIWEEKLY = rx(
    r"eens in de (?:twee|2) weken|om de week|om de (?:twee|2) weken|om de (?:14|veertien) dagen|(?:elke|iedere|per|eens per|een keer per|1x per|1 keer per) (?:twee|2) weken|twee ?wekelijks|2 ?wekelijks|om en om de week"
)
MONTHLY = rx(
    rf"{EACH} (?:\d{{1,2}}e |eerste )?(?:van de )?maand|maandelijks|(?:een|1|eens|n) ?(?:keer|x|maal)? ?(?:per|in de|p) maand|eens per maand"
)
WEEKLY = rx(rf"{EACH} week|wekelijks|(?:een|1|n) ?(?:keer|x|maal) (?:per|in de|p) ?week|eens per week|eens in de week")
NTH_DAYNAME = rx(
    rf"(?:op )?{EACH} (?P<nth>eerste|1e|1ste|tweede|2e|2de|derde|3e|3de|vierde|4e|4de|laatste) (?P<day>{LONG_DAY})(?: ?(?P<part>{PART}))?(?: (?:van|in|vd|v/d) ?(?:de |elke |iedere )?maand)?"
)
NTH_ONCE = rx(
    rf"(?:op )?(?:de )?(?P<nth>eerste|1e|1ste|tweede|2e|2de|derde|3e|3de|vierde|4e|4de|laatste) (?P<day>{LONG_DAY})(?: ?(?P<part>{PART}))? (?:van|in|vd|v/d) ?(?:de |deze |volgende )?(?:maand)"
)
NTH: Final = {
    "eerste": 1, "1e": 1, "1ste": 1, "tweede": 2, "2e": 2, "2de": 2, "derde": 3, "3e": 3, "3de": 3, "vierde": 4, "4e": 4, "4de": 4, "laatste": -1,
}  # fmt: skip
EACH_DAYNAME = rx(rf"(?:op )?{EACH} (?P<day>{LONG_DAY}|ma|di|wo|do|vr|za|zo) ?(?P<part>{PART})?")
DAYNAME_PLURAL = rx(rf"(?:op |'?s )?(?P<day>{LONG_DAY})(?:en|s)(?! om de)")
WEEKDAYS = rx(
    rf"(?:op )?{EACH} (?:werk|door ?de ?weekse |doordeweekse )dag(?:en)?|op werkdagen|door ?de ?weeks|door de week|(?:maandag|ma) (?:tot en met|t/m|tot) (?:vrijdag|vr)"
)
DAILY = rx(rf"{EACH} (?:dag|dagen)|dagelijks|{EACH} (?P<part>{PART})(?:en|s)?")
EACH_WEEKEND = rx(rf"(?:in )?{EACH} weekend(?:en)?|in de weekenden|ieder weekend")
UNIT = r"(?P<unit>minuten|minuutjes|minuut|min|kwartiertje|kwartier|half uurtje|half uur|halfuurtje|halfuur|uurtjes|uurtje|uren|uur|u|dagen|daagjes|dagjes|dag|nachtjes|nachten|nacht|weken|weekjes|week|maandjes|maanden|maand|jaar)"
DAY_OVER = rx(rf"(?P<what>{LONG_DAY}|vandaag|morgen|overmorgen) over {N} (?P<unit>weken|week|dagen)")
OVER = rx(
    rf"over (?:ongeveer |zo'n |circa |nog |precies |een dikke |een krappe |een goede |een kleine |een ruime )?{N} ?{UNIT}"
)
OVER_ROUGHLY = rx(rf"over een (?:dikke|krappe|goede|kleine|ruime) {UNIT}")
OVER_OR = rx(
    r"over (?:een|'n|n) (?P<unit>minuut|uurtje|uur|dag|weekje|week|maand) of (?P<m>\d{1,2}|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|veertien)"
)
SOON = rx(
    r"^zo$|zo meteen|zometeen|straks|zo dadelijk|dadelijk|zo direct|nu meteen|nu direct|meteen(?! na| voor)|direct(?! na| voor)|gelijk(?! na| voor| met)|nu"
)
LATER_ANYWAY = rx(
    rf"{LONG_DAY}|morgen|vanavond|vanmiddag|om \d+|na de \w+|na het \w+|na mijn \w+|voor mijn \w+|in de \w+|tijdens \w+|na werk"
)
DAY_MONTH = rx(
    rf"(?:op |de )*(?P<d>\d{{1,2}}(?:e|de|ste)?|{'|'.join(ORDINALS)}|{'|'.join(k for k in NUMBERS if k not in ('n', 'half', 'paar') and len(k) > 2)}) (?:van )?(?P<month>{MONTH})\.?(?: (?P<year>20\d\d))?"
)
POINT_OF_MONTH = rx(rf"(?P<point>begin|half|midden|medio|halverwege|eind|einde) (?:van )?(?P<month>{MONTH})")
ISO = re.compile(rf"{B}(?P<year>20\d\d)-(?P<m>0\d|1[0-2])-(?P<d>[0-2]\d|3[01])(?![\w-])")
NUMERIC = re.compile(rf"{B}(?:op )?(?P<d>[0-2]?\d|3[01])[-/](?P<m>0?\d|1[0-2])(?:[-/](?P<year>20\d\d|\d\d))?(?![\w-])")
DAY_OF_MONTH = rx(
    rf"(?:op |vanaf )?(?:de )(?P<d>\d{{1,2}} ?(?:e|de|ste)|{'|'.join(ORDINALS)})(?: van (?:de|deze|volgende|elke|iedere) maand)?(?=$| om | rond | na |[ ,.!]*$)"
)
FIRST_DAYNAME = rx(rf"(?:op )?(?:de )?(?:eerste|eerstvolgende) (?P<day>{LONG_DAY})(?: van de maand)?")
WEEKEND = rx(
    r"(?:in |op )?(?:het )?(?P<which>komende?|aankomende?|aanstaande?|volgende?|dit|a\.?s\.?)? ?(?:het )?weekend(?:je)?"
)
WEEKEND_AFTER = rx(r"(?:direct |meteen )?na (?:het|dit|komend) weekend")
POINT_OF_WEEK = rx(
    r"(?:aan |in |op )?(?P<point>het begin|het eind|het einde|begin|start|midden|halverwege|eind|einde|in de loop|later|verderop)(?: (?:van|in))? (?:de |deze |volgende |komende |aankomende )week"
)
POINT_OF_THIS_MONTH = rx(
    r"(?:aan |in |op )?(?:het )?(?P<point>begin|start|midden|halverwege|eind|einde)(?: (?:van|in))? (?:de |deze |volgende |komende )maand"
)
FEAST = rx(rf"(?:(?:op|met|rond|tijdens|in) )?(?:de )?(?P<feast>{'|'.join(FEASTS)})")
NOT_ON_FEAST = rx(rf"(?:na|voor|tussen|tot) (?:de )?(?:{'|'.join(FEASTS)})")
NEXT_YEAR = rx(r"(?:in )?(?:het )?(?:volgend|komend|nieuwe?) jaar")
NEXT_MONTH = rx(r"(?:in )?(?:de )?(?:volgende|komende) maand")
THIS_OR_NEXT_WEEK = rx(r"(?:in |ergens )?(?:de )?(?P<which>deze|volgende|komende|aankomende|van de) week(?: op)?")
DAY_MORNING = rx(rf"(?P<day>{LONG_DAY}) ?morgen")
TODAY_PART = rx(r"(?:van ?|deze )(?P<part>ochtend|morgen|middag|avond|nacht)(?: nog)?(?: vroeg| laat)?")
TOMORROW = rx(
    r"(?P<day>vandaag|heden|morgenvroeg|overmorgen|over morgen|morgen|morge|morgn|mrgn)(?: ?(?:in de |'?s ?)?(?P<part>ochtend|middag|namiddag|avond|nacht|vroeg)s?)?(?: vroeg| laat)?"
    r"(?! (?:in de )?morgen)"
)
DAYNAME = rx(
    rf"(?:op |deze |die )?(?P<which>volgende|volgend|aanstaande|aankomende|komende|eerstvolgende|a\.?s\.?)? ?(?P<day>{LONG_DAY})(?: a\.?s\.?)?(?: ?(?:in de |'?s ?)?(?P<part>{PART})s?)?(?: vroeg| laat)?"
)
SHORT_DAYNAME = re.compile(
    rf"{B}(?:op )?(?P<day>din|woe|don|ma|di|wo|do|vr|za|zo)(?P<part>ochtend|middag|avond|mi|av)?\.?(?=$| ?(?:om |graag|\d|half|kwart|ochtend|middag|avond|a\.?s|\x00|na |voor |in de ))"
)
PART_ALONE = rx(
    r"(?:(?:in de |vroeg in de |laat in de |'?s ?|de |begin van de |begin )|(?<=\x00 )|(?<=\x00)|^)(?P<part>ochtends?|morgens?|voormiddags?|middags?|namiddags?|avonds?|nachts?)"
)
LATE_AFTERNOON = rx(
    r"(?:aan het |op het )?(?:eind|einde) van de middag|laat in de middag|eind van de dag|einde van de dag|aan het eind van de dag|einde? middag"
)
NOON = rx(r"tussen de middag|rond de middag|om twaalf uur 's middags")
MIDNIGHT = rx(r"(?:om |rond |voor )?middernacht")
AROUND = r"(?:om|rond|tegen|vanaf|na|voor|omstreeks|ongeveer|rond een uur of|om een uur of|tegen een uur of)"
DIGITAL = re.compile(
    rf"{B}(?:{AROUND} )?(?P<h>[01]?\d|2[0-4])(?::|\.(?=\d\d(?: ?u|\b(?!\.?\d)))|h|u)(?P<m>[0-5]\d)(?: ?(?:uur|u|h))?(?![\w.]*\d)"
)
HALF = rx(rf"(?:{AROUND} )?half ?{H}(?: uur)?")
QUARTER = rx(rf"(?:{AROUND} )?(?:een )?(?:kwart|kwartier) (?P<way>voor|over) ?{H}(?: uur)?")
RANGE = rx(rf"(?:van|tussen) {H}(?: uur)? (?:tot|en) (?:[01]?\d|2[0-4]|{HOUR_WORD})(?: uur)?")
MIN = r"(?P<n>[12]?\d|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twaalf|vijftien|twintig)"
MINUTES_HALF = rx(rf"(?:{AROUND} )?{MIN} (?:minuten |min )?(?P<way>voor|over) half {H}(?: uur)?")
MINUTES = rx(rf"(?:{AROUND} )?{MIN} (?:minuten |min )?(?P<way>voor|over) {H}(?: uur)?")
OCLOCK = rx(rf"(?:{AROUND} )?{H} ?(?:uur|u|h|uurtje)(?: ?(?P<m>[0-5]\d))?")
HOUR_OR = rx(rf"(?:{AROUND} )?(?:(?:een|'n|n) )?uur(?:tje)? of {H}(?: uur)?")
AT = rx(rf"(?:om|rond|tegen|vanaf|omstreeks|een uur of) {H}")
PAST = rx(r"(?:na|voor) (?P<h>eenen|tweeen|drieen|vieren|vijven|zessen|zevenen|achten|negenen|tienen|elven|twaalven)")
BARE = re.compile(r"(?<=\x00) ?,? ?(?P<h>[01]?\d|2[0-4])(?=\s*$|\s*\x00|,)")
PERSON = r"mij|me|mezelf|jou|je|ons|haar|hem|hen|kinderen|kids|gezin|man|vrouw|partner|collega\w*|teamleider|baas|chef|klant\w*|bewoner\w*|team|iedereen|iemand|elkaar|moeder|vader"
STOPS = r"en|maar|want|ga|(?<!slapen )gaan|wil|zal|ik|doe|doen|vraag|vragen|bel|bellen|bespreek|praat|praten|plan|probeer|dan|zeg|stuur|maak|schrijf|lees|met|om|mee|samen|eerst|even|gewoon|denk|misschien"
NP = rf"(?:(?!(?:{STOPS}){E})[\w'-]+ ?){{1,6}}"
CLAUSE = r"(?:[\w'-]+ ?){2,10}"
EVENT = re.compile(
    rf"{B}(?:"
    rf"(?:zodra|wanneer|als|terwijl|voordat|nadat|telkens als|iedere keer als|elke keer als|iedere keer dat|elke keer dat|voor ik|na dat) {CLAUSE}"
    rf"|(?:(?:direct|meteen|gelijk|net|vlak|kort|even|pal|vlug) )?(?:na afloop(?: van)?|na|tijdens|onder|bij|aan het (?:begin|eind|einde) van|(?:begin|eind|einde|start) van|onderweg(?: naar)?|op weg naar|op de terugweg|halverwege) {NP}"
    rf"|(?:(?:direct|meteen|gelijk|net|vlak|kort|even) )?voor (?!(?:mijn |de |m'n |mn |onze )?(?:{PERSON}){E}){NP}"
    rf"|(?:in|op|aan) (?:(?:de|het|mijn|m'n|mn|een|onze|elke|iedere) )?(?:\w+ )?[\w-]*(?:pauze|overleg|dienst|lunch|koffie|vergadering|vakantie|trein|bus|auto|kantine|wisseling|fiets|bed|vrije dag|werk|kleedkamer|overdracht|start|tafel|gesprek|dag vrij|werkplek|ronde|cursus|les|intervisie|bila|tussenuur)(?: {NP})?"
    rf"|(?:elke|iedere) (?:dienst|pauze|overdracht|shift|nachtdienst|avonddienst|vroege dienst|late dienst|koffiepauze|vergadering|ochtenddienst|lunch|lunchpauze)"
    rf"|(?:(?:op|in|bij|tijdens) )?(?:mijn |m'n |mn |de )?(?:volgende|eerstvolgende|eerste|laatste) (?:keer|dienst|vrije dag|pauze|overleg|nachtdienst|avonddienst|koffie|koffiepauze|teamoverleg|gesprek|vergadering|ronde)"
    rf"|(?:mijn|m'n|mn) vrije dag"
    rf")"
)
CONJUNCTION = rx(
    r"zodra|wanneer|als|terwijl|voordat|nadat|telkens als|iedere keer als|elke keer als|iedere keer dat|elke keer dat|voor ik|na dat"
)
OFFSET_EVENT = rx(
    r"(?:een half uur(?:tje)?|half uur|een uur(?:tje)?|een kwartier(?:tje)?|kwartier|(?:\d{1,2}|vijf|tien|vijftien|twintig|twee|drie) (?:minuten|minuutjes|min|uur)) (?:voor|na) (?!half |kwart |\d|de middag)"
    rf"(?!(?:{HOUR_WORD}){E})(?:[\w'-]+ ?){{1,5}}"
)
ONE_WORD_EVENT = rx(
    r"onderweg|na werk|voor werk|na werktijd|onder werktijd|thuis|na schooltijd|na school|bij thuiskomst|bij binnenkomst"
)
NO_EVENT = rx(
    r"(?:als|wanneer|zodra) (?:het|'t|t|dat) (?:uitkomt|kan|lukt|mag|past|moet|nodig is|even kan|zo uitkomt|een keer kan|gaat)|(?:als|wanneer|zodra) (?:ik|er) (?:\w+ ){0,3}(?:tijd|zin|kan|wil|durf|ruimte|eraan denk|er aan denk|toe kom|gelegenheid)(?: \w+){0,2}|na een tijdje|na een poos(?:je)?|in ieder geval|op zich|op tijd|na verloop van tijd"
    r"|als (?:iets|laatste|eerste|altijd|ik het niet vergeet)|bij (?:mij|ons|hem|haar)$|voor (?:altijd|het eerst|de zekerheid|nu|later|zover)"
)
TRAILING: Final = frozenset(
    "van om in op de het een mijn met en of dan ook al te voor na bij aan is ga wil ik naar tot".split()
) - {"is"}
