"""Whoever types what was done to them first hears the fixed words and who is there; then the talk goes on where it was."""

from __future__ import annotations

from tests.walks.phone import Walk

BULLIED = "ik word gepest door mijn collega's"


async def test_the_talk_about_a_boundary_goes_on_after_the_fixed_words(walk: Walk) -> None:
    """The question comes back whole with its buttons, at the first question and halfway, and these lead to the end."""
    sanne = await walk.finished()
    asked = await sanne.talk("Iemand gaat over mijn grens")
    assert "Een vertrouwenspersoon luistert" in await sanne.type(BULLIED)
    assert await sanne.press("Verder praten") == asked
    await sanne.press("Pesten of buitensluiten")
    asked = await sanne.press("Een paar keer")
    await sanne.type(BULLIED)
    again = await sanne.press("Verder praten")
    assert again in asked
    assert "Wat doet het met jou?" in again
    await sanne.press("Ik ben boos")
    await sanne.press("Ik hield me stil")
    said = await sanne.press("Ik wilde het alleen kwijt")
    assert "Meer hoeft niet" in said


async def test_what_is_kept_of_it_is_only_what_was_chosen(walk: Walk) -> None:
    """With buttons alone it stands in the own document, without a word that was typed on the way."""
    sanne = await walk.finished()
    await sanne.talk("Iemand gaat over mijn grens")
    await sanne.type(BULLIED)
    await sanne.press("Verder praten")
    for label in (
        *("Pesten of buitensluiten", "Al heel lang", "Ik ben boos", "Ik hield me stil"),
        *("Het opschrijven voor mezelf", "Mijn knoppen zijn genoeg"),
    ):
        said = await sanne.press(label)
    assert "Waar het over gaat: Pesten of buitensluiten" in said
    assert BULLIED not in said
    assert "Ik stuur het aan niemand" in await sanne.press("Bewaar het")
