"""Every transcript in tests/transcripts holds, and the notation says what it means."""

from __future__ import annotations

from pathlib import Path

import pytest

from dialogues.library import Library
from dialogues.model import Script
from dialogues.notation import parse, span
from dialogues.stage import Talk, Unreadable
from dialogues.texts import Content
from dialogues.transcript import run, write
from tests.dialogues.shipped import library

FOLDER = Path(__file__).parents[1] / "transcripts"
FILES = sorted(FOLDER.glob("*.txt"))

SHORT = """\
script: wat_wil_je

< Vandaag geen lijst met cursussen.
  Wat wil jij in je werk?
  [Ik weet het precies] [Ik twijfel] [Eigenlijk niks]

/stop
< Goed, we stoppen.
  Typ iets als je weer wilt praten.
* klaar: stopped
"""


def bundled(name: str, steps: list[dict[str, object]]) -> Library:
    """A content of this conversation and one that says hello."""
    hello = [{"id": "hallo", "say": "Hallo.", "end": "done"}]
    scripts = {
        each: Script.model_validate({"id": each, "title": each, "steps": of})
        for each, of in ((name, steps), ("hallo", hello))
    }
    return Library(Content(scripts, phrases=dict(library().phrases("nl"))))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_bot_says_what_the_transcript_says(file: Path) -> None:
    difference = run(file.read_text(encoding="utf-8"), library())
    assert difference is None, f"{file.name}: {difference}"


def test_there_are_transcripts_of_every_shipped_script() -> None:
    scripts = {
        line for file in FILES for line in file.read_text(encoding="utf-8").splitlines() if line.startswith("script:")
    }
    assert {line.removeprefix("script:").strip() for line in scripts} >= set(library().scripts["nl"])


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_writing_a_full_transcript_again_changes_nothing(file: Path) -> None:
    text = write(file.read_text(encoding="utf-8"), library())
    assert write(text, library()) == text
    assert run(text, library()) is None


def test_three_dots_press_a_button_that_has_an_ellipsis() -> None:
    text = "script: als_dan_plan\n\n[%s]\n"
    dotted = write(text % "Anders...", library())
    assert dotted.replace("\n[Anders...]\n", "\n[Anders…]\n") == write(text % "Anders…", library())


