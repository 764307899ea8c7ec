"""Signs of a load too heavy, put together from what stands in one sentence: money, care for somebody near, overload.

Strong signs only: being tired, or busy, or short of money before payday is ordinary talk. Never a diagnosis.
"""

from __future__ import annotations

from dialogues.language.signs.rule import Rule, pattern
from dialogues.language.signs.setting import LESSON, STORY, TRADE

_ELSEWHERE = "|".join((STORY, LESSON, TRADE))
_OTHERS = r"(?:klant\w*|bewoner\w*|client\w*|patient\w*|gast\w*|huurder\w*|leverancier\w*|debiteur\w*|customers?|clients?|residents?)"
_BILLS = r"(?:huur|hypotheek|rekening\w*|vaste lasten|zorgverzekering|zorgpremie|premie|energie\w*|energierekening|gas|licht|stroom|water|elektra|boodschappen|eten|luiers|benzine|medicijnen|eigen risico|belasting\w*|toeslag\w*|alimentatie|schoolspullen|schoolreis\w*|kleren|kleding|telefoonrekening|internet|treinkaartje|ov)"
_NEAR = r"(?:moeder|mama|mam|vader|papa|pap|ouders|man|vrouw|partner|zoon|zoontje|dochter|dochtertje|kind|kinderen|broer|broertje|zus|zusje|schoonmoeder|schoonvader|schoonouders|oma|opa|tante|oom|vriend|vriendin|buurvrouw|buurman|ma|pa|moeke|vake|kleinkind|kleinzoon|kleindochter|schoonzus|schoonbroer|gezin|tweeling|jongste|oudste)"
_ILL = (
    r"(?:dement\w*|dementie|alzheimer|parkinson|kanker|tumor|chemo\w*|uitgezaaid|ziek|zieke|ernstig ziek|gehandicapt\w*|beperking|hulpbehoevend\w*|bedlegerig\w*|terminaal|terminale|autis\w*|asperger|adhd|beroerte|herseninfarct|hersenbloeding|hersenletsel|nah|cva|tia|chronisch\w*|verlamd|rolstoel|dwarslaesie|invalide|palliatief|ziekte|ms|als|copd|nierdialyse|dialyse|verlam\w*|dwaalt|dwalen|rondspookt|opname|opgenomen|zorg nodig|hulp nodig|gehandicapt|blind|doof|niet aangeboren|hersen\w*|spierziekte|als-?patient|epilep\w*|depressi\w*|psychose\w*|psychotisch"
    r"|schizofren\w*|bipolair|borderline|ptss|verslaa?f?d\w*|verslaving|alcohol\w*|drinkt|down|downsyndroom|uitbehandeld|achteruit|anorexia|eetstoornis|longcovid|long covid|reuma|operatie|geopereerd|heup\w*|gevallen|nachten|niet alleen (?:zijn|gelaten|blijven)|thuiszorg|verpleeghuis|wachtlijst|pgb|wmo|indicatie|dagbesteding|sondevoeding|luiers?|katheter|vergeet\w*|verward|ongeluk)"
)
_HEAVY = (
    r"(?:zwaar|te zwaar|te veel|teveel|trek|trekt|red|redt|hou|houd|houdt|vol|volhouden|op|uitgeput|kapot|doodop|sloopt|slopend|gesloopt|breekt|door ?heen|laatste benen|tandvlees|onderdoor|alleen voor|helemaal alleen|in mijn eentje|geen (?:hulp|tijd voor mezelf|moment|dag|leven|energie|rust|slaap)|dag en nacht|24/7|elke nacht|nachten|nooit vrij|niet (?:meer|lang)|niet te doen|nauwelijks|combineren|24 uur|werk (?:ik )?ook nog|ook (?:nog )?werk\w*|en (?:dan )?(?:om (?:\w+ )?uur )?(?:moet ik )?(?:nog |ook )*(?:werken|op (?:mijn|m'n) werk)|de kinderen en het werk|moet ik (?:\w+ ){0,3}(?:omdraaien|wassen|tillen|voeren|redden|helpen|alles)|enige die|breek|moet ik (?:om|elke|iedere)|ik moet om|naast (?:mijn|het|m'n) (?:werk|baan|nachtdienst\w*|dienst\w*)|erbij|tweede baan|twee banen"
    r"|doe ik alles|ik doe alles|alles (?:zelf|alleen)|moet ik alles|regel alles|alles regel\w*|zorg ik|verzorg ik|ik zorg|ik verzorg|was ik|ik was (?:hem|haar)|slaap ik|geen oog|huil\w*|radeloos|wanhopig|weet niet (?:meer )?(?:hoe|wat)|lukt (?:me )?niet|niet meer lukt|kan niet meer|word (?:er )?gek|geen oppas|limiet|grens|dochter en verzorgster|mantelzorg\w*|op mijn schouders|nooit voor mezelf|altijd aan het zorgen|keer per dag|onder werktijd|komt op mij neer|komt alles op mij)"
)

