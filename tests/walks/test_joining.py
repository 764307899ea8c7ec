"""From a link to a person: terms first, a clear yes, and before it nothing of anybody is kept."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from dialogues.library import Library
from storage import invitations
from tests.walks.phone import JOIN, Walk, found_in, walking

STRANGE = "Wilhelmientje"
"""A first name that stands nowhere by chance."""


async def test_from_the_link_to_the_first_question_takes_at_most_four_taps(walk: Walk) -> None:
    """START, the yes, the name, the hours: four taps, and no typing."""
    sanne = walk.phone()
    await sanne.open(await walk.link())
    for label in JOIN:
        said = await sanne.press(label)
    assert len(JOIN) + 1 <= 4
    assert "Wat wil jij in je werk?" in said


async def test_the_terms_come_before_anything_else(walk: Walk) -> None:
    """The first word says program, who reads, Telegram, voluntary; the buttons are yes, who reads and no."""
    sanne = walk.phone()
    said = await sanne.open(await walk.link())
    for promise in (
        "Ik ben een programma, geen mens",
        "Niemand van je werk leest mee",
        "de planner niet",
        "Telegram is een bedrijf",
        "Stoppen kan altijd",
    ):
        assert promise in said
    assert sanne.labels() == ["Ja, ik doe mee", "Wie leest mee?", "Nee, liever niet"]


async def test_before_the_yes_nothing_of_the_person_is_kept(walk: Walk, tmp_path: Path) -> None:
    """Until the yes only the newcomer's state exists: no person, no key, and no name or chat number in any file."""
    stranger = walk.phone(STRANGE)
    await stranger.open(await walk.link())
    await stranger.press("Wie leest mee?")
    await stranger.type("ik heet Wilhelmientje en ik wil eerst weten wie dit leest")
    kept = walk.tables()
    assert [len(kept[name]) for name in ("person", "identity", "session", "outbox", "intention")] == [0] * 5
    assert [len(kept[name]) for name in ("newcomer",)] == [1]
    assert set(kept["newcomer"][0]) == {"id_hash", "sealed_address", "key_id", "invitation_id", "since", "welcomed"}
    assert found_in(tmp_path, STRANGE, str(stranger.person.id), "wie dit leest") == []


async def test_a_newcomer_who_says_nothing_is_forgotten_after_a_day(walk: Walk) -> None:
    """After 24 hours the state is gone, and an old yes no longer counts."""
    stranger = walk.phone()
    await stranger.open(await walk.link())
    assert walk.rows("newcomer")
    await walk.by(hours=25)
    assert walk.rows("newcomer") == []
    said = await stranger.press("Ja, ik doe mee")
    assert "Open hem dan opnieuw" in said
    assert walk.rows("person") == []


async def test_a_no_is_taken_at_its_word(walk: Walk) -> None:
    """After no nothing is left, and the same link works when somebody changes their mind."""
    stranger = walk.phone()
    link = await walk.link()
    await stranger.open(link)
    assert "Ik bewaar niets van je" in await stranger.press("Nee, liever niet")
    assert walk.rows("newcomer") == walk.rows("person") == []
    assert "Ik ben een programma" in await stranger.open(link)


async def test_who_reads_and_english_lead_back_to_the_question(walk: Walk) -> None:
    """Asking who reads, or for English, still offers yes and no."""
    stranger = walk.phone("Jan", "en")
    await stranger.open(await walk.link())
    explained = await stranger.press("Wie leest mee?")
    for named in ("De beheerder", "de planner niet", "je uitzendbureau ook niet"):
        assert named in explained
    assert {"Ja, ik doe mee", "Nee, liever niet"} <= set(stranger.labels())
    await stranger.open(await walk.link())
    assert "I am a program, not a person." in await stranger.press("English")
    assert not {"Ja, ik doe mee", "Nee, liever niet"} & set(stranger.labels())
    other = walk.phone("Piotr")
    await other.open(await walk.link())
    assert "I am a program, not a person." in await other.type("english please")


async def test_words_before_the_yes_get_the_question_again(walk: Walk) -> None:
    """Typing, a sticker or a voice message before the yes is answered with the question, and not kept."""
    stranger = walk.phone()
    await stranger.open(await walk.link())
    for said in (await stranger.type("wie ben jij dan"), await stranger.send("sticker"), await stranger.send("voice")):
        assert "Zonder ja bewaar ik niets van je" in said
        assert stranger.labels()[0] == "Ja, ik doe mee"


async def test_a_double_yes_joins_once(walk: Walk) -> None:
    """Two quick taps on yes make one person, one question and no scolding."""
    sanne = walk.phone()
    await sanne.open(await walk.link())
    said = await sanne.press("Ja, ik doe mee", times=2)
    assert len(walk.rows("person")) == 1
    assert len(sanne.news()) == 1, said
    assert "Hoe mag ik je noemen?" in said


async def test_joining_twice_changes_nothing(walk: Walk) -> None:
    """The same link once more gets a kind word and the menu, and nobody is doubled."""
    sanne = await walk.member()
    said = await sanne.open(await walk.link())
    assert "Je doet al mee" in said
    assert len(walk.rows("person")) == len(walk.rows("membership")) == 1
    await sanne.press("Menu")
    assert "Praten" in sanne.labels()


