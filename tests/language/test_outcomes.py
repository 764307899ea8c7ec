"""What came of a plan is heard in everyday words, and nothing is guessed."""

from __future__ import annotations

import pytest

from dialogues.language.outcomes import outcome


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("ik heb haar net wel gemaild", "gelukt"),
        ("gelukt!! eigenlijk pas bij zes tellen, maar ze keken me allemaal aan", "gelukt"),
        ("yess eindelijk opgenomen. moet mailen zei die", "gelukt"),
        ("ging goed", "gelukt"),
        ("Ja net gebeld! Vriendelijke mevrouw.", "gelukt"),
        ("dat had ik al gezegd, gemaild en gesproken, om de week een woensdag", "gelukt"),
        ("Ik heb niks gehoord. Maar Fatima heeft het wel laten zien, da ging goed.", "gelukt"),
        ("Niet gelukt want ze was er niet, maar ik heb haar net wel gemaild", "anders"),
        ("maar ja een beetje dus", "deels"),
        ("Nog niet gebeld, de winkel was vol en ik had de kleinkinderen.", "niet"),
        ("nog niet gevraagd maar hij heeft m wel gezien", "niet"),
        ("het kwam er niet van", "niet"),
        ("het lukte weer niet", "niet"),
        ("vergeten", "niet"),
        ("ayse zegt nee. zij wil ook vrijdag. ik schaam", "nee"),
        ("i asked her and she said no", "nee"),
        ("gevraagd. hij lachte weer. tering", "pijn"),
        ("mailen is cringe maar ok", ""),
        ("wat is er afgesproken", ""),
        ("hoe kom ik bij de bedrijfsarts", ""),
        ("ik ben moe en ik wil leren lassen", ""),
    ],
)
def test_what_came_of_a_plan(text: str, meant: str) -> None:
    assert outcome(text) == meant
