"""Signs of crisis that do not name death: wishing something would happen, being a burden, farewell, no life ahead, long sleep.

They put together what stands in one sentence, so that the words between may be any. Like `crisis`, they lean to asking.
"""

from __future__ import annotations

from dialogues.language.signs.rule import Rule, pattern

_WISH = (
    r"(?:hoop|hoopte|wou|wilde|wens|wenste|bid|had|hadden|mocht|mag|maar|graag|prima|opgelucht|opluchting|best|liever|oplossing|fijn|rustig|rust|verlos\w*|wat zou het|zou ik|zou het|droom|laat"
    r"|(?:niet|niks|niets) (?:zo )?(?:erg|eens)|(?:kan|kon) (?:me|mij|het me) (?:niet|niks|geen|weinig) ~schelen|(?:maakt|maakte) (?:me|mij|het me) ~(?:niet|niks|niets) ~uit|boeit (?:me|mij)? ?~(?:niet|niks)|vind het (?:wel )?(?:goed|best|prima))"
)
_FATE = (
    r"(?:aanr[ie]j\w*|aangereden|overrij\w*|overreed|overreden|doodr[ie]j\w*|omver ?r[ie]j\w*|schep(?:t|te|pen)|geschept|platgereden|onder (?:een|de|die|zo'n) (?:auto|bus|trein|tram|vrachtwagen|trekker|wals|heftruck)"
    r"|voor (?:een|de) (?:auto|bus|tram|vrachtwagen) (?:loop|kom|liep|kwam)|(?:ik|me|mij|hier) ~(?:kanker|hartaanval|hartinfarct|hersenbloeding|ongeluk|ongeval|ernstig ziek|ongeneeslijk\w*|dodelijk\w*) ~(?:krijg|kreeg|heb|had|kom|kwam|overkomt|overkwam)"
    r"|(?:een|n) (?:\w+ )?(?:hartaanval|hartinfarct|hersenbloeding|ongeluk|ongeval|ziekte) ~(?:krijg|kreeg|zou krijgen|overkomt|overkwam)|door de bliksem|(?:virus|corona|ziekte|kanker|griep|bliksem) (?:\w+ ){0,3}(?:mij|me) (?:\w+ )?(?:pak\w*|haal\w*|vel\w*|meene\w*|krijg\w*)|(?:op|om) (?:een )?(?:\w+ )?(?:ziekte|kanker|hartaanval|ongeluk|ongeval)(?: (?:\w+ ){0,4}(?:vanzelf|zodat|dan is|klaar))|niet ~overlee\w+|niet ~overleef"
    r"|(?:auto|bus|vrachtwagen|trein|tram|tegenligger|heftruck|truck|trekker|wagen) (?:\w+ ){0,4}(?:me|mij) (?:\w+ ){0,4}(?:raak\w*|geraakt|pak\w*|gepakt|schep\w*|geschept|meenam|meegenomen|overr\w+|aanr\w+)"
    r"|(?:vliegtuig|auto) ~neerstort\w*)"
)
_I = r"(?:ik|me|mij|mezelf|'k|mijn)"
_GONE = r"(?:als|wanneer|zodra|stel|zonder|mocht|indien|dat) (?:dat )?(?:ik|mij|me) ?(?:er )?(?:\w+ ){0,3}?(?:niet (?:meer )?(?:\w+ )?(?:ben|bin|was|zou zijn|besta|bestond|leef|leefde|leven)|(?:morgen |straks |er )?weg (?:ben|was|zou zijn|val)|er (?:gewoon )?tussen ?uit (?:piep\w*|ga|knijp\w*)|dood (?:ben|was|ga)|verder draai\w*|door ?draai\w*|verdwijn|verdween|verdwenen|wegval|er tussenuit \w+|een einde? \w+)"
_RELIEF = (
    r"(?:hoeft? (?:\w+ )?(?:niemand|zich niemand|niet meer|zich niet)|niemand (?:\w+ ){0,5}(?:huilen|huilt|mis\w*|merk\w*|opval\w*|last|druk|zorgen|treur\w*|huil\w*)|beter (?:af|zonder|voor|leven)|(?:is|zijn|wordt|worden|was|gaat|zou|zal) (?:\w+ ){0,3}(?:beter|gelukkiger|fijner|blijer|makkelijker|rustiger|lichter|opgelucht)"
    r"|(?:rust|last|zorg|zorgen) ~(?:minder|kwijt|meer|om mij|over mij)|(?:redden|red) (?:ze|iedereen|jullie|hij|zij|het gezin) ~(?:zich|het) ~wel|van (?:mij|me) af|opgelucht|(?:geen|minder) (?:last|zorgen|gezeik|gedoe) ~(?:meer )?(?:van|om|over|met) (?:mij|me)|(?:mist|missen|merkt|merken) (?:\w+ ){0,3}niemand|geen haan)"
)
_FAMILY = r"(?:kinderen|kids|kind|kleintjes|zoon|dochter|meiden|jongens|gezin|man|vrouw|vriend|vriendin|ouders|moeder|vader|mama|papa|ma|pa|familie|broer|zus|iedereen|jullie|allemaal)"

