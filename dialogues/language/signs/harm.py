"""Signs of harm between people, put together from what stands in one sentence: harm one threatens to do, and harm at home."""

from __future__ import annotations

from dialogues.language.signs.rule import Rule, pattern
from dialogues.language.signs.setting import CALM, LESSON, NOT_MEANT, STORY, TRADE

_ELSEWHERE = "|".join((STORY, LESSON, TRADE))
_THEM = (
    r"(?:hem|haar|ze|hun|hen|m|'m|'r|iemand|iedereen|allemaal|(?:die|deze) (?:hond|aap|eikel) van een \w+|(?:die|deze) (?:\w+ )?(?:gozer|pik|knakker|gek|sukkel|kleine|mafkees|flikker|teringlijer|gast|vent|kerel|eikel|klootzak|vrouw|man|lul|trut|teamleider|baas|chef|manager|planner|voorman|ex|hond|hufter|idioot|griet|heks|teef|bitch|leidinggevende)|(?:mijn|de|een|onze|die|dat|zijn|haar) (?:\w+ )?(?:baas|chef|collega\w*|leidinggevende|manager"
    r"|teamleider|directeur|directie|planner|klant\w*|man|vrouw|ex|buurman|buurvrouw|vriend|vriendin|voorman|ploegbaas|schoonvader|stiefvader|vader|broer|familie))"
)
_HOME = r"(?:man|vrouw|vriend|vriendin|partner|ex|ex-?man|ex-?vrouw|ex-?vriend|ex-?vriendin|ex-?partner|echtgenoot|echtgenote|vader|moeder|pa|ma|stiefvader|stiefmoeder|stiefpa|broer|broers|zus|zoon|zwager|dochter|schoonvader|schoonmoeder|schoonfamilie|schoonouders|familie|ouders|oom|huisgenoot|verloofde|vriendje)"
_MINE = rf"^ (?:man|vrouw|vader|moeder|vriend|ex|broer|pa|ma) (?:sla|mis|bed|schop|trap|gooi)\w*|(?:mijn|m'n|me|de|onze) (?:\w+ )?{_HOME}|{_HOME} (?:van mij|van me|thuis)|(?:vriend|vriendje|man|ex) van (?:haar|mijn \w+)|(?:haar|zijn) (?:\w+ )?(?:man|vriend|vriendje|ex|vrouw|vriendin|vader|partner)"
_ME = r"(?:me|mij|ons|mezelf|de kinderen|mijn (?:kinderen|zoon|dochter|kind|zoontje|dochtertje|arm|keel|haar|haren|gezicht|telefoon)|haar)"

