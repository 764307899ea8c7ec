"""Everything outside a written conversation: the menu, commands, pauses, stopping, and an offer for free words."""

from __future__ import annotations

from datetime import datetime

from bot.services import (
    actions,
    broadcasts,
    checkins,
    document,
    document_pages,
    joining,
    keyboard,
    leading,
    plans,
    preferences,
    taste,
    topics,
)
from bot.services.conversation import Conversations
from bot.services.turn import Turn
from dialogues.language.matching import command_word, match
from dialogues.language.normal import words
from dialogues.language.questions import asked as asked_in
from dialogues.language.remarks import remark
from dialogues.language.wishes import wish
from dialogues.reading import unreadable

COMMANDS = (
    *("praten", "plan", "mijn", "aanbod", "pauze", "waarom", "instellingen"),
    *("stop", "privacy", "gegevens", "wissen", "hulp"),
)
"""Telegram's command menu, in this order; the words stand in `phrases.yaml` as `command_<name>`."""

MENU = ("praten", "plan", "mijn", "verhaal", "aanbod", "pauze", "privacy", "instellingen")
"""The menu as buttons, in this order, never more than eight; the words stand in `phrases.yaml` as `menu_<name>`."""

NAMED = (*MENU, "stop", "gegevens", "wissen", "hulp")
"""What may be typed by the words of its button, in the menu or a page further on."""

QUOTED = 200
"""Characters of somebody's words that are said back."""

ALSO = {
    "start": "menu", "menu": "menu", "help": "hulp", "hulp": "hulp", "praten": "praten", "plan": "plan", "pauze": "pauze",
    "stop": "stop", "privacy": "privacy", "gegevens": "gegevens", "wissen": "wissen", "team": "teammaken", "vragen": "vragen",
    "bericht": "bericht", "mijn": "mijn", "verhaal": "verhaal", "waarom": "waarom",
    "onderwerpen": "onderwerpen", "aanbod": "aanbod", "instellingen": "instellingen",
     "terug": "terug", "skip": "skip",
}  # fmt: skip
"""What a command does, by the name of its action."""

WISHES = {
    "privacy": "privacy", "silence": "stil", "stop": "stop", "menu": "menu", "plan": "plan", "pause": "pauze", "data": "gegevens",
    "document": "mijn", "wipe": "wissen", "help": "hulp", "confused": "hulp", "story": "verhaal", "why": "waarom",
    "human": "mens", "greeting": "hallo", "thanks": "dank",
    "formal": "zegu", "informal": "zegje", "english": "engels", "dutch": "nederlands",
}  # fmt: skip
"""What somebody asks of the bot in words, by the name of its action."""

REMARKS = {"enough": "stop", "discord": "hulp", "lost": "hulp"}
"""What somebody says about talking itself, outside a talk, by the name of its action."""

IN_A_TALK = frozenset({"other", "length", "mine", "privacy", "human"})
"""Questions that only a talk has a line for, or that are actions of their own."""

ONLY_IN_TALKS = frozenset({"terug", "skip"})


