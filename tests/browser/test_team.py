"""A team lead, HR and twelve colleagues side by side on a wide screen: short questions, and a message to everybody."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import expect

from tests.browser.conftest import ONE_LOOP, Open
from tests.browser.window import Phone, Window

pytestmark = [pytest.mark.browser, ONE_LOOP]

TEAM = "Nachtploeg West"
MESSAGE = "Donderdag is er een open dag. Kom je ook?"


async def team_made(window: Window) -> Phone:
    """Karim comes in by his link and makes a team."""
    await window.invited("Teamleider")
    karim = window.phone("Karim")
    await karim.caught_up()
    await karim.tap("Ja, ik doe mee")
    await karim.sees("Je doet mee als leidinggevende.")
    await karim.tap("Team maken")
    await karim.say(TEAM)
    await karim.tap("Ja")
    return karim


async def joined_by(window: Window, lead: Phone) -> Phone:
    """Sanne opens the link that the lead got."""
    await window.touch(lead.log.get_by_role("link", name="start="))
    await window.page.get_by_role("dialog").get_by_role("radio", name="Sanne").check()
    async with window.acted():
        await window.in_dialog("Openen")
    sanne = window.phone("Sanne")
    await sanne.caught_up()
    for label in ("Ja, ik doe mee", "Sanne", "Tussen 8 en 20 uur"):
        await sanne.tap(label)
    return sanne


async def colleagues_joined(window: Window) -> None:
    """Twelve colleagues, each as far as the first question."""
    async with window.page.expect_response(lambda answer: "/sim/control/colleagues" in answer.url):
        await window.bar("Twaalf collega’s")
    simulator = window.demo.simulator
    crowd = window.demo.crowd

    def all_in() -> bool:
        return len(crowd.people) == 12 and all(
            "Wat wil jij in je werk?" in simulator.transcript(each) for each in crowd.people
        )

    await simulator.wait_until(all_in, timeout=20)
    await window.demo.settled()


async def moved_past(window: Window, day: str, most: int = 20) -> None:
    """Let what waits come until the clock above the phones shows this day."""
    for _ in range(most):
        if day in await window.page.locator("header time").inner_text():
            return
        await window.forward()
        await expect(window.page.locator("header time")).to_have_attribute(
            "datetime", re.compile(window.demo.clock.now().strftime("^%Y-%m-%dT%H:%M"))
        )
    pytest.fail(f"the clock did not come to {day}")


async def test_short_questions_and_a_message_to_everybody(opened: Open) -> None:
    async with opened("wide", reduced_motion="reduce") as window:
        page = window.page
        await expect(page.get_by_role("region")).to_have_count(3)
        karim = await team_made(window)
        code = karim.newest.get_by_role("img")
        await expect(code).to_be_in_viewport(ratio=1)
        assert await code.evaluate("picture => picture.complete && picture.naturalWidth > 200")
        await karim.sees("Deze link is voor je mensen.", "Jij ziet niet wie meedoet.")
        sanne = await joined_by(window, karim)
        await window.invited("Personeelszaken")
        els = window.phone("Els")
        await els.caught_up()
        await els.tap("Ja, ik doe mee")
        await colleagues_joined(window)

        await karim.say("/menu")
        await karim.tap("Korte vragen sturen")
        await karim.tap(TEAM)
        await karim.tap("3 dagen")
        await karim.sees("Nu sturen?")
        await karim.tap("Nu sturen")
        await karim.sees(f"De vragen gaan naar {TEAM}.", "Bij minder dan 10 antwoorden is er geen resultaat.")

        await window.forward()
        await sanne.caught_up()
        await sanne.sees("Drie korte vragen over het werk", "Niemand ziet wat jij antwoordt.")
        await sanne.tap("Antwoorden")
        for number, score in (("1", "8"), ("2", "3"), ("3", "6")):
            await sanne.sees(f"Vraag {number} van 3")
            await sanne.tap(score)
        await expect(sanne.log.get_by_text("Je antwoorden gaan alleen mee in de groep.")).to_have_count(1)

        await els.tap("Bericht sturen")
        await els.tap("Iedereen")
        await els.say(MESSAGE)
        await els.tap("Wat wil je?")
        await els.sees("Zo ziet het eruit.")
        preview = els.log.get_by_role("article").nth(-2)
        await expect(preview).to_contain_text(MESSAGE)
        await expect(preview.get_by_role("button", name="Wat wil je?")).to_be_visible()
        await els.tap("Versturen")
        await els.sees("Je bericht is onderweg.", "De groep: 10 tot 24 mensen.")
        await expect(els.newest.get_by_role("button", name="Stop met versturen")).to_be_visible()
        progress = await els.newest.get_attribute("data-id")

        await moved_past(window, "26 nov")
        for phone in (karim, sanne, els):
            await phone.caught_up()
        result = karim.log.get_by_role("article").filter(has_text=f"De vragen in {TEAM}").last
        await expect(result).to_contain_text("Aantal antwoorden: 10 tot 14.")
        assert len(re.findall(r"Laag: \d+ · midden: \d+ · hoog: \d+", await result.inner_text())) == 3
        same = sanne.log.get_by_role("article").filter(has_text=f"De vragen in {TEAM}").last
        assert await same.locator(".words").inner_text() == await result.locator(".words").inner_text()

        await expect(sanne.log.get_by_role("article").filter(has_text=MESSAGE)).to_have_count(1)
        report = els.log.get_by_role("article").filter(has_text="Verstuurd:")
        assert await report.first.get_attribute("data-id") == progress
        await expect(report.first).to_contain_text("Verstuurd: 10 tot 24 mensen.")
        await expect(els.log.get_by_role("button", name="Stop met versturen")).to_have_count(0)
        await expect(report.last).to_contain_text("Verstuurd: 10 tot 24 mensen. De groep: 10 tot 24 mensen.")
        for name in ("Sanne", "Collega"):
            await expect(els.log).not_to_contain_text(name)
            await expect(karim.log).not_to_contain_text(name)
