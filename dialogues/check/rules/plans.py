"""W240: the fields of a plan come with examples as buttons and room for own words; E241: a plan is shown before it is kept.

Online blank boxes did nothing (−.04) where menus of cues and actions worked (−.34): Cooke 2022.
"""

from __future__ import annotations

from collections.abc import Iterator

from dialogues.check.answered import names_shown, variants
from dialogues.check.flow import Place
from dialogues.check.talk import Talk
from dialogues.issue import Issue


def check(talk: Talk) -> Iterator[Issue]:
    """Looks at scripts that keep a plan."""
    plan = talk.compiled.plan
    if plan is None:
        return
    for field in ("cue", "action", "backup"):
        name = getattr(plan, field)
        asks = [step for step in talk.script.steps if step.ask is not None and step.ask.name == name]
        if asks and not any(
            step.ask and step.ask.buttons and (step.ask.other or step.ask.kind == "text") for step in asks
        ):
            what = f"'{asks[0].id}' vraagt een stuk van het plan zonder voorbeelden"
            remedy = "geef twee of drie voorbeelden als knop, en other: Anders…"
            yield Issue(talk.where(asks[0], "ask"), "W240", what, remedy)
    for place in talk.flow.reached:
        if place.ask is None or place.frame is not talk.flow.root:
            continue
        kept = next((one for move in talk.flow.moves(place) if move.kind for one in _straight(talk, move.target)), None)
        if kept is not None and not any(plan.action in names_shown(text) for text in variants(place.step)):
            what = f"na '{place.name}' wordt het plan bewaard zonder dat iemand het zag"
            remedy = "laat eerst het als en het dan zien, en vraag of het klopt"
            yield Issue(talk.where(kept, "id"), "E241", what, remedy)


def _straight(talk: Talk, target: Place | None) -> Iterator[Place]:
    """The plans that are kept from here on before the next question."""
    seen, waiting = set[Place](), [target]
    while waiting:
        here = waiting.pop()
        if here is None or here in seen or here.frame is not talk.flow.root:
            continue
        seen.add(here)
        if here.step.plan is not None:
            yield here
        if here.ask is None:
            waiting += [move.target for move in talk.flow.moves(here)]
