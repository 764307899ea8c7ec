"""Signs between people: harm one threatens to do, harm at home, and wrong treatment at work."""

from __future__ import annotations

from dialogues.language.signs.rule import Rule, pattern
from dialogues.language.signs.setting import CALM, LESSON, NOT_MEANT, STORY, TRADE

_ELSEWHERE = "|".join((STORY, LESSON, TRADE))

_OTHER = (
    r"(?:hem|haar|ze|hun|iemand|iedereen|die (?:gast|vent|kerel|eikel|klootzak|vrouw|man|lul|trut)|(?:mijn|de|een|onze|die|dat) (?:\w+ )?(?:baas|chef|collega\w*|leidinggevende|manager"
    r"|teamleider|directeur|planner|klant\w*|man|vrouw|ex|buurman|buurvrouw|vriend|vriendin|bewoner\w*|client\w*|kind\w*|leerling\w*|voorman))"
)
_HOME = (
    r"(?:man|vrouw|vriend|vriendin|partner|ex|ex-?man|ex-?vrouw|ex-?vriend|ex-?partner|echtgenoot|echtgenote|vader|moeder|pa|ma|stiefvader|stiefmoeder|broer|zus|zoon|dochter"
    r"|schoonvader|schoonmoeder|ouders|oom|huisgenoot|verloofde)"
)
_HITS = (
    r"(?:sla|slaat|slaan|sloeg|geslagen|schop|schopt|schopte|trap|trapt|mep|mept|mishandel\w*|bedreig\w*|wurg\w*|stalk\w*|gestalkt|verkracht\w*|misbruik\w*|dwing\w*|chanteer\w*"
    r"|achtervolg\w*|sluit me op|opgesloten|terroriseer\w*|vernedert|kleineert|controleert|knijpt|duwt|steekt|vermoord\w*|iets aandoe\w*|iets aan|wat aandoe\w*|wat aan)"
)
_ME = r"(?:me|mij|ons|de kinderen|mijn kinderen|mijn (?:zoon|dochter|kind))"
_HARM_WORK = (
    r"(?:gepest|getreiterd|buitengesloten|uitgesloten|uitgescholden|uitgelachen|vernederd|gekleineerd|geintimideerd|gediscrimineerd|bedreigd|gechanteerd|lastiggevallen"
    r"|lastig gevallen|zwartgemaakt|weggepest|genegeerd door|betast|aangerand|afgesnauwd|gestalkt|getreiterd|racistisch behandeld)"
)
_BOSS = (
    r"(?:baas|chef|leidinggevende|manager|teamleider|teamleidster|collega|collega's|collegas|directeur|voorman|afdelingshoofd|teammanager|supervisor|ploegbaas|planner|meerdere"
    r"|bedrijfsleider|klant|bewoner|client|patient|team|hele team)"
)

