"""Turns what somebody says of themselves towards them: "ik wil mijn diploma halen" → "je wilt je diploma halen". Right, or None.

The person's own words stay; only the first person turns. None means: quote, or ask on. That is the answer for questions, for *wij* and *jij*,
for other languages, for signs of crisis, for more than `MOST_WORDS` words, and whenever the verb of an *ik* is not certain.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final, Literal

from dialogues.language import clauses, normal, unfinished
from dialogues.language import lexicon as lx
from dialogues.language.matching import stance
from dialogues.language.triage import is_grave

Address = Literal["je", "u"]

MOST_WORDS: Final = 20
"""Longer messages are quoted: a summary of somebody's words is not a reflection of them."""
_MOST_CHARACTERS: Final = 240
_MOST_FRAGMENT: Final = 8

_WORD = re.compile(r"'?[^\W\d_](?:[\w'-]*\w)?|'[a-z]\b|\w+(?:[.,:]\d+)*")
_SENTENCE = re.compile(r"(?:[^.!;]|(?<=\d)\.(?=\d))+(?:[.!;]+|$)")
_ODD = re.compile(r"[<>{}\[\]|\\=*_~^#@\"“”„«»?]|https?:|\.\.\s*$|…\s*$")
_PIECES = (
    (
        re.compile(
            r"(?<![\w'])(k|K)(?=(?:wil|heb|ben|ga|zou|moet|zie|vind|mis|voel|word|wou|had|was|weet|hou|doe|hoop|snap|trek|werk|zit|sta|kom|krijg|slaap|denk|zoek|durf|mag|haat|baal)\b)"
        ),
        r"\1 ",
    ),
    (
        re.compile(r"(?<![\w'])ik(?=(?:wil|heb|ben|ga|zou|moet|vind|voel|word|had|was|weet|werk)\b)", re.IGNORECASE),
        "ik ",
    ),
    (re.compile(r"(?<![\w])'k(?= )|(?<![\w'-])k(?= [a-z])"), "ik"),
    (re.compile(r"(?<![\w])'K(?= )|(?<![\w'-])K(?= [a-z])|(?<![\w])'k(?=[A-Z])"), "Ik"),
    (re.compile(r"(?<![\w'])mij zelf(?!\w)|(?<![\w'])me zelf(?!\w)|(?<![\w'])m'n zelf(?!\w)", re.IGNORECASE), "mezelf"),
)


_FILLER = re.compile(
    r"(?:(?<!\bik)[,\s]+(?:hoor|hè|joh|zeg)|(?<!\bdat)(?<!\bdan)(?<!\bzo)(?<!\bwat)(?<!\bsoms)[,\s]+denk ik)(?=\s*(?:[.!?]|$))",
    re.IGNORECASE,
)
"""Words that only colour a sentence; *hoor* after *ik* is a verb, and *denk ik* turned to *denk je* would ask it back."""


def reflect(text: str, *, address: Address = "je") -> str | None:
    """The text turned to *je* or *u*, or None when unsure.

    Begins in the case the input began in and ends without a full stop of its own; `as_sentence` makes it a sentence. Messages sent in a burst,
    one a line, are joined. Chat spelling stays as typed. Short fragments without a first person ("en iets meer loon") stay as they are.
    """
    if not text or len(text) > _MOST_CHARACTERS or not text.strip():
        return None
    text = _FILLER.sub("", _tidy(text))
    if not text or _ODD.search(text) or not _is_latin(text):
        return None
    words = [_meant(found) for found in _WORD.finditer(text)]
    if not 0 < len(words) <= MOST_WORDS or not _may_turn(words):
        return None
    if stance(text) is not None and not any(word in lx.FIRST_SINGULAR for word in words):
        return None
    if is_grave(text):
        return None
    try:
        return _turn_all(text, words, address)
    except clauses.UnsureError:
        return None


