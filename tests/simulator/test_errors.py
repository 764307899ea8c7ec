"""The simulator says no as Telegram does: the same codes, the same words."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from bot.clock import SettableClock
from bot.simulator import ApiError, Call, ConnectionCutError, Person, Simulator
from tests.simulator.conftest import START, Say

ONE = {"inline_keyboard": [[{"text": "Ja", "callback_data": "ja"}]]}

ENTITY = "entity beginning at UTF-16 offset"
UNALLOWED = "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
TEL = "inline keyboard button URL 'tel:113' is invalid: Unsupported URL protocol"
OLD_QUERY = "query is too old and response timeout expired or query ID is invalid"


def html(text: str) -> dict[str, Any]:
    return {"text": text, "parse_mode": "HTML"}


def bold(text: str, offset: int, length: int, kind: str = "bold") -> dict[str, Any]:
    return {"text": text, "entities": [{"type": kind, "offset": offset, "length": length}]}


def keyboard(**button: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "x", **button}]]}


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
        ("sendMessage", {"text": "hoi", "chat_id": "@nobody"}, "chat not found"),
        ("sendMessage", {"text": " \n "}, "text must be non-empty"),
        ("sendMessage", {"text": "🙂" * 2049}, "message is too long"),
        ("sendMessage", {"text": "x", "parse_mode": "html5"}, "unsupported parse_mode"),
        ("sendMessage", html("<b>x"), 'can\'t parse entities: Can\'t find end tag corresponding to start tag "b"'),
        ("sendMessage", html("é <q>x</q>"), 'can\'t parse entities: Unsupported start tag "q" at byte offset 3'),
        ("sendMessage", bold("hoi", 1, 9), f"{ENTITY} 1 ends after the end of the text at UTF-16 offset 3"),
        ("sendMessage", bold("🙂!", 1, 1), "entity begins in a middle of a UTF-16 symbol at byte offset 0"),
        ("sendMessage", bold("hoi", 0, 1, "fat"), "can't parse MessageEntity: Unsupported type specified"),
        ("sendMessage", {"text": "x", "reply_markup": keyboard(callback_data="é" * 33)}, "BUTTON_DATA_INVALID"),
        ("sendMessage", {"text": "x", "reply_markup": keyboard(url="tel:113")}, TEL),
        ("sendMessage", {"text": "x", "reply_markup": keyboard()}, UNALLOWED),
        ("sendMessage", {"text": "x", "reply_markup": "{"}, "can't parse reply keyboard markup JSON object"),
        ("sendMessage", {"text": "x", "reply_markup": [1]}, "object expected as reply markup"),
        ("sendMessage", {"text": "x", "reply_parameters": {"message_id": 999}}, "message to be replied not found"),
        ("editMessageText", {"text": "x"}, "message identifier is not specified"),
        ("editMessageText", {"text": "x", "message_id": 999}, "message to edit not found"),
        ("editMessageText", {"text": "x", "message_id": 1}, "message can't be edited"),
        ("deleteMessage", {"message_id": 999}, "message to delete not found"),
        ("deleteMessages", {"message_ids": []}, "message identifiers are not specified"),
        ("answerCallbackQuery", {"callback_query_id": "1"}, OLD_QUERY),
        ("sendPhoto", {}, "there is no photo in the request"),
        ("sendPhoto", {"photo": "nonsense"}, "wrong remote file identifier specified: Wrong character in the string"),
        ("sendPhoto", {"photo": "https://x.nl/a.png"}, "failed to get HTTP URL content"),
        ("sendPhoto", {"caption": "x" * 1025}, "message caption is too long"),
        ("sendContact", {"first_name": "113"}, 'parameter "phone_number" is required'),
        ("sendChatAction", {"action": "dancing"}, "wrong parameter action in request"),
        ("getFile", {"file_id": "nonsense"}, "invalid file_id"),
        ("setMyCommands", {"commands": [{"command": "Plan", "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ("setWebhook", {"url": "http://x.nl/hook"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        ("leaveChat", {}, "chat member status can't be changed in private chats"),
    ],
)  # fmt: skip
async def test_a_bad_request_gets_telegrams_words(
    say: Say, sanne: Person, method: str, values: dict[str, Any], words: str
) -> None:
    answer = await say(method, **({"chat_id": sanne.id} | values))
    assert await refusal(answer) == (400, f"Bad Request: {words}")


async def test_exactly_4096_units_and_64_bytes_are_accepted(say: Say, sanne: Person) -> None:
    text, data = "🙂" * 2048, "é" * 32
    answer = await say("sendMessage", chat_id=sanne.id, text=text, reply_markup=keyboard(callback_data=data))
    assert answer.json()["result"]["text"] == text


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
