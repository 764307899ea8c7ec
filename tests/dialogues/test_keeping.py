"""What a talk keeps and offers besides plans and stories: notes, scores, offerings, and the one voluntary question."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dialogues.check.report import examine
from dialogues.effects import KeepNote, KeepScan, OfferOfferings
from dialogues.engine import advance
from dialogues.events import Event, Pressed, Said, Typed
from dialogues.load import SHIPPED, load
from dialogues.reading import DONE
from dialogues.stage import Unreadable
from dialogues.texts import Content
from dialogues.transcript import run, write
from tests.dialogues.shipped import bundle, checked, library, question, reread, says, world
from tests.dialogues.test_engine import play

DAG = {"id": "vraag", "say": "Wat was goed?", "ask": {"text": "dag"}}
WIE = {"id": "wie", "say": "Met wie?", "ask": {"several": "met", "buttons": {"a": "Collega", "b": "Klant"}}}
CIJFER = {"id": "c", "say": "Hoeveel?", "ask": {"scale": "score"}}
BEWAAR = {
    "id": "bewaar",
    "say": "Ik bewaar dit.",
    "note": {
        "section": "belangrijk",
        "title": "Goed",
        "lines": {"dag": "Een goede dag", "met": "Met", "score": "Cijfer"},
    },
}
SLOT = {"id": "slot", "say": "En nu?", "ask": {"text": "nu"}}


def test_a_note_holds_words_labels_and_numbers_and_leaves_out_what_was_not_said() -> None:
    turns = play(
        bundle(DAG, WIE, CIJFER, BEWAAR, SLOT),
        Typed("rustig\nen samen"),
        Pressed(2, "a"),
        Pressed(2, "b"),
        Pressed(2, DONE),
        Typed("7"),
    )
    said, kept, _ = turns[-1].effects
    assert isinstance(kept, KeepNote)
    assert "Ik bewaar dit." in str(said)
    assert kept == KeepNote(
        "belangrijk", "Goed", (("Een goede dag", "rustig\nen samen"), ("Met", "Collega, Klant"), ("Cijfer", "7"))
    )
    turns = play(bundle(DAG, WIE, CIJFER, BEWAAR, SLOT), Said("skip"), Said("skip"), Typed("7"))
    assert [e.lines for e in turns[-1].effects if isinstance(e, KeepNote)] == [(("Cijfer", "7"),)]


def test_a_note_without_any_answer_is_not_kept_and_not_spoken_of() -> None:
    turns = play(bundle(DAG, BEWAAR | {"go": "slot"}, {"id": "tussen", "say": "Tussen."}, SLOT), Said("skip"))
    assert [say.text for say in says(turns[-1])] == ["En nu?"]
    assert not any(isinstance(effect, KeepNote) for effect in turns[-1].effects)


GOED = {
    "id": "goed",
    "say": "Wat gaat goed?",
    "ask": {"text": "goed", "buttons": {"weet_niet": "Weet ik nog niet"}, "hears": {"kwijt": ["geen idee"]}},
}
KWIJT = {
    "id": "kwijt",
    "say": "Wat wil je kwijt?",
    "ask": {"choice": "kwijt", "buttons": {"x": "X"}, "other": "Anders…"},
}
BLAD = {
    "id": "blad",
    "say": "Je blad.{% if goed.known %}\nGoed: {{ goed | zin }}{% endif %}\n"
    "{% if kwijt.known %}Kwijt: {{ kwijt | zin }}{% endif %}",
    "note": {"section": "gesprek", "lines": {"goed": "Goed", "kwijt": "Kwijt"}},
}


@pytest.mark.parametrize("said", [Pressed(1, "weet_niet"), Typed("weet ik nog niet"), Typed("geen idee"), Said("skip")])
def test_not_knowing_is_neither_kept_nor_summed_up_however_it_is_said(said: Event) -> None:
    turns = play(bundle(GOED, KWIJT, BLAD, SLOT), said, Typed("de drukte"))
    assert [effect.lines for effect in turns[-1].effects if isinstance(effect, KeepNote)] == [(("Kwijt", "de drukte"),)]
    assert says(turns[-1])[0].text == "Je blad.\nKwijt: De drukte."
    turns = play(bundle(GOED, KWIJT, BLAD, SLOT), said, Pressed(2, "other"), Typed("ik weet het niet"))
    assert not any(isinstance(effect, KeepNote) for effect in turns[-1].effects)
    assert [say.text for say in says(turns[-1])] == ["En nu?"]


def test_who_does_not_know_and_still_says_something_is_kept() -> None:
    turns = play(bundle(GOED, BLAD, SLOT, {**KWIJT, "when": "nu"}), Typed("weet ik niet, misschien de sfeer"))
    assert "de sfeer" in str([effect.lines for effect in turns[-1].effects if isinstance(effect, KeepNote)])


def test_a_scan_keeps_the_floors_in_their_order_and_nothing_without_a_score() -> None:
    ander = {"id": "d", "say": "En dit?", "ask": {"scale": "ander"}}
    scan = {"id": "plaatje", "scan": {"floors": {"ander": "Wat je wilt", "score": "Leren"}}}
    turns = play(bundle(CIJFER, ander, scan, SLOT), Typed("7"), Said("skip"))
    assert turns[-1].effects[0] == KeepScan((("ander", "Wat je wilt", None), ("score", "Leren", 7)))
    turns = play(bundle(CIJFER, ander, scan, SLOT), Said("skip"), Said("skip"))
    assert [say.text for say in says(turns[-1])] == ["En nu?"]
    assert len(turns[-1].effects) == 1


def test_nobody_goes_back_across_what_was_kept() -> None:
    turns = play(bundle(DAG, BEWAAR, SLOT), Typed("rust"), Said("terug"))
    assert question(turns[-1]).text.endswith("En nu?")
    assert turns[-1].session.frames[-1].step == "slot"


AANBOD = {"id": "aanbod", "say": "Zal ik iets noemen?", "offer": {"what": "offering", "yes": "Ja", "no": "Nee"}}


def test_offerings_are_offered_at_most_three_and_only_when_one_fits() -> None:
    turns = play(bundle(AANBOD, SLOT), Pressed(1, "ja"), offerings=("a", "b", "c", "d"))
    assert turns[1].effects[0] == OfferOfferings(("a", "b", "c"))
    turns = play(bundle(AANBOD, SLOT), Pressed(1, "nee"), offerings=("a",))
    assert not any(isinstance(effect, OfferOfferings) for effect in turns[1].effects)
    assert question(play(bundle(AANBOD, SLOT), stories=("verhaal",))[0]).text == "En nu?"


def test_an_offering_that_went_meanwhile_is_told_kindly() -> None:
    conversation = bundle(AANBOD, SLOT)
    first = play(conversation, offerings=("a",))[0]
    after = advance(conversation, reread(first.session), Pressed(1, "ja"), world())
    assert question(after).text.startswith(library().phrases("nl")["no_offering"])


def test_a_conversation_says_what_it_may_need_and_for_which_theme() -> None:
    verhaal = {"id": "v", "say": "Verhaal?", "offer": {"what": "story", "yes": "Ja", "no": "Nee"}}
    assert bundle(SLOT).offers == frozenset()
    both = bundle(AANBOD | {"offer": AANBOD["offer"] | {"theme": "rooster"}}, verhaal)  # type: ignore[operator]
    assert both.offers == {"story", "offering"}
    assert (both.theme_of("offering"), both.theme_of("story")) == ("rooster", None)


def test_the_voluntary_question_knows_whether_it_was_asked() -> None:
    vraag = {"id": "na", "when": "not al_gevraagd", "say": "Was dit je tijd waard?", "ask": {"text": "waard"}}
    assert question(play(bundle(vraag, SLOT))[0]).text == "Was dit je tijd waard?"
    assert question(play(bundle(vraag, SLOT), asked_after=True)[0]).text == "En nu?"


def test_words_between_quotes_are_given_as_they_are() -> None:
    doe = {"id": "doe", "do": {"act": "gekozen", "give": {"thema": "'werk-privé'", "knop": "dag"}}}
    act = play(bundle(DAG, doe, SLOT), Typed("durven"))[-1].effects[0]
    assert {name: answer.text for name, answer in act.given.items()} == {"thema": "werk-privé", "knop": "durven"}  # type: ignore[union-attr]


HEAD = "script: proef\nnow: 2026-11-23 10:00\n"


def proef(*steps: Any) -> Any:
    return checked([{"id": "proef", "title": "Proef", "steps": list(steps)}])


def test_a_transcript_shows_what_is_kept_and_offered() -> None:
    content = proef(DAG, WIE, CIJFER, BEWAAR, {"id": "s", "scan": {"floors": {"score": "Leren"}}}, AANBOD)
    written = write(
        f"{HEAD}offerings: ruilen cursus\nasked_after: yes\n\n> rust\n\n/overslaan\n\n> 7\n\n[Ja]\n", content
    )
    assert "* bewaart: belangrijk “Goed”: Een goede dag: rust; Cijfer: 7\n* scan: Leren 7" in written
    assert "* aanbod: ruilen cursus" in written
    assert run(written, content) is None


def test_a_header_that_says_neither_yes_nor_no_is_told() -> None:
    with pytest.raises(Unreadable, match="asked_after: yes"):
        write(f"{HEAD}asked_after: misschien\n\n", proef(SLOT))


AANBIEDING = """offerings:
  - id: ruilen
    title: Een dienst ruilen
    text: Je kunt zelf een dienst ruilen.
    how: Vraag het aan de planner, op maandag.
    theme: rooster
    function: mogelijk maken
    sectors: [zorg, winkel]
    until: 2027-06-30
