"""The simulator says no as Telegram does: the same codes, the same words."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx
import pytest

from bot.clock import SettableClock
from bot.simulator import ApiError, Call, ConnectionCutError, Person, Simulator
from bot.simulator.files import sample_picture
from tests.simulator.conftest import START, Say

ONE = {"inline_keyboard": [[{"text": "Ja", "callback_data": "ja"}]]}

ENTITY = "entity beginning at UTF-16 offset"
BUTTON = "can't parse inline keyboard button:"
UNALLOWED = f"{BUTTON} Text buttons are unallowed in the inline keyboard"
ROWS = 'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays'
LINK = "inline keyboard button URL"
OLD_QUERY = "query is too old and response timeout expired or query ID is invalid"
MENU = "can't parse menu button:"
SCOPE = "can't parse BotCommandScope:"


def html(text: str) -> dict[str, Any]:
    return {"text": text, "parse_mode": "HTML"}


def bold(text: str, offset: int, length: int, kind: str = "bold") -> dict[str, Any]:
    return {"text": text, "entities": [{"type": kind, "offset": offset, "length": length}]}


def keyboard(**button: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "x"} | button]]}


def many_buttons(count: int) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": str(number), "callback_data": "x"}] for number in range(count)]}


async def refusal(answer: httpx.Response) -> tuple[int, str]:
    body = answer.json()
    assert body["ok"] is False
    assert answer.status_code == body["error_code"]
    return body["error_code"], body["description"]


@pytest.mark.parametrize(
    ("method", "values", "words"),
    [
        ("sendMessage", {}, "message text is empty"),
        ("sendMessage", {"text": "hoi", "chat_id": ""}, "chat_id is empty"),
        ("sendMessage", {"text": "hoi", "chat_id": 42}, "chat not found"),
        ("sendMessage", {"text": "hoi", "chat_id": "9" * 5000}, "chat not found"),
        ("sendMessage", {"text": "hoi", "chat_id": "@nobody"}, "chat not found"),
        ("sendMessage", {"text": " \n "}, "text must be non-empty"),
        ("sendMessage", {"text": "\u00a0"}, "text must be non-empty"),
        ("sendMessage", {"text": "x" * 4097}, "message is too long"),
        ("sendMessage", {"text": "🙂" * 2049}, "message is too long"),
        ("sendMessage", {"text": "x" * 32_769}, "text is too long"),
        ("sendMessage", {"text": "x", "parse_mode": "html5"}, "unsupported parse_mode"),
        ("sendMessage", {"text": "x", "parse_mode": None}, "unsupported parse_mode"),
        ("sendMessage", html("<b>x"), 'can\'t parse entities: Can\'t find end tag corresponding to start tag "b"'),
        ("sendMessage", html("é <q>x</q>"), 'can\'t parse entities: Unsupported start tag "q" at byte offset 3'),
        ("sendMessage", bold("hoi", 1, 9), f"{ENTITY} 1 ends after the end of the text at UTF-16 offset 10"),
        ("sendMessage", bold("hoi", 4, 1), "entity begins after the end of the text at UTF-16 offset 4"),
        ("sendMessage", bold("hoi", -1, 1), "receive an entity with incorrect offset -1"),
        ("sendMessage", bold("hoi", 0, -1), "receive an entity with incorrect length -1"),
        ("sendMessage", bold("é🙂!", 2, 1), "entity begins in a middle of a UTF-16 symbol at byte offset 6"),
        ("sendMessage", bold("é🙂!", 1, 1), f"{ENTITY} 1 ends in a middle of a UTF-16 symbol at byte offset 6"),
        ("sendMessage", bold("hoi", 0, 1, "fat"), "can't parse MessageEntity: Unsupported type specified"),
        ("sendMessage", bold("hoi", 0, 1, "text_link"), "can't parse MessageEntity: Can't find field \"url\""),
        ("sendMessage", {"text": "x", "entities": [{"type": "bold", "offset": 0}]},
         "can't parse MessageEntity: Can't find field \"length\""),
        ("sendMessage", {"text": "x", "entities": ["bold"]}, "can't parse MessageEntity: expected an Object"),
        ("sendMessage", {"text": "x", "reply_markup": keyboard(callback_data="é" * 33)}, "BUTTON_DATA_INVALID"),
        ("sendMessage", {"text": "x", "reply_markup": keyboard(url="tel:113")},
         f"{LINK} 'tel:113' is invalid: Wrong HTTP URL"),
        ("sendMessage", {"text": "x", "reply_markup": keyboard(url="tel:+31850000000")},
         f"{LINK} 'tel:+31850000000' is invalid: Wrong port number specified in the URL"),
        ("sendMessage", {"text": "x", "reply_markup": keyboard(url="ftp://x.nl")},
         f"{LINK} 'ftp://x.nl' is invalid: Unsupported URL protocol"),
        ("sendMessage", {"text": "x", "reply_markup": keyboard()}, UNALLOWED),
        ("sendMessage", {"text": "x", "reply_markup": keyboard(text=None)}, f'{BUTTON} Can\'t find field "text"'),
        ("sendMessage", {"text": "x", "reply_markup": keyboard(url={})},
         f'{BUTTON} Field "url" must be of type String'),
        ("sendMessage", {"text": "x", "reply_markup": {"inline_keyboard": [["x"]]}},
         f"{BUTTON} InlineKeyboardButton must be an Object"),
        ("sendMessage", {"text": "x", "reply_markup": {"inline_keyboard": [{}]}}, ROWS),
        ("sendMessage", {"text": "x", "reply_markup": {"inline_keyboard": {}}},
         'field "inline_keyboard" must be of type Array'),
        ("sendMessage", {"text": "x", "reply_markup": many_buttons(101)}, "reply markup is too long"),
        ("sendMessage", {"text": "x", "reply_markup": "{"}, "can't parse reply keyboard markup JSON object"),
        ("sendMessage", {"text": "x", "reply_markup": [1]}, "object expected as reply markup"),
        ("sendMessage", {"text": "x", "reply_markup": None}, "object expected as reply markup"),
        ("sendMessage", {"text": "x", "reply_parameters": {"message_id": 999}}, "message to be replied not found"),
        ("sendMessage", {"text": "x", "reply_to_message_id": 999}, "message to be replied not found"),
        ("sendMessage", {"text": "x", "reply_parameters": {"quote": "x"}}, 'can\'t find field "message_id"'),
        ("sendMessage", {"text": "x", "reply_parameters": "{"}, "can't parse reply parameters JSON object"),
        ("sendMessage", {"text": "x", "reply_parameters": 5}, "object expected as reply parameters"),
        ("editMessageText", {"text": "x", "chat_id": ""}, "message identifier is not specified"),
        ("editMessageText", {"text": "x", "chat_id": "", "message_id": 1}, "chat_id is empty"),
        ("editMessageText", {"text": "x"}, "message to edit not found"),
        ("editMessageText", {"text": "x", "message_id": 999}, "message to edit not found"),
        ("editMessageText", {"text": "x", "message_id": "one"}, "message to edit not found"),
        ("editMessageText", {"text": "x", "message_id": 1}, "message can't be edited"),
        ("editMessageText", {"text": "x" * 4097, "message_id": 1}, "MESSAGE_TOO_LONG"),
        ("editMessageText", {"message_id": 1}, "message text is empty"),
        ("editMessageCaption", {"caption": "x" * 1025, "message_id": 1}, "MEDIA_CAPTION_TOO_LONG"),
        ("editMessageReplyMarkup", {"message_id": 999}, "message to edit not found"),
        ("deleteMessage", {"message_id": 999}, "message to delete not found"),
        ("deleteMessage", {}, "message identifier is not specified"),
        ("deleteMessage", {"chat_id": "", "message_id": 1}, "chat identifier is not specified"),
        ("deleteMessages", {"message_ids": []}, "message identifiers are not specified"),
        ("deleteMessages", {"message_ids": 5}, "expected an Array of message identifiers"),
        ("deleteMessages", {"message_ids": list(range(1, 102))}, "too many message identifiers specified"),
        ("deleteMessages", {"message_ids": [True]}, "message identifier must be a Number"),
        ("deleteMessages", {"message_ids": ["one"]}, "can't parse message identifier as Number"),
        ("deleteMessages", {"message_ids": [0]}, "invalid message identifier specified"),
        ("deleteMessages", {"message_ids": "["}, "can't parse message_ids JSON object"),
        ("answerCallbackQuery", {"callback_query_id": "1"}, OLD_QUERY),
        ("sendPhoto", {}, "there is no photo in the request"),
        ("sendPhoto", {"photo": "attach://nowhere"}, "there is no photo in the request"),
        ("sendPhoto", {"photo": "nonsense"}, "wrong remote file identifier specified: Wrong character in the string"),
        ("sendPhoto", {"photo": "https://x.nl/a.png"}, "failed to get HTTP URL content"),
        ("sendPhoto", {"photo": "x", "caption": "x" * 1025}, "message caption is too long"),
        ("sendDocument", {"document": "x", "caption": "🙂" * 513}, "message caption is too long"),
        ("sendVoice", {}, "there is no voice in the request"),
        ("sendContact", {"first_name": "113"}, 'parameter "phone_number" is required'),
        ("sendContact", {"phone_number": "113"}, 'parameter "first_name" is required'),
        ("sendChatAction", {"action": "dancing"}, "wrong parameter action in request"),
        ("sendChatAction", {}, "wrong parameter action in request"),
        ("getFile", {}, "file_id not specified"),
        ("getFile", {"file_id": "nonsense"}, "invalid file_id"),
        ("setMyCommands", {"commands": [{"command": "Plan", "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ("setMyCommands", {"commands": {}}, "expected an Array of BotCommand"),
        ("setMyCommands", {"commands": [{"command": "plan"}]},
         "can't parse BotCommand: Can't find field \"description\""),
        ("setMyCommands", {"commands": [], "scope": {"type": "all"}}, f"{SCOPE} Unsupported type specified"),
        ("setMyCommands", {"commands": [], "scope": []}, f"{SCOPE} BotCommandScope must be an Object"),
        ("setMyCommands", {"commands": [], "scope": {"type": "chat", "chat_id": 42}}, "chat not found"),
        ("setChatMenuButton", {"menu_button": {"type": "x"}}, f"{MENU} MenuButton has unsupported type"),
        ("setChatMenuButton", {"menu_button": []}, f"{MENU} MenuButton must be an Object"),
        ("setChatMenuButton", {"menu_button": "{"}, "can't parse menu button JSON object"),
        ("setChatMenuButton", {"chat_id": 42}, "user not found"),
        ("setChatMenuButton", {"chat_id": "me"}, "invalid chat_id specified"),
        ("setWebhook", {"url": "http://x.nl/hook"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        ("setWebhook", {"url": "https://x.nl:444/"},
         "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443"),
        ("setWebhook", {"url": "https://x.nl/", "secret_token": "é"}, "secret token contains unallowed characters"),
        ("setWebhook", {"url": "https://x.nl/", "secret_token": "x" * 257}, "secret token is too long"),
        ("setWebhook", {"url": "https://"}, "invalid webhook URL specified"),
        ("getChat", {"chat_id": 42}, "chat not found"),
        ("leaveChat", {}, "chat member status can't be changed in private chats"),
    ],
)  # fmt: skip
async def test_a_bad_request_gets_telegrams_words(
    say: Say, sanne: Person, method: str, values: dict[str, Any], words: str
) -> None:
    answer = await say(method, **({"chat_id": sanne.id} | values))
    assert await refusal(answer) == (400, f"Bad Request: {words}")


async def test_what_blocks_the_way_is_said_with_403(say: Say, simulator: Simulator, sanne: Person) -> None:
    """The words of check_chat_access in the published server's Client.cpp."""
    sent = (await say("sendMessage", chat_id=sanne.id, text="hoi")).json()["result"]["message_id"]
    group, channel = simulator.add_to_group(sanne), simulator.add_to_group(sanne, "Nieuws", "channel")
    old_group = simulator.add_to_group(sanne, "Klein", "group")
    simulator.remove_from_group(sanne, group)
    simulator.remove_from_group(sanne, old_group)
    await say("leaveChat", chat_id=channel.id)
    simulator.block(sanne)
    for chat, words in (
        (group.id, "bot was kicked from the supergroup chat"),
        (old_group.id, "bot was kicked from the group chat"),
        (channel.id, "bot is not a member of the channel chat"),
        (sanne.id, "bot was blocked by the user"),
    ):
        assert await refusal(await say("sendMessage", chat_id=chat, text="x")) == (403, f"Forbidden: {words}")
        assert await refusal(await say("sendChatAction", chat_id=chat, action="typing")) == (403, f"Forbidden: {words}")
    assert (await say("getChat", chat_id=sanne.id)).json()["result"]["first_name"] == "Sanne"
    simulator.deactivate(sanne)
    for method, values in (
        ("sendMessage", {}),
        ("editMessageText", {"message_id": sent}),
        ("deleteMessage", {"message_id": sent}),
    ):
        answer = await say(method, chat_id=sanne.id, text="x", **values)
        assert await refusal(answer) == (403, "Forbidden: user is deactivated")
    assert (await say("getChat", chat_id=sanne.id)).json()["result"]["first_name"] == ""
    assert simulator.transcript(sanne) == "> /start\n< hoi"


