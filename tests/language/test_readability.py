from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogues.language.readability import (
    banned,
    flesch_douma,
    longest_sentence,
    sentence_lengths,
    sentences,
    syllables,
)
from tests.language.corpora import rows


def test_syllables_are_counted_rightly_in_at_least_97_of_100_words() -> None:
    counted = [(word, int(number), syllables(word)) for word, number in rows("syllables", 2)]
    wrong = [row for row in counted if row[1] != row[2]]
    assert len(wrong) <= 0.03 * len(counted), wrong


def test_plain_talk_scores_high_and_officialese_low() -> None:
    plain = "Ik werk in de zorg. Dat doe ik graag. Soms ben ik moe."
    official = (
        "De desbetreffende werkgeversorganisatie implementeert onmiddellijk aanvullende inzetbaarheidsmaatregelen."
    )
    assert flesch_douma(plain) > 100
    assert flesch_douma(official) < 0


def test_the_score_is_the_formula() -> None:
    assert flesch_douma("Ik werk hier.") == pytest.approx(206.84 - 0.93 * 3 - 77 * 1)


def test_a_new_line_ends_a_sentence_and_an_abbreviation_does_not() -> None:
    assert sentence_lengths("Ga je bijv. morgen?\nJa! Goed") == [4, 1, 1]


def test_the_longest_sentence_is_named_with_its_line() -> None:
    longest = longest_sentence("Kort.\nDit is een langere zin.\nOok kort.")
    assert longest is not None
    assert (longest.line, longest.words) == (2, 5)
    assert longest_sentence("") is None


def test_banned_words_are_found_with_their_place_and_only_as_whole_words() -> None:
    places = banned("Dat is goed.\nJe  moet niet. Ja, maar toch.\nJe moeten.")
    assert [(place.words, place.line, place.column) for place in places] == [("je moet", 2, 1), ("ja, maar", 2, 16)]


@given(st.text(max_size=500))
@settings(deadline=None)
def test_any_text_is_measured(text: str) -> None:
    flesch_douma(text)
    banned(text)
    assert sum(sentence_lengths(text)) == sum(sentence.words for sentence in sentences(text))
