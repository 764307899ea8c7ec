"""What comes of itself: seldom, at hours that fit, never against a no, and silent when nobody answers."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from tests.walks.phone import AMSTERDAM, PLAN, Phone, Walk


async def post(walk: Walk, hr: Phone, text: str) -> None:
    """HR sends a message to everybody."""
    await hr.type("/bericht")
    await hr.do("Iedereen", text, "Geen knop", "Versturen")


def unasked(phone: Phone) -> list[datetime]:
    """When the messages nobody asked for came."""
    return [
        datetime.fromtimestamp(message.date, AMSTERDAM)
        for message in phone.chat()
        if message.from_bot and ({"Niet voor mij"} & set(message.labels) or "Bericht van" in message.text)
    ]


async def test_at_most_one_a_day_and_two_a_week(walk: Walk) -> None:
    """However much is to be said, no day holds two and no seven days three; and only between eight and eight."""
    hr = await walk.member("Els", "hr")
    sanne = await walk.finished()
    for _ in range(15):
        await post(walk, hr, "Morgen is er taart")
        await sanne.type("/menu")  # so that it is never ignored
        await walk.by(days=1)
    came = unasked(sanne)
    assert len(came) >= 4
    days = [at.date() for at in came]
    assert len(set(days)) == len(days)
    for first, third in zip(days, days[2:], strict=False):
        assert (third - first).days >= 7
    assert all(8 <= at.hour < 20 for at in came)


async def test_a_broadcast_at_night_waits_for_the_morning(walk: Walk) -> None:
    """Sent at ten in the evening, it comes at eight."""
    hr, sanne = await walk.member("Els", "hr"), await walk.finished()
    await walk.at("2026-11-23", "22:00")
    sanne.look()
    await post(walk, hr, "Het rooster hangt er")
    assert sanne.says() == ""
    await walk.at("2026-11-24", "07:59")
    assert sanne.says() == ""
    await walk.at("2026-11-24", "08:00")
    assert "Het rooster hangt er" in sanne.says()


@pytest.mark.parametrize(
    ("button", "until"),
    [
        ("Vandaag niets", "2026-11-24 08:00"),
        ("Een week niets", "2026-11-30 08:00"),
        ("Deze week nachtdienst", "2026-11-23 16:00"),
        ("Liever 's middags en 's avonds", "2026-11-23 13:00"),
        ("Liever overdag", "2026-11-23 10:00"),
    ],
)
async def test_a_pause_holds_and_ends(walk: Walk, button: str, until: str) -> None:
    """Each pause keeps what is unasked away until its end, not longer."""
    hr, sanne = await walk.member("Els", "hr"), await walk.finished()
    await sanne.type("/pauze")
    assert "Goed." in await sanne.press(button)
    sanne.look()
    await post(walk, hr, "Nieuws")
    end = datetime.fromisoformat(until).replace(tzinfo=AMSTERDAM)
    if end > walk.now:
        await walk.to(end - timedelta(minutes=1))
        assert sanne.says() == ""
    await walk.to(end)
    assert sanne.says() != ""  # the message, or what waited longer


async def test_a_pause_that_is_over_is_over(walk: Walk) -> None:
    """After a week's pause the menu offers to end it, and then messages come again."""
    hr, sanne = await walk.member("Els", "hr"), await walk.finished()
    await sanne.type("pauze")
    assert "Pauze is voorbij" not in sanne.labels()
    await sanne.press("Een week niets")
    await sanne.type("pauze")
    await sanne.press("Pauze is voorbij")
    sanne.look()
    await post(walk, hr, "Nieuws")
    assert "Nieuws" in sanne.says()


async def test_a_night_week_ends_on_sunday(walk: Walk) -> None:
    """From Monday on the ordinary hours count again."""
    hr, sanne = await walk.member("Els", "hr"), await walk.finished()
    await sanne.type("/pauze")
    await sanne.press("Deze week nachtdienst")
    await walk.at("2026-11-30", "07:00")
    await sanne.type("/menu")
    sanne.look()
    await post(walk, hr, "Nieuws")
    await walk.at("2026-11-30", "08:00")
    assert "Nieuws" in sanne.says()


async def test_a_month_of_silence_is_kept_and_ends_with_one_question(walk: Walk) -> None:
    """'Over een maand': nothing unasked for thirty days, then the one question that was promised."""
    hr, sanne = await walk.member("Els", "hr"), await walk.member()
    await sanne.do("Eigenlijk niks", "Liever niet", "Over een maand")
    sanne.look()
    for days in (10, 10, 9):
        await post(walk, hr, "Nieuws")
        await walk.by(days=days)
    assert sanne.says() == ""
    await walk.by(days=1)
    assert "Een maand geleden spraken we elkaar" in sanne.says()


