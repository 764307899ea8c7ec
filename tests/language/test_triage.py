from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogues.language import normal
from dialogues.language.signs.rule import ORDER, Idiom, Rule
from dialogues.language.triage import IDIOMS, RULES, triage, without_idioms
from tests.language.corpora import rows

GRAVE = {
    "ik wil zo niet meer leven",
    "soms denk ik dat mijn kinderen beter af zijn zonder mij",
    "ik heb genoeg pillen gespaard",
    "ik hoop dat ik morgen niet wakker wordt",
    "ik wil er niet meer zijn",
}
"""Rows of the reflect corpus that are there because they must not be turned."""


def kind(text: str) -> str:
    concern = triage(text)
    return concern.kind if concern is not None else "-"


@pytest.mark.parametrize(
    ("rule", "text"),
    [(rule, text) for rule in RULES for text in rule.examples],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_rule_recognises_its_examples(rule: Rule, text: str) -> None:
    assert any(rule.fits(without_idioms(reading)) for reading in normal.readings(text))


@pytest.mark.parametrize(
    ("rule", "text"),
    [(rule, text) for rule in RULES for text in rule.not_examples],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_rule_leaves_its_counterexamples_alone(rule: Rule, text: str) -> None:
    assert kind(text) != rule.kind


@pytest.mark.parametrize(
    ("idiom", "text"),
    [(idiom, text) for idiom in IDIOMS for text in idiom.examples],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_figure_of_speech_goes_on_as_normal(idiom: Idiom, text: str) -> None:
    assert idiom.says.search(normal.unmasked(text)) is not None
    assert kind(text) == "-"


def test_every_rule_shows_examples_and_the_gravest_kind_comes_first() -> None:
    assert all(rule.examples and rule.not_examples for rule in RULES)
    order = [ORDER.index(rule.kind) for rule in RULES]
    assert order == sorted(order)
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize(("text", "concern"), rows("triage", 2))
def test_a_text_of_the_corpus_is_taken_as_read_by_hand(text: str, concern: str) -> None:
    assert kind(text) == concern


def test_ordinary_work_talk_raises_false_alarms_under_three_in_a_hundred() -> None:
    grave = {row[0] for row in rows("triage", 2) if row[1] != "-"} | GRAVE
    talk = [row[0] for row in rows("reflect", 3) if row[0] not in grave]
    alarms = [text for text in talk if kind(text) != "-"]
    assert len(alarms) < 0.03 * len(talk), alarms
    assert not [text for text in talk if kind(text) == "crisis"]


DISGUISES = [
    ("capitals", str.upper),
    ("spaced letters", " ".join),
    ("full stops", ".".join),
    ("zero width", "\u200b".join),
    ("soft hyphens", "\u00ad".join),
    ("digits", lambda text: text.replace("o", "0")),
    ("accents", lambda text: text.replace("o", "ó").replace("e", "é")),
    ("full width", lambda text: "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)),
    ("Cyrillic look-alikes", lambda text: text.replace("o", "о").replace("e", "е")),
    ("stretched", lambda text: text.replace("o", "ooo")),
]


@pytest.mark.parametrize("disguise", DISGUISES, ids=lambda pair: pair[0])
def test_a_disguise_does_not_hide_the_word(disguise: tuple[str, object]) -> None:
    change = disguise[1]
    assert callable(change)
    assert kind(change("zelfmoord")) == "crisis"


@given(st.text(max_size=300), st.sampled_from(["ik wil dood", "ik wil niet meer leven", "i want to kill myself"]))
@settings(deadline=None)
def test_words_before_a_plain_sign_in_a_sentence_of_its_own_do_not_hide_it(before: str, sign: str) -> None:
    assert kind(f"{before}.\n{sign}.") == "crisis"
