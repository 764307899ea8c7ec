"""People with phones: what they do, what then stands on their phones, and the clock they live by.

Everything is the real thing but the clock and the other end of the line: python-telegram-bot over HTTP, SQLite on the disk.
An act returns when nothing is due and nobody is being answered any more, so no walk ever sleeps for luck.
"""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.demo import Demo, demo
from bot.services import joining
from bot.simulator.state import Message, Person
from dialogues.library import Library
from storage import teams
from storage.files import DATABASE

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
START = datetime(2026, 11, 23, 9, tzinfo=UTC)
"""A Monday, ten in the morning in Amsterdam."""

JOIN = ("Ja, ik doe mee", "Sanne", "Tussen 8 en 20 uur")
"""The taps from the link to the first question."""

PLAN = (
    *("Ik weet het precies", "ik wil mijn certificaat halen", "dan kan ik van de inpak af", "Rondgevraagd", "8"),
    *("rijden kan ik al", "Niets nodig", "Ja", "Ik vraag om een gesprek", "vrijdag om 10 uur"),
    *("Dan doe ik het na mijn werk", "?8", "Klopt", "Nu niet", "Overslaan"),
)
"""From the first question to a plan for Friday at ten."""


calmly = pytest.mark.asyncio(loop_scope="module")
"""For walks with the fixture `calm`."""


class Phone:
    """One person with a phone. Acts settle; `says` and `news` tell what came of the last one."""

    def __init__(self, walk: Walk, person: Person) -> None:
        self.walk = walk
        self.person = person
        self._seen = 0

    # --- acts

    async def open(self, payload: str = "") -> str:
        """Open a link to the bot and tap START."""
        self._look()
        self.walk.simulator.open_link(self.person, payload)
        return await self._settle()

    async def type(self, *texts: str) -> str:
        """Type messages and send them at once."""
        self._look()
        for text in texts:
            self.walk.simulator.type(self.person, text)
        return await self._settle()

    async def press(self, label: str, *, times: int = 1) -> str:
        """Press the newest button with these words."""
        message = self.shown(label)
        button = message.button(label)
        if button is None or "callback_data" not in button:
            raise LookupError(f"nothing to press at {label!r}")
        return await self.press_on(message, str(button["callback_data"]), times=times)

    async def press_on(self, message: Message, data: str, *, times: int = 1) -> str:
        """Press a button by what it says back."""
        self._look()
        for _ in range(times):
            self.walk.simulator.press(self.person, message.id, data)
        return await self._settle()

    async def talk(self, name: str) -> str:
        """Choose a conversation from the menu, by way of its subject where the menu shows subjects."""
        await self.type("/praten")
        if name not in self.labels():
            library = self.walk.app.house.library
            (script,) = [each for each in library.menu("nl") if each.menu == name]
            await self.press(library.phrases("nl")[f"topic_{script.topic or 'anders'}"])
        return await self.press(name)

    async def do(self, *acts: str) -> str:
        """Press what is a button of the newest question, type everything else; "?…" only if it is offered."""
        for step in acts:
            act = step.removeprefix("?")
            if act != step and act not in self.labels():
                continue
            if act in self.labels():
                await self.press(act)
            else:
                await self.type(act)
        return self.says()

    async def send(self, kind: str, **details: Any) -> str:
        """Send something that is no text: voice, sticker, photo, location, poll, document, contact."""
        self._look()
        getattr(self.walk.simulator, f"send_{kind}")(self.person, **details)
        return await self._settle()

    async def forward(self, text: str) -> str:
        """Forward somebody's words."""
        self._look()
        self.walk.simulator.forward(self.person, text)
        return await self._settle()

    async def edit(self, message: Message, text: str) -> str:
        """Change an own message."""
        self._look()
        self.walk.simulator.edit(self.person, message.id, text)
        return await self._settle()

    async def block(self) -> None:
        """Block the bot."""
        self.walk.simulator.block(self.person)
        await self._settle()

    async def unblock(self) -> None:
        """Let the bot write again."""
        self.walk.simulator.unblock(self.person)
        await self._settle()

    # --- what stands on it

    def chat(self) -> list[Message]:
        """Everything, oldest first."""
        return self.walk.simulator.chat(self.person)

    def news(self) -> list[Message]:
        """What the bot said since the last act (or `look`)."""
        return [message for message in self.chat() if message.from_bot and message.id > self._seen]

    def says(self) -> str:
        """The words of `news`."""
        return "\n".join(words_of(message) for message in self.news())

    def own(self) -> Message:
        """The newest message this person sent."""
        return next(message for message in reversed(self.chat()) if not message.from_bot)

    def labels(self) -> list[str]:
        """The buttons under the newest message of the bot."""
        newest = next((message for message in reversed(self.chat()) if message.from_bot), None)
        return newest.labels if newest else []

    def shown(self, label: str) -> Message:
        """The newest message of the bot with such a button."""
        for message in reversed(self.chat()):
            if message.from_bot and label in message.labels:
                return message
        raise LookupError(f"no button {label!r} on the phone of {self.person.first_name}:\n{self.transcript()}")

    def look(self) -> None:
        """From here on things are new."""
        self._look()

    def transcript(self) -> str:
        """All of it as text."""
        return self.walk.simulator.transcript(self.person)

    def _look(self) -> None:
        chat = self.chat()
        self._seen = chat[-1].id if chat else 0

    async def _settle(self) -> str:
        await self.walk.demo.settled()
        return self.says()