async def test_an_exercise_of_next_week_does_not_take_back_the_question_of_next_month(walk: Walk) -> None:
    """Two promises to come back with different things are both kept, each on its own day."""
    sanne = await walk.member()
    await sanne.do("Eigenlijk niks", "Liever niet", "Over een maand")
    await sanne.talk("Drie weken klein oefenen")
    await sanne.do("Opruimen", "Muziek erbij", "Over een week")
    sanne.look()
    await walk.by(days=7)
    assert "Een week geleden koos je een klus" in sanne.says()
    await sanne.press("Ik stop ermee")
    sanne.look()
    await walk.by(days=23)
    assert "Een maand geleden spraken we elkaar" in sanne.says()


async def test_ignored_messages_get_rarer_then_one_question_then_silence(walk: Walk) -> None:
    """After two without a reaction half as often; after four one question; after that nothing."""
    sanne = await walk.finished()
    sanne.look()
    await walk.by(days=120)
    came = unasked(sanne)
    assert len(came) == 4
    gaps = [(later - earlier) / timedelta(days=1) for earlier, later in pairwise(came)]
    assert gaps[0] < 9 < gaps[1], gaps
    assert sanne.says().count("Wil je dat ik dat blijf doen?") == 1
    assert "Wil je dat ik dat blijf doen?" in sanne.news()[-1].text
    sanne.look()
    await walk.by(days=60)
    assert sanne.says() == ""


@pytest.mark.parametrize(("answer", "more"), [("Ja", True), ("Nee", False)])
async def test_the_one_question_is_taken_at_its_word(walk: Walk, answer: str, more: bool) -> None:
    """Yes: it goes on as before. No: silence."""
    sanne = await walk.finished()
    await walk.by(days=100)
    await sanne.press(answer)
    sanne.look()
    await walk.by(days=21)
    assert bool(sanne.says()) is more


async def test_not_for_me_is_remembered(walk: Walk) -> None:
    """A refused one never comes again; two of one angle and the angle stays away."""
    sanne = await walk.finished()
    refused: list[str] = []
    seen: list[str] = []
    for _ in range(200):
        sanne.look()
        await walk.by(days=1)
        for message in sanne.news():
            if "Niet voor mij" in message.labels:
                seen.append(message.text)
                if len(refused) < 2:
                    refused.append(message.text)
                    assert "Dit krijg je niet meer" in await sanne.press("Niet voor mij")
                else:
                    await sanne.type("/menu")
    assert len(seen) == len(set(seen))
    assert not set(refused) & set(seen[2:])


async def test_every_story_is_told_once(walk: Walk) -> None:
    """The menu tells each story once, then says so honestly."""
    sanne = await walk.finished()
    told = []
    for _ in range(len(walk.app.house.library.stories) + 1):
        await sanne.type("/verhaal")
        told.append(sanne.says())
    assert len(set(told)) == len(told)
    assert "Je hebt alle verhalen gehad" in told[-1]


async def test_nothing_comes_into_a_talk(walk: Walk) -> None:
    """What comes due while somebody talks waits until twenty minutes after the last word."""
    hr, sanne = await walk.member("Els", "hr"), await walk.member()
    await sanne.press("Ik twijfel")
    sanne.look()
    await post(walk, hr, "Nieuws")
    await walk.by(minutes=15)
    await sanne.press("Iets leren")
    sanne.look()
    await walk.by(minutes=19)
    assert "Nieuws" not in sanne.says()
    await walk.by(minutes=1)
    assert "Nieuws" in sanne.says()


async def test_a_reminder_waits_for_a_talk_too_and_still_comes(walk: Walk) -> None:
    """Even the own reminder does not break into a talk; it comes when the talk rests."""
    sanne = await walk.member()
    await sanne.do(*PLAN)
    await walk.at("2026-11-27", "09:55")
    await sanne.talk("Wat wil je?")
    await walk.at("2026-11-27", "10:00")
    assert "Je plan is nu" not in sanne.transcript()
    await walk.at("2026-11-27", "10:15")
    assert "Je plan is nu" in sanne.transcript()


async def test_silence_on_request(walk: Walk) -> None:
    """'Geen berichten meer' is kept, for HR's messages too; 'Toch wel' turns it back, without doubling."""
    hr, sanne = await walk.member("Els", "hr"), await walk.finished()
    await sanne.press("Geen berichten meer")
    sanne.look()
    await post(walk, hr, "Nieuws")
    await walk.by(days=20)
    assert sanne.says() == ""
    undo = sanne.shown("Toch wel")
    await sanne.press("Toch wel")
    await walk.by(minutes=1)
    await sanne.press_on(undo, "welkom")
    assert len([row for row in walk.rows("outbox") if row["kind"] == "nudge" and row["state"] == "waiting"]) == 1