DANGER = (
    Rule(
        "harm to somebody else",
        "danger",
        pattern(
            rf"(?:ik|we|wij) (?:ga|gaan|wil|zal|moet|kom) ~{_OTHER} ~(?:iets aan ?doen|wat aan ?doen|vermoord\w*|doodmaken|dood ?maken|doodslaan|dood ?slaan|afmaken|kapot ?maken|steken"
            r"|neersteken|neerschieten|doodschieten|doodsteken|in elkaar slaan|slaan|pijn doen|wurgen|verrot slaan|omleggen|vergiftigen|te grazen nemen|iets doen|op zijn bek slaan)",
            rf"(?:ik )?(?:steek|schiet|sla|ram|vermoord|wurg|maak|trap|vergiftig|mep|beuk|leg) (?:ik )?{_OTHER} ~(?:neer|dood|in elkaar|kapot|verrot|af|om|op ~(?:bek|gezicht|smoel|muil|kop)"
            r"|het ziekenhuis in|in het ziekenhuis|$)",
            rf"(?:doe|ga) (?:ik )?{_OTHER} ~(?:wat|iets) aan(?: ?doen)?$",
            rf"{_OTHER} ~(?:wil|wilde|ga|zal|kan) ~(?:vermoorden|iets aandoen|neersteken|doodmaken|doodschieten|in elkaar slaan)",
            r"(?:neem|nemen|breng|heb) (?:ik )?(?:morgen |straks |een |mijn |het )*(?:pistool|wapen|vuurwapen|geweer|bom|mes) ~mee(?:nemen)?(?:$| naar)",
            r"(?:mes|pistool|wapen|vuurwapen|bijl|hamer|geweer|bom) ~(?:mee ~(?:naar|nemen|te nemen)|meenemen|bij me|klaarliggen|klaar liggen)",
            r"(?:in (?:de )?(?:brand|fik|hens)|plat|de lucht in) ~(?:steken|steek|branden|laten vliegen|opblazen)",
            r"(?:steek|brand) ~in (?:de )?(?:brand|fik|hens)",
            r"(?:plan|plannen|bezig|bouw|maak) ~(?:een )?(?:aanslag|bom|bloedbad)|aanslag ~(?:plegen|doen)",
            r"(?:bang|angst) ~(?:dat )?ik ~(?:iemand|een ander|hem|haar|mijn kind\w*|anderen) ~(?:iets|wat|pijn|dood)",
            r"gif ~in ~(?:koffie|eten|drinken)|wraak nemen met",
        ),
        (
            "ik ga mijn baas iets aandoen",
            "ik steek hem neer",
            "ik neem een mes mee naar het werk",
            "ik ga de boel in brand steken",
        ),
        ("ik kan hem wel vermoorden", "ik steek mijn hand op", "ik sla een dag over", "ik maak de planning kapot goed"),
        unless=pattern(_ELSEWHERE + "|" + NOT_MEANT),
    ),
    Rule(
        "harm to somebody else, in English",
        "danger",
        pattern(
            r"(?:i'm|i am|im|i|i'll|we|gonna|want to|wanna|going to|will) (?:\w+ ){0,4}(?:kill|stab|shoot|murder|hurt|strangle|poison|beat up|attack) ~(?:him|her|them|someone|somebody|people|everyone|boss"
            r"|manager|colleague\w*|coworker\w*|husband|wife|you)",
            r"(?:bring|take|bringing) (?:a |my )?(?:knife|gun|weapon) ~(?:to|into) ~(?:work|office|school)|burn (?:the|this) (?:place|building|office|shop) down|blow up the",
        ),
        ("I'm going to kill my boss", "I will bring a knife to work"),
        ("I could kill him sometimes", "the noise is killing me"),
        unless=pattern(_ELSEWHERE + "|" + NOT_MEANT),
    ),
)

