"""Which question a message asks, typed where an answer was expected: can this be trusted, how long is it kept, what is that, or something else.

Unsure is no question: "wat ik mis is tijd", "hoe ze praten" and "mag ik niet" are answers. Without a question mark only plain forms count.
"""

from __future__ import annotations

import re
from typing import Final

from dialogues.language import normal

MOST_WORDS: Final = 18
"""Longer messages have more to say than a question."""

WORDS: Final = {
    "vertrouwenspersoon": r"vertrouwe?n?s? ?perso+n(?:en)?|confidential advis[eo]r|confidant",
    "or": r"or|o\.?r|ondernemingsraad|works council",
    "bedrijfsarts": r"bedrijfs? ?arts|arbo ?arts|company doctor|occupational (?:doctor|physician)",
    "preventiemedewerker": r"preventie ?medewerkers?",
    "personeelszaken": r"personeels ?zaken|hr|p en o|p o|human resources",
    "evc": r"evc|ervarings ?certificaat",
    "leidinggevende": r"leiding ?gevende",
    "knelpunt": r"knelpunt(?:en)?",
    "cao": r"cao|c a o",
}
"""Words of work that somebody may not know, by the end of the id of their explanation."""

_SHORT: Final = {
    "mn": "mijn", "m'n": "mijn", "me": "me", "t": "het", "'t": "het", "ut": "het", "n": "een", "'n": "een", "da": "dat", "ge": "je", "gij": "je",
    "eig": "eigenlijk", "eigelijk": "eigenlijk", "leesttie": "leest hij", "moetik": "moet ik", "kanik": "kan ik", "krijgik": "krijg ik", "buro": "bureau",
    "uitzendburo": "uitzendbureau", "blyft": "blijft", "hoelang": "hoe lang", "hoeveel": "hoeveel", "waarvoor": "waarom", "r": "er", "wegga": "weg ga",
    "iets": "iets", "wa": "wat", "is't": "is het", "wie's": "wie is", "wat's": "wat is", "ist": "is het",
}  # fmt: skip
_BOSS = (
    r"(?:(?:mijn|me|de|onze|het|een|die|hun) )?(?:baas|chef|leiding\w*|team ?leid\w*|manager|werkgever|planner|planning|hr|personeelszaken|directie|bedrijf|werk|uitzendbureau"
    r"|collega s|collegas|iemand|ze|zij|jullie|hij)"
)
_OUT = r"(?:weg|kwijt|eruit|er uit|er vanaf|eraf|van me af|van mij af|lozen|ontslaan|uit|buiten)"

