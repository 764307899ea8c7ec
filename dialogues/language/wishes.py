"""What somebody asks of the bot itself, in a whole message: who reads along, stop, the menu, a plan, a pause. One rule a wish.

Only short messages are read so: in a longer one the words are about something else. Each rule carries examples that are its tests.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from dialogues.language import normal

Wish = Literal[
    "privacy", "silence", "stop", "menu", "plan", "document", "pause", "data", "wipe", "help", "story", "greeting", "thanks", "confused", "human", "why",
]  # fmt: skip
"""`stop`: the talk at hand. `silence`: no more messages. `confused`: the question was not understood. `why`: why something was sent."""

MOST_WORDS = 9


@dataclass(frozen=True, slots=True)
class Rule:
    """A wish, the words that say it, and what does and does not mean it."""

    wish: Wish
    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    not_examples: tuple[str, ...] = ()


def _rule(wish: Wish, pattern: str, examples: tuple[str, ...], not_examples: tuple[str, ...] = ()) -> Rule:
    return Rule(wish, re.compile(pattern), examples, not_examples)


_WHO = r"(?:mijn )?(?:baas|chef|leiding\w*|teamleid\w*|manager|werkgever|werk|planner|hr|personeelszaken|iemand|collega s|collegas)"

RULES = (
    _rule(
        "privacy",
        rf"wie (?:leest|lees|kijkt|kijk|ziet|zie)\b.*|(?:leest|lees|kijkt|ziet|hoort) {_WHO}\b.*(?:mee|dit|alles|wat ik .*)"
        rf"|(?:kan|kunnen|gaat) {_WHO} (?:dit|het|mee|alles|hier)\b.*(?:lezen|zien|meelezen|kijken|horen|terug)?"
        r"|(?:is|blijft) (?:dit|het|alles)(?: hier)? (?:wel )?(?:anoniem|prive|geheim|vertrouwelijk|veilig)|who (?:reads|can read|sees)\b.*"
        r"|does my boss (?:read|see)\b.*|privacy",
        ("wie leest mee?", "leest mijn baas dit mee?", "wie leest dit eigenlijk", "kan mijn chef dit lezen", "is dit anoniem", "ziet iemand dit"),
        ("wie leest de overdracht niet?? niemand, want er is nooit tijd voor en dat is jammer", "mijn baas leest nooit iets"),
    ),
    _rule(
        "wipe",
        r"(?:wis|verwijder|delete|gooi)(?: maar)? (?:alles|mijn gegevens|mij|mijn account)\b.*|alles (?:wissen|weg|verwijderen)"
        r"|ik wil alles (?:wissen|weg|verwijderen)|ja alles weg",
        ("wis alles", "alles wissen", "verwijder mijn gegevens", "ik wil alles wissen"),
        ("ik wil alles weten over het rooster",),
    ),
    _rule(
        "silence",
        r"(?:stuur|stop).*(?:geen|met).*(?:berichten|berichtjes|sturen|appen)\b.*|geen berichten(?: meer)?|laat me met rust|hou op met (?:sturen|appen)"
        r"|nooit meer (?:iets )?(?:sturen|berichten)|stuur (?:maar )?niets(?: meer)?",
        ("stop met berichten sturen", "geen berichten meer", "stuur me geen berichten", "laat me met rust"),
        ("ik krijg te veel berichten van mijn werk in mijn vrije tijd",),
    ),
    _rule(
        "stop",
        r"(?:ok |nee )?(?:stop|stoppen|hou op|houd op|ophouden|kap|kappen|klaar nu|laat maar|nee laat maar|genoeg)(?: maar| ermee| nu| er maar mee)?"
        r"|nee hou(?:d)? (?:daar )?(?:er )?(?:maar )?mee op",
        ("stop", "hou op", "nee laat maar", "stop maar", "stop ermee"),
        ("stop met roken", "ik wil stoppen met nachtdiensten"),
    ),
    _rule(
        "menu",
        r"menu|start|begin|hoofdmenu|wat kan ik(?: hier)?(?: doen)?|wat kan je|wat kun je(?: doen)?|opties",
        ("menu", "wat kun je", "wat kan ik hier doen"),
        ("wat kan ik doen aan mijn rug",),
    ),
    _rule(
        "plan",
        r"(?:heb ik (?:al )?een |waar (?:is|staat) |toon |laat )?(?:mijn plan|mijn plannen|een plan|plan)(?: zien)?|wat (?:is|was) mijn plan",
        ("mijn plan", "heb ik al een plan?", "wat was mijn plan", "plan"),
        ("mijn plan is om meer te leren",),
    ),
    _rule(
        "document",
        r"(?:waar (?:is|staat|vind ik) |toon |laat |open |bekijk )?(?:mijn |m n )(?:groei ?)?document(?: zien)?|(?:mijn )?groeidocument(?: zien)?"
        r"|wat (?:staat|zit) er in mijn (?:groei ?)?document",
        ("mijn document", "groeidocument", "laat mijn document zien", "waar vind ik mijn groeidocument"),
        ("mijn document is zoek op mijn werk",),
    ),
    _rule(
        "pause",
        r"pauze(?: graag)?|(?:ik (?:heb|werk|zit) )?(?:deze week )?(?:nacht|nachten|nachtdienst|nachtdiensten|in de nacht)(?: deze week)?"
        r"|(?:ik heb|ik ben op|met) vakantie",
        ("pauze", "deze week nachtdienst", "ik heb nachtdienst", "ik werk nachten deze week"),
        ("ik wil minder nachtdienst",),
    ),
    _rule(
        "data",
        r"mijn gegevens|wat (?:weet|bewaar) (?:je|jij) (?:van|over) mij|welke gegevens.*",
        ("mijn gegevens", "wat weet je van mij", "wat bewaar je over mij"),
    ),
    _rule(
        "help",
        r"help|hulp|hoe werkt (?:dit|het|je)|wat is dit|wie ben (?:je|jij)|ben (?:je|jij) een (?:robot|mens|programma|bot)|are you a robot|wat doe je",
        ("help", "hoe werkt dit", "wie ben jij", "ben je een robot?"),
        ("help mij met mijn rooster",),
    ),
    _rule("story", r"(?:een |vertel een )?verhaal(?: vertellen)?|vertel (?:maar )?een verhaal", ("een verhaal", "vertel een verhaal"), ("lang verhaal kort",)),
    _rule(
        "why",
        r"(?:waarom|hoezo|waarvoor) (?:stuur|zeg|vertel|vraag|krijg|laat|kreeg)(?:de)? (?:je|jij|ik) (?:mij |me )?(?:dit|dat|deze?|zo ?iets)(?: nou| nu| eigenlijk)?"
        r"(?: bericht| berichtje| verhaal)?(?: toch)?(?: zien)?|(?:waarom|hoezo) (?:dit|dat|deze|dit bericht|dit verhaal)|why (?:do|did) you send (?:me )?this",
        ("waarom stuur je dit?", "waarom krijg ik dit bericht", "waarom dit", "hoezo stuur je mij dit", "waarom vertel je dit"),
        ("waarom stuur je geen rooster", "waarom krijg ik altijd de late dienst"),
    ),
    _rule(
        "human",
        r"(?:nee )?(?:ik )?(?:wil|kan|mag|zou)?(?: ik)?(?: liever| gewoon| graag| niet)*(?: met)?(?: een| een echt| echt)*"
        r" ?(?:mens|echt mens|echt iemand|persoon)(?: spreken| praten| aan de lijn| bellen)?|met wie kan ik (?:dan )?praten|liever een mens",
        ("ik wil een mens spreken", "ik wil gewoon een mens spreken", "liever een mens", "met wie kan ik praten"),
        ("ik ben een mens", "mens wat een drukte"),
    ),
    _rule(
        "greeting",
        r"(?:hoi|hallo|hey|hee|he|dag|hi|hello|goedemorgen|goedemiddag|goedenavond|goeie ?morgen|goede ?morgen|moi|yo)(?: \w+)?",
        ("hoi", "hallo", "goedemorgen"),
        ("dag en nacht",),
    ),
    _rule(
        "thanks",
        r"(?:ok |oke )?(?:dank je|dankje|dank|dank je wel|dankjewel|bedankt|thanks|thank you|top|fijn|prima|ok|oke|mooi|super)(?: wel| hoor| je)?",
        ("dankje", "bedankt", "oké", "top"),
        ("dank zij mijn collega's",),
    ),
    _rule(
        "confused",
        r"(?:ik )?(?:snap|begrijp|volg) (?:ik )?(?:het|dit|je|de vraag|hem)?(?: vraag)? ?(?:niet|nie)(?: echt| helemaal| zo)?"
        r"|(?:ik )?(?:snap|begrijp) (?:er )?niets? van|wat bedoel (?:je|jij)(?: daarmee)?|hoe bedoel (?:je|jij)|wat is de vraag|waarvoor|hoezo(?: dan)?"
        r"|waarvoor (?:ik )?(?:snap|begrijp) (?:ik )?(?:de vraag|het|dit) niet",
        ("snap de vraag niet", "ik begrijp het niet", "hoe bedoel je", "waarvoor? snap de vraag niet", "wat bedoel je"),
        ("ik snap mijn baas niet",),
    ),
)  # fmt: skip


def wish(text: str) -> Wish | None:
    """What a whole message asks of the bot; None for anything that is about something else."""
    words = [word for word in normal.words(text) if word.strip(".,!?'\"")]
    if not words or len(words) > MOST_WORDS:
        return None
    said = re.sub(r"[^\w ]+", " ", " ".join(words))
    said = " ".join(said.split())
    for rule in RULES:
        if rule.pattern.fullmatch(said):
            return rule.wish
    return None
