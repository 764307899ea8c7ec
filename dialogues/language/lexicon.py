"""The closed lists of Dutch that `clauses` and `reflect` reason with, and the verbs from `data/verbs.txt`. No sentence is analysed here.

Irregular and strong verbs are closed lists: a dictionary accepts *kont* and *last*, so its word is taken only for a regular -t.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Final

from dialogues.language.normal import distance

PRESENT: Final = {
    "ben": "bent", "heb": "hebt", "kan": "kunt", "wil": "wilt", "zal": "zult", "mag": "mag", "moet": "moet", "weet": "weet", "ga": "gaat", "sta": "staat", "sla": "slaat", "doe": "doet", "zie": "ziet",
    "rij": "rijdt", "rijd": "rijdt", "hou": "houdt", "houd": "houdt", "snij": "snijdt", "snijd": "snijdt", "glij": "glijdt", "lij": "lijdt", "lijd": "lijdt", "vermij": "vermijdt", "mijd": "mijdt",
    "zit": "zit", "laat": "laat", "eet": "eet", "vergeet": "vergeet", "sluit": "sluit", "meet": "meet", "geniet": "geniet", "besluit": "besluit", "bijt": "bijt", "fluit": "fluit", "spuit": "spuit", "giet": "giet",
    "schiet": "schiet", "verlaat": "verlaat", "ontsluit": "ontsluit", "beschiet": "beschiet", "bezit": "bezit", "vreet": "vreet", "smijt": "smijt", "verwijt": "verwijt", "slijt": "slijt", "ontbijt": "ontbijt",
    "vecht": "vecht", "vlecht": "vlecht", "stoot": "stoot", "heet": "heet", "splijt": "splijt", "barst": "barst", "chill": "chillt", "stress": "stresst", "multitask": "multitaskt", "whatsapp": "whatsappt", "vape": "vapet",
    "word": "wordt", "vind": "vindt", "kom": "komt", "krijg": "krijgt", "neem": "neemt", "geef": "geeft", "werk": "werkt", "voel": "voelt", "hoef": "hoeft", "durf": "durft", "snap": "snapt", "denk": "denkt",
    "loop": "loopt", "blijf": "blijft", "hoop": "hoopt", "mis": "mist", "zoek": "zoekt", "leer": "leert", "zorg": "zorgt", "vraag": "vraagt", "praat": "praat", "begin": "begint", "maak": "maakt", "help": "helpt",
    "zeg": "zegt", "probeer": "probeert", "merk": "merkt", "hoor": "hoort", "wou": "wou", "dien": "dient", "wens": "wenst", "kies": "kiest", "lees": "leest", "slaap": "slaapt", "lig": "ligt", "trek": "trekt", "red": "redt",
    "draai": "draait", "verdien": "verdient", "speel": "speelt", "rust": "rust", "voer": "voert", "zet": "zet", "haat": "haat", "start": "start", "wacht": "wacht", "groet": "groet",
}  # fmt: skip
"""First person singular, present → second person (*je* and *u* before the verb)."""

INVERTED: Final = {"kan": "kun", "zal": "zul"}
"""First person → second before *je*; every other form stays as it is."""

MODALS: Final = frozenset({"kan", "wil", "zal", "mag", "moet", "hoef", "durf"})
SAME_IN_THIRD: Final = frozenset({"kan", "wil", "zal", "mag"})
"""Forms that the third person shares: they may belong to another subject."""

SURE: Final = frozenset(
    "ben heb kan wil zal mag moet weet ga sta doe zie word vind kom krijg neem geef voel durf denk blijf vraag maak zeg probeer zoek verdien merk zit was had ging kon zou moest mocht wilde wou deed zag kwam werd vond kreeg dacht wist begrijp hoef".split()
)
"""Finite forms that are hardly ever anything else."""

STRONG_PAST: Final = frozenset(
    "was had ging kon wou wilde zou moest mocht deed zag kwam liep stond zat lag gaf nam las sprak brak trok dronk vond won begon zong sprong hing ving viel bleef schreef reed leed sneed beet schoot genoot koos verloor loog bedroog vloog "
    "sliep riep hielp stierf werd wierp zocht dacht bracht kocht wist droeg groef sloeg joeg voer schoof kroop dook at vrat vergat genas bad trad kreeg keek bleek leek hief zwoer schrok trof stak bewoog wees zweeg streek steeg daalde besloot "
    "bood rees dreef drong smeet smolt spleet wreef zond zwol beval lachte zweette glom kreet verscheen verdroot vocht zwom klom gold hield liet zei scheen schold stal blies gleed greep hees kneep spoot stonk verdroeg schonk zonk klonk dwong zwierf streed hoefde bewees woog vroeg rook bond sloot ontving verzon bevond bedacht verkocht bezocht onderzocht begreep verdween overleed ondervond bezat verliet werkte voelde".split()
)
"""Past forms of strong and irregular verbs, the same for *ik* and *je*; prefixes may come before them."""

AMBIGUOUS_PAST: Final = frozenset(
    "was lag bad at las vroeg rook bond sloot leek week won boog hing brak wees voer dook riep groef droeg gold".split()
)

PARTICLES: Final = (
    "achteruit achterna achterop achterover achterom tegemoet terecht vooruit voorbij onderuit overeind samen terug thuis tegen binnen buiten rond weg klaar los vast mee neer door over onder voor achter open dicht heen langs "
    "stil bij deel les lastig aan af in op om uit na toe kwijt goed klaar ziek vol schoon bezig"
).split()  # fmt: skip
"""First parts of separable verbs, longest first where one begins another."""

_PREFIXES: Final = ("be", "ver", "ont", "her", "er", "mis", "onder", "over", "door", "voor")

SELDOM: Final = frozenset(
    "niet veel meer heel man baas baan week weer minder gek vrij ziek vol vast hard lang druk echt doel klaar open dag tijd moe best goed zeer rond vroeg laat last zin wijs been boek hand hoofd plaats kans kant soort vorm uur maand jaar "
    "dienst team rug nek schouder knie land stad huis deur auto fiets trein bus tram band gips jas broek mail pijn angst stress druk kracht moed lol pret ruzie hoop lief mooi lekker leuk slim sterk zwak arm rijk warm koud droog nat vies "
    "schoon vers wild stil luid scherp glad ruw grof fijn dun dik breed smal hoog laag diep plat recht schuin bang boos kwaad wit zwart rood groen geel bruin grijs ander eind keer lijf lijn maat mens markt norm ploeg post prijs punt raad "
    "rest rij ring rol snel stap steun straf taak tas stoel tafel toon veld vlak vloer volk vraag weg wens werf wet winst zaal zaak zee zon zoon kleur kring klas kop kost kraan krant kern kas kassa loon geld last leven gang pak pauze "
    "pleeg meester moeder vader ouder eigen even kort naast meest juist gelijk ieder elk alleen heden half heelal nood nut dank douche taal team trots stoer los leeg dood doof gaar fris zuur zoet zout jong warm eerst eind zat ton zorgzaam voldoende steeds open enig raar rijp big muis tab pin groei pest zwanger gezond welkom wel samen later toch altijd strak stuk buur chef gast klant kind kok hulp zuster broeder acht".split()
)
"""Stems that in everyday Dutch are another word than a verb, unless they stand where only a verb can."""

SUBORDINATORS: Final = frozenset(
    "dat omdat als of wat wie hoe waarom zodat terwijl toen wanneer waar voordat nadat zolang sinds totdat tot hoewel doordat mits tenzij zodra nu aangezien indien alsof zoals welke hoeveel die voor waarin waarmee waaraan waarvoor waardoor "
    "waarover waarop waarbij waaruit waarvan waarna waartoe hoezeer opdat naarmate telkens dattik da".split()
)
QUESTION_WORDS: Final = frozenset(
    "wat wie hoe waarom wanneer waar welke welk hoeveel hoelang hoezo waarmee waarvoor waarover waaraan waarvan waarin waarop waarbij waardoor waarheen".split()
)
COORDINATORS: Final = frozenset({"en", "maar", "of", "want", "dus"})
PREPOSITIONS: Final = frozenset(
    "in op met van voor naar bij over door uit aan na om tijdens zonder onder tegen tot tussen per sinds via naast achter boven binnen buiten rond langs volgens vanaf vanuit behalve qua wegens vanwege ondanks dankzij sedert tegenover".split()
)
DETERMINERS: Final = frozenset(
    "de een mijn m'n mn zijn z'n zn haar hun elk elke ieder iedere geen onze sommige alle beide zo'n n 'n welke welk me eigen".split()
)
PRONOUN_OR_DETERMINER: Final = frozenset("het 't t dat dit die deze veel meer minder weinig wat genoeg".split())
OTHER_SUBJECTS: Final = frozenset(
    "hij ze zij het er iemand niemand iedereen dat dit die deze men alles niks niets".split()
)

FIRST_SINGULAR: Final = frozenset("ik me mij mijn mijne m'n mn mezelf mijzelf 'k k ikzelf".split())
FIRST_PLURAL: Final = frozenset("wij we ons onze onszelf wijzelf w'".split())
SECOND: Final = frozenset("jij je jou jouw jouwe jullie u uw uwe jezelf uzelf jijzelf gij gullie ge".split())

REFLEXIVE_STEMS: Final = (
    "herken ren lach werk voel ontwikkel verveel vervel erger schaam scham meld bemoei herstel concentreer focus verdiep bereid bewijs zet aanpas pas ontspan haast verdruk vergis verheug irriteer richt realiseer herinner amuseer omschol omscholen bijscholen "
    "schol school houd hou red schik thuis vraag voorber opgev aanmeld inschrijv schrijf overgeef verzet verspreek uitspreek spreek afvraag verzorg sjouw werk loop erg interesseer verander beklaag ziekmeld inzet opwind wind druk staande "
    "losmaak maak zorgen concentre houden meld voorstel stel afmeld terugtrek trek gedraag verslaap bedenk verlies verdedig wapen hecht bind uit kleed omkleed kleden wassen was"
).split()

CHAT: Final = {
    "gwn": "gewoon", "gewn": "gewoon", "gwoon": "gewoon", "vr": "voor", "ff": "even", "effe": "even", "effen": "even", "efkes": "even", "es": "eens", "ni": "niet", "nooi": "nooit", "dr": "er", "der": "er", "vd": "van", "wa": "wat", "gwnn": "gewoon", "echtt": "echt", "zelluf": "zelf", "zegma": "zeg", "idd": "inderdaad", "mss": "misschien", "msch": "misschien", "egt": "echt", "nie": "niet", "nt": "niet",
    "da": "dat", "t": "het", "r": "er", "n": "een", "zn": "zijn", "wrk": "werk", "wss": "waarschijnlijk", "mn": "mijn", "mr": "meer", "zg": "zeg",
    "altyd": "altijd", "tyd": "tijd", "mijzelf": "mezelf", "mezelluf": "mezelf", "wrm": "waarom", "omda": "omdat", "vnv": "vanavond", "vnd": "vandaag", "vndg": "vandaag", "mrgn": "morgen", "mgn": "mogen",
    "ikke": "ik",
}  # fmt: skip
"""Chat spelling that stands for one word only."""

ENGLISH: Final = frozenset(
    "i i'm im i'd i've i'll my the and want with they you your is't don't dont can't it's are have has would should because but not this that more from what when about myself feel like need to for of job work time get".split()
)
ENGLISH_ONLY: Final = frozenset(
    "i'm im i'd i've i'll the and want with they you your don't dont can't it's have would should because this that more what when about myself feel need would to".split()
)

OPENERS: Final = frozenset(
    "ja nee nou nja tja eh ehm uh uhm euh hm hmm mmm pff pfff pffff poeh ach och oh o haha hahaha lol jep jawel neuh nope ok oke okee okay goh joh sja tsja aah ah klopt hoi hallo hey hee idd inderdaad".split()
)

COMMON: Final = frozenset(
    "de het een en van in op met voor naar bij over door uit aan na om niet geen wel meer minder veel weinig gewoon echt heel erg even ook nog al dan daar hier er thuis soms vaak altijd nooit misschien rust ruimte tijd stress werk druk "
    "rooster dienst diensten collega collega's team baas salaris loon geld waardering respect vrijheid plezier uitdaging afwisseling zekerheid duidelijkheid contact aandacht mensen klanten bewoners goed beter leuk fijn lekker moe voldaan "
    "blij trots rustig zwaar lastig moeilijk leren vrij eerder later vaste vast betere andere nieuwe iets niks niets alles iemand samen alleen uren dagen avond weekend vakantie pauze energie balans lol te als toen want maar omdat dat die "
    "dit deze is was wordt gaat blijft heeft had zijn eigen".split()
)
"""Words by which a fragment without a first person is known to be Dutch."""


@dataclass(frozen=True, slots=True)
class Finite:
    """A finite verb as the first person says it: its second person forms, and how surely it is a verb (3 sure, 1 could be something else)."""

    straight: str
    inverted_je: str
    inverted_u: str
    past: bool
    sure: int
    modal: bool = False


@lru_cache(maxsize=1)
def _stems() -> dict[str, tuple[str, str]]:
    text = resources.files("dialogues.language").joinpath("data/verbs.txt").read_text(encoding="utf-8")
    stems = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            stem, kinds, past = line.split(" ")
            stems[stem] = (kinds, past)
    return stems


def is_stem(word: str) -> bool:
    """True for the stem of a verb that the word list knows."""
    return word in _stems()


_WEAK = re.compile(r"^(.{2,})([td])e$")


@lru_cache(maxsize=4096)
def finite(word: str) -> Finite | None:
    """The word read as a first person verb form, or None. `word` in lower case."""
    return plain_finite(word) or _joined_finite(word)


@lru_cache(maxsize=4096)
def misspelt(word: str) -> Finite | None:
    """The verb meant by a misspelt word right beside *ik*: *wordt*, *vindt*, *werkt* for the stem, or one slip from one common verb."""
    if finite(word) is not None or len(word) < 2 or not word.isalpha() or word in _NEVER or word in _NOT_A_SLIP:
        return None
    short = _SHORT_VERBS.get(word)
    if short is not None:
        return finite(short)
    if word.endswith("t"):
        stem = finite(word[:-1])
        if stem is not None and not stem.past and stem.sure > 0 and stem.straight == word:
            return stem
    if len(word) < 3 or word.endswith("n"):
        return None  # "mijn man en ik zien": a plural, no slip
    near = [
        verb
        for verb in _COMMON_VERBS
        if abs(len(verb) - len(word)) <= 1 and verb[0] == word[0] and distance(word, verb, 1) == 1
    ]
    return finite(near[0]) if len(near) == 1 else None


_SHORT_VERBS: Final = {
    "bn": "ben",
    "hb": "heb",
    "wl": "wil",
    "hep": "heb",
    "vin": "vind",
    "vint": "vind",
    "wor": "word",
    "kn": "kan",
    "mt": "moet",
    "zt": "zit",
    "wrk": "werk",
    "heeft": "heb",
    "gaa": "ga",
    "wordt": "word",
    "hebt": "heb",
    "bent": "ben",
}
_COMMON_VERBS: Final = tuple(verb for verb in (*PRESENT, "zou", "had", "was", "ging", "kon", "werkte") if len(verb) > 2)
_NOT_A_SLIP: Final = frozenset("is zijn ook me mijn hen hun gen den hek bon ban bin zal wie wit wol wal zoon".split())


def _present(word: str, second: str, sure: int) -> Finite:
    return Finite(second, INVERTED.get(word, word), second, past=False, sure=sure, modal=word in MODALS)


def _same(word: str, sure: int) -> Finite:
    return Finite(word, word, word, past=True, sure=sure)


HOMOGRAPHS: Final = frozenset({"rook", "las", "voer", "boog", "bond"})
"""Strong pasts that are also the present of another verb (*roken*, *lassen*): only an adverb of time tells."""
PAST_ADVERBS: Final = frozenset(
    "gisteren laatst vroeger toen vorige vorig eergisteren vanmorgen net ooit destijds indertijd geleden onlangs".split()
)
_NEVER: Final = (
    PREPOSITIONS
    | SUBORDINATORS
    | COORDINATORS
    | OTHER_SUBJECTS
    | DETERMINERS
    | OPENERS
    | frozenset(
        "jou jouw welk even samen daar hier wel toch altijd niet veel meer heel weer minder best zeer meestal overal vooral voorbij al zo te nu dan nog man baas week tijd team".split()
    )
)
"""Words of grammar that the list also knows as stems (*zonder*, *in*, *want*)."""


def plain_finite(word: str) -> Finite | None:
    """As `finite`, without separable verbs written as one word, which only stand at the end of a clause."""
    if word in _NEVER:
        return None
    known = _stems().get(word)
    if word in STRONG_PAST:
        return _same(word, 3 if word in SURE else 1 if word in AMBIGUOUS_PAST else 2)
    second = PRESENT.get(word)
    if second:
        kinds = known[0] if known else "-"
        sure = 3 if word in SURE else 0 if word in SELDOM else 1 if kinds != "-" else 2
        return _present(word, second, sure)
    if known is not None:
        sure = 0 if word in SELDOM else 1 if known[0] != "-" else 2
        return _present(word, _third(word), sure)
    weak = _WEAK.match(word)
    if weak is not None:
        stem, dental = weak[1], weak[2]
        for candidate in (stem, stem.removesuffix(dental)):
            past = _stems().get(candidate, ("", ""))[1]
            if past == dental:
                return _same(word, 2)
    for prefix in _PREFIXES:
        if word.startswith(prefix) and word[len(prefix) :] in STRONG_PAST and len(word) > len(prefix) + 2:
            return _same(word, 2)
    return None


def _joined_finite(word: str) -> Finite | None:
    """A separable verb written as one word, as at the end of a clause: *thuiskom*, *opsta*, *nadacht*."""
    for particle in PARTICLES:
        rest = word.removeprefix(particle)
        if rest != word and len(rest) > 1:
            inner = plain_finite(rest)
            if inner is None or not (inner.sure > 0 or inner.past):
                continue
            if rest == "was":
                return Finite(f"{particle}wast", word, f"{particle}wast", past=False, sure=2)
            sure = 1 if rest in _NOUN_AFTER_PARTICLE else min(inner.sure + 1, 2)
            return Finite(particle + inner.straight, word, particle + inner.straight, inner.past, sure)
    return None


_NOUN_AFTER_PARTICLE: Final = frozenset(
    "dien last slag loop leg vraag bod stap ruim stel werk zet bouw doe druk val voer kijk pas kom plan gaf drink maak roep kook trek".split()
)


def _third(stem: str) -> str:
    if stem.endswith("t"):
        return stem
    if stem.endswith("a") and stem not in ("aanraa",):
        return f"{stem}at"
    if stem.endswith("o"):
        return f"{stem}ot"
    return f"{stem}t"
