"""Signs of crisis in what holds somebody back, what they fear of themselves, what they regret to have survived, and what they put in order."""

from __future__ import annotations

from dialogues.language.signs.rule import Rule, pattern
from dialogues.language.signs.setting import LESSON, STORY, TRADE

_KIN = r"(?:kinderen|kids|kindjes|kleintjes|kind|zoon|zoontje|dochter|dochtertje|meiden|jongens|gezin|man|vrouw|vriend|vriendin|partner|ouders|moeder|vader|mama|papa|ma|pa|familie|broer|zus|oma|opa|hond|hondje|kat|poes|katten|beesten|dieren|paard|geloof|god|allah)"
_WORKDAY = r"(?:hier|bij (?:dit|het|de|ons)|in (?:dit|de|het) (?:bedrijf|winkel|team|zorg)|op (?:het |mijn |dit )?werk|dienst|team|afdeling|contract|baan|winkel|bedrijf|collega\w*|vakantie|stage|magazijn|schip|kantoor|pensioen|feest|cursus|rit)"

EDGE = (
    Rule(
        "what holds one back",
        "crisis",
        pattern(
            rf"(?:als|zonder|mocht|stel|door|vanwege|alleen|enkel|enige|dankzij) (?:\w+ ){{0,4}}{_KIN} (?:er )?(?:\w+ ){{0,3}}(?:niet (?:waren|was|had|hadden)|nog (?:hier )?(?:houd|houdt|hield)) ?(?:\w+ |, ){{0,5}}(?:gedaan|weg geweest|niet meer geweest|gesprongen|gestopt|dood|er niet meer|hier niet|allang|al lang|al weg)",
            r"(?:anders|dan) (?:was|had|zou) (?:ik )?(?:het |er |mezelf )*(?:al |allang |al lang |lang geleden |zo )+(?:gedaan|niet meer (?:geweest|zijn)|er niet meer|uitgestapt|weg geweest|dood|gesprongen|van kant)|(?:had|zou) (?:ik )?het (?:allang|al lang) (?:gedaan|doen)(?= |$)",
            rf"(?:enige|enigste|alleen|enkel) (?:\w+ ){{0,6}}(?:hier houdt|hier houd|in leven houdt|in leven houd|tegenhoudt|tegenhoud|weerhoudt|weerhoud|overeind houdt|op de been houdt|nog (?:voor )?(?:blijf|leef|doorga))(?: (?:\w+ ){{0,4}}{_KIN})?|(?:houdt|houd|houden) (?:me|mij) (?:alleen |nog |alleen nog |alleen maar |hier )*(?:hier|in leven|op aarde|op deze wereld)(?= |$)",
            rf"(?:leef|blijf|besta|ga door|adem) (?:ik )?(?:hier )?(?:alleen |enkel |nog )+(?:nog |maar |hier )*(?:voor|vanwege|omdat|om) (?:\w+ )?{_KIN}",
        ),
        (
            "als de kinderen er niet waren had ik het allang gedaan",
            "alleen mijn hond houdt me hier nog",
            "het enige wat me tegenhoudt is mijn moeder",
            "ik leef alleen nog voor mijn kinderen",
        ),
        (
            "als mijn moeder er niet was had ik geen oppas",
            "alleen mijn collega's houden me op dit werk",
            "het enige wat me tegenhoudt om te solliciteren is mijn rooster",
            "anders was ik al naar huis gegaan",
        ),
        unless=pattern(
            r"(?:rooster|sollicit\w*|opleiding|cursus|studie|ontslag|baan|verhui\w*|rijbewijs|klant\w*|oppas|opvang|nachtdienst\w*|overuren|promotie|leidinggev\w*|reistijd|afstand|salaris|loon|geld|tijd|rug|knie|rijangst|bel(?:len)? naar|mail\w*|afwas|opgeruimd|poetsen)"
        ),
    ),
    Rule(
        "afraid of oneself",
        "crisis",
        pattern(
            r"(?:bang|angst|doodsbang|scared|afraid) (?:\w+ ){0,2}(?:voor|van|of) (?:mezelf|mijzelf|me eigen|mijn eigen (?:gedachten|hoofd)|myself|my (?:own )?thoughts)|(?:vertrouw|trust) (?:ik )?(?:mezelf|me eigen|myself) (?:\w+ ){0,3}(?:niet|alleen|not|alone|met|with)|(?:don't|dont|can't|cant) trust myself",
            r"(?:bang|angst|doodsbang) (?:\w+ ){0,3}(?:dat )?(?:ik )?(?:het |iets |wat )+(?:\w+ ){0,3}(?:ga doen|doe|zal doen|doen ga|doms|geks|ergs|stoms)(?: (?:vannacht|vanavond|vandaag|een keer|doe|ga doen|aandoe))?(?= |$)",
            r"(?:iets|wat|hele|een) (?:\w+ )?(?:doms|stoms|geks|domme dingen|gekke dingen|domme beslissing|drastisch|onomkeerbaars|onherroepelijk\w*|dom) (?:\w+ ){0,4}(?:ga doen|doe|doen|te doen|uithaal|aandoe|met mezelf|en (?:er|dan) is (?:er )?geen weg terug|nemen|te nemen)|geen weg (?:meer )?terug(?: meer)?$",
            r"(?:laat|kan) (?:me|mij|ik) (?:\w+ ){0,2}(?:niet|beter niet) alleen (?:\w+ ){0,4}(?:iets|zijn|mezelf|vannacht)(?: (?:aan|doe)\w*)",
            r"(?:doe|deed|doen|aandoe|aan ?doen|aangedaan) (?:ik )?(?:mezelf|mijzelf) (?:\w+ ){0,6}(?:dingen|iets|wat|pijn|van alles) ?(?:\w+ )?(?:aan|pijn)?|mezelf (?:\w+ ){0,6}(?:dingen|van alles) aan(?:doe\w*|gedaan)?(?= |$)",
        ),
        (
            "ik ben bang voor mezelf",
            "ik ben bang dat ik het ga doen vannacht",
            "ik doe mezelf de laatste tijd weer dingen aan",
            "ik sta op het punt een domme beslissing te nemen en er is geen weg terug",
        ),
        (
            "ik ben bang dat ik het verkeerd ga doen",
            "ik ben bang voor de nieuwe baas",
            "ik heb iets doms gedaan met de kassa",
            "ik doe mezelf een plezier",
        ),
        unless=pattern(
            r"(?:kassa|klant\w*|machine|rooster|verkeerd|fout|examen|presentatie|heftruck|bestel\w*|mail|plezier|lol|tekort|sollicit\w*|contract|leasen|koop\w*|gekocht|verhuis\w*)"
        ),
    ),
    Rule(
        "regret of having survived",
        "crisis",
        pattern(
            r"(?:jammer|helaas|balen|zonde|spijt|vervelend|had|hadden|was|waren|waarom|wou|wilde|wenste|kon) (?:\w+ |, ){0,8}(?:gevonden (?:hebben|hadden|ben|werd)|me gevonden|mij gevonden|overleefd\w*|overleefde|gered (?:hebben|hadden|werd|ben)|me (?:niet )?(?:laten liggen|laten gaan)|wakker (?:werd|geworden)|doorgezet (?:met|die)|niet overleefd|niet gelukt (?:is|was) toen|gelukt met die|blijven liggen)(?= |$)",
        ),
        (
            "jammer dat ze me toen gevonden hebben",
            "had ik vorig jaar maar doorgezet met die pillen",
            "ik wou dat ik die operatie niet overleefd had",
        ),
        (
            "jammer dat ik die baan niet gevonden heb",
            "jammer dat de winkel het niet overleefd heeft",
            "had ik de cursus maar doorgezet",
        ),
        near=(
            pattern(
                r"(?:me|mij|ik) (?:\w+ ){0,6}(?:gevonden|overleefd\w*|overleefde|gered|laten liggen|laten gaan|wakker|doorgezet|gelukt|blijven liggen)|doorgezet met die"
            ),
            pattern(
                r"(?:pillen|toen|poging|ongeluk|operatie|hartaanval|aanrijding|val|coma|ziekenhuis|spoor|brug|vorig jaar|destijds|overleefd\w*|overleefde|ochtend|maar)"
            ),
        ),
        unless=pattern(
            r"(?:cursus|opleiding|studie|baan|winkel|bedrijf|klus|project|oplossing|wekker|fout gevonden|dieet|sleutel\w*|stage|plek)"
        ),
    ),
    Rule(
        "to be read afterwards",
        "crisis",
        pattern(
            r"(?:als|wanneer|tegen de tijd dat|zodra|op het moment dat) (?:jullie|je|ze|iemand|u|hij|zij|mijn \w+) (?:dit|het|mij|me|mijn lichaam|deze brief|de brief|mijn brief) (?:\w+ ){0,3}(?:lezen|leest|lees|vinden|vindt|vind|horen|hoort) ?(?:\w+ |, ){0,4}(?:ben ik|is het|weg|te laat|niet meer|voorbij|dood|er niet)",
            r"(?:boos|verdrietig|schuldig|huil) (?:\w+ ){0,4}(?:op mij|om mij|op me|om me)? ?(?:als|wanneer) (?:jullie|je|ze|iemand) (?:het|mij|me|dit) (?:\w+ )?(?:vinden|vindt|vind|horen|lezen)",
            r"(?:vergeet|onthoud|herinner) (?:mij|me|jullie mij) (?:\w+ ){0,3}(?:niet |goed |zoals ik was )*(?:als|wanneer) ik (?:\w+ ){0,3}(?:weg|er niet|dood)|by the time you (?:read|find|see) (?:this|me)|when you (?:read|find) (?:this|me)",
            r"(?:ik hou van jullie|hou van jullie allemaal|love you all) (?:, |\. )?(?:\w+ |, |\. ){0,4}(?:dag|vaarwel|sorry|het spijt me|goodbye|bye|tot nooit|vergeef)(?= |$)|(?:het spijt me|sorry|vergeef me) (?:\w+ |, |\. ){0,8}(?:ik hou van jullie|hou van jullie|ik hou van je)(?: (?:allemaal|allen))? (?:, |\. )?(?:dag|vaarwel|doei)?",
            r"(?:wees|word) (?:alsjeblieft |maar |aub )*niet (?:boos|verdrietig|kwaad) (?:op|om) (?:mij|me) (?:als|wanneer|straks)",
        ),
        (
            "tegen de tijd dat jullie dit lezen ben ik weg",
            "wees niet boos op mij als jullie het vinden",
            "vergeet mij niet als ik straks weg ben",
            "het spijt me voor iedereen. ik hou van jullie. dag.",
        ),
        (
            "als je dit leest bel me even terug",
            "als jullie mijn sleutels vinden hoor ik het graag",
            "sorry dat ik laat ben, tot morgen",
        ),
    ),
    Rule(
        "putting things in order",
        "crisis",
        pattern(
            r"(?:wachtwoord\w*|pincode\w*|codes|papieren|polis\w*|testament|verzekering\w*|spaargeld|erfenis) (?:\w+ |, ){0,8}(?:voor straks|als ik (?:er )?(?:straks |dan )?(?:niet meer|weg|dood)|voor (?:mijn|m'n) (?:vrouw|man|kinderen|ouders|zus|broer|dochter|zoon) (?:, )?(?:voor )?(?:straks|later|als)|zodat ze (?:\w+ ){0,3}(?:zonder mij|later|straks))",
            r"(?:verzekering|levensverzekering|polis|pensioen|uitkering) (?:\w+ ){0,4}(?:keert uit|uitkeert|krijgen ze|betaalt uit|uitgekeerd) (?:\w+ ){0,3}(?:als|wanneer|bij) (?:ik|mijn dood|zelf\w*)|(?:dood|weg) (?:\w+ ){0,3}meer waard (?:\w+ ){0,3}dan (?:levend|nu)|worth more dead",
            r"(?:hond|kat|poes|katten|hondje|kinderen|kids|dieren) (?:\w+ |, ){0,6}(?:bij|naar) (?:\w+ ){0,4}(?:gebracht|ondergebracht|gedaan) (?:\w+ |, ){0,10}(?:straks|als ik er|niet meer|nodig dan ik|harder nodig|voorgoed|als ik weg)",
            r"(?:mijn|m'n) (?:eigen )?(?:begrafenis|uitvaart|crematie|rouwkaart|rouwadvertentie|grafsteen|kist)(?! ?(?:verzekering|ondern\w*))(?! (?:doos|kast))",
            r"(?:dit|dat|deze|het) (?:\w+ ){0,3}(?:wordt|is|was|word)? ?(?:\w+ ){0,2}(?:mijn|m'n) (?:\w+ )?laatste (?:kerst|verjaardag|zomer|winter|oud en nieuw|jaarwisseling|nacht|dag|avond|weekend|lente|herfst|jaar|week|maand|sinterklaas|zonsopgang|levensjaar)(?= |$)",
            r"(?:nog|over) (?:een|twee|drie|paar|\d+) (?:\w+ )?(?:nacht\w*|dag|dagen|week|weken|uur|uurtjes|nachtjes) (?:\w+ ){0,2}en (?:dan )?(?:ben ik|is het|ga ik|hoef ik) (?:\w+ ){0,3}(?:overal van ?af|van alles af|verlost|voorbij|weg van (?:alles|hier)|nooit meer|er niet meer|stil)(?= |$)",
            r"(?:voor|na) (?:de )?(?:kerst|zomer|oud en nieuw|nieuwjaar|mijn verjaardag|sinterklaas|het einde van (?:het|de) (?:jaar|maand|week)|pasen|het weekend) (?:\w+ ){0,2}(?:ben|is|leef|besta) (?:ik )?(?:er )?(?:\w+ )?(?:niet meer|dood|weg|er niet)(?= |$)|haal (?:ik )?(?:de |het )?(?:kerst|nieuwe jaar|zomer|einde van het jaar|\d+) niet(?: meer)?$",
        ),
        (
            "heb al mijn wachtwoorden opgeschreven voor mijn vrouw, voor straks",
            "mijn verzekering keert uit als ik er niet meer ben",
            "ik fantaseer over hoe mijn begrafenis zou zijn",
            "ik heb besloten dat dit mijn laatste kerst wordt",
            "nog een week en dan ben ik overal vanaf",
        ),
        (
            "dit is mijn laatste week hier",
            "mijn wachtwoord is verlopen",
            "na de kerst ben ik weg bij dit bedrijf",
            "de hond is naar de kapper gebracht",
        ),
        unless=pattern(
            _WORKDAY
            + r"|verlopen|inlog\w*|kapper|dierenarts|logeren|school|oppas|verzekering(?:sagent|skantoor)|zwanger\w*|verlof|examen"
        ),
    ),
    Rule(
        "to be switched off",
        "crisis",
        pattern(
            r"(?:knop|knopje|schakelaar|stekker|lampje|licht|uitknop) (?:\w+ ){0,6}(?:uit|uitzet\w*|eruit|omzet\w*|omdraai\w*|uit kon)(?= |$)",
            r"(?:zet|zette|zetten|zou|kon|maak|schakel) (?:me|mij|mezelf|iemand mij|iemand me) (?:\w+ ){0,3}(?:uit|af|uit te zetten)(?= |$)|(?:me|mij|mezelf) (?:\w+ ){0,2}uit ?(?:zet|zette|zetten|te zetten|kon zetten|schakel\w*)(?= |$)",
            r"(?:verlos|bevrijd|help) (?:mij|me) (?:\w+ ){0,3}(?:uit (?:mijn|dit) (?:lijden|leven)|van (?:dit|het|mijn|deze) (?:leven|aarde|wereld|lijden)|dood|te sterven)|uit mijn lijden|laat (?:mij|me) (?:\w+ )?(?:gaan|sterven|doodgaan|los|inslapen)(?= |$)(?! (?:slapen|werken|naar|met))|neem (?:mij|me) (?:\w+ ){0,2}weg(?= |$)",
        ),
        (
            "was er maar een knopje dat je uit kon",
            "ik wou dat iemand mij gewoon uit zette",
            "verlos mij uit mijn lijden",
        ),
        (
            "de knop van de machine zit vast",
            "zet mij maar op zondag",
            "die knop gaat niet uit, monteur gebeld",
            "laat me gaan slapen",
        ),
        near=(
            pattern(r"(?:ik|me|mij|mezelf|was er|je|leven|hoofd)"),
            pattern(
                r"(?:wou|was|wil|kon|zou|maar|gewoon|hoop|verlos|bevrijd|laat|neem|lijden|help|soms|eindelijk|mocht)"
            ),
        ),
        unless=pattern(
            r"(?:machine|monteur|kassa|lamp|tv|telefoon|computer|scanner|oven|kachel|groepsapp|app|wekker|rooster|alarm|motor|heftruck|na (?:het|mijn) werk|na werktijd|thuis|vakantie|weekend)"
        ),
    ),
    Rule(
        "one's own death in mind",
        "crisis",
        pattern(
            r"(?<!wordt )(?<!word )(?<!wordt nog )(?<!is )(?:mijn|m'n) (?:eigen )?(?:dood|overlijden|sterven|doodgaan)(?! (?:hoek|punt|nog|worden))",
            r"(?:om|te|kunnen|wil|wilde|wou|graag|mogen|mag|gaan|zou|hoe|wanneer|laten) (?:\w+ ){0,3}(?:(?<!een )(?<!het )(?<!sterfgeval )overlijden|sterven|versterven|inslapen|doodbloeden|creperen)(?= |$)",
            r"magere hein|(?:lig|lag|liggen) (?:ik )?(?:\w+ ){0,3}(?:onder de (?:grond|groene zoden|zoden)|in (?:een|mijn|de) (?:kist|graf))|(?:onder de groene zoden|zes plank\w*|de pijp uit)(?= |$)|er tussen ?uit (?:te )?(?:piep\w*|knijp\w*)(?= |$)",
            r"(?:denk|gedachten|praat|over|plegen|plannen|wil|neiging\w*) (?:\w+ ){0,3}(?:zm|z-moord|zmoord|z m)(?= |$)",
            r"(?:bel|bellen|belde|gebeld|chat|chatten|gechat|nummer|contact|hulp) (?:\w+ ){0,2}(?:van |met |naar |bij )?113(?= |$)|113 (?:gebeld|bellen|gechat|bel|chat|online|zelfmoord\w*|gesproken|nummer|opgenomen)",
            r"(?:mensen|iemand|ik|die|zij|hij|ze) (?:die |dat |hij |ze )?(?:gewoon |echt )?(?:niet|nooit) (?:meer|langer) (?:verder )?(?:willen|wil|wilde|wilt|hoeft|hoeven)$",
            r"(?:leven|bestaan) (?:\w+ |, ){0,5}(?:wil|wilde|wou|moet|kan) (?:\w+ ){0,3}(?:er ?van ?af|er vanaf|ervan af|eruit|weg|kwijt|stoppen)(?= |$)|van (?:het|mijn|dit|zijn|haar) leven (?:af|verlost)(?= |$)",
            r"(?:voor|van) mij hoeft (?:het|dit|alles|het leven) (?:\w+ ){0,3}niet (?:meer|langer)(?: zo)?(?: nodig)?|hoef (?:ik )?(?:van mezelf )?niet meer zo nodig|mijn lichaam (?:\w+ ){0,4}maar ik (?:\w+ )?(?:wil )?niet(?: meer)?$",
            r"(?:god|heer|allah|here) (?:, )?(?:waarom|laat|haal|neem|help) (?:\w+ ){0,5}(?:leven|leef|weg|halen|sterven|gaan|wakker)|waarom (?:laat|moet|ben) (?:u |god |ik )?(?:mij |me )?(?:nog |zo nodig )?(?:leven|bestaan|geboren|verder leven|doorleven)(?= |$)",
            r"(?:haar|hem|mijn (?:vrouw|man|zoon|dochter|kind|moeder|vader|broer|zus|vriend|vriendin)|ze|hun) achterna(?! (?:ge|ren|lop|rijd|fiets|bel|zit))|(?:dood|overleden|weg|,) ?en (?:nu )?(?:ik wil|ik wou|wil ik) ook(?= |$)(?! (?:vrij|naar|een|weg|graag))",
            r"(?:weg (?:van|uit) deze|klaar met deze|moe van deze|genoeg van deze) (?:dunya|aardkloot|aardbol|planeet|rotwereld|wereld)",
            r"(?:zoek|zoeken) (?:ik )?(?:de )?(?:dood(?! hout| materiaal)|verlossing|een uitweg uit (?:het|dit|mijn) leven)(?= |$)",
        ),
        (
            "mijn dood zou alles oplossen",
            "ik heb 113 gebeld maar er was een wachtrij",
            "denk veel aan zm de laatste tijd",
            "mijn vriendin heeft gezegd dat ze van het leven af wil",
            "voor mij hoeft het allemaal niet meer zo nodig",
            "ik ben er kapot van sinds ze weg is en ik wil haar achterna",
        ),
        (
            "kamer 113 is vrij",
            "voor mij hoeft die kerstborrel niet",
            "mensen die niet meer willen werken op zondag",
            "mijn dode hoek spiegel is stuk",
            "ik bel naar 113 euro te veel betaald",
        ),
        unless=pattern(
            "|".join((STORY, LESSON, TRADE))
            + r"|kamer 113|113 (?:euro|stuks|dozen|kilo|meter)|hond|kat|poes|paard|konijn|opa|oma|(?:mijn|m'n) (?:moeder|vader|tante|oom) (?:\w+ ){0,5}(?:sterven|overlijden|sterft)|mis hem|mis haar|verlof|bewoner\w*|client\w*|patient\w*"
        ),
    ),
    Rule(
        "means at hand",
        "crisis",
        pattern(
            r"(?:alles|wat er was|wat ik had|een (?:hele )?(?:doos|strip|pot|lading|hand|berg|zak)|te veel|teveel|overdosis|\d+|twintig|dertig|veertig|vijftig|honderd|zoveel) (?:\w+ ){0,6}(?:ingenomen|genomen|geslikt|innemen|slikken|neem|nemen|neemt|naar binnen gewerkt)(?= |$)",
            r"(?:oxazepam|temazepam|diazepam|valium|doosje pillen|slaappillen|slaapmiddel\w*|pillen|pijnstillers|paracetamol|medicijnen|insuline|tabletten|morfine|fentanyl|methadon|ghb|antivries|chloor|gif) (?:\w+ |, ){0,10}(?:drank|alcohol|wodka|wijn|wat gebeurt|hoe lang|gevaarlijk|serieus (?:over )?na|ernaast|klaarliggen|in mijn (?:la|tas|kluisje)|genoeg om|verleid\w*|roepen|kijken me aan|lonken)(?= |$)",
            r"(?:wat gebeurt er|hoe lang duurt|hoe snel|hoe voelt|doet het pijn|is het snel|merk je|hoeveel) (?:\w+ ){0,6}(?:pillen|oxazepam|paracetamol|insuline|tabletten|verdrink\w*|stik\w*|bloed\w*|water in|spring\w*|val\w* van|koolmonoxide|uitlaatgas\w*|hangen|strop|trein|slaappil\w*|doodga\w*|dood ben|bevries\w*|onderkoel\w*)(?= |$)",
            r"(?:water|kanaal|rivier|zee|treinspoor|spoor) (?:in|op) (?:gaat|ga|loopt|loop|springt|spring|rijdt) (?:\w+ ){0,3}(?:hoe (?:snel|lang)|is het|merk|voel)",
            r"(?:snelle|pijnloze|zachte|makkelijke|stille|nette) manier (?:\w+ ){0,4}(?:zonder dat|kinderen|niemand|om te gaan|eruit|weg te gaan)",
            r"(?:gaskraan|het gas|uitlaat|uitlaatgas\w*|koolmonoxide|slang (?:aan|van) (?:de|mijn) uitlaat) (?:\w+ ){0,5}(?:open\w*|aan|slapen|garage|auto|opengedraaid|inademen|hoofd)(?= |$)",
            r"(?:scheermes\w*|mesjes?|mes|touw|strop|pillen) (?:\w+ |, ){0,5}(?:badkamer|slaapkamer|slot op de deur|doet niet open|onder (?:mijn|haar|zijn) (?:bed|kussen)|nachtkastje|schuur|zolder|alleen niet wanneer|dan is het|al klaar)(?= |$)",
            r"(?:balk|haak|katrol|stelling|silo|kraan|hoogwerker|dak|brug|flat|heftruck|machine|pers|zaag|trein|perron|spoor|snelweg|vluchtstrook|weg op|a\d+) (?:\w+ |, ){0,10}(?:daar(?:aan)? kan het|dacht (?:ik )?(?:nu|spring|doe het|een stap)|een stap en|stap en (?:het|dan|ik)|is (?:het )?(?:zo )?klaar|spring (?:ervoor|ervan?|eronder|er ?af)|vanaf stap|er(?:van)?af stap|eronder (?:ga|lig|duik)|hand erin|hoofd erin|bijna (?:gedaan|gesprongen|de weg op|erop|ervoor)|weg op gelopen)(?= |$)",
            r"(?:dacht|denk|denken) (?:\w+ |, ){0,4}(?:nu (?:spring|doen|stap|ga)|een stap|gewoon doen|spring (?:er|dan|nu|gewoon)|laat (?:je|me) vallen|niet remmen|als ik nu (?:loslaat|spring|stap|val|doorrijd|loslaten))(?= |$)|(?:stuur|touw|reling) (?:\w+ ){0,2}(?:loslaat|los laat|loslaten)(?= |$)|kwam (?:\w+ ){0,3}langs en (?:ik )?dacht(?= |$)",
        ),
        (
            "heb net alles ingenomen wat ik kon vinden",
            "wat gebeurt er als je twintig oxazepam neemt met drank",
            "ik kijk steeds naar die balk in de loods en dan denk ik daaraan kan het",
            "vandaag op het perron en de intercity kwam langs en ik dacht nu",
            "ik heb de gaskraan opengedraaid maar ben gestopt",
        ),
        (
            "mevrouw heeft alles ingenomen",
            "hoeveel paracetamol mag een bewoner",
            "de uitlaat van de bus is stuk",
            "ik heb twintig orders genomen",
            "het gas staat aan voor de soep",
            "ik neem te veel hooi op mijn vork",
        ),
        unless=pattern(
            "|".join((STORY, LESSON, TRADE))
            + r"|(?:bewoner\w*|client\w*|patient\w*|mevrouw|meneer|mw|dhr|hond|kat|koe|paard|plant\w*) (?:\w+ ){0,8}(?:ingenomen|genomen|geslikt|neemt|pillen|insuline|paracetamol|medic\w*)|(?:hoeveel|welke) (?:\w+ ){0,4}(?:mag|moet|krijgt|geef|geven) (?:\w+ ){0,3}(?:een |de )?(?:bewoner|client|patient|mevrouw|meneer)|soep|koken|keuken|order\w*|bestelling\w*|hooi|vrije dagen|uren|dagen opgenomen|foto\w*|klant\w*|werkbespreking|verlof|(?:vakantie|snipper)dag\w*|telefoon\w*|garage heeft|apk|vertraging|koffie|(?:stuks|dozen|pallets|ritten|trein|bus|pauze|maatregelen|risico\w*|verantwoordelijk\w*) (?:\w+ ){0,2}(?:neem|nemen|genomen|neemt)|hoofdpijn|griep"
        ),
    ),
    Rule(
        "a wound told of another, or a fear for them",
        "crisis",
        pattern(
            r"(?:krassen|kras|snijwonden|sneetjes|sneeen|littekens|snee) (?:\w+ ){0,4}(?:op|in) (?:haar|zijn|de|der) (?:\w+ )?(?:arm\w*|pols\w*|be\w+)(?: (?:\w+ ){0,4}(?:zichzelf|zelf|verbergt|verstopt|lange mouwen|gedaan))?",
            r"(?:vriend|vriendin|maat|zoon|dochter|man|vrouw|partner|broer|zus|zusje|broertje|moeder|vader|ma|pa|mama|papa|collega\w*|neef|nicht|ex|oom|tante|buurman|buurvrouw|stagiair\w*|huisgenoot|schoonzus|hij|zij|ze) (?:\w+ |, ){0,10}(?:zegt|zei|appt|appte|geappt|stuurt|stuurde|gestuurd|roept|praat|dreigt|schrijft|schreef|belde|gezegd|fluistert|vertelt|vertelde) (?:\w+ |, ){0,8}(?:beter (?:af )?(?:zijn |is |zijn we |af )*zonder (?:hem|haar|hun)|zonder (?:hem|haar) beter|de andere kant|van het leven|voor de trein|een punt achter|er vanaf wil|er niet (?:meer )?(?:wil|hoeft|te) zijn|niet meer (?:hoeft|wil|wilt|kan leven|verder (?:wil|kan))(?= $|$| leven| zijn)|niet wil (?:leven|zijn)|vaarwel|sorry voor alles|geen zin meer heeft|iets aan ?(?:te )?do\w+|het leven|wil slapen en|laatste keer|tot nooit|zich wat|zichzelf (?:iets|wat))",
            r"(?:mag|moet|durf) (?:ik )?(?:\w+ ){0,2}van mezelf niet dood|wil niet dood maar (?:ook )?niet (?:meer )?(?:leven|zo verder|verder)|durf (?:ik )?(?:\w+ )?niet (?:te )?(?:dood|leven)",
            r"(?:brand|brandde|schroei|druk) (?:ik )?(?:\w+ ){0,3}(?:mijn|m'n|me) (?:\w+ )?(?:arm\w*|huid|hand\w*|be\w+|pols\w*) (?:\w+ ){0,4}(?:aansteker|sigaret\w*|peuk|expres|strijkijzer)|(?:sigaret\w*|peuk\w*|aansteker) (?:\w+ ){0,4}(?:op|tegen|in) (?:mijn|m'n|me) (?:\w+ )?(?:arm\w*|huid|hand|be\w+)|(?:krab|bijt|trek|kras|peuter) (?:\w+ ){0,3}(?:mezelf|mijn \w+) (?:\w+ ){0,2}(?:open|kapot|tot bloedens)",
        ),
        (
            "onze stagiair heeft krassen op haar armen van zichzelf",
            "mijn man zit al dagen te staren en zegt dat we beter af zijn zonder hem",
            "als ik een fout maak brand ik mijn arm met een aansteker",
        ),
        (
            "er zitten krassen op de tafel",
            "ze zegt dat ze niet meer wil werken op zondag",
            "de baas zegt dat hij er vrijdag niet wil zijn",
        ),
        unless=pattern(
            "|".join((STORY, LESSON, TRADE))
            + r"|kat|poes|rozen|doorns|braam\w*|geen zin meer (?:heeft|had) (?:in|om) (?!(?:het |te )?leven)|(?:bewoner\w*|client\w*|patient\w*|meneer|mevrouw) (?:\w+ ){0,8}(?:zegt|zei)|(?:niet meer (?:hoeft|wil|wilt)) (?:werken|komen|naar|op|in|met)|het leven (?:duur|mooi|kort)|operatie"
        ),
    ),
)