async def test_blocked_people_are_left_alone_and_welcome_back(walk: Walk) -> None:
    """While blocked nothing is even tried; after unblocking the habit and the rest go on."""
    hr, sanne = await walk.member("Els", "hr"), await walk.finished()
    await sanne.type("/plan")
    await sanne.press("Een plan maken")
    await sanne.do("Ik zoek uit wat er kan", "elke maandag om 9 uur", "liever niet", "?8", "Klopt")
    await sanne.block()
    calls: list[str] = []
    walk.calls(calls)
    await post(walk, hr, "Nieuws")
    calls.clear()
    await walk.by(days=15)
    assert [call for call in calls if call.startswith("send")] == []
    await sanne.unblock()
    sanne.look()
    await walk.by(days=14)
    assert sanne.says().count("Je plan is nu") == 2
    assert unasked(sanne), sanne.says()


async def test_somebody_blocked_unnoticed_is_found_out_and_welcome_back(walk: Walk) -> None:
    """Telegram's refusal of a message counts as a block; coming back restores what was dropped."""
    sanne = await walk.finished()
    await sanne.type("/plan")
    await sanne.press("Een plan maken")
    await sanne.do("Ik zoek uit wat er kan", "elke maandag om 9 uur", "liever niet", "?8", "Klopt")
    sanne.person.blocked = True  # without the update that tells so
    await walk.at("2026-12-01", "12:00")
    assert walk.rows("identity")[0]["blocked"] == 1
    assert [row for row in walk.rows("outbox") if row["state"] == "waiting"] == []
    await sanne.unblock()
    sanne.look()
    await walk.at("2026-12-07", "09:00")
    assert "Je plan is nu" in sanne.says()


async def test_a_talk_left_lying_gets_one_gentle_question(walk: Walk) -> None:
    """After three hours one question, then rest; words that answer it are no answer to the talk."""
    sanne = await walk.member()
    await sanne.press("Ik twijfel")
    sanne.look()
    await walk.by(hours=4)
    assert sanne.says() == "Je was met een vraag bezig.\nVerder, of liever niet meer? Allebei is goed."
    assert "Wat komt als eerste bij je op?" in await sanne.type("verder")
    await walk.by(days=2)
    await sanne.press("Iets leren")
    sanne.look()
    await walk.by(hours=4)
    first = sanne.says()
    assert first.count("Je was met een vraag bezig") <= 1


async def test_a_scan_left_lying_keeps_nothing_and_can_be_taken_up(walk: Walk) -> None:
    """It said so before the first question: no picture, then nothing in the document."""
    sanne = await walk.finished()
    assert "Stop je voor het plaatje? Dan komt er niets in." in await sanne.talk("Mijn scan")
    await sanne.do("Begin maar", "6")
    sanne.look()
    await walk.by(hours=4)
    assert "Je was met een vraag bezig" in sanne.says()
    assert "Hoe goed kun je wat je werk vraagt?" in await sanne.press("Verder")
    await sanne.press("7")
    await sanne.type("stop")
    assert "Mijn scans" not in await sanne.type("/mijn")
    await sanne.talk("Mijn scan")
    await sanne.do("Begin maar", "6")
    sanne.look()
    await walk.by(hours=4)
    await sanne.press("Niet meer")
    assert "Mijn scans" not in await sanne.type("/mijn")
    assert not any("Mijn scan" in label for label in sanne.labels())


async def test_the_voluntary_question_may_be_left_lying(walk: Walk) -> None:
    """Nobody is asked whether to go on with it, and the talk is over."""
    sanne = await walk.member()
    await sanne.do(*PLAN[:-1])
    assert "Was dit je tijd waard?" in sanne.says()
    sanne.look()
    await walk.by(hours=4)
    assert sanne.says() == ""
    await sanne.type("/praten")
    assert "Verder waar we waren" not in sanne.labels()


async def test_not_any_more_ends_the_talk_that_was_meant(walk: Walk) -> None:
    """'Niet meer' under an old question does not end the talk that runs now."""
    sanne = await walk.member()
    await sanne.press("Ik twijfel")
    await walk.by(hours=4)
    old = sanne.shown("Niet meer")
    data = str(old.buttons[1]["callback_data"])
    await sanne.talk("Wat wil je?")
    await sanne.press_on(old, data)
    assert [row["state"] for row in walk.rows("session")].count("foreground") == 1
