"""E214: on every way through a conversation it is said aloud that the choice is the person's."""

from __future__ import annotations

from collections.abc import Iterator

from dialogues.check.flow import Place
from dialogues.check.talk import Talk
from dialogues.issue import Issue


def check(talk: Talk) -> Iterator[Issue]:
    """Walks only over turns without it: whoever reaches the end so, never heard it."""
    seen, waiting = set[Place | None]([None]), list[Place | None]([None])
    told: set[Place | None] = set()
    while waiting:
        place = waiting.pop()
        for turn in talk.onward.get(place, ()):
            if turn.said.free:
                continue
            if turn.target is None and place not in told:
                told.add(place)
                where = talk.top() if place is None else talk.where(place, "id")
                after = f"wie via '{place.name}' bij het einde komt" if place is not None else "wie dit gesprek voert"
                remedy = "zeg ergens op deze weg: jij kiest; met het label emphasize_autonomy"
                yield Issue(where, "E214", f"{after}, hoort nergens dat de keuze aan hem of haar is", remedy)
            elif turn.target is not None and turn.target not in seen:
                seen.add(turn.target)
                waiting.append(turn.target)
