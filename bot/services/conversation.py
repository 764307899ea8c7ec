"""Runs written conversations for a person: begins them, passes events to the engine, carries out what a turn asks.

One conversation is in the foreground. Another one that begins parks it; a parked one can be taken up again.
"""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import replace
from datetime import timedelta

from pydantic import BaseModel, ConfigDict

from bot.messages import Bold, Message, Press
from bot.services import document, keyboard, offerings, plans, stories
from bot.services.person import Person
from bot.services.turn import Turn, contact_of, occasion
from dialogues import engine
from dialogues.answers import Answer
from dialogues.bundle import FORMAT, Bundle
from dialogues.effects import (
    Act,
    ComeBack,
    Effect,
    Ended,
    KeepNote,
    KeepScan,
    OfferOfferings,
    OfferStory,
    SaveIntention,
    Say,
)
from dialogues.events import Event, Typed
from dialogues.language.matching import match
from dialogues.session import Session
from storage import outbox, sessions, versions
from storage.ids import new_id
from storage.outbox import REPLY
from storage.sessions import SessionRow

LULL = timedelta(hours=3)
"""How long a question may lie before one gentle word."""

LULL_LATE = timedelta(days=1)
"""A gentle word that could not come within this time would only surprise."""

FORGOTTEN = frozenset({"korte_vragen"})
"""Talks that leave nothing behind: what was answered is kept elsewhere, for as long as it is needed."""

STALE = timedelta(days=2)
"""A question older than this no longer takes what somebody types; its buttons still work."""

FRESH = timedelta(minutes=20)
"""How long after the last answer somebody counts as talking: what comes due waits."""

TAKE_UP = timedelta(days=14)
"""How long a parked talk can be taken up again."""

LULL_ANSWERS = {"verder": "lull_go_on", "klaar": "lull_stop"}
"""What the buttons under that word do, and what stands on them."""

Acts = Mapping[str, Callable[[Turn, Mapping[str, Answer]], Awaitable[None]]]
"""What scripts can have done (`do:`), by name."""


