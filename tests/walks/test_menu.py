"""The menu, the commands and what somebody types outside a talk: everything leads somewhere, and no button is dead."""

from __future__ import annotations

import pytest

from bot.services.menu import COMMANDS
from tests.walks.phone import Phone, Walk, calmly

MENU = [
    *("Praten", "Mijn plan", "Mijn groeidocument", "Een verhaal"),
    *("Wat mijn werk biedt", "Pauze", "Wie leest mee?", "Instellingen en hulp"),
]


@calmly
async def test_telegrams_command_menu_is_dutch(calm: Walk) -> None:
    """Commands with a Dutch word beside each, in one order."""
    sanne = calm.phone()
    offered = calm.simulator.world.commands_for(sanne.person)
    assert [each["command"] for each in offered] == list(COMMANDS)
    assert all(each["description"][0].isupper() for each in offered)


@calmly
@pytest.mark.parametrize("command", [*COMMANDS, "start", "menu", "help", "verhaal"])
async def test_every_command_is_answered(asked: Phone, resting: Phone, command: str) -> None:
    """In a talk and outside, with one reply that is no shrug."""
    for phone in (asked, resting):
        said = await phone.type(f"/{command}")
        assert said
        assert "Dat woord ken ik niet" not in said


@calmly
@pytest.mark.parametrize("label", MENU)
async def test_every_menu_button_does_something(resting: Phone, label: str) -> None:
    """Each of them gets an answer."""
    await resting.type("/menu")
    assert resting.labels() == MENU
    assert await resting.press(label)


@calmly
@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("menu", "Waar kan ik je mee helpen?"),
        ("Mijn plan", "Je hebt nog geen plan"),
        ("Mijn groeidocument", "Hier staat nog niets"),
        ("stop", "Wat wil je stoppen?"),
        ("stoppen!", "Wat wil je stoppen?"),
        ("hulp", "Ik ben Aanzet, een programma"),
        ("help", "Ik ben Aanzet, een programma"),
        ("pauze", "Wanneer mag ik je niets sturen?"),
        ("wie leest mee?", "Wie leest mee?"),
        ("mijn gegevens", "Dit bewaar ik van jou"),
        ("alles wissen", "Je wilt alles wissen"),
        ("terug", "Waar kan ik je mee helpen?"),
    ],
)
async def test_the_words_of_the_menu_may_be_typed(resting: Phone, typed: str, words: str) -> None:
    """Nobody needs to know a slash."""
    assert words in await resting.type(typed)


@calmly
async def test_free_words_get_an_offer_and_are_taken_along(calm: Walk) -> None:
    """'Praat hierover' begins the talk with what was just said; asked once, forgotten after."""
    sanne = await calm.finished()
    assert "“mijn rooster is elke week anders”" in await sanne.type("mijn rooster is elke week anders")
    assert sanne.labels()[0] == "Ja, graag"
    said = await sanne.press("Ja, graag", times=2)
    assert "rooster is elke week anders" in said
    assert "Wat zou je het liefst willen?" in said
    assert len(sanne.news()) == 1


@calmly
async def test_a_very_long_word_outside_is_cut_with_dots(calm: Walk) -> None:
    """Only the beginning is said back, and one sees that it is the beginning."""
    sanne = await calm.finished()
    assert "…”" in await sanne.type("mijn rooster is elke week weer anders " * 20)


@calmly
async def test_stop_asks_what_to_stop(calm: Walk) -> None:
    """In a talk: this talk, messages, everything or nothing; outside a talk without the first."""
    sanne = await calm.member()
    assert await sanne.type("/stop") == "Wat wil je stoppen?"
    assert sanne.labels() == ["Alleen dit gesprek", "Geen berichten meer", "Alles, en wissen", "Niets, ga door"]
    assert "Wat wil jij in je werk?" in await sanne.press("Niets, ga door")
    await sanne.type("/stop")
    assert "dit gesprek is klaar" in await sanne.press("Alleen dit gesprek")
    await sanne.type("/stop")
    assert sanne.labels() == ["Geen berichten meer", "Alles, en wissen", "Niets, ga door"]


@calmly
async def test_a_talk_can_be_left_and_taken_up_again(calm: Walk) -> None:
    """Another talk in between; 'Verder waar we waren' asks the waiting question again."""
    sanne = await calm.member()
    await sanne.press("Ik twijfel")
    await sanne.talk("Een klein plan maken")
    await sanne.type("stop")
    await sanne.type("/praten")
    assert "Wat komt als eerste bij je op?" in await sanne.press("Verder waar we waren")


@calmly
async def test_help_back_and_skip_at_a_question(calm: Walk) -> None:
    """The words and the commands for them do what they say."""
    sanne = await calm.member()
    assert "Typ terug voor de vorige vraag" in await sanne.type("/hulp")
    await sanne.press("Ik twijfel")
    assert "Wat wil jij in je werk?" in await sanne.type("/terug")
    assert "Je hoeft hier niets" in await sanne.type("/skip")


@calmly
async def test_a_new_name_is_used(calm: Walk) -> None:
    """Instellingen, naam: from then on the new one."""
    sanne = await calm.finished()
    await sanne.type("/instellingen")
    await sanne.press("Naam: Sanne")
    assert "Ik noem je Bo" in await sanne.type("Bo")
    assert "Dag Bo." in await sanne.type("/menu")


async def test_a_talk_that_was_stopped_is_not_offered_again(walk: Walk) -> None:
    """*Alleen dit gesprek* ends it; nothing invites to go on where it was left."""
    sanne = await walk.member()
    await sanne.type("/stop")
    await sanne.press("Alleen dit gesprek")
    await sanne.type("/praten")
    assert "Verder waar we waren" not in sanne.labels()
