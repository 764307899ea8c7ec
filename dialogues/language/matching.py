"""Fits what somebody typed to the buttons they were shown. When two buttons fit equally it says None: the question is asked again.

Also reads a number on a scale and the few words that steer a talk. It holds no wording that people see.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from dialogues.language import answer_words as aw
from dialogues.language import english_words as en
from dialogues.language import normal
from dialogues.language.answer_words import Command, Stance
from dialogues.language.loosely import loosely


@dataclass(frozen=True, slots=True)
class Match:
    """The option meant, the words that came after it (as typed), and whether it was named outright or had to be guessed."""

    choice: str
    rest: str
    sure: bool


_POSITION = re.compile(
    r"(?:doe maar |ik kies |kies |dan |optie |nummer |nr |antwoord |keuze |knop |nummertje |de |het |die |the |option |number |i pick |i choose )*(\w+)(?: optie| knop| antwoord| keuze| graag| dan| maar| one)*"
)
_TOKEN = re.compile(r"[^\s.,!?;:()\"…–—/]+")


class Heard:
    """A message taken apart once, so that it can be fitted to many options. It is held for one turn and never kept."""

    __slots__ = ("_forms", "_place", "_stances", "text", "tokens", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = _tokens(text)
        self.words = [token.word for token in self.tokens]
        self._forms: tuple[str, str] | None = None
        self._place: tuple[str | None] | None = None
        self._stances: dict[int, Stance | None] = {}

    @property
    def forms(self) -> tuple[str, str]:
        """The whole message in words: with disguises and chat spelling undone, and as typed."""
        if self._forms is None:
            self._forms = _forms(self.text)
        return self._forms

    @property
    def place(self) -> str | None:
        """The word that may name a place, where the message is nothing but that ("de laatste")."""
        if self._place is None:
            found = _POSITION.fullmatch(" ".join(self.words)) if len(self.words) <= 6 else None
            self._place = (found[1] if found else None,)
        return self._place[0]

    def stance(self) -> Stance | None:
        """What `stance` says of the whole message."""
        if -1 not in self._stances:
            self._stances[-1] = _stance(*self.forms) or loosely(self.forms[1])
        return self._stances[-1]

    def head_stance(self, size: int) -> Stance | None:
        """What `stance` says of the first `size` words."""
        if size not in self._stances:
            self._stances[size] = _stance(*_forms(self.text[: self.tokens[size - 1].end]))
        return self._stances[size]


_OPENERS_BUT_YES = aw.OPENERS - {"ja"}
_YES_AND_NO: tuple[Stance, ...] = ("yes", "no")
_PLAINLY = frozenset({"ja", "nee", "jep", "nope", "neuh", "jawel", "yes", "no", "ok", "oke", "klopt", *en.PLAINLY})
"""One word that says yes or no, whatever follows it."""


def stance(text: str) -> Stance | None:
    """Whether a whole message says yes, no, "I don't know" or "I don't mind"; None for anything else."""
    said, typed = _forms(text)
    return _stance(said, typed) or loosely(typed)


def _forms(text: str) -> tuple[str, str]:
    return " ".join(normal.words(normal.unmasked(text))), " ".join(normal.words(text))


def _stance(said: str, typed: str) -> Stance | None:
    return next((meaning for meaning, ways in aw.SETS if said in ways or typed in ways), None)


def label_words(label: str) -> list[str]:
    """A label taken apart, for `match`."""
    return [aw.SAME.get(word, word) for word in normal.words(label)]


def match(message: str | Heard, options: Mapping[str, str | list[str]]) -> Match | None:
    """The option that `message` means, or None when there is none or more than one.

    Tried in order, the first clear answer wins: the label itself; its place ("2", "de laatste"); yes, no, "weet ik niet", "maakt niet uit" on labels
    that say so; a message that begins with a label's words (what follows is `rest`); the telling words of one label only, small typing
    errors allowed. `options` maps the id of a choice to its label, or the `label_words` of that, in the order shown.
    """
    heard = message if isinstance(message, Heard) else Heard(message)
    said = heard.words
    if not said or not options:
        return None
    labels = {choice: label_words(label) if isinstance(label, str) else label for choice, label in options.items()}
    figures = _figures(labels)
    if figures is not None:
        number = _number(heard, figures, labels)
        if number is not None or len(figures) == len(labels) > 5:
            return None if number is None else Match(number, "", sure=True)
    if _both_ways(said) or _names_two(said, labels):
        return None
    found = (
        _exact(said, labels)
        or _position(heard, list(labels), figures is not None)
        or _by_stance(heard.stance(), labels)
    )
    if found is not None:
        return Match(found, "", sure=True)
    return _leading(heard, labels) or _near(said, labels) or _part(said, labels)


@dataclass(frozen=True, slots=True)
class _Token:
    word: str
    end: int


def _tokens(text: str) -> list[_Token]:
    text = text[: normal.LIMIT]
    tokens = []
    for found in _TOKEN.finditer(text):
        word = "".join(normal.words(found[0]))
        if word:
            tokens.append(_Token(aw.SAME.get(word, word), found.end()))
    return tokens


def _only(choices: list[str]) -> str | None:
    return choices[0] if len(choices) == 1 else None


def _exact(said: list[str], labels: Mapping[str, list[str]]) -> str | None:
    bare = said[1:] if len(said) > 1 and said[0] in aw.OPENERS else said
    return _only([choice for choice, label in labels.items() if said == label]) or _only(
        [choice for choice, label in labels.items() if bare == label]
    )


def _figures(labels: Mapping[str, list[str]]) -> dict[int, str] | None:
    """The choice of each number that stands first in its label, when every label but at most one begins with one."""
    found = {int(label[0]): choice for choice, label in labels.items() if label and _is_figure(label[0])}
    return found if len(found) > 1 and len(found) >= len(labels) - 1 else None


def _is_figure(word: str) -> bool:
    return word.isascii() and word.isdigit() and len(word) <= 4


def _number(heard: Heard, figures: Mapping[int, str], labels: Mapping[str, list[str]]) -> str | None:
    """The choice whose number the message names: as a figure, a word ("nul", "een dikke acht") or a length of time ("kwartiertje")."""
    said = " ".join(
        word for word in heard.words if word not in ("ongeveer", "zo", "graag", "doe", "maar", "denk", "ik")
    )
    minutes = aw.MINUTES.get(said)
    if minutes is not None and minutes in figures:
        return figures[minutes]
    units = {word for label in labels.values() for word in label[1:]} - {"of", "en"}
    bare = heard.text if len(figures) > 5 else " ".join(word for word in heard.words if word not in units)
    value = read_scale(bare, min(figures), max(figures))
    return figures.get(value) if value is not None else None


def _both_ways(said: list[str]) -> bool:
    """True for "ja en nee", "ja maar nee": the message says both."""
    return (
        len(said) <= 5
        and bool({"ja", "wel", "yes"} & set(said))
        and bool({"nee", "no"} & set(said))
        and said[0] in ("ja", "nee", "yes", "no", "eigenlijk", "soms")
        and bool({"en", "of", "maar", "ook", "and", "or", "but"} & set(said[1:]))
    )


def _names_two(said: list[str], labels: Mapping[str, list[str]]) -> bool:
    """True for "zorg en winkel": a short message that joins the telling words of two labels."""
    if len(said) > 6 or not {"en", "of", "plus", "and", "or"} & set(said[1:-1]):
        return False
    full = [set(_telling(label)) for label in labels.values() if label and set(_telling(label)) <= set(said)]
    return any(not one <= other and not other <= one for one in full for other in full)


def _position(heard: Heard, choices: list[str], figures: bool) -> str | None:
    word = heard.place
    if word is None or (figures and heard.words[0] not in aw.PLACES and (word in aw.NUMBERS or word.isdigit())):
        return None
    if word in aw.LAST:
        return choices[-1]
    if word in aw.MIDDLE:
        return choices[len(choices) // 2] if len(choices) % 2 else None
    place = aw.ORDINALS.get(word) or (int(word) if word.isascii() and word.isdigit() and len(word) <= 3 else 0)
    if word == "een" and len(heard.words) == 1:
        place = 1
    return choices[place - 1] if 0 < place <= len(choices) else None


def _by_stance(meaning: Stance | None, labels: Mapping[str, list[str]]) -> str | None:
    if meaning is None:
        return None
    joined = {choice: " ".join(label) for choice, label in labels.items()}
    if meaning == "yes":
        return _only([choice for choice, label in joined.items() if _says_yes(label)])
    if meaning == "no":
        strong = [
            choice
            for choice, label in joined.items()
            if label in aw.STRONG_NO_LABELS or label.startswith(("nee ", "no "))
        ]
        return _only(strong) or (
            _only([choice for choice, label in joined.items() if label in aw.NO_LABELS]) if not strong else None
        )
    ways = aw.UNSURE_LABELS if meaning == "unsure" else aw.ANY_LABELS
    return _only([choice for choice, label in joined.items() if _has(label, ways) and not _is_sure(label)])


def _says_yes(label: str) -> bool:
    return label in aw.YES_LABELS or label.startswith(("ja ", "yes "))


def _has(label: str, ways: tuple[str, ...]) -> bool:
    return any(re.search(rf"\b{way}", label) for way in ways)


def _is_sure(label: str) -> bool:
    return "precies" in label or "zeker" in label or "exactly" in label


def _leading(heard: Heard, labels: Mapping[str, list[str]]) -> Match | None:
    """A label, or its telling words, at the head of a longer message; the longest one wins, a tie is nobody's."""
    text, typed = heard.text, heard.tokens
    start = 1 if len(typed) > 1 and typed[0].word in _OPENERS_BUT_YES else 0
    words = heard.words[start:]
    found: list[tuple[int, str]] = []
    for choice, label in labels.items():
        telling = _telling(label)
        for form in (label, telling):
            size = len(form)
            if form and words[:size] == form and len(words) > size and not _turned_around(words, size):
                found.append((size, choice))
                break
    if not found:
        return _yes_or_no_first(heard, labels)
    longest = max(size for size, _ in found)
    best = [choice for size, choice in found if size == longest]
    if len(best) != 1:
        return None
    rest = _after(text, typed[start + longest - 1].end)
    clear = _clause_ends(text, typed[start + longest - 1].end)
    return Match(best[0], rest, sure=clear or longest > 1)


