"""The way of a message: what waits in the inbox of one person is handled, one thing at a time, each in one transaction.

In that transaction the inbox row goes, the talk moves on, and what must be said stands in the outbox; or nothing of it
happened. A thing that fails several times is set aside with a kind word; it never blocks the rest.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import structlog

from bot.messages import Command, Group, Inbound, Other, Press, Reach, Text, Voice
from bot.services import document_pages, joining, keyboard, nudging, plans
from bot.services.conversation import STALE, Conversations
from bot.services.house import House
from bot.services.menu import ALSO, Menu
from bot.services.need import Need
from bot.services.person import found, identity, save
from bot.services.turn import Turn
from bot.stages import Stage, no_stage
from dialogues.events import Event, Odd, Pressed, Said, Spoken, Typed
from dialogues.language.wishes import wish
from dialogues.render import clean
from storage import inbox, outbox, people, turns
from storage.errors import Conflict, DiskFull, DiskTrouble, ForeignDatabase, Locked, StorageError, Unwritable
from storage.inbox import InboxRow
from storage.outbox import REPLY
from storage.people import Reach as Reached
from storage.transaction import Transaction

log = structlog.get_logger(__name__)

SURROUNDINGS = (DiskFull, DiskTrouble, ForeignDatabase, Unwritable, Locked, OSError)
"""What refuses here refuses everybody: it is no fault of a message, and will be tried again."""

GIVE_UP = 3
"""How often a thing may fail before it is set aside."""

OVERTAKEN = 5
"""So often in a row a turn may find that somebody else was first, and begin again, before that counts as a failure."""

WORDS = {"terug": "terug", "skip": "skip", "hulp": "help"}
"""Commands that mean a word to a waiting question, and what they mean."""

DOUBLE = timedelta(seconds=2)
"""Within this time the same button is one press: thumbs tap twice."""

REMEMBERED = 1024
"""People of whom the last press is remembered."""

KEEPS_BUTTONS = frozenset({"bestand", "agenda", "meer", "aanbodkijk"}) | document_pages.LOOKING
"""What is fetched or looked at on the way: the other buttons of that message stay."""

IN_TALKS = {
    "menu": "menu", "document": "mijn", "data": "gegevens", "wipe": "wissen",
    "formal": "zegu", "informal": "zegje", "english": "engels", "dutch": "nederlands",
}  # fmt: skip
"""What somebody may ask for in words in the middle of a talk, by the name of its action; the talk waits."""

Read = Callable[[InboxRow], Awaitable[Inbound | None]]
"""Opens an inbox row: the channel's own part."""


@dataclass(frozen=True, slots=True)
class _Unit:
    """Rows that are one thing somebody did: a single event, or words typed in a row."""

    rows: tuple[int, ...]
    inbound: Inbound | None


