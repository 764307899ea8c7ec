"""Every transcript in tests/transcripts holds, and the notation says what it means."""

from __future__ import annotations

from pathlib import Path

import pytest

from dialogues.transcript import Unreadable, run, write
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
    ],
)
def test_what_differs_is_found_on_its_line(before: str, after: str, line: int) -> None:
    difference = run(SHORT.replace(before, after), library())
    assert difference is not None
    assert difference.line == line
    assert "expected" in str(difference)


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
        ("", "no 'script"),
        ("script: bestaat_niet\n", "bestaat_niet"),
        ("script: wat_wil_je\nat: nergens\n", "nergens"),
        ("script: wat_wil_je\nnow: gisteren\n", "line 2"),
        ("script: wat_wil_je\n\nhallo\n", "line 3"),
        ("  script: wat_wil_je\n", "line 1"),
        ("script: wat_wil_je\n\n[Bestaat niet]\n", r"line 3: there is no button \[Bestaat niet\]; there are \[Ik weet"),
        ("script: wat_wil_je\n\n/dansen\n", "line 3"),
        ("script: wat_wil_je\n\n/stop\n\n> nog iets\n", "line 5: the conversation is over"),
    ],
)
def test_an_unreadable_transcript_names_the_line(text: str, message: str) -> None:
    with pytest.raises(Unreadable, match=message):
        write(text, library())


def test_a_transcript_can_start_in_the_middle_with_prepared_answers_and_move_the_clock() -> None:
    text = write(
        "script: wat_wil_je\nat: goed_houden\ngiven: goed = mijn collega's\n\nnow: 2026-12-01 08:00\n/stop\n", library()
    )
    assert "Je collega's." in text
    assert "now: 2026-12-01 08:00\n/stop" in text


def test_a_burst_of_messages_is_one_answer() -> None:
    text = write("script: wat_wil_je\nat: vertel\n\n> ik wil leren lassen\n  ik zoek een cursus\n", library())
    assert "\n< Je wilt leren lassen. Je zoekt een cursus.\n" in text
