"""What a turn runs between two questions: never round in a circle, and never more steps than the engine takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dialogues.bundle import Compiled
from dialogues.check.structure import onward, written
from dialogues.engine import MAX_STEPS
from dialogues.issue import Issue
from dialogues.model import END, Script
from dialogues.source import Source


def check_silence(scripts: Mapping[str, tuple[Script, Source]]) -> list[Issue]:
    """Circles and long stretches without a question. The scripts' targets exist, and none calls itself."""
    silence = _Silence({name: Compiled(script) for name, (script, _) in scripts.items()})
    circles = {name: list(_circles(silence, name, source)) for name, (_, source) in scripts.items()}
    endless = {name for name, issues in circles.items() if issues}
    issues = [issue for found in circles.values() for issue in found]
    for name, (_, source) in scripts.items():
        if not endless & silence.called(name):
            issues += _long(silence, name, source)
    return issues


class _Silence:
    """Where a turn can go on without asking. A call goes on when the script it calls can come to its end unasked."""

    def __init__(self, compiled: Mapping[str, Compiled]) -> None:
        self.compiled = compiled
        self._passable: dict[str, bool] = {}
        self._longest: dict[tuple[str, str], int] = {}

    def onward(self, script: str, name: str) -> list[str]:
        """The steps a turn can reach next from this one, without an answer in between."""
        compiled = self.compiled[script]
        step = compiled.steps[name]
        if compiled.asks[name] is not None:
            return [compiled.after(name)] if step.when is not None or step.offer is not None else []
        if step.call is not None and not self.passable(step.call.script):
            return [compiled.after(name)] if step.when is not None else []
        return onward(compiled, step)

    def called(self, script: str) -> set[str]:
        """The script, all it calls, and all those call."""
        found, waiting = set[str](), [script]
        while waiting:
            here = waiting.pop()
            found.add(here)
            waiting += [
                s.call.script for s in self.compiled[here].steps.values() if s.call and s.call.script not in found
            ]
        return found

    def passable(self, script: str) -> bool:
        """Whether a script can come to its end without a question."""
        if script not in self._passable:
            compiled = self.compiled[script]
            seen: set[str] = set()
            waiting = [compiled.order[0]]
            while waiting and END not in seen:
                here = waiting.pop()
                if here in seen:
                    continue
                seen.add(here)
                if here != END:
                    waiting += self.onward(script, here)
                    waiting += [END] if compiled.steps[here].end is not None else []
            self._passable[script] = END in seen
        return self._passable[script]

    def longest(self, script: str, name: str) -> int:
        """The most steps one turn takes from here to a question or the end; there is no circle."""
        waiting = [name]
        while waiting:
            here = waiting[-1]
            onward = self.onward(script, here)
            missing = [t for t in onward if t != END and (script, t) not in self._longest]
            if missing:
                waiting += missing
                continue
            called = self.compiled[script].steps[here].call
            inside = self.longest(called.script, self.compiled[called.script].order[0]) if called is not None else 0
            after = max((1 if t == END else self._longest[script, t] for t in onward), default=0)
            self._longest[script, here] = 1 + inside + after
            waiting.pop()
        return self._longest[script, name]


def _circles(silence: _Silence, script: str, source: Source) -> Iterator[Issue]:
    for name in silence.compiled[script].order:
        seen: set[str] = set()
        waiting = silence.onward(script, name)
        while waiting:
            here = waiting.pop()
            if here == name:
                where = source.where([*written(source, name), "id"])
                yield Issue(where, "E123", f"de stap '{name}' komt terug zonder vraag", "stel onderweg een vraag")
                break
            if here != END and here not in seen:
                seen.add(here)
                waiting += silence.onward(script, here)


def _long(silence: _Silence, script: str, source: Source) -> Iterator[Issue]:
    for name in silence.compiled[script].order:
        steps = silence.longest(script, name)
        if steps > MAX_STEPS:
            where = source.where([*written(source, name), "id"])
            remedy = f"stel onderweg een vraag; na een antwoord kunnen {MAX_STEPS} stappen volgen"
            yield Issue(where, "E125", f"na '{name}' komen tot {steps} stappen zonder vraag", remedy)
            return
