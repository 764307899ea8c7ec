"""Whatever somebody sends gets a kind word that fits, and the question again; nothing is broken, rendered, doubled or skipped."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dialogues.library import Library
from tests.walks.phone import Phone, Walk, calmly, walking
from tests.walks.test_privacy import file_of

LONG = "ik wil graag weten hoe het zit " * 162
"""More than 5.000 characters: a phone sends it as two messages."""

TYPED = {
    "emoji": ("👍👍", "Ik lees alleen woorden"),
    "arabic": ("أريد أن أتعلم شيئا جديدا", "Deze letters kan ik niet lezen"),
    "signs": ("?!…", None),
    "space": ("\u00a0 \u200b", None),
    "long": (LONG, "Dat is veel tekst"),
}
SENT: dict[str, tuple[str, dict[str, Any], str]] = {
    "voice": ("voice", {}, "Ik kan je stem hier niet verstaan"),
    "sticker": ("sticker", {}, "Een sticker kan ik niet lezen"),
    "photo": ("photo", {"caption": "kijk eens"}, "Een foto kan ik niet bekijken"),
    "location": ("location", {}, "Waar je bent, hoef ik niet te weten"),
    "poll": ("poll", {}, "Een peiling kan ik niet invullen"),
    "document": ("document", {"name": "rooster.pdf", "content": b"%PDF"}, "Een bestand kan ik niet lezen"),
    "contact": ("contact", {"phone_number": "0612345678", "first_name": "Bo"}, "Een contact kan ik niet lezen"),
}
QUESTION = "Wat wil jij in je werk?"


async def at_a_question(walk: Walk) -> Phone:
    """Somebody at the first question."""
    return await walk.member()


@calmly
@pytest.mark.parametrize("what", TYPED)
async def test_odd_words_at_a_question_get_a_kind_word_and_the_question(asked: Phone, what: str) -> None:
    """One message back: the kind line, then the same question with its buttons."""
    text, words = TYPED[what]
    said = await asked.type(text)
    assert len(asked.news()) == 1, said
    assert words is None or words in said
    assert QUESTION in said
    assert "Ik twijfel" in asked.labels()


@calmly
@pytest.mark.parametrize("what", TYPED)
async def test_odd_words_outside_a_talk_get_a_kind_word_and_a_way_on(resting: Phone, what: str) -> None:
    """One message back with at least one button."""
    text, words = TYPED[what]
    said = await resting.type(text)
    assert len(resting.news()) == 1, said
    assert resting.labels(), said
    assert what == "long" or words is None or words in said
    assert len(said) < 400


@calmly
@pytest.mark.parametrize("what", SENT)
async def test_other_kinds_of_message_at_a_question(asked: Phone, what: str) -> None:
    """The kind word for just this kind, and the question again."""
    kind, details, words = SENT[what]
    said = await asked.send(kind, **details)
    assert words in said
    assert QUESTION in said
    assert len(asked.news()) == 1


@calmly
@pytest.mark.parametrize("what", SENT)
async def test_other_kinds_of_message_outside_a_talk(resting: Phone, what: str) -> None:
    """The kind word, and a button that leads on."""
    kind, details, words = SENT[what]
    said = await resting.send(kind, **details)
    assert words in said
    assert resting.labels() == ["Menu"]


@calmly
async def test_html_and_templates_are_words(calm: Walk) -> None:
    """Markup and braces come back as they were typed: nothing is rendered, nothing calculated."""
    sanne = await at_a_question(calm)
    for typed in (
        "<b>hoi</b> & <script>",
        "{{ 7*7 }} {% for x in y %}",
        "*sterren* _en_ [link](http://x.nl)",
        "%s {naam}",
    ):
        said = await sanne.type(typed)
        assert typed in said
        assert "49" not in said
        await sanne.type("stop")
        said = await sanne.type(typed)
        assert f"“{typed}”" in said
        await sanne.press("Ja, graag")
        assert typed in sanne.says()


@calmly
async def test_a_forwarded_and_an_edited_message(calm: Walk) -> None:
    """Somebody else's words and changed words are no answer; both are said kindly."""
    sanne = await at_a_question(calm)
    assert "Dat is een bericht van een ander" in await sanne.forward("jullie moeten allemaal meedoen")
    assert QUESTION in sanne.says()
    assert "Je wilt minder weekenddiensten." in await sanne.type("ik wil minder weekenddiensten")
    said = await sanne.edit(sanne.own(), "ik wil meer weekenddiensten")
    assert "Je hebt een eerder bericht veranderd" in said
    assert "Wat verandert er voor jou" in said
    await sanne.type("stop")
    assert "Je hebt een eerder bericht veranderd" in await sanne.edit(sanne.own(), "stop toch niet")


