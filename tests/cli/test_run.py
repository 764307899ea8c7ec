"""`aanzet run` as an administrator meets it: it starts, answers, ends in order, and takes new content."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path

import httpx

from bot.commands import run
from bot.simulator import Call, ConnectionCutError
from tests.cli.command import PATIENCE_SECONDS, Aanzet
from tests.cli.conftest import Telegram

TEXT = "mijn geheime wens is de avonddienst"


class Hanging:
    """A Telegram that takes messages and never answers."""

    def __init__(self) -> None:
        self.hangs = asyncio.Event()
        self.answered = asyncio.Event()

    async def before(self, call: Call) -> None:
        if call.method == "sendMessage":
            self.hangs.set()
            await self.answered.wait()

    async def after(self, call: Call) -> None:
        pass


class Cut:
    """A line that can be cut."""

    def __init__(self) -> None:
        self.cut = False

    async def before(self, call: Call) -> None:
        if self.cut:
            raise ConnectionCutError

    async def after(self, call: Call) -> None:
        pass


async def _payload(aanzet: Aanzet, *words: str) -> str:
    result = await aanzet("invite", "--role", "employee", "--team", "Zorg Noord", *words)
    return result.out.splitlines()[0].partition("?start=")[2]


async def test_it_answers_ends_in_order_and_knows_people_again(aanzet: Aanzet, telegram: Telegram) -> None:
    """The whole way over HTTP, with a stop in between, and no word of it in the log."""
    simulator = telegram.simulator
    sanne = simulator.add_person("Zebedea")
    payload = await _payload(aanzet)
    async with aanzet.running() as running:
        simulator.open_link(sanne, payload)
        welcome = await simulator.wait_for(sanne, "programma")
        yes = next(button["callback_data"] for button in welcome.buttons if button["text"] == "Ja, ik doe mee")
        simulator.press(sanne, welcome.id, yes)
        await simulator.wait_for(sanne, lambda message: message.id > welcome.id and bool(message.buttons))
        simulator.type(sanne, TEXT)
        await asyncio.sleep(0.5)
    logged = running.text
    assert running.lines[-1]["event"] == "stopped"
    last = simulator.last(sanne).id
    async with aanzet.running() as running:
        simulator.type(sanne, "/privacy")
        await simulator.wait_for(sanne, lambda _: True, timeout=15, after=last)
    for secret in ("Zebedea", "geheime", "avonddienst", payload, str(sanne.id)):
        assert secret not in logged + running.text


async def test_what_came_while_it_was_away_is_answered(aanzet: Aanzet, telegram: Telegram) -> None:
    """Telegram keeps it; the next start fetches it."""
    person = telegram.simulator.add_person("Sanne")
    telegram.simulator.open_link(person)
    async with aanzet.running():
        await telegram.simulator.wait_for(person, "link", timeout=15)


async def test_it_ends_while_telegram_hangs(aanzet: Aanzet, telegram: Telegram) -> None:
    """An answer that never comes does not hold up the end; what was to be said is said at the next start.

    Service managers often kill after ten seconds: that it takes no longer is a number of ours, not one of this machine.
    """
    person = telegram.simulator.add_person("Sanne")

    telegram.simulator.interference = hanging = Hanging()
    async with aanzet.running() as running:
        telegram.simulator.open_link(person)
        await hanging.hangs.wait()
        running.process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(PATIENCE_SECONDS):
            await running.process.wait()
    assert running.lines[-1]["event"] == "stopped"
    assert run.STOP_SECONDS < 10
    hanging.answered.set()
    telegram.simulator.interference = None
    async with aanzet.running():
        await telegram.simulator.wait_for(person, "link", timeout=15)


async def test_a_second_signal_ends_it_at_once(aanzet: Aanzet, telegram: Telegram) -> None:
    """Somebody who is in a hurry is obeyed; the exit is clean all the same."""
    person = telegram.simulator.add_person("Sanne")
    telegram.simulator.interference = hanging = Hanging()
    async with aanzet.running() as running:
        telegram.simulator.open_link(person)
        await hanging.hangs.wait()
        running.process.send_signal(signal.SIGINT)
        await running.said("stopping")
        running.process.send_signal(signal.SIGINT)
        async with asyncio.timeout(PATIENCE_SECONDS):
            await running.process.wait()
    assert running.lines[-1]["event"] == "stopped_at_once"  # not "stopped", nor after "stopping_took_too_long"
    assert [line["event"] for line in running.lines if line["event"].startswith("stop")] == [
        "stopping",
        "stopped_at_once",
    ]
    hanging.answered.set()


def _phrase(content: Path, words: str) -> None:
    (content / "nl").mkdir(parents=True, exist_ok=True)
    (content / "nl" / "phrases.yaml").write_text(f"phrases:\n  no_link: {words}\n", encoding="utf-8")


async def test_sighup_takes_new_content_and_refuses_bad_content(aanzet: Aanzet, telegram: Telegram) -> None:
    """The new words at once; a mistake leaves the last good ones in use and is told with its place."""
    content = aanzet.home / "content"
    _phrase(content, "Het eerste woord.")
    person = telegram.simulator.add_person("Sanne")
    async with aanzet.running(AANZET_CONTENT=str(content)) as running:
        telegram.simulator.open_link(person)
        await telegram.simulator.wait_for(person, "Het eerste woord.")
        _phrase(content, "Het tweede woord.")
        running.process.send_signal(signal.SIGHUP)
        await running.said("content_reloaded")
        telegram.simulator.type(person, "hoi")
        await telegram.simulator.wait_for(person, "Het tweede woord.")
        last = telegram.simulator.last(person).id
        _phrase(content, "[geen, tekst]")
        running.process.send_signal(signal.SIGHUP)
        mistake = await running.said("content_mistake")
        assert (mistake["path"], mistake["line"]) == (str(content / "nl" / "phrases.yaml"), 2)
        assert "old content stays" in (await running.said("content_refused"))["remedy"]
        telegram.simulator.type(person, "hoi")
        await telegram.simulator.wait_for(person, "Het tweede woord.", after=last)
        _phrase(content, "Het derde woord.")
        running.process.send_signal(signal.SIGHUP)
        telegram.simulator.type(person, "hoi")
        await running.said("content_reloaded", after=running.lines.index(mistake))
        telegram.simulator.type(person, "hoi")
        await telegram.simulator.wait_for(person, "Het derde woord.")


async def test_the_health_page_tells_and_turns_bad_with_telegram(aanzet: Aanzet, telegram: Telegram) -> None:
    """200 from the first moment; 503 when the server refuses; 200 again afterwards."""
    telegram.simulator.interference = line = Cut()
    person = telegram.simulator.add_person("Sanne")
    async with aanzet.running() as running, httpx.AsyncClient(trust_env=False) as client:

        async def health() -> httpx.Response:
            return await client.get(f"http://127.0.0.1:{running.port}/health")

        answer = await health()
        assert (answer.status_code, answer.json()) == (
            200,
            {"status": "ok", "telegram": True, "store": True, "waiting": "<10"},
        )
        line.cut = True
        telegram.simulator.open_link(person)  # ends the poll that waits
        await running.said("polling_failed")
        answer = await health()
        assert (answer.status_code, answer.json()["telegram"], answer.json()["status"]) == (503, False, "trouble")
        line.cut = False
        telegram.simulator.type(person, "hoi")
        await telegram.simulator.wait_for(person, "link", timeout=30)
        await running.said("polling_again")
        assert (await health()).status_code == 200
