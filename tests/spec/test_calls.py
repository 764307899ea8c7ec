"""A planted wrong call of every kind is caught, with its place and what was expected; right ones pass, whatever the body was."""

# ruff: noqa: E501 - a table reads best a row a line

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.spec import calls
from tests.spec.calls import Given
from tests.spec.published import Published

CHAT = {"chat_id": 1}
HELLO = CHAT | {"text": "Hallo"}


def keyboard(*buttons: dict[str, Any]) -> dict[str, Any]:
    return HELLO | {"reply_markup": {"inline_keyboard": [list(buttons)]}}


def entity(**fields: Any) -> dict[str, Any]:
    return HELLO | {"entities": [{"type": "bold", "offset": 0, "length": 2} | fields]}


BUTTON = {"text": "Ja", "callback_data": "ja"}
RIGHT = [
    Given("sendMessage", HELLO),
    Given("sendMessage", {"chat_id": "1", "text": "12", "disable_notification": "true"}),
    Given("sendMessage", {"chat_id": "@kanaal", "text": "x" * 4096}),
    Given("sendMessage", keyboard(BUTTON, {"text": "Kijk", "url": "https://x.nl"}, {"text": "Ik", "url": "tg://user?id=1"})),
    Given("sendMessage", HELLO | {"reply_markup": json.dumps(keyboard(BUTTON)["reply_markup"])}),
    Given("sendMessage", HELLO | {"reply_markup": {"keyboard": [["Ja", {"text": "Nee"}]]}}),
    Given("sendMessage", entity(type="text_link", url="https://x.nl", offset=3)),
    Given("sendMessage", CHAT | {"text": "<b>" * 4096, "parse_mode": "HTML"}),
    Given("sendMessage", HELLO | {"link_preview_options": '{"is_disabled": true}', "reply_parameters": {"message_id": 3}}),
    Given("sendPhoto", CHAT, {"photo": 10}),
    Given("sendPhoto", CHAT | {"photo": "attach://part"}, {"part": 10}),
    Given("sendPhoto", CHAT | {"photo": "AgAC"}),
    Given("sendMediaGroup", CHAT | {"media": [{"type": "photo", "media": "attach://a"}, {"type": "video", "media": "B"}]}, {"a": 1}),
    Given("editMessageText", CHAT | {"message_id": 5, "text": "x"}),
    Given("editMessageText", {"inline_message_id": "abc", "text": "x"}),
    Given("getUpdates", {"offset": "-1", "limit": "100", "timeout": "25", "allowed_updates": '["message", "poll"]'}),
    Given("setMyCommands", {"commands": [{"command": "stop", "description": "Stop"}], "language_code": ""}),
    Given("setMyCommands", {"commands": "[]", "scope": '{"type": "chat", "chat_id": 1}'}),
    Given("setWebhook", {"url": "", "secret_token": ""}),
    Given("setChatMenuButton", {"menu_button": {"type": "commands"}}),
    Given("deleteMessages", CHAT | {"message_ids": list(range(100))}),
]  # fmt: skip

