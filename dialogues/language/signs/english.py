"""Signs of crisis in English, slang and second-language English among them, and the plainest words of a few other languages.

Dutch words are never read as English here: every way of saying needs words that Dutch does not have.
"""

from __future__ import annotations

from dialogues.language.signs.rule import Rule, pattern

_WANT = r"(?:want|wants|wanted|wanna|wish|wishing|hope|hoping|pray|praying|prefer|rather|like|feel like|would like|need|ready|plan|planning|going|gonna|decided|about|thinking|thought|thoughts|think|dream|tempted|urge|ideation|consider\w*|try|tried|trying|might|could|should|will|let)"
_NOT = r"(?:not|never|don't|dont|do not|doesn't|doesnt|didn't|no longer|can't|cant|cannot|no)"
_THEM = r"(?:my |a |the |this |that )?(?:\w+ )?(?:friend|son|daughter|kid|child|brother|sister|husband|wife|boyfriend|girlfriend|partner|mom|mum|mother|dad|father|mate|buddy|roommate|cousin|neighbour|neighbor|colleague|coworker|co-worker|he|she|someone|somebody|they)"
_SAFE = r"(?:film|movie|book|show|series|game|play|podcast|training|course|workshop|prevention|protocol|patient\w*|resident\w*|client\w*|hotline volunteer|the (?:engine|process|server|app|lights|light|mood|vibe)|coffee|laugh\w*|lol|haha\w*|boredom|heat)"

