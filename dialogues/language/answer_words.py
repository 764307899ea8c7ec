"""The closed lists of `matching`: ways to say yes and no, labels, places, numbers, and the words that steer a talk."""

from __future__ import annotations

from typing import Literal

Command = Literal["terug", "stop", "skip", "help"]
Stance = Literal["yes", "no", "unsure", "any"]

YES = (
    "ja ja|jaa|jaja|jaaa|ja hoor|jahoor|ja graag|graag|jep|yep|yes|yup|yeah|jawel|jawel hoor|joe|jo|joh ja|ja joh|is goed|is prima|prima|goed|ok|oke|okee|okay|oki|okido|oke dan|doe maar"
    "|ja doe maar|ja is goed|ja prima|ja oke|ja ok|ja klopt|klopt|dat klopt|zeker|zeker weten|tuurlijk|natuurlijk|absoluut|precies|inderdaad|idd|juist|sure|top|lijkt me goed|lijkt me prima|vooruit|vooruit dan"
    "|laat maar horen|kom maar op|ga je gang|mag|mag wel|dat mag|ja dat mag|best|ja best|hmm ja|uhu|jazeker|ja zeker|ja tuurlijk|ja natuurlijk|ja leuk|j|y|ja"
)
NO = (
    "nee hoor|nee joh|neej|neen|neeh|neeee|neu|neuh|nah|nope|nop|no|nee bedankt|nee dank je|nee dankje|nee dank u|nee liever niet|liever niet|nou nee|nu niet|nu even niet|even niet|niet nu|nee nu niet"
    "|hoeft niet|nee hoeft niet|laat maar|nee laat maar|geen zin|niet nodig|nee niet nodig|absoluut niet|zeker niet|echt niet|never|mwa nee|beter van niet|doe maar niet|niet|nee echt niet|nee sorry|n|nee nee|nee"
)
UNSURE = (
    "weet ik niet|weet niet|ik weet het niet|ik weet niet|weet het niet|geen idee|gn idee|weetniet|kweet niet|ik zou het niet weten|zou het niet weten|geen flauw idee|dunno|idk|i don't know|i dont know|don't know|dont know"
    "|weet ik nog niet|weet nog niet|nog geen idee|moeilijk te zeggen|lastig te zeggen|twijfel|ik twijfel|geen mening|misschien|mss|wie weet|hangt ervan af|ligt eraan|mwah|mwa"
)
ANY = (
    "maakt niet uit|maakt me niet uit|maakt mij niet uit|mij om het even|om het even|boeit niet|boeit me niet|maakt nie uit|maakt nt uit|kies jij maar|zeg jij het maar|kies maar|whatever|doe maar wat|allebei|beide|egaal"
    "|het maakt niet uit|het maakt mij niet uit|het maakt me niet uit|maak niet uit|geen voorkeur|zeg maar wat"
)
SETS: tuple[tuple[Stance, frozenset[str]], ...] = (
    ("yes", frozenset(YES.split("|"))),
    ("no", frozenset(NO.split("|"))),
    ("unsure", frozenset(UNSURE.split("|"))),
    ("any", frozenset(ANY.split("|"))),
)
YES_LABELS = frozenset(
    "ja|ja graag|graag|ja hoor|klopt|dat klopt|ja klopt|noem maar|doe maar|goed|is goed|prima|oke|ok|zeker|ja zeker|ja doe maar|akkoord|yes|yes please|sure|okay|nog even|ik doe mee|begrepen".split(
        "|"
    )
)
NO_LABELS = frozenset(
    "nee|nu niet|liever niet|nee bedankt|nee dank je|niet nu|even niet|nee liever niet|nog niet|niet helemaal|stop maar|ik doe niet mee|nee hoor|no|not now|no thanks|rather not|nee stop|iets anders".split(
        "|"
    )
)
STRONG_NO_LABELS = frozenset(
    "nee|nu niet|liever niet|nee bedankt|nee dank je|niet nu|even niet|nee liever niet|nee hoor|no|not now|no thanks|rather not|nee stop".split(
        "|"
    )
)
UNSURE_LABELS = ("weet", "twijfel", "geen idee", "misschien")
ANY_LABELS = ("maakt niet uit", "maakt me niet uit", "geen voorkeur", "om het even", "allebei")
ORDINALS = {
    "een": 1, "eerste": 1, "1e": 1, "1ste": 1, "bovenste": 1, "twee": 2, "tweede": 2, "2e": 2, "2de": 2, "drie": 3, "derde": 3, "3e": 3, "3de": 3, "vier": 4, "vierde": 4, "4e": 4, "4de": 4,
    "vijf": 5, "vijfde": 5, "5e": 5, "5de": 5, "zes": 6, "zesde": 6, "6e": 6, "zeven": 7, "zevende": 7, "7e": 7, "acht": 8, "achtste": 8, "8e": 8, "first": 1, "second": 2, "third": 3, "fourth": 4,
    "fifth": 5, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
}  # fmt: skip
LAST = frozenset({"laatste", "onderste", "last"})
MIDDLE = frozenset({"middelste", "middle"})
FILLER = frozenset(
    "ik ben je jij heb het dat dit de een is maar gewoon echt wel toch nog even eigenlijk denk doe kies wil liever ja nou nja eh ehm uh hm hmm tja pff zo er me mij mijn want dan heel best vrij erg zeg voel hoor joh graag al te om i am".split()
)
OPENERS = frozenset("ja nou nja eh ehm uh uhm hm hmm tja pff ach och well euh oh o".split())
NEGATIONS = frozenset("niet geen nooit nee niks no not".split())
SAME = {
    "nix": "niks",
    "niets": "niks",
    "nikx": "niks",
    "okee": "oke",
    "okay": "oke",
    "ok": "oke",
    "nie": "niet",
    "n": "een",
}
NUMBERS = {
    "nul": 0, "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9, "tien": 10, "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "nulletje": 0, "eentje": 1, "tweetje": 2, "drietje": 3, "viertje": 4, "vijfje": 5, "zesje": 6, "zeventje": 7, "achtje": 8, "negentje": 9, "tientje": 10, "zevn": 7, "zevuh": 7,
    "zuven": 7, "ses": 6, "zeuven": 7,
}  # fmt: skip
SCALE_WORDS = frozenset(
    "een de het n ik geef denk doe zeg kies ga voor dan maar ongeveer rond zo'n zon ongv circa nou eh ehm uh hm hmm tja mezelf mij me mijn cijfer van uit op werk nu wel misschien een dikke dikke krappe klein kleine kleine "
    "magere ruim ruime net nog net is wordt dat die zit ben nette goede mooie stevige een soort a i would say give it maybe about en hooguit of ofzo zo".split()
)
COMMANDS: tuple[tuple[Command, frozenset[str]], ...] = (
    (
        "terug",
        frozenset(
            "terug|ga terug|ik wil terug|vorige|vorige vraag|de vorige vraag|terug naar de vorige vraag|een stap terug|stap terug|1 terug|een terug|stapje terug|even terug|back|go back|previous|undo|ongedaan maken|terug aub|terug graag"
            "|kan ik terug|mag ik terug|ik wil een stap terug".split("|")
        ),
    ),
    (
        "stop",
        frozenset(
            "stop|stoppen|ik wil stoppen|ik stop|stop maar|stop ermee|stop nu|stop aub|stop a u b|stop alsjeblieft|stop dit gesprek|stop het gesprek|stop gesprek|nu stoppen|ik wil nu stoppen|laten we stoppen|kan ik stoppen|ik stop ermee|ik wil ermee stoppen"
            "|ik wil graag stoppen|stoppen aub|ik ga stoppen|hou op|houd op|hou maar op|ophouden|einde|klaar ermee|quit|exit|cancel|annuleer|annuleren|i want to stop|end|afsluiten|sluit af|stop stop|stopp|sstop|stop please|please stop|stop it|afbreken".split(
                "|"
            )
        ),
    ),
    (
        "skip",
        frozenset(
            "liever niet|sla over|overslaan|sla deze over|sla maar over|sla deze vraag over|deze vraag overslaan|ik sla over|ik sla deze over|skip|skip this|skippen|volgende|volgende vraag|geen antwoord|zeg ik liever niet|zeg ik niet|wil ik niet zeggen"
            "|dat zeg ik liever niet|dat wil ik niet zeggen|daar geef ik geen antwoord op|liever geen antwoord|ik geef liever geen antwoord|geen commentaar|gaat je niks aan|pas|next|rather not|i'd rather not|prefer not to say|no answer|ik antwoord liever niet"
            "|ik wil deze vraag overslaan|ik wil overslaan|kan ik overslaan|ga door".split("|")
        ),
    ),
    (
        "help",
        frozenset(
            "help|hulp|help me|ik heb hulp nodig|uitleg|ik snap het niet|ik begrijp het niet|snap het niet|snap ik niet|begrijp ik niet|ik snap de vraag niet|ik begrijp de vraag niet|wat bedoel je|hoe bedoel je|wat bedoelt u|hoe bedoelt u|hoe werkt dit"
            "|hoe werkt het|wat kan ik doen|wat moet ik doen|wat kan je|wat kun je|wat kan jij|huh|hu|wat|hoezo|i don't understand|i dont understand|what do you mean|info|menu".split(
                "|"
            )
        ),
    ),
)
