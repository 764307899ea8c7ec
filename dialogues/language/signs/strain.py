"""Signs of strain in a life: overload (strong signs only, never a diagnosis), money, care for somebody near."""

from __future__ import annotations

from dialogues.language.signs.rule import Rule, pattern

_SO = r"(?:(?:echt|gewoon|het|dit|zo|nu|helemaal|soms|eigenlijk|thuis|op het werk|ook|bijna|al|even|maar|er|mentaal|lichamelijk|fysiek|psychisch) ){0,4}"
_NEAR = (
    r"(?:moeder|vader|ouders|man|vrouw|partner|zoon|dochter|kind|kinderen|broer|zus|schoonmoeder|schoonvader|schoonouders|oma|opa|tante|oom|vriend|vriendin|buurvrouw|buurman|ma|pa"
    r"|zusje|broertje|kleinkind)"
)
_ILL = (
    r"(?:dement\w*|dementie|alzheimer|parkinson|kanker|ziek|zieke|ernstig ziek|gehandicapt\w*|beperking|hulpbehoevend|bedlegerig|terminaal|autisme|autistisch\w*|beroerte|herseninfarct|cva|chronisch|verlamd"
    r"|niet lang meer|invalide|palliatief|ziekte|als patient|ms|nierdialyse|depressief|psychose|verslaafd|down|uitbehandeld|achteruit)"
)

