"""What goes wrong in the surroundings, as it stands on a phone: whole talks in `docs/gesprekken/onverwacht`, held here.

After a change of words: `WRITE_TALKS=1 pytest tests/walks/test_kindly.py`, and read what came back.
"""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest

from bot.services.settling import ACTS
from dialogues import po
from dialogues.library import Library
from dialogues.load import SHIPPED, collect, load
from dialogues.translation import spoken
from tests.walks.phone import Phone, Walk, walking
from tests.walks.test_offerings import OFFERINGS

TALKS = Path(__file__).parents[2] / "docs" / "gesprekken" / "onverwacht"
ONE_TEXT = "wat_wil_je/open/say"
"""The text that is not translated; its buttons are."""


async def a_story_withdrawn_while_it_is_read(walk: Walk, sanne: Phone) -> None:
    await sanne.type("/verhaal")
    told = sanne.news()[-1]
    walk.app.house.library = Library(replace(collect().content, stories={}))
    await sanne.press_on(told, str(told.buttons[0]["callback_data"]))
    await sanne.type("/verhaal")


async def an_offering_that_ended(walk: Walk, sanne: Phone) -> None:
    await sanne.type("/aanbod")
    await sanne.press("Je rooster")
    page = sanne.news()[-1]
    button = page.button("Ruilen met de planner")
    assert button is not None
    await walk.by(days=1)
    await sanne.press_on(page, str(button["callback_data"]))


async def a_pdf_of_an_empty_document(walk: Walk, sanne: Phone) -> None:
    await sanne.type("/mijn")
    await sanne.type("mijn document als pdf")


async def twenty_plans_at_once(walk: Walk, sanne: Phone) -> None:
    for _ in range(20):
        await sanne.talk("Een klein plan maken")
        if "Je hebt al twee plannen" in sanne.says():
            break
        await sanne.do("Ik zoek uit wat er kan", "vrijdag om 10 uur", "Dan doe ik het na mijn werk", "?8", "?Klopt")
    await sanne.type("/plan")


async def a_scan_left_half_way(walk: Walk, sanne: Phone) -> None:
    await sanne.talk("Mijn scan")
    await sanne.do("Begin maar", "7", "3", "stop")
    await sanne.press("Verder praten")
    await sanne.do("8", "Nu al kijken")


@pytest.mark.parametrize(
    "scene",
    [
        a_story_withdrawn_while_it_is_read,
        an_offering_that_ended,
        a_pdf_of_an_empty_document,
        twenty_plans_at_once,
        a_scan_left_half_way,
    ],
)
async def test_it_goes_as_the_page_says(
    tmp_path: Path, library: Library, scene: Callable[[Walk, Phone], Awaitable[None]]
) -> None:
    """One scene, from the first word of it to the last."""
    if scene is an_offering_that_ended:
        own = tmp_path / "own" / "nl" / "offerings"
        own.mkdir(parents=True)
        (own / "proef.yaml").write_text(OFFERINGS.replace("2026-11-30", "2026-11-23"))
        library = load([SHIPPED, tmp_path / "own"], acts=ACTS)
    async with walking(tmp_path / "data", library=library) as walk:
        sanne = await walk.finished()
        before = len(sanne.transcript())
        await scene(walk, sanne)
        held(scene.__name__, sanne.transcript()[before:])


async def test_a_text_that_is_not_translated_is_dutch_among_english_ones(tmp_path: Path) -> None:
    """Its buttons and all that follows stay English."""
    found = collect()
    file, entries = SHIPPED / "en" / "texts.po", po.read(SHIPPED / "en" / "texts.po").entries
    left = [entry for entry in entries if entry.id != ONE_TEXT]
    library = Library(found.content, {"en": spoken("en", [(file, left)], found.content).content})
    async with walking(tmp_path, library=library) as walk:
        piotr = walk.phone("Piotr", "pl")
        await piotr.open(await walk.link())
        await piotr.press("English")
        await piotr.press(library.phrases("en")["button_join"])
        before = len(piotr.transcript())
        await piotr.press("Piotr")
        await piotr.press(library.script("kennismaking", "en").step("uren").ask.buttons["overdag"].label)  # type: ignore[union-attr]
        held("a_text_that_is_not_translated", piotr.transcript()[before:])


def held(name: str, talk: str) -> None:
    """The talk is the one that stands on its page."""
    page = TALKS / f"{name}.txt"
    told = talk.strip() + "\n"
    if os.environ.get("WRITE_TALKS"):
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(told, encoding="utf-8")
    assert told == page.read_text(encoding="utf-8")
