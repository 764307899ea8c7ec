"""What a rule gets to look at: one script and, for a conversation, all its turns. And what a rule is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from dialogues.bundle import Compiled
from dialogues.check.flow import Flow, Place
from dialogues.check.structure import written
from dialogues.check.turns import Turn, turns
from dialogues.issue import Issue, Where
from dialogues.model import Script, Step
from dialogues.source import Source

Rule = Callable[["Talk"], Iterator[Issue]]


class Talk:
    """A script with its file, and the whole it becomes with the scripts it calls."""

    def __init__(self, script: Script, sources: Mapping[str, Source], compiled: Mapping[str, Compiled]) -> None:
        self.script = script
        self._sources = sources
        self._compiled = compiled

    @property
    def compiled(self) -> Compiled:
        """The script made ready to run."""
        return self._compiled[self.script.id]

    @cached_property
    def flow(self) -> Flow:
        """All places, calls included."""
        return Flow(self.script.id, self._compiled)

    @cached_property
    def turns(self) -> list[Turn]:
        """All turns, calls included."""
        return turns(self.flow)

    @cached_property
    def onward(self) -> Mapping[Place | None, list[Turn]]:
        """The turns by the question they begin at; None: the beginning."""
        found: dict[Place | None, list[Turn]] = {}
        for turn in self.turns:
            found.setdefault(turn.source, []).append(turn)
        return found

    @cached_property
    def arms(self) -> Mapping[str, list[tuple[str, bool]]]:
        """How each step of this script is reached at once: the kinds of answers, and whether the script knows what was said."""
        found: dict[str, list[tuple[str, bool]]] = {}
        for place in self.flow.reached:
            if place.frame is self.flow.root:
                for move in self.flow.moves(place):
                    if move.target is not None and move.target.frame is self.flow.root:
                        found.setdefault(move.target.name, []).append((move.kind or "", move.known))
        return found

    def where(self, step: str | Step | Place, *path: str | int, line: int = 0) -> Where:
        """The place of a step or of a part of it; `line` counts from 1 inside a text of several lines."""
        script = self.script.id
        if isinstance(step, Place):
            script, step = step.frame.script, step.step
        source = self._sources[script]
        name = step if isinstance(step, str) else step.id
        return source.line([*written(source, name), *path], line)

    def top(self) -> Where:
        """The place of the script itself."""
        return self._sources[self.script.id].where(["id"])
