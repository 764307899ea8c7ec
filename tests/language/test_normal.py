"""The plain form: the quick way for simple texts gives what the thorough way gives."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dialogues.language import normal

SIMPLE = st.text(st.characters(max_codepoint=127), max_size=60)


@given(SIMPLE)
def test_a_text_in_ascii_reads_as_it_does_beside_an_accent(text: str) -> None:
    """One letter with an accent sends the whole text the thorough way."""
    assert normal.visible(text) + "é" == normal.visible(text + "é")
    assert normal.letters(text) + "e" == normal.letters(text + "é")


WORD = st.text("abcdef", max_size=8)


@given(WORD, WORD, st.integers(0, 3))
def test_a_distance_is_exact_up_to_the_most_that_matters(left: str, right: str, most: int) -> None:
    assert normal.distance(left, right, most) == min(normal.distance(left, right, 8), most + 1)


@given(st.text(max_size=60))
def test_no_invisible_or_control_character_is_left(text: str) -> None:
    left = normal.visible(text)
    assert all(char.isprintable() or char in "\n\t" or char.isspace() for char in left)
    assert not any(mark in left for mark in "\u200b\u202e\x00\x7f\r")
