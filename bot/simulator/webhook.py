"""Posts updates to the bot's webhook, in order, again and again until it says 2xx."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

import httpx

from bot.simulator.call import Call
from bot.simulator.world import World

FIRST_WAIT_SECONDS = 0.1
LONGEST_WAIT_SECONDS = 5.0
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name


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
        updates = self._world.updates
        wait = FIRST_WAIT_SECONDS
        async with httpx.AsyncClient(timeout=60, trust_env=False) as client:
            while url := updates.webhook_url:
                update = updates.first()
                if update is None:
                    await updates.wait_for_news()
                    continue
                (body,) = updates.hand([update])
                trouble = await self._post(client, url, body)
                if trouble:
                    self._world.webhook["last_error_date"] = self._world.seconds()
                    self._world.webhook["last_error_message"] = trouble
                    await asyncio.sleep(wait)
                    wait = min(wait * 2, LONGEST_WAIT_SECONDS)
                else:
                    wait = FIRST_WAIT_SECONDS
                    updates.taken(update)

    async def _post(self, client: httpx.AsyncClient, url: str, update: dict[str, object]) -> str:
        """ "" when it was taken, else what went wrong in Telegram's words."""
        secret = self._world.webhook.get("secret")
        try:
            response = await client.post(url, json=update, headers={SECRET_HEADER: secret} if secret else {})
        except httpx.TimeoutException:
            return "Read timeout expired"
        except httpx.HTTPError:
            return "Connection refused"
        if not response.is_success:
            return f"Wrong response from the webhook: {response.status_code} {response.reason_phrase}"
        with suppress(ValueError):
            reply = response.json()
            if isinstance(reply, dict) and isinstance(reply.pop("method", None), str):
                await self._answer(Call(response.json()["method"], reply))
        return ""