def _yes_or_no_first(heard: Heard, labels: Mapping[str, list[str]]) -> Match | None:
    """A yes or no at the head: "ja maar niet vandaag", "nee joh"."""
    chosen = {meaning: _by_stance(meaning, labels) for meaning in _YES_AND_NO}
    if chosen["yes"] is None and chosen["no"] is None:
        return None
    text, typed = heard.text, heard.tokens
    for size in range(min(4, len(typed) - 1), 0, -1):
        if any(word in aw.NEGATIONS for word in heard.words[size : size + 1]):
            continue
        meaning = heard.head_stance(size)
        choice = chosen.get(meaning) if meaning is not None else None
        if choice is not None and (size > 1 or typed[0].word in _PLAINLY):
            return Match(choice, _after(text, typed[size - 1].end), sure=_clause_ends(text, typed[size - 1].end))
    return None


def _turned_around(words: list[str], size: int) -> bool:
    """True when the word right after a short label denies it ("gelukt is het niet" is not "gelukt")."""
    return any(word in aw.NEGATIONS for word in words[size : size + 3]) and size == 1


def _after(text: str, end: int) -> str:
    """What follows, as typed; nothing when it only rounds off ("joh", "eigenlijk")."""
    rest = text[end:].lstrip(" \t\n\r.,!?;:…–—-").rstrip()
    said = normal.words(rest)
    return "" if stance(rest) is not None or all(word in aw.FILLER for word in said) else rest


