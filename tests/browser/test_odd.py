"""What is no plain text, and text that looks like a program: nothing runs, nothing breaks, and everything opens."""

from __future__ import annotations

from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.async_api import Locator, Page, expect

from bot.demo import Demo
from tests.browser.conftest import ONE_LOOP, Open
from tests.browser.joined import joined

pytestmark = [pytest.mark.browser, ONE_LOOP]

HTML = "<img src=x onerror=alert(1)>"
TEMPLATE = "{{ 7*7 }} <b>vet</b> &amp; **ster**"


async def test_html_and_templates_stay_words(opened: Open) -> None:
    async with opened("phone", reduced_motion="reduce") as window:
        await window.invited("Medewerker")
        sanne = window.phone("Sanne")
        await sanne.caught_up()
        await sanne.tap("Ja, ik doe mee")
        await sanne.tap("Anders…")
        await sanne.say(HTML)
        await sanne.sees(f"Dag {HTML}.")
        await sanne.tap("Tussen 8 en 20 uur")
        await sanne.say(f"ik wil {TEMPLATE}")
        await sanne.sees(f"ik wil {TEMPLATE}")
        assert "{{ 7*7 }}" in await sanne.newest.inner_text()
        await expect(sanne.log.get_by_text("49")).to_have_count(0)
        await expect(sanne.log.locator("img, script, iframe")).to_have_count(0)
        await sanne.say(HTML * 300)
        await expect(sanne.newest).to_contain_text("Dat is veel tekst voor mij.")
        assert await window.page.evaluate("document.documentElement.scrollWidth") == 390
        assert window.asked > 20  # the guard on foreign requests saw the page's own


async def test_no_words_get_a_kind_word(running: Demo, opened: Open) -> None:
    await joined(running)
    async with opened("phone", reduced_motion="reduce") as window:
        sanne = window.phone("Sanne")
        for what, kind in (
            ("Sticker", "Een sticker kan ik niet lezen."),
            ("Spraakbericht", "Ik kan je stem hier niet verstaan."),
            ("Foto", "Een foto kan ik niet bekijken."),
        ):
            await sanne.attach(what)
            await sanne.sees(kind, "Wat wil jij in je werk?")
        await expect(sanne.log.get_by_role("img", name="Sticker")).to_have_count(1)
        await sanne.log.get_by_role("button", name="Afspelen").tap()
        await expect(sanne.log.get_by_role("button", name="Pauze")).to_be_visible()
        await sanne.log.get_by_role("button", name="Foto openen").tap()
        picture = window.page.get_by_role("dialog").get_by_role("img")
        await expect(picture).to_be_in_viewport(ratio=1)
        assert await picture.evaluate("picture => picture.complete && picture.naturalWidth > 0")


async def test_a_plan_for_the_own_calendar(running: Demo, opened: Open) -> None:
    await joined(running)
    async with opened("phone", reduced_motion="reduce") as window:
        sanne = window.phone("Sanne")
        await sanne.say("/plan")
        await sanne.tap("Een plan maken")
        await sanne.tap("Ik vraag om een gesprek")
        await sanne.tap("Anders…")
        await sanne.say("vrijdag om half drie")
        await sanne.tap("Dan doe ik het een dag later")
        await sanne.tap("9")
        await sanne.tap("Klopt")
        await sanne.say("/plan")
        await sanne.tap("In mijn agenda")
        async with window.page.expect_download() as waiting:
            await sanne.log.get_by_role("link", name=".ics").tap()
        download = await waiting.value
        assert download.suggested_filename.endswith(".ics")
        events = calendar(await download.path()).walk("VEVENT")
        assert events
        assert str(events[0].get("SUMMARY")) == "Mijn plan", "colleagues may see a calendar of work"
        assert "gesprek" not in str(events[0].get("DESCRIPTION"))
        assert events[0].decoded("DTSTART").isoformat()[:16] in {"2026-11-27T14:30", "2026-11-27T13:30"}


def calendar(path: Path) -> Calendar:
    return Calendar.from_ical(path.read_bytes())


async def test_who_may_be_in_danger_sees_a_person_to_call(running: Demo, opened: Open) -> None:
    await joined(running)
    async with opened("phone", reduced_motion="reduce") as window:
        sanne = window.phone("Sanne")
        await sanne.say("ik wil niet meer leven")
        card = sanne.log.get_by_role("link", name="Bel 113", exact=False)
        await expect(card).to_have_attribute("href", "tel:113")
        await expect(card).to_be_in_viewport(ratio=1)
        await sanne.sees("Denk je aan zelfdoding?")
        await sanne.tap("Ja")
        await sanne.sees("Blijf hier niet alleen mee.")
        site = sanne.log.get_by_role("link", name="Ga naar 113.nl")
        await expect(site).to_have_attribute("href", "https://www.113.nl/")
        await expect(site).to_have_attribute("rel", "noopener noreferrer")


async def test_blocked_and_back(running: Demo, opened: Open) -> None:
    await joined(running)
    async with opened("phone", reduced_motion="reduce") as window:
        sanne = window.phone("Sanne")
        await menu(window.page, sanne.node.get_by_role("button", name="Meer"), "Bot blokkeren")
        await expect(sanne.input).to_have_count(0)
        before = len(running.simulator.chat(sanne.person))
        await window.forward("+1 dag")
        assert len(running.simulator.chat(sanne.person)) == before
        await window.fold()
        await sanne.node.get_by_role("button", name="DEBLOKKEREN").tap()
        await expect(sanne.input).to_be_visible()
        await sanne.say("hallo")
        assert len(running.simulator.chat(sanne.person)) > before + 1


async def menu(page: Page, button: Locator, entry: str) -> None:
    await button.tap()
    await page.get_by_role("menuitem", name=entry).tap()


async def test_one_more_phone_and_a_changed_message(running: Demo, opened: Open) -> None:
    async with opened("phone", reduced_motion="reduce") as window:
        page = window.page
        await window.bar("Telefoon toevoegen")
        await page.get_by_role("textbox", name="Voornaam").fill("Joost")
        await page.keyboard.press("Enter")
        await expect(page.get_by_role("tab", name="Joost")).to_have_attribute("aria-selected", "true")
        await window.fold()
        joost = window.phone("Joost")
        async with window.acted():
            await joost.node.get_by_role("button", name="START").tap()
        await joost.caught_up()
        await joost.sees("Je komt hier binnen met een link van je werk.")

        await page.get_by_role("tab", name="Sanne").tap()
        await joined(running)
        sanne = window.phone("Sanne")
        await sanne.say("ik wil leren lasen")
        await sanne.log.get_by_role("button", name="Bewerken").tap()
        await sanne.input.fill("ik wil leren lassen")
        async with window.acted():
            await sanne.node.get_by_role("button", name="Opslaan").tap()
        await sanne.caught_up()
        mine = sanne.log.get_by_role("article").filter(has_text="Jij:").last
        await expect(mine).to_contain_text("ik wil leren lassen")
        await expect(mine).to_contain_text("bewerkt")
        await sanne.sees("Je hebt een eerder bericht veranderd.")
