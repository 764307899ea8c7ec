"""What somebody says about the talk itself, in a whole message: enough of it, it does not listen, it was said already. One rule a remark.

Only whole messages count, and short ones: "geen tijd" may be an answer, "geen tijd nu" is none. Each rule carries examples that are its tests.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from dialogues.language import normal

Remark = Literal["enough", "discord", "said", "lost"]
"""`enough`: the talk must stop. `discord`: it is no good. `said`: it was said before. `lost`: the question was not understood."""

MOST_WORDS = 14


@dataclass(frozen=True, slots=True)
class Rule:
    """A remark, the words that make it, and what does and does not mean it."""

    remark: Remark
    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    not_examples: tuple[str, ...] = ()


def _rule(remark: Remark, pattern: str, examples: tuple[str, ...], not_examples: tuple[str, ...] = ()) -> Rule:
    return Rule(remark, re.compile(pattern), examples, not_examples)


_SOME = r"(?: (?:nu|nou|eens|even|maar|gewoon|toch|echt|hier|wel|dan|ook|gelijk|meteen|helemaal))*"
"""Small words that change nothing about it."""
_THING = (
    r"(?:onzin|kut\w+|rot ?(?:ding|bot|app|programma)|klote\w*|bagger|flauwekul|gelul|bullshit|lulkoek|stom (?:ding|gedoe|programma)"
    r"|(?:stomme|domme|kut|rot|achterlijke) (?:bot|robot|app|vraag|vragen)|waardeloos ding|slap gelul)"
)

RULES = (
    _rule(
        "enough",
        rf"laat(?: het| t)? maar(?: zitten| gaan)?|laat me{_SOME} met rust|stop(?: er)?{_SOME} ?(?:mee|ermee){_SOME}|ermee stoppen|stop{_SOME}|ik (?:stop|kap|nok|hou|houd) (?:er|hier){_SOME} ?mee(?: op)?"
        rf"|ik (?:stop|kap|nok|hou|houd) ermee{_SOME}(?: op)?|kap(?: er)?{_SOME} ?(?:mee|ermee)|(?:hou|houd)(?: er| ermee)?{_SOME}(?: mee)? op"
        r"|(?:hou|houd) (?:je|jouw|uw) (?:mond|kop|bek|waffel)",
        ("laat maar", "laat maar zitten joh", "laat me met rust", "laat me met rust pls", "stop er mee man", "stop maar even", "ik kap ermee", "kap er nou mee", "hou er mee op"),
        ("stop met roken", "stop met nachten", "ik stop met werken"),
    ),
    _rule(
        "enough",
        rf"(?:(?:hier|daar) heb ik (?:nu |even |echt |vandaag )+geen tijd voor)|(?:ik )?(?:heb )?(?:(?:nu|daar|hier|even|echt|helemaal|vandaag) )+geen tijd(?: voor| hiervoor| meer)?{_SOME}"
        rf"|(?:ik )?(?:heb )?geen tijd(?: meer| hier| hiervoor)?(?: voor)?(?: nu| even| vandaag| hiervoor)+"
        r"|nu even niet|even niet(?: nu)?|niet nu|nu niet|een andere keer|ik ga (?:slapen|naar bed|eten)|een ander keertje",
        ("geen tijd nu", "nu even geen tijd", "heb nu geen tijd", "even niet nu", "ik heb hier nu geen tijd voor", "geen tijd vandaag"),
        ("geen tijd", "ik heb nooit tijd voor pauze", "geen tijd voor mijn pauze"),
    ),
    _rule(
        "enough",
        r"(?:ik )?(?:moet|ga) (?:nu |er |weer |nou )*(?:weg|gaan|vandoor|aan het werk|aan de slag|verder werken|door)(?: nu)?|ik ga|ik ben (?:er )?(?:weg|vandoor)"
        r"|(?:ik ben )?(?:er )?(?:wel |helemaal |echt )*klaar mee(?: met jou)?(?: doei| doeg| hoor| nu)+|doei+|doeg|dag+|de groeten|ajuus|houdoe|later|tot later|laters|mazzel",
        ("ik ben er klaar mee doei", "klaar mee doei", "moet weer aan het werk", "doei", "houdoe"),
        ("ik moet weer werken morgen", "ik ga weg bij dit bedrijf"),
    ),
    _rule(
        "enough",
        r"leave me alone|(?:i m|i am|im) (?:so )?done(?: with (?:this|you|it))?(?: now)?(?: bye)?|(?:i (?:have|ve got|got) )?no time (?:right )?(?:now|for this|today)"
        r"|not (?:right )?now|(?:i )?(?:have to|got to|gotta|must) (?:go|run|get back to work)(?: now)?|stop (?:bugging|asking|bothering) me|enough already|bye(?: bye)?"
        r"|forget it|go away|stop (?:it|this)(?: now)?|i m out|(?:i )?quit",
        ("leave me alone", "I'm done bye", "no time right now", "gotta go", "stop asking me"),
        ("I'm done with nights",),
    ),
    _rule(
        "discord",
        r"(?:jij |je |u |ge )(?:leest|luistert|snapt|begrijpt|hoort|verstaat|snap|lees|luister|begrijp)(?: (?:me|mij|het|er|dit|echt|ook|helemaal|gewoon|toch|wel|nou|weer|totaal))*"
        r" (?:niet|niks|niets)(?: (?:van|goed|eens|echt|wat ik (?:zeg|typ|schrijf|bedoel)))*"
        r"|lees (?:je |jij )?(?:wel|eens|nou|dan|gewoon)*(?: (?:goed|wat ik (?:zeg|typ|schrijf)|wat er staat))?|luister (?:je )?(?:wel|eens|nou|dan)(?: naar (?:me|mij))?",
        ("je leest niet", "je luistert niet", "jij snapt er niks van", "je begrijpt me niet", "lees je wel", "lees eens wat ik zeg"),
        ("je leest niet wat er in de overdracht staat", "lees je mijn plan"),
    ),
    _rule(
        "discord",
        rf"(?:(?:wat|dit is|dat is|het is|is|das|tis|jij bent|je bent)(?: (?:een|toch|gewoon|echt|ook|zo|allemaal|maar))* )?(?:n )?{_THING}(?: zeg| man| is dit| dit| is het| ding| joh)*"
        r"|(?:hier|daar|dit|dat)? ?(?:heb|schiet|daar) ?(?:ik )?(?:hier |daar )?(?:niks|niets|geen reet|geen moer) (?:aan|op|mee op)|dit slaat nergens op|slaat nergens op|waar slaat d[ia]t op"
        r"|dit schiet niet op|(?:je|jij) bent (?:echt )?(?:zo )?(?:dom|stom|irritant|vervelend|waardeloos|nutteloos)|wtf(?: is dit)?"
        r"|rot op|flikker op|donder op|sodemieter op|tyf op|tief op|optyfen|(?:ik ben )?(?:er|hier) (?:wel |helemaal |echt |zo )*klaar mee",
        ("wat een kutding dit", "wat een onzin", "dit is onzin", "hier heb ik niks aan", "stomme bot", "je bent dom", "slaat nergens op", "rot op", "wat een kutding"),
        ("wat een gedoe met het rooster", "mijn baas is een lul", "kut", "wat een drukte", "waardeloos"),
    ),
    _rule(
        "discord",
        r"(?:zit|ben|loop|doe|sta) (?:je|jij) (?:me|mij|mn|mijn)?(?: (?:nou|nu|gewoon|alleen|de hele tijd|steeds|weer))* ?(?:na te (?:doen|praten|apen|papegaaien)|te herhalen|papegaai)(?: of(?: ?zo| wat| niet))?"
        r"|(?:je|jij) (?:plakt|zegt|praat|doet|herhaalt|typt|kopieert|aapt|papegaait)(?: (?:gewoon|alleen|alles|me|mij|steeds|toch|wat|ik|zeg|mijn|mn|zin|zinnen|woorden|de hele tijd|weer|me steeds))* ?(?:na|terug|over|woorden|zinnen|zin|zeg|alles)"
        r"|papegaai|(?:are )?you(?: re| are)? (?:just |only )?(?:copying|repeating|parroting|mocking)(?: me| my words| what i say| everything)*",
        ("zit je me na te doen ofzo", "je plakt gewoon mijn zin terug", "je praat me na", "je herhaalt alles", "papegaai", "are you copying me"),
        ("mijn collega doet alles na", "je zegt niks terug tegen de baas"),
    ),
    _rule(
        "discord",
        r"you (?:re|are) (?:not (?:listening|reading|helping)|useless|stupid|dumb|annoying)|you (?:don t|do not|never|didn t) (?:listen|read|understand|get)(?: it| me| anything)*"
        r"|(?:this|it|that) is (?:just |such |total |complete |all )*(?:a )?(?:bullshit|nonsense|stupid|useless|pointless|crap|rubbish)|what a (?:load of )?(?:bullshit|nonsense|crap|rubbish|joke)"
        r"|(?:stupid|dumb|useless) (?:bot|thing|app)|bullshit|nonsense|wtf is this",
        ("you're not listening", "what a load of crap", "this is bullshit", "stupid bot", "you don't understand me"),
        ("this is stupid work", "my boss is useless"),
    ),
    _rule(
        "said",
        r"(?:dat |het |dit )?(?:heb|had) (?:ik |k )?(?:je |u |jou |dat |het |(?:al|net|toch|nou|hier|eerder|gisteren|vandaag|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|vorige week) )*"
        r"(?:gezegd|gezegt|verteld|vertelt|getypt|geschreven|genoemd|beantwoord|geantwoord|uitgelegd)(?: (?:toch|al|hoor|net))*"
        r"|(?:dat |het |dit )?(?:zei|zeg|zeide|vertelde|typte|schreef) (?:ik|k)(?: (?:je|u|dat|al|net|toch|nou|dus|eerder|zojuist|maandag))* (?:al|net|eerder|zojuist|toch)|(?:dat )?zei(?:k| ik)?(?: (?:al|net|toch))+"
        r"|(?:al|net|zojuist) (?:gezegd|verteld|genoemd)(?: toch| hoor)?|zie (?:hier)?boven|(?:dat )?staat (?:hier)?boven|ik zei het (?:toch )?(?:al|net)(?: toch)?"
        r"|i (?:already |just |have already )+(?:said|told|answered|mentioned)(?: you)?(?: that| this| it)?(?: already)?|i said that(?: already| before)|already (?:said|told you|answered)(?: that)?|see above",
        ("dat heb ik al gezegd", "zei ik al", "heb ik net verteld", "dat heb ik maandag al gezegd", "zie boven", "ik zei het toch al", "I already told you", "dat zeg ik net"),
        ("dat heb ik al gezegd tegen mijn baas", "ik heb het al gezegd tegen Karin", "ik heb niks gezegd"),
    ),
    _rule(
        "lost",
        r"(?:ik |k )?(?:versta|vertsa|verstaa|vat|volg|snap|begrijp|bergijp|begijp|begrjip|snpa) (?:ik )?(?:je|jou|u|dit|dat|het|t|de vraag|die vraag)?(?: (?:echt|helemaal|gewoon|ook|nog))*"
        r" ?(?:niet|nie|neit|nit|niks|niets)(?: hoor| joh| wat je (?:zegt|bedoelt|wil|wilt))?",
        ("k vertsa je niet", "ik versta je niet", "volg je niet", "snap dit niet hoor", "ik begrijp niet wat je bedoelt"),
        ("ik begrijp mijn collega niet", "ik versta mijn teamleider niet"),
    ),
)  # fmt: skip

_HEAD = re.compile(
    r"^(?:(?:nou|ja|nee|ok|oke|okee|sorry|he|jezus|god|pff+|ach|zeg|man|joh|hoi|please|pls|so|eigenlijk|maar|wacht|hallo) )+"
)
_TAIL = re.compile(
    r"(?: (?:man|joh|hoor|pls|plz|please|aub|a u b|alsjeblieft|alstublieft|he|zeg|bot|robot|ja|lol|haha|gast|bro|dude|echt|bedankt|doei|dag|doeg|ok|oke))+$"
)


_OF_ONES_OWN = re.compile(r"(?:maar |en |but )?(?:dat is|das|het is|tis|is|it s|it is)\b")
"""Behind something else this speaks of that: "n jonge leren snoeien. maar das onzin"."""


def remark(text: str) -> Remark | None:
    """What a whole message remarks about the talk; None for anything else. Of several the one that stops it wins."""
    if len(text) > 160:
        return None
    parts = [
        " ".join(part.split()) for part in re.split(r" [.,] ", _plain(text).replace(" . ", "  . ")) if part.strip(" .,")
    ]
    words = " ".join(parts)
    if not words or len(words.split()) > MOST_WORDS:
        return None
    whole = _one(words)
    if whole is not None:
        return whole
    found = [_one(part) or ("" if _only_polite(part) else None) for part in parts]
    if found[-1] == "discord" and not _OF_ONES_OWN.match(parts[-1]):
        return "discord"
    if None in found:
        return None
    return next((one for one in ("enough", "discord", "said", "lost") if one in found), None)


def _plain(text: str) -> str:
    return re.sub(r"[^\w.,\s]+", " ", normal.plain(text))


def _only_polite(part: str) -> bool:
    return not _HEAD.sub("", f"{part} ").strip()


def _one(said: str) -> Remark | None:
    bare = _HEAD.sub("", said)
    for form in (said, bare, _TAIL.sub("", bare)):
        for rule in RULES:
            if rule.pattern.fullmatch(form):
                return rule.remark
    return None
