"""An author's mistakes are found in one run; what the engine would not run is refused. Single codes: `test_rule_pages`."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogues.check.report import examine
from dialogues.engine import PHRASES, EndlessScript, begin
from dialogues.issue import ContentError, Issue
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


ODD = {
    "empty": "",
    "a list": "[]",
    "a list in itself": "id: p\ntitle: P\nsteps: &a [*a]\n",
    "five hundred lists in each other": "id: p\ntitle: P\nsteps: " + "[" * 500 + "]" * 500,
    "a NUL": 'id: p\ntitle: P\nsteps: [{id: a, say: "a\x00b"}]',
    "a tab": "id: p\ntitle: P\nsteps:\n\t- id: a\n",
    "a number as a key": "1: 2\nid: p\ntitle: P\n",
    "two documents": "id: p\ntitle: P\nsteps: [{id: a, say: Dag.}]\n---\nid: q\n",
    "an object of Python's": "id: p\ntitle: P\nsteps: !!python/object:os.system x\n",
    "an ordered map": "!!omap\n- id: p\n- title: P\n- steps: []\n",
    "half a surrogate": 'id: p\ntitle: P\nsteps: [{id: a, say: "\\ud800"}]\n',
    "a sum": 'id: p\ntitle: P\nsteps: [{id: a, when: "1/0", say: Dag.}]\n',
    "a loop in a text": 'id: p\ntitle: P\nsteps: [{id: a, say: "{% for x in naam %}a{% endfor %}"}]\n',
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_whatever_stands_in_a_file_is_told_as_a_mistake_in_dutch(text: str, tmp_path: Path) -> None:
    issues = _examined(text, tmp_path)
    assert issues
    assert all(issue.code.startswith("E1") and issue.where.file.name == "p.yaml" for issue in issues)
    assert not re.search(r"(?i)\b(?:the|should|invalid|expected|input)\b", " ".join(issue.what for issue in issues))


SOUND = """id: p
title: P
style: mi
reasons: {W213: Dit is een proef.}
steps:
  - id: open
    say: |
      Jij kiest.
      Wat wil je?
    mi: [emphasize_autonomy, question_open]
    ask: {text: wens, buttons: {a: Rust, b: {label: Leren, say: Je wilt leren., go: terug}}, skip: klaar}
  - id: terug
    when: wens == 'a' or wens.typed
    say: "{{ wens | reflectie }} Dat hoorde ik."
    mi: reflection_simple
  - id: klaar
    end: done
"""
PIECES = st.one_of(
    st.sampled_from(
        ["{{", "}}", "{%", "%}", "\t", "\x00", "---", "<<:", "!!set", "null", "true", "5", "say: ", "ask: ", "go: end"]
    ),
    st.sampled_from(list("|:-[]{}'\"*&#?<> \n")),
)


@given(st.lists(st.tuples(st.integers(0, len(SOUND)), st.integers(0, 12), PIECES), min_size=1, max_size=4))
@settings(max_examples=150, deadline=None)
def test_a_file_with_anything_lost_or_slipped_in_never_breaks_the_checker(
    changes: list[tuple[int, int, str]],
) -> None:
    text = SOUND
    for place, gone, piece in changes:
        text = text[:place] + piece + text[place + gone :]
    with tempfile.TemporaryDirectory() as directory:
        for issue in _examined(text, Path(directory)):
            assert issue.what
            assert issue.remedy
            assert "\n" not in issue.what + issue.remedy


def _examined(text: str, home: Path) -> list[Issue]:
    folder = home / "nl" / "conversations"
    folder.mkdir(parents=True)
    (folder / "p.yaml").write_text(text, encoding="utf-8")
    (home / "nl" / "phrases.yaml").write_text(json.dumps({"phrases": dict.fromkeys(PHRASES, "Goed.")}))
    return examine((home,)).issues
