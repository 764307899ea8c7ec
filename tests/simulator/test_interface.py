"""What the simulator honours and gives exists under that name in the published interface."""

from __future__ import annotations

from typing import Any

import pytest

from bot.simulator import Call, Person, Simulator
from bot.simulator.methods import METHODS

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
JSON_TYPES: dict[str, type | tuple[type, ...]] = {"Integer": int, "String": str, "Boolean": bool, "Float": (int, float)}


def test_every_method_the_bot_needs_is_declared() -> None:
    assert {name.lower() for name in NEEDED} <= set(METHODS)


@pytest.mark.parametrize("name", sorted(METHODS))
def test_parameters_are_those_of_the_interface(interface: dict[str, Any], name: str) -> None:
    declared = METHODS[name]
    published = interface["methods"][declared.name]
    fields = {field["name"]: field["required"] for field in published.get("fields", [])}
    assert declared.parameters <= set(fields)
    assert {field for field, required in fields.items() if required} <= declared.parameters


def check(interface: dict[str, Any], type_name: str, value: Any, where: str) -> None:
    """Every field exists, has a published type, and no required one is missing."""
    if type_name.startswith("Array of "):
        assert isinstance(value, list), where
        for number, each in enumerate(value):
            check(interface, type_name.removeprefix("Array of "), each, f"{where}[{number}]")
        return
    if type_name in JSON_TYPES:
        assert isinstance(value, JSON_TYPES[type_name]), f"{where} is no {type_name}: {value!r}"
        return
    published = interface["types"][type_name]
    subtypes = published.get("subtypes", [])
    if subtypes:
        check(interface, fitting(interface, subtypes, value), value, where)
        return
    fields = {field["name"]: field for field in published.get("fields", [])}
    missing = {name for name, field in fields.items() if field["required"]} - set(value)
    # Telegram itself leaves the newest fields out where they do not apply; none may be missing here.
    assert not missing, f"{where} ({type_name}) lacks {missing}"
    for name, inner in value.items():
        if (type_name, name) in UNPUBLISHED:
            continue
        assert name in fields, f"{where}.{name} is not a field of {type_name}"
        check(interface, fields[name]["types"][0], inner, f"{where}.{name}")


# Sent by Telegram for old clients' sake, not in the published interface.
UNPUBLISHED = {("Message", "new_chat_member"), ("Chat", "all_members_are_administrators")}


def fitting(interface: dict[str, Any], subtypes: list[str], value: dict[str, Any]) -> str:
    """The subtype with exactly this `status` or `type`; for a message that is not gone, Message."""
    if "date" in value and "Message" in subtypes:
        return "Message"
    told = value.get("status") or value.get("type")
    for name in subtypes:
        for field in interface["types"][name].get("fields", []):
            if field["name"] in {"status", "type"} and field["description"].rstrip(".").strip('"“”').endswith(told):
                return name
    raise AssertionError(f"none of {subtypes} is {told}")


async def test_updates_have_the_published_shape(interface: dict[str, Any], simulator: Simulator) -> None:
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
    check(interface, "Array of Update", updates, "updates")


async def test_answers_have_the_published_shape(interface: dict[str, Any], simulator: Simulator, sanne: Person) -> None:
    voice = simulator.send_voice(sanne).body["voice"]["file_id"]
    document = simulator.send_document(sanne, "cv.pdf", b"%PDF").body["document"]["file_id"]
    photo = simulator.send_photo(sanne).body["photo"][0]["file_id"]
    chat = {"chat_id": sanne.id}
    await simulator.answer(Call("sendMessage", chat | {"text": "x"}))
    message = simulator.last(sanne).id
    calls = [
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
    for call in calls:
        await simulator.answer(call)
        assert call.error is None, call
        assert not call.ignored
        check(interface, interface["methods"][call.method]["returns"][0], call.result, call.method)
