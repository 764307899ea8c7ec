"""A picture made smaller is the same picture."""

from __future__ import annotations

import base64

import pytest
from playwright.async_api import Browser

from tests.browser.conftest import ONE_LOOP
from tests.browser.smaller import smaller

pytestmark = [pytest.mark.browser, ONE_LOOP]

PICTURE = "<body style='margin:0;background:linear-gradient(90deg,#123,#fed)'><b style='color:#c00'>Klopt</b></body>"
DIFFERENCE = """
async ([one, other]) => {
  const pixels = async (base64) => {
    const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    canvas.getContext("2d").drawImage(picture, 0, 0);
    return canvas.getContext("2d").getImageData(0, 0, picture.width, picture.height).data;
  };
  const [first, second] = [await pixels(one), await pixels(other)];
  return first.length === second.length ? first.reduce((most, value, at) => Math.max(most, Math.abs(value - second[at])), 0) : -1;
}
"""


@pytest.mark.parametrize(("html", "most"), [(PICTURE, 24), ("<body style='background:#0a0'></body>", 0)])
async def test_the_same_picture_in_fewer_bytes(browser: Browser, html: str, most: int) -> None:
    page = await browser.new_page(viewport={"width": 320, "height": 120})
    await page.set_content(html)
    picture = await page.screenshot()
    less = smaller(picture)
    assert less.startswith(b"\x89PNG")
    encoded = [base64.b64encode(each).decode() for each in (picture, less)]
    assert 0 <= await page.evaluate(DIFFERENCE, encoded) <= most
    await page.close()