def as_sentence(text: str) -> str:
    """The text with a capital at the start of each sentence and a mark at the end: what a render layer shows."""
    pieces = re.split(r"((?:^|[.!?]+)\s*)", text.strip())
    shown = "".join(piece if index % 2 else _capital(piece) for index, piece in enumerate(pieces))
    return shown if not shown or shown[-1] in ".!?…:" else f"{shown}."


def _capital(sentence: str) -> str:
    """A capital on the first letter; "'t is" becomes "'t Is", as Dutch wants it."""
    found = re.match(r"['’](?:[a-zA-Z]|[a-z]{1,2}) ", sentence)
    start = found.end() if found else 0
    for at in range(start, len(sentence)):
        if sentence[at].isalpha():
            double = sentence[at : at + 2].lower() == "ij"
            return sentence[:at] + (
                sentence[at : at + 2].upper() + sentence[at + 2 :]
                if double
                else sentence[at].upper() + sentence[at + 1 :]
            )
        if sentence[at].isdigit():
            break
    return sentence


def _tidy(text: str) -> str:
    """One line, straight apostrophes, *ik* written out, no pictures, hesitations or stretched marks."""
    text = normal.visible(text).translate(str.maketrans("’‘`´ʼ", "'''''"))
    text = "".join(
        " " if unicodedata.category(char) in ("So", "Sk", "Cs") or char == "\ufe0f" else char for char in text
    )
    text = re.sub(r"(?<!\w)[:;]-?[)(DPp]+|(?<!\w)<3|(?<!\w)[xX]{1,3}$", " ", text)
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    text = ""
    for line in lines:
        joins = (
            not text
            or text[-1] in ".!?,;:"
            or re.match(r"(?:en|maar|want|omdat|zodat|dat|om|als|of|dus|met|voor|terwijl)\b", line, re.IGNORECASE)
        )
        text += (" " if text else "") + line if joins else f". {line}"
    text = re.sub(r"\.{2,}(?=\s*\w)", ".", text)
    text = re.sub(r"([,;])\1+", r"\1", text)
    for pattern, replacement in _PIECES:
        text = pattern.sub(replacement, text)
    text = re.sub(r"(?<=\w) ?[&+] ?(?=[^\W\d])", " en ", text)
    if text.isupper():
        text = text.capitalize()
    return re.sub(r"\s+", " ", text).strip()


def _meant(found: re.Match[str]) -> str:
    """The word a chat spelling stands for, in lower case; left alone beside a slash ("t/m"), and "vr" only before what "voor" can have."""
    word, around = found[0].lower(), found.string
    meant = lx.CHAT.get(word)
    if meant is None or around[found.end() : found.end() + 1] == "/" or around[: found.start()].endswith("/"):
        return word
    if word == "vr" and not re.match(
        r" (?:m|de|het|een|t |'t|z|haar|hem|ons|elk|al)", around[found.end() : found.end() + 6], re.IGNORECASE
    ):
        return word
    return meant


def _is_latin(text: str) -> bool:
    return text.isascii() or all(not char.isalpha() or "LATIN" in unicodedata.name(char, "") for char in text)


def _may_turn(words: list[str]) -> bool:
    """False for other persons, other languages, and words that only answer."""
    if any(word in lx.FIRST_PLURAL or word in lx.SECOND for word in words):
        return False
    english = sum(word in lx.ENGLISH for word in words)
    if any(word in lx.ENGLISH_ONLY for word in words) and english >= 1 and "ik" not in words:
        return False
    if sum(word in lx.ENGLISH_ONLY for word in words) >= 2:
        return False
    return not all(word in lx.OPENERS or word in ("niks", "niets", "niet") for word in words)


def _turn_all(text: str, words: list[str], address: Address) -> str:
    first = any(word in lx.FIRST_SINGULAR for word in words)
    turned = []
    for sentence in _SENTENCE.findall(text):
        bare = sentence.strip()
        if not bare.strip(".!;, "):
            continue
        done = _turn(bare, address)
        if done is not None:
            turned.append(done)
            first = first or done != bare
    if not turned:
        raise clauses.UnsureError
    if not first and not (
        len(words) <= _MOST_FRAGMENT and any(word in lx.COMMON or lx.is_stem(word) for word in words)
    ):
        raise clauses.UnsureError
    result = " ".join(turned).rstrip(" .,;")
    if not result or any(_meant(word) in lx.FIRST_SINGULAR for word in _WORD.finditer(result)):
        raise clauses.UnsureError
    return (
        result[0].upper() + result[1:]
        if text[0].isupper()
        else result[0].lower() + result[1:]
        if text[0].islower()
        else result
    )


