"""The font of all papers, DejaVu Sans: in the package, so that a picture and a page look the same on every machine."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from fontTools.ttLib import TTFont
from PIL import ImageFont

FONTS = Path(__file__).parent / "fonts"
REGULAR, BOLD = FONTS / "DejaVuSans.ttf", FONTS / "DejaVuSans-Bold.ttf"

MISSING = "\u25af"
"""Stands where a sign is not in the font; what somebody wrote stays whole in the document itself and in its file."""


@lru_cache(maxsize=16)
def sized(size: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    """The font at a size in pixels."""
    return ImageFont.truetype(BOLD if bold else REGULAR, size)


@lru_cache(maxsize=1)
def _signs() -> frozenset[int]:
    with TTFont(BOLD, lazy=True) as bold, TTFont(REGULAR, lazy=True) as regular:
        return frozenset(bold.getBestCmap()) & frozenset(regular.getBestCmap())


def printable(text: str) -> str:
    """The text with `MISSING` for every run of signs the font has not; line ends stay."""
    known, kept = _signs(), ""
    for sign in text.expandtabs(1):
        if sign in "\n " or ord(sign) in known:
            kept += sign
        elif sign not in "\u200d\ufe0f\u200b\u00ad" and not kept.endswith(MISSING):
            kept += MISSING
    return kept


def wrapped(text: str, font: ImageFont.FreeTypeFont, width: float) -> list[str]:
    """The text in lines that fit the width in pixels; a word that is too long is broken."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= width:
            lines[-1] = longer
            continue
        if lines[-1]:
            lines.append("")
        for sign in word:
            if font.getlength(lines[-1] + sign) > width:
                lines.append("")
            lines[-1] += sign
    return lines