class Walk:
    """A running demo with phones, and hands on its clock."""

    def __init__(self, running: Demo) -> None:
        self.demo = running
        self.simulator = running.simulator
        self.app = running.app
        self.store = running.app.store

    @property
    def now(self) -> datetime:
        """What the clock shows."""
        return self.demo.settable.now()

    @property
    def local(self) -> datetime:
        """What it shows in Amsterdam."""
        return self.now.astimezone(AMSTERDAM)

    def phone(self, name: str = "Sanne", language: str = "nl") -> Phone:
        """A new phone, set to a language."""
        return Phone(self, self.simulator.add_person(name, language))

    async def link(self, role: str = "employee", *, team: str | None = None, uses: int | None = None) -> str:
        """A fresh link for a role in the example team, or in another one."""
        async with self.store.transaction() as tx:
            name = team or "Voorbeeldteam"
            found = await teams.named(tx, name)
            team_id = found[0].id if found else await teams.create(tx, name, self.now)
            return await joining.invite(
                self.app.store, tx, team_id=team_id, role=role, by="beheer", now=self.now, uses=uses
            )

    async def member(self, name: str = "Sanne", role: str = "employee") -> Phone:
        """Somebody who joined: an employee stands at the first question."""
        phone = self.phone(name)
        await phone.open(await self.link(role))
        await phone.press("Ja, ik doe mee")
        if role == "employee":
            await phone.press(name)
            await phone.press("Tussen 8 en 20 uur")
        return phone

    async def finished(self, name: str = "Sanne") -> Phone:
        """An employee outside any talk, who keeps the ordinary unasked messages."""
        phone = await self.member(name)
        await phone.type("stop")
        return phone

    async def to(self, moment: datetime) -> None:
        """Move the clock, stopping at every due moment."""
        await self.demo.move_to(moment)

    async def at(self, day: str, hour: str = "00:00") -> None:
        """Move to a wall time in Amsterdam: `at("2026-11-27", "10:00")`."""
        await self.to(datetime.fromisoformat(f"{day}T{hour}").replace(tzinfo=AMSTERDAM))

    async def by(self, **step: float) -> None:
        """Move on: `by(days=1)`."""
        await self.to(self.now + timedelta(**step))

    async def asleep_until(self, moment: datetime) -> None:
        """The machine slept: the clock jumps without stopping anywhere."""
        self.demo.settable.move_to(moment)
        await self.demo.settled()

    def rows(self, table: str) -> list[dict[str, Any]]:
        """All rows of a table as they stand on the disk, read past our own code."""
        with closing(sqlite3.connect(self.app.settings.data_dir / DATABASE)) as connection:
            connection.row_factory = sqlite3.Row
            return [dict(row) for row in connection.execute(f"SELECT * FROM {table}")]

    def tables(self) -> dict[str, list[dict[str, Any]]]:
        """Every table with its rows."""
        with closing(sqlite3.connect(self.app.settings.data_dir / DATABASE)) as connection:
            names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: self.rows(name) for name in names if not name.startswith(("sqlite_", "alembic"))}

    def calls(self, sink: list[str]) -> None:
        """Write down the name of every call the bot makes from now on."""
        self.simulator.on_call.append(lambda call: sink.append(call.method))


def words_of(message: Message) -> str:
    """The words of a message; a card, picture or file by its kind."""
    body = message.body
    if message.kind == "contact":
        return f"[{body['contact']['first_name']}: {body['contact']['phone_number']}]"
    return message.text if message.kind == "text" else f"[{message.kind}] {message.text}"


@asynccontextmanager
async def walking(
    directory: Path, *, library: Library | None = None, start: datetime = START, burst_seconds: float = 0.01
) -> AsyncIterator[Walk]:
    """A demo without phones, its clock standing still at `start`."""
    async with demo(
        directory, start=start, running=False, library=library, phones=False, seconds=0.0, burst_seconds=burst_seconds
    ) as running:
        yield Walk(running)


def found_in(directory: Path, *needles: str, only: str = "") -> list[str]:
    """Which of these words stand in any file (whose name begins with `only`), in the encodings a program could use."""
    contents = [
        path.read_bytes() for path in sorted(directory.rglob("*")) if path.is_file() and path.name.startswith(only)
    ]
    return [
        needle
        for needle in needles
        if any(needle.encode(code) in content for content in contents for code in ("utf-8", "utf-16-le"))
    ]
