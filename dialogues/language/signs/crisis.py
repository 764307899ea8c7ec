"""Signs of crisis: thoughts of suicide or self-harm, of the writer or of somebody they worry about, plain or in disguise.

A sign missed costs more than a question too many, so these rules lean to asking. What they should leave alone is named in `idioms`.
Coded phrases follow what 113 Zelfmoordpreventie names as signals (from general knowledge, no page checked).
"""

from __future__ import annotations

import re

from dialogues.language.signs.rule import Rule, pattern

_A = (
    r"(?:(?:gewoon|echt|soms|eigenlijk|alleen|maar|het|liefst|nu|ook|wel|liever|nog|er|ik|zelf|hij|ze|zij|steeds|vaak|al|helemaal|gaan|zo|graag|dan|weer"
    r"|vandaag|morgen|vannacht|straks|heel|erg|toch|even|dat|mij|me|allemaal|niets|anders|dan|stiekem|denk|dood|gaan|meer|af en toe|op dit moment) ){0,6}"
)
_DEATH = r"(?:d{1,2}o+[dt]{1,2}|dwood)(?! (?:hout|punt|gewicht|spoor|van|materiaal))"
_DYING = r"(?:d{1,2}o+[dt](?: ?(?:te )?(?:ga|gaan|zijn|neerval\w*|vallen|rijd\w*|maken))?|doodga|doodgaan|doodvallen|doodrijd\w*|sterven)(?! van)"
_LIVE = r"(?:leven|verder ?leven|doorleven|bestaan|op deze wereld|op de wereld|op aarde)"
_NO = r"(?:niet|nooit|niks|geen|nimmer)"
_DENIED = re.compile(
    r"^ (?:nee |neen |hoor |, |\. )*(?:ik )?(?:ben|heb|denk) (?:ik )?(?:echt |helemaal )?(?:niet|geen|nooit) (?:aan |over )?(?:suicidaal|zelfmoord|zelfdoding|zelfmoordgedachten|suicidale gedachten)(?: hoor)?(?: \.)* $"
)
"""A message that says no to the question, and nothing else."""

