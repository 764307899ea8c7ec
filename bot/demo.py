"""The demo: the bot, the local Telegram and one settable clock in one process, talking to each other over HTTP.

Everything is the real thing but the clock and the other end of the line.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from bot.app import App, assembled, directories, renew
from bot.clock import SettableClock, SystemClock
from bot.renewal import Renewal
from bot.services import joining
from bot.services.person import by_id
from bot.settings import demo_key
from bot.settings import load as load_settings
from bot.simulator import TOKEN, Simulator, create_app, serving
from bot.simulator.colleagues import Colleagues
from bot.simulator.limits import Limits
from bot.simulator.state import Message
from dialogues.library import Library
from storage import teams
from storage.transaction import Transaction

TEAM = "Voorbeeldteam"
STEPS = {"hour": timedelta(hours=1), "day": timedelta(days=1)}
MOST_STOPS = 5_000
"""Due moments one move may stop at; more means that something comes due again and again at one moment."""

PHONES = (("Sanne", "employee"), ("Karim", "lead"), ("Els", "hr"))


class Colleague:
    """What a simulated colleague does: joins in three taps, then answers the short questions with a score."""

    def choose(self, message: Message, mind: random.Random, *, step: int) -> str | None:
        """The button to press."""
        offered = {str(each["text"]): str(each.get("callback_data", "")) for each in message.buttons}
        if "10" in offered:
            return offered[str(mind.randint(3, 9))]
        invited = next((data for data in offered.values() if data.startswith("k:")), None)
        return invited or (next(iter(offered.values()), None) if step < JOINING else None)

    def type(self, message: Message, mind: random.Random, *, step: int) -> str | None:
        """Words to type: none."""
        return None


JOINING = 3
"""Taps from the link to the first question: the yes, the name, the hours."""


class StuckError(RuntimeError):
    """Something comes due again and again at the same moment."""


@dataclass
class Demo:
    """What the page's buttons do. Keeps the promise of `bot.simulator.control.DemoControl`."""

    app: App
    simulator: Simulator
    settable: SettableClock
    crowd: Colleagues
    url: str = ""
    _moving: asyncio.Lock = field(default_factory=asyncio.Lock)
    _teams: dict[str, str] = field(default_factory=dict)

    @property
    def clock(self) -> SettableClock:
        """The one clock."""
        return self.settable

    async def advance(self, by: str) -> dict[str, Any]:
        """Move on, stopping at every due moment in order."""
        async with self._moving:
            await self.settled()
            if by == "next":
                return {"moved": await self._to_next_message()}
            await self.move_to(self.settable.now() + STEPS[by])
            return {"moved": True}

    async def _to_next_message(self) -> bool:
        """On to the moment at which the bot says something again; what is only put off on the way is passed."""
        before = self._said()
        for _ in range(MOST_STOPS):
            due = await self.app.next_due()
            if due is None:
                return False
            await self.move_to(max(due, self.settable.now()))
            if self._said() != before:
                return True
        raise StuckError(f"{MOST_STOPS} due moments without a message")

    def _said(self) -> int:
        return sum(message.from_bot for person in self.simulator.people for message in self.simulator.chat(person))

    async def move_to(self, target: datetime) -> None:
        """Set the clock to a later moment, stopping at every due moment on the way."""
        for _ in range(MOST_STOPS):
            due = await self.app.next_due()
            if due is None or due > target:
                break
            if due > self.settable.now():
                self.settable.move_to(due)
            await self.settled()
        else:
            raise StuckError(f"more than {MOST_STOPS} due moments before {target}")
        if target > self.settable.now():
            self.settable.move_to(target)
        await self.settled()

    async def settled(self) -> None:
        """Until neither the bot nor a colleague has anything to do at this moment."""
        for _ in range(400):
            await self.app.settled()
            await self.crowd.idle()
            if self.simulator.world.updates.pending == 0:
                await self.app.settled()
                return
            await asyncio.sleep(0.005)

    async def waiting(self) -> list[dict[str, Any]]:
        """What waits, in Dutch."""
        words = self.app.house.phrases()
        shown = []
        async with self.app.store.transaction() as tx:
            close = await self.app.housekeeping.next_due(tx)
        if close is not None:
            shown.append({"at": close.isoformat(), "who": "", "what": words["waits_close"]})
        for row in await self.app.waiting():
            async with self.app.store.transaction() as tx:
                person = await by_id(self.app.house, tx, row.person_id or "")
            name = ""
            if person is not None:
                known = self.simulator.world.people.get(person.address.chat)
                name = known.first_name if known else ""
            what = words.get(f"waits_{row.kind}", words["waits_reply"])
            shown.append({"at": row.due_at.isoformat(), "who": name, "what": what})
        return sorted(shown, key=lambda item: item["at"])

    async def invitation(self, role: str) -> str:
        """A fresh link for a role, as `aanzet invite` gives."""
        async with self.app.store.transaction() as tx:
            team_id = (
                await self._team(tx) if role == "employee" else await example_team(self.app, tx, self.settable.now())
            )
            return await joining.invite(
                self.app.store, tx, team_id=team_id, role=role, by="demo", now=self.settable.now()
            )

    async def colleagues(self, n: int) -> None:
        """Let simulated colleagues join the newest team."""
        async with self.app.store.transaction() as tx:
            team_id = await self._team(tx)
            payload = await joining.invite(
                self.app.store, tx, team_id=team_id, role="employee", by="demo", now=self.settable.now()
            )
        self.crowd.join(payload, n)

    async def _team(self, tx: Transaction) -> str:
        """The newest team: the one a lead just made, where there is one."""
        newest = max(await teams.every(tx), key=lambda team: team.created_at, default=None)
        return newest.id if newest else await example_team(self.app, tx, self.settable.now())


