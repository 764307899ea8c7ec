"""What people say about the talk itself, and what only looks like it: lines as people typed them."""

from __future__ import annotations

import pytest

from dialogues.language.answer_words import Stance
from dialogues.language.matching import stance
from dialogues.language.remarks import RULES, remark


@pytest.mark.parametrize(("text", "meant"), [(text, rule.remark) for rule in RULES for text in rule.examples])
def test_every_example_of_a_rule_makes_its_remark(text: str, meant: str) -> None:
    assert remark(text) == meant


@pytest.mark.parametrize("text", [text for rule in RULES for text in rule.not_examples])
def test_what_is_about_something_else_is_no_remark(text: str) -> None:
    assert remark(text) is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("ok ik ben er klaar mee doei", "enough"),
        ("laat me met rust pls", "enough"),
        ("stop er mee man", "enough"),
        ("Stop maar even.", "enough"),
        ("nee joh hou er maar mee op", "enough"),
        ("sorry moet weer aan het werk", "enough"),
        ("STOP NOU EENS", "enough"),
        ("hier heb ik nu geen tijd voor", "enough"),
        ("wat een kutding dit. je leest niet", "discord"),
        ("pff wat een flauwekul", "discord"),
        ("jezus, lees je wel?", "discord"),
        ("je luistert gewoon niet!!", "discord"),
        ("wat een domme vraag zeg", "discord"),
        ("zei ik al...", "said"),
        ("dat heb ik maandag al gezegd", "said"),
        ("ja dat heb ik je net verteld man", "said"),
        ("zie boven", "said"),
        ("k vertsa je niet", "lost"),
    ],
)
def test_what_played_people_and_others_say_of_the_talk_is_heard(text: str, meant: str) -> None:
    assert remark(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "geen tijd",
        "ik kan niet meer",
        "ik wil niet meer",
        "mijn baas luistert niet",
        "ze luisteren niet naar ons",
        "stoppen met nachtdiensten",
        "ik heb het al gezegd tegen mijn leidinggevende",
        "wat een gedoe met dat rooster",
        "vast contract gwn, heb ik al gezegd",
        "met rust gelaten worden",
        "n jonge leren snoeien. maar das onzin",
        "de collega's begrijpen me niet",
    ],
)
def test_an_ordinary_answer_is_no_remark(text: str) -> None:
    assert remark(text) is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("weet ik mier", "unsure"),
        ("k weet nie", "unsure"),
        ("weetnie", "unsure"),
        ("kweenie", "unsure"),
        ("gn idee", "unsure"),
        ("idk", "unsure"),
        ("geen iddee", "unsure"),
        ("weet ik neit hoor", "unsure"),
        ("ik weet t echt nie", "unsure"),
        ("jaaa doe maar", "yes"),
        ("brand los", "yes"),
        ("ja graag joh", "yes"),
        ("yesss doe maar", "yes"),
        ("kom maar op joh", "yes"),
        ("nee joh", "no"),
        ("hoeft niet hoor", "no"),
        ("neee joh laat maar", "no"),
        ("nee dank je hoor", "no"),
        ("weet ik niet of dat kan", None),
        ("geen idee hoe ik dat moet doen", None),
        ("hoeft niet elke week", None),
        ("doen wat ik leuk vind", None),
        ("ja maar niet vandaag", None),
        ("ik weet het", None),
    ],
)
def test_yes_no_and_not_knowing_are_heard_in_other_spellings(text: str, meant: Stance | None) -> None:
    assert stance(text) == meant
