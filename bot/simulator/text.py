"""Text as Telegram keeps it: lengths in UTF-16 units, entities checked or parsed from HTML, links found.

Must not know messages or people.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import Any

from bot.simulator.errors import bad

Entity = dict[str, Any]

STYLES = frozenset(
    [
        "bold",
        "italic",
        "underline",
        "strikethrough",
        "spoiler",
        "blockquote",
        "expandable_blockquote",
        "code",
        "pre",
        "text_link",
        "text_mention",
        "custom_emoji",
    ]
)
# A bot may send these, but Telegram finds them by itself and ignores what it is told.
FOUND = frozenset(["mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bank_card_number"])

LONGEST_TYPED = 4096  # what a phone sends in one message

_TAGS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "code": "code", "pre": "pre",
    "tg-spoiler": "spoiler", "blockquote": "blockquote", "a": "text_link",
}  # fmt: skip
_TOKEN = re.compile(r"<(?P<end>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9-]*)(?P<rest>[^<>]*)>|&(?P<name>#?\w+);|(?P<bare><)")
_HREF = re.compile(r"""href\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+))""")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}

_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("url", re.compile(r"(?:https?://|www\.|t\.me/)[^\s<>\"“”]*[^\s<>\"“”.,;:!?)\]']", re.IGNORECASE)),
    ("email", re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("bot_command", re.compile(r"(?<![\w/<>@])/[a-zA-Z0-9_]{1,64}(?:@\w+)?(?![\w/])")),
    ("mention", re.compile(r"(?<![\w@/.])@[a-zA-Z]\w{3,31}\b")),
)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def units(text: str) -> int:
    """Length in UTF-16 code units, the only length Telegram knows."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@dataclass(frozen=True)
class Formatted:
    """A text with its entities."""

    text: str
    entities: list[Entity] = field(default_factory=list)

    def body(self, text_field: str, entities_field: str) -> dict[str, Any]:
        """As it stands in a message; empty entities and captions are left out."""
        parts: dict[str, Any] = {}
        if self.text or text_field == "text":
            parts[text_field] = self.text
        if self.entities:
            parts[entities_field] = self.entities
        return parts


def formatted(text: str, mode: str = "", entities: Any = None) -> Formatted:
    """Clean, check and complete a text.

    Raises: ApiError 400 for an unknown mode, broken HTML or an entity that does not fit the text.
    """
    text = _CONTROL.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
    if text and mode and mode.lower() != "none":
        if mode.lower() != "html":  # Markdown is not needed here, and half a parser would be worse than none
            raise bad("unsupported parse_mode")
        text, styled = _from_html(text)
    else:
        styled = _checked(text, entities)
    text, styled = _trimmed(text, styled)
    return Formatted(text, sorted([*styled, *_found(text, styled)], key=lambda each: (each["offset"], -each["length"])))


