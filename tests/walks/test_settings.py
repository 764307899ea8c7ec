"""*Instellingen*: how the bot talks to somebody is one page, each thing one tap away; and English from the very start."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.services.profile import Profile
from bot.services.settling import ACTS
from dialogues import po
from dialogues.library import Library
from dialogues.load import SHIPPED, collect, load
from dialogues.texts import Text
from tests.walks.phone import Walk, calmly, walking

WORDS = {
    "phrases:button_join": "Yes, I take part",
    "phrases:button_no_thanks": "No, thanks",
    "phrases:button_who_reads": "Who reads this?",
    "phrases:menu_praten": "Talk",
    "phrases:command_praten": "Talk about your work",
    "phrases:please_choose": "First I need your yes or no.",
    "phrases:no_thanks": "Fine. I keep nothing.",
    "kennismaking/naam/say": "Welcome.\nWhat may I call you?",
    "wat_wil_je/open/say": "What would you like in your work?",
}


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The shipped content with a little of it in English."""
    own = tmp_path_factory.mktemp("content")
    texts = collect().content.texts()
    kept = " ".join(texts["phrases:welcome"].kept)
    words = WORDS | {"phrases:welcome": f"Hello, this is English. {kept}"}
    rows = [po.Row(Text(name, texts[name].dutch), said) for name, said in words.items()]
    po.save(own / "en" / "texts.po", po.written("en", rows))
    return load([SHIPPED, own], acts=ACTS)


@calmly
async def test_the_page_shows_how_everything_stands(calm: Walk) -> None:
    """At most eight buttons, by command and in words; the language and *u* among them."""
    sanne = await calm.finished()
    for asked in ("/instellingen", "instellingen"):
        await sanne.type(asked)
        assert sanne.labels() == [
            *("Naam: Sanne", "Werk: niet gekozen", "Uren: 08–20", "Onderwerpen: geen"),
            *("Ik zeg: je", "Taal: Nederlands", "Mijn gegevens", "Hulp"),
        ]


@calmly
@pytest.mark.parametrize(
    ("button", "choice", "after"),
    [
        ("Werk: niet gekozen", "Zorg", "Werk: zorg"),
        ("Uren: 08–20", "Tussen 13 en 22 uur", "Uren: 13–22"),
        ("Uren: 08–20", "Ik werk vaak 's nachts", "Uren: 16–20"),
    ],
)
async def test_one_tap_changes_it_and_shows_the_page_again(calm: Walk, button: str, choice: str, after: str) -> None:
    sanne = await calm.finished()
    await sanne.type("/instellingen")
    await sanne.press(button)
    assert "Goed, dat is veranderd" in await sanne.press(choice)
    assert after in sanne.labels()


@calmly
async def test_work_can_be_none_of_these(calm: Walk) -> None:
    sanne = await calm.finished()
    await sanne.type("/instellingen")
    await sanne.press("Werk: niet gekozen")
    await sanne.press("Winkel")
    await sanne.press("Werk: winkel")
    await sanne.press("Iets anders")
    assert "Werk: niet gekozen" in sanne.labels()


@calmly
async def test_chosen_subjects_are_counted_on_the_page(calm: Walk) -> None:
    sanne = await calm.finished()
    await sanne.type("/instellingen")
    await sanne.press("Onderwerpen: geen")
    await sanne.press("Samenwerken")
    await sanne.type("/instellingen")
    assert "Onderwerpen: 1" in sanne.labels()


async def test_wiping_is_two_pages_away_and_no_button_of_the_menu(walk: Walk) -> None:
    """Nobody wipes everything by a slip of the thumb; who looks for it finds it."""
    sanne = await walk.finished()
    await sanne.type("/menu")
    assert "Alles wissen" not in sanne.labels()
    assert len(sanne.labels()) == 8
    await sanne.press("Instellingen en hulp")
    await sanne.press("Mijn gegevens")
    assert "Je wilt alles wissen" in await sanne.press("Alles wissen")


