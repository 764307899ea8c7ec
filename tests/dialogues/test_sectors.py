"""Words that follow the kind of work: in texts, on buttons, in nudges, in other languages, and the same through a whole talk."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dialogues.bundle import Bundle
from dialogues.check.report import examine
from dialogues.engine import World, advance, begin
from dialogues.events import Typed
from dialogues.library import Library
from dialogues.load import SHIPPED, load
from dialogues.model import SECTORS, Script, SectorWord
from dialogues.stage import Unreadable
from dialogues.transcript import write
from tests.dialogues.shipped import NOW, library, question, reread

OVERLEG = {"overleg": SectorWord(zorg="het teamoverleg", winkel="de dagstart", anders="het overleg")}
STEPS = [
    {
        "id": "a",
        "say": "Zeg je iets in {{ werk.overleg }}?",
        "ask": {"choice": "k", "buttons": {"ja": "In {{ werk.overleg }}", "nee": "Nee"}},
    },
    {"id": "b", "say": "{{ werk.overleg | groot }} begint. En nu?", "ask": {"text": "nu"}},
]


def talk(work: dict[str, SectorWord] = OVERLEG) -> Bundle:
    script = Script.model_validate({"id": "proef", "title": "Proef", "steps": STEPS})
    return Bundle("proef", {"nl": {"proef": script}}, {"nl": work})


def world(sector: str) -> World:
    return World(NOW, library().phrases("nl"), sector=sector)


@pytest.mark.parametrize(
    ("sector", "words"),
    [("zorg", "het teamoverleg"), ("winkel", "de dagstart"), ("groen", "het overleg"), ("", "het overleg")],
)
def test_texts_and_buttons_use_the_words_of_the_sector_or_those_for_others(sector: str, words: str) -> None:
    turn = begin(talk(), world(sector))
    assert question(turn).text == f"Zeg je iets in {words}?"
    assert question(turn).options[0].label == f"In {words}"
    turn = advance(talk(), reread(turn.session), Typed("nee"), world(sector))
    assert question(turn).text == f"{words[0].upper()}{words[1:]} begint. En nu?"


def test_a_running_talk_keeps_its_words_when_the_list_changes() -> None:
    pinned = Bundle.read(talk().source())
    assert pinned.version == talk().version != talk({"overleg": SectorWord(anders="de kring")}).version
    turn = begin(pinned, world("zorg"))
    assert "teamoverleg" in question(turn).text


def test_a_word_no_text_uses_changes_no_conversation() -> None:
    assert talk(OVERLEG | {"dag": SectorWord(anders="dag")}).version == talk().version


def home(tmp_path: Path, po: str = "", nudge: str = "Wat zeg je vandaag in {{ werk.overleg }}?") -> Path:
    (tmp_path / "nl" / "nudges").mkdir(parents=True)
    (tmp_path / "nl" / "conversations").mkdir()
    duw = {"id": "proefduw", "text": nudge, "angle": "samen", "function": "mogelijk maken"}
    (tmp_path / "nl" / "nudges" / "n.yaml").write_text(json.dumps({"nudges": [duw]}))
    script = {"id": "proef", "title": "Proef", "steps": STEPS}
    (tmp_path / "nl" / "conversations" / "proef.yaml").write_text(json.dumps(script))
    if po:
        (tmp_path / "pl").mkdir()
        (tmp_path / "pl" / "texts.po").write_text(po)
    return tmp_path


ENGLISH = """msgctxt "sectors:overleg/zorg"
msgid "het teamoverleg"
msgstr "the team meeting"

msgctxt "proef/a/say"
msgid "Zeg je iets in {{ werk.overleg }}?"
msgstr "Will you speak in {{ werk.overleg }}?"
"""


def test_words_are_translated_one_by_one_and_a_missing_one_is_dutch(tmp_path: Path) -> None:
    content: Library = load((SHIPPED, home(tmp_path, ENGLISH)))
    for sector, said in (("zorg", "the team meeting"), ("winkel", "de dagstart")):
        turn = begin(content.bundle("proef"), world(sector), language="pl")
        assert question(turn).text == f"Will you speak in {said}?"


def test_a_nudge_is_said_in_the_words_of_the_sector(tmp_path: Path) -> None:
    content = load((SHIPPED, home(tmp_path)))
    assert content.nudge("proefduw", "nl", "zorg").text == "Wat zeg je vandaag in het teamoverleg?"
    assert content.nudge("proefduw", "nl").text == "Wat zeg je vandaag in het overleg?"


def test_a_nudge_that_wants_an_answer_is_refused(tmp_path: Path) -> None:
    found = examine((SHIPPED, home(tmp_path, nudge="Dag {{ naam }}.")))
    assert [(issue.code, issue.where.file.name) for issue in found.issues if issue.severity == "error"] == [
        ("E131", "n.yaml")
    ]


def test_the_checker_reads_a_text_as_every_sector_reads_it(tmp_path: Path) -> None:
    """A word that only one sector gets is looked at like any other, once."""
    own = home(tmp_path)
    words: dict[str, Any] = {"sectors": {"overleg": {"groen": "het kwakzwamberaad", "anders": "het overleg"}}}
    (own / "nl" / "sectors.yaml").write_text(json.dumps(words))
    told = [issue for issue in examine((SHIPPED, own)).issues if "kwakzwamberaad" in issue.what]
    assert told
    assert len(told) == len({(issue.where, issue.code) for issue in told})


def test_the_shipped_words_have_something_for_everybody() -> None:
    for name, word in library().sectors("nl").items():
        for sector in ("", *SECTORS):
            assert word.of(sector).strip(), name


def test_a_transcript_says_in_which_sector_somebody_works(tmp_path: Path) -> None:
    content = load((SHIPPED, home(tmp_path)))
    assert "in de dagstart?" in write("script: proef\nsector: winkel\n\n", content)
    with pytest.raises(Unreadable, match="kies uit: zorg"):
        write("script: proef\nsector: bouw\n\n", content)
