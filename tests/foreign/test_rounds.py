"""One round with three foreign clients in place of our bot: what the person sees, and what the client understood.

Each client is a program of its own that knows nothing of the simulator and polls, handles, uploads and downloads by its
ordinary means. All three are told the same and must tell the same, so nothing here is fitted to one library.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from bot.simulator import Message, Simulator
from bot.simulator.files import sample_picture, sample_tone
from tests.foreign.conftest import Telegram
from tests.foreign.program import CLIENTS_BY_NAME, Program, running

PLAN = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"
PICTURE, OWN_PICTURE, LETTER, VOICE = sample_picture(64, 48), sample_picture(80, 60), b"%PDF-1.4 brief", sample_tone()
ANSWER = "ik wil meer tijd 🙂, zie https://example.org/tijd"

SEEN = f"""\
> /start k3y_1
< Sanne doet mee. (edited)
< (photo) Een landschap [Mooi] (edited)
< (document plan.ics) Je plan
> (photo) mijn huis
> (document brief.pdf)
> (voice)
< (voice) Gehoord
< (voice)
> {ANSWER}
< Genoteerd: {ANSWER}
> /klaar"""


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """What the client has to upload."""
    (tmp_path / "plaatje.png").write_bytes(PICTURE)
    (tmp_path / "plan.ics").write_bytes(PLAN)
    return tmp_path


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def content_of(simulator: Simulator, message: Message) -> bytes:
    """The bytes that stand behind a message."""
    body = message.body[message.kind]
    file = simulator.world.files.find(body[-1]["file_id"] if message.kind == "photo" else body["file_id"])
    assert file is not None
    return file.content


async def the_round(simulator: Simulator, client: Program) -> None:
    """The person's side, and everything that comes of it on both sides. Ends with /klaar, on which the client stops."""
    assert await client.hears() == [{"event": "ready", "username": "aanzet_bot"}]
    person = simulator.add_person("Sanne")

    simulator.open_link(person, "k3y_1")
    assert await client.hears() == [{"event": "start", "payload": "k3y_1", "name": "Sanne", "language": "nl"}]
    question = await simulator.wait_for(person, "Doe je mee?")
    assert [[button["text"] for button in row] for row in question.keyboard or []] == [["Ja", "Nee"], ["Lees meer"]]
    assert question.button("Lees meer") == {"text": "Lees meer", "url": "https://example.org/meer"}
    assert simulator.world.commands_for(person) == [{"command": "klaar", "description": "Stoppen"}]

    press = simulator.press(person, label="Ja")
    assert await client.hears(4) == [
        {"event": "press", "data": "ja", "words": "Doe je mee?"},
        {"event": "edited", "text": "Sanne doet mee.", "bold": ["Sanne"]},
        {"event": "sent", "kind": "photo", "width": 64, "height": 48},
        {"event": "sent", "kind": "document", "name": "plan.ics", "size": len(PLAN)},
    ]
    assert press.answered == {"text": "Fijn dat je meedoet", "show_alert": False}
    assert question.text == "Sanne doet mee."
    assert question.labels == []
    assert question.body["entities"] == [{"type": "bold", "offset": 0, "length": 5}]
    picture, plan = simulator.chat(person)[-2:]
    assert content_of(simulator, picture) == PICTURE
    assert content_of(simulator, plan) == PLAN

    simulator.send_photo(person, "mijn huis", OWN_PICTURE)
    simulator.send_document(person, "brief.pdf", LETTER)
    heard = sorted(await client.hears(2), key=lambda fact: str(fact["kind"]), reverse=True)  # no order is promised here
    assert heard == [
        {"event": "got", "kind": "photo", "caption": "mijn huis", "digest": digest(OWN_PICTURE)},
        {"event": "got", "kind": "document", "name": "brief.pdf", "mime": "application/pdf", "digest": digest(LETTER)},
    ]

    spoken = simulator.send_voice(person, 3, VOICE)
    assert await client.hears() == [
        {"event": "got", "kind": "voice", "seconds": 3, "mime": "audio/ogg", "digest": digest(VOICE)}
    ]
    again = await simulator.wait_for(person, "Gehoord")
    assert again.body["voice"]["file_id"] == spoken.body["voice"]["file_id"]
    uploaded = await simulator.wait_for(person, lambda message: message.kind == "voice", after=again.id)
    assert content_of(simulator, uploaded) == VOICE
    assert uploaded.body["voice"]["duration"] == 3

    typed = simulator.type(person, ANSWER)
    assert await client.hears() == [{"event": "text", "text": ANSWER, "links": ["https://example.org/tijd"]}]
    noted = await simulator.wait_for(person, "Genoteerd")
    assert noted.reply_to is typed

    simulator.type(person, "/klaar")