TOPICS: Final = (
    (
        "trust",
        (rf".*\bom (?:mensen|ons|mij|me|iemand|oudere?n?|ouwe|zieken?|personeel|volk)\b.*\b{_OUT}(?: te)?\b.*|(?:is|was) (?:dit|het|dat) (?:hier )?(?:soms |gewoon |niet )?(?:een )?(?:truc|trucje|valstrik|val|test)\b.*"
        rf"|(?:wil|willen|wilt) {_BOSS} (?:mij|me|ons|van me|van mij)\b.*{_OUT}.*|(?:word|kan|kun) ik (?:hier|hiermee|hierdoor|hierom|dan|er)\b.*(?:ontslagen|ontslag|afgerekend|beoordeeld|problemen|gezeik|gedoe)\b.*"
        rf"|(?:wordt|worden) (?:dit|ik|we|mijn antwoorden?) .*(?:tegen (?:me|mij|ons)|beoordeeld|afgerekend)\b.*|(?:komt|staat|gaat) (?:dit|het|dat) (?:straks |dan |ook )?in (?:mijn|me|een|het) dossier\b.*"
        r"|wie zit (?:hier|er) ?achter\b.*|(?:van wie|voor wie) is (?:dit|deze (?:app|bot))\b.*|wie (?:heeft|wil) (?:dit|deze (?:app|bot)) .*|krijg ik hier (?:problemen|gedoe|gezeik|last|straf) (?:mee|van|om)\b.*"
        rf"|wat (?:doen|doet|gaat|gaan) {_BOSS} (?:hier|er|daar) ?mee\b.*|wat (?:doen|doet) {_BOSS} met (?:mijn|wat ik|dit)\b.*|wat gebeurt er met (?:mijn antwoord\w*|wat ik (?:zeg|typ|schrijf|invul)|dit)\b.*"
        r"|(?:is|are) (?:this|it) (?:a |some )?(?:trick|trap|test)\b.*|.*\bget(?:ting)? rid of (?:people|me|us)\b.*|(?:will|can|could) i (?:get|be) (?:fired|sacked|in trouble)\b.*|who is behind this\b.*"),
    ),
    (
        "privacy",
        rf"(?:leest|lees|ziet|kijkt|hoort|weet|krijgt) {_BOSS} (?:dit|mee|alles|ook mee|dat hier|wat ik (?:typ|zeg|schrijf))\b.*|bewaard voor wie\b.*|(?:wie|welke mensen) (?:leest|lezen|ziet|zien) (?:er )?(?:dit|mee|dat|alles)\b.*",
    ),
    (
        "kept",
        (r"(?:en |maar )?hoe lang (?:blijft|blijven|staat|staan|wordt|worden) (?:dit|dat|het|alles|mijn \w+|deze \w+)(?: hier| dan| eigenlijk)* (?:staan|bewaard|hier|in|opgeslagen|bestaan|als|op)\b.*"
        r"|(?:en )?hoe lang (?:bewaar|bewaart|bewaren|hou|houd|houdt|houden) (?:je|jij|jullie|u|ze)\b.*|(?:wordt|worden|blijft) (?:dit|dat|het|alles|mijn antwoorden)(?: hier| dan| ook| allemaal)* (?:bewaard|opgeslagen)\b.*"
        r"|(?:bewaar|bewaart|bewaren) (?:je|jij|jullie|u) (?:dit|dat|het|alles|mijn)\b.*|(?:is|blijft|gaat) (?:dit|dat|het|alles)\b.*\bals ik (?:weg ga|stop|ontslag neem|uit dienst|vertrek)\b.*"
        r"|how long (?:do you|is|will|does) .*\b(?:keep|kept|stay|store|stored)\b.*"),
    ),
    (
        "length",
        (r"hoeveel vragen(?: (?:nog|zijn|komen|heb|moet|krijg)\b.*)?|(?:hoe lang|hoelang) duurt (?:dit|het)(?: gesprek)?(?: nog)?|(?:nog|komen er nog|zijn er nog|heb je nog) veel vragen|is dit (?:bijna )?klaar"
        r"|how (?:many questions|much longer|long does this take)\b.*"),
    ),
    (
        "pays",
        (r".*\bwie betaalt(?: (?:dat|die|het|dit|zo ?n|de|een|eigenlijk|dan|mijn|er|papier|certificaat|cursus|opleiding|training|rijbewijs|heftruck\w*))*|(?:wat|hoeveel) kost (?:dat|dit|het|die|zo ?n|een) ?(?:cursus|opleiding|certificaat|papier|training|mij|me|dan|eigenlijk)*"
        rf"|(?:betaalt|vergoedt) {_BOSS} (?:dat|die|dit|het|de|een|mijn|ook)\b(?!.*\bniet\b).*|(?:moet|ga) ik (?:dat|het|die) zelf betalen|who pays\b.*"),
    ),
    (
        "mine",
        (r"(?:geldt|telt) (?:dat|dit|die|het)(?: dan| ook| wel| eigenlijk)* voor (?:mij|me|ons|uitzend\w*|flex\w*|oproep\w*|iedereen)\b.*|(?:krijg|heb|mag|kan) ik (?:dat|dit|het|die|daar|er) (?:\w+ ){0,4}?(?:dan ook|ook|dan|eigenlijk|recht op|halen|krijgen|volgen)"
        r"|(?:is|geldt) (?:dat|dit|het) (?:dan |ook |alleen )*voor (?:uitzend\w*|flex\w*|mij|iedereen)\b.*|do i get (?:that|it|this) too|does (?:that|it|this) (?:apply|count) (?:to|for) me"),
    ),
    ("human", r"(?:met|bij|naar) wie (?:moet|kan|mag|zou) ik (?:dan |nou |daar(?:over)? |hier(?:over)? )*(?:praten|terecht|heen|zijn|gaan|naartoe)\b.*"),
)  # fmt: skip
_COMPILED = tuple((topic, re.compile(pattern)) for topic, pattern in TOPICS)
_WORDS = tuple(
    (
        word,
        re.compile(
            rf"(?:en |maar |nou )?(?:wat|wie|what|who) (?:is|zijn|was|betekent|doet|kan|s|are|does|bedoel je met)(?: (?:nou|dan|eigenlijk|ook|alweer|precies|dat|een|de|het|die|zo ?n|mijn|onze|a|an|the|my))* (?:{ways})(?: (?:nou|dan|eigenlijk|precies|ook|alweer|voor \w+|doen|do|mean))*"
            rf"|(?:een |de |die |ok |ja )?(?:{ways}) (?:wie|wat|what|who) (?:is|doet|betekent|s|zijn) (?:dat|die|het|dit|zo iemand|that|it)\b.*"
        ),
        re.compile(
            rf"(?:en |maar |hoe dan )?(?:hoe kom ik|hoe vind ik|hoe bereik ik|waar vind ik|waar zit|waar is|wie is|waar kan ik|is er|hebben we|heb je|hebben jullie|heeft (?:iedereen|mijn werk))\b.*\b(?:{ways})\b.*"
            rf"|(?:de |een )?(?:{ways}) (?:heb je die|is die er|hebben we die|is er die)\b.*|.*\b(?:vraag|vroeg) (?:of|toch of) er (?:een|ook een) (?:{ways})(?: is| was)?"
        ),
    )
    for word, ways in WORDS.items()
)
_NO_ROLE = frozenset({"leidinggevende", "knelpunt", "evc", "cao", "personeelszaken"})
"""Words nobody looks for as a person: only their meaning is asked."""

