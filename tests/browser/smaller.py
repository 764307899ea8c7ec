"""Makes a screenshot smaller: the 256 colours that serve it best, as an indexed PNG.

Nothing but the standard library, so that the pictures can be made wherever the tests run. It reads what Chromium
writes (8 bits, RGB or RGBA, not interlaced) and no other PNG. Format: https://www.w3.org/TR/png-3/.
"""

from __future__ import annotations

import struct
import zlib
from bisect import bisect_left
from collections import Counter
from itertools import accumulate

SIGNATURE = b"\x89PNG\r\n\x1a\n"
COLOURS = 256
_CHANNELS = {2: 3, 6: 4}

Colour = tuple[int, int, int]


def smaller(png: bytes) -> bytes:
    """The same picture with at most 256 colours.

    Raises: ValueError for a PNG of another kind.
    """
    width, height, pixels = _read(png)
    palette, index = _palette(Counter(pixels))
    codes = bytes(index[pixel] for pixel in pixels)
    rows = b"".join(b"\0" + codes[at : at + width] for at in range(0, width * height, width))
    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    flat = bytes(value for colour in palette for value in colour)
    chunks = ((b"IHDR", header), (b"PLTE", flat), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return SIGNATURE + b"".join(_chunk(kind, body) for kind, body in chunks)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _read(png: bytes) -> tuple[int, int, list[Colour]]:
    at, packed, header = len(SIGNATURE), b"", b""
    while at < len(png):
        (length,) = struct.unpack_from(">I", png, at)
        kind, body = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        header = body if kind == b"IHDR" else header
        packed += body if kind == b"IDAT" else b""
        at += length + 12
    width, height, depth, kind_of_colour, *_, interlaced = struct.unpack(">IIBBBBB", header)
    step = _CHANNELS.get(kind_of_colour)
    if depth != 8 or step is None or interlaced:
        raise ValueError("only 8-bit RGB or RGBA PNG without interlacing is read")
    raw = zlib.decompress(packed)
    size = width * step
    pixels: list[Colour] = []
    above = bytearray(size)
    for row in range(height):
        start = row * (size + 1)
        line = _unfiltered(raw[start], bytearray(raw[start + 1 : start + 1 + size]), above, step)
        pixels += zip(line[0::step], line[1::step], line[2::step], strict=True)
        above = line
    return width, height, pixels


def _unfiltered(how: int, line: bytearray, above: bytearray, step: int) -> bytearray:
    for at in range(len(line) if how else 0):
        left = line[at - step] if at >= step else 0
        up, corner = above[at], above[at - step] if at >= step else 0
        guess = (0, left, up, (left + up) // 2, _paeth(left, up, corner) if how == 4 else 0)[how]
        line[at] = (line[at] + guess) & 255
    return line


def _paeth(left: int, up: int, corner: int) -> int:
    whole = left + up - corner
    return min((left, up, corner), key=lambda each: abs(whole - each))


def _palette(counts: Counter[Colour]) -> tuple[list[Colour], dict[Colour, int]]:
    """Median cut: split the box with the most spread and the most pixels until there are enough."""
    boxes = [list(counts)]
    worth = [_worth(boxes[0], counts)]
    while len(boxes) < COLOURS and (best := max(worth)) > 0:
        at = worth.index(best)
        del worth[at]
        for part in _halves(boxes.pop(at), counts):
            boxes.append(part)
            worth.append(_worth(part, counts))
    palette = [_mean(box, counts) for box in boxes]
    return palette, {colour: at for at, box in enumerate(boxes) for colour in box}


def _halves(box: list[Colour], counts: Counter[Colour]) -> tuple[list[Colour], list[Colour]]:
    """The box cut along its longest side, with about as many pixels on either side. It holds two colours or more."""
    _, side = max((_spread(box, each), each) for each in range(3))
    box.sort(key=lambda colour: colour[side])
    seen = list(accumulate(counts[each] for each in box))
    cut = min(bisect_left(seen, seen[-1] / 2) + 1, len(box) - 1)
    return box[:cut], box[cut:]


def _spread(box: list[Colour], channel: int) -> int:
    values = [colour[channel] for colour in box]
    return max(values) - min(values)


def _worth(box: list[Colour], counts: Counter[Colour]) -> float:
    """What a split would win: squared spread times the root of how often it is seen; a single colour is never split."""
    if len(box) < 2:
        return 0.0
    return float(max(_spread(box, each) for each in range(3)) ** 2 * sum(counts[each] for each in box) ** 0.5)


def _mean(box: list[Colour], counts: Counter[Colour]) -> Colour:
    total = sum(counts[each] for each in box)
    red, green, blue = (round(sum(each[i] * counts[each] for each in box) / total) for i in range(3))
    return red, green, blue
