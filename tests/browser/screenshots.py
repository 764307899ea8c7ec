"""Makes the pictures in the README: `python -m tests.browser.screenshots`. The clock stands still, so they can be made again.

Only the code in the invitation differs each time: it is drawn by chance.
"""

from __future__ import annotations

import asyncio
import logging
import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import structlog
from playwright.async_api import Browser, async_playwright

from bot.demo import demo
from tests import browser_setup
from tests.browser.conftest import MONDAY
from tests.browser.smaller import smaller
from tests.browser.test_team import joined_by, team_made
from tests.browser.window import Width, Window, launched, window

PLACE = Path(__file__).parents[2] / "docs" / "screenshots"
MOST_BYTES = 250_000


async def talked_to_a_plan(on: Window) -> None:
    """Sanne's talk, as far as her plan."""
    await on.invited("Medewerker")
    sanne = on.phone("Sanne")
    await sanne.caught_up()
    for label in ("Ja, ik doe mee", "Sanne", "Tussen 8 en 20 uur"):
        await sanne.tap(label)
    await sanne.say("ik wil de cursus wondzorg doen")
    await sanne.say("dan hoef ik niet steeds iemand te roepen")
    await sanne.tap("Rondgevraagd")
    await sanne.tap("6")
    await sanne.say("ik kijk altijd goed mee")
    await sanne.tap("Niets nodig")
    await sanne.tap("Ja")
    await sanne.tap("Anders…")
    await sanne.say("ik vraag Fatima of ik mee mag kijken")
    await sanne.tap("Anders…")
    await sanne.say("vrijdag om half drie")
    await sanne.tap("Dan doe ik het een dag later")
    await sanne.sees("Klopt het zo?")


async def three_at_work(on: Window) -> None:
    """Sanne talks, Karim has made a team, Els looks at her message before it goes."""
    karim = await team_made(on)
    sanne = await joined_by(on, karim)
    await on.invited("Personeelszaken")
    els = on.phone("Els")
    await els.caught_up()
    await els.tap("Ja, ik doe mee")
    await els.tap("Bericht sturen")
    await els.tap("Iedereen")
    await els.say("Donderdag is er een open dag. Kom je ook?")
    await els.tap("Wat wil je?")
    await sanne.say("ik wil de cursus wondzorg doen")
    await sanne.say("dan hoef ik niet steeds iemand te roepen")
    await sanne.tap("Rondgevraagd")


@dataclass(frozen=True)
class Picture:
    """One picture in the README: what happens before it is taken, and how large a pixel is."""

    name: str
    width: Width
    scale: float
    act: Callable[[Window], Awaitable[None]]


PICTURES = (
    Picture("phone-390", "phone", 2, talked_to_a_plan),
    Picture("phones-1280", "wide", 1, three_at_work),
)


async def taken(browser: Browser, picture: Picture) -> bytes:
    """The picture as PNG, from a demo of its own."""
    with tempfile.TemporaryDirectory() as directory:
        async with (
            demo(Path(directory), start=MONDAY, seconds=0.05, burst_seconds=0.1, running=False) as shown,
            window(browser, shown, picture.width, device_scale_factor=picture.scale, reduced_motion="reduce") as on,
        ):
            await picture.act(on)
            await on.page.mouse.move(0, 0)
            await on.page.evaluate("document.activeElement.blur()")
            return smaller(await on.page.screenshot())


async def main() -> None:
    """Make them all."""
    executable = browser_setup.browser()
    if executable is None:
        raise SystemExit("Chromium is missing: apt-get install chromium")
    PLACE.mkdir(parents=True, exist_ok=True)
    async with async_playwright() as play:
        browser = await launched(play, executable)
        for picture in PICTURES:
            content = await taken(browser, picture)
            if len(content) > MOST_BYTES:
                raise SystemExit(f"{picture.name}.png is larger than {MOST_BYTES} bytes; lower its scale")
            (PLACE / f"{picture.name}.png").write_bytes(content)
        await browser.close()


if __name__ == "__main__":
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    asyncio.run(main())