LOAD_MONEY = (
    Rule(
        "bills and food",
        "money",
        pattern(_BILLS),
        (
            "ze gaan het licht afsluiten morgen ik kan de rekening niet betalen",
            "moet ik kiezen tussen de huur of eten deze maand, allebei gaat niet meer",
            "heb al mijn loon vergokt en de vaste lasten moeten er nog af",
        ),
        (
            "ik betaal de huur altijd op tijd",
            "de klant kan de rekening niet betalen",
            "ik kies tussen eten of eerst douchen",
            "we eten straks samen",
        ),
        near=(
            pattern(
                r"(?:kan|kunnen|kon|konden) (?:\w+ ){0,8}(?:niet|nauwelijks|amper|niks|geen|nooit) (?:\w+ ){0,4}(?:betalen|opbrengen|ophoesten|rondkomen|aflossen|voldoen)|(?:niet|nauwelijks|amper|niks|nooit) (?:meer )?(?:te )?(?:kan |kunnen )?(?:betalen|opbrengen)|onbetaald|achter(?:stand|stallig|lopen)?|(?:lopen|loop|loopt) (?:\w+ ){0,3}achter|afsluit\w*|afgesloten|uit huis|eruit gezet|kiezen (?:\w+ ){0,3}tussen|vergok\w*|gegokt|geen geld (?:meer )?(?:voor|om|heb)|geld (?:is )?op|blut|platzak|failliet|(?:lenen|leen) (?:\w+ ){0,3}(?:om|voor|van|bij)|geleend (?:\w+ ){0,3}(?:om|voor)|incasso\w*|deurwaarder\w*|schuld\w*"
            ),
        ),
        unless=pattern(
            _ELSEWHERE
            + rf"|{_OTHERS} (?:\w+ ){{0,4}}(?:kan|kunnen|kon|konden|niet|wil|wilde)|douchen|declar\w*|vergoed\w*|reiskosten|eten (?:is|was) op|boodschappen (?:zijn|is) op|achter (?:de|het|mij|me|in)|vergeten|pinpas vergeten"
        ),
    ),
    Rule(
        "debts and creditors",
        "money",
        pattern(
            r"geen eten (?:meer )?in huis|(?:mijn|ons|m'n) (?:huis|woning) uit ?(?:gezet|gegooid)|(?:incasso's|aanmaningen) (?:\w+ ){0,3}(?:stapel\w*|binnen|elke)|(?:schuldeiser\w*|schuldhulp\w*|schuldsanering|deurwaarder\w*|incasso\w*|aanmaning\w*|dwangbevel\w*|loonbeslag|beslag|betalingsachterstand\w*|huurachterstand|wanbetaler|bkr|wsnp|bewindvoer\w*|voedselbank|huisuitzetting|ontruiming van mijn|gokverslav\w*|gokschuld\w*|cjib)(?= |$)",
            r"(?:tot over mijn oren|diep|zwaar|flink|zit|zitten|kom|komen|vol|hoge|grote|veel|torenhoge|geheime|overal|steeds meer) (?:\w+ ){0,3}(?:in de )?schulden|schulden (?:\w+ ){0,6}(?:groeien|stapel\w*|lopen op|niet|bij|van|durf|aflossen|betalen|te hoog|hoe erg|geheim|verzwijg\w*|thuis)|schuld (?:van|bij|aan) (?:\w+ ){0,3}(?:euro|\d+|duizend\w*|bank|belasting\w*|duo|woekeraar|vriend\w*)",
            r"(?:sta|staan|stond) (?:ik |we )?(?:\w+ ){0,4}rood (?:\w+ ){0,6}(?:maximum|limiet|elke|altijd|steeds|schulden|durf|al maanden|weet)|(?:elke|iedere) maand (?:\w+ ){0,2}rood|(?:altijd|diep|zwaar|maximaal) (?:in het )?rood",
            r"(?:vergok\w*|gegokt|gokken|gok|casino|online gokken|krasloten|weddenschap\w*|fruitautomaat\w*) (?:\w+ |, ){0,10}(?:loon|salaris|geld|kwijt|alles|schuld\w*|stoppen|huur|lasten|verslaafd|spaargeld|weer)|(?:loon|salaris|spaargeld|alles|geld) (?:\w+ ){0,3}(?:vergokt|verspeeld|verloren met gokken)",
            r"(?:salaris|loon|inkomen|geld) (?:gaat|is|ging) (?:\w+ ){0,3}(?:op )?aan (?:\w+ ){0,2}(?:afbetaling\w*|schuld\w*|aflossing\w*|lening\w*|rente|incasso\w*|gokken|boetes)|(?:post|enveloppen|brieven|blauwe envelop\w*) (?:\w+ ){0,4}niet (?:meer )?(?:\w+ )?(?:open\w*|te openen)(?: (?:\w+ ){0,6}(?:rekening\w*|schuld\w*|geld))?|(?:rekening\w*|post|brieven) (?:\w+ ){0,5}(?:ongeopend|niet meer open|stapel\w* zich op)",
            r"(?:toeslag\w*|uitkering|belasting\w*|boete\w*|voorschot) (?:\w+ ){0,4}terug ?betalen (?:\w+ |, ){0,8}(?:hoe|kan|niet|euro|duizend\w*|\d{3,})|(?:geen geld|zonder geld|geld (?:is|was) op) (?:\w+ ){0,4}(?:eten|is|meer|kinderen|week|maand)?(?= |$)|(?:mijn|ons|m'n) (?:huis|woning) (?:\w+ )?kwijt ?(?:raak\w*|geraakt)?(?= |$)|(?:raak|raken|verlies|verliezen) (?:\w+ ){0,4}(?:mijn|ons|m'n) (?:huis|woning)(?= |$)|(?:euro|duizend) (?:\w+ )?(?:verloren|kwijt|weg) (?:\w+ ){0,4}(?:gok\w*|casino|crypto|bet\w*)|gokken (?:\w+ |, ){0,10}(?:euro|weg|kwijt|opgeslokt|verloren)",
            r"(?:can't|cannot|cant|can not|couldn't) (?:\w+ )?feed (?:my|the|our)|(?:lose|losing|lost) (?:\w+ )?(?:our|my) (?:house|home|flat|apartment)(?= |$)|(?:loan|debt|rent|money) (?:\w+ ){0,6}(?:eviction|lose our|lose my|can't pay|cannot pay|drowning)|drowning in debt|(?:cut|shut|turn\w*) (?:\w+ )?(?:my|our|the|off) (?:\w+ )?(?:electricity|gas|power|water|heating)",
            r"(?:geld|loon|salaris) (?:is |was )?(?:\w+ ){0,3}(?:op|nergens|weg) (?:\w+ |, ){0,8}(?:kinderen|eten|ontbijt|brood|honger|huur|halverwege|na (?:een|twee) (?:week|weken|dagen))|(?:kinderen|kids|we|wij|ik) (?:\w+ ){0,6}(?:zonder (?:ontbijt|eten|brood|avondeten|lunch)|met honger|honger) (?:\w+ |, ){0,10}(?:geld|betalen|op|school|bed|eind van de maand)|(?:sla|slaan) (?:ik |we )?(?:\w+ )?(?:maaltijden|eten|avondeten) over (?:\w+ ){0,6}(?:geld|kinderen|sparen)",
            r"(?:slaap|slapen|woon|leef|bivakkeer) (?:ik |we )?(?:\w+ ){0,4}(?:in (?:mijn|m'n|de|een) (?:\w+ )?(?:auto|bus|busje|bestelbus|tent|caravan|garage|schuur)|op straat|op (?:de )?banken? (?:van|bij) vrienden) (?:\w+ |, ){0,10}(?:huur|betalen|huis|dakloos|geld|woning|uit)|dakloos|op straat (?:gezet|beland|komen te staan|slapen)|uit (?:mijn|ons) huis (?:gezet|zetten|moet)",
            r"(?:kom|komen|kan|kunnen|lukt) (?:\w+ ){0,6}(?:niet|nauwelijks|amper|net niet|nooit) (?:\w+ )?rond(?: ?komen)?(?= |$)|(?:eindjes|touwtjes) (?:\w+ ){0,3}aan elkaar|water (?:\w+ ){0,3}aan de lippen|(?:zit|zitten|ik ben|we zijn) (?:\w+ )?(?:blut|platzak)|(?:zit|zitten) (?:\w+ )?financieel (?:\w+ )?aan de grond|(?:geldproblemen|geldzorgen|geldnood|geldstress|financiele (?:problemen|zorgen|nood|stress|ellende))",
            r"(?:debts?|in debt|bailiff\w*|debt collector\w*|loan shark|eviction|evicted|foodbank|food bank|homeless|overdraft|payday loan)(?= |$)|(?:can't|cannot|cant|can not|couldn't|unable to|hardly|struggl\w+ to|no money (?:left )?(?:for|to)|how (?:do i|to)) (?:\w+ ){0,5}(?:rent|bills?|mortgage|food|groceries|insurance|electricity|heating|debts?)|(?:gambl\w+) (?:\w+ ){0,6}(?:salary|wages?|money|away|everything|addict\w*|debt\w*)|(?:sleep\w*|living|live) in my (?:car|van)|make ends meet|behind on (?:\w+ )?(?:rent|bills|mortgage|payments)",
        ),
        (
            "schuldeisers bellen mij op het werk, elke dag",
            "mijn kinderen gaan zonder ontbijt naar school want het geld is op",
            "slaap in mijn busje sinds ik de huur niet meer kon betalen",
            "Ik sta rood tot het maximum en durf thuis niet te zeggen hoe erg het is",
            "I have debts everywhere and bailiff letters",
        ),
        (
            "in mijn werk als schuldhulpverlener zie ik veel mensen met een deurwaarder aan de deur",
            "money is a bit tight before payday like everybody, all good",
            "het loon is deze maand later",
            "ik geef hem de schuld",
            "ik slaap in mijn busje op vakantie",
        ),
        unless=pattern(
            _ELSEWHERE
            + rf"|(?:werk|werkte|werken|baan|stage|solliciteer\w*) (?:\w+ ){{0,4}}(?:bij|als|op|in|met|voor) (?:\w+ ){{0,3}}(?:incasso\w*|deurwaarder\w*|bewindvoer\w*|schuldhulp\w*|schuldsanering|voedselbank|debiteuren|daklozen\w*|cjib|gerechtsdeurwaarder\w*)|{_OTHERS} (?:\w+ ){{0,6}}(?:schuld\w*|deurwaarder\w*|incasso\w*|betal\w*|aanmaning\w*)|(?:aanmaning\w*|incasso\w*) (?:\w+ ){{0,4}}(?:klant\w*|versturen|verstuur\w*|uitsturen|sturen|debiteur\w*|leverancier\w*)|vrijwilliger\w*|(?:inzamel\w*|doneer\w*|ingezameld|krat\w*|actie) (?:\w+ ){{0,4}}voedselbank|voedselbank (?:\w+ ){{0,4}}(?:ingezameld|inzamel\w*|gedoneerd|actie)|op vakantie|haha\w*|daklozen(?:opvang|krant)?|parkeerplek|schulden van klanten|geld voor een (?:nieuwe|nieuw|andere|vakantie|verbouwing|tweede)|in beslag genomen door|beslag (?:nemen|van de|op de (?:deur|machine))|deur ?beslag|automatische incasso"
        ),
    ),
)

