"""The best-effort side of Telegram: press acknowledgements, chosen buttons, "typing". Never kept, never raised, never
waited for longer than a few seconds, and thrown away when too many are under way: no reply may suffer from them.

What Telegram counts goes through the pacing. A change of buttons counts as a message (tdlib/td#3034): it takes a turn,
after the replies, and gives way to whoever was told to wait; so does "typing", which takes no turn. Acknowledging a press
has no limit (tdlib/telegram-bot-api#648), and always goes.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import structlog
from telegram.constants import ChatAction
from telegram.error import RetryAfter, TelegramError

from bot.delivery.pacing import Pacing
from bot.messages import Button, Press
from bot.telegram.connect import RawBot
from bot.telegram.errors import reason_of, seconds_of
from bot.telegram.send import keyboard

log = structlog.get_logger(__name__)

CHOSEN = "✓ "
AT_ONCE = 32
SECONDS = 5.0
_ANSWER_UNITS = 200


class TelegramEdge:
    """What the services may ask of the channel beside messages."""

    def __init__(self, bot: RawBot, pacing: Pacing | None = None) -> None:
        self._bot = bot
        self._pacing = pacing or Pacing()
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
        words = text[:_ANSWER_UNITS] or None
        await self._try("answerCallbackQuery", None, lambda: self._bot.answer_callback_query(press.query, text=words))

    async def choose(self, press: Press, chat: int, label: str) -> None:
        """Leave only the chosen button under the pressed message. Its data stays: pressed again it is an old button."""
        await self.rebutton(press, chat, ((Button(label=CHOSEN + label, data=press.data),),))

    async def rebutton(self, press: Press, chat: int, buttons: tuple[tuple[Button, ...], ...]) -> None:
        """Put other buttons under the pressed message, or none."""
        if press.message is None:
            return
        # none at all is said by leaving `reply_markup` out; the library sends an empty keyboard as `{}`
        number, markup = press.message, keyboard(buttons)
        await self._try(
            "editMessageReplyMarkup",
            chat,
            lambda: self._bot.edit_message_reply_markup(chat_id=chat, message_id=number, reply_markup=markup),
        )

    async def typing(self, chat: int) -> None:
        """Show that an answer is on its way."""
        if not self._pacing.gives_way(str(chat)):
            await self._try("sendChatAction", None, lambda: self._bot.send_chat_action(chat, ChatAction.TYPING))

    async def leave(self, chat: int, text: str) -> None:
        """Say this in a group or channel, and leave it."""
        if text:
            await self._try("sendMessage", chat, lambda: self._bot.send_message(chat, text))
        await self._try("leaveChat", None, lambda: self._bot.leave_chat(chat))

    async def _try(self, method: str, counted_in: int | None, call: Callable[[], Coroutine[Any, Any, object]]) -> None:
        """Do it, soon or not at all; when it counts as a message in a chat, in its turn."""
        if self._under_way >= AT_ONCE:
            return
        self._under_way += 1
        try:
            async with asyncio.timeout(SECONDS):
                if counted_in is None:
                    await call()
                else:
                    await self._in_turn(str(counted_in), call)
        except TelegramError as error:
            log.debug("best_effort_failed", method=method, reason=reason_of(error))
        except TimeoutError:
            log.debug("best_effort_failed", method=method, reason="timeout")
        finally:
            self._under_way -= 1

    async def _in_turn(self, chat: str, call: Callable[[], Coroutine[Any, Any, object]]) -> None:
        async with self._pacing.beside(chat) as may:
            if not may:
                return
            try:
                await call()
            except RetryAfter as error:  # this teaches as much as a refused message
                self._pacing.told_to_wait(seconds_of(error), chat)
                raise
