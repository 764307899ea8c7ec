"""A conversation as a picture: what leads where, as Mermaid text or as a layered SVG that needs no other program.

Layers run from left to right, as far as the longest way from the beginning. Each way out of a step has a row of its own.
Ways to one of the next layers are drawn; longer ways and ways back name the step they lead to and link to it, so that eighty
steps stay readable.
Words that are not the script's own come from the phrases (`GRAPH_PHRASES`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from textwrap import shorten, wrap
from typing import Literal

from dialogues.bundle import Compiled
from dialogues.model import END, Ask, Script, Step

Kind = Literal["question", "reflection", "say", "plan", "branch", "call", "story", "act", "end"]

COLOURS: Mapping[Kind, str] = {
    "question": "#1d5fa8",
    "reflection": "#2f6f4f",
    "say": "#566270",
    "plan": "#8a4b08",
    "branch": "#6b4fa0",
    "call": "#0f6b75",
    "story": "#98305f",
    "act": "#4f5b30",
    "end": "#3a3a3a",
}
"""White letters on each of them have a contrast of at least 4.5 to 1 (WCAG 2.2)."""

GRAPH_PHRASES = frozenset(
    {f"graph_{kind}" for kind in COLOURS}
    | {f"graph_{way}" for way in ("typed", "skip", "unclear", "hears", "low", "else", "not")}
)
"""The standing words of a picture."""

_BRACES = re.compile(r"\{\{\s*([\w.]+)[^}]*\}\}|\{%[^%]*%\}|\*\*")


@dataclass(slots=True)
class Node:
    """One step, and its ways out: target → the words on them."""

    id: str
    kind: Kind
    words: str
    ways: dict[str, list[str]] = field(default_factory=dict)

    def way(self, target: str, label: str = "") -> None:
        """Add a way out; ways to the same step share a row."""
        labels = self.ways.setdefault(target, [])
        if label and label not in labels:
            labels.append(label)


def nodes(script: Script, words: Mapping[str, str]) -> list[Node]:
    """The steps of a script in their written order, the end last."""
    compiled = Compiled(script)
    found = [_node(compiled, compiled.steps[name], words) for name in compiled.order]
    if any(END in node.ways for node in found):
        found.append(Node(END, "end", words["graph_end"]))
    return found


def _node(compiled: Compiled, step: Step, words: Mapping[str, str]) -> Node:
    ask, follows = compiled.asks[step.id], compiled.after(step.id)
    say = " ".join(step.say) if isinstance(step.say, tuple) else step.say or ""
    node = Node(step.id, _kind(step, ask), _BRACES.sub(lambda found: f"‹{found[1]}›" if found[1] else "", say))
    if ask is not None:
        for target, label in _answers(ask, follows, words):
            node.way(target, label)
    elif step.branch is not None:
        for arm in step.branch:
            node.way(arm.go, arm.when or words["graph_else"])
    elif step.end is not None:
        node.words = f"{node.words} ({step.end})".strip()
    else:
        node.way(step.go or follows)
    if step.call is not None:
        node.words = f"{node.words} → {step.call.script}".strip()
    if step.later is not None:
        node.words = f"{node.words} → {step.later.script} ({step.later.days} d)".strip()
    if step.do is not None:
        node.words = f"{node.words} → {step.do.act}".strip()
    if step.when is not None:
        node.way(follows, f"{words['graph_not']} {step.when}")
    return node


def _kind(step: Step, ask: Ask | None) -> Kind:
    if step.offer is not None:
        return "story"
    if ask is not None:
        return "question"
    if step.plan is not None:
        return "plan"
    if step.branch is not None:
        return "branch"
    if step.call is not None:
        return "call"
    if step.end is not None:
        return "end"
    if step.do is not None or step.later is not None:
        return "act"
    return "reflection" if any(tag.startswith(("reflection", "affirmation", "summary")) for tag in step.mi) else "say"


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


def mermaid(script: Script, words: Mapping[str, str]) -> str:
    """The conversation as a Mermaid flowchart; steps are told apart by shape and colour."""
    shapes: Mapping[Kind, tuple[str, str]] = {
        "question": ("[/", "/]"),
        "plan": ("[[", "]]"),
        "branch": ("{", "}"),
        "end": ("([", "])"),
    }
    lines = ["flowchart LR"]
    drawn = nodes(script, words)
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


# --- The drawing

WIDTH, GAP_X, GAP_Y = 270, 90, 26
LINE, HEAD, ROW, MARGIN = 16, 24, 20, 30
FAR = 3
"""Ways over more layers than this are named and not drawn."""


@dataclass(slots=True)
class Box:
    """A step on the page, or a place where a line passes a layer (without a node)."""

    node: Node | None
    layer: int
    lines: list[str] = field(default_factory=list)
    y: float = 0
    near: list[tuple[Box, float, Box, float]] = field(default_factory=list)

    @property
    def height(self) -> float:
        """In pixels."""
        return 8.0 if self.node is None else HEAD + LINE * len(self.lines) + 8 + ROW * len(self.node.ways)

    @property
    def x(self) -> float:
        """The left side."""
        return MARGIN + self.layer * (WIDTH + GAP_X)

    def port(self, row: int) -> float:
        """How far below the top a way out begins."""
        return self.height / 2 if self.node is None else HEAD + LINE * len(self.lines) + 8 + ROW * (row + 0.5)


def layout(drawn: list[Node]) -> list[Box]:
    """Boxes with their places; none overlaps another."""
    layers = _layers(drawn)
    boxes = {node.id: Box(node, layers[node.id], wrap(node.words, 36)[:5]) for node in drawn}
    columns: list[list[Box]] = [[] for _ in range(max(layers.values()) + 1)]
    for node in drawn:
        columns[layers[node.id]].append(boxes[node.id])
    for node in drawn:
        for row, target in enumerate(node.ways):
            span = layers[target] - layers[node.id]
            if 0 < span <= FAR:
                here, port = boxes[node.id], boxes[node.id].port(row)
                for layer in range(layers[node.id] + 1, layers[target]):
                    passing = Box(None, layer)
                    columns[layer].append(passing)
                    _join(here, port, passing, 4)
                    here, port = passing, 4
                _join(here, port, boxes[target], HEAD / 2)
    for sweep in range(24):
        for column in columns if sweep % 2 == 0 else reversed(columns):
            _settle(column, sort=sweep < 12)
    top = min((box.y for column in columns for box in column), default=0)
    for column in columns:
        for box in column:
            box.y += MARGIN + 50 - top
    return [box for column in columns for box in column]


def _join(left: Box, port: float, right: Box, entry: float) -> None:
    left.near.append((left, port, right, entry))
    right.near.append((left, port, right, entry))


def _layers(drawn: list[Node]) -> dict[str, int]:
    """The longest way from the beginning to each step, ways back left out."""
    ways = {node.id: list(node.ways) for node in drawn}
    back: set[tuple[str, str]] = set()
    state: dict[str, int] = {}
    for root in ways:
        if root in state:
            continue
        state[root] = 1
        stack = [(root, iter(ways[root]))]
        while stack:
            here, targets = stack[-1]
            target = next(targets, None)
            if target is None:
                state[here] = 2
                stack.pop()
            elif state.get(target) == 1:
                back.add((here, target))
            elif target not in state:
                state[target] = 1
                stack.append((target, iter(ways[target])))
    found = dict.fromkeys(ways, 0)
    for _ in ways:
        before = dict(found)
        for here, targets_of in ways.items():
            for target in targets_of:
                if (here, target) not in back:
                    found[target] = max(found[target], found[here] + 1)
        if found == before:
            break
    return found


def _settle(column: list[Box], *, sort: bool) -> None:
    """Move each box of a layer towards what it is joined with, keeping the boxes apart."""
    wished = {id(box): _wish(box) for box in column}
    if sort:
        column.sort(key=lambda box: wished[id(box)])
    place = float("-inf")
    for box in column:
        box.y = max(wished[id(box)], place)
        place = box.y + box.height + GAP_Y
    if column:
        shift = sum(box.y - wished[id(box)] for box in column) / len(column)
        for box in column:
            box.y -= shift


def _wish(box: Box) -> float:
    wishes = [
        left.y + port - entry if right is box else right.y + entry - port for left, port, right, entry in box.near
    ]
    return sum(wishes) / len(wishes) if wishes else box.y


def svg(script: Script, words: Mapping[str, str]) -> str:
    """The conversation as an SVG page of its own."""
    boxes = layout(nodes(script, words))
    layers = {box.node.id: box.layer for box in boxes if box.node}
    width = max(box.x for box in boxes) + WIDTH + MARGIN
    height = max(box.y + box.height for box in boxes) + MARGIN
    size = f'viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" height="{height:.0f}"'
    font = 'font-family="system-ui, sans-serif" font-size="13"'
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {font} role="img" aria-label="{escape(script.title)}">',
        f"<title>{escape(script.title)}</title>",
        f'<rect width="{width:.0f}" height="{height:.0f}" fill="#fff"/>',
    ]
    out += _legend(script, words, {box.node.kind for box in boxes if box.node})
    for box in boxes:
        out += [_curve(*way) for way in box.near if way[0] is box]
    for box in boxes:
        if box.node is not None:
            out += _drawn(box, box.node, layers)
    return "\n".join([*out, "</svg>"]) + "\n"


def _legend(script: Script, words: Mapping[str, str], kinds: set[Kind]) -> Iterator[str]:
    yield f'<text x="{MARGIN}" y="26" font-size="18" font-weight="600">{escape(script.title)}</text>'
    x = MARGIN
    for kind, colour in COLOURS.items():
        if kind in kinds:
            label = words[f"graph_{kind}"]
            yield f'<rect x="{x}" y="38" width="12" height="12" rx="3" fill="{colour}"/>'
            yield f'<text x="{x + 17}" y="49">{escape(label)}</text>'
            x += 40 + 8 * len(label)


def _curve(left: Box, port: float, right: Box, entry: float) -> str:
    x, y = left.x + WIDTH, left.y + port
    to_x, to_y = right.x, right.y + entry
    through = "" if right.node is not None else f" L{to_x + WIDTH:.0f} {to_y:.1f}"
    path = f"M{x:.0f} {y:.1f} C{x + 45:.0f} {y:.1f} {to_x - 45:.0f} {to_y:.1f} {to_x:.0f} {to_y:.1f}{through}"
    return f'<path d="{path}" fill="none" stroke="#7a8794" stroke-width="1.5"/>'


def _drawn(box: Box, node: Node, layers: Mapping[str, int]) -> Iterator[str]:
    x, y, colour = box.x, box.y, COLOURS[node.kind]
    frame = f'width="{WIDTH}" height="{box.height:.1f}" rx="8" fill="#fff" stroke="{colour}" stroke-width="1.5"'
    yield f'<g id="{node.id}"><rect x="{x:.0f}" y="{y:.1f}" {frame}/>'
    yield f'<path d="M{x:.0f} {y + HEAD:.1f} v{8 - HEAD} q0 -8 8 -8 h{WIDTH - 16} q8 0 8 8 v{HEAD - 8} z" fill="{colour}"/>'
    yield f'<text x="{x + 10:.0f}" y="{y + 17:.1f}" fill="#fff" font-weight="600">{escape(node.id)}</text>'
    for number, line in enumerate(box.lines):
        yield f'<text x="{x + 10:.0f}" y="{y + HEAD + LINE * (number + 1):.1f}">{escape(line)}</text>'
    for row, (target, labels) in enumerate(node.ways.items()):
        base = y + box.port(row)
        near = 0 < layers[target] - box.layer <= FAR
        room = 38 if near else max(38 - len(target), 12)
        label = shorten(" · ".join(labels), room, placeholder=" …") if labels else ""
        yield f'<path d="M{x:.0f} {base - ROW / 2:.1f} h{WIDTH}" stroke="#dde3e8"/>'
        yield f'<text x="{x + 10:.0f}" y="{base + 4:.1f}" font-size="12" fill="#333">{escape(label)}</text>'
        if near:
            yield f'<circle cx="{x + WIDTH:.0f}" cy="{base:.1f}" r="3.5" fill="{colour}"/>'
        else:
            yield (
                f'<a href="#{target}"><text x="{x + WIDTH - 10:.0f}" y="{base + 4:.1f}" text-anchor="end" font-size="12" '
                f'fill="{COLOURS["question"]}">→ {escape(target)}</text></a>'
            )
    yield "</g>"
