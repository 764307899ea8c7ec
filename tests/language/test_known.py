"""Chat spelling and learners' Dutch are quoted, never said back as the bot's own; ordinary words are no reason to quote."""

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


@pytest.mark.parametrize(
    "text",
    [
        "ik wil niet meer gebroke dienst. ochtend werken dan naar huis",
        "ik schaam",
        "ik schaam voor mijn collega's",
        "ik verveel op mijn werk",
        "ik bemoei niet met anderen",
        "ik ben bang planner hoort",
        "ik ben bang baas wordt boos",
        "ik heb geen tijd kind is ziek",
        "ik hoop rooster wordt beter",
        "ik durf niet vrage",
        "ik wil leren nederlands spreke",
        "maar ik kan niet praten chef luistert niet",
        "ik wil rust. eerst koffie dan beginnen",
    ],
)
def test_dutch_that_somebody_is_still_learning_is_quoted(text: str) -> None:
    assert finish(render("{{ wens | reflectie }}", {"wens": text}))[0] == f"Je zegt: “{text}”"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ik schaam me ervoor", "Je schaamt je ervoor."),
        ("ik ben bang dat de planner het hoort", "Je bent bang dat de planner het hoort."),
        ("wat ik graag wil is rust", "Wat je graag wilt is rust."),
        ("ik hoor niks van wat hij zegt", "Je hoort niks van wat hij zegt."),
        ("ik werk liever overdag dan 's nachts", "Je werkt liever overdag dan 's nachts."),
        ("ik heb een collega die altijd helpt", "Je hebt een collega die altijd helpt."),
        ("ik wil rust. liever minder dan meer", "Je wilt rust. Liever minder dan meer."),
        ("ik doe het werk, de chef ziet niks", "Je doet het werk, de chef ziet niks."),
    ],
)
def test_dutch_that_resembles_it_is_turned_as_before(text: str, said: str) -> None:
    assert finish(render("{{ wens | reflectie }}", {"wens": text}))[0] == said