OVERLOAD = (
    Rule(
        "cannot go on",
        "overload",
        pattern(
            rf"(?:ik )?kan {_SO}niet (?:meer|langer|verder)$",
            r"(?:ik )?kan (?:ik )?(?:het|dit|dit zo|het zo|zo|er) ~niet ~(?:meer|langer) (?:aan|volhouden|opbrengen|trekken|handelen|dragen|bolwerken)",
            rf"(?:ik )?(?:trek|red|hou|houd|bolwerk) (?:ik )?(?:het|dit|ze)? ?{_SO}niet (?:meer|langer)(?: vol| uit| langer| zo)?$",
            r"(?:ik )?(?:trek|red|hou|houd|bolwerk) (?:ik )?(?:het|dit|dit zo|het zo|zo) ~niet ~(?:meer|langer)(?! zo)",
            r"(?:hou|houd) (?:ik )?(?:dit|het) ~niet ~vol$",
            r"(?:zit|zat) (?:ik )?(?:er )?(?:echt |helemaal |compleet |volledig |totaal )*(?:er )?(?:echt |helemaal |compleet |volledig |totaal )*door ?heen$|doorheen zit",
            r"(?:ben|raak|voel me) (?:ik )?(?:echt |helemaal |compleet |volledig |totaal |mentaal |lichamelijk |geestelijk |fysiek |psychisch |emotioneel )+op$|(?:ben|raak|voel me) (?:ik )?(?:me )?(?:echt |helemaal |compleet |volledig |totaal )*(?:opgebrand|uitgeput|leeg en op)",
            r"(?:ik )?(?:ben|was) (?:echt )?op$",
            r"(?:sta|stond|stort|ga|ging|ben|zit) (?:ik )?~(?:op|bijna|op het punt van|aan de rand van|het punt) ~(?:instorten(?! van)|in te storten(?! van)|onderdoor|knappen|omvallen|breken|om te vallen)",
            r"(?:stort|stortte) (?:ik )?~in$|(?:ga|ging) (?:ik )?~(?:er )?(?:aan )?(?:onderdoor|kapot aan|ten onder)|eraan onderdoor|onderdoor te gaan",
            r"(?:zie|zag) (?:ik )?het ~niet (?:meer )?zitten ~(?:hier|op (?:het|mijn) werk|met (?:het|dit|mijn) werk)",
            r"(?:het|alles) (?:wordt|is|werd) (?:me|mij) ~(?:echt )?(?:allemaal )?te ?veel$",
            r"(?:volledig|compleet|helemaal|totaal) (?:overspannen|ingestort|opgebrand|uitgeput|overbelast|vastgelopen|kapot gewerkt)",
        ),
        (
            "ik kan niet meer",
            "ik kan echt niet meer",
            "ik trek het niet meer",
            "ik zit er helemaal doorheen",
            "ik ben helemaal op",
            "ik sta op instorten",
        ),
        (
            "ik ben moe",
            "ik kan niet meer op maandag werken",
            "de koffie is op",
            "ik kan niet meer dan 24 uur",
            "ik ben op tijd",
        ),
    ),
    Rule(
        "named by its name",
        "overload",
        pattern(
            r"(?:burn-?out|burned out|burnt out|burn out|overspannen|overspanning|overbelast)(?:klachten)?",
            r"(?:paniek|huil|angst)(?:aanval\w*|buien|bui)|hyperventil\w*",
        ),
        ("ik zit tegen een burn-out aan", "ik ben overspannen", "ik heb paniekaanvallen op het werk"),
        ("ik volg een cursus over burn-out", "mijn collega zit thuis met een burn-out", "ik ben gespannen"),
        unless=pattern(
            r"(?:training|cursus|workshop|boek|presentatie|artikel|onderzoek|webinar|lezing|podcast|praat|praten|gesprek|leren|weten|omgaan) (?:\w+ ){0,4}(?:over )?~(?:burn-?out|overspanning)",
            r"(?:geen|nooit|voorkom\w*|zonder|vroeger|jaren geleden|vorig jaar) ~(?:een )?(?:burn-?out|overspannen)",
            r"(?:collega|leidinggevende|teamleider|baas|manager|vrouw|man|vriendin|vriend|buurman|hij|zij|ze|iemand|teamgenoot|voorganger) ~5(?:burn-?out|overspannen)",
        ),
    ),
    Rule(
        "crying and dreading",
        "overload",
        pattern(
            r"(?:elke|iedere|hele|alle|vaak|steeds|altijd|bijna elke|dagelijks) ~(?:dag|avond|nacht|ochtend|week|keer|dienst|dagen)? ?~(?:huil\w*|janken|in tranen|overgeven)",
            r"(?:huil|jank|huilde) (?:ik )?~(?:elke|iedere|steeds|alleen maar|de hele|vaak|dagelijks|constant|mezelf in slaap)|(?:alleen maar|constant|steeds|de hele dag|elke dag) ~huil\w*",
            r"huilend ~(?:naar huis|thuis|in de auto|op de wc|naar mijn werk|naar het werk)(?= )",
            r"(?:lig|zit|slaap) (?:ik )?~(?:elke|iedere|hele|al weken|nachten|al maanden) ~(?:nacht|nachten)? ?~(?:wakker|niet geslapen|zonder slaap)",
            r"(?:al|slaap al) ~(?:weken|maanden) ~niet ~(?:geslapen|slapen)|slaap ~(?:al )?(?:weken|maanden) ~niet",
            r"(?:misselijk|ziek|overgeven|buikpijn|hartkloppingen) ~(?:als ik|van|bij) ~(?:aan mijn werk|naar mijn werk|aan het werk|werk) ?(?:denk|moet|ga)?",
        ),
        (
            "elke dag huilend naar huis",
            "ik huil elke dag",
            "ik lig elke nacht wakker",
            "ik ben misselijk als ik aan mijn werk denk",
        ),
        ("een bewoner huilt vaak", "het kind huilde", "ik slaap soms slecht"),
        unless=pattern(
            r"(?:bewoner|client|patient|kind|baby|klant|leerling|kindje|peuter|kleuter)\w* ~(?:huil\w*|jank\w*|in tranen)"
        ),
    ),
    Rule(
        "overload, in English",
        "overload",
        pattern(
            r"(?:can't|cannot|cant) (?:\w+ )?(?:take|do|handle|cope|manage|bear|stand) ?(?:it|this|with it|with this)? ?(?:any ?more|any longer|no more)?$",
            r"(?:can't|cannot|cant) (?:take|do|handle|cope with|bear) (?:it|this) (?:any ?more|any longer)|(?:burned|burnt) out|burnout|breaking point|(?:about|going) to (?:collapse|break down|snap)|breakdown|panic attacks?",
            r"(?:cry|crying) (?:every|all|constantly)|completely (?:exhausted|drained|overwhelmed|worn out)|at (?:the|my) end of (?:my|the) rope",
        ),
        ("I can't take it anymore", "I'm burned out", "I cry every day"),
        ("I can't do mondays", "I am tired", "the machine had a breakdown"),
        unless=pattern(r"(?:machine|car|truck|forklift|bus) ~breakdown"),
    ),
)

