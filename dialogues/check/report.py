"""Examines all content: every rule over every file, reasons taken into account, with figures and coverage. Changes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from dialogues.bundle import Compiled
from dialogues.check.coverage import Coverage, covered
from dialogues.check.figures import lengths, tally
from dialogues.check.reasons import Reasons
from dialogues.check.rules import (
    administrative_tags,
    affirmation_tags,
    autonomy,
    autonomy_tags,
    banned_words,
    both_sides,
    buttons,
    collaboration_tags,
    discord,
    hard_words,
    information_tags,
    messages_in_a_row,
    one_question,
    open_door,
    passed_over,
    permission,
    persuasion,
    plain_dutch,
    plans,
    question_tags,
    rare_words,
    ratio,
    reflection_tags,
    ruler,
    scale_ends,
    summary_first,
    summary_tags,
    three_questions,
    unasked,
    untagged,
)
from dialogues.check.talk import Talk
from dialogues.check.texts import Whole, in_sectors, of_contacts, of_item, of_phrases, of_script
from dialogues.issue import Issue, Where
from dialogues.language.readability import flesch_douma, sentence_lengths
from dialogues.load import SHIPPED, Collected, collect, sound
from dialogues.source import Source

EVERY_SCRIPT = (
    one_question, question_tags, reflection_tags, affirmation_tags, summary_tags, collaboration_tags, autonomy_tags,
    information_tags, administrative_tags, untagged, plans, buttons, messages_in_a_row, scale_ends,
)  # fmt: skip
"""Rules for every script: that tags are earned, and the form of questions."""

CONVERSATIONS = (
    passed_over, three_questions, ratio, persuasion, permission, ruler, summary_first, open_door, both_sides, discord, autonomy,
)  # fmt: skip
"""Rules for scripts in the style mi, over every way through them and the scripts they call."""

EVERY_TEXT = (plain_dutch, banned_words, hard_words, unasked)
"""Rules for all that people read."""


@dataclass(frozen=True, slots=True)
class Row:
    """The figures of one conversation; `figures` says how they are counted. `own`: the organisation's file, not the shipped one."""

    id: str
    own: bool
    paths: int
    turns_min: int
    turns_max: int
    questions: int
    open_share: float
    reflections: int
    reflection_question_ratio: float
    complex_share: float
    affirmations: int
    flesch_douma: float
    longest_sentence: int


@dataclass(slots=True)
class Report:
    """What was found. `answered`: warnings a file gives a reason for, with the reason."""

    issues: list[Issue] = field(default_factory=list)
    answered: list[tuple[Issue, str]] = field(default_factory=list)
    conversations: list[Row] = field(default_factory=list)
    coverage: Coverage = field(default_factory=Coverage)
    nudges: int = 0
    stories: int = 0
    offerings: int = 0

    @property
    def errors(self) -> int:
        """How many mistakes there are, warnings apart."""
        return sum(issue.severity == "error" for issue in self.issues)


def examine(
    directories: Sequence[Path] = (SHIPPED,), *, acts: Iterable[str] | None = None, phrases: Iterable[str] = ()
) -> Report:
    """Everything the checker knows about the content in these directories, a later one laid over an earlier one."""
    found = collect(directories, acts=acts, phrases=phrases)
    report = Report(issues=list(found.issues))
    broken = {issue.where.file for issue in found.issues}
    wholes = list(_wholes(found))
    reasons = {id(source): kept for _, source, kept in wholes}
    by_file = {source.file: kept for whole, source, kept in wholes if whole.kind == "script"}
    told: set[tuple[Where, str, str]] = set()

    def tell(issue: Issue, kept: Reasons, part: str = "") -> None:
        if (issue.where, issue.code, issue.what) not in told:
            told.add((issue.where, issue.code, issue.what))
            reason = kept.answer(issue, part)
            if reason is None:
                report.issues.append(issue)
            else:
                report.answered.append((issue, reason))

    elsewhere: list[tuple[Talk, Source, Issue]] = []
    for talk, source in _talks(found, broken):
        for rule in (*EVERY_SCRIPT, *(CONVERSATIONS if talk.script.style == "mi" else ())):
            for issue in rule.check(talk):
                if issue.where.file == source.file:
                    tell(_blamed(talk, source, issue, found, directories, reasons[id(source)]), reasons[id(source)])
                else:
                    elsewhere.append((talk, source, issue))
        report.conversations.append(_row(talk, source, directories))
    calls = set[tuple[Where, str]]()
    for talk, source, issue in elsewhere:
        if (issue.where, issue.code, issue.what) in told:
            continue  # it is a mistake of the conversation that is called, whoever calls it
        if _own(issue.where.file, directories) or not _own(source.file, directories):
            tell(issue, by_file.get(issue.where.file, reasons[id(source)]))
            continue
        begun = _begun(talk, source, issue, found)
        if (begun.where, begun.code) not in calls:
            calls.add((begun.where, begun.code))
            tell(begun, reasons[id(source)])
    for whole, source, kept in wholes:
        heard = set[tuple[Where, str]]()
        for read in in_sectors(whole, found.sectors):
            issues = [issue for rule in EVERY_TEXT for issue in rule.check(read)]
            issues += rare_words.check(read, found.words)
            for issue in issues:
                if (issue.where, issue.code) not in heard:
                    tell(issue, kept)
            heard |= {(issue.where, issue.code) for issue in issues}
        if source.file not in broken:
            report.issues += kept.left()
    if not found.issues:  # where a file cannot be read, much seems to be missing
        for language in found.languages.values():
            report.issues += [  # what an own file takes from the shipped translations, or adds to say, is no work for its author
                told for told in language.warnings() if _own(told.where.file, directories) or len(directories) == 1
            ]
    report.issues.sort()
    report.answered.sort()
    report.conversations.sort(key=lambda row: row.id)
    scripts = [script for script, _ in found.scripts.values()]
    report.coverage = covered([*scripts, *found.nudges.values(), *found.stories.values(), *found.offerings.values()])
    report.nudges, report.stories, report.offerings = len(found.nudges), len(found.stories), len(found.offerings)
    return report


