"""E201: what somebody writes is taken up by the next words."""

from __future__ import annotations

from collections.abc import Iterator

from dialogues.check.talk import Talk
from dialogues.check.turns import Turn
from dialogues.check.wording import shown
from dialogues.issue import Issue


def check(talk: Talk) -> Iterator[Issue]:
    """Every typed answer comes back before or in the next question: turned, quoted, shown, or pointed at."""
    for turn in talk.turns:
        if turn.written and not turn.said.taken and _wanted(turn):
            source = turn.source
            place = turn.said.first or turn.target or source
            if source is None or source.ask is None or place is None:
                continue
            name = source.ask.name
            if turn.kind == "heard":
                remedy = (
                    f"neem het op in gewone woorden en zet er reflection_simple bij, of {{{{ {name} | reflectie }}}}"
                )
            elif any(name in one.names for text in _texts(place.step.say) for one in shown(text)):
                remedy = f"zorg dat {name} ook in dit geval in de tekst staat; kijk naar instead en or"
            else:
                remedy = f"begin met {{{{ {name} | reflectie }}}}, of vraag erop door"
            what = f"wie bij '{source.name}' iets typt, hoort daar bij '{place.name}' niets van terug"
            yield Issue(talk.where(place, "say"), "E201", what, remedy)


def _wanted(turn: Turn) -> bool:
    """Whether the answer is somebody's story, and not a name, an hour or a score."""
    source = turn.source
    if source is None or source.ask is None or source.administrative:
        return False
    return source.ask.kind in ("text", "choice", "several")


def _texts(say: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return () if say is None else (say,) if isinstance(say, str) else say
