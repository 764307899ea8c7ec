"""Signs of crisis that name a way or a place together with a thought of it, a wound, or an attempt; of the writer or of somebody they know.

A way alone is daily work (a train, a knife, pills on a ward); it becomes a sign beside a wish, a thought or a question.
"""

from __future__ import annotations

from dialogues.language.signs.rule import Rule, pattern

_THOUGHT = (
    r"(?:denk|dacht|denken|gedacht|gedachte\w*|peins|fantaseer\w*|overweeg|overwogen|droom|neiging\w*|impuls\w*|drang|verleid\w*|aantrekkelijk|wil|wilde|wou|willen|zou|durf|durfde|hoef|hoefde|zin om|lust|soms|steeds|vaker|elke keer|iedere keer|telkens|"
    r"stel|als ik (?:nou|nu|gewoon|maar|dan)|hoe (?:makkelijk|simpel|snel|het zou)|zo makkelijk|zo simpel|een seconde|een klein|even maar|straks|vanavond|vannacht|morgen|binnenkort|kijk|stop|sta|bijna|trekt|lokt|roept|moed|plan)"
)
_I = r"(?:ik|me|mij|mezelf|mijn)"
_ACCIDENT = (
    r"(?:per ongeluk|gladheid|glad|slip\w*|schade|deuk|uitwijk\w*|bijna (?:tegen|aan)gere\w+|verzekering|parkeer\w* tegen|achteruit|heftruck|pallet\w*|collega reed|geschrokken|schrok|machinist|conducteur|instructeur|rijles|klant\w*"
    r"|haha\w*|monteur|onderhoud|werkzaamheden|prorail|schilderen|schilder|inspectie|bouw\w*|dakdek\w*|zonnepanel\w*|steiger\w*|glazenwass\w*|ramen|vertraging|file|reis\w*|perron \d+|forens\w*|college|zwem\w*|duik\w*|vis(?:sen)?|bungee\w*|parachute\w*)"
)
_PILLS = r"(?:pil|pillen|pilletjes|paracetamol\w*|pcm|ibuprofen\w*|pijnstiller\w*|slaappil\w*|slaapmiddel\w*|slaapmedicat\w*|medicijn\w*|medicat\w*|oxazepam|oxa|temazepam|diazepam|valium|xanax|insuline|tabletten|antidepressiva|gif|morfine|fentanyl|opioiden|opiaten|bleek|chloor|doses|dosis|middel|middeltje|poeder)"
_ONE = (
    r"(?:vriend|vriendin|vriendje|maat|matties?|makker|kameraad|zoon|zoontje|dochter|dochtertje|kind|kleinkind|kleinzoon|kleindochter|man|vrouw|partner|ex|broer|broertje|zus|zusje|moeder|vader|ma|pa|mama|papa|moeke|neef|neefje|nicht|nichtje|oom|tante|buurman|buurvrouw|buurjongen|buurmeisje"
    r"|collega\w*|stagiair\w*|leerling|huisgenoot|baas|chef|schoonzus|schoonbroer|iemand|hij|zij|ze|jongen|meisje|gast)"
)

