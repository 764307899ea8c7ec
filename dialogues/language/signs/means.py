"""Signs of crisis that name a way, a place, a wound, and those in English. Like `crisis`, they lean to asking."""

from __future__ import annotations

from dialogues.language.signs.rule import Rule, pattern

_SELF = r"(?:mezelf|me eigen|mijn eigen|mijzelf|zichzelf|haarzelf|hemzelf|me|mij|zich|jezelf)"
_PILLS = r"(?:pil|pillen|paracetamol\w*|slaappil\w*|slaapmiddel\w*|medicijn\w*|medicatie|oxazepam|temazepam|insuline|tabletten|antidepressiva|gif|morfine)"


MEANS = (
    Rule(
        "ways and means",
        "crisis",
        pattern(
            rf"hoeveel ~{_PILLS} ~6(?:dodelijk\w*|dood|sterf\w*|genoeg|nodig|te veel|fataal|overdos\w*|innemen|slikken|in een keer)",
            rf"{_PILLS} (?:\w+ )?(?:gespaard|opgespaard|verzameld|bewaard|ingenomen|geslikt om|nemen om|slikken om)",
            rf"(?:hele|heel|alle|al mijn|pot|doos|strip|handvol|berg|lading|flink wat|twintig|dertig|\d\d+) ~{_PILLS} ~(?:geslik\w*|slik\w*|neem|nemen|innemen|ingenomen|leeg|op)",
            rf"(?:slik|neem|nam|slikte) (?:ik )?~(?:hele|alle|al mijn|pot|doos|strip|handvol|twintig|dertig|\d\d+|te veel|teveel) ~{_PILLS}",
            rf"{_PILLS} (?:is|zijn|kunnen|kan) ~(?:dodelijk\w*|fataal)|(?:dodelijk\w*|fatale) ~{_PILLS}|(?:welke|welk|wat voor) ~{_PILLS} ~(?:dood|sterf|sterven|dodelijk)",
            r"(?:manier\w*|methode\w*|hoe) ~5(?:dood te gaan|dood ga|doodga|doodgaan|te sterven|sterf|een eind\w* aan|er tussenuit|uit het leven|van het leven|mezelf van)",
            r"(?:wil|ga|kan|denk|zou|soms) ~8(?:tegen|in|van) (?:de |een )(?:boom|viaduct|vangrail|muur|pijler|water|gracht|kanaal|dijk) (?:aan |af |in |op )?(?:te )?rijden",
            r"(?:spring|sprong|springen) (?:ik )?(?:\w+ )?(?:in het (?:kanaal|water)|van een (?:hoogte|viaduct))|hang (?:ik )?(?:me|mij) (?:zelf )?op|(?:knoop|knopen) (?:ik )?(?:me|mezelf) ~op|me(?:zelf)? (?:te )?(?:verhangen|ophangen|op te hangen|opknopen|verdrinken|doden|ombrengen|om te brengen)",
            rf"(?:genoeg|te veel|teveel|alle) ~{_PILLS} ~(?:om|slikken|in te nemen|innemen|nemen|geslikt)",
            r"(?:ik|me|mezelf|zichzelf|hij|ze) ~(?:een )?overdos\w+|overdos\w+ (?:nemen|slikken|in|neem)",
            r"(?:hoe|manier\w*|methode\w*|weg) ~6(?:pijnloos|zonder pijn|snel en pijnloos|makkelijk|zelf) ~(?:te )?(?:dood|sterven|doodga\w*|einde\w*|van kant|eind)",
            r"pijnloos(?:te)? ~(?:dood\w*|sterven|einde|manier|weg)",
            r"(?:dodelijke|letale) (?:dosis|hoeveelheid|combinatie)",
            rf"{_SELF} ~(?:te )?(?:ophang\w*|op ?hangen|verhang\w*|verdrink\w*|vergiftig\w*|doodsteken|neerschiet\w*|doodschiet\w*|door (?:het|mijn|de) (?:hoofd|kop) schiet\w*)",
            r"(?:hang|verhang|verdrink|vergiftig|schiet) (?:ik )?(?:me|mezelf|mij) ~(?:op|dood|door (?:het|mijn|de) (?:hoofd|kop)|$)",
            r"(?:voor|onder) (?:de|een) (?:trein|metro|tram|vrachtwagen|auto|bus) ~(?:te )?(?:spring\w*|stap\w*|gooi\w*|lopen|gaan|liggen|duiken|kom\w*|wil\w*)",
            r"(?:spring|gooi|stap|loop) (?:ik )?(?:me |mezelf )?~(?:voor|onder|van) (?:de|een|het) ~(?:trein|metro|tram|vrachtwagen|auto|bus|flat|dak|brug|gebouw|balkon|parkeergarage)",
            r"(?:van|vanaf) (?:de|een|het) ~(?:flat|dak|brug|gebouw|balkon|parkeergarage|toren) ~(?:te )?(?:af ?)?(?:spring\w*|vallen|stappen)",
            r"(?:perron|spoor|rails|brug|dak|flat|balkon) ~5(?:wil|wilde|ga|kan|om te|te) ~(?:springen|spring)",
            r"(?:rij|rijd|rijden|stuur|knal) (?:ik )?(?:me |mezelf |mij )?~(?:tegen|in) (?:de |een )(?:boom|viaduct|vangrail|muur|pijler|water|gracht|kanaal)",
            r"(?:tegen|in) (?:de |een )(?:boom|viaduct|vangrail|muur|pijler|water|gracht|kanaal) (?:aan )?(?:wil|te|ga|kan) ?(?:ik )?rij\w*",
            r"polsen (?:door ?)?(?:te )?(?:snij\w*|sneed|doorsnijden|open)|(?:strop|galg) ~(?:om mijn nek|gekocht|klaar|hangt|ligt)",
            r"(?:mezelf|mijzelf|zichzelf) ~(?:te )?(?:vermoord\w*|omleg\w*|ombreng\w*|afmak\w*|afmaken|doden|van kant|kapot ?mak\w*|wat aan|iets aan)|(?:vermoord|dood) (?:ik )?mezelf",
            r"overdos\w+|(?<!mijn )(?:slaap)?pillen (?:\w+ )?geslikt|(?:dood ?gaan?|dood ?ga|sterven|sterf|sterft|overlijden) (?:aan|van|met|door) (?:\w+ ){0,2}"
            + _PILLS,
            r"dat (?:hij|ze|zij) (?:echt |gewoon )?niet meer (?:wil|wilde|hoeft|kan leven)$",
            r"(?:zich|zichzelf) (?:\w+ ){0,2}(?:opgehangen|verhangen|doodgeschoten|van kant gemaakt|verdronken|vergast)|poging(?:en)? (?:gedaan|ondernomen|achter de rug|gehad)$|poging (?:tot|om mezelf)",
            r"(?:het|de|een) (?:water|kanaal|gracht|rivier|zee|afgrond|ravijn|haven) (?:in|inlopen|in te lopen|inrijden|in rijden|in te rijden|in lopen|in springen|ingaan)(?: rijden| lopen| springen)?$",
            r"(?:mes|scheermes|mesje|touw|strop|pillen|spuit|pistool) (?:\w+ ){0,4}(?:op mijn pols\w*|om mijn nek|op mijn keel|tegen mijn (?:hoofd|slaap|pols)|klaar ?liggen|liggen klaar|klaarligt)",
            r"(?:alles|alle pillen|wat er is|de hele boel|medicijnkast\w*) (?:\w+ ){0,3}(?:in te nemen|innemen|in nemen|slikken|te slikken|leeg te)",
            r"(?:insuline|medicijn\w*|medicatie|pillen) (?:\w+ ){0,3}(?:expres|te hoog|te veel|overdosis)|(?:expres|opzettelijk) (?:\w+ ){0,3}(?:te veel|te hoog|ongeluk|overdosis|tegen een)",
            r"(?:trein|brug|flat|dak)(?= )[^.]{0,30} spring (?:nou|dan|maar|gewoon)",
            r"(?:trein|brug|flat) ~(?:lokt|roept|trekt (?:me|aan))",
        ),
        (
            "hoeveel paracetamol is dodelijk",
            "ik heb pillen gespaard",
            "ik spring voor de trein",
            "ik rij straks tegen een boom",
            "hoe kan ik pijnloos sterven",
        ),
        (
            "hoeveel paracetamol mag een bewoner",
            "ik spring wel even in",
            "ik ben tegen een boom gereden",
            "ik rij op de trein",
            "de pillen uitdelen kost tijd",
        ),
    ),
    Rule(
        "a place one stands",
        "crisis",
        pattern(
            r"(?:sta|zit|hang|ben) (?:ik )?(?:nu |weer |al )?(?:op|bij|aan) (?:het|een|de) (?:dak|spoor|rails|brug|rand|reling|balkon|viaduct|flat|trein\w*)(?: van \w+ \w+)?$",
        ),
        ("ik sta op het dak", "ik sta bij het spoor"),
        ("ik sta op het dak als dakdekker", "ik werk bij het spoor", "ik sta op de afdeling"),
        unless=pattern(
            r"dakdek\w*|zonnepanel\w*|schilder\w*|steiger\w*|schoorsteen\w*|(?:werk|werken|werkte) (?:\w+ ){0,3}(?:op|bij|aan) (?:het|de|een) (?:dak|spoor|rails)|prorail|spoorwerk\w*"
        ),
    ),
    Rule(
        "hurting oneself",
        "crisis",
        pattern(
            r"(?:snij|snijd|snee|kras|verwond|brand|sla|beschadig|straf|verminkt?) (?:ik )?~(?:me|mij)zelf$|(?:snij|snijd|verwond|kras|beschadig) (?:ik )?(?:soms |weer |vaak )?mezelf",
            r"(?:kras|kraste|krassen|snij|snijd|snijden|sneed) (?:ik )?(?:me |mezelf )?(?:\w+ )?in (?:mijn|me|m'n) (?:\w+ )?(?:arm\w*|pols\w*|been|benen|huid|bovenbe\w+|lijf|vel)|(?:in )?(?:mijn|me) (?:armen?|polsen?|benen) (?:te )?(?:snijden|krassen)",
            r"(?:sla|straf|brand|snij|verwond|bijt|haat en sla) (?:ik )?mezelf (?:als|om|soms|vaak|weer|elke|wanneer|zodra|hard|met|in|op|bij|uit)",
            r"mezelf ~(?:te )?(?:snijden|snij|snijd|krassen|kras|verwonden|beschadigen|pijn (?:te )?(?:doen|doe)|pijnigen|verminken|slaan|branden|gesneden|verwond|pijn gedaan)",
            r"(?:doe|deed|doen) (?:ik )?(?:me|mij)zelf ~(?:pijn|wat aan|iets aan)|(?:doe|doet|deed|doen) (?:zichzelf|zich) ~(?:wat aan|iets aan|pijn)",
            r"(?:mezelf|mij zelf|me zelf|zichzelf|zich) ~(?:iets|wat) (?:aan ?(?:ga |wil |te )?doe\w*|ga aandoen)",
            r"(?:iets|wat) ~(?:mezelf|zichzelf) ~aan ?(?:te )?doen|zelfbeschadig\w*|automutil\w*|zelfverwond\w*|zelfverminking",
            r"(?:snijdt|snijd|verwondt|krast) (?:zichzelf|zich)",
        ),
        (
            "ik snij mezelf",
            "ik doe mezelf pijn",
            "ik ben bang dat ik mezelf iets aandoe",
            "mijn dochter snijdt zichzelf",
        ),
        ("ik snij groente in de keuken", "ik heb mezelf gesneden aan een mes", "ik snijd metaal"),
    ),
    Rule(
        "English",
        "crisis",
        pattern(
            r"(?:kill|hang|shoot|drown|poison|end|cut|cutting|hurt|hurting|harm|harming|killing|hanging) (?:my|him|her|them)?-?(?:self|selves)|kms|kys|unalive\w*|offing myself|off myself",
            r"\w*suic?id\w*|self ?-?harm\w*",
            r"(?:want|wanna|wants|wanted|wish|like|going|ready|prefer|rather|hope|try|tried|plan\w*|thinking|thought\w*) (?:\w+ ){0,3}(?:to |of |about |i |was |were )+(?:die|dye|dying|dead|disappear forever|cease to exist|not exist|end it|end it all|ending it)",
            r"(?:wanna|rather|just|could|should|please let me|let me|i want|wants) (?:die|be dead|dye)|(?:wish|wished) (?:\w+ )?(?:dead|die)",
            r"(?:do not|don't|dont|didn't|no longer|never|not) (?:\w+ )?(?:want|wanna|wants|wish|deserve|care) (?:\w+ )?(?:to )?(?:live|be alive|be here any ?more|exist|wake up|be around|go on living|keep living|life)",
            r"(?:can't|cannot|cant|can not) (?:\w+ )?(?:go on|keep) (?:living|like this any ?more|any ?more|with (?:my )?life)|cannot live|can't live (?:like this|any ?more)",
            r"(?:end|ending|take|taking|took) (?:it all|my (?:own )?life|his life|her life|everything)|(?:end|ending) it$",
            r"(?:better|happier|best) (?:off )?(?:without me|dead|if i (?:was|were|am|died|weren't|wasn't|disappeared))",
            r"(?:no|any|a) (?:reason|point|will|purpose|desire) (?:left )?(?:\w+ )?(?:to|in|for) (?:live|living|go on|keep going|exist|existing|life|being here)",
            r"(?:nothing|no one|nobody) (?:\w+ )?(?:left )?to live for|life (?:is|isn't|has|feels) (?:\w+ )?(?:not worth|worth|pointless|meaningless|worthless|over|no meaning|no point)(?: living)?",
            r"tired of (?:living|life|being alive|existing)|wish i (?:was|were|had) (?:dead|never (?:been )?born|not here|gone)|never been born",
            r"(?:how many|how much|enough) (?:\w+ ){0,2}(?:pills|paracetamol|tylenol|tablets|sleeping pills|insulin|ibuprofen|medication|meds) (?:\w+ ){0,5}(?:take|die|kill|lethal|fatal|overdose|dangerous|deadly)?",
            r"(?:how|ways?|want|wanna|going|ready|just) (?:\w+ )?(?:to|2|too) die|die painlessly",
            r"(?:lethal|fatal|deadly) (?:dose|dosis|amount)|painless (?:way|death|method)\w*|overdose|(?:way|ways|method|methods) to die",
            r"(?:jump|jumping|step|throw myself) (?:\w+ )?(?:off|from|in front|under) (?:\w+ )?(?:a |the |of )*(?:bridge|roof|building|train|balcony|bus|truck)",
            r"slit my wrists|cut my wrists|a burden (?:to|on) (?:everyone|everybody|my|them|others|all)|(?:just )?be a burden|sleep (?:and never wake|forever)|not wake up(?: ever)?|never wake up",
            r"(?:nobody|no one|noone) would (?:miss|notice|care) (?:me|if i (?:died|was gone|were gone|disappeared))|goodbye (?:forever|cruel world|world)",
            r"reason to (?:\w+ )?(?:live|living|go on|continue|stay alive)|want (?:it|it all|this all|everything|all of it) (?:all )?to (?:end|stop|be over)|end it (?:tonight|now|today|soon|all|for good)|(?:done|finished|through|fed up) with (?:life|living)",
            r"(?:point|meaning|purpose|use) (?:of|in) (?:living|life|being alive|going on)|can't do life|never (?:wake|waking) up|(?:wish|hope|hoped|wished) (?:\w+ ){0,2}never woke up|not (?:wake|waking) up|(?:been|started|keep|kept|am|i'm) (?:self )?cutting (?:again|myself)|cutting again",
            r"if i (?:die|died|was dead|were dead|die tonight)|(?:stop|stopped|cease) existing|(?:life|i am|i'm) (?:is )?(?:worthless|not worth (?:it|living))|don't (?:want to|wanna) exist",
            r"don't (?:want to|wanna) be here any ?more|when i'm gone|when i am (?:gone|dead)",
        ),
        (
            "i want to die",
            "kms",
            "I don't want to live anymore",
            "ending it all",
            "everyone would be better off without me",
            "how many pills would it take",
        ),
        (
            "I'm dying to learn welding",
            "this deadline is killing me",
            "suicide prevention training",
            "I want to end my contract",
            "een 2 want die planner luistert toch niet",
            "ik ga naar huis want die collega is ziek",
        ),
    ),
)
