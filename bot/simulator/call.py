"""One call of the Bot API and how its parameters are read: every value may come as text, whatever the body was.

Lenient where Telegram is: a number that is none counts as 0, a number out of range is moved to the nearest.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from bot.simulator.errors import ApiError, bad
from bot.simulator.files import Files, Kind, StoredFile, Upload
from bot.simulator.keyboards import Keyboard, inline_keyboard
from bot.simulator.text import Formatted, formatted, units

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
_NUMBER = re.compile(r"\s*(-?\d{1,19})")


async def _never() -> None:
    await asyncio.Event().wait()


@dataclass
class Call:
    """A method with what came along. `result` (and at times `description`) or `error` is filled in when it is answered."""

    method: str
    values: dict[str, Any]
    uploads: dict[str, Upload] = field(default_factory=dict)
    ignored: frozenset[str] = frozenset()
    result: Any = None
    description: str = ""
    error: ApiError | None = None
    hung_up: Callable[[], Awaitable[None]] = _never
    """Waits until the caller has gone."""

    def has(self, name: str) -> bool:
        """Was it given at all?"""
        return name in self.values and self.values[name] not in (None, "")

    def string(self, name: str) -> str:
        """As text; "" when missing."""
        value = self.values.get(name)
        if value is None:
            return ""
        if isinstance(value, str):
            return value
        return json.dumps(value)

    def required(self, name: str) -> str:
        """As text.

        Raises: ApiError 400 when missing or empty.
        """
        value = self.string(name)
        if not value:
            raise bad(f'parameter "{name}" is required')
        return value

    def integer(self, name: str, default: int = 0, low: int = -(2**31), high: int = 2**31 - 1) -> int:
        """As a number between `low` and `high`."""
        if not self.has(name):
            return default
        found = _NUMBER.match(self.string(name))
        return max(low, min(high, int(found[1]) if found else 0))

    def flag(self, name: str) -> bool:
        """As yes or no."""
        return self.string(name).strip().lower() in {"true", "yes", "1"}

    def json(self, name: str, what: str = "") -> Any:
        """As JSON. `what` names the thing in the refusal; without it, unreadable JSON counts as missing.

        Raises: ApiError 400.
        """
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            if what:
                raise bad(f"can't parse {what} JSON object") from None
            return None

    def chat_id(self) -> int:
        """The chat meant.

        Raises: ApiError 400.
        """
        value = self.string("chat_id")
        if not value:
            raise bad("chat_id is empty")
        found = _NUMBER.match(value)
        return int(found[1]) if found else 0

    def text(self, too_long: str = "message is too long") -> Formatted:
        """`text` with `parse_mode` or `entities`.

        `too_long`: the words for more than 4096; an edit is refused with others.

        Raises: ApiError 400.
        """
        if not self.string("text"):
            raise bad("message text is empty")
        text = formatted(self.string("text"), self.string("parse_mode"), self.json("entities"))
        if not text.text:
            raise bad("text must be non-empty")
        if units(text.text) > LONGEST_TEXT:
            raise bad(too_long)
        return text

    def caption(self, too_long: str = "message caption is too long") -> Formatted:
        """`caption` with `parse_mode` or `caption_entities`.

        Raises: ApiError 400.
        """
        caption = formatted(self.string("caption"), self.string("parse_mode"), self.json("caption_entities"))
        if units(caption.text) > LONGEST_CAPTION:
            raise bad(too_long)
        return caption

    def keyboard(self) -> Keyboard | None:
        """`reply_markup`.

        Raises: ApiError 400.
        """
        markup = self.json("reply_markup", "reply keyboard markup")
        if markup is None and self.string("reply_markup"):
            raise bad("object expected as reply markup")
        return inline_keyboard(markup)

    def upload(self, name: str) -> Upload | None:
        """A file that came with the request, under its field's own name or as `attach://`."""
        value = self.values.get(name)
        if isinstance(value, str) and value.startswith("attach://"):
            return self.uploads.get(value.removeprefix("attach://"))
        return self.uploads.get(name)

    def must_have_file(self, kind: Kind) -> None:
        """There is something to send, whatever it is.

        Raises: ApiError 400.
        """
        value = self.string(kind)
        if self.upload(kind) is None and (not value or value.startswith("attach://")):
            raise bad(f"there is no {kind} in the request")

    def file(self, kind: Kind, files: Files) -> StoredFile:
        """The file to send: uploaded now, or known by its `file_id`.

        Raises: ApiError 400.
        """
        upload = self.upload(kind)
        if upload is not None:
            return files.add(kind, upload, duration=self.integer("duration", low=0, high=86_400))
        value = self.string(kind).strip()
        if value.startswith(("http://", "https://")):
            raise bad("failed to get HTTP URL content")  # the simulated servers reach nothing outside
        return files.by_id(value, kind)