HARM = (
    Rule(
        "a threat to somebody",
        "danger",
        pattern(
            rf"(?:schop|schoppen|schiet|schieten|steek|steken|sla|slaan|maak|maken|rij|rijd|rijden|trap|trappen|ram|rammen|beuk|hak|knal|leg|ros|stamp|mep|hang|gooi|duw) (?:ik |we |wij )?(?:\w+ ){{0,3}}?{_THEM} (?:\w+ ){{0,4}}?(?:overhoop|neer|af|kapot|dood|lek|omver|van (?:de|zijn|haar) (?:sokken|weg|trap)|het ziekenhuis in|in (?:het ziekenhuis|elkaar|puin|de kreukels)|de (?:kop|nek|strot|hersens|schedel|tanden|keel)|(?:zijn|haar|hun) (?:kop|bek|nek|strot|hersens|schedel|tanden|keel|gezicht|hart|benen|knieen|vingers)|op (?:zijn|haar|hun) (?:bek|gezicht|smoel|muil|kop)|aan|om|verrot|onder de \w+|door (?:zijn|haar|een|de) \w+|plat)",
            rf"{_THEM} (?:\w+ ){{0,4}}?(?:overhoop|neer|af|kapot|dood|in elkaar|het ziekenhuis in|van kant|om het leven|verrot|lek|om|aan ?flarden|iets aan|wat aan) ?(?:te |ga |zal |wil )?(?:schiet\w*|steek|steken|slaan|sla|maken|maak|rijden|trap\w*|beuk\w*|leg\w*|breng\w*|doe|doen|help\w*|rossen|rammen|hakken)(?= |$)",
            rf"(?:wacht|wachten|pak|pakken|vang|vind|krijg|zoek) (?:ik |we |wij )?(?:\w+ )?{_THEM} (?:\w+ ){{0,5}}(?:op|vanavond|na (?:de|het) (?:dienst|werk|shift)|buiten|parkeerplaats|nog wel|te grazen|terug|een keer alleen) ?(?:\w+ |, ){{0,8}}(?:eraan|ga er|gaat er|dood|bloed\w*|spijt|boeten|kapot|ziekenhuis|mes|jongens|maten|lopen|kruipen|niet meer)",
            r"(?:die|hij|ze|zij|\w+) gaa?t? er ?(?:\w+ )?aan(?: vanavond| morgen| straks|$)",
            rf"(?:doe|doen|ga|gaan|zal|wil) (?:ik |we )?(?:\w+ ){{0,3}}?{_THEM} (?:\w+ ){{0,3}}(?:iets|wat) (?:ergs |heel ergs )?aan(?: ?doen)?",
            rf"(?:maak|maken|ga|wil) (?:ik )?(?:\w+ ){{0,2}}?{_THEM} (?:\w+ ){{0,2}}(?:af|dood|van kant|koud|kapot maken|vermoorden|wurgen|vergiftigen|slopen|laten (?:bloeden|boeten|lijden))",
            rf"(?:vermoord|wurg|vergiftig|onthoofd|ontvoer|liquideer) (?:ik )?(?:\w+ )?{_THEM}(?! wel(?= |$))|(?:ik |we )(?:\w+ ){{0,4}}{_THEM} (?:\w+ ){{0,3}}(?:vermoorden|wurgen|vergiftigen|doden|doodmaken|ontvoeren|liquideren)(?! (?:haha|lol))",
            r"(?:breek|breken|brak|verbouw|verbrijzel|snij|snijd|hak|schiet|ram|trap|beuk) (?:ik )?(?:zijn|haar|hun|z'n|d'r) (?:\w+ )?(?:kaak|kaken|neus|benen|nek|poten|armen|vingers|gezicht|kop|strot|keel|tanden|ribben|hersens|knieschijven)(?: (?:af|eraf|door|open|in|eruit|kapot))?",
            rf"(?:wil|wilde|ga|zou|zal|denk|droom) (?:ik )?(?:\w+ ){{0,5}}?{_THEM} (?:\w+ ){{0,4}}?(?:van (?:de|het|een) (?:trap|dak|balkon|steiger|brug|stelling) (?:\w+ )?(?:duwen|gooien)|onder de (?:trein|heftruck|bus) (?:duwen|gooien)|slaan|steken|wurgen|duwen|vermoorden|neerschieten|verzuipen|verdrinken|aanrijden|doodrijden|iets aandoen|wat aandoen|pijn doen)|(?:gooi|duw|smijt) (?:ik )?(?:haar|hem|ze|hun) (?:\w+ ){{0,4}}(?:van (?:het|de|een) (?:balkon|trap|dak|brug|steiger|flat)|voor de trein|uit het raam|in het water)",
            r"(?:gif|rattengif|vergif|bleek|chloor|glas|pillen|drain\w*) (?:\w+ ){0,3}(?:in|door) (?:zijn|haar|hun|de|het) (?:\w+ )?(?:koffie|thee|eten|drinken|soep|beker|bidon|lunch)|(?:rattengif|vergif|poison) (?:\w+ ){0,4}(?:koffie|coffee|thee|eten|food|drink)",
            r"(?:er gaat|gaat er|er gaan|gaan er|er valt|er vallen) (?:\w+ ){0,4}(?:iemand |mensen |wat )?(?:dood|doden|gewonden|slachtoffers|bloed|vallen)(?: op (?:kantoor|het werk))?(?= |$)|(?:dat |this )?(?:beloof|zweer|promise|swear) (?:ik )?(?:\w+ ){0,6}(?:dood|sterf|sterven|spijt krijgen|ziekenhuis|stab|kill|bleed)",
            r"(?:laat|zet|blaas|ga) (?:ik )?(?:\w+ ){0,3}(?:ontploffen|de lucht in)(?= |$)|gasfles\w* (?:\w+ ){0,4}(?:ontploff\w*|open|aansteken)|(?:kom|ga|loop) (?:ik )?(?:\w+ ){0,3}(?:terug|langs|binnen) met (?:een |mijn )?(?:geweer|pistool|mes|wapen|bijl|knuppel|maten|benzine)|(?:weet|know|wist) (?:ik )?(?:waar|where) (?:hij|ze|zij|he|she|they) (?:\w+ )?(?:woon\w*|lives?|park\w*|slaapt)(?: (?:\w+ |, ){0,10}(?:langs|knuppel|mes|vannacht|straks|pak|hurt|bad|get|krijg|boeten|ga))?",
            r"zin om (?:hem|haar|ze|die \w+) (?:\w+ ){0,4}(?:slaan|steken|vermoorden|wurgen|trappen|schieten)|(?:kan|kon) (?:ik )?(?:mijn|m'n) handen (?:\w+ )?niet (?:meer )?thuis ?houden|(?:losse handjes|sla|sloeg) (?:ik )?(?:\w+ )?(?:mijn|m'n) (?:vrouw|vriendin|man|vriend|kinderen|kind)|make them (?:all )?pay|pay with blood|(?:they|he|she)(?:'ll| will) (?:all )?(?:pay|bleed|regret|suffer)",
            r"(?:dan |ook |en )?(?:is|wordt) (?:ie|hij|ze|zij) (?:er )?(?:dood|geweest|van mij|de mijne)(?= |$)|krijgt (?:\w+ ){0,2}(?:een )?(?:mes|kogel|klappen|vuist|kopstoot) (?:\w+ ){0,3}(?:tussen|in|door|op|van mij)|(?:bijtend\w*|zuur|zoutzuur|kokend\w*|acid|gloeiend\w*) (?:\w+ ){0,3}(?:in|over|op) (?:zijn|haar|his|her|z'n) (?:\w+ )?(?:gezicht|ogen|kop|face|lijf)|(?:bullet|knife|axe) (?:\w+ ){0,3}(?:in|through|to) (?:his|her|their) (?:head|heart|chest|throat|back|skull)",
            r"(?:bloed (?:\w+ ){0,3}(?:zien|vloeien|aan mijn handen)|koppen (?:\w+ ){0,2}rollen vanavond|(?:dan |er |straks |morgen )(?:vallen|val) (?:er )?(?:\w+ )?(?:doden|slachtoffers)|bloedbad|aanslag|(?:de |een )bom (?:leggen|maken|gooien|plaatsen|in))",
        ),
        (
            "ik schiet ze allemaal overhoop daar op kantoor",
            "k wacht hem vanavond op na de dienst met een paar jongens, die gaat eraan",
            "ik doe die teamleider morgen wat aan",
            "als die rechter haar de kinderen geeft dan maak ik haar af",
        ),
        (
            "ik maak ze af voor vrijdag, die bestellingen",
            "ik vermoord hem wel, die printer",
            "we wachten hem op met taart",
            "mijn rug gaat eraan",
        ),
        unless=pattern(_ELSEWHERE + "|" + CALM + "|" + NOT_MEANT),
    ),
    Rule(
        "a weapon at hand",
        "danger",
        pattern(
            r"(?:mes|pistool|wapen|vuurwapen|bijl|hamer|geweer|bom|honkbalknuppel|knuppel|machete|boksbeugel|ijzeren staaf|koevoet|gun|knife|weapon|rifle|bomb) (?:\w+ |, ){0,14}(?:gebruik|gebruiken|gebruikt|mee|meegenomen|bij me|bij de hand|klaar|kluisje|tas|jas|onder (?:mijn|m'n) (?:stoel|bank|jas|bed)|voor als (?:hij|ze|zij|die)|werk|warehouse|office|listen|sorry|spijt|nog (?:1|een) (?:x|keer))",
            r"(?:bring|take|brought|carry|bringing|neem|breng|heb|koop|haal) (?:\w+ ){0,4}(?:gun|weapon|rifle|bomb|pistool|wapen|vuurwapen|geweer|bom|machete|boksbeugel|knuppel) ?(?:\w+ ){0,6}",
        ),
        (
            "heb een mes in mijn kluisje liggen en als hij nog 1 x wat zegt gebruik ik het",
            "One day I bring a gun to this warehouse and then they will listen",
        ),
        (
            "ik heb mijn eigen messen mee naar de keuken",
            "neem je een mes mee voor de taart",
            "ik haal een hamer uit de bus",
            "mijn mes ligt in mijn tas voor de dozen",
        ),
        near=(
            pattern(
                r"(?:hij|hem|haar|ze|zij|hun|iemand|baas|chef|collega\w*|die (?:gast|vent|lul|eikel|klootzak)|they|them|him|her|everyone|boss|manager|iedereen|allemaal|op school|naar (?:het |mijn )?werk|to work|warehouse|kantoor|office)"
            ),
        ),
        unless=pattern(
            _ELSEWHERE
            + "|"
            + CALM
            + r"|(?:brood|kaas|taart|appel\w*|fruit|dozen|keuken|koken|snijplank|slijp\w*|doosje|tape|karton|touw|timmer\w*|klus\w*|gereedschap\w*|gipsplaat|spijker\w*|hout|tuin|kabel\w*|nail gun|heat gun|glue gun|spray gun|lijmpistool|kitpistool|spuitpistool|verfspuit|schietvereniging|jacht|scan\w*|barcode|bom bij|oorlog|box cutter|staple gun|bommelding)"
        ),
    ),
    Rule(
        "fire and destruction",
        "danger",
        pattern(
            r"(?:steek|steken|zet|zetten|ga|gooi|gooien|wil|zou) (?:ik |we )?(?:\w+ ){0,6}(?:in (?:de )?(?:fik|brand|hens|vlammen)|in (?:de )?as|benzine|molotov|plat ?brand\w*)",
            r"(?:brand|fik|steek) (?:ik )?(?:\w+ ){0,4}(?:tot de grond toe af|plat|af|in (?:de )?(?:fik|brand|hens))|(?:blaas|blazen) (?:ik )?(?:\w+ ){0,4}op(?= |$)|de lucht in (?:\w+ )?(?:blaz\w*|vlieg\w*|laten)|(?:burn|blow) (?:\w+ ){0,4}(?:down|up|to the ground)(?= |$)",
        ),
        ("ga die loods in de fik steken met iedereen erin", "ik blaas de hele tent op"),
        (
            "ik steek de barbecue aan",
            "er stond een container in brand",
            "we blazen de ballonnen op voor het feest",
            "ik zet de oven aan",
        ),
        near=(
            pattern(
                r"(?:loods|magazijn|tent|kantoor|hal|gebouw|bedrijf|huis|fabriek|winkel|boel|school|flat|auto (?:van|in)|met iedereen|iedereen|allemaal|place|building|warehouse|office|factory|store|shop|house)"
            ),
        ),
        unless=pattern(
            _ELSEWHERE
            + "|"
            + CALM
            + r"|(?:stond|staat|vloog|vliegt|stonden) (?:\w+ ){0,4}in brand|barbecue|bbq|kampvuur|kaars\w*|vuurwerk|ballon\w*|luchtbed|kachel|oven|geblust|blussen|brandmelder|burn out|blow up (?:the )?(?:balloon|photo|picture)\w*"
        ),
    ),
    Rule(
        "afraid of one's own hands",
        "danger",
        pattern(
            r"(?:bang|angst|bezorgd|vrees|zo bang|doodsbang|scared|afraid|worried) (?:\w+ ){0,4}(?:dat )?(?:ik|i) (?:\w+ ){0,6}(?:ga slaan|baby|kind|kinderen|zoon|dochter|zoontje|dochtertje|peuter|kleine|vrouw|man|moeder|vader|iemand|hem|haar|ze|kids|child|someone|him|her|wife|husband|them) (?:\w+ ){0,5}(?:\w*rammel\w*|schud\w*|sla|slaan|iets|wat|pijn|dood\w*|wurg\w*|gooi\w*|los ?ga|aan ?doe\w*|hurt|hit|shake|kill|hard|door elkaar)",
            r"(?:bang|scared|afraid) (?:\w+ ){0,4}(?:ik|i) (?:\w+ ){0,4}(?:hurt|hit|shake|kill|smack) (?:\w+ ){0,2}(?:him|her|them|baby|kid|kids|child|someone|wife|son|daughter)",
            r"(?:kan|kon) (?:ik )?(?:\w+ ){0,3}(?:mijn handen niet thuis|me(?:zelf)? niet (?:meer )?(?:inhouden|beheersen)|mijn woede niet)(?= |$)(?:\w+ |, ){0,8}(?:sla\w*|kind\w*|vrouw|hem|haar|baby)",
            r"(?:sla|sloeg|mep|schud|schudde|knijp|kneep|schop) (?:ik )?(?:\w+ ){0,3}(?:mijn|me|m'n|de) (?:\w+ )?(?:baby|kind|kinderen|zoontje|dochtertje|zoon|dochter|vrouw|vriendin|man|moeder)(?! over)|(?:heb|had) (?:ik )?(?:\w+ ){0,3}mijn (?:\w+ )?(?:baby|kind|kinderen|zoon\w*|dochter\w*|vrouw|vriendin|man|moeder) (?:\w+ ){0,2}(?:geslagen|door elkaar|geschud|geschopt|geknepen)",
        ),
        (
            "bang dat ik mijn baby door elkaar ga rammelen als dat gehuil niet stopt",
            "ik ben bang dat ik mijn vrouw iets aandoe",
            "ik heb mijn kind geslagen",
        ),
        ("ik ben bang dat ik mijn zoon te laat ophaal", "bang dat ik haar naam vergeet"),
        unless=pattern(_ELSEWHERE + r"|haha\w*|lol|nooit|met (?:kaarten|dammen|schaken|gamen|tennis|fifa)"),
    ),
    Rule(
        "a threat, in English",
        "danger",
        pattern(
            r"(?:i'm|i am|im|i|i'll|we|gonna|want to|wanna|going to|will|swear) (?:\w+ ){0,5}(?:(?:kill|stab|shoot|murder|hurt|strangle|poison|beat|smash|punch|choke|slap|attack) (?:\w+ ){0,3}(?:him|her|them|someone|somebody|everyone|everybody|boss|manager|supervisor|colleague\w*|coworker\w*|husband|wife|ex)|(?:break|smash|cut|bash|beat|kick) (?:his|her|their) (?:face\w*|legs?|head\w*|neck|jaw|skull|car|teeth)(?: in| off)?|run (?:him|her|them|my boss) (?:over|down)|make (?:him|her|them) (?:pay|bleed|suffer|regret))",
        ),
        ("i'm going to hurt him bad, i know where he parks", "I will smash his face tonight"),
        ("I could kill him sometimes lol", "I will beat them at table tennis", "we run them over to the shop"),
        near=(
            pattern(
                r"(?:kill|stab|shoot|murder|strangle|poison|hurt|smash|break|beat|burn|punch|choke|attack|run|cut|bash|kick|slap|make)"
            ),
        ),
        unless=pattern(
            _ELSEWHERE
            + "|"
            + CALM
            + r"|(?:could|might|would) (?:\w+ )?(?:kill|strangle|murder)|run (?:\w+ )?(?:over )?to|don't (?:want|wanna)|never (?:hurt|hit)|tennis|football|soccer|chess|game|record|cut them (?:in|into|to)|break them|beat the (?:clock|traffic|deadline|rush|heat)|run (?:him|her|them) through|didn't (?:mean|want)|without hurt\w*"
        ),
    ),
)

