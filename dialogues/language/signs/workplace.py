"""Signs of wrong treatment at work: bullying, hands and words where they do not belong, discrimination, threats, exploitation."""

from __future__ import annotations

from dialogues.language.signs.rule import Rule, pattern
from dialogues.language.signs.setting import CALM, LESSON, STORY, TRADE

_ELSEWHERE = "|".join((STORY, LESSON, TRADE))
_WHO = (
    r"(?:baas|bazin|chef|cheffin|leidinggevende\w*|manager|teamleid\w*|teamleider|teamcoach|collega\w*|directeur|directrice|voorman|voorvrouw|voorwerker|afdelingshoofd|teammanager|supervisor|ploegbaas|ploegleider|ploeg|planner|opzichter|uitvoerder|eigenaar|werkgever|bedrijfsleider|filiaalmanager|floormanager|shiftleader|shiftleider|klant|klanten"
    r"|team|hele team|hele groep|hele afdeling|afdeling|hr|stagebegeleider|begeleider|mentor|chauffeurs?|de jongens|mannen|jongens|meiden|mensen hier|iedereen|ze|zij|hij|die gast|vent|kerel|man|oudere man|iemand|monteurs?|kok|kapitein|directie|uitzendbureau|boer|tuinder)"
)
_ME = r"(?:me|mij|ons|mijn|m'n|haar|hem|de stagiair\w*|een collega|collega\w*|stagiair\w*|de nieuwe|onze|vrouwen|meiden|buitenlanders|polen|mensen)"
_ORIGIN = (
    r"(?:hoofddoek\w*|accent|huidskleur|huid|donkere|kleur|afkomst|geloof|moslim\w*|islam|joods?|jood|zwart\w*|donker\w*|marokka\w*|turk\w*|pool|poolse|polen|polak\w*|bulgaar\w*|roemeen\w*|syrier\w*|somali\w*|eritre\w*|surina\w*|antillia\w*|afrika\w*|buitenlander\w*|allochtoon|vluchteling\w*|neger\w*|aap|apen|bruine|slaaf|kut ?\w+|kanker ?\w+"
    r"|homo\w*|flikker|lesbi\w*|pot|trans\w*|gay|geaardheid|zwanger\w*|zwangerschap|leeftijd|te oud|oude man|ouwe\w*|handicap|beperking|rolstoel|doof\w*|slechthorend\w*|blind\w*|autis\w*|adhd|stotter\w*|dik|dikke|dikzak|gewicht|overgewicht|vrouw (?:ben|zijn)|omdat ik een (?:vrouw|man|meisje) ben|naam is|ziek ben geweest|overgang)"
)
_BODY = r"(?:borst\w*|tiet\w*|bil|billen|kont|reet|figuur|decollete|benen|rokje|jurkje|lijf|lichaam|lippen|kruis|bh|string|ondergoed|slipje|taille|heup\w*|strakke? broek|uiterlijk|sexy|geil\w*|lekker ding|lekkere?|seks\w*|neuken|bed|naakt\w*|hotelkamer|schatje|liefje|poppetje|meisje toch)"

