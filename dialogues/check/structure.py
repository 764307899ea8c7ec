"""What makes a script runnable: targets that exist, steps that are reached, no loop without a question, names that are known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dialogues.bundle import Compiled, asked
from dialogues.check.filling import check_texts, near
from dialogues.check.truth import GLOBALS
from dialogues.issue import Issue, Where
from dialogues.model import END, Nudge, Script, Step
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


def check_script(
    script: Script, source: Source, *, acts: frozenset[str] | None, work: frozenset[str] = frozenset()
) -> list[Issue]:
    """Mistakes inside one script. `work`: the sector words there are."""
    issues = list(_ids(script, source))
    if issues:
        return issues
    compiled = Compiled(script)
    issues += _taken(script, source)
    issues += _targets(script, compiled, source)
    if not issues:
        issues += _reached(compiled, source)
    places = {id(step): number for number, step in enumerate(script.steps)}
    issues += check_texts(script, lambda step, path: source.where(["steps", places[id(step)], *path]), work)
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
                issues.append(Issue(where, "E150", f"er is geen gesprek '{called}'", near(called, scripts)))
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
            issues.append(Issue(where, "E150", f"er is geen gesprek '{nudge.opens}'", near(nudge.opens, scripts)))
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


def _taken(script: Script, source: Source) -> Iterator[Issue]:
    """Answers under a name that means something else in every text."""

    def taken(name: str, path: list[str | int]) -> Iterator[Issue]:
        if name in GLOBALS:
            what = f"'{name}' is al een woord van de bot: het antwoord zou nergens te zien zijn"
            yield Issue(source.where(path), "E137", what, f"noem het anders, zoals mijn_{name}")

    for number, name in enumerate(script.gives):
        yield from taken(name, ["gives", number])
    for number, step in enumerate(script.steps):
        if step.ask is not None:
            yield from taken(step.ask.name, ["steps", number, "ask", step.ask.kind])
        for name in step.call.keep if step.call is not None else ():
            yield from taken(name, ["steps", number, "call", "keep", name])


def _targets(script: Script, compiled: Compiled, source: Source) -> Iterator[Issue]:
    for number, step in enumerate(script.steps):
        for path, target in _written_targets(step):
            if target != END and target not in compiled.steps:
                where = source.where(["steps", number, *path])
                yield Issue(
                    where, "E121", f"er is geen stap '{target}'", near(target, compiled.order, "of gebruik end")
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
            yield Issue(where, "E154", f"'{step.do.act}' kan niemand doen", near(step.do.act, acts))
