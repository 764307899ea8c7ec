"""Passes on success stories, and remembers what is not for somebody."""

from __future__ import annotations

from bot.messages import Message
from bot.services import keyboard
from bot.services.profile import Profile
from bot.services.turn import Turn
from dialogues import choose
from dialogues.library import Library


def fitting(library: Library, profile: Profile, theme: str | None) -> tuple[str, ...]:
    """Stories this person has not heard and did not refuse, best first."""
    return choose.stories(library.stories.values(), seen=profile.seen_stories, refused=profile.not_for_me, theme=theme)


def as_message(turn: Turn, story_id: str) -> Message | None:
    """The story in words, with who tells it and where it stands; None when it was withdrawn."""
    story = turn.house.library.story(story_id, turn.language)
    if story is None:
        return None
    told = turn.phrase(
        "story", titel=story.title, tekst=story.text, vraag=story.question, bron=story.source, verteller=story.teller
    )
    button = keyboard.action(turn.word("button_not_for_me"), "nietvoormij", story.id)
    return told.model_copy(update={"buttons": ((button,),)})


async def tell(turn: Turn, story_id: str, *, lane: int = 0, kind: str = "reply") -> bool:
    """Tell the story and remember that it was told. False when it is no longer there."""
    message, person = as_message(turn, story_id), turn.person
    if message is None or person is None:
        await turn.tell("no_story")
        return False
    await turn.say(message, lane=lane, kind=kind)
    person.change(seen_stories=(*person.profile.seen_stories, story_id))
    return True


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
    person.change(not_for_me=tuple(refused))
    await turn.tell("not_for_me")