WRONG = [
    # the method and its parameters
    (Given("sendMesage", HELLO), "sendMesage: an unknown method"),
    (Given("sendmessage", HELLO), "sendmessage: an unknown method"),
    (Given("sendMessage", HELLO | {"txt": "x"}), "sendMessage.txt: an unknown parameter"),
    (Given("sendMessage", CHAT), "sendMessage.text: missing; expected a required parameter"),
    (Given("sendMessage", {"chat_id": None, "text": "x"}), "sendMessage.chat_id: missing"),
    (Given("editMessageText", CHAT | {"text": "x"}), "editMessageText.message_id: missing; expected it, or inline_message_id"),
    # types
    (Given("sendMessage", {"chat_id": "Sanne", "text": "x"}), "chat_id: 'Sanne'; expected an Integer, or a username that begins with @"),
    (Given("sendMessage", {"chat_id": 1.5, "text": "x"}), "chat_id: 1.5; expected"),
    (Given("sendMessage", CHAT | {"text": 12}), "sendMessage.text: 12; expected a String"),
    (Given("editMessageText", HELLO | {"message_id": "x5"}), "message_id: 'x5'; expected an Integer"),
    (Given("editMessageText", HELLO | {"message_id": True}), "message_id: True; expected an Integer"),
    (Given("sendMessage", HELLO | {"protect_content": "ja"}), "protect_content: 'ja'; expected a Boolean"),
    (Given("sendMessage", HELLO | {"reply_markup": "{broken"}), "reply_markup: '{broken'; expected a"),
    (Given("deleteMessages", CHAT | {"message_ids": "7"}), "message_ids: 7; expected an Array of Integer"),
    (Given("deleteMessages", CHAT | {"message_ids": [7, "8"]}), "message_ids[1]: '8'; expected an Integer"),
    # limits
    (Given("sendMessage", CHAT | {"text": ""}), "text: ''; expected 1-4096 characters"),
    (Given("sendMessage", CHAT | {"text": "🙂" * 2049}), "expected 1-4096 characters"),
    (Given("sendPhoto", CHAT | {"photo": "A", "caption": "x" * 1025}), "expected 0-1024 characters"),
    (Given("answerCallbackQuery", {"callback_query_id": "1", "text": "x" * 201}), "expected 0-200 characters"),
    (Given("sendMessage", keyboard(BUTTON | {"callback_data": "é" * 33})), "callback_data: 'é"),
    (Given("getUpdates", {"limit": "101"}), "limit: 101; expected 1-100"),
    (Given("deleteMessages", CHAT | {"message_ids": list(range(101))}), "101 of them; expected 1-100 of them"),
    (Given("setMyCommands", {"commands": [{"command": "a", "description": "b"}] * 101}), "101 of them; expected at most 100"),
    (Given("sendMediaGroup", CHAT | {"media": [{"type": "photo", "media": "A"}]}), "1 of them; expected 2-10 of them"),
    (Given("sendPhoto", CHAT, {"photo": 10 * 1024 * 1024 + 1}), "photo: 10485761 bytes; expected 1-10485760 bytes"),
    (Given("sendDocument", CHAT, {"document": 0}), "document: 0 bytes"),
    # words out of a list, and forms
    (Given("sendChatAction", CHAT | {"action": "thinking"}), "action: 'thinking'; expected one of typing, upload_photo"),
    (Given("getUpdates", {"allowed_updates": ["message", "brain_wave"]}), "allowed_updates: 'brain_wave'; expected a field of Update"),
    (Given("setMyCommands", {"commands": [{"command": "Stop!", "description": "x"}]}), "command: 'Stop!'; expected only a-z, 0-9 and _"),
    (Given("setMyCommands", {"commands": [], "language_code": "nld"}), "language_code: 'nld'; expected a two-letter language code"),
    (Given("setWebhook", {"url": "https://x.nl", "secret_token": "een twee"}), "secret_token: 'een twee'; expected only A-Z"),
    # objects within
    (Given("sendMessage", keyboard(BUTTON | {"colour": "red"})), "inline_keyboard[0][0].colour: an unknown field; expected a field of InlineKeyboardButton"),
    (Given("sendMessage", HELLO | {"reply_markup": {}}), "reply_markup."),
    (Given("sendMessage", HELLO | {"link_preview_options": {"is_disabled": "true"}}), "is_disabled: 'true'; expected a Boolean"),
    (Given("sendMessage", HELLO | {"reply_parameters": {}}), "reply_parameters.message_id: missing"),
    (Given("setMyCommands", {"commands": [], "scope": {"type": "chat"}}), "scope.chat_id: missing; expected a required field of BotCommandScopeChat"),
    (Given("editMessageMedia", CHAT | {"message_id": 1, "media": {"type": "photo"}}), "media.media: missing; expected a required field of InputMediaPhoto"),
    (Given("editMessageMedia", CHAT | {"message_id": 1, "media": {"type": "film", "media": "A"}}), "media.type: 'film'"),
    # buttons
    (Given("sendMessage", keyboard({"text": "Ja"})), "no field that says what it does; expected exactly one of callback_data"),
    (Given("sendMessage", keyboard(BUTTON | {"url": "https://x.nl"})), "callback_data and url; expected exactly one of"),
    (Given("sendMessage", keyboard({"text": "Bel", "url": "tel:113"})), "url: 'tel:113'; expected an http, https or tg:// address"),
    (Given("sendMessage", keyboard({"callback_data": "ja"})), "inline_keyboard[0][0].text: missing"),
    (Given("sendMessage", keyboard(BUTTON | {"style": "pink"})), "style: 'pink'; expected one of danger, success, primary"),
    (Given("sendMessage", keyboard(BUTTON, {"text": "Betaal", "pay": True})), "pay: not the first button"),
    (Given("sendMessage", HELLO | {"reply_markup": {"inline_keyboard": [BUTTON]}}), "inline_keyboard[0]: {"),
    (Given("sendMessage", HELLO | {"reply_markup": {"keyboard": [[{"text": "x", "request_contact": True, "request_location": True}]]}}), "at most one of"),
    # entities
    (Given("sendMessage", entity(length=9)), "entities[0]: 0-9; expected a stretch of whole characters within 0-5"),
    (Given("sendMessage", entity(length=0)), "entities[0]: 0-0; expected a stretch"),
    (Given("sendMessage", entity(length=1) | {"text": "🙂"}), "entities[0]: 0-1; expected a stretch of whole characters within 0-2"),
    (Given("sendMessage", entity(type="loud")), "entities[0].type: 'loud'; expected one of mention"),
    (Given("sendMessage", entity(url="https://x.nl")), "entities[0].url: a 'bold'; expected only text_link"),
    (Given("sendMessage", entity() | {"parse_mode": "HTML"}), "entities: beside parse_mode; expected one of the two"),
    (Given("sendPhoto", CHAT | {"photo": "A", "caption_entities": [{"type": "bold", "offset": 0, "length": 1}]}), "caption_entities: without a text"),
    (Given("sendPhoto", CHAT | {"photo": "A", "caption": "Ja", "parse_mode": "HTML", "caption_entities": []}), "caption_entities: beside parse_mode"),
    # files
    (Given("sendPhoto", CHAT), "sendPhoto.photo: missing"),
    (Given("sendPhoto", CHAT | {"photo": ""}), "photo: empty"),
    (Given("sendPhoto", CHAT | {"photo": "attach://other"}, {"part": 1}), "photo: attach://other; expected a file of that name"),
    (Given("sendPhoto", CHAT | {"photo": "AgAC"}, {"thumb": 1}), "sendPhoto.thumb: a file; expected a file where the method takes one"),
    (Given("setWebhook", {"url": "https://x.nl", "certificate": "AgAC"}), "certificate: str; expected a file in the request"),
    (Given("editMessageMedia", CHAT | {"message_id": 1, "media": {"type": "photo", "media": "attach://a"}}), "attach://a; expected a file of that name"),
]  # fmt: skip


