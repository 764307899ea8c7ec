"""A lead, HR and twelve employees: a team, its questions, one result for everybody, and a message to all."""

from __future__ import annotations

import json

import pytest

from bot.simulator.state import Message, Press
from tests.walks.phone import Phone, Walk, words_of

SCORES = ("8", "7", "3")


async def lead(walk: Walk, team: str = "De Wilgen") -> tuple[Phone, str]:
    """A lead with a team of their own, and the payload of its link."""
    karim = await walk.member("Karim", "lead")
    await karim.press("Team maken")
    said = await karim.do(team, "Ja")
    link = next(word for word in said.split() if "t.me/" in word)
    return karim, str(walk.simulator.start_payload(link))


async def join(walk: Walk, payload: str, count: int) -> list[Phone]:
    """So many employees who joined by this link and stand outside any talk."""
    phones = []
    for number in range(count):
        phone = walk.phone(f"Mens{number}")
        await phone.open(payload)
        for label in ("Ja, ik doe mee", f"Mens{number}", "Tussen 8 en 20 uur"):
            await phone.press(label)
        await phone.type("stop")
        phones.append(phone)
    return phones


async def ask(karim: Phone, team: str = "De Wilgen") -> str:
    """The lead sends the short questions for three days."""
    await karim.type("/vragen")
    return await karim.do(team, "3 dagen", "Nu sturen")


async def answer(phone: Phone, *scores: str) -> str:
    """An employee answers the invitation."""
    await phone.press("Antwoorden")
    for score in scores:
        await phone.press(score)
    return phone.says()


async def forged(walk: Walk, phone: Phone, message: Message, data: str = "") -> None:
    """A press that this phone does not offer, as a changed app could send it."""
    data = data or str(message.buttons[0]["callback_data"])
    press = Press(f"forged{phone.person.id}{walk.now.timestamp()}", phone.person, message, data)
    walk.simulator.world.presses[press.id] = press
    query = {"id": press.id, "from": phone.person.user(), "message": message.wire(), "chat_instance": "1", "data": data}
    walk.simulator.world.updates.put("callback_query", query)
    await walk.demo.settled()


async def test_a_lead_makes_a_team_and_gets_its_link_and_qr_picture(walk: Walk) -> None:
    """One picture with the link in its caption; the link lets employees in, the lead sees nobody's name."""
    karim, payload = await lead(walk)
    (picture,) = [message for message in karim.news() if message.kind == "photo"]
    assert "Meedoen is vrijwillig. Jij ziet niet wie meedoet." in picture.text
    await join(walk, payload, 1)
    assert "Mens0" not in karim.transcript()


async def test_the_result_is_the_same_for_lead_and_employees(walk: Walk) -> None:
    """Twelve people, eleven answers: at closing everybody gets the very same words, once, without anybody's answers."""
    karim, payload = await lead(walk)
    people = await join(walk, payload, 12)
    sent = await ask(karim)
    assert "De vragen gaan naar De Wilgen" in sent
    assert "donderdag 26 november" in sent
    for number, phone in enumerate(people[:11]):
        assert "Niemand ziet wat jij antwoordt" in phone.transcript()
        assert "Dank je" in await answer(phone, str(3 + number % 7), str(10 - number % 5), SCORES[number % 3])
    for phone in (karim, *people):
        phone.look()
    await walk.at("2026-11-26", "12:00")
    results = {phone.says() for phone in (karim, *people)}
    (result,) = results
    assert "De vragen in De Wilgen" in result
    assert "Aantal antwoorden: 10 tot 14" in result
    assert "Aantal antwoorden: 11" not in result
    assert walk.rows("checkin_answer") == []
    released = json.loads(walk.rows("checkin")[0]["release"])
    assert "11" not in json.dumps(released)
    await walk.by(days=2)
    assert {phone.says().count("De vragen in") for phone in (karim, *people)} == {1}


async def test_under_the_minimum_there_is_an_honest_word(walk: Walk) -> None:
    """Nine answers: no figure, everybody hears why, and the answers are gone."""
    karim, payload = await lead(walk)
    people = await join(walk, payload, 9)
    await ask(karim)
    for phone in people:
        await answer(phone, *SCORES)
    karim.look()
    await walk.at("2026-11-26", "12:00")
    assert "Er waren te weinig antwoorden" in karim.says()
    assert not any(word.isdigit() for word in karim.says().split())
    assert walk.rows("checkin_answer") == []


