"""What a turn reads at its start, in one trip: what waits of a sender, who that is, their talk and plans.

It only reads ahead. The aggregates answer as always, from what was read or, where it is something else, from the tables.
"""

from storage import inbox, intentions, outbox, people, sessions
from storage.transaction import Transaction


async def foresee(
    tx: Transaction, *, organisation: str, channel: str, bot: str, id_hash: str, person_id: str | None
) -> None:
    """Read ahead for the turn of a sender. `person_id` is who that was last time; a wrong one only costs a trip."""
    asked = [
        inbox.WAITING.asked(sender_hash=id_hash),
        people.FIND.asked(organisation=organisation, channel=channel, bot=bot, id_hash=id_hash),
    ]
    if person_id is not None:
        asked += [
            sessions.FOREGROUND.asked(person_id=person_id),
            intentions.OF.asked(person_id=person_id),
            outbox.REPLIES.asked(person=person_id),
            outbox.LAST_GIVEN.asked(),
        ]
    await tx.foresee(*asked)
