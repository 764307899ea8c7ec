"""Telegram's library, set up our way: two pools (nothing waits behind a long poll), raw updates, no token in errors."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from telegram import Bot
from telegram.error import InvalidToken, NetworkError, TelegramError
from telegram.request import HTTPXRequest

from bot.telegram.errors import TokenRefused, Unreached, reason_of

SENDS_AT_ONCE = 64
_CONNECT_SECONDS, _READ_SECONDS, _WRITE_SECONDS, _POOL_SECONDS, _MEDIA_SECONDS = 10.0, 20.0, 20.0, 20.0, 60.0
_POLL_SPARE_SECONDS = 10.0


class RawBot(Bot):
    """`telegram.Bot` that also gives updates as they came.

    The library's own `get_updates` parses a batch as a whole: one update it does not understand would stop all others
    for ever, and be logged in full.
    """

    def __repr__(self) -> str:  # the library's holds the token
        return "RawBot()"

    async def raw_updates(
        self, *, offset: int | None, seconds: int, limit: int, kinds: Sequence[str]
    ) -> list[dict[str, Any]]:
        """Wait up to `seconds` for updates. Asking with an `offset` acknowledges all below it.

        Raises: telegram.error.TelegramError.
        """
        answer: Any = await self._post(
            "getUpdates",
            {"offset": offset, "timeout": seconds, "limit": limit, "allowed_updates": list(kinds)},
            read_timeout=seconds + _POLL_SPARE_SECONDS,
        )
        if not isinstance(answer, list) or not all(isinstance(update, dict) for update in answer):
            raise TelegramError("Invalid server response")
        return answer


def connect(token: str, api_url: str) -> RawBot:
    """A bot on the Bot API server at `api_url`. Speaks to nobody yet; `check` does.

    A proxy named in the environment is used, except for a server on this machine.
    """
    options = {"trust_env": urlsplit(api_url).hostname not in ("127.0.0.1", "localhost", "::1")}
    return RawBot(
        token,
        base_url=f"{api_url.rstrip('/')}/bot",
        base_file_url=f"{api_url.rstrip('/')}/file/bot",
        request=HTTPXRequest(
            connection_pool_size=SENDS_AT_ONCE,
            connect_timeout=_CONNECT_SECONDS,
            read_timeout=_READ_SECONDS,
            write_timeout=_WRITE_SECONDS,
            pool_timeout=_POOL_SECONDS,
            media_write_timeout=_MEDIA_SECONDS,
            httpx_kwargs=options,
        ),
        get_updates_request=HTTPXRequest(
            connection_pool_size=2,
            connect_timeout=_CONNECT_SECONDS,
            pool_timeout=_POOL_SECONDS,
            httpx_kwargs=options,
        ),
    )


async def check(bot: RawBot, api_url: str, *, attempts: int = 3) -> None:
    """Make sure that the token is a bot's and the server answers; afterwards `bot.id` and `bot.username` are known.

    Raises: TokenRefused, Unreached.
    """
    for attempt in range(1, attempts + 1):
        try:
            await bot.initialize()
        except InvalidToken:
            raise TokenRefused from None
        except NetworkError as error:
            if attempt == attempts:
                raise Unreached(api_url, reason_of(error)) from None
        except TelegramError as error:
            raise Unreached(api_url, reason_of(error)) from None
        else:
            return
        await asyncio.sleep(attempt * 0.5)
