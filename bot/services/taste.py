"""What somebody chose and liked: remembers it, and hands it to `dialogues.choose`. It never reads what was said."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from bot.messages import Button
from bot.services import keyboard
from bot.services.person import Person
from bot.services.profile import Given, Profile
from bot.services.turn import Turn
from dialogues.choose import Choice, Taste
from dialogues.library import Library
from dialogues.model import Nudge, Story


def of(profile: Profile, library: Library, *, resting: Iterable[str] = ()) -> Taste:
    """The person's taste, as far as they chose it themselves. `resting`: what was named too short ago to name again."""
    pieces = {name: piece(library, name) for name in profile.liked}
    return Taste(
        themes=profile.themes,
        knobs=profile.knobs,
        liked={name: found.theme if found else None for name, found in pieces.items()},
        refused=frozenset(profile.not_for_me),
        seen=frozenset((*profile.seen_nudges, *profile.seen_stories, *resting)),
        talked=frozenset(profile.talked),
        last_angle=profile.last_angle,
        sector=profile.sector,
    )


def piece(library: Library, name: str) -> Nudge | Story | None:
    """The nudge or story with this id; None when it was withdrawn."""
    nudges = {nudge.id: nudge for nudge in library.nudges}
    return nudges.get(name) or library.stories.get(name)


def chose(person: Person, *, theme: str | None = None, knob: str | None = None) -> None:
    """Remember what was chosen just now; the newest stands last."""
    profile = person.profile
    person.change(themes=_newest(profile.themes, theme), knobs=_newest(profile.knobs, knob))


def chose_talk(person: Person, library: Library, script: str) -> None:
    """A conversation picked from the menu: its theme is one the person chose."""
    found = library.scripts["nl"].get(script)
    if found is not None:
        person.change(talked=_newest(person.profile.talked, script))
        chose(person, theme=found.theme, knob=found.knob)


def pick(person: Person, library: Library, theme: str) -> None:
    """A theme chosen by its own name; chosen again it is chosen no longer.

    A choice takes back that a whole angle of it is refused.
    """
    profile = person.profile
    if theme in profile.picked:
        left = tuple(each for each in profile.themes if each != theme)
        person.change(picked=tuple(each for each in profile.picked if each != theme), themes=left)
    else:
        angles = {nudge.angle for nudge in library.nudges if nudge.theme == theme}
        angles |= {story.angle for story in library.stories.values() if story.theme == theme}
        refused = tuple(each for each in profile.not_for_me if each not in angles)
        person.change(picked=(*profile.picked, theme), not_for_me=refused)
        chose(person, theme=theme)


def named(turn: Turn, kind: str, about: str) -> str:
    """A theme or knob as the person saw it when they chose: the theme's own name, the talk by its name, what they liked.

    '' when they never saw it so: then it is no reason to name.
    """
    person, library = turn.person, turn.house.library
    if person is None:
        return ""
    if kind == "theme" and about in person.profile.picked:
        return turn.word("why_theme", thema=theme_word(turn, about))
    talks = {script.id: script for script in library.menu(turn.language)}
    for name in reversed(person.profile.talked):
        script = talks.get(name)
        if script is not None and (script.theme if kind == "theme" else script.knob) == about:
            return turn.word("why_talk", gesprek=script.menu or script.title)
    for name in reversed(person.profile.liked):
        found = piece(library, name)
        if found is not None and (found.theme if kind == "theme" else found.knob) == about:
            return liked(turn, name)
    return ""


def liked(turn: Turn, name: str) -> str:
    """That somebody wanted more of this nudge or story."""
    story = turn.house.library.story(name, turn.language)
    return turn.word("why_liked_story", titel=story.title) if story else turn.word("why_liked")


def was_given(person: Person, kind: str, name: str, choice: Choice | None = None, *, asked: bool = False) -> None:
    """Remember what came last, with its reasons, for when somebody asks why. `asked`: they asked for it, or said yes."""
    reasons: list[tuple[str, str]] = [(each.kind, each.about) for each in choice.reasons] if choice else []
    if asked:
        reasons.insert(0, ("asked", ""))
    person.change(given=Given.model_validate({"kind": kind, "id": name, "reasons": reasons}))


def opinions(turn: Turn, name: str) -> list[Button]:
    """The buttons under a nudge or story: more of this, or not for me."""
    return [
        keyboard.action(turn.word("button_more"), "meer", name),
        keyboard.action(turn.word("button_not_for_me"), "nietvoormij", name),
    ]


async def like(turn: Turn, name: str) -> None:
    """*Meer hiervan*: more of this theme from now on. Of what was withdrawn meanwhile nothing is left to like."""
    person = turn.person
    if person is None:
        return
    change = keyboard.action(turn.word("button_topics"), "onderwerpen")
    found = piece(turn.house.library, name)
    if found is None:
        await turn.tell("like_gone", change)
        return
    refused = tuple(each for each in person.profile.not_for_me if each not in (name, found.angle))
    person.change(liked=_newest(person.profile.liked, name), not_for_me=refused)
    chose(person, theme=found.theme, knob=found.knob)
    await turn.tell("like", change, thema=theme_word(turn, found.theme) if found.theme else "")


def theme_word(turn: Turn, theme: str) -> str:
    """A theme in the person's language; as it stands where nobody translated it."""
    name = f"theme_{theme.replace(' ', '_').replace('-', '_').replace('é', 'e')}"
    return turn.word(name) if name in turn.house.library.phrases(turn.language) else theme


def theme_label(turn: Turn, theme: str) -> str:
    """The same as the words of a button."""
    return upper(theme_word(turn, theme))


def upper(word: str) -> str:
    """With a capital, as a button begins."""
    return word[:1].upper() + word[1:]


def key(theme: str) -> str:
    """Short and stable: a theme is an author's own words, and a button carries little."""
    return hashlib.sha256(theme.encode()).hexdigest()[:12]


def _newest(before: tuple[str, ...], one: str | None) -> tuple[str, ...]:
    return (*(each for each in before if each != one), one) if one else before