async def test_the_leads_own_answers_do_not_count(walk: Walk) -> None:
    """A lead who is a member too is not asked, cannot answer, and does not lift nine to ten."""
    karim, payload = await lead(walk)
    assert "Hoe mag ik je noemen?" in await karim.open(payload)
    people = await join(walk, payload, 9)
    await ask(karim)
    for phone in people:
        await answer(phone, *SCORES)
    assert "Antwoorden" not in karim.transcript()
    await forged(walk, karim, people[0].shown("✓ Antwoorden"))
    assert "Deze vragen zijn gesloten, of niet voor jou" in karim.transcript()
    await walk.at("2026-11-26", "12:00")
    assert "te weinig antwoorden" in karim.says() + karim.transcript()


async def test_who_became_lead_after_answering_does_not_count(walk: Walk) -> None:
    """Ten answered, one of them leads the team by the time it closes: nine are too few."""
    karim, payload = await lead(walk)
    people = await join(walk, payload, 10)
    await ask(karim)
    for phone in people:
        await answer(phone, *SCORES)
    await people[0].open(await walk.link("lead", team="De Wilgen"))
    karim.look()
    await walk.at("2026-11-26", "12:00")
    assert "Er waren te weinig antwoorden" in karim.says()


async def test_nobody_answers_after_closing_nor_counts_twice(walk: Walk) -> None:
    """A second round takes the place of the first; after closing the button says so, in the middle of a talk too."""
    karim, payload = await lead(walk)
    early, late, slow = await join(walk, payload, 3)
    await ask(karim)
    await answer(early, *SCORES)
    await walk.by(minutes=1)
    button = early.shown("✓ Antwoorden")
    await early.press_on(button, str(button.buttons[0]["callback_data"]))
    await early.do(*SCORES)
    assert len(walk.rows("checkin_answer")) == 1
    await slow.press("Antwoorden")
    await slow.do("8", "8")
    await walk.at("2026-11-26", "11:00")
    assert "Deze vragen zijn gesloten" in await late.press("Antwoorden")
    assert "Hij doet niets meer" in await slow.press("8")  # the half-filled questions are forgotten at closing
    assert not [row for row in walk.rows("session") if row["script"] == "korte_vragen"]
    assert walk.rows("checkin_answer") == []


async def test_an_employee_of_another_team_cannot_answer(walk: Walk) -> None:
    """The button of somebody else's invitation opens nothing."""
    karim, payload = await lead(walk)
    (one,) = await join(walk, payload, 1)
    other = await walk.finished("Ander")
    await ask(karim)
    assert "Antwoorden" not in other.transcript()
    await forged(walk, other, one.shown("Antwoorden"))
    assert "Deze vragen zijn gesloten, of niet voor jou" in other.transcript()


async def test_two_rounds_at_once_are_refused(walk: Walk) -> None:
    """While questions are open, the lead hears so instead of sending more."""
    karim, payload = await lead(walk)
    await join(walk, payload, 1)
    await ask(karim)
    assert "al vragen" in await ask(karim)
    assert len(walk.rows("checkin")) == 1


async def test_a_double_tap_on_send_sends_once(walk: Walk) -> None:
    """Two quick taps make one round, and one broadcast."""
    karim, payload = await lead(walk)
    await join(walk, payload, 1)
    await karim.type("/vragen")
    await karim.do("De Wilgen", "3 dagen")
    await karim.press("Nu sturen", times=2)
    assert len(walk.rows("checkin")) == 1


async def hr_with(walk: Walk, employees: int) -> tuple[Phone, list[Phone]]:
    """HR, and employees of the example team."""
    els = await walk.member("Els", "hr")
    return els, [await walk.finished(f"Mens{number}") for number in range(employees)]


async def test_hr_sees_the_message_first_and_it_arrives_as_shown(walk: Walk) -> None:
    """The preview and what people get are word for word the same; the button under it opens the talk."""
    els, (sanne, *_rest) = await hr_with(walk, 3)
    await els.type("/bericht")
    await els.do("Iedereen", "Donderdag is er een inloopuur over scholing.", "Wat wil je?")
    preview = els.news()[0]
    assert preview.text.startswith("Bericht van Zorggroep Voorbeeld")
    assert preview.labels == ["Wat wil je?"]
    assert "Dit is een voorbeeld" in await els.press_on(preview, str(preview.buttons[0]["callback_data"]))
    sanne.look()
    await els.press("Versturen")
    (copy,) = sanne.news()
    assert copy.text == preview.text
    assert "Wat wil jij in je werk?" in await sanne.press("Wat wil je?")


