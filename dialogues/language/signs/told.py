"""Signs that are told of somebody in one's care, in a story or a lesson, and more figures of speech: taken out before the rules read.

What is taken out ends where the writer speaks of themselves (ik, me, mij, mezelf, I, my): "die film ging over zelfmoord en dat wil ik ook" stays a sign.
"""

from __future__ import annotations

from dialogues.language.signs.rule import Idiom, pattern
from dialogues.language.signs.setting import LESSON, STORY

_SELF = r"(?:ik|me|mij|mezelf|mijzelf|ikzelf|i|i'm|im|myself|wil gewoon|zelf ook)"
_OTHER = rf"(?:(?:(?:zag|las|keek|kijk|hoorde|hoor|luister|lees|volg|volgde|speel|speelde|deed|doe|werk|werkte|zie|vond|vind|heb|had) ik|(?!{_SELF} )[\w'-]{{1,30}}) (?:, )?)"
_CARED = r"(?:(?:een|de|onze|die|deze|mijn|twee|drie|veel|sommige|andere|oude|jonge|demente|\d+) (?:\w+ )?)?(?:patient\w*|client\w*|clienten|bewo+ne\w*|zorgvrager\w*|jongeren|jongere|(?:meisje|jongen|meid|vrouw|man|iemand) (?:gepraat|gesproken|begeleid|op de (?:groep|afdeling))|leerling\w*|deelnemer\w*|pupil\w*|kleuter\w*|gast|gasten|gedetineerde\w*|verdachte\w*|slachtoffer\w*|beller\w*|nabestaande\w*|patients?|residents?|clients?|callers?|inmates?)|(?:een|de|onze|die|deze|oude|demente) (?:\w+ )?(?:meneer|mevrouw|heer|dame|opa|oma op)|mevrouw(?! ik)|meneer(?! ik)|mw|dhr"
_SIGN = (
    r"(?:dood|doodgaan|doodwil\w*|doodswens\w*|sterv\w*|sterf\w*|stierf|overle\w*|zelf ?moord\w*|zelf ?do+ding\w*|sui[cs]i\w*|euthana\w*|leven|levens\w*|snij\w*|sneed|automutil\w*|zelfbeschadig\w*|overdos\w*|pillen|medicijn\w*|medicat\w*|paracetamol|insuline|morfine|spring\w*|sprong|gesprongen|poging\w*|einde?|eind|wakker|afscheid\w*|vermoord\w*|moord\w*"
    r"|opgehangen|verhang\w*|ophang\w*|voor de trein|zichzelf|zich|mes|slaat|sloeg|slaan|agressie\w*|verward|weg|mag|wil|die|died|dies|dying|death|kill\w*|self ?harm\w*|live|alive|pills|overdose|cuts?|hurts?)"
)

