"""What the organisation has: found by subject, named in a talk only after a yes, and never a dead end when it ended."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.services.settling import ACTS
from dialogues.library import Library
from dialogues.load import SHIPPED, collect, load
from tests.walks.phone import Walk, calmly, walking

OFFERINGS = """
offerings:
  - {id: proef_ruil, title: Ruilen met de planner, text: Je ruilt een dienst., how: Bel de planner op maandag.,
     theme: rooster, function: mogelijk maken, until: 2026-11-30}
  - {id: proef_zelf, title: Zelf roosteren, text: Je kiest je diensten., how: Vraag het je team.,
     theme: rooster, function: mogelijk maken, sectors: [zorg]}
"""
TALK = """
id: proef_rooster
title: Proef met rooster
menu: Proef met rooster
theme: rooster
steps:
  - {id: begin, say: "Hoe is je rooster?", ask: {choice: hoe, buttons: {goed: Gaat wel, slecht: Lastig}}}
  - {id: aanbod, say: Zal ik iets noemen?, offer: {what: offering, yes: Noem maar, no: Nu niet}}
  - {id: slot, say: Dat was het.}
"""


@pytest.fixture(scope="module")
def offering(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The shipped content, with two offerings on rosters and a talk that names them."""
    own = tmp_path_factory.mktemp("content") / "nl"
    for folder, name, text in (("offerings", "proef", OFFERINGS), ("conversations", "proef_rooster", TALK)):
        (own / folder).mkdir(parents=True)
        (own / folder / f"{name}.yaml").write_text(text)
    return load([SHIPPED, own.parent], acts=ACTS)


@calmly
async def test_everything_is_found_by_subject_in_short_pages(calm: Walk) -> None:
    """From the menu in three presses to how to get it; every page has at most seven titles and a way on."""
    sanne = await calm.finished()
    await sanne.type("/menu")
    assert "Waar zoek je iets over?" in await sanne.press("Wat mijn werk biedt")
    await sanne.press("Leren")
    assert "Terug" in sanne.labels()
    assert len(sanne.labels()) <= 8
    said = await sanne.press("Een dag meelopen")
    assert "Hoe kom je eraan?" in said
    assert "Vraag je leidinggevende" in said
    assert "Een dag meelopen" in sanne.shown("Een dag meelopen").labels
    await sanne.press("Wat is er nog meer?")
    assert "Een dag meelopen" in sanne.labels()


async def test_a_talk_names_it_after_a_yes_and_not_again_for_a_while(tmp_path: Path, offering: Library) -> None:
    """Permission, titles as buttons, how to get it; two months later it may be named again."""
    async with walking(tmp_path, library=offering) as walk:
        sanne = await walk.finished()
        await sanne.talk("Proef met rooster")
        assert "Zal ik iets noemen?" in await sanne.press("Lastig")
        said = await sanne.press("Noem maar")
        assert "Bij elk staat aan wie je vraagt of het bij jullie kan" in said
        assert "Dat was het." in said
        assert {"Ruilen met de planner", "Zelf roosteren"} <= set(sanne.shown("Zelf roosteren").labels)
        assert "Bel de planner op maandag" in await sanne.press("Ruilen met de planner")
        assert "Je vroeg er zelf om, of je zei ja" in await sanne.type("/waarom")
        await sanne.talk("Proef met rooster")
        assert "Dat was het." in await sanne.press("Lastig")
        await sanne.type("/aanbod")
        await sanne.press("Je rooster")
        assert "Zelf roosteren" in sanne.labels()
        await walk.by(days=61)
        await sanne.talk("Proef met rooster")
        await sanne.press("Lastig")
        await sanne.press("Noem maar")
        assert "Ruilen met de planner" not in sanne.shown("Zelf roosteren").labels  # ended by now


def test_the_examples_can_be_left_out_and_an_own_list_stays(tmp_path: Path) -> None:
    """Nothing is named as the employer's that is not; an own text under the id of an example counts as own."""
    own = tmp_path / "nl" / "offerings"
    own.mkdir(parents=True)
    (own / "aanbod.yaml").write_text(OFFERINGS.replace("proef_zelf", "dag_meelopen"))
    library = load([SHIPPED, tmp_path], acts=ACTS, examples=False)
    assert set(library.offerings) == {"proef_ruil", "dag_meelopen"}
    assert library.offerings["dag_meelopen"].title == "Zelf roosteren"
    nothing = load([SHIPPED], acts=ACTS, examples=False)
    assert not nothing.offerings
    assert all(nothing.offering("cursus_kiezen", language) is None for language in ("nl", "nl_u", "en"))


async def test_a_no_is_a_no(tmp_path: Path, offering: Library) -> None:
    async with walking(tmp_path, library=offering) as walk:
        sanne = await walk.finished()
        await sanne.talk("Proef met rooster")
        await sanne.press("Lastig")
        assert await sanne.press("Nu niet") == "Dat was het."


async def test_an_offering_that_ended_gets_a_kind_word_and_what_else_there_is(
    tmp_path: Path, offering: Library
) -> None:
    """Its title still stands on the phone: by the calendar, and withdrawn from the content."""
    async with walking(tmp_path, library=offering) as walk:
        sanne = await walk.finished()
        await sanne.type("/aanbod")
        await sanne.press("Je rooster")
        page = sanne.news()[-1]
        button = page.button("Ruilen met de planner")
        assert button is not None
        await walk.at("2026-12-01", "12:00")
        said = await sanne.press_on(page, str(button["callback_data"]))
        assert "‘Ruilen met de planner’ is er niet meer" in said
        assert "Zelf roosteren" in sanne.labels()
        walk.app.house.library = Library(replace(collect().content, offerings={}))
        await walk.by(seconds=5)
        said = await sanne.press_on(page, str(button["callback_data"]))
        assert "Dat is er niet meer" in said
        assert "Personeelszaken weet wat er nog is" in said
        assert "Hier staat nog niets van je werk" in await sanne.type("/aanbod")


async def test_it_ended_while_the_question_stood(tmp_path: Path, offering: Library, library: Library) -> None:
    """A yes to something that is gone gets a word, and the talk goes on."""
    async with walking(tmp_path, library=offering) as walk:
        sanne = await walk.finished()
        await sanne.talk("Proef met rooster")
        await sanne.press("Lastig")
        walk.app.house.library = Library(replace(collect().content, offerings={}))
        said = await sanne.press("Noem maar")
        assert "Dat aanbod is er nu niet meer" in said
        assert "Dat was het." in said
