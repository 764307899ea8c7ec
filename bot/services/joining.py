"""From a link to a person: who I am, who sees what, a clear yes. Before it only the invitation's state is kept, for a day."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from bot.delivery.post import seal_address
from bot.messages import Address, Button, Command, Press, Text
from bot.services import keyboard, nudging
from bot.services.conversation import Conversations
from bot.services.person import PROFILE, Person, identity
from bot.services.profile import Profile
from bot.services.turn import Turn
from dialogues.language.matching import match, stance
from dialogues.language.questions import asked
from dialogues.language.wishes import wish
from dialogues.library import BASE
from dialogues.render import clean
from storage import audit, invitations, newcomers, people, teams
from storage.ids import new_id
from storage.sealing import seal_json
from storage.store import Store
from storage.transaction import Transaction

ROLES = ("employee", "lead", "hr", "or")
VALID = timedelta(days=60)
"""How long a link works."""

TOKEN_BYTES = 12

ENGLISH = "en"


async def invite(
    store: Store, tx: Transaction, *, team_id: str, role: str, by: str, now: datetime, uses: int | None = None
) -> str:
    """A new link payload for a role in a team."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    await invitations.create(
        tx,
        token_hash=store.vault.lookup(f"invitation:{token}"),
        team_id=team_id,
        role=role,
        expires_at=now + VALID,
        created_by=by,
        now=now,
        uses=uses,
    )
    return token


async def opened_link(turn: Turn, payload: str, conversations: Conversations) -> None:
    """`/start <payload>`: of a stranger, or of somebody who is here already."""
    row = await invitations.find(turn.tx, turn.house.store.vault.lookup(f"invitation:{payload}"))
    refusal = row.refusal(turn.now) if row else "unknown"
    if row is None or refusal is not None:
        await turn.tell(f"link_{refusal}", *(_menu(turn) if turn.person else ()))
        return
    if turn.person is not None:
        await _again(turn, row.id, row.team_id, row.role, conversations)
        return
    if turn.inbound is None:
        return
    key_id, sealer = await turn.house.store.vault.day_sealer(turn.now.date())
    await newcomers.keep(
        turn.tx,
        id_hash=turn.sender,
        sealed_address=seal_address(sealer, Address(chat=turn.inbound.chat)),
        key_id=key_id,
        invitation_id=row.id,
        now=turn.now,
    )
    await welcome(turn, role=row.role)


async def welcome(turn: Turn, *, role: str = "employee") -> None:
    """Who I am, what I do, who sees what, what Telegram can read; and the question."""
    organisation = turn.house.settings.organisation or turn.word("your_organisation")
    buttons = _consent(turn)
    if turn.inbound is not None and turn.spoken == BASE and not turn.inbound.language.startswith(BASE):
        buttons.append(keyboard.action("English", "english"))
    campaign = turn.house.settings.campaign
    await turn.tell("welcome", *buttons, naam=campaign, organisatie=organisation, rol=role)


async def stranger(turn: Turn, conversations: Conversations) -> None:
    """Anything from somebody who has not said yes."""
    if turn.inbound is None:
        return
    content = turn.inbound.content
    newcomer = await newcomers.find(turn.tx, turn.sender)
    if newcomer is None and isinstance(content, Press) and content.data.startswith("wis2"):
        await turn.tell("wiped")
        return
    if isinstance(content, Command) and content.name == "privacy":
        await turn.tell("privacy", naam=turn.house.settings.campaign, minimum=turn.house.settings.minimum_group)
        return
    if newcomer is None or newcomer.since < turn.now - timedelta(hours=24):
        await turn.tell("no_link")
        return
    choice, _, language = content.data.partition(":") if isinstance(content, Press) else ("", "", "")
    if language in turn.house.library.languages:
        turn.spoken = language
    if isinstance(content, Text):
        choice = _typed_choice(turn, content.text)
    if choice == "ja":
        await _yes(turn, newcomer.invitation_id, conversations)
    elif choice == "nee":
        await newcomers.remove(turn.tx, turn.sender)
        await turn.tell("no_thanks")
    elif choice in ("trust", "kept"):
        await turn.tell(f"asked_{choice}", *_consent(turn))
    elif choice == "wieleest":
        await turn.tell(
            "privacy", *_consent(turn), naam=turn.house.settings.campaign, minimum=turn.house.settings.minimum_group
        )
    elif choice == "english":
        await _english(turn, newcomer.invitation_id)
    else:
        await turn.tell("please_choose", *_consent(turn))


async def _english(turn: Turn, invitation_id: str) -> None:
    """Goes on in English; without English content it says so, in English."""
    if ENGLISH not in turn.house.library.languages:
        await turn.tell("english", *_consent(turn), naam=turn.house.settings.campaign)
        return
    turn.spoken = ENGLISH
    invitation = await invitations.get(turn.tx, invitation_id)
    await welcome(turn, role=invitation.role if invitation else "employee")


