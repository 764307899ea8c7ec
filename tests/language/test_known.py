"""Chat spelling is quoted, never said back as a sentence of the bot; ordinary words and names are no reason to quote."""

from __future__ import annotations

import pytest

from dialogues.language.known import written_plainly
from dialogues.render import finish, render


@pytest.mark.parametrize(
    "text",
    [
        "gwn ff rust ofzo",
        "ik wil gwn rust",
        "zn gangetje",
        "nie verder dan de zomer",
        "lekker vlammuh",
        "mss meer uren",
    ],
)
def test_chat_spelling_is_quoted(text: str) -> None:
    assert not written_plainly(text)
    assert finish(render("{{ wens | reflectie }}", {"wens": text}))[0] == f"Je zegt: “{text}”"


@pytest.mark.parametrize(
    "text",
    [
        "meer rust in de pauze",
        "dat Marja me thee bracht",
        "de teamleider die even hielp",
        "samen werken met nieuwe collega's",
        "ik wil me heftruckcertificaat halen",
        "dan kan ik van de inpak af",
        "ik werk elke week met t hele team",
        "",
    ],
)
def test_ordinary_words_names_and_compounds_are_no_reason_to_quote(text: str) -> None:
    assert written_plainly(text)