async def test_an_answer_to_a_button_has_at_most_200_units(say: Say, simulator: Simulator, sanne: Person) -> None:
    await say("sendMessage", chat_id=sanne.id, text="hoi", reply_markup=ONE)
    press = simulator.press(sanne, label="Ja")
    values = {"callback_query_id": press.id, "text": "x" * 201}
    assert await refusal(await say("answerCallbackQuery", **values)) == (400, "Bad Request: MESSAGE_TOO_LONG")
    assert (await say("answerCallbackQuery", **values | {"text": "x" * 200})).json()["result"] is True
    assert await refusal(await say("answerCallbackQuery", **values)) == (400, f"Bad Request: {OLD_QUERY}")


async def test_what_is_too_large_is_refused(url: str, say: Say, simulator: Simulator, sanne: Person) -> None:
    """50 MB for a request, 10 MB for a photo, 20 MB to download (https://core.telegram.org/bots/api#sending-files)."""
    async with httpx.AsyncClient(base_url=url, trust_env=False, timeout=60) as client:
        path = f"/bot{simulator.token}/sendPhoto"
        photo = sample_picture() + bytes(10 * 1024 * 1024)
        answer = await client.post(path, data={"chat_id": sanne.id}, files={"photo": ("a.png", photo)})
        code, words = await refusal(answer)
        assert (code, words.partition("; ")[2]) == (400, "the maximum size is 10485760 bytes")
    host, port = url.removeprefix("http://").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(f"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: {50 * 1024 * 1024 + 1}\r\n\r\n".encode())
    assert (await reader.readline()).split()[1] == b"413"
    writer.close()
    large = simulator.send_document(sanne, "film.bin", bytes(20 * 1024 * 1024 + 1)).body["document"]["file_id"]
    assert await refusal(await say("getFile", file_id=large)) == (400, "Bad Request: file is too big")