MONEY = (
    Rule(
        "money trouble",
        "money",
        pattern(
            r"(?:kan|kunnen|kon) (?:ik |we )?~5(?:niet|nauwelijks|amper|niks|geen) (?:meer )?~(?:betalen|aflossen|rondkomen|opbrengen)",
            r"(?:huur|hypotheek|rekening\w*|zorgverzekering|boodschappen|energie|gas|premie|eten|benzine|schoolgeld) ~(?:niet|nauwelijks|amper) ~(?:betalen|betaald|opbrengen|aflossen)",
            r"schulden (?:van|bij|aan|loopt|lopen|heb|zijn|door|en|op|$)|schuld (?:van|bij) (?:\d|duizend|honderd|de bank|het cjib|de belasting)|(?:heb|hebben|zit|in de|zitten|mijn|veel|grote|met|uit de|diep in de) ~schulden|schuldsanering|schuldhulp\w*|wsnp",
            r"beslag ~(?:op|gelegd)|loonbeslag|deurwaarder\w*|incasso\w*|aanmaning\w*|huurachterstand|betalingsachterstand|betaalachterstand|bewindvoer\w*|huisuitzetting|uit huis gezet",
            r"(?:kom|komen|kan|kunnen) (?:ik |we )?~(?:niet|nauwelijks|amper|net niet|bijna niet) (?:meer )?rond ?(?:komen)?(?: ~)?|niet rond (?:te )?kom\w*|rondkomen ~(?:lukt|gaat) ~niet",
            r"geen geld ~(?:meer )?~(?:voor|om) ~(?:eten|boodschappen|huur|rekeningen|de huur|rond|benzine|kleren|luiers|te eten)|(?:financiele|geld) ?(?:problemen|zorgen|nood|stress)|geldproblemen|geldzorgen|geldnood",
            r"(?:sta|staan|sta ik) ~rood ~(?:elke|altijd|steeds|bij|iedere)|(?:altijd|elke maand|steeds|al maanden) ~rood$|voedselbank|gokverslav\w*|gokschuld\w*|mijn geld vergok\w*|(?:afgesloten|afgesneden) van ~(?:gas|stroom|water|licht)",
            r"(?:eindjes|einden) ~aan elkaar|water ~aan de lippen",
        ),
        (
            "ik kan de huur niet betalen",
            "ik heb schulden",
            "er ligt beslag op mijn loon",
            "ik kom niet rond",
            "de deurwaarder staat voor de deur",
        ),
        (
            "ik wil meer verdienen",
            "het is mijn schuld",
            "de klant kan niet betalen met pin",
            "ik werk bij de incasso",
            "ik geef hem de schuld",
        ),
        unless=pattern(
            r"(?:actie|inzamel\w*|doneer\w*|vrijwilliger\w*) (?:\w+ ){0,4}voedselbank|schulden van (?:klanten|clienten|bewoners|mensen)|parkeerplek|aanmaning\w* (?:\w+ ){0,2}(?:sturen|versturen|stuur|verstuur\w*)",
            r"(?:klant\w*|bewoner\w*|client\w*|patient\w*|gast\w*|kassa|pin|huurders) ~(?:kan|kunnen|kon|konden|heeft|hebben|niet|in) ~(?:niet )?(?:betalen|betaald|schulden)?",
            r"(?:werk|werkte|werken|baan) ~(?:bij|als|op|in|met) ~(?:incasso\w*|deurwaarder\w*|bewindvoer\w*|schuldhulp\w*|schuldsanering|voedselbank|debiteuren)",
        ),
    ),
    Rule(
        "money trouble, in English",
        "money",
        pattern(
            r"(?:can't|cannot|cant|unable to|hardly|struggling to|struggle to) ~(?:pay|afford) ~(?:rent|bills?|mortgage|food|groceries|insurance|debts?)|in debt|have debts?|bailiff\w*|make ends meet|eviction|evicted|foodbank"
            r"|no money (?:left )?(?:for|to) (?:food|eat|rent)",
        ),
        ("I can't pay my rent", "I am in debt", "can't make ends meet"),
        ("I want to earn more money",),
    ),
)

