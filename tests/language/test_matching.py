from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogues.language.matching import Heard, Match, command_word, match, read_scale, stance
from tests.language.corpora import rows
from tests.language.figures import alternatives

WISH = {"weet_het": "Ik weet het precies", "twijfel": "Ik twijfel", "niks": "Eigenlijk niks"}
FITS = {"moe": "Ik ben moe", "goed": "Het is goed zo", "helpt": "Het helpt toch niet", "anders": "Iets anders"}
YES_NO = {"ja": "Ja", "nee": "Nee"}


@pytest.mark.parametrize("row", rows("matching", 4, absent="?"), ids=lambda row: row[1])
def test_a_typed_answer_fits_the_button_it_means(row: list[str]) -> None:
    options = dict(pair.split("=", 1) for pair in row[0].split("; "))
    found = match(row[1], options)
    assert (found.choice if found else "-") in alternatives(row[2])
    if row[3] != "?":
        assert (found.rest if found else "") == row[3]


@pytest.mark.parametrize(
    "text",
    [
        "ja",
        "jep",
        "jawel",
        "ja joh",
        "is goed",
        "doe maar",
        "okee",
        "Ja!",
        "JA HOOR",
        "jaaaa",
        "👍 ja",
        "prima",
        "zeker weten",
        "ja graag",
    ],
)
def test_yes_has_many_forms(text: str) -> None:
    assert match(text, {"ja": "Ja, graag", "nee": "Liever niet"}) == Match("ja", "", sure=True)


@pytest.mark.parametrize(
    "text", ["nee", "neuh", "nope", "liever niet", "nee joh", "nu niet", "hoeft niet", "nee dank je", "NEE"]
)
def test_no_has_many_forms(text: str) -> None:
    assert match(text, {"ja": "Ja, graag", "nee": "Nu niet"}) == Match("nee", "", sure=True)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("weet ik niet", "unsure"),
        ("geen idee", "unsure"),
        ("maakt niet uit", "any"),
        ("ja hoor", "yes"),
        ("neuh", "no"),
        ("ik ben moe", None),
    ],
)
def test_a_whole_message_takes_a_stance(text: str, said: str | None) -> None:
    assert stance(text) == said


def test_what_fits_two_buttons_alike_is_nobodys() -> None:
    assert match("diensten", {"a": "Vroege diensten", "b": "Late diensten"}) is None
    assert match("ja", {"a": "Ja, graag", "b": "Ja, later"}) is None


def test_words_after_the_label_are_kept() -> None:
    found = match("moe. vier avonddiensten en morgen weer om 7 uur", FITS)
    assert found == Match("moe", "vier avonddiensten en morgen weer om 7 uur", sure=True)


def test_a_denied_label_is_not_that_label() -> None:
    assert match("niet moe", FITS) is None
    assert match("gelukt is het niet", {"a": "Gelukt", "b": "Nog niet"}) is None


@given(st.text(max_size=200), st.dictionaries(st.text(min_size=1, max_size=8), st.text(max_size=30), max_size=6))
@settings(deadline=None)
def test_any_text_and_any_labels_give_an_answer(text: str, options: dict[str, str]) -> None:
    found = match(text, options)
    assert found is None or found.choice in options


@given(st.sampled_from([WISH, FITS, YES_NO]), st.data())
def test_a_label_typed_in_full_is_that_choice_whatever_the_case(options: dict[str, str], data: st.DataObject) -> None:
    choice = data.draw(st.sampled_from(sorted(options)))
    for text in (options[choice], options[choice].upper(), f" {options[choice].lower()}. "):
        found = match(text, options)
        assert found is not None
        assert (found.choice, found.sure) == (choice, True)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("6", 6), ("een 6", 6), ("zes", 6), ("zesje", 6), ("6/10", 6), ("een 7 denk ik", 7), ("10", 10), ("nul", 0),
        ("een 6, het gaat wel", 6), ("6 van de 10", 6), ("ik geef het een acht", 8), ("een", 1), ("6,5", None),
        ("6.5", None), ("6½", None), ("tussen 6 en 7", None), ("6 of 7", None), ("6-7", None), ("11", None),
        ("-1", None), ("6/7", None), ("geen idee", None), ("", None), ("om 6 uur", None), ("6 collega's", None),
    ],
)  # fmt: skip
def test_a_number_on_the_scale_is_read_and_never_rounded(text: str, value: int | None) -> None:
    assert read_scale(text) == value


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("stop", "stop"), ("STOP!", "stop"), ("/stop", "stop"), ("stoppen", "stop"), ("ik wil stoppen", "stop"),
        ("terug", "terug"), ("vorige", "terug"), ("liever niet", "skip"), ("sla over", "skip"),
        ("geen antwoord", "skip"), ("help", "help"), ("hulp", "help"), ("?", "help"), ("??", "help"),
        ("back", "terug"), ("skip", "skip"), ("stop met roken", None), ("ik wil stoppen met overwerken", None),
        ("help me met mijn rooster", None), ("terug naar de dagdienst", None), ("", None), ("   ", None),
        ("ik wil hulp bij lezen", None),
    ],
)  # fmt: skip
def test_only_a_whole_message_steers_the_talk(text: str, command: str | None) -> None:
    assert command_word(text) == command


@given(st.text(max_size=200))
@settings(deadline=None)
def test_any_text_is_read_as_scale_command_and_stance(text: str) -> None:
    read_scale(text)
    command_word(text)
    stance(text)


@given(
    st.sampled_from([row[1] for row in rows("matching", 4)]),
    st.lists(st.sampled_from([WISH, FITS, YES_NO, {"ja": "Ja, graag", "nee": "Liever niet"}]), min_size=2, max_size=4),
)
def test_a_message_heard_once_fits_every_question_as_if_read_anew(text: str, asked: list[dict[str, str]]) -> None:
    heard = Heard(text)
    for options in asked:
        assert match(heard, options) == match(text, options)
    assert (heard.stance(), command_word(heard)) == (stance(text), command_word(text))
