"""Reads an event as the answer to one question: kindly, and never with an error."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache

from dialogues.answers import Answer, When
from dialogues.events import Event, Odd, Pressed, Said, Spoken, Typed, Word
from dialogues.language.matching import Heard, Match, command_word, label_words, match, read_scale
from dialogues.language.moments import Moment, parse_moment
from dialogues.language.normal import plain, words
from dialogues.language.questions import asked as asked_in
from dialogues.language.remarks import Remark, remark
from dialogues.language.wishes import wish
from dialogues.model import Ask, Choice
from dialogues.render import clean

MAX_ANSWER = 1000
"""UTF-16 units of a typed answer, so that three of them fit one message. Longer gets a kind request for the short of it."""

MAX_HEARD = 14
"""Words up to which an answer may be sent on by a phrase in it; longer answers have more to say than one phrase."""

ASIDES: dict[str, Word] = {"privacy": "privacy", "confused": "help", "silence": "stop", "human": "human"}
"""What somebody may ask of the bot in the middle of a question, and the word it means there."""

ALWAYS: dict[str, Word] = {"privacy": "privacy", "human": "human"}
"""Questions that every question takes as a word."""

ABOUT_THIS = frozenset({"trust", "kept", "length"})
"""Questions about the talk itself: heard even where a question is asked for, and before anything an author listens for."""

REMARKS: dict[Remark, Word] = {"enough": "stop", "discord": "discord", "said": "said", "lost": "help"}
"""What somebody may say about the talk in the middle of a question, and the word it means there."""

_TAKEN_BACK = re.compile(r"\W*(?:nee|niet|geen|liever niet|no|not|rather not)\b", re.IGNORECASE)
"""What follows a button's words and takes them back: "Iets leren? Nee, school was niets voor mij."."""

_THANKING = re.compile(r"\b(?:dank|bedank|thank|thx|cheers)")
"""A thank you that says no more; *fijn* and *top* may be answers."""

_ASKS_ON = re.compile(
    r"(?:en |maar |and |but )?(?:wie|wat|waar|hoe|welke?|wanneer|is|kan|mag|who|what|where|how|which|can|may)\b.+\?"
    r"|(?:en |maar )?(?:wie|wat|waar|hoe) (?:is|was|betekent|doet|werkt|houdt|zit) (?:dat|die|dit|het|zo ?iemand)"
    r"(?: dan| eigenlijk| precies)*\W*"
    r"|(?:who|what|how) (?:is|are|does) (?:that|this|it|they)\W*",
    re.IGNORECASE | re.DOTALL,
)
_RHETORICAL = re.compile(
    r"wat (?:heb|heeft|maakt|moet) (?:ik|dat|het) (?:er)?(?:aan|uit|mee|voor zin)|hoe dan ook|what(?:'s| is) the point",
    re.IGNORECASE,
)
"""Questions that want no answer: "nee, wat heeft dat voor zin?"."""

_TO_THE_BOT = re.compile(
    r"(?:en |maar )?(?:wat|wie|waarom|hoe|waar|ben|kan|kun|mag|moet|heb|weet|are|who|what|why|can|do)\b"
    r".*\b(?:je|jij|jou|jullie|u|dit|dat|you|this)\b"
)

DONE = "_done"
"""The button that closes a question with several answers; no author can write this id."""

OTHER = "other"
SCORES = tuple(str(score) for score in range(11))


@dataclass(frozen=True, slots=True)
class Reading:
    """An answer, where it leads (None: the next step), and what the bot says to it."""

    answer: Answer
    go: str | None = None
    say: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """Not understood; `phrase` is the id of the kind line."""

    phrase: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question typed as an answer; `phrase` is the id of the line that answers it."""

    phrase: str


@dataclass(frozen=True, slots=True)
class Toggled:
    """A tick was set or taken away in a question with several answers."""

    ticked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TypeOther:
    """The person wants to type something else than the buttons offer."""


def read(
    ask: Ask,
    choices: Mapping[str, Choice],
    event: Event,
    *,
    now: datetime,
    ticked: tuple[str, ...],
    other: bool,
    questions: bool = True,
) -> Reading | Problem | Asked | Toggled | TypeOther | Said:
    """What the event means as an answer.

    `ticked`: choices ticked so far; `other`: the person just chose to type; `questions`: a question is no answer here.
    """
    match event:
        case Said():
            return event
        case Pressed(choice=choice):
            return _pressed(ask, choices, choice, now, ticked)
        case Spoken(reference=reference):
            return Reading(Answer(voice=reference), ask.typed) if ask.voice else Problem("voice_not_here")
        case Odd(what=what):
            return Problem(f"odd_{what}")
        case Typed(text=text):
            reading = _question(ask, choices, clean(text), questions) or _typed(
                ask, choices, clean(text), now, ticked, other
            )
            if questions and _kept_as_answer(reading) and asked_in(clean(text)) == "other":
                return Asked("asked_other")
            if isinstance(reading, Problem) and wish(text) == "thanks" and _THANKING.search(plain(text)):
                return Said("thanks")
            return reading


def _question(ask: Ask, choices: Mapping[str, Choice], text: str, questions: bool) -> Asked | Said | None:
    """What a message asks that there is a line for; None where it is a button's words, or an author listens for it."""
    topic = None if _labelled(text, choices) or command_word(text) else asked_in(text)
    if topic is None or topic == "other":
        return None
    if topic in ALWAYS:
        return Said(ALWAYS[topic])
    if topic in ABOUT_THIS or (questions and _heard(ask, text) is None):
        return Asked(f"asked_{topic}")
    return None