CRISIS = (
    Rule(
        "the word itself",
        "crisis",
        pattern(
            r"\w*z[ea]l+[fv] ?-?m+o+r[dt]\w*|\w*z[ea]l+[fv]-?m+o{1,2}[dt]{1,2}(?:e|en|ne|gedachten?|neigingen|poging)?|[sz][ea]+l*[fv]+-?m+o+r?[dt]\w*",
            r"\w*ze+l[fv] ?-?do+di\w+",
            r"\w*su+[iy]?[cs]+[iy]e?[dt][aeio]\w*",
            r"su[iy][sc]i[dt]e?\w*",
            r"levensmoe\w*|doodswens\w*|doodsverlangen\w*",
            r"\w*(?:ikwildood|wilnietmeerleven|ikmaakereeneindeaan)\w*",
        ),
        (
            "ik denk aan zelfmoord",
            "zelfmoort",
            "ik ben suicidaal",
            "suïcide",
            "zelf moord",
            "ik ben levensmoe",
            "z e l f m o o r d",
            "zelfdooding",
        ),
        ("ik werk in de zelfbediening", "ik ben zelf mooi op tijd", "we hebben een suïcidale patiënt"),
        unless=_DENIED,
    ),
    Rule(
        "wanting death",
        "crisis",
        pattern(
            rf"(?:wil|willen|wilt|wilde|wou|zou|wens|wenste|hoop|hoopte|verlang|bid|kan|kon|ga|was|waren|ben) (?:ik )?{_A}(?:naar (?:de|mijn) )?{_DEATH}"
            r"(?: (?:zijn|was|ben|gaan|willen|wil))?$",
            rf"(?:wil|wilt|willen|wilde|wou|zou) (?:ik )?{_A}{_DEATH}",
            rf"(?:liever|beter|net zo goed|maar beter) (?:af )?(?:ik )?{_A}{_DEATH}",
            rf"(?:dat|als|of) (?:ik|hij|ze|zij) (?:maar |gewoon |al )?{_DEATH} (?:was|wil|wilde|ben|zou|ga)",
            rf"{_DEATH} (?:willen|te willen|wil ik|wilde ik|zijn is beter)",
            r"(?:wil|wilt|willen|wilde|wou|zou|hoop|kon) (?:ik )?~(?:dood ?gaan|sterven|sterf|doodga|euthanasie|creperen)",
            r"(?:verlang|verlangen|verlangt) (?:ik )?~naar ~(?:de dood|het einde)",
            r"(?:denk|dacht|denken|nadenken|nagedacht|gedachten|fantaseer) ~(?:aan|over) (?:de |mijn eigen |mijn |eigen )?(?:dood|doodgaan|dood gaan|dood te gaan|sterven)",
            r"was ik (?:maar|er maar|gewoon) (?:dood|niet geboren|nooit geboren|er niet meer|niet meer|er niet)",
            r"(?:nooit|niet) (?:geboren (?:moeten|was|ben|zijn)|had\w* ~geboren)|had ~nooit geboren",
            r"wil ~dood ik|kill me please|maak me dood",
            rf"(?:dat|als|of|hoop|wens|en|maar) (?:ik |en ){_A}(?:dood ?ga|sterf|dood ?ging|crepeer)|ik ~8(?:ongeluk|ziekte|kanker|hartaanval) ~(?:krijg|en) ~(?:dood|sterf|doodga)",
            r"(?:om |te |zou ik |laat me |mag ik |kan ik )(?:gewoon |maar |eindelijk )?(?:dood ?(?:te )?(?:gaan|zijn)|sterven|doodvallen)",
            r"(?:ik |dat ik )(?:\w+ ){0,5}(?:en )?dood (?:ga|wil|wilde|wou|zou willen|was|ben)(?! van)",
            r"(?:wildood|wil ?dood|wou ?dood)$",
        ),
        (
            "ik wil dood",
            "soms wil ik gewoon dood",
            "ik was liever dood",
            "ik hoop dat ik doodga",
            "kwil dood",
            "was ik maar dood",
            "ik wil d00d",
        ),
        ("ik schrok me dood", "ik wil dood hout ruimen", "de hond is dood"),
    ),
    Rule(
        "death in the first person",
        "crisis",
        pattern(
            _DYING,
        ),
        (
            "als ik morgen dood neerval is het ook goed",
            "doodgaan lijkt me rustig",
            "dan maar dood",
            "ik vind het niet erg om dood te gaan",
        ),
        (
            "mijn moeder is dood",
            "ik ben doodmoe",
            "ik spuit die luizen dood",
            "ik mis mijn overleden man",
            "mijn vader ging dood toen ik twaalf was",
        ),
        unless=pattern(
            r"(?:maak|maken|sla|slaan|schiet|steek|trap|rij|wurg|spuit|spuiten) (?:ik )?(?!me |mij |mezelf )(?:\w+ ){1,3}dood"
        ),
        also=pattern(r"ik|me|mij|mezelf", r"(?:maar|liever|beter|wil|wou|gewoon) do+[dt]$"),
    ),
    Rule(
        "not wanting to live",
        "crisis",
        pattern(
            rf"(?:wil|wilt|willen|wilde|hoef|hoeft|kan|kunnen|kunt|durf|zou|zie|trek) (?:ik )?{_A}{_NO} (?:\w+ ){{0,4}}{_LIVE}(?! (?:van|zonder|op|naast|om te))",
            rf"{_NO} ~(?:meer )?(?:wil|willen|hoef|kan|kunnen|hoeven) ~{_LIVE}",
            rf"{_NO} ~meer ~(?:te )?{_LIVE}",
            r"(?:geen|nul|weinig) (?:\w+ ){0,2}(?:zin|reden|doel|moed|wil|hoop|kracht) ~(?:meer |nog )?~(?:om |in |voor )(?:\w+ ){0,3}(?:te )?(?:leven|verder te|blijven leven)",
            r"(?:het|dit|mijn|mn|zo'n) leven ~(?:heeft|is|hoeft|kan me|interesseert|doet er) ~(?:niet|geen|zinloos|waardeloos|niks|nutteloos|niets|leeg|uitzichtloos)(?: ~(?:meer|waard|zin))?",
            r"leven ~(?:niet|geen|niks|niets) ~(?:meer|waard|zien zitten|zitten|zin|nut|aan)",
            r"leven (?:is )?(?:zinloos|waardeloos|nutteloos|een hel|uitzichtloos)",
            r"(?:zie|zag|zien|ziet) (?:ik )?~(?:het|mijn|dit) ?(?:leven)? ~niet ~(?:meer )?(?:zitten|zien zitten)(?: om ~(?:te )?leven)?(?:$| om)",
            r"(?:klaar|moe|zat|beu|genoeg|ben er klaar) (?:met|van) (?:het|mijn|dit|te|al dit) ?leven",
            r"(?:leven|bestaan) (?:zat|moe|beu)",
            r"(?:waarom|waarvoor|waartoe) (?:leef|besta|adem|ben) ik (?:nog|eigenlijk)? ?(?:op deze wereld|nog)?$",
            r"(?:geen|niks|niets|niemand) ~(?:meer )?(?:om|waar\w*) ~voor ~(?:te )?leven?f?",
            r"uit (?:het|dit|mijn) leven (?:te )?stap\w*|stap\w* ~uit (?:het|dit|mijn) leven",
            r"(?:weg|verlossen|bevrijd) (?:uit|van) (?:dit|het|deze) (?:leven|wereld)|(?:wil|moet|kan) ~weg van deze wereld",
            r"(?:mijn|het|dit) leven (?:is|was) (?:voorbij|klaar|over|afgelopen|op|niks|mislukt|verloren)$|(?:klaar|genoeg|gehad)(?: [\w,]+){0,6} met leven$|(?:nut|zin|doel|waarde) van (?:het |mijn )?leven",
            r"(?:niet|niks|niets|niemand|geen|overbodig|weg|te ?veel|waardeloos) ~5(?:op|van|uit) (?:deze|de|die) (?:wereld|aarde|aardbol)|niet meer (?:bestond|zou bestaan|te bestaan|besta)",
            r"(?:niks|niets|geen reden|niemand) ~(?:meer )?(?:om )?(?:nog )?(?:om )?voor te (?:vechten|leven|gaan|blijven)",
            r"(?:hoop|hoopte|bid|wens|wou|wil) (?:ik )?(?:\w+ )?dat (?:ik )?(?:\w+ )?(?:een|n) (?:\w+ )?(?:ongeluk|ongeval|hartaanval|hersenbloeding|dodelijke ziekte) (?:krijg|kreeg|heb|had)",
            r"levenszat|voltooid leven|(?:niet|geen|nooit|niks|niets) (?:\w+ ){0,5}(?:om te|te|verder|door) (?:leven|bestaan)$",
            r"(?:ophouden|opgehouden|stoppen|gestopt) (?:\w+ )?(?:te|met) bestaan|waarom (?:besta|leef) ik|waarom ben ik (?:er nog|op de wereld|op aarde|geboren)|gehad met (?:het |dit |mijn )?leven",
            r"stekker ~(?:eruit , )?uit (?:mijn leven|mezelf|mij|het leven)|(?:wil|moet|wou) ~van mezelf af|van alles af , (?:ook )?van mezelf",
            r"(?:stop|stoppen|gestopt|ophouden|kappen|kap) (?:ik )?(?:\w+ )?(?:met|te) leven|leven (?:\w+ )?(?:opgeven|opgegeven|op te geven|vaarwel)|(?:geef|gaf) (?:ik )?(?:het|mijn) leven op",
            r"(?:niet|nooit) (?:langer|meer) (?:willen|hoeven|kunnen|te) leven|leven (?:is )?(?:niets|niks) (?:meer )?(?:aan|waard)|(?:niet|niks|geen zin) (?:meer )?(?:in|van) (?:het|dit|mijn) leven",
            r"(?:wil|zou willen|hoop|wens|bid) (?:ik )?~dat ~(?:het|alles|alles gewoon|dit alles) ~(?:allemaal |voorgoed |voor altijd )?(?:stopt|ophoudt|voorbij is|over is|klaar is)(?: ~)?(?<=stopt) , voor (?:altijd|goed)",
            r"(?:wil|hoop|wens) (?:ik )?~dat ~(?:alles|het allemaal) ~(?:stopt|ophoudt|voorbij is|over is)(?! (?:om|met|op|zodat|bij|na|in|tijdens))|(?:stopt|ophoudt|voorbij|over) (?:, )?(?:voor altijd|voorgoed)",
            r"(?:niet|nooit) ~(?:meer )?(?:wil|wou|kan|hoef) (?:ik )?~(?:leven|bestaan)",
        ),
        (
            "ik wil niet meer leven",
            "ik zie het leven niet meer zitten",
            "mijn leven heeft geen zin meer",
            "ik heb geen reden meer om te leven",
            "k wil nie mr leve",
        ),
        (
            "ik wil niet meer leven om te werken maar werken om te leven",
            "ik zie dat project niet meer zitten",
            "ik leef gezonder",
        ),
    ),
    Rule(
        "an end to it",
        "crisis",
        pattern(
            r"(?:een |er )?(?:eind|einde|end|punt|stop) ~(?:aan|achter) ~(?:mijn leven|het leven|alles|mezelf|het allemaal|me zelf|dit leven|het maken|maken|zetten)",
            r"er ~(?:een )?(?:eind|einde|end|punt)(?:je)? ~(?:aan|achter)",
            r"(?:maak|maakte|maken|zet) (?:ik )?er ~(?:een )?(?:eind|einde|punt) (?:aan|achter)",
            r"(?:een )?(?:eind|einde) (?:er)?aan (?:te )?mak?en|(?:eind|einde) eraan",
            r"leven ~(?:te )?(?:beeindig\w*|benemen|ontnemen)|me(?:zelf)? ~(?:te )?(?:beeindigen|het leven benemen)",
            r"(?:me|mezelf|zichzelf|zich|mij) ~(?:van kant|om het leven|te kort|tekort|dood|af) ?(?:te )?(?:maak\w*|maken|breng\w*|doe\w*|gemaakt)",
            r"(?:maak|breng|doe|help|maken) (?:ik )?(?:me|mezelf|zich|zichzelf|mij) ~(?:van kant|om het leven|tekort|te kort|dood|naar de andere wereld)",
            r"(?:eigen|mijn) leven ~(?:nemen|beeindigen|neem|beroven)|van het leven (?:te )?berov\w*",
        ),
        (
            "ik maak er een einde aan",
            "ik wil een eind aan mijn leven maken",
            "ik breng mezelf om het leven",
            "er een punt achter zetten",
        ),
        ("ik maak een einde aan mijn contract", "ik heb een punt gehaald"),
    ),
    Rule(
        "stepping out",
        "crisis",
        pattern(
            r"er ~(?:tussen ?)?uit ?stap\w*|er ~uit (?:te )?stappen|eruit (?:te )?stap\w*|stap (?:ik )?~er ?uit",
        ),
        ("ik wil eruit stappen", "ik stap eruit", "ik ga er vanavond uitstappen"),
        ("ik stap eruit, ik zoek een andere baan", "ik stap uit de bus"),
        unless=pattern(
            r"(?:stap|stappen|stapte) ~(?:uit (?:de|het) (?!leven)\w+|over)",
            r"(?:andere|nieuwe) (?:baan|job|werkgever|functie|afdeling|team)",
            r"(?:uit|met) (?:het team|de or|het project|de groepsapp|de pool|de cao|de vereniging|de cursus|het contract|deze baan|de zorg|het vak)",
        ),
    ),
    Rule(
        "no longer being there",
        "crisis",
        pattern(
            rf"(?:wil|wilt|wilde|willen|wou|zou|hoef|hoeft|hoop|wens) (?:ik )?{_A}(?:dat ik )?er {_A}niet (?:meer )?(?:te )?(?:ben|was|bestaan|zijn$)",
            r"ik er (?:gewoon |maar )?niet (?:meer )?(?:was|zou zijn)$|was ik er (?:gewoon |maar )*niet(?: meer)?$|er niet meer (?:wil|wilt|willen|wilde|hoef|hoeft) (?:te )?zijn",
            r"(?:wereld|iedereen|ze|gezin|familie|kinderen|kids|jullie|mensen|allemaal|hij|zij|man|vrouw|team|mama|ouders) ~(?:is|zijn|was|waren|beter|zou|zouden|zal|zullen"
            r"|kan|kunnen|heeft|hebben|gaat|af) ~(?:beter|gelukkiger|fijner|blijer) ~(?:zonder (?:me|mij)|als ik ~(?:er niet|weg|dood)\w*)",
            r"(?:beter|gelukkiger) af ~(?:zonder (?:me|mij)|als ik)",
            r"zonder (?:mij|me) ~(?:beter|gelukkiger|fijner) ?(?:af)?",
            r"(?:niemand) ~(?:mis|mist|missen|merkt|merken) ~(?:me|mij|het) ~(?:als|wanneer) ik ~(?:weg|dood|er niet)",
            r"(?:niemand) (?:zou|zal|gaat) (?:me|mij) ~missen",
            r"(?:last|blok aan het been|teveel|te veel|overbodig) (?:voor|van) (?:iedereen|mijn gezin|mijn familie|mijn kinderen|mijn man|mijn vrouw|de wereld|anderen|alles en iedereen)",
            r"(?:alleen maar|iedereen|ben) ~tot last(?: voor iedereen)?$",
            r"(?:straks|dan|binnenkort) ~(?:van mij|van me) af$|geen last meer van (?:mij|me)",
            r"(?:wil|zou|kon|wilde) (?:ik )?~(?:verdwijnen|onzichtbaar zijn|oplossen in het niets)(?: ~(?:nooit|niet|voor altijd|voorgoed)(?: \w+){0,3})?$",
            r"verdwijnen ~(?:nooit|voor altijd|voorgoed|van de wereld|en nooit)",
            r"(?:ik|we) ~(?:ga|gaan|wil) ~(?:voorgoed|voor altijd) (?:weg|slapen|rusten)|(?:weg|weg zijn|verdwijnen|slapen|rust|stil|stilte)(?: ,)? (?:voor altijd|voorgoed|voor eeuwig)$|nooit meer (?:hoeven )?(?:op ?staan|wakker)|(?:voorgoed|voor altijd|eeuwig\w*) (?:slapen|inslapen|rust|weg zijn|weg$)",
            rf"(?:{_NO}|liever niet) ~(?:meer )?(?:hoeven )?(?:te )?(?:wakker ~word\w*|opstaan ooit|ontwak\w+)",
            r"in slaap (?:te )?(?:vallen|val) en (?:\w+ ){0,3}(?:niet|nooit)",
            r"(?:naar|bij) ~(?:overleden|gestorven) \w+ (?:toe|zijn|gaan)|(?:naar|bij) ~(?:in de hemel|hierboven|daarboven)",
            r"afscheidsbrie\w*|afscheidsbericht\w*|afscheid ~(?:geschreven|van het leven|van iedereen|van jullie allemaal|van mijn (?:gezin|kinderen))|(?:mijn|een) testament ~(?:geschreven|klaar) ~dood",
            r"vaarwel (?:allemaal|iedereen|wereld)|(?:dit is|wordt) mijn (?:afscheid|laatste bericht|laatste dag op aarde)",
        ),
        (
            "ik wil er niet meer zijn",
            "iedereen is beter af zonder mij",
            "ik wil niet meer wakker worden",
            "ik ben een last voor iedereen",
        ),
        (
            "ik ben er morgen niet",
            "ik ben er niet meer bij op vrijdag",
            "ik wil niet meer wakker worden van de wekker",
            "ik mis mijn collega",
        ),
    ),
    Rule(
        "gone, soon",
        "crisis",
        pattern(
            r"(?:als|dat|dan|wanneer|straks|binnenkort|morgen|of) (?:ben )?(?:ik|hij|ze|zij) (?:er )?(?:straks |dan |ooit |binnenkort |gewoon |maar |morgen )*"
            r"(?:er )?(?:straks |dan |ooit |gewoon )*niet meer (?:ben|was|is|zou zijn)?(?:$| redden| hebben| kunnen| gaan| is | zijn)",
            r"(?:ben|was|is) (?:ik|hij|ze) er (?:straks |dan |binnenkort |morgen |volgende week |gewoon )*niet meer$",
            r"(?:ik|hij|ze) (?:ben|is) er (?:straks|dan|binnenkort|volgend jaar|volgende week|morgen) niet meer$",
            r"ik er (?:straks |dan |gewoon |maar )?niet meer (?:ben|was|zou zijn)$",
        ),
        ("dan ben ik er niet meer", "als ik er straks niet meer ben redden ze zich wel", "morgen ben ik er niet meer"),
        ("ik ben er morgen niet", "ik ben er morgen niet meer want ik heb vakantie"),
        unless=pattern(
            r"(?:pensioen|vakantie|verlof|andere baan|nieuwe baan|contract (?:loopt|afloopt|stopt|eindigt)|bij (?:dit|het|een ander) bedrijf)"
        ),
    ),
    Rule(
        "no more of anything",
        "crisis",
        pattern(
            r"(?:(?<= )ik (?:wil|hoef) (?:echt |gewoon |het |ook )*niet meer(?: verder)?$)(?! [.,] \w)",
            r"(?:van|voor) mij hoeft het (?:leven |allemaal |zo |echt |ook )*niet meer$",
            r"(?:het|alles|leven) hoeft ~(?:van|voor) mij ~niet meer",
            r"hoeft ~(?:allemaal|leven) niet meer ~(?:van|voor) mij",
            r"kan ~niet (?:meer|langer) ~(?:verder|door) ~(?:leven|zo leven)|niet meer verder ~leven",
            r"(?:alles|het allemaal) (?:is )?(?:zinloos|uitzichtloos)|niets heeft (?:nog )?zin$|(?:alles|het allemaal|het) ~geen zin meer ~(?:te leven)",
            r"(?:geen|zie geen) (?:uitweg|uitkomst)(?: meer)?|enige (?:uitweg|uitkomst|oplossing) ~(?:dood|sterven|einde|weg)?",
            r"(?:geen|zie geen) toekomst meer (?:voor mezelf|$)",
            r"wanhopig ~(?:dood|leven)|doodsangst om te leven",
        ),
        (
            "ik wil niet meer",
            "het leven hoeft van mij niet meer",
            "ik kan niet meer verder leven",
            "ik zie geen uitweg meer",
        ),
        ("ik wil niet meer op zondag werken", "die cursus hoeft van mij niet meer", "ik kan niet meer op maandag"),
    ),
)
