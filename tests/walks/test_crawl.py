"""No button anywhere is dead: whatever can be reached is pressed."""

from __future__ import annotations

import pytest

from dialogues.effects import KeepScan
from tests.walks.phone import PLAN, Phone, Walk
from tests.walks.test_document import HALF, HOUSE, keep, note

PRESSES = 3
MOST = 400
"""Buttons one crawl presses."""


async def reached(walk: Walk, state: str) -> Phone:
    """Somebody in one of the states a crawl starts from."""
    if state in ("lead", "hr"):
        sanne = await walk.member("Karim", state)
        await sanne.type("/menu")
        return sanne
    if state == "newcomer":
        sanne = walk.phone()
        await sanne.open(await walk.link())
        return sanne
    if state == "talking":
        return await walk.member()
    if state == "planned":
        sanne = await walk.member()
        await sanne.do(*PLAN)
        await sanne.type("/plan")
        return sanne
    if state == "asked":
        sanne = await walk.member()
        await sanne.do(*PLAN)
        await walk.at("2026-11-30", "12:00")
        return sanne
    sanne = await walk.finished()
    if state == "document":
        for section in ("belangrijk", "gesprek", "vraag", "knelpunt", "verhaal"):
            await keep(walk, sanne, note("rustig werken", section))
        await keep(walk, sanne, KeepScan(HALF), KeepScan(HOUSE))
        state = "/mijn"
    await sanne.type(state)
    return sanne


@pytest.mark.parametrize(
    "state",
    [
        *("newcomer", "talking", "planned", "asked", "lead", "hr", "document"),
        *(
            "/menu",
            "/praten",
            "/pauze",
            "/stop",
            "/gegevens",
            "/mijn",
            "/wissen",
            "iets wat ik kwijt wil",
            "ik wil dood",
        ),
    ],
)
async def test_no_button_is_dead(walk: Walk, state: str) -> None:
    """From many states: every button that turns up within three presses gets an answer or changes the message."""
    sanne = await reached(walk, state)
    failures: list[str] = []
    pressed: set[tuple[str, str]] = set()
    waiting = [(message.id, button, 1) for message in sanne.chat() for button in message.buttons if message.from_bot]
    while waiting and len(pressed) < MOST:
        message_id, button, depth = waiting.pop(0)
        message = walk.simulator.world.message(sanne.person.id, message_id)
        data = str(button.get("callback_data", ""))
        if message is None or not data or button not in message.buttons or data.startswith("wis2"):
            continue
        kind = data.partition(":")[0]
        key = (message.text, data if kind != "q" else f"q:{button['text']}")
        if key in pressed:
            continue
        pressed.add(key)
        await walk.by(seconds=5)
        seen = len(walk.simulator.world.presses)
        edited = message.labels
        said = await sanne.press_on(message, data)
        (press,) = list(walk.simulator.world.presses.values())[seen:]
        toast = (press.answered or {}).get("text")
        if not said and not toast and message.labels == edited:
            failures.append(f"{button['text']} ({data}) under: {message.text!r}")
        if depth < PRESSES:
            waiting += [(each.id, more, depth + 1) for each in sanne.news() for more in each.buttons]
    assert not failures, "\n".join(failures)
    assert len(pressed) > 2
    assert [row for row in walk.rows("inbox") if row["state"] == "aside" or row["attempts"]] == []
    assert "Er ging iets mis bij mij" not in sanne.transcript()
