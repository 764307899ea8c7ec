"""aiogram as a bot of its own: what rounds.py asks of every client, by its ordinary means."""

from __future__ import annotations

import asyncio
import hashlib
import json
import sys
from pathlib import Path

from aiogram import Bot, Dispatcher, F, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.exceptions import TelegramAPIError
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    CallbackQuery,
    FSInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
)
from aiogram.utils.keyboard import InlineKeyboardBuilder
from aiogram.webhook.aiohttp_server import SimpleRequestHandler, setup_application
from aiohttp import web

SECRET = "aiogram-secret_1"


def say(**facts: object) -> None:
    print(json.dumps(facts), flush=True)  # noqa: T201


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def connected(url: str, token: str) -> Bot:
    return Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(url)))


def words_of(message: Message, kind: str) -> list[str]:
    return [each.extract_from(message.text) for each in message.entities or [] if each.type == kind]


def routes(files: Path, stop: asyncio.Event) -> Router:
    router = Router()

    @router.message(CommandStart())
    async def start(message: Message, command: CommandObject) -> None:
        person = message.from_user
        say(event="start", payload=command.args, name=person.first_name, language=person.language_code)
        keyboard = InlineKeyboardBuilder()
        keyboard.button(text="Ja", callback_data="ja")
        keyboard.button(text="Nee", callback_data="nee")
        keyboard.button(text="Lees meer", url="https://example.org/meer")
        await message.answer("Doe je mee?", reply_markup=keyboard.adjust(2, 1).as_markup())

    @router.callback_query()
    async def press(query: CallbackQuery) -> None:
        say(event="press", data=query.data, words=query.message.text)
        await query.answer("Fijn dat je meedoet")
        edited = await query.message.edit_text("<b>Sanne</b> doet mee.", parse_mode=ParseMode.HTML)
        say(event="edited", text=edited.text, bold=words_of(edited, "bold"))
        button = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Mooi", callback_data="mooi")]])
        sent = await edited.answer_photo(FSInputFile(files / "plaatje.png"), caption="Een plaatje", reply_markup=button)
        say(event="sent", kind="photo", width=sent.photo[-1].width, height=sent.photo[-1].height)
        await sent.edit_caption(caption="Een landschap", reply_markup=button)
        sent = await edited.answer_document(FSInputFile(files / "plan.ics"), caption="Je plan")
        say(event="sent", kind="document", name=sent.document.file_name, size=sent.document.file_size)

    @router.message(F.photo)
    async def photo(message: Message, bot: Bot) -> None:
        content = (await bot.download(message.photo[-1])).read()
        say(event="got", kind="photo", caption=message.caption, digest=digest(content))

    @router.message(F.document)
    async def document(message: Message, bot: Bot) -> None:
        content = (await bot.download(message.document)).read()
        name, mime = message.document.file_name, message.document.mime_type
        say(event="got", kind="document", name=name, mime=mime, digest=digest(content))

    @router.message(F.voice)
    async def voice(message: Message, bot: Bot) -> None:
        content = (await bot.download(message.voice)).read()
        seconds, mime = message.voice.duration, message.voice.mime_type
        say(event="got", kind="voice", seconds=seconds, mime=mime, digest=digest(content))
        await message.answer_voice(message.voice.file_id, caption="Gehoord")
        await message.answer_voice(BufferedInputFile(content, "stem.oga"), duration=seconds)

    @router.message(Command("klaar"))
    async def klaar(_: Message) -> None:
        stop.set()

    @router.message(F.text)
    async def text(message: Message) -> None:
        say(event="text", text=message.text, links=words_of(message, "url"))
        await message.reply(f"Genoteerd: {message.text}")

    return router


async def polling(url: str, token: str, files: Path) -> None:
    bot, dispatcher, stop = connected(url, token), Dispatcher(), asyncio.Event()
    dispatcher.include_router(routes(files, stop))
    await bot.set_my_commands([BotCommand(command="klaar", description="Stoppen")])
    say(event="ready", username=(await bot.me()).username)
    polls = asyncio.create_task(dispatcher.start_polling(bot))
    await stop.wait()
    await dispatcher.stop_polling()
    await polls
    say(event="stopped")


async def webhook(url: str, token: str, files: Path) -> None:
    bot, dispatcher, stop = connected(url, token), Dispatcher(), asyncio.Event()
    dispatcher.include_router(routes(files, stop))
    app = web.Application()
    SimpleRequestHandler(dispatcher, bot, secret_token=SECRET).register(app, path="/hook")
    setup_application(app, dispatcher, bot=bot)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    address = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    await bot.set_my_commands([BotCommand(command="klaar", description="Stoppen")])
    await bot.set_webhook(address, secret_token=SECRET, max_connections=1)
    say(event="ready", username=(await bot.me()).username)
    await stop.wait()
    say(event="hook", url=(await bot.get_webhook_info()).url == address)
    await bot.delete_webhook()
    await runner.cleanup()
    say(event="stopped")


async def refusals(url: str, token: str, chat: int, blocked: int) -> None:
    async def meet(what: str, call) -> None:
        try:
            await call
        except TelegramAPIError as error:
            wait = getattr(error, "retry_after", None)
            words = None if wait is not None else error.message
            say(met=what, as_=type(error).__name__, words=words, wait=wait)
        else:
            say(met=what, as_=None)

    async with connected(url, token) as bot, connected(url, token[:-3] + "xyz") as stranger:
        sent = await bot.send_message(chat, "Hoi")
        await meet("blocked", bot.send_message(blocked, "Hoi"))
        await meet("nobody", bot.send_message(1, "Hoi"))
        await meet("not modified", sent.edit_text("Hoi"))
        await meet("flood", bot.send_message(chat, "Nog eens"))
        await meet("stranger", stranger.get_me())
        await meet("gateway", bot.get_chat(chat))
        await meet("reset", bot.get_my_name())
        await bot.set_webhook("http://127.0.0.1:9/hook")
        await meet("conflict", bot.get_updates())
        await bot.delete_webhook()


if __name__ == "__main__":
    mode, url, token, *rest = sys.argv[1:]
    if mode == "refusals":
        asyncio.run(refusals(url, token, int(rest[0]), int(rest[1])))
    else:
        asyncio.run((polling if mode == "polling" else webhook)(url, token, Path(rest[0])))
