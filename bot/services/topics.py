"""The conversations somebody can choose: by subject, one suggestion on top that explains itself, or by a typed name.

It never starts one by guess: what was typed leads to a button.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import get_args

from bot.messages import Button
from bot.services import keyboard, taste
from bot.services.turn import Turn
from dialogues import choose
from dialogues.choose import Choice
from dialogues.language.normal import words
from dialogues.model import Script, Topic

FLAT = 6
"""So many conversations are shown at once; more are found by subject."""

OTHER = "anders"
"""Where conversations without a subject stand: an organisation's own may have none. A few of them stand beside the subjects."""

BESIDE = 2

MOST_WORDS = 3
"""A message with more words that say something is no name of a conversation."""

PROPOSED = 3
"""At most so many conversations are proposed for a typed word."""

IN_NAME, IN_SUBJECT, IN_BUTTON = 100, 10, 1
"""What a typed word counts that stands in a conversation's name, in its subject, or only on one of its buttons."""

LONG = 5
"""A word of fewer letters on a button says nothing about a whole conversation."""

EMPTY = frozenset(
    words(
        "aan af alles als altijd bij daar dan dat de den der die dit doe doen een eens en er ga gaan gesprek gesprekje goed "
        "graag heb het hier hoe iets ik in is je jij jou jouw kan kun kunnen maar me met mij mijn moet naar niet niets niks "
        "nooit nu of om onderwerp ook op over praat praten te toch tot uit van veel voor wat weer weet wel wie wij wil "
        "willen zo zou"
    )
)
"""Words that name no subject."""


async def choose_talk(turn: Turn, *, resume: bool) -> None:
    """All conversations when they are few; else a suggestion and the subjects. `resume`: one was left in the middle."""
    buttons = [keyboard.action(turn.word("button_resume"), "verder")] if resume else []
    scripts = turn.house.library.menu(turn.language)
    if len(scripts) <= FLAT:
        await turn.tell("choose_talk", *buttons, *(_button(script) for script in scripts), voorstel="")
        return
    suggested, reason = _suggestion(turn, scripts)
    if suggested is not None:
        buttons.append(_button(suggested))
    by_topic = _by_topic(scripts)
    beside = by_topic.pop(OTHER, []) if len(by_topic.get(OTHER, ())) <= BESIDE else []
    buttons += [keyboard.action(turn.word(f"topic_{name}"), "groep", name) for name in by_topic]
    buttons += [_button(script) for script in beside if script is not suggested]
    await turn.tell("choose_talk", *buttons, voorstel=reason)


async def show(turn: Turn, topic: str) -> None:
    """The conversations on one subject, with a way back."""
    scripts = _by_topic(turn.house.library.menu(turn.language)).get(topic)
    if not scripts:
        await choose_talk(turn, resume=False)
        return
    back = keyboard.action(turn.word("button_back"), "praten")
    await turn.tell(
        "topic_talks", *(_button(script) for script in scripts), back, onderwerp=turn.word(f"topic_{topic}")
    )


async def propose(turn: Turn, text: str) -> bool:
    """Show the subject that was typed by its name, or propose the conversations a typed word fits. False when none does."""
    scripts = turn.house.library.menu(turn.language)
    said = words(text)
    for name in _by_topic(scripts):
        if said == words(turn.word(f"topic_{name}")):
            await show(turn, name)
            return True
    found = _fitting(turn, scripts, text)
    if not found or turn.person is None:
        return False
    turn.person.change(last_words=text[:500], proposed=found[0].id if len(found) == 1 else "")
    await turn.tell(
        "talk_named" if len(found) == 1 else "talks_named",
        *(_button(script) for script in found),
        keyboard.action(turn.word("button_talk_freely"), "gezegd"),
        gesprek=found[0].menu or found[0].title,
    )
    return True


def _button(script: Script) -> Button:
    return keyboard.action(script.menu or script.title, "kies", script.id)


def _by_topic(scripts: Iterable[Script]) -> dict[str, list[Script]]:
    """The conversations by subject, in the order of the subjects; none of them empty."""
    found: dict[str, list[Script]] = {name: [] for name in (*get_args(Topic), OTHER)}
    for script in scripts:
        found[script.topic or OTHER].append(script)
    return {name: of for name, of in found.items() if of}


def _suggestion(turn: Turn, scripts: Iterable[Script]) -> tuple[Script | None, str]:
    """The conversation to suggest today, and why, in words."""
    person = turn.person
    if person is None:
        return None, ""
    by_id = {script.id: script for script in scripts}
    mine = taste.of(person.profile, turn.house.library)
    chosen = replace(  # a choice nobody can be told of suggests nothing
        mine,
        themes=tuple(each for each in mine.themes if taste.named(turn, "theme", each)),
        knobs=tuple(each for each in mine.knobs if taste.named(turn, "knob", each)),
    )
    choice = choose.talk(by_id.values(), chosen, seed=turn.now.toordinal())
    if choice is None:
        return None, ""
    script = by_id[choice.id]
    return script, turn.word("suggest", reden=_why(turn, choice), gesprek=script.menu or script.title)


def _why(turn: Turn, choice: Choice) -> str:
    """The first reason that can be named as the person saw it."""
    lines = (
        taste.liked(turn, reason.about) if reason.kind == "liked" else taste.named(turn, reason.kind, reason.about)
        for reason in choice.reasons
        if reason.kind in ("theme", "knob", "liked")
    )
    return next((line for line in lines if line), "")


def _fitting(turn: Turn, scripts: Iterable[Script], text: str) -> list[Script]:
    """The conversations a few typed words fit best; nothing when they fit none, or too many."""
    meant = [word for word in words(text) if word not in EMPTY and len(word) > 2]
    if not meant or len(meant) > MOST_WORDS:
        return []
    counts = [([_counts(turn, script, word) for word in meant], script) for script in scripts]
    scored = [(sum(each), script) for each, script in counts if all(each)]
    best = max((score for score, _ in scored), default=0)
    found = [script for score, script in scored if score == best]
    return found if len(found) <= PROPOSED else []


def _counts(turn: Turn, script: Script, word: str) -> int:
    if _among(word, f"{script.menu} {script.title} {script.id.replace('_', ' ')}"):
        return IN_NAME
    theme = taste.theme_word(turn, script.theme) if script.theme else ""
    topic = turn.word(f"topic_{script.topic}") if script.topic else ""
    if _among(word, f"{script.theme} {theme} {topic}"):
        return IN_SUBJECT
    return IN_BUTTON if len(word) >= LONG and word in words(" ".join(_labels(script))) else 0


def _among(typed: str, named: str) -> bool:
    return any(_same(typed, each) for each in words(named))


def _same(typed: str, named: str) -> bool:
    """The same word, or one that begins with the other: *rooster*, *roosters*; *grens*, *grenzen* are not."""
    short, long = sorted((typed, named), key=len)
    return typed == named or (len(short) > 4 and long.startswith(short))


def _labels(script: Script) -> Iterator[str]:
    for step in script.steps:
        if step.ask is not None:
            yield from (choice.label for choice in step.ask.buttons.values())
