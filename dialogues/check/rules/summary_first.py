"""E209: a summary stands before every plan."""

from __future__ import annotations

from collections.abc import Iterator

from dialogues.check.flow import Place
from dialogues.check.talk import Talk
from dialogues.issue import Issue


def check(talk: Talk) -> Iterator[Issue]:
    """Walks with whether a summary was given, to every place where planning begins."""
    seen: set[tuple[Place | None, bool]] = {(None, False)}
    waiting: list[tuple[Place | None, bool]] = [(None, False)]
    told: set[Place] = set()
    while waiting:
        place, summed = waiting.pop()
        for turn in talk.onward.get(place, ()):
            door = turn.said.door
            if door is not None and not summed and not turn.said.summed and door not in told:
                told.add(door)
                come = f" vanaf '{turn.source.name}'" if turn.source is not None else ""
                what = f"hier begint een plan{come} zonder samenvatting"
                yield Issue(
                    talk.where(door, "id"), "E209", what, "vat eerst samen wat iemand zei, met het label summary"
                )
            following = (turn.target, summed or turn.said.summary)
            if turn.target is not None and following not in seen:
                seen.add(following)
                waiting.append(following)
