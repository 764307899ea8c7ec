"""A conversation drawn as an SVG that needs no other program: any browser opens it, and a printer can print it.

It reads as a page does. Steps stand in layers from left to right, as far as the longest way from the beginning; after four
layers the next four stand below, so that a screen is wide enough for any conversation. Each way out of a step has a row of
its own. Ways within such a part are drawn; others name the step they lead to and link to it, and that step names where they
come from.
Kinds of steps are told apart by a word and a frame, and by colour.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from textwrap import shorten, wrap

from dialogues.graph import COLOURS, Kind, Node, nodes
from dialogues.model import Script

WIDTH, GAP_X, GAP_Y = 270, 66, 26
HEAD, LINE, ROW, MARGIN, TOP = 40, 17, 21, 24, 84
LEGEND = 1300
"""How wide the line of kinds may grow, so that it fits a screen; the rest stands under it."""
PART = 4
"""Layers beside each other."""
BETWEEN = 70
"""Between one part and the next."""
MOST_LINES = 8
LETTER = 7.3
"""The width of a letter of 12 pixels in a wide typeface (DejaVu Sans); narrower ones leave more room."""

FRAMES: Mapping[Kind, str] = {
    "plan": 'stroke-width="4"',
    "branch": 'stroke-width="1.5" stroke-dasharray="7 4"',
    "call": 'stroke-width="1.5" stroke-dasharray="2 3"',
    "act": 'stroke-width="1.5" stroke-dasharray="2 3"',
}
"""Frames that are not a thin line."""


@dataclass(slots=True)
class Box:
    """A step on the page, or a place where a line passes a layer (without a node)."""

    node: Node | None
    layer: int
    lines: list[str] = field(default_factory=list)
    source: str = ""
    y: float = 0
    near: list[tuple[Box, float, Box, float]] = field(default_factory=list)

    @property
    def part(self) -> int:
        """Which four layers it belongs to."""
        return self.layer // PART

    @property
    def top(self) -> float:
        """How far below the top its words begin."""
        return HEAD + (LINE if self.source else 0)

    @property
    def rows(self) -> float:
        """How far below the top its ways begin."""
        return self.top + LINE * len(self.lines) + 10

    @property
    def height(self) -> float:
        """In pixels."""
        return 8.0 if self.node is None else self.rows + ROW * len(self.node.ways)

    @property
    def x(self) -> float:
        """The left side."""
        return MARGIN + self.layer % PART * (WIDTH + GAP_X)

    def port(self, row: int) -> float:
        """How far below the top a way out begins."""
        return self.height / 2 if self.node is None else self.rows + ROW * (row + 0.5)


def layout(drawn: list[Node], coming: str = "") -> list[Box]:
    """Boxes with their places; none overlaps another. `coming`: the words before the steps that a way not drawn comes from."""
    layers = _layers(drawn)
    boxes = {
        node.id: Box(node, layers[node.id], _lines(node.words), _from(node, drawn, layers, coming)) for node in drawn
    }
    columns: list[list[Box]] = [[] for _ in range(max(layers.values()) + 1)]
    for node in drawn:
        columns[layers[node.id]].append(boxes[node.id])
    for node in drawn:
        for row, target in enumerate(node.ways):
            if near(layers[node.id], layers[target]):
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
    _stack(columns)
    return [box for column in columns for box in column]


def near(here: int, there: int) -> bool:
    """Whether a way between these layers is drawn: onward, and within one part."""
    return here < there and here // PART == there // PART


def _lines(words: str) -> list[str]:
    lines = wrap(words, 35)
    return lines if len(lines) <= MOST_LINES else [*lines[: MOST_LINES - 1], f"{lines[MOST_LINES - 1][:33]} …"]


def _from(node: Node, drawn: list[Node], layers: Mapping[str, int], coming: str) -> str:
    """The steps a way leads from that is not drawn."""
    names = [other.id for other in drawn if node.id in other.ways and not near(layers[other.id], layers[node.id])]
    return shorten(f"{coming}: {', '.join(names)}", int((WIDTH - 20) / LETTER), placeholder=" …") if names else ""


def _stack(columns: list[list[Box]]) -> None:
    """Put the parts below each other, without empty stretches."""
    below = float(TOP)
    for first in range(0, len(columns), PART):
        bottom = None
        for box in sorted((box for column in columns[first : first + PART] for box in column), key=lambda box: box.y):
            if bottom is None:
                up = box.y - below
            elif box.y - up > bottom + GAP_Y:
                up = box.y - bottom - GAP_Y  # nothing stands beside this gap
            box.y -= up
            bottom = max(box.y + box.height, bottom or 0)
        below = (bottom or below) + BETWEEN


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


def svg(script: Script, words: Mapping[str, str], plans: Collection[str] = ()) -> str:
    """The conversation as an SVG page of its own. `plans`: conversations that make a plan when called."""
    drawn = nodes(script, words, plans)
    boxes = layout(drawn, words["graph_from"])
    layers = {box.node.id: box.layer for box in boxes if box.node}
    legend, legend_width = _legend(drawn, words)
    width = max(max(box.x for box in boxes) + WIDTH + MARGIN, legend_width + MARGIN)
    height = max(box.y + box.height for box in boxes) + MARGIN
    size = f'viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" height="{height:.0f}"'
    font = "font-family=\"system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif\" font-size=\"13\""
    title = escape(script.title)
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {font}>',
        f"<title>{title}</title>",
        "<style>a:hover text, a:focus text { text-decoration: underline } g:target > .frame { stroke-width: 6 }</style>",
        f'<rect width="{width:.0f}" height="{height:.0f}" fill="#fff"/>',
        f'<text x="{MARGIN}" y="28" font-size="18" font-weight="600">{title}</text>',
        *legend,
    ]
    for part in range(1, max(box.part for box in boxes) + 1):
        line = min(box.y for box in boxes if box.part == part) - BETWEEN / 2
        out.append(f'<path d="M{MARGIN} {line:.0f} H{width - MARGIN:.0f}" stroke="#c3ccd4" stroke-dasharray="2 6"/>')
    for box in boxes:
        out += [_curve(*way) for way in box.near if way[0] is box]
    for box in boxes:
        if box.node is not None:
            out += _drawn(box, box.node, layers, words)
    return "\n".join([*out, "</svg>"]) + "\n"


def _legend(drawn: list[Node], words: Mapping[str, str]) -> tuple[list[str], float]:
    """The kinds there are, each with its frame, in one line or two; and how wide that is."""
    out, x, y, widest = list[str](), float(MARGIN), 44, 0.0
    kinds = {node.kind for node in drawn} | {"reflection" for node in drawn if node.gives_back}
    for kind, colour in COLOURS.items():
        if kind in kinds:
            label = words[f"graph_{kind}"]
            frame = FRAMES.get(kind, 'stroke-width="1.5"')
            if x + 58 + 8 * len(label) > LEGEND:
                x, y = float(MARGIN), y + 19
            out.append(
                f'<rect x="{x:.0f}" y="{y}" width="22" height="14" rx="4" fill="#fff" stroke="{colour}" {frame}/>'
            )
            if kind == "reflection":
                out.append(f'<rect x="{x + 1:.0f}" y="{y + 1}" width="6" height="12" fill="{colour}"/>')
            else:
                out.append(f'<rect x="{x + 1:.0f}" y="{y + 1}" width="20" height="5" fill="{colour}"/>')
            out.append(f'<text x="{x + 29:.0f}" y="{y + 12}">{escape(label)}</text>')
            x += 58 + 8 * len(label)
            widest = max(widest, x)
    return out, widest


def _curve(left: Box, port: float, right: Box, entry: float) -> str:
    x, y = left.x + WIDTH, left.y + port
    to_x, to_y = right.x, right.y + entry
    through = "" if right.node is not None else f" L{to_x + WIDTH:.0f} {to_y:.1f}"
    path = f"M{x:.0f} {y:.1f} C{x + 40:.0f} {y:.1f} {to_x - 40:.0f} {to_y:.1f} {to_x:.0f} {to_y:.1f}{through}"
    return f'<path d="{path}" fill="none" stroke="#7a8794" stroke-width="1.5"/>'


def _drawn(box: Box, node: Node, layers: Mapping[str, int], words: Mapping[str, str]) -> Iterator[str]:
    x, y, colour = box.x, box.y, COLOURS[node.kind]
    radius = 18 if node.kind == "end" else 8
    size = f'width="{WIDTH}" height="{box.height:.1f}" rx="{radius}"'
    frame = FRAMES.get(node.kind, 'stroke-width="1.5"')
    kind = words[f"graph_{node.kind}"]
    if node.gives_back and node.kind != "reflection":
        kind = f"{words['graph_reflection']} + {kind}"
    yield f'<g id="{node.id}"><rect class="frame" x="{x:.0f}" y="{y:.1f}" {size} fill="#fff" stroke="{colour}" {frame}/>'
    yield f"<title>{escape(node.words)}</title>"
    corners = f"v{radius - HEAD} a{radius} {radius} 0 0 1 {radius} {-radius} h{WIDTH - 2 * radius}"
    corners += f" a{radius} {radius} 0 0 1 {radius} {radius} v{HEAD - radius}"
    yield f'<path d="M{x:.0f} {y + HEAD:.1f} {corners} z" fill="{colour}"/>'
    yield f'<text x="{x + 12:.0f}" y="{y + 17:.1f}" fill="#fff" font-weight="600">{escape(node.id)}</text>'
    yield f'<text x="{x + 12:.0f}" y="{y + 33:.1f}" fill="#fff" font-size="12">{escape(kind)}</text>'
    if node.gives_back:
        bar = box.rows - HEAD
        yield f'<rect x="{x + 1:.0f}" y="{y + HEAD:.1f}" width="6" height="{bar:.1f}" fill="{COLOURS["reflection"]}"/>'
    if box.source:
        yield f'<text x="{x + 12:.0f}" y="{y + HEAD + 14:.1f}" font-size="12" fill="#566270">{escape(box.source)}</text>'
    for number, line in enumerate(box.lines):
        yield f'<text x="{x + 12:.0f}" y="{y + box.top + LINE * (number + 1):.1f}">{escape(line)}</text>'
    for row, (target, labels) in enumerate(node.ways.items()):
        yield from _way(box, row, target, labels, drawn=near(box.layer, layers[target]))
    yield "</g>"


def _way(box: Box, row: int, target: str, labels: list[str], *, drawn: bool) -> Iterator[str]:
    """One row: the words on a way, and where it leads when it is not drawn."""
    x, y = box.x, box.y + box.port(row)
    named = "" if drawn else shorten(f"→ {target}", 26, placeholder="…")
    room = int((WIDTH - 28) / LETTER) - (len(named) + 1 if named else 0)
    whole = " · ".join(labels)
    label = escape(whole if len(whole) <= room else f"{whole[: room - 1].rstrip()}…")
    if len(whole) > room:
        label += f"<title>{escape(whole)}</title>"
    yield f'<path d="M{x:.0f} {y - ROW / 2:.1f} h{WIDTH}" stroke="#dde3e8"/>'
    yield f'<text x="{x + 12:.0f}" y="{y + 4:.1f}" font-size="12" fill="#333">{label}</text>'
    if drawn:
        colour = COLOURS[box.node.kind] if box.node else "#000"
        yield f'<circle cx="{x + WIDTH:.0f}" cy="{y:.1f}" r="3.5" fill="{colour}"/>'
    else:
        yield (
            f'<a href="#{target}"><text x="{x + WIDTH - 12:.0f}" y="{y + 4:.1f}" text-anchor="end" font-size="12" '
            f'fill="{COLOURS["question"]}">{escape(named)}</text></a>'
        )