async def example_team(app: App, tx: Transaction, now: datetime) -> str:
    """The team the demo's links lead to."""
    found = await teams.named(tx, TEAM)
    return found[0].id if found else await teams.create(tx, TEAM, now)


@asynccontextmanager
async def demo(
    data_dir: Path,
    *,
    port: int = 0,
    host: str = "127.0.0.1",
    start: datetime | None = None,
    running: bool = True,
    library: Library | None = None,
    phones: bool = True,
    seconds: float = 1.0,
    burst_seconds: float = 0.6,
    organisation: str = "Zorggroep Voorbeeld",
    content: Path | None = None,
    watch: bool = False,
) -> AsyncIterator[Demo]:
    """Everything at work. `start`: what the clock shows; `running`: it ticks on; `seconds`: between messages to one person.

    `content`: own content instead of what the settings name; `watch`: use and show changes of its files at once.

    Raises: what `assembled` raises; OSError when the port is taken.
    """
    key = demo_key(data_dir)
    settings = load_settings(None).model_copy(  # what is wrong in the environment is a SettingsError here too
        update={
            "data_dir": data_dir,
            "organisation": organisation,
            "chat_seconds": seconds,
            "burst_seconds": burst_seconds,
            "messages_per_second": 30.0 if seconds >= 1 else 1000.0,
        }
    )
    if content is not None:
        settings = settings.model_copy(update={"content": content})
    clock = SettableClock(start or SystemClock().now().astimezone(UTC), running=running)
    simulator = Simulator(clock, limits=Limits() if seconds >= 1 else None)
    control = _Later()
    app_ = create_app(simulator, control)
    crowd = Colleagues(simulator, Colleague())
    async with (
        serving(app_, simulator, host=host, port=port) as url,
        assembled(settings, clock, key=key, token=TOKEN, api_url=url, library=library) as app,
    ):
        work = asyncio.create_task(app.run())
        renewal = Renewal(directories(settings), partial(renew, app), simulator.put_up)
        watching = asyncio.create_task(renewal.run()) if watch else None
        made = Demo(app, simulator, clock, crowd, url)
        control.made = made
        if phones:
            for name, role in PHONES:
                simulator.add_person(name, role=role)
        try:
            yield made
        finally:
            if watching is not None:
                watching.cancel()
                await asyncio.wait({watching})
            await crowd.close()
            await app.stop(5)
            await asyncio.gather(work, return_exceptions=True)


class _Later:
    """The control before the bot is there: the server must listen before the bot can start."""

    def __init__(self) -> None:
        self.made: Demo | None = None

    def _ready(self) -> Demo:
        if self.made is None:
            raise RuntimeError("the demo is still starting")
        return self.made

    @property
    def clock(self) -> SettableClock | SystemClock:
        """The one clock."""
        return self.made.clock if self.made else SystemClock()

    async def advance(self, by: str) -> dict[str, Any]:
        """See `Demo.advance`."""
        return await self._ready().advance(by)

    async def waiting(self) -> list[dict[str, Any]]:
        """See `Demo.waiting`."""
        return await self._ready().waiting()

    async def invitation(self, role: str) -> str:
        """See `Demo.invitation`."""
        return await self._ready().invitation(role)

    async def colleagues(self, n: int) -> None:
        """See `Demo.colleagues`."""
        await self._ready().colleagues(n)
