"""An update as Telegram sent it becomes an `Inbound`. Pure; what it does not understand becomes `Other`.

Source of the fields: https://core.telegram.org/bots/api#update
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

from bot.messages import Command, Content, Group, Inbound, Other, Press, Reach, Text, Voice

KINDS = ("message", "edited_message", "callback_query", "my_chat_member")
"""The kinds of update asked for."""

_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@\w+)?(?:\s+(.*))?", re.DOTALL)
_MEDIA = (
    # in this order: an animation also is a document, a venue also is a location
    *("sticker", "photo", "animation", "document", "video_note", "video", "audio", "venue", "location", "contact"),
    *("poll", "dice", "story", "game", "live_photo", "checklist", "paid_media", "invoice", "giveaway"),
)
_SILENT = (
    # what Telegram itself tells in a chat; nobody said it
    *("pinned_message", "message_auto_delete_timer_changed", "write_access_allowed", "chat_background_set"),
    *("successful_payment", "refunded_payment", "connected_website", "boost_added", "gift", "unique_gift"),
)

Json = dict[str, Any]


def sender_of(update: Json) -> int | None:
    """The channel's id of who caused the update, or None when nobody did or it is of a kind we don't take."""
    for kind in KINDS:
        part = update.get(kind)
        if isinstance(part, dict):
            who = part.get("from") or part.get("sender_chat") or part.get("chat")
            return who.get("id") if isinstance(who, dict) and isinstance(who.get("id"), int) else None
    return None


def read(update: Json, *, received_at: datetime | None = None) -> Inbound | None:
    """What somebody did, or None when the update is of no concern.

    `received_at` is used for what Telegram gives no time for (presses).

    Raises: ValueError on an update that is not as documented; it quotes nothing of it.
    """
    try:
        return _read(update, received_at)
    except (KeyError, TypeError, AttributeError, ValueError, OverflowError, OSError) as error:
        raise ValueError(f"an update that is not as documented ({type(error).__name__})") from None


def _read(update: Json, received_at: datetime | None) -> Inbound | None:
    if message := update.get("message"):
        return _message(message, edited=False)
    if message := update.get("edited_message"):
        return _message(message, edited=True)
    if query := update.get("callback_query"):
        return _press(query, received_at)
    if change := update.get("my_chat_member"):
        return _reach(change)
    return None


def _message(message: Json, *, edited: bool) -> Inbound | None:
    chat, who = message["chat"], message.get("from") or message.get("sender_chat") or message["chat"]
    at = message.get("edit_date") if edited else None
    content: Content | None = Group() if chat.get("type") != "private" else _content(message, edited=edited)
    return None if content is None else _inbound(who, chat["id"], at or message["date"], content)


def _content(message: Json, *, edited: bool) -> Content | None:
    text = message.get("text") or message.get("caption") or ""
    if edited:
        return Other(what="edited", text=text)
    if "forward_origin" in message or "forward_date" in message:
        return Other(what="forwarded", text=text)
    if "text" in message:
        command = _COMMAND.fullmatch(text)
        if command:
            return Command(name=command[1].lower(), argument=(command[2] or "").strip())
        return Text(text=text)
    if voice := message.get("voice"):
        return Voice(reference=voice["file_id"], seconds=voice["duration"], text=str(message.get("caption", "")))
    for kind in _MEDIA:
        if kind in message:
            return Other(what=kind, text=text or _words(kind, message[kind]))
    return None if any(kind in message for kind in _SILENT) else Other(what="unknown", text=text)


def _words(kind: str, part: Any) -> str:
    """What somebody wrote inside: it is looked at for signs of need like everything else."""
    if kind == "poll":
        return "\n".join([part["question"], *(option["text"] for option in part["options"])])
    if kind == "checklist":
        return "\n".join([part["title"], *(task["text"] for task in part["tasks"])])
    return ""


def _press(query: Json, received_at: datetime | None) -> Inbound | None:
    message = query.get("message") or {}
    chat = message.get("chat") or {"id": query["from"]["id"], "type": "private"}
    there = bool(message.get("date"))  # 0: too old to be shown to us
    at = int(received_at.timestamp()) if received_at is not None else message.get("date") or 0
    if chat.get("type") != "private":
        return _inbound(query["from"], chat["id"], at, Group())
    data = query.get("data") or ""
    press = Press(
        data=data,
        query=query["id"],
        message=message["message_id"] if there else None,
        label=_label(message, data) if there else None,
    )
    return _inbound(query["from"], chat["id"], at, press)


def _label(message: Json, data: str) -> str | None:
    rows = (message.get("reply_markup") or {}).get("inline_keyboard") or []
    return next((button["text"] for row in rows for button in row if button.get("callback_data") == data), None)


def _reach(change: Json) -> Inbound | None:
    chat, status = change["chat"], change["new_chat_member"]["status"]
    if chat.get("type") != "private":
        # being put out of a group needs no answer
        return None if status in ("left", "kicked") else _inbound(change["from"], chat["id"], change["date"], Group())
    return _inbound(change["from"], chat["id"], change["date"], Reach(blocked=status == "kicked"))


def _inbound(who: Json, chat: int, at: int, content: Content) -> Inbound:
    return Inbound(
        sender=who["id"],
        chat=chat,
        at=datetime.fromtimestamp(at, UTC),
        content=content,
        first_name=who.get("first_name") or "",
        language=who.get("language_code") or "",
    )
