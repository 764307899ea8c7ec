"""Many conversations are found by subject, by name or by one suggestion that explains itself; none begins by guess."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dialogues.library import Library
from dialogues.load import SHIPPED, collect
from dialogues.texts import Content
from tests.walks.phone import Walk, walking

TALKS = {
    "oefen_leren": ("Iets nieuws leren", "ontwikkeling", "topic: leren"),
    "oefen_rooster": ("Rooster en thuis", "rooster", "topic: druk"),
    "oefen_druk": ("Als het druk is", "werkdruk", "topic: druk"),
    "oefen_grens": ("Tot hier en niet verder", "grenzen", "topic: samen"),
    "oefen_rust": ("Nu even niet", "energie", "topic: rustig"),
    "oefen_eigen": ("Van ons bedrijf", "dialoog", "knob: weten"),
    "oefen_wissel": ("Mijn werk wordt anders", "verandering", "topic: verandering"),
}
BUTTONS = {"oefen_grens": "{pesten: Ik word gepest, fel: Felle klanten}"}


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Seven conversations in the menu, one of them without a subject; those that are shipped are not in the menu here."""
    own = tmp_path_factory.mktemp("content")
    folder = own / "nl" / "conversations"
    folder.mkdir(parents=True)
    for name, (label, theme, more) in TALKS.items():
        buttons = BUTTONS.get(name, "{goed: Het gaat goed, anders: Het kan anders}")
        (folder / f"{name}.yaml").write_text(
            f"id: {name}\ntitle: {label}\nmenu: {label}\ntheme: {theme}\n{more}\nsteps:\n"
            f"  - id: vraag\n    say: Hier gaat het over {theme}. Hoe is dat?\n"
            f"    ask: {{choice: hoe, buttons: {buttons}}}\n  - id: slot\n    say: Dank je.\n"
        )
    return with_menu(collect([SHIPPED, own]).content, *TALKS)


def with_menu(content: Content, *names: str) -> Library:
    """The content, with only these conversations in the menu."""
    scripts = content.scripts.items()
    shown = {name: one if name in names else one.model_copy(update={"menu": None}) for name, one in scripts}
    return Library(replace(content, scripts=shown))


async def test_from_the_menu_to_a_talk_by_its_subject_and_back(tmp_path: Path, many: Library) -> None:
    """The first page holds the subjects, at most eight buttons, and suggests nothing to who chose nothing yet."""
    async with walking(tmp_path, library=many) as walk:
        sanne = await walk.finished()
        said = await sanne.type("/praten")
        assert "Daar past" not in said
        assert {"Leren en groeien", "Druk, rooster en thuis", "Van ons bedrijf"} <= set(sanne.labels())
        assert len(sanne.labels()) <= 9
        await sanne.press("Druk, rooster en thuis")
        assert [label for label in sanne.labels() if label in ("Als het druk is", "Rooster en thuis", "Terug")] == [
            *("Als het druk is", "Rooster en thuis", "Terug")
        ]
        await sanne.press("Terug")
        assert "Hier gaat het over dialoog" in await sanne.press("Van ons bedrijf")


async def test_a_talk_that_was_chosen_colours_the_suggestion(tmp_path: Path, many: Library) -> None:
    """Its theme is one the person chose; the suggestion then says so, and no talk is suggested again."""
    async with walking(tmp_path, library=many) as walk:
        sanne = await walk.finished()
        await sanne.type("/onderwerpen")
        await sanne.press("Grenzen")
        said = await sanne.type("/praten")
        assert "Je koos ‘grenzen’. Daar past ‘Tot hier en niet verder’ bij." in said
        await sanne.press("Tot hier en niet verder")
        await sanne.do("Felle klanten")
        await sanne.type("/praten")
        assert "Tot hier en niet verder" not in sanne.says()


@pytest.mark.parametrize(
    ("typed", "proposed"),
    [
        ("rooster", "Rooster en thuis"),
        ("ik wil graag over mijn rooster praten", "Rooster en thuis"),
        ("klanten", "Tot hier en niet verder"),
        ("leren", "Iets nieuws leren"),
        ("Mijn werk wordt anders", "Mijn werk wordt anders"),
        ("nu even niet", "Nu even niet"),
    ],
)
async def test_a_typed_name_proposes_the_talk_and_starts_nothing(
    tmp_path: Path, many: Library, typed: str, proposed: str
) -> None:
    """A button, a yes in words, or something else altogether."""
    async with walking(tmp_path, library=many) as walk:
        sanne = await walk.finished()
        said = await sanne.type(typed)
        assert f"‘{proposed}’" in said
        assert sanne.labels() == [proposed, "Liever vrij praten"]
        assert "Hier gaat het over" in await sanne.type("ja")


@pytest.mark.parametrize(
    ("typed", "proposed"),
    [
        ("scan", "Mijn scan"),
        ("plaatje", "Mijn scan"),
        ("mijn scan", "Mijn scan"),
        ("contract", "Een vast contract"),
        ("vast contract", "Een vast contract"),
    ],
)
async def test_the_scan_and_the_contract_are_found_by_their_names(walk: Walk, typed: str, proposed: str) -> None:
    """Under one name, also for who only remembers the picture."""
    sanne = await walk.finished()
    assert f"‘{proposed}’" in await sanne.type(typed)


async def test_a_typed_subject_shows_its_talks(tmp_path: Path, many: Library) -> None:
    async with walking(tmp_path, library=many) as walk:
        sanne = await walk.finished()
        await sanne.type("druk, rooster en thuis")
        assert {"Als het druk is", "Rooster en thuis"} <= set(sanne.labels())


@pytest.mark.parametrize("typed", ["mijn rooster is elke week anders", "xyzzy", "ik weet het niet zo goed"])
async def test_other_words_are_no_name(tmp_path: Path, many: Library, typed: str) -> None:
    """A story of one's own is offered to be talked about, not sorted."""
    async with walking(tmp_path, library=many) as walk:
        sanne = await walk.finished()
        assert "Zullen we daarover praten?" in await sanne.type(typed)


async def test_a_talk_that_was_withdrawn_leads_to_the_menu(tmp_path: Path, many: Library) -> None:
    """An old button of a conversation or subject that is gone is not dead."""
    async with walking(tmp_path, library=many) as walk:
        sanne = await walk.finished()
        await sanne.type("/praten")
        await sanne.press("Leren en groeien")
        talks = sanne.news()[-1]
        gone = talks.button("Iets nieuws leren")
        await sanne.type("/praten")
        page = sanne.news()[-1]
        subject = page.button("Met anderen")
        walk.app.house.library = with_menu(collect().content, "als_dan_plan")
        assert gone is not None
        assert subject is not None
        assert "Waar kan ik je mee helpen?" in await sanne.press_on(talks, str(gone["callback_data"]))
        assert "Waar wil je over praten?" in await sanne.press_on(page, str(subject["callback_data"]))


async def test_a_talk_that_was_picked_is_the_reason_by_its_own_name(walk: Walk) -> None:
    """Not by a theme or by what it takes to act, words nobody saw: by the talk as it stood on the button."""
    sanne = await walk.finished()
    await sanne.talk("Het is te druk")
    await sanne.type("stop")
    said = await sanne.type("/praten")
    assert "Je koos het gesprek ‘Het is te druk’. Daar past ‘" in said
    assert "wat jou helpt" not in said
    await sanne.type("/onderwerpen")
    assert not [label for label in sanne.labels() if label.startswith("✓")]
    assert "Je koos niets" in await sanne.press("Klaar")
