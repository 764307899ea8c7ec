"""People: who they are is sealed under their own key; how they are reached is kept apart from what they said."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, insert, select, update

from storage.columns import Flag
from storage.errors import Conflict
from storage.schema import identity, person
from storage.statements import Command, Query, among, rows_of
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody the bot talks with. `sealed_profile` is one sealed structure; `revision` counts its changes."""

    id: str
    sealed_profile: bytes
    revision: int
    created_at: datetime
    state: str


@dataclass(frozen=True, slots=True)
class IdentityRow:
    """How somebody is reached: `id_hash` is the vault's lookup hash, `sealed_address` opens with the person's key."""

    organisation: str
    channel: str
    bot: str
    id_hash: str
    person_id: str
    sealed_address: bytes
    blocked: bool


@dataclass(frozen=True, slots=True)
class Found:
    """A person found by how they reached us, in one statement: the start of every turn."""

    id: str
    sealed_profile: bytes
    revision: int
    created_at: datetime
    state: str
    sealed_address: bytes
    blocked: bool


@dataclass(frozen=True, slots=True)
class Reach:
    """Where to send something for a person, and whether that is of use."""

    person_id: str
    sealed_address: bytes
    blocked: bool


_here = (
    identity.c.id_hash == bindparam("id_hash"),
    identity.c.bot == bindparam("bot"),
    identity.c.channel == bindparam("channel"),
    identity.c.organisation == bindparam("organisation"),
)
_INSERT = Command(insert(person))
_INSERT_IDENTITY = Command(insert(identity))
_GET = Query(PersonRow, rows_of(PersonRow, person).where(person.c.id == bindparam("id")))
_EVERYBODY = Query(str, select(person.c.id))
WHO = select(identity.c.person_id).where(*_here).scalar_subquery()
"""Whoever is reached this way, inside another question."""
FIND = Query(
    Found,
    select(
        person.c.id,
        person.c.sealed_profile,
        person.c.revision,
        person.c.created_at,
        person.c.state,
        identity.c.sealed_address,
        identity.c.blocked,
    )
    .join_from(identity, person)
    .where(*_here),
)
_IDENTITIES = Query(IdentityRow, rows_of(IdentityRow, identity).where(identity.c.person_id == bindparam("person_id")))
_REACH = Query(Reach, rows_of(Reach, identity).where(among(identity.c.person_id, "people")))
_SAVE = Command(
    update(person)
    .where(person.c.id == bindparam("person"), person.c.revision == bindparam("seen"))
    .values(sealed_profile=bindparam("profile"), revision=person.c.revision + 1)
)
_SET_BLOCKED = Command(
    update(identity)
    .where(identity.c.person_id == bindparam("person"))
    .values(blocked=bindparam("is_blocked", type_=Flag()))
)


async def create(tx: Transaction, person_id: str, sealed_profile: bytes, now: datetime, state: str = "active") -> None:
    """Keep a new person, at revision 1. Make the key first: `await store.vault.create(person_id)`."""
    await tx.run(_INSERT, id=person_id, sealed_profile=sealed_profile, revision=1, created_at=now, state=state)


async def add_identity(
    tx: Transaction, person_id: str, *, organisation: str, channel: str, bot: str, id_hash: str, sealed_address: bytes
) -> None:
    """Keep how the person is reached.

    Raises:
        Conflict: somebody already is reached this way.
    """
    await tx.run(
        _INSERT_IDENTITY,
        organisation=organisation,
        channel=channel,
        bot=bot,
        id_hash=id_hash,
        person_id=person_id,
        sealed_address=sealed_address,
        blocked=False,
    )


async def get(tx: Transaction, person_id: str) -> PersonRow | None:
    """The person with this id."""
    return await tx.first(_GET, id=person_id)


async def find(tx: Transaction, *, organisation: str, channel: str, bot: str, id_hash: str) -> Found | None:
    """The person who is reached this way."""
    return await tx.first(FIND, organisation=organisation, channel=channel, bot=bot, id_hash=id_hash)


async def identities(tx: Transaction, person_id: str) -> list[IdentityRow]:
    """All ways the person is reached."""
    return await tx.all(_IDENTITIES, person_id=person_id)


async def reach(tx: Transaction, people: Collection[str]) -> list[Reach]:
    """Where these people are reached, in one statement."""
    return await tx.all(_REACH, people=list(people))


async def save_profile(tx: Transaction, person_id: str, revision: int, sealed_profile: bytes) -> int:
    """Replace the profile that was read at `revision`; gives the new revision.

    Raises, with the next statement that needs an answer or the commit:
        Conflict: it was changed meanwhile, or the person is gone.
    """
    moved_on = Conflict(f"the profile of person {person_id} is no longer at revision {revision}")
    tx.soon(_SAVE, otherwise=moved_on, person=person_id, seen=revision, profile=sealed_profile)
    return revision + 1


async def set_blocked(tx: Transaction, person_id: str, blocked: bool) -> None:
    """Keep that the person cannot (or can again) be reached."""
    await tx.run(_SET_BLOCKED, person=person_id, is_blocked=blocked)


async def everybody(tx: Transaction) -> set[str]:
    """The ids of all people."""
    return set(await tx.all(_EVERYBODY))
