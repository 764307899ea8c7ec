"""`aanzet invite`: a link that works, before the first start and while the bot runs."""

from __future__ import annotations

import pytest

from storage import teams
from storage.store import Store
from tests.cli.command import KEY_BYTES, Aanzet, refusal
from tests.cli.conftest import Telegram


async def _teams(aanzet: Aanzet) -> list[str]:
    async with Store.open(aanzet.data, KEY_BYTES) as store, store.transaction() as tx:
        return [team.name for team in await teams.every(tx)]


async def test_an_invitation_before_the_first_start_works_afterwards(aanzet: Aanzet, telegram: Telegram) -> None:
    """The first line is the link alone, for scripts; a QR code follows."""
    made = await aanzet("invite", "--role", "lead", "--team", "Zorg  Noord ", "--uses", "1")
    assert made.code == 0, made.err
    link, _, told = made.out.splitlines()[:3]
    assert link.startswith("https://t.me/aanzet_bot?start=")
    assert told == "lead in Zorg Noord; works for 60 days, once."
    assert sum("▄" in line for line in made.out.splitlines()) > 12
    simulator = telegram.simulator
    karim, other = simulator.add_person("Karim"), simulator.add_person("Ander")
    async with aanzet.running():
        simulator.open_link(karim, link.partition("?start=")[2])
        welcome = await simulator.wait_for(karim, "programma")
        simulator.press(karim, welcome.id, str(welcome.buttons[0]["callback_data"]))
        await simulator.wait_for(karim, "leidinggevende")
        simulator.open_link(other, link.partition("?start=")[2])
        await simulator.wait_for(other, "link")
    assert await _teams(aanzet) == ["Zorg Noord"]


async def test_an_invitation_while_the_bot_runs_works_at_once(aanzet: Aanzet, telegram: Telegram) -> None:
    """The running process keeps its data; the command only visits. The same name is the same team."""
    simulator = telegram.simulator
    els = simulator.add_person("Els")
    async with aanzet.running():
        made = await aanzet("invite", "--role", "hr", "--team", "Personeel")
        assert made.code == 0, made.err
        await aanzet("invite", "--role", "employee", "--team", "Personeel")
        simulator.open_link(els, made.out.splitlines()[0].partition("?start=")[2])
        welcome = await simulator.wait_for(els, "programma")
        simulator.press(els, welcome.id, str(welcome.buttons[0]["callback_data"]))
        await simulator.wait_for(els, lambda message: message.id > welcome.id)
    assert await _teams(aanzet) == ["Personeel"]


async def test_two_teams_of_one_name_are_told_apart_by_id(aanzet: Aanzet) -> None:
    """Names need not be unique: leads make teams, too."""
    from bot.clock import SystemClock

    async with Store.open(aanzet.data, KEY_BYTES) as store, store.transaction() as tx:
        ids = [await teams.create(tx, "Nacht", SystemClock().now()) for _ in range(2)]
    refusal(await aanzet("invite", "--role", "lead", "--team", "Nacht"), "2 teams", *ids)
    assert (await aanzet("invite", "--role", "lead", "--team", ids[1])).code == 0
    assert await _teams(aanzet) == ["Nacht", "Nacht"]


@pytest.mark.parametrize("name", [" ", "x" * 61, "a\x1b[2Jb"])
async def test_a_name_that_is_none_is_refused(alone: Aanzet, name: str) -> None:
    refusal(await alone("invite", "--role", "lead", "--team", name), "--team")


async def test_roles_and_numbers_are_checked(alone: Aanzet) -> None:
    """Click's own errors: two lines and exit code 2."""
    for words in (["--role", "boss", "--team", "x"], ["--role", "hr"], ["--role", "hr", "--team", "x", "--uses", "0"]):
        assert (await alone("invite", *words)).code == 2
