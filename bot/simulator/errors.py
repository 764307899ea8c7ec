"""How Telegram says no: its codes and its words.

A bot may compare the words, so they are exact. Where they come from, and for which method:

- https://github.com/tdlib/telegram-bot-api, `telegram-bot-api/Client.cpp`: everything about parameters, JSON, chats,
  messages to edit, delete or reply to, polls, webhooks and flood (`fail_query_with_error` gives the prefix and the small
  first letter; `check_chat_access`, `check_message`, `get_reply_markup`, `do_set_webhook`, ...);
  `WebhookActor.cpp`: delivery to a webhook.
- https://github.com/tdlib/td: texts and entities (`td/telegram/MessageEntity.cpp`), buttons
  (`td/telegram/ReplyMarkup.cpp`), links (`td/telegram/LinkManager.cpp`, `tdutils/td/utils/HttpUrl.cpp`), JSON fields
  (`tdutils/td/utils/JsonBuilder.cpp`).
- SERVER_CODES and "message is too long" come from Telegram's closed servers and are those bots report:
  BUTTON_DATA_INVALID (jehy/telegram-test-api#62), MESSAGE_TOO_LONG for an edit (kfstorm/carnivore#3), "message is too
  long" for sending (tdlib/telegram-bot-api#353), "message can't be deleted for everyone" after 48 hours.

What we could not verify stands in `UNVERIFIED`, below.
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

# What Telegram's own servers say of an edit; sending says it in other words.
TEXT_TOO_LONG = "MESSAGE_TOO_LONG"
CAPTION_TOO_LONG = "MEDIA_CAPTION_TOO_LONG"
INLINE_MESSAGE_UNKNOWN = "MESSAGE_ID_INVALID"

UNVERIFIED = {
    "Bad Request: MEDIA_CAPTION_TOO_LONG": "reported by bots, not known for which methods",
    "Bad Request: MESSAGE_ID_INVALID": "for an edit of an inline message; there are none here",
    "Bad Request: IMAGE_PROCESS_FAILED": "reported; which files exactly is not published",
    "Bad Request: PHOTO_INVALID_DIMENSIONS": "reported; the limits stand in the documentation of sendPhoto",
    "Bad Request: file of size ... is too big for a photo": "reported; not in the published server",
    "Bad Request: name is too long": "the servers' words for names and descriptions that are too long",
    "Bad Request: BOT_COMMANDS_TOO_MUCH": "reported",
    "Bad Request: inline keyboard button text must be non-empty": "published for text that is empty once cleaned; "
    "whether blanks count is not",
    "Forbidden: bot was blocked by the user": "published for sending; that editing, deleting and chat actions are "
    "refused as well is reported",
    "404 Not Found for a malformed token": "seen at api.telegram.org; the published server says 401",
    "Connection refused": "in last_error_message of a webhook; seen, not published",
    "Read timeout expired": "in last_error_message of a webhook; seen, not published",
}
"""Words of which we found no published source, and why they are here all the same."""
