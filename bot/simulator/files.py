"""Files on the simulated servers: kept in memory, found by `file_id`, fetched by `file_path`."""

from __future__ import annotations

import hashlib
import math
import mimetypes
import struct
import zlib
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import PurePosixPath
from typing import Any, Literal

from bot.simulator.errors import ApiError, bad

Kind = Literal["photo", "document", "voice", "sticker"]
MEGABYTE = 1024 * 1024
LARGEST: dict[Kind, int] = {
    "photo": 10 * MEGABYTE,
    "document": 50 * MEGABYTE,
    "voice": 50 * MEGABYTE,
    "sticker": MEGABYTE,
}
LARGEST_DOWNLOAD = 20 * MEGABYTE
_FOLDERS: dict[Kind, str] = {"photo": "photos", "document": "documents", "voice": "voice", "sticker": "stickers"}
_PREFIXES: dict[Kind, str] = {
    "photo": "AgACAgQAAxk",
    "document": "BQACAgQAAxk",
    "voice": "AwACAgQAAxk",
    "sticker": "CAACAgQAAxk",
}
_NAMES: dict[Kind, str] = {"photo": "Photo", "document": "Document", "voice": "VoiceNote", "sticker": "Sticker"}


@dataclass(frozen=True)
class Upload:
    """What came with a request."""

    name: str
    content: bytes
    mime: str = ""


@dataclass(frozen=True)
class StoredFile:
    """A file on the server."""

    id: str
    unique_id: str
    kind: Kind
    path: str
    name: str
    mime: str
    content: bytes
    width: int = 0
    height: int = 0
    duration: int = 0

    def body(self) -> Any:
        """As it stands in a message: PhotoSize, Document, Voice or Sticker."""
        common = {"file_id": self.id, "file_unique_id": self.unique_id, "file_size": len(self.content)}
        if self.kind == "photo":
            return [common | {"width": self.width, "height": self.height}]
        if self.kind == "voice":
            return common | {"duration": self.duration, "mime_type": self.mime}
        if self.kind == "document":
            return common | {"file_name": self.name, "mime_type": self.mime}
        return common | {
            "type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False,
            "emoji": "👋", "set_name": "aanzet",
        }  # fmt: skip


class Files:
    """The store."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def add(self, kind: Kind, upload: Upload, *, duration: int = 0) -> StoredFile:
        """Keep an upload.

        Raises: ApiError 400 for an empty, too large or unreadable one.
        """
        content = upload.content
        if not content:
            raise bad("file must be non-empty")
        if len(content) > LARGEST[kind]:
            raise bad(
                f"file of size {len(content)} bytes is too big for a {kind}; the maximum size is {LARGEST[kind]} bytes"
            )
        width = height = 0
        if kind == "photo":
            width, height = _picture_size(content)
        number = len(self._by_id)
        digest = hashlib.sha256(f"{kind}:{number}".encode() + content).digest()
        name = PurePosixPath(upload.name.replace("\\", "/")).name or f"file_{number}"
        suffix = {"photo": ".jpg", "voice": ".oga", "sticker": ".webp"}.get(kind) or PurePosixPath(name).suffix
        stored = StoredFile(
            id=_PREFIXES[kind] + urlsafe_b64encode(digest).decode().rstrip("="),
            unique_id="AQAD" + urlsafe_b64encode(digest[:8]).decode().rstrip("="),
            kind=kind,
            path=f"{_FOLDERS[kind]}/file_{number}{suffix}",
            name=name,
            mime="audio/ogg"
            if kind == "voice"
            else upload.mime or mimetypes.guess_type(name)[0] or "application/octet-stream",
            content=content,
            width=width,
            height=height,
            duration=duration,
        )
        self._by_id[stored.id] = self._by_path[stored.path] = stored
        return stored

    def by_id(self, file_id: str, kind: Kind | None = None) -> StoredFile:
        """A file sent before.

        Raises: ApiError 400 when there is none, or it is of another kind.
        """
        stored = self._by_id.get(file_id)
        if stored is None:
            raise bad("wrong remote file identifier specified: Wrong character in the string")
        if kind not in {None, stored.kind}:
            raise bad(f"can't use file of type {_NAMES[stored.kind]} as {_NAMES[kind]}")
        return stored

    def by_path(self, path: str) -> StoredFile:
        """A file to download.

        Raises: ApiError 404.
        """
        if path not in self._by_path:
            raise ApiError(404, "Not Found")
        return self._by_path[path]

    def find(self, file_id: str) -> StoredFile | None:
        """A file, or None."""
        return self._by_id.get(file_id)


def _picture_size(content: bytes) -> tuple[int, int]:
    size = _png(content) or _jpeg(content) or _gif(content)
    if size is None:
        raise bad("IMAGE_PROCESS_FAILED")
    width, height = size
    if not width or not height or width + height > 10_000 or max(width, height) > 20 * min(width, height):
        raise bad("PHOTO_INVALID_DIMENSIONS")
    return size


def _png(content: bytes) -> tuple[int, int] | None:
    if not content.startswith(b"\x89PNG\r\n\x1a\n") or len(content) < 24:
        return None
    width, height = struct.unpack(">II", content[16:24])
    return width, height


def _gif(content: bytes) -> tuple[int, int] | None:
    if content[:4] != b"GIF8" or len(content) < 10:
        return None
    width, height = struct.unpack("<HH", content[6:10])
    return width, height


def _jpeg(content: bytes) -> tuple[int, int] | None:
    if content[:2] != b"\xff\xd8":
        return None
    position = 2
    while position + 9 < len(content) and content[position] == 0xFF:
        marker, length = content[position + 1], struct.unpack(">H", content[position + 2 : position + 4])[0]
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            height, width = struct.unpack(">HH", content[position + 5 : position + 9])
            return width, height
        position += 2 + length
    return None


@cache
def sample_picture(width: int = 320, height: int = 220) -> bytes:
    """A small landscape as PNG, for a phone that sends a photo."""
    rows = bytearray()
    for y in range(height):
        rows.append(0)
        for x in range(width):
            far = height * (0.56 + 0.10 * math.sin(x / 47 + 1))
            near = height * (0.74 + 0.07 * math.sin(x / 71 + 4))
            if y > near:
                rows += bytes((62, 128 - (y * 30 // height), 74))
            elif y > far:
                rows += bytes((116, 168 - (y * 24 // height), 104))
            elif (x - width * 0.74) ** 2 + (y - height * 0.25) ** 2 < (height * 0.1) ** 2:
                rows += b"\xff\xdc\x7a"
            else:
                rows += bytes((120 + y * 90 // height, 178 + y * 46 // height, 232))
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
        + _chunk(b"IDAT", zlib.compress(bytes(rows), 9))
        + _chunk(b"IEND", b"")
    )


@cache
def sample_tone() -> bytes:
    """Two seconds of three notes as OGG Opus, for a phone that sends a voice message."""
    return resources.files("bot.simulator").joinpath("page", "tone.oga").read_bytes()


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