VIOLENCE = (
    Rule(
        "violence at home",
        "violence",
        pattern(
            rf"(?:mijn|m'n|de|onze|zijn) (?:\w+ )?{_HOME} (?:\w+ ){{0,4}}{_HITS}(?: \w+){{0,2}} {_ME}",
            rf"(?:mijn|de|onze) (?:\w+ )?{_HOME} (?:\w+ ){{0,3}}{_ME} (?:\w+ ){{0,3}}{_HITS}",
            rf"(?:door|met) (?:mijn|de|een) (?:\w+ )?{_HOME} ~(?:geslagen|mishandeld|bedreigd|gestalkt|verkracht|misbruikt|opgesloten|geschopt|gewurgd|achtervolgd)",
            rf"(?:geslagen|mishandeld|bedreigd|gestalkt|verkracht|misbruikt|opgesloten|geschopt|gewurgd|vernederd) ~(?:door|thuis) ?(?:mijn \w*{_HOME})?",
            r"(?:thuis|daar thuis) ~(?:word|wordt|worden|ben) ~(?:geslagen|mishandeld|bedreigd|misbruikt|vernederd|opgesloten)|(?:word|worden) (?:ik )?~thuis ~(?:geslagen|mishandeld|bedreigd)",
            rf"(?:bang|angst|doodsbang) (?:voor|van) (?:mijn|m'n) (?:\w+ )?{_HOME}$",
            rf"(?:durf|kan|wil|mag) (?:ik )?~niet (?:meer )?naar huis ~(?:vanwege|door|omdat|want|voor) ~{_HOME}",
            r"(?:durf|bang om) (?:ik )?(?:echt |soms )?~naar huis$|onveilig thuis|thuis (?:ben ik |is het |voel ik me )?(?:niet veilig|onveilig)",
            r"huiselijk geweld|partnergeweld|eerwraak|uithuwelijk\w*|eergerelateerd",
            rf"(?:mijn|m'n) (?:\w+ )?{_HOME} ~(?:stalkt|bedreigt|mishandelt|sloeg|slaat|wurgde) (?:me|mij|ons)",
            rf"(?:mijn|m'n) (?:\w+ )?{_HOME} ~(?:is|wordt|werd|was) ~(?:gewelddadig|agressief|handtastelijk)",
        ),
        (
            "mijn man slaat me",
            "ik word thuis geslagen",
            "mijn ex stalkt me",
            "ik durf niet naar huis vanwege mijn man",
            "huiselijk geweld",
        ),
        ("mijn man slaat een gat in de muur voor de deur", "mijn vrouw werkt ook", "ik ga naar huis"),
        unless=pattern(
            r"(?:training|cursus|scholing|meldcode|protocol|e-learning) ~(?:over )?~huiselijk geweld|werk ~(?:met|bij|in) ~(?:slachtoffers|huiselijk|de opvang|een opvang)"
        ),
    ),
    Rule(
        "violence at home, in English",
        "violence",
        pattern(
            r"my (?:husband|wife|boyfriend|girlfriend|partner|ex|father|mother|dad|mom|stepfather|brother|son) ~(?:hits|beats|hit|beat|abuses|abused|threatens|threatened|stalks|rapes|raped|hurts|chokes|choked"
            r"|is violent|is hitting|is abusing)",
            r"(?:domestic|partner) (?:violence|abuse)|(?:afraid|scared) (?:of my (?:husband|wife|boyfriend|partner|ex|father)|to go home)|not safe at home|(?:beaten|abused|hit) (?:at home|by my (?:husband|partner|boyfriend|wife))",
        ),
        ("my husband hits me", "I'm afraid of my partner", "I am not safe at home"),
        ("my husband works here too",),
        unless=pattern(_ELSEWHERE + r"|lol|haha\w*|the ball|boxing|just kidding"),
    ),
)

