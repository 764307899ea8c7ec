from datetime import date
from io import BytesIO

import pytest
from PIL import Image, ImageColor

from bot.papers import picture
from bot.papers.words import Words
from tests.papers.conftest import scanned

DAY = date(2026, 11, 24)


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content)).convert("RGB")


def coloured(image: Image.Image, ink: str, box: tuple[int, int, int, int]) -> int:
    wanted = ImageColor.getrgb(ink)
    return sum(count for count, colour in image.crop(box).getcolors(1 << 24) or [] if colour == wanted)


def below_roof(image: Image.Image) -> tuple[int, int, int, int]:
    return (0, picture.MARGIN + picture.ROOF + 5, image.width, image.height)


def test_a_higher_score_has_a_longer_bar(words: Words) -> None:
    pictures = [opened(picture.house(scanned(DAY, score), words)) for score in range(11)]
    bars = [coloured(image, picture.BAR, below_roof(image)) for image in pictures]
    assert bars[0] == 0
    assert bars == sorted(set(bars))


def test_what_was_not_answered_has_no_bar_and_still_a_floor(words: Words) -> None:
    image, one = opened(picture.house(scanned(DAY, None, 4), words)), opened(picture.house(scanned(DAY, 4), words))
    assert coloured(image, picture.BAR, below_roof(image)) == coloured(one, picture.BAR, below_roof(one))
    assert image.height > one.height


@pytest.mark.parametrize("count", [1, 5, 8])
def test_it_fits_a_phone_and_never_becomes_a_strip(words: Words, count: int) -> None:
    for content in (
        picture.house(scanned(DAY, *[5] * count), words),
        picture.over_time([scanned(DAY, *[5] * count)] * 3, words),
    ):
        image = opened(content)
        assert image.width == picture.WIDTH
        assert image.height < 3 * image.width
        assert len(content) < 400_000


def test_a_long_label_and_a_long_word_stay_inside(words: Words) -> None:
    long = scanned(DAY, 3).floors[0]
    scan = scanned(DAY, 3)
    wide = type(scan)(DAY, ((long[0], "Arbeidsongeschiktheidsverzekeringsmaatschappijdirecteur en nog meer" * 2, 3),))
    image = opened(picture.house(wide, words))
    edge = (image.width - 20, picture.MARGIN + picture.ROOF + 20, image.width - 4, image.height - 20)
    assert coloured(image, picture.INK, edge) == 0


def test_scans_over_time_go_from_old_to_new_and_show_the_last_six(words: Words) -> None:
    scans = [scanned(date(2026, month, 1), month) for month in range(10, 0, -1)]
    assert picture.over_time(scans, words) == picture.over_time(scans[:6], words)
    image = opened(picture.over_time([scanned(date(2026, 9, 1), 10), scanned(date(2026, 3, 1), 1)], words))
    dots = [
        (x, y)
        for x in range(0, image.width, 4)
        for y in range(0, image.height, 4)
        if image.getpixel((x, y)) == ImageColor.getrgb(picture.BAR)
    ]
    assert min(dots)[1] > max(dots)[1], "the old score stands left and low, the new one right and high"


def test_one_scan_and_a_floor_that_is_new_are_drawn(words: Words) -> None:
    assert opened(picture.over_time([scanned(DAY, 5)], words)).width == picture.WIDTH
    assert opened(picture.over_time([scanned(DAY, 5, None, 7), scanned(date(2026, 1, 1), 4)], words)).width


def test_letters_and_bars_stand_out_for_weak_eyes() -> None:
    """WCAG 2.2: letters 4,5 to 1 (1.4.3), what carries meaning 3 to 1 (1.4.11)."""

    def light(colour: str) -> float:
        parts = [part / 255 for part in ImageColor.getrgb(colour)[:3]]
        red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    def contrast(one: str, other: str) -> float:
        high, low = sorted((light(one), light(other)), reverse=True)
        return (high + 0.05) / (low + 0.05)

    for ink in (picture.INK, picture.SOFT):
        assert contrast(ink, picture.GROUND) > 4.5
    assert contrast(picture.SOFT, picture.TRACK) > 4.5
    assert contrast(picture.GROUND, picture.BAR) > 4.5
    assert contrast(picture.BAR, picture.TRACK) > 3
    assert contrast(picture.EDGE, picture.GROUND) > 3