WORKPLACE = (
    Rule(
        "words and hands on a body",
        "misconduct",
        pattern(
            rf"(?:opmerking\w*|grap\w*|gesprek\w*|bericht\w*|appje\w*|appt|app|appen|stuurt|stuurde|vraagt|vroeg|zegt|zei|fluister\w*|praat|praten|roept|roepen|kijkt|kijken|staart|staren|foto\w*|gluur\w*|loert|begint) (?:\w+ |, ){{0,10}}{_BODY}",
            r"(?:zit|zitten|zat|kan|kunnen|komt|kwam|blijft|bleef|raakt|raakte|voelt|voelde|legt|legde|slaat|sloeg|knijpt|kneep|pakt|pakte|grijpt|greep|aait|aaide|streelt|streelde|wrijft|wreef|masseert|masseerde|zoent|zoende|kust|kuste|duwt|drukt|drukte|schuurt|schuurde|hangt|tikt) (?:\w+ ){0,6}(?:aan (?:me|mij)|tegen (?:me|mij) aan|met (?:zijn|haar|hun|z'n) (?:hand|handen|vingers)|(?:hand|handen) (?:\w+ )?(?:op|om|in|tussen|onder|over|langs) (?:mijn|m'n|me|mij)|(?:op |om |in |aan |langs |over |tegen )?(?:mijn|m'n|me) (?:\w+ )?(?:bil\w*|kont|borst\w*|been|benen|heup\w*|middel|nek|rug|schouder\w*|haar|haren|knie|dij|kruis|wang|buik|schoot|taille))(?= |$)",
            r"(?:staat|komt|stond|kwam|kruipt) (?:\w+ ){0,5}(?:te dicht|heel dicht|zo dicht|veel te dicht|ongemakkelijk dicht) (?:\w+ )?(?:op|bij|tegen|achter|naast)?|(?:dicht|vlak) (?:op|achter|tegen|bij) (?:me|mij|je) (?:\w+ ){0,2}(?:staan|staat|hijg\w*)",
            r"(?:wil|wilde|vraagt|vroeg|blijft|bleef|appt|nodigt|stuurt|dringt|drong|zeurt) (?:\w+ ){0,8}(?:met (?:me|mij) (?:naar bed|uit|zoenen|seks|slapen|mee)|naar (?:zijn|haar) (?:huis|hotel\w*)|(?:mijn|m'n) nummer|hartjes|kusjes|'s nachts|s nachts|midden in de nacht|date|afspreken)(?= |$)(?:\w+ |, ){0,10}(?:nee|niet|steeds|elke|alleen|getrouwd|ongemakkelijk|bang|eng|vies|rooster\w*|contract)",
            r"(?:seksue\w+|sexue\w+|handtastelijk\w*|aanrand\w*|aangerand|verkracht\w*|(?:bij (?:hem|haar)|zijn huis|zijn hotel) (?:\w+ ){0,4}(?:kom|komen|langs|slapen) (?:\w+ |, ){0,4}anders (?:geen|niet|krijg)|anders (?:\w+ ){0,2}geen (?:vast )?(?:contract|diensten|uren)|vieze (?:foto\w*|berichten|appjes|plaatjes|praat\w*|grap\w*|opmerking\w*)|(?:hotel|bed|date|meega|meegaan|slapen met|seks) (?:\w+ |, ){0,10}(?:promotie|contract|uren|rooster|baan|diensten)|(?:promotie|contract|vaste baan|uren|diensten) (?:\w+ |, ){0,8}(?:als ik|if i) (?:\w+ ){0,6}(?:hotel|bed|meega|slaap|seks|zoen|uit ?ga|lief)|(?:fluit|fluiten|roepen|sissen|joelen) (?:\w+ ){0,2}(?:naar|tegen) (?:me|mij|vrouwen|meiden)|vieze geluiden|dickpic\w*|naaktfoto\w*|schunnig\w*|geile|geil|ongewenst\w* (?:aanrak\w*|gedrag|intimiteit\w*)|grensoverschrijdend\w*|metoo|me too)(?= |$)",
            r"(?:filmpje|filmpjes|film|foto|foto's|fotos|video|camera) (?:\w+ ){0,8}(?:wc|toilet|douche|kleedkamer|omkleed\w*|omkleden|onder mijn (?:rok|jurk)|van mij op|rondgestuurd|doorgestuurd|in de (?:groeps)?app)|(?:filmt|filmde|filmden|fotografeert|gluurt|gluurde|begluurt) (?:\w+ ){0,4}(?:me|mij|meiden|vrouwen|in de (?:kleedkamer|douche|wc))",
        ),
        (
            "De chef maakte weer een opmerking over mijn borsten waar iedereen bij was.",
            "die chef komt dan heel dicht bij je staan en fluistert dingen over wat hij met me wil doen",
            "mijn leidinggevende zit steeds aan me als we alleen in het magazijn zijn",
            "ze hebben een filmpje van mij op de wc gemaakt en rondgestuurd op het werk",
        ),
        (
            "mijn collega zit naast me",
            "de fysio drukt op mijn rug",
            "ze zegt dat ik naar bed moet met griep",
            "mijn man masseert mijn rug",
        ),
        near=(pattern(_WHO),),
        unless=pattern(
            _ELSEWHERE
            + r"|"
            + CALM
            + r"|fysio\w*|masseur|kapper|kapster|dokter|huisarts|tandarts|mijn (?:man|vrouw|vriend|vriendin|zoon|dochter|kind\w*|hond|kat|kleinkind\w*)|naar bed (?:moet|gaan|ga)|bewoner\w*|client\w*|patient\w*|baby|bloeddruk|hoge borst|verplaats\w*|knuffel\w*|schouderklop\w*|kasten|lekkere? (?:koffie|taart|lunch|eten|koek|soep|dag|weer|broodje\w*|hapje\w*|gebak)"
        ),
    ),
    Rule(
        "shouting, throwing, hitting",
        "misconduct",
        pattern(
            rf"(?:schreeuw\w*|schreewt|brul\w*|blaf\w*|tier\w*|vloek\w*|snauw\w*|scheld\w*|schold\w*|gil(?:t|de|len)|tekeer|kleineer\w*|verneder\w*|intimideer\w*|bedreig\w*|dreig\w*|chanteer\w*|treiter\w*|pest|pesten|pestte|pestten|sar(?:t|ren)|uitlach\w*|lachen? (?:me|mij) uit|uitschelden|afkraak\w*|kraakt|zwart ?ma\w+|roddel\w*|buitensl\w*|negeer\w*|naaap\w*|spuug\w*|duw\w*|sla|slaat|sloeg|slaan|schop\w*|trap(?:t|te)|gooi\w*|smijt\w*|smeet|knijp\w*|kneep|pakt|greep|grijpt|wurg\w*) (?:\w+ |, ){{0,5}}(?:{_ME})(?! (?:over|in|af) de| op de hoogte| vrij| bij met)",
            rf"(?:{_ME}) (?:\w+ ){{0,6}}(?:geschreeuwd|uitgescholden|uitgelachen|gekleineerd|vernederd|geintimideerd|bedreigd|gechanteerd|getreiterd|gepest|genegeerd|buitengesloten|zwartgemaakt|afgekraakt|afgeblaft|afgesnauwd|bespuugd|geduwd|geslagen|geschopt|getrapt|gesmeten|tegen de (?:muur|stelling|kast|deur|pallet\w*|machine)|bij (?:mijn|m'n|de) (?:keel|kraag|arm|nek|nekvel|strot)|in elkaar geslagen|aangevallen|(?:hoofd|kop|gezicht) (?:gegooid|gesmeten|geslagen)|een klap gegeven|voor schut|voor gek|voor paal|belachelijk|uit voor|uitgemaakt voor|te kijk gezet)",
            r"(?:noemt|noemen|noemde|noemden) (?:\w+ ){0,2}(?:me|mij|ons|haar|hem) (?:\w+ ){0,3}(?:dom\w*|lui\w*|waardeloos|nutteloos|idioot|debiel|achterlijk|achterlijke|mongool|aap|neger|slaaf|hoer|slet|kut\w*|kanker\w*|dik\w*|varken|trut|heks|homo|flikker|zwakzinnig|simpel|sukkel|loser|stuk \w+|niks)",
            r"(?:voor (?:gek|schut|lul|paal|joker) (?:gehouden|gezet|zet\w*|houden)|belachelijk (?:gemaakt|maken|maakt)|maken? (?:me|mij|hem|haar|ons) (?:\w+ ){0,2}(?:belachelijk|zwart|af|uit voor|kapot)|achter (?:mijn|m'n|me|haar|zijn) rug (?:om |over )?(?:\w+ ){0,3}(?:prat\w*|roddel\w*|lach\w*|fluister\w*|klets\w*|smoes\w*)|(?:prat\w+|roddel\w*|lach\w*|fluister\w*) (?:\w+ )?(?:expres )?achter (?:mijn|m'n|me|haar|zijn) rug|doen (?:me|mij) na|apen (?:me|mij) na)",
        ),
        (
            "baas schreeuwt tegen mij, gooit doos naar mij, ik bang",
            "de voorman heeft me vandaag tegen de stelling geduwd omdat ik een fout had gemaakt",
            "op de afdeling pesten ze de stagiaire tot ze huilt en iedereen kijkt weg",
            "mijn manager noemt me dom en waardeloos",
            "ze praten expres achter mijn rug en doen me na",
        ),
        (
            "mijn collega scheldt op de printer",
            "hij slaat mij over bij de koffie haha",
            "ze gooit mijn jas even in de kast",
            "de baas pakt mijn tas aan",
        ),
        near=(pattern(_WHO),),
        unless=pattern(
            _ELSEWHERE
            + "|"
            + CALM
            + r"|leerling\w* (?:\w+ ){0,6}gepest|(?:bewoner\w*|client\w*|patient\w*|mevrouw|meneer|leerling\w*|kind|kinderen|kleuter\w*|peuter\w*|hond|mijn (?:man|vrouw|vriend|vriendin|ex|zoon|dochter|vader|moeder|broer|zus|kat)) (?:\w+ ){0,6}(?:schreeuw\w*|sla\w*|scheld\w*|schold|sloeg|gooi\w*|spuug\w*|schop\w*|duw\w*|knijp\w*|kneep|pakt)|gre?ij?e?pt? (?:\w+ ){0,2}in(?= |$)|(?:gooit|gooide|pakt|pakte|grijpt) (?:\w+ ){0,2}(?:mijn (?:jas|tas|spullen aan|lunch)|me in het diepe|mij in het diepe|roet|de handdoek|alles om)|pakt (?:me|mij|mijn) (?:\w+ )?(?:aan|op|in|mee|vast)"
        ),
    ),
    Rule(
        "shut out",
        "misconduct",
        pattern(
            r"(?:niemand|geen (?:mens|hond|collega)|ze|iedereen|mijn collega\w*|hele team|de rest) (?:\w+ ){0,6}(?:zegt|zeggen|groet|groeten|praat|praten|kijkt|kijken|negeert|negeren) (?:\w+ ){0,4}(?:gedag|goedemorgen|hallo|tegen (?:me|mij)|met (?:me|mij)|me (?:niet )?aan|mij (?:niet )?aan|me|mij|meer)(?= |$)",
            r"(?:word|werd|voel me|ben|wordt|worden|werden) (?:ik )?(?:\w+ ){0,5}(?:buitengesloten|uitgesloten|genegeerd|weggepest|gepest|getreiterd|gemeden|kapot ?gemaakt|doodgezwegen|geisoleerd|gediscrimineerd|gekleineerd|vernederd|uitgelachen|uitgescholden|geintimideerd|bedreigd|gechanteerd|afgeblaft|afgesnauwd|zwartgemaakt|lastig ?gevallen|betast|achternagelopen|behandeld als (?:\w+ )?(?:slaaf|vuil|hond|beest|minder|vee|voetveeg|oud vuil))",
            r"(?:buitengesloten|weggepest|doodgezwegen|uitgescholden|gepest|getreiterd|gediscrimineerd) (?:word|werd|worden|te worden|ben)|(?:als|alsof) (?:ik )?(?:\w+ )?(?:lucht|vuil|oud vuil|een hond|een slaaf|een beest|een voetveeg) (?:ben|behandel\w*|was)?",
            r"(?:pest|pesten|pesterijen|pesterij|gepest|treiter\w*|mobbing|roddelcampagne|angstcultuur|zwijgcultuur|machtsmisbruik|wegpest\w*|heksenjacht)(?= |$)",
            r"(?:niet|nooit|expres) (?:\w+ )?(?:uitgenodigd|gevraagd|in de (?:groeps)?app|mee) (?:\w+ ){0,6}(?:alle anderen|de rest|iedereen|de hele ploeg)(?: wel)?|uit de (?:groeps)?app (?:gegooid|gezet|verwijderd)",
        ),
        (
            "ik word buitengesloten, niemand zegt nog gedag en in de app maken ze me belachelijk",
            "ze behandelen me als oud vuil",
            "mijn collega's praten al weken niet meer tegen me",
        ),
        (
            "we hadden een toneelstuk over pesten op het werk, leuk gedaan",
            "niemand zegt iets in het overleg",
            "ik word genegeerd door de printer haha",
            "mijn zoon wordt gepest op school",
        ),
        unless=pattern(
            _ELSEWHERE
            + "|"
            + CALM
            + r"|(?:mijn|m'n) (?:\w+ )?(?:zoon\w*|dochter\w*|kind\w*|kleinkind\w*|neefje|nichtje|zusje|broertje) (?:\w+ ){0,6}(?:gepest|pest\w*)|(?:op|van) (?:de |haar |zijn )?school|printer|pestkop (?:ben|was) ik|plaag\w*|leerling\w* (?:\w+ ){0,5}(?:pest\w*|gepest)"
        ),
    ),
    Rule(
        "for what somebody is",
        "misconduct",
        pattern(_ORIGIN + r"|terug naar (?:je|mijn|hun|m\'n) (?:\w+ )?land|als enige(?: \w+){0,3} (?:nooit|geen|niet)"),
        (
            "sinds ik verteld heb dat ik zwanger ben krijg ik geen diensten meer",
            "als pool krijg ik altijd het vuilste werk en schelden ze mij uit",
            "ze maken grappen over mijn hoofddoek",
            "vanwege mijn leeftijd krijg ik geen vast contract",
        ),
        (
            "die grapjes over mijn accent vind ik zelf ook grappig hoor we lachen er samen om",
            "ik ben zwanger en heel blij",
            "ik werk met polen en het is gezellig",
            "de pool van uitzendkrachten is leeg",
        ),
        near=(
            pattern(
                r"(?:grap\w*|opmerking\w*|uitlach\w*|lachen (?:\w+ ){0,2}uit|schelden|scheld\w*|uitgescholden|noem\w*|discrimin\w*|racis\w*|geen (?:\w+ )?(?:diensten|uren|contract|promotie|kans|verlenging|baan)|niet ?thuis ?hoor\w*|hoort? hier niet|niet (?:verlengd|mee|door|aangenomen|promoveren|meedoen|welkom|meer (?:nodig|ingepland|ingeroosterd))|ontsla\w*|ontslag|contract (?:\w+ ){0,4}(?:niet|eindigt|stopt)|(?:altijd|steeds) (?:de )?(?:wc's?|toiletten|vuile|vieze|rot\w*|zware)|vuilste|smerigste|zwaarste|rotklus\w*|rotwerk|slechtste|minder (?:uren|loon|betaald)|pest\w*|gepest|terug naar (?:je|mijn|hun|m'n) (?:\w+ )?land|rot op|opletten|had(?:den)? (?:ik )?(?:maar )?moeten|voor gek|belachelijk|apart|nadoen|nagedaan|doen (?:me|mij) na|imiteer\w*|apengeluid\w*|buitengesloten|genegeerd|weggezet|demotie|overgeslagen|eruit (?:werken|gewerkt|willen)|weg (?:willen|hebben|pesten)|achtergesteld|ongelijk|anders behandeld|behandel\w* (?:\w+ )?(?:anders|slechter|als)|mag (?:\w+ ){0,3}(?:niet|geen)|moet (?:\w+ ){0,3}(?:af|uit))"
            ),
        ),
        unless=pattern(
            "|".join((STORY, TRADE))
            + "|"
            + CALM
            + r"|elkaars?|(?:cursus|training) over|(?:ben|was) (?:een )?(?:\w+ )?(?:dik tevreden)|zwart(?:e)? (?:koffie|broek|schoenen|vrijdag|gat|boek|geld)|donker (?:naar huis|buiten|werk|fiets)|in het donker|(?:kleur|kleuren) (?:van|op) (?:de|het) (?:muur|verf|lak|kast|rooster)|dikke (?:trui|jas|file|prima|voldoende|acht|zeven)|uitzendpool|flexpool|de pool van|kutweer|kanker (?:heeft|gehad|kreeg|heb)|heeft kanker|homogeen|blind vertrouw\w*|blindelings|leeftijdsgenoten|mag ik (?:\w+ ){0,4}verlof|te oud (?:om|voor) (?:de |het |die |dit )?(?:nacht\w*|til\w*|zwaar|zware|ploeg\w*|werk)"
        ),
    ),
    Rule(
        "used and threatened",
        "misconduct",
        pattern(
            r"(?:baas|chef|werkgever|uitzendbureau|leidinggevende|manager|voorman|hij|ze|zij|boss|agency|he|they|supervisor) (?:\w+ |, ){0,8}(?:paspoort|immigratie\w*|immigration|ind|vreemdelingenpolitie|uitgezet|deport\w*|passport|visa|verblijfsvergunning|zwart uitbetaal\w*|huis uit|caravan uit|slaapplek kwijt|uit huis gezet)",
            r"(?:dreig\w*|threat\w*|chanteer\w*|als ik (?:\w+ ){0,6}(?:meld|zeg|ziek|nee|klaag|niet)|if i (?:\w+ ){0,6}(?:report|complain|say|call|tell|sick|refuse)) (?:\w+ |, ){0,10}(?:ontslag|ontsla\w*|eruit|lig ik|vlieg ik|fire|fired|immigration|ontslagen|geen (?:contract|uren|diensten|loon)|kan ik gaan|buiten|verlies ik|weg|call|police)",
            r"(?:mijn|m'n|me) (?:\w+ )?(?:kluisje|locker|jas|fiets|auto|spullen|werkplek) (?:\w+ ){0,2}(?:vol\w*smeerd|beklad\w*|kapot ?gemaakt|vernield|ondergeplast|bekrast|gejat|verstopt)|(?:verstop\w*|verstopp\w*|jat|jatten|vernield?en?|saboteren|saboteert|gooien|gooit) (?:\w+ ){0,2}(?:mijn|m'n|me) (?:\w+ )?(?:gereedschap|spullen|lunch|tas|jas|fiets|eten|kleren|schoenen|werk|locker|kluisje)(?: weg)?",
            r"(?:zwart|onbetaald|gratis|zonder contract|zonder pauze|zonder loon) (?:\w+ )?(?:moeten |moet )?(?:werken|doorwerken|overwerken) (?:\w+ |, ){0,6}(?:klaag|anders|dwing\w*|dreig\w*|moet|geen geld|ontslag|bang)|(?:moet|moeten) (?:\w+ ){0,4}(?:zwart werken|gratis werken|onbetaald \w+)",
            r"(?:niet|nooit|geen) (?:\w+ ){0,3}(?:mag|mogen|durf\w*|toegestaan) (?:\w+ ){0,4}(?:ziekmelden|ongeluk melden|ongeval melden|arts|dokter)|(?:ongeval|ongeluk|accident) (?:\w+ ){0,6}(?:niet (?:mag|mogen|meld\w*)|verzwijg\w*|stil ?houd\w*|stilhouden|mond houden|not report|don't report|cannot report)|(?:ongeval|ongeluk) (?:\w+ ){0,3}(?:verzwegen|in de doofpot)",
            r"(?:dwingt|dwingen|gedwongen|moet|moeten) (?:\w+ ){0,6}(?:liegen|handtekening (?:zetten|vervals\w*)|vervals\w*|frauder\w*|knoeien met|sjoemel\w*|tekenen (?:voor|dat|terwijl)|verzwijgen|steekpenning\w*)|(?:steelt|stelen|fraudeert|frauderen|fraude|verduister\w*) (?:\w+ ){0,5}(?:baas|chef|manager|leidinggevende|collega\w*|kassa|geld|voorraad)|(?:baas|chef|manager|leidinggevende|collega\w*) (?:\w+ ){0,5}(?:steelt|stelen|fraudeert|fraude|verduistert|vervalst|sjoemelt)",
        ),
        (
            "boss say if i report accident he call immigration for me",
            "mijn baas heeft mijn paspoort afgepakt",
            "als ik me ziek meld vlieg ik eruit zegt hij",
        ),
        (
            "ik moet mijn paspoort laten zien bij de IND",
            "als ik ziek ben meld ik me bij mijn chef",
            "mijn contract loopt af",
        ),
        unless=pattern(
            _ELSEWHERE
            + r"|haha\w*|lol|in de kast|kapstok|vakantie|kopie (?:van )?(?:mijn |het )?paspoort|paspoort (?:laten zien|verlengen|verlopen|kopie)|winkeldief\w*|klant (?:\w+ )?steelt"
        ),
    ),
    Rule(
        "wrong treatment at work, in English",
        "misconduct",
        pattern(
            r"(?:boss|manager|supervisor|colleague\w*|coworker\w*|co-worker\w*|team ?leader|team ?lead|foreman|they|he|she|guys|guy|everyone|owner|customer|people here|people at work) (?:\w+ ){0,6}(?:touch\w*|grab\w*|grop\w*|bull(?:y|ies|ied|ying)|harass\w*|threaten\w*|humiliat\w*|insult\w*|curs(?:e|es|ed|ing) at|swear\w* at|yell\w* at|yells|scream\w* at|shout\w*(?: at)?|push\w*|hit|hits|slap\w*|spit\w*|throws? (?:\w+ ){0,3}at|make\w* (?:\w+ )?(?:jokes|fun|comments|remarks)|call\w* me|asking me (?:\w+ )?(?:for drinks|out|to (?:his|sleep))|asks me (?:\w+ )?out|send\w* me (?:\w+ ){0,3}(?:pictures|nudes|messages at night|dick pics?)|stare\w* at my|ignor\w* me|exclud\w*|kiss\w*|follow\w* me|mock\w*|laugh\w* (?:at|about) (?:me|my)|hid(?:e|es|ing) my|sleep with|steal\w* my|spread\w* rumou?rs)(?: nudes| dick pics?| (?:\w+ ){0,6}(?:me|my|us|her|him|skin|colou?r|slave|accent|hijab|headscarf|religion|body|breasts|ass|butt|waist|back|stupid|monkey|idiot|names))",
            r"send\w* me (?:\w+ ){0,3}(?:nudes|dick ?pics?)|(?:bullied|bullying|harassed|harassment|discriminat\w*|humiliated|groped|racist|racism|sexist|sexism|homophobic|intimidated|sexually)(?= |$)(?! ?(?:at school))|(?:because|cause|since) (?:\w+ )?(?:of my (?:skin|accent|religion|age|colou?r|hijab|headscarf)|i'?m (?:\w+ )?(?:black|muslim|polish|gay|a woman|pregnant|foreign\w*|old)) (?:\w+ |, ){0,8}(?:no|not|never|don't|only|worst|less|dirty|always|jokes?|treat\w*|hours|contract|fired)|(?:worst|dirtiest|hardest|dirty) (?:jobs?|work|shifts?) (?:\w+ ){0,4}(?:because|cause) (?:\w+ ){0,3}(?:black|muslim|polish|foreign\w*|romanian|bulgarian|woman)",
        ),
        (
            "my supervisor keeps touching my back and asking me for drinks",
            "They make jokes about my skin colour every shift and call me slave.",
            "I am being bullied at work",
        ),
        (
            "my boss trusts me",
            "my manager called me about the shift",
            "they call me when it is busy",
            "we make jokes all day, great team",
        ),
        unless=pattern(
            _ELSEWHERE
            + r"|niet voor|lol|haha\w*|(?:my|the) (?:son|daughter|kid|child) (?:\w+ )?(?:bullied|is bullied)|great team|all in good fun|just kidding|resident\w*|patient\w*|baby|dog"
        ),
    ),
)