async def ask_again(turn: Turn) -> None:
    """The question that stood open for somebody who has not said yes, if there was one."""
    newcomer = await newcomers.find(turn.tx, turn.sender)
    if newcomer is None:
        await turn.tell("no_link")
    else:
        await turn.tell("please_choose", *_consent(turn))


def _typed_choice(turn: Turn, text: str) -> str:
    """A typed yes, no or question about who reads along or what this is for; only a clear one counts."""
    topic = asked(text)
    if topic in ("trust", "kept"):
        return topic or ""
    wanted = wish(text)
    if wanted == "privacy" or topic == "privacy":
        return "wieleest"
    if wanted == "english":
        return "english"
    labels = {"ja": turn.word("button_join"), "nee": turn.word("button_no_thanks")}
    found = match(text, labels)
    said = stance(text)
    if found is not None and (found.sure or said in ("yes", "no")):
        return found.choice
    return {"yes": "ja", "no": "nee"}.get(said or "", "")


def _consent(turn: Turn) -> list[Button]:
    """The three answers; in another language each carries it along, for before the yes nothing is kept."""
    language = "" if turn.spoken == BASE else turn.spoken
    return [
        keyboard.action(turn.word("button_join"), "ja", language),
        keyboard.action(turn.word("button_who_reads"), "wieleest", language),
        keyboard.action(turn.word("button_no_thanks"), "nee", language),
    ]


def _menu(turn: Turn) -> list[Button]:
    return [keyboard.action(turn.word("button_menu"), "menu")]


async def _yes(turn: Turn, invitation_id: str, conversations: Conversations) -> None:
    house, now = turn.house, turn.now
    invitation = await invitations.get(turn.tx, invitation_id)
    if turn.inbound is None or invitation is None or not await invitations.redeem(turn.tx, invitation_id, now):
        refusal = invitation.refusal(now) if invitation else "unknown"
        await newcomers.remove(turn.tx, turn.sender)
        await turn.tell(f"link_{refusal or 'used_up'}")
        return
    person_id = new_id()
    sealer = await house.store.vault.create(person_id)
    profile = Profile(zone=house.settings.time_zone, language=turn.spoken)
    address = Address(chat=turn.inbound.chat)
    await people.create(
        turn.tx, person_id, seal_json(sealer, profile.model_dump(mode="json", exclude_defaults=True), PROFILE), now
    )
    sealed_address = seal_address(sealer, address)
    await people.add_identity(turn.tx, person_id, **identity(house, turn.sender), sealed_address=sealed_address)
    await teams.join(turn.tx, person_id, invitation.team_id, invitation.role, now)
    await newcomers.remove(turn.tx, turn.sender)
    turn.person = Person(person_id, profile, 1, sealer, address, sealed_address, blocked=False, joined=now)
    if invitation.role == "employee":
        await nudging.plan_first(turn)
        await conversations.begin(turn, "kennismaking", {"voornaam": clean(turn.inbound.first_name)[:40]})
        return
    await audit.note(turn.tx, at=now, actor_id=person_id, role=invitation.role, act="joined", object=invitation.team_id)
    await turn.tell(f"joined_{invitation.role}", *role_buttons(turn, {invitation.role}), naam=house.settings.campaign)


async def _again(turn: Turn, invitation_id: str, team_id: str, role: str, conversations: Conversations) -> None:
    """A link opened by somebody who takes part: a new role or team is added, the same one changes nothing."""
    person = turn.person
    if person is None:
        return
    have = await person.roles(turn.tx)
    if any(membership.team_id == team_id and membership.role == role for membership in have):
        await turn.tell("joined_already", *_menu(turn))
        return
    if not await invitations.redeem(turn.tx, invitation_id, turn.now):
        await turn.tell("link_used_up", *_menu(turn))
        return
    await teams.join(turn.tx, person.id, team_id, role, turn.now)
    team = await teams.get(turn.tx, team_id)
    if role != "employee":
        await audit.note(turn.tx, at=turn.now, actor_id=person.id, role=role, act="joined", object=team_id)
        await turn.tell(f"joined_{role}", *role_buttons(turn, {role}), naam=turn.house.settings.campaign)
    elif any(membership.role == "employee" for membership in have):
        await turn.tell("joined_team", *_menu(turn), team=team.name if team else "")
    else:
        await nudging.plan_first(turn)
        first_name = clean(turn.inbound.first_name)[:40] if turn.inbound else ""
        await conversations.begin(turn, "kennismaking", {"voornaam": first_name})


def role_buttons(turn: Turn, roles: set[str]) -> list[Button]:
    """What leads and HR can do, as buttons."""
    buttons = []
    if roles & {"lead"}:
        buttons.append(keyboard.action(turn.word("button_make_team"), "teammaken"))
        buttons.append(keyboard.action(turn.word("button_team_link"), "teamlink"))
        buttons.append(keyboard.action(turn.word("button_questions"), "vragen"))
    if roles & {"hr"}:
        buttons.append(keyboard.action(turn.word("button_broadcast"), "bericht"))
    return buttons