def _turn(sentence: str, address: Address) -> str | None:
    """One sentence turned; None when it is only an answer or a hesitation ("ja", "pff") and may be left out."""
    sentence = _without_openers(sentence)
    found = list(_WORD.finditer(sentence))
    words = [_meant(word) for word in found]
    if not words:
        return None
    breaks = {
        index
        for index in range(1, len(found))
        if re.search(r"[,:()/]|\s[-–—]\s", sentence[found[index - 1].end() : found[index].start()])
    }
    if words[:2] in (["wat", "nou"], ["wat", "als"], ["hoe", "zo"]):
        raise clauses.UnsureError
    if (
        words[0] in lx.QUESTION_WORDS
        and len(words) > 1
        and "ik" not in words
        and words[1] in ("is", "zijn", "kan", "kun", "moet", "gaat", "was", "heeft", "doet")
    ):
        raise clauses.UnsureError
    after_colon = re.search(r":\s*([\w']+)", sentence)
    if words[-1] in _UNFINISHED or (after_colon is not None and lx.finite(after_colon[1].lower()) is not None):
        raise clauses.UnsureError
    reading = clauses.read(words, breaks)
    if unfinished.lacks_me(words, reading) or unfinished.runs_on(words, breaks, reading):
        raise clauses.UnsureError
    if not reading.subjects and not reading.dropped and not any(word in lx.FIRST_SINGULAR for word in words):
        if (
            len(words) > _MOST_FRAGMENT
            or unfinished.two_in_one(words)
            or re.search(
                r"^(?:kijk|wacht|stop|laat|zeg|vertel|geef|stuur|doe|help|noem|leg|maak|kom|ga|wees|hou|vraag)\b",
                sentence,
                re.IGNORECASE,
            )
        ):
            raise clauses.UnsureError
        return sentence
    pieces, last = [], 0
    for index, word in enumerate(found):
        pieces.append(sentence[last : word.start()])
        said = _second_person(index, words, reading, address)
        pieces.append(word[0] if said == words[index] else _like(word[0], said))
        last = word.end()
    pieces.append(sentence[last:])
    result = "".join(pieces)
    return f"{address} {result}" if reading.dropped else result


_UNFINISHED = frozenset({"en", "maar", "of", "want", "dus", "omdat", "de", "een", "mijn", "te"})


_COLOURING = frozenset({"nou", "nja", "goh", "sja", "tja"})
_OWN_CLAUSE = re.compile(r"[\s,.]*(?:(?:ja|eh|ehm|uh|pff+|tja)[\s,.]+)*(?:ik|'?k|mijn|m'n|mn)\b", re.IGNORECASE)
"""What follows a "nou" that may go: a clause of one's own. Before anything else it colours ("nou gewoon omdat …") and stays."""


def _without_openers(sentence: str) -> str:
    """The sentence without a "ja", "nou", "pff" at its head, in the case it had."""
    rest = sentence
    while True:
        found = _WORD.match(rest)
        if found is None or found[0].lower() not in lx.OPENERS:
            break
        if found[0].lower() in _COLOURING and not _OWN_CLAUSE.match(rest[found.end() :]):
            break
        rest = rest[found.end() :].lstrip(" ,.-:;")
    return rest


def _like(old: str, new: str) -> str:
    return (
        new[:1].upper() + new[1:]
        if old[:1].isupper() and new[:1].islower() and old.lower() != new
        else old
        if old.lower() == new
        else new
    )


