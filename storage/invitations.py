"""Invitations: a link gives a role in a team. Only its token's hash is kept: who reads the database gets in nowhere."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import bindparam, insert, or_, update

from storage.ids import new_id
from storage.schema import invitation
from storage.statements import Command, Query, rows_of
from storage.transaction import Transaction

Refusal = Literal["withdrawn", "expired", "used_up"]


@dataclass(frozen=True, slots=True)
class InvitationRow:
    """A link's state. `uses_left` None: as often as wanted."""

    id: str
    token_hash: str
    team_id: str
    role: str
    expires_at: datetime
    uses_left: int | None
    withdrawn_at: datetime | None
    created_at: datetime
    created_by: str

    def refusal(self, now: datetime) -> Refusal | None:
        """Why it lets nobody in at `now`; None when it does."""
        if self.withdrawn_at is not None:
            return "withdrawn"
        if now >= self.expires_at:
            return "expired"
        if self.uses_left == 0:
            return "used_up"
        return None


_INSERT = Command(insert(invitation))
_GET = Query(InvitationRow, rows_of(InvitationRow, invitation).where(invitation.c.id == bindparam("id")))
_FIND = Query(
    InvitationRow, rows_of(InvitationRow, invitation).where(invitation.c.token_hash == bindparam("token_hash"))
)
_OF_TEAM = Query(
    InvitationRow,
    rows_of(InvitationRow, invitation)
    .where(invitation.c.team_id == bindparam("team_id"))
    .order_by(invitation.c.created_at.desc()),
)
_REDEEM = Command(
    update(invitation)
    .where(
        invitation.c.id == bindparam("invitation"),
        invitation.c.withdrawn_at.is_(None),
        invitation.c.expires_at > bindparam("now"),
        or_(invitation.c.uses_left.is_(None), invitation.c.uses_left > 0),
    )
    .values(uses_left=invitation.c.uses_left - 1)  # none left to count stays none: NULL - 1 is NULL
)
_WITHDRAW = Command(
    update(invitation)
    .where(invitation.c.id == bindparam("invitation"), invitation.c.withdrawn_at.is_(None))
    .values(withdrawn_at=bindparam("now"))
)


async def create(
    tx: Transaction,
    *,
    token_hash: str,
    team_id: str,
    role: str,
    expires_at: datetime,
    created_by: str,
    now: datetime,
    uses: int | None = None,
) -> str:
    """Keep a new invitation; gives its id. `token_hash` is `vault.lookup(token)`, `created_by` who made it."""
    invitation_id = new_id()
    await tx.run(
        _INSERT,
        id=invitation_id,
        token_hash=token_hash,
        team_id=team_id,
        role=role,
        expires_at=expires_at,
        uses_left=uses,
        withdrawn_at=None,
        created_at=now,
        created_by=created_by,
    )
    return invitation_id


async def get(tx: Transaction, invitation_id: str) -> InvitationRow | None:
    """The invitation with this id."""
    return await tx.first(_GET, id=invitation_id)


async def find(tx: Transaction, token_hash: str) -> InvitationRow | None:
    """The invitation whose token has this hash, whether it still lets in or not."""
    return await tx.first(_FIND, token_hash=token_hash)


async def of_team(tx: Transaction, team_id: str) -> list[InvitationRow]:
    """All invitations to the team, the newest first."""
    return await tx.all(_OF_TEAM, team_id=team_id)


async def redeem(tx: Transaction, invitation_id: str, now: datetime) -> bool:
    """Take one use of it, at the person's yes. False: it lets nobody in any more (see `InvitationRow.refusal`)."""
    return await tx.run(_REDEEM, invitation=invitation_id, now=now) > 0


async def withdraw(tx: Transaction, invitation_id: str, now: datetime) -> bool:
    """Close it; False when it was closed already."""
    return await tx.run(_WITHDRAW, invitation=invitation_id, now=now) > 0