WAYS = (
    Rule(
        "driving into something",
        "crisis",
        pattern(
            r"(?:stuur|wiel) (?:\w+ ){0,3}(?:om|om ?gooi\w*|omtrek\w*|omdraai\w*|draai\w*|los\w*|ruk\w*|gooi\w*|naar rechts|naar links)|(?:gooi|ruk|trek|draai|geef|laat) (?:ik )?(?:\w+ ){0,4}(?:stuur)(?: \w+)?",
            r"(?:tegen|op|in|onder|voor|van) (?:zo'n |zo een |de |een |die |het |zon )(?:\w+ )?(?:boom|bomen|viaduct|vangrail|muur|pijler|pilaar|betonblok|tegenligger\w*|vrachtwagen|vrachtauto|truck|tankwagen|water|kanaal|gracht|sloot|rivier|afgrond|ravijn) ?(?:\w+ ){0,3}(?:knal\w*|rij\w*|rijd\w*|stuur\w*|gooi\w*|zet\w*|parkeer\w*|vlieg\w*|te pletter|beland\w*|eindig\w*|zit|hang\w*|kom|inrij\w*|in|aan|op)?",
            r"(?:gas|gordel) (?:\w+ ){0,5}(?:los\w*|intrap\w*|geven|vol|dicht|af|uit|plank\w*) (?:\w+ ){0,4}(?:boom|bocht|muur|viaduct|dijk|vangrail|niet remmen)|niet (?:meer )?rem\w* (?:\w+ ){0,4}(?:bocht|muur|boom|water|viaduct|kruising)",
        ),
        (
            "op de terugweg denk ik steeds vaker als ik nou gewoon mijn stuur omgooi tegen zo'n boom",
            "soms denk ik op de a2 als ik nu tegen een pijler knal is het klaar",
        ),
        (
            "ik ben tegen een boom gereden door de gladheid",
            "de heftruck reed bijna tegen een muur",
            "ik neem het stuur over van jan",
        ),
        near=(pattern(_THOUGHT), pattern(_I)),
        unless=pattern(
            _ACCIDENT + r"|stuur (?:ik )?(?:\w+ ){0,4}(?:mail|bericht|app|foto|formulier)|(?:stuur|neem) ~over"
        ),
    ),
    Rule(
        "trains, heights and water",
        "crisis",
        pattern(
            r"(?:voor|onder) (?:de |een |die |zo'n |het )?(?:eerstvolgende |volgende |aankomende )?(?:trein|metro|tram|sprinter|intercity) ?(?:\w+ ){0,4}(?:spring\w*|sprong|stap\w*|gooi\w*|loop|lopen|ga|gaan|lig\w*|duik\w*|kom\w*|wil\w*|te|val\w*|eindig\w*)?",
            r"(?:spring\w*|sprong|gesprongen|stap|stappen|gooi\w*|val|vallen|laat (?:me|mij) vallen|duik|duiken|eraf|er ?af|naar beneden|overheen klim\w*) (?:\w+ ){0,4}(?:brug|dak|flat|gebouw|balkon|parkeergarage|parkeerdek|toren|viaduct|reling|raam|spoor|perron|kade|water|kanaal|rivier|verdieping|galerij|trein|hijskraan|kraan|steiger|silo)",
            r"(?:brug|dak|flat|gebouw|balkon|parkeergarage|parkeerdek|toren|viaduct|reling|raam|spoor|spoorlijn|spoorwegovergang|overgang|perron|rails|kade|kanaal|rivier|verdieping|galerij|hijskraan|silo|trein\w*) (?:\w+ |, ){0,8}(?:spring\w*|sprong|gesprongen|eraf|er ?af|eroverheen|er vanaf|vanaf|naar beneden|stap (?:te )?(?:naar voren|verder|teveel)|een stap|loslaten|laten vallen|lok\w*|trekt|roept|te blijven staan|voor te lopen|voor te gaan)",
            r"(?:het water|de zee|het kanaal|de rivier|de maas|de waal|de rijn|het ij) (?:in|inlopen|in te lopen|in ?lopen|in ?gaan|in ?rijden|in ?springen|niet meer uit)",
            r"te dicht (?:op|bij|langs) (?:de rand|het spoor|de rails)|dicht (?:op|bij) de rand",
        ),
        (
            "soms sta ik op het perron en denk ik aan een stap naar voren",
            "morgen spring ik van de parkeergarage",
            "elke keer als ik over de brug fiets denk ik eraan om te springen",
        ),
        (
            "ik spring van de hak op de tak",
            "er sprong iemand voor mijn trein, ik ben machinist",
            "we werken op het dak met een lijn tegen vallen",
            "ik neem de trein morgen",
        ),
        near=(pattern(_THOUGHT), pattern(_I)),
        unless=pattern(
            _ACCIDENT
            + r"|(?:er |iemand )(?:sprong|gesprongen)|bang (?:om te|te) vallen|hoogtevrees|valbeveilig\w*|(?:spring|sprong) ~(?:bij|in|op de (?:trein|fiets|bus))(?= |$)"
        ),
    ),
    Rule(
        "looking for a means",
        "crisis",
        pattern(
            rf"(?:hoeveel|welke|wat voor|hoe ?veel van die|genoeg|combinatie|mix|voorraad|sparen|spaar\w*|gespaard|opgespaard|verzamel\w*|hamster\w*|bewaar\w*|opgepot|pot|doos|strip|strips|hele|handvol|in een keer|tegelijk|alle|al mijn|besteld) (?:\w+ |, ){{0,6}}{_PILLS}",
            rf"{_PILLS} (?:\w+ |, ){{0,6}}(?:in een keer|tegelijk|gespaard|verzameld|opgespaard|bewaard|genoeg|allemaal|leeg|op|ingenomen|combineren|innemen|in te nemen|slikken|te slikken)",
            rf"(?:hoe|waar) (?:kom|koop|krijg|vind|bestel|haal) (?:je|ik|iemand|ze) (?:\w+ ){{0,5}}(?:aan |een |het |die )*(?:{_PILLS}|touw|strop|wapen|pistool|helium|zelfdodingspoeder|middel x|x)",
        ),
        (
            "is niet voor mezelf hoor maar hoeveel pijnstillers moet je slikken om er niet meer te zijn",
            "hoe kom je aan een middel om zelf uit het leven te stappen",
            "ik heb al mijn oxazepam opgespaard voor als het echt niet meer gaat",
        ),
        (
            "hoeveel paracetamol mag een bewoner per dag",
            "hoeveel pillen moet mevrouw vanavond",
            "ik slik elke dag medicijnen voor mijn bloeddruk",
        ),
        near=(
            pattern(
                r"(?:om )?(?:er )?niet meer (?:te )?(?:zijn|leven|wakker|hoeven|bestaan)|dood\w*|sterf\w*|sterv\w*|overlij\w*|overleef\w*|fataal|dodelijk\w*|uit het leven|eind\w* aan|voorgoed|in slaap|voor altijd|weg te zijn|klaar (?:mee )?(?:te )?zijn|pijnloos|zonder pijn"
                r"|voor (?:mezelf , )?(?:voor )?(?:als|wanneer) (?:het|ik|t) (?:\w+ ){0,4}(?:niet meer|te veel|genoeg|zover)|voor het geval|stap\w*|niemand|vanavond|vannacht|het is klaar|dan is het|gespaard|opgespaard"
            ),
        ),
        unless=pattern(
            r"(?:(?:mag|krijgt|moet|geef|voor) (?:\w+ ){0,3}(?:een |de )?bewoner\w*|client\w*|patient\w*|mevrouw|meneer|protocol|medicatielijst|baxter|apotheek\w* (?:vraagt|zegt|belt)|deellijst|muizen|ratten|onkruid|mieren|slakken|kat|hond|vet|verkouden|hoofdpijn|keelpijn|koorts)"
        ),
    ),
    Rule(
        "looking for a way",
        "crisis",
        pattern(
            r"(?:manier\w*|methode\w*|hoe|weg|wat) (?:\w+ ){0,6}(?:het |je |ik |iemand |mezelf )*(?:dood|doodga\w*|dood te gaan|te sterven|sterven|sterf|van het leven|uit het leven|een eind\w*|er uit (?:te )?stap\w*|eruit (?:te )?stap\w*|er tussenuit|zelfdoding|zelfmoord|verdrink\w*|verhang\w*|ophang\w*|doodbloed\w*|bloed\w* dood)",
            r"(?:minst pijnlijk\w*|pijnloos|pijnloze|zachtste|zonder pijn|menswaardig\w*) (?:\w+ ){0,5}(?:dood\w*|sterv\w*|einde?|manier om te (?:gaan|sterven)|uit het leven)",
        ),
        (
            "wat is de minst pijnlijke manier om dood te gaan",
            "hoe stap je het snelste uit het leven",
            "weet iemand hoe lang het duurt om te verdrinken",
        ),
        ("wat is de snelste manier naar huis", "hoe ging hij dood, die meneer"),
        near=(
            pattern(
                r"manier\w*|methode\w*|hoe|minst|pijnloos|pijnloze|snelste|makkelijkste|zachtste|zonder pijn|menswaardig\w*"
            ),
        ),
        unless=pattern(
            r"(?:bewoner\w*|client\w*|patient\w*|mevrouw|meneer|plant\w*|muizen|ratten|mieren|onkruid|dier\w*|hond|kat|schimmel|film|boek|serie|gesprek met|helpen|begeleid\w*|ging hij|ging ze|ging zij)|hoe (?:\w+ )?(?:de|het|een|onze) (?!snelste|beste|makkelijkste)\w+ (?:\w+ )?(?:een eind|dood)"
        ),
    ),
    Rule(
        "a rope, a blade, a weapon",
        "crisis",
        pattern(
            r"(?:touw|strop|koord|balk|galg|snoer) (?:\w+ |, ){0,6}(?:om mijn (?:nek|hals)|gekocht|klaar|hangt|ligt|gehaald|geknoopt|gezocht|uitgezocht|zolder|schuur|dan is het)",
            r"(?:mes|scheermes\w*|stanleymes|mesje|glas|schaar|blik) (?:\w+ |, ){0,6}(?:in|op|tegen|langs|over|door) (?:mijn|m'n|me|de) (?:\w+ )?(?:pols\w*|arm\w*|been|benen|keel|huid|bovenbe\w+|buik|aders?)",
            r"(?:pols\w*|aders?|keel) (?:door ?(?:te )?snij\w*|open|doorgesne\w+|open ?(?:te )?snij\w*|opengesne\w+|snijden)",
            r"(?:pistool|wapen|geweer|kogel) (?:\w+ ){0,6}(?:tegen|in|door|op) (?:mijn|m'n|me) (?:\w+ )?(?:hoofd|kop|slaap|mond|hart)|kogel door (?:mijn|m'n|me) (?:kop|hoofd)",
            r"(?:hoofd|kop) in (?:de|een) (?:strop|oven)|(?:de|mijn) polsen",
            r"(?:hang|verhang|hing) (?:ik )?(?:me|mij|mezelf)(?: zelf)? (?:\w+ ){0,2}op(?: |$)|(?:me|mij|mezelf) (?:\w+ ){0,3}(?:op ?(?:te )?hang\w*|verhang\w*|van kant|verdrink\w*|dood ?(?:te )?steken|doodschiet\w*|voor (?:de|mijn|m'n) kop schiet\w*)",
        ),
        ("ik heb een touw gekocht", "ik zit met een mes op mijn pols", "soms wil ik een kogel door mijn kop"),
        (
            "ik heb een touw gekocht voor de aanhanger",
            "ik sneed met het mes in mijn vinger",
            "ik heb pijn in mijn polsen",
        ),
        unless=pattern(
            r"(?:aanhanger|boot|vlag|steiger|klim\w*|tent|paard|hond|sjor\w*|last|kraan|lading|gordijn\w*|pleister|ehbo|per ongeluk|bedrijfsarts|carpaal|rsi|pijn in (?:mijn|m'n|me|de) polsen|polsen doen (?:zeer|pijn)|met (?:de|mijn|m'n) polsen|polsbra\w*|overbelast\w*|brace|spalk|tillen|tilwerk|last van)"
        ),
    ),
    Rule(
        "an attempt",
        "crisis",
        pattern(
            r"(?:mijn|m'n|een|die|na de|sinds de|eerdere|vorige|derde|tweede|laatste|eerste|haar|zijn) (?:\w+ )?poging (?:\w+ ){0,2}(?:gedaan|ondernomen|gehad|achter de rug|overleefd|mislukt\w*|geweest|deed|van (?:vorig|jaren|toen)|in (?:19|20)?\d\d|overleef\w*|mislukte)(?! om (?:te |een |het |de )?(?!leven)\w+)",
            r"(?:deed|doe|ondernam|had|overleefde|heb|heeft) (?:ik |hij |ze |zij )?(?:\w+ ){0,5}(?:een |mijn |twee |drie |meerdere |al )*(?:poging|pogingen)(?: gedaan| gehad| ondernomen| achter de rug| overleefd)?(?= (?:, |\. |en |toen|maar|in |vorig|een (?:paar|jaar)|jaren|\d)| $|$)",
            r"(?:na|sinds|door|over) (?:mijn|m'n|haar|zijn) (?:\w+ )?(?:zelfmoord|suicide|zelfdodings?)?-?poging(?:en)?(?! (?:om|tot) (?!zelf)\w+)",
            r"(?:heb|had|heeft) (?:ik |hij |ze |zij )?(?:\w+ ){0,5}(?:geprobeerd|proberen|geprobeerd om) (?:\w+ ){0,4}(?:er (?:een )?eind\w*|mezelf|zichzelf|me te|zich te|uit het leven|van kant|er uit te stappen|dood te)",
            r"(?:mezelf|zichzelf) (?:\w+ ){0,3}(?:proberen|geprobeerd|probeerde)|probeer\w* (?:\w+ ){0,3}(?:mezelf|zichzelf|er een eind\w*|er een einde)",
            r"(?:maag leeggepompt|opgenomen (?:na|vanwege|wegens|omdat ik) (?:\w+ ){0,4}(?:pillen|poging|overdos\w*|dood|suicid\w*|er (?:een )?eind))",
        ),
        (
            "vier jaar geleden heb ik een poging gedaan en nu komt dat gevoel weer terug",
            "na mijn poging ging het goed",
            "toen heb ik geprobeerd er een einde aan te maken",
        ),
        (
            "ik heb een poging gedaan om met mijn baas te praten",
            "na twee pogingen startte de machine",
            "mijn rijbewijs gehaald na drie pogingen",
        ),
        unless=pattern(
            r"(?:rijbewijs|rijexamen|examen|theorie|diploma|vca|toets|stoppen met roken|rookstop|marathon|machine|certificaat|bellen|gebeld|solliciteren|sollicitatie|project|inbraak\w*|brandsticht\w*|afval\w*|dieet|gesprek)|poging(?:en)? (?:om|tot) (?!zelf|suicid|er |mezelf)|mezelf (?:\w+ )?(?:te )?(?:leren|motiveren|oppeppen|verbeteren|ontwikkelen|rustig)"
        ),
    ),
    Rule(
        "wounds of one's own making",
        "crisis",
        pattern(
            r"(?:snij|snijd|snee|sneed|snijden|kras|kraste|krassen|brand|sla|sloeg|bijt|beet|verwond|prik|stomp|bonk|beschadig|straf|verwondde|krab|krabde) (?:ik )?(?:\w+ ){0,5}(?:mezelf|mijzelf)(?! (?:wijs|voor|op|een doel|af|goed|beloon))",
            r"(?:mezelf|mijzelf) (?:\w+ ){0,5}(?:snij\w*|gesneden|kras\w*|bekra\w*|sla|slaan|geslagen|straf\w*|gestraft|brand\w*|verbrand|verwond\w*|beschadig\w*|pijn (?:te )?(?:doe\w*|gedaan)|bloed\w*|bijt\w*|gebeten|wat (?:aan|ga aan)\w*|iets (?:aan|ga aan)\w*|(?:\w+ )?wat aandoe\w*|iets aandoe\w*)",
            r"(?:weer|opnieuw|steeds|vaak|gisteren|gisteravond|vannacht|elke avond|soms) (?:\w+ ){0,3}(?:gesneden|gekrast|aan het snijden|aan het krassen) (?:in (?:mijn|me) (?:arm\w*|be\w+|pols\w*|buik|huid)|om (?:iets|wat|het) te voelen|het lucht op|om rustig)",
            r"(?:littekens|sneeen|sneetjes|snijwonden|krassen|wonden|brandplekken|snijplekken) (?:\w+ ){0,4}(?:op|in|van) (?:mijn|m'n|me|haar|zijn|de) (?:\w+ )?(?:arm\w*|be\w+|pols\w*|buik|huid|lijf) (?:\w+ |, ){0,6}(?:zelf|verberg\w*|verstop\w*|lange mouwen|van mezelf|niemand|snijd\w*|snij\w*|weer)",
            r"(?:hoofd|kop|vuist\w*) (?:\w+ ){0,3}tegen de muur (?:\w+ ){0,3}(?:tot|sla|beuk|bonk)\w*(?: (?:bloed|het pijn))?|(?:sla|bonk|beuk) (?:ik )?(?:met )?(?:mijn|me) (?:hoofd|kop|vuist\w*) (?:\w+ )?tegen de muur",
            r"(?:zelf ?beschadig\w*|zelf ?verwond\w*|auto ?mutil\w*|zelf ?vermink\w*|zelf ?pijnig\w*)",
            rf"{_ONE} (?:van (?:mij|me|ons) )?(?:\w+ ){{0,8}}(?:snij\w*|krast?|verwondt?|beschadigt?|slaat|snee|sneed|doet) (?:zich(?! (?:er|goed|voor|prima|door))|zichzelf|haarzelf|hemzelf|in (?:haar|zijn) (?:arm\w*|be\w+|pols\w*))",
            rf"{_ONE} (?:\w+ ){{0,6}}(?:zichzelf|zich) (?:\w+ ){{0,3}}(?:snij\w*|gesneden|iets aan\w*|wat aan\w*|pijn doe\w*|verwond\w*|beschadig\w*|dood\w*|ophang\w*|van kant|krast|krassen|opgehangen)",
        ),
        (
            "ik kras mezelf tot het bloed",
            "ik heb gisteravond weer gesneden in mijn arm",
            "mijn zusje snijdt in haar armen",
            "ik denk dat ik mezelf deze week wat aandoe",
        ),
        (
            "ik heb mezelf gesneden aan een mes",
            "ik brand kaarsen",
            "ik doe mezelf een plezier",
            "ik heb mezelf verbrand aan de oven",
        ),
        unless=pattern(
            r"(?:per ongeluk|aan (?:een|het|de) (?:\w+ )?(?:mes|blik|doos|karton|glas|oven|pan|plaat|machine|papier|stanley\w*|rand|snijmachine|lasapparaat|slijptol)|tijdens het (?:koken|snijden|werk)|met koken|pleister|ehbo|mezelf niet (?:meer )?(?:voor|als|om)|mezelf (?:\w+ )?(?:voor (?:mijn|de|het) (?:kop|hoofd)|tegen|wakker|een plezier|een lol|tekort|voorbij)|(?:kan|kon|zou) (?:ik )?mezelf wel (?:voor|slaan))"
        ),
    ),
    Rule(
        "somebody near is in danger",
        "crisis",
        pattern(
            rf"{_ONE} (?:van (?:mij|me|ons) )?(?:\w+ |, ){{0,10}}(?:wil(?:de)? (?:echt |gewoon |zelf |ook |liever )*(?:niet meer (?:leven|verder|wakker|zijn|bestaan)|dood|sterven|er niet (?:meer )?zijn|uit het leven|er (?:een )?eind\w*|eruit stappen)|een eind\w* aan (?:\w+ ){{0,3}}(?:ma\w+|leven)|er (?:vanavond |nu |morgen |straks )?een eind\w* aan|niet meer (?:wil|wilt|wilde|hoeft|hoefde) (?:leven|te leven|zijn$|$)|dat (?:hij|ze|zij|t|het) (?:\w+ ){{0,4}}(?:niet meer (?:wil|wilt|hoeft|ziet zitten|verder)(?! (?:werken|komen|naar|op|in|met|mee|zo|dan))|dood wil|dood (?:is|was|zijn)|beter (?:af )?(?:dood|is zonder|zonder)|niet meer zo nodig|niet meer te (?:hoeven )?leven|er niet meer (?:is|wil|zou|hoeft))|over (?:de dood|doodgaan|zelfmoord|zelfdoding|dood willen|suicide)|afscheid\w*|klaar (?:is )?met (?:het |zijn |haar )?leven|het leven (?:\w+ ){{0,3}}(?:niet|zat|moe|zinloos)|heel somber|poging (?:gedaan|ondernomen|achter)|pillen (?:geslikt|ingenomen|genomen|gespaard|opgespaard)|op (?:het|een) (?:spoor|dak|brug|viaduct)|zelfmoord\w*|suicid\w*|zelfdoding)",
            r"(?:bang|bezorgd|zorgen|angst) (?:\w+ ){0,4}(?:dat (?:hij|ze|zij|mijn \w+|\w+ ze?) (?:\w+ ){0,3}(?:zichzelf|zich|er een eind|iets (?:doms|ergs|geks)? ?(?:aan)?doet|zich iets|wat aandoet|dood wil|er (?:straks |ineens |opeens )?niet meer is))",
        ),
        (
            "vriendin van me appt net dat ze er vanavond een eind aan maakt wat moet ik",
            "mijn zoon zegt dat hij niet meer wil leven",
            "mijn broer heeft pillen geslikt",
            "ik ben bang dat mijn zus zichzelf wat aandoet",
        ),
        (
            "een bewoner wil niet meer naar de dagbesteding",
            "mijn dochter wil niet meer naar school",
            "mijn vriend heeft het over een andere baan",
            "mijn collega neemt afscheid, ze gaat met pensioen",
        ),
        unless=pattern(
            r"(?:afscheid\w* (?:\w+ |, ){0,6}(?:pensioen|baan|feest\w*|borrel|team|collega|taart|cadeau|school)|(?:pensioen|feestje|borrel|cadeau|baan|school|stage) (?:\w+ ){0,4}afscheid\w*|een eind\w* aan (?:de|het|zijn|haar|hun|die|dat|onze) (?!leven)\w+|(?:hond|kat|poes|paard|konijn|cavia|oma|opa) (?:\w+ ){0,5}(?:dood|sterf\w*|overle\w*|ingeslapen)|werkt (?:\w+ )?op (?:het|een) (?:spoor|dak)|dakdekker|afscheidsf\w+|afscheidsk\w+|afscheidsb(?:orrel|ijeenkomst)|afscheidscad\w+)"
        ),
    ),
)