async def test_exactly_4096_and_1024_units_and_64_bytes_are_accepted(
    say: Say, simulator: Simulator, sanne: Person
) -> None:
    text, data = "🙂" * 2048, "é" * 32
    answer = await say("sendMessage", chat_id=sanne.id, text=text, reply_markup=keyboard(callback_data=data))
    assert answer.json()["result"]["text"] == text
    photo = simulator.send_photo(sanne).body["photo"][0]["file_id"]
    answer = await say("sendPhoto", chat_id=sanne.id, photo=photo, caption="🙂" * 512)
    assert answer.json()["result"]["caption"] == "🙂" * 512


async def test_an_edit_that_changes_nothing_is_refused(say: Say, sanne: Person) -> None:
    sent = (await say("sendMessage", chat_id=sanne.id, text="hoi", reply_markup=ONE)).json()["result"]
    which = {"chat_id": sanne.id, "message_id": sent["message_id"]}
    for method, values in (
        ("editMessageText", {"text": "hoi", "reply_markup": ONE}),
        ("editMessageReplyMarkup", {"reply_markup": ONE}),
    ):
        code, words = await refusal(await say(method, **which, **values))
        assert (code, words.partition(":")[2].partition(":")[0]) == (400, " message is not modified")
    assert (await say("editMessageReplyMarkup", **which)).json()["ok"]


