"""A sign that is only weakly one is asked about gently, and a misunderstanding costs nobody the words they typed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.services.person import by_id
from bot.services.safety import concern_in
from dialogues.language import remarks, wishes
from dialogues.language.triage import triage
from tests.walks.phone import PLAN, Walk, calmly, found_in
from tests.walks.test_crisis import NUMBERS, WORDS, before_the_yes, cards, logged, outside, without_a_link


def doubtful(*texts: str) -> str:
    """The first of these that the second look still takes for a weak sign: its weights are learnt anew now and then."""
    found = [text for text in texts if (concern := triage(text)) is not None and concern.doubt]
    assert found, "none of these is in doubt any more; name a new one"
    return found[0]


DOUBT = doubtful(
    "ik wil dat het stopt met piepen, die deur",
    "as de brug open is kom ik te laat en dan is t gedaan",
    "ik heb mijn kast leeggemaakt en afscheid genomen",
)
SIGN = "ik wil er wel uitstappen maar dan laat ik het team zitten"
"""A rule takes it for a sign; it speaks of nobody's own death."""

NO_WORDS = ["nee man", "haha nee", "dat bedoel ik niet", "ging over mijn werk", "het was een grapje"]


@calmly
@pytest.mark.parametrize("place", [outside, before_the_yes, without_a_link, Walk.member])
async def test_in_doubt_the_question_is_short_and_gentle_and_shows_no_card(calm: Walk, place: Any) -> None:
    """One direct question and one number, two buttons, no contact card, everywhere."""
    sanne = await place(calm)
    said = await sanne.type(DOUBT)
    assert "Ik weet niet zeker of ik je goed begrijp." in said
    assert said.count("?") == 1
    assert "Denk je aan zelfdoding?" in said
    assert "113" in said
    assert sanne.labels() == ["Nee, ga verder", "Ja"]
    assert cards(sanne) == []


@calmly
@pytest.mark.parametrize("typed", [True, False])
async def test_a_yes_in_doubt_goes_the_full_way(calm: Walk, typed: bool) -> None:
    """Then come the cards, and the talk stands still."""
    sanne = await calm.member()
    await sanne.type(DOUBT)
    said = await sanne.type("ja") if typed else await sanne.press("Ja")
    assert "Blijf hier niet alleen mee" in said
    assert {"113", "088-0767 000"} <= set(cards(sanne))
    assert "Ik kan je hier niet goed bij helpen" in await sanne.type("ik weet niet wat ik moet doen")


@calmly
@pytest.mark.parametrize("words", ["soms wel ja", "misschien", "het is gewoon te veel allemaal", "weet ik niet"])
async def test_unsure_words_in_doubt_are_asked_about_in_full(calm: Walk, words: str) -> None:
    """What sounds unsure is no 'no': the numbers come, in the text and as cards."""
    sanne = await calm.member()
    await sanne.type(DOUBT)
    said = await sanne.type(words)
    assert "Wat verandert er" not in said
    assert "112" in said or "113" in cards(sanne)


@calmly
async def test_two_weak_signs_in_a_row_are_asked_about_in_full(calm: Walk) -> None:
    """A doubt that comes twice is a doubt no more."""
    sanne = await calm.member()
    await sanne.type(DOUBT)
    said = await sanne.type(DOUBT)
    for number in NUMBERS:
        assert number in said


@calmly
@pytest.mark.parametrize("answer", ["Nee, ga verder", "nee", "de boom man", "tis leuk daar echt", *NO_WORDS])
async def test_after_no_to_a_doubt_the_talk_takes_what_was_typed(calm: Walk, answer: str) -> None:
    """The words that raised it are the answer to the question that waited; nothing is typed twice."""
    sanne = await calm.member()
    await sanne.type(DOUBT)
    said = await sanne.do(answer)
    assert "Dan gaan we gewoon verder" in said
    assert "Wat verandert er voor jou als dat lukt?" in said
    assert "Bel" not in said