LOAD_CARE = (
    Rule(
        "care for somebody near is too heavy",
        "care",
        pattern(_ILL),
        (
            "Mijn zoon heeft autisme en kan nooit alleen zijn, ik ben al jaren dag en nacht bezig",
            "wachtlijst voor het verpleeghuis is een jaar en tot die tijd moet ik thuis alles doen voor pa, dat hou ik niet vol",
            "dochter met anorexia thuis, ik slaap op een matras voor haar deur, weet niet hoe lang ik dat nog trek naast mijn baan",
            "eigenlijk heb ik twee banen, hier en thuis bij mijn dementerende man, en die tweede sloopt me",
        ),
        (
            "op onze groep met dementie is het s avonds altijd onrustig",
            "mijn kind is ziek vandaag",
            "mijn zoon is gevallen met de fiets",
            "ik werk met mensen met autisme en dat is zwaar",
        ),
        near=(
            pattern(
                rf"(?:mijn|m'n|onze|me|de|een) (?:\w+ )?(?:\w+ )?{_NEAR}|(?:voor|bij|van|met|om) (?:pa|ma|papa|mama|pap|mam|moeke|opa|oma)|{_NEAR} (?:met|heeft|is|van mij|ligt|thuis)|kind(?:eren)? (?:helemaal )?alleen"
            ),
            pattern(_HEAVY),
        ),
        unless=pattern(
            _ELSEWHERE
            + r"|(?:bewoner\w*|client\w*|patient\w*|op (?:onze|de|mijn) (?:groep|afdeling)|leerling\w*) (?:\w+ ){0,8}(?:met|dement\w*|autis\w*)|genezen|hersteld|weer beter|doet het goed|gaat (?:het )?goed|(?:kind|zoon|dochter|kleine|zoontje|dochtertje|man|vrouw) (?:\w+ )?(?:is |was |zijn )?(?:\w+ )?(?:ziek (?:vandaag|thuis|geweest|gemeld|vannacht|sinds)|griep\w*|verkouden|waterpokken|koorts)|collega is ziek|ziek gemeld"
        ),
    ),
    Rule(
        "caring at home",
        "care",
        pattern(
            r"mantelzorg\w* (?:\w+ |, ){0,10}(?:te veel|teveel|zwaar|door ?heen|niet|op|sloop\w*|kapot|trek|red|naast|combineren|alleen|ook|voor mijn|voor m'n|moe|erbij|druk)|(?:zwaar|moe|combineren|naast|red|trek|alleen|altijd) (?:\w+ ){0,6}mantelzorg\w*",
            rf"(?:zorg|zorgen|verzorg|verzorgen|verpleeg|was|was en voer|kook) (?:ik |we )?(?:\w+ ){{0,6}}(?:voor )?(?:mijn|m'n|onze) (?:\w+ )?{_NEAR} (?:\w+ |, ){{0,14}}(?:niet (?:meer|vol|lang)|op$|kapot|zwaar|moe|naast|lukt|alleen|geen (?:hulp|dag|tijd|leven|moment)|nooit|dag en nacht|elke (?:nacht|avond|dag)|door ?heen|te veel|teveel|jaar geen|geen \w+ jaar|voor mezelf|combineren)",
            rf"(?:de |alle |die )?zorg voor (?:mijn|m'n|onze) (?:\w+ ){{0,3}}{_NEAR} (?:\w+ |, ){{0,10}}(?:alleen|zwaar|niet|op mij|te veel|teveel|sloop\w*|naast|kapot|weet)",
            rf"(?:thuis|na (?:mijn|het) werk|'s nachts|s nachts) (?:\w+ ){{0,8}}(?:verzorg\w*|zorg\w*|verpleeg\w*|wassen|waak|til|optillen|eten geven|luiers? verschonen) (?:\w+ ){{0,8}}(?:mijn|m'n) (?:\w+ )?{_NEAR}",
            r"(?:look\w* after|tak\w* care of|car(?:e|ing) for|nursing) (?:\w+ ){0,3}(?:mother|father|mom|mum|dad|parents|husband|wife|partner|son|daughter|brother|sister|grandm\w+|grandf\w+|child|kid) (?:\w+ |, ){0,14}(?:can't|cannot|cant|no help|alone|every night|tired|exhaust\w*|too much|limit|fulltime|full time|and work\w*|also work\w*|hard|keep going|no one|nobody|burn\w*|after work|no time)",
            r"my (?:\w+ )?(?:mother|father|mom|mum|dad|husband|wife|partner|son|daughter|brother|sister) (?:\w+ |, ){0,8}(?:dementia|cancer|sick|ill|disabled|accident|stroke|alzheimer\w*|dying|wheelchair|autis\w*|addict\w*|depress\w*|ms|parkinson\w*) (?:\w+ |, |\. ){0,14}(?:nurse|care|caring|alone|no help|limit|everything|every night|fulltime|full time|exhaust\w*|too much|(?:can't|cannot|cant) (?:\w+ )?(?:go on|keep|cope|do this|manage|take))",
        ),
        (
            "mantelzorg wordt me te veel, ik zit er helemaal doorheen",
            "I look after my sick mother every night after work and I can't keep going like this",
            "in het weekend verzorg ik mijn ouders, ik heb al in geen twee jaar een dag voor mezelf gehad",
            "my husband had an accident, i am his nurse and also working fulltime, no help",
        ),
        (
            "ik haal zondag boodschappen voor mijn moeder doe ik graag",
            "ik zorg voor de bewoners",
            "the baby has a nurse",
        ),
        unless=pattern(
            _ELSEWHERE
            + r"|doe ik graag|recht op|alvast (?:weten|vragen)|(?:ik werk|werken|werk) (?:\w+ ){0,3}met mantelzorgers"
        ),
    ),
)

