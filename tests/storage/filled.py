"""A database with something of everything in it, whose every sealed part carries a marker that can be looked for."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from storage import (
    audit,
    broadcasts,
    checkins,
    documents,
    inbox,
    intentions,
    invitations,
    newcomers,
    outbox,
    people,
    sessions,
    teams,
    versions,
)
from storage.ids import new_id
from storage.inbox import NewInboxRow
from storage.outbox import NewRow
from storage.sealing import seal_json
from storage.store import Store

MASTER = b"a master key of thirty-two bytes"
NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)

CHAT = 912837465564738
STRANGER_CHAT = 847362514433221
WHERE = {"organisation": "zorg", "channel": "telegram", "bot": "aanzet_bot"}

MARKERS = (
    "Zephyrine Quackelbeen",
    "liever geen dubbele nachtdienst",
    "na de overdracht vraag ik het rooster",
    "bel ik eerst mijn zus",
    "wat mij een goede dag geeft",
    "antwoord op de korte vragen",
    "nog niet verstuurd bericht",
    "welkom vreemdeling",
    "rauwe update",
    "geheim-token-uit-de-link",
    str(CHAT),
    str(STRANGER_CHAT),
)


@dataclass(frozen=True, slots=True)
class Filled:
    person_id: str
    id_hash: str
    team_id: str
    invitation_id: str
    session_id: str
    intention_id: str
    checkin_id: str
    broadcast_id: str
    outbox_id: int


async def add_person(store: Store, chat: int = CHAT, name: str = "Zephyrine Quackelbeen") -> str:
    """One person, with a key, a profile and an identity."""
    person_id = new_id()
    sealer = await store.vault.create(person_id)
    async with store.transaction() as tx:
        await people.create(tx, person_id, seal_json(sealer, {"name": name}, "profile"), NOW)
        await people.add_identity(
            tx,
            person_id,
            **WHERE,
            id_hash=store.vault.lookup(str(chat)),
            sealed_address=seal_json(sealer, {"chat": chat}, "address"),
        )
    return person_id


async def add_version(store: Store, version: str = "v1") -> str:
    async with store.transaction() as tx:
        await versions.keep(tx, version=version, script="wat_wil_je", format=1, source="steps: []", now=NOW)
    return version


async def fill(store: Store) -> Filled:
    """Something of everything, through the same calls the services make."""
    vault = store.vault
    person_id = await add_person(store)
    version = await add_version(store)
    sealer = await vault.sealer(person_id)
    key_id, day = await vault.day_sealer(NOW.date())
    id_hash = vault.lookup(str(CHAT))
    session_id, intention_id = new_id(), new_id()
    async with store.transaction() as tx:
        team_id = await teams.create(tx, "Wijkteam Noord", NOW)
        await teams.join(tx, person_id, team_id, "employee", NOW)
        await teams.join(tx, person_id, team_id, "lead", NOW)
        invitation_id = await invitations.create(
            tx,
            token_hash=vault.lookup("geheim-token-uit-de-link"),
            team_id=team_id,
            role="employee",
            expires_at=NOW + timedelta(days=30),
            created_by=person_id,
            now=NOW,
        )
        await newcomers.keep(
            tx,
            id_hash=vault.lookup(str(STRANGER_CHAT)),
            sealed_address=seal_json(day, {"chat": STRANGER_CHAT}, "address"),
            key_id=key_id,
            invitation_id=invitation_id,
            now=NOW,
        )
        raw = f'{{"rauwe update": {CHAT}}}'
        row = NewInboxRow(
            bot="aanzet_bot",
            update_id=1,
            digest=vault.lookup(raw),
            sender_hash=id_hash,
            received_at=NOW,
            key_id=key_id,
            sealed_body=day.seal(raw.encode(), "inbox"),
        )
        await inbox.keep_all(tx, [row])
        await sessions.start(
            tx,
            session_id=session_id,
            person_id=person_id,
            script="wat_wil_je",
            version=version,
            sealed_body=seal_json(sealer, {"wens": "liever geen dubbele nachtdienst"}, "session"),
            now=NOW,
        )
        plan = {"als": "na de overdracht vraag ik het rooster", "te_druk": "bel ik eerst mijn zus"}
        await intentions.add(
            tx,
            intention_id=intention_id,
            person_id=person_id,
            sealed_body=seal_json(sealer, plan, "plan"),
            now=NOW,
        )
        note = {"kind": "note", "lines": [["Een goede dag", "wat mij een goede dag geeft"]]}
        await documents.add(
            tx,
            item_id="item-1",
            person_id=person_id,
            sealed_body=seal_json(sealer, note, "document"),
            now=NOW,
        )
        checkin_id = await checkins.open(
            tx,
            team_id=team_id,
            script="korte_vragen",
            opened_by=person_id,
            now=NOW,
            closes_at=NOW + timedelta(days=7),
        )
        answers = seal_json(sealer, {"a": "antwoord op de korte vragen"}, "checkin")
        await checkins.answer(tx, checkin_id, person_id, answers, NOW)
        broadcast_id = await broadcasts.draft(
            tx, team_id=team_id, text="Het is weer tijd.", script=None, author_id=person_id, now=NOW, due_at=NOW
        )
        outbox_id = await outbox.put(
            tx,
            NewRow(
                lane=outbox.REPLY,
                form="message",
                kind="reply",
                due_at=NOW,
                created_at=NOW,
                person_id=person_id,
                sealed_body=seal_json(sealer, {"text": "nog niet verstuurd bericht"}, "message"),
            ),
        )
        await outbox.put(
            tx,
            NewRow(
                lane=outbox.REPLY,
                form="message",
                kind="reply",
                due_at=NOW,
                created_at=NOW,
                recipient=vault.lookup(str(STRANGER_CHAT)),
                key_id=key_id,
                sealed_address=seal_json(day, {"chat": STRANGER_CHAT}, "address"),
                sealed_body=seal_json(day, {"text": "welkom vreemdeling"}, "message"),
            ),
        )
        await audit.note(tx, at=NOW, actor_id=person_id, role="lead", act="checkin.open", object=checkin_id)
    return Filled(
        person_id,
        id_hash,
        team_id,
        invitation_id,
        session_id,
        intention_id,
        checkin_id,
        broadcast_id,
        outbox_id,
    )


def found(directory: Path, marker: str | bytes) -> list[str]:
    """The files in which `marker` (text, as utf-8) can be read."""
    wanted = marker.encode() if isinstance(marker, str) else marker
    return [path.name for path in sorted(directory.iterdir()) if wanted in path.read_bytes()]


def contents(directory: Path) -> dict[str, bytes]:
    """What the data files hold, byte for byte."""
    return {path.name: path.read_bytes() for path in sorted(directory.glob("*.db"))}
