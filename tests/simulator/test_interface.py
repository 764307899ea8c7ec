"""What the simulator honours and gives exists under that name in the published interface."""

from __future__ import annotations

import pytest

from bot.simulator import Call, Person, Simulator
from bot.simulator.methods import METHODS
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


async def test_answers_have_the_published_shape(published: Published, simulator: Simulator, sanne: Person) -> None:
    voice = simulator.send_voice(sanne).body["voice"]["file_id"]
    document = simulator.send_document(sanne, "cv.pdf", b"%PDF").body["document"]["file_id"]
    photo = simulator.send_photo(sanne).body["photo"][0]["file_id"]
    chat = {"chat_id": sanne.id}
    await simulator.answer(Call("sendMessage", chat | {"text": "x"}))
    message = simulator.last(sanne).id
    made = [
        Call("getMe", {}),
        Call("sendMessage", chat | {"text": "/plan en a@b.nl", "protect_content": "true"}),
        Call("sendPhoto", chat | {"photo": photo, "caption": "x"}),
        Call("sendDocument", chat | {"document": document}),
        Call("sendVoice", chat | {"voice": voice}),
        Call("sendContact", chat | {"phone_number": "113", "first_name": "113"}),
        Call("editMessageText", chat | {"message_id": message, "text": "y"}),
        Call("getFile", {"file_id": voice}),
        Call("getChat", chat),
        Call("getWebhookInfo", {}),
        Call("getMyCommands", {}),
        Call("getChatMenuButton", {}),
        Call("getMyName", {}),
    ]
    for call in made:
        await simulator.answer(call)
        assert call.error is None, call
        assert not call.ignored
        assert calls.answer(published, call.method, call.result) == []
