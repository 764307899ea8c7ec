"""What stands in an outbox row, and where it goes: sealing on the way in, opening on the way out.

A person's row opens with the person's key; a row for somebody who is no person yet with the day key it names.
"""

from __future__ import annotations

from pydantic import ValidationError

from bot.messages import Address, Message
from storage.errors import Unreadable
from storage.outbox import OutboxRow
from storage.sealing import Sealer, open_json, seal_json
from storage.store import Store

BODY = "outbox"
"""The purpose a message is sealed for."""
ADDRESS = "address"
"""The purpose an address is sealed for."""


def seal_message(sealer: Sealer, message: Message) -> bytes:
    """A message as `NewRow.sealed_body`."""
    return seal_json(sealer, message.model_dump(mode="json", exclude_defaults=True), BODY)


def seal_address(sealer: Sealer, address: Address) -> bytes:
    """An address as it is kept with a person, a newcomer or a row."""
    return seal_json(sealer, address.model_dump(mode="json"), ADDRESS)


async def opened(store: Store, row: OutboxRow, sealed_address: bytes | None) -> tuple[Address, Message]:
    """The address and the message of a row; `sealed_address` is the person's, a stranger's stands in the row.

    Raises:
        Erased: the person asked to be forgotten.
        Unreadable: it does not open, or holds something else than a message.
    """
    if row.person_id is not None:
        sealer = await store.vault.sealer(row.person_id)
    elif row.key_id is not None:
        sealer, sealed_address = await store.vault.day_sealer_by_id(row.key_id), row.sealed_address
    else:
        raise Unreadable(f"outbox row {row.id} names neither a person nor a key")
    if row.sealed_body is None or sealed_address is None:
        raise Unreadable(f"outbox row {row.id} has no body or no address")
    try:
        return (
            Address.model_validate(open_json(sealer, sealed_address, ADDRESS)),
            Message.model_validate(open_json(sealer, row.sealed_body, BODY)),
        )
    except (ValidationError, ValueError):
        raise Unreadable(f"outbox row {row.id} holds something else than an address and a message") from None
