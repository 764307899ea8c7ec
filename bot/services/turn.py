"""One thing somebody did, being handled: what it was, who it was, and what must be said. Lives inside one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.delivery.post import seal_address, seal_message
from bot.messages import Address, Bold, Button, Contact, Inbound, Message
from bot.services import keyboard
from bot.services.house import After, House
from bot.services.person import Person
from dialogues.render import finish, render
from storage import outbox
from storage.outbox import ASKED, REPLY, NewRow, OutboxRow
from storage.transaction import Transaction


@dataclass
class Turn:
    """The turn of one person (or of a stranger: then `person` is None and everything goes under the day's key)."""

    house: House
    tx: Transaction
    sender: str
    now: datetime
    inbound: Inbound | None = None
    person: Person | None = None
    after: list[After] = field(default_factory=list)
    said: list[int] = field(default_factory=list)
    first: OutboxRow | None = None
    """The first thing said to the person."""
    spoken: str = "nl"
    """The language a stranger chose, before there is anything to keep it in."""
    still: bool = False
    """The pressed message keeps its buttons: they were changed, or nothing was chosen."""
    toast: str = ""
    """Shown for a moment over a press that changed nothing."""

    @property
    def language(self) -> str:
        """Which texts the person reads (`nl`, `nl_u`, `en`), or the language a stranger chose."""
        return self.person.profile.edition if self.person else self.spoken

    @property
    def sector(self) -> str:
        """The kind of work the person chose, or the organisation's."""
        chosen = self.person.profile.sector if self.person else ""
        return chosen or self.house.settings.sector

    def phrase(self, name: str, /, **values: object) -> Message:
        """One of the bot's standing texts as a message."""
        return phrase(self.house, name, self.language, values)

    async def say(self, message: Message, *, lane: int = REPLY, kind: str = "reply") -> int:
        """Put a message in the outbox; it goes after the commit. Gives the row's id."""
        if self.person is not None:
            row = await put(self.tx, self.person, message, self.now, lane=lane, kind=kind)
            self.first, row_id = self.first or row, row.id
        else:
            row_id = await self._say_to_stranger(message)
        self.said.append(row_id)
        return row_id

    async def tell(self, name: str, *buttons: Button, **values: object) -> int:
        """Say a standing text, with buttons under it."""
        message = self.phrase(name, **values)
        return await self.say(message.model_copy(update={"buttons": keyboard.rows(buttons)}) if buttons else message)

    def word(self, name: str, **values: object) -> str:
        """A standing text as plain words: labels, names of files."""
        return self.phrase(name, **values).text

    async def _say_to_stranger(self, message: Message) -> int:
        if self.inbound is None:
            raise RuntimeError("a stranger is only answered")
        key_id, sealer = await self.house.store.vault.day_sealer(self.now.date())
        return await outbox.put(
            self.tx,
            NewRow(
                lane=REPLY,
                form="message",
                kind="reply",
                due_at=self.now,
                created_at=self.now,
                recipient=self.sender,
                key_id=key_id,
                sealed_address=seal_address(sealer, Address(chat=self.inbound.chat)),
                sealed_body=seal_message(sealer, message),
            ),
        )


def phrase(house: House, name: str, language: str, values: Mapping[str, object]) -> Message:
    """A standing text filled in."""
    text, bold = finish(render(house.library.phrases(language)[name], values))
    return Message(text=text, bold=tuple(Bold(offset=start, length=length) for start, length in bold))


def contact_of(house: House, contact_id: str | None, language: str) -> Contact | None:
    """A contact card, where the contact has a number."""
    found = house.library.contact(contact_id or "", language)
    return Contact(name=found.name, phone=found.phone) if found and found.phone else None


async def put(
    tx: Transaction,
    person: Person,
    message: Message,
    now: datetime,
    *,
    lane: int = ASKED,
    kind: str,
    subject: str | None = None,
    not_after: datetime | None = None,
) -> OutboxRow:
    """Keep a finished message to a person in the outbox; gives the row."""
    row = NewRow(
        lane=lane,
        form="message",
        kind=kind,
        due_at=now,
        created_at=now,
        person_id=person.id,
        subject=subject,
        not_after=not_after,
        sealed_body=seal_message(person.sealer, message),
    )
    return outbox.standing(row, await outbox.put(tx, row))


async def occasion(
    tx: Transaction,
    person: Person,
    kind: str,
    due_at: datetime,
    now: datetime,
    *,
    lane: int = ASKED,
    subject: str | None = None,
    not_after: datetime | None = None,
    body: object = None,
) -> int:
    """Keep a reason to speak later; its words are found when it is due."""
    return await outbox.put(
        tx,
        NewRow(
            lane=lane,
            form="occasion",
            kind=kind,
            due_at=due_at,
            created_at=now,
            person_id=person.id,
            subject=subject,
            not_after=not_after,
            sealed_body=None if body is None else person.seal(body, kind),
        ),
    )
