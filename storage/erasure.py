"""Erasing and exporting: everything there is of one person, in one place.

No foreign key cascades: if a table with a person's rows is forgotten here, deleting the person fails, and a test
with it.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, select, update

from storage import checkins, documents, intentions, outbox, people, sessions, teams
from storage.schema import (
    audit,
    broadcast,
    checkin,
    checkin_answer,
    document_item,
    identity,
    inbox,
    intention,
    invitation,
    membership,
    newcomer,
    person,
    session,
)
from storage.schema import outbox as outbox_table
from storage.statements import Command, word
from storage.transaction import Transaction

if TYPE_CHECKING:
    from storage.store import Store

ERASED = "erased"
"""Stands in the place of an erased person's id where an act of theirs stays on record."""

_hashes = select(identity.c.id_hash).where(identity.c.person_id == bindparam("person"))
_STEPS = (
    # what was received stays known without saying from whom, so that a repeated delivery is no stranger's message
    Command(
        update(inbox)
        .where(inbox.c.sender_hash.in_(_hashes))
        .values(state=word("handled"), sealed_body=None, key_id=None, sender_hash=word(ERASED))
    ),
    Command(delete(newcomer).where(newcomer.c.id_hash.in_(_hashes))),
    Command(delete(outbox_table).where(outbox_table.c.person_id.is_(None), outbox_table.c.recipient.in_(_hashes))),
    Command(delete(outbox_table).where(outbox_table.c.person_id == bindparam("person"))),
    Command(delete(session).where(session.c.person_id == bindparam("person"))),
    Command(delete(intention).where(intention.c.person_id == bindparam("person"))),
    Command(delete(document_item).where(document_item.c.person_id == bindparam("person"))),
    Command(delete(checkin_answer).where(checkin_answer.c.person_id == bindparam("person"))),
    Command(delete(membership).where(membership.c.person_id == bindparam("person"))),
    Command(delete(identity).where(identity.c.person_id == bindparam("person"))),
    Command(update(invitation).where(invitation.c.created_by == bindparam("person")).values(created_by=word(ERASED))),
    Command(update(checkin).where(checkin.c.opened_by == bindparam("person")).values(opened_by=word(ERASED))),
    Command(update(broadcast).where(broadcast.c.author_id == bindparam("person")).values(author_id=word(ERASED))),
    Command(update(audit).where(audit.c.actor_id == bindparam("person")).values(actor_id=word(ERASED))),
    Command(delete(person).where(person.c.id == bindparam("person"))),
)


async def delete_rows(tx: Transaction, person_id: str) -> int:
    """Delete every row of the person, and take their id out of the record of acts; gives how many rows were touched.

    Destroy the key first (`await store.vault.destroy(person_id)`), or use `erase`, which does both.
    """
    return sum([await tx.run(step, person=person_id) for step in _STEPS])


async def erase(store: "Store", person_id: str) -> None:
    """Forget the person: key, then rows, then what is left in the write-ahead log.

    Interrupted, the next start finishes it. Not inside a transaction.
    """
    await store.vault.destroy(person_id)
    async with store.transaction() as tx:
        await delete_rows(tx, person_id)
    await store.tidy()


@dataclass(frozen=True, slots=True)
class Export:
    """Everything kept of one person; the sealed parts are for the caller to open with the person's sealer."""

    person: people.PersonRow
    identities: list[people.IdentityRow]
    memberships: list[teams.Membership]
    sessions: list[sessions.SessionRow]
    intentions: list[intentions.IntentionRow]
    document: list[documents.ItemRow]
    checkin_answers: list[checkins.AnswerRow]
    outbox: list[outbox.OutboxRow]


async def export(tx: Transaction, person_id: str) -> Export | None:
    """Everything kept of the person; None when there is no such person."""
    found = await people.get(tx, person_id)
    if found is None:
        return None
    return Export(
        person=found,
        identities=await people.identities(tx, person_id),
        memberships=await teams.roles(tx, person_id),
        sessions=await sessions.of(tx, person_id),
        intentions=await intentions.of(tx, person_id),
        document=await documents.of(tx, person_id),
        checkin_answers=await checkins.answers_of(tx, person_id),
        outbox=await outbox.of(tx, person_id),
    )
