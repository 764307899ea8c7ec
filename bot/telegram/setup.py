"""What Telegram shows around the conversation: command menu and descriptions. The words come from the content."""

from __future__ import annotations

from collections.abc import Awaitable, Sequence

import structlog
from pydantic import BaseModel, ConfigDict, Field
from telegram import BotCommand
from telegram.error import TelegramError

from bot.telegram.connect import RawBot
from bot.telegram.errors import reason_of

log = structlog.get_logger(__name__)


class MenuItem(BaseModel):
    """One line of the command menu."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    command: str = Field(pattern=r"^[a-z0-9_]{1,32}$")
    description: str = Field(min_length=1, max_length=256)


class Introduction(BaseModel):
    """What somebody sees before and beside the talk. `about` stands on the bot's page, `before` in the empty chat."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    menu: tuple[MenuItem, ...] = Field(max_length=100)
    about: str = Field(default="", max_length=120)
    before: str = Field(default="", max_length=512)
    language: str = ""


async def introduce(bot: RawBot, introduction: Introduction) -> bool:
    """Set menu and descriptions. Best effort: a refusal is logged and told by False, the bot works without."""
    language = introduction.language or None
    commands = [BotCommand(item.command, item.description) for item in introduction.menu]
    done = [
        await _try("setMyCommands", bot.set_my_commands(commands, language_code=language)),
        await _try("setMyDescription", bot.set_my_description(introduction.before, language_code=language)),
        await _try("setMyShortDescription", bot.set_my_short_description(introduction.about, language_code=language)),
    ]
    return all(done)


async def prepare_polling(bot: RawBot) -> None:
    """Take a webhook away that an earlier installation may have left: with one, polling gets only conflicts.

    What waits at Telegram stays. Raises nothing: the receiver meets and tells whatever is wrong.
    """
    await _try("deleteWebhook", bot.delete_webhook(drop_pending_updates=False))


async def _try(method: str, call: Awaitable[Sequence[object] | bool]) -> bool:
    try:
        await call
    except TelegramError as error:
        log.warning("telegram_setting_refused", method=method, reason=reason_of(error))
        return False
    return True
