"""Posts updates to the bot's webhook, again and again until it says 2xx: chats side by side, each chat in order.

Follows https://github.com/tdlib/telegram-bot-api, WebhookActor.cpp, but for the certificate.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from http import HTTPStatus

import httpx

from bot.simulator.call import Call
from bot.simulator.errors import ConnectionCutError
from bot.simulator.updates import Waiting
from bot.simulator.world import World

FIRST_WAIT_SECONDS = 2.0
LONGEST_WAIT_SECONDS = 60.0
LONGEST_RETRY_AFTER_SECONDS = 3600
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
_PHRASES = {status.value: status.phrase for status in HTTPStatus}
NOT_ANSWERABLE = ("deletewebhook", "setwebhook", "close", "logout")


class Webhook:
    """The sender of one bot's updates; runs only while a webhook is set."""

    def __init__(self, world: World, answer: Callable[[Call], Awaitable[Call]]) -> None:
        self._world = world
        self._answer = answer
        self._task: asyncio.Task[None] | None = None

    def follow(self) -> None:
        """Start or end with the setting."""
        if self._world.updates.webhook_url and (self._task is None or self._task.done()):
            self._task = asyncio.create_task(self._run())

    async def close(self) -> None:
        """Stop now."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def _run(self) -> None:
        async with httpx.AsyncClient(timeout=60, trust_env=False) as client:
            while url := self._world.updates.webhook_url:
                await self._serve(client, url)

    async def _serve(self, client: httpx.AsyncClient, url: str) -> None:
        """Until another webhook is set, or none."""
        updates = self._world.updates
        under_way: dict[int, asyncio.Task[None]] = {}
        try:
            while updates.webhook_url == url:
                changed = updates.news
                for update in updates.waiting():
                    lane = update.entry.chat or 0
                    if lane not in under_way and len(under_way) < self._world.webhook["max_connections"]:
                        under_way[lane] = asyncio.create_task(self._deliver(client, url, update))
                news = asyncio.create_task(changed.wait())
                try:
                    await asyncio.wait({news, *under_way.values()}, return_when=asyncio.FIRST_COMPLETED)
                finally:
                    news.cancel()
                under_way = {lane: task for lane, task in under_way.items() if not task.done()}
        finally:
            for task in under_way.values():
                task.cancel()
            await asyncio.gather(*under_way.values(), return_exceptions=True)

    async def _deliver(self, client: httpx.AsyncClient, url: str, update: Waiting) -> None:
        """One update, until it is taken or dropped: at once, once more at once, then ever more slowly."""
        updates, failures = self._world.updates, 0
        while updates.webhook_url == url and update in updates.waiting():
            (body,) = updates.hand([update])
            trouble, wait = await self._post(client, url, body)
            if not trouble:
                updates.taken(update)
                self._world.events.tell("delivery")
                return
            if updates.webhook_url == url:
                self._world.webhook["last_error_date"] = self._world.seconds()
                self._world.webhook["last_error_message"] = trouble
                self._world.events.tell("delivery")
            backoff = min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** (failures - 1)) if failures else 0
            failures += 1
            await asyncio.sleep(wait or backoff)

    async def _post(self, client: httpx.AsyncClient, url: str, update: dict[str, object]) -> tuple[str, int]:
        """What went wrong, in Telegram's words ("": nothing), and how long the other end asks to wait."""
        secret = self._world.webhook.get("secret")
        try:
            address = url if "://" in url else f"https://{url}"
            response = await client.post(address, json=update, headers={SECRET_HEADER: secret} if secret else {})
        except httpx.TimeoutException:
            return "Read timeout expired", 0
        except httpx.ConnectError:
            return "Connection refused", 0
        except (httpx.HTTPError, httpx.InvalidURL):
            return "Webhook connection closed", 0
        if not response.is_success:
            reason = response.reason_phrase or _PHRASES.get(response.status_code, "")
            wait = response.headers.get("retry-after", "")
            asked = min(LONGEST_RETRY_AFTER_SECONDS, int(wait)) if wait.isdecimal() else 0
            return f"Wrong response from the webhook: {response.status_code} {reason}", asked
        with suppress(ValueError):
            await self._answer_in_reply(response.json())
        return "", 0

    async def _answer_in_reply(self, reply: object) -> None:
        """A method may stand in the answer to an update; what it gives is lost, and what asks for something is left."""
        method = reply.get("method") if isinstance(reply, dict) else None
        if not isinstance(reply, dict) or not isinstance(method, str):
            return
        if method.lower() not in NOT_ANSWERABLE and not method.lower().startswith("get"):
            with suppress(ConnectionCutError):  # nobody waits for what it gives
                await self._answer(Call(method, {name: value for name, value in reply.items() if name != "method"}))
