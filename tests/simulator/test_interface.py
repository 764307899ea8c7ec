"""What the simulator honours and gives exists under that name in the published interface."""

from __future__ import annotations

import re

import pytest

from bot.simulator import Call, Person, Simulator
from bot.simulator.call import LONGEST_CAPTION, LONGEST_TEXT
from bot.simulator.keyboards import MOST_DATA_BYTES
from bot.simulator.methods import METHODS
from bot.simulator.methods.editing import LONGEST_ANSWER
from bot.simulator.methods.receiving import LONGEST_SECRET
from bot.simulator.methods.self_description import LONGEST, LONGEST_COMMAND_DESCRIPTION
from bot.simulator.methods.sending import ACTIONS
from bot.simulator.updates import KINDS
from tests.spec import calls, values
from tests.spec.published import Published

NEEDED = [
    "getMe",
    "getUpdates",
    "setWebhook",
    "deleteWebhook",
    "getWebhookInfo",
    "sendMessage",
    "editMessageText",
    "editMessageCaption",
    "editMessageReplyMarkup",
    "deleteMessage",
    "deleteMessages",
    "answerCallbackQuery",
    "sendPhoto",
    "sendDocument",
    "sendVoice",
    "sendContact",
    "sendChatAction",
    "getFile",
    "setMyCommands",
    "getMyCommands",
    "deleteMyCommands",
    "setMyDescription",
    "setMyShortDescription",
    "setMyName",
    "setChatMenuButton",
    "getChat",
    "leaveChat",
]


def test_every_method_the_bot_needs_is_declared() -> None:
    assert {name.lower() for name in NEEDED} <= set(METHODS)


@pytest.mark.parametrize("name", sorted(METHODS))
def test_parameters_are_those_of_the_interface(published: Published, name: str) -> None:
    declared = METHODS[name]
    method = published.methods[declared.name]
    assert declared.parameters <= set(method.fields)
    assert method.required <= declared.parameters


async def test_updates_have_the_published_shape(published: Published, simulator: Simulator) -> None:
    person = simulator.add_person("Sanne")
    simulator.open_link(person, "abc")
    sent = Call(
        "sendMessage",
        {
            "chat_id": person.id,
            "text": "Ja?",
            "reply_markup": {"inline_keyboard": [[{"text": "Ja", "callback_data": "ja"}]]},
        },
    )
    await simulator.answer(sent)
    simulator.press(person, label="Ja")
    simulator.type(person, "kijk op www.113.nl", reply_to=sent.result["message_id"])
    own = simulator.send_photo(person, "een huis")
    simulator.edit(person, own.id, "mijn huis")
    simulator.send_sticker(person)
    simulator.send_voice(person)
    simulator.send_document(person, "cv.pdf", b"%PDF")
    simulator.send_location(person)
    simulator.send_poll(person)
    simulator.send_contact(person, "+31612345678", "Piet")
    simulator.forward(person)
    simulator.block(person)
    simulator.unblock(person)
    for kind in ("group", "supergroup", "channel"):
        group = simulator.add_to_group(person, "Team", kind)
        simulator.say_in_group(person, group, "/start")
        await simulator.answer(Call("leaveChat", {"chat_id": group.id}))
    updates = (await simulator.answer(Call("getUpdates", {}))).result
    kinds = {name for update in updates for name in update if name != "update_id"}
    assert kinds == {"message", "edited_message", "callback_query", "my_chat_member", "channel_post"}
    assert values.value(published, ["Array of Update"], updates, "updates") == []