LEAVING = (
    Rule(
        "wishing that something would happen",
        "crisis",
        pattern(_FATE),
        (
            "ik zou het niet erg vinden als ik morgen onder een bus kom",
            "had die vrachtwagen mij gisteren maar geraakt",
            "soms hoop ik dat ik een hartaanval krijg",
            "van mij mag die tram me zo scheppen, boeit me niks",
        ),
        (
            "ik hoop dat ik geen ongeluk krijg met die oude heftruck",
            "gelukkig had die auto mij niet geraakt",
            "mijn vader kreeg een hartaanval",
            "als ik een ongeluk krijg, wie betaalt dan",
        ),
        near=(pattern(_WISH), pattern(_I)),
        unless=pattern(
            r"(?:geen|nooit|gelukkig|bang|bijna|verzekering|verzekerd|wie betaalt|voorkom\w*|voorzichtig|veilig\w*|schrok|geschrokken|helm|hesje|preventie|niet (?:\w+ )?(?:geraakt|aangereden)|op vakantie|oppassen|straks (?:nog )?(?:een ongeluk|onder))"
        ),
    ),
    Rule(
        "better without me",
        "crisis",
        pattern(_RELIEF),
        (
            "als ik er niet ben hoeft niemand zich druk te maken om mij",
            "stel dat ik weg was, dan was iedereen opgelucht",
            "mijn gezin is gelukkiger als ik er niet meer ben",
            "niemand merkt het als ik verdwijn",
        ),
        (
            "als ik er niet ben loopt alles in de soep",
            "als ik er niet ben weet Sandra waar de sleutels liggen",
            "als ik weg ben gaat het werk beter",
        ),
        near=(pattern(_GONE),),
        unless=pattern(
            r"(?:als|wanneer|zodra) ik (?:er )?(?:\w+ )?(?:weg ben|niet ben) (?:\w+ ){0,3}(?:werk|dienst|vakantie|rooster|planning|klant\w*|machine|sleutel\w*|pauze)|vakantie|vrij(?:e dag)?|pensioen|met verlof|op cursus|invaller|vervang\w*|(?:gaat|loopt) het werk"
        ),
    ),
    Rule(
        "a burden",
        "crisis",
        pattern(
            r"(?:ben|voel (?:me|mij)|vind mezelf|was) (?:ik )?~(?:alleen maar |alleen )?(?:een |tot |iedereen tot |jullie tot |ze tot )?(?:last|blok aan (?:het|hun|zijn|haar) been|ballast|teveel|te veel|overbodig|sta in de weg) (?:voor|van|in|op) (?:iedereen|alles|ze|hun|hen|de (?:mensen|wereld|kinderen)|deze wereld|mijn \w+|jullie|thuis|anderen|dit leven)",
            rf"(?:alleen maar|alleen nog maar|iedereen|{_FAMILY}) (?:\w+ ){{0,2}}tot last",
            r"(?:alleen maar|enkel|iedereen) ~(?:in de weg|ellende|verdriet|last) ~(?:bezorg|geef|breng|veroorzaak|ben)",
            rf"{_FAMILY} ~(?:verdient|verdienen|heeft recht op|hebben recht op) (?:een )?(?:beter\w*|betere \w+) dan (?:mij|ik|me)",
            r"(?:beter|makkelijker|fijner|gelukkiger|rustiger) (?:\w+ ){0,4}(?:als|dat|wanneer) ik (?:\w+ ){0,2}(?:verdwijn|verdween|wegga voorgoed|er niet (?:meer )?(?:ben|was)|dood (?:ben|ga|was)|niet meer (?:leef|besta|ben))(?= |$)|of ik (?:er )?(?:morgen|straks|volgende week|dan|overmorgen) (?:nog|uberhaupt) (?:leef|besta)|voor het laatst (?:\w+ ){0,5}(?:kinderen|kids|dochter|zoon|moeder|vader|vrouw|man|ouders) (?:\w+ ){0,4}(?:gebracht|gezien|gekust|geknuffeld|gedag|omhelsd|ingestopt)",
            rf"{_FAMILY} (?:\w+ ){{0,5}}(?:beter|gelukkiger|rustiger|blijer|fijner) (?:\w+ ){{0,3}}(?:zonder mij|zonder me|als ik (?:\w+ ){{0,3}}(?:niet|weg|dood|verdwijn)\w*)",
            r"(?:beter|gelukkiger|rustiger|fijner) (?:\w+ )?zonder (?:mij|me)$",
            r"(?:niemand|geen mens|geen hond) ~(?:heeft|houdt|geeft|zit|wacht) ~(?:iets |nog )?(?:aan|van|om|op) (?:mij|me) ~(?:weg|dood|niet meer|verdwijn\w*)",
            r"(?:kinderen|kids|ze|zoon|dochter|gezin|man|vrouw) (?:\w+ ){0,3}(?:redden|redt|red) (?:zich|het) (?:\w+ )?(?:wel|beter|ook) (?:\w+ )?zonder (?:mij|me|hun (?:moeder|vader|mama|papa)|(?:een |hun )?\w+)$",
            r"niemand (?:\w+ )?(?:zou|gaat|zal) (?:\w+ )?(?:me|mij) (?:\w+ )?missen|(?:zou|gaat|zal) (?:toch )?niemand (?:me|mij) (?:\w+ )?missen|(?:wie|niemand) ~(?:zal|zou) (?:me|mij) ~missen",
        ),
        (
            "ik ben alleen maar een last voor mijn gezin",
            "mijn kinderen verdienen beter dan mij",
            "niemand zou mij missen",
            "ze zijn beter zonder mij",
        ),
        (
            "ik ben verantwoordelijk voor iedereen",
            "het team is beter geworden",
            "ik heb last van mijn rug",
            "ik voel me te veel op kantoor",
        ),
    ),
    Rule(
        "farewell letters",
        "crisis",
        pattern(
            r"afscheids?(?:brie\w*|bericht\w*|video\w*|mail\w*|filmpje\w*)",
            r"(?:brief|brieven|briefje|briefjes) (?:\w+ ){0,6}(?:geschreven|klaar|liggen|ligt|al af|achter\w*|afgemaakt|schrijven) (?:\w+ ,? ?){0,6}(?:moed|durf|kinderen|ouders|gezin|als ik er niet|weg|niemand|vinden|afscheid)",
            r"(?:brief|brieven|briefje) (?:\w+ ){0,4}(?:voor (?:mijn|als)|aan mijn) (?:kinderen|ouders|gezin|man|vrouw|moeder|vader|dochter|zoon|als ik|ik er) ?(?:\w+ ){0,4}(?:geschreven|klaar|ligt|liggen|schrijven|af)?",
        ),
        (
            "de brieven heb ik al geschreven nu alleen nog de moed",
            "ik heb een afscheidsbrief klaar",
            "er ligt een briefje voor mijn ouders",
        ),
        (
            "ik moet nog een brief schrijven aan personeelszaken",
            "de brieven voor de klanten liggen klaar",
            "ik heb een brief gekregen van school voor mijn kinderen",
        ),
        unless=pattern(
            r"(?:school|opa|oma|sinterklaas|kaartje|belasting|gemeente|klant\w*|verzekering|bank|pensioen\w*|collega die (?:weg|stopt)|collega\w* (?:\w+ ){0,4}(?:weg|stopt|pensioen)|afscheid van (?:een|onze|de) collega|schoolreis\w*|gekregen|oudergesprek)"
        ),
    ),
    Rule(
        "giving things away",
        "crisis",
        pattern(
            r"(?:geef|geeft|gaf|gegeven|deel|deelt|weggegeven|weg ?gegeven|wegge\w+|weggeven|wegdoen|weg te geven|doe|doet|uitgedeeld|heb) (?:\w+ ){0,6}(?:spullen|bezittingen|alles wat (?:ik|hij|ze|zij) he\w+|kleren|sieraden|verzameling|hond|kat|poes|huisdieren) ?(?:\w+ ){0,4}(?:weg|aan|uit|gegeven)?",
            r"(?:spullen|bezittingen|hond|kat) ~(?:al |ineens |opeens )?(?:weg ?gegeven|weggegeven|verdeeld|weggedaan|weggeven|ondergebracht)",
        ),
        (
            "maat van mij geeft ineens al zijn spullen weg en zegt dat we hem binnenkort niet meer zien",
            "ik heb mijn spullen weggegeven, die heb ik straks niet meer nodig",
        ),
        (
            "ik heb oude spullen weggegeven aan de kringloop",
            "ik geef de spullen door aan de volgende ploeg",
            "we geven kleren weg",
        ),
        near=(
            pattern(
                r"(?:niet|nooit|niks) (?:meer )?(?:\w+ ){0,3}(?:nodig|zien|zie|ziet|terug|ben|is|terugkom\w*)|afscheid\w*|binnenkort ~(?:weg|niet|voorbij|klaar)|straks ~(?:weg|niet meer|er niet)|waar (?:ik|hij|ze|zij) (?:naartoe|heen) (?:ga|gaat)|voorgoed|voor altijd|stil\w* en|al dagen"
            ),
        ),
        unless=pattern(
            r"verhui\w*|kringloop|te klein|nieuwe (?:baan|woning|functie)|pensioen|marktplaats|opgeruimd|versleten|emigr\w+"
        ),
    ),
    Rule(
        "goodbye",
        "crisis",
        pattern(
            r"(?:zeg|zegt|vertel|geef|laat|weet|weten) (?:\w+ ){0,4}(?:mijn |m'n |aan |tegen |de )*(?:kinderen|kids|dochter|zoon|jongens|meiden|vrouw|man|moeder|vader|ouders|gezin|familie|mama|papa|vriendin|vriend|iedereen|ze|haar|hem) (?:\w+ ){0,4}dat (?:ik|het) (?:\w+ ){0,4}(?:hou|houd|hield|spijt|sorry|ligt niet aan|niet \w+ schuld)",
            r"(?:hou|houd|let|pas|zorg) (?:\w+ ){0,2}(?:goed )?(?:op|voor|van) (?:\w+ ){0,4}als ik (?:er )?(?:\w+ ){0,2}(?:niet meer|weg|dood)",
            r"(?:schrijf|schreef|geschreven) (?:ik )?(?:\w+ ){0,3}(?:de|mijn|een) laatste brief|(?:gezegd|vertel|zeg|verteld) (?:\w+ ){0,5}(?:dat ik van (?:haar|hem|ze|hun|je|jullie) hou)(?= |$)|(?:bedankt|dank je|dank jullie|dank|sorry|vergeef me|het spijt me)(?: wel)? (?:\w+ |, ){0,10}(?:vaarwel|voorgoed|voor altijd|niet meer (?:zien|horen|verder|hier)|geen zorgen ~(?:over|om) mij|geen last meer|geen zorgen meer|mijn laatste (?:bericht|dag|nacht|avond)|ik ga nu|ik kan het niet meer|dit was het)",
            r"(?:geen|nooit meer) zorgen (?:\w+ )?(?:om|over) (?:mij|me) (?:meer )?(?:te )?(?:maken|hebben)? ?(?:meer )?(?:straks|binnenkort|na vandaag|na vanavond|na morgen)|om (?:mij|me) geen zorgen meer",
            r"vaarwel(?! (?:kolle|colle)g\w*)(?: \w+)?$|(?:dit is|dit wordt|dat was|dit was) (?:\w+ )?(?:mijn|m'n) (?:\w+ )?(?:laatste (?:bericht|berichtje|nacht|avond|levensdag)|afscheid (?:van (?:alles|het leven|iedereen|jullie)|$))",
            r"(?:dit was het dan|dat was het dan|het is over|dit was het) (?:, )?(?:dag|vaarwel|doei|tot nooit|sorry|voor mij)(?: \w+)*|tot nooit(?: meer)?$",
            r"laatste (?:keer|bericht\w*|app\w*|wat|dat) (?:\w+ ){0,3}(?:jullie|je|ze|u) (?:\w+ ){0,3}(?:van|met|over) (?:mij|me) (?:\w+ )?(?:hor\w+|zien|lezen|hebben)|(?:jullie|je|ze|niemand) (?:horen|hoort|zien|ziet|zullen|zult|gaan|gaat|hoor|zie) (?:\w+ ){0,3}(?:niks|niets|nooit|niet) (?:meer |iets )?(?:van mij|van me|mij|me) ?(?:meer|horen|zien|terug|terugzien)?(?: horen| zien)?$",
            r"(?:zien|horen|zie|hoor) (?:mij|me) (?:\w+ )?nooit meer(?: terug| weer)?$",
            r"(?:zie|zien) (?:ik )?(?:jullie|elkaar|je|iedereen|ze) ~(?:niet|nooit) (?:meer )?~(?:terug|meer|in dit leven)$",
            r"(?:morgen|vanavond|vannacht|straks|na vandaag|binnenkort|dan) (?:\w+ )?(?:is|zal|komt) (?:het|alles|er) (?:\w+ ){0,2}(?:voorbij|afgelopen|eindelijk rust|een einde? aan|over)(?: zijn)?(?: voor (?:mij|altijd|goed)| voorgoed)?(?=  ?$| $| \.)(?! , de)",
            r"(?:regel|geregeld|uitgezocht|regelen|opgeschreven|klaargelegd|vastgelegd) ~(?:mijn|m'n) (?:eigen )?(?:begrafenis|uitvaart|crematie|testament)|(?:mijn|m'n) (?:eigen )?(?:begrafenis|uitvaart|crematie|rouwkaart) (?:\w+ ){0,3}(?:geregeld|uitgezocht|klaar|uitgekozen|opgeschreven|regelen|bedacht)",
            r"(?:mijn|het|m'n) (?:besluit|plan|datum) (?:staat|is) (?:\w+ )?vast (?:, )?(?:\w+ ){0,3}(?:stop|weg|klaar|voorbij|einde|ga|moe)",
            r"(?:op|na) mijn (?:begrafenis|uitvaart|crematie)(?! ?(?:verzekering|onderneming|ondernemer))",
        ),
        (
            "bedankt voor alles, jullie hoeven je om mij geen zorgen meer te maken straks",
            "zeg tegen mijn kinderen dat ik van ze hou",
            "dit is mijn laatste bericht",
            "na vandaag is het voorbij",
            "jullie zien mij nooit meer terug",
            "dit was het dan, dag allemaal",
        ),
        (
            "bedankt voor alles en tot maandag",
            "morgen is het weekend",
            "vrijdag is mijn laatste werkdag",
            "zeg tegen mijn chef dat ik later kom",
            "ik neem afscheid van het team",
        ),
        unless=pattern(
            r"(?:nieuwe|andere) (?:baan|werkgever|functie|werkplek|job)|pensioen|andere (?:afdeling|vestiging)|stage (?:is|zit)|contract|uitvaart(?:verzekering|verzorg\w*|ondern\w*)"
        ),
    ),
    Rule(
        "to somebody who died",
        "crisis",
        pattern(
            r"(?:wil|wou|wilde|ga|verlang|hoop|zou|kan|kon|mag|liefst) (?:ik )?(?:\w+ ){0,5}(?:naar|bij|met|achter) (?:\w+ ){0,4}(?:toe|zijn|achterna|aan|gaan|volgen|heen|wezen|herenigd|samen)",
            r"(?:ga|ging|kom|volg) (?:ik )?(?:\w+ ){0,2}(?:hem|haar|mijn \w+) (?:\w+ )?(?:achterna|snel|gauw|binnenkort)",
        ),
        (
            "ik wil naar mijn vrouw toe. ze is in maart overleden en ik wil gewoon bij haar zijn",
            "mijn zoontje is dood en ik wil bij hem zijn",
        ),
        (
            "ik wil naar de begrafenis van mijn oma, ze is overleden",
            "mijn vader is overleden, ik wil bij mijn moeder zijn",
            "ik wil vrij, mijn oma is overleden en ik wil bij mijn familie zijn",
        ),
        also=pattern(
            r"(?:mijn|m'n) (?:\w+ )?(?:vrouw|man|zoon|zoontje|dochter|dochtertje|kind|kindje|baby|moeder|vader|ma|pa|broer|zus|oma|opa|vriend|vriendin|tweeling\w*|maat) (?:\w+ ){0,8}(?:overleden|dood|gestorven|doodgegaan|begraven|verongelukt|hemel|verloren)|(?:ligt|liggen|rust) (?:\w+ ){0,2}(?:op het kerkhof|op de begraafplaats|begraven|in (?:zijn|haar) graf)|ze is (?:\w+ ){0,3}(?:overleden|gestorven|dood)|hij is (?:\w+ ){0,3}(?:overleden|gestorven|dood)"
        ),
        unless=pattern(
            r"begrafenis|uitvaart|crematie|graf|condole\w*|verlof|vrij (?:vragen|nemen|krijgen)|wil vrij|rouw\w*|bij mijn (?:moeder|vader|familie|gezin|kinderen|ouders|broer|zus|man|vrouw) zijn|steun|op bezoek|van werk|naar huis"
        ),
    ),
    Rule(
        "to heaven",
        "crisis",
        pattern(
            r"(?:wil|ga|liever|beter|hoop|laat|verlang|mag|roept|roep|kom|straks|binnenkort) (?:ik |me )?(?:\w+ ){0,5}(?:naar|bij|in) (?:god|allah|de heer|jezus|mijn schepper|de hemel|het hiernamaals|het paradijs|boven|de engelen|gene zijde|daarboven) ?(?:toe|gaan|ga|zijn|halen|roept|komen)?",
            r"(?:god|allah|heer|jezus) (?:\w+ ){0,3}(?:haal|neem|roep|haalt|neemt|roept|laat) (?:me|mij)",
            r"(?:better|want|wanna|wants|wish|hope|let|going|go|take|call|calls) (?:\w+ ){0,4}(?:to|with|be with|home to) (?:god|allah|jesus|the lord|heaven)",
            r"(?:god|allah|lord) (?:\w+ )?(?:take|call|bring) me",
        ),
        ("ik wil gewoon naar god toe", "better i go to god now", "allah neem mij maar"),
        ("ik ga zondag naar de kerk", "we bidden tot god voor het eten", "de hemel is blauw"),
        unless=pattern(r"hemelvaart\w*|kerk|moskee|bedevaart|koor|vakantie|mekka|zevende hemel"),
    ),
    Rule(
        "no life ahead",
        "crisis",
        pattern(
            r"(?:klaar|moe|zat|beu|genoeg|gehad|kots\w*|afgesloten|uitgekeken|uit ?geleefd) (?:\w+ ){0,2}(?:met|van|op) (?:het |dit |mijn |te |dat |al dit |dit rot|heel dat |heel het )?(?:leven|leve|lvn|bestaan)(?! (?:zonder|van|als|in (?:een|deze|de|dit)|met|op|tussen|uit de|van dag))",
            r"(?:klaar|genoeg|geweest|weg|laatste|niet meer|niks|zat|moe) (?:\w+ ){0,4}(?:op|van) (?:deze |de )?(?:aarde|aardbol|wereld)(?= |$)(?! (?:rond|is))|uitgeleefd|(?:lang genoeg|te lang|genoeg) geleefd|(?:heb|had) (?:ik )?(?:mijn|m'n) tijd gehad(?! (?:in|bij|op|met|als) (?!(?:de|deze) (?:wereld|aarde)))|mijn tijd (?:is gekomen|is om|zit erop) (?:op (?:aarde|deze)|hier op|om te gaan)",
            r"(?:mooi|genoeg|goed) geweest (?:\w+ |, |\. ){0,8}(?:geleefd|leven|hoeft voor mij|rust)",
            r"(?:ophoudt|ophouden|stopt|voorbij is|over is) (?:, )?(?:\w+ , )?(?:alles , )?(?:voorgoed|voor altijd|voor goed|voor eeuwig)|(?:wat|welke|welk) (?:\w+ ){0,3}(?:leven|bestaan) (?:\w+ ){0,3}(?:zin|nut|doel)|(?:wat|welke|welk) (?:\w+ ){0,3}(?:zin|nut|doel) (?:\w+ ){0,3}(?:leven|bestaan)(?= |$)|(?:zin|nut|doel) van (?:het|mijn|dit) (?:leven|bestaan)|(?:eind\w*|punt|stop) (?:\w+ ){0,2}aan (?:mijn|dit|al dit|deze|al deze|het|de) (?:\w+ )?(?:lijden|pijn|ellende|leed|hel|bestaan|marteling|verdriet)(?= |$)",
            r"testament (?:\w+ |, ){0,6}afscheid|afscheid (?:\w+ |, ){0,6}testament|zelfm(?= |$)",
            r"(?:waar|waarvoor|voor wie|waarom) (?:\w+ )?(?:leef|besta|adem|doe) ik (?:\w+ ){0,2}(?:nog|eigenlijk|op aarde)(?! hier| bij dit| elke)(?:\w+ )?(?:voor|om)?(?= (?:en|,|\.|want|als|$)| $)",
            r"waar leef ik|waarvoor leef ik|wat (?:\w+ )?(?:doe|heb|zoek) ik (?:nog )?op (?:deze |de )?(?:wereld|aarde)",
            r"(?:heel|gans|elke|elken|iedere|alle) (?:dag|nacht|moment) ~(?:denk|peins|gedachten) ~(?:aan|over) ~(?:niet meer|dood|weg|uit)",
            r"(?:geen|zonder|zie) (?:enkele |enig )?(?:toekomst|hoop|licht|uitweg|uitkomst|zin)(?: meer)? (?:meer )?(?:\w+ ){0,4}(?:leven|voor (?:mezelf|mij)|verder|te leven)",
            r"geen (?:zin|kracht|moed|puf|energie|reden|wil|nut|doel)(?: meer)? (?:om |in |voor )?(?:het |mijn |dit |te |nog |verder |een )*(?:leven|bestaan)(?! (?:van|zonder|in de brouwerij|in een))",
            r"(?:stop|stoppen|stopt|ophouden|gestopt|kappen) (?:met )?(?:alles|ademen|mijn leven|het leven|leven)(?: en)? (?:voor (?:altijd|goed)|voorgoed)|(?:stop|stoppen) (?:met )?(?:te )?(?:leven|ademen)(?! (?:van|met|in))",
            r"(?:wou|wil|zou willen|wilde) (?:ik )?(?:maar |soms |gewoon )*(?:stoppen|ophouden|gestopt|opgehouden) (?:met |te )?(?:ademen|ademhalen|ademde|bestaan)|dat mijn hart (?:\w+ ){0,3}(?:stopt|stopte|ophoudt|ophield)",
            r"(?:leven|bestaan) (?:is )?(?:voor mij )?(?:\w+ )?(?:klaar|voorbij|afgelopen|af|op|over|uit|kaput|finish)(?: voor mij)?$",
            r"(?:wil|hoef|kan|ga|hoeft|wou) (?:ik )?(?:\w+ ){0,4}(?:weg|verdwijnen|oplossen) (?:\w+ |, ){0,4}(?:overal|van alles|definitief|voorgoed|voor altijd|van de (?:wereld|aarde|aardbodem)|uit (?:dit|mijn|het) leven|en nooit (?:meer )?(?:terug|gevonden)|zonder spoor)",
            r"(?:niet meer|niet) (?:te )?(?:hoeven )?(?:te )?(?:bestaan|zijn|leven) (?:lijkt|zou|is|klinkt) (?:me |mij )?(?:\w+ )?(?:fijn|rust\w*|heerlijk|beter|makkelijk\w*|goed|oplossing)",
            r"(?:dood|doodgaan|sterven|er niet (?:meer )?zijn) (?:\w+ )?(?:lijkt|klinkt|voelt|zou) (?:me |mij |als )?(?:\w+ ){0,2}(?:fijn|rust\w*|heerlijk|beter|makkelijk\w*|opluchting|verlossing|vredig|oplossing)",
            r"(?:enige|beste) (?:oplossing|uitweg|manier|optie|rust) (?:\w+ ){0,6}(?:dood|er niet meer (?:te )?(?:zijn|ben)|doodga\w*|eind aan|niet meer leven|niet meer te leven|er uit stappen)",
            r"(?:denk|droom|fantaseer|peins|pieker|gedachte\w*|dacht) (?:\w+ ){0,6}(?:er niet (?:meer )?(?:te |zou |zouden )?(?:zijn|ben|was|willen zijn)|niet meer (?:te )?(?:leven|bestaan)|de dood|uit het leven|mijn dood|er (?:tussen)?uit te stappen|sterven|doodgaan)",
            r"(?:gedachten?|ideeen|gevoel\w*|stemmen|stem) (?:\w+ )?(?:aan|over|om) (?:\w+ ){0,2}(?:de dood|dood te|zelf\w+|mezelf (?:iets|wat|van|te)|er (?:een )?(?:eind|einde)|er niet meer)|donkere gedachten|zwarte gedachten|duistere gedachten|stem\w* (?:\w+ ){0,6}(?:mezelf|dood|springen|doen moet)",
            r"(?:ik|k) (?:\w+ )?(?:niet|niks) (?:meer )?(?:wil|wilt|willen) (?:meer )?(?:leef|leven|zijn hier|bestaan)|(?:geen|niet) zin (?:\w+ )?leven",
        ),
        (
            "ik ben klaar met leven bro",
            "ik heb lang genoeg geleefd",
            "waar leef ik nog voor",
            "ik wil weg, overal weg, voorgoed",
            "er niet meer zijn lijkt me heerlijk",
            "ik heb donkere gedachten",
        ),
        (
            "ik ben klaar met leven in een flat",
            "ik wil meer uit het leven halen",
            "ik wil meer leven in de brouwerij",
            "klaar met het nachtleven",
            "daar kan ik niet van leven",
        ),
        unless=pattern(
            r"vakantie|camper|camping|op reis|reizen|eiland|strand|weekendje|een dagje|bewoner\w*|client\w*"
        ),
    ),
    Rule(
        "a long sleep",
        "crisis",
        pattern(
            r"(?:slapen|slaap|inslapen|in slaap|insliep|slaapje|dutje|bed|ogen|wakker|opstaan)",
        ),
        (
            "ik wil slapen en nooit meer wakker worden",
            "ik hoop dat ik morgen niet wakker word",
            "kon ik maar voorgoed inslapen",
            "ogen dicht en dan nooit meer open, dat lijkt me wat",
        ),
        ("ik wil gewoon slapen", "ik word nooit wakker van de wekker", "hij slaapt voor altijd op de bank haha"),
        near=(
            pattern(
                r"(?:nooit|niet) (?:meer |nog )?(?:hoeven |te hoeven |hoef )?(?:te )?(?:meer )?(?:\w+ )?(?:wakker (?:word\w*|ben|te worden|schrik\w*|maken|werd)|open (?:doe|doen|gaan|hoeven)?|opensta\w*|ontwak\w+|terugkom\w*)(?! (?:van|door|om|voor|met|in|tijdens|geschud))"
                r"|(?:voor altijd|voorgoed|voor eeuwig|eeuwig\w*) (?:\w+ )?(?:slapen|inslapen|slaap|blijven slapen|blijven liggen|dicht)|(?:slapen|slaap|inslapen) (?:voor altijd|voorgoed|voor eeuwig)|(?:weet|of|twijfel\w*) (?:\w+ ){0,5}(?:nog )?wakker (?:wil|hoef|moet) (?:worden|te worden)|(?:dat|en) (?:het |alles )?dan (?:het |alles )?(?:klaar|voorbij|stil|over|afgelopen) is|(?:slapen|slaap|rusten) (?:\w+ )?(?:altijd|eeuwig|voor altijd|forever)(?: , (?:\w+ )?(?:niet|nooit) (?:meer )?wakker)?|(?:niet|nooit) (?:meer )?wakker$|niet (?:meer )?(?:op te staan|opstaan) ooit|ooit nog (?:op te staan|opstaan)"
            ),
            pattern(
                r"(?:wil|wou|wilde|hoop|hoopte|bid|wens|kon|liefst|lijkt|laat|zou|mag|mocht|graag|maar|droom|zin|vind|hoeft?|gewoon|stiekem|soms|verlang\w*|elke)"
            ),
        ),
        unless=pattern(
            r"wekker|baby|kind\w* (?:\w+ )?wakker|de kleine|hond|kat|bewoner\w*|buren|haha\w*|nachtdienst (?:\w+ ){0,4}niet gestoord|telefoon|uitslapen"
        ),
    ),
    Rule(
        "no longer needed here",
        "crisis",
        pattern(
            r"(?:ik )?(?:hoor|ben|voel me|voel mij|besta) (?:ik )?(?:\w+ ){0,3}(?:niet|nergens|niks) (?:\w+ ){0,2}(?:thuis|nodig|op mijn plek|gewenst|waard) (?:\w+ )?(?:op|in) (?:deze|de|dit) (?:wereld|aarde|leven)",
            r"(?:wil|wilde|hoef|wou|kan) (?:ik )?(?:hier )?(?:\w+ )?(?:niet|nooit) (?:meer|langer) (?:hier )?(?:zijn|bestaan|rondlopen) (?:op (?:deze|de) (?:wereld|aarde)|$)",
            r"haat (?:ik )?(?:mezelf|mijn leven|mn leven|het leven) (?:\w+ |, ){0,8}(?:weg|dood|stoppen|er niet|klaar|niet meer)",
            r"(?:ik )?wil (?:ik )?(?:mezelf|mij) niet (?:meer|langer)$|eet niet meer (?:\w+ ){0,3}(?:wil|want) (?:\w+ )?(?:weg|dood|er niet)",
        ),
        (
            "ik hoor niet thuis op deze wereld",
            "ik haat mijn leven en wil er niet meer zijn",
            "ik wil hier niet meer zijn op deze wereld",
        ),
        ("ik voel me niet op mijn plek in dit team", "ik wil hier niet meer werken"),
    ),
)
