"""Signs of crisis in images and half words: what stands for death without naming it, and what is asked or told in passing."""

from __future__ import annotations

from dialogues.language.signs.rule import Rule, pattern
from dialogues.language.signs.setting import LESSON, STORY, TRADE

_ELSEWHERE = "|".join((STORY, LESSON, TRADE))
_PILLS = r"(?:pillen|\w*pillen|pilletjes|medicijnen|paracetamol\w*|oxazepam|temazepam|tabletten|strip\w*|doosje)"
_NEAR = r"(?:vriend\w*|maat|zoon\w*|dochter\w*|man|vrouw|partner|broer\w*|zus\w*|moeder|vader|ma|pa|mama|papa|collega\w*|neef\w*|nicht\w*|ex|oom|tante|buur\w+|stagiair\w*|jongen|meisje|iemand|hij|zij|ze)"

IMAGES = (
    Rule(
        "to be nowhere",
        "crisis",
        pattern(
            r"of ik (?:\w+ ){0,2}(?:hier |nog |er )+(?:\w+ )?(?:wil|wou|moet) (?:zijn|leven|bestaan|blijven leven)(?= |$)(?! (?:op|in|bij) (?:deze|dit|de) (?:afdeling|baan|team|werk))",
            r"(?:wil|wou|wilde|liefst) (?:ik )?(?:\w+ ){0,3}nergens (?:meer )?(?:\w+ )?(?:zijn|bestaan)(?= |$)|(?:hoor|hoorde) (?:ik )?(?:ook )?(?:weg|er niet|dood) te zijn|(?:niks|niets|niemand|weinig) (?:meer )?(?:wat|dat|die) (?:me|mij) (?:hier|tegen|nog) (?:nog )?(?:houdt|houd|hier houdt)(?= |$)",
            r"(?:als|of) ik (?:er )?(?:nooit|niet) (?:was geweest|geweest was|had bestaan|bestaan had|geboren was|was geboren)|(?:waarvoor|waarom|voor wie) ik (?:nog )?(?:adem\w*|leef|besta|doorga met ademen)(?= |$)",
            r"(?:nog )?(?:maar |slechts |alleen nog )(?:een|1) (?:uitweg|uitkomst)(?= |$)(?! (?:naar|uit (?:dat|de|dit)))|(?:gehaald|gered|gevonden|tegengehouden|gereanimeerd|wakker gemaakt) (?:\w+ |, |\. ){0,6}had (?:van|voor) (?:mij|me) niet (?:ge)?hoe[vf]\w*|klaar (?:\w+ ){0,3}om er te zijn|(?:het )?licht (?:mag )?uit(?: doen| , voorgoed| \. voorgoed)?(?: \. | , )voorgoed|(?:van|voor) mij mag (?:het )?licht uit|dan ben ik (?:er|overal|van alles) (?:van ?af|vanaf)(?= |$)(?! met)|stap\w* (?:\w+ ){0,3}uit (?:\w+ ){0,6}niet (?:uit|van) (?:mijn|het|dit|de|deze) (?:baan|werk|bedrijf|afdeling|trein|bus|team)|niet (?:uit|van) (?:mijn|het|dit|de|deze) (?:baan|werk) maar (?:\w+ ){0,3}(?:uit|van) (?:het |mijn |dit )?(?:leven|alles)|(?:hoef|wil|zie) (?:ik )?geen (?:morgen|volgend jaar|nieuwe dag) meer|(?:doorleven|verder ?leven|blijven leven) (?:is|lijkt|heeft|kan) (?:\w+ )?(?:geen|niet|zinloos)|volgend leven|geleende tijd|(?:klaar|gedaan|afgelopen) met mij(?= |$)",
            r"(?:alles|het|dit) (?:\w+ )?(?:wil |willen |moet )?laten (?:ophouden|stoppen)(?= |$)|besloten dat (?:\w+ ){0,8}(?:genoeg|klaar|over|voorbij) is(?= |$)(?! met)",
        ),
        (
            "weet niet of ik hier nog wil zijn, op deze wereld bedoel ik",
            "er is niks meer wat me hier houdt",
            "ik weet niet meer waarvoor ik ademhaal",
            "ik hoef geen morgen meer",
        ),
        (
            "ik weet niet of ik hier nog wil zijn op deze afdeling",
            "ik weet niet of ik hier wil werken",
            "besloten dat de oude kassa klaar is met werken",
        ),
        unless=pattern(
            _ELSEWHERE
            + r"|(?:werk|baan|bedrijf|afdeling|team|functie|winkel) (?:\w+ ){0,4}(?:houdt|blijven)|contract|cursus|met (?:roken|die klus)|vergadering"
        ),
    ),
    Rule(
        "not to get up again",
        "crisis",
        pattern(
            r"(?:niet|nooit) (?:meer )?(?:op ?sta\w*|wakker word\w*|overeind|bijkom\w*|ontwaak\w*) (?:\w+ |, ){0,3}(?:is|was|zou|vind|mag|dan|ook|nooit) (?:\w+ ){0,3}(?:goed|prima|best|fijn|niet erg|beter|bedoel ik|klaar|mooi)",
            r"liever (?:\w+ )?(?:niet|nooit) (?:meer )?(?:op ?sta\w*|wakker word\w*)|(?:hopelijk|hoop dat) (?:\w+ ){0,3}(?:sta|word|kom) (?:ik )?(?:\w+ )?(?:niet|nooit) (?:meer )?(?:op|wakker|bij|overeind)(?= |$)",
            r"hart (?:\w+ ){0,8}(?:begeeft|begeef|stopt|stuk|ophoudt|ermee ophoudt|mee stopt|mee ophoudt|het niet meer)(?= |$)|(?:lift|vliegtuig|hijskraan|lading|dak|stelling|kraan|helikopter) (?:\w+ ){0,3}(?:naar beneden|neer|in|op (?:me|mij)) ?(?:stort|valt|komt|stortte|viel)(?= |$)|in de hoop dat (?:het|ik) (?:\w+ ){0,3}(?:mis ?gaat|niet overleef|crash|verongeluk|niet haal)",
            r"laatste adem|(?:bang|niet bang) om (?:te )?(?:dood ?)?(?:te )?gaan hoor|vandaag mag ook|(?:ze|hij|god|de dood) (?:mag|mogen|kan|kunnen) (?:mij|me) (?:\w+ )?(?:hebben|komen halen|halen)|haalt (?:hij|god|allah|ze|de dood) (?:me|mij) (?:\w+ ){0,2}op(?= |$)|(?:wil|hoef) (?:ik )?(?:\w+ ){0,2}niet (?:meer )?(?:gered|gereanimeerd|geholpen) (?:worden|te worden)|niet (?:te )?reanim\w+",
        ),
        (
            "als ik nu niet meer opsta is het ook goed",
            "soms hoop ik dat de lift naar beneden stort",
            "ik rij expres te hard in de hoop dat het misgaat",
            "ik wil niet gered worden als er iets gebeurt",
        ),
        (
            "ik ben vanochtend niet meer opgestaan van de koorts",
            "hoop dat de kraan niet instort",
            "de client wil niet gereanimeerd worden",
            "mijn hart slaat over van die mooie auto",
        ),
        near=(pattern(r"(?:ik|me|mij|mijn|'k|hart)"),),
        unless=pattern(
            _ELSEWHERE
            + r"|(?:bewoner\w*|client\w*|patient\w*|mevrouw|meneer|opa|oma|vader|moeder)|niet (?:instort|neerstort|naar beneden)|geen (?:ongeluk)|koorts|griep"
        ),
    ),
    Rule(
        "under the ground",
        "crisis",
        pattern(
            r"(?:onder de (?:grond|zoden|aarde|tegels)|onder een steen|in de grond|zes plank\w*|het kerkhof|de begraafplaats|het graf|mijn graf|een kist) (?:\w+ |, ){0,6}(?:lig|liggen|rust|beter|wil|beland|eindig|vrede|krijg|zijn)(?= |$)|(?:wil|lig|liggen|rust|liever) (?:\w+ ){0,6}(?:onder (?:de grond|een steen|de zoden)|op het kerkhof|in (?:een|mijn) (?:kist|graf))",
            r"spuitje (?:\w+ |, ){0,6}(?:net als|zoals|voor mij|dan ben|klaar|einde|graag)|(?:doe|geef) (?:mij|me) (?:\w+ ){0,2}(?:een )?spuitje",
            r"laat (?:mij|me) (?:maar |gewoon |nou |toch |nu )+(?:gaan|los|inslapen|doodgaan|sterven)(?= |$)(?! (?:werken|slapen|naar|met|doen))|(?:geen mens|niemand|geen hond) die (?:me|mij) (?:\w+ )?mist|het mag (?:\w+ )?(?:klaar|over|voorbij) zijn",
            r"(?:in gedachten|in mijn hoofd) (?:\w+ ){0,6}(?:afscheid|begrafenis|begraven|dood|uitvaart)|(?:ze|iemand|jullie|de buren|collega\w*) (?:vinden|vindt|vind) (?:me|mij) (?:\w+ ){0,3}(?:wel|dan|later|als ik|dood)(?= |$)(?! (?:aardig|leuk|goed|grappig|lastig))",
        ),
        (
            "mijn ex zal pas spijt krijgen als ik onder de grond lig",
            "doe mij maar een spuitje net als de hond",
            "laat mij maar gewoon gaan, ik ben op",
            "ze vinden me wel als ik lang genoeg niet kom opdagen",
        ),
        (
            "de leiding ligt onder de grond",
            "ik ben hovenier op de begraafplaats",
            "ze vinden me wel aardig",
            "de hond kreeg een spuitje",
            "laat me nou gaan werken",
        ),
        near=(pattern(r"(?:ik|me|mij|mijn|'k)"),),
        unless=pattern(
            _ELSEWHERE
            + r"|(?:leiding|kabel|buis|wortel)\w*|hovenier|vaccin\w*|griepprik|tandarts|ik werk|vinden (?:me|mij) wel (?:aardig|leuk|goed|grappig|lief)|mag ik gaan"
        ),
    ),
    Rule(
        "means within reach",
        "crisis",
        pattern(
            rf"{_PILLS} (?:\w+ |, ){{0,4}}(?:in (?:mijn|m'n|me|de) hand\w*|op (?:tafel|bed|schoot)|voor (?:me|mij)|naast (?:me|mij)|in (?:mijn|m'n) (?:kluisje|tas|jas|nachtkast\w*|la|auto))(?: (?:\w+ ){{0,8}})?(?= |$)",
            r"(?:denk|dacht) (?:ik )?(?:\w+ ){0,2}(?:eraan|erover|er aan) (?:\w+ ){0,4}(?:pillen|morfine|insuline|medicijn\w*|medicatie|touw|mes|spuit\w*|slaappillen) (?:\w+ ){0,2}(?:pakken|nemen|innemen|slikken|spuiten|gebruiken|te \w+)|(?:morfine|fentanyl|insuline|oxazepam|temazepam|pillen|medicijn\w*|medicatie|slaapmiddel\w*) (?:\w+ ){0,12}voor mezelf(?: (?:te )?(?:gebruik\w*|nemen|pakken|houden|bewaren|spuiten))?|(?:wou|wilde|wil|zou|ga) (?:ik )?(?:toen |vandaag |ook |weer |echt |gewoon |er |eraf )*springen(?= |$)(?! (?:in|bij|op|over|met|van de hak|van blijdschap))|(?:arm|armen|pols|polsen|aders?|been|benen|keel) (?:\w+ )?(?:open|kapot) ?(?:ge)?(?:sne\w+|snij\w*|gehaald expres)|(?:denk|dacht|denken|gedacht|fantaseer) (?:ik )?(?:\w+ ){0,4}(?:aan|over) (?:het )?(?:ophangen|verhangen|springen|verdrinken|snijden|een touw|een strop|overdosis|pillen|stikken|doodrijden)(?= |$)|(?:mes\w*|brug|trein|water|diepte|touw|pillen|dood|spoor|dak|afgrond) (?:\w+ ){0,6}(?:roept|roepen|lokt|lokken|lonkt|trekt aan|trekt|zuigt) (?:me|mij)?(?= |$)",
            r"(?:zou|is|was|lijkt|denk) (?:\w+ ){0,4}(?:hoog|diep|snel|hard|scherp|sterk) genoeg(?= |$)|(?:stoppen|stop|stopt|kappen) (?:\w+ ){0,3}(?:ermee )?(?:, )?met (?:het )?leven(?= |$)(?! (?:van|in|op))|(?:altijd|ooit|nog) (?:\w+ )?(?:uit|eruit|er uit) (?:kan|kon|mag) stappen|(?:ogen|handen) (?:\w+ ){0,3}(?:dicht|los) (?:\w+ ){0,3}(?:op de snelweg|op de weg|achter het stuur|in de bocht)|(?:zonder pijn|pijnloos) (?:kan|te|kun|moet) (?:doen|gaan)|(?:uitzoek\w*|opzoek\w*|google\w*|gegoogeld|uitvinden) (?:\w+ ){0,4}hoe ik (?:het|dat|er|mezelf|weg) (?:\w+ ){0,4}(?:kan|doe|doen|ga|moet)|(?:tie|make|knot) (?:a |the )?(?:noose|slipknot)|(?:welke|hoe) (?:brug|flat|gebouw|toren|viaduct|hoog) (?:\w+ ){0,4}(?:hoog genoeg|moet|springen|zijn om)|(?:zit|sta|hang|klim|balanceer) (?:ik )?(?:\w+ ){0,6}(?:op|over|aan|bij) (?:de|het|een) (?:vensterbank|reling|rand|overweg|spoorweg\w*|dakrand|leuning|balustrade|richel)(?= |$)|plek (?:\w+ ){0,2}(?:gezocht|gevonden|uitgezocht|gekozen) (?:\w+ ){0,2}(?:in het bos|op de hei|bij het (?:water|spoor)|waar niemand|voor mezelf)",
            r"(?:snij|kras|brand) (?:ik )?(?:weer|nog steeds|opnieuw|elke dag|dagelijks|soms|vaak)(?= |$)(?! (?:vlees|groente|brood|ham|kaas|plat\w*|hout|glas|kaars\w*|de |het |een |in de keuken|mijn (?:vinger|duim)))|(?:armen|benen|polsen|buik|lijf) (?:\w+ ){0,4}(?:onder de|vol) (?:krassen|littekens|sneetjes|sneeen|snijwonden|brandplekken)|mes (?:\w+ ){0,3}op (?:mijn|m'n|me) (?:huid|arm\w*|pols\w*|keel|be\w+)|(?:hand|arm|vingers) (?:\w+ ){0,3}in (?:het vuur|de vlam|kokend)|pijn (?:helpt|doet goed|maakt rustig|geeft rust)|(?:aansteker|sigaret|peuk) (?:\w+ ){0,4}(?:plekken|brandplek\w*|op mijn)",
            r"(?:morgen|vanavond|straks|vannacht|vandaag|nu|dan|zo|binnenkort) (?:spring ik|ga ik springen)(?=  ?$| $| [,.]| er| dan| eraf)|(?:stem\w*|hoofd) (?:\w+ ){0,6}(?:zegt|zeggen|roept|roepen|schreeuwt|dwingt) (?:\w+ ){0,4}(?:spring\w*|stap (?:voor|van|eraf|naar)|loop voor|rij tegen|dood\w*|snij\w*|stop\w* met leven|mezelf|einde?|sterven|weg moet)|(?:bijna|haast) (?:\w+ ){0,3}(?:de|die) stap gezet$|(?:durf|durfde|zet|zette) (?:ik )?(?:\w+ ){0,2}(?:de|die) (?:laatste|grote|ene) stap(?= |$)(?! (?:naar|om (?:te )?(?:solliciteren|vragen|praten)))|(?:zelf )?(?:beslissen|bepalen|kiezen) (?:\w+ ){0,3}(?:wanneer|of|hoe) (?:je|ik|iemand|mensen) (?:\w+ ){0,2}(?:dood|sterf|sterft|doodga|eruit stap)\w*|stop (?:ik )?met (?:mijn|m'n) (?:medicijn\w*|medicatie|insuline|pillen) (?:\w+ ){0,6}(?:dan|hart|vanzelf|klaar|dood)",
        ),
        (
            "vannacht weer met de pillen in mijn hand gezeten",
            "op werk lach ik maar thuis denk ik aan ophangen",
            "ik zit al een uur op de vensterbank zes hoog",
            "mijn armen zitten onder de krassen",
            "mag je zelf beslissen wanneer je dood gaat",
        ),
        (
            "de pillen in mijn hand zijn voor mevrouw",
            "ik snij weer brood",
            "ik denk aan het ophangen van de posters",
            "de kat zit op de vensterbank",
            "mijn armen zitten onder de krassen van de rozen",
        ),
        unless=pattern(
            _ELSEWHERE
            + r"|(?:bewoner\w*|client\w*|patient\w*|mevrouw|meneer)|rozen|doorn\w*|braam\w*|kat|poes|hond|takken|karton|poster\w*|jas\w*|was|slinger\w*|tekenen|lappen|schilder\w*|nieuwe baan|sollicit\w*|vitamine\w*|trampoline|parachute\w*|bungee\w*|zwembad|per ongeluk|blik|machine|stanley\w*|touw (?:\w+ ){0,4}sterk genoeg|til\w*|lading|wifi|internet|rooster|hoofdpijn|griep|apotheek|zwem\w*"
        ),
    ),
    Rule(
        "what a near one does",
        "crisis",
        pattern(
            rf"{_NEAR} (?:\w+ |, ){{0,10}}(?:reageert niet|neemt niet op|antwoordt niet|onbereikbaar|spoorloos) (?:\w+ |, ){{0,12}}(?:sorry voor alles|vaarwel|laatste (?:app\w*|bericht\w*)|afscheid\w*|dood|pillen|niet meer wil)|(?:laatste (?:app\w*|bericht\w*)) (?:\w+ ){{0,3}}(?:sorry|vaarwel|dag|afscheid)",
            rf"{_NEAR} (?:\w+ |, ){{0,10}}(?:alles (?:al )?geregeld (?:heeft )?(?:\w+ ){{0,5}}(?:voorbij|klaar|weg)|(?:zijn|haar) spullen (?:\w+ ){{0,3}}(?:hebben|verdelen|krijgen)|klaar mee (?:is|heeft|was) (?:, )?met alles|geen zin meer (?:in )?(?:heeft|had) (?:, )?in (?:het )?leven|alles (?:uit de medicijnkast|ingenomen|geslikt)|(?:stond|staat|zit|zat|hing) (?:\w+ )?op (?:de|een) (?:brug|dak|reling|viaduct|spoor|rand|flat))(?= |$)",
            rf"{_NEAR} (?:\w+ |, ){{0,12}}(?:gesprongen|zelfmoord|opgehangen|uit het leven|voor de trein|verhangen|doodgereden|doodgeschoten|een eind\w*) (?:\w+ |, ){{0,8}}(?:snap|begrijp) (?:ik )?(?:hem|haar|het|m|dat)",
            r"(?:she|he|they|friend|sister|brother|son|daughter|wife|husband|mate|mom|dad|mum|colleague|coworker|roommate) (?:\w+ |, ){0,8}(?:goodbye (?:\w+ ){0,4}pills|has pills|took pills|going to jump|gonna jump|on the (?:roof|bridge|ledge|tracks)|wants to end|going to end|gonna end|kill (?:him|her)self|end (?:his|her) life)",
        ),
        (
            "mijn vriendin reageert niet meer en haar laatste app was sorry voor alles",
            "een collega vertelde me dat hij alles al geregeld heeft en dat het binnenkort voorbij is",
            "hij stond gister op de brug, mijn beste vriend",
            "my best friend just texted me goodbye and she has pills",
        ),
        (
            "mijn collega neemt niet op, hij is op vakantie",
            "hij staat op de brug te vissen",
            "we krijgen zijn spullen als hij met pensioen gaat",
        ),
        unless=pattern(
            _ELSEWHERE + r"|vissen|vakantie|pensioen|verhui\w*|foto|brugwacht\w*|dakdek\w*|schilder\w*|file|werkt"
        ),
    ),
)
