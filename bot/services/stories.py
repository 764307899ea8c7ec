"""Passes on success stories, and remembers what is not for somebody."""

from __future__ import annotations

from bot.messages import Message
from bot.services import keyboard, taste
from bot.services.profile import Profile
from bot.services.turn import Turn
from dialogues import choose
from dialogues.choose import Choice
from dialogues.library import Library


def choices(library: Library, profile: Profile, theme: str | None = None, *, seed: int = 0) -> tuple[Choice, ...]:
    """Stories this person has not heard and did not refuse, best first, each with its reasons."""
    return choose.stories(library.stories.values(), taste.of(profile, library), theme=theme, seed=seed)


def fitting(library: Library, profile: Profile, theme: str | None) -> tuple[str, ...]:
    """The ids of those stories."""
    return tuple(choice.id for choice in choices(library, profile, theme))


def as_message(turn: Turn, story_id: str) -> Message | None:
    """The story in words, with who tells it and where it stands; None when it was withdrawn."""
    story = turn.house.library.story(story_id, turn.language)
    if story is None:
        return None
    told = turn.phrase(
        "story", titel=story.title, tekst=story.text, vraag=story.question, bron=story.source, verteller=story.teller
    )
    return told.model_copy(update={"buttons": keyboard.rows(taste.opinions(turn, story.id))})


async def tell(turn: Turn, story_id: str, *, lane: int = 0, kind: str = "reply") -> bool:
    """Tell the story and remember that it was told, and why. False when it is no longer there."""
    message, person = as_message(turn, story_id), turn.person
    if message is None or person is None:
        await turn.tell("no_story")
        return False
    why = next((each for each in choices(turn.house.library, person.profile) if each.id == story_id), None)
    await turn.say(message, lane=lane, kind=kind)
    taste.was_given(person, "story", story_id, why, asked=kind == "reply")
    person.change(seen_stories=(*person.profile.seen_stories, story_id))
    return True


async def offer(turn: Turn) -> None:
    """A story somebody asked for, outside any talk."""
    if turn.person is None:
        return
    found = fitting(turn.house.library, turn.person.profile, None)
    profile = turn.person.profile
    if found:
        await tell(turn, found[0])
    elif any(name not in (*profile.seen_stories, *profile.not_for_me) for name in turn.house.library.stories):
        await turn.tell("stories_aside", keyboard.action(turn.word("button_topics"), "onderwerpen"))
    else:
        await turn.tell("no_more_stories", keyboard.action(turn.word("button_menu"), "menu"))


async def refuse(turn: Turn, item: str) -> None:
    """*Niet voor mij*: this one never again; two of one angle, and the angle is left alone too."""
    person = turn.person
    if person is None:
        return
    refused = dict.fromkeys((*person.profile.not_for_me, item))
    library = turn.house.library
    angles = {n.id: n.angle for n in library.nudges} | {s.id: s.angle for s in library.stories.values()}
    angle = angles.get(item)
    if angle is not None and sum(1 for name in refused if angles.get(name) == angle) >= 2:
        refused[angle] = None
    liked = tuple(name for name in person.profile.liked if name != item)
    person.change(not_for_me=tuple(refused), liked=liked)
    await turn.tell("not_for_me", over=angle in refused)
