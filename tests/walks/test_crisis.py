"""When somebody writes that they want to die: everything steps back, a human's number stands there, nothing tells it later."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import structlog

from tests.walks.phone import PLAN, Phone, Walk, calmly, found_in

WORDS = "ik wil niet meer leven"
NUMBERS = ("113", "0800-0113", "112", "088-0767 000")


def cards(phone: Phone) -> list[str]:
    """The numbers that came as contact cards."""
    return [message.body["contact"]["phone_number"] for message in phone.news() if message.kind == "contact"]


@contextmanager
def logged() -> Iterator[list[dict[str, Any]]]:
    """What was logged, event by event."""
    with structlog.testing.capture_logs() as lines:
        yield lines  # type: ignore[misc]


async def in_a_talk(walk: Walk) -> Phone:
    return await walk.member()


async def in_a_plan(walk: Walk) -> Phone:
    sanne = await walk.member()
    await sanne.do(*PLAN[:7], "Ja")
    await sanne.press("Anders…")
    return sanne


async def outside(walk: Walk) -> Phone:
    return await walk.finished()


async def before_the_yes(walk: Walk) -> Phone:
    sanne = walk.phone()
    await sanne.open(await walk.link())
    return sanne


async def without_a_link(walk: Walk) -> Phone:
    return walk.phone()


PLACES = [in_a_talk, in_a_plan, outside, before_the_yes, without_a_link]


@calmly
@pytest.mark.parametrize("place", PLACES)
async def test_a_crisis_text_anywhere_gets_the_question_and_the_numbers(calm: Walk, place: Any) -> None:
    """In a talk, a plan, outside, before joining: one direct question, numbers in the text and as cards."""
    sanne = await place(calm)
    said = await sanne.type(WORDS)
    assert "Denk je aan zelfdoding?" in said
    for number in NUMBERS:
        assert number in said
    assert {"113", "088-0767 000"} <= set(cards(sanne))
    assert "Ja" in sanne.news()[0].labels
    assert "Ik bedoelde iets anders" in sanne.news()[0].labels


@calmly
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("typed", [True, False])
async def test_the_yes_is_heard_pressed_or_typed(calm: Walk, place: Any, typed: bool) -> None:
    """'Ja' to the direct question is never the answer to anything else."""
    sanne = await place(calm)
    await sanne.type(WORDS)
    said = await sanne.type("ja") if typed else await sanne.press("Ja")
    assert "Blijf hier niet alleen mee" in said
    assert "113" in cards(sanne)


@calmly
async def test_a_caption_a_poll_a_command_and_an_edit_are_read_too(calm: Walk) -> None:
    """Every text somebody sends, in whatever form."""
    sanne = await calm.member()
    assert "zelfdoding" in await sanne.send("photo", caption=WORDS)
    assert "zelfdoding" in await sanne.send("poll", question=WORDS, options=("ja", "nee"))
    assert "zelfdoding" in await sanne.type("/zelfmoord plegen")
    await sanne.press("Ik bedoelde iets anders")
    await sanne.type("hallo")
    assert "zelfdoding" in await sanne.edit(sanne.own(), WORDS)
    assert "zelfdoding" in await sanne.forward(WORDS)


@calmly
async def test_words_spread_over_a_burst_are_read_together(calm: Walk) -> None:
    """A sign in one of several messages sent at once is a sign."""
    sanne = await calm.member()
    assert "zelfdoding" in await sanne.type("ik weet het niet meer", WORDS, "laat maar")


async def test_what_is_typed_next_is_no_answer_to_the_script(walk: Walk) -> None:
    """Until the person chooses, words get the numbers again, and the talk stands still."""
    sanne = await in_a_plan(walk)
    await sanne.type(WORDS)
    before = walk.rows("session")
    for said in (
        await sanne.type("het is gewoon te veel allemaal"),
        await sanne.send("voice"),
        await sanne.send("sticker"),
    ):
        assert "113" in said
        assert "Ik bedoelde iets anders" in sanne.labels()
    assert walk.rows("session") == before


@calmly
@pytest.mark.parametrize("place", [in_a_talk, in_a_plan])
async def test_i_meant_something_else_goes_on_with_the_question(calm: Walk, place: Any) -> None:
    """The waiting question comes again, under its own buttons, and is answered as before."""
    sanne = await place(calm)
    question = next(message.text for message in reversed(sanne.chat()) if message.from_bot and message.text)
    await sanne.type(WORDS)
    said = await sanne.press("Ik bedoelde iets anders")
    assert "Dan heb ik het verkeerd begrepen" in said
    assert question.split("\n")[-1] in said or "Wat is je eerste kleine stap?" in said
    assert "Je wilt iets nieuws leren." in await sanne.type("ik wil iets nieuws leren")


@calmly
async def test_before_the_yes_something_else_leads_back_to_the_terms(calm: Walk) -> None:
    """A newcomer who meant something else can still join."""
    sanne = await before_the_yes(calm)
    await sanne.type(WORDS)
    await sanne.press("Ik bedoelde iets anders")
    assert "Ja, ik doe mee" in sanne.labels()


async def test_everything_else_rests(walk: Walk) -> None:
    """No reminder, no nudge, no broadcast, no question about a plan for three days; what is late is dropped."""
    hr, sanne = await walk.member("Els", "hr"), await walk.member()
    await sanne.do(*PLAN)
    await walk.at("2026-11-26", "19:00")
    await sanne.type(WORDS)
    await hr.type("/bericht")
    await hr.do("Iedereen", "Nieuws", "Geen knop", "Versturen")
    sanne.look()
    await walk.at("2026-11-29", "07:59")
    assert sanne.says() == ""
    await walk.at("2026-12-08", "12:00")
    assert "Je plan is nu" not in sanne.says()
    assert "Hoe ging het?" in sanne.says()


async def test_i_meant_something_else_ends_the_rest(walk: Walk) -> None:
    """A misunderstanding costs nobody a reminder."""
    sanne = await walk.member()
    await sanne.do(*PLAN)
    await walk.at("2026-11-26", "19:00")
    await sanne.type(WORDS)
    await sanne.press("Ik bedoelde iets anders")
    await walk.at("2026-11-27", "10:00")
    assert "Je plan is nu" in sanne.transcript()


def plain(walk: Walk) -> dict[str, list[dict[str, Any]]]:
    """Every table without its sealed columns, ids, hashes and moments: what anybody with the disk could read and compare."""
    hidden = ("id", "_hash", "hash", "digest", "recipient", "key_id", "version", "source", "token_hash", "update_id")
    return {
        name: [
            {
                column: value
                for column, value in row.items()
                if not column.startswith("sealed_") and not column.endswith(hidden)
            }
            for row in rows
        ]
        for name, rows in walk.tables().items()
        if name != "setting"
    }


async def test_nothing_on_the_disk_or_in_the_log_tells_it_happened(walk: Walk, tmp_path: Path) -> None:
    """Two people, one writes it and one asks for a pause: their plain columns, files and log lines are the same."""
    one, two = await walk.finished("Een"), await walk.finished("Twee")
    with logged() as of_one:
        await one.type(WORDS)
        await one.press("Ja")
    with logged() as of_two:
        await two.type("/pauze")
        await two.press("Een week niets")
    people = {row["id"]: row for row in walk.rows("person")}
    first, second = (
        {key: value for key, value in row.items() if key not in ("id", "sealed_profile")} for row in people.values()
    )
    assert first["state"] == second["state"]
    assert abs(first["revision"] - second["revision"]) <= 1
    tables = plain(walk)
    assert [row["kind"] for row in tables["outbox"]] == ["nudge", "nudge"]
    assert {row["state"] for row in tables["outbox"]} == {"waiting"}
    assert tables["audit"] == tables["broadcast"] == tables["checkin"] == []
    assert {(row["state"], row["attempts"]) for row in tables["inbox"]} == {("handled", 0)}
    events = [{(line["event"], line.get("kind"), line.get("lane")) for line in lines} for lines in (of_one, of_two)]
    assert events[0] == events[1] or events[0] <= {("message_answered", "reply", 0)}
    assert found_in(tmp_path, "crisis", "nood", "niet meer leven", "zelfdoding") == []


async def test_what_is_dropped_in_the_rest_leaves_no_note(walk: Walk) -> None:
    """A reminder that falls in the rest is gone as if it had been sent, and no moment tells of the rest."""
    hr, sanne = await walk.member("Els", "hr"), await walk.member()
    await sanne.do(*PLAN)
    await walk.at("2026-11-26", "19:13")
    await sanne.type(WORDS)
    await hr.type("/bericht")
    await hr.do("Iedereen", "Nieuws", "Geen knop", "Versturen")
    await walk.at("2026-11-27", "12:00")
    rows = [row for row in walk.rows("outbox") if row["kind"] == "reminder"]
    assert rows == []
    assert "Je plan is nu" not in sanne.transcript()
    waiting = [row["due_at"] // 1_000_000 for row in walk.rows("outbox") if row["state"] == "waiting"]
    assert len(waiting) >= 3
    assert all(moment % 3600 != 13 * 60 for moment in waiting), "something waits until the minute of the message"


@calmly
@pytest.mark.parametrize("text", ["ik lach me dood", "ik werk op een hospice", "mijn telefoon is dood"])
async def test_figures_of_speech_go_on_as_normal(calm: Walk, text: str) -> None:
    """Ordinary Dutch is no alarm."""
    sanne = await calm.member()
    assert "zelfdoding" not in await sanne.type(text)


@calmly
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("mijn man slaat mij", "Veilig Thuis"),
        ("mijn chef zit aan me, dat wil ik niet", "vertrouwenspersoon"),
        ("ik kan de huur niet meer betalen", "Geldfit"),
        ("ik zorg dag en nacht voor mijn zieke moeder", "Mantelzorglijn"),
    ],
)
async def test_other_needs_are_taken_up_and_the_talk_goes_on(calm: Walk, text: str, words: str) -> None:
    """The right person is named, and one tap leads back to the question."""
    sanne = await calm.member()
    assert words in await sanne.type(text), sanne.says()
    assert "Wat wil jij in je werk?" in await sanne.press("Verder praten")


@calmly
async def test_going_on_after_words_of_overload_is_a_person_first_and_no_suggestion(calm: Walk) -> None:
    """No talk waits: who may be asked comes, not a page of talks."""
    sanne = await calm.finished()
    await sanne.talk("Het is te druk")
    await sanne.type("stop")
    await sanne.type("ik kan niemeer. alles dut zeer")
    said = await sanne.press("Verder praten")
    assert "vertrouwenspersoon" in said
    assert "Daar past" not in said
