"""Whoever asks why something came hears what they chose themselves, and can change it. Nothing they typed counts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from dialogues.library import Library
from dialogues.load import collect
from tests.walks.phone import Phone, Walk, calmly, walking


async def first_unasked(walk: Walk, phone: Phone) -> str:
    """The first thing that comes of itself, and its words."""
    for _ in range(30):
        phone.look()
        await walk.by(days=1)
        if any("Niet voor mij" in message.labels for message in phone.news()):
            return phone.says()
    raise AssertionError("nothing came")


@calmly
async def test_before_anything_came_the_answer_is_honest(calm: Walk) -> None:
    """By command and in words: nothing came yet, and something may be chosen."""
    sanne = await calm.finished()
    for asked in ("/waarom", "waarom stuur je dit?", "waarom dit"):
        assert "Ik stuurde je nog niets uit mezelf" in await sanne.type(asked)
        assert sanne.labels() == ["Andere onderwerpen", "Minder berichten", "Niets uit jezelf"]


@calmly
async def test_the_help_page_has_a_place_for_it(calm: Walk) -> None:
    sanne = await calm.finished()
    await sanne.type("/hulp")
    assert "nog niets uit mezelf" in await sanne.press("Waarom stuur je dit?")


async def test_somebody_who_chose_nothing_hears_of_no_earlier_side_at_the_first_message(walk: Walk) -> None:
    """Words typed outside a talk are no choice."""
    sanne = await walk.finished()
    await sanne.type("ik ben moe en ik wil leren lassen")
    await first_unasked(walk, sanne)
    said = await sanne.type("/waarom")
    assert "Je koos hier nog niets over" in said
    assert "Daarom koos ik zelf iets uit" in said
    assert "van een andere kant" not in said
    assert "lassen" not in said


async def test_a_chosen_subject_is_followed_and_named_until_it_is_taken_back(walk: Walk) -> None:
    """One tap chooses, the next message is about it and says so; another tap takes it back."""
    sanne = await walk.finished()
    await sanne.type("/onderwerpen")
    await sanne.press("Samenwerken")
    assert "✓ Samenwerken" in sanne.labels()
    assert "Jij koos: samenwerken" in await sanne.press("Klaar")
    await first_unasked(walk, sanne)
    said = await sanne.type("waarom stuur je dit")
    assert "Je koos ‘samenwerken’." in said
    assert "Daarom dit." in said
    await sanne.press("Andere onderwerpen")
    await sanne.press("✓ Samenwerken")
    assert "Samenwerken" in sanne.labels()
    assert "Je koos niets" in await sanne.press("Klaar")


async def test_more_of_this_is_remembered_and_told(walk: Walk) -> None:
    """A story liked leads to more of its theme, and to the story's own name in the reason."""
    sanne = await walk.finished()
    told = await sanne.type("/verhaal")
    title = told.splitlines()[0]
    assert sanne.labels() == ["Meer hiervan", "Niet voor mij"]
    assert "Dan kies ik vaker iets over" in await sanne.press("Meer hiervan")
    assert "Niet voor mij" in sanne.shown("Meer hiervan").labels
    liked = walk.app.house.library
    (story,) = [each for each in liked.stories.values() if each.title == title]
    themes = [each.theme for each in liked.stories.values()] + [each.theme for each in liked.nudges]
    assert themes.count(story.theme) > 1, "the test needs a second piece of the same theme"
    while "Je wilde meer van het verhaal" not in await sanne.type("/waarom"):
        await first_unasked(walk, sanne)
    assert f"‘{title}’" in sanne.says()


async def test_fewer_means_half_and_can_be_turned_back(walk: Walk) -> None:
    sanne = await walk.finished()
    await first_unasked(walk, sanne)
    await sanne.type("/waarom")
    assert "de helft" in await sanne.press("Minder berichten")
    await sanne.type("/waarom")
    assert "Minder berichten" not in sanne.labels()
    came = 0
    for _ in range(28):
        sanne.look()
        await walk.by(days=1)
        if "Niet voor mij" in sanne.labels() and sanne.news():
            came += 1
            await sanne.type("/menu")
    assert 1 <= came <= 3
    assert "af en toe iets" in await sanne.press("Weer gewoon")


async def test_nothing_of_itself_is_one_tap(walk: Walk) -> None:
    sanne = await walk.finished()
    await sanne.type("/waarom")
    assert "Ik stuur uit mezelf niets meer" in await sanne.press("Niets uit jezelf")
    await sanne.type("/waarom")
    assert sanne.labels() == ["Andere onderwerpen", "Toch wel"]


async def test_what_came_from_work_was_not_chosen_for_anybody(walk: Walk) -> None:
    """A message of HR is told as such."""
    hr, sanne = await walk.member("Els", "hr"), await walk.finished()
    await hr.type("/bericht")
    await hr.do("Iedereen", "Nieuws", "Geen knop", "Ja, verstuur")
    await walk.by(minutes=1)
    assert "Ik koos het niet voor je" in await sanne.type("/waarom")


async def test_a_story_withdrawn_while_it_is_read(tmp_path: Path, library: Library) -> None:
    """Its buttons still get a kind answer, and the reason no longer names it."""
    async with walking(tmp_path, library=library) as walk:
        sanne = await walk.finished()
        await sanne.type("/verhaal")
        told = sanne.news()[-1]
        walk.app.house.library = Library(replace(collect().content, stories={}))
        assert "Een verhaal dat er niet meer is" in await sanne.type("/waarom")
        assert "Dat stukje is er niet meer" in await sanne.press_on(told, str(told.buttons[0]["callback_data"]))
        assert "Dit krijg je niet meer" in await sanne.press_on(told, str(told.buttons[1]["callback_data"]))
        assert "Je hebt alle verhalen gehad" in await sanne.type("/verhaal")