def _clause_ends(text: str, end: int) -> bool:
    return bool(re.match(r"\s*[.,!?;:\n…–—-]", text[end:]))


def _telling(label: list[str]) -> list[str]:
    telling = [word for word in label if word not in aw.FILLER]
    return telling if set(telling) - (aw.NEGATIONS - {"niks", "nothing"}) else label


def _near(said: list[str], labels: Mapping[str, list[str]]) -> Match | None:
    """One label whose telling words are all there, with a small typing error a word; short messages only, denials must agree."""
    if len(said) > 8:
        return None
    named = {word for label in labels.values() for word in label}
    telling_said = [word for word in said if word not in aw.FILLER and (word in named or word not in aw.LIGHT)] or said
    hits: list[tuple[int, str]] = []
    for choice, label in labels.items():
        telling = _telling(label)
        if (set(said) & aw.NEGATIONS == set()) != (set(label) & aw.NEGATIONS == set()):
            continue
        misses = _misses(telling, telling_said)
        extra = len(telling_said) - len(telling)
        if misses is None and _close("".join(telling), "".join(telling_said)):
            misses, extra = 1, 0
        if misses is not None and extra <= 1:
            hits.append((misses + 2 * max(extra, 0), choice))
    if not hits:
        return None
    best = min(cost for cost, _ in hits)
    nearest = _only([choice for cost, choice in hits if cost == best])
    return Match(nearest, "", sure=best == 0) if nearest is not None else None


