"""Figures of speech and work with people in need: taken out of a text before the rules of `triage` read it.

An idiom takes out its own words only. "Ik lach me dood, maar eigenlijk wil ik dood" is still a sign.
"""

from __future__ import annotations

from dialogues.language.signs.rule import Idiom, pattern

WORK_PERSON = (
    "(?:patient(?:en)?|client(?:en|e)?|bewo+n+ers?|bewoonsters?|zorgvragers?|jongeren?|leerling(?:en)?|deelnemers?|bewoneren"
    "|gasten|gast|student(?:en)?|pupil(?:len)?|patients?|clients?|residents?)"
)
_SIGN = r"(?:doodswens\w*|levensmoe\w*|sui[cs]i\w+|zelf ?m[o]+r?[dt]\w*|zelf ?do+ding\w*|suicid\w+|euthana\w+|automutil\w+|overdos\w+)"
_THING = (
    "(?:telefoon|mobiel|batterij|accu|laptop|scanner|computer|pc|systeem|verbinding|lijn|internet|app|groepsapp|plant|planten|muis"
    "|gesprek|project|dinsdag|maandag|winkel|stad|seizoen|tijd|boel|sfeer|vogel|hond|kat|vis|paard|konijn|markt|wifi|handel)"
)

_PEOPLE = (
    rf"(?:(?:mijn|m'n|de|een|onze|zijn|haar|hun|die|alle|veel|twee|drie|sommige) )?(?:\w+ )?(?:{WORK_PERSON}|moeder|vader|ouders|man|vrouw|broer|zus|zusje|broertje|zoon|dochter|kind|kinderen|oma|opa|tante|oom|neef|nicht|vriend|vriendin|partner"
    r"|collega\w*|baas|buurman|buurvrouw|hond|kat|paard|konijn|vis|vissen|vogel|dier|dieren|schapen|koe|koeien|varken\w*|kip|kippen|mensen|iemand|schoonmoeder|schoonvader|mevrouw|meneer|klant|klanten|buren|baby|hij|zij|ze)"
)

