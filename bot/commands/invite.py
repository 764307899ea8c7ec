"""`aanzet invite`: a link for a role in a team, also while the bot is running."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime
from io import StringIO

import segno

from bot.clock import SystemClock
from bot.commands.mishap import Refused
from bot.services import joining
from bot.settings import Settings
from bot.telegram.connect import check, connect
from bot.telegram.edge import TelegramEdge
from storage import audit, teams
from storage.errors import Locked
from storage.store import Store
from storage.transaction import Transaction

ADMINISTRATOR = "administrator"
LONGEST_NAME = 60


def invite(settings: Settings, *, role: str, team: str, uses: int | None, say: Callable[[str], None]) -> None:
    """Make the invitation, and the team when there is none of that name; say its link and show its QR code.

    Raises: SettingsError, StorageError, EdgeError, Refused.
    """
    name = " ".join(team.split())
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise Refused(f"--team must be a name of 1 to {LONGEST_NAME} characters.")
    token, key = settings.token(), settings.key()
    if uses is None and role != "employee":
        uses = 1  # such a link lets its holder see a group's figures or write to everybody
    link = asyncio.run(_link(settings, token, key, role=role, team=name, uses=uses))
    often = "as often as wanted" if uses is None else "once" if uses == 1 else f"{uses} times"
    say(link)
    say(f"\n{role} in {name}; works for {joining.VALID.days} days, {often}.\n")
    drawn = StringIO()
    segno.make(link, error="m").terminal(drawn, border=2, compact=True)
    say(drawn.getvalue())


async def _link(settings: Settings, token: str, key: bytes, *, role: str, team: str, uses: int | None) -> str:
    bot = connect(token, settings.telegram_api_url)
    try:
        await check(bot, settings.telegram_api_url)
        edge = TelegramEdge(bot)
        async with _opened(settings, key) as store, store.transaction() as tx:
            now = SystemClock().now()
            team_id = await _team(tx, team, now)
            payload = await joining.invite(store, tx, team_id=team_id, role=role, by=ADMINISTRATOR, now=now, uses=uses)
            await audit.note(tx, at=now, actor_id=ADMINISTRATOR, role=ADMINISTRATOR, act="invited", object=team_id)
        return edge.link(payload)
    finally:
        await bot.shutdown()


@asynccontextmanager
async def _opened(settings: Settings, key: bytes) -> AsyncIterator[Store]:
    """The store: our own when nobody has it, made when there is none yet; beside the running bot otherwise."""
    async with AsyncExitStack() as stack:
        try:
            store = await stack.enter_async_context(Store.open(settings.data_dir, key))
        except Locked:
            store = await stack.enter_async_context(Store.open(settings.data_dir, key, beside=True))
        yield store


async def _team(tx: Transaction, name: str, now: datetime) -> str:
    """The team that is meant: by name, by id, or a new one."""
    found = await teams.named(tx, name)
    if len(found) > 1:
        ids = ", ".join(team.id for team in found)
        raise Refused(f"There are {len(found)} teams named {name}. Give the id of one as --team: {ids}.")
    if found:
        return found[0].id
    by_id = await teams.get(tx, name)
    return by_id.id if by_id is not None else await teams.create(tx, name, now)