HOME = (
    Rule(
        "a partner or family who harms",
        "violence",
        pattern(
            r"(?:sla|slaat|slaan|sloeg|geslagen|klap\w*|schop\w*|trap(?:t|te|pen)?|getrapt|mep\w*|gemept|duw\w*|geduwd|knijp\w*|kneep|keel|wurg\w*|gewurgd|mishandel\w*|bedreig\w*|dreig\w*|stalk\w*|gestalkt|verkracht\w*|misbruik\w*|dwing\w*|gedwongen|chanteer\w*|achtervolg\w*|volgt|opgesloten|opsluit\w*|sluit|sluiten|terroriseer\w*|verniel\w*"
            r"|vernedert?|vernederd|kleineert|controleer\w*|agressief|agressie|gewelddadig|losse handjes|handen niet thuis|blauw\w* (?:plek\w*|oog|ogen)|gooit|gooide|gooien|schreeuwt|spuugt|pijn|vermoord\w*|doodmaakt|doodmaken|(?:wat|iets) aan\w*|afpak\w*|pakt|pakken|pakte|neemt|laat|afgepakt|verbiedt|verbied\w*|mag niet|mag alleen|niet (?:met|praten|werken|alleen|omgaan)|leest mijn|checkt mijn|breekt|kapot|dood|wacht|staat|niet (?:meer )?naar buiten|bont en blauw|mes|uithuwelijk\w*|trouwen met|seks|kapot ?slaat|in elkaar|haren|steekt|stak|raakt me aan|tegen de muur|van de trap|tikken|hand(?:en)? (?:los|op))"
        ),
        (
            "mijn ex staat elke dag bij de ingang te wachten en zegt dat hij me wat aandoet",
            "hij pakt elke maand mijn hele loon af en als ik er wat van zeg word hij agressief, mijn man bedoel ik",
            "man thuis hij doet mij pijn, ik niet weet wie bellen",
            "mijn schoonfamilie sluit mij op in huis, ik mag alleen weg voor werk",
        ),
        (
            "mijn man slaat een gat in de muur voor de deur",
            "mijn vrouw werkt ook",
            "mijn man heeft pijn in zijn rug",
            "mijn zoon gooit zijn bord op de grond, hij is 2",
            "mijn vriend pakt me vast een biertje",
        ),
        near=(
            pattern(_MINE),
            pattern(
                rf"(?:{_ME}|laat (?:me|mij) niet (?:met|praten|naar|alleen|gaan|werken)|mijn (?:hele )?(?:loon|geld|pas|bankpas|pinpas|salaris|paspoort|sleutels)) (?:\w+ |, ){{0,6}}(?:sla\w*|geslagen|klap\w*|schop\w*|geschopt|trap\w*|getrapt|mep\w*|geduwd|kneep|wurg\w*|gewurgd|mishandel\w*|bedreig\w*|dreig\w*|stalk\w*|gestalkt|verkracht\w*|misbruik\w*|dwing\w*|gedwongen|chanteer\w*|achtervolg\w*|volgt|op|opgesloten|opsluit\w*|terroriseer\w*|verneder\w*|kleineer\w*|controleer\w*|pijn|vermoord\w*|dood\w*|(?:wat|iets) aan\w*|aan\w*|afpak\w*|af|afgepakt|in elkaar|bont en blauw|keel|bij de keel|niet (?:meer )?naar buiten|tegen de muur|van de trap|in huis)"
                rf"|(?:sla|slaat|slaan|sloeg|schopt|trapt|mept|duwt|knijpt|wurgt|mishandelt|bedreigt|dreigt|stalkt|verkracht|misbruikt|dwingt|chanteert|achtervolgt|volgt|sluit|sluiten|terroriseert|vernedert|kleineert|controleert|gooit|gooide|schreeuwt|spuugt|doet|pakt|pakken|steekt|verbiedt|wil|zegt|hitst) (?:\w+ ){{0,3}}(?:{_ME}|mijn (?:loon|geld|pas|bankpas|telefoon|salaris|paspoort|sleutels))(?! (?:op|over|uit) de)"
                r"|word\w* (?:hij|ze|zij|mijn man|mijn vriend) (?:\w+ )?(?:agressief|gewelddadig|boos en)|leest (?:\w+ )?(?:mijn|al mijn) (?:telefoon|berichten|appjes)|(?:breekt|slaat|gooit|verbouwt|sloopt) (?:\w+ ){0,3}(?:alles|de boel|het huis|spullen|deuren|borden)|maken? ze (?:me|mij) (?:dood|af)|trouw\w* (?:met|moet)|anders (?:maken|vermoorden|slaan)|wacht(?:te)? (?:\w+ ){0,4}(?:me|mij) op|(?:stuurt|belt|appt) (?:\w+ ){0,3}(?:honderd\w*|tientallen|de hele dag|\d\d+|elke nacht)|staat (?:\w+ ){0,6}(?:voor|bij|op) (?:mijn|m'n|de|het) (?:deur|werk|ingang|huis|raam|parkeer\w*)|losse handjes|blauwe (?:plek\w*|oog)|met een mes|(?:ik )?mag (?:ik )?(?:\w+ ){0,4}(?:niet|alleen|nooit|geen)|(?:bang|doodsbang|angst|durf|scared)|bont en blauw|tegen mij|uithuwelijk\w*|handen niet thuis|als ik (?:\w+ ){0,5}(?:te laat|thuiskom|nee zeg|weg ?ga|niet)"
            ),
        ),
        unless=pattern(
            _ELSEWHERE
            + r"|haha\w*|lol|(?:mijn|m'n) (?:man|vrouw|vriend|vriendin) (?:\w+ )?(?:kookt|heeft (?:weer |veel |last |ook )*pijn)|pijn (?:in|aan|op) (?:zijn|haar)|hij is (?:2|3|twee|drie)|biertje|kaart\w*|gamen|voetbal\w*|judo|boks\w*|per ongeluk|(?:bij|op) (?:de|het) (?:voetbal|judo|hockey|sport)\w*|doet (?:me|mij) (?:denken|plezier|goed|pijn om|verdriet)|pakt (?:me|mij) (?:vast|in|een)|slaat (?:\w+ )?(?:over|op tilt)|mag niet klagen|tandjes|helpt"
        ),
    ),
    Rule(
        "bruises and closed doors",
        "violence",
        pattern(
            r"(?:blauw\w* (?:plek\w*|oog|ogen)|gebroken (?:neus|rib\w*|arm|kaak)|striemen|kneuzing\w*|brandplekken|bont en blauw) (?:\w+ |, ){0,14}(?:van (?:mijn|m'n|haar|zijn) (?:\w+ )?(?:man|vriend|vriendje|ex|partner|vrouw|vriendin|vader|broer)|door (?:mijn|m'n|haar|zijn) (?:\w+ )?(?:man|vriend|vriendje|ex|partner|vrouw|vriendin|vader|broer)|uniform|verberg\w*|verstop\w*|lange mouwen|make-?up|gevallen (?:, |maar |en )+(?:maar )?ik (?:weet|geloof|denk)|(?:haar|zijn|mijn) (?:man|vriend|vriendje|ex) (?:is|doet)|hoe (?:haar|zijn) (?:man|vriend))",
            r"(?:thuis|binnen) (?:\w+ ){0,6}(?:van de trap (?:geduwd|gegooid)|tegen de muur (?:gegooid|geduwd)|klappen|slaag|geslagen|geschopt|mishandeld|opgesloten|niet veilig|onveilig|bedreigd|bang voor|doodsbang|geweld|pijn gedaan|vernederd|misbruikt)(?= |$)",
            r"(?:klappen|slaag|geslagen|geschopt|mishandeld|opgesloten|bedreigd|geweld|vernederd|misbruikt|bang) (?:\w+ ){0,2}thuis(?= |$)",
            r"(?:durf|durfde|wil|kan) (?:ik )?(?:\w+ ){0,4}(?:niet|nooit) (?:meer )?(?:naar huis|thuis (?:te )?(?:zijn|komen)) (?:\w+ ){0,6}(?:hij|man|vriend|ex|vader|partner|slaat|boos|dronken|agressief)",
            r"(?:gevlucht|vluchten|weggelopen|weg ?gevlucht|ondergedoken|onderduik\w*) (?:\w+ ){0,4}(?:voor|van|bij) (?:\w+ ){0,2}(?:man|ex|vriend|vader|partner|familie|broers)|(?:blijf van mijn lijf|vrouwenopvang|contactverbod|straatverbod|huisverbod)(?= |$)",
            r"(?:eerwraak|eer van de familie|uithuwelijk\w*|uitgehuwelijkt|gedwongen (?:\w+ )?(?:trouwen|huwelijk|seks)|huiselijk geweld|loverboy\w*|dwingt me (?:\w+ )?(?:tot seks|om seks|te trouwen))",
        ),
        (
            "blauwe plekken van mijn vriend, gelukkig zie je ze niet onder mijn uniform",
            "collega komt steeds met een blauw oog en zegt gevallen, maar ik weet hoe haar vriend is",
            "ik krijg thuis klappen",
        ),
        ("blauwe plek van de pallet", "mijn zoon heeft een blauw oog van het boksen", "thuis is het gezellig"),
        unless=pattern(_ELSEWHERE + r"|haha\w*|lol|boks\w*|voetbal\w*|judo|onweer|spin\w*|inbrek\w*|pallet\w*"),
    ),
    Rule(
        "harm at home, in English",
        "violence",
        pattern(
            r"(?:my|her|his) (?:\w+ )?(?:husband|wife|boyfriend|girlfriend|bf|gf|partner|ex|father|mother|dad|mom|stepfather|stepdad|brother|brothers|son|family|in-laws|man) (?:\w+ ){0,6}(?:hits?|hitting|beats?|beating|abus\w*|threat\w*|stalk\w*|rape[sd]?|raping|hurts?|chok\w*|violent|violence|punch\w*|slap\w*|kick\w*|push\w*|throws? (?:things|stuff|me)|lock\w* (?:\w+ )?me(?: in)?|took my (?:passport|phone|money)|takes my (?:passport|phone|money|salary|wages)|controls|forc\w+ me|kill me|will kill|follows me|wait\w* (?:\w+ ){0,2}(?:for me|outside)|outside my|grab\w* me|screams at me)",
            r"(?:scared|afraid|terrified|can't|cannot|dont want|don't want|not safe) (?:\w+ ){0,2}(?:to )?(?:go|going|be|being|at) home(?= |$)(?! (?:late|early|alone in the dark|by bus))|(?:bruis\w*|black eye) (?:\w+ ){0,6}(?:husband|boyfriend|partner|ex|wife|girlfriend|him|home)|(?:he|she) (?:hits|beats|chokes|slaps|punches|kicks) me|(?:he|she) lock\w* me (?:in|up)|(?:beat|beaten|abused|hit) (?:\w+ )?(?:at home|by my)",
        ),
        (
            "my husband hits me, please dont tell my manager",
            "i'm scared to go home tonight, my boyfriend said he will kill me",
        ),
        ("my husband works here too", "my boyfriend will kill me if I forget the milk lol", "my son hits the ball"),
        unless=pattern(_ELSEWHERE + r"|lol|haha\w*|jk|kidding|the ball|boxing|video game"),
    ),
)
