"""Messages as they arrive on a phone, and what failures mean."""

from __future__ import annotations

import base64
import struct
import zlib

import httpx
import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.delivery.pacing import Pacing
from bot.messages import (
    Address,
    Attachment,
    Bold,
    Button,
    Contact,
    Delivered,
    Failed,
    Message,
    Outcome,
    Press,
    Refused,
    Unreachable,
    Wait,
)
from bot.simulator import ApiError
from bot.telegram.connect import connect
from bot.telegram.edge import TelegramEdge
from bot.telegram.errors import outcome_of
from bot.telegram.send import TelegramSender
from tests.conftest import WrongOnPurpose
from tests.telegram.conftest import Fault, Telegram


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


PNG = b"\x89PNG\r\n\x1a\n" + b"".join(
    [
        _chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 0, 0, 0, 0)),
        _chunk(b"IDAT", zlib.compress(b"\x00" * 9 * 8)),
        _chunk(b"IEND", b""),
    ]
)


def sender(telegram: Telegram) -> TelegramSender:
    return TelegramSender(telegram.bot)


async def test_a_text_with_bold_and_buttons(telegram: Telegram) -> None:
    """Bold stretches, callback and address buttons, protection and silence arrive as asked; markup stays text."""
    person = telegram.person()
    message = Message(
        text="😀 Als {{ 7*7 }} <b>",
        bold=(Bold(offset=3, length=3),),
        buttons=((Button(label="Ja", data="j"), Button(label="113", url="https://www.113.nl")),),
        protected=True,
        silent=True,
    )
    outcome = await sender(telegram).send(Address(chat=person.id), message)
    got = telegram.simulator.last(person)
    assert outcome == Delivered(message_id=got.id)
    assert got.text == "😀 Als {{ 7*7 }} <b>"
    assert [(e["type"], e["offset"], e["length"]) for e in got.body["entities"]] == [("bold", 3, 3)]
    assert got.labels == ["Ja", "113"]
    assert got.protected
    assert got.silent


@pytest.mark.parametrize("kind", ["photo", "document", "voice"])
async def test_files(telegram: Telegram, kind: str) -> None:
    """Bytes go up with a name and a caption; what Telegram has is sent by reference."""
    person = telegram.person()
    telegram.simulator.world._flood = None
    content = base64.b64encode(PNG if kind == "photo" else b"BEGIN:VCALENDAR").decode()
    first = Message(text="Voor je agenda", attachment=Attachment(kind=kind, name="plan.ics", content=content))
    assert isinstance(await sender(telegram).send(Address(chat=person.id), first), Delivered)
    got = telegram.simulator.last(person)
    assert got.kind == kind
    assert got.text == "Voor je agenda"
    part = got.body[kind]
    reference = part[-1]["file_id"] if kind == "photo" else part["file_id"]
    again = Message(attachment=Attachment(kind=kind, reference=reference))
    assert isinstance(await sender(telegram).send(Address(chat=person.id), again), Delivered)
    assert telegram.simulator.last(person).kind == kind
    if kind == "document":
        assert part["file_name"] == "plan.ics"


async def test_an_attachment_without_a_file_is_refused(telegram: Telegram) -> None:
    """Neither bytes nor reference, and bytes that are no base64."""
    person = telegram.person()
    for part in (Attachment(kind="photo"), Attachment(kind="photo", content="é")):
        assert await sender(telegram).send(Address(chat=person.id), Message(attachment=part)) == Refused(
            reason="bad_file"
        )


def test_a_contact_card_is_a_message_of_its_own() -> None:
    """It counts as one at Telegram, so it waits for its own turn: beside a text it is refused where it is written."""
    with pytest.raises(ValueError, match="a message of its own"):
        Message(text="Bel 113.", contact=Contact(name="113", phone="113"))


async def test_a_card_alone(telegram: Telegram) -> None:
    """Without a text it is one message, with its buttons."""
    person = telegram.person()
    card = Message(contact=Contact(name="113", phone="0800-0113"), buttons=((Button(label="Verder", data="v"),),))
    outcome = await sender(telegram).send(Address(chat=person.id), card)
    got = telegram.simulator.last(person)
    assert outcome == Delivered(message_id=got.id)
    assert got.body["contact"]["phone_number"] == "0800-0113"
    assert got.labels == ["Verder"]