TOLD = (
    Idiom(
        "somebody in one's care",
        pattern(
            rf"(?:{_CARED}) (?:, )?{_OTHER}{{0,14}}?(?:dood|doodgaan|doodswens\w*|sterv\w*|sterf\w*|stierf|overle\w*|zelf ?moord\w*|zelf ?do+ding\w*|sui[cs]i\w*|euthana\w*|leven|levens\w*|snij\w*|sneed|automutil\w*|zelfbeschadig\w*|overdos\w*|pillen|medicijn\w*|medicat\w*|paracetamol\w*|insuline|morfine|spring\w*|sprong|gesprongen|poging\w*|eind|einde|wakker|afscheid\w*|vermoord\w*|opgehangen|verhang\w*|voor de trein|zichzelf|wakker|die|died|dying|death|kill\w*|self ?harm\w*|live|alive|pills|overdose)(?: {_OTHER}{{0,6}})?(?= |$)",
            rf"(?:hoeveel|welke|hoe vaak|how many|how much) (?:\w+ ){{0,4}}(?:pil\w*|paracetamol\w*|medic\w*|insuline|morfine|tabletten|oxazepam|temazepam|pills|tablets|medication) (?:\w+ ){{0,6}}(?:{_CARED}|bewoner|lijst|protocol|baxter|de resident|the resident)",
            rf"(?:dode\w*|overleden|suicida\w*|depressieve|terminale|stervende\w*) (?:{_CARED})",
        ),
        (
            "cliënt op de groep snijdt zichzelf, we hebben het signaleringsplan gevolgd en besproken",
            "we hebben een meneer die elke dag vraagt wanneer hij dood mag",
            "the resident told the nurse she wants to die",
            "hoeveel paracetamol mag een bewoner per dag",
        ),
    ),
    Idiom(
        "a story",
        pattern(
            rf"{STORY} (?:, )?{_OTHER}{{0,16}}?(?:dood\w*|doden|sterv\w*|sterf\w*|stierf|zelf ?moord\w*|zelf ?do+ding\w*|sui[cs]i\w*|leven|vermoord\w*|moord\w*|beeindig\w*|spring\w*|eind|einde|afscheid\w*|pesten|gepest|mishandel\w*|bommen|bom|aanslag\w*|kill\w*|die|dies|died|death|murder\w*|geslagen|slaat)(?: {_OTHER}{{0,6}})?(?= |$)",
            rf"(?:dood\w*|sterv\w*|sterf\w*|stierf|zelf ?moord\w*|sui[cs]i\w*|vermoord\w*|moord\w*|kill\w*|die|dies|died|death|murder\w*) (?:, )?{_OTHER}{{0,6}}?(?:in|op|bij|van|uit|at|from) (?:de |die |het |een |dat |the |that |a )?(?:\w+ )?{STORY}",
        ),
        (
            "dat boek gaat over een vrouw die haar leven wil beëindigen, aanrader",
            "bij de serie van gister ging de hoofdpersoon dood jammer",
            "de hele familie sterft in die film",
        ),
    ),
    Idiom(
        "a lesson or a rule of the trade",
        pattern(
            rf"{LESSON} (?:, )?{_OTHER}{{0,10}}?(?:dood\w*|doden|slachtoffer\w*|zelf ?moord\w*|zelf ?do+ding\w*|sui[cs]i\w*|overdos\w*|euthana\w*|stervens\w*|agressie|geweld|pesten|mishandel\w*|automutil\w*|zelfbeschadig\w*|springers?|intimidat\w*|burn-?out|bom\w*|wapen\w*)(?: {_OTHER}{{0,6}})?(?= |$)",
            rf"(?:zelf ?moord|zelf ?doding|sui[cs]id\w*|suicide|overdosis|euthanasie|agressie|stervens\w*|rouw|mishandel\w*|zelfbeschadiging|automutilatie)-? ?(?:en )?(?:{_OTHER}{{0,5}}?)(?:{LESSON}|preventie\w*|prevention|beleid|commissie|werkgroep|aanpak|taxatie|begeleiding)",
            r"(?<!mijn )(?<!eigen )(?:euthanasie\w*|palliatie\w*|sedatie|stervensbegeleiding|stervensfase|overlijdens\w*|uitvaart\w*|begrafenis\w*|crematie\w*|sterfgeval\w*|sterfbed|lijkwagen|mortuarium|laatste zorg|afgelegd|aflegg\w*|condoleance\w*|rouw\w*|nabestaande\w*)",
        ),
        (
            "wij hebben net de cursus suïcidepreventie gehad, best goed uitgelegd",
            "op de ggz afdeling doen we suicidepreventie met een vast protocol",
            "vandaag twee sterfgevallen op de afdeling",
        ),
    ),
    Idiom(
        "work beside trains and calls",
        pattern(
            r"(?:machinist|conducteur|conductrice|treindienstleider|prorail|ns|meldkamer|ambulance|brandweer|politie|boa|beveilig\w*) (?:, )?"
            + _OTHER
            + r"{0,14}?(?:aanrijding\w*|springer\w*|zelfdoder\w*|sprong|gesprongen|dood\w*|suicid\w*|zelfmoord\w*|reanim\w*|doden)(?= |$)",
            r"(?:aanrijding\w*|ongeval\w*|ongelukken) (?:met|van|op) (?:een |de )?(?:\w+ )?(?:person\w*|fietser\w*|heftruck\w*|zelfdoder\w*|voetganger\w*|dodelijke afloop|doden|trein)|(?:rijd|rij|rijden|zit|werk) (?:ik )?(?:al \w+ jaar )?op de (?:trein|tram|metro|bus|vrachtwagen)|(?:sprong|springt|stapte|liep|gooide zich) (?:er )?(?:iemand|een man|een vrouw|een jongen|een meisje) (?:\w+ )?(?:voor|van|onder) (?:mijn|de|een|onze) \w+|(?:er )?iemand (?:voor|onder) (?:mijn|onze|de|een) (?:trein|tram|bus) (?:\w+ )?(?:gesprongen|gekomen|gelopen)?|had (?:een )?aanrijding",
        ),
        (
            "als machinist krijg je les over aanrijdingen met personen, heftig maar goed",
            "er sprong iemand voor mijn trein",
            "ik rijd op de trein en had een aanrijding",
        ),
    ),
    Idiom(
        "as the Dutch say",
        pattern(
            r"liever dood dan (?:\w+ ){1,10}(?:haha\w*|lol|xd)|tot (?:aan )?(?:mijn|de) dood|(?:telefoon|mobiel|laptop|scanner|printer|computer|auto|fiets|plant|machine) (?:\w+ ){0,4}zelfmoord (?:gepleegd|pleegde|gaat plegen)|(?:val|viel|vallen) (?:ik )?(?:\w+ )?dood neer als ik nog|gegeten dat ik (?:\w+ )?dood (?:kon|ga)\w*(?: vallen)?|er een eind(?:e)? aan voor vandaag|(?:voel|voelde) (?:ik )?(?:me|mij) (?:\w+ )?dood (?:na|door|van|als)|lag (?:ik )?voor dood|schiet (?:mij|me) (?:maar|toch) (?:lek|nu|af|dood)|schiet (?:mij|me) maar|(?:als|zo bang als) de dood voor|de dood in de pot|(?:een )?nagel aan (?:mijn|onze|de) doodskist|(?:over|langs) lijken|over mijn lijk|brood(?:je)? ?dood|dood ?leuk|dood ?kalm|dood ?braaf|dood ?eerlijk|dood ?gooi\w*|dood ?verf\w*|doodlopen\w*|doods ?bang|doods?steek|doodskop\w*|dood ?vonnis|dodenherdenking|dodemansknop|dode ?weide|dood ?gewicht|dood ?tij"
            r"|(?:kan|kon|zou) (?:ik |wel |me |mezelf |mij )*(?:wel |echt )*(?:voor (?:mijn|de|m'n) (?:kop|hoofd|harses|raap) (?:slaan|schieten)|door de grond zakken|janken|huilen|gillen|ontploffen|uit mijn vel springen|de muren op vliegen)|uit (?:mijn|m'n) vel (?:te )?spring\w*|(?:een|'n) gat in de lucht (?:ge)?spr\w*|spring\w* van de hak op de tak|(?:spring|springen|sprong|ingesprongen|bijspringen) (?:ik |we )?(?:graag |even |wel |altijd |vaak |soms |weer )*(?:in|bij)(?= |$)"
            r"|mijn nek (?:over|breken over|gebroken over)|(?:breek|brak) (?:ik )?(?:bijna )?mijn nek|(?:loop|liep|rij|reed|ren) (?:\w+ )?(?:me|mij) (?:een ongeluk|rot|het vuur|de benen|suf|kapot|klem|dood)|(?:werk|zoek|schrik|schrok|sjouw|zweet|wacht|lach) (?:\w+ ){0,2}(?:me|mij) (?:\w+ )?(?:een ongeluk|kapot|suf|rot|dood|een breuk|een hoedje|een bult|slap)|(?:kapot|stuk|gek|dood) van (?:de|het|die|dat|al) (?:\w+ )?(?:hitte|kou|warmte|muziek|herrie|lawaai|geluid|stof|regels|drukte|reclame|bellen|piepjes|gezeur|gezeik|meldingen|kerstmuziek|wachten)"
            r"|(?:einde|eind) van (?:mijn|m'n) latijn|(?:helemaal|volledig|compleet) (?:klaar|gehad) met (?:dit|dat|die|de|het) (?!leven|bestaan)\w+|(?:genoeg|klaar|gehad|zat) (?:van|met) (?:deze|die|dat|de|al die) (?!leven)\w+",
            r"(?:geen|de enige|enige) uit(?:weg|gang) (?:uit|van|naar|op) (?:dat|de|het|die|dit|deze) (?!leven|ellende|situatie|hel)\w+|in de doofpot|(?:kop|hoofd) (?:ging |gaat |moet )?eraf|koppen (?:gaan )?rollen|een kopje kleiner|afgemaakt met|(?:tegenstander|concurren\w+|andere (?:team|ploeg)|ze|hen|hun) (?:\w+ ){0,3}(?:afgemaakt|ingemaakt|afgeslacht|afgedroogd|weggespeeld|verslagen)|(?:voetbal|dammen|schaken|darts|tafelvoetbal\w*|fifa|bowlen|kaarten|wedstrijd)(?: \w+){0,3} (?:afgemaakt|ingemaakt|afgeslacht|vermoord)",
            r"(?:vermoord|wurg|kill) (?:ik )?(?:hem|haar|ze|je|jullie|m|die) (?:nog )?(?:een keer )?wel|(?:vermoord|wurg|sloop|kill|molesteer) (?:ik )?(?:\w+ ){0,2}(?:printer|wekker|computer|scanner|laptop|app|machine|kassa|heftruck|koffieautomaat|telefoon|systeem|copier|kopieer\w*|rooster|planning)(?= |$)|(?:printer|wekker|computer|scanner|laptop|app|machine|kassa|heftruck|koffieautomaat|telefoon|systeem|rooster|planning) (?:\w+ ){0,6}(?:vermoord\w*|wurg\w*|de nek om\w*|doodslaan|kapotslaan|uit het raam)|(?:die|de|deze) (?:\w+ )?(?:koffie|hitte|trap\w*|koude|rooster|planning|werkdruk|wekker) (?:is|zijn|was) (?:\w+ )?(?:moord|dodelijk|killing)",
            r"(?:sterf|sterven|stierf|crepeer|verga|omkom\w*) (?:ik )?(?:\w+ )?(?:van|aan) (?:de |het )?(?:honger|kou|dorst|hitte|kramp|verveling|heimwee|nieuwsgierigheid|spierpijn|zenuwen)|(?:ga|gaan|ging) (?:ik |we )?(?:\w+ )?(?:dood|kapot|stuk) (?:van|aan|hier van) (?:de |het |die )?(?!verdriet|ellende|eenzaamheid|binnen|alles)\w+",
            r"(?:wil|wilde|ga|gaan|moet|wou) (?:ik |we )?(?:\w+ ){0,3}(?:stoppen|kappen|ophouden) met (?!(?:alles|leven|ademen|het leven|mijn leven|dit leven|bestaan)(?: |$))\w+|(?:wil|ga|wou) (?:ik )?(?:er )?uit ?(?:stappen)? , (?:weg bij|ik zoek|andere baan|liever)|weg (?:bij|van) (?:dit|deze|het|mijn|de) (?:bedrijf|baan|afdeling|werk\w*|team|werkgever|winkel|club|tent|filiaal)",
            r"(?:neem|nam|nemen|neemt|namen) (?:ik |we |ze |hij )?(?:\w+ ){0,3}afscheid (?:van|op|met) (?:het team|de afdeling|mijn collega\w*|een collega|onze \w+|de klas|de groep|het bedrijf|de winkel|werk|vrijdag|maandag|\w+dag)|(?:wordt|word|is|mijn|m'n|onze) laatste (?:werk ?dag|dienst|shift|week|ronde|rit|dag hier|dag op (?:het |mijn )?werk|dag als|dag bij|dag van (?:de|het|mijn) (?:stage|contract|week|project|vakantie)|nachtdienst|klant|uurtje)",
            r"(?:wil|hoef|wou|zou) (?:ik )?(?:\w+ ){0,3}(?:alleen maar |gewoon |even |gwn |ff )*slapen (?:na|tot|voor) (?!altijd|ik)(?:deze|de|mijn|die|morgen|mn|een|drie|twee|vier|\d+) ?\w*|uitslapen|niet gestoord worden|bijslapen",
            r"(?:heb|had|ben) (?:ik )?(?:me|mij|mezelf|in mijn \w+|mijn \w+) (?:\w+ ){0,4}(?:gesneden|verbrand|gestoten|geprikt|verwond|gestoken|bezeerd) (?:aan|met|bij|tijdens|toen|door|op|in) (?:het |de |een |die )?(?!pols|arm|been)\w+|(?:in|op) (?:mijn|m'n) (?:vinger|duim|hand|teen|knie|scheen) (?:\w+ )?(?:gesneden|gestoten|geslagen|gekregen|geprikt)",
            r"(?:accu|batterij|telefoon|mobiel|scanner|laptop|lamp|plant|computer|motor|heftruck|porto|headset|tablet|afstandsbediening|wifi|server|site|lijn|machine|muis|knop|oortje\w*|lader) (?:\w+ ){0,4}(?:dood|overleden|gestorven|morsdood|leeg)|(?:mors)?dood(?:e)? (?:accu|batterij|telefoon|scanner|pixel\w*|computer|lijn|muis|plant\w*)",
            r"(?:mijn |het |een |z'n |hun |haar )?(?:hele|rest van (?:mijn|het)|heel mijn) leven (?:\w+ )?(?:achter|in|op|bij|met|al|lang|hetzelfde|werken|blijven|hier|gewerkt|nachten|dit werk|doen|geleerd|gewoond|hard|leren|dezelfde|de)(?= |$)",
            r"(?:mijn )?leven lang|leven is geen (?:pretje|feest\w*|wedstrijd|lolletje)|(?:dieren|hond|honden|kat|katten|dier|paard) (?:\w+ ){0,3}(?:laten )?inslapen|dierenarts|dierenkliniek",
            r"geen (?!leven|zin|reden|kracht|moed|doel|hoop|toekomst|puf|wil|fijn|plezier)\w+ leven(?! meer)|niet dat (?:mijn|het|dit|de) (?:werk|baan|rooster|dienst\w*|planning|stress) (?:\w+ ){0,3}leven",
            r"(?:van|daarvan|hiervan|ervan) (?:\w+ ){0,3}(?:kan|kunnen|kun|te|leeft|leef|moet|moeten) (?:\w+ ){0,2}leven|(?:kan|kun|kunnen|valt) (?:\w+ ){0,4}van (?:\w+ ){0,3}(?:te )?leven",
            r"(?:hang|hing|hangen|ophangen|opgehangen) (?:ik |we )?(?!(?:me|mij|mezelf|zich|zichzelf) )(?:\w+ ){0,4}(?:op|jas\w*|poster\w*|slinger\w*|was|lampen|schilderij\w*|rooster|briefje|vlag\w*|gordijn\w*)(?= |$)|ik hang op(?= |$)",
        ),
        (
            "met dat formulier ben ik echt aan het einde van mijn latijn",
            "er is geen uitweg uit dat parkeerterrein na vijven haha",
            "ik vermoord hem wel, die printer loopt voor de vierde keer vast",
            "schiet mij maar lek",
            "ik kan me wel voor mijn kop slaan",
            "ik wil stoppen met nachtdiensten",
            "vrijdag is mijn laatste werkdag",
            "ik heb me gesneden aan het blik",
            "de accu van de heftruck was weer es dood",
        ),
    ),
    Idiom(
        "as the English say",
        pattern(
            r"(?:dead|dying|die|died|dies|kill\w*|murder\w*) (?:tired|serious|line|inside lol|for a (?:coffee|beer|break|nap|smoke|holiday)|to (?:learn|know|see|try|meet|go|hear|get)|of (?:laugh\w*|heat|boredom|hunger|thirst|embarrass\w*|cold)|from (?:the )?(?:heat|laugh\w*|boredom|cold))",
            r"(?:could|would|i'd|i'll|gonna) (?:\w+ )?(?:kill|die|murder) for (?:a |some |my )?\w+|(?:you're|you are|this|that|it's|they're|he's|she's|these|feet|back|legs|schedule|shift|job|heat|boss|noise|deadline|traffic|weather|\w+) (?:\w+ ){0,3}(?:is |are |be )?(?:killing|gonna kill|going to kill|will kill|will be the death of|kills) (?:me|us)(?: with)?|killing it|killed it|kill(?:ing)? time|my (?:\w+ )?(?:phone|laptop|battery|scanner|headset|car|printer|tablet|van|truck|pc|computer) (?:\w+ ){0,2}(?:is dead|died|dies|dying|is dying)|(?:printer|phone|battery|scanner|laptop|line|system|wifi|server|site|car|van|engine) (?:is |was |just |went )*(?:dead|died|dying)(?: again)?|dead (?:easy|simple|good|quiet|slow|zone|wood|weight|shift|battery|line)"
            r"|(?:jump|jumping|jumped) (?:in(?! front)|on it|to it|at the chance|ship|the gun|through hoops|into (?:a )?(?:call|meeting))|(?:we )?buried (?:the|in|under) (?:\w+ )?(?:logo|work|paperwork|emails?|mail|orders|hatchet)|(?:want|need|going|like|love) (?:\w+ )?to (?:end|finish|leave) (?:my|the|this|it) (?:shift|contract|day|week|meeting|call|lease|subscription|early)|(?:don't|dont|not) (?:want|wanna|like) to live (?:in|at|near|with|here|there|far|so far|closer|on (?:a|this))(?: \w+){0,4}|(?:want|like|wanna|going|move) (?:\w+ )?to live (?:in|at|near|with|closer|on)|(?:cut|hurt|burn\w*|hit|stabbed) (?:my ?self|my (?:finger|thumb|hand|back|knee|foot|toe|shoulder|elbow)) (?!on purpose)(?:on|with|at|while|by|lifting|in the kitchen|accidentally)(?: \w+){0,3}|(?:hurt|hit) my (?:finger|thumb|hand|back|knee|foot|toe|shoulder|elbow|head)",
            r"(?:patient|patients|resident|residents|client|clients|caller|callers|pupil|pupils) (?:(?!i |my |me |myself )[\w']+ ){0,10}(?:die|died|dying|dead|death|suicid\w*|self ?harm\w*|overdos\w*|kill\w* (?:him|her|them)\w*|live|alive|jump\w*|hurt\w*|cut\w*|pills)(?: (?:(?!i |my |me )[\w']+ ){0,4})?",
            r"(?:suicide|suicidal|self ?-?harm|overdose) (?:prevention|awareness|training|protocol|policy|watch|risk|hotline|line|screening|course|squad|patients?|residents?|clients?)",
        ),
        (
            "i could kill for a coffee right now",
            "you're killing me with these schedule changes haha",
            "I don't want to live in this city anymore",
            "I cut myself on a box",
            "I work in suicide prevention",
        ),
    ),
)