async def test_a_phone_in_another_language_may_go_on_in_english(tmp_path: Path, english: Library) -> None:
    """From the welcome on, with nothing kept before the yes; the first question is English too."""
    async with walking(tmp_path, library=english) as walk:
        jo = walk.phone("Jo", "pl")
        await jo.open(await walk.link())
        assert "Hello, this is English." in await jo.press("English")
        assert jo.labels() == ["Yes, I take part", "Who reads this?", "No, thanks"]
        assert walk.rows("person") == []
        await jo.press("Who reads this?")
        assert jo.labels() == ["Yes, I take part", "Who reads this?", "No, thanks"]
        assert "What may I call you?" in await jo.press("Yes, I take part")
        await jo.type("stop")
        await jo.type("/menu")
        assert "Talk" in jo.labels()
        await jo.type("/instellingen")
        assert "Language: English" in jo.labels()
        await jo.press("Language: English")
        assert "Taal: Nederlands" in jo.labels()
        await jo.type("/menu")
        assert "Praten" in jo.labels()


async def test_an_english_no_is_answered_in_english(tmp_path: Path, english: Library) -> None:
    async with walking(tmp_path, library=english) as walk:
        jo = walk.phone("Jo", "en")
        await jo.open(await walk.link())
        await jo.press("English")
        assert "I keep nothing" in await jo.press("No, thanks")
        assert walk.rows("newcomer") == []


async def test_a_dutch_phone_is_not_asked_for_english(tmp_path: Path, english: Library) -> None:
    async with walking(tmp_path, library=english) as walk:
        sanne = walk.phone("Sanne", "nl")
        await sanne.open(await walk.link())
        assert "English" not in sanne.labels()


async def test_telegrams_own_menu_speaks_english_to_an_english_phone(tmp_path: Path, english: Library) -> None:
    async with walking(tmp_path, library=english) as walk:
        for language, words in (
            ("en", "Talk about your work"),
            ("nl", "Praten over je werk"),
            ("pl", "Praten over je werk"),
        ):
            offered = walk.simulator.world.commands_for(walk.phone("Jo", language).person)
            assert offered[0]["description"] == words


async def test_u_is_one_tap_and_the_next_word_says_it(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Where there are texts with *u*; one more tap and it is *je* again."""
    own = tmp_path_factory.mktemp("content")
    text = Text("phrases:choose_talk", collect().content.texts()["phrases:choose_talk"].dutch)
    said = text.dutch.replace("wil je", "wilt u")
    po.save(own / "nl_u" / "texts.po", po.written("nl_u", [po.Row(text, said)]))
    async with walking(tmp_path, library=load([SHIPPED, own], acts=ACTS)) as walk:
        sanne = await walk.finished()
        assert "Waar wil je over praten?" in await sanne.type("/praten")
        await sanne.type("/instellingen")
        assert "Goed, dat is veranderd" in await sanne.press("Ik zeg: je")
        assert "Waar wilt u over praten?" in await sanne.type("/praten")
        await sanne.press("Ik zeg: u")
        assert "Waar wil je over praten?" in await sanne.type("/praten")


def test_an_older_profile_is_still_read() -> None:
    """What was kept before there were subjects and reasons opens as it is, and keeps nothing it need not."""
    old = {"name": "Sanne", "seen_nudges": ["duw_anders"], "not_for_me": ["duw_anders"], "last_angle": "samen"}
    profile = Profile.model_validate(old)
    assert profile.themes == profile.liked == ()
    assert profile.model_dump(mode="json", exclude_defaults=True) == old


async def test_asking_for_u_in_words_changes_the_talk_at_hand(tmp_path: Path) -> None:
    """At once, the waiting question too; *je* again on request, and what is not there is said."""
    texts = collect().content.texts()
    rows = [
        po.Row(Text(name, texts[name].dutch), said)
        for name, said in {
            "phrases:speech_changed": "Goed. Zo praat ik voortaan met u.",
            "wat_wil_je/open/say": "Vandaag geen lijst met cursussen.\nWat wilt u in uw werk?",
        }.items()
    ]
    po.save(tmp_path / "own" / "nl_u" / "texts.po", po.written("nl_u", rows))
    async with walking(tmp_path, library=load([SHIPPED, tmp_path / "own"], acts=ACTS)) as walk:
        wim = await walk.member()
        said = await wim.type("Ik wil met u aangesproken worden.")
        assert said.startswith("Goed. Zo praat ik voortaan met u.")
        assert "Wat wilt u in uw werk?" in said
        assert "Wat wil jij in je werk?" in await wim.type("zeg maar je")
        assert "Wat verandert er voor jou" in await wim.type("ik wil mijn kennis overdragen")
