"""One round with python-telegram-bot over HTTP: what a bot does on Telegram works here the same way."""

from __future__ import annotations

import pytest
import telegram
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity

from bot.clock import SettableClock
from bot.simulator import Person, Simulator
from bot.simulator.files import sample_picture
from tests.simulator.conftest import START

YES, NO = InlineKeyboardButton("Ja", callback_data="ja"), InlineKeyboardButton("Nee", callback_data="nee")
KEYBOARD = InlineKeyboardMarkup([[YES, NO]])


async def test_a_round_from_start_to_typed_answer(bot: telegram.Bot, simulator: Simulator) -> None:
    person = simulator.add_person("Sanne")

    simulator.open_link(person, "abc")
    (update,) = await bot.get_updates()
    assert update.message is not None
    assert update.message.text == "/start abc"
    assert update.message.from_user is not None
    assert update.message.from_user.language_code == "nl"
    assert update.message.entities[0].type == "bot_command"
    assert update.message.date == START

    sent = await bot.send_message(person.id, "Doe je mee?", reply_markup=KEYBOARD)
    press = simulator.press(person, label="Ja")
    (update,) = await bot.get_updates(offset=update.update_id + 1)
    assert update.callback_query is not None
    assert update.callback_query.data == "ja"
    assert isinstance(update.callback_query.message, telegram.Message)
    assert update.callback_query.message.message_id == sent.message_id
    await update.callback_query.answer("Fijn")
    assert press.answered == {"text": "Fijn", "show_alert": False}

    await bot.edit_message_reply_markup(person.id, sent.message_id, reply_markup=InlineKeyboardMarkup([[YES]]))
    assert simulator.last(person).labels == ["Ja"]
    assert not simulator.last(person).shows_edited
    await bot.edit_message_text("Je doet mee.", person.id, sent.message_id)

    await bot.send_photo(person.id, sample_picture(), caption="Een plaatje")
    await bot.send_document(person.id, b"BEGIN:VCALENDAR", filename="plan.ics", caption="Je plan")
    await bot.send_contact(person.id, "113", "Stichting 113")

    simulator.send_voice(person, 3)
    (update,) = await bot.get_updates(offset=update.update_id + 1)
    assert update.message is not None
    assert update.message.voice is not None
    content = await (await bot.get_file(update.message.voice.file_id)).download_as_bytearray()
    assert content.startswith(b"OggS")
    again = await bot.send_voice(person.id, update.message.voice.file_id)
    assert again.voice is not None
    assert again.to_dict()["voice"]["duration"] == 3

    simulator.type(person, "ik wil meer tijd 🙂")
    (update,) = await bot.get_updates(offset=update.update_id + 1)
    assert update.message is not None
    assert update.message.text == "ik wil meer tijd 🙂"

    assert simulator.transcript(person) == "\n".join(
        (
            "> /start abc",
            "< Je doet mee. (edited)",
            "< (photo) Een plaatje",
            "< (document plan.ics) Je plan",
            "< (contact Stichting 113 113)",
            "> (voice)",
            "< (voice)",
            "> ik wil meer tijd 🙂",
        )
    )
    assert await bot.get_updates(offset=update.update_id + 1) == ()


async def test_entities_arrive_as_sent_and_links_are_found(
    bot: telegram.Bot, simulator: Simulator, sanne: Person
) -> None:
    text = "👩‍🔧 Als: vrijdag\nZie https://www.113.nl."
    start = len("👩‍🔧 ".encode("utf-16-le")) // 2
    message = await bot.send_message(sanne.id, text, entities=[MessageEntity("bold", start, 4)])
    assert [(each.type, message.parse_entity(each)) for each in message.entities] == [
        ("bold", "Als:"),
        ("url", "https://www.113.nl"),
    ]


async def test_html_becomes_entities(bot: telegram.Bot, sanne: Person) -> None:
    source = "<b>Als:</b> 1 &lt; 2, <a href='https://x.nl/a'>hier</a>"
    message = await bot.send_message(sanne.id, source, parse_mode="HTML")
    assert message.text == "Als: 1 < 2, hier"
    assert [(each.type, each.url) for each in message.entities] == [("bold", None), ("text_link", "https://x.nl/a")]


async def test_messages_carry_the_settable_clock(bot: telegram.Bot, clock: SettableClock, sanne: Person) -> None:
    clock.move_to(START.replace(day=27))
    message = await bot.send_message(sanne.id, "Vijf dagen later")
    assert message.date == START.replace(day=27)