CARE = (
    Rule(
        "care for somebody near",
        "care",
        pattern(
            r"mantelzorg\w*",
            rf"(?:zorg|zorgen|zorgde|zorgt) (?:ik |we )?(?:ook |nu |thuis |alleen |al jaren )*(?:voor|over) (?:mijn|m'n|onze) (?:\w+ )?{_NEAR}(?= )(?: (?:met|die|is|en|naast|omdat|thuis|van|want|ook|na|\.|,|$))?",
            r"(?:zorg|zorgen) ~voor (?:mijn|onze) (?:zieke|demente|gehandicapte|oude|hulpbehoevende|terminale|autistische) \w+",
            rf"(?:verzorg|verzorgen|verpleeg) (?:ik )?~(?:mijn|m'n|onze) (?:\w+ )?{_NEAR}",
            rf"(?:mijn|m'n|onze) (?:\w+ )?{_NEAR} ~(?:is|heeft|wordt|kreeg|ligt|gaat) ~{_ILL} ~6(?:zorg\w*|verzorg\w*|help|regel|voor h\w+|rijd|naast mijn werk|combineren|erbij)",
            r"(?:zorg|zorgtaken|zorgtaak|de zorg) voor (?:mijn|m'n|onze) (?:\w+ )?(?:moeder|vader|ouders|man|vrouw|partner|broer|zus|schoonmoeder|schoonvader|oma|opa|schoonouders)",
            rf"(?:mijn|m'n|onze) {_NEAR} ~(?:is|heeft|wordt|kreeg|ligt) (?:\w+ )?(?!ziek(?:$| ))(?!down){_ILL}",
            r"(?:mijn|onze) (?:man|vrouw|partner|moeder|vader) is ~ziek ~(?:en|dus) ~(?:ik|doe|zorg)",
        ),
        (
            "ik ben mantelzorger",
            "ik zorg voor mijn moeder met dementie",
            "ik verzorg mijn zoon",
            "mijn vrouw is ernstig ziek en ik zorg voor haar",
            "mijn vader is dement",
        ),
        (
            "ik zorg voor de bewoners",
            "ik zorg dat alles klaar staat",
            "mijn moeder komt eten",
            "ik werk in de zorg",
            "ik zorg voor mijn collega's",
        ),
        unless=pattern(
            r"(?:werk|werken) ~met ~mantelzorgers|woont in (?:een|het) (?:\w+ )?(?:tehuis|verpleeghuis|verzorgingshuis|bejaardenhuis|instelling)|genezen|hersteld|weer beter|doet het goed|recht op|alvast|mantelzorg(?:regeling|beleid|consulent|verlof)\w*|doe ik graag|mantelzorgconsulent|mantelzorgers ~(?:van|bij) ~(?:bewoners|clienten|patienten)|mijn kind(?:eren)? ~(?:is|zijn|was) (?:weer |vandaag )?ziek$"
        ),
    ),
    Rule(
        "care, in English",
        "care",
        pattern(
            r"(?:take|taking|takes) care of (?:my|our) (?:\w+ )?(?:mother|father|mom|mum|dad|parents|husband|wife|partner|son|daughter|brother|sister|grandmother|grandfather)|caring for (?:my|our)|(?:informal |family )?caregiver|carer for"
            r"|my (?:mother|father|mom|mum|dad|husband|wife|partner|son|daughter) (?:is|has|got) ~(?:dementia|cancer|sick|ill|disabled|alzheimer\w*|dying)",
        ),
        ("I take care of my sick mother", "my dad has dementia"),
        ("I take care of the customers", "my son is sick so I can't come"),
        unless=pattern(
            r"(?:son|daughter|kid|child|wife|husband) is (?:\w+ )?(?:sick|ill)(?: today| again)?(?: and| so|$)"
        ),
    ),
)