def _trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Without white space around it; entities move along and lose what fell off."""
    kept = text.rstrip()
    start = len(kept) - len(kept.lstrip())
    shift, kept = units(kept[:start]), kept[start:]
    end, moved = units(kept), []
    for entity in entities:
        first = max(0, entity["offset"] - shift)
        last = min(end, entity["offset"] + entity["length"] - shift)
        if last > first:
            moved.append(entity | {"offset": first, "length": last - first})
    return kept, moved


def _checked(text: str, entities: Any) -> list[Entity]:
    if not isinstance(entities, list):
        return []  # Telegram ignores entities it cannot read as an array
    checked: list[Entity] = []
    total = units(text)
    starts = _boundaries(text)
    for entity in entities:
        if not isinstance(entity, dict):
            raise bad("can't parse MessageEntity: expected an Object")
        kind, offset, length = entity.get("type"), entity.get("offset"), entity.get("length")
        if isinstance(offset, bool) or not isinstance(offset, int):
            raise bad('can\'t parse MessageEntity: Field "offset" must be of type Number')
        if isinstance(length, bool) or not isinstance(length, int):
            raise bad('can\'t parse MessageEntity: Field "length" must be of type Number')
        if kind in FOUND:
            continue
        if kind not in STYLES:
            raise bad("can't parse MessageEntity: Unsupported type specified")
        if kind == "text_link" and not isinstance(entity.get("url"), str):
            raise bad("can't parse MessageEntity: Can't find field \"url\"")
        if offset < 0 or length < 0:
            raise bad("receive an entity with incorrect offset/length")
        if not length:
            continue
        if offset + length > total:
            raise bad(
                f"entity beginning at UTF-16 offset {offset} ends after the end of the text at UTF-16 offset {total}"
            )
        if offset not in starts:
            raise bad(f"entity begins in a middle of a UTF-16 symbol at byte offset {_byte(text, offset)}")
        if offset + length not in starts:
            raise bad(
                f"entity beginning at UTF-16 offset {offset} ends in a middle of a UTF-16 symbol at byte offset"
                f" {_byte(text, offset + length)}"
            )
        fields = ("type", "offset", "length", "url", "user", "language", "custom_emoji_id")
        checked.append({name: entity[name] for name in fields if name in entity})
    return checked


def _boundaries(text: str) -> set[int]:
    position, starts = 0, {0}
    for sign in text:
        position += 2 if ord(sign) > 0xFFFF else 1
        starts.add(position)
    return starts


def _byte(text: str, offset: int) -> int:
    """The byte offset of the sign in whose middle a UTF-16 offset falls."""
    return len(text.encode("utf-16-le")[: (offset - 1) * 2].decode("utf-16-le", "ignore").encode())


def _from_html(source: str) -> tuple[str, list[Entity]]:
    plain: list[str] = []
    length = position = 0
    open_tags: list[tuple[str, int, str]] = []
    entities: list[Entity] = []

    def add(piece: str) -> None:
        nonlocal length
        plain.append(piece)
        length += units(piece)

    def at(offset: int) -> int:
        return len(source[:offset].encode())

    for token in _TOKEN.finditer(source):
        add(source[position : token.start()])
        position = token.end()
        tag = (token["tag"] or "").lower()
        if token["bare"]:
            raise bad(f"can't parse entities: Unclosed start tag at byte offset {at(token.start())}")
        if token["name"]:
            name = token["name"]
            known = name in _NAMED or name.startswith("#")
            add(html.unescape(token[0]) if known else token[0])
        elif tag not in _TAGS:
            side = "end" if token["end"] else "start"
            raise bad(f'can\'t parse entities: Unsupported {side} tag "{tag}" at byte offset {at(token.start())}')
        elif not token["end"]:
            link = _HREF.search(token["rest"])
            open_tags.append((tag, length, next((part for part in link.groups() if part), "") if link else ""))
        else:
            if not open_tags:
                raise bad(f"can't parse entities: Unexpected end tag at byte offset {at(token.start())}")
            begun, offset, url = open_tags.pop()
            if begun != tag:
                raise bad(
                    f"can't parse entities: Unmatched end tag at byte offset {at(token.start())},"
                    f' expected "</{begun}>", found "</{tag}>"'
                )
            entity: Entity = {"type": _TAGS[tag], "offset": offset, "length": length - offset}
            if tag == "a":
                entity["url"] = html.unescape(url) or "".join(plain)[-(length - offset) :]
            if length > offset:
                entities.append(entity)
    add(source[position:])
    if open_tags:
        raise bad(f"can't parse entities: Can't find end tag corresponding to start tag \"{open_tags[-1][0]}\"")
    return "".join(plain), entities


def _found(text: str, styled: list[Entity]) -> list[Entity]:
    """Links, commands, mentions and addresses, where no other entity of that sort stands already."""
    taken = [
        (each["offset"], each["offset"] + each["length"])
        for each in styled
        if each["type"] in {"text_link", "code", "pre", "text_mention"}
    ]
    found: list[Entity] = []
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            offset, length = units(text[: match.start()]), units(match[0])
            if all(offset + length <= start or offset >= end for start, end in taken):
                taken.append((offset, offset + length))
                found.append({"type": kind, "offset": offset, "length": length})
    return found
