"""Somebody with another language hears it in everything, and Dutch where a text is not translated."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.services.person import by_id, save
from bot.services.settling import ACTS
from dialogues import po
from dialogues.library import Library
from dialogues.load import SHIPPED, collect, load
from dialogues.texts import Text
from tests.walks.phone import Phone, Walk, walking

WORDS = {
    "wat_wil_je/menu": "What do you want?",
    "wat_wil_je/open/say": "What would you like in your work?",
    "wat_wil_je/open/button/twijfel": "I am not sure",
    "wat_wil_je/open/also/twijfel": "no clue\nnot sure",
    "phrases:stopped": "Fine, we stop.",
    "contacts:crisis_113/name": "113 suicide prevention",
}


@pytest.fixture
def english(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The shipped content with some of it in English; of nudges and stories only the texts."""
    own = tmp_path_factory.mktemp("content")
    texts = collect().content.texts()
    words = {name: f"EN {text.dutch}" for name, text in texts.items() if text.group in ("nudges", "stories")}
    words = {name: said for name, said in words.items() if name.endswith("/text")} | WORDS
    rows = [po.Row(Text(name, texts[name].dutch), said) for name, said in words.items()]
    po.save(own / "en" / "texts.po", po.written("en", rows))
    return load([SHIPPED, own], acts=ACTS)


async def speaks_english(walk: Walk, phone: Phone) -> Phone:
    """From here on."""
    async with walk.store.transaction() as tx:
        person = await by_id(walk.app.house, tx, walk.rows("person")[-1]["id"])
        assert person is not None
        person.change(language="en")
        await save(tx, person)
    phone.look()
    return phone


async def test_talk_nudge_story_and_card_come_in_the_persons_language(tmp_path: Path, english: Library) -> None:
    async with walking(tmp_path, library=english) as walk:
        sanne = await speaks_english(walk, await walk.member())
        assert "Fine, we stop." in await sanne.type("stop")
        await sanne.type("/menu")
        await sanne.do("Talk", "What I want")
        assert "What would you like in your work?" in await sanne.press("What do you want?")
        assert sanne.labels() == ["I know exactly", "I am not sure", "Nothing, really"]
        assert "What comes to mind first?" in await sanne.type("not sure")
        await sanne.type("stop")
        sanne.look()
        unasked = []
        for _ in range(40):
            await walk.by(days=1)
            unasked += [message.text for message in sanne.news() if "Not for me" in message.labels]
            await sanne.type("/menu")
        assert len(unasked) >= 4
        assert all("EN " in text for text in unasked), unasked
        assert "[113 suicide prevention: 113]" in await sanne.type("ik wil dood")
        bo = await walk.finished("Bo")
        assert "[113 Zelfmoordpreventie: 113]" in await bo.type("ik wil dood")
