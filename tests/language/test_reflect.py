from __future__ import annotations

import re
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogues.language.reflect import MOST_WORDS, as_sentence, reflect
from tests.language.corpora import rows
from tests.language.figures import alternatives, bare, reflected

FIRST = re.compile(r"(?<![\w'])(?:ik|mijn|m'n|mn|mij|me|mezelf|mijzelf|ikzelf)(?![\w'])", re.IGNORECASE)


@pytest.mark.parametrize("row", rows("reflect", 3), ids=lambda row: row[0])
def test_a_sentence_of_the_corpus_turns_as_read_by_hand(row: list[str]) -> None:
    outcome = reflected(row)
    assert outcome.got in [bare(way) for way in alternatives(row[1])]


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("ik wil me heftruckcertificaat halen", "je wilt je heftruckcertificaat halen"),
        ("dan kan ik van de inpak af. en iets meer loon", "dan kun je van de inpak af. en iets meer loon"),
        ("met die collega kan ik wel oefenen", "met die collega kun je wel oefenen"),
        ("toen kon ik rustig de tijd nemen voor een bewoner", "toen kon je rustig de tijd nemen voor een bewoner"),
        ("toen ging ik niet kapot naar huis. gewoon voldaan", "toen ging je niet kapot naar huis. gewoon voldaan"),
        ("rijden kan ik wel. alleen lezen van die theorie..", None),
        ("ik wil gwn meer tijd vr me kids", "je wilt gwn meer tijd vr je kids"),
        ("ik ben moe\nomdat ik slecht slaap", "je bent moe omdat je slecht slaapt"),
        ("ik ben moe\nik wil naar huis", "je bent moe. je wilt naar huis"),
    ],
)
def test_the_words_of_the_gold_talks_turn_as_written_there(text: str, turned: str | None) -> None:
    assert reflect(text) == turned


@pytest.mark.parametrize(
    "text",
    [row[0] for row in rows("triage", 2) if row[1] in ("crisis", "danger", "violence")],
)
def test_a_sign_of_crisis_is_never_turned(text: str) -> None:
    assert reflect(text) is None


def test_more_than_twenty_words_are_quoted() -> None:
    assert reflect("ik wil " + "heel " * (MOST_WORDS - 3) + "graag") is not None
    assert reflect("ik wil " + "heel " * MOST_WORDS + "graag") is None


WORDS = st.sampled_from(
    [
        "ik",
        "mijn",
        "me",
        "mij",
        "mezelf",
        "wil",
        "ben",
        "heb",
        "werk",
        "kan",
        "ga",
        "moet",
        "voel",
        "slaap",
        "rust",
        "tijd",
        "thuis",
        "moe",
        "graag",
        "niet",
        "meer",
        "als",
        "omdat",
        "dat",
        "en",
        "maar",
        "dan",
        "toen",
        "van",
        "voor",
        "met",
        "het",
        "de",
        "een",
        "rooster",
        "collega's",
        ".",
        ",",
        "kids",
        "nu",
        "zo",
        "te",
        "vind",
        "wat",
        "was",
        "'k",
        "mn",
        "m'n",
        "zelf",
        "om",
        "ziek",
        "druk",
    ]
)


@given(st.lists(WORDS, min_size=1, max_size=18), st.sampled_from(["je", "u"]))
@settings(deadline=None, max_examples=400)
def test_no_first_person_is_left_and_the_length_stays_near(words: list[str], address: Literal["je", "u"]) -> None:
    text = " ".join(words)
    turned = reflect(text, address=address)
    if turned is not None:
        assert FIRST.search(turned) is None
        assert len(text) - 15 <= len(turned) + 4 * text.count(".") + 4 * text.count(",")
        assert len(turned) <= len(text) * 1.6 + 12


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("dan kun je van de inpak af. en iets meer loon", "Dan kun je van de inpak af. En iets meer loon."),
        ("je bent moe!", "Je bent moe!"),
        ("'t is druk", "'t Is druk."),
        ("ijverig ben je", "IJverig ben je."),
        ("3 dagen", "3 dagen."),
        ("", ""),
    ],
)
def test_a_sentence_gets_its_capitals_and_its_full_stop(text: str, shown: str) -> None:
    assert as_sentence(text) == shown
