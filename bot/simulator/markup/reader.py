"""What reading HTML and Markdown have in common: the source and how far one is, the plain text and its entities."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any

from bot.simulator.errors import ApiError, bad
from bot.simulator.links import LinkError, checked

Entity = dict[str, Any]
SPACES = " \t\r\n\0\v"

_USER = re.compile(r"tg:(?://)?user/?\?(?:[^#]*&)?id=(\d+)(?:[&#].*)?", re.IGNORECASE)


@dataclass
class Open:
    """A piece of markup that was begun: at `at` in the source, at `offset` (UTF-16) and `begun` in the plain text."""

    kind: str
    at: int
    offset: int
    begun: int
    argument: str = ""


class Reader(ABC):
    """What the three have in common: the source and how far one is, the plain text and how long it is."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.plain: list[str] = []
        self.length = 0
        self.entities: list[Entity] = []
        self.open: list[Open] = []

    def sign(self, ahead: int = 0) -> str:
        """The sign here or further on; "" beyond the end."""
        return self.source[self.at + ahead : self.at + ahead + 1]

    def put(self, sign: str) -> None:
        """Add to the plain text."""
        self.plain.append(sign)
        self.length += 1 + (ord(sign) > 0xFFFF)

    def begin(self, kind: str, at: int, argument: str = "") -> None:
        """A piece of markup begins."""
        self.open.append(Open(kind, at, self.length, len(self.plain), argument))

    def text_since(self, begun: Open) -> str:
        """The plain text inside a piece of markup."""
        return "".join(self.plain[begun.begun :])

    def add(self, kind: str, offset: int, **more: str) -> None:
        """An entity that ends here; an empty one is none."""
        if self.length > offset:
            self.entities.append({"type": kind, "offset": offset, "length": self.length - offset} | more)

    def add_link(self, offset: int, url: str) -> None:
        """A link or a mention; one that leads nowhere is left out without a word."""
        user = _USER.fullmatch(url)
        if user is not None:
            if self.length > offset:
                self.add("text_mention", offset)
                self.entities[-1]["user"] = {"id": int(user[1]), "is_bot": False, "first_name": ""}
            return
        try:
            self.add("text_link", offset, url=checked(url))
        except LinkError:
            return

    def bytes(self, at: int) -> int:
        """A place in the source as Telegram counts: in bytes."""
        return len(self.source[:at].encode("utf-8", "surrogatepass"))

    @abstractmethod
    def read(self) -> tuple[str, list[Entity]]:
        """All of the source.

        Raises: ApiError 400 for broken markup.
        """

    def result(self) -> tuple[str, list[Entity]]:
        """Plain text and entities, in order."""
        return "".join(self.plain), sorted(self.entities, key=lambda each: (each["offset"], -each["length"]))


def broken(words: str) -> ApiError:
    """A refusal of broken markup."""
    return bad(f"can't parse entities: {words}")


def unended(begun: Open, reader: Reader) -> ApiError:
    """A refusal of markup that was begun and not ended."""
    return broken(f"Can't find end of {begun.kind} entity at byte offset {reader.bytes(begun.at)}")
