"""Text as Telegram keeps it: cleaned and trimmed, lengths in UTF-16 units, entities checked, links found.

Must not know messages or people. What a bot may write as HTML or Markdown: markup.py.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from bot.simulator.errors import ApiError, bad
from bot.simulator.links import LinkError, checked
from bot.simulator.markup import Entity, parsed

STYLES = frozenset(
    [
        *("bold", "italic", "underline", "strikethrough", "spoiler", "blockquote", "expandable_blockquote"),
        *("code", "pre", "text_link", "text_mention", "custom_emoji"),
    ]
)
# A bot may send these, but Telegram finds them by itself and ignores what it is told.
FOUND = frozenset(("mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bank_card_number"))

LONGEST_TYPED = 4096  # what a phone sends in one message
MOST_BYTES = 1 << 15  # of a text before it is parsed: https://github.com/tdlib/telegram-bot-api, get_formatted_text
FARTHEST = 1_000_000  # https://github.com/tdlib/td, td/telegram/MessageEntity.cpp: fix_formatted_text

_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("url", re.compile(r"(?:https?://|www\.|t\.me/)[^\s<>\"“”]*[^\s<>\"“”.,;:!?)\]']", re.IGNORECASE)),
    ("email", re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("bot_command", re.compile(r"(?<![\w/<>@])/[a-zA-Z0-9_]{1,64}(?:@\w+)?(?![\w/])")),
    ("mention", re.compile(r"(?<![\w@/.])@[a-zA-Z]\w{3,31}\b")),
)
_CONTROL = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x20]")
_REMOVED = re.compile(r"[\r\u2028-\u202e\u030a\u0333\u033f]")


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
    """Clean, check and complete a text. Blanks alone become empty.

    Raises: ApiError 400 for an unknown mode, broken markup or an entity that does not fit the text.
    """
    if len(text.encode("utf-8", "surrogatepass")) > MOST_BYTES:
        raise bad("text is too long")
    if text and mode and mode.lower() != "none":
        text, styled = parsed(text, mode)
    else:
        styled = _read(entities)
    if re.search(r"[\ud800-\udfff]", text):
        raise bad("strings must be encoded in UTF-8")
    text, styled = _trimmed(*_cleaned(text, styled))
    if not text.strip():
        return Formatted("")
    return Formatted(text, sorted([*styled, *_found(text, styled)], key=lambda each: (each["offset"], -each["length"])))


def _read(entities: Any) -> list[Entity]:
    """Entities as a bot sends them; what is no array is ignored, as Telegram does."""
    if not isinstance(entities, list):
        return []
    read: list[Entity] = []
    for each in entities:
        if not isinstance(each, dict):
            raise _unreadable("expected an Object")
        offset, length = _number(each, "offset"), _number(each, "length")
        kind = each.get("type")
        if not isinstance(kind, str):
            raise _unreadable('Can\'t find field "type"' if kind is None else 'Field "type" must be of type String')
        if kind not in FOUND | STYLES:
            raise _unreadable("Unsupported type specified" if kind else "Type is not specified")
        needed = {"text_link": "url", "text_mention": "user", "custom_emoji": "custom_emoji_id"}.get(kind)
        if needed and each.get(needed) is None:
            raise _unreadable(f'Can\'t find field "{needed}"')
        if kind in FOUND:
            continue
        fields = [needed] if needed else ["language"] if kind == "pre" else []
        read.append(
            {"type": kind, "offset": offset, "length": length} | {name: each[name] for name in fields if each.get(name)}
        )
    return read


def _unreadable(words: str) -> ApiError:
    return bad(f"can't parse MessageEntity: {words}")


def _number(entity: dict[str, Any], name: str) -> int:
    value = entity.get(name)
    if value is None:
        raise _unreadable(f'Can\'t find field "{name}"')
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise _unreadable(f'Field "{name}" must be of type Number')
    try:
        return int(value)
    except ValueError:
        raise _unreadable(f'Can\'t parse as an integer string "{value}"') from None


def _cleaned(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Without signs that show nothing; entities move along. Links that lead nowhere lose their entity."""
    for each in entities:
        for name in ("offset", "length"):
            if not 0 <= each[name] <= FARTHEST:
                raise bad(f"receive an entity with incorrect {name} {each[name]}")
    places, ends = _places(text)
    moved = []
    for each in sorted(entities, key=lambda each: (each["offset"], -each["length"])):
        if not each["length"]:
            continue
        first, last = each["offset"], each["offset"] + each["length"]
        if first not in places:
            if first > max(places):
                raise bad(f"entity begins after the end of the text at UTF-16 offset {first}")
            raise bad(f"entity begins in a middle of a UTF-16 symbol at byte offset {ends[first]}")
        where = f"entity beginning at UTF-16 offset {first} ends"
        if last not in places:
            if last > max(places):
                raise bad(f"{where} after the end of the text at UTF-16 offset {last}")
            raise bad(f"{where} in a middle of a UTF-16 symbol at byte offset {ends[last]}")
        if each["type"] == "text_link":
            try:
                each = each | {"url": checked(str(each["url"]))}
            except LinkError:
                continue
        moved.append(each | {"offset": places[first], "length": places[last] - places[first]})
    return _CONTROL.sub(" ", _REMOVED.sub("", text)), _outside_code([each for each in moved if each["length"]])


def _places(text: str) -> tuple[dict[int, int], dict[int, int]]:
    """For every UTF-16 offset at which a sign begins: where it lands. For every one inside a sign: that sign's end."""
    offset = kept = size = 0
    places, ends = {0: 0}, {}
    for sign in text:
        length = 2 if ord(sign) > 0xFFFF else 1
        size += len(sign.encode())
        if length == 2:
            ends[offset + 1] = size
        offset += length
        kept += 0 if _REMOVED.fullmatch(sign) else length
        places[offset] = kept
    return places, ends


def _outside_code(entities: list[Entity]) -> list[Entity]:
    """`pre` and `code` hold no other entities (https://core.telegram.org/bots/api#formatting-options)."""
    code = [(each["offset"], each["offset"] + each["length"]) for each in entities if each["type"] in {"pre", "code"}]
    return [
        each
        for each in entities
        if each["type"] in {"pre", "code", "blockquote", "expandable_blockquote"}
        or not any(start <= each["offset"] and each["offset"] + each["length"] <= end for start, end in code)
    ]


def _trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Without blanks around it, but for those an entity begins with."""
    kept = text.rstrip(" \n")
    blanks = len(kept) - len(kept.lstrip(" \n"))
    shift = min([blanks, *(each["offset"] for each in entities)])
    kept = kept[shift:]
    end, moved = units(kept), []
    for entity in entities:
        first = entity["offset"] - shift
        last = min(end, first + entity["length"])
        if last > first:
            moved.append(entity | {"offset": first, "length": last - first})
    return kept, moved


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
