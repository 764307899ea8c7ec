"""What goes before everything else: a text that needs a person, and the direct question for as long as it stands open.

When somebody meant something else, the words that raised the question go to the talk as if it had never been asked. Until
then they lie sealed in the profile; afterwards nowhere. Words that plainly speak of death or of not living are never handed
on, whatever is answered: no question of a talk is made for them.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Literal

from bot.messages import Command, Content, Other, Press, Text, Voice
from bot.services import joining, keyboard, safety
from bot.services.conversation import Conversations
from bot.services.menu import Menu
from bot.services.turn import Turn
from dialogues.events import Event, Typed
from dialogues.language.direct import meant
from dialogues.language.normal import LIMIT
from dialogues.language.triage import names_it

Standing = Literal["no", "doubt", "yes"]
"""Whether the direct question stands open, and whether it was only asked in doubt."""

REMEMBERED = 1024
"""Strangers of whom it is remembered that the direct question stands open."""

ENDINGS = {"no": {True: "verder", False: "nee"}, "other": {True: "verder", False: "anders"}}
"""The answer that typed words give, by what they mean and whether the question was asked in doubt."""


class Need:
    """`take` gives words to what waits for them: the question of a talk, or the menu."""

    def __init__(
        self, conversations: Conversations, menu: Menu, take: Callable[[Turn, Event], Awaitable[None]]
    ) -> None:
        self._talks = conversations
        self._menu = menu
        self._take = take
        self._strangers: OrderedDict[str, bool] = OrderedDict()

    async def comes_first(self, turn: Turn) -> bool:
        """Answer what goes before the talk. False when there is nothing of that kind, and everything goes as ever."""
        content = turn.inbound.content if turn.inbound else None
        text, stands = _read(content), self._standing(turn)
        concern = safety.concern_in(text)
        if concern is not None and concern.doubt and stands != "no":
            plain = meant(text, doubt=False) in ENDINGS
            concern = None if plain else replace(concern, doubt=False)  # twice in a row is a doubt no more
        if concern is None:
            return await self._answers(turn, content, stands)
        await safety.respond(turn, concern)
        if concern.kind == "crisis":
            answers = isinstance(content, Text) and not names_it(concern)
            self._opens(turn, text[:LIMIT] if answers else "", concern.doubt)
        return True

    def _standing(self, turn: Turn) -> Standing:
        if turn.person is not None:
            profile = turn.person.profile
            return ("doubt" if profile.in_doubt else "yes") if profile.stepped_back else "no"
        if turn.sender not in self._strangers:
            return "no"
        return "doubt" if self._strangers[turn.sender] else "yes"

    def _opens(self, turn: Turn, words: str, doubt: bool) -> None:
        if turn.person is not None:
            held = turn.person.profile.held_words or words
            turn.person.change(stepped_back=True, in_doubt=doubt, held_words=held)
            return
        self._strangers[turn.sender] = doubt
        self._strangers.move_to_end(turn.sender)
        while len(self._strangers) > REMEMBERED:
            self._strangers.popitem(last=False)

    def _closes(self, turn: Turn) -> str:
        """The question stands open no more; gives the words it was asked about, which are kept nowhere else."""
        self._strangers.pop(turn.sender, None)
        if turn.person is None or not turn.person.profile.stepped_back:
            return ""
        words = turn.person.profile.held_words
        turn.person.change(stepped_back=False, in_doubt=False, held_words="")
        return words

    async def _answers(self, turn: Turn, content: Content | None, stands: Standing) -> bool:
        doubt = stands == "doubt"
        if isinstance(content, Press):
            what = keyboard.pressed(content.data)
            if isinstance(what, keyboard.Action) and what.name == safety.ACTION:
                await self._answered(turn, what.subject)
                return True
            if isinstance(what, keyboard.Answered) and stands != "no":
                await safety.passed(turn, doubt=doubt)
        if isinstance(content, Press | Command) or stands == "no":
            self._closes(turn)
            return False
        said = meant(content.text, doubt=doubt) if isinstance(content, Text) else None
        if said == "yes":
            await self._answered(turn, "ja")
        elif said in ENDINGS:
            await self._answered(turn, ENDINGS[said][doubt])
        elif not doubt:
            await safety.more(turn)
        elif isinstance(content, Text):
            await safety.asked(turn, doubt=False)
            self._opens(turn, "", doubt=False)
        else:
            await safety.asked(turn, doubt=True)
        return True

    async def _answered(self, turn: Turn, answer: str) -> None:
        if answer == "ja":
            self._closes(turn)
            self._opens(turn, "", doubt=False)
            await safety.heard_yes(turn)
            return
        words = self._closes(turn)
        await safety.heard_no(turn, answer)
        if turn.person is None:
            await joining.ask_again(turn)
        elif words and await self._wanted(turn):
            await self._take(turn, Typed(words))
        else:
            await self._menu.act(turn, "verder")

    async def _wanted(self, turn: Turn) -> bool:
        """Whether what waits takes words; a question with only buttons does not."""
        row = await self._talks.current(turn)
        return row is None or await self._talks.takes_words(turn, row)


def _read(content: Content | None) -> str:
    """Every text, anywhere, before any command; a link's own code is none."""
    if isinstance(content, Text | Other | Voice):
        return content.text
    if isinstance(content, Command) and (content.name != "start" or " " in content.argument):
        return f"{content.name} {content.argument}"
    return ""
