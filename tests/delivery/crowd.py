"""People by the hundreds, put straight into the store: for what needs a crowd, and not how it joined."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from bot.delivery.post import seal_address
from bot.messages import Address
from bot.services.house import CHANNEL
from bot.services.person import ORGANISATION, PROFILE
from bot.services.profile import Profile
from bot.telegram.receive import sender_hash
from storage import people, teams
from storage.ids import new_id
from storage.sealing import seal_json
from storage.store import Store


async def employ(
    store: Store, bot: int, chats: Iterable[int], now: datetime, *, team: str = "Iedereen hier"
) -> list[str]:
    """Make an employee of everybody with these chats, in one new team; gives their ids, in that order."""
    chats = list(chats)
    made = [new_id() for _ in chats]
    sealers = [await store.vault.create(each) for each in made]
    async with store.transaction() as tx:
        team_id = await teams.create(tx, team, now)
        for each, chat, sealer in zip(made, chats, sealers, strict=True):
            profile = Profile(name="Sam").model_dump(mode="json", exclude_defaults=True)
            await people.create(tx, each, seal_json(sealer, profile, PROFILE), now)
            await people.add_identity(
                tx,
                each,
                organisation=ORGANISATION,
                channel=CHANNEL,
                bot=str(bot),
                id_hash=sender_hash(store, bot, chat),
                sealed_address=seal_address(sealer, Address(chat=chat)),
            )
            await teams.join(tx, each, team_id, "employee", now)
    return made
