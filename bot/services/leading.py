"""What a team lead does: a team, its invitation. Roles are looked at in the moment of acting, and every act is on record."""

from __future__ import annotations

import base64
import io
from collections.abc import Mapping

import segno

from bot.messages import Attachment, Message
from bot.services import joining, keyboard
from bot.services.turn import Turn
from dialogues.answers import Answer
from storage import audit, teams
from storage.teams import Membership, TeamRow


async def memberships(turn: Turn, *roles: str) -> list[Membership]:
    """The person's memberships in one of these roles, as they are now."""
    if turn.person is None:
        return []
    return [one for one in await turn.person.roles(turn.tx) if one.role in roles]


async def led(turn: Turn) -> dict[str, TeamRow]:
    """The teams this person leads that have a name of their own, by id."""
    found = {}
    for membership in await memberships(turn, "lead"):
        team = await teams.get(turn.tx, membership.team_id)
        if team is not None:
            found[team.id] = team
    return found


async def act_make_team(turn: Turn, given: Mapping[str, Answer]) -> None:
    """`do: team_maken`: a team under the one this lead was invited to, with its link and QR picture."""
    held = await memberships(turn, "lead")
    if not held or turn.person is None:
        await turn.tell("not_allowed")
        return
    name = given["naam"].text.strip()[:60]
    top = held[0].team_id
    team_id = await teams.create(turn.tx, name, turn.now, top)
    await teams.join(turn.tx, turn.person.id, team_id, "lead", turn.now)
    await audit.note(turn.tx, at=turn.now, actor_id=turn.person.id, role="lead", act="made team", object=team_id)
    await send_link(turn, team_id, name)


async def send_link(turn: Turn, team_id: str, name: str) -> None:
    """A fresh invitation for employees of the team, as a link and as a picture to hang on the wall."""
    if turn.person is None:
        return
    token = await joining.invite(
        turn.house.store, turn.tx, team_id=team_id, role="employee", by=turn.person.id, now=turn.now
    )
    await audit.note(turn.tx, at=turn.now, actor_id=turn.person.id, role="lead", act="invited", object=team_id)
    link = turn.house.edge.link(token)
    words = turn.phrase("team_link", team=name, link=link)
    await turn.say(
        Message(
            text=words.text,
            bold=words.bold,
            buttons=keyboard.rows(
                [
                    keyboard.action(turn.word("button_questions"), "vragen"),
                    keyboard.action(turn.word("button_menu"), "menu"),
                ]
            ),
            attachment=Attachment(kind="photo", name="uitnodiging.png", content=base64.b64encode(qr(link)).decode()),
        )
    )


def qr(link: str) -> bytes:
    """The link as a QR picture (PNG), large enough to print."""
    picture = io.BytesIO()
    segno.make(link, error="m").save(picture, kind="png", scale=12, border=4)
    return picture.getvalue()


async def show_links(turn: Turn) -> None:
    """A fresh link for every team this person leads."""
    found = await led(turn)
    if not await memberships(turn, "lead"):
        await turn.tell("not_allowed")
        return
    if not found:
        await turn.tell("no_team_yet")
    for team in found.values():
        await send_link(turn, team.id, team.name)