ENGLISH = (
    Rule(
        "English: death wished for",
        "crisis",
        pattern(
            rf"(?:i|i'd|im|i'm|we|he|she|they|{_THEM}) (?:\w+ ){{0,6}}{_WANT} (?:\w+ ){{0,5}}(?:die|dying|dead|death|be dead|end it|end it all|disappear forever|vanish|not exist|cease to exist|stop existing|stop living|be gone|kill \w+self|never wake up|be with (?:my )?(?:late|dead) \w+)(?! (?:for|of|to (?:learn|see|try|know|meet|go|work)|line|tired|serious))",
            rf"(?:i|i'd|im|i'm|he|she|they) (?:\w+ ){{0,4}}{_NOT} (?:\w+ ){{0,4}}(?:live|alive|living|exist|wake up|be here|be around|life)(?: (?:any ?more|anymore|no more|longer|tomorrow|next \w+|like this))",
            r"(?:i|me) (?:\w+ ){0,2}(?:want|wanna|wish|like) (?:to )?(?:die|dead|no live|not live)(?= |$)|(?:no|not|dont|don't) want (?:to )?(?:live|life)(?= |$)(?! (?:in|at|with|on|near|far))|life (?:is )?(?:finish\w*|over|done|end) (?:for|with) me|(?:be|is|are) gone forever|if i (?:want|even want|wanna) (?:to )?(?:exist|live|be alive)|(?:easier|better|fine|nice|ok|okay) if i (?:\w+ ){0,3}(?:didn't|didnt|don't|dont|never|not) (?:wake|woke|exist|born|here)(?: up)?|(?:don't|dont|not) let me wake up|only way out (?:\w+ ){0,2}(?:death|die|dying|dead)|not (?:being|be) alive|lost (?:the|my) will to live|(?:planet|this earth|this world|this life) (?:\w+ )?(?:any ?more|no more|longer)|(?:do|doing) (?:this )?life(?: thing)? (?:any ?more|no more)|(?:think\w*|thought\w*|about|to|want\w*|wanna|gonna|might|just) (?:\w+ ){0,2}(?:end|ending) (?:things|it|my life|all of it|everything)(?= |$)(?! (?:early|soon|on|with|here for|at|by|in))|(?:point|meaning|purpose) (?:of|in) (?:living|life|being here|going on|it all)(?= |$)|(?:top|topped|topping) (?:him|her|my|them)sel\w+|(?:tired|sick) (?:to|from) (?:live|life|living)|life (?:\w+ ){0,2}no good|i want (?:to )?finish(?= $|$)|(?:not )?want\w* to be here(?= $|$| any ?more)|last (?:day|night|christmas|birthday) (?:on earth|alive|for me|ever for me)",
            r"(?:won't|wont|will not|not gonna|not going to) (?:\w+ )?be (?:around|here|alive) (?:for|at|by|next|any ?more)(?! (?:friday|monday|tuesday|wednesday|thursday|saturday|sunday|the meeting|work|lunch))|(?:have|got|made) (?:a |the |my )?plan (?:\w+ )?(?:and a (?:date|place|day|time)|to (?:die|end|do it))|(?:be|join|see|go) (?:\w+ )?(?:with|to|again) (?:my )?(?:dead|late|passed|deceased) (?:wife|husband|son|daughter|mom|mum|mother|dad|father|brother|sister|child|partner)|(?:with|join|see) (?:him|her|them) (?:\w+ )?(?:in heaven|up there|on the other side|again in heaven)|(?:kids|family|children|everyone|they|wife|husband) (?:\w+ ){0,4}better with(?:out)? (?:another|a different|someone else|me)|rip me (?:soon|lol)",
            rf"{_NOT} (?:\w+ ){{0,3}}(?:want|wanna|wish|care|deserve|think|wants|see) (?:\w+ ){{0,5}}(?:to )?(?:live|be alive|stay alive|exist|wake up|be here (?:any ?more|tomorrow|next)|go on living|keep living|see (?:tomorrow|another day|christmas|next))",
            r"better (?:i am|i'm|im|me|if i am) (?:\w+ )?(?:dead|gone|not here|die)|better dead(?= |$)|(?:head|voices?|mind|brain) (?:\w+ ){0,8}(?:, )?(?:die|jump|kill (?:your|my)self|end it|hang)(?= |$)|(?:if|when|once) i (?:\w+ )?(?:disappear\w*|die\w*|vanish\w*|was gone|were gone|am gone) (?:\w+ ){0,4}(?:no one|nobody|noone|who|they|everyone|everybody) (?:\w+ ){0,3}(?:notice|miss|care|better|cry|happier)|(?:better off|better if i'?m?|happier|easier|relieved|fine) (?:\w+ ){0,3}(?:dead|without me|if i (?:\w+ ){0,3}(?:gone|dead|disappear\w*|die\w*|didn't exist|wasn't here|not here|weren't here))",
            r"(?:without me|if i (?:\w+ )?(?:died|disappeared|was gone|were gone|was dead|wasn't here|weren't here|am gone|dont wake up|didn't wake up)) (?:\w+ ){0,5}(?:better|happier|miss|notice|care|easier|relieved|fine)",
            r"(?:no ?body|no one|noone|anyone|anybody|who|they) (?:\w+ )?(?:would|will|gonna|going to|'d) (?:\w+ )?(?:miss|notice|care) (?:\w+ )?(?:if i|when i|me)",
            r"(?:i'm|i am|im|just|feel like|being) (?:\w+ ){0,3}(?:a |such a )?burden (?:to|on|for)|everyone's burden",
            r"(?:tired|sick|done|finished|exhausted|fed up|through|over) (?:of|with) (?:being alive|living|life|my life|this life|existing|existence|breathing|waking up)|(?:life|living|my life|existence) (?:\w+ ){0,4}(?:is|feels|isn't|not|has|be|seems) (?:\w+ ){0,2}(?:finish\w*|over|worthless|pointless|meaningless|not worth|worth living|worth it|no meaning|no point|hell|empty)",
            r"(?:sleep|asleep|fall asleep|go to bed) (?:\w+ |, ){0,5}(?:forever|never wake|not wake|don't wake|never have to wake|and not)|(?:not|never|don't|dont) wake up (?:again|tomorrow|any ?more|ever)?$",
            r"(?:reason|reasons|point|purpose|meaning|will) (?:left )?(?:\w+ ){0,2}(?:to|of|in|for) (?:\w+ )?(?:live|living|life|go on|stay alive|be alive|keep going|exist\w*|carry on)",
            r"(?:wish|wished) (?:\w+ ){0,3}(?:never (?:been )?born|wasn't born|was never born|was dead|were dead|not be here|wasn't here|could disappear|would hit me|would run me over|didn't exist)",
            r"(?:hope|wish|pray|wouldn't mind|dont mind|don't mind) (?:\w+ ){0,4}(?:bus|truck|car|train|lorry|van|tram|forklift|machine|heart attack|cancer|accident) (?:\w+ ){0,4}(?:hits?|me|over|kills?|takes?)|(?:hit by|run over by) (?:a|the) (?:\w+ )?(?:bus|truck|car|train|lorry) (?:\w+ ){0,4}(?:mind|fine|good|relief|care|okay|ok)",
        ),
        (
            "also i dont think i want to be alive next month",
            "life for me is finish",
            "i wish i could just fall asleep and never wake up",
            "I just don't see a reason to keep going with life",
            "my friend says he wants to die",
        ),
        (
            "I'm dying to learn welding",
            "I would die for a coffee",
            "the patient said she wanted to die",
            "I want to live closer to work",
            "I don't want to live in this city anymore",
        ),
        unless=pattern(
            _SAFE
            + r"|live (?:in|at|near|with|on|here|there|closer|far) |life is (?:good|great|busy|short|too short)|work.life"
        ),
    ),
    Rule(
        "English: a way, a place, a wound",
        "crisis",
        pattern(
            r"(?:jump\w*|throw\w*|step\w*|fall\w*|walk\w*|lie|lying|drive|driving|crash\w*|swerve|swerving|steer\w*) (?:\w+ ){0,5}(?:off|from|in front of|under|into|onto|on) (?:\w+ ){0,2}(?:bridge|roof|building|train|trains|balcony|bus|truck|tracks|traffic|tree|wall|river|canal|water|ledge|overpass|lorry|pole)",
            r"(?:bridge|roof|rooftop|ledge|platform|tracks|railway|balcony|river) (?:\w+ |, ){0,10}(?:jump\w*|let go|step off|fall|throw myself|end it|go over)",
            r"(?:how|ways?|method\w*|google\w*|search\w*|what|painless|easiest|quickest|least painful|best way) (?:\w+ ){0,6}(?:to |2 )(?:die|kill (?:my|your|one|him|her)self|end (?:my|your|it|a) ?(?:life|all)?|hang|overdose|commit)",
            r"(?:how many|how much|enough|stash\w*|saved|saving|collect\w*|took|taken|take|taking|swallow\w*|bottle of|whole|all my|all the|handful) (?:\w+ ){0,5}(?:pills|paracetamol|tylenol|tablets|sleeping pills|insulin|ibuprofen|medication|meds|painkillers|oxy\w*|antidepressants|opioids)(?: (?:\w+ ){0,8}(?:to )?(?:die|kill|lethal|fatal|overdose|dangerous|deadly|never wake|enough|at once|end|tonight|gone|dead))",
            r"(?:saved|saving|stash\w*|collect\w*|hoard\w*) (?:up )?(?:\w+ ){0,3}(?:pills|meds|tablets|painkillers|medication)|(?:pills|meds|tablets) (?:\w+ ){0,3}(?:saved|ready|stashed|lined up|in my drawer|tonight)|(?:took|swallowed|taken) (?:\w+ ){0,3}(?:whole bottle|all (?:my|the) (?:pills|meds|tablets)|too many (?:pills|tablets))",
            r"(?:load|loads|bunch|lots?|handful|whole|too many|all the|all my|pack|box|strip|bottle|packet) (?:of )?(?:the |my )?(?:pills|tablets|paracetamol|meds|medication|sleeping pills)(?= |$)|how much (?:insulin|paracetamol|morphine|alcohol|medication) (?:\w+ ){0,6}(?:too much|kill|die|dangerous|fatal|lethal|deadly|asking for)|(?:jump|jumped|fall|falling) (?:\w+ )?(?:from|off|out) (?:the |a |my )?(?:\w+ )?(?:floor|window|roof|bridge|balcony|flat|building)|if i (?:jumped|jump|died|hung|hanged)(?= |$)|overdos\w+|\bod'?d\b|(?:rope|noose|razor|blade|gun|knife) (?:\w+ ){0,5}(?:my (?:neck|wrists?|arms?|head|throat|mouth|temple)|ready|bought)|(?:bought|got|tied) (?:a |the )?(?:rope|noose)",
            r"cutting (?:helps|calms|again|makes me)|(?:slash\w*|slit|carv\w*|cut) (?:\w+ )?(?:my|her|his) (?:arms?|wrists?|legs?|thighs?)|(?:step|jump|walk|fall) off (?:the|a) (?:platform|roof|bridge|ledge)|pills (?:\w+ ){0,5}(?:for when|in case|when it gets|just in case)|(?:cut|cuts|cutting|hurt|hurting|harm\w*|burn\w*|hit|hitting|starv\w*|punish\w*|scratch\w*) (?:\w+ ){0,3}(?:myself|himself|herself|themselves|my (?:arms?|wrists?|legs?|thighs?|skin)|her (?:arms?|wrists?)|his (?:arms?|wrists?))(?! (?:with|on) (?:a|the|some) )(?:(?: on purpose| again| because| to feel| at night| sometimes| when| in the \w+ ?\w*| every| so| till| until)?)",
            r"(?:tried|attempt\w*|try|attempted) (?:\w+ ){0,3}(?:to )?(?:kill myself|end (?:it|my life)|overdose|hang myself|suicide|take my (?:own )?life|to die)|(?:my|an|suicide|previous|past|last) attempt (?:\w+ ){0,2}(?:last year|years? ago|in \d+|failed|survived|when i)",
            r"(?:took|take|takes|taking) (?:my|his|her|their) own li(?:fe|ves)|unaliv\w*|un ?alive|kms|kys|ctb|sewer ?slid\w*|self ?delet\w*|delete myself|(?:end|ending|finish) myself|end it all|off (?:my|him|her)self|\w*suic?i?d\w*|self ?-?harm\w*",
        ),
        (
            "I keep stopping on the bridge on my way home and thinking about jumping",
            "i hurt myself on purpose in the break",
            "i tried to overdose two years ago and that feeling is back",
            "what is the easiest way to die",
            "gonna unalive myself",
        ),
        (
            "I hurt my back",
            "I cut myself on a box",
            "how many pills does the resident take",
            "we jump in when it is busy",
            "walk into the building",
        ),
        unless=pattern(
            _SAFE
            + r"|on (?:a|the) (?:box|knife|can|machine|blade|sheet|metal|edge|carton)|by accident|accidentally|band ?aid|plaster|while (?:cooking|chopping|welding)|walk\w* (?:\w+ )?into (?:the|a) (?:building|wall)|hit (?:my|his|her) (?:head|knee|toe)"
        ),
    ),
    Rule(
        "English: farewell",
        "crisis",
        pattern(
            r"(?:sorry|thanks|thank you|thankful|forgive me) (?:\w+ |, |\. ){0,14}(?:goodbye|good bye|farewell|bye forever|take care of my|look after my|i love you all|last message)|(?:look after|take care of) my (?:\w+ )?(?:cat|dog|kids|children|son|daughter|mother|mom) (?:\w+ |, |\. ){0,10}(?:goodbye|bye all|when i'm gone|sorry|after i)",
            r"(?:goodbye|good bye|farewell) (?:forever|everyone|everybody|world|cruel world|all|to all)(?! (?:see you|have a))(?! , (?:see you|have a))|this is (?:my |a )?(?:goodbye|farewell|last (?:message|day alive|night|time you))",
            r"(?:wrote|written|writing|write|left|leave|have|got) (?:\w+ ){0,4}(?:goodbye (?:letter|letters|note|notes)|suicide note|the notes|the letters|a note for (?:my|when)|letters for my)(?: (?:\w+ ){0,3}(?:kids|family|parents|wife|husband))?",
            r"(?:when|after|once) i'?m (?:gone|dead|not here any ?more)|(?:tell|let) (?:my|the) (?:kids|children|wife|husband|mom|mum|mother|family|son|daughter|parents|everyone) (?:\w+ ){0,4}(?:i love|i loved|sorry|know i)",
            r"(?:you|they|nobody|everyone) (?:\w+ ){0,2}(?:won't|wont|will never|never|will not) (?:\w+ ){0,2}(?:see|hear from|hear) (?:me|from me) (?:again|any ?more)|(?:giving|gave|give) (?:away )?(?:all )?(?:my|his|her) (?:stuff|things|belongings|possessions|clothes)(?: away)?(?: (?:\w+ ){0,6}(?:won't|don't|anymore|need|say\w*|see))",
            r"(?:tonight|tomorrow|today|soon) (?:\w+ ){0,3}(?:it will|it'll|it|everything|all) (?:\w+ ){0,2}(?:be )?(?:over|end|ends|finished|be done)(?: forever| for me| for good)|(?:won't|will not|not gonna|not going to) be (?:here|around|alive) (?:tomorrow|next|any ?more|much longer|to see)",
        ),
        (
            "sorry for everything, please look after my cat. goodbye all",
            "I've written the notes",
            "tell my kids i love them",
            "you will never see me again",
        ),
        (
            "goodbye everyone, see you monday",
            "thanks for everything, have a nice weekend",
            "I wrote the notes of the meeting",
            "I won't be here tomorrow, day off",
            "please look after my plants",
        ),
        unless=pattern(
            r"(?:train|bus|weekend|late (?:for|to)|new job|see you|have a (?:nice|good|great)|holiday|vacation|day off|retire\w*|meeting|weekend|leave day|last shift|transfer|moving to|handover|contract|sick leave|appointment)"
        ),
    ),
    Rule(
        "the plainest words of other languages",
        "crisis",
        pattern(
            r"olmek istiyorum|yasamak istemiyorum|kendimi oldur\w*|intihar\w*|chce umrzec|niet? chce (?:juz )?zyc|zabi\w+ sie|sie zabi\w+|samobojst\w*|(?:bghit|bghi[ty]) n?mout|badi mout|ma (?:bqit|bghit)\w* n?3ich|mi (?:no )?wani (?:libi|dede) ?\w*|mi ke muri|mi no ke biba|quiero (?:morir\w*|suicidar\w*)|no quiero vivir|(?:wol|wolle|kin|doch) (?:\w+ )?net mear (?:libje|libben)|net mear libje|je (?:ne )?veux (?:plus vivre|mourir)|(?:plus )?envie de (?:vivre|mourir)"
            r"|ich will (?:sterben|nicht mehr le[bv]en|tot sein)|selbstmord|vreau sa mor|ya ne khochu zhit|хочу умереть|ne zelim ziveti|voglio morire|eu quero morrer|không muốn sống",
        ),
        ("mi no wani libi moro", "ölmek istiyorum", "nie chcę żyć"),
        ("ich will arbeiten", "quiero trabajar mas"),
    ),
)
