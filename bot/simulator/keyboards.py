"""Keyboards under messages: what Telegram accepts as `reply_markup`. Must not know messages or people."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from bot.simulator.errors import bad

Button = dict[str, Any]
Keyboard = list[list[Button]]

MOST_BUTTONS = 100
_HOST = re.compile(r"[\w.-]+\.[\w-]{2,}|localhost|\[[0-9a-f:]+\]", re.IGNORECASE)
_KINDS = (
    "url",
    "callback_data",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "copy_text",
    "web_app",
    "login_url",
    "pay",
)


def inline_keyboard(markup: Any) -> Keyboard | None:
    """The inline keyboard of a `reply_markup` value; None for none, for other kinds, and for an empty one.

    Raises: ApiError 400 with the words Telegram uses.
    """
    if markup is None or markup == "":
        return None
    if not isinstance(markup, dict):
        raise bad("object expected as reply markup")
    if "inline_keyboard" not in markup:
        return None  # reply keyboards live on the phone's own keyboard; the phones here show none
    rows = markup["inline_keyboard"]
    if not isinstance(rows, list):
        raise bad('field "inline_keyboard" must be of type Array')
    keyboard: Keyboard = []
    for row in rows:
        if not isinstance(row, list):
            raise bad('field "inline_keyboard" must be an Array of Arrays')
        if buttons := [_button(each) for each in row]:
            keyboard.append(buttons)
    if sum(map(len, keyboard)) > MOST_BUTTONS:
        raise bad("reply markup is too long")
    return keyboard or None


def _button(button: Any) -> Button:
    trouble = "can't parse inline keyboard button: "
    if not isinstance(button, dict):
        raise bad(f"{trouble}InlineKeyboardButton must be an Object")
    text = button.get("text")
    if text is None:
        raise bad(f'{trouble}Can\'t find field "text"')
    if not isinstance(text, str):
        raise bad(f'{trouble}Field "text" must be of type String')
    text = text.strip()
    if not text:
        raise bad("inline keyboard button text must be non-empty")  # the server's words are not published
    kind = next((each for each in _KINDS if button.get(each) is not None), None)
    if kind is None:
        raise bad(f"{trouble}Text buttons are unallowed in the inline keyboard")
    value = button[kind]
    if kind in {"url", "callback_data"} and not isinstance(value, str):
        raise bad(f'{trouble}Field "{kind}" must be of type String')
    if kind == "callback_data" and not 1 <= len(value.encode()) <= 64:
        raise bad("BUTTON_DATA_INVALID")
    if kind == "url":
        value = _url(value)
    return {"text": text, kind: value}


def _url(url: str) -> str:
    """A button opens http, https or tg; anything else, `tel:` first of all, is refused."""
    url = url.strip()
    wrong = f"inline keyboard button URL '{url}' is invalid: "
    if "://" not in url and not re.match(r"[a-z][a-z0-9+-]*:(?!\d)", url, re.IGNORECASE) and not url.startswith("tel:"):
        url = f"http://{url}"
    scheme = url.split(":", 1)[0].lower()
    if scheme not in {"http", "https", "tg", "ton", "tonsite"}:
        raise bad(f"{wrong}Unsupported URL protocol")
    if scheme in {"http", "https"}:
        host = urlsplit(url).hostname or ""
        if not host:
            raise bad(f"{wrong}URL host is empty")
        if not _HOST.fullmatch(host):
            raise bad(f"{wrong}Wrong HTTP URL")
    return url
