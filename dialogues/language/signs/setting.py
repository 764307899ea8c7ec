"""Words that tell where a sign comes from: a story, a lesson, a trade. Rules use them to leave such talk alone."""

from __future__ import annotations

from typing import Final

STORY: Final = (
    r"(?:boek\w*|roman|thriller|detective|film|films|\w{3,}film|serie|series|tv-?serie\w*|\w{4,}serie|netflix|videoland|documentaire|docu|podcast|toneelstuk\w*|toneel|theater\w*|musical|voorstelling|soap|gtst|goede tijden|aflevering|acteur|hoofdpersoon|personage|spel|spelletje|game|gamen|gta|liedje|songtekst|krant|nieuws|artikel"
    r"|reportage|uitzending|\w*programma (?:op|over)|op tv|op de (?:televisie|radio)|tv-serie|verhaal van vroeger|moordspel|escape ?room|true crime|quiz|puzzel|weerwolven|among us|movie|movies|book|novel|show|series|episode|podcast|musical|play about|documentary|video ?game)"
)
LESSON: Final = (
    r"(?:cursus\w*|training\w*|workshop\w*|scholing\w*|bijscholing|nascholing|les|lessen|e-learning|elearning|module|lesstof|opleiding\w*|toolbox\w*|protocol\w*|richtlijn\w*|werkinstructie|instructie|veiligheidsinstructie|beleid\w*|werkgroep|congres|symposium|lezing|webinar|presentatie|voorlichting\w*"
    r"|themadag|teamdag|intervisie|casus|casuistiek|casusbespreking|signaleringsplan|signaalkaart|meldcode|stappenplan|bhv\w*|ehbo\w*|oefening|brandoefening|ontruimingsoefening|rollenspel|examen|toets|scriptie|onderzoek|folder|poster|flyer|brochure|stage ?opdracht|workshop|course|trainings?|protocol|lesson|prevention|policy|seminar|awareness|drill)"
)
TRADE: Final = (
    r"(?:(?:als|ben|werk als|werkte als|word|was) (?:\w+ )?(?:\w*begeleider|\w*verzorgende|verzorgster|\w*verpleegkundige|verpleeghulp|uitvaart\w+|grafdelver|machinist|conducteur|agent|politieagent|boa|beveiliger|brandweer\w*|ambulance\w*|hulpverlener|\w*hulpverlener|vertrouwenspersoon|maatschappelijk werker|jongerenwerker"
    r"|psycholoog|psychiater|therapeut|huisarts|arts|dokter|docent|leraar|juf|meester|mentor|deurwaarder|bewindvoerder|schuldhulpverlener|incassomedewerker|budgetcoach|dierenarts|slager|kok|jager|ongediertebestrijder|telefonist\w*|vrijwilliger|mediator|advocaat|jurist|rechercheur|bedrijfsarts|mantelzorgconsulent|leidinggevende|teamleider|bhv'?er)"
    r"|(?:in|bij|op) (?:de |het |een |onze |mijn )?(?:\w+ )?(?:ggz\w*|hospice|uitvaart\w*|begraafplaats|crematorium|mortuarium|ambulance|meldkamer|politie|recherche|jeugdzorg|jeugdhulp|jeugdbescherming|crisisdienst|crisisopvang|opvang\w*|blijf\w*huis|blijf-van-mijn-lijfhuis|vrouwenopvang|verslavingszorg|gevangenis|pi|palliatieve \w+|terminale \w+|schuldhulp\w*|kredietbank|incassobureau|deurwaarderskantoor|wijkteam|slachthuis|slachterij|dierenkliniek|asiel|113|kindertelefoon|luisterlijn|veilig thuis)"
    r"|i (?:work|volunteer) (?:as|in|at|for|with) (?:\w+ ){0,4}(?:hospice|funeral|suicide|prevention|hospital|ambulance|police|shelter|crisis|hotline|mental health|psychiatr\w*|debt\w*|security)|(?:palliatief|crisis|sociaal|vak)team|palliatief team)"
)
CALM: Final = r"(?:opgelost|uitgepraat|netjes|goed gekomen|valt mee|viel mee|haha\w*|hihi\w*|lol|grapje|geintje|lachen er samen|lachen er (?:zelf )?om|gelachen|leuk gedaan|komt (?:bij ons|hier) (?:\w+ )?niet voor|niet voor bij ons|prima toch|niks aan de hand|geen probleem|niet erg|(?<!in )elkaar|door de (?:pas|deur|app)|een kar|met kaarten|met dammen|printer|gezellig|doe ik graag|vind ik fijn|graag gedaan|lekker|geslaagd|geflikt|weer vrij|morgen vrij|greep (?:\w+ )?in|, top|top opgelost|all good|no worries|just kidding|jk|kidding)"
NOT_MEANT: Final = r"(?:haha\w*|hihi\w*|lol|grapje|geintje|kidding|jk|een kar|met kaarten|met dammen|printer|offertes?|scanner|computer|laptop|wekker|machine|systeem|app|kat|kip|kippen|vis|varken\w*|bestelling\w*|dozen|order\w*|plant\w*|band|heg|haag|onkruid|muis|muizen|wesp|vliegen|mug|muggen|rooster|rug|knie|auto|fiets|telefoon|pallet\w*|taart|verras\w*|voetbal\w*|dammen|schaken|wedstrijd|darts|poetsen|afspraak|rapport\w*|lijst\w*|klus\w*|productie)(?= |$)"
"""Marks of a joke, and things that only look like persons to a rule: "ik maak ze af, die bestellingen"."""
