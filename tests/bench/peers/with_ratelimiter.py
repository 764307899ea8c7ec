"""python-telegram-bot's AIORateLimiter: a broadcast goes out while people answer it, and get their replies.

python -m tests.bench.peers.with_ratelimiter sixteen|all COPIES SEED [--wait]

The limiter as the documentation sets it: 30 a second, which are its defaults, and retries. "sixteen": as many copies under way
at once as ours has, which a careful user would do. "all": every copy is handed to the limiter at once, for it to pace, which
is what it is for. Nothing is kept. --wait: on the ordinary loop, in real time.
"""

from __future__ import annotations

import asyncio
import sys
from importlib import metadata

from telegram.error import RetryAfter
from telegram.ext import AIORateLimiter, ApplicationBuilder

from tests.bench.peers.line import AT_ONCE, COPY, FIRST_CHAT, TOKEN, Line, Outcome
from tests.bench.peers.skipping import run

RETRIES = 5


async def main(at_once: int, copies: int, seed: int) -> Outcome:
    line = Line(copies, seed)
    limiter = AIORateLimiter(overall_max_rate=30, overall_time_period=1, max_retries=RETRIES)
    builder = ApplicationBuilder().token(TOKEN).updater(None).request(line).get_updates_request(line)
    application = builder.rate_limiter(limiter).build()

    async def send(chat: int, text: str) -> None:
        try:
            await application.bot.send_message(chat, text)
        except RetryAfter:
            line.lost(chat, text)

    chats = iter(range(FIRST_CHAT, FIRST_CHAT + copies))

    async def worker() -> None:
        for chat in chats:
            await send(chat, COPY)

    line.reply = send
    async with application:
        line.begin()
        await asyncio.gather(*(worker() for _ in range(at_once)))
        outcome = await line.over()
    outcome.versions = {name: metadata.version(name) for name in ("python-telegram-bot", "aiolimiter")}
    return outcome


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["sixteen" | "all" as how, copies, seed, *wait]:
            many = AT_ONCE if how == "sixteen" else int(copies)
            run(main(many, int(copies), int(seed)), skipping=not wait).tell()
        case _:
            raise SystemExit(__doc__)
