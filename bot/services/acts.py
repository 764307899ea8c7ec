"""The names of what a script may have done under `do:`. Not the doing: who only checks content needs nothing else of the bot."""

from __future__ import annotations

ACT_NAMES = frozenset(
    {
        "met_rust", "naam_bewaren", "uren_bewaren", "plan_klaar", "plan_stoppen", "plan_uitkomst",
        "plan_gelukt", "plan_niet_vragen", "antwoorden_bewaren",
        "team_maken", "vragen_sturen", "bericht_proef", "bericht_sturen", "gekozen", "nagevraagd", "document_veranderen",
    }
)  # fmt: skip
"""The keys of `settling.ACTS`; a test holds the two together."""
