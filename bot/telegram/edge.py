"""The best-effort side of Telegram: press acknowledgements, chosen buttons, "typing". Never kept, never raised, never
waited for longer than a few seconds, and thrown away when too many are under way: no reply may suffer from them.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

import structlog
from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.messages import Button, Press
from bot.telegram.connect import RawBot
from bot.telegram.errors import reason_of
from bot.telegram.send import keyboard

log = structlog.get_logger(__name__)

CHOSEN = "✓ "
AT_ONCE = 32
SECONDS = 5.0
_ANSWER_UNITS = 200


class TelegramEdge:
    """What the services may ask of the channel beside messages."""

    def __init__(self, bot: RawBot) -> None:
        self._bot = bot
        self._under_way = 0

    @property
    def bot(self) -> str:
        """The bot's own id on Telegram."""
        return str(self._bot.id)

    def link(self, payload: str) -> str:
        """The address that opens the bot with this payload (at most 64 letters, digits, - and _)."""
        return f"https://t.me/{self._bot.username}" + (f"?start={payload}" if payload else "")

    async def acknowledge(self, press: Press, text: str = "") -> None:
        """Stop the button's spinner, with a few words on top when there are any."""
        await self._try(
            "answerCallbackQuery", self._bot.answer_callback_query(press.query, text=text[:_ANSWER_UNITS] or None)
        )

    async def choose(self, press: Press, chat: int, label: str) -> None:
        """Leave only the chosen button under the pressed message. Its data stays: pressed again it is an old button."""
        await self.rebutton(press, chat, ((Button(label=CHOSEN + label, data=press.data),),))

    async def rebutton(self, press: Press, chat: int, buttons: tuple[tuple[Button, ...], ...]) -> None:
        """Put other buttons under the pressed message, or none."""
        if press.message is None:
            return
        # none at all is said by leaving `reply_markup` out; the library sends an empty keyboard as `{}`
        await self._try(
            "editMessageReplyMarkup",
            self._bot.edit_message_reply_markup(chat_id=chat, message_id=press.message, reply_markup=keyboard(buttons)),
        )

    async def typing(self, chat: int) -> None:
        """Show that an answer is on its way."""
        await self._try("sendChatAction", self._bot.send_chat_action(chat, ChatAction.TYPING))

    async def leave(self, chat: int, text: str) -> None:
        """Say this in a group or channel, and leave it."""
        if text:
            await self._try("sendMessage", self._bot.send_message(chat, text))
        await self._try("leaveChat", self._bot.leave_chat(chat))

    async def _try(self, method: str, call: Coroutine[Any, Any, object]) -> None:
        if self._under_way >= AT_ONCE:
            call.close()
            return
        self._under_way += 1
        try:
            async with asyncio.timeout(SECONDS):
                await call
        except TelegramError as error:
            log.debug("best_effort_failed", method=method, reason=reason_of(error))
        except TimeoutError:
            log.debug("best_effort_failed", method=method, reason="timeout")
        finally:
            self._under_way -= 1
