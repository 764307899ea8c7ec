"""Texts of a conversation in another language, by the stable ids of its steps and buttons."""

from __future__ import annotations

from typing import Any

from pydantic import Field, ValidationError

from dialogues.check.english import in_dutch
from dialogues.check.structure import check_texts
from dialogues.issue import Issue
from dialogues.model import Label, Part, Prose, Script, Slug
from dialogues.source import Source


class StepTexts(Part):
    """The words of one step. Only what is there is replaced."""

    say: Prose | tuple[Prose, ...] | None = None
    instead: tuple[Prose, ...] | None = None
    buttons: dict[Slug, Label] | None = None
    replies: dict[Slug, Prose] | None = None
    other: Label | None = None
    other_prompt: Prose | None = None
    low_label: Label | None = None
    high_label: Label | None = None
    why: Prose | None = None
    words: dict[int, Prose] | None = None
    higher: Prose | None = None
    yes: Label | None = None
    no: Label | None = None


class Translation(Part):
    """A translated conversation: no structure, only texts."""

    id: Slug
    title: Label | None = None
    menu: Label | None = None
    steps: dict[Slug, StepTexts]
    reasons: dict[str, str] = Field(default_factory=dict)


def translated(script: Script, translation: Translation, source: Source) -> tuple[Script, list[Issue]]:
    """The script with the texts laid over it, and what does not fit."""
    issues = []
    data = script.model_dump(mode="python")
    data["title"] = translation.title or script.title
    data["menu"] = translation.menu or script.menu
    known = {step["id"]: step for step in data["steps"]}
    for name, texts in translation.steps.items():
        if name not in known:
            where = source.where(["steps", name])
            issues.append(
                Issue(
                    where, "E172", f"'{script.id}' heeft geen stap '{name}'", "kijk hoe de stap in het Nederlands heet"
                )
            )
            continue
        for unknown in _lay_over(known[name], texts):
            where = source.where(["steps", name])
            issues.append(
                Issue(
                    where,
                    "E173",
                    f"de stap '{name}' heeft geen {unknown}",
                    "vertaal alleen wat er in het Nederlands staat",
                )
            )
    try:
        script = Script.model_validate(data)
    except ValidationError as error:
        for mistake in error.errors():
            place = mistake["loc"][1] if len(mistake["loc"]) > 1 else None
            where = source.where(["steps", data["steps"][place]["id"]] if isinstance(place, int) else [])
            issues.append(Issue(where, "E114", in_dutch(mistake), "kijk hoe het in het Nederlands staat"))
        return script, issues
    said = frozenset(translation.steps)
    issues += check_texts(script, lambda step, _: source.where(["steps", step.id]) if step.id in said else None)
    return script, issues


def _lay_over(step: dict[str, Any], texts: StepTexts) -> list[str]:
    """Replace texts in place; returns what had no place."""
    lost = []
    if texts.say is not None and step["say"] is None:
        lost.append("say")
    elif texts.say is not None:
        step["say"] = texts.say
    for number, words in enumerate(texts.instead or ()):
        if number < len(step["instead"]):
            step["instead"][number]["say"] = words
        else:
            lost.append(f"instead nummer {number + 1}")
    buttons = (step["ask"] or {}).get("buttons", {})
    for field, key in ((texts.buttons, "label"), (texts.replies, "say")):
        for choice, words in (field or {}).items():
            if choice in buttons:
                buttons[choice][key] = words
            else:
                lost.append(f"knop '{choice}'")
    for part, names in (
        ("ask", ("other", "other_prompt", "low_label", "high_label")),
        ("ruler", ("why", "words", "higher")),
        ("offer", ("yes", "no")),
    ):
        for name in names:
            words = getattr(texts, name)
            if words is None:
                continue
            if step[part] is None or step[part][name] is None:
                lost.append(name)
            elif name == "words":
                lost += [f"words bij {score}" for score in words if score not in step[part][name]]
                step[part][name] = {score: words.get(score, base) for score, base in step[part][name].items()}
            else:
                step[part][name] = words
    return lost