IDIOMS = (
    Idiom(
        "laughing, fright, boredom to death",
        pattern(
            r"(?:lach|lachte|lachen|schrik|schrok|schrikken|verveel|verveelde|vervelen|werk|werkte|werken|erger|ergerde|ergeren|schaam|schaamde"
            r"|schamen|zweet|zweette|vries|vroor|wacht|wachtte|zoek|zocht|ren|rende|sjouw|sjouwde|gier|gierde|irriteer|irriteerde)(?: ik)? "
            r"~dood",
            r"(?:me|mij|mezelf|je|zich|ons) ~dood (?:gelachen|lachen|geschrokken|schrikken|verveeld|vervelen|gewerkt|werken|geergerd|ergeren"
            r"|schamen|geschaamd|gezocht|zoeken|wachten|gewacht|verklaard)",
            r"(?:laugh|laughed|laughing|bored?|boring|scared?|worked|working|freez\w+|froze|starv\w+) ~(?:to death|dead)",
            r"(?:die|dying|died|dead) (?:of|from|with) (?:laugh\w*|boredom|embarrassment|shame|heat|curiosity)",
            r"(?:me|mij|mezelf|je|zich|ons) ~dood(?:gelachen|geschrokken|verveeld|gewerkt|geergerd|geschaamd|gezocht|gewacht)",
            r"dood ?(?:te )?ga\w* (?:van|aan) (?:\w+ ){0,2}(?:hitte|warmte|kou|honger|dorst|stress|verveling|lach\w*|pijn|slaap|drukte|papier\w*|regel\w*|vergader\w*|mail\w*|administratie|herrie|lawaai"
            r"|saaiheid|moeheid|zenuwen|schaamte|nieuwsgierigheid|werkdruk|\w*pijn|regeltjes|formulier\w*)",
            r"ga (?:ik )?(?:bijna |zowat )?dood (?:haha\w*|lol|joh|hoor)",
            r"dood (?:van|aan) ~(?:lachen|verveling|hitte|warmte|kou|schaamte|honger|dorst|moeheid)",
            r"(?:ga|ging|sterf|stierf|crepeer) (?:ik )?~(?:van de|van het|van) (?:hitte|warmte|kou|honger|dorst|verveling|pijn in|slaap|stress|lach\w*)",
        ),
        ("ik lach me dood", "ik schrok me echt dood", "ik heb me doodgelachen", "I was bored to death"),
    ),
    Idiom(
        "dead as a degree",
        pattern(
            r"do+d(?:moe|ziek|saai|simpel|normaal|gewoon|op|stil|leuk|lief|vermoeiend|eng|zonde|makkelijk|eenvoudig|nerveus|zenuwachtig|gelukkig"
            r"|ongelukkig|druk|serieus|lopen\w*|loopt|gaan[dn]e?|gelachen|geschrokken|verveeld|gewerkt|werken|vervelen|lachen|schrikken|gereden|rijden|bloeden)",
            r"do+d (?:moe|op|ziek|saai|simpel|gewoon|normaal|stil|punt|eind|spoor|gewicht|hout|tij|kapitaal|materiaal|lopen|loopt|lopend|eng|zonde)",
            r"(?:dodelijk|moordend)e? (?:saai|vermoeiend|vermoeid|serieus|tempo|rooster|schema|werkdruk|planning|hitte)\w*",
            r"dode (?:hoek|lijn|letter|mus|boel|tijd|punt|vinger|periode|uren|momenten|hout|planten|bloemen)",
            r"dead (?:tired|serious|end|line|weight|battery|phone|zone|simple|slow|easy|easily|sure|wrong|right|quiet)",
            r"deadlines?",
            r"ten dode opgeschreven",
            r"(?:over|door) mijn lijk",
        ),
        ("ik ben doodmoe", "dodelijk saai", "een dood punt", "I am dead tired"),
    ),
    Idiom(
        "a thing is dead",
        pattern(
            rf"{_THING} (?:is|was|ging|gaat|lijkt|blijft|bleef) ~(?:dood|overleden|gestorven)",
            rf"(?:is|was|ging) (?:de|het|mijn|die|dat|ons|onze) {_THING} ~dood",
            r"(?:phone|battery|laptop|computer|line|system|app|wifi|plant) ~(?:dead|died|dies|dying)",
        ),
        ("mijn telefoon is dood", "de batterij ging dood", "my phone died"),
    ),
    Idiom(
        "somebody else who died",
        pattern(
            rf"(?:{_PEOPLE}) (?:(?!wil|wou|zou|denk|praat|zeg|zei|dreig|hoop|beter|liever|zonder)\w+ ){{0,4}}(?:dood ?ge\w+|dood ?(?:gaan|gaat|ging|gingen|gaat)?|sterven|sterft|stierf|stierven)"
            r"(?! (?:ga )?(?:wil|willen|wou|zou|wilde|wenst|zijn wil))(?: (?:is|zijn|was|waren|ging|gingen|gaan|gaat))?",
            rf"(?:gaan|gaat|ging|gingen|is|zijn|waren|was|zie|zag|vond|vind) (?:ik )?(?:er )?(?:\w+ )?(?:{_PEOPLE}) (?:\w+ ){{0,2}}(?:dood\w*|sterven|overlijden)",
            r"(?:de |het )?(?:dood|overlijden|sterfbed) van (?:een |mijn |de |onze |die |het )?(?!mij|mezelf)\w+",
            r"(?:bang|angst) (?:\w+ ){0,3}dat (?:hij|zij|ze|mijn \w+) (?:\w+ )?dood ?ga\w*",
        ),
        (
            "mijn moeder is dood",
            "bewoners gaan dood",
            "sinds de dood van mijn man",
            "een collega is doodgegaan",
            "de kat is doodgereden",
        ),
    ),
    Idiom(
        "could kill somebody",
        pattern(
            r"(?:kan|kon|zou|kun) ~(?:wel|soms|af en toe) ~(?:vermoorden|wurgen|schieten|slaan|aanvliegen|wat aandoen|iets aandoen|villen|killen|opeten"
            r"|doodslaan|neerschieten|doodschieten)",
            r"(?:kan|kon) (?:ik )?~(?:vermoorden|wurgen|schieten|aanvliegen|villen)",
            r"moord(?:en)? (?:doen|plegen) (?:voor|om)",
            r"(?:could|would|might) ~(?:kill|strangle|murder) (?:for|him|her|them|my|someone|somebody)(?: \w+)?(?: sometimes)?",
            r"(?:moord en brand|moordgriet|moordwijf|moordend|moordtempo|moordkuil)",
            r"(?:is|are|was|were) ~killing (?:me|it|us)",
            r"killing it|killed it|kill (?:time|the mood|two birds)|to die for|dressed to kill|dying to",
            r"(?:tijd|uurtje) (?:te )?(?:doden|doodslaan)|tijd dood",
            r"mijn rug (?:is dood|vermoordt me)|(?:nekt|vermoordt|sloopt|breekt) me",
        ),
        (
            "ik kan hem wel vermoorden",
            "ik zou een moord doen voor een vrije dag",
            "this deadline is killing me",
            "dying to learn welding",
        ),
    ),
    Idiom(
        "a plan one does not believe in",
        pattern(
            r"(?:zie|zag|zien|ziet|zitten) (?:ik )?~(?:dat|deze|die|dit|mijn|onze|zo'n|de|geen) (?!leven)\w+ ~niet ~zitten",
            r"(?:zie|zag) (?:ik )?het ~niet ~zitten (?:om|met|dat|als|op|hier|bij|in) (?!~(?:leven|door te gaan|verder te))(?:\w+ ?){0,4}",
            r"het werk ~niet ~zitten",
        ),
        (
            "ik zie dat project niet meer zitten",
            "ik zie die verhuizing niet meer zitten",
            "ik zie het niet zitten om op zondag te werken",
        ),
    ),
    Idiom(
        "work with people in need",
        pattern(
            rf"{_SIGN} (?:\w+ )?{WORK_PERSON}",
            rf"{WORK_PERSON} ~5(?:met|die|dat|heeft|hebben|had|wil|wilde|willen|wou|dreigt|dreigde|denkt|dacht|praat|zegt|zei|is|was|doet|deed|pleegde"
            rf"|overleed|kreeg|krijgt|has|have|wants|said|is|are) ~8(?:{_SIGN}|dood|niet meer leven|mezelf|zichzelf|gedachten|sterven)"
            r"(?: willen| wil| wilde| gepleegd| plegen| gedachten| gedaan)?",
            r"(?:suicid|zelfmoord|zelfdoding|suicide)\w*[ -]?(?:preventi\w+|prevention|protocol\w*|beleid|training\w*|scholing|cursus|risico|richtlijn|gesprek(?:ken)?"
            r"|taxatie|screening|awareness|hotline|watch)",
            rf"(?:training|cursus|scholing|protocol|les|workshop|richtlijn|e-learning|module|presentatie|boek|onderzoek|documentaire|serie) ~(?:over|rond|in|van|voor) ~{_SIGN}",
            rf"{WORK_PERSON} (?:die|dat|soms|vaak|ook)? ?(?:niet|geen|nooit) (?:\w+ ){{0,4}}leven(?: willen| wil)?",
            rf"(?:protocol|training|cursus|scholing|werkgroep|richtlijn|module|les) {_SIGN}",
            r"(?:medicatie|pillen|medicijnen) (?:uitdelen|delen|klaarzetten|uitzetten|rondbrengen|aftekenen|rondes?)",
        ),
        (
            "we hebben een suïcidale patiënt",
            "ik werk met suïcidale jongeren",
            "een bewoner zegt dat hij dood wil",
            "de training suïcidepreventie",
        ),
    ),
    Idiom(
        "an end to a thing",
        pattern(
            r"(?:einde?|eind|punt|streep) ~(?:maken |zetten |gemaakt )?(?:aan|achter|onder) (?:mijn |de |het |dat |dit |deze |die |al dat |al dit |onze )"
            r"(?:contract|baan|werk|dienstverband|project|gedoe|discussie|vergadering|ruzie|samenwerking|relatie|huwelijk|stage|opleiding|cursus|gezeik"
            r"|gezeur|rooster|overwerk|roken|gewoonte|dag|week|dienst|gesprek|zaak|periode|hoofdstuk|loopbaan|carriere|chaos|onduidelijkheid|onrust)\w*",
            r"er (?:een )?(?:eind|einde|punt) (?:aan|achter) , (?:aan |achter |geen |met |nooit meer )*(?:dat|de|het|mijn|dit|die|al|deze|over|onder)\w* (?!leven|alles|pijn|ellende|verdriet|lijden)\w*",
            r"(?:einde?|eind|punt|streep|stop) (?:maken |zetten |gemaakt )?(?:aan|achter|onder) (?:mijn |de |het |dat |dit |deze |die |al dat |al dit |al die |onze |hun |zijn )(?!(?:eigen )?(?:leven|lijden|bestaan|pijn|ellende|verdriet|alles|allemaal))\w+",
            r"(?:end|ending) (?:my|the|this) (?:contract|job|shift|day|week|call|meeting|project|career|chat|conversation|internship)",
        ),
        ("ik maak een einde aan mijn contract", "een eind maken aan dat gedoe met het rooster"),
    ),
    Idiom(
        "living to work",
        pattern(
            r"(?:niet (?:meer )?)?leven om te werken",
            r"(?:live|living) to work",
            r"leven (?:van (?:een |mijn |het |dit |die |deze )?(?!mezelf|binnen|alles)\w+|volgens|op de klok|met de klok|uit een koffer|in (?:een|de|het) (?!hel|pijn)\w+|voor (?:mijn|het|de) (?:werk|baan|baas|zaak))",
        ),
        ("ik wil niet meer leven om te werken",),
    ),
    Idiom(
        "waking early",
        pattern(
            r"(?:wil |hoef |wil ik |zou )?(?:graag |echt |gewoon )*(?:niet|nooit) (?:meer )?(?:zo vroeg |steeds |midden in de nacht )*wakker (?:te )?(?:worden|word|wordt|liggen|lig) "
            r"(?:van|door|om|voor|met) (?:de |het |mijn |een |die )?(?!verdriet)\w+",
            r"wakker (?:te )?(?:worden|word|wordt|liggen|lig) (?:van|door|om|voor|met) (?:de |het |mijn |een |die )?(?!verdriet)\w+",
            r"(?:van|door|om|midden in) ~wakker (?:worden|word)",
        ),
        ("ik wil niet meer wakker worden van de wekker",),
    ),
    Idiom(
        "cutting and hanging at work",
        pattern(
            r"mezelf (?:per ongeluk |weer |bijna |gisteren )*(?:gesneden|verwond|gestoken|pijn gedaan) (?:aan|met|tijdens|toen|bij|op|in) ~\w+",
            r"(?:tijdens|met|bij|aan) ~(?:koken|snijden|mes|machine|werk|blik|plaat|vlees|keuken|tillen|sjouwen) ~me(?:zelf)? ~(?:gesneden|verwond|pijn gedaan)",
            r"hang (?:ik )?(?!(?:me|mij|mezelf) )~op$",
        ),
        ("ik heb mezelf gesneden aan een mes", "tijdens het koken heb ik me gesneden"),
    ),
)
"""Taken out in this order."""
