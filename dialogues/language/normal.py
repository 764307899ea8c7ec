"""Brings what people type to one plain form, so that every skill reads the same words. It interprets nothing.

The plain form is lower case, without accents and invisible characters, with single spaces. Marks that end a sentence or a clause
stay as words of their own (` . ` and ` , `), so that a rule cannot reach from one sentence into the next.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LIMIT = 4096
"""Characters read of one text; what follows is not read (Telegram's own limit for a message)."""

_LOOKALIKES = str.maketrans(
    {
        "а": "a",
        "е": "e",
        "о": "o",
        "р": "p",
        "с": "c",
        "у": "y",
        "х": "x",
        "і": "i",
        "ј": "j",
        "ѕ": "s",
        "ԁ": "d",
        "ι": "i",
        "ο": "o",
        "ν": "v",
        "α": "a",
        "ı": "i",
        "ß": "ss",
        "ø": "o",
        "ĳ": "ij",
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "`": "'",
        "´": "'",
        "“": '"',
        "”": '"',
        "„": '"',
    }
)
_LEET = str.maketrans("013457@$", "oieastas")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
"""What `visible` takes out of a text in ASCII, which most are: without it, such a text stays as it is."""
_INVISIBLE = re.compile(r"(?<=\w)[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+(?=\w)")
_STOP = re.compile(r"[.!?;\n\r\u2026]+")
_PAUSE = re.compile(r"[,:()\"\u2013\u2014/]+|\s-+\s")
_REST = re.compile(r"[^\w\s'.,-]+")
_SPACES = re.compile(r"\s+")
_TRIPLE = re.compile(r"(\w)\1{2,}")
_SPACED = re.compile(r"(?<!\w)(?:\w[ .\-_*]{1,3}){2,}\w(?!\w)")
_MIXED = re.compile(r"(?<![\w@$])(?=[\w@$]{0,20}[a-z])(?=[\w@$]{0,20}[0-9@$])[\w@$]{2,20}(?![\w@$])")
_TWO_LETTERS = re.compile(r"[a-z][^a-z]*[a-z]")
_K = "wil|heb|ben|ga|kan|zou|moet|zie|denk|vind|mis|voel|word|wou|had|was|weet|hou|doe|hoop|snap|trek|werk|zit|sta|kom|krijg|slaap"
_GLUED = re.compile(r"(?<![\w'])(?:i?k)?(wil|kan|hoef)(niet|nie)(meer)?(leven|verder|dood)?(?![\w'])")
"""Words run together, as in haste: "ikwilnietmeer leven"."""
_IK = re.compile(rf"(?<![\w'])(?:'?k ?|ik)(?=(?:{_K})\b)|(?<![\w'])'k\b|(?<![\w'])k(?= )|(?<![\w'])ikke?(?= )")
_SHORT = {
    "nie": "niet",
    "nt": "niet",
    "ni": "niet",
    "niit": "niet",
    "plege": "plegen",
    "nimmer": "niet meer",
    "nimeer": "niet meer",
    "nietmeer": "niet meer",
    "niemeer": "niet meer",
    "mr": "meer",
    "mn": "mijn",
    "m'n": "mijn",
    "zn": "zijn",
    "z'n": "zijn",
    "gwn": "gewoon",
    "vr": "voor",
    "mijzelf": "mezelf",
    "mezelluf": "mezelf",
    "mnzelf": "mezelf",
    "me'zelf": "mezelf",
    "t": "het",
    "'t": "het",
    "r": "er",
    "d'r": "er",
    "n": "een",
    "'n": "een",
    "da": "dat",
    "ff": "even",
    "zelluf": "zelf",
    "lvn": "leven",
    "lewen": "leven",
    "leefen": "leven",
    "levuh": "leven",
    "leben": "leven",
    "ng": "nog",
    "leaven": "leven",
    "leevn": "leven",
    "laeve": "leven",
    "nich": "niet",
    "nit": "niet",
    "neet": "niet",
    "gin": "geen",
    "gien": "geen",
    "mien": "mijn",
    "hooft": "hoeft",
    "leve": "leven",
    "leeven": "leven",
    "levn": "leven",
    "levve": "leven",
    "dr": "er",
}


_DROPPED = re.compile(
    r"(^ |(?: [.] ))((?:wil|ben|heb|kan|hoef|zie|weet|hoop|wou|had|denk|voel|haat|sta|zit|lig|slaap|mis|vind|trek|durf|krijg|kom|ga|moet|huil) (?!ik|je|jij|u|jullie|hij|ze|zij|we|wij|er iemand|iemand|het |dat |dit |die )\S)"
)
"""A sentence that leaves its *ik* out ("wil niet meer")."""


def visible(text: str) -> str:
    """The text without invisible and control characters, cut at `LIMIT`; new lines stay."""
    text = text[:LIMIT]
    if text.isascii() and _CONTROL.search(text) is None:
        return text
    return "".join(map(_shown, unicodedata.normalize("NFC", text)))


def letters(text: str) -> str:
    """Lower case without accents, invisible characters or letters of other scripts that only look Latin."""
    text = visible(text)
    if text.isascii():
        return text.lower().replace("`", "'")
    return "".join(map(_bare, unicodedata.normalize("NFKD", text).casefold()))


@lru_cache(maxsize=4096)
def _shown(char: str) -> str:
    """What `visible` makes of one character."""
    if char in "\n\t ":
        return char
    category = unicodedata.category(char)
    return char if category not in ("Cf", "Cc", "Cs", "Co", "Cn") else "" if category == "Cf" else " "


@lru_cache(maxsize=4096)
def _bare(char: str) -> str:
    """What `letters` makes of one character, decomposed and in lower case."""
    return "" if unicodedata.combining(char) else char.translate(_LOOKALIKES)


def plain(text: str) -> str:
    """The plain form described at the head of this module, with a space at either end."""
    return _marks(letters(text))


def unmasked(text: str) -> str:
    """The plain form with disguises undone as well: digits for letters, letters set apart, stretched letters, chat spelling."""
    low = letters(text)
    low = _SPACED.sub(lambda found: re.sub(r"[^\w]", "", found[0]), low)
    low = _MIXED.sub(lambda found: found[0].translate(_LEET) if _TWO_LETTERS.search(found[0]) else found[0], low)
    low = _TRIPLE.sub(r"\1\1", low)
    low = _GLUED.sub(_apart, _IK.sub("ik ", _marks(low)))
    low = _DROPPED.sub(r"\1ik \2", low)
    words = [_SHORT.get(word) or (_grave(word) if word[:1] in _GRAVE_BEGIN else word) for word in low.split(" ")]
    return _SPACES.sub(" ", " ".join(words))


def _apart(found: re.Match[str]) -> str:
    """The words of `_GLUED`, each by itself."""
    return " ".join(["ik", *(word for word in found.groups() if word)])


_GRAVE_BEGIN = ("z", "s", "a")
_GRAVE_WORDS = (
    ("zelfmoord", 2),
    ("zelfdoding", 2),
    ("suicidaal", 2),
    ("suicide", 1),
    ("suicidal", 1),
    ("automutileren", 2),
    ("automutilatie", 2),
    ("zelfbeschadiging", 3),
)


_VOWELS = re.compile(r"[aeiouy]")
_GRAVE_SKELETONS = {"zlfmrd": "zelfmoord", "zlfmrt": "zelfmoord", "zlfmd": "zelfmoord", "zlfddng": "zelfdoding"}
"""Grave words written without their vowels ("zlfmrd")."""


def _grave(word: str) -> str:
    """A word that is a slip or two from a grave one is read as that one: here a sign missed costs more than a question."""
    if len(word) < 6 or len(word) > 18:
        return word
    if _VOWELS.sub("", word) in _GRAVE_SKELETONS:
        return _GRAVE_SKELETONS[_VOWELS.sub("", word)]
    return next((meant for meant, most in _GRAVE_WORDS if distance(word, meant, most) <= most), word)


def readings(text: str) -> list[str]:
    """Every plain form a text may be meant in: `unmasked`, and once more with spaces where invisible characters stood between letters."""
    first = unmasked(text)
    if not _INVISIBLE.search(text[:LIMIT]):
        return [first]
    return [first, unmasked(_INVISIBLE.sub(" ", text[:LIMIT]))]


def words(text: str) -> list[str]:
    """The words of the plain form, without marks."""
    return [word for word in plain(text).split() if word not in (".", ",")]


def _marks(low: str) -> str:
    low = _STOP.sub(" . ", low)
    low = _PAUSE.sub(" , ", low)
    low = _REST.sub(" ", low).replace("_", " ")
    return f" {_SPACES.sub(' ', low).strip()} "


def distance(left: str, right: str, most: int) -> int:
    """Edit distance with swapped neighbours counted once; more than `most` gives `most + 1` without further work."""
    if abs(len(left) - len(right)) > most:
        return most + 1
    if len(set(left) ^ set(right)) > 2 * most:  # an edit adds a letter, takes one away, or does both
        return most + 1
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        after = [i]
        for j, b in enumerate(right, 1):
            cost = min(row[j] + 1, after[j - 1] + 1, row[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            after.append(cost)
        if min(after) > most:
            return most + 1
        before, row = row, after
    return min(row[-1], most + 1)