async def test_answers_of_every_method_have_the_published_shape(
    published: Published, simulator: Simulator, sanne: Person
) -> None:
    voice = simulator.send_voice(sanne).body["voice"]["file_id"]
    document = simulator.send_document(sanne, "cv.pdf", b"%PDF").body["document"]["file_id"]
    photo = simulator.send_photo(sanne).body["photo"][0]["file_id"]
    group = simulator.add_to_group(sanne).id
    chat = {"chat_id": sanne.id}
    button = {"inline_keyboard": [[{"text": "Ja", "callback_data": "ja"}]]}
    text, picture, gone, too = [
        (await simulator.answer(call)).result["message_id"]
        for call in (
            Call("sendMessage", chat | {"text": "x", "reply_markup": button}),
            Call("sendPhoto", chat | {"photo": photo}),
            Call("sendMessage", chat | {"text": "x"}),
            Call("sendMessage", chat | {"text": "x"}),
        )
    ]
    press = simulator.press(sanne, label="Ja").id
    made = [
        Call("getMe", {}),
        Call("getUpdates", {"limit": 1}),
        Call("sendMessage", chat | {"text": "/plan en a@b.nl", "protect_content": "true"}),
        Call(
            "sendMessage", chat | {"text": "*x*", "parse_mode": "MarkdownV2", "reply_parameters": {"message_id": text}}
        ),
        Call("sendPhoto", chat | {"photo": photo, "caption": "x"}),
        Call("sendDocument", chat | {"document": document}),
        Call("sendVoice", chat | {"voice": voice}),
        Call("sendContact", chat | {"phone_number": "113", "first_name": "113"}),
        Call("sendChatAction", chat | {"action": "typing"}),
        Call("editMessageText", chat | {"message_id": text, "text": "y", "reply_markup": button}),
        Call("editMessageReplyMarkup", chat | {"message_id": text}),
        Call("editMessageCaption", chat | {"message_id": picture, "caption": "y"}),
        Call("deleteMessage", chat | {"message_id": gone}),
        Call("deleteMessages", chat | {"message_ids": [too]}),
        Call("answerCallbackQuery", {"callback_query_id": press}),
        Call("getFile", {"file_id": voice}),
        Call("getChat", chat),
        Call("getChat", {"chat_id": group}),
        Call("leaveChat", {"chat_id": group}),
        Call("getWebhookInfo", {}),
        Call("deleteWebhook", {}),
        Call("setMyCommands", {"commands": [{"command": "plan", "description": "Mijn plan"}]}),
        Call("getMyCommands", {}),
        Call("deleteMyCommands", {}),
        Call("setMyName", {"name": "x"}),
        Call("getMyName", {}),
        Call("setMyDescription", {"description": "x"}),
        Call("getMyDescription", {}),
        Call("setMyShortDescription", {"short_description": "x"}),
        Call("getMyShortDescription", {}),
        Call(
            "setChatMenuButton", {"menu_button": {"type": "web_app", "text": "x", "web_app": {"url": "https://x.nl"}}}
        ),
        Call("getChatMenuButton", {}),
        Call("setWebhook", {"url": "https://x.nl/hook"}),
        Call("getWebhookInfo", {}),
    ]
    for call in made:
        await simulator.answer(call)
        assert call.error is None, call
        assert not call.ignored
        assert calls.answer(published, call.method, call.result) == []
    assert {call.method.lower() for call in made} == set(METHODS)
    await simulator.close()


def test_the_kinds_of_updates_are_the_published_ones(published: Published) -> None:
    assert set(published.types["Update"].fields) - {"update_id"} == KINDS


def prose(published: Published, place: str, field: str) -> str:
    """What the published page says of a parameter or field."""
    return (published.methods.get(place) or published.types[place]).fields[field].description


@pytest.mark.parametrize(
    ("place", "field", "most"),
    [
        ("sendMessage", "text", LONGEST_TEXT),
        ("editMessageText", "text", LONGEST_TEXT),
        ("sendPhoto", "caption", LONGEST_CAPTION),
        ("editMessageCaption", "caption", LONGEST_CAPTION),
        ("InlineKeyboardButton", "callback_data", MOST_DATA_BYTES),
        ("answerCallbackQuery", "text", LONGEST_ANSWER),
        ("setWebhook", "secret_token", LONGEST_SECRET),
        ("setMyName", "name", LONGEST["name"]),
        ("setMyDescription", "description", LONGEST["description"]),
        ("setMyShortDescription", "short_description", LONGEST["short_description"]),
        ("BotCommand", "description", LONGEST_COMMAND_DESCRIPTION),
    ],
)
def test_a_limit_is_the_published_one(published: Published, place: str, field: str, most: int) -> None:
    found = re.search(r"\d+-(\d+) (?:characters|bytes)", prose(published, place, field))
    assert found is not None
    assert int(found[1]) == most


def test_chat_actions_are_the_published_ones(published: Published) -> None:
    named = set(re.findall(r"\b[a-z]+_[a-z_]+\b|\btyping\b", prose(published, "sendChatAction", "action")))
    assert len(named) > 10
    assert named <= ACTIONS