async def test_deleted_messages_vanish(bot: telegram.Bot, simulator: Simulator, sanne: Person) -> None:
    numbers = [(await bot.send_message(sanne.id, word)).message_id for word in ("een", "twee", "drie")]
    await bot.delete_message(sanne.id, numbers[0])
    await bot.delete_messages(sanne.id, [numbers[1], 999_999])
    assert simulator.transcript(sanne) == "> /start\n< drie"


async def test_every_kind_a_person_sends_is_read_by_the_library(
    bot: telegram.Bot, simulator: Simulator, sanne: Person
) -> None:
    simulator.send_sticker(sanne)
    simulator.send_photo(sanne, "kijk")
    simulator.send_location(sanne)
    simulator.send_poll(sanne)
    simulator.send_document(sanne, "cv.pdf", b"%PDF-1.4")
    simulator.send_contact(sanne, "+31612345678", "Piet")
    simulator.forward(sanne, "stuur dit door", "Piet")
    own = simulator.type(sanne, "fout")
    simulator.edit(sanne, own.id, "goed")
    updates = await bot.get_updates()
    messages = [update.effective_message for update in updates]
    assert all(isinstance(each, telegram.Message) for each in messages)
    kinds = ("sticker", "photo", "location", "poll", "document", "contact")
    found = [next((kind for kind in kinds if getattr(each, kind)), "text") for each in messages]
    assert found == [
        *kinds,
        "text",
        "text",
        "text",
    ]
    assert messages[6] is not None
    assert isinstance(messages[6].forward_origin, telegram.MessageOriginHiddenUser)
    assert updates[-1].edited_message is not None
    assert updates[-1].edited_message.text == "goed"


async def test_who_blocks_is_not_written_to(bot: telegram.Bot, simulator: Simulator, sanne: Person) -> None:
    simulator.block(sanne)
    (update,) = await bot.get_updates()
    assert update.my_chat_member is not None
    assert update.my_chat_member.new_chat_member.status == "kicked"
    with pytest.raises(telegram.error.Forbidden) as refusal:
        await bot.send_message(sanne.id, "hallo?")
    assert refusal.value.message == "Forbidden: bot was blocked by the user"
    simulator.unblock(sanne)
    (update,) = await bot.get_updates(offset=update.update_id + 1)
    assert update.my_chat_member is not None
    assert update.my_chat_member.new_chat_member.status == "member"
    await bot.send_message(sanne.id, "hallo!")


async def test_a_bot_in_a_group_can_leave(bot: telegram.Bot, simulator: Simulator, sanne: Person) -> None:
    group = simulator.add_to_group(sanne, "Team Oost")
    simulator.say_in_group(sanne, group, "hoi allemaal")
    simulator.say_in_group(sanne, group, "/start")
    updates = await bot.get_updates()
    assert [bool(update.my_chat_member) for update in updates] == [True, False, False]
    assert updates[1].message is not None
    assert updates[1].message.new_chat_members[0].id == bot.id
    assert await bot.leave_chat(group.id)
    with pytest.raises(telegram.error.Forbidden) as refusal:
        await bot.send_message(group.id, "nog iets")
    assert "not a member of the supergroup" in refusal.value.message


async def test_the_bot_describes_itself(bot: telegram.Bot, simulator: Simulator, sanne: Person) -> None:
    await bot.set_my_commands([("plan", "Mijn plan"), ("stop", "Stoppen")])
    await bot.set_my_commands([("plan", "Mijn plan")], language_code="nl")
    await bot.set_my_description("Wat kan ik?")
    await bot.set_my_short_description("Kort")
    await bot.set_my_name("Koers")
    await bot.set_chat_menu_button(menu_button=telegram.MenuButtonCommands())
    assert [each.command for each in await bot.get_my_commands()] == ["plan", "stop"]
    assert [each["command"] for each in simulator.world.commands_for(sanne)] == ["plan"]
    assert (await bot.get_my_description()).description == "Wat kan ik?"
    assert (await bot.get_my_short_description()).short_description == "Kort"
    assert (await bot.get_my_name()).name == "Koers"
    assert (await bot.get_me()).first_name == "Koers"
    assert isinstance(await bot.get_chat_menu_button(), telegram.MenuButtonCommands)
    assert (await bot.get_chat(sanne.id)).first_name == "Sanne"
    await bot.delete_my_commands(language_code="nl")
    assert [each["command"] for each in simulator.world.commands_for(sanne)] == ["plan", "stop"]
