"""Without mouse or eyes: the keyboard reaches everything, the focus shows, names are there, new messages are announced."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.async_api import Page, expect

from bot.demo import Demo
from tests.browser import access
from tests.browser.conftest import ONE_LOOP, Open
from tests.browser.joined import joined, pressed

pytestmark = [pytest.mark.browser, ONE_LOOP]

TOOLS = [
    "+1 uur",
    "+1 dag",
    "Naar het volgende bericht",
    "Wat wacht er?",
    "Uitnodiging",
    "Twaalf collega’s",
    "Telefoon toevoegen",
]


async def tabbed(page: Page, key: str = "Tab") -> str:
    """Go one on, and see that the focus shows and nothing lies over it."""
    await page.keyboard.press(key)
    now = await access.focus(page)
    assert now is not None
    assert now["ring"], f"no ring around {now}"
    assert now["uncovered"], f"something lies over {now}"
    return str(now["name"])


async def back_to(page: Page, name: str, most: int = 12) -> None:
    """Go back with the keyboard until this has the focus."""
    for _ in range(most):
        if await tabbed(page, "Shift+Tab") == name:
            return
    pytest.fail(f"Shift+Tab does not come to {name!r}")


async def test_joining_and_talking_by_keyboard_alone(opened: Open) -> None:
    async with opened("wide", reduced_motion="reduce") as window:
        page = window.page
        assert [await tabbed(page) for _ in TOOLS] == TOOLS
        first = [await tabbed(page) for _ in range(4)]
        assert first == ["Kies een telefoon", "Meer", "Gesprek op de telefoon van Sanne", "START"]

        await page.get_by_role("button", name="Uitnodiging").focus()
        await page.keyboard.press("Enter")
        await expect(page.get_by_role("menuitem", name="Medewerker")).to_be_focused()
        await page.keyboard.press("ArrowUp")
        await expect(page.get_by_role("menuitem", name="Ondernemingsraad")).to_be_focused()
        await page.keyboard.press("Escape")
        await expect(page.get_by_role("button", name="Uitnodiging")).to_be_focused()
        await page.keyboard.press("Enter")
        await page.keyboard.press("Enter")
        await expect(page.get_by_role("dialog", name="Uitnodiging: medewerker")).to_be_visible()
        await expect(page.get_by_role("dialog").get_by_role("button", name="Openen")).to_be_focused()
        await page.keyboard.press("Enter")
        await expect(page.get_by_role("radio", name="Sanne")).to_be_focused()
        assert [await tabbed(page) for _ in range(2)] == ["Voornaam", "Openen"]
        await expect(page.get_by_role("radio", name="Sanne")).to_be_checked()
        async with window.acted():
            await page.keyboard.press("Enter")
        sanne = window.phone("Sanne")
        await sanne.caught_up()
        await expect(sanne.node.locator("textarea:focus, [role=log]:focus")).to_have_count(1)

        await sanne.input.focus()
        await back_to(page, "Ja, ik doe mee")
        async with window.acted():
            await page.keyboard.press("Enter")
        await sanne.caught_up()
        await expect(sanne.log.get_by_role("button", name="✓ Ja, ik doe mee")).to_be_focused()
        assert await tabbed(page) == "Sanne"
        async with window.acted():
            await page.keyboard.press("Space")
        await sanne.caught_up()
        assert await tabbed(page) == "Tussen 8 en 20 uur"
        async with window.acted():
            await page.keyboard.press("Enter")
        await sanne.caught_up()

        await sanne.input.focus()
        await page.keyboard.type("ik wil leren lassen")
        await page.keyboard.press("Shift+Enter")
        await page.keyboard.type("een beetje dan")
        async with window.acted():
            await page.keyboard.press("Enter")
        await sanne.caught_up()
        await expect(sanne.input).to_have_value("")
        await expect(sanne.input).to_be_focused()
        assert "lassen" in await sanne.newest.inner_text()


async def test_only_the_phone_in_use_announces_what_is_new(running: Demo, opened: Open) -> None:
    sanne_person = await joined(running)
    async with opened("wide", reduced_motion="reduce") as window:
        sanne, karim = window.phone("Sanne"), window.phone("Karim")
        await sanne.caught_up()
        await sanne.input.focus()
        await expect(sanne.log).to_have_attribute("aria-live", "polite")
        await expect(karim.log).to_have_attribute("aria-live", "off")
        await sanne.log.evaluate(
            "log => new MutationObserver((news) => { window.added = (window.added ?? []).concat("
            "news.flatMap((one) => [...one.addedNodes]).map((node) => node.textContent)); })"
            ".observe(log, { childList: true })"
        )
        await pressed(running, sanne_person, "Ik twijfel")
        await sanne.caught_up()
        added = await window.page.evaluate("window.added.join('|')")
        assert "Aanzet: Je twijfelt nog." in added
        await karim.node.get_by_role("button", name="START").focus()
        await expect(karim.log).to_have_attribute("aria-live", "polite")
        await expect(sanne.log).to_have_attribute("aria-live", "off")
        await expect(window.page.get_by_role("status")).to_have_attribute("aria-live", "polite")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", ["phone", "wide"])
async def test_names_contrast_and_size(
    running: Demo, opened: Open, scheme: Literal["light", "dark"], width: Literal["phone", "wide"]
) -> None:
    sanne_person = await joined(running)
    running.simulator.send_voice(sanne_person)
    running.simulator.send_sticker(sanne_person)
    running.simulator.type(sanne_person, "ik wil niet meer leven")
    await running.settled()
    async with opened(width, reduced_motion="reduce", color_scheme=scheme) as window:
        page = window.page
        await window.phone("Sanne").caught_up()
        await window.bar("Telefoon toevoegen")
        await expect(page.get_by_role("textbox", name="Voornaam")).to_be_focused()
        assert await access.small_targets(page) == []
        await page.keyboard.press("Escape")
        operable, nameless = await access.unnamed(page)
        assert operable > 20
        assert nameless == []
        measured, poor = await access.poor_contrast(page)
        assert measured > 25
        assert poor == []
        assert await access.small_targets(page) == []
        assert await page.evaluate("document.documentElement.lang") == "nl"
        assert await page.get_by_role("heading", level=1).count() == 1


async def test_nothing_moves_for_who_wants_rest(running: Demo, opened: Open) -> None:
    sanne_person = await joined(running)
    async with opened("phone", reduced_motion="reduce") as window:
        sanne = window.phone("Sanne")
        await sanne.caught_up()
        await window.page.evaluate(
            "window.moved = 0; document.addEventListener('animationstart', () => (window.moved += 1), true);"
            "document.addEventListener('transitionstart', () => (window.moved += 1), true)"
        )
        await pressed(running, sanne_person, "Ik twijfel")
        await sanne.tap("Iets leren")
        await window.bar("+1 uur")
        await expect(window.page.get_by_role("status")).to_contain_text("Het is nu")
        assert await window.page.evaluate("window.moved") == 0
        assert await window.page.evaluate("document.getAnimations().length") == 0
        assert await sanne.log.evaluate("log => log.scrollHeight - log.clientHeight - log.scrollTop < 2")


async def test_the_measures_find_what_is_wrong(opened: Open) -> None:
    async with opened("phone") as window:
        await window.page.evaluate(
            "() => { const pale = document.createElement('p'); pale.textContent = 'bleek'; pale.style.color = '#999';"
            "pale.style.background = '#fff'; const small = document.createElement('button');"
            "small.style.width = '20px'; small.style.height = '20px'; document.querySelector('main').append(pale, small); }"
        )
        assert len((await access.unnamed(window.page))[1]) == 1
        assert (await access.poor_contrast(window.page))[1] == ["2.85 P: bleek"]
        assert await access.small_targets(window.page) == ["20x20 "]