@calmly
async def test_a_button_of_an_older_question_says_so_once_and_changes_nothing(calm: Walk) -> None:
    """The first old press explains and repeats the question; the next ones are silent."""
    sanne = await at_a_question(calm)
    old = sanne.shown("Ik twijfel")
    await sanne.type("ik wil minder weekenddiensten")
    said = await sanne.press_on(old, str(old.buttons[1]["callback_data"]))
    assert "Die knop hoort bij een eerdere vraag" in said
    assert "Wat verandert er voor jou" in said
    assert await sanne.press_on(old, str(old.buttons[2]["callback_data"])) == ""
    assert old.labels == ["Ik weet het precies", "Ik twijfel", "Eigenlijk niks"]  # no tick on what did not count
    assert "Wat heb je er al voor gedaan?" in await sanne.type("meer tijd voor mijn kinderen")


@calmly
async def test_a_button_of_an_ended_talk_says_so(calm: Walk) -> None:
    """A talk that is over stays over; the button leads to the menu."""
    sanne = await at_a_question(calm)
    old = sanne.shown("Ik twijfel")
    await sanne.type("stop")
    said = await sanne.press_on(old, str(old.buttons[1]["callback_data"]))
    assert "Die knop is van een eerder gesprek" in said
    assert sanne.labels() == ["Menu"]


@calmly
async def test_a_button_of_a_talk_that_was_pushed_aside_still_answers_it(calm: Walk) -> None:
    """A button goes to the question it stands under, also when another talk came in between."""
    sanne = await at_a_question(calm)
    waiting = sanne.shown("Ik twijfel")
    await sanne.talk("Een klein plan maken")
    said = await sanne.press_on(waiting, str(waiting.buttons[1]["callback_data"]))
    assert "Wat komt als eerste bij je op?" in said


@calmly
@pytest.mark.parametrize("label", ["Ik twijfel", "Ik weet het precies"])
async def test_a_double_tap_counts_once(calm: Walk, label: str) -> None:
    """Two, five or twenty taps on one button are one answer with one reply."""
    for times in (2, 5, 20):
        sanne = await calm.member(f"Sanne{times}")
        await sanne.press(label, times=times)
        assert len(sanne.news()) == 1, sanne.says()


@calmly
@pytest.mark.parametrize(
    "path",
    [("/menu", "Mijn plan"), ("/menu", "Een verhaal"), ("/hulp", "Praten"), ("/stop", "Geen berichten meer")],
)
async def test_a_double_tap_outside_a_talk_counts_once(calm: Walk, path: tuple[str, str]) -> None:
    """Menu buttons too; and a while later the same button works again."""
    sanne = await calm.finished()
    await sanne.type(path[0])
    message = sanne.shown(path[1])
    button = message.button(path[1])
    assert button is not None
    await sanne.press(path[1], times=3)
    assert len(sanne.news()) == 1, sanne.says()
    await calm.by(seconds=10)
    await sanne.press_on(message, str(button["callback_data"]))
    assert len(sanne.news()) == 1, sanne.says()


async def test_twenty_messages_in_one_second_are_one_answer(tmp_path: Path, library: Library) -> None:
    """One reply to all of it, at a question and outside a talk."""
    burst = [f"zin {number}" for number in range(20)]
    async with walking(tmp_path, library=library, burst_seconds=0.15) as walk:
        sanne = await walk.member()
        await sanne.type(*burst)
        assert len(sanne.news()) == 1, sanne.says()
        assert "zin 0" in sanne.says()
        await sanne.type("stop")
        await sanne.type(*burst)
        assert len(sanne.news()) == 1, sanne.says()
        await sanne.type("/gegevens")
        await sanne.press("Als bestand")
        assert "zin 19" in str(file_of(walk, sanne.news()[-1])["gesprekken"]), (
            "a short quote, and the whole answer kept"
        )


@calmly
async def test_words_typed_on_before_the_next_question_arrived_belong_to_the_answer(calm: Walk) -> None:
    """Words and then a press in one breath: each is taken once, in order."""
    sanne = await at_a_question(calm)
    button = sanne.shown("Ik twijfel")
    sanne.look()
    calm.simulator.type(sanne.person, "ik wil iets leren")
    calm.simulator.press(sanne.person, button.id, str(button.buttons[1]["callback_data"]))
    await calm.demo.settled()
    assert sanne.says().count("Wat verandert er voor jou") <= 2
    assert "iets leren" in sanne.says()


@calmly
@pytest.mark.parametrize("kind", ["group", "supergroup", "channel"])
async def test_in_a_group_it_says_so_and_leaves(calm: Walk, kind: str) -> None:
    """Added to a group or channel, by a member or a stranger: one word, and gone."""
    for phone in (await calm.member(), calm.phone("Vreemde")):
        group = calm.simulator.add_to_group(phone.person, kind=kind)  # type: ignore[arg-type]
        await calm.demo.settled()
        said = [message.text for message in calm.simulator.world.messages(group.id) if message.from_bot]
        assert not group.bot_inside
        assert len(said) == 1, said
        assert "één op één" in said[0]


@calmly
async def test_unknown_commands_lead_to_the_menu(calm: Walk) -> None:
    """A command nobody knows is no dead end, in a talk or outside."""
    sanne = await at_a_question(calm)
    assert "Dat woord ken ik niet" in await sanne.type("/abracadabra")
    assert sanne.labels() == ["Menu"]
    assert "Ik weet het precies" in (await sanne.press("Menu"), *sanne.shown("Ik weet het precies").labels)