async def test_words_and_captions_are_edited_by_their_own_method(say: Say, simulator: Simulator, sanne: Person) -> None:
    photo = simulator.send_photo(sanne).body["photo"][0]["file_id"]
    text = (await say("sendMessage", chat_id=sanne.id, text="hoi")).json()["result"]["message_id"]
    picture = (await say("sendPhoto", chat_id=sanne.id, photo=photo)).json()["result"]["message_id"]
    assert await refusal(await say("editMessageCaption", chat_id=sanne.id, message_id=text, caption="x")) == (
        400,
        "Bad Request: there is no caption in the message to edit",
    )
    assert await refusal(await say("editMessageText", chat_id=sanne.id, message_id=picture, text="x")) == (
        400,
        "Bad Request: there is no text in the message to edit",
    )
    assert (await say("editMessageCaption", chat_id=sanne.id, message_id=picture, caption="een huis")).json()["result"][
        "caption"
    ] == "een huis"


async def test_a_file_is_not_sent_as_another_kind(say: Say, simulator: Simulator, sanne: Person) -> None:
    voice = simulator.send_voice(sanne).body["voice"]["file_id"]
    assert await refusal(await say("sendDocument", chat_id=sanne.id, document=voice)) == (
        400,
        "Bad Request: can't use file of type VoiceNote as Document",
    )


async def test_after_48_hours_nothing_is_deleted(say: Say, clock: SettableClock, sanne: Person) -> None:
    sent = (await say("sendMessage", chat_id=sanne.id, text="hoi")).json()["result"]["message_id"]
    clock.move_to(START.replace(day=26))
    assert await refusal(await say("deleteMessage", chat_id=sanne.id, message_id=sent)) == (
        400,
        "Bad Request: message can't be deleted for everyone",
    )
    assert (await say("editMessageText", chat_id=sanne.id, message_id=sent, text="later")).json()["ok"]


