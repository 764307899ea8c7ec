"""The English half of the closed lists of `answer_words`."""

from __future__ import annotations

YES = (
    "i think so|yes i think so|i guess so|i guess|i suppose so|yes that is right|yeah|yea|yes sure|yes i do|yes i would|yes i am|yes it is|i do|i would|ok sure|okay sure|ok then|okay then|fine|fine by me|that's fine|thats fine|alright|all right|sounds good|sounds great|good|great|go ahead|sure go ahead|yes go ahead|go on|please|please do"
    "|yes please do|correct|that's correct|thats correct|that's right|thats right|that is right|yes that's right|yes thats right|right|exactly|definitely|absolutely|of course|yes of course|why not|sure why not|yes thanks|yes thank you|aye|it is|i agree|agreed|happy to|i'd like that|i would like that|id like that"
    "|yeah sure|yeah ok|yeah okay|yeah please|yeah go on|yeah of course|sure thing|for sure|oh yes|yes yes|yes indeed|indeed|true|that's true|thats true|let's do it|lets do it|let's go|lets go|let's do that|i want to|i want that|works for me|tell me|tell me more|i'm in|im in|by all means|cool|lovely|perfect"
)
NO = (
    "no thx|i don't think so|i dont think so|no i don't think so|hmm not really|no no|nah|no not really|no not now|no not today|no i don't|no i dont|i don't|i dont|i don't want to|i dont want to|no i don't want to|not now|not right now|not today|not yet|no not yet|no never|rather not|i'd rather not|id rather not|i would rather not|no rather not|definitely not|not at all|no need|not needed"
    "|not for me|no not for me|not interested|i'm not interested|im not interested|maybe later|later maybe|maybe another time|another time|some other time|don't|do not|please don't|please dont|absolutely not|certainly not|nope thanks|nope sorry|no sorry|sorry no|that's wrong|that's not right|thats not right|not right|not true|that's not true|not correct|not quite"
    "|no it isn't|it isn't|it isnt|no i'm fine|no im fine|i'm good thanks|im good thanks|no i'm good|no im good|oh no|no that's not right|no not quite|no it's not|no its not"
)
UNSURE = (
    "not sure tbh|not sure to be honest|i don't know to be honest|i do not know|i really don't know|i really dont know|i don't really know|i dont really know|don't really know|dont really know|i don't know yet|i dont know yet|i don't know really|i dont know really|i honestly don't know|honestly i don't know|honestly don't know|i dunno|dunno really|dunno yet|i don't know tbh|i dont know tbh"
    "|dont know yet|don't know yet|i have no idea|i've no idea|ive no idea|really no idea|no idea yet|no idea really|no idea to be honest|no idea tbh|i have no clue|haven't a clue|i haven't a clue|not a clue|i'm not sure|im not sure|i am not sure|not sure yet|not sure really|not really sure|i'm not really sure|im not really sure|i'm not sure yet"
    "|not quite sure|unsure|i'm unsure|hard to say|difficult to say|maybe|perhaps|might be|it depends|depends|that depends|who knows|beats me|i can't say|i cant say|can't say|cant say|i couldn't say|i wouldn't know|need to think about it|i need to think about it|let me think|i have to think about it|i don't have an opinion|i'm in doubt"
)
ANY = (
    "i don't mind|i dont mind|don't mind|i don't care|i dont care|don't care|it doesn't matter|it doesnt matter|doesn't matter to me|doesnt matter to me|it doesn't matter to me|you choose|you pick|you decide|up to you|both|both of them|either is fine|either one|either way|any of them|any is fine|all good|all of them|it's all the same|all the same to me"
    "|makes no difference|it makes no difference|no matter|surprise me|just pick one"
)
YES_LABELS = "ok|go ahead|tell me|tell me more|that's right|correct|right|agreed|i agree|i join in|i'm in|count me in|understood|yes that's right|yes go ahead|that is right|good|fine|all right|yes sure"
STRONG_NO_LABELS = "i'd rather not|i would rather not|rather not say|no thank you|not today|not right now|not now thanks|no not now|no rather not"
NO_LABELS = f"{STRONG_NO_LABELS}|not yet|not quite|something else|no stop|i don't join in|leave it|just stop"
UNSURE_LABELS = (
    "don't know",
    "not sure",
    "no idea",
    "in doubt",
    "maybe",
    "doubt",
    "can't say",
    "hard to say",
    "unsure",
)
ANY_LABELS = ("doesn't matter", "don't mind", "no preference", "either", "both")
FILLER = "the it it's its that that's this these i'm im i'd id i'll i've my to just really so very quite would like think feel want rather well still also bit some um er hmm be being been you your please and"
LIGHT = "i i'm i'd a the it my me we our in at on with for from by as if is was am are be have has had do does did want would like think choose pick go going get feel need just really so very mostly usually always also some that this to of and then work working option number answer one"
OPENERS = "um er uhm hmm well so honestly oh"
NEGATIONS = "don't doesn't can't won't isn't never nothing without nobody"
SCALE = "a an i'd i'm id i would say give it it's its about around maybe perhaps probably think roughly right now for me myself just an out of is that's make go with my number score today at the moment only solid good nice small big"
PLAINLY = ("yeah", "yep", "nah", "sure", "okay", "correct", "yup")
COMMANDS = {
    "terug": "previous question|the previous question|back to the previous question|one step back|a step back|step back|one back|take me back|can i go back|i want to go back|go back one|go one back|go back a step|undo that|back one",
    "stop": "stop now|i want to quit|stop this|stop this conversation|stop the conversation|stop this talk|stop talking|can we stop|can i stop|let's stop|lets stop|let's stop here|lets stop here|i stop|i'd like to stop|i would like to stop|close|quit this|finish|abort",
    "skip": "i would rather not|id rather not|i'd rather not say|i would rather not say|i rather not|rather not say|i'd prefer not to|i would prefer not to|i prefer not to say|i'd prefer not to say|prefer not to|skip this question|skip it|skip that|skip this one|skip question|can i skip this|can i skip|can we skip this|i skip|i skip this one"
    "|i want to skip this|next question|no comment|i don't want to say|i dont want to say|i don't want to answer|i dont want to answer|i don't want to answer that|i won't say|pass|i pass|none of your business|let's skip this|lets skip this|move on|don't want to say",
    "help": "i need help|please help|i don't get it|i dont get it|don't get it|i don't understand this|i dont understand this|i do not understand|don't understand|i don't understand the question|i dont understand the question|i don't understand it|i dont understand it|what does that mean|what does this mean|how does this work|how does it work"
    "|what can i do|what do i do|what should i do|what now|explain|explain please|please explain|what|what is this|can you help|can you help me",
}