_HERE = r"(?:dat|dit|die|het|er|ik|je|we|de|een|mijn|hier|daar|deze|jullie|zo ?n|dan|eigenlijk|over)"
_PLAIN = re.compile(
    rf"wie (?:is|zijn|gaat|gaan|moet|mag|bepaalt|beslist|regelt|doet|heeft|krijgt|kan) {_HERE}\b.*"
    rf"|wat (?:betekent|kost|krijg|mag|gebeurt|moet|kan|zijn) (?:dat|dit|die|er|ik|je|mijn|daarvan|een|de)\b.*|wat is (?:dat|dit|die|een)\b.*|.*\bwie gaat er (?:dan )?over"
    rf"|hoe (?:lang |vaak |veel |duur |snel )?(?:blijft|duurt|kost|werkt|moet|kan|kun|vraag|kom|doe|krijg|vind|regel|begin|werken) {_HERE}\b.*"
    r"|waar (?:vind|kan|kun|moet|haal|meld|krijg) (?:ik|je)\b.*|wanneer (?:krijg|kan|hoor|moet|mag) (?:ik|we|je)\b.*|(?:is|zijn) er (?:hier |ook |wel |eigenlijk )*(?:een |iets |iemand |geld |regels ).*"
    r"|(?:aan|bij|van) wie (?:moet|kan|mag) ik\b.*"
)
_MARKED = re.compile(
    r"(?:en |maar |of |dus |nou |ok |ja |eh )*(?:wie|wat|waar|wanneer|hoe|welke?|hoeveel|who|what|where|when|how|which|is|zijn|krijg|krijgt|krijgen|kan|kun|kunnen|mag|mogen|moet|moeten|geldt|wordt|worden|"
    r"heeft|hebben|gaat|komt|bestaat|betaalt|doet|helpt|klopt|weet|staat|does|do|is|are|can|will|should)\b.*"
)
_NOT_ASKED = re.compile(
    r".*\b(?:weet ik (?:niet|nie)|weet niet|geen idee|voor zin|heeft (?:het|dat) (?:voor )?zin|wat (?:heb|heeft) (?:ik|je|dat|het) (?:er)?(?:aan|voor)|maakt (?:dat|het) uit|in hemelsnaam|zal ik zeggen"
    r"|moet ik (?:zeggen|ermee|daarmee|anders|doen|nou|dan)|kan ik (?:zeggen|eraan|doen|ertegen)|(?:doe|kun|moet) je (?:eraan|doen|dan|anders|ertegen|nou)|zeg (?:ik|je) dat|gaat het|hoe dan ook|is er aan|gekkenhuis)\b.*"
)
_AND_THEY = re.compile(
    r"(?:^|[.!?\n]\s*)(?:en|maar|and)\s+(?:de |mijn |mn |het |'?t |my |the )?(?:planner|baas|chef|leidinggevende|uitzendbureau|uitzendburo|personeelszaken|hr|manager|boss)\s*\?",
    re.IGNORECASE,
)
"""After *who reads along*: "en t uitzendburo?"."""
_NOT_NEEDED = re.compile(r"waarom|hoezo|why")


def asked(text: str) -> str | None:
    """What a message asks: a topic, `word_` with the word to explain, `other`, or None where it is no plain question.

    What is between a comma or full stop and the next counts by itself: the question may stand behind something else.
    """
    if len(text) > 240:
        return None
    pieces = _pieces(text)
    if not pieces or sum(len(piece.split()) for piece, _ in pieces) > MOST_WORDS:
        return None
    if _AND_THEY.search(text):
        return "privacy"
    whole = " ".join(piece for piece, _ in pieces)
    for said in (whole, *(piece for piece, _ in pieces)):
        topic = _topic(said)
        if topic is not None:
            return topic
    said, marked = pieces[-1]
    if _NOT_ASKED.fullmatch(said) or _NOT_NEEDED.match(said):
        return None
    if (marked and _MARKED.fullmatch(said) and len(said.split()) > 1) or _PLAIN.fullmatch(said):
        return "other"
    return None


def _topic(said: str) -> str | None:
    for topic, pattern in _COMPILED:
        if pattern.fullmatch(said):
            return topic
    for word, meaning, person in _WORDS:
        if meaning.fullmatch(said) or (word not in _NO_ROLE and person.fullmatch(said)):
            return f"word_{word}"
    return None


def _pieces(text: str) -> list[tuple[str, bool]]:
    """The clauses of a message in plain words, each with whether a question mark closed it."""
    found = []
    for piece in re.findall(r"[^.!?,;\n]+[.!?,;\n]*", text):
        words = [_SHORT.get(word, word) for word in re.sub(r"[^\w' ]+", " ", " ".join(normal.words(piece))).split()]
        bare = re.sub(
            r"^(?:(?:ok|oke|ja|nee|maar|en|eh|ehm|nou|jezus|boeie|hee|he|sorry|lmao|lol|idk|zeg|eerlijk|wacht|dus|pff|joh) )+(?=\w)",
            "",
            " ".join(words),
        )
        if bare:
            found.append(
                (
                    re.sub(r"(?: (?:ofzo|eigenlijk|toch|he|man|joh|hoor|nou|ja of nee|eerlijk|dan))+$", "", bare),
                    "?" in piece,
                )
            )
    return found
