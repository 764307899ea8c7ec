"""A conversation as steps and the ways between them, and as a picture in Mermaid text. `drawing` makes an SVG of it.

Words that are not the script's own come from the phrases (`GRAPH_PHRASES`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from textwrap import shorten
from typing import Literal

from dialogues.bundle import Compiled
from dialogues.model import END, Ask, Script, Step

Kind = Literal["question", "reflection", "say", "plan", "branch", "call", "story", "offering", "keep", "act", "end"]

COLOURS: Mapping[Kind, str] = {
    "question": "#1d5fa8",
    "reflection": "#2f6f4f",
    "say": "#566270",
    "plan": "#8a4b08",
    "branch": "#6b4fa0",
    "call": "#0f6b75",
    "story": "#98305f",
    "offering": "#7d2f86",
    "keep": "#7a4a2b",
    "act": "#4f5b30",
    "end": "#3a3a3a",
}
"""White letters on each of them have a contrast of at least 4.5 to 1 (WCAG 2.2)."""

GRAPH_PHRASES = frozenset(
    {f"graph_{kind}" for kind in COLOURS}
    | {f"graph_{way}" for way in ("typed", "skip", "unclear", "hears", "low", "else", "not", "next", "from")}
)
"""The standing words of a picture."""

_BRACES = re.compile(r"\{\{(?P<value>.*?)\}\}|\{%.*?%\}|\{#.*?#\}|\*\*", re.DOTALL)
_NAME = re.compile(r"[a-z_]\w*")
GIVES_BACK = ("reflection", "affirmation", "summary")
"""How the tags begin of words that take up what somebody said."""


@dataclass(slots=True)
class Node:
    """One step, and its ways out: target → the words on them. `gives_back`: its words take up what somebody said."""

    id: str
    kind: Kind
    words: str
    gives_back: bool = False
    ways: dict[str, list[str]] = field(default_factory=dict)

    def way(self, target: str, label: str = "") -> None:
        """Add a way out; ways to the same step share a row."""
        labels = self.ways.setdefault(target, [])
        if label and label not in labels:
            labels.append(label)


def nodes(script: Script, words: Mapping[str, str], plans: Collection[str] = ()) -> list[Node]:
    """The steps of a script in their written order, the end last. `plans`: conversations that make a plan when called."""
    compiled = Compiled(script)
    found = [_node(compiled, compiled.steps[name], words, plans) for name in compiled.order]
    if any(END in node.ways for node in found):
        found.append(Node(END, "end", words["graph_end"]))
    return found


def _node(compiled: Compiled, step: Step, words: Mapping[str, str], plans: Collection[str]) -> Node:
    ask, follows = compiled.asks[step.id], compiled.after(step.id)
    say = " ".join(step.say) if isinstance(step.say, tuple) else step.say or ""
    node = Node(step.id, _kind(step, ask, plans), _BRACES.sub(_named, say), _gives_back(step))
    if ask is not None:
        for target, label in _answers(ask, follows, words):
            node.way(target, label)
    elif step.branch is not None:
        for arm in step.branch:
            node.way(arm.go, arm.when or words["graph_else"])
    elif step.end is not None:
        node.words = f"{node.words} ({step.end})".strip()
    else:
        node.way(step.go or follows, words["graph_next"])
    if step.call is not None:
        node.words = f"{node.words} → {step.call.script}".strip()
    if step.later is not None:
        node.words = f"{node.words} → {step.later.script} ({step.later.days} d)".strip()
    if step.do is not None:
        node.words = f"{node.words} → {step.do.act}".strip()
    if step.note is not None:
        node.words = f"{node.words} → {step.note.section}: {', '.join(step.note.lines)}".strip()
    if step.scan is not None:
        node.words = f"{node.words} → {', '.join(step.scan.floors.values())}".strip()
    if step.when is not None:
        node.way(follows, f"{words['graph_not']} {step.when}")
    return node


def _named(found: re.Match[str]) -> str:
    """An answer in the words as its name."""
    name = _NAME.search(found["value"] or "")
    return f"‹{name[0]}›" if name else ""


def _gives_back(step: Step) -> bool:
    return any(tag.startswith(GIVES_BACK) for tag in step.mi)


def _kind(step: Step, ask: Ask | None, plans: Collection[str]) -> Kind:
    if step.offer is not None:
        return step.offer.what
    if ask is not None:
        return "question"
    if step.plan is not None or (step.call is not None and step.call.script in plans):
        return "plan"
    if step.branch is not None:
        return "branch"
    if step.call is not None:
        return "call"
    if step.end is not None:
        return "end"
    if step.note is not None or step.scan is not None:
        return "keep"
    if step.do is not None or step.later is not None:
        return "act"
    return "reflection" if _gives_back(step) else "say"


def _answers(ask: Ask, follows: str, words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name, choice in ask.buttons.items():
        yield ask.target(name) or follows, choice.label
    if ask.other:
        yield ask.go.get("other", follows), ask.other
    if ask.kind == "scale":
        yield follows, "0 … 10"
    if ask.low:
        yield ask.low.go, f"{words['graph_low']} {ask.low.upto}"
    if ask.options:
        yield follows, f"‹{ask.options}›"
    if ask.typed or ask.kind in ("text", "moment"):
        yield ask.typed or follows, words["graph_typed"]
    for target, phrases in ask.hears.items():
        yield target, f"{words['graph_hears']}: {', '.join(phrases)}"
    if ask.unclear:
        yield ask.unclear, words["graph_unclear"]
    yield ask.skip or follows, words["graph_skip"]


def mermaid(script: Script, words: Mapping[str, str], plans: Collection[str] = ()) -> str:
    """The conversation as a Mermaid flowchart; steps are told apart by shape and colour."""
    shapes: Mapping[Kind, tuple[str, str]] = {
        "question": ("[/", "/]"),
        "reflection": (">", "]"),
        "plan": ("[[", "]]"),
        "branch": ("{", "}"),
        "end": ("([", "])"),
    }
    lines = ["flowchart LR"]
    drawn = nodes(script, words, plans)
    for node in drawn:
        left, right = shapes.get(node.kind, ("[", "]"))
        text = _safe(f"{node.id}: {shorten(node.words, 90, placeholder=' …')}")
        lines.append(f'  s_{node.id}{left}"{text}"{right}:::{node.kind}')
    for node in drawn:
        for target, labels in node.ways.items():
            text = _safe(shorten(" · ".join(labels), 50, placeholder=" …"))
            label = f'|"{text}"|' if text else ""
            lines.append(f"  s_{node.id} -->{label} s_{target}")
    lines += [f"  classDef {kind} fill:{colour},color:#fff,stroke:#222" for kind, colour in COLOURS.items()]
    return "\n".join(lines) + "\n"


def _safe(text: str) -> str:
    """Text inside Mermaid's quotes: its own signs as entities."""
    return " ".join(text.split()).replace("#", "#35;").replace('"', "#quot;").replace("<", "#lt;").replace(">", "#gt;")
