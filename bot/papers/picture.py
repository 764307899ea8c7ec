"""Draws a scan as a house of floors, and scans over time: to be read on a phone 360 points wide, on a light and a dark screen.

The ground is the picture's own, so no theme shines through. Numbers stand beside every bar: colour carries nothing alone, and
no colour says good or bad. There is no total.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from bot.papers.lettering import printable, sized, wrapped
from bot.papers.model import Scanned
from bot.papers.words import Words

WIDTH = 1080
"""Pixels. A chat shows a tall picture a quarter as wide, so no letter is smaller than 36 pixels here."""

GROUND, EDGE, INK, SOFT, TRACK, BAR = "#fbf9f5", "#8a8178", "#26221e", "#5c554e", "#e3dcd2", "#2f6f73"
MARGIN, GAP, SMALL, NORMAL, LARGE = 48, 16, 44, 54, 64
TRACK_HEIGHT, ROOF = 40, 150
TOP = 10
"""The highest score."""

MOST = 6
"""Scans shown side by side; older ones stay in the document."""


def house(scan: Scanned, words: Words) -> bytes:
    """One scan as PNG: a roof with the day, and a floor for every question, in the order they were asked."""
    floors = [_Floor(label, score, words) for _, label, score in scan.floors]
    own = wrapped(printable(words.own_questions), sized(SMALL), WIDTH - 2 * MARGIN)
    height = MARGIN + ROOF + sum(floor.height for floor in floors) + MARGIN // 2 + len(own) * (SMALL + 12) + MARGIN
    image, draw = _sheet(height)
    _roof(draw, printable(words.scan), printable(words.dated(scan.made)))
    top = MARGIN + ROOF
    for floor in floors:
        floor.draw(draw, top)
        top += floor.height
    _lines(draw, own, top + MARGIN // 2, SMALL, SOFT)
    return _png(image)


def over_time(scans: Sequence[Scanned], words: Words) -> bytes:
    """Up to six scans as PNG, oldest left: for every question a line through its numbers. `scans`: newest first."""
    shown = list(reversed(scans[:MOST]))
    keys = {key: label for scan in shown for key, label, _ in scan.floors}
    rows = [
        (label, [next((score for k, _, score in scan.floors if k == key), None) for scan in shown])
        for key, label in keys.items()
    ]
    title = wrapped(printable(words.scans_over_time), sized(LARGE, bold=True), WIDTH - 2 * MARGIN)
    own = wrapped(printable(words.own_questions), sized(SMALL), WIDTH - 2 * MARGIN)
    label_lines = [wrapped(printable(label), sized(NORMAL), WIDTH - 2 * MARGIN) for label, _ in rows]
    heights = [len(lines) * (NORMAL + 12) + 150 for lines in label_lines]
    head = len(title) * (LARGE + 14) + GAP
    height = MARGIN + head + sum(heights) + SMALL * 2 + 2 * GAP + len(own) * (SMALL + 12) + MARGIN
    image, draw = _sheet(height)
    top = _lines(draw, title, MARGIN, LARGE, INK, bold=True) + GAP
    places = [
        MARGIN + 70 + number * (WIDTH - 2 * MARGIN - 140) / max(len(shown) - 1, 1) for number in range(len(shown))
    ]
    for (_, scores), lines, row in zip(rows, label_lines, heights, strict=True):
        below = _lines(draw, lines, top, NORMAL, INK)
        _curve(draw, places, scores, below + 56, top + row - 24)
        top += row
    dates = [printable(words.dated(scan.made)) for scan in (shown[0], shown[-1])]
    draw.text((MARGIN, top), dates[0], font=sized(SMALL), fill=SOFT)
    if len(shown) > 1:
        draw.text((WIDTH - MARGIN, top), dates[-1], font=sized(SMALL), fill=SOFT, anchor="ra")
    _lines(draw, own, top + SMALL + 2 * GAP, SMALL, SOFT)
    return _png(image)


class _Floor:
    """A question with its bar and its number."""

    def __init__(self, label: str, score: int | None, words: Words) -> None:
        self.score = score
        self.lines = wrapped(printable(label), sized(NORMAL), WIDTH - 2 * MARGIN - 2 * GAP)
        self.number = str(score) if score is not None else "–"
        self.empty = printable(words.not_answered)
        self.height = GAP + len(self.lines) * (NORMAL + 12) + TRACK_HEIGHT + GAP + 12

    def draw(self, draw: ImageDraw.ImageDraw, top: int) -> None:
        draw.rectangle((MARGIN, top, WIDTH - MARGIN, top + self.height), outline=EDGE, width=3)
        left, right = MARGIN + GAP, WIDTH - MARGIN - GAP
        below = _lines(draw, self.lines, top + GAP, NORMAL, INK, left=left) + 8
        end = right - 124
        draw.rounded_rectangle((left, below, end, below + TRACK_HEIGHT), TRACK_HEIGHT // 2, fill=TRACK)
        if self.score:
            filled = left + (end - left) * self.score / TOP
            draw.rounded_rectangle(
                (left, below, max(filled, left + TRACK_HEIGHT), below + TRACK_HEIGHT), TRACK_HEIGHT // 2, fill=BAR
            )
        if self.score is None:
            draw.text((left + GAP, below + TRACK_HEIGHT / 2), self.empty, font=sized(36), fill=SOFT, anchor="lm")
        middle = below + TRACK_HEIGHT / 2
        draw.text((right, middle), self.number, font=sized(LARGE, bold=True), fill=INK, anchor="rm")


def _curve(
    draw: ImageDraw.ImageDraw, places: Sequence[float], scores: Sequence[int | None], top: float, bottom: float
) -> None:
    draw.line((MARGIN, bottom, WIDTH - MARGIN, bottom), fill=TRACK, width=4)
    points = [
        (place, bottom - (bottom - top) * score / TOP, score)
        for place, score in zip(places, scores, strict=True)
        if score is not None
    ]
    if len(points) > 1:
        draw.line([(x, y) for x, y, _ in points], fill=BAR, width=6, joint="curve")
    for x, y, score in points:
        draw.ellipse((x - 13, y - 13, x + 13, y + 13), fill=BAR)
        draw.text((x, y - 20), str(score), font=sized(NORMAL, bold=True), fill=INK, anchor="ms")


def _roof(draw: ImageDraw.ImageDraw, title: str, day: str) -> None:
    """A roof over the whole width, the words inside it."""
    middle, bottom = WIDTH / 2, MARGIN + ROOF
    draw.polygon(
        [
            (MARGIN - 30, bottom),
            (MARGIN + 150, MARGIN - 20),
            (WIDTH - MARGIN - 150, MARGIN - 20),
            (WIDTH - MARGIN + 30, bottom),
        ],
        fill=BAR,
    )
    draw.text((middle, bottom - 92), title, font=_fitting(title, 640), fill=GROUND, anchor="mm")
    draw.text((middle, bottom - 34), day, font=sized(SMALL), fill=GROUND, anchor="mm")


def _fitting(text: str, width: int) -> ImageFont.FreeTypeFont:
    size = next((s for s in range(LARGE, SMALL, -2) if sized(s, bold=True).getlength(text) <= width), SMALL)
    return sized(size, bold=True)


def _lines(
    draw: ImageDraw.ImageDraw,
    lines: Sequence[str],
    top: int,
    size: int,
    ink: str,
    *,
    bold: bool = False,
    left: int = MARGIN,
) -> int:
    for line in lines:
        draw.text((left, top), line, font=sized(size, bold=bold), fill=ink)
        top += size + 12
    return top


def _sheet(height: int) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image = Image.new("RGB", (WIDTH, height), GROUND)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, WIDTH - 1, height - 1), outline=EDGE, width=2)
    return image, draw


def _png(image: Image.Image) -> bytes:
    content = BytesIO()
    image.save(content, "PNG", optimize=True)
    return content.getvalue()
