"""python-telegram-bot's ConversationHandler: one question, one reply, over and over.

python -m tests.bench.peers.with_ptb memory                    keeps nothing
python -m tests.bench.peers.with_ptb flushed DIRECTORY PEOPLE  PicklePersistence as it comes, flushed after each update
python -m tests.bench.peers.with_ptb split DIRECTORY PEOPLE    the same with a file a kind: its fastest setting

`Application.process_update` is what the library itself calls for every update of its queue. Both ways of keeping
write all people anew for every update, so their number counts: PEOPLE are known before the measuring begins.
"""

from __future__ import annotations

import asyncio
import sys
import time
from pathlib import Path
from typing import Any

from telegram import Update
from telegram.ext import (
    Application,
    ApplicationBuilder,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    PicklePersistence,
    filters,
)

from tests.bench.peers.people import FIRST_CHAT, answers, reply, said
from tests.bench.peers.protocol import Run, serve
from tests.bench.peers.stub import TOKEN, Stub

FIRST, SECOND = range(2)


async def _first(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    await _answer(update, context)
    return SECOND


async def _second(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    await _answer(update, context)
    return FIRST


async def _answer(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    if update.message is None or update.message.text is None or context.user_data is None:
        raise RuntimeError("this was no text")
    context.user_data["answer"] = update.message.text
    await update.message.reply_text(reply(update.message.text))


async def main(mode: str, directory: Path | None = None, people: int = 0) -> None:
    stub = Stub()
    builder = ApplicationBuilder().token(TOKEN).updater(None).request(stub).get_updates_request(stub)
    persistence: PicklePersistence[Any, Any, Any] | None = None
    if directory is not None:
        persistence = PicklePersistence(directory / mode, single_file=mode != "split", update_interval=1e9)
        builder = builder.persistence(persistence)
    application: Application[Any, Any, Any, Any, Any, Any] = builder.build()
    words = filters.TEXT & ~filters.COMMAND
    application.add_handler(
        ConversationHandler(
            entry_points=[MessageHandler(words, _first)],
            states={FIRST: [MessageHandler(words, _first)], SECOND: [MessageHandler(words, _second)]},
            fallbacks=[],
            name="bench",
            persistent=persistence is not None,
        )
    )
    first_update = 1

    async def known(people: int) -> None:
        """Everybody has answered once before, and is on the disk."""
        if persistence is None:
            return
        persistence.on_flush = True
        for number in range(people):
            await application.process_update(Update.de_json(said(0, FIRST_CHAT + number, "hoi"), application.bot))
        await application.update_persistence()
        await persistence.flush()
        persistence.on_flush = False
        stub.sent = 0

    async def turns(count: int, _at_once: int) -> Run:
        """One at a time, as the library says a ConversationHandler must be used."""
        nonlocal first_update
        times: list[float] = []
        began = time.perf_counter()
        for raw in answers(first_update, count):
            before = time.perf_counter()
            await application.process_update(Update.de_json(raw, application.bot))
            if persistence is not None:
                await application.update_persistence()
            times.append((time.perf_counter() - before) * 1e3)
        seconds = time.perf_counter() - began
        if stub.sent != first_update + count - 1:
            raise RuntimeError("not every answer had its reply")
        first_update += count
        return Run(seconds, times, str(stub.last["text"]))

    async with application:
        await known(people)
        await serve(turns, "python-telegram-bot")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["memory"]:
            asyncio.run(main("memory"))
        case ["flushed" | "split" as how, where, many]:
            asyncio.run(main(how, Path(where), int(many)))
        case _:
            raise SystemExit(__doc__)
