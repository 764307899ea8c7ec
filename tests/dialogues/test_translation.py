"""A translation holds texts by stable ids: a running talk is the same conversation in other words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dialogues.bundle import Bundle
from dialogues.engine import World, advance, begin
from dialogues.events import Pressed, Typed
from dialogues.issue import ContentError
from dialogues.library import Library
from dialogues.load import SHIPPED, load
from tests.dialogues.shipped import question, reread, world

BASE = {
    "id": "proef",
    "title": "Proef",
    "steps": [
        {
            "id": "kies",
            "say": "Kies.",
            "instead": [{"when": "plannen", "say": "Kies weer."}],
            "ask": {"choice": "k", "buttons": {"a": {"label": "Aap", "say": "Een aap."}, "b": "Beer"}},
        },
        {
            "id": "r",
            "say": "Hoe?",
            "ruler": {
                "score": "z",
                "why": "Waarom?",
                "reason": "w",
                "words": {10: "Tien!"},
                "low": {"upto": 3, "go": "uit"},
            },
        },
        {"id": "v", "say": "Verhaal?", "offer": {"what": "story", "yes": "Ja", "no": "Nee"}},
        {"id": "uit", "say": "Dag.", "end": "done"},
    ],
}


def _load(tmp_path: Path, steps: dict[str, Any], **more: Any) -> Library:
    for language, data in (("nl", BASE), ("en", {"id": "proef", "steps": steps, **more})):
        folder = tmp_path / language / "conversations"
        folder.mkdir(parents=True)
        (folder / "proef.yaml").write_text(json.dumps(data), encoding="utf-8")
    return load((SHIPPED, tmp_path))


def test_texts_are_replaced_and_what_is_not_translated_stays(tmp_path: Path) -> None:
    steps = {
        "kies": {
            "say": "Choose.",
            "instead": ["Choose again."],
            "buttons": {"b": "Bear"},
            "replies": {"a": "A monkey."},
        },
        "r": {"say": "How?", "words": {10: "Ten!"}},
        "v": {"say": "A story?", "yes": "Yes"},
    }
    library = _load(tmp_path, steps, title="Trial")
    bundle = Bundle.read(library.bundle("proef").source())
    assert bundle.languages == ("nl", "en")
    around: World = world(stories=("een",))
    turn = begin(bundle, around, language="en")
    assert question(turn).text == "Choose."
    assert [option.label for option in question(turn).options] == ["Aap", "Bear"]
    turn = advance(bundle, reread(turn.session), Pressed(1, "a"), around)
    assert question(turn).text == "A monkey.\nHow?"
    turn = advance(bundle, reread(turn.session), Typed("10"), around)
    assert question(turn).text == "Ten!"
    turn = advance(bundle, reread(turn.session), Typed("zo is het"), around)
    assert (question(turn).text, [option.label for option in question(turn).options]) == ("A story?", ["Yes", "Nee"])
    assert library.scripts["en"]["proef"].title == "Trial"
    assert library.bundle("wat_wil_je").languages == ("nl",)


@pytest.mark.parametrize(
    ("steps", "codes"),
    [
        ({"nergens": {"say": "x"}}, {"E172"}),
        ({"kies": {"buttons": {"c": "x"}, "replies": {"d": "x"}, "other": "x", "instead": ["x", "y"]}}, {"E173"}),
        ({"r": {"words": {7: "Seven"}, "higher": "x"}, "uit": {"why": "x"}}, {"E173"}),
        ({"kies": {"say": "{{ unknown }}?"}}, {"E131"}),
        ({"kies": {"say": "Choose {{"}}, {"E130"}),
        ({"kies": {"say": ["a", "b", "c", "d"]}}, {"E114"}),
        ({"kies": {"zeg": "x"}}, {"E110"}),
    ],
)
def test_what_does_not_fit_the_base_is_a_mistake(tmp_path: Path, steps: dict[str, Any], codes: set[str]) -> None:
    with pytest.raises(ContentError) as caught:
        _load(tmp_path, steps)
    assert {issue.code for issue in caught.value.issues} == codes
    assert all(issue.where.file == tmp_path / "en" / "conversations" / "proef.yaml" for issue in caught.value.issues)
