"""What somebody can see, take along and destroy; and that after destroying nothing of them is left in any file."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from bot.simulator.state import Message
from dialogues.library import Library
from storage.files import DATABASE, KEYS
from tests.walks.phone import PLAN, Phone, Walk, found_in, walking

NAME = "Wilhelmientje"
SECRETS = ("certificaat", "inpak", "rijden kan", "gesprek met de baas", "Roosmarijn", NAME)
"""Words of this person's that stand nowhere by chance."""


async def known(walk: Walk, name: str = NAME) -> Phone:
    """Somebody with talks, a plan, an answer and a nickname."""
    phone = walk.phone(name)
    await phone.open(await walk.link())
    for label in ("Ja, ik doe mee", name, "Tussen 8 en 20 uur"):
        await phone.press(label)
    await phone.do(*PLAN[:8], "Anders…", "ik vraag een gesprek met de baas", *PLAN[9:])
    await phone.type("/instellingen")
    await phone.press(f"Naam: {name}")
    await phone.type("Roosmarijn")
    return phone


def file_of(walk: Walk, message: Message) -> dict[str, object]:
    stored = walk.simulator.world.files.by_id(message.body["document"]["file_id"])
    loaded: dict[str, object] = json.loads(stored.content)
    return loaded


async def wiped(phone: Phone) -> str:
    """Everything wiped, twice confirmed."""
    await phone.type("/wissen")
    await phone.press("Ja, alles wissen")
    return await phone.press("Wis nu alles")


async def test_no_word_of_anybody_stands_plain_on_the_disk(walk: Walk, tmp_path: Path) -> None:
    """While everything is kept, no file holds a word, a name or a chat number."""
    phone = await known(walk)
    assert found_in(tmp_path, *SECRETS, str(phone.person.id)) == []


async def test_the_file_holds_all_of_the_person_and_only_of_the_person(walk: Walk) -> None:
    """Name, team, talks, plans and what is to come; nothing of a colleague's, no number or key of ours."""
    phone, other = await known(walk), await walk.member("Bo")
    await other.do("Ik weet het precies", "geheim van Bo")
    await phone.type("/gegevens")
    await phone.press("Als bestand")
    (message,) = phone.news()
    kept = file_of(walk, message)
    text = json.dumps(kept, ensure_ascii=False)
    for own in (
        "certificaat",
        "van de inpak af",
        "rijden kan ik al",
        "gesprek met de baas",
        "Roosmarijn",
        "Voorbeeldteam",
    ):
        assert own in text
    assert "Bo" not in text
    assert kept["plannen"]
    assert kept["wat_nog_komt"]
    assert phone.shown("Alles wissen").labels == ["Als bestand", "Alles wissen"]


async def test_wiping_is_confirmed_twice_and_can_be_left(walk: Walk) -> None:
    """One button keeps everything at both steps; the file can be fetched in between without losing the way."""
    phone = await known(walk)
    await phone.type("/wissen")
    await phone.press("Toch houden")
    assert len(walk.rows("person")) == 1
    await phone.type("/wissen")
    await phone.press("Eerst een bestand")
    assert "Nog één keer" in await phone.press("Ja, alles wissen")
    await phone.press("Toch houden")
    assert len(walk.rows("person")) == 1


async def test_an_old_confirmation_wipes_nothing(walk: Walk) -> None:
    """After a quarter of an hour the question comes anew."""
    phone = await known(walk)
    await phone.type("/wissen")
    await phone.press("Ja, alles wissen")
    await walk.by(minutes=16)
    assert "Je wilt alles wissen" in await phone.press("Wis nu alles")
    assert len(walk.rows("person")) == 1


async def test_after_wiping_nothing_is_left(walk: Walk, tmp_path: Path) -> None:
    """Rows gone, key gone, no word or number in any file; nothing more is ever sent."""
    phone, other = await known(walk), await walk.member("Bo")
    person = next(row["id"] for row in walk.rows("person"))
    assert "Alles van jou is gewist" in await wiped(phone)
    left = walk.tables()
    assert [len(left[name]) for name in ("person", "identity", "session", "intention", "membership")] == [1, 1, 1, 0, 1]
    assert found_in(tmp_path, *SECRETS, str(phone.person.id)) == []
    assert found_in(tmp_path, person, only=DATABASE) == []
    with closing(sqlite3.connect(tmp_path / KEYS)) as keys:  # only that there was a key, for restored backups
        assert keys.execute("SELECT wrapped FROM person_key WHERE person_id = ?", (person,)).fetchone() == (None,)
    phone.look()
    await walk.by(days=40)
    assert phone.says() == ""
    assert other.transcript()


async def test_a_double_tap_on_wipe_says_goodbye_once(walk: Walk) -> None:
    """The second tap is no stranger's."""
    phone = await known(walk)
    await phone.type("/wissen")
    await phone.press("Ja, alles wissen", times=2)
    assert len(phone.news()) == 1
    await phone.press("Wis nu alles", times=2)
    assert len(phone.news()) == 1, phone.says()


async def test_whoever_wiped_is_a_stranger_and_may_come_back(walk: Walk) -> None:
    """No memory of before: the way in is the link, and the new person starts empty."""
    phone = await known(walk)
    await wiped(phone)
    assert "link van je werk" in await phone.type("hallo")
    assert "link van je werk" in await phone.type("/gegevens")
    await phone.open(await walk.link())
    await phone.press("Ja, ik doe mee")
    assert NAME in phone.labels()
    await phone.press(NAME)
    await phone.type("stop")
    await phone.type("/plan")
    assert "Je hebt nog geen plan" in phone.says()


async def test_wiping_holds_after_a_restart(tmp_path: Path, library: Library) -> None:
    """Started again, the store opens without the person."""
    async with walking(tmp_path, library=library) as walk:
        phone = await known(walk)
        await wiped(phone)
        number, since = str(phone.person.id), walk.now
    async with walking(tmp_path, library=library, start=since) as walk:
        assert walk.rows("person") == []
    assert found_in(tmp_path, *SECRETS, number) == []


async def test_an_erasing_that_stopped_after_the_key_is_finished(walk: Walk) -> None:
    """The key is gone and the rows are not (a crash in between): the next word ends it, and joining again works."""
    sanne = await walk.finished("Sanne")
    (row,) = walk.rows("person")
    await walk.app.store.vault.destroy(row["id"])
    assert "met een link van je werk" in await sanne.type("hallo")
    assert [walk.rows(table) for table in ("person", "identity", "session", "membership")] == [[], [], [], []]
    await sanne.open(await walk.link())
    assert "Hoe mag ik je noemen?" in await sanne.press("Ja, ik doe mee")