class Talk(BaseModel):
    """A session with what a burst needs: the session before the last typed answer, its words, and the rows it said.

    As long as none of those rows was delivered, more typing belongs to the same answer. `back`: the talk that this one came
    in the middle of, and that goes on after it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    session: Session
    before: Session | None = None
    typed: str = ""
    rows: tuple[int, ...] = ()
    lull: bool = False
    back: str = ""


class Conversations:
    """Talks of all people. Holds no state of its own but the conversations read from storage."""

    def __init__(self, acts: Acts) -> None:
        self.acts = acts
        self._pinned: dict[str, Bundle] = {}

    @property
    def pinned(self) -> frozenset[str]:
        """The older versions held ready for talks that began with them."""
        return frozenset(self._pinned)

    def keep_only(self, versions: Collection[str]) -> None:
        """Let go of versions that storage has let go of: no talk needs them."""
        for version in self.pinned.difference(versions):
            del self._pinned[version]

    async def current(self, turn: Turn) -> SessionRow | None:
        """The talk in the foreground."""
        return await sessions.foreground(turn.tx, _person(turn).id)

    async def begin(
        self,
        turn: Turn,
        script: str,
        given: Mapping[str, object] | None = None,
        *,
        kind: str = "reply",
        lane: int = REPLY,
    ) -> None:
        """Start a conversation in the foreground; one that was there is parked."""
        person = _person(turn)
        row, back = await self.current(turn), ""
        if row is not None:
            if script == document.CHANGE:
                back = opened(person, row).back if row.script == script else row.id
            await self.park(turn, row)
        bundle = turn.house.library.bundle(script)
        await versions.keep(
            turn.tx, version=bundle.version, script=script, format=FORMAT, source=bundle.source(), now=turn.now
        )
        world = await self._world(turn, bundle)
        began = engine.begin(
            bundle,
            world,
            given=given,
            language=person.profile.edition,
            address=person.profile.address,
            seed=secrets.randbits(32),
        )
        session_id = new_id()
        await sessions.start(
            turn.tx,
            session_id=session_id,
            person_id=person.id,
            script=script,
            version=bundle.version,
            sealed_body=b"",
            now=turn.now,
        )
        await self._carry_out(turn, session_id, 1, began, Talk(session=began.session, back=back), kind=kind, lane=lane)
        if kind == "reply" and not began.session.over:
            due = turn.now + LULL
            await occasion(turn.tx, person, "lull", due, turn.now, subject=session_id, not_after=due + LULL_LATE)

    async def advance(self, turn: Turn, row: SessionRow, event: Event) -> None:
        """One event for the talk in the foreground."""
        person = _person(turn)
        talk = opened(person, row)
        if isinstance(event, Typed):
            talk, event = await self._burst(turn, talk, event)
        bundle = await self._bundle(turn, row)
        went = engine.advance(bundle, talk.session, event, await self._world(turn, bundle))
        only_words = all(isinstance(effect, Say) for effect in went.effects)
        keeps = isinstance(event, Typed) and only_words and not went.session.over
        after = Talk(
            session=went.session,
            before=talk.session if keeps else None,
            typed=event.text if keeps and isinstance(event, Typed) else "",
            back=talk.back,
        )
        await self._carry_out(turn, row.id, row.revision, went, after)

    async def lull(self, turn: Turn, row: SessionRow) -> bool:
        """Ask once, gently, whether to go on. False when that was done before."""
        person = _person(turn)
        talk = opened(person, row)
        if talk.lull:
            return False
        await turn.say(
            turn.phrase("lull").model_copy(
                update={
                    "buttons": keyboard.rows(
                        [keyboard.action(turn.word(word), action, row.id[:8]) for action, word in LULL_ANSWERS.items()]
                    )
                }
            ),
            lane=1,
            kind="lull",
        )
        await self._save(turn, row.id, row.revision, talk.model_copy(update={"lull": True}), row)
        return True

    async def repeat(self, turn: Turn, row: SessionRow) -> None:
        """Say the waiting question once more, under its own instance, without any line before it."""
        talk = opened(_person(turn), row)
        bundle = await self._bundle(turn, row)
        for effect in engine.again(bundle, talk.session, await self._world(turn, bundle)):
            await self._say(turn, row.id, effect)

    async def asking(self, turn: Turn, session: str, prompt: int) -> SessionRow | None:
        """The talk whose button was pressed: the one in the foreground, or a parked one that still waits for this answer.

        That one comes to the foreground again. None when the talk is over or its question was another one.
        """
        current = await self.current(turn)
        if current is not None and current.id.startswith(session):
            return current
        for row in await sessions.of(turn.tx, _person(turn).id):
            if not row.id.startswith(session) or turn.now - row.updated_at >= TAKE_UP or not row.sealed_body:
                continue
            talk = opened(_person(turn), row)
            if talk.session.over or talk.session.prompt != prompt:
                return None
            if current is not None:
                await self.park(turn, current)
            return await self._to_foreground(turn, row)
        return None

    async def takes_words(self, turn: Turn, row: SessionRow) -> bool:
        """Whether the question that waits takes typed words as its answer, and not only its buttons."""
        return engine.takes_words(await self._bundle(turn, row), opened(_person(turn), row).session)

    def waits_at(self, turn: Turn, row: SessionRow) -> int:
        """The number of the question that waits."""
        return opened(_person(turn), row).session.prompt

    def meant(self, turn: Turn, row: SessionRow, text: str) -> str | None:
        """After the one gentle question whether to go on: the action that typed words mean, if they answer that."""
        if not opened(_person(turn), row).lull:
            return None
        found = match(text, {name: turn.word(word) for name, word in LULL_ANSWERS.items()})
        return found.choice if found is not None and found.sure else None

    async def stop(self, turn: Turn, row: SessionRow) -> None:
        """End the talk without a word. It is over: nobody offers to take it up."""
        person = _person(turn)
        talk = opened(person, row)
        over = talk.model_copy(update={"session": talk.session.model_copy(update={"outcome": "stopped"})})
        body = person.seal(over.model_dump(mode="json", exclude_defaults=True), f"session:{row.id}")
        await sessions.save(turn.tx, row.id, row.revision, body, turn.now, ended=True)
        await outbox.cancel(turn.tx, row.person_id, "lull", row.id)

    async def parked(self, turn: Turn) -> SessionRow | None:
        """The last talk that was left in the middle, young enough to take up."""
        person = _person(turn)
        for row in reversed(await sessions.of(turn.tx, person.id)):
            young = row.state == "ended" and turn.now - row.updated_at < TAKE_UP and bool(row.sealed_body)
            if young and not opened(person, row).session.over:
                return row
        return None

    async def take_up(self, turn: Turn, row: SessionRow) -> None:
        """Bring a parked talk back to the foreground and ask its question again."""
        current = await self.current(turn)
        if current is not None:
            await self.stop(turn, current)
        await self.repeat(turn, await self._to_foreground(turn, row))

    async def stopped(self, turn: Turn, session: str = "") -> SessionRow | None:
        """The talk somebody stopped, by the first letters of its id; without them the one that was stopped just now."""
        person = _person(turn)
        rows = await sessions.of(turn.tx, person.id)
        for row in rows if session else rows[-1:]:
            young = row.state == "ended" and turn.now - row.updated_at < (TAKE_UP if session else FRESH)
            if row.id.startswith(session) and young and row.sealed_body:
                return row if opened(person, row).session.outcome == "stopped" else None
        return None

    async def reopen(self, turn: Turn, row: SessionRow) -> None:
        """Go on with a talk that was stopped, where it was: what was answered is still there. Another one is parked."""
        person, current = _person(turn), await self.current(turn)
        if current is not None:
            await self.park(turn, current)
        session = opened(person, row).session.model_copy(update={"outcome": None, "discord": False})
        body = person.seal(Talk(session=session).model_dump(mode="json", exclude_defaults=True), f"session:{row.id}")
        front = await self._to_foreground(turn, row)
        revision = await sessions.save(turn.tx, front.id, front.revision, body, turn.now)
        await self.repeat(turn, replace(front, revision=revision, sealed_body=body))

    # --- inside

    async def park(self, turn: Turn, row: SessionRow) -> None:
        """Leave the talk in the middle: it can be taken up again, and takes no typed words."""
        await sessions.save(turn.tx, row.id, row.revision, row.sealed_body, row.updated_at, ended=True)
        await outbox.cancel(turn.tx, row.person_id, "lull", row.id)

    async def _to_foreground(self, turn: Turn, row: SessionRow) -> SessionRow:
        revision = await sessions.take_up(turn.tx, row.id, row.revision, turn.now)
        due = turn.now + LULL
        await occasion(turn.tx, _person(turn), "lull", due, turn.now, subject=row.id, not_after=due + LULL_LATE)
        return SessionRow(
            row.id, row.person_id, row.script, row.version, "foreground", revision, row.sealed_body, turn.now
        )

    async def _burst(self, turn: Turn, talk: Talk, event: Typed) -> tuple[Talk, Typed]:
        """More words before the next question was delivered belong to the answer before."""
        if talk.before is None or not talk.rows:
            return talk, event
        person = _person(turn)
        waiting = [row for row in await outbox.replies(turn.tx, person.id) if row.id in talk.rows]
        if len(waiting) < len(talk.rows) or any(row.attempts for row in waiting):
            return talk, event  # delivered, or tried and perhaps delivered: the question may have been read
        if not turn.house.take_back(person.id, talk.rows):
            return talk, event  # being delivered now, or when the process last ended
        for row in waiting:
            await outbox.delivered(turn.tx, row.id)
        return Talk(session=talk.before, back=talk.back), Typed(f"{talk.typed}\n{event.text}")

    async def _bundle(self, turn: Turn, row: SessionRow) -> Bundle:
        """The conversation in the version the session began with."""
        current = turn.house.library.scripts["nl"].get(row.script)
        if current is not None:
            bundle = turn.house.library.bundle(row.script)
            if bundle.version == row.version:
                return bundle
        if row.version not in self._pinned:
            stored = await versions.get(turn.tx, row.version)
            if stored is None:
                raise LookupError(f"the version {row.version} of '{row.script}' is gone while a session needs it")
            self._pinned[row.version] = Bundle.read(stored.source)
        return self._pinned[row.version]

    async def _world(self, turn: Turn, bundle: Bundle) -> engine.World:
        person = _person(turn)
        return engine.World(
            now=person.profile.local(turn.now),
            phrases=turn.house.library.phrases(person.profile.edition),
            name=person.profile.name,
            plans=await plans.active_count(turn) if bundle.plans else 0,
            stories=stories.fitting(turn.house.library, person.profile, bundle.theme_of("story"))
            if "story" in bundle.offers
            else (),
            offerings=offerings.fitting(turn.house.library, person.profile, bundle.theme_of("offering"), turn.now)
            if "offering" in bundle.offers
            else (),
            sector=turn.sector,
            hours=person.profile.hours.on(person.profile.local(turn.now).date()),
            asked_after=person.profile.was_asked_after(turn.now),
        )

    async def _carry_out(
        self,
        turn: Turn,
        session_id: str,
        revision: int,
        went: engine.Turn,
        talk: Talk,
        *,
        kind: str = "reply",
        lane: int = REPLY,
    ) -> None:
        said_before = len(turn.said)
        for effect in went.effects:
            await self._effect(turn, talk.session, session_id, effect, kind, lane)
        rows = tuple(turn.said[said_before:]) if talk.before is not None else ()
        await self._save(turn, session_id, revision, talk.model_copy(update={"rows": rows}), None)
        if went.session.over:
            await outbox.cancel(turn.tx, _person(turn).id, "lull", session_id)
            if went.session.script in FORGOTTEN:
                await sessions.remove(turn.tx, session_id)
            if talk.back and went.session.outcome != "stopped":
                await self._go_back(turn, talk.back)

    async def _go_back(self, turn: Turn, session_id: str) -> None:
        """The talk that something short came in the middle of asks its question again."""
        row = await sessions.get(turn.tx, session_id)
        young = row is not None and row.state == "ended" and turn.now - row.updated_at < STALE and row.sealed_body
        if row is not None and young and not opened(_person(turn), row).session.over:
            await self.repeat(turn, await self._to_foreground(turn, row))

    async def _save(self, turn: Turn, session_id: str, revision: int, talk: Talk, row: SessionRow | None) -> None:
        person = _person(turn)
        body = person.seal(talk.model_dump(mode="json", exclude_defaults=True), f"session:{session_id}")
        when = row.updated_at if row is not None else turn.now
        await sessions.save(turn.tx, session_id, revision, body, when, ended=talk.session.over)

    async def _effect(
        self, turn: Turn, session: Session, session_id: str, effect: Effect, kind: str, lane: int
    ) -> None:
        match effect:
            case Say():
                await self._say(turn, session_id, effect, kind, lane)
            case SaveIntention():
                await plans.keep(turn, effect)
            case OfferStory(story=story):
                await stories.tell(turn, story)
            case OfferOfferings(offerings=ids):
                await offerings.show(turn, ids)
            case KeepNote():
                await document.keep_note(turn, effect, session.script)
            case KeepScan():
                await document.keep_scan(turn, effect)
            case ComeBack():
                await _come_back(turn, effect)
            case Act(name=name, given=given):
                await self.acts[name](turn, given)
            case Ended(outcome="stopped"):
                await turn.tell(
                    "stopped_next",
                    keyboard.action(turn.word("button_go_on"), "verder", session_id[:8]),
                    keyboard.action(turn.word("button_silence"), "stil"),
                )
            case Ended():
                pass

    async def _say(self, turn: Turn, session_id: str, say: Say, kind: str = "reply", lane: int = REPLY) -> None:
        buttons = keyboard.under(say, session_id)
        inbound = turn.inbound
        if say.replaces and inbound is not None and isinstance(press := inbound.content, Press):
            turn.after.append(lambda: turn.house.edge.rebutton(press, inbound.chat, buttons))
            turn.still = True
            return
        message = Message(
            text=say.text, bold=tuple(Bold(offset=start, length=length) for start, length in say.bold), buttons=buttons
        )
        await turn.say(message, lane=lane, kind=kind)
        card = contact_of(turn.house, say.contact, turn.language)
        if card is not None:
            await turn.say(Message(contact=card), lane=lane, kind=kind)


def opened(person: Person, row: SessionRow) -> Talk:
    """A kept talk, to go on as the person reads now. Raises `Unreadable` or pydantic's error: an unreadable talk is never
    replaced by a new one.
    """
    talk = Talk.model_validate(person.open(row.sealed_body, f"session:{row.id}"))
    speech = {"language": person.profile.edition, "address": person.profile.address}
    before = talk.before.model_copy(update=speech) if talk.before is not None else None
    return talk.model_copy(update={"session": talk.session.model_copy(update=speech), "before": before})


async def _come_back(turn: Turn, effect: ComeBack) -> None:
    """A promise to be silent takes back every earlier return; any other only an earlier one with the same conversation."""
    person = _person(turn)
    due = turn.now + timedelta(days=effect.days)
    if effect.quiet:
        await outbox.cancel(turn.tx, person.id, "come_back")
    for row in await outbox.of(turn.tx, person.id, "come_back"):
        if row.sealed_body is not None and person.open(row.sealed_body, "come_back") == {"script": effect.script}:
            await outbox.drop(turn.tx, row.id, "replaced")
    await occasion(
        turn.tx, person, "come_back", due, turn.now, not_after=due + timedelta(days=14), body={"script": effect.script}
    )
    if effect.quiet:
        person.change(quiet_until=due)


def _person(turn: Turn) -> Person:
    if turn.person is None:
        raise RuntimeError("a conversation needs a person")
    return turn.person