def test_a_transcript_is_written_from_its_inputs_alone() -> None:
    assert write("script: wat_wil_je\n\n/stop\n", library()) == SHORT


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("Wat wil jij in je werk?", "Wat wilt u in uw werk?", 4),
        ("[Ik twijfel] ", "", 5),
        ("* klaar: stopped", "* klaar: done", 10),
        ("* klaar: stopped\n", "", 10),
        ("  Typ iets als je weer wilt praten.\n", "", 9),
        ("/stop\n< Goed,", "# een opmerking\n/stop\n# en nog een\n< Nou,", 10),
        ("\n* klaar: stopped", "\n# een opmerking\n\n* klaar: done", 12),
    ],
)
def test_what_differs_is_found_on_its_line(before: str, after: str, line: int) -> None:
    difference = run(SHORT.replace(before, after), library())
    assert difference is not None
    assert difference.line == line
    assert f"regel {line}: de bot doet nu iets anders" in str(difference)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Wat wil jij in je werk?", "Wat wil …"),
        ("  Wat wil jij in je werk?", "  …"),
        ("* klaar: stopped", "* klaar"),
        ("script: wat_wil_je\n", "# een opmerking\nscript: wat_wil_je\nnow: 2026-11-23 21:30\nname: Vera\n"),
    ],
)
def test_the_rest_of_a_line_and_comments_may_be_left_open(before: str, after: str) -> None:
    assert run(SHORT.replace(before, after), library()) is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "regel 1: er staat niet bij welk gesprek"),
        ("script: bestaat_niet\n", "regel 1: er is geen gesprek 'bestaat_niet'"),
        ("name: Vera\nscript: wat_wil_j\n", "regel 2: .*\n    → bedoel je wat_wil_je?"),
        ("script: wat_wil_je\nat: nergens\n", "regel 2: 'wat_wil_je' heeft geen stap 'nergens'"),
        ("script: wat_wil_je\nat: verteld\n", "bedoel je vertel?"),
        ("script: wat_wil_je\nnow: gisteren\n", "regel 2: 'gisteren' is geen dag en tijd"),
        ("script: wat_wil_je\nplans: twee\n", "regel 2: 'twee' is geen getal"),
        ("script: wat_wil_je\nmaan: vol\n", "regel 2: 'maan' hoort niet in de kop"),
        ("script: wat_wil_je\ngiven: wens\n", "regel 2: hier ontbreekt een ="),
        ("script: wat_wil_je\ngiven: wensje = rust\n", "regel 2: dit gesprek kent geen antwoord 'wensje'"),
        (
            "script: wat_wil_je\ngiven: zekerheid = veel\n",
            "regel 2: 'veel' past niet .*\n    → schrijf een getal van 0 tot 10",
        ),
        (
            "script: wat_wil_je\ngiven: wens = [Blauw]\n",
            r"heeft geen knop \[Blauw\]\n    → kies uit: \[Ik weet",
        ),
        ("script: wat_wil_je\n\nhallo\n", "regel 3: 'hallo' heeft geen teken aan het begin"),
        ("  script: wat_wil_je\n", "regel 1: een ingesprongen regel"),
        (
            "script: wat_wil_je\n\n[Bestaat niet]\n",
            r"regel 3: hier is geen knop \[Bestaat niet\]\n    → kies uit: \[Ik weet",
        ),
        ("script: wat_wil_je\nat: vertel\n\n[Ja]\n", "deze vraag heeft geen knoppen: typ met >"),
        ("script: wat_wil_je\n\n/dansen\n", "regel 3: '/dansen' is geen opdracht\n    → kies uit: /terug"),
        ("script: wat_wil_je\n\n[Ik twijfel\n", "regel 3: .* is niet af"),
        ("script: wat_wil_je\n\n+ twee maanden\n", r"regel 3: '\+ twee maanden' is geen tijd\n    → .* \+ 2 dagen"),
        ("script: wat_wil_je\n\n/stop\n\n> nog iets\n", "regel 5: het gesprek is al klaar vóór '> nog iets'"),
    ],
)
def test_an_unreadable_transcript_names_the_line(text: str, message: str) -> None:
    with pytest.raises(Unreadable, match=message):
        write(text, library())


def test_a_transcript_can_start_in_the_middle_with_prepared_answers_and_move_the_clock() -> None:
    text = write(
        "script: wat_wil_je\nat: goed_houden\ngiven: goed = mijn vaste ploeg\n\nnow: 2026-12-01 08:00\n/stop\n",
        library(),
    )
    assert "Je vaste ploeg." in text
    assert "now: 2026-12-01 08:00\n/stop" in text


def test_a_burst_of_messages_is_one_answer() -> None:
    text = write("script: wat_wil_je\nat: vertel\n\n> ik wil leren lassen\n  ik zoek een cursus\n", library())
    assert "\n< Je wilt leren lassen. Je zoekt een cursus.\n" in text


PLAN = """\
script: als_dan_plan
now: 2026-11-23 10:00
at: druk
given: dan = ik bel Karin
given: als = na de overdracht
given: dag = {dag}
given: uur = {uur}
given: druk = [Dan doe ik het na mijn werk]
given: zeker_al = ja

[Klopt]
"""


@pytest.mark.parametrize(
    ("dag", "uur"), [("morgen", "om 8 uur"), ("[Morgen]", "[8 uur 's ochtends]"), ("[morgen]", "[acht]")]
)
def test_answers_at_the_head_are_read_as_their_question_reads_them(dag: str, uur: str) -> None:
    """A moment in words, a button by its words or its id: the steps that follow know as much as in a real talk."""
    text = write(PLAN.format(dag=dag, uur=uur), library())
    assert "Dan doe ik het na mijn werk" in text
    assert "moment 2026-11-24 08:00\n" in text


def test_a_score_at_the_head_is_a_score() -> None:
    text = "script: als_dan_plan\nat: kleiner\ngiven: dan = ik bel Karin\ngiven: zeker = {}\n"
    assert "< Een 4. Het mag ook kleiner." in write(text.format(4), library())
    assert "< Een 0." in write(text.format("nul"), library())


