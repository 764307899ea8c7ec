"""Who writes sees a change at once: right words are used, a mistake stands above the phones until it is mended."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from bot.demo import Demo, demo
from tests.browser import access
from tests.browser.conftest import MONDAY, ONE_LOOP
from tests.browser.joined import joined
from tests.browser.window import Width, window

pytestmark = [pytest.mark.browser, ONE_LOOP]

TALK = """\
id: praatje
title: Een praatje
menu: Een praatje
steps:
  - id: vraag
    say: Hoe is het?
    ask: {text: hoe}
  - id: uit
    say: Dank je wel.
    end: done
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "onze" / "nl" / "conversations"
    folder.mkdir(parents=True)
    (folder / "praatje.yaml").write_text(TALK, encoding="utf-8")
    return tmp_path / "onze"


@pytest_asyncio.fixture(loop_scope="session")
async def watched(tmp_path: Path, own: Path) -> AsyncIterator[Demo]:
    data = tmp_path / "data"
    async with demo(
        data, start=MONDAY, seconds=0.05, burst_seconds=0.1, running=False, content=own, watch=True
    ) as made:
        yield made


def _gone(own: Path) -> None:
    own.rename(own.with_name("weg"))


@pytest.mark.parametrize("width", ["phone", "wide"])
async def test_a_mistake_stands_in_the_page_until_it_is_mended(
    browser: Browser, watched: Demo, own: Path, width: Width
) -> None:
    """With file, line, what and remedy; who opens the page later sees it too; the last right words stay in use."""
    file = own / "nl" / "conversations" / "praatje.yaml"
    await joined(watched)
    async with window(browser, watched, width, reduced_motion="reduce") as on:
        sanne = on.phone("Sanne")
        await sanne.caught_up()
        notice = on.page.get_by_role("region", name="Fout in de tekst")
        await expect(notice).to_have_count(0)
        file.write_text(TALK.replace("    say: Hoe", "    zeg: Hoe"), encoding="utf-8")
        await expect(notice).to_contain_text("nl/conversations/praatje.yaml, regel 6")
        await expect(notice).to_contain_text("De vorige tekst blijft in gebruik tot het klopt.")
        await expect(notice.locator(".remedy").first).to_contain_text("→ ")
        await expect(on.page.get_by_role("status")).to_contain_text("Fout: praatje.yaml, regel 6.")
        assert await access.small_targets(on.page) == []
        assert (await access.unnamed(on.page))[1] == []
        assert (await access.poor_contrast(on.page))[1] == []
        assert await on.page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
        await on.page.reload()
        await expect(notice).to_contain_text("praatje.yaml, regel 6")
        await sanne.caught_up()
        await sanne.say("/praten")
        await sanne.tap("Een praatje")
        await sanne.sees("Hoe is het?")

        file.write_text(TALK.replace("Hoe is het?", "Hoe gaat het?").replace("Dank je", "Dank"), encoding="utf-8")
        await expect(notice).to_have_count(0)
        await expect(on.page.get_by_role("status")).to_contain_text("Nieuwe tekst in gebruik: praatje.yaml.")
        remarks = on.page.get_by_role("region", name="Opmerkingen bij de tekst")
        await expect(remarks).to_have_count(0)
        await sanne.say("gaat wel")
        await sanne.sees("Dank je wel.")  # the running talk keeps its version
        await sanne.say("/praten")
        await sanne.tap("Een praatje")
        await sanne.sees("Hoe gaat het?")

        file.write_text(TALK.replace("Hoe is het?", "Goed zo! Hoe is het?"), encoding="utf-8")
        await expect(remarks).to_contain_text("Let op. De nieuwe tekst is in gebruik.", timeout=20_000)
        await expect(remarks.get_by_role("listitem")).to_contain_text(
            "praatje.yaml, regel 6'goed zo' is een compliment (E216)"
        )
        await expect(notice).to_have_count(0)
        assert (await access.poor_contrast(on.page))[1] == []
        assert await on.page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
        assert on.complaints == []
        assert on.foreign == []


async def test_broken_yaml_and_a_directory_that_is_gone_are_told_too(
    browser: Browser, watched: Demo, own: Path
) -> None:
    """What cannot be read at all is a mistake as any other, and nothing stops working."""
    folder = own / "nl" / "conversations"
    file = folder / "praatje.yaml"
    await joined(watched)
    async with window(browser, watched, "phone", reduced_motion="reduce") as on:
        await on.phone("Sanne").caught_up()
        notice = on.page.get_by_role("region", name="Fout in de tekst")
        file.write_bytes(b"id: praatje\ntitle: \xff\xfe\n")
        await expect(notice).to_contain_text("praatje.yaml, regel")
        file.write_text("id: praatje\ntitle: Pra: atje\n", encoding="utf-8")
        await expect(notice).to_contain_text("praatje.yaml, regel 2")
        for number in range(8):
            (folder / f"leeg{number}.yaml").write_text(f"id: leeg{number}\n", encoding="utf-8")
        await expect(notice).to_contain_text("En nog ")
        await expect(notice.get_by_role("listitem")).to_have_count(6)
        assert await on.page.evaluate("document.querySelector('.phone').getBoundingClientRect().height > 300")
        _gone(own)
        await expect(notice).to_contain_text("onze, regel 1")
        await expect(notice.get_by_role("listitem")).to_have_count(1)
        folder.mkdir(parents=True)
        file.write_text(TALK, encoding="utf-8")
        await expect(notice).to_have_count(0)
        assert on.complaints == []
