"""The checker counts and judges ways through a conversation without ever listing them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dialogues.check.report import Report, examine
from dialogues.engine import PHRASES

CHOICE = {"a": {"label": "Ja", "say": "Je zegt ja."}, "b": {"label": "Nee", "say": "Je zegt nee."}}


def _report(home: Path, *scripts: Mapping[str, Any]) -> Report:
    folder = home / "nl" / "conversations"
    folder.mkdir(parents=True)
    (home / "nl" / "phrases.yaml").write_text(json.dumps({"phrases": dict.fromkeys(PHRASES, "Goed.")}))
    for script in scripts:
        (folder / f"{script['id']}.yaml").write_text(json.dumps(script, ensure_ascii=False), encoding="utf-8")
    return examine((home,))


def _diamonds(count: int) -> list[dict[str, Any]]:
    """At each of them two ways part and come together again."""
    steps: list[dict[str, Any]] = []
    for n in range(count):
        buttons = {"a": {**CHOICE["a"], "go": f"links_{n}"}, "b": {**CHOICE["b"], "go": f"rechts_{n}"}}
        ask = {"choice": f"keus_{n}", "buttons": buttons, "skip": f"links_{n}"}
        steps += [
            {"id": f"vraag_{n}", "say": "Past dat bij je?", "mi": "question_closed", "ask": ask},
            {"id": f"links_{n}", "go": f"samen_{n}"},
            {"id": f"rechts_{n}", "go": f"samen_{n}"},
            {"id": f"samen_{n}", "say": "Jij kiest.", "mi": "emphasize_autonomy"},
        ]
    return steps


def test_two_to_the_sixtieth_ways_are_counted_exactly(tmp_path: Path) -> None:
    script = {"id": "veel", "title": "Veel wegen", "style": "mi", "steps": _diamonds(60)}
    (row,) = _report(tmp_path, script).conversations
    assert (row.paths, row.turns_min, row.turns_max) == (2**60, 60, 60)


def test_a_loop_is_one_way_more_and_no_more_answers(tmp_path: Path) -> None:
    """Round once to the question that was asked before, or on to the end."""
    ask = {"choice": "nog", "buttons": {"ja": {"label": "Ja", "go": "een"}, "nee": {"label": "Nee"}}}
    script = {"id": "rond", "title": "Rond", "steps": [{"id": "een", "say": "Nog een keer?", "ask": ask}]}
    (row,) = _report(tmp_path, script).conversations
    assert (row.paths, row.turns_min, row.turns_max) == (2, 1, 1)


def test_one_bad_way_among_a_million_is_found(tmp_path: Path) -> None:
    """Only who says no twenty times never hears that the choice is theirs."""
    steps = _diamonds(20)
    for n in range(20):
        steps[4 * n + 1] |= {"say": "Jij kiest.", "mi": "emphasize_autonomy"}
        steps[4 * n + 3] = {"id": f"samen_{n}", "say": "Dan verder."}
    script = {"id": "veel", "title": "Veel wegen", "style": "mi", "steps": steps}
    issues = _report(tmp_path, script).issues
    assert [issue.code for issue in issues] == ["E214"]


def test_a_loop_that_only_asks_is_found_though_every_straight_way_is_fine(tmp_path: Path) -> None:
    def question(name: str, say: str, buttons: Mapping[str, Any], **more: Any) -> dict[str, Any]:
        ask = {"choice": f"antwoord_{name}", "buttons": buttons, "skip": "einde"}
        return {"id": name, "say": say, "mi": "question_closed", "ask": ask, **more}

    plain = {"ja": {"label": "Ja"}, "nee": {"label": "Nee", "go": "einde"}}
    steps = [
        {"id": "begin", "say": "Jij kiest.", "mi": "emphasize_autonomy"},
        question("een", "Past dat bij je?", CHOICE),
        question("twee", "Wil je dat?", CHOICE),
        {**question("drie", "Kan dat?", plain), "say": "Over {{ naam }} en {{ antwoord_een | klein }}. Kan dat?"},
        {
            **question("vier", "Helpt dat?", {"ja": {"label": "Ja", "go": "drie"}, "nee": {"label": "Nee"}}),
            "say": "Over {{ antwoord_een | klein }}. Helpt dat?",
        },
        {"id": "einde", "say": "Je kunt altijd terugkomen.", "end": "open_door"},
    ]
    issues = _report(tmp_path, {"id": "rond", "title": "Rond", "style": "mi", "steps": steps}).issues
    assert "E203" in {issue.code for issue in issues}
    steps[4]["ask"]["buttons"]["ja"].pop("go")
    straight = _report(tmp_path / "recht", {"id": "rond", "title": "Rond", "style": "mi", "steps": steps}).issues
    assert "E203" not in {issue.code for issue in straight}


def test_what_a_called_conversation_says_counts_on_the_way(tmp_path: Path) -> None:
    """The caller asks and passes the answer on; the called script is the one that must take it up."""
    called = {
        "id": "ander",
        "title": "Ander",
        "gives": ["wat"],
        "steps": [
            {
                "id": "terug",
                "say": "{{ wat | reflectie }}\nJij kiest.",
                "mi": ["reflection_simple", "emphasize_autonomy"],
            }
        ],
    }
    steps: list[dict[str, Any]] = [
        {
            "id": "open",
            "say": "Wat wil je?",
            "mi": "question_open",
            "ask": {"text": "wens", "hears": {"boos": ["heeft toch geen zin"]}},
        },
        {"id": "verder", "call": {"script": "ander", "give": {"wat": "wens"}}},
        {"id": "klaar", "end": "done"},
        {
            "id": "boos",
            "say": "{{ wens | reflectie }}\nDat mag je zeggen.",
            "mi": ["reflection_simple", "emphasize_autonomy"],
        },
    ]
    caller = {"id": "vrager", "title": "Vrager", "style": "mi", "steps": steps}
    assert _report(tmp_path / "goed", caller, called).issues == []
    steps[1]["call"] = {"script": "ander", "give": {"wat": "iets anders"}}
    assert {issue.code for issue in _report(tmp_path / "fout", caller, called).issues} == {"E201"}


def test_hundred_conditions_in_a_row_are_no_trouble(tmp_path: Path) -> None:
    """Each may hold or not: two to the ninetieth ways between two questions."""
    steps = [{"id": f"s{n}", "when": f"keus_{n % 7} == 'a'", "do": "iets"} for n in range(90)]
    asks = [{"id": f"v{n}", "say": "Past dat?", "ask": {"choice": f"keus_{n}", "buttons": CHOICE}} for n in range(7)]
    (row,) = _report(tmp_path, {"id": "lang", "title": "Lang", "steps": [*asks, *steps]}).conversations
    assert (row.paths, row.turns_max) == (1, 7)
