"""The page: its JSON interface guards itself, and in a real browser somebody can do everything a phone can."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.async_api import Browser, Page, async_playwright, expect

from bot.clock import Clock, SettableClock
from bot.simulator import Call, Person, Simulator, create_app, serving
from bot.simulator.files import Upload, sample_picture

PAGE = Path(__file__).parents[2] / "bot" / "simulator" / "page"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class Control:
    """A demo whose clock jumps and whose invitation is always the same."""

    def __init__(self, clock: SettableClock) -> None:
        self._clock = clock
        self.joined = 0

    @property
    def clock(self) -> Clock:
        return self._clock

    async def advance(self, by: str) -> dict[str, Any]:
        if by == "next":
            return {"moved": False}
        self._clock.move_to(self._clock.now() + timedelta(hours=1 if by == "hour" else 24))
        return {"moved": True}

    async def waiting(self) -> list[dict[str, Any]]:
        return [{"at": "2026-11-27T10:30:00+01:00", "who": "Sanne", "what": "<b>Herinnering</b>"}]

    async def invitation(self, role: str) -> str:
        return f"{role}-Ab12"

    async def colleagues(self, n: int) -> None:
        self.joined += n


@dataclass
class Watched:
    """A browser, and what its pages complained about."""

    browser: Browser
    complaints: list[str] = field(default_factory=list)


@pytest.fixture
def phones(simulator: Simulator) -> list[Person]:
    roles = (("Sanne", "employee"), ("Karim", "lead"), ("Els", "hr"))
    return [simulator.add_person(name, role=role) for name, role in roles]


@pytest.fixture
def control(clock: SettableClock) -> Control:
    return Control(clock)


@pytest.fixture
async def demo(simulator: Simulator, control: Control, phones: list[Person]) -> AsyncIterator[str]:
    async with serving(create_app(simulator, control), simulator) as address:
        yield address


@pytest.fixture
async def browser() -> AsyncIterator[Watched]:
    chromium = shutil.which("chromium")
    if chromium is None:
        if os.environ.get("REQUIRE_ALL") == "1":
            pytest.fail("Chromium is missing: apt-get install chromium")
        pytest.skip("SKIPPED: Chromium is missing: apt-get install chromium")
    async with async_playwright() as play:
        opened = await play.chromium.launch(executable_path=chromium, args=FLAGS)
        watched = Watched(opened)
        yield watched
        await opened.close()
    assert watched.complaints == []


async def opened(browser: Watched, address: str, width: int, height: int) -> Page:
    context = await browser.browser.new_context(
        viewport={"width": width, "height": height}, locale="nl-NL", timezone_id="America/Lima", reduced_motion="reduce"
    )
    page = await context.new_page()
    page.set_default_timeout(5000)
    page.on("pageerror", lambda error: browser.complaints.append(str(error)))
    page.on("console", lambda line: browser.complaints.append(line.text) if line.type == "error" else None)
    await page.goto(address)
    return page


def content(path: str | Path) -> bytes:
    return Path(path).read_bytes()


async def say(simulator: Simulator, person: Person, text: str, **values: Any) -> int:
    call = await simulator.answer(Call("sendMessage", {"chat_id": person.id, "text": text} | values))
    assert call.error is None, call.error
    return int(call.result["message_id"])


async def test_without_a_demo_its_buttons_do_not_answer(url: str) -> None:
    async with httpx.AsyncClient(base_url=url, trust_env=False) as client:
        assert (await client.get("/sim/state")).json()["control"] is False
        assert (await client.post("/sim/control/advance", json={"by": "day"})).status_code == 404
        assert (await client.get("/sim/control/waiting")).status_code == 404


async def test_other_sites_cannot_act(demo: str, simulator: Simulator, phones: list[Person]) -> None:
    path = f"/sim/people/{phones[0].id}/text"
    async with httpx.AsyncClient(base_url=demo, trust_env=False) as client:
        assert (
            await client.post(path, content='{"text": "x"}', headers={"Content-Type": "text/plain"})
        ).status_code == 403
        assert (
            await client.post(path, json={"text": "x"}, headers={"Sec-Fetch-Site": "cross-site"})
        ).status_code == 403
        assert (await client.post(path, json=["x"])).status_code == 400
        assert (
            await client.post(f"/sim/people/{phones[0].id}/press", json={"message_id": 1, "data": "x"})
        ).status_code == 400
        assert not simulator.chat(phones[0])
        assert (await client.post(path, json={"text": "x"})).status_code == 200


async def test_files_a_browser_might_run_are_only_saved(demo: str, simulator: Simulator, phones: list[Person]) -> None:
    page = simulator.send_document(phones[0], "a.html", b"<script>1</script>").body["document"]["file_id"]
    async with httpx.AsyncClient(base_url=demo, trust_env=False) as client:
        answer = await client.get(f"/sim/files/{page}")
        assert answer.headers["Content-Disposition"].startswith("attachment")
        assert (await client.get("/page/..%2fserver.py")).status_code == 404
        policy = (await client.get("/")).headers["Content-Security-Policy"]
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy


def test_the_page_needs_nothing_from_outside_and_writes_no_markup() -> None:
    for path in PAGE.iterdir():
        if path.suffix in {".js", ".css", ".html"}:
            text = path.read_text()
            assert "innerHTML" not in text
            assert "insertAdjacentHTML" not in text
            # a namespace and the pieces of links people open themselves are no resources
            foreign = text.replace("http://www.w3.org/2000/svg", "").replace("https://${", "")
            assert "http://" not in foreign
            assert "https://" not in foreign


@pytest.mark.browser
async def test_a_phone_can_do_what_telegram_can(
    demo: str, browser: Watched, simulator: Simulator, phones: list[Person]
) -> None:
    await simulator.answer(Call("setMyCommands", {"commands": [{"command": "plan", "description": "Mijn plan"}]}))
    sanne = phones[0]
    page = await opened(browser, demo, 1280, 800)
    phone = page.get_by_role("region", name="Telefoon van Sanne")
    log = phone.get_by_role("log")
    await expect(page.get_by_role("region")).to_have_count(3)

    await phone.get_by_role("button", name="START").click()
    await simulator.wait_until(lambda: simulator.transcript(sanne) == "> /start")
    yes = {"inline_keyboard": [[{"text": "Ja", "callback_data": "ja"}, {"text": "Nee", "callback_data": "nee"}]]}
    bold = [{"type": "bold", "offset": 0, "length": 5}]
    question = await say(simulator, sanne, "<img> Doe je mee?", reply_markup=yes, entities=bold)
    await expect(log.locator("b")).to_have_text("<img>")
    await simulator.answer(Call("sendChatAction", {"chat_id": sanne.id, "action": "typing"}))
    await expect(phone.get_by_text("aan het typen")).to_be_visible()

    await phone.get_by_role("button", name="Ja", exact=True).click()
    await simulator.wait_until(lambda: bool(simulator.world.presses))
    (press,) = simulator.world.presses.values()
    await simulator.answer(Call("answerCallbackQuery", {"callback_query_id": press.id, "text": "Fijn!"}))
    await expect(page.get_by_role("status").get_by_text("Fijn!")).to_be_visible()
    await simulator.answer(
        Call("editMessageText", {"chat_id": sanne.id, "message_id": question, "text": "Je doet mee."})
    )
    await expect(log.get_by_role("article").last).to_contain_text("bewerkt")
    await expect(phone.get_by_role("button", name="Nee")).to_have_count(0)

    await phone.get_by_role("textbox", name="Bericht").fill("ik wil wat anders")
    await page.keyboard.press("Enter")
    await expect(log.get_by_text("ik wil wat anders")).to_be_visible()
    await log.get_by_role("article").last.hover()
    await phone.get_by_role("button", name="Bewerken").click()
    await phone.get_by_role("textbox", name="Bericht").fill("ik wil iets anders")
    await phone.get_by_role("button", name="Opslaan").click()
    await expect(log.get_by_text("ik wil iets anders")).to_be_visible()

    for name in ("Foto", "Spraakbericht", "Sticker", "Locatie", "Peiling", "Doorgestuurd bericht"):
        await phone.get_by_role("button", name="Iets toevoegen").click()
        await page.get_by_role("menuitem", name=name).click()
    await phone.get_by_role("button", name="Menu", exact=True).click()
    await page.get_by_role("menuitem", name="Mijn plan").click()
    await expect(log.get_by_role("article")).to_have_count(10)
    kinds = [message.kind for message in simulator.chat(sanne)[3:]]
    assert kinds == ["photo", "voice", "sticker", "location", "poll", "text", "text"]
    await log.get_by_role("button", name="Foto openen").click()
    await expect(page.get_by_role("dialog").get_by_role("img")).to_be_visible()
    await page.keyboard.press("Escape")
    player = log.get_by_role("button", name="Afspelen")
    await player.click()
    await expect(log.get_by_role("button", name="Pauze")).to_be_visible()

    await simulator.answer(Call("deleteMessage", {"chat_id": sanne.id, "message_id": question}))
    await expect(log.get_by_text("Je doet mee.")).to_have_count(0)
    await phone.get_by_role("button", name="Meer").click()
    await page.get_by_role("menuitem", name="Bot blokkeren").click()
    await phone.get_by_role("button", name="DEBLOKKEREN").click()
    await expect(phone.get_by_role("textbox", name="Bericht")).to_be_visible()


@pytest.mark.browser
async def test_cards_files_and_links_open(
    demo: str, browser: Watched, simulator: Simulator, phones: list[Person]
) -> None:
    sanne = phones[0]
    simulator.open_link(sanne)
    await simulator.answer(Call("setMyCommands", {"commands": [{"command": "plan", "description": "Mijn plan"}]}))
    page = await opened(browser, demo, 1280, 800)
    log = page.get_by_role("log", name="Gesprek op de telefoon van Sanne")
    await simulator.answer(Call("sendContact", {"chat_id": sanne.id, "phone_number": "0800 0113", "first_name": "113"}))
    await expect(log.get_by_role("link", name="Bel 113")).to_have_attribute("href", "tel:08000113")
    plan = simulator.send_document(sanne, "plan.ics", b"BEGIN:VCALENDAR").body["document"]["file_id"]
    await simulator.answer(Call("sendDocument", {"chat_id": sanne.id, "document": plan}))
    async with page.expect_download() as waiting:
        await log.get_by_role("link", name="Bestand plan.ics").last.click()
    assert content(await (await waiting.value).path()) == b"BEGIN:VCALENDAR"
    photo = simulator.world.files.add("photo", Upload("heuvel.png", sample_picture(), "image/png"))
    await simulator.answer(Call("sendPhoto", {"chat_id": sanne.id, "photo": photo.id, "caption": "Een heuvel"}))
    await expect(log.get_by_role("img", name="Een heuvel")).to_be_visible()

    await say(simulator, sanne, f"Deel deze link: {simulator.link('team-1')}")
    await log.get_by_role("link", name="start=team-1").click()
    dialog = page.get_by_role("dialog", name="Link openen")
    await dialog.get_by_role("radio", name="Nieuwe telefoon").check()
    await dialog.get_by_role("textbox", name="Voornaam").fill("Fatima")
    await dialog.get_by_role("button", name="Openen").click()
    await expect(page.get_by_role("region", name="Telefoon van Fatima").get_by_role("article")).to_contain_text(
        "/start"
    )
    fatima = page.get_by_role("region", name="Telefoon van Fatima")
    await expect(fatima.get_by_role("button", name="Menu", exact=True)).to_be_visible()
    assert simulator.transcript(simulator.people[-1]) == "> /start team-1"


@pytest.mark.browser
async def test_the_demos_buttons(
    demo: str, browser: Watched, simulator: Simulator, control: Control, phones: list[Person]
) -> None:
    page = await opened(browser, demo, 1280, 800)
    await expect(page.get_by_text("ma 23 nov, 09:00")).to_be_visible()
    await page.get_by_role("button", name="+1 dag").click()
    await expect(page.get_by_text("di 24 nov, 09:00")).to_be_visible()
    await page.get_by_role("button", name="Naar het volgende bericht").click()
    await expect(page.get_by_role("status").get_by_text("Er wacht niets meer.")).to_be_visible()
    await page.get_by_role("button", name="Wat wacht er?").click()
    await expect(page.get_by_role("dialog").get_by_role("row").last).to_contain_text("<b>Herinnering</b>")
    await page.keyboard.press("Escape")
    await page.get_by_role("button", name="Twaalf collega’s").click()
    await expect(page.get_by_role("status").get_by_text("nagespeelde")).to_be_visible()
    assert control.joined == 12
    await page.get_by_role("button", name="Uitnodiging").click()
    await page.get_by_role("menuitem", name="Teamleider").click()
    await page.get_by_role("dialog").get_by_role("button", name="Openen").click()
    await expect(page.get_by_role("radio", name="Karim")).to_be_checked()
    await page.get_by_role("dialog").get_by_role("button", name="Openen").click()
    await simulator.wait_until(lambda: simulator.transcript(phones[1]) == "> /start lead-Ab12")
    await page.get_by_role("button", name="Telefoon toevoegen").click()
    await page.get_by_role("textbox", name="Voornaam").fill("Joost")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("region", name="Telefoon van Joost")).to_be_visible()


@pytest.mark.browser
async def test_on_a_small_screen_one_phone_at_a_time_by_keyboard(
    demo: str, browser: Watched, simulator: Simulator, phones: list[Person]
) -> None:
    page = await opened(browser, demo, 390, 844)
    await expect(page.get_by_role("tab")).to_have_count(3)
    assert await page.evaluate("document.documentElement.scrollWidth") == 390
    await page.get_by_role("tab", name="Sanne").focus()
    await page.keyboard.press("ArrowRight")
    await expect(page.get_by_role("tab", name="Karim")).to_have_attribute("aria-selected", "true")
    await page.get_by_role("button", name="START").focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("article")).to_have_count(1)
    simulator.open_link(phones[0])
    await say(simulator, phones[0], "Nieuw voor jou")
    await expect(page.get_by_role("tab", name="Sanne")).to_contain_text("1")
    await page.keyboard.press("Tab")
    await page.get_by_role("button", name="Iets toevoegen").focus()
    await page.keyboard.press("Enter")
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("button", name="Iets toevoegen")).to_be_focused()