class Menu:
    """Actions by name, from a command or a button; those that need no conversation are in `actions`."""

    def __init__(self, conversations: Conversations) -> None:
        self._talks = conversations

    async def act(self, turn: Turn, name: str, subject: str = "") -> bool:
        """Do what a command or button names. False when nothing is known by that name."""
        match name:
            case "menu":
                await self.show(turn)
            case "praten":
                await self._choose_talk(turn)
            case "praat":
                await self._begin(turn, subject)
            case "kies":
                await self._begin(turn, subject, chosen=True)
            case "gezegd":
                await self._begin_with_words(turn)
            case "verder":
                await self._go_on(turn, subject)
            case "verdermens":
                await self._go_on(turn, human=True)
            case "klaar" | "gesprekstop":
                await self._end_talk(turn, subject)
            case "planging":
                await self._plan_went(turn, *subject.partition(":")[::2])
            case "wijzig":
                await self._change_plan(turn, subject)
            case "mijn_anders":
                await self._change_item(turn, subject)
            case "naam":
                await self._talks.begin(turn, "naam_veranderen")
            case "zegu" | "zegje" | "engels" | "nederlands":
                await self._speak(turn, name)
            case "stop":
                await self._ask_stop(turn)
            case "k":
                await self._questions(turn, subject)
            case "b" if ":" not in subject:
                await turn.tell("broadcast_sample")
            case "b":
                await self._begin(turn, subject.partition(":")[2])
            case _:
                known = await actions.act(turn, name, subject) or await document_pages.act(turn, name, subject)
                return known or await self._lead(turn, name)
        return True

    async def _speak(self, turn: Turn, how: str) -> None:
        """Speak so from now on, and ask again what was being asked."""
        await preferences.speak(turn, how)
        current = await self._talks.current(turn)
        if current is not None:
            await self._talks.repeat(turn, current)

    async def _lead(self, turn: Turn, name: str) -> bool:
        """What only leads and HR may do; somebody else gets the employee's menu."""
        needed = {"teammaken": "lead", "teamlink": "lead", "vragen": "lead", "bericht": "hr"}.get(name)
        if needed is None:
            return False
        if not await leading.memberships(turn, needed):
            await self.show(turn)
            return True
        if name == "teammaken":
            await self._talks.begin(turn, "team_maken")
        elif name == "teamlink":
            await leading.show_links(turn)
        elif name == "vragen":
            found = {team.id: team.name for team in (await leading.led(turn)).values()}
            await self._talks.begin(turn, "vragen_sturen", {"teams": found})
        else:
            given = {"groepen": await broadcasts.groups(turn), "gesprekken": broadcasts.talks(turn)}
            await self._talks.begin(turn, "bericht_sturen", given)
        return True

    async def show(self, turn: Turn) -> None:
        """The menu as buttons, with what a lead or HR can do on top."""
        roles = {membership.role for membership in await turn.person.roles(turn.tx)} if turn.person else set()
        buttons = joining.role_buttons(turn, roles)
        buttons += [keyboard.action(turn.word(f"menu_{name}"), name) for name in MENU]
        await turn.tell("menu", *buttons, naam=turn.person.profile.name if turn.person else "")

    async def free_text(self, turn: Turn, text: str) -> None:
        """Words outside a conversation: an offer, not a shrug. The words are kept a while, for when the person says yes."""
        if turn.person is None:
            return
        action = self._answered(turn, text) or await self._named(turn, text)
        if action is not None:
            await self.act(turn, *action.split(":", 1))
            return
        problem = unreadable(text)
        if problem is not None:
            await turn.tell(problem, keyboard.action(turn.word("button_menu"), "menu"))
            return
        topic = asked_in(text)
        if topic is not None and topic not in IN_A_TALK:
            await turn.tell(f"asked_{topic}", keyboard.action(turn.word("button_menu"), "menu"))
            return
        if await self.plan_news(turn, text) or await topics.propose(turn, text):
            return
        made = REMARKS.get(remark(text) or "")
        if made is not None:
            await self.act(turn, made)
            return
        turn.person.change(last_words=text[:500], proposed="")
        parked = await self._talks.parked(turn)
        buttons = [keyboard.action(turn.word("button_talk_about"), "gezegd")]
        if parked is not None:
            buttons.append(keyboard.action(turn.word("button_resume"), "verder"))
        buttons.append(keyboard.action(turn.word("button_menu"), "menu"))
        await turn.tell("free_text", *buttons, gezegd=text if len(text) <= QUOTED else text[:QUOTED].rstrip() + "…")

    async def _named(self, turn: Turn, text: str) -> str | None:
        """The action somebody means who types its name instead of pressing it: "stop", "mijn plan", "menu"."""
        said = words(text)
        for name in NAMED:
            if said == words(turn.word(f"menu_{name}")):
                return name
        roles = {membership.role for membership in await turn.person.roles(turn.tx)} if turn.person else set()
        for button in joining.role_buttons(turn, roles):
            if said == words(button.label):
                return button.data
        named = ALSO.get(" ".join(said))
        if named is not None and named not in ONLY_IN_TALKS:
            return named
        if said in (words("verder"), words(turn.word("button_go_on"))):
            stopped = await self._talks.stopped(turn)
            if stopped is not None:
                return f"verder:{stopped.id[:8]}"
        asked = WISHES.get(wish(text) or "")
        if asked is not None:
            return asked
        command = command_word(text)
        if command is not None:
            return {"stop": "stop", "help": "hulp"}.get(command, "menu")
        return {"privacy": "privacy", "human": "mens"}.get(asked_in(text) or "")

    def _answered(self, turn: Turn, text: str) -> str | None:
        """The action (`name` or `name:subject`) of a typed yes or no to what was asked outside a conversation last."""
        person = turn.person
        if person is None or not (person.profile.asked_to_go_on or person.profile.last_words):
            return None
        found = match(text, {"yes": turn.word("button_yes"), "no": turn.word("button_no")})
        if found is None:
            return None
        if person.profile.asked_to_go_on:
            person.change(asked_to_go_on=False)
            return "welkom" if found.choice == "yes" else "stil"
        if found.rest:
            return None
        if found.choice == "no":
            return "hoeftniet"
        return f"kies:{person.profile.proposed}" if person.profile.proposed else "gezegd"

    async def odd(self, turn: Turn, what: str) -> None:
        """A photo, sticker or voice message outside a conversation."""
        name = f"odd_{what}"
        known = name in turn.house.library.phrases(turn.language)
        await turn.tell(name if known else "odd", keyboard.action(turn.word("button_menu"), "menu"))

    async def _choose_talk(self, turn: Turn) -> None:
        left = await self._talks.current(turn) or await self._talks.parked(turn)
        await topics.choose_talk(turn, resume=left is not None)

    async def _begin(self, turn: Turn, script: str, *, chosen: bool = False) -> None:
        """A conversation by its id. `chosen`: from the menu, so that its subject is one the person chose."""
        found = turn.house.library.scripts["nl"].get(script)
        if found is None or not (found.menu or found.id in {nudge.opens for nudge in turn.house.library.nudges}):
            await self.show(turn)
            return
        if chosen and turn.person is not None:
            taste.chose_talk(turn.person, turn.house.library, script)
        await self._talks.begin(turn, script)

    async def _begin_with_words(self, turn: Turn) -> None:
        words = turn.person.profile.last_words if turn.person else ""
        if turn.person is not None:
            turn.person.change(last_words="")
        await self._talks.begin(turn, "wat_wil_je", {"gezegd": words} if words else None)

    async def _go_on(self, turn: Turn, session: str = "", *, human: bool = False) -> None:
        """Back to the talk that waits, or to the stopped one that `session` names.

        `human`: after words that need a person, where none waits, never a suggestion.
        """
        stopped = await self._talks.stopped(turn, session) if session else None
        if stopped is not None:
            await self._talks.reopen(turn, stopped)
            return
        current = await self._talks.current(turn)
        if current is not None:
            await self._talks.repeat(turn, current)
            return
        parked = await self._talks.parked(turn)
        if parked is not None:
            await self._talks.take_up(turn, parked)
            return
        if human:
            await actions.act(turn, "mens", "")
            return
        await self._choose_talk(turn)

    async def _end_talk(self, turn: Turn, subject: str) -> None:
        current = await self._talks.current(turn)
        if current is not None and current.id.startswith(subject):  # an old button never ends another talk
            await self._talks.stop(turn, current)
        await turn.tell("talk_ended", keyboard.action(turn.word("button_menu"), "menu"))

    async def plan_news(self, turn: Turn, text: str, since: datetime | None = None) -> bool:
        """Ask whether words belong to a plan that was brought to mind lately (after `since`). False when they do not sound so."""
        kept = await plans.news_of(turn, text, since)
        if kept is None or turn.person is None:
            return False
        turn.person.change(last_words=text[:500], proposed="")
        await plans.ask_whether(turn, kept)
        return True

    async def _plan_went(self, turn: Turn, plan_id: str, how: str) -> None:
        kept = await plans.one(turn, plan_id)
        if kept is None:
            await turn.tell("plan_gone")
            return
        words = turn.person.profile.last_words if turn.person else ""
        if turn.person is not None:
            turn.person.change(last_words="")
        given = plans.to_follow_up(kept, later=await plans.asked_later(turn, kept.id))
        await self._talks.begin(turn, "opvolging", {**given, "al_hoe": how, "gezegd": words})

    async def _change_plan(self, turn: Turn, plan_id: str) -> None:
        kept = await plans.one(turn, plan_id)
        if kept is None:
            await turn.tell("plan_gone")
            return
        await self._talks.begin(turn, "als_dan_plan", plans.to_change(turn, kept))

    async def _change_item(self, turn: Turn, item_id: str) -> None:
        kept = await document.note(turn, item_id)
        if kept is None:
            await turn.tell("document_gone", keyboard.action(turn.word("button_my_document"), "mijn"))
            return
        await self._talks.begin(turn, document.CHANGE, document.to_change(kept))

    async def _ask_stop(self, turn: Turn) -> None:
        buttons = [
            keyboard.action(turn.word("button_stop_messages"), "stil"),
            keyboard.action(turn.word("button_stop_all"), "wissen"),
            keyboard.action(turn.word("button_stop_nothing"), "verder" if await self._talks.current(turn) else "menu"),
        ]
        if await self._talks.current(turn) is not None:
            buttons.insert(0, keyboard.action(turn.word("button_stop_talk"), "gesprekstop"))
        await turn.tell("what_to_stop", *buttons)

    async def _questions(self, turn: Turn, checkin_id: str) -> None:
        if not await checkins.may_answer(turn, checkin_id):
            await turn.tell("questions_closed", keyboard.action(turn.word("button_menu"), "menu"))
            return
        await self._talks.begin(turn, checkins.SCRIPT, {"vragen_id": checkin_id})