def _part(said: list[str], labels: Mapping[str, list[str]]) -> Match | None:
    """A few telling words that stand in one label only ("tijd" for "Meer tijd", "nu" for "Nu meteen"), light words around them."""
    labels = {
        choice: label[1:] if len(label) > 1 and label[0] in ("ja", "nee") else label for choice, label in labels.items()
    }
    roots = {choice: {_root(word) for word in label} for choice, label in labels.items()}
    named = set().union(*roots.values())
    heavy = {_root(word) for word in said if word not in aw.FILLER and (_root(word) in named or word not in aw.LIGHT)}
    heavy = {root for root in heavy if all(word in said and len(word) > 2 for word in _light_of().get(root, ()))}
    if 0 < len(heavy) <= 3 and len(said) <= 8 and not set(said) & aw.NEGATIONS and heavy <= named:
        touched = [choice for choice, label in roots.items() if heavy & label]
        if len(touched) == 1 and heavy <= roots[touched[0]] and not set(labels[touched[0]]) & aw.NEGATIONS:
            return Match(touched[0], "", sure=False)
    telling = [word for word in said if word not in aw.FILLER and len(word) > 3]
    if not telling or len(said) > 5 or len(telling) < sum(word not in aw.FILLER for word in said if len(word) > 2):
        return None
    fits = [
        choice
        for choice, label in labels.items()
        if all(word in label for word in telling) and bool(set(said) & aw.NEGATIONS) == bool(set(label) & aw.NEGATIONS)
    ]
    choice = _only(fits)
    return Match(choice, "", sure=False) if choice is not None else None


def _misses(wanted: list[str], said: list[str]) -> int | None:
    """How many typing errors it takes to find every wanted word among those said; None when one is missing."""
    total = 0
    for word in wanted:
        if word in said:
            continue
        if not any(_close(word, other) for other in said):
            return None
        total += 1
    return total


def _close(word: str, other: str) -> bool:
    most = 0 if len(word) < 3 else 1 if len(word) < 8 else 2
    if (
        most == 0
        or (len(word) < 4 and _root(word) != _root(other))
        or word.isdigit()
        or other.isdigit()
        or len(other) > 80
    ):
        return word == other
    if {word, other} & aw.NEGATIONS:
        return False
    if _root(word) == _root(other):
        return True
    return normal.distance(word, other, most) <= most


