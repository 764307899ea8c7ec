"""The closed lists of `matching`: ways to say yes and no, labels, places, numbers, and the words that steer a talk."""

from __future__ import annotations

from typing import Literal

from dialogues.language import english_words as en

Command = Literal["terug", "stop", "skip", "help"]
Stance = Literal["yes", "no", "unsure", "any"]

YES = (
    "ja ja|jaa|jaja|jaaa|ja hoor|jahoor|ja graag|graag|jep|yep|yes|yup|yeah|jawel|jawel hoor|joe|jo|joh ja|ja joh|is goed|is prima|prima|goed|ok|oke|okee|okay|oki|okido|oke dan|doe maar"
    "|ja doe maar|ja is goed|ja prima|ja oke|ja ok|ja klopt|klopt|dat klopt|zeker|zeker weten|tuurlijk|natuurlijk|absoluut|precies|inderdaad|idd|juist|sure|top|lijkt me goed|lijkt me prima|vooruit|vooruit dan"
    "|laat maar horen|kom maar op|ga je gang|mag|mag wel|dat mag|ja dat mag|best|ja best|hmm ja|uhu|is best|vind ik goed|vind ik prima|lijkt me leuk|lijkt me wel wat|doen we|doe ik|ja doe ik|laten we dat doen|ga maar door|zekers|jazekers|jazeker wel|ja zekers|zeker wel|ja man|ja tuurlijk wel|tuurluk|sws|sowieso|waarom niet dan ja|ja waarom niet|ja is best|prima hoor|is goed hoor|goed hoor|oke hoor|ok hoor|ok doe maar|oke doe maar|oke is goed|ok is goed|graag hoor|heel graag|ja heel graag|ja prima hoor|ja lekker|ja fijn|ja dat is goed|dat is goed|dat is prima|yess|yesss|yea|yep sure|of course|yes please|ja alsjeblieft|ja aub|ja alstublieft|akkoord|deal|komt goed|ja vooruit|ja okee|jawohl|oki doki|okie|heb ik|wil ik wel|wil ik graag|ik wil wel|ik wil graag|ja ik wil wel|ja wil ik|kan wel|dat kan|kan|ja kan|ja dat kan|ja dat klopt|klopt ja|klopt helemaal|helemaal waar|dat is zo|das goed|tis goed|is oke|is ok|jazeker|ja zeker|ja tuurlijk|ja natuurlijk|ja leuk|j|y|ja"
)
NO = (
    "nee hoor|nee joh|neej|neen|neeh|neeee|neu|neuh|nah|nope|nop|no|nee bedankt|nee dank je|nee dankje|nee dank u|nee liever niet|liever niet|nou nee|nu niet|nu even niet|even niet|niet nu|nee nu niet"
    "|hoeft niet|nee hoeft niet|laat maar|nee laat maar|geen zin|niet nodig|nee niet nodig|absoluut niet|zeker niet|echt niet|never|mwa nee|beter van niet|doe maar niet|niet|nee echt niet|nee sorry|nee man|nee nooit|niet echt|nee niet echt|klopt niet|dat klopt niet|nee klopt niet|nee dat klopt niet|klopt helemaal niet|niet waar|geen interesse|beter niet|liever nie|nee geen zin|nee vandaag niet|nee straks|helaas niet|nee helaas|no thanks|no thank you|not really|nein|nee alsjeblieft niet|neen bedankt|bedankt maar nee|nee dankjewel|nee dank je wel|nee dank u wel|dank je nee|hell no|nah man|no way|nooit|ik wil niet|wil ik niet|wil niet|nee wil ik niet|nee ik wil niet|nee ik wil het niet|mag niet|hoeft voor mij niet|voor mij niet|voor mij hoeft het niet|nee voor mij niet|nee is niet nodig|is niet nodig|geen behoefte|nee geen behoefte|nee eigenlijk niet|eigenlijk niet|nog niet nee|nee nog niet|nie|nee nie|neeeee|n|nee nee|nee"
)
UNSURE = (
    "weet ik niet|weet niet|ik weet het niet|ik weet niet|weet het niet|geen idee|gn idee|weetniet|kweet niet|ik zou het niet weten|zou het niet weten|geen flauw idee|dunno|idk|i don't know|i dont know|don't know|dont know"
    "|weet ik nog niet|weet nog niet|nog geen idee|moeilijk te zeggen|lastig te zeggen|twijfel|ik twijfel|geen mening|misschien|mss|wie weet|hangt ervan af|hangt er vanaf|hangt er van af|geen idee eigenlijk|ik heb geen idee|geen idee hoor|weet k niet|weet nie|weet ik nie|weet ik veel|kwenie|kweenie|kweenie hoor|kweet nie|kweni|weetnie|kweetniet|ik weet t niet|weet t niet|kan ik niet zeggen|daar moet ik over nadenken|moet ik over nadenken|even nadenken|weet ik eigenlijk niet|ik weet het eigenlijk niet|ik weet het nog niet|ik weet het echt niet|niet zeker|not sure|no idea|no clue|geen flauw benul|joost mag het weten|ligt eraan|mwah|mwa"
)
ANY = (
    "maakt niet uit|maakt me niet uit|maakt mij niet uit|mij om het even|om het even|boeit niet|boeit me niet|maakt nie uit|maakt nt uit|kies jij maar|zeg jij het maar|kies maar|whatever|doe maar wat|allebei|beide|egaal"
    "|het maakt niet uit|het maakt mij niet uit|het maakt me niet uit|maak niet uit|geen voorkeur|maakt nie uit hoor|maakt niet uit hoor|maakt mij nie uit|maakt me nie uit|maakt niks uit|maakt me niks uit|mij maakt het niet uit|mij maakt t niet uit|het is mij om het even|alles is goed|alles goed|alles mag|allemaal goed|beide goed|allebei goed|maakt echt niet uit|kies jij|jij mag kiezen|zeg maar|doe maar iets|eender|mij egaal|is mij egaal|boeie|boeit mij niet|boeit nie|interesseert me niet|doesn't matter|doesnt matter|don't mind|dont mind|no preference|either|any|zeg maar wat"
)
SETS: tuple[tuple[Stance, frozenset[str]], ...] = (
    ("yes", frozenset(f"{YES}|{en.YES}".split("|"))),
    ("no", frozenset(f"{NO}|{en.NO}".split("|"))),
    ("unsure", frozenset(f"{UNSURE}|{en.UNSURE}".split("|"))),
    ("any", frozenset(f"{ANY}|{en.ANY}".split("|"))),
)
YES_LABELS = frozenset(
    f"ja|ja graag|graag|ja hoor|klopt|dat klopt|ja klopt|noem maar|doe maar|goed|is goed|prima|oke|ok|zeker|ja zeker|ja doe maar|akkoord|yes|yes please|sure|okay|nog even|ik doe mee|begrepen|{en.YES_LABELS}".split(
        "|"
    )
)
NO_LABELS = frozenset(
    f"nee|nu niet|liever niet|nee bedankt|nee dank je|niet nu|even niet|nee liever niet|nog niet|niet helemaal|stop maar|ik doe niet mee|nee hoor|no|not now|no thanks|rather not|nee stop|iets anders|{en.NO_LABELS}".split(
        "|"
    )
)
STRONG_NO_LABELS = frozenset(
    f"nee|nu niet|liever niet|nee bedankt|nee dank je|niet nu|even niet|nee liever niet|nee hoor|no|not now|no thanks|rather not|nee stop|{en.STRONG_NO_LABELS}".split(
        "|"
    )
)
UNSURE_LABELS = ("weet", "twijfel", "geen idee", "misschien", *en.UNSURE_LABELS)
ANY_LABELS = ("maakt niet uit", "maakt me niet uit", "geen voorkeur", "om het even", "allebei", *en.ANY_LABELS)
ORDINALS = {
    "een": 1, "eerste": 1, "1e": 1, "1ste": 1, "bovenste": 1, "twee": 2, "tweede": 2, "2e": 2, "2de": 2, "drie": 3, "derde": 3, "3e": 3, "3de": 3, "vier": 4, "vierde": 4, "4e": 4, "4de": 4,
    "vijf": 5, "vijfde": 5, "5e": 5, "5de": 5, "zes": 6, "zesde": 6, "6e": 6, "zeven": 7, "zevende": 7, "7e": 7, "acht": 8, "achtste": 8, "8e": 8, "first": 1, "second": 2, "third": 3, "fourth": 4,
    "fifth": 5, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
}  # fmt: skip
PLACES = frozenset({"optie", "nummer", "nr", "antwoord", "keuze", "knop", "nummertje", "option"})
"""Words before a figure that make it a place among the buttons."""
LAST = frozenset({"laatste", "onderste", "last"})
MIDDLE = frozenset({"middelste", "middle"})
FILLER = frozenset(
    f"ik ben je jij heb het dat dit de een is maar gewoon echt wel toch nog even eigenlijk denk doe kies wil liever ja nou nja eh ehm uh hm hmm tja pff zo er me mij mijn want dan heel best vrij erg zeg voel hoor joh graag al te om i am 's s {en.FILLER}".split()
)
OPENERS = frozenset(f"ja nou nja eh ehm uh uhm hm hmm tja pff ach och well euh oh o {en.OPENERS}".split())
NEGATIONS = frozenset(f"niet geen nooit nee niks no not {en.NEGATIONS}".split())
SAME = {
    "nix": "niks",
    "niets": "niks",
    "nikx": "niks",
    "okee": "oke",
    "okay": "oke",
    "ok": "oke",
    "nie": "niet",
    "n": "een",
    "t": "het",
    "'t": "het",
    "hetzelfde": "zelfde",
    "tzelfde": "zelfde",
    "'tzelfde": "zelfde",
    "smorgens": "ochtends",
    "morgens": "ochtends",
    "'smorgens": "ochtends",
    "sochtends": "ochtends",
    "smiddags": "middags",
    "savonds": "avonds",
    "snachts": "nachts",
    "idd": "inderdaad",
    "email": "mail",
    "e-mail": "mail",
    "mailtje": "mail",
    "emailtje": "mail",
    "ff": "even",
    "collegas": "collega's",
    "kwartiertje": "kwartier",
}
LIGHT = frozenset(
    "ik je jij we wij het de een t n 's s in op aan bij met van voor naar tot tijdens over om te uit als er ben is was werk werkt zit doe doet kies wil wou zou ga neem heb krijg voelt voel zeg denk vind lijkt gaat het dat dit die graag liefst vooral meestal altijd toch maar gewoon "
    f"wel nou ja ehm eh hoor dan mij me mijn mn m'n even nog heel erg best echt ook denk vooral eigenlijk dus en zelf optie antwoord keuze {en.LIGHT}".split()
)
"""Words that may stand around the words of a button without saying anything of their own."""
MINUTES = {
    "kwartier": 15, "halfuur": 30, "half uur": 30, "halfuurtje": 30, "half uurtje": 30, "uur": 60, "uurtje": 60, "een uur": 60, "een uurtje": 60, "een half uur": 30, "een half uurtje": 30,
    "een kwartier": 15, "drie kwartier": 45, "driekwartier": 45, "anderhalf uur": 90, "twee uur": 120,
}  # fmt: skip
"""Lengths of time by name, in minutes, for buttons that give them in figures."""
NUMBERS = {
    "nul": 0, "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9, "tien": 10, "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "nulletje": 0, "eentje": 1, "tweetje": 2, "drietje": 3, "viertje": 4, "vijfje": 5, "zesje": 6, "zeventje": 7, "achtje": 8, "negentje": 9, "tientje": 10, "zevn": 7, "zevuh": 7,
    "zuven": 7, "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15, "zestien": 16, "zeventien": 17, "achttien": 18, "negentien": 19, "twintig": 20, "dertig": 30, "veertig": 40,
    "vijfenveertig": 45, "vijftig": 50, "zestig": 60, "negentig": 90, "ses": 6, "zeuven": 7,
}  # fmt: skip
SCALE_WORDS = frozenset(
    "een de het n ik geef denk doe zeg kies ga voor dan maar ongeveer rond zo'n zon ongv circa nou eh ehm uh hm hmm tja mezelf mij me mijn cijfer van uit op werk nu wel misschien een dikke dikke krappe klein kleine kleine "
    f"magere ruim ruime net nog net is wordt dat die zit ben nette goede mooie stevige een soort a i would say give it maybe about en hooguit of ofzo zo met griffel plus minus zeker vandaag nu hoor ja cijfertje puntje punt punten {en.SCALE}".split()
)
_DUTCH: tuple[tuple[Command, frozenset[str]], ...] = (
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
COMMANDS = tuple((command, ways | frozenset(en.COMMANDS[command].split("|"))) for command, ways in _DUTCH)
