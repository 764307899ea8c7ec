"""The picture of a conversation shows every step and every way, apart from one another, in the author's language."""

from __future__ import annotations

import re
from itertools import combinations
from xml.etree import ElementTree

import pytest

from dialogues.graph import COLOURS, GRAPH_PHRASES, WIDTH, layout, mermaid, nodes, svg
from dialogues.model import Script
from tests.dialogues.shipped import library

WORDS = library().phrases("nl")
SCRIPTS = sorted(library().scripts["nl"].values(), key=lambda script: script.id)
SVG = "{http://www.w3.org/2000/svg}"


def test_the_words_of_a_picture_are_among_the_phrases() -> None:
    assert set(WORDS) >= GRAPH_PHRASES


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.id)
def test_every_step_and_every_way_is_drawn(script: Script) -> None:
    page = ElementTree.fromstring(svg(script, WORDS))
    drawn = {group.get("id"): group for group in page.iter(f"{SVG}g")}
    found = nodes(script, WORDS)
    assert set(drawn) == {node.id for node in found}
    for node in found:
        named = [link.get("href") for link in drawn[node.id].iter(f"{SVG}a")]
        dots = list(drawn[node.id].iter(f"{SVG}circle"))
        assert len(named) + len(dots) == len(node.ways)
        assert {str(link).removeprefix("#") for link in named} <= set(node.ways)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.id)
def test_no_box_lies_over_another_or_outside_the_page(script: Script) -> None:
    boxes = layout(nodes(script, WORDS))
    for one, other in combinations([box for box in boxes if box.node], 2):
        apart = abs(one.x - other.x) >= WIDTH or one.y + one.height <= other.y or other.y + other.height <= one.y
        assert apart, f"{one.node} over {other.node}"
    assert min(box.y for box in boxes) > 50
    page = ElementTree.fromstring(svg(script, WORDS))
    assert max(box.y + box.height for box in boxes) < float(page.get("height") or 0)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.id)
def test_mermaid_names_every_step_and_way(script: Script) -> None:
    lines = mermaid(script, WORDS).splitlines()
    assert lines[0] == "flowchart LR"
    for node in nodes(script, WORDS):
        assert sum(bool(re.match(rf"  s_{node.id}\W.*:::", line)) for line in lines) == 1
        for target in node.ways:
            assert any(line.startswith(f"  s_{node.id} -->") and line.endswith(f" s_{target}") for line in lines)


def test_steps_of_different_kinds_are_told_apart() -> None:
    steps = [
        {"id": "question", "say": "Wat?", "ask": {"text": "wat"}},
        {"id": "reflection", "say": "{{ wat | reflectie }}", "mi": "reflection_simple"},
        {"id": "say", "say": "Dag."},
        {"id": "branch", "branch": [{"when": "wat", "go": "plan"}, {"go": "end"}]},
        {"id": "plan", "plan": {"cue": "wat", "action": "wat"}},
        {"id": "story", "say": "Zal ik?", "offer": {"what": "story", "yes": "Ja", "no": "Nee"}},
        {"id": "call", "call": "wat_wil_je"},
        {"id": "act", "do": "iets"},
    ]
    drawn = nodes(Script.model_validate({"id": "proef", "title": "Proef", "steps": steps}), WORDS)
    assert all(node.kind == node.id for node in drawn)
    assert len(set(COLOURS.values())) == len(COLOURS) == len(drawn)


def test_what_authors_write_is_no_markup_in_the_picture() -> None:
    steps = [{"id": "een", "say": '<script> & "quotes" {{ naam }}?', "ask": {"text": "wat"}}]
    script = Script.model_validate({"id": "proef", "title": "<b>", "steps": steps})
    assert "<script>" not in svg(script, WORDS)
    ElementTree.fromstring(svg(script, WORDS))
    assert "#lt;script#gt; & #quot;quotes#quot; ‹naam›?" in mermaid(script, WORDS)


def test_eighty_steps_with_ways_back_are_drawn() -> None:
    steps = [
        {
            "id": f"s{number}",
            "say": "Waarheen?",
            "ask": {
                "choice": "keuze",
                "buttons": {
                    "v": {"label": "Verder", "go": f"s{min(79, number * 2 + 1)}"},
                    "t": {"label": "Terug", "go": f"s{number // 3}"},
                },
                "skip": "end",
            },
        }
        for number in range(80)
    ]
    script = Script.model_validate({"id": "groot", "title": "Groot", "steps": steps})
    page = ElementTree.fromstring(svg(script, WORDS))
    assert len(list(page.iter(f"{SVG}g"))) == 81
    boxes = [box for box in layout(nodes(script, WORDS)) if box.node]
    assert all(a.x != b.x or a.y + a.height <= b.y or b.y + b.height <= a.y for a, b in combinations(boxes, 2))
