"""What typed words mean while the direct question stands open: nothing unsure or heavy is taken for a no."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogues.language.direct import meant


@pytest.mark.parametrize(
    "text",
    [
        *("nee", "nee man", "haha nee", "neen da bedoel ik nie", "dat bedoel ik niet", "Ik bedoelde iets anders"),
        *("ging over mijn werk", "hahaha nee tuurlijk niet", "nee man die boom was dood", "no i meant my job"),
        "ik bedoelde dat ik wil stoppen met dit werk",
    ],
)
def test_a_plain_no_or_something_else_is_heard_in_either_grade(text: str) -> None:
    assert meant(text, doubt=True) in ("no", "other")
    assert meant(text, doubt=False) in ("no", "other")


@pytest.mark.parametrize("text", ["de boom man", "tis leuk daar echt", "die boom is gewoon gesnoeid", "wa een vraag"])
def test_ordinary_words_are_enough_after_a_doubt_only(text: str) -> None:
    assert meant(text, doubt=True) == "other"
    assert meant(text, doubt=False) is None


@pytest.mark.parametrize(
    "text", ["ja", "jaa", "ja eigenlijk wel", "klopt", "yes", "eigenlijk wel", "ja maar over mijn werk"]
)
def test_a_yes_is_a_yes(text: str) -> None:
    assert meant(text, doubt=True) == meant(text, doubt=False) == "yes"


@pytest.mark.parametrize(
    "text",
    [
        *(
            "nee nog niet",
            "nee niet echt",
            "nee maar soms wel",
            "misschien",
            "weet ik niet",
            "soms",
            "nee ik wil slapen",
        ),
        *("het is gewoon te veel allemaal", "ik bedoel mijn leven", "niemand", "ik wil nie", "hmm", "tja", "??", ""),
        "\U0001f937",
    ],
)
def test_what_is_unsure_or_heavy_is_never_a_no(text: str) -> None:
    assert meant(text, doubt=True) is None
    assert meant(text, doubt=False) is None


@given(st.text(max_size=400), st.booleans())
def test_any_text_gets_an_answer(text: str, doubt: bool) -> None:
    assert meant(text, doubt=doubt) in ("yes", "no", "other", None)
