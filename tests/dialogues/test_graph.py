"""The picture of a conversation shows every step and every way, apart from one another, in the author's language."""

from __future__ import annotations

import re
from itertools import combinations
from xml.etree import ElementTree

import pytest

from dialogues.drawing import FRAMES, PART, WIDTH, layout, near, svg
from dialogues.graph import COLOURS, GRAPH_PHRASES, mermaid, nodes
from dialogues.model import Script
from tests.dialogues.shipped import library

WORDS = library().phrases("nl")
SCRIPTS = sorted(library().scripts["nl"].values(), key=lambda script: script.id)
SVG = "{http://www.w3.org/2000/svg}"
SCREEN = 1366
"""The width of a small laptop, in pixels."""


def big(steps: int = 80) -> Script:
    """A conversation with as many steps, ways back and long ways included."""
    made = [
        {
            "id": f"s{number}",
            "say": "Waarheen?",
            "ask": {
                "choice": "keuze",
                "buttons": {
                    "v": {"label": "Verder", "go": f"s{min(steps - 1, number * 2 + 1)}"},
                    "t": {"label": "Terug", "go": f"s{number // 3}"},
                },
                "skip": "end",
            },
        }
        for number in range(steps)
    ]
    return Script.model_validate({"id": "groot", "title": "Groot", "steps": made})


DRAWN = [*SCRIPTS, big()]


def test_the_words_of_a_picture_are_among_the_phrases() -> None:
    assert set(WORDS) >= GRAPH_PHRASES


@pytest.mark.parametrize("script", DRAWN, ids=lambda script: script.id)
def test_every_step_and_every_way_is_drawn(script: Script) -> None:
    """A way that is not drawn names and links the step it leads to, and that step says where it comes from."""
    page = ElementTree.fromstring(svg(script, WORDS))
    drawn = {group.get("id"): group for group in page.iter(f"{SVG}g")}
    found = nodes(script, WORDS)
    layers = {box.node.id: box.layer for box in layout(found) if box.node}
    assert set(drawn) == {node.id for node in found}
    for node in found:
        named = {str(link.get("href")).removeprefix("#") for link in drawn[node.id].iter(f"{SVG}a")}
        dots = list(drawn[node.id].iter(f"{SVG}circle"))
        assert len(named) + len(dots) == len(node.ways)
        assert named == {target for target in node.ways if not near(layers[node.id], layers[target])}
        for target in named:
            text = " ".join(str(each.text) for each in drawn[target].iter(f"{SVG}text"))
            assert f"{WORDS['graph_from']}: " in text


@pytest.mark.parametrize("script", DRAWN, ids=lambda script: script.id)
def test_no_box_lies_over_another_and_a_screen_is_wide_enough(script: Script) -> None:
    """And no screen is empty: where nothing stands, nothing is left open."""
    boxes = layout(nodes(script, WORDS), WORDS["graph_from"])
    for one, other in combinations([box for box in boxes if box.node], 2):
        apart = abs(one.x - other.x) >= WIDTH or one.y + one.height <= other.y or other.y + other.height <= one.y
        assert apart, f"{one.node} over {other.node}"
    assert min(box.y for box in boxes) > 60
    page = ElementTree.fromstring(svg(script, WORDS))
    assert max(box.y + box.height for box in boxes) < float(page.get("height") or 0)
    assert float(page.get("width") or 0) <= SCREEN
    bottom = 0.0
    for box in sorted(boxes, key=lambda box: box.y):
        assert box.y - bottom < 100
        bottom = max(bottom, box.y + box.height)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.id)
def test_mermaid_names_every_step_and_way(script: Script) -> None:
    lines = mermaid(script, WORDS).splitlines()
    assert lines[0] == "flowchart LR"
    for node in nodes(script, WORDS):
        assert sum(bool(re.match(rf"  s_{node.id}\W.*:::", line)) for line in lines) == 1
        for target in node.ways:
            assert any(line.startswith(f"  s_{node.id} -->") and line.endswith(f" s_{target}") for line in lines)


