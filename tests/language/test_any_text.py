"""Any text of any length and script gets an answer from every skill, and no skill raises."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dialogues.language import normal
from dialogues.language.matching import command_word, match, read_scale, stance
from dialogues.language.moments import parse_moment
from dialogues.language.names import as_name
from dialogues.language.readability import banned, flesch_douma, sentence_lengths
from dialogues.language.reflect import as_sentence, reflect
from dialogues.language.triage import triage
from dialogues.language.wishes import wish

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
SKILLS: dict[str, Callable[[str], object]] = {
    "reflect, je": reflect,
    "reflect, u": lambda text: reflect(text, address="u"),
    "as_sentence": as_sentence,
    "moments": lambda text: parse_moment(text, NOW),
    "triage": triage,
    "matching": lambda text: match(text, {"a": "Ja, graag", "b": "Liever niet", "c": "15 minuten"}),
    "matching, as a label": lambda text: match("ja graag", {"a": text, "b": "Nee"}),
    "scale": read_scale,
    "command": command_word,
    "stance": stance,
    "wish": wish,
    "name": as_name,
    "readability": lambda text: (flesch_douma(text), banned(text), sentence_lengths(text)),
    "readings": normal.readings,
}
ODD = {
    "empty": "",
    "blank": " \t\n\r",
    "NUL": "ik wil \x00 dood\x00",
    "lone surrogates": "ik \ud800 wil \udfff rust",
    "right to left": "ik ben moe \u202eשלום אני עייף\u202c مرحبا",
    "zero width": "\u200b".join("ik wil meer tijd voor mijn kinderen"),
    "emoji": "👩‍🚒🏳️‍🌈" * 200,
    "combining marks": "ik\u0301\u0301\u0301 wil" * 100,
    "full width": "ｉｋ　ｗｉｌ　ｒｕｓｔ",
    "private use": "\ue000\U000f0000 morgen",
    "one word": "a" * 100_000,
    "one mark": "-" * 100_000,
    "marks": "a-" * 50_000,
    "full stops": ". " * 50_000,
    "digits": "0" * 100_000,
    "a word again and again": "ik " * 40_000,
    "near a sign": "ik wil er niet meer en mijn man zegt dat hij " * 2_500,
    "spaced letters": "z e l f " * 15_000,
    "days": "maandag over een week om half drie na de overdracht " * 2_000,
    "surrogates": "\ud800" * 100_000,
    "not Latin": "我想要更多时间 и ещё немного ελληνικά",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
@pytest.mark.parametrize("skill", SKILLS.values(), ids=SKILLS.keys())
def test_an_odd_text_gets_an_answer(skill: Callable[[str], object], text: str) -> None:
    skill(text)


@given(st.text(st.characters(codec=None), max_size=400))
@example("\u202e\u200b\ufeff")
@example("ik\tben 'k m'n 'n.")
@example("1/2/3 31 februari om 25:61")
@settings(deadline=None)
def test_any_text_gets_an_answer(text: str) -> None:
    for skill in SKILLS.values():
        skill(text)


@given(st.text(max_size=200))
@settings(deadline=None)
def test_what_is_behind_the_limit_is_not_read(text: str) -> None:
    """The work is bounded by what is read: a sign behind `normal.LIMIT` characters is not found, whatever stands before it."""
    before = text.ljust(normal.LIMIT, ".")
    assert triage(f"{before} ik wil dood") == triage(before)


PERSONAL = st.text(st.sampled_from("aeiknwldrt mijnzobe'.,!?\n\u200b\u202e👍é\x00ש"), min_size=1, max_size=120)


@given(PERSONAL)
@settings(deadline=None)
def test_what_is_turned_is_plain_words_without_hidden_marks(text: str) -> None:
    turned = reflect(text)
    assert turned is None or not set("\u200b\u202e\x00\n👍ש") & set(turned)