class Talk:
    """Handles senders. One at a time a sender; the store's transaction is the lock."""

    def __init__(
        self, house: House, conversations: Conversations, menu: Menu, read: Read, *, stage: Stage = no_stage
    ) -> None:
        self._house = house
        self._talks = conversations
        self._menu = menu
        self._read = read
        self._stage = stage
        self._pressed_last: OrderedDict[str, tuple[int | None, str, datetime]] = OrderedDict()
        self._need = Need(conversations, menu, self._event)

    async def handle(self, sender: str) -> None:
        """Handle everything that waits of this sender. Raises one of `SURROUNDINGS` where these refuse."""
        overtaken, more = 0, True
        while more:
            try:
                more = await self._one(sender, overtaken < OVERTAKEN)
                overtaken = 0
            except Conflict:
                overtaken += 1
                log.warning("turn_overtaken", times=overtaken)

    async def last_is_text(self, sender: str) -> bool:
        """Whether the last thing that waits is typed words, so that more may follow."""
        async with self._house.store.transaction() as tx:
            rows = await inbox.waiting(tx, sender)
        if not rows:
            return False
        try:
            last = await self._read(rows[-1])
        except Exception:  # noqa: BLE001  (the turn itself will say what is wrong with it)
            return False
        if last is None or not isinstance(last.content, Text):
            return False
        self._house.background(self._house.edge.typing(last.chat))
        return True

    async def _one(self, sender: str, may_be_overtaken: bool) -> bool:
        """Handle the first thing that waits. True when something was left; what comes in meanwhile is told to `Intake`.

        Raises: `SURROUNDINGS`; Conflict where it may be overtaken, which is no fault of the message.
        """
        turn: Turn | None = None
        rows: tuple[int, ...] = ()
        first_in_line = False
        try:
            async with self._house.store.transaction() as tx:
                await turns.foresee(tx, **identity(self._house, sender))
                waiting = await inbox.waiting(tx, sender)
                if not waiting:
                    return False
                rows = (waiting[0].id,)
                unit = await self._first(waiting)
                rows = unit.rows
                if unit.inbound is not None:
                    turn = await self._opened(tx, sender, unit.inbound)
                    first_in_line = turn.person is not None and not await outbox.replies(tx, turn.person.id)
                    await self._answer(turn)
                    if turn.person is not None:
                        await save(tx, turn.person)
                await inbox.handled(tx, unit.rows)
                self._stage("handled")
        except SURROUNDINGS:
            raise
        except Exception as error:  # whatever it is, it must not block the next message
            if may_be_overtaken and isinstance(error, Conflict):
                raise
            await self._failed(sender, rows, error)
            return True
        self._stage("committed")
        if turn is None or not self._handed_over(turn, first_in_line):
            self._house.wake()
        if turn is not None:
            press = turn.inbound.content if turn.inbound else None
            if isinstance(press, Press):
                _remember(self._pressed_last, sender, (press.message, press.data, turn.now))
            for work in turn.after:
                self._house.background(_run(work))
        return len(waiting) > len(rows)

    def _handed_over(self, turn: Turn, first_in_line: bool) -> bool:
        """Whether all there is to say is on its way already. When more stands behind the first, it must be looked up.

        To be asked right after the commit, before anything else.
        """
        person, row = turn.person, turn.first
        if not first_in_line or person is None or person.blocked or row is None or row.lane != REPLY:
            return False
        put = turn.tx.given(outbox.LAST_GIVEN)
        if put[:1] != [row.id]:
            return False
        handed = self._house.hand_over(row, Reached(person.id, person.sealed_address, blocked=False))
        return handed and len(put) == 1

    async def _first(self, waiting: list[InboxRow]) -> _Unit:
        """The first thing that waits; words typed in a row are one."""
        first = await self._read(waiting[0])
        ids = [waiting[0].id]
        if first is not None and isinstance(first.content, Text):
            words = [first.content.text]
            for row in waiting[1:]:
                if waiting[0].attempts:
                    break  # it failed before: alone, so that it takes nothing along
                following = await self._read(row)
                if following is None or not isinstance(following.content, Text):
                    break
                words.append(following.content.text)
                ids.append(row.id)
            first = first.model_copy(update={"content": Text(text=clean("\n".join(words)))})
        return _Unit(tuple(ids), first)

    async def _opened(self, tx: Transaction, sender: str, inbound: Inbound) -> Turn:
        now = self._house.clock.now()
        content = inbound.content
        with_link = isinstance(content, Command) and content.name == "start" and bool(content.argument)
        person = await found(self._house, tx, sender, with_link=with_link)
        turn = Turn(self._house, tx, sender, now, inbound, person)
        if person is not None:
            if person.blocked and not isinstance(inbound.content, Reach):
                await self._back(turn)
            if person.profile.ignored and not isinstance(inbound.content, Reach):
                person.change(ignored=0, week_days=7)
        return turn

    async def _answer(self, turn: Turn) -> None:
        inbound = turn.inbound
        if inbound is None:
            return
        content = inbound.content
        if isinstance(content, Group):
            words = turn.word("group")
            turn.after.append(lambda: turn.house.edge.leave(inbound.chat, words))
            return
        if isinstance(content, Reach):
            if turn.person is not None and content.blocked:
                await people.set_blocked(turn.tx, turn.person.id, True)
            elif turn.person is not None:
                await self._back(turn)
            return
        if isinstance(content, Press):
            turn.after.append(lambda: turn.house.edge.acknowledge(content, turn.toast))
            if self._doubled(turn, content):
                return
        if await self._need.comes_first(turn):
            return
        if isinstance(content, Command) and content.name == "start" and content.argument:
            await joining.opened_link(turn, content.argument, self._talks)
        elif turn.person is None:
            await joining.stranger(turn, self._talks)
        else:
            await self._known(turn)
        if isinstance(content, Press) and content.label and not turn.still:
            label = content.label
            turn.after.append(lambda: turn.house.edge.choose(content, inbound.chat, label))

    async def _back(self, turn: Turn) -> None:
        """Somebody who had blocked us is here again: what waited was dropped, so it is scheduled anew."""
        if turn.person is None:
            return
        await people.set_blocked(turn.tx, turn.person.id, False)
        await plans.restore(turn)
        await nudging.restore(turn)

    def _doubled(self, turn: Turn, press: Press) -> bool:
        """Whether this is the second tap of one press. Answers to questions have their own way (the engine's)."""
        return not isinstance(keyboard.pressed(press.data), keyboard.Answered) and self._again(turn, press)

    def _again(self, turn: Turn, press: Press) -> bool:
        before = self._pressed_last.get(turn.sender)
        return (
            before is not None
            and press.message is not None
            and before[:2] == (press.message, press.data)
            and turn.now - before[2] < DOUBLE
        )

    async def _known(self, turn: Turn) -> None:
        content = turn.inbound.content if turn.inbound else None
        match content:
            case Press(data=data):
                await self._pressed(turn, data)
                if turn.still and not turn.said and len(turn.after) == 1 and not self._again(turn, content):
                    turn.toast = turn.word("old_button_toast")  # nothing else shows that it was seen
            case Command(name=name):
                await self._command(turn, name)
            case Text(text=text):
                await self._event(turn, Typed(text))
            case Voice(reference=reference, seconds=seconds):
                await self._event(turn, Spoken(reference, seconds))
            case Other(what=what):
                await self._event(turn, Odd(what))
            case _:
                pass

    async def _pressed(self, turn: Turn, data: str) -> None:
        what = keyboard.pressed(data)
        if isinstance(what, keyboard.Action):
            turn.still = what.name in KEEPS_BUTTONS
            if not await self._menu.act(turn, what.name, what.subject):
                await turn.tell("old_button_alone", keyboard.action(turn.word("button_menu"), "menu"))
            return
        row = await self._talks.asking(turn, what.session, what.prompt)
        if row is None:
            turn.still = True
            if turn.person is not None and turn.person.profile.told_old != what.session:
                turn.person.change(told_old=what.session)
                await turn.tell("old_button_alone", keyboard.action(turn.word("button_menu"), "menu"))
            return
        before, older = len(turn.said), self._talks.waits_at(turn, row) != what.prompt
        await self._talks.advance(turn, row, Pressed(what.prompt, what.choice))
        turn.still = turn.still or older or len(turn.said) == before  # no tick on what did not count

    async def _command(self, turn: Turn, name: str) -> None:
        action = ALSO.get(name)
        row = await self._talks.current(turn)
        if action in WORDS and row is not None:
            await self._talks.advance(turn, row, Said(WORDS[action]))  # type: ignore[arg-type]
        elif action is None or action in ("terug", "skip"):
            await turn.tell("unknown_command", keyboard.action(turn.word("button_menu"), "menu"))
        else:
            await self._menu.act(turn, action)

    async def _event(self, turn: Turn, event: Event) -> None:
        row = await self._talks.current(turn)
        if row is not None and isinstance(event, Typed):
            asked = IN_TALKS.get(wish(event.text) or "")
            if asked is not None:
                await self._menu.act(turn, asked)
                return
            if await self._menu.plan_news(turn, event.text, row.updated_at):
                return
            if turn.now - row.updated_at > STALE:
                await self._talks.park(turn, row)
                row = None
        if row is not None:
            meant = self._talks.meant(turn, row, event.text) if isinstance(event, Typed) else None
            if meant is not None:
                await self._menu.act(turn, meant, row.id[:8])
                return
            await self._talks.advance(turn, row, event)
        elif isinstance(event, Typed):
            await self._menu.free_text(turn, event.text)
        elif isinstance(event, Odd):
            await self._menu.odd(turn, event.what)
        else:
            await self._menu.odd(turn, "voice")

    async def _failed(self, sender: str, rows: tuple[int, ...], error: BaseException) -> None:
        log.error("turn_failed", error=type(error).__name__, exc_info=error)
        if not rows:
            raise error  # it was no message's: nothing could be read, and reading again at once would not end
        async with self._house.store.transaction() as tx:
            attempts = await inbox.failed(tx, rows[0])
            if attempts < GIVE_UP:
                return
            await inbox.set_aside(tx, rows[0])
            log.error("update_set_aside", row=rows[0], attempts=attempts, error=type(error).__name__)
        await self._apologise(sender)
        self._house.wake()

    async def _apologise(self, sender: str) -> None:
        """A kind word, in a transaction of its own: where even that fails, the row stays aside."""
        try:
            async with self._house.store.transaction() as tx:
                person = await found(self._house, tx, sender)
                if person is not None:
                    turn = Turn(self._house, tx, sender, self._house.clock.now(), None, person)
                    await turn.tell("went_wrong", keyboard.action(turn.word("button_go_on"), "verder"))
        except StorageError as error:
            log.error("could_not_apologise", error=type(error).__name__)  # noqa: TRY400  (the cause was logged already)


def _remember(where: OrderedDict[str, Any], sender: str, what: object) -> None:
    where[sender] = what
    where.move_to_end(sender)
    while len(where) > REMEMBERED:
        where.popitem(last=False)


async def _run(work: Callable[[], Awaitable[Any]]) -> None:
    await work()
