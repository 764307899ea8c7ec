"""What makes an author's words fillable: braces, filters, stars, answers and sector words that are known, questions that ask."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from dialogues.bundle import Compiled
from dialogues.check.english import explained
from dialogues.check.truth import GLOBALS
from dialogues.issue import Issue, Where
from dialogues.model import SECTORS, Nudge, Script, Step
from dialogues.render import (
    WORK,
    Unrenderable,
    always_says,
    check_filters,
    names_in,
    names_in_condition,
    sectors_named,
    unsupported,
    work_words,
)
from dialogues.source import Source

Place = Callable[[Step, Sequence[str | int]], Where | None]
"""Where a part of a step is written; None when it is not written in this file."""


def near(name: str, known: Iterable[str], rest: str = "") -> str:
    """The remedy for a name that is not there: the nearest one that is."""
    names = sorted(known)
    found = difflib.get_close_matches(name, names, n=1)
    if found:
        return f"bedoel je {found[0]}?"
    listed = ", ".join(names[:8]) + (" …" if len(names) > 8 else "")
    return f"kies uit: {listed}{'; ' if rest else ''}{rest}"


def check_nudge(nudge: Nudge, source: Source, path: list[int | str], *, work: frozenset[str]) -> Iterator[Issue]:
    """Mistakes in the words of a nudge: it knows no answers, only sector words."""
    for key, text in (("text", nudge.text), ("button", nudge.button or "")):
        where = source.where([*path, key])
        try:
            for name in sorted(names_in(text) - {WORK}):
                yield Issue(where, "E131", f"een duwtje kent geen antwoord '{name}'", "hier kan alleen {{ werk.… }}")
            yield from _fails(where, text)
            yield from _work(where, text, work)
        except Unrenderable as error:
            remedy = "kijk naar de haken {{ }} en naar het woord na |"
            yield Issue(where, "E130", f"deze tekst is niet te lezen: {explained(error)}", remedy)


def _work(where: Where, text: str, work: frozenset[str]) -> Iterator[Issue]:
    """Sector words that are nowhere, and sectors there are none of."""
    for name in sorted(work_words(text) - work):
        remedy = near(name, work, "of zet het in sectors.yaml")
        yield Issue(where, "E136", f"'werk.{name}' is geen woord in sectors.yaml", remedy)
    for name in sorted(sectors_named(text) - {*SECTORS, ""}):
        yield Issue(where, "E136", f"'{name}' is geen sector", near(name, SECTORS))


def check_texts(script: Script, place: Place, work: frozenset[str] = frozenset()) -> Iterator[Issue]:
    """Mistakes in words and conditions: braces, filters, stars, unknown answers, questions that can become empty."""
    known = Compiled(script).names | GLOBALS

    def unknown(where: Where, names: Iterable[str]) -> Iterator[Issue]:
        for name in sorted(set(names) - known):
            remedy = near(name, known, "kijk hoe het antwoord bij ask heet")
            yield Issue(where, "E131", f"'{name}' is geen antwoord in dit gesprek", remedy)

    for step in script.steps:
        for path, text in _written_texts(step):
            if where := place(step, path):
                try:
                    check_filters(text)
                    yield from unknown(where, names_in(text))
                    yield from _fails(where, text)
                    yield from _work(where, text, work)
                except Unrenderable as error:
                    remedy = "kijk naar de haken {{ }} en naar het woord na |"
                    yield Issue(where, "E130", f"deze tekst is niet te lezen: {explained(error)}", remedy)
                    continue
                if text.count("**") % 2:
                    yield Issue(where, "E132", "een ** heeft geen tweede **", "zet ** voor en na de vette woorden")
                if text in _questions(step) and not always_says(text):
                    remedy = "zet er eigen woorden bij: een antwoord kan leeg zijn"
                    yield Issue(where, "E134", "deze vraag kan leeg zijn", remedy)
        for path, name in _used_names(step):
            if where := place(step, path):
                yield from unknown(where, [name])
        for path, condition in _written_conditions(step):
            if where := place(step, path):
                try:
                    yield from unknown(where, names_in_condition(condition))
                    yield from _fails(where, asked_for := "{% if " + condition + " %}{% endif %}")
                    yield from _work(where, asked_for, work)
                except Unrenderable as error:
                    remedy = "schrijf het zo: zekerheid < 7, of wens == 'niks'"
                    yield Issue(where, "E133", f"deze voorwaarde is niet te lezen: {explained(error)}", remedy)


def _fails(where: Where, text: str) -> Iterator[Issue]:
    """What would go wrong only in the middle of a talk."""
    part = unsupported(text)
    if part is not None:
        remedy = "gebruik een antwoord, |, and, or, not, == en <; kijk in docs/regels/E135.md"
        yield Issue(where, "E135", f"'{part}' kan hier niet", remedy)


def _written_texts(step: Step) -> Iterator[tuple[list[str | int], str]]:
    for text in (step.say,) if isinstance(step.say, str) else step.say or ():
        yield ["say"], text
    for number, other in enumerate(step.instead):
        yield ["instead", number, "say"], other.say
    if step.ask:
        for name, choice in step.ask.buttons.items():
            yield ["ask", "buttons", name], choice.label
            if choice.say:
                yield ["ask", "buttons", name, "say"], choice.say
        if step.ask.other_prompt:
            yield ["ask", "other_prompt"], step.ask.other_prompt
    if step.offer:
        yield ["offer", "yes"], step.offer.yes
        yield ["offer", "no"], step.offer.no
    for thing, given in (("call", step.call.give if step.call else {}), ("do", step.do.give if step.do else {})):
        for name, expression in given.items():
            yield [thing, "give", name], expression
    if step.note and step.note.title:
        yield ["note", "title"], step.note.title
    for thing, part, named in _kept(step):
        for name, label in named.items():
            yield [thing, part, name], label
    if step.ruler:
        yield ["ruler", "why"], step.ruler.why
        for score, words in step.ruler.words.items():
            yield ["ruler", "words", score], words
        if step.ruler.higher:
            yield ["ruler", "higher"], step.ruler.higher


def _questions(step: Step) -> list[str]:
    """The texts that carry the question of a step; of several messages the last one does."""
    if step.ask is None and step.ruler is None and step.offer is None:
        return []
    texts = [other.say for other in step.instead]
    if step.say is not None:
        texts.append(step.say if isinstance(step.say, str) else step.say[-1])
    if step.ruler is not None:
        texts += [step.ruler.why, *step.ruler.words.values(), *([step.ruler.higher] if step.ruler.higher else [])]
    return texts


def _used_names(step: Step) -> Iterator[tuple[list[str | int], str]]:
    if step.plan:
        for field, name in step.plan.model_dump(exclude_none=True).items():
            yield ["plan", field], name
    for thing, part, named in _kept(step):
        for name in named:
            yield [thing, part, name], name
    if step.ask and step.ask.options:
        yield ["ask", "options"], step.ask.options


def _kept(step: Step) -> Iterator[tuple[str, str, Mapping[str, str]]]:
    """What a step keeps: the words by the answers they stand before."""
    if step.note:
        yield "note", "lines", step.note.lines
    if step.scan:
        yield "scan", "floors", step.scan.floors


def _written_conditions(step: Step) -> Iterator[tuple[list[str | int], str]]:
    if step.when:
        yield ["when"], step.when
    for number, other in enumerate(step.instead):
        yield ["instead", number, "when"], other.when
    for number, arm in enumerate(step.branch or ()):
        if arm.when:
            yield ["branch", number, "when"], arm.when
    for name, choice in (step.ask.buttons if step.ask else {}).items():
        if choice.when:
            yield ["ask", "buttons", name, "when"], choice.when