LOAD = (
    Rule(
        "tears without end",
        "overload",
        pattern(
            r"(?:huil\w*|gehuild|jank\w*|gejankt|janken|tranen|snik\w*|grien\w*|brul\w*|cry|crying|cries|sobbing|tears)(?= |$)"
        ),
        (
            "ik huil elke ochtend in de auto voor ik naar binnen durf",
            "kan niet meer stoppen met huilen sinds maandag",
            "boodschappen doen lukt niet eens, dan sta ik te janken bij de kassa",
            "barst uit het niets in tranen uit op de groep",
        ),
        (
            "een kind huilde de hele dag op de groep",
            "de baby huilt elke nacht",
            "ik moest huilen bij het afscheid, zo mooi",
            "huilen van het lachen",
        ),
        near=(
            pattern(
                r"(?:elke|elk|iedere|ieder|alle|steeds|constant|alleen maar|alleen nog|door (?:die|deze|mijn|het|dit) (?:baan|werk|baas)|hele dag|dagelijks|al (?:dagen|weken|maanden|een week)|niet (?:meer )?(?:stoppen|ophouden|op te houden)|zomaar|uit het niets|om niks|om niets|zonder reden|nergens om|spontaan|om alles|voor (?:ik|mijn|het) (?:naar binnen|werk|dienst)|op de wc|op het toilet|in de auto|in het magazijn|in de bus|in de kleedkamer|bij de kassa|in bed|voor (?:mijn|m'n|de) dienst|na (?:elke|iedere) dienst|sinds|weet (?:ook )?niet waarom|durf\w*|every|all day|constantly|before (?:work|my shift)|for no reason|can't stop|cant stop|at work|in my car|in the (?:toilet|bathroom|car)|on the way)"
            ),
        ),
        unless=pattern(
            _ELSEWHERE
            + r"|(?:bewoner\w*|client\w*|patient\w*|kind|kinderen|baby|klant\w*|leerling\w*|kindje|peuter\w*|kleuter\w*|kleine|zoontje|dochtertje|zoon|dochter|stagiair\w*|collega|mevrouw|meneer|vriendin|vriend|hond|resident\w*|patient\w*|kid|kids|children) (?:\w+ ){0,6}(?:huil\w*|jank\w*|tranen|gehuild|cry\w*|cries)|(?:huil\w*|jank\w*|tranen|gehuild) (?:van het lachen|van geluk|bij (?:de|het) (?:film|afscheid|begrafenis|uitvaart)|van ontroering)|huilende (?:kind\w*|baby\w*|klant\w*)|van het lachen|with laughter|overleden|begrafenis|uitvaart"
        ),
    ),
    Rule(
        "not getting up",
        "overload",
        pattern(
            r"(?:kom|kwam|krijg|ben|lig|zit|hang) (?:ik )?(?:\w+ ){0,6}(?:bed|bank) (?:\w+ )?(?:niet|nauwelijks|amper) (?:meer )?(?:uit|af)(?= |$)|(?:niet|nauwelijks|amper) (?:meer )?(?:uit (?:mijn|m'n|me) bed|mijn bed uit|van de bank|de deur uit)(?= |$)(?! voor)",
            r"(?:lig|zit|staar|hang) (?:ik )?(?:\w+ ){0,12}(?:naar (?:het|een|de) (?:plafond|muur) (?:te )?(?:star\w*|kijk\w*)?|gordijnen dicht|in het donker)(?= |$)|staar\w* (?:\w+ ){0,4}(?:plafond|muur)(?= |$)",
            r"(?:can't|cannot|cant|couldn't) (?:\w+ )?get out of bed|stay in bed all",
        ),
        (
            "kom mijn bed niet meer uit, al twee weken niet",
            "lig elke avond om 6 uur in bed met de gordijnen dicht",
            "totaal leeg vanbinnen, kom de bank niet af",
        ),
        (
            "ik kwam mijn bed niet uit, zo lekker lag ik",
            "ik lig op de bank met een film",
            "mevrouw komt haar bed niet meer uit",
        ),
        near=(
            pattern(
                r"(?:al |dagen|weken|maanden|elke|iedere|hele dag|meer|staren|star\w*|plafond|gordijnen|aankan|leeg|zin|niks|niets|every|anymore|all day|work|werk|kracht|energie|moe|lukt)"
            ),
        ),
        unless=pattern(
            _ELSEWHERE
            + r"|lekker|griep\w*|vakantie|uitslapen|koud|wekker|haha\w*|(?:mevrouw|meneer|bewoner\w*|client\w*|patient\w*|zoon|dochter|puber) (?:\w+ ){0,5}(?:bed|bank)|gebroken|rug ?pijn|hernia|ziekenhuis"
        ),
    ),
    Rule(
        "the body says stop",
        "overload",
        pattern(
            r"(?:hyperventil\w*|paniek|paniekaanval\w*|angstaanval\w*|huilbui\w*|flauw (?:\w+ ){0,2}(?:gevallen|viel)|flauwgevallen|val(?:t)? (?:ik )?flauw|hartklopping\w*|druk op (?:mijn|m'n|de) borst|drukkende borst|black-?out|trill\w*|tril|beven|beef|shak\w*|bibber\w*|badend in het zweet|klam zweet|kokhals\w*|overgeven|overgegeven|kots\w*|misselijk|duizelig\w*|buikpijn|maagpijn|oorsuiz\w*|migraine|geen hap|niet (?:meer )?(?:eten|ademen)|geen adem|geen lucht|mijn lichaam (?:zegt|geeft|schreeuwt|protesteert|stopt)|body (?:just )?(?:stops|shuts|gives|says)|panic attacks?|heart (?:is )?racing|can't breathe|shaking|throw(?:ing)? up)(?= |$)"
        ),
        (
            "hyperventileer elke dag op het werk",
            "elke nacht wakker om 3 uur badend in het zweet over het werk",
            "mijn lichaam zegt stop, ik val flauw op werk, al drie keer deze maand, te veel stress",
        ),
        (
            "ik ben misselijk van die lucht in de kas",
            "bewoner is flauwgevallen",
            "ik tril van de kou",
            "geen paniek, het rooster komt eraan",
            "ik heb buikpijn, ik meld me ziek",
        ),
        near=(
            pattern(
                r"(?:elke|iedere|ieder|steeds|constant|dagelijks|al (?:dagen|weken|maanden)|wekker|naar (?:de|mijn) (?:dienst|baas)|voor (?:elke|iedere|mijn|het|m'n|de) (?:dienst|werk|vergadering)|als ik (?:\w+ ){0,5}(?:werk|dienst|baas|chef|mail|telefoon|binnen)|zodra|achter de (?:kassa|balie|machine)|kon niet meer (?:praten|bewegen|werken)|op (?:het |mijn |m'n )?werk|naar (?:het |mijn |m'n )?werk|over (?:het|mijn|m'n) werk|onderweg naar|stress|werkdruk|keer (?:deze|per|in een) (?:week|maand)|every|before (?:work|my shift)|at work|days|van de stress|overdag|'s nachts|s nachts)"
            ),
        ),
        unless=pattern(
            _ELSEWHERE
            + r"|geen paniek|van de (?:kou|honger|hitte|lucht|spanning|koffie)|griep\w*|zwanger\w*|ongesteld|buikgriep|(?:bewoner\w*|client\w*|patient\w*|klant\w*|leerling\w*|mevrouw|meneer|kind|kinderen|collega) (?:\w+ ){0,6}(?:flauw\w*|hyperventil\w*|paniek\w*|misselijk|overge\w*|tril\w*|duizelig)|(?:machine|motor|telefoon|handvat|boor|trilplaat|bus|vloer) (?:\w+ ){0,3}tril\w*|tril\w* (?:van|door) (?:de|het) (?:machine|boor|kou|trilplaat)|trillende (?:machine|gereedschap)\w*|milkshake\w*|shaken met|meld me ziek|hoef (?:ik )?niet meer|haha\w*|lol"
        ),
    ),
    Rule(
        "empty, or a head too full",
        "overload",
        pattern(
            r"(?:leeg van ?binnen|helemaal leeg|totaal leeg|compleet leeg|zo leeg|voel (?:ik )?(?:\w+ )?(?:niks|niets) meer|(?:niks|niets) meer (?:kan )?voel\w*|leef (?:ik )?(?:\w+ )?op (?:de )?automatische piloot|afgestompt|uitgeblust)(?= |$)",
            r"(?:hoofd|kop) (?:\w+ ){0,4}(?:zo vol|te vol|overvol|ontploft|explodeert|knapt|uit elkaar|tolt|stopt niet|staat nooit stil|niet meer helder) (?:\w+ |, ){0,12}(?:niet meer|dat ik|vergeet\w*|elke|slaap|wist|snelweg|verdwaal\w*|huil\w*|werk)",
            r"(?:zit|ben) (?:ik )?(?:volledig|helemaal|totaal|compleet|echt) aan de grond|(?:lijf|lichaam|kop) is op(?= |$)|slaap (?:ik )?niet (?:, )?eet (?:ik )?niet|(?:can't|cant|cannot) sleep (?:, |and )?(?:can't|cant|cannot) eat|niet slapen (?:, |en )*niet eten",
            r"(?:vergeet|vergat) (?:ik )?(?:\w+ |, ){0,8}(?:alles|naam van mijn|eigen (?:adres|naam|pincode)|waar ik (?:woon|naartoe|heen)|hoe ik thuis)(?: (?:\w+ |, ){0,10}(?:moe|op|werk|stress|leeg|kinderen))(?= |$)|(?:lijf|lichaam) (?:\w+ ){0,2}(?:doet het|wil|kan|weigert|trekt het) (?:\w+ )?niet (?:meer|langer)",
            r"(?:letters|woorden|cijfers) (?:\w+ ){0,2}(?:dansen|dansten|zweven|lopen door elkaar) (?:voor (?:mijn|m'n|me|de) ogen)?|kan (?:ik )?(?:\w+ ){0,4}(?:geen (?:gesprek|zin|film|bladzijde|mail)|niks|niets|nergens) (?:meer )?(?:\w+ )?(?:volgen|onthouden|lezen|concentreren|afmaken|verdragen|hebben)(?= |$)",
            r"(?:ik )?(?:kan|kon) (?:ik )?(?:echt |gewoon |helemaal )*(?:niks|niets) meer(?= |$)(?! (?:vinden|zien|veranderen|bestellen|doen aan|eraan|zeggen|horen|krijgen|kopen|kwijt|aan))|(?:niks|niets|niet) meer aan ?kan|kan (?:ik )?(?:\w+ ){0,3}(?:niks|niets|het|alles|niet) (?:allemaal )?(?:meer |niet meer )aan(?= |$)",
            r"(?:klap|stort|val|knap|breek|ga|crash|zak|kukel) (?:ik )?(?:\w+ ){0,5}(?:om|in elkaar|in|door mijn hoeven|eraan onderdoor|onderdoor|door mijn knieen) (?:\w+ ){0,2}(?:als (?:ik|dit|het) (?:\w+ )?(?:zo )?(?:door\w*|blijft|verder)|als ik zo|binnenkort|vroeg of laat|straks)",
            r"(?:loop|sta|zit|ben) (?:ik )?(?:\w+ ){0,4}(?:op (?:mijn|m'n|me) (?:laatste benen|tandvlees|achterste benen|limiet)|aan (?:het einde van mijn krachten|mijn grens|mijn max|mijn limiet)|(?:volledig|compleet|totaal|helemaal) (?:\w+ )?(?:op|kapot|gesloopt|leeg|uitgeput|overbelast|overspannen|doorgedraaid))(?= |$)(?: (?:\w+ |, ){0,8}(?:al (?:weken|maanden)|elke|niet meer|huil\w*|slaap|werk|kan|trek|nacht\w*|week\w*))",
            r"(?:trek|red|hou|houd) (?:ik )?(?:\w+ ){0,4}(?:niet|geen dag|geen week) (?:meer|langer|lang) (?:\w+ ){0,2}(?:vol|volhouden|zo door|$)(?= |$)",
            r"(?:slaap|geslapen|slapen|lig|wakker) (?:\w+ |, ){0,6}(?:nachten|elke nacht|al (?:dagen|weken|maanden)|hele nacht\w*|nooit meer|nauwelijks|bijna niet) (?:\w+ |, ){0,8}(?:werk|piek\w*|mal\w*|stress|zorgen|baas|dienst|paniek|rooster|hoofd)|(?:pieker|pieker\w*|mal\w+) (?:\w+ ){0,4}(?:elke|hele|iedere|alle) nacht\w*",
            r"(?:burn-?out|burn ?out|overspannen|ingestort|overwerkt|doorgedraaid|zenuwinzinking|inzinking|instorting|mental breakdown|nervous breakdown|breaking point)(?= |$)(?<!geen burn-out)",
            r"(?:i'm|i am|im|feel|feeling) (?:\w+ ){0,3}(?:overwhelmed|burn(?:ed|t) out|at my limit|falling apart|breaking down|losing it|numb inside|empty inside|completely (?:broken|exhausted|drained|empty)|(?:broken|exhausted|drained|empty|numb) (?:\w+ |, ){0,8}(?:every day|any ?more|can't|cannot|for weeks|for months|no energy|sleep))|(?:can't|cannot|cant) (?:\w+ )?(?:take|do|handle|cope|go on|keep (?:up|going|doing)|continue) (?:\w+ ){0,4}(?:any ?more|no more|longer|like this)",
        ),
        (
            "totaal leeg vanbinnen, voel niks meer bij mijn werk of mijn gezin",
            "Mijn hoofd zit zo vol dat ik op de snelweg niet meer wist waar ik heen reed.",
            "kan geen gesprek meer volgen, letters dansen voor mijn ogen",
            "ik kan niks meer",
            "volgens mij klap ik om als ik zo doorwerk",
        ),
        (
            "de accu is helemaal leeg",
            "ik kan niks meer vinden in die nieuwe app",
            "het magazijn is totaal leeg",
            "ik volg een cursus over burn-out",
            "mijn collega zit thuis met een burn-out",
            "I am tired",
        ),
        unless=pattern(
            _ELSEWHERE
            + r"|(?:accu|batterij|magazijn|schap\w*|koelkast|kas|tank|fles|winkel|parkeerplaats|pot|doos|bus|trein|koffie\w*|portemonnee|agenda|voorraad|stelling\w*) (?:\w+ ){0,4}leeg|(?:geen|nooit|voorkom\w*|zonder|vroeger|jaren geleden|vorig jaar|destijds|na mijn|hersteld\w*|had ooit|gehad) (?:\w+ ){0,3}(?:een )?(?:burn-?out|overspannen)|(?:collega|leidinggevende|teamleider|baas|manager|vrouw|man|vriendin|vriend|buurman|hij|zij|ze|iemand|teamgenoot|voorganger|zoon|dochter) (?:\w+ ){0,6}(?:burn-?out|overspannen|ingestort)|(?:kast|dak|schap|plafond|server|systeem|app|stelling|tent|steiger) (?:\w+ ){0,3}ingestort|haha\w*|lol|(?:band|auto|heftruck|machine|motor|computer|telefoon|printer) (?:\w+ ){0,4}kapot"
        ),
    ),
)
