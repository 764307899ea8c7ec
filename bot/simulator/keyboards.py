"""Keyboards under messages: what Telegram accepts as `reply_markup`. Must not know messages or people."""

from __future__ import annotations

from typing import Any

from bot.simulator.errors import ApiError, bad
from bot.simulator.links import LinkError, checked

Button = dict[str, Any]
Keyboard = list[list[Button]]

MOST_BUTTONS = 100  # the server's limit, known from its refusal only
MOST_IN_A_ROW = 12  # https://github.com/tdlib/td, td/telegram/ReplyMarkup.cpp: what is more is left out
MOST_DATA_BYTES = 64
_OTHER_KINDS = (
    "callback_game", "pay", "switch_inline_query", "switch_inline_query_chosen_chat",
    "switch_inline_query_current_chat", "login_url", "web_app", "copy_text",
)  # fmt: skip


def inline_keyboard(markup: Any) -> Keyboard | None:
    """The inline keyboard of a `reply_markup` value; None for none, for other kinds, and for an empty one.

    Raises: ApiError 400 with the words Telegram uses.
    """
    if markup is None or markup == "":
        return None
    if not isinstance(markup, dict):
        raise bad("object expected as reply markup")
    _rows(markup, "keyboard", "")  # reply keyboards live on the phone's own keyboard; the phones here show none
    keyboard: Keyboard = []
    for row in _rows(markup, "inline_keyboard", " of the InlineKeyboardMarkup"):
        if buttons := [made for each in row if (made := _button(each))["text"]][:MOST_IN_A_ROW]:
            keyboard.append(buttons)
    for row in keyboard:
        for made in row:
            _check(made)
    if sum(map(len, keyboard)) > MOST_BUTTONS:
        raise bad("reply markup is too long")
    return keyboard or None


def _rows(markup: dict[str, Any], name: str, owner: str) -> list[list[Any]]:
    rows = markup.get(name)
    if rows is None:
        return []
    if not isinstance(rows, list):
        raise bad(f'field "{name}" must be of type Array')
    for row in rows:
        if not isinstance(row, list):
            raise bad(f'field "{name}"{owner} must be an Array of Arrays')
    return rows


def _button(button: Any) -> Button:
    """Text and what pressing does, as it was sent."""
    if not isinstance(button, dict):
        raise _unreadable("InlineKeyboardButton must be an Object")
    if button.get("text") is None:
        raise _unreadable('Can\'t find field "text"')
    text = _string(button, "text")
    for kind in ("url", "callback_data"):
        if value := _string(button, kind):
            return {"text": text, kind: value}
    kind = next((each for each in _OTHER_KINDS if button.get(each) is not None), "")
    if not kind:
        raise _unreadable("Text buttons are unallowed in the inline keyboard")
    return {"text": text, kind: button[kind]}


def _string(button: dict[str, Any], name: str) -> str:
    value = button.get(name, "")
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise _unreadable(f'Field "{name}" must be of type String')
    return str(value)


def _check(button: Button) -> None:
    """What the servers look at when the message is whole: words, data, links. A link is completed."""
    if not button["text"].strip():
        raise bad("inline keyboard button text must be non-empty")
    if len(button.get("callback_data", "").encode()) > MOST_DATA_BYTES:
        raise bad("BUTTON_DATA_INVALID")
    if "url" in button:
        try:
            button["url"] = checked(button["url"])
        except LinkError as error:
            raise bad(f"inline keyboard button URL '{button['url']}' is invalid: {error}") from None


def _unreadable(words: str) -> ApiError:
    return bad(f"can't parse inline keyboard button: {words}")
