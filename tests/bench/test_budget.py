"""What a turn may cost in trips to the database's thread. Speed itself is measured, never asserted (`make bench`)."""

from __future__ import annotations

from pathlib import Path

from bot.services.settling import ACTS
from dialogues.load import load
from tests.bench.ours.turn import joined, opened
from tests.bench.peers.people import FIRST_CHAT, said


async def test_a_turn_takes_three_trips_until_its_reply_is_handed_over_and_one_after(tmp_path: Path) -> None:
    """Kept and committed; read; written and committed. Then: marked as delivered, with the next commit or by itself."""
    library = load(acts=ACTS)
    await joined(tmp_path, library, 1)
    async with opened(tmp_path, library) as ours:
        await ours.dispatcher.idle()
        handed, after = [], []
        for number, words in enumerate(
            ("ik wil mijn heftruckcertificaat halen", "dan kan ik van de inpak af", "mijn teamleider gesproken")
        ):
            before = ours.store.trips
            await ours.turn(said(9000 + number, FIRST_CHAT, words))
            handed.append(ours.store.trips - before)
            await ours.dispatcher.idle()
            after.append(ours.store.trips - before - handed[-1])
    assert max(handed) <= 3
    assert max(after) <= 3  # `idle` itself looks through the outbox, before and after
