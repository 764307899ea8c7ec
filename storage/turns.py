"""What a turn reads at its start, in one trip: what waits of a sender, who that is, their talk, plans and unsent replies.

It only reads ahead. The aggregates answer as always, from what was read or, where it is something else, from the tables.
"""

from storage import inbox, intentions, outbox, people, sessions
from storage.transaction import Transaction

_TALK = sessions.foreground_of(people.WHO)
_PLANS = intentions.of_person(people.WHO)
_REPLIES = outbox.replies_to(people.WHO)


async def foresee(tx: Transaction, *, organisation: str, channel: str, bot: str, id_hash: str) -> None:
    """Read ahead for the turn of a sender, whether they are a person or not."""
    reached = {"organisation": organisation, "channel": channel, "bot": bot, "id_hash": id_hash}
    found, talk, plans, replies, _, _ = await tx.foresee(
        people.FIND.asked(**reached),
        *(theirs.asked(**reached) for theirs in (_TALK, _PLANS, _REPLIES)),
        inbox.WAITING.asked(sender_hash=id_hash),
        outbox.LAST_GIVEN.asked(),
    )
    if found:
        person_id = people.FIND.made(found[0]).id
        tx.know(sessions.FOREGROUND.asked(person_id=person_id), talk)
        tx.know(intentions.OF.asked(person_id=person_id), plans)
        tx.know(outbox.REPLIES.asked(person=person_id), replies)