_ENDINGS = re.compile(r"(?:tjes|jes|tje|je|en|e|s|t)$")
_DOUBLED = re.compile(r"(.)\1")


@lru_cache(maxsize=2048)
def _root(word: str) -> str:
    """The word without a Dutch ending, doubled letters once: *stoppen* and *stop*, *avonds* and *avond*, *strakjes* and *straks* share one."""
    bare = _ENDINGS.sub("", word) if len(word) > 3 else word
    return _DOUBLED.sub(r"\1", bare.removesuffix("s") if len(bare) > 3 else bare)


@cache
def _light_of() -> dict[str, list[str]]:
    """The light words by their roots."""
    found: dict[str, list[str]] = {}
    for word in aw.LIGHT:
        found.setdefault(_root(word), []).append(word)
    return found


_OUT_OF = re.compile(r"(\d{1,3}) ?(?:/|van de|uit de|op de|uit|van|out of|op) ?(\d{1,3})")


def read_scale(text: str, low: int = 0, high: int = 10) -> int | None:
    """The whole number from `low` to `high` a short message gives, or None when it gives none, two, or one in between.

    "6,5", "tussen 6 en 7" and "6 of 7" are None on purpose: rounding would put a figure in somebody's mouth. A number may be followed by words
    ("een 6, het gaat wel"): then the first clause counts. "6/10" and "6 van de 10" are read when the second number is `high`.
    """
    low_text = re.sub(r"\b(?:ik )?weet (?:het )?niet\b", " ", normal.letters(text)).strip()[:200]
    if re.search(r"\d[.,]\d|\d\s?%|\d\s*(?:,\s*)?(?:half|½)|\bhalf\b|½|[-−+]\s*\d|\d\s*[-+]", low_text):
        return None
    out_of = _OUT_OF.fullmatch(low_text.removeprefix("een ").strip(" .!"))
    if out_of is not None:
        value, scale = int(out_of[1]), int(out_of[2])
        return value if scale == high and low <= value <= high else None
    clauses = [clause for clause in _CLAUSES.split(low_text) if clause.strip()]
    if not clauses:
        return None
    said = re.findall(r"[\w']+", clauses[0])
    values = [
        int(word) if word.isascii() and word.isdigit() and len(word) < 4 else aw.NUMBERS.get(word) for word in said
    ]
    numbers = [
        value
        for value, word in zip(values, said, strict=True)
        if value is not None and not (word == "een" and len(said) > 1)
    ]
    others = [word for value, word in zip(values, said, strict=True) if value is None and word not in aw.SCALE_WORDS]
    if len(numbers) != 1 or others or not low <= numbers[0] <= high:
        return None
    return numbers[0]


_CLAUSES = re.compile(r"[.,!?;:\n(]+|\b(?:want|omdat|maar|dus|because)\b")
_POLITE = re.compile(
    r"^(?:nee |nou |ok |oke |sorry |hallo |hoi |ehm |eh |uh |please |no |okay |can we |um )+|(?: aub| alsjeblieft| alstublieft| graag| hoor| nu| please| bedankt| dank je| dank u| dank u wel| ok| oke| thanks| thank you| now)+$"
)


def command_word(message: str | Heard) -> Command | None:
    """The steering word a *whole* message is ("stop", "vorige", "liever niet", "help", also with a slash); None for anything longer.

    "Stop met roken" and "ik wil stoppen met overwerken" are answers.
    """
    text = message.text if isinstance(message, Heard) else message
    if len(text) > 80:
        return None
    bare = text.strip()
    if bare and not bare.strip("?¿ "):
        return "help"
    bare = bare.lstrip("/")
    said, typed = message.forms if isinstance(message, Heard) and bare == text else _forms(bare)
    for form in (said, typed, _POLITE.sub("", said)):
        for command, ways in aw.COMMANDS:
            if form in ways:
                return command
    return None
