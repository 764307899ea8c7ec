"""Signs of crisis in single grave words beside the writer's own self: what the finer rules leave, when nothing makes the words ordinary.

Masks (`idioms`, `told`) have taken out figures of speech, stories and work before these read; what is left of death, a grave, a life that is a
punishment, or a place beside an urge is asked about.
"""

from __future__ import annotations

from dialogues.language.signs.rule import Rule, pattern
from dialogues.language.signs.setting import LESSON, STORY, TRADE

_ELSEWHERE = "|".join((STORY, LESSON, TRADE))
_GRIEF = r"(?:begrafenis van|uitvaart van|crematie van|graf van|rouw\w*|condole\w*|verlof|mis (?:hem|haar)|vader|moeder|opa|oma|tante|oom|hond|kat|poes|paard|konijn|bewoner\w*|client\w*|patient\w*|mevrouw|meneer)"
_URGE = r"(?:denk|dacht|gedachte\w*|drang|neiging\w*|impuls\w*|trekt (?:me|mij)|trekt aan (?:me|mij)|lokt|roept|liefst|verlang\w*|hoop|hoopte|zou willen|zou ik|wou dat|misschien moet ik|misschien moest ik|gevecht|verleid\w*|durf\w*|stem\w*|hoofd zegt|zei|zegt|overweeg|klaar|steeds|telkens|vaker|(?:weet|wist) niet of ik|says jump|urge|hope|wish|thinking|think|tempted|dream)"