@pytest.mark.parametrize("given", RIGHT, ids=lambda given: given.method)
def test_a_right_call_passes(published: Published, given: Given) -> None:
    assert [str(each) for each in calls.call(published, given)] == []


@pytest.mark.parametrize(("given", "told"), WRONG, ids=[told for _, told in WRONG])
def test_a_wrong_call_is_told(published: Published, given: Given, told: str) -> None:
    wrong = [str(each) for each in calls.call(published, given)]
    assert any(told in each for each in wrong), wrong
    assert all(each.startswith(given.method) for each in wrong)


def test_a_text_from_a_form_is_read_as_the_value_it_stands_for(published: Published) -> None:
    """A keyboard, and a wrong button within it, are seen through the text of a form."""
    form = {
        name: value if isinstance(value, str) else json.dumps(value) for name, value in keyboard({"text": "Ja"}).items()
    }
    assert calls.call(published, Given("sendMessage", form)) == calls.call(
        published, Given("sendMessage", keyboard({"text": "Ja"}))
    )
    assert calls.call(published, Given("sendMessage", form)) != []


def test_an_answer_is_held_against_what_the_method_returns(published: Published) -> None:
    person = {"id": 1, "is_bot": False, "first_name": "Sanne"}
    message: dict[str, Any] = {
        "message_id": 3,
        "date": 1,
        "chat": {"id": 1, "type": "private"},
        "from": person,
        "text": "Hallo",
    }
    assert calls.answer(published, "sendMessage", message) == []
    assert calls.answer(published, "editMessageText", True) == []
    changes: list[tuple[dict[str, Any], str]] = [
        ({"date": "1"}, "sendMessage gave.date: '1'; expected an Integer"),
        ({"chat": {"id": 1, "type": "home"}}, "chat.type: 'home'; expected one of private, group"),
        ({"mood": "good"}, "sendMessage gave.mood: an unknown field; expected a field of Message"),
        ({"from": {"id": 1}}, "sendMessage gave.from.first_name: missing; expected a required field of User"),
    ]
    for change, told in changes:
        assert told in "\n".join(str(each) for each in calls.answer(published, "sendMessage", message | change))
    assert [str(each) for each in calls.answer(published, "getUpdates", [{"message": message}])] == [
        "getUpdates gave[0].update_id: missing; expected a required field of Update"
    ]
