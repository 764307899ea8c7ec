"""E205: permission before information; E206: an open question after it (ask–offer–ask)."""

from __future__ import annotations

from collections.abc import Iterator

from dialogues.check.answers import refuses
from dialogues.check.talk import Talk
from dialogues.check.turns import Turn
from dialogues.issue import Issue


def check(talk: Talk) -> Iterator[Issue]:
    """Looks at every turn in which something is told."""
    for turn in talk.turns:
        info = turn.said.info
        if info is None:
            continue
        if not _permitted(turn):
            come = f"bij '{turn.source.name}'" if turn.source is not None else "aan het begin"
            what = f"'{info.name}' vertelt iets zonder dat iemand {come} ja zei"
            remedy = "vraag eerst of je iets mag noemen (seek_collaboration), met een weg voor nee"
            yield Issue(talk.where(info, "mi"), "E205", what, remedy)
        if turn.target is None or "question_open" not in turn.target.step.mi:
            what = f"na de uitleg in '{info.name}' volgt geen open vraag"
            yield Issue(
                talk.where(info, "mi"), "E206", what, "vraag erna wat iemand ervan vindt: Wat denk jij daarvan?"
            )


def _permitted(turn: Turn) -> bool:
    """Somebody said yes to an offer, or pressed the button that asks for exactly this."""
    if turn.source is None or turn.kind == "skip" or refuses(turn.kind, turn.label):
        return False
    return "seek_collaboration" in turn.source.step.mi or (turn.chosen is not None and turn.chosen is turn.said.info)