def test_steps_of_different_kinds_are_told_apart_also_without_colour() -> None:
    """By a word in the box; plans, crossings and other conversations by their frame too."""
    steps = [
        {"id": "question", "say": "Wat?", "ask": {"text": "wat"}},
        {"id": "reflection", "say": "{{ wat | reflectie }}", "mi": "reflection_simple"},
        {"id": "say", "say": "Dag."},
        {"id": "branch", "branch": [{"when": "wat", "go": "plan"}, {"go": "end"}]},
        {"id": "plan", "plan": {"cue": "wat", "action": "wat"}},
        {"id": "story", "say": "Zal ik?", "offer": {"what": "story", "yes": "Ja", "no": "Nee"}},
        {"id": "offering", "say": "Zal ik?", "offer": {"what": "offering", "yes": "Ja", "no": "Nee"}},
        {"id": "keep", "note": {"section": "verhaal", "lines": {"wat": "Wat"}}},
        {"id": "call", "call": "wat_wil_je"},
        {"id": "act", "do": "iets"},
    ]
    script = Script.model_validate({"id": "proef", "title": "Proef", "steps": steps})
    drawn = nodes(script, WORDS)
    assert all(node.kind == node.id for node in drawn)
    assert len(set(COLOURS.values())) == len(COLOURS) == len(drawn)
    page = ElementTree.fromstring(svg(script, WORDS))
    words = {
        str(group.get("id")): [str(text.text) for text in group.iter(f"{SVG}text")][1] for group in page.iter(f"{SVG}g")
    }
    assert words == {kind: WORDS[f"graph_{kind}"] for kind in COLOURS}
    assert {"plan", "branch", "call"} <= set(FRAMES)


def test_a_step_can_give_back_and_ask_and_calling_for_a_plan_is_a_plan() -> None:
    steps = [
        {"id": "een", "say": "{{ wat | reflectie }}\nEn nu?", "mi": ["reflection_simple"], "ask": {"text": "wat"}},
        {"id": "twee", "call": "als_dan_plan"},
        {"id": "drie", "call": "iets_anders"},
    ]
    script = Script.model_validate({"id": "proef", "title": "Proef", "gives": ["wat"], "steps": steps})
    drawn = nodes(script, WORDS, plans=["als_dan_plan"])
    assert [(node.kind, node.gives_back) for node in drawn[:3]] == [
        ("question", True),
        ("plan", False),
        ("call", False),
    ]
    page = svg(script, WORDS, plans=["als_dan_plan"])
    assert "geeft terug + vraag" in page


@pytest.mark.parametrize(
    ("say", "shown"),
    [
        ("{{ wat | reflectie }}\nEn nu?", "‹wat› En nu?"),
        ("{{ (wat.typed or hoe.typed) | reflectie }} En nu?", "‹wat› En nu?"),
        ("{% if wat %}**Fijn**.{% endif %} {# let op #}En nu?", "Fijn. En nu?"),
    ],
)
def test_answers_in_the_words_are_shown_by_their_names(say: str, shown: str) -> None:
    steps = [{"id": "een", "say": say, "ask": {"text": "wat"}}]
    script = Script.model_validate({"id": "proef", "title": "Proef", "gives": ["hoe"], "steps": steps})
    assert " ".join(nodes(script, WORDS)[0].words.split()) == shown


def test_what_authors_write_is_no_markup_in_the_picture() -> None:
    steps = [{"id": "een", "say": '<script> & "quotes" {{ naam }}?', "ask": {"text": "wat"}}]
    script = Script.model_validate({"id": "proef", "title": "<b>", "steps": steps})
    assert "<script>" not in svg(script, WORDS)
    ElementTree.fromstring(svg(script, WORDS))
    assert "#lt;script#gt; & #quot;quotes#quot; ‹naam›?" in mermaid(script, WORDS)


def test_a_long_text_is_shortened_and_says_so() -> None:
    steps = [{"id": "een", "say": "Nog een zin. " * 60 + "Wat?", "ask": {"text": "wat"}}]
    box = layout(nodes(Script.model_validate({"id": "proef", "title": "Proef", "steps": steps}), WORDS))[0]
    assert box.lines[-1].endswith(" …")


def test_a_picture_needs_nothing_from_elsewhere() -> None:
    """No address but the name of the format, no script: it opens without network, and cannot do anything."""
    page = svg(big(), WORDS)
    assert re.findall(r"https?://[^\"' ]+", page) == ["http://www.w3.org/2000/svg"]
    assert "<script" not in page
    assert PART * WIDTH < SCREEN
