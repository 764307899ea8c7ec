"""A person's own document: items they asked to keep. All of an item is sealed, its kind too, for a scan is health data.

Kept as long as the person wants: nothing here goes by itself.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, insert, update

from storage.errors import Conflict
from storage.schema import document_item
from storage.statements import Command, Query, rows_of
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One item; `revision` counts its changes."""

    id: str
    person_id: str
    revision: int
    sealed_body: bytes
    created_at: datetime


_INSERT = Command(insert(document_item))
_OF = Query(
    ItemRow,
    rows_of(ItemRow, document_item)
    .where(document_item.c.person_id == bindparam("person_id"))
    .order_by(document_item.c.created_at, document_item.c.id),
)
_SAVE = Command(
    update(document_item)
    .where(document_item.c.id == bindparam("item"), document_item.c.revision == bindparam("seen"))
    .values(sealed_body=bindparam("body"), revision=document_item.c.revision + 1)
)
_REMOVE = Command(
    delete(document_item).where(
        document_item.c.id == bindparam("item"), document_item.c.person_id == bindparam("person")
    )
)


async def add(tx: Transaction, *, item_id: str, person_id: str, sealed_body: bytes, now: datetime) -> None:
    """Keep a new item, at revision 1."""
    await tx.run(_INSERT, id=item_id, person_id=person_id, revision=1, sealed_body=sealed_body, created_at=now)


async def of(tx: Transaction, person_id: str) -> list[ItemRow]:
    """The person's items, the oldest first."""
    return await tx.all(_OF, person_id=person_id)


async def save(tx: Transaction, item_id: str, revision: int, sealed_body: bytes) -> int:
    """Replace the item that was read at `revision`; gives the new revision.

    Raises:
        Conflict: it was changed meanwhile, or is gone.
    """
    if not await tx.run(_SAVE, item=item_id, seen=revision, body=sealed_body):
        raise Conflict(f"document item {item_id} is no longer at revision {revision}")
    return revision + 1


async def remove(tx: Transaction, person_id: str, item_id: str) -> bool:
    """Delete an item of this person; False when there is none. What somebody takes out is not kept."""
    return await tx.run(_REMOVE, item=item_id, person=person_id) > 0
