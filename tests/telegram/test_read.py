"""Every kind of update becomes what somebody did, or is left out."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages import Command, Content, Group, Other, Press, Reach, Text, Voice
from bot.telegram.read import read, sender_of

WHO = {"id": 42, "is_bot": False, "first_name": "Sanne", "language_code": "nl"}
PRIVATE = {"id": 42, "type": "private", "first_name": "Sanne"}
GROUP = {"id": -100, "type": "supergroup", "title": "Team"}
AT = 1_795_000_000


def message(chat: dict[str, Any] = PRIVATE, kind: str = "message", **parts: Any) -> dict[str, Any]:
    return {"update_id": 1, kind: {"message_id": 5, "from": WHO, "chat": chat, "date": AT, **parts}}


def press(data: str | None = "ja", **parts: Any) -> dict[str, Any]:
    return {"update_id": 1, "callback_query": {"id": "q1", "from": WHO, "data": data, "chat_instance": "x", **parts}}


def member(chat: dict[str, Any], status: str) -> dict[str, Any]:
    return {
        "update_id": 1,
        "my_chat_member": {
            "chat": chat,
            "from": WHO,
            "date": AT,
            "old_chat_member": {"status": "member", "user": {"id": 7}},
            "new_chat_member": {"status": status, "user": {"id": 7}},
        },
    }


KEYBOARD = {
    "inline_keyboard": [[{"text": "Nee", "callback_data": "nee"}], [{"text": "Ja, graag", "callback_data": "ja"}]]
}
UNDER = {"message_id": 9, "chat": PRIVATE, "date": AT, "text": "Zullen we?", "reply_markup": KEYBOARD}
FILE = {"file_id": "F1", "file_unique_id": "U1"}


@pytest.mark.parametrize(
    ("update", "content"),
    [
        (message(text="Ik wil leren lassen."), Text(text="Ik wil leren lassen.")),
        (message(text=" "), Text(text=" ")),
        (message(text="/start"), Command(name="start")),
        (message(text="/start abc_-1"), Command(name="start", argument="abc_-1")),
        (message(text="/Stop@aanzet_bot"), Command(name="stop")),
        (message(text="/plan  morgen\nom negen"), Command(name="plan", argument="morgen\nom negen")),
        (message(text="/"), Text(text="/")),
        (message(text="/ dat weet ik niet"), Text(text="/ dat weet ik niet")),
        (message(text="/één"), Text(text="/één")),
        (message(text="en/of"), Text(text="en/of")),
        (message(voice={**FILE, "duration": 7}), Voice(reference="F1", seconds=7)),
        (message(photo=[FILE], caption="mijn plek"), Other(what="photo", text="mijn plek")),
        (message(sticker={**FILE, "emoji": "👍"}), Other(what="sticker")),
        (message(animation=FILE, document=FILE), Other(what="animation")),
        (message(document=FILE), Other(what="document")),
        (message(video=FILE), Other(what="video")),
        (message(video_note=FILE), Other(what="video_note")),
        (message(audio=FILE), Other(what="audio")),
        (message(location={"latitude": 1, "longitude": 2}), Other(what="location")),
        (message(location={}, venue={"title": "x"}), Other(what="venue")),
        (message(contact={"phone_number": "06", "first_name": "X"}), Other(what="contact")),
        (message(dice={"emoji": "🎲", "value": 3}), Other(what="dice")),
        (
            message(poll={"question": "Zin?", "options": [{"text": "ja"}, {"text": "ik wil niet meer"}]}),
            Other(what="poll", text="Zin?\nja\nik wil niet meer"),
        ),
        (message(something_new={}), Other(what="unknown")),
        (message(text="doorgestuurd", forward_origin={"type": "user"}), Other(what="forwarded", text="doorgestuurd")),
        (message(text="/start x", forward_origin={"type": "user"}), Other(what="forwarded", text="/start x")),
        (message(kind="edited_message", text="anders", edit_date=AT + 9), Other(what="edited", text="anders")),
        (message(chat=GROUP, text="hoi"), Group()),
        (message(chat=GROUP, new_chat_members=[WHO]), Group()),
        (press(message=UNDER), Press(data="ja", query="q1", message=9, label="Ja, graag")),
        (press("oud", message=UNDER), Press(data="oud", query="q1", message=9)),
        (press(message={"message_id": 9, "chat": PRIVATE, "date": 0}), Press(data="ja", query="q1")),
        (press(), Press(data="ja", query="q1")),
        (press(message={**UNDER, "chat": GROUP}), Group()),
        (member(PRIVATE, "kicked"), Reach(blocked=True)),
        (member(PRIVATE, "member"), Reach(blocked=False)),
        (member(GROUP, "member"), Group()),
        (member({"id": -5, "type": "channel", "title": "k"}, "administrator"), Group()),
    ],
)
def test_what_somebody_did(update: dict[str, Any], content: Content) -> None:
    """Each line: the update as Telegram sends it, and what it is for us."""
    inbound = read(update)
    assert inbound is not None
    assert inbound.content == content
    assert inbound.sender == 42
    assert sender_of(update) == 42


@pytest.mark.parametrize(
    "update",
    [
        message(pinned_message={"message_id": 1}),
        message(message_auto_delete_timer_changed={"message_auto_delete_time": 1}),
        member(GROUP, "left"),
        {"update_id": 1, "poll": {"id": "1"}},
        {"update_id": 1, "channel_post": {"chat": GROUP}},
        {"update_id": 1},
    ],
)
def test_what_nobody_said_is_left_out(update: dict[str, Any]) -> None:
    """Telegram's own lines and kinds we did not ask for are no concern."""
    assert read(update) is None


def test_who_and_when() -> None:
    """Name, language, chat and moment come along; a press gets the moment it was received."""
    inbound = read(message(chat=GROUP, text="hoi"))
    assert inbound is not None
    assert (inbound.chat, inbound.first_name, inbound.language) == (-100, "Sanne", "nl")
    assert inbound.at == datetime.fromtimestamp(AT, UTC)
    edited = read(message(kind="edited_message", text="anders", edit_date=AT + 9))
    assert edited is not None
    assert edited.at == datetime.fromtimestamp(AT + 9, UTC)
    now = datetime(2026, 12, 1, tzinfo=UTC)
    pressed = read(press(message=UNDER), received_at=now)
    assert pressed is not None
    assert pressed.at == now


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda children: st.lists(children, max_size=3) | st.dictionaries(st.text(max_size=5), children, max_size=3),
    max_leaves=8,
)
parts = st.dictionaries(
    st.sampled_from(
        [
            "text",
            "chat",
            "from",
            "date",
            "voice",
            "poll",
            "photo",
            "caption",
            "message",
            "data",
            "id",
            "new_chat_member",
        ]
    ),
    json_values | st.just(PRIVATE) | st.just(WHO),
)


@given(
    st.dictionaries(
        st.sampled_from(["message", "edited_message", "callback_query", "my_chat_member", "poll"]), parts | json_values
    )
)
def test_an_update_from_hell_fails_in_a_known_way(update: dict[str, Any]) -> None:
    """Whatever Telegram would send: an `Inbound`, nothing, or the one error that is promised."""
    sender_of(update)
    with contextlib.suppress(ValueError):
        read(update)
