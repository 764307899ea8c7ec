"""A window on the demo: opens Chromium on the page and notes every complaint and every request that leaves the page.

It knows widths and flags, not what the bot says.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Literal
from urllib.parse import urlsplit

from playwright.async_api import Browser, Locator, Page, Playwright, Route, expect

from bot.demo import Demo
from bot.simulator.state import Person

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE_MS = 5_000
"""How long a condition may take before a test says it does not hold."""

Width = Literal["phone", "wide"]
PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}
WIDE: dict[str, Any] = {"viewport": {"width": 1280, "height": 900}}
DUTCH: dict[str, Any] = {"locale": "nl-NL", "timezone_id": "Europe/Amsterdam"}

expect.set_options(timeout=PATIENCE_MS)


async def launched(play: Playwright, executable: str) -> Browser:
    """A Chromium without window that talks to nobody by itself."""
    return await play.chromium.launch(executable_path=executable, args=FLAGS)


@dataclass
class Window:
    """The page of a demo. `complaints` and `foreign` must stay empty; `taps` counts what a finger did,
    `asked` the requests."""

    demo: Demo
    page: Page
    fingers: bool
    taps: int = 0
    asked: int = 0
    complaints: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    def phone(self, name: str) -> Phone:
        """The phone of somebody, by first name."""
        person = next(each for each in self.demo.simulator.people if each.first_name == name)
        return Phone(self, person)

    async def touch_button(self, name: str) -> None:
        """Touch a button of the page itself (not of the bot)."""
        await self.touch(self.page.get_by_role("button", name=name, exact=True))

    async def touch_item(self, name: str) -> None:
        """Touch an entry of an open menu."""
        await self.touch(self.page.get_by_role("menuitem", name=name, exact=True))

    async def in_dialog(self, name: str) -> None:
        """Touch a button in the open dialog."""
        await self.touch(self.page.get_by_role("dialog").get_by_role("button", name=name, exact=True))

    async def bar(self, name: str) -> None:
        """Touch a button above the phones, unfolding them first on a narrow screen."""
        toggle = self.page.get_by_role("button", name="Demo", exact=True)
        if await toggle.is_visible() and await toggle.get_attribute("aria-expanded") == "false":
            await self.touch(toggle)
        await self.touch_button(name)

    async def fold(self) -> None:
        """Fold the buttons above the phones away, where they can be."""
        toggle = self.page.get_by_role("button", name="Demo", exact=True)
        if await toggle.is_visible() and await toggle.get_attribute("aria-expanded") == "true":
            await self.touch(toggle)

    async def forward(self, name: str = "Naar het volgende bericht") -> None:
        """Move the clock on with a button, until the page says what time it became and everything is said."""
        async with self.page.expect_response(lambda answer: "/sim/control/advance" in answer.url):
            await self.bar(name)
        await self.demo.settled()

    async def invited(self, role: str) -> None:
        """Open an invitation for a role on the phone the page proposes, as its dialogs lead."""
        await self.bar("Uitnodiging")
        await self.touch_item(role)
        await self.in_dialog("Openen")
        async with self.acted():
            await self.in_dialog("Openen")
        await expect(self.page.get_by_role("dialog")).to_have_count(0)
        await self.fold()
        await self.demo.settled()

    @asynccontextmanager
    async def acted(self) -> AsyncIterator[None]:
        """Until the page has told the simulated Telegram what somebody did."""
        async with self.page.expect_response(lambda answer: "/sim/people" in answer.url):
            yield

    async def touch(self, locator: Locator) -> None:
        """Touch something: a finger on a phone, a mouse on a wide screen."""
        self.taps += 1
        await (locator.tap() if self.fingers else locator.click())


class Phone:
    """Somebody's phone on the page. Every act ends when the bot has nothing more to say and the page shows it all."""

    def __init__(self, window: Window, person: Person) -> None:
        self.window = window
        self.person = person
        self.node = window.page.get_by_role("region", name=f"Telefoon van {person.first_name}", exact=True)
        self.log = self.node.get_by_role("log")
        self.input = self.node.get_by_role("textbox", name="Bericht")

    @property
    def newest(self) -> Locator:
        """The newest bubble."""
        return self.log.get_by_role("article").last

    async def tap(self, label: str) -> None:
        """Touch the newest button of the bot with this label."""
        button = self.log.get_by_role("button", name=label, exact=True).last
        try:
            await expect(button).to_be_visible()
        except AssertionError as error:
            error.add_note(self.window.demo.simulator.transcript(self.person))
            raise
        async with self.window.acted():
            await self.window.touch(button)
        await self.caught_up()

    async def say(self, text: str) -> None:
        """Type something and send it with the send button."""
        await self.input.fill(text)
        async with self.window.acted():
            await self.window.touch(self.node.get_by_role("button", name="Verstuur", exact=True))
        await self.caught_up()

    async def attach(self, what: str) -> None:
        """Send something that is no text."""
        await self.window.touch(self.node.get_by_role("button", name="Iets toevoegen"))
        async with self.window.acted():
            await self.window.touch_item(what)
        await self.caught_up()

    async def command(self, what: str) -> None:
        """Choose from the command menu; an entry also shows what it would be to type."""
        await self.window.touch(self.node.get_by_role("button", name="Menu", exact=True).last)
        async with self.window.acted():
            await self.window.touch(self.window.page.get_by_role("menuitem", name=what))
        await self.caught_up()

    async def caught_up(self) -> None:
        """Until the bot is silent and this phone shows what stands in the chat, buttons included."""
        await self.window.demo.settled()
        shown = self.log.get_by_role("article")
        chat = [message for message in self.window.demo.simulator.chat(self.person) if message.kind != "service"]
        await expect(shown).to_have_count(len(chat))
        for at, message in list(enumerate(chat))[-3:]:
            await expect(shown.nth(at)).to_have_attribute("data-id", str(message.id))
            await expect(shown.nth(at).locator(".key > span:first-child")).to_have_text(message.labels)

    async def sees(self, *words: str) -> None:
        """The newest words of the bot are on the screen: not only in the page, but where the eye is."""
        for each in words:
            found = self.log.get_by_text(each).last
            await expect(found).to_be_visible()
            await expect(found).to_be_in_viewport()


@asynccontextmanager
async def window(browser: Browser, demo: Demo, width: Width = "phone", **context: Any) -> AsyncIterator[Window]:
    """Open the page. Whatever asks for something outside its own origin is refused and noted in `foreign`."""
    shape = PHONE if width == "phone" else WIDE
    opened = await browser.new_context(**(DUTCH | shape | context))
    page = await opened.new_page()
    page.set_default_timeout(PATIENCE_MS)
    made = Window(demo, page, fingers=width == "phone")
    own = urlsplit(demo.url).netloc

    async def only_own(route: Route) -> None:
        made.asked += 1
        address = urlsplit(route.request.url)
        if address.netloc == own or address.scheme in {"data", "blob"}:
            await route.continue_()
        else:
            made.foreign.append(route.request.url)
            await route.abort()

    await opened.route("**/*", only_own)
    page.on("pageerror", lambda error: made.complaints.append(str(error)))
    page.on("dialog", lambda box: made.complaints.append(f"dialog: {box.message}"))
    page.on("console", lambda line: made.complaints.append(line.text) if line.type in {"error", "warning"} else None)
    try:
        await page.goto(demo.url)
        await expect(page.get_by_role("region").first).to_be_visible()
        yield made
    finally:
        await opened.close()