async def test_a_link_to_a_second_team_adds_the_team(walk: Walk) -> None:
    """Somebody who takes part joins another team with one tap."""
    sanne = await walk.member()
    assert "Je hoort nu ook bij Nachtploeg" in await sanne.open(await walk.link(team="Nachtploeg"))
    assert len(walk.rows("membership")) == 2


async def test_an_expired_link_says_so(walk: Walk) -> None:
    """A link older than it lives gets the way to a new one."""
    link = await walk.link()
    await walk.by(days=61)
    stranger = walk.phone()
    assert "te oud" in await stranger.open(link)
    assert walk.rows("newcomer") == []


async def test_a_used_up_link_says_so(walk: Walk) -> None:
    """A link for one lets in one; the second hears it at the link, or at the yes when it went meanwhile."""
    link = await walk.link(uses=1)
    first, second, third = walk.phone("A"), walk.phone("B"), walk.phone("C")
    await first.open(link)
    await second.open(link)
    await first.press("Ja, ik doe mee")
    assert "al zo vaak gebruikt" in await second.press("Ja, ik doe mee")
    assert "al zo vaak gebruikt" in await third.open(link)
    assert len(walk.rows("person")) == 1


async def test_a_withdrawn_link_says_so(walk: Walk) -> None:
    """A link that was taken back lets nobody in, not even somebody who stood before the yes."""
    link = await walk.link()
    early, late = walk.phone("A"), walk.phone("B")
    await early.open(link)
    async with walk.store.transaction() as tx:
        await invitations.withdraw(tx, walk.rows("invitation")[0]["id"], walk.now)
    assert "ingetrokken" in await late.open(link)
    assert "ingetrokken" in await early.press("Ja, ik doe mee")
    assert walk.rows("person") == []


@pytest.mark.parametrize("payload", ["heel-ergens-anders", "OBvaD1PDZu1_t", "a", "x" * 64, "'; DROP TABLE person--"])
async def test_a_foreign_or_mangled_link_says_so(walk: Walk, payload: str) -> None:
    """Another organisation's link, half a link or nonsense gets a kind word and the way, and is not kept."""
    stranger = walk.phone()
    assert "Deze link ken ik niet" in await stranger.open(payload)
    assert walk.rows("newcomer") == walk.rows("person") == []


async def test_without_a_link_somebody_hears_where_to_get_one(walk: Walk) -> None:
    """Opening the bot bare, typing or pressing get the same way in."""
    stranger = walk.phone()
    assert "link van je werk" in await stranger.open()
    assert "link van je werk" in await stranger.type("hallo?")


@pytest.mark.parametrize(
    ("role", "words", "button"),
    [("lead", "als leidinggevende", "Team maken"), ("hr", "als personeelszaken", "Bericht sturen")],
)
async def test_a_lead_and_hr_join_by_their_own_link(walk: Walk, role: str, words: str, button: str) -> None:
    """Their terms say what they see; after the yes their own buttons stand there, on record in the audit."""
    karim = walk.phone("Karim")
    assert "Nooit van één mens" in await karim.open(await walk.link(role))
    assert words in await karim.press("Ja, ik doe mee")
    assert button in karim.labels()
    assert [row["act"] for row in walk.rows("audit")] == ["joined"]


async def test_an_employee_who_becomes_lead_keeps_everything(walk: Walk) -> None:
    """A lead's link adds the role to the person that is there."""
    sanne = await walk.member()
    assert "als leidinggevende" in await sanne.open(await walk.link("lead"))
    assert sorted(row["role"] for row in walk.rows("membership")) == ["employee", "lead"]
    assert len(walk.rows("person")) == 1


async def test_somebody_without_a_first_name_is_asked_for_one(walk: Walk) -> None:
    """Telegram may know no first name: then there is no empty button, but a question."""
    nameless = walk.phone("")
    await nameless.open(await walk.link())
    said = await nameless.press("Ja, ik doe mee")
    assert "Hoe mag ik je noemen?" in said
    assert "" not in nameless.labels()
    assert "Dag Bo." in await nameless.type("Bo")


async def test_a_link_that_ran_out_overnight_while_the_terms_stood_open(walk: Walk) -> None:
    """The yes is looked at when it is given, not when the link was opened."""
    link = await walk.link()
    await walk.by(days=59, hours=23)
    stranger = walk.phone()
    await stranger.open(link)
    await walk.by(hours=2)
    assert "te oud" in await stranger.press("Ja, ik doe mee")


async def test_the_yes_survives_a_stop_in_between(tmp_path: Path, library: Library) -> None:
    """Who opened the link before the bot was stopped can say yes after it starts again."""
    async with walking(tmp_path, library=library) as walk:
        link = await walk.link()
        stranger = walk.phone()
        await stranger.open(link)
        since = walk.now
    async with walking(tmp_path, library=library, start=since + timedelta(minutes=5)) as walk:
        again = walk.phone()
        await again.open()
        assert "Eerst wil ik je ja of je nee" in again.says()


async def test_who_fears_a_trick_is_answered_before_the_yes_and_outside_a_talk(
    tmp_path: Path, library: Library
) -> None:
    async with walking(tmp_path, library=library) as walk:
        stranger = walk.phone()
        await stranger.open(await walk.link())
        assert "niet om mensen weg te krijgen" in await stranger.type("en is dit om mensen eruit te werken ofzo")
        assert "90 dagen" in await stranger.type("hoelang bewaar je dit")
        assert "Wie leest mee?" in await stranger.type("leest mn baas dit eig")
