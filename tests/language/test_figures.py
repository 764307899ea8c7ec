"""The figures of the frozen part: it is counted, and nobody reads it to tune a rule."""

from __future__ import annotations

import pytest

from tests.language import figures
from tests.language.corpora import HERE, rows


def test_the_figures_are_counts_and_show_no_row_of_the_frozen_part(capsys: pytest.CaptureFixture[str]) -> None:
    figures.main([])
    shown = capsys.readouterr().out
    assert "triage" in shown
    frozen = [row[1 if skill == "matching" else 0] for skill in figures.SKILLS for row in rows(f"blind_{skill}", 2)]
    assert sum(len(text) > 8 and text in shown for text in frozen) == 0


def test_no_sentence_of_the_frozen_part_is_tuned_on() -> None:
    """Short answers ("morgen", "ja hoor") are everybody's; a whole sentence in both parts would be a copy."""
    for skill in figures.SKILLS:
        at = 1 if skill == "matching" else 0
        tuned = {row[at] for row in rows(skill, 3)}
        for path in HERE.glob(f"blind*_{skill}.tsv"):
            assert sum(len(row[at]) > 25 and row[at] in tuned for row in rows(path.stem, 3)) == 0, path.name


@pytest.mark.parametrize(
    ("prefix", "skill", "fewest_right", "most_wrong"),
    [("blind2", "reflect", 95, 2), ("blind2", "moments", 48, 1), ("blind", "matching", 54, 1)],
)
def test_the_frozen_part_is_read_no_worse_than_when_it_was_last_counted(
    prefix: str, skill: str, fewest_right: int, most_wrong: int
) -> None:
    found = [outcome.verdict for outcome in figures.outcomes(prefix, skill)]
    assert found.count("right") >= fewest_right
    assert found.count("wrong") <= most_wrong


@pytest.mark.parametrize(("prefix", "missed", "alarms"), [("blind2", 12, 20), ("blind3", 3, 2)])
def test_no_more_signs_of_crisis_are_missed_than_when_they_were_last_counted(
    prefix: str, missed: int, alarms: int
) -> None:
    """A guard against going back, not a promise: docs/language.md says how many are missed."""
    found = [(outcome.row[1], outcome.got) for outcome in figures.outcomes(prefix, "triage")]
    assert sum(wanted == "crisis" and got != "crisis" for wanted, got in found) <= missed
    assert sum(wanted == "-" and got != "-" for wanted, got in found) <= alarms


def test_ordinary_work_talk_nobody_tuned_on_raises_false_alarms_under_three_in_a_hundred() -> None:
    talk = [outcome for outcome in figures.outcomes("blind3", "triage") if outcome.row[1] == "-"]
    assert sum(outcome.got != "-" for outcome in talk) < 0.03 * len(talk)
