"""An author's mistakes: each has its file, line, column and code, and all of them are found in one run."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from dialogues.engine import EndlessScript, begin
from dialogues.issue import ContentError, Issue
from dialogues.load import SHIPPED, load
from tests.dialogues.shipped import bundle, checked, library, world

BAD = Path(__file__).parent / "bad"
NOT_IN_A_FILE = {"E100"}
HEAD = re.compile(r"^# fout: (\d+):(\d+) (E\d+)$", re.MULTILINE)


def _found(*directories: Path) -> list[Issue]:
    with pytest.raises(ContentError) as caught:
        load(directories, acts=["iets"])
    return caught.value.issues


def _expected() -> set[tuple[str, int, int, str]]:
    wanted = {("nl/conversations/e101.yaml", 1, 1, "E101")}
    for file in BAD.rglob("*.yaml"):
        if file.is_file():
            for line, column, code in HEAD.findall(file.read_text(encoding="utf-8", errors="replace")):
                wanted.add((file.relative_to(BAD).as_posix(), int(line), int(column), code))
    return wanted


def test_all_mistakes_of_all_files_are_found_at_once_each_in_its_place() -> None:
    issues = _found(BAD)
    found = {(i.where.file.relative_to(BAD).as_posix(), i.where.line, i.where.column, i.code) for i in issues}
    assert found == _expected()


def test_every_code_the_checker_knows_has_a_bad_file() -> None:
    sources = [*(SHIPPED.parent / "check").glob("*.py"), *SHIPPED.parent.glob("*.py")]
    known = {code for file in sources for code in re.findall(r'"([EW]\d{3})"', file.read_text(encoding="utf-8"))}
    assert {code for *_, code in _expected()} | NOT_IN_A_FILE == known


def test_every_mistake_says_what_and_how_to_mend_it_in_one_line() -> None:
    for issue in _found(BAD):
        assert issue.what
        assert issue.remedy
        assert "\n" not in issue.what + issue.remedy
        assert str(issue).startswith(f"{issue.where.file}:{issue.where.line}:{issue.where.column}: {issue.code} ")


def test_a_directory_that_is_not_there_is_a_mistake_among_the_others() -> None:
    issues = _found(BAD, BAD / "nergens")
    assert [issue.code for issue in issues if issue.where.file == BAD / "nergens"] == ["E100"]
    assert len(issues) > len(_expected()) - 5


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
