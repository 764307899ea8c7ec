"""A moment in what somebody will do is heard, a day they ask for is not one, and only fillers at the ends fall away."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from dialogues.language.moment_words import describe
from dialogues.language.plan_words import moment_in, tidied

NOW = datetime(2026, 11, 24, 19, 30, tzinfo=ZoneInfo("Europe/Amsterdam"))


@pytest.mark.parametrize(
    ("action", "moment"),
    [
        ("ik vraag haar donderdag na het overleg", "overmorgen, na het overleg"),
        ("ik bel maandag om tien uur het pensioenfonds", "maandag om 10 uur"),
        ("ik mail morgen mijn baas", "morgen"),
        ("ik vraag om een gesprek", ""),
        ("ik vraag om een andere schaal", ""),
        ("ik vraag of ik woensdag vrij mag", ""),
        ("ik vraag de vrijdag vrij", ""),
        ("ik vraag mijn vrije vrijdag terug", ""),
        ("mag ik maandag met je praten?", ""),
        ("ik bel de intercedent", ""),
    ],
)
def test_the_moment_in_what_somebody_will_do(action: str, moment: str) -> None:
    found = moment_in(action, NOW)
    assert (describe(found, NOW) if found else "") == moment


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (
            "donderdag na het overleg dus eigenlijk, dat zei ik net al, een uur of elf",
            "donderdag na het overleg, een uur of elf",
        ),
        ("Nou eigenlijk, ik vraag haar donderdag, dat zei ik net al", "ik vraag haar donderdag"),
        ("nou, dan mail ik haar vrijdag hoor", "dan mail ik haar vrijdag"),
        (
            "intercedent bellen ipv appen, ff vragen naar heftruck",
            "intercedent bellen ipv appen, ff vragen naar heftruck",
        ),
        ("eigenlijk", "eigenlijk"),
        ("gewoon doen", "gewoon doen"),
    ],
)
def test_only_fillers_at_the_ends_fall_away(typed: str, kept: str) -> None:
    assert tidied(typed) == kept
