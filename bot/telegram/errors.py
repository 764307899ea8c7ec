"""What a failure of the Bot API means. Only codes leave this module, never Telegram's sentences or the address asked:
those hold the token and may hold somebody's words.
"""

from __future__ import annotations

from datetime import timedelta

import httpx
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.messages import Delivered, Failed, Outcome, Refused, Unreachable, Wait


class EdgeError(Exception):
    """Telegram cannot be used as things are; the message tells an administrator what to do."""


class TokenRefused(EdgeError):
    """The token is not, or no longer, a bot's."""

    def __init__(self) -> None:
        super().__init__(
            "Telegram refuses TELEGRAM_BOT_TOKEN (or TELEGRAM_API_URL is not a Bot API server): copy the token again"
            " from @BotFather, and check that no newer one was made there."
        )


class Unreached(EdgeError):
    """The Bot API server did not answer."""

    def __init__(self, api_url: str, reason: str) -> None:
        super().__init__(f"No answer from {api_url} ({reason}): check the network, a proxy, and TELEGRAM_API_URL.")


_GONE = (
    # what Telegram says with a 400 about somebody who cannot be reached
    ("chat not found", "chat_not_found"),
    ("user not found", "user_not_found"),
    ("user is deactivated", "deactivated"),
    ("peer_id_invalid", "peer_invalid"),
    ("have no rights to send", "no_rights"),
    ("need administrator rights", "no_rights"),
    ("group chat was deactivated", "deactivated"),
    ("chat_write_forbidden", "no_rights"),
)
_FORBIDDEN = (
    ("blocked by the user", "blocked"),
    ("user is deactivated", "deactivated"),
    ("kicked", "kicked"),
    ("can't initiate conversation", "never_started"),
    ("can't send messages to bots", "is_a_bot"),
    ("not a member", "not_a_member"),
)
_REFUSED = (
    ("message to edit not found", "message_gone"),
    ("message can't be edited", "message_gone"),
    ("message_id_invalid", "message_gone"),
    ("message to delete not found", "message_gone"),
    ("text is empty", "empty"),
    ("message is too long", "too_long"),
    ("caption is too long", "too_long"),
    ("too big", "too_large"),
    ("button", "bad_button"),
    ("entit", "bad_entities"),
    ("wrong file identifier", "bad_file"),
    ("wrong remote file", "bad_file"),
    ("file", "bad_file"),
    ("photo", "bad_file"),
    ("image", "bad_file"),
    ("query is too old", "press_too_old"),
)
_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError, httpx.UnsupportedProtocol)


def outcome_of(error: TelegramError, *, edited: int | None = None) -> Outcome:
    """What an error of a call means for the message; `edited` is the message that was to be changed."""
    text = error.message.lower()
    if isinstance(error, RetryAfter):
        return Wait(seconds=seconds_of(error))
    if isinstance(error, Forbidden):
        return Unreachable(reason=_code(text, _FORBIDDEN, "forbidden"))
    if isinstance(error, BadRequest):
        if "message is not modified" in text:
            return Delivered(message_id=edited)
        if gone := _code(text, _GONE, ""):
            return Unreachable(reason=gone)
        return Refused(reason=_code(text, _REFUSED, "bad_request"))
    if isinstance(error, ChatMigrated):
        return Unreachable(reason="chat_migrated")
    if isinstance(error, InvalidToken):
        return Failed(reason="token_refused")
    if isinstance(error, Conflict):
        return Failed(reason="conflict")
    if "too large" in text:
        return Refused(reason="too_large")
    return Failed(reason=reason_of(error), maybe_arrived=maybe_arrived(error))


def seconds_of(error: RetryAfter) -> float:
    """How long a 429 asks to wait."""
    after = error.retry_after
    return after.total_seconds() if isinstance(after, timedelta) else float(after)


def reason_of(error: TelegramError) -> str:
    """A code for the log: the class of the network's own error, or the HTTP status when there was an answer."""
    cause = error.__cause__
    if isinstance(cause, httpx.HTTPError):
        return type(cause).__name__
    if isinstance(error, NetworkError) and not isinstance(error, TimedOut):
        status = "".join(filter(str.isdigit, error.message[-8:]))
        return f"http_{status}" if len(status) == 3 else "server_error"
    return type(error).__name__


def maybe_arrived(error: TelegramError) -> bool:
    """Whether the request may have taken effect, as far as anybody knows.

    Surely not where no connection came about. A connection that broke or timed out under way leaves it open, and so does
    an answer with a 5xx: a 502 or 504 is often a gateway's, about a server that goes on behind it ("did not receive a timely
    response", https://www.rfc-editor.org/rfc/rfc9110#status.504), and of a 500 the Bot API promises nothing.
    """
    return not isinstance(error.__cause__, _NOT_SENT)


def _code(text: str, table: tuple[tuple[str, str], ...], otherwise: str) -> str:
    return next((code for words, code in table if words in text), otherwise)
