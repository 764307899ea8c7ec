"""A conversation in the terminal shows what a phone would, and gives a transcript back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dialogues.play import play
from dialogues.transcript import Stage, run
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
