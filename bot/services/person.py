"""A person as the services see them: the profile opened, the keys at hand. Loading and saving, nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.delivery.post import ADDRESS
from bot.messages import Address
from bot.services.house import CHANNEL, House
from bot.services.profile import Profile
from storage import erasure, people, teams
from storage.errors import Erased, Unreadable
from storage.sealing import Sealer, open_json, seal_json
from storage.teams import Membership
from storage.transaction import Transaction

PROFILE = "profile"

ORGANISATION = "this"
"""One database holds one organisation; its name may change, this may not."""


@dataclass
class Person:
    """Somebody we talk with, inside one transaction."""

    id: str
    profile: Profile
    revision: int
    sealer: Sealer
    address: Address
    sealed_address: bytes
    blocked: bool
    joined: datetime
    changed: bool = False
    _roles: list[Membership] | None = field(default=None, repr=False)

    def change(self, **values: Any) -> None:
        """Change the profile; `save` keeps it at the end of the turn."""
        self.profile = self.profile.model_copy(update=values)
        self.changed = True

    def replace(self, profile: Profile) -> None:
        """Take another profile; `save` keeps it."""
        self.profile = profile
        self.changed = True

    async def roles(self, tx: Transaction) -> list[Membership]:
        """The person's memberships."""
        if self._roles is None:
            self._roles = await teams.roles(tx, self.id)
        return self._roles

    def seal(self, value: Any, purpose: str) -> bytes:
        """Something of the person's, sealed with their key."""
        return seal_json(self.sealer, value, purpose)

    def open(self, blob: bytes, purpose: str) -> Any:
        """What was sealed with `seal`."""
        return open_json(self.sealer, blob, purpose)


def identity(house: House, sender: str) -> dict[str, str]:
    """The columns that find somebody by the hash of the channel's id."""
    return {"organisation": ORGANISATION, "channel": CHANNEL, "bot": house.edge.bot, "id_hash": sender}


async def found(house: House, tx: Transaction, sender: str, *, with_link: bool = False) -> Person | None:
    """The person behind a sender's hash, or None for a stranger.

    Somebody whose key was lost (an old keys.db was restored) begins again when they open a link: `with_link`.

    Raises: Unreadable for such a person without a link; their rows stay, for the right keys.db may still come.
    """
    row = await people.find(tx, **identity(house, sender))
    if row is None:
        return None
    try:
        sealer = await house.store.vault.sealer(row.id)
    except Erased:
        await erasure.delete_rows(tx, row.id)  # an erasing that was interrupted after the key: finished here
        return None
    except Unreadable:
        if not with_link:
            raise
        await erasure.delete_rows(tx, row.id)
        return None
    return Person(
        id=row.id,
        profile=Profile.model_validate(open_json(sealer, row.sealed_profile, PROFILE)),
        revision=row.revision,
        sealer=sealer,
        address=Address.model_validate(open_json(sealer, row.sealed_address, ADDRESS)),
        sealed_address=row.sealed_address,
        blocked=row.blocked,
        joined=row.created_at,
    )


async def by_id(house: House, tx: Transaction, person_id: str) -> Person | None:
    """The person with this id, for what comes due; None when they are gone."""
    row = await people.get(tx, person_id)
    if row is None:
        return None
    try:
        sealer = await house.store.vault.sealer(person_id)
    except Erased:
        return None
    reach = await people.reach(tx, [person_id])
    if not reach:
        return None
    return Person(
        id=person_id,
        profile=Profile.model_validate(open_json(sealer, row.sealed_profile, PROFILE)),
        revision=row.revision,
        sealer=sealer,
        address=Address.model_validate(open_json(sealer, reach[0].sealed_address, ADDRESS)),
        sealed_address=reach[0].sealed_address,
        blocked=reach[0].blocked,
        joined=row.created_at,
    )


async def save(tx: Transaction, person: Person) -> None:
    """Keep a changed profile. Raises `Conflict` when somebody else changed it meanwhile."""
    if person.changed:
        sealed = person.seal(person.profile.model_dump(mode="json", exclude_defaults=True), PROFILE)
        person.revision = await people.save_profile(tx, person.id, person.revision, sealed)
        person.changed = False