@pytest.mark.parametrize("name", CLIENTS_BY_NAME)
async def test_a_round_by_polling(telegram: Telegram, files: Path, name: str) -> None:
    simulator = telegram.simulator
    async with running(name, "polling", telegram.url, simulator.token, str(files)) as client:
        await the_round(simulator, client)
        assert await client.hears() == [{"event": "stopped"}]
        assert await client.ended() == 0, client.complaints
    assert simulator.transcript(simulator.people[0]) == SEEN
    assert simulator.world.updates.pending == 0
    assert [call.words for call in simulator.ledger.calls if call.code] == []


@pytest.mark.parametrize("name", ["aiogram", "grammY"])
async def test_a_round_by_webhook(telegram: Telegram, files: Path, name: str) -> None:
    """The client's own server gets the updates, with the secret it asked for; it never polls."""
    simulator = telegram.simulator
    async with running(name, "webhook", telegram.url, simulator.token, str(files)) as client:
        await the_round(simulator, client)
        assert await client.hears(2) == [{"event": "hook", "url": True}, {"event": "stopped"}]
        assert await client.ended() == 0, client.complaints
    assert simulator.transcript(simulator.people[0]) == SEEN
    assert "getUpdates" not in {call.method for call in simulator.ledger.calls}
    (asked,) = (call for call in simulator.ledger.calls if call.method == "setWebhook")
    assert re.fullmatch(r"\w+-secret_1", asked.parameters["secret_token"])


PTB = {
    "blocked": ("Forbidden", "Forbidden: bot was blocked by the user"),
    "nobody": ("BadRequest", "Chat not found"),
    "not modified": ("BadRequest", "Message is not modified"),
    "flood": ("RetryAfter", 1),
    "stranger": ("InvalidToken", "Unauthorized"),
    "gateway": ("NetworkError", "Bad Gateway"),
    "reset": ("NetworkError", "httpx.ReadError"),
    "conflict": ("Conflict", "Conflict: can't use getUpdates method while webhook is active"),
}
AIOGRAM = {
    "blocked": ("TelegramForbiddenError", "Forbidden: bot was blocked by the user"),
    "nobody": ("TelegramBadRequest", "Bad Request: chat not found"),
    "not modified": ("TelegramBadRequest", "Bad Request: message is not modified"),
    "flood": ("TelegramRetryAfter", 1),
    "stranger": ("TelegramUnauthorizedError", "Unauthorized"),
    "gateway": ("TelegramServerError", "Bad Gateway"),
    "reset": ("TelegramNetworkError", "ClientOSError"),
    "conflict": ("TelegramConflictError", "Conflict: can't use getUpdates method while webhook is active"),
}
GRAMMY = {
    "blocked": ("GrammyError 403", "Forbidden: bot was blocked by the user"),
    "nobody": ("GrammyError 400", "Bad Request: chat not found"),
    "not modified": ("GrammyError 400", "Bad Request: message is not modified"),
    "flood": ("GrammyError 429", 1),
    "stranger": ("GrammyError 401", "Unauthorized"),
    "gateway": ("GrammyError 502", "Bad Gateway"),
    "reset": ("HttpError", None),
    "conflict": ("GrammyError 409", "Conflict: can't use getUpdates method while webhook is active"),
}


@pytest.mark.parametrize(("name", "understood"), list(zip(CLIENTS_BY_NAME, (PTB, AIOGRAM, GRAMMY), strict=True)))
async def test_refusals_are_understood(
    strict: Telegram, name: str, understood: dict[str, tuple[str, str | int | None]]
) -> None:
    """Each refusal becomes the client's own class for it, with Telegram's words or the seconds to wait."""
    simulator = strict.simulator
    sanne, karim = simulator.add_person("Sanne"), simulator.add_person("Karim")
    for person in (sanne, karim):
        simulator.open_link(person)
    simulator.block(karim)
    simulator.world.updates.drop()
    simulator.faults.error(502, method="getChat")
    simulator.faults.reset(method="getMyName")
    async with running(name, "refusals", strict.url, simulator.token, str(sanne.id), str(karim.id)) as client:
        met = {fact["met"]: fact for fact in await client.hears(len(understood))}
        assert await client.ended() == 0, client.complaints
    assert set(met) == set(understood)
    for what, (kind, words) in understood.items():
        assert met[what]["as_"] == kind, met[what]
        if isinstance(words, int):
            assert met[what]["wait"] == words
        elif words is not None:
            assert words in met[what]["words"], met[what]
    assert simulator.transcript(sanne) == "> /start\n< Hoi"
