"""The menu, the commands and what somebody types outside a talk: everything leads somewhere, and no button is dead."""

from __future__ import annotations

import pytest

from bot.services.menu import COMMANDS
from tests.walks.phone import PLAN, Phone, Walk

MENU = [
    *("Praten", "Mijn plan", "Een verhaal", "Pauze", "Stoppen"),
    *("Wie leest mee?", "Mijn gegevens", "Alles wissen", "Hulp"),
]
PRESSES = 3
MOST = 400
"""Buttons one crawl presses."""


async def test_telegrams_command_menu_is_dutch(walk: Walk) -> None:
    """Eight commands with a Dutch word beside each, in one order."""
    sanne = walk.phone()
    offered = walk.simulator.world.commands_for(sanne.person)
    assert [each["command"] for each in offered] == list(COMMANDS)
    assert all(each["description"][0].isupper() for each in offered)


@pytest.mark.parametrize("command", [*COMMANDS, "start", "menu", "help", "verhaal"])
async def test_every_command_is_answered(walk: Walk, command: str) -> None:
    """In a talk and outside, with one reply that is no shrug."""
    talking, resting = await walk.member(), await walk.finished("Bo")
    for phone in (talking, resting):
        said = await phone.type(f"/{command}")
        assert said
        assert "Dat woord ken ik niet" not in said


@pytest.mark.parametrize("label", MENU)
async def test_every_menu_button_does_something(walk: Walk, label: str) -> None:
    """Each of the nine gets an answer."""
    sanne = await walk.finished()
    await sanne.type("/menu")
    assert sanne.labels() == MENU
    assert await sanne.press(label)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("menu", "Waar kan ik je mee helpen?"),
        ("Mijn plan", "Je hebt nog geen plan"),
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
async def test_the_words_of_the_menu_may_be_typed(walk: Walk, typed: str, words: str) -> None:
    """Nobody needs to know a slash."""
    sanne = await walk.finished()
    assert words in await sanne.type(typed)


async def test_free_words_get_an_offer_and_are_taken_along(walk: Walk) -> None:
    """'Praat hierover' begins the talk with what was just said; asked once, forgotten after."""
    sanne = await walk.finished()
    assert "“mijn rooster is elke week anders”" in await sanne.type("mijn rooster is elke week anders")
    assert sanne.labels()[0] == "Praat hierover"
    said = await sanne.press("Praat hierover", times=2)
    assert "rooster is elke week anders" in said
    assert "Wat zou je het liefst willen?" in said
    assert len(sanne.news()) == 1


async def test_a_very_long_word_outside_is_cut_with_dots(walk: Walk) -> None:
    """Only the beginning is said back, and one sees that it is the beginning."""
    sanne = await walk.finished()
    assert "…”" in await sanne.type("mijn rooster is elke week weer anders " * 20)


async def test_stop_asks_what_to_stop(walk: Walk) -> None:
    """In a talk: this talk, messages, everything or nothing; outside a talk without the first."""
    sanne = await walk.member()
    assert await sanne.type("/stop") == "Wat wil je stoppen?"
    assert sanne.labels() == ["Alleen dit gesprek", "Berichten uit jezelf", "Alles, en wissen", "Niets, ga door"]
    assert "Wat wil jij in je werk?" in await sanne.press("Niets, ga door")
    await sanne.type("/stop")
    assert "dit gesprek is klaar" in await sanne.press("Alleen dit gesprek")
    await sanne.type("/stop")
    assert sanne.labels() == ["Berichten uit jezelf", "Alles, en wissen", "Niets, ga door"]


async def test_a_talk_can_be_left_and_taken_up_again(walk: Walk) -> None:
    """Another talk in between; 'Verder waar we waren' asks the waiting question again."""
    sanne = await walk.member()
    await sanne.press("Ik twijfel")
    await sanne.type("/praten")
    await sanne.press("Een klein plan maken")
    await sanne.type("stop")
    await sanne.type("/praten")
    assert "Wat komt als eerste bij je op?" in await sanne.press("Verder waar we waren")


async def test_help_back_and_skip_at_a_question(walk: Walk) -> None:
    """The words and the commands for them do what they say."""
    sanne = await walk.member()
    assert "Typ terug voor de vorige vraag" in await sanne.type("/hulp")
    await sanne.press("Ik twijfel")
    assert "Wat wil jij in je werk?" in await sanne.type("/terug")
    assert "Je hoeft hier niets" in await sanne.type("/skip")


async def test_a_new_name_is_used(walk: Walk) -> None:
    """Mijn gegevens, andere naam: from then on the new one."""
    sanne = await walk.finished()
    await sanne.type("/gegevens")
    await sanne.press("Andere naam")
    assert "Ik noem je Bo" in await sanne.type("Bo")
    assert "Dag Bo." in await sanne.type("/menu")


async def reached(walk: Walk, state: str) -> Phone:
    """Somebody in one of the states a crawl starts from."""
    if state in ("lead", "hr"):
        sanne = await walk.member("Karim", state)
        await sanne.type("/menu")
        return sanne
    if state == "newcomer":
        sanne = walk.phone()
        await sanne.open(await walk.link())
        return sanne
    if state == "talking":
        return await walk.member()
    if state == "planned":
        sanne = await walk.member()
        await sanne.do(*PLAN)
        await sanne.type("/plan")
        return sanne
    if state == "asked":
        sanne = await walk.member()
        await sanne.do(*PLAN)
        await walk.at("2026-11-30", "12:00")
        return sanne
    sanne = await walk.finished()
    await sanne.type(state)
    return sanne


@pytest.mark.parametrize(
    "state",
    [
        *("newcomer", "talking", "planned", "asked", "lead", "hr"),
        *("/menu", "/praten", "/pauze", "/stop", "/gegevens", "/wissen", "iets wat ik kwijt wil", "ik wil dood"),
    ],
)
async def test_no_button_is_dead(walk: Walk, state: str) -> None:
    """From many states: every button that turns up within three presses gets an answer or changes the message."""
    sanne = await reached(walk, state)
    failures: list[str] = []
    pressed: set[tuple[str, str]] = set()
    waiting = [(message.id, button, 1) for message in sanne.chat() for button in message.buttons if message.from_bot]
    while waiting and len(pressed) < MOST:
        message_id, button, depth = waiting.pop(0)
        message = walk.simulator.world.message(sanne.person.id, message_id)
        data = str(button.get("callback_data", ""))
        if message is None or not data or button not in message.buttons or data.startswith("wis2"):
            continue
        kind = data.partition(":")[0]
        key = (message.text, data if kind != "q" else f"q:{button['text']}")
        if key in pressed:
            continue
        pressed.add(key)
        await walk.by(seconds=5)
        seen = len(walk.simulator.world.presses)
        edited = message.labels
        said = await sanne.press_on(message, data)
        (press,) = list(walk.simulator.world.presses.values())[seen:]
        toast = (press.answered or {}).get("text")
        if not said and not toast and message.labels == edited:
            failures.append(f"{button['text']} ({data}) under: {message.text!r}")
        if depth < PRESSES:
            waiting += [(each.id, more, depth + 1) for each in sanne.news() for more in each.buttons]
    assert not failures, "\n".join(failures)
    assert len(pressed) > 2
    assert [row for row in walk.rows("inbox") if row["state"] == "aside" or row["attempts"]] == []
    assert "Er ging iets mis bij mij" not in sanne.transcript()
