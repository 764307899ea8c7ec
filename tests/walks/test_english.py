"""Somebody who types English makes a plan in English, from its start to its reminder."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.services.settling import ACTS
from dialogues import po
from dialogues.library import Library
from dialogues.load import SHIPPED, collect, load
from dialogues.texts import Text
from tests.walks.phone import Walk, walking
from tests.walks.test_language import speaks_english

SUMMARY = {
    "Als:": "If:",
    "Dan:": "Then:",
    "Te druk?": "Too busy?",
    "Ik schrijf je": "I write to you",
    "Klopt het zo?": "Is this right?",
}
WORDS = {
    "als_dan_plan/wat/say": "What is your first small step?",
    "als_dan_plan/wat/button/gesprek": "I ask for a talk",
    "als_dan_plan/wat/button/collega": "I ask a colleague for help",
    "als_dan_plan/wat/button/uitzoeken": "I find out what is possible",
    "als_dan_plan/wat/reply/collega": "You ask a colleague for help.",
    "als_dan_plan/wel/say": "{{ dan | reflectie }}\nA plan works best with something you do.\nWhat will you do then?",
    "als_dan_plan/wanneer/say": "{{ dan.typed | reflectie }}\nWhen will you do that?",
    "als_dan_plan/wanneer/button/morgen": "Tomorrow when I start",
    "als_dan_plan/wanneer/button/pauze": "Tomorrow in the break",
    "als_dan_plan/wanneer/button/na": "After my next working day",
    "als_dan_plan/uur/say": "What time may I write to you?",
    "als_dan_plan/uur/button/acht": "8 in the morning",
    "als_dan_plan/uur/button/drie": "3 in the afternoon",
    "als_dan_plan/druk/say": "And if it is too busy then?",
    "als_dan_plan/druk/button/na_werk": "Then I do it after work",
    "als_dan_plan/klopt/button/klopt": "That's right",
    "phrases:you_say": "You say:",
    "phrases:not_a_moment": "I do not know yet when that is.",
    "phrases:not_a_button": "I do not quite understand.",
    "phrases:welcome_thanks": "You are welcome.",
    "phrases:privacy_short": "Nobody at your work reads along.",
    "phrases:button_make_plan": "Make a plan",
    "phrases:plan_kept": (
        "Your plan stands.\n"
        "{% if gewoonte %}Each time, first {{ dag }}.{% else %}I send you these words: {{ dag }}.{% endif %}\n"
        "I ask how it went: {{ vraag_dag }}."
    ),
    "phrases:reminder": (
        "Your plan is now.\n**If:** {{ als | klein }}\n\n**Then:** {{ dan | klein }}\n"
        "{% if druk %}\n**Too busy?** {{ druk | zin }}{% endif %}"
    ),
}


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The shipped content with the plan in English."""
    own = tmp_path_factory.mktemp("content")
    texts = collect().content.texts()
    summary = texts["als_dan_plan/klopt/say"].dutch
    for dutch, said in SUMMARY.items():
        summary = summary.replace(dutch, said)
    words = {**WORDS, "als_dan_plan/klopt/say": summary}
    rows = [po.Row(Text(name, texts[name].dutch), said) for name, said in words.items()]
    po.save(own / "en" / "texts.po", po.written("en", rows))
    return load([SHIPPED, own], acts=ACTS)


async def test_a_plan_is_made_in_english_and_comes_back_in_english(tmp_path: Path, english: Library) -> None:
    """Every answer is typed; the reminder comes on Friday at three, in the words that were typed."""
    async with walking(tmp_path, library=english) as walk:
        sanne = await speaks_english(walk, await walk.finished())
        await sanne.type("my plan")
        assert "What is your first small step?" in await sanne.press("Make a plan")
        assert "Nobody at your work reads along." in await sanne.type("does my boss see this?")
        assert "A plan works best with something you do." in await sanne.type("I stop working late")
        assert "You say: “I ask Anna for a talk”" in await sanne.type("I ask Anna for a talk")
        assert "I do not know yet when that is." in await sanne.type("someday")
        assert "And if it is too busy then?" in await sanne.type("friday at 3")
        await sanne.type("then I do it after work")
        said = await sanne.type("8")
        assert "If: friday at 3" in said
        assert "Then: I ask Anna for a talk" in said
        assert "I write to you Friday at 15:00." in said
        assert "You are welcome." in await sanne.type("thanks")
        assert "these words: Friday at 15:00." in await sanne.type("yeah")
        assert "I ask how it went: Monday 30 November." in sanne.says()
        sanne.look()
        await walk.at("2026-11-27", "14:59")
        assert "Your plan is now." not in sanne.says()
        await walk.at("2026-11-27", "15:00")
        assert "Your plan is now." in sanne.says()
        assert "Then: I ask Anna for a talk" in sanne.says()


async def test_buttons_and_hours_may_be_typed_in_english(tmp_path: Path, english: Library) -> None:
    """Part of a label is enough, and an hour asked for apart is read."""
    async with walking(tmp_path, library=english) as walk:
        sanne = await speaks_english(walk, await walk.finished())
        await sanne.type("my plan")
        await sanne.press("Make a plan")
        assert "When will you do that?" in await sanne.type("ask a colleague for help")
        assert "What time may I write to you?" in await sanne.type("tomorrow in the break")
        assert "And if it is too busy then?" in await sanne.type("3 in the afternoon")
        said = await sanne.type("then I do it after work")
        said = await sanne.type("9")
        assert "Then: I ask a colleague for help" in said
        assert "I write to you tomorrow at 15:00." in said


async def test_the_same_phone_in_dutch_hears_dutch(walk: Walk) -> None:
    """Who is addressed in Dutch hears the days in Dutch, also when they typed English."""
    sanne = await walk.finished()
    await sanne.type("plan")
    await sanne.press("Een plan maken")
    await sanne.do("Ik vraag een collega om hulp", "friday at 3", "Dan doe ik het na mijn werk", "?8")
    assert "vrijdag om 15 uur" in sanne.says()