def _second_person(index: int, words: list[str], reading: clauses.Reading, address: Address) -> str:
    word = words[index]
    role = reading.roles.get(index)
    if role is not None:
        if not role.inverted:
            return role.verb.straight
        return role.verb.inverted_je if address == "je" else role.verb.inverted_u
    if index in reading.subjects:
        return "u" if address == "u" else "jij" if reading.subjects[index] else "je"
    if word in ("mijn", "m'n", "mn"):
        return "uw" if address == "u" else "je"
    if word in ("mezelf", "mijzelf"):
        return "uzelf" if address == "u" else "jezelf"
    if word == "mijne":
        return "uwe" if address == "u" else "jouwe"
    if word == "mij":
        return _object(index, words, reading, address, stressed=True)
    if word == "me":
        return _object(index, words, reading, address, stressed=False)
    return word


_STRESSING = lx.PREPOSITIONS | {"dan", "als", "en", "ook", "alleen", "juist", "wat", "altijd"}


def _object(index: int, words: list[str], reading: clauses.Reading, address: Address, *, stressed: bool) -> str:
    """*me* or *mij* turned: *je*, or *jou* where it carries stress; *u*, or *zich* where it points back at the subject."""
    before = words[index - 1] if index else ""
    if address == "je":
        last = index + 1 == len(words)
        return "jou" if stressed and (index == 0 or before in _STRESSING or last) else "je"
    if not stressed and (index == 0 or before in lx.COORDINATORS):
        return "uw"  # "me rug is kapot", "maar me collega's niet"
    if before in lx.PREPOSITIONS and not stressed and _owns(words[index + 1 : index + 2]):
        return "uw"  # "voor me gezin"
    if before in lx.PREPOSITIONS or not (reading.subjects or reading.dropped):
        return "u"
    if before not in ("ik", "mezelf") and index - 1 not in reading.roles:
        return _far_object(index, words, reading)
    following = words[index + 1] if index + 1 < len(words) else ""
    reflexive = any(
        word.startswith(stem) if len(stem) < 5 else stem in word
        for word in words
        for stem in lx.REFLEXIVE_STEMS
        if len(stem) > 2
    )
    if (
        not stressed
        and not reflexive
        and following
        and following not in _AFTER_REFLEXIVE
        and not _PARTICIPLE.match(following)
    ):
        raise clauses.UnsureError  # "ik wil me diploma halen": a possessive
    return "zich"


def _owns(following: list[str]) -> bool:
    """True when the word behind "voor me" can only be what is one's own; unsure where it could be a verb ("van me vinden", "van me collegas")."""
    if not following or following[0] in _AFTER_REFLEXIVE | lx.COORDINATORS | lx.SUBORDINATORS:
        return False
    word = following[0]
    if lx.finite(word) is not None or re.match(
        r"(?:ge|be|ver|ont)\w+(?:d|t|en)$|\w+t$|te$|heen$|toe$|af$|mee$|alleen$|ook$", word
    ):
        return False
    if word.endswith("n") and len(word) > 3:
        raise clauses.UnsureError
    return True


_PARTICIPLE = re.compile(
    r"(?:\w{2,7}ge|ge|be|ver|ont|her)\w+(?:d|t|en)$|(?:kan|wil|moet|mag|zou|ga|heb|kon|wilde|moest|laat)$"
)
_AFTER_REFLEXIVE = (
    lx.PREPOSITIONS
    | lx.PRONOUN_OR_DETERMINER
    | {"niet", "wel", "nog", "ook", "daar", "er", "hier", "rot", "kapot", "suf", "echt", "soms"}
)


def _far_object(index: int, words: list[str], reading: clauses.Reading) -> str:
    """*me* away from its *ik*: the object of somebody else's verb when another clause has begun since, else unsure."""
    last = max((place for place in reading.subjects if place < index), default=-1)
    between = words[last + 1 : index]
    if last < 0 or any(
        word in lx.SUBORDINATORS or word in lx.OTHER_SUBJECTS or word in ("de", "mijn", "en", "maar")
        for word in between[1:]
    ):
        return "u"
    raise clauses.UnsureError
