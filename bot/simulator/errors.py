"""How Telegram says no: its codes and its words.

The words follow the server Telegram publishes (https://github.com/tdlib/telegram-bot-api, Client.cpp) and what its
servers answer; a bot may compare them, so they are written here once and nowhere else.
"""

from __future__ import annotations

import re
from typing import Any


class ApiError(Exception):
    """A refusal as the Bot API gives it."""

    def __init__(self, code: int, description: str, *, retry_after: int | None = None, page: bool = False) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after
        self.page = page
        """The answer of a proxy in between, as HTML."""

    def body(self) -> dict[str, Any]:
        """The JSON the caller gets."""
        answer: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.retry_after is not None:
            answer["parameters"] = {"retry_after": self.retry_after}
        return answer


class ConnectionCutError(Exception):
    """The connection is reset instead of answered."""


def bad(words: str) -> ApiError:
    """400 with Telegram's prefix. The first letter goes small unless the words are a SERVER_CODE."""
    if not re.match(r"[A-Z]{2}", words):
        words = words[:1].lower() + words[1:]
    return ApiError(400, f"Bad Request: {words}")


def forbidden(words: str) -> ApiError:
    """403 with Telegram's prefix."""
    return ApiError(403, f"Forbidden: {words}")


def conflict(words: str) -> ApiError:
    """409 with Telegram's prefix."""
    return ApiError(409, f"Conflict: {words}")


def too_many(seconds: int) -> ApiError:
    """429: come back after so many seconds."""
    return ApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


UNAUTHORIZED = (401, "Unauthorized")
NOT_FOUND = (404, "Not Found")
METHOD_NOT_FOUND = (404, "Not Found: method not found")
TOO_LARGE = (413, "Request Entity Too Large")

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current content"
    " and reply markup of the message"
)
OTHER_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_IS_SET = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
WEBHOOK_TAKES_OVER = "terminated by setWebhook request"
OLD_QUERY = "query is too old and response timeout expired or query ID is invalid"