async def test_a_person_who_never_started_is_no_chat(say: Say, simulator: Simulator) -> None:
    stranger = simulator.add_person("Karim")
    assert await refusal(await say("sendMessage", chat_id=stranger.id, text="hoi")) == (
        400,
        "Bad Request: chat not found",
    )


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/bot{token}/sendNothing", (404, "Not Found: method not found")),
        ("/bot{token}x/getMe", (401, "Unauthorized")),
        ("/botnonsense/getMe", (404, "Not Found")),
        ("/file/bot{token}/photos/none.jpg", (404, "Not Found")),
    ],
)
async def test_wrong_paths_and_tokens(url: str, simulator: Simulator, path: str, expected: tuple[int, str]) -> None:
    async with httpx.AsyncClient(base_url=url, trust_env=False) as client:
        assert await refusal(await client.get(path.format(token=simulator.token))) == expected


async def test_every_kind_of_body_is_read_the_same(url: str, simulator: Simulator, sanne: Person) -> None:
    values = {
        "chat_id": str(sanne.id),
        "text": "hoi",
        "reply_markup": '{"inline_keyboard":[[{"text":"Ja","callback_data":"ja"}]]}',
    }
    path = f"/bot{simulator.token}/sendmessage"
    async with httpx.AsyncClient(base_url=url, trust_env=False) as client:
        answers = [
            await client.get(path, params=values),
            await client.post(path, data=values),
            await client.post(path, files={name: (None, value) for name, value in values.items()}),
            await client.post(path, json=values),
            await client.post(path, params={"chat_id": sanne.id}, json={"text": "hoi", "reply_markup": ONE}),
        ]
        attached = await client.post(
            f"/bot{simulator.token}/sendDocument",
            data={"chat_id": sanne.id, "document": "attach://mine"},
            files={"mine": ("plan.ics", b"BEGIN")},
        )
    assert [each.json()["result"]["reply_markup"] for each in answers] == [ONE] * 5
    assert attached.json()["result"]["document"]["file_name"] == "plan.ics"


async def test_the_first_of_two_parameters_with_one_name_counts(url: str, simulator: Simulator, sanne: Person) -> None:
    path = f"/bot{simulator.token}/sendMessage?text=adres&chat_id={sanne.id}"
    async with httpx.AsyncClient(base_url=url, trust_env=False) as client:
        answers = await client.post(path, json={"text": "lichaam"}), await client.post(path, data={"text": "lichaam"})
    assert [each.json()["result"]["text"] for each in answers] == ["adres", "adres"]


async def test_json_that_cannot_be_read_is_as_good_as_none(url: str, simulator: Simulator) -> None:
    path, headers = f"/bot{simulator.token}/sendMessage", {"Content-Type": "application/json"}
    async with httpx.AsyncClient(base_url=url, trust_env=False) as client:
        for body in (b"{", b"[1]", b"\xff", b"", rb'{"text": "\ud83d"}'):
            answer = await client.post(path, content=body, headers=headers)
            assert await refusal(answer) == (400, "Bad Request: message text is empty")


async def test_what_is_too_long_to_type_goes_in_pieces(simulator: Simulator, sanne: Person) -> None:
    simulator.type(sanne, "x" * 5000)
    simulator.type(sanne, "🙂" * 2049)
    assert [len(each.text) for each in simulator.chat(sanne)[1:]] == [4096, 904, 2048, 1]


async def test_interference_comes_before_and_after_a_call(say: Say, simulator: Simulator, sanne: Person) -> None:
    class Trouble:
        def __init__(self, early: Exception | None = None, late: Exception | None = None) -> None:
            self.early, self.late = early, late

        async def before(self, call: Call) -> None:
            if self.early:
                raise self.early

        async def after(self, call: Call) -> None:
            if self.late:
                raise self.late

    simulator.interference = Trouble(early=ApiError(502, "Bad Gateway"))
    assert await refusal(await say("sendMessage", chat_id=sanne.id, text="niet gezegd")) == (502, "Bad Gateway")
    simulator.interference = Trouble(late=ConnectionCutError())
    with pytest.raises(httpx.ReadError):
        await say("sendMessage", chat_id=sanne.id, text="wel gezegd")
    simulator.interference = Trouble(early=ConnectionCutError())
    with pytest.raises(httpx.ReadError):
        await say("sendMessage", chat_id=sanne.id, text="niet gezegd")
    assert simulator.transcript(sanne) == "> /start\n< wel gezegd"
