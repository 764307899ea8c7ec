"""A `Message` becomes a call of the Bot API, and its answer an `Outcome`. Decides, repeats and keeps nothing.

No parse mode is ever used: what people wrote cannot become markup.
"""

from __future__ import annotations

import base64
import binascii
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, InputFile, LinkPreviewOptions, MessageEntity
from telegram import Message as Sent
from telegram.error import TelegramError

from bot.messages import Address, Attachment, Button, Delivered, Message, Outcome, Refused
from bot.telegram.connect import RawBot
from bot.telegram.errors import outcome_of

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class TelegramSender:
    """Sends. Never raises for what Telegram or the network does."""

    def __init__(self, bot: RawBot) -> None:
        self._bot = bot

    async def send(self, address: Address, message: Message) -> Outcome:
        """Send, or change the message it names."""
        try:
            if message.edit is not None:
                return Delivered(message_id=await self._edit(address.chat, message.edit, message))
            if message.contact is not None:
                return Delivered(message_id=await self._card(address.chat, message, keyboard(message.buttons)))
            sent = await self._send(address.chat, message)
        except TelegramError as error:
            return outcome_of(error, edited=message.edit)
        except (binascii.Error, ValueError):
            return Refused(reason="bad_file")
        return Delivered(message_id=sent.message_id)

    async def _send(self, chat: int, message: Message) -> Sent:
        common: dict[str, Any] = {
            "chat_id": chat,
            "reply_markup": keyboard(message.buttons),
            "protect_content": message.protected or None,
            "disable_notification": message.silent or None,
        }
        part = message.attachment
        if part is None:
            return await self._bot.send_message(
                text=message.text, entities=entities(message), link_preview_options=_NO_PREVIEW, **common
            )
        common |= {"caption": message.text or None, "caption_entities": entities(message)}
        match part.kind:
            case "photo":
                return await self._bot.send_photo(photo=file(part), **common)
            case "document":
                return await self._bot.send_document(document=file(part), **common)
            case "voice":
                return await self._bot.send_voice(voice=file(part), **common)

    async def _card(self, chat: int, message: Message, markup: InlineKeyboardMarkup | None) -> int:
        if message.contact is None:
            raise ValueError("no contact in this message")
        sent = await self._bot.send_contact(
            chat,
            phone_number=message.contact.phone,
            first_name=message.contact.name,
            reply_markup=markup,
            protect_content=message.protected or None,
            disable_notification=message.silent or None,
        )
        return sent.message_id

    async def _edit(self, chat: int, number: int, message: Message) -> int:
        if message.attachment is not None:
            await self._bot.edit_message_caption(
                chat,
                number,
                caption=message.text,
                caption_entities=entities(message),
                reply_markup=keyboard(message.buttons),
            )
        else:
            await self._bot.edit_message_text(
                message.text,
                chat,
                number,
                entities=entities(message),
                link_preview_options=_NO_PREVIEW,
                reply_markup=keyboard(message.buttons),
            )
        return number


def keyboard(buttons: tuple[tuple[Button, ...], ...]) -> InlineKeyboardMarkup | None:
    """Rows of buttons as Telegram takes them; None without any."""
    rows = [
        [InlineKeyboardButton(each.label, url=each.url, callback_data=None if each.url else each.data) for each in row]
        for row in buttons
        if row
    ]
    return InlineKeyboardMarkup(rows) if rows else None


def entities(message: Message) -> list[MessageEntity] | None:
    """The bold stretches; None without any."""
    return [MessageEntity(MessageEntity.BOLD, each.offset, each.length) for each in message.bold] or None


def file(part: Attachment) -> InputFile | str:
    """What to attach: bytes of our own, or a file Telegram already has.

    Raises: ValueError when it is neither.
    """
    if part.content is not None:
        content = base64.b64decode(part.content, validate=True)
        return InputFile(content, filename=part.name or part.kind, read_file_handle=False)
    if part.reference:
        return part.reference
    raise ValueError("an attachment needs content or a reference")