@calmly
@pytest.mark.parametrize("answer", ["Nee", "Ik bedoelde iets anders", *NO_WORDS])
async def test_after_no_to_a_plain_rule_the_talk_takes_what_was_typed(calm: Walk, answer: str) -> None:
    """The full way ends the same way: the talk goes on with the words."""
    sanne = await calm.member()
    assert "112" in await sanne.type(SIGN)
    said = await sanne.do(answer)
    assert "Wat verandert er voor jou als dat lukt?" in said
    assert "team" in said


@calmly
@pytest.mark.parametrize("answer", ["Nee", "Ik bedoelde iets anders", "nee man"])
async def test_words_that_plainly_speak_of_not_living_answer_no_other_question(calm: Walk, answer: str) -> None:
    """Nobody is asked what would change if that worked out: the question comes again."""
    sanne = await calm.member()
    await sanne.type(WORDS)
    said = await sanne.do(answer)
    assert "Wat wil jij in je werk?" in said
    assert "als dat lukt" not in said


@calmly
async def test_a_question_with_only_buttons_is_asked_again(calm: Walk) -> None:
    """There the words are no answer."""
    sanne = calm.phone()
    await sanne.open(await calm.link())
    await sanne.do("Ja, ik doe mee", "Sanne")
    question = sanne.labels()
    assert "Tussen 8 en 20 uur" in question
    await sanne.type(DOUBT)
    said = await sanne.press("Nee, ga verder")
    assert sanne.labels() == question
    assert DOUBT not in said
    assert "knop" not in said, "the words were taken for an answer that was not understood"


@calmly
async def test_outside_a_talk_the_words_are_taken_up_as_ever(calm: Walk) -> None:
    """The bot offers to talk about them."""
    sanne = await calm.finished()
    await sanne.type(DOUBT)
    assert DOUBT in await sanne.press("Nee, ga verder")


@calmly
@pytest.mark.parametrize("words", [DOUBT, SIGN, WORDS])
async def test_an_old_button_of_the_talk_means_no_and_is_told_so_kindly(calm: Walk, words: str) -> None:
    """The button counts, the number is said once more, and the words are not used."""
    sanne = await calm.member()
    await sanne.type(words)
    said = await sanne.press("Ik twijfel")
    assert "Je kiest iets anders." in said
    assert "113" in said
    assert "Je twijfelt nog." in said
    assert "Blijf hier" not in await sanne.type("ja")


async def test_no_to_a_doubt_ends_the_rest(walk: Walk) -> None:
    """A reminder comes as promised."""
    sanne = await walk.member()
    await sanne.do(*PLAN)
    await walk.at("2026-11-26", "19:00")
    await sanne.type(DOUBT)
    await sanne.press("Nee, ga verder")
    await walk.at("2026-11-27", "10:00")
    assert "Je plan is nu" in sanne.transcript()


async def held(walk: Walk) -> list[str]:
    """The words that are held of people, unsealed with their own keys."""
    async with walk.store.transaction() as tx:
        found = [await by_id(walk.app.house, tx, row["id"]) for row in walk.rows("person")]
    return [person.profile.held_words for person in found if person is not None]


@pytest.mark.parametrize("answer", ["Nee, ga verder", "Ik twijfel", "Ja"])
async def test_the_words_are_sealed_and_in_no_log_and_gone_afterwards(walk: Walk, tmp_path: Path, answer: str) -> None:
    """On the disk and in the log nothing tells them, while the question stands open and after it."""
    sanne = await walk.member()
    with logged() as lines:
        await sanne.type(DOUBT)
        assert found_in(tmp_path, DOUBT) == []
        assert await held(walk) == [DOUBT]
        await sanne.press(answer)
    assert await held(walk) == [""]
    assert DOUBT not in str(lines)
    assert found_in(tmp_path, DOUBT) == []


@calmly
async def test_what_is_known_to_be_something_else_raises_no_doubt(calm: Walk) -> None:
    """A word on the talk itself, a wish of the bot: the whole message is known, so a weak likeness gives way."""
    for text in ("heb ik al gezegd", "Dat had ik al gezegd."):
        sanne = await Walk.member(calm)
        assert "zelfdoding" not in await sanne.type(text)
    known = [text for rule in wishes.RULES for text in rule.examples]
    known += [text for rule in remarks.RULES if rule.remark != "enough" for text in rule.examples]
    assert not [text for text in known if (concern := concern_in(text)) is not None and concern.doubt]
