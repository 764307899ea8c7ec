"""`aanzet doctor` finds what is wrong, names the way out, shows no secret and changes nothing."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from storage.schema import REVISIONS
from tests.cli.command import Aanzet, contents, refusal
from tests.cli.conftest import Telegram


async def test_all_is_well(aanzet: Aanzet, filled: Path) -> None:
    """Everything is looked at; nothing is written, not even a table."""
    before = contents(filled)
    told = await aanzet("doctor", AANZET_ORGANISATION="Zorggroep")
    assert (told.code, told.err) == (0, ""), told
    assert told.out.endswith("Ready: `aanzet run`.\n")
    for what in (
        "@aanzet_bot",
        f"revision {REVISIONS[-1]}",
        "key fits",
        "GB free",
        "Europe/Amsterdam",
        "conversations",
        "looked up",
    ):
        assert what in told.out
    assert "BAD" not in told.out
    assert contents(filled) == before


async def test_a_fresh_machine(aanzet: Aanzet) -> None:
    """No data yet is no mistake, and they are not made."""
    told = await aanzet("doctor")
    assert told.code == 0
    assert "there are no data yet" in told.out
    assert not aanzet.data.exists()


async def test_nothing_set(alone: Aanzet) -> None:
    told = await alone("doctor", TELEGRAM_BOT_TOKEN=None, AANZET_MASTER_KEY=None)
    assert told.code == 1
    assert "BAD  token: TELEGRAM_BOT_TOKEN" in told.out
    assert "BAD  master key: AANZET_MASTER_KEY" in told.out


async def test_a_bad_setting_is_told_and_the_rest_is_looked_at(alone: Aanzet) -> None:
    told = await alone("doctor", AANZET_PORT="x")
    assert told.code == 1
    assert "BAD  settings: AANZET_PORT" in told.out
    assert "ok   content" in told.out


async def test_telegram_and_content_and_data_that_are_wrong(alone: Aanzet, filled: Path) -> None:
    """All in one run: somebody who mends things wants the whole list."""
    with closing(sqlite3.connect(filled / "aanzet.db")) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    told = await alone("doctor", AANZET_CONTENT=str(alone.home / "nowhere"))
    assert told.code == 1
    assert "BAD  telegram: No answer from http://127.0.0.1:9" in told.out
    assert "newer version" in told.out
    assert "BAD  content" in told.out


async def test_what_asks_for_attention_is_no_failure(aanzet: Aanzet) -> None:
    """Old numbers to call, a key beside the data, a file that everybody can read."""
    aanzet.data.mkdir()
    key = aanzet.data / "master.key"
    key.write_text(aanzet.settings["AANZET_MASTER_KEY"])
    key.chmod(0o644)
    (aanzet.home / "content" / "nl").mkdir(parents=True)
    (aanzet.home / "content" / "nl" / "contacts.yaml").write_text('checked: "2020-01-31"\ncontacts: []\n')
    changes = {"AANZET_MASTER_KEY": None, "AANZET_MASTER_KEY_FILE": str(key)}
    told = await aanzet("doctor", AANZET_CONTENT=str(aanzet.home / "content"), **changes)
    assert told.code == 0, told.out
    assert "look master key: " in told.out
    assert "inside the data directory" in told.out
    assert "chmod o-rwx" in told.out
    assert "look contacts: " in told.out
    assert "2020-01-31" in told.out


async def test_it_sees_the_running_bot_and_a_stranger_on_its_port(aanzet: Aanzet, telegram: Telegram) -> None:
    async with aanzet.running() as running:
        told = await aanzet("doctor", AANZET_PORT=str(running.port))
        assert told.code == 0
        assert "`aanzet run` is working" in told.out
    taken = telegram.url.rpartition(":")[2]
    told = await aanzet("doctor", AANZET_PORT=taken)
    assert told.code == 1
    assert "BAD  health page: cannot listen" in told.out


async def test_a_machine_without_time_zones(aanzet: Aanzet) -> None:
    """As a slim image without the tzdata package."""
    aanzet.before = [sys.executable, "-c", NO_ZONES]
    refusal(await aanzet("doctor"), "tzdata", "install")


NO_ZONES = (
    "import os, sys\n"
    "os.environ['PYTHONTZPATH'] = ''\n"
    'code = \'import sys; sys.modules["tzdata"] = None; import bot.cli; sys.argv[0] = "aanzet"; bot.cli.main()\'\n'
    "os.execv(sys.argv[1], [sys.argv[1], '-c', code, *sys.argv[4:]])\n"
)