"""


def shelf(home: Path, text: str) -> Path:
    folder = home / "nl" / "offerings"
    folder.mkdir(parents=True)
    (folder / "aanbod.yaml").write_text(text, encoding="utf-8")
    return home


def test_offerings_are_read_from_their_folder_and_translated_by_their_id(tmp_path: Path) -> None:
    shelf(tmp_path, AANBIEDING)
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "texts.po").write_text(
        'msgctxt "offerings:ruilen/how"\nmsgid "Vraag het aan de planner, op maandag."\nmsgstr "Ask on Monday."\n'
    )
    content = load((SHIPPED, tmp_path))
    english = content.offering("ruilen", "en")
    assert english is not None
    assert (english.title, english.how) == ("Een dienst ruilen", "Ask on Monday.")
    assert english.until is not None
    assert english.until.isoformat() == "2027-06-30"
    assert content.offering("weg", "nl") is None


def test_a_day_that_is_none_is_told_with_its_line(tmp_path: Path) -> None:
    found = examine((SHIPPED, shelf(tmp_path, AANBIEDING.replace("2027-06-30", "volgend jaar"))))
    told = [issue for issue in found.issues if issue.where.file.name == "aanbod.yaml"]
    assert [(issue.code, issue.where.line) for issue in told] == [("E115", 9)]
    assert "een dag" in told[0].what


def test_the_words_a_step_keeps_have_ids_of_their_own() -> None:
    content = proef(DAG, WIE, CIJFER, BEWAAR, {"id": "s", "scan": {"floors": {"score": "Leren"}}})
    texts = Content({"proef": content.scripts["nl"]["proef"]}).texts()
    assert {name: texts[name].dutch for name in texts if "note" in name or "floor" in name} == {
        "proef/bewaar/note": "Goed",
        "proef/bewaar/note/dag": "Een goede dag",
        "proef/bewaar/note/met": "Met",
        "proef/bewaar/note/score": "Cijfer",
        "proef/s/floor/score": "Leren",
    }
