"""A conversation in the terminal shows what a phone would, and gives a transcript back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dialogues.library import Library
from dialogues.model import Script
from dialogues.play import NOT_A_TIME, TO_COME, WAITS, Play, play
from dialogues.stage import Stage
from dialogues.texts import Content
from dialogues.transcript import run
from tests.dialogues.shipped import library


def _play(stage: Stage, *typed: str) -> tuple[str, str]:
    lines: Iterator[str] = iter(typed)
    shown: list[str] = []

    def ask(_: str) -> str:
        try:
            return next(lines)
        except StopIteration:
            raise EOFError from None

    transcript = play(stage, library(), ask=ask, show=shown.append)
    return transcript, "\n".join(shown)


def test_numbers_press_buttons_and_the_rest_is_typed() -> None:
    transcript, screen = _play(
        Stage(script="wat_wil_je", name="Vera"), "3", "", "ja", "(foto)", "/stop", "niet meer gelezen"
    )
    assert "  3. Eigenlijk niks" in screen
    assert "[Eigenlijk niks]" in transcript
    assert "> ja" in transcript
    assert transcript.endswith("* klaar: stopped\n")
    assert run(transcript, library()) is None


def test_a_number_on_a_scale_is_a_score_and_the_end_of_input_leaves() -> None:
    transcript, screen = _play(Stage(script="korte_vragen", given={"vragen_id": "v"}), "8", "(spraakbericht)")
    assert "(0 … 10)" in screen
    assert "> 8" in transcript
    assert run(transcript, library()) is None


def test_the_transcript_of_a_play_keeps_what_it_was_started_with() -> None:
    stage = Stage(
        script="bericht_sturen",
        plans=1,
        stories=("een",),
        address="u",
        at="wie",
        given={"groepen": {"a": "Iedereen"}, "gesprekken": {"b": "Praten"}},
    )
    transcript, _ = _play(stage, "1", "99")
    assert "given: groepen = {a: Iedereen}" in transcript
    assert "[Iedereen]" in transcript
    assert run(transcript, library()) is None


def test_an_unknown_script_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="bestaat_niet"):
        _play(Stage(script="bestaat_niet"))


def test_after_a_plan_time_can_pass_and_the_transcript_keeps_it() -> None:
    stage = Stage(script="als_dan_plan", at="klopt", given={"dan": "ik bel Karin", "dag": "morgen", "druk": "later"})
    transcript, screen = _play(stage, "1", "+ dagen", "+ 2 dagen", "1", "/stop")
    assert TO_COME in screen
    assert NOT_A_TIME in screen
    assert "\n\n+ 2 dagen\n* herinnering: als" in transcript
    assert "* begint: opvolging" in transcript
    assert "+ dagen" not in transcript
    assert run(transcript, library()) is None


def _content(first: str = "Ja", second: str = "Waarom?") -> Library:
    """A conversation of two questions."""
    steps = [
        {"id": "een", "say": "Wil je?", "ask": {"choice": "wil", "buttons": {"ja": first, "nee": "Nee"}}},
        {"id": "twee", "say": second, "ask": {"text": "waarom"}},
        {"id": "drie", "say": "Dank je.", "end": "done"},
    ]
    script = Script.model_validate({"id": "proef", "title": "Proef", "steps": steps})
    return Library(Content({"proef": script}, phrases=dict(library().phrases("nl"))))


def test_other_words_under_way_are_shown_where_the_talk_is() -> None:
    """What was answered is answered again; an answer that no longer fits, and all after it, is taken back."""
    shown: list[str] = []
    typed = iter(["1", "/help"])
    playing = Play(Stage(script="proef"), _content(), shown.append)

    def ask(_: str) -> str:
        try:
            return next(typed)
        except StopIteration:
            raise KeyboardInterrupt from None  # Ctrl-C keeps what was said, as the end of input does

    playing.run(ask)
    shown.clear()
    playing.renew(_content(second="Hoe komt dat?"))
    assert "[Ja]\n< Hoe komt dat?" in playing.transcript
    assert "Hoe komt dat?" in "\n".join(shown)
    shown.clear()
    playing.renew(_content(first="Graag"))
    assert shown == [
        "(Je antwoord [Ja] past hier niet meer. Het gesprek gaat hier verder.)",
        "",
        "Wil je?",
        "  1. Graag",
        "  2. Nee",
    ]
    assert "/help" not in playing.transcript
    playing.renew(Library(Content()))
    assert "met de vorige tekst" in shown[-1]
    assert "[Graag]" in playing.transcript


def test_after_the_end_who_watches_can_wait_for_changes() -> None:
    shown: list[str] = []
    typed = iter(["1", "omdat het moet", "nog iets", ""])
    playing = Play(Stage(script="proef"), _content(), shown.append, stay=True)
    playing.run(lambda _: next(typed))
    assert shown.count(WAITS) == 2
    playing.renew(_content(second="Hoe komt dat?"))
    assert run(playing.transcript, _content(second="Hoe komt dat?")) is None