async def test_an_edit_replaces_and_twice_is_harmless(telegram: Telegram) -> None:
    """The earlier message changes; the same change again counts as delivered; a lost message is refused."""
    person = telegram.person()
    sent = await sender(telegram).send(Address(chat=person.id), Message(text="1 van 3"))
    assert isinstance(sent, Delivered)
    change = Message(text="3 van 3", edit=sent.message_id)
    for _ in range(2):
        assert await sender(telegram).send(Address(chat=person.id), change) == Delivered(message_id=sent.message_id)
    assert telegram.simulator.last(person).text == "3 van 3"
    gone = await sender(telegram).send(Address(chat=person.id), Message(text="x", edit=999_999))
    assert gone == Refused(reason="message_gone")


UNKNOWN = Failed(reason="server_error", maybe_arrived=True)


async def test_failures_over_the_wire(telegram: Telegram, wrong_on_purpose: WrongOnPurpose) -> None:
    """Blocked, unknown, too long, flood, server error, cut before and after: each its own outcome."""
    person = telegram.person()
    here = Address(chat=person.id)
    send = sender(telegram).send
    assert await send(Address(chat=123), Message(text="a")) == Unreachable(reason="chat_not_found")
    with wrong_on_purpose("calls"):
        assert await send(here, Message(text="")) == Refused(reason="empty")
        assert await send(here, Message(text="é" * 4097)) == Refused(reason="too_long")
        assert isinstance(await send(here, Message(text="x", buttons=((Button(label="b", data="x" * 65),),))), Refused)
    assert isinstance(await send(here, Message(text="een")), Delivered)
    assert await send(here, Message(text="twee")) == Wait(seconds=1)
    for fault, outcome in [
        (Fault("sendMessage", refusal=ApiError(500, "Internal Server Error")), UNKNOWN),
        (Fault("sendMessage", refusal=ApiError(502, "Bad Gateway")), UNKNOWN),
        (Fault("sendMessage", refusal=ApiError(429, "Too Many", retry_after=7)), Wait(seconds=7)),
        (Fault("sendMessage", cut_before=True), Failed(reason="ReadError", maybe_arrived=True)),
    ]:
        telegram.simulator.interference = fault
        got = await send(here, Message(text="x"))
        if fault.cut_before:
            assert isinstance(got, Failed)
            assert got.maybe_arrived
            assert got.reason in ("ReadError", "RemoteProtocolError")
        else:
            assert got == outcome
    telegram.simulator.interference = None
    telegram.simulator.block(person)
    assert await send(here, Message(text="x")) == Unreachable(reason="blocked")


async def test_a_server_that_is_not_there(telegram: Telegram) -> None:
    """A refused connection surely did not arrive."""
    bot = connect(telegram.simulator.token, "http://127.0.0.1:9")
    outcome = await TelegramSender(bot).send(Address(chat=1), Message(text="x"))
    assert outcome == Failed(reason="ConnectError")
    await bot.shutdown()


def caused(error: TelegramError, cause: Exception) -> TelegramError:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (RetryAfter(12), Wait(seconds=12)),
        (Forbidden("Forbidden: bot was blocked by the user"), Unreachable(reason="blocked")),
        (Forbidden("Forbidden: user is deactivated"), Unreachable(reason="deactivated")),
        (Forbidden("Forbidden: bot can't initiate conversation with a user"), Unreachable(reason="never_started")),
        (Forbidden("Forbidden: something new"), Unreachable(reason="forbidden")),
        (BadRequest("Chat not found"), Unreachable(reason="chat_not_found")),
        (BadRequest("Message is not modified: specified new …"), Delivered(message_id=3)),
        (BadRequest("Can't parse entities: Ik heet Sanne"), Refused(reason="bad_entities")),
        (BadRequest("Iets met Sanne"), Refused(reason="bad_request")),
        (ChatMigrated(-5), Unreachable(reason="chat_migrated")),
        (InvalidToken("Unauthorized 123:abc"), Failed(reason="token_refused")),
        (Conflict("Conflict: other"), Failed(reason="conflict")),
        (NetworkError("Request Entity Too Large"), Refused(reason="too_large")),
        (NetworkError("Gateway Timeout (504)"), Failed(reason="http_504", maybe_arrived=True)),
        (caused(NetworkError("x"), httpx.ConnectError("x")), Failed(reason="ConnectError")),
        (caused(TimedOut(), httpx.PoolTimeout("x")), Failed(reason="PoolTimeout")),
        (caused(TimedOut(), httpx.ConnectTimeout("x")), Failed(reason="ConnectTimeout")),
        (caused(TimedOut(), httpx.ReadTimeout("x")), Failed(reason="ReadTimeout", maybe_arrived=True)),
        (caused(NetworkError("x"), httpx.ReadError("123:abc")), Failed(reason="ReadError", maybe_arrived=True)),
        (TelegramError("Invalid server response"), Failed(reason="TelegramError", maybe_arrived=True)),
    ],
)
def test_what_a_failure_means(error: TelegramError, outcome: Outcome) -> None:
    """Each line: what the library raises, and what becomes of the message; never Telegram's own words."""
    assert outcome_of(error, edited=3) == outcome


