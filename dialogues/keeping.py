"""What a step keeps of the answers: a plan, a note for the person's own document, scores. Pure: it gives the effect, or None."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, time

from dialogues.answers import EMPTY, Answer, Value, When
from dialogues.effects import KeepNote, KeepScan, SaveIntention
from dialogues.language.moment_words import describe
from dialogues.language.plan_words import moment_in, tidied
from dialogues.model import Note, PlanStep, Scan, Step

Kept = Mapping[str, Answer]
"""Answers by their names."""

Fill = Callable[[str], str]
"""An author's words with the answers in them."""


def to_keep(step: Step, kept: Kept, fill: Fill) -> SaveIntention | KeepNote | KeepScan | None:
    """What this step keeps; None when it keeps nothing, or nothing was answered that could be kept."""
    if step.plan is not None:
        return intention(step.plan, kept)
    if step.note is not None:
        return note(step.note, kept, fill)
    return scan(step.scan, kept, fill) if step.scan is not None else None


def note(written: Note, kept: Kept, fill: Fill) -> KeepNote | None:
    """The answers with the words before them; without words, or with no more than not knowing, they are left out.

    None when all are.
    """
    told = [(name, label) for name, label in written.lines.items() if Value(kept.get(name, EMPTY)).known]
    lines = [(fill(label), _words(kept, name)) for name, label in told]
    filled = tuple((label, words) for label, words in lines if words)
    return KeepNote(written.section, fill(written.title or ""), filled) if filled else None


def scan(written: Scan, kept: Kept, fill: Fill) -> KeepScan | None:
    """The scores by floor, in the order they are written. None when there is no score at all."""
    floors = tuple((name, fill(label), kept.get(name, EMPTY).number) for name, label in written.floors.items())
    return KeepScan(floors) if any(score is not None for _, _, score in floors) else None


def intention(plan: PlanStep, kept: Kept) -> SaveIntention:
    """The plan as it is kept."""

    def answer(name: str | None) -> Answer:
        return kept.get(name, EMPTY) if name else EMPTY

    return SaveIntention(
        cue=_words(kept, plan.cue) or _words(kept, plan.day),
        action=_words(kept, plan.action),
        backup=_words(kept, plan.backup),
        moment=planned(plan, kept),
        voice=answer(plan.voice).voice,
        replaces=_words(kept, plan.replaces) or None,
    )


def as_planned(plan: PlanStep, kept: Kept, now: datetime, language: str) -> dict[str, Answer]:
    """The answers with a plan's own lines tidied, and with the moment that was named in what somebody will do."""
    found = dict(kept)
    for name in (plan.cue, plan.action, plan.backup):
        if name in found and found[name].text:
            found[name] = found[name].model_copy(update={"text": tidied(found[name].text)})
    if plan.moment and plan.moment == plan.cue and plan.moment not in found and plan.action in found:
        named = moment_in(found[plan.action].text, now)
        if named is not None and named.start is not None:
            days = (named.start.date() - now.date()).days
            found[plan.moment] = Answer(text=describe(named, now, language), moment=When.of(named), days=days)
    return found


def planned(plan: PlanStep, kept: Kept) -> When | None:
    """The moment of a plan: its own time, or the day asked for besides an event, at the hour asked for besides a day."""

    def moment(name: str | None) -> When | None:
        return kept.get(name, EMPTY).moment if name else None

    named, day, hour = moment(plan.moment), moment(plan.day), moment(plan.hour)
    found = named
    if named is None or named.start is None:
        found = day
        if day is not None and named is not None:
            found = day.model_copy(update={"event": named.event, "recurrence": named.recurrence or day.recurrence})
        found = found or named
    timed = found is not None and found.start is not None and found.all_day and hour is not None and not hour.all_day
    if timed and found and found.start and hour and hour.start:
        at = hour.start.time()
        start = found.start.replace(hour=at.hour, minute=at.minute, second=0, microsecond=0)
        found = found.model_copy(update={"start": start, "all_day": False})
    return found


def hours_within(start: time, end: time) -> tuple[str, ...]:
    """The whole hours at which messages are welcome: "8" … "19". Equal times are the whole day."""
    length = (end.hour - start.hour) % 24 or 24
    first = start.hour + (start.minute > 0)
    return tuple(str(hour % 24) for hour in range(first, start.hour + length))


def _words(kept: Kept, name: str | None) -> str:
    """The words of an answer, or ''."""
    return str(Value(kept.get(name, EMPTY))) if name else ""
