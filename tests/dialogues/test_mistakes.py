"""An author's mistakes are found in one run; what the engine would not run is refused. Single codes: `test_rule_pages`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from dialogues.engine import EndlessScript, begin
from dialogues.issue import ContentError
from dialogues.load import SHIPPED, load
from tests.dialogues.shipped import bundle, checked, library, world

BROKEN = (
    "id: een\ntitle: Een\nsteps: [{id: a, zeg: Dag}]\n",
    "id: twee\ntitle: Twee\nsteps: [{id: a, say: Dag, go: nergens}]\n",
    "id: drie\ntitle: Drie: dit gaat mis\n",
)


def test_all_mistakes_of_all_files_are_found_at_once(tmp_path: Path) -> None:
    """A file that cannot be read hides nothing of the others, and a directory that is not there is one mistake among them."""
    folder = tmp_path / "nl" / "conversations"
    folder.mkdir(parents=True)
    for text in BROKEN:
        (folder / f"{text[4:].split()[0]}.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load((SHIPPED, tmp_path, tmp_path / "nergens"))
    found = {(issue.where.file.name, issue.code) for issue in caught.value.issues}
    assert found == {
        ("een.yaml", "E110"),
        ("twee.yaml", "E121"),
        ("drie.yaml", "E103"),
        ("nergens", "E100"),
    }


def test_a_later_directory_lays_its_script_over_an_earlier_one(tmp_path: Path) -> None:
    folder = tmp_path / "nl" / "conversations"
    folder.mkdir(parents=True)
    (folder / "hoe_gaat_het.yaml").write_text("id: hoe_gaat_het\ntitle: Anders\nsteps: [{id: een, say: Dag}]\n")
    assert load((SHIPPED, tmp_path)).scripts["nl"]["hoe_gaat_het"].title == "Anders"
    assert set(load((SHIPPED, tmp_path)).scripts["nl"]) == set(library().scripts["nl"])


def test_yaml_is_version_1_2_so_no_and_times_stay_words() -> None:
    steps = [{"id": "een", "say": "Wat?", "ask": {"choice": "wat", "buttons": {"no": "nee", "y": "22:00"}}}]
    buttons = checked([{"id": "proef", "title": "Proef", "steps": steps}]).scripts["nl"]["proef"].steps[0].ask
    assert buttons is not None
    assert list(buttons.buttons) == ["no", "y"]


@pytest.mark.parametrize("count", [98, 99, 100, 200])
def test_the_checker_refuses_exactly_what_the_engine_would_not_run(count: int) -> None:
    """A turn takes 100 steps; the question at their end is one of them."""
    steps: list[Mapping[str, Any]] = [{"id": f"s{number}", "when": "plannen", "say": "Dag"} for number in range(count)]
    steps.append({"id": "vraag", "say": "Wat?", "ask": {"text": "wat"}})
    script = {"id": "proef", "title": "Proef", "steps": steps}
    if count <= 99:
        assert begin(bundle(*steps), world(plans=1)).session.prompt == 1
        assert checked([script])
    else:
        with pytest.raises(EndlessScript):
            begin(bundle(*steps), world(plans=1))
        with pytest.raises(ContentError, match="E125"):
            checked([script])


def test_a_circle_through_a_conversation_that_asks_nothing_is_found() -> None:
    silent = {"id": "stil", "title": "Stil", "steps": [{"id": "een", "say": "Dag"}]}
    asking = {"id": "vraagt", "title": "Vraagt", "steps": [{"id": "een", "say": "Wat?", "ask": {"text": "wat"}}]}
    steps = [{"id": "een", "call": "stil"}, {"id": "twee", "say": "Weer", "go": "een"}]
    with pytest.raises(ContentError, match="E123"):
        checked([{"id": "proef", "title": "Proef", "steps": steps}, silent])
    assert checked([{"id": "proef", "title": "Proef", "steps": [{"id": "een", "call": "vraagt"}, steps[1]]}, asking])


def test_an_end_that_may_be_passed_over_is_no_way_out_of_a_circle() -> None:
    """Found by the property test: an end with a condition leads on when the condition does not hold."""
    steps = [{"id": "een", "when": "plannen", "end": "done"}, {"id": "twee", "say": "Dag", "go": "een"}]
    with pytest.raises(ContentError, match="E123"):
        checked([{"id": "proef", "title": "Proef", "steps": steps}])