async def test_the_best_effort_side(telegram: Telegram) -> None:
    """A press is acknowledged, only the chosen button stays, typing shows, a link opens the bot."""
    person = telegram.person()
    edge = TelegramEdge(telegram.bot)
    buttons = ((Button(label="Ja", data="j"), Button(label="Nee", data="n")),)
    sent = await sender(telegram).send(Address(chat=person.id), Message(text="Zullen we?", buttons=buttons))
    assert isinstance(sent, Delivered)
    pressed = telegram.simulator.press(person, label="Ja")
    press = Press(data="j", query=pressed.id, message=sent.message_id, label="Ja")
    await edge.acknowledge(press, "Genoteerd")
    await edge.choose(press, person.id, "Ja")
    await edge.typing(person.id)
    assert telegram.simulator.last(person).labels == ["✓ Ja"]
    assert telegram.simulator.last(person).button("✓ Ja") is not None
    await edge.rebutton(press, person.id, buttons)
    assert telegram.simulator.last(person).labels == ["Ja", "Nee"]
    await edge.rebutton(press, person.id, ())
    assert telegram.simulator.last(person).labels == []
    assert edge.link("abc") == telegram.simulator.link("abc")
    assert edge.bot == str(telegram.simulator.world.bot.id)


async def test_best_effort_never_raises_and_never_lasts(telegram: Telegram, monkeypatch: pytest.MonkeyPatch) -> None:
    """An old press, a lost message, a hanging server, a crowd: nothing comes of it, and soon."""
    monkeypatch.setattr("bot.telegram.edge.SECONDS", 0.1)
    edge = TelegramEdge(telegram.bot)
    press = Press(data="j", query="999", message=5)
    await edge.acknowledge(press)
    await edge.choose(press, 123, "Ja")
    await edge.choose(press.model_copy(update={"message": None}), 123, "Ja")
    telegram.simulator.interference = Fault("sendChatAction", times=9, hang_seconds=0.5)
    await edge.typing(123)
    edge._under_way = 32
    await edge.typing(123)


async def test_a_change_of_buttons_is_paced_and_teaches(telegram: Telegram) -> None:
    """A refused change is obeyed: until the wait is over no change and no "typing" goes there, an acknowledgement does."""
    person = telegram.person()
    calls: list[str] = []
    telegram.simulator.on_call.append(lambda call: calls.append(call.method))
    pacing = Pacing()
    edge = TelegramEdge(telegram.bot, pacing)
    sent = await sender(telegram).send(
        Address(chat=person.id), Message(text="?", buttons=((Button(label="Ja", data="j"),),))
    )
    assert isinstance(sent, Delivered)
    pressed = telegram.simulator.press(person, label="Ja")
    press = Press(data="j", query=pressed.id, message=sent.message_id, label="Ja")
    telegram.simulator.interference = Fault(
        "editMessageReplyMarkup", refusal=ApiError(429, "Too Many", retry_after=600)
    )
    await edge.choose(press, person.id, "Ja")
    assert pacing.gives_way(str(person.id))
    assert not pacing.gives_way("1")
    calls.clear()
    await edge.choose(press, person.id, "Ja")
    await edge.typing(person.id)
    await edge.acknowledge(press)
    assert calls == ["answerCallbackQuery"]


async def test_a_group_is_left(telegram: Telegram) -> None:
    """A kind word, and gone."""
    person = telegram.person()
    group = telegram.simulator.add_to_group(person)
    await TelegramEdge(telegram.bot).leave(group.id, "Ik praat één op één.")
    assert not group.bot_inside
