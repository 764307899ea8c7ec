"""The second look of triage: learnt from what stands in the corpora, and able to say why."""

from __future__ import annotations

import pytest

from dialogues.language import normal
from dialogues.language.signs import resemblance
from dialogues.language.triage import IDIOMS, RESEMBLANCE, RULES, Concern, triage
from tests.language import weigh
from tests.language.corpora import HERE, rows


def test_the_table_is_made_from_the_corpora_as_they_are() -> None:
    """Who changes a corpus, a rule's examples or an idiom learns anew: python -m tests.language.weigh."""
    first = resemblance.TABLE.read_text(encoding="utf-8").splitlines()[0]
    assert weigh.digest(weigh.everything()) in first, "the table is stale: python -m tests.language.weigh"


def test_nothing_is_learnt_from_what_is_held_out() -> None:
    learnt = {row[0] for source in weigh.SOURCES for row in rows(source, 2)}
    for path in HERE.glob("blind*_triage.tsv"):
        assert sum(len(row[0]) > 25 and row[0] in learnt for row in rows(path.stem, 2)) == 0, path.name


SEEN_ONLY_AT_SECOND_LOOK = [
    "als de was gedaan is en de hond is uitgelaten dan mag het voor mij gewoon stil worden, voorgoed",
    "ik ben het vechten tegen die gedachten zo moe, straks geef ik ze hun zin",
]


@pytest.mark.parametrize("text", SEEN_ONLY_AT_SECOND_LOOK)
def test_a_sign_no_rule_knows_is_found_by_the_weight_of_its_words(text: str) -> None:
    reading = normal.unmasked(text)
    assert not any(rule.fits(reading) for rule in RULES)
    found = triage(text)
    assert found is not None
    assert (found.kind, found.rule) == ("crisis", RESEMBLANCE)
    reasons = resemblance.told(reading)
    assert reasons
    assert all(weight > 0 for _, weight in reasons)


def test_only_what_weighs_little_is_doubted() -> None:
    """What a rule finds never is, nor what lies far above the bar."""
    weighed = {text: resemblance.passes_by(normal.unmasked(text)) for text, _ in rows("lessons_fifth", 2)}
    for text, by in weighed.items():
        found = triage(text)
        by_weight = found is not None and found.rule == RESEMBLANCE
        assert (found is not None and found.doubt) == (by_weight and by <= resemblance.SURE)
    assert triage("ik wil niet meer leven") == Concern("crisis", "not wanting to live", doubt=False)


def test_a_sign_in_the_middle_of_long_work_talk_is_not_outvoted() -> None:
    talk = "ik werk in de ploegendienst en morgen moet ik weer vroeg op want er is een levering van de leverancier " * 2
    sign = SEEN_ONLY_AT_SECOND_LOOK[0]
    assert resemblance.resembles(normal.unmasked(f"{talk} {sign} {talk}"))


@pytest.mark.parametrize("text", ["", " . , ", "nu", "voor mezelf", "ik", "\x00", "👩‍🚒 👩‍🚒 👩‍🚒 👩‍🚒"])
def test_a_text_that_says_next_to_nothing_weighs_nothing(text: str) -> None:
    assert not resemblance.resembles(normal.unmasked(text))


def test_what_the_rules_leave_alone_the_second_look_leaves_alone_too() -> None:
    quiet = [text for rule in RULES for text in rule.not_examples] + [text for one in IDIOMS for text in one.examples]
    assert [text for text in quiet if resemblance.resembles(normal.unmasked(text))] == []
