"""An employee on a phone, with real touches: from the invitation to the follow-up of a plan."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import expect

from tests.browser.conftest import ONE_LOOP, Open
from tests.browser.window import Phone, Window

pytestmark = [pytest.mark.browser, ONE_LOOP]

MOST_TAPS_TO_FIRST_QUESTION = 4


async def moved_until(window: Window, phone: Phone, words: str, most: int = 5) -> None:
    """Let the next message come until it is these words."""
    for _ in range(most):
        await window.forward()
        await phone.caught_up()
        if words in await phone.newest.inner_text():
            await window.fold()
            return
    pytest.fail(f"{words!r} did not come within {most} messages:\n{window.demo.simulator.transcript(phone.person)}")


async def test_from_invitation_to_follow_up(opened: Open) -> None:
    async with opened("phone", reduced_motion="reduce") as window:
        page = window.page
        assert await page.evaluate("document.documentElement.scrollWidth") == 390
        await window.bar("Uitnodiging")
        await window.touch_item("Medewerker")
        await expect(page.get_by_role("dialog").get_by_label("De link")).to_have_value(re.compile(r"^https://t\.me/"))
        await window.in_dialog("Openen")
        await expect(page.get_by_role("radio", name="Sanne")).to_be_checked()

        window.taps = 0  # the link lies before her
        async with window.acted():
            await window.in_dialog("Openen")
        sanne = window.phone("Sanne")
        await window.demo.settled()
        await sanne.caught_up()
        taps_above_the_phone = -window.taps
        await window.fold()
        taps_above_the_phone += window.taps
        await sanne.sees("Ik ben een programma, geen mens.", "Niemand ziet of je meedoet.", "Dat bedrijf kan meelezen.")
        await sanne.tap("Ja, ik doe mee")
        await sanne.tap("Sanne")
        await sanne.tap("Tussen 8 en 20 uur")
        await sanne.sees("Wat wil jij in je werk?")
        assert window.taps - taps_above_the_phone <= MOST_TAPS_TO_FIRST_QUESTION

        await sanne.say("ik wil me heftruckcertificaat halen")
        await sanne.sees("Je wilt je heftruckcertificaat halen.", "Wat verandert er voor jou als dat lukt?")
        await sanne.say("dan kan ik van de inpak af. en iets meer loon")
        await sanne.sees("Dan kun je van de inpak af.", "Wat heb je er al voor gedaan?")
        await sanne.tap("Rondgevraagd")
        await sanne.sees("Hoe zeker ben je dat het lukt?")
        await sanne.tap("6")
        await sanne.say("rijden kan ik wel. alleen lezen van die theorie..")
        await sanne.sees("Wat zou je nog helpen?")
        await sanne.tap("Hulp van iemand")
        await sanne.tap("Ja")
        await sanne.say("met die collega kan ik wel oefenen")
        await sanne.sees("Met die collega kun je wel oefenen.", "Zullen we je eerste stap opschrijven?")
        await sanne.tap("Ja")

        await sanne.tap("Anders…")
        await sanne.say("ik vraag Fatima om te oefenen")
        await sanne.tap("Anders…")
        await sanne.say("vrijdag om half drie")
        await sanne.sees("En als het dan te druk is?")
        await sanne.tap("Dan doe ik het een dag later")
        await sanne.sees("Als:", "Dan:", "Te druk?", "Klopt het zo?")
        await sanne.tap("Klopt")
        await expect(sanne.log.get_by_text("Je plan staat.")).to_have_count(1)
        await sanne.tap("Nu niet")
        await sanne.sees("Niemand van je werk ziet het.")

        await window.bar("Wat wacht er?")
        await expect(page.get_by_role("row", name=re.compile("vr 27 nov, 14:30 Sanne herinnering"))).to_be_visible()
        await page.keyboard.press("Escape")

        await moved_until(window, sanne, "Je plan is nu.")
        await expect(page.get_by_role("banner").get_by_text("vr 27 nov, 14:30")).to_be_visible()
        await sanne.sees("vrijdag om half drie", "vraag Fatima om te oefenen", "een dag later")
        await moved_until(window, sanne, "Hoe ging het?")
        await sanne.sees("Hoe ging het?", "Gelukt", "Een beetje", "Nog niet", "Veranderen", "Stoppen")
        await sanne.tap("Gelukt")
        await sanne.sees("Het is je gelukt.", "Wat hielp daarbij?")
        await sanne.say("fatima had zelf ook lang geoefend")
        await sanne.sees("Wat wil je nu?")
        await sanne.tap("Het is klaar")
        await sanne.sees("Dit plan is klaar. Ik vraag er niet meer naar.")

        await window.bar("Wat wacht er?")
        await expect(page.get_by_role("dialog")).to_be_visible()
        await expect(page.get_by_role("cell", name=re.compile("herinnering|hoe het ging"))).to_have_count(0)