def _kept_as_answer(reading: object) -> bool:
    """Whether typed words would stand as they are, or were not understood."""
    if isinstance(reading, Problem):
        return reading.phrase in ("not_a_button", "not_a_number", "not_a_moment")
    if not isinstance(reading, Reading) or reading.answer.declined or reading.answer.moment is not None:
        return False
    return bool(reading.answer.text) and reading.answer.choice in (None, OTHER)


def _pressed(
    ask: Ask, choices: Mapping[str, Choice], choice: str, now: datetime, ticked: tuple[str, ...]
) -> Reading | Problem | Toggled | TypeOther:
    if ask.kind == "scale":
        return _scored(ask, int(choice)) if choice in SCORES else Problem("not_a_number")
    if ask.kind == "several" and choice == DONE:
        labels = ", ".join(choices[name].label for name in ticked)
        return Reading(Answer(choices=ticked, label=labels))
    if choice not in choices:
        return Problem("not_a_button")
    if ask.kind == "several" and choice != OTHER:
        return Toggled(tuple(t for t in ticked if t != choice) if choice in ticked else (*ticked, choice))
    if choice == OTHER and ask.other:
        return TypeOther()
    return _chosen(ask, choices, choice, "", now)


def _chosen(ask: Ask, choices: Mapping[str, Choice], choice: str, text: str, now: datetime) -> Reading:
    label = choices[choice].label
    moment = parse_moment(label, now) if ask.kind == "moment" else None
    answer = Answer(
        choice=choice, label=label, text=text, moment=When.of(moment) if moment else None, days=_days(moment, now)
    )
    return Reading(answer, choices[choice].go or ask.target(choice), choices[choice].say or "")


def _scored(ask: Ask, score: int) -> Reading:
    go = ask.low.go if ask.low is not None and score <= ask.low.upto else None
    return Reading(Answer(number=score), go)


def _typed(
    ask: Ask, choices: Mapping[str, Choice], text: str, now: datetime, ticked: tuple[str, ...], other: bool
) -> Reading | Problem | Toggled | TypeOther | Said:
    message = Heard(text)
    word = command_word(message)
    if word is not None and not _labelled(text, choices):
        return Said(word)
    labels = {name: choice.label for name, choice in choices.items() if name != OTHER}
    found = None
    if labels and not other and ask.kind != "scale":
        found = match(message, labels) or _also(message, choices)
        if found and _TAKEN_BACK.match(found.rest):
            found = None
        if found and _asks_on(found.rest):
            return Said("help")
        if found and _goes_on(text, found.rest):
            found = replace(found, rest=text)
    problem = "too_long" if _too_long(text) else None if found else unreadable(text)
    if problem:
        return Problem(problem)
    if not (found and found.sure):
        heard = _heard(ask, text)
        if heard is not None:
            return Reading(Answer(text=text), heard)
        asked = ASIDES.get(wish(text) or "")
        if asked is not None and not found:
            return Said(asked)
        made = remark(text)
        if made is not None:
            return Said(REMARKS[made])
        if not found and _asks_the_bot(text):
            return Said("help")
        if not found and ask.kind == "text" and not other and message.stance() == "unsure":
            return Reading(Answer(declined=True), ask.skip)
    match ask.kind:
        case "scale":
            score = read_scale(text)
            return Problem("not_a_number") if score is None else _scored(ask, score)
        case "moment":
            return _moment(ask, choices, text, now, found.choice if found and found.sure else None)
        case "several":
            return _several(labels, text, ticked, other)
        case _:
            pass
    if found and (found.sure or ask.kind == "choice"):
        chosen = _chosen(ask, choices, found.choice, found.rest, now)
        whole = chosen.answer.model_copy(update={"said": text if found.rest else ""})
        return Reading(whole, chosen.go, chosen.say)
    if ask.kind == "text" or ask.other:
        go = ask.target(OTHER) if other or ask.kind != "text" else ask.typed
        return Reading(Answer(text=text, choice=OTHER if other or ask.kind != "text" else None), go)
    if ask.typed is not None:
        return Reading(Answer(text=text), ask.typed)
    return Problem("not_a_button")


_DENIES = re.compile(r"\b(?:niet|geen|nooit|niets|niks|nog|not|no|never|nothing)\b", re.IGNORECASE)
"""Words of a denial, which belong to what follows them: without them it says the opposite."""


def _goes_on(text: str, rest: str) -> bool:
    """Whether what follows a button's words belongs to them, so that apart it says the opposite: "Nog niet gebeld"."""
    head = text[: text.rfind(rest)].rstrip() if rest else ""
    return bool(head) and head[-1] not in ".,!?;:\n…–—-" and bool(_DENIES.search(head))