def _talks(found: Collected, broken: set[Path]) -> Iterator[tuple[Talk, Source]]:
    """The scripts that can be looked at as a whole: they and all they call are without mistakes of form."""
    clean = {name: pair for name, pair in sound(found).items() if pair[1].file not in broken}
    compiled = {name: Compiled(script) for name, (script, _) in clean.items()}
    sources = {name: source for name, (_, source) in clean.items()}
    for name, (script, source) in clean.items():
        if _called(name, compiled) <= set(clean):
            yield Talk(script, sources, compiled), source


def _begun(talk: Talk, source: Source, issue: Issue, found: Collected) -> Issue:
    """A mistake on a way into a shipped conversation, told where the own one begins that way: at the call."""
    compiled = {name: Compiled(script) for name, (script, _) in found.scripts.items()}
    there = next(name for name, (_, other) in found.scripts.items() if other.file == issue.where.file)
    for number, step in enumerate(talk.script.steps):
        if step.call is not None and there in _called(step.call.script, compiled):
            what = f"op de weg die hier naar '{step.call.script}' gaat: {issue.what}"
            return replace(issue, where=source.where(["steps", number, "call"]), what=what)
    return issue


def _blamed(
    talk: Talk, source: Source, issue: Issue, found: Collected, directories: Sequence[Path], kept: Reasons
) -> Issue:
    """A mistake in a shipped conversation that calls an own one is the own one's: alone, what is shipped has none."""
    if _own(source.file, directories) or kept.answer(issue, "") is not None:
        return issue
    compiled = {name: Compiled(script) for name, (script, _) in found.scripts.items()}
    for name in sorted(_called(talk.script.id, compiled) & set(found.scripts)):
        other = found.scripts[name][1]
        if _own(other.file, directories):
            return replace(issue, where=other.where(["id"]), what=f"op de weg uit '{talk.script.id}': {issue.what}")
    return issue


def _called(name: str, compiled: dict[str, Compiled]) -> set[str]:
    seen, waiting = set[str](), [name]
    while waiting:
        here = waiting.pop()
        if here not in seen:
            seen.add(here)
            steps = compiled[here].steps.values() if here in compiled else ()
            waiting += [step.call.script for step in steps if step.call is not None]
    return seen


def _wholes(found: Collected) -> Iterator[tuple[Whole, Source, Reasons]]:
    for script, source in found.scripts.values():
        names = [(source.where(["steps", number, "id"]).line, step.id) for number, step in enumerate(script.steps)]
        yield of_script(script, source, source.file.parent.name), source, Reasons(script.reasons, source, [], names)
    for kind, key, items in (
        ("nudge", "nudges", found.nudges),
        ("story", "stories", found.stories),
        ("offering", "offerings", found.offerings),
    ):
        for name, item in items.items():
            source, path = found.sources[key, name]
            yield of_item(kind, item, source, path), source, Reasons(item.reasons, source, path, [])  # type: ignore[arg-type]
    for phrases, source in found.phrase_files:
        names = _lines(source, "phrases", phrases.phrases)
        yield of_phrases(phrases.phrases, source, phrases.reasons), source, Reasons(phrases.reasons, source, [], names)
    for book, source in found.contact_files:
        names = [(source.where(["contacts", n, "id"]).line, one.id) for n, one in enumerate(book.contacts)]
        yield of_contacts(book, source), source, Reasons(book.reasons, source, [], names)


def _lines(source: Source, key: str, names: Iterable[str]) -> list[tuple[int, str]]:
    """Where named parts begin."""
    return sorted((source.where([key, name]).line, name) for name in names)


def _own(file: Path, directories: Sequence[Path]) -> bool:
    """Whether a file is the organisation's, not the shipped one."""
    return len(directories) > 1 and not file.is_relative_to(directories[0])


def _row(talk: Talk, source: Source, directories: Sequence[Path]) -> Row:
    counted, ways = tally(talk.script), lengths(talk.flow)
    text = plain_dutch.joined(of_script(talk.script, source, source.file.parent.name))
    reflecting = counted.simple + counted.complex
    return Row(
        id=talk.script.id,
        own=_own(source.file, directories),
        paths=ways.paths,
        turns_min=ways.fewest,
        turns_max=ways.most,
        questions=counted.questions,
        open_share=round(counted.open / counted.questions, 2) if counted.questions else 0.0,
        reflections=counted.reflections,
        reflection_question_ratio=round(counted.reflections / counted.questions, 2) if counted.questions else 0.0,
        complex_share=round(counted.complex / reflecting, 2) if reflecting else 0.0,
        affirmations=counted.affirmations,
        flesch_douma=round(flesch_douma(text), 1),
        longest_sentence=max(sentence_lengths(text), default=0),
    )
