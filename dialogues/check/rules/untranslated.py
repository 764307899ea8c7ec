"""W174: a translated conversation leaves out texts; people get the Dutch ones there."""

from __future__ import annotations

from collections.abc import Iterator

from dialogues.issue import Issue
from dialogues.model import Script, Step
from dialogues.source import Source
from dialogues.translation import StepTexts, Translation


def check(script: Script, translation: Translation, source: Source) -> Iterator[tuple[str, Issue]]:
    """One warning a step that says something the translation does not, with the id of the step."""
    for step in script.steps:
        texts = translation.steps.get(step.id)
        missing = list(_missing(step, texts or StepTexts()))
        if missing:
            where = source.where(["steps", step.id] if texts else ["steps"])
            what = f"van de stap '{step.id}' is niet vertaald: {', '.join(missing)}"
            yield step.id, Issue(where, "W174", what, "vertaal het, of geef een reden; nu staat er Nederlands")


def _missing(step: Step, texts: StepTexts) -> Iterator[str]:
    if step.say is not None and texts.say is None:
        yield "say"
    if len(step.instead) > len(texts.instead or ()):
        yield "instead"
    if step.ask is not None:
        for name, choice in step.ask.buttons.items():
            if name not in (texts.buttons or {}):
                yield f"knop {name}"
            if choice.say and name not in (texts.replies or {}):
                yield f"antwoord op knop {name}"
    for part, keys in (
        (step.ask, ("other", "other_prompt", "low_label", "high_label")),
        (step.ruler, ("why", "higher", "words")),
        (step.offer, ("yes", "no")),
    ):
        for key in keys if part is not None else ():
            if getattr(part, key, None) and getattr(texts, key) is None:
                yield key
