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
    "formal", "informal", "english", "dutch",
]  # fmt: skip
"""`stop`: the talk at hand. `silence`: no more messages. `confused`: the question was not understood. `why`: why something was sent.
`formal`, `informal`: how to be addressed."""

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


_WHO = (
    r"(?:(?:mijn|mn|m n|de|onze|het|een|die|al mijn) )?(?:baas|chef|leiding\w*|teamleid\w*|manager|werkgever|werk|planner|planning|roosteraar|hr|personeelszaken|p o|iemand"
    r"|collega s|collegas|collega|directie|directeur|bedrijf|kantoor)"
)
_THEM = r"(?:(?:my|the|our|any) )?(?:boss|manager|supervisor|lead|team lead(?:er)?|leader|planner|employer|company|colleagues?|coworkers?|co workers?|team|hr|human resources|management|anyone(?: else)?|anybody(?: else)?|someone|somebody|people)"

RULES = (
    _rule(
        "privacy",
        rf"wie (?:leest|lees|kijkt|kijk|ziet|zie)\b.*|(?:\w+ ){{0,5}}(?:maar |en )?wie (?:krijgt|ziet|leest|hoort) (?:dat|dit|het)(?: dan| nou| nu| allemaal| eigenlijk| straks)*|(?:leest|lees|kijkt|ziet|hoort|krijgt) {_WHO}\b.*(?:mee|dit|alles|wat ik .*)"
        rf"|(?:kan|kunnen|gaat) {_WHO} (?:dit|het|mee|alles|hier)\b.*(?:lezen|zien|meelezen|kijken|horen|terug)?"
        rf"|krijgt {_WHO} (?:dit|mijn antwoorden?) .*zien|weet {_WHO} (?:hiervan|hier van|dit)(?: ook| straks| dan)?"
        rf"|(?:leest|ziet|hoort) {_WHO} mijn antwoorden?"
        rf"|(?:komt|gaat|belandt) (?:dit|wat ik zeg|mijn antwoord) (?:ook |nu |dan |straks )?(?:bij|naar) {_WHO}(?: toe)?(?: terecht| terug| uit)?"
        rf"|{_WHO} (?:ziet|leest|hoort|krijgt|kan) dit (?:\w+ ){{0,4}}(?:he|toch|of wel)|{_WHO} (?:krijgt|kan) dit toch niet (?:\w+ ?){{0,3}}|{_WHO} leest (?:toch )?(?:niet )?mee (?:he|toch)"
        r"|(?:blijft )?dit (?:blijft )?(?:wel |toch |echt )*(?:tussen|onder) ons(?: he| toch)?"
        r"|(?:is|blijft) (?:dit|het|alles)(?: hier)? (?:wel )?(?:anoniem|prive|geheim|vertrouwelijk|veilig)"
        r"|who (?:else )?(?:reads|can read|can see|sees|gets to see|is reading|will (?:read|see))\b.*"
        rf"|(?:does|do|can|could|will|would) {_THEM} (?:also |ever |get to |be able to )?(?:read|see|hear|know|find out)\b.*(?:this|that|it|everything|along|answers?|write|type|say|about).*"
        rf"|(?:does|will) this (?:get|go|come) (?:back )?to {_THEM}|(?:is|does|will) (?:this|it|everything)(?: here)? (?:stay |really |all )*(?:anonymous|private|confidential|safe|secret|between us)|privacy",
        (
            "wie leest mee?", "leest mijn baas dit mee?", "wie leest dit eigenlijk", "kan mijn chef dit lezen", "is dit anoniem", "ziet iemand dit",
            "planner ziet dit niet he", "komt dit bij de baas terecht", "who reads this", "does my boss see this?", "is this confidential",
        ),
        (
            "wie leest de overdracht niet?? niemand, want er is nooit tijd voor en dat is jammer", "mijn baas leest nooit iets", "mijn baas ziet het niet",
            "de planner ziet dit anders", "my boss never sees it",
        ),
    ),
    _rule(
        "formal",
        r"(?:zeg|zegt)(?: maar| liever| graag)? u(?: tegen (?:mij|me))?(?: graag| aub| alstublieft)?|(?:ik wil |ik word |ik heb |mag ik )?(?:graag |liever )?(?:met )?u (?:aangesproken(?: worden)?|genoemd worden)"
        r"|(?:wilt|kunt|mag|wil|kan|kun) (?:u|je) (?:mij |me )?(?:graag |voortaan )?(?:met )?u (?:aanspreken|zeggen|noemen)(?: tegen (?:mij|me))?|(?:graag )?u in plaats van (?:je|jij)|(?:waar stel ik (?:dat )?)?u (?:in|instellen)",
        ("zeg u tegen mij", "ik wil met u aangesproken worden", "kunt u mij met u aanspreken", "zeg maar u"),
        ("zegt u het maar", "ik wil u iets vragen"),
    ),
    _rule(
        "informal",
        r"(?:zeg|zegt) (?:maar |gewoon |liever )?(?:je|jij|jou)(?: hoor| tegen (?:mij|me))*|(?:je|u) (?:mag|kan|kunt) (?:gewoon |wel )?(?:je|jij) (?:tegen (?:mij|me) )?zeggen(?: hoor)?|geen u(?: hoor)?",
        ("zeg maar je", "je mag gewoon je zeggen hoor", "zeg maar jij tegen mij"),
        ("zeg je nee dan krijg je ruzie",),
    ),
    _rule(
        "english",
        r"(?:in )?english(?: please)?|(?:can|could|do) (?:we|you|i) (?:speak|talk|write|use|do this in|read this in)(?: in)? english(?: please)?|(?:i )?(?:do not|don t|dont) (?:speak|understand|read) dutch(?: well| so well)?|(?:liever |graag )?(?:in het )?engels(?: graag| aub)?",
        ("english please", "can we speak english?", "I don't speak Dutch", "in het engels graag"),
        ("my english is bad",),
    ),
    _rule("dutch", r"(?:liever |graag |weer )?(?:in het )?nederlands(?: graag| aub)?|(?:in )?dutch(?: please)?", ("nederlands graag", "in dutch please"), ("mijn nederlands is niet goed",)),
    _rule(
        "wipe",
        r"(?:kan|kun|kunt|wil|wilt) (?:je|jij|u|ik) (?:ook |nu |hier |dan )?alles (?:van mij |van me |hier )?(?:wissen|weghalen|verwijderen)|(?:wis|verwijder|delete|gooi)(?: maar)? (?:alles|mijn gegevens|mij|mijn account)\b.*|alles (?:wissen|weg|verwijderen)"
        r"|ik wil alles (?:wissen|weg|verwijderen)|ja alles weg",
        ("kan je alles wissen", "wis alles", "alles wissen", "verwijder mijn gegevens", "ik wil alles wissen"),
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
        r"|wat (?:staat|zit) er in mijn (?:groei ?)?document"
        r"|(?:(?:ik wil|kan ik|mag ik|hoe krijg ik|heb je|kun je) )?(?:graag )?(?:(?:dit|het|alles|dat|mijn (?:groei ?)?document|mijn blad|mijn plan|mijn verhaal) )?(?:als|in|naar) (?:een )?pdf(?: hebben| krijgen| geven| printen| graag| sturen| aub)*|pdf(?: graag| aub)?"
        r"|(?:(?:can|could|may) i (?:get|have) )?(?:(?:this|it|everything|my document|my page) )?as (?:a )?pdf(?: please)?",
        ("mijn document als pdf", "ik wil dit als pdf hebben", "pdf", "can I get this as a PDF?", "mijn document", "groeidocument", "laat mijn document zien", "waar vind ik mijn groeidocument"),
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
    _rule(
        "wipe",
        r"(?:please )?(?:delete|erase|wipe|remove) (?:everything|all|all (?:of )?my (?:data|answers)|all of it|it all|my (?:data|account|answers)|me)(?: please| now)?"
        r"|i want (?:everything|all my data|my data) (?:deleted|erased|gone|removed)|i want (?:you )?to (?:delete|erase|remove) (?:everything|all my data|my data|my account)",
        ("delete everything", "erase my data please", "I want everything deleted"),
        ("delete the late shifts", "remove me from the night roster"),
    ),
    _rule(
        "silence",
        r"(?:please )?(?:stop sending|don t send|do not send|no more|stop with)(?: me)?(?: any| the)?(?: more)? (?:messages|texts|reminders)(?: please)?"
        r"|stop (?:texting|messaging) me|leave me alone|stop sending(?: me)? (?:things|stuff|this)",
        ("stop sending me messages", "no more messages please", "leave me alone"),
        ("my boss sends too many messages",),
    ),
    _rule(
        "stop",
        r"(?:ok |no |please )?(?:stop|quit|enough|never mind|nevermind|forget it|stop it)(?: please| now| this)?",
        ("never mind", "please stop", "enough"),
        ("stop the night shifts",),
    ),
    _rule("menu", r"main menu|start over|what can (?:i|you) do(?: here)?", ("what can you do", "main menu"), ("what can I do about my back",)),
    _rule(
        "plan",
        r"(?:do i (?:already )?have a |where is |show me |show |what is |what s |what was |see )?(?:my plan|my plans|plan)(?: please)?",
        ("my plan", "show me my plan", "what was my plan"),
        ("my plan is to learn more",),
    ),
    _rule("document", r"(?:where is |show me |show |open |see )?my (?:growth )?document|growth document", ("my document", "where is my document"), ("my document got lost",)),
    _rule(
        "pause",
        r"pause(?: please)?|(?:i (?:have|work|am on) )?nights?(?: shifts?)?(?: this week)?|i (?:have|am on) (?:holiday|vacation)|i m on (?:holiday|vacation|nights)",
        ("pause", "I have night shifts this week", "I'm on holiday"),
        ("I want fewer night shifts",),
    ),
    _rule("data", r"(?:show me )?my data|what do you (?:know|keep|store|have|save) (?:about|on|of) me|what data .*|which data .*", ("my data", "what do you know about me")),
    _rule(
        "help",
        r"how does (?:this|it) work|what is this|who are you|are you (?:a |an )?(?:real )?(?:robot|bot|human|person|ai|program|computer)",
        ("who are you", "are you a bot?", "how does this work"),
        ("how does this work out for my team",),
    ),
    _rule("story", r"(?:tell me )?(?:a |another )?story(?: please)?", ("tell me a story", "a story"), ("that is a long story",)),
    _rule("why", r"why (?:did|do|am) i (?:get|getting|got|receive) this(?: message| now| story)?|why this(?: message)?", ("why did I get this message", "why this?"), ("why do I get the late shift",)),
    _rule(
        "human",
        r"(?:no )?(?:(?:i|can i|could i|may i) )?(?:(?:want|need|prefer|would like|d like|would rather|d rather)(?: to)? )?(?:(?:talk|speak)(?: to| with)? )?(?:a |an )?(?:real |actual )?(?:person|human|human being|somebody real|someone real)(?: please| instead)?"
        r"|who can i (?:talk|speak) (?:to|with)",
        ("a person please", "I want to talk to a human", "who can I talk to"),
        ("I am a person too",),
    ),
    _rule("greeting", r"good (?:morning|afternoon|evening)(?: \w+)?|hey there|hi there|hello there", ("good morning", "hi there")),
    _rule(
        "thanks",
        r"(?:ok |okay |great |no )?(?:thanks|thank you|thx|ty|cheers|great|nice|cool|perfect)(?: a lot| so much| very much| again| for that| for this| for asking| bot)?",
        ("thanks", "thank you so much", "ok thx"),
        ("thanks to my team it went well",),
    ),
    _rule(
        "confused",
        r"i (?:do not|don t|dont) (?:understand|get)(?: it| this| that| you| the question)?|(?:i m |im )?confused|what do you mean(?: by that| with that)?|what is the question|what does (?:that|this|it) mean|huh|sorry what",
        ("what do you mean", "I don't get it", "what does that mean?"),
        ("I don't understand my boss",),
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
    first, _, last = text.rstrip(" .!?").rpartition(". ")
    return "privacy" if first and wish(last) == "privacy" else None  # the fear that is asked last is what was asked