def test_time_that_passes_brings_the_reminder_and_the_follow_up() -> None:
    """In their order, each only once; what is stopped comes no more."""
    plan = PLAN.format(dag="morgen", uur="om 8 uur")
    text = write(f"{plan}\n+ 12 uur\n\n+ een dag\n\n+ 1 week\n\n[Gelukt]\n", library())
    early, first, second = (text.split(mark)[1] for mark in ("+ 12 uur\n", "+ een dag\n", "+ 1 week\n"))
    assert early.startswith("\n")
    assert first.startswith("* herinnering: als na de overdracht, dan ik bel Karin\n\n")
    assert second.startswith("* begint: opvolging\n< Je plan was dit.\n  **Als:** na de overdracht")
    assert run(text, library()) is None
    stopped = write(f"{plan}\n+ 3 dagen\n\n[Stoppen]\n\n+ 3 weken\n", library())
    assert "* doe: plan_stoppen" in stopped
    assert stopped.rstrip().endswith("+ 3 weken")


def test_a_conversation_that_comes_back_begins_after_its_days() -> None:
    later = bundled("proef", [{"id": "weg", "later": {"days": 2, "script": "hallo"}}, {"id": "uit", "end": "done"}])
    filled = write("script: proef\n\n+ 1 dag\n\n+ 25 uur\n", later)
    assert filled.split("+ 1 dag\n")[1].startswith("\n+ 25 uur\n* begint: hallo\n< Hallo.\n")


@pytest.mark.parametrize(
    ("now", "by", "then"),
    [
        ("2026-10-24 21:00", "+ 1 dag", "2026-10-25 21:00"),  # winter time began: the hour on the clock stays
        ("2026-10-24 21:00", "+ 24 uur", "2026-10-25 20:00"),
        ("2026-11-23 10:00", "+ 90 minuten", "2026-11-23 11:30"),
        ("2026-11-23 10:00", "+ 2 weeks", "2026-12-07 10:00"),
    ],
)
def test_time_passes_as_on_the_clock_of_who_talks(now: str, by: str, then: str) -> None:
    talk = Talk(parse(f"script: wat_wil_je\nnow: {now}\n").stage, library())
    length = span(by)
    assert length is not None
    assert talk.move(length) == ()
    assert f"{talk.stage.now:%Y-%m-%d %H:%M}" == then


def test_comments_survive_being_written_again() -> None:
    text = write(
        "# boven\nscript: wat_wil_je\n\n# begin\n< oud\n\n# zegt niets\n/stop\n# na\n< oud\n* oud\n\n# onder\n",
        library(),
    )
    assert [line for line in text.splitlines() if line.startswith("#")] == [
        "# boven", "# begin", "# zegt niets", "# na", "# onder"
    ]  # fmt: skip
    assert run(text, library()) is None
    assert write(text, library()) == text


def test_a_file_as_a_simple_editor_saves_it_is_read() -> None:
    """With the mark of UTF-8 at its beginning, and the line ends of Windows."""
    assert run("\ufeff" + SHORT.replace("\n", "\r\n"), library()) is None


def test_a_difference_marks_what_is_not_the_same() -> None:
    assert str(run(SHORT.replace("Wat wil jij in je werk?", "Wat wilt u?"), library())) == (
        "regel 4: de bot doet nu iets anders, na het begin\n"
        "  geschreven:\n"
        "      < Vandaag geen lijst met cursussen.\n"
        "    →   Wat wilt u?\n"
        "        [Ik weet het precies] [Ik twijfel] [Eigenlijk niks]\n"
        "  nu:\n"
        "      < Vandaag geen lijst met cursussen.\n"
        "    →   Wat wil jij in je werk?\n"
        "        [Ik weet het precies] [Ik twijfel] [Eigenlijk niks]"
    )
    nothing = run(SHORT.replace("* klaar: stopped\n", "").replace("< Goed, we", "* doe: iets\n< Goed, we"), library())
    assert "    → * doe: iets\n" in str(nothing)