def _asks_on(rest: str) -> bool:
    """Whether what follows a button's words asks something: "Vertrouwenspersoon, wie is dat?" chooses nothing yet."""
    return len(words(rest)) <= MAX_HEARD and bool(_ASKS_ON.fullmatch(rest)) and not _RHETORICAL.search(rest)


def _asks_the_bot(text: str) -> bool:
    """Whether a short message is a question to the bot ("waarom vraag je dat?"), and so no answer."""
    return text.endswith("?") and len(words(text)) <= MAX_HEARD and bool(_TO_THE_BOT.match(text.lower()))


def _labelled(text: str, choices: Mapping[str, Choice]) -> bool:
    """Whether the words on a button are what was typed: then *stoppen* is that button, and not the command."""
    said = words(text)
    return any(
        said == list(_wording(wording)) for choice in choices.values() for wording in (choice.label, *choice.also)
    )


def _also(message: Heard, choices: Mapping[str, Choice]) -> Match | None:
    """The one choice another wording of which was typed."""
    said = words(message.text)
    hits: dict[str, Match] = {}
    for name, choice in choices.items():
        for wording in choice.also:
            hit = match(message, {name: _label(wording)}) if _near(said, _wording(wording)) else None
            if hit is not None and hit.sure:
                hits.setdefault(name, hit)
    return next(iter(hits.values())) if len(hits) == 1 else None


@lru_cache(maxsize=4096)
def _wording(wording: str) -> tuple[str, ...]:
    """The words of an author's wording. What people type is never kept here."""
    return tuple(words(wording))


@lru_cache(maxsize=4096)
def _label(wording: str) -> list[str]:
    """An author's wording taken apart for `match`."""
    return label_words(wording)


def _near(said: Sequence[str], wording: Sequence[str]) -> bool:
    """Whether a wording is worth comparing: some word begins alike and is about as long, or it is as short as *ja*."""
    if len(wording) == 1 and len(wording[0]) <= 4:
        return True
    return any(mine[0] == theirs[0] and abs(len(mine) - len(theirs)) <= 2 for mine in said for theirs in wording)


def _heard(ask: Ask, text: str) -> str | None:
    """The step a short answer belongs to by a phrase in it."""
    if not ask.hears or len(words(text)) > MAX_HEARD:
        return None
    said = plain(text)
    return next(
        (step for step, phrases in ask.hears.items() if any(_phrase(phrase) in said for phrase in phrases)), None
    )


@lru_cache(maxsize=4096)
def _phrase(phrase: str) -> str:
    """The plain form of an author's phrase."""
    return plain(phrase)


def _moment(ask: Ask, choices: Mapping[str, Choice], text: str, now: datetime, chosen: str | None) -> Reading | Problem:
    if chosen is not None:
        return _chosen(ask, choices, chosen, "", now)
    moment = _hour(text, now) if ask.hour else parse_moment(text, now)
    if moment is None:
        return Problem("not_a_moment")
    return Reading(Answer(text=text, moment=When.of(moment), days=_days(moment, now)), ask.typed)


def _hour(text: str, now: datetime) -> Moment | None:
    """The hour of a day that is known already: "10", "elf", "na tienen", as it would be said of tomorrow. None without one."""
    said = words(text)
    tries = (f"morgen {text}", *([f"morgen om {said[0]} uur"] if len(said) == 1 else []), text)
    found = (parse_moment(each, now) for each in tries)
    return next((one for one in found if one is not None and one.start is not None and not one.all_day), None)


def _days(moment: Moment | None, now: datetime) -> int | None:
    return (moment.start.date() - now.date()).days if moment is not None and moment.start is not None else None


def _several(labels: Mapping[str, str], text: str, ticked: tuple[str, ...], other: bool) -> Reading | Problem:
    parts = [part for part in re.split(r"[,;\n+&]|\ben\b", text) if part.strip()]
    found = [match(part, labels) for part in parts]
    chosen = tuple(dict.fromkeys((*ticked, *(hit.choice for hit in found if hit is not None))))
    if other:
        return Reading(Answer(choices=(*ticked, OTHER), label=", ".join(labels[name] for name in ticked), text=text))
    if chosen == ticked and not any(found):
        return Problem("not_a_button")
    return Reading(Answer(choices=chosen, label=", ".join(labels[name] for name in chosen)))


def _too_long(text: str) -> bool:
    return len(text) > MAX_ANSWER // 2 and len(text.encode("utf-16-le")) // 2 > MAX_ANSWER


def unreadable(text: str) -> str | None:
    """The id of the kind line for words no question can take, or None when they can be read."""
    letters = [c for c in text if c.isalpha()]
    if not letters and not any(c.isdigit() for c in text):
        return "only_signs"
    if text.isascii():
        return None
    foreign = sum(1 for c in letters if not unicodedata.name(c, "").startswith("LATIN"))
    return "other_script" if letters and foreign > len(letters) / 2 else None
