"""What makes a script runnable: targets that exist, steps that are reached, no loop without a question, names that are known."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from dialogues.bundle import Compiled, asked
from dialogues.check.english import explained
from dialogues.check.truth import GLOBALS
from dialogues.issue import Issue, Where
from dialogues.model import END, Nudge, Script, Step
from dialogues.render import Unrenderable, always_says, check_filters, names_in, names_in_condition, unsupported
from dialogues.source import Source

MAX_BUTTONS = 8
"""More than this is no choice any more on a phone; scales and given options apart."""


def onward(compiled: Compiled, step: Step) -> list[str]:
    """Every step that can come after this one."""
    follows = compiled.after(step.id)
    ask = compiled.asks[step.id]
    targets: list[str]
    if step.end is not None:
        targets = []
    elif step.branch is not None:
        targets = [arm.go for arm in step.branch]
    elif ask is not None:
        targets = [ask.target(name) or follows for name in ask.buttons]
        if ask.other:
            targets.append(ask.go.get("other", follows))
        if ask.kind != "choice" or not ask.buttons or ask.options:
            targets.append(ask.typed or follows)
        targets += [t for t in (ask.typed, ask.unclear, ask.low.go if ask.low else None, *ask.hears) if t]
        targets.append(ask.skip or follows)
    else:
        targets = [step.go or follows]
    if step.when is not None or step.offer is not None:
        targets.append(follows)
    return list(dict.fromkeys(targets))


def _near(name: str, known: Iterable[str], rest: str = "") -> str:
    """The remedy for a name that is not there: the nearest one that is."""
    names = sorted(known)
    near = difflib.get_close_matches(name, names, n=1)
    if near:
        return f"bedoel je {near[0]}?"
    listed = ", ".join(names[:8]) + (" …" if len(names) > 8 else "")
    return f"kies uit: {listed}{'; ' if rest else ''}{rest}"


def check_script(script: Script, source: Source, *, acts: frozenset[str] | None) -> list[Issue]:
    """Mistakes inside one script."""
    issues = list(_ids(script, source))
    if issues:
        return issues
    compiled = Compiled(script)
    issues += _targets(script, compiled, source)
    if not issues:
        issues += _reached(compiled, source)
    places = {id(step): number for number, step in enumerate(script.steps)}
    issues += check_texts(script, lambda step, path: source.where(["steps", places[id(step)], *path]))
    issues += _shape(script, compiled, source, acts)
    return issues


def check_together(
    scripts: Mapping[str, tuple[Script, Source]], nudges: Iterable[Nudge], places: Mapping[tuple[str, str], Where]
) -> list[Issue]:
    """Mistakes between scripts: calls to nowhere, calls in a circle, missing values."""
    issues = []
    calls: dict[str, list[str]] = {}
    for name, (script, source) in scripts.items():
        calls[name] = []
        for number, step in enumerate(script.steps):
            called = step.call.script if step.call else step.later.script if step.later else None
            if called is None:
                continue
            where = source.where(["steps", number, "call" if step.call else "later"])
            if called not in scripts:
                issues.append(Issue(where, "E150", f"er is geen gesprek '{called}'", _near(called, scripts)))
                continue
            if step.call:
                calls[name].append(called)
                issues += _passed(step, scripts[called][0], where)
    for name, (_, source) in scripts.items():
        if _circle(name, calls):
            what = f"'{name}' roept zichzelf aan, zelf of via een ander gesprek"
            issues.append(Issue(source.where(["id"]), "E151", what, "haal één van de aanroepen weg"))
    for nudge in nudges:
        if nudge.opens is not None and nudge.opens not in scripts:
            where = places["nudges", nudge.id]
            issues.append(Issue(where, "E150", f"er is geen gesprek '{nudge.opens}'", _near(nudge.opens, scripts)))
    return issues


def _passed(step: Step, called: Script, where: Where) -> Iterator[Issue]:
    call = step.call
    if call is None:
        return
    for name in call.give:
        if name not in called.gives:
            yield Issue(
                where,
                "E152",
                f"'{called.id}' kent geen waarde '{name}'",
                f"zet {name} bij gives in {called.id}, of haal het weg",
            )
    names = Compiled(called).names | {"outcome"}
    for theirs in call.keep.values():
        if theirs not in names:
            yield Issue(
                where, "E153", f"'{called.id}' heeft geen antwoord '{theirs}'", "schrijf bij keep: naam hier: naam daar"
            )


def _circle(name: str, calls: Mapping[str, list[str]]) -> bool:
    seen: set[str] = set()
    waiting = list(calls[name])
    while waiting:
        here = waiting.pop()
        if here == name:
            return True
        if here not in seen:
            seen.add(here)
            waiting += calls.get(here, [])
    return False


def _ids(script: Script, source: Source) -> Iterator[Issue]:
    seen: dict[str, int] = {}
    for number, step in enumerate(script.steps):
        where = source.where(["steps", number, "id"])
        if step.id in seen:
            first = source.where(["steps", seen[step.id], "id"])
            yield Issue(
                where, "E120", f"de stap '{step.id}' staat ook al op regel {first.line}", "geef deze stap een eigen id"
            )
        if step.id == END:
            yield Issue(where, "E120", "'end' is het einde zelf", "kies een andere id")
        seen[step.id] = number


def _targets(script: Script, compiled: Compiled, source: Source) -> Iterator[Issue]:
    for number, step in enumerate(script.steps):
        for path, target in _written_targets(step):
            if target != END and target not in compiled.steps:
                where = source.where(["steps", number, *path])
                yield Issue(
                    where, "E121", f"er is geen stap '{target}'", _near(target, compiled.order, "of gebruik end")
                )


def _written_targets(step: Step) -> Iterator[tuple[list[str | int], str]]:
    if step.go:
        yield ["go"], step.go
    for number, arm in enumerate(step.branch or ()):
        yield ["branch", number, "go"], arm.go
    if step.ruler:
        yield ["ruler", "low", "go"], step.ruler.low.go
    if step.ask:
        ask = step.ask
        for name, target in ask.go.items():
            yield ["ask", "go", name], target
        for name, choice in ask.buttons.items():
            if choice.go:
                yield ["ask", "buttons", name, "go"], choice.go
        for name, at in (("typed", ask.typed), ("unclear", ask.unclear), ("skip", ask.skip)):
            if at:
                yield ["ask", name], at
        for target in ask.hears:
            yield ["ask", "hears", target], target
        if ask.low:
            yield ["ask", "low", "go"], ask.low.go


def written(source: Source, step_id: str) -> list[str | int]:
    """The path of a step in the file; parts of a ruler stand at the ruler."""
    for number, step in enumerate(source.data["steps"]):
        if step_id == step["id"] or ("ruler" in step and step_id in (f"{step['id']}_waarom", f"{step['id']}_hoger")):
            return ["steps", number]
    return ["steps"]


def _reached(compiled: Compiled, source: Source) -> Iterator[Issue]:
    seen, waiting = {END}, [compiled.order[0]]
    while waiting:
        here = waiting.pop()
        if here not in seen:
            seen.add(here)
            waiting += onward(compiled, compiled.steps[here])
    for name in compiled.order:
        if name not in seen:
            where = source.where([*written(source, name), "id"])
            yield Issue(
                where,
                "E122",
                f"geen weg komt bij de stap '{name}'",
                "laat er een knop of go heen gaan, of haal hem weg",
            )


Place = Callable[[Step, Sequence[str | int]], Where | None]
"""Where a part of a step is written; None when it is not written in this file."""


def check_texts(script: Script, place: Place) -> Iterator[Issue]:
    """Mistakes in words and conditions: braces, filters, stars, unknown answers, questions that can become empty."""
    known = Compiled(script).names | GLOBALS

    def unknown(where: Where, names: Iterable[str]) -> Iterator[Issue]:
        for name in sorted(set(names) - known):
            remedy = _near(name, known, "kijk hoe het antwoord bij ask heet")
            yield Issue(where, "E131", f"'{name}' is geen antwoord in dit gesprek", remedy)

    for step in script.steps:
        for path, text in _written_texts(step):
            if where := place(step, path):
                try:
                    check_filters(text)
                    yield from unknown(where, names_in(text))
                    yield from _fails(where, text)
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
                    yield from _fails(where, "{% if " + condition + " %}{% endif %}")
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


def _shape(script: Script, compiled: Compiled, source: Source, acts: frozenset[str] | None) -> Iterator[Issue]:
    for number, step in enumerate(script.steps):
        ask = asked(step)
        if ask is not None and ask.kind != "scale" and len(ask.buttons) > MAX_BUTTONS:
            where = source.where(["steps", number, "ask", "buttons"])
            yield Issue(where, "E161", f"{len(ask.buttons)} knoppen zijn te veel", f"geef er hooguit {MAX_BUTTONS}")
        if (
            ask is not None
            and ask.kind == "choice"
            and not ask.options
            and not ask.skip
            and not ask.other
            and not ask.typed
        ):
            follows = compiled.after(step.id)
            if all(ask.target(name) not in (None, follows) for name in ask.buttons) and step.ask is not None:
                where = source.where(["steps", number, "ask"])
                what = "elke knop springt weg, dus 'liever niet' komt in een stap die niet voor hem is"
                yield Issue(where, "E124", what, "zet skip erbij: waar gaat 'liever niet' heen?")
        for name in step.scan.floors if step.scan else ():
            kinds = {ask.kind for ask in compiled.asks.values() if ask is not None and ask.name == name}
            if kinds and "scale" not in kinds:
                where = source.where(["steps", number, "scan", "floors", name])
                remedy = "vraag het met scale of ruler, of haal het weg"
                yield Issue(where, "E155", f"'{name}' is geen cijfer van 0 tot 10", remedy)
        if step.do is not None and acts is not None and step.do.act not in acts:
            where = source.where(["steps", number, "do"])
            yield Issue(where, "E154", f"'{step.do.act}' kan niemand doen", _near(step.do.act, acts))
