"""python-telegram-bot as a bot of its own: what rounds.py asks of every client, by its ordinary means."""

from __future__ import annotations

import asyncio
import hashlib
import json
import sys
from pathlib import Path

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity, Update
from telegram.constants import ParseMode
from telegram.error import TelegramError
from telegram.ext import Application, CallbackQueryHandler, CommandHandler, ContextTypes, MessageHandler, filters


def say(**facts: object) -> None:
    print(json.dumps(facts), flush=True)  # noqa: T201


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


class Round:
    def __init__(self, files: Path) -> None:
        self.files = files

    async def start(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        person = update.effective_user
        say(event="start", payload=" ".join(context.args), name=person.first_name, language=person.language_code)
        keyboard = [
            [InlineKeyboardButton("Ja", callback_data="ja"), InlineKeyboardButton("Nee", callback_data="nee")],
            [InlineKeyboardButton("Lees meer", url="https://example.org/meer")],
        ]
        await update.message.reply_text("Doe je mee?", reply_markup=InlineKeyboardMarkup(keyboard))

    async def press(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        query = update.callback_query
        say(event="press", data=query.data, words=query.message.text)
        await query.answer("Fijn dat je meedoet")
        edited = await query.edit_message_text("<b>Sanne</b> doet mee.", parse_mode=ParseMode.HTML)
        say(event="edited", text=edited.text, bold=list(edited.parse_entities([MessageEntity.BOLD]).values()))
        chat = edited.chat
        button = InlineKeyboardMarkup.from_button(InlineKeyboardButton("Mooi", callback_data="mooi"))
        sent = await chat.send_photo(self.files / "plaatje.png", caption="Een plaatje", reply_markup=button)
        say(event="sent", kind="photo", width=sent.photo[-1].width, height=sent.photo[-1].height)
        await sent.edit_caption("Een landschap", reply_markup=button)
        sent = await chat.send_document(self.files / "plan.ics", caption="Je plan")
        say(event="sent", kind="document", name=sent.document.file_name, size=sent.document.file_size)

    async def photo(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        content = bytes(await (await update.message.photo[-1].get_file()).download_as_bytearray())
        say(event="got", kind="photo", caption=update.message.caption, digest=digest(content))

    async def document(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        document = update.message.document
        content = bytes(await (await document.get_file()).download_as_bytearray())
        say(event="got", kind="document", name=document.file_name, mime=document.mime_type, digest=digest(content))

    async def voice(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        voice = update.message.voice
        content = bytes(await (await voice.get_file()).download_as_bytearray())
        say(
            event="got", kind="voice", seconds=voice.to_dict()["duration"], mime=voice.mime_type, digest=digest(content)
        )
        await update.message.reply_voice(voice.file_id, caption="Gehoord")
        await update.message.reply_voice(content, duration=voice.duration)

    async def text(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        message = update.message
        say(event="text", text=message.text, links=list(message.parse_entities([MessageEntity.URL]).values()))
        await message.reply_text(f"Genoteerd: {message.text}", do_quote=True)

    async def stop(self, _: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        context.application.stop_running()


async def ready(application: Application) -> None:
    await application.bot.set_my_commands([("klaar", "Stoppen")])
    say(event="ready", username=application.bot.username)


def polling(url: str, token: str, files: Path) -> None:
    application = (
        Application.builder()
        .token(token)
        .base_url(f"{url}/bot")
        .base_file_url(f"{url}/file/bot")
        .post_init(ready)
        .build()
    )
    acts = Round(files)
    application.add_handler(CommandHandler("start", acts.start))
    application.add_handler(CommandHandler("klaar", acts.stop))
    application.add_handler(CallbackQueryHandler(acts.press))
    application.add_handler(MessageHandler(filters.PHOTO, acts.photo))
    application.add_handler(MessageHandler(filters.Document.ALL, acts.document))
    application.add_handler(MessageHandler(filters.VOICE, acts.voice))
    application.add_handler(MessageHandler(filters.TEXT & ~filters.COMMAND, acts.text))
    application.run_polling()
    say(event="stopped")


async def refusals(url: str, token: str, chat: int, blocked: int) -> None:
    async def meet(what: str, call) -> None:
        try:
            await call
        except TelegramError as error:
            wait = getattr(error, "retry_after", None)
            words = None if wait is not None else error.message
            say(met=what, as_=type(error).__name__, words=words, wait=wait)
        else:
            say(met=what, as_=None)

    bot = Bot(token, f"{url}/bot", f"{url}/file/bot")
    async with bot:
        sent = await bot.send_message(chat, "Hoi")
        await meet("blocked", bot.send_message(blocked, "Hoi"))
        await meet("nobody", bot.send_message(1, "Hoi"))
        await meet("not modified", bot.edit_message_text("Hoi", chat, sent.message_id))
        await meet("flood", bot.send_message(chat, "Nog eens"))
        await meet("stranger", Bot(token[:-3] + "xyz", f"{url}/bot").get_me())
        await meet("gateway", bot.get_chat(chat))
        await meet("reset", bot.get_my_name())
        await bot.set_webhook("http://127.0.0.1:9/hook")
        await meet("conflict", bot.get_updates())
        await bot.delete_webhook()


if __name__ == "__main__":
    mode, url, token, *rest = sys.argv[1:]
    if mode == "polling":
        polling(url, token, Path(rest[0]))
    else:
        asyncio.run(refusals(url, token, int(rest[0]), int(rest[1])))