DEFAULT = (
    Rule(
        "words out of order",
        "crisis",
        pattern(r"(?:leven|bestaan|wakker|life|live|living)"),
        ("ik niet wil meer wakker", "ik wil einde maken mijn leven", "wil niet leven, problemen veel"),
        (
            "ik wil geen saai leven",
            "ik wil niet wakker liggen van de planning",
            "ik wil een nieuw leven beginnen",
            "ik wil niet dat mijn werk mijn leven wordt",
        ),
        near=(
            pattern(r"(?:wil|willen|wilt|wou|want|wanna|kan|ga|gaan)"),
            pattern(
                r"(?:niet|geen|no|not|nooit) (?:\w+ ){0,2}(?:meer|leven|wakker|bestaan|live|life|more)|meer niet|(?:einde?|stop|stoppen|kapot|dood|klaar|finish|end) (?:\w+ ){0,3}(?:leven|bestaan|life)|(?:leven|bestaan|life) (?:\w+ ){0,3}(?:einde?|stop|stoppen|kapot|dood|finish|end)"
            ),
        ),
        unless=pattern(
            _ELSEWHERE
            + r"|ander\w*|nieuw\w*|gezond\w*|rustig\w*|meer uit|beter\w*|mooi\w*|langer|buiten|werk\w*|prive|balans|hele|saai\w*|druk\w*|stress\w*|duur\w*|leuk\w*|leven (?:van|in|met|op|zonder|naast|volgens|als|wordt|wel|goed|zo)|(?:leuker|fijner|levens)\w*|wakker (?:te )?(?:liggen|lig|worden van|word van|gemaakt|gebeld|schud\w*)|wekker|buren|vroeg|baby|kind\w*|koffie|client\w*|bewoner\w*|live (?:in|at|with|near)|brouwerij|meer leven|kapot (?:gewerkt|van)|baan|rooster"
        ),
    ),
    Rule(
        "a life that is not wanted",
        "crisis",
        pattern(
            r"(?:leven|bestaan|leef|besta|levend) (?:\w+ |, ){0,5}(?:straf|kwelling|marteling|hel|lijdensweg|gevangenis|waardeloos|zinloos|niets waard|niks waard|niet waard|nachtmerrie|vergissing|fout|ondraaglijk|uitzichtloos|niet te doen|last)(?= |$)",
            r"(?:maakt (?:het )?(?:\w+ )?(?:niet |niks |wat )?uit|kan (?:het )?(?:me|mij) (?:\w+ )?(?:niet|niks) schelen|boeit (?:het )?(?:me|mij)? ?(?:niet|niks)?|interesseert) (?:\w+ ){0,4}(?:of|dat|als) ik (?:\w+ ){0,3}(?:leef|besta|doodga|dood|er (?:nog )?(?:ben|niet)|wakker|sterf|verdwijn)",
            r"(?:niet|nooit) (?:\w+ ){0,2}(?:verdien\w*|waard) (?:\w+ ){0,3}(?:om )?(?:te )?(?:leven|bestaan)|(?:verdien|ben) (?:ik )?(?:het )?(?:\w+ )?niet (?:waard )?(?:om )?(?:te )?(?:leven|bestaan)|haat (?:\w+ ){0,3}(?:leven|bestaan|dat ik leef|dat ik er ben)|(?:op|moe|kapot) van (?:te )?leven",
            r"(?:zin|reden|lust|moed|wil) (?:\w+ ){0,2}(?:in|om|van|tot) (?:\w+ ){0,2}(?:leven|bestaan) (?:\w+ ){0,3}(?:kwijt|weg|weggesijpeld|verloren|verdwenen|op|nul|geen)(?= |$)|(?:einde?|eind|stop|punt) (?:\w+ ){0,10}(?:leven|bestaan) (?:heet|noemt)|(?:dat|wat) (?:ze |we )?leven (?:heet|noemen)",
            r"(?:niet|nooit) (?:geboren|bestaan) (?:moeten|had|hoeven)|(?:moest|had|hoefde) (?:ik )?(?:nooit|niet) (?:\w+ )?(?:geboren|bestaan)",
            r"mijn leven (?:\w+ ){0,3}(?:zijden draadje|draadje)|(?:waarom|why) (?:ben|am|leef) (?:i|ik) (?:\w+ )?(?:nog in leven|alive|still here|still alive|living)|(?:dood|doodgaan|sterven|death|die)(?: , )?(?: (?:dood|sterven|death|die))+|(?:dood|sterven|doodgaan|zelfmoord) (?:\w+ ){0,4}in (?:mijn|m'n) (?:hoofd|kop|gedachten)|(?:al |half )?dood van ?binnen|van ?binnen (?:al )?dood|(?:haal|halen|word|worden) (?:ik )?(?:\w+ ){0,3}(?:de |het )?(?:twintig|dertig|veertig|vijftig|zestig|\d\d|oud|kerst|zomer|volgend jaar)(?= |$)(?: niet)?(?: (?:\w+ ){0,3}(?:prima|goed|niet erg|liever|fijn|best|hoeft))(?= |$)|(?:liever|hoef|hoeft|wil) (?:\w+ ){0,2}niet oud (?:te )?(?:worden)?|niet (?:\w+ )?de (?:twintig|dertig|veertig|vijftig|zestig|\d\d) (?:haal|halen|wil halen)(?= |$)",
            r"(?:hate|hating|deserve|sick of|tired of|done) (?:\w+ ){0,2}(?:being alive|be alive|to live|living|existing|my existence|that i'm alive|life)(?= |$)(?! (?:in|at|with|on))|(?:see|imagine|picture) (?:myself|me) (?:\w+ ){0,2}(?:living|alive|being here) (?:past|after|beyond|next|in)|don't (?:deserve|want|need) (?:to )?(?:live|exist|be here any ?more)|(?:nobody|no one) (?:needs|wants) me (?:\w+ )?(?:on|in) (?:this|the) (?:earth|world|planet|life)|out of (?:this )?(?:life|world) (?:for good|forever)?$|want out (?:, )?(?:out )?of (?:this )?life|can't live (?:like this|anymore|any more)|cant live (?:like this|anymore|any more)",
        ),
        (
            "leven voelt als straf",
            "wat maakt het uit of ik leef of niet",
            "ik verdien het niet om te leven",
            "i hate being alive",
        ),
        (
            "in dit magazijn wil ik niet oud worden, hier wil ik niet oud worden",
            "ik haat het nachtleven",
            "het leven is mooi",
            "ik leef gezonder",
            "i hate living in the city",
        ),
        unless=pattern(
            _ELSEWHERE + r"|nachtleven|work life|bankleven|(?:hier|daar) (?:wil|wou|zou) ik niet oud worden"
        ),
    ),
    Rule(
        "one's own grave",
        "crisis",
        pattern(
            r"(?:mijn|m'n|een) (?:eigen )?(?:graf|kist|doodskist|lijk|urn|as verstrooi\w*)(?= |$)(?! met)|(?:my|a) (?:own )?(?:funeral|grave|coffin|eulogy|suicide)(?= |$)",
            r"(?:begraaf|begraven|cremeer|cremeren|verbrand) (?:\w+ )?(?:me|mij)(?= |$)|(?:me|mij) (?:\w+ ){0,3}(?:begraven|cremeren|verbranden|uitstrooien)(?= |$)",
            r"(?:strop|lus|noose) (?:\w+ ){0,3}(?:om|gehad|geknoopt|klaar|hals|nek|gemaakt|around|ready)(?= |$)|(?:garage|schuur) (?:\w+ ){0,5}(?:motor|auto) (?:\w+ )?(?:aan|draaien\w*|laat draaien)(?= |$)|motor aan (?:\w+ ){0,4}garage",
            r"(?:er|hier) niet (?:meer|langer) (?:te )?(?:zijn|wezen|hoeven (?:te )?zijn)(?= |$)(?! (?:bij|op|in|met|als|om|op|voor de|vrijdag|maandag|morgen))",
        ),
        (
            "de enige rust die ik nog krijg is in mijn graf",
            "ze moeten me maar cremeren",
            "ik heb nagedacht over om er niet meer te zijn",
            "thinking how my funeral would be",
        ),
        (
            "de kist met gereedschap is zwaar",
            "ik ben naar de begrafenis van mijn oma",
            "er zit een lus in het touw van de kraan",
        ),
        near=(pattern(r"(?:ik|me|mij|mijn|i|my|'k|heb|ben|wil|durfde)"),),
        unless=pattern(
            _ELSEWHERE
            + r"|"
            + _GRIEF
            + r"|gereedschap|kist (?:met|vol|bier|wijn|appels|peren)|kraan|haha\w*|lol|groenten?|fruit|uitvaartverzekering|a (?:funeral|grave)"
        ),
    ),
    Rule(
        "hoping for an illness or an accident",
        "crisis",
        pattern(
            r"(?:hoop|hoopte|wens|verlang|bid|wou|stiekem|droom) (?:ik )?(?:\w+ ){0,6}(?:op|dat|om|van|naar|voor) (?:\w+ ){0,6}(?:tumor|hersentumor|kanker|hartstilstand|hartaanval|hartinfarct|hersenbloeding|beroerte|dodelijk\w*|ongeluk krijg|ongeluk kreeg|verongeluk|crash|neerstort|overreed|over (?:me|mij) heen (?:reed|rijdt)|aangereden word|onder (?:een|de) \w+ (?:kom|kwam))(?= |$)",
            r"(?:zou willen|wou|wilde|hoop|hoopte|wens) (?:\w+ ){0,3}dat (?:\w+ ){0,4}(?:over|tegen|op) (?:me|mij) (?:heen |aan )?(?:reed|rijdt|viel|valt|knalt|knalde|stortte)(?= |$)",
            r"(?:hope|hoping|wish|wishing|pray) (?:\w+ ){0,4}(?:crash|get hit|get cancer|get sick and die|have an accident|hits me|kills me|don't wake|never wake|die)(?= |$)",
        ),
        (
            "ik hoop stiekem op een hersentumor",
            "ik zou willen dat de heftruck over me heen reed",
            "sometimes i drive home and hope i crash",
        ),
        (
            "ik hoop dat hij geen tumor heeft",
            "ik hoop op een goed gesprek",
            "ik hoop dat mijn vader geen hartaanval krijgt",
        ),
        near=(pattern(r"(?:ik|me|mij|i|'k)"),),
        unless=pattern(
            _ELSEWHERE
            + r"|geen|niet (?:krijg|crash)|hij|zij|ze|vader|moeder|systeem|server|computer|app|collega\w*|no one|nobody|doesn't|don't crash"
        ),
    ),
    Rule(
        "an urge beside a place",
        "crisis",
        pattern(
            r"(?:spoor|spoorovergang|overgang|spoorwegovergang|perron|rails|trein|treinen|metro|tram|brug|viaduct|raam|galerij|balkon|kade|dak|flat|parkeergarage|snelweg|vangrail|muur|pijler|boom|bomen|tegenligger\w*|kanaal|water|rivier|zee|pers|zaag|shredder|machine|heftruck|silo|hijskraan|steiger|metro|bridge|train|window|river|tracks) (?:\w+ |, ){0,10}(?:(?:gewoon )?door ?(?:fietsen|rijden|lopen|rijd|rij|fiets|loop)|niet rem\w*|stappen|stap|springen|spring|liggen|lig|vallen|over (?:me|mij) heen|rijden|rij|rijd|knallen|knal|jump|fall|blijf\w*|blijf staan|als de (?:trein|metro) komt|van zeven uur|van 7 uur|kruipen|hangen)(?= |$)",
            r"(?:gedachten?|hoofd|denken) (?:\w+ ){0,5}(?:naar|aan|over|bij) (?:de |die |het |dat |een )?(?:trein|metro|spoor|brug|viaduct|flat|dak|kade|kanaal|boom|bomen|vangrail|strop|touw|pillen|mes|messen)(?= |$)|(?:says?|voice\w*|head) (?:\w+ ){0,4}jump",
            r"(?:van|vanaf|tegen|voor|in|onder|uit) (?:de |het |een |die |zo'n )(?:kade|viaduct|brug|dijk|boom|muur|pijler|vangrail|trein|metro|water|kanaal|raam|pers|galerij|dak|flat|machine) (?:\w+ ){0,3}(?:rijd|rij|rijden|spring|springen|stap|stappen|te stappen|te springen|te rijden|gaan liggen|liggen|duik|val|vallen)(?= |$)|(?:niet|nooit) rem\w* (?:\w+ ){0,4}(?:muur|boom|bocht|water|viaduct|vangrail|trein)(?= |$)",
        ),
        (
            "als ik naar huis fiets denk ik elke keer bij de spoorovergang nou gewoon doorfietsen",
            "elke dag is een gevecht om niet uit het raam te stappen",
            "mijn gedachten gaan steeds naar de trein van 7 uur",
            "misschien moet ik gewoon in die pers gaan liggen",
        ),
        (
            "ik hoop dat de trein gewoon rijdt",
            "ik denk dat de machine blijft hangen",
            "ik zou zo over het water willen varen",
            "op de kade kan je goed rijden met de heftruck",
        ),
        near=(pattern(_URGE), pattern(r"(?:ik|me|mij|mijn|i|my|'k|hij|zij|ze|gevecht|chauffeurs?)")),
        unless=pattern(
            _ELSEWHERE
            + r"|vertraging|blijft hangen|storing|onderhoud|monteur|rijdt|reis|reizen|kaartje|abonnement|ns|bang (?:om|voor)|hoogtevrees|vakantie|zwem\w*|duik(?:en|les|t)|varen|vis(?:sen)?|boot|klim\w*|glad|wandel\w*|hond|schilder\w*|lappen|klaarzet\w*|lossen|laden|pallet\w*|koffie|collega\w* (?:\w+ )?(?:rijdt|reed)|op tijd|aanmelden|lekker"
        ),
    ),
    Rule(
        "understanding those who did",
        "crisis",
        pattern(
            r"(?:snap|begrijp|snapte|begreep|understand) (?:ik )?(?:\w+ ){0,3}(?:mensen|iemand|waarom|dat|diegenen|why|people) (?:\w+ ){0,5}(?:springen|springt|sprong|er (?:een )?eind\w* aan|het (?:doen|deed|gedaan)|uit het leven|zelfmoord|zelfdoding|niet meer (?:willen|wil)|zichzelf|van kant|eruit stap\w*|kill themselves|jump|end it)(?= |$)",
        ),
        ("ik begrijp wel waarom mensen springen", "ik snap mensen die er een eind aan maken heel goed"),
        ("ik snap dat mensen het moeilijk vinden", "ik begrijp waarom klanten weglopen"),
        unless=pattern(_ELSEWHERE + r"|trampoline|feest"),
    ),
    Rule(
        "a day chosen",
        "crisis",
        pattern(
            r"(?:datum|dag|moment|tijdstip|plek|manier) (?:\w+ ){0,3}(?:geprikt|gekozen|uitgekozen|bepaald|uitgezocht|vastgesteld|in mijn hoofd) (?:\w+ |, ){0,8}(?:klaar|weg|stop|niemand|einde|rust|dood|ga|moe|leven|voorbij|afscheid|brief|verlost|over)(?= |$)|(?:al|de) (?:\w+ )?datum geprikt$",
            r"(?:plan|plannen|voorbereiding\w*) (?:\w+ ){0,4}om (?:te gaan|weg te gaan|er niet meer|te sterven|dood|te verdwijnen|er (?:tussen)?uit)(?= |$)(?! (?:naar|met|werken|studeren))",
            r"(?:laat|liet) (?:ik )?(?:\w+ ){0,2}(?:alles|iedereen) los (?:\w+ |, ){0,4}(?:vanavond|vannacht|goed zo|vrede)|(?:het is|is) (?:nu )?goed zo (?:\w+ |, ){0,6}(?:vanavond|vannacht|vaarwel|dag|sorry|rust|ik ga)|ik heb er vrede mee (?:\w+ |, ){0,6}(?:gaan|sterven|dood|weg|einde|voorbij)",
            r"(?:wereld|leven|iedereen|jullie|het) (?:\w+ ){0,4}(?:draait|gaat|gaan|leeft) (?:\w+ ){0,2}(?:door|verder) zonder (?:mij|me)(?= |$)|pijnlo\w+ method\w*|method\w* (?:\w+ ){0,3}pijnlo\w+|(?:ophangen|verdrinken|verhangen|dood ?maken|vermoorden|snijden) (?:mijzelf|mezelf|mij|me zelf)(?= |$)",
            r"(?:goodbye|farewell) (?:\w+ ){0,3}(?:friends|all of you|my love|world|family|kids)(?= |$)(?! see)|(?:nice|good) knowing you|(?:should|deserve to|could|better|gotta|need to|have to|ready to|going to|gonna|want to) (?:just )?(?:die|be dead|disappear forever|not exist)(?= |$)(?! (?:of|from|for))|(?:is|are|would) (?:\w+ ){0,2}(?:\d+ |twenty |thirty )?(?:paracetamol|pills|tablets|painkillers|sleeping pills|mg) (?:\w+ ){0,2}enough",
        ),
        (
            "ik heb al een datum geprikt",
            "ik maak weer plannen om te gaan",
            "de wereld draait wel door zonder mij",
            "i deserve to die",
        ),
        (
            "we hebben een datum geprikt voor de borrel",
            "ik heb plannen om te gaan reizen",
            "het team draait door zonder mij",
            "ik zit te kijken naar een nieuwe methode",
        ),
        unless=pattern(
            _ELSEWHERE
            + r"|reizen|borrel|feest|trouw\w*|uitje|studeren|vakantie|het team|afdeling|winkel|see you|meeting"
        ),
    ),
)
