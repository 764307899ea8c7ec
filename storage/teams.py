"""Teams, a tree, and who has which role in them. A role counts in its team and in every team below."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, func, insert, literal, select

from storage.ids import new_id
from storage.schema import membership, team
from storage.statements import Command, Query, insert_or_leave, rows_of
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class TeamRow:
    """A node of the organisation's tree; `parent_id` is None at the top."""

    id: str
    name: str
    parent_id: str | None
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Membership:
    """Somebody's role in a team: employee, lead, hr or or."""

    person_id: str
    team_id: str
    role: str
    since: datetime


_below = select(team.c.id).where(team.c.id == bindparam("team_id")).cte("below", recursive=True)
_below = _below.union(select(team.c.id).where(team.c.parent_id == _below.c.id))
_above = select(team.c.id, team.c.parent_id).where(team.c.id == bindparam("team_id")).cte("above", recursive=True)
_above = _above.union(select(team.c.id, team.c.parent_id).where(team.c.id == _above.c.parent_id))

_INSERT = Command(insert(team))
_GET = Query(TeamRow, rows_of(TeamRow, team).where(team.c.id == bindparam("id")))
_NAMED = Query(TeamRow, rows_of(TeamRow, team).where(team.c.name == bindparam("name")).order_by(team.c.created_at))
_ALL = Query(TeamRow, rows_of(TeamRow, team).order_by(team.c.name, team.c.id))
_CHILDREN = Query(
    TeamRow, rows_of(TeamRow, team).where(team.c.parent_id == bindparam("parent_id")).order_by(team.c.name, team.c.id)
)
_JOIN = Command(insert_or_leave(membership, "person_id", "team_id", "role"))
_LEAVE = Command(
    delete(membership).where(
        membership.c.person_id == bindparam("person_id"),
        membership.c.team_id == bindparam("team_id"),
        membership.c.role == bindparam("role"),
    )
)
_ROLES = Query(
    Membership,
    rows_of(Membership, membership)
    .where(membership.c.person_id == bindparam("person_id"))
    .order_by(membership.c.since, membership.c.team_id, membership.c.role),
)
_MEMBERS = Query(
    Membership,
    rows_of(Membership, membership)
    .where(membership.c.team_id == bindparam("team_id"))
    .order_by(membership.c.since, membership.c.person_id),
)
_HOLDS = Query(
    bool,
    select(literal(1))
    .where(
        membership.c.person_id == bindparam("person_id"),
        membership.c.role == bindparam("role"),
        membership.c.team_id.in_(select(_above.c.id)),
    )
    .limit(1),
)
_AUDIENCE = Query(
    str,
    select(membership.c.person_id)
    .distinct()
    .where(membership.c.role == bindparam("role"), membership.c.team_id.in_(select(_below.c.id))),
)
_AUDIENCE_OF_ALL = Query(str, select(membership.c.person_id).distinct().where(membership.c.role == bindparam("role")))
_COUNT = Query(int, select(func.count()).select_from(team))


async def create(tx: Transaction, name: str, now: datetime, parent_id: str | None = None) -> str:
    """Keep a new team; gives its id."""
    team_id = new_id()
    await tx.run(_INSERT, id=team_id, name=name, parent_id=parent_id, created_at=now)
    return team_id


async def get(tx: Transaction, team_id: str) -> TeamRow | None:
    """The team with this id."""
    return await tx.first(_GET, id=team_id)


async def named(tx: Transaction, name: str) -> list[TeamRow]:
    """The teams of this name, the oldest first: names need not be unique."""
    return await tx.all(_NAMED, name=name)


async def every(tx: Transaction) -> list[TeamRow]:
    """All teams, by name."""
    return await tx.all(_ALL)


async def children(tx: Transaction, team_id: str) -> list[TeamRow]:
    """The teams directly under this one, by name."""
    return await tx.all(_CHILDREN, parent_id=team_id)


async def count(tx: Transaction) -> int:
    """How many teams there are."""
    return await tx.one(_COUNT)


async def join(tx: Transaction, person_id: str, team_id: str, role: str, now: datetime) -> bool:
    """Give somebody a role in a team; False when they had it already."""
    return await tx.run(_JOIN, person_id=person_id, team_id=team_id, role=role, since=now) > 0


async def leave(tx: Transaction, person_id: str, team_id: str, role: str) -> bool:
    """Take the role away; False when they did not have it."""
    return await tx.run(_LEAVE, person_id=person_id, team_id=team_id, role=role) > 0


async def roles(tx: Transaction, person_id: str) -> list[Membership]:
    """The person's roles, the oldest first."""
    return await tx.all(_ROLES, person_id=person_id)


async def members(tx: Transaction, team_id: str, role: str | None = None) -> list[Membership]:
    """Who is in exactly this team, the longest first. For the program's own work: nobody is ever shown this list."""
    found = await tx.all(_MEMBERS, team_id=team_id)
    return [one for one in found if role is None or one.role == role]


async def holds(tx: Transaction, person_id: str, role: str, team_id: str) -> bool:
    """Whether the person has this role in the team or in one above it."""
    return await tx.first(_HOLDS, person_id=person_id, role=role, team_id=team_id) is not None


async def audience(tx: Transaction, team_id: str | None, role: str = "employee") -> list[str]:
    """Everybody with the role in the team or below it (None: in all teams), each once."""
    if team_id is None:
        return await tx.all(_AUDIENCE_OF_ALL, role=role)
    return await tx.all(_AUDIENCE, team_id=team_id, role=role)