async def test_the_text_can_be_changed_before_it_goes(walk: Walk) -> None:
    """'Tekst aanpassen' shows the new text, and only that goes out."""
    els, (sanne,) = await hr_with(walk, 1)
    await els.type("/bericht")
    await els.do("Iedereen", "Eerste tekts", "Geen knop", "Tekst aanpassen")
    assert "Tweede tekst" in await els.do("Tweede tekst")
    await els.press("Versturen")
    assert "Tweede tekst" in sanne.transcript()
    assert "Eerste tekts" not in sanne.transcript()


async def test_progress_is_one_message_that_is_edited_and_the_report_speaks_in_bands(walk: Walk) -> None:
    """At night it waits; in the morning the same message counts up; the report names no exact number."""
    els, people = await hr_with(walk, 12)
    await walk.at("2026-11-23", "21:00")
    await els.type("/bericht")
    await els.do("Iedereen", "Nieuws", "Geen knop", "Versturen")
    progress = els.shown("Stop met versturen")
    assert "minder dan 10 mensen" in progress.text
    assert "10 tot 24 mensen" in progress.text
    els.look()
    await walk.at("2026-11-24", "08:00")
    assert all("Nieuws" in phone.transcript() for phone in people)
    await walk.simulator.wait_until(lambda: progress.labels == [])
    report = els.says()
    assert "Je bericht is klaar" in report
    assert "10 tot 24 mensen" in report
    assert "12" not in report + progress.text
    assert "Verstuurd: 10 tot 24 mensen" in progress.text
    assert sum("Verstuurd:" in message.text for message in els.chat()) == 2  # this one, and the report
    calls: list[str] = []
    walk.calls(calls)
    await walk.by(hours=5)
    assert [call for call in calls if call.startswith("edit")] == []  # what is over is left alone


async def test_a_broadcast_can_be_stopped(walk: Walk) -> None:
    """What was not sent yet is taken back; the second press hears that it is over."""
    els, people = await hr_with(walk, 2)
    await walk.at("2026-11-23", "21:00")
    await els.type("/bericht")
    await els.do("Iedereen", "Toch maar niet", "Geen knop", "Versturen")
    shown = els.shown("Stop met versturen")
    assert "Je bericht is gestopt" in await els.press("Stop met versturen", times=2)
    await walk.at("2026-11-25", "12:00")
    assert not any("Toch maar niet" in phone.transcript() for phone in people)
    await walk.by(seconds=10)
    await forged(walk, els, shown, f"bstop:{walk.rows('broadcast')[0]['id']}")
    assert "Dat bericht is al klaar of gestopt" in els.transcript()


async def test_a_message_to_one_team_reaches_that_team_only(walk: Walk) -> None:
    """The chosen group and nobody else."""
    karim, payload = await lead(walk)
    (inside,) = await join(walk, payload, 1)
    els, (outside,) = await hr_with(walk, 1)
    await els.type("/bericht")
    await els.do("De Wilgen", "Alleen voor jullie", "Geen knop", "Versturen")
    assert "Alleen voor jullie" in inside.transcript()
    assert "Alleen voor jullie" not in outside.transcript() + karim.transcript()


@pytest.mark.parametrize("text", ["{{ 7*7 }} <b>let op</b>", "“aanhalingstekens” & *sterren*"])
async def test_hr_words_are_sent_as_typed(walk: Walk, text: str) -> None:
    """Braces and markup in HR's message are words."""
    els, (sanne,) = await hr_with(walk, 1)
    await els.type("/bericht")
    await els.do("Iedereen", text, "Geen knop", "Versturen")
    assert any(text in words_of(message) for message in sanne.chat())


async def test_somebody_in_two_teams_is_not_asked_twice_within_a_month(walk: Walk) -> None:
    """Two results of almost the same people would tell by their difference; a month later it may."""
    karim, payload = await lead(walk, "Noord")
    (mens,) = await join(walk, payload, 1)
    await karim.type("/team")
    said = await karim.do("Zuid", "Ja")
    south = next(word for word in said.split() if "t.me/" in word)
    await mens.open(str(walk.simulator.start_payload(south)))
    assert "De vragen gaan naar Noord" in await ask(karim, "Noord")
    assert "kreeg deze maand al vragen" in await ask(karim, "Zuid")
    await walk.at("2026-12-22", "12:00")
    assert "De vragen gaan naar Zuid" in await ask(karim, "Zuid")