MISCONDUCT = (
    Rule(
        "bullying and exclusion",
        "misconduct",
        pattern(
            rf"(?:word|werd|ben|worden|voel me|wordt|zijn|was) (?:ik )?(?:\w+ ){{0,5}}{_HARM_WORK}",
            rf"{_HARM_WORK} (?:word|werd|ben|te worden|worden|door|op (?:mijn|het) werk|vanwege|om mijn)",
            rf"(?:{_BOSS}|ze|hij|zij|iedereen|iemand) ~(?:pest|pesten|pestte|treiter\w*|kleineer\w*|vernedert?|vernederen|intimideer\w*|discrimineer\w*|chanteer\w*|bedreig\w*|schelden|scheldt|schold|sluiten|sluit)"
            r" ~(?:me|mij|mensen|ons|haar|hem|collega\w*)(?: ~(?:uit|buiten))?",
            rf"(?:schelden|scheldt|schold) (?:me|mij|ons|iedereen|mensen) ~uit|{_BOSS} ~scheldt? ~uit",
            r"(?:gepest|pesten|pesterijen|pestgedrag|mobbing|wegpesten|roddelcampagne) ~(?:op het werk|op mijn werk|door|me|mij|wordt|worden|hier|in (?:ons|het|mijn) team)?",
            r"(?:racis\w+|seksis\w+|homofo\w+|discriminer\w+|discriminatie|vernederende|xenofo\w+) ~(?:grap\w*|opmerking\w*|behandel\w*|uitspraken|bejegen\w*|gedrag|werkvloer|werk|over|tegen|hier|bij|$)",
            r"(?:angstcultuur|machtsmisbruik|grensoverschrijdend\w*|ongewenst\w* (?:gedrag|intimiteiten|omgang)|ongewenst aangeraakt)",
        ),
        (
            "ik word gepest op mijn werk",
            "ze maken racistische grappen",
            "mijn baas scheldt me uit",
            "collega's sluiten mij buiten",
            "er is hier een angstcultuur",
        ),
        ("ik word gebeld", "mijn collega scheldt op de printer", "ik sluit de winkel af"),
        unless=pattern(
            _ELSEWHERE
            + r"|(?:mijn|m'n) (?:\w+ )?(?:zoon\w*|dochter\w*|kind\w*|kleinkind\w*|neefje|nichtje) (?:\w+ ){0,6}(?:gepest|pest\w*)|(?:op|van) (?:de |haar |zijn )?school|(?:leerling|kind|scholier|student)\w* (?:\w+ ){0,6}gepest|plaag\w*|"
            + CALM
        ),
    ),
    Rule(
        "hands and words where they do not belong",
        "misconduct",
        pattern(
            rf"{_BOSS} (?:\w+ ){{0,4}}(?:zit|zat) (?:\w+ ){{0,3}}aan (?:me|mij)|{_BOSS} (?:\w+ ){{0,4}}(?:betast|knijpt|grijpt|greep|aait|zoent|zoende|kust|streelt|streelde) (?:\w+ ){{0,2}}(?:me|mij)",
            rf"{_BOSS} (?:\w+ ){{0,4}}(?:raakt|raakte|pakt|pakte) (?:\w+ ){{0,2}}(?:me|mij) ~(?:aan|vast|beet|ongevraagd|billen|borsten|kont)",
            r"(?:zit|zitten|zat|kan|kunnen|blijft) ~(?:met zijn handen )?~aan (?:me|mij|mijn (?:kont|billen|borsten|lijf|been|benen))",
            r"seksue\w+ ~(?:geintimideerd|intimidatie|opmerking\w*|getint\w*|misbruik\w*|lastig\w*|toespeling\w*|berichten|voorstel\w*)|aanrand\w*|aangerand|handtastelijk\w*|dickpic\w*|naaktfoto\w*",
            r"(?:knijp\w*|kneep|grijp\w*|greep|voel\w*|sla\w*|tik\w*|zit|zat|aai\w*|klets\w*) (?:me |mij )?(?:\w+ )?(?:in|aan|op|naar) (?:mijn|me|m'n) (?:billen|borsten|kont|kruis|tieten)",
            r"(?:raakt|raakte|raken) (?:me|mij) ~(?:aan|ongevraagd|ongewenst)",
        ),
        ("mijn chef zit aan me", "mijn leidinggevende raakt me aan", "ik word seksueel geïntimideerd"),
        ("mijn collega zit naast me", "dat raakt me", "de baas pakt de telefoon"),
        unless=pattern(_ELSEWHERE + "|" + CALM),
    ),
    Rule(
        "wrong treatment, in English",
        "misconduct",
        pattern(
            r"(?:bullied|bullying|harassed|harassment|discriminated|discrimination|humiliated|groped|racist|sexist|intimidated) ?~(?:at work|by|against|me|jokes?|remarks?|comments?|boss|manager|colleague\w*)?",
            r"(?:boss|manager|colleague|coworker|supervisor) ~(?:touches|touched|bullies|harasses|gropes|groped|screams at|yells at|threatens|humiliates) me",
        ),
        ("I am being bullied at work", "my boss touches me"),
        ("my boss trusts me",),
    ),
)
