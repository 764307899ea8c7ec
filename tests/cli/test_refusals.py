"""Whatever is wrong around the bot: one clear line with the way out, a failing exit code, and the data as they were."""

from __future__ import annotations

import asyncio
import base64
import resource
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import httpx
import pytest

from bot.simulator import TOKEN
from storage.store import Store
from tests.cli.command import KEY_BYTES, Aanzet, contents, refusal
from tests.cli.conftest import Telegram

OTHER_KEY = base64.b64encode(b"o" * 32).decode()
WITHOUT_ROOTS_RIGHTS = (
    "import ctypes, os, sys\n"
    "for capability in (1, 2): ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)\n"  # PR_CAPBSET_DROP, CAP_DAC_*
    "os.execv(sys.argv[1], sys.argv[1:])\n"
)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("TELEGRAM_BOT_TOKEN", None, ("TELEGRAM_BOT_TOKEN", "@BotFather")),
        ("TELEGRAM_BOT_TOKEN", "not a token", ("TELEGRAM_BOT_TOKEN", "@BotFather")),
        ("AANZET_MASTER_KEY", None, ("AANZET_MASTER_KEY", "openssl rand")),
        ("AANZET_MASTER_KEY", "c2hvcnQ=", ("32 bytes", "openssl rand")),
        ("AANZET_MASTER_KEY_FILE", "key", ("both set", "keep one")),
        ("AANZET_PORT", "eighty", ("AANZET_PORT", ".env")),
        ("AANZET_MINIMUM_GROUP", "3", ("AANZET_MINIMUM_GROUP", "5")),
        ("AANZET_TIME_ZONE", "Europe/Amsterdm", ("AANZET_TIME_ZONE", "Europe/Amsterdam")),
        ("TELEGRAM_API_URL", "api.telegram.org", ("TELEGRAM_API_URL", "https://")),
    ],
)
async def test_a_bad_or_missing_setting(alone: Aanzet, name: str, value: str | None, words: tuple[str, ...]) -> None:
    """Told before anything is touched, and never with the value."""
    line = refusal(await alone("run", **{name: value}), *words)
    assert value is None or name == "AANZET_MASTER_KEY_FILE" or f" {value} " not in line
    assert not alone.data.exists()


async def test_a_misspelt_name_in_the_env_file(alone: Aanzet) -> None:
    """It is not silently ignored."""
    (alone.home / ".env").write_text("AANZET_PROT=1\n")
    refusal(await alone("run"), "AANZET_PROT", "did you mean AANZET_PORT?")


async def test_a_token_that_telegram_refuses(aanzet: Aanzet) -> None:
    """Also with data that are there: nothing is opened before the token is known to be good."""
    other = TOKEN.replace("simulator", "somebody1")
    line = refusal(await aanzet("run", TELEGRAM_BOT_TOKEN=other), "TELEGRAM_BOT_TOKEN", "@BotFather")
    assert other not in line
    assert not aanzet.data.exists()


async def test_a_server_that_does_not_answer(alone: Aanzet, filled: Path) -> None:
    before = contents(filled)
    refusal(await alone("run"), "127.0.0.1:9", "TELEGRAM_API_URL")
    refusal(await alone("invite", "--role", "hr", "--team", "x"), "127.0.0.1:9", "TELEGRAM_API_URL")
    assert contents(filled) == before


async def test_a_server_that_is_no_bot_api(aanzet: Aanzet, telegram: Telegram) -> None:
    refusal(await aanzet("run", TELEGRAM_API_URL=f"{telegram.url}/elsewhere"), "TELEGRAM_API_URL")


async def test_a_port_in_use(alone: Aanzet) -> None:
    """Known before anything else is done; for the demo the same."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        refusal(await alone("run", AANZET_PORT=port), port, "AANZET_PORT")
        refusal(await alone("demo", "--port", port), port, "--port")
    refusal(await alone("run", AANZET_HOST="host.invalid"), "host.invalid", "AANZET_HOST")
    assert not alone.data.exists()


async def test_a_wrong_key(aanzet: Aanzet, filled: Path) -> None:
    before = contents(filled)
    refusal(await aanzet("run", AANZET_MASTER_KEY=OTHER_KEY), "master key", "keys.db")
    refusal(await aanzet("invite", "--role", "hr", "--team", "x", AANZET_MASTER_KEY=OTHER_KEY), "master key", "keys.db")
    assert contents(filled) == before


async def test_a_key_file_that_is_not_there(aanzet: Aanzet, filled: Path) -> None:
    before = contents(filled)
    changes = {"AANZET_MASTER_KEY": None, "AANZET_MASTER_KEY_FILE": str(aanzet.home / "nothing.key")}
    refusal(await aanzet("run", **changes), "nothing.key", "restore it")
    assert contents(filled) == before


async def test_keys_that_are_gone(aanzet: Aanzet, filled: Path) -> None:
    (filled / "keys.db").unlink()
    before = contents(filled)
    refusal(await aanzet("run"), "keys.db", "Restore")
    assert contents(filled) == before


async def test_a_database_of_a_newer_version(aanzet: Aanzet, filled: Path) -> None:
    with closing(sqlite3.connect(filled / "aanzet.db")) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    before = contents(filled)
    refusal(await aanzet("run"), "newer version", "9999", "Install")
    assert contents(filled) == before


async def test_data_that_are_in_use(aanzet: Aanzet, filled: Path) -> None:
    async with Store.open(filled, KEY_BYTES):
        refusal(await aanzet("run"), "another process", "Stop that one")


async def test_a_directory_that_cannot_be_written(aanzet: Aanzet, filled: Path) -> None:
    """As a user who may not write there; root without the right to overrule permissions."""
    aanzet.before = [sys.executable, "-c", WITHOUT_ROOTS_RIGHTS]
    before = contents(filled)
    paths = [filled, *(filled / name for name in before), filled / "aanzet.lock"]
    for path in paths:
        path.chmod(0o500 if path == filled else 0o400)
    try:
        refusal(await aanzet("run"), str(filled.name), "write access")
        examined = await aanzet("doctor")
        assert examined.code == 1
        assert "cannot be written" in examined.out
    finally:
        for path in paths:
            path.chmod(0o700)
    assert contents(filled) == before


async def test_a_place_that_is_no_directory(aanzet: Aanzet) -> None:
    (aanzet.home / "file").write_text("")
    refusal(await aanzet("run", AANZET_DATA_DIR=str(aanzet.home / "file")), "file", "another directory")


async def test_bad_content(alone: Aanzet) -> None:
    """Every mistake with its place, and a last line that says what to do."""
    folder = alone.home / "content" / "nl" / "conversations"
    folder.mkdir(parents=True)
    (folder / "praatje.yaml").write_text("id: praatje\ntitle: Praatje\nsteps:\n  - id: een\n    zeg: Hoi\n")
    result = await alone("run", AANZET_CONTENT=str(alone.home / "content"))
    assert result.code == 1
    assert "praatje.yaml:5:" in result.err
    assert "aanzet check" in result.err.splitlines()[-1]
    assert not alone.data.exists()


async def test_no_room_to_begin(aanzet: Aanzet) -> None:
    """A disk that is full from the start: the largest file allowed is smaller than the database."""
    aanzet.before = ["sh", "-c", 'ulimit -f 20; exec "$0" "$@"']
    refusal(await aanzet("run"), "No room left", "Make room")
    aanzet.before = []
    async with aanzet.running():
        pass


@pytest.fixture
def small_disk(alone: Aanzet) -> Iterator[bool]:
    """A disk of 12 MB for the data, where root may mount one; False where it may not."""
    alone.data.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=12m,mode=0700", "tmpfs", str(alone.data)]
    mounted = subprocess.run(mount, capture_output=True, check=False).returncode == 0
    yield mounted
    if mounted:
        subprocess.run(["umount", str(alone.data)], check=True)


@contextmanager
def _full(data: Path, pid: int, *, mounted: bool) -> Iterator[None]:
    """Nothing more can be written: the disk is full, or (where none could be mounted) files may not grow."""
    if mounted:
        filler = data / "filler"
        with filler.open("wb", buffering=0) as file, suppress(OSError):
            while True:
                file.write(b"x" * 4096)
        yield
        filler.unlink()
    else:
        _, most = resource.prlimit(pid, resource.RLIMIT_FSIZE)
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (1, most))
        yield
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (most, most))


async def test_a_disk_that_fills_up_loses_nothing(aanzet: Aanzet, telegram: Telegram, small_disk: bool) -> None:
    """What came in meanwhile is not acknowledged, so it is answered when there is room again; log and page tell."""
    simulator = telegram.simulator
    person = simulator.add_person("Sanne")
    async with aanzet.running() as running, httpx.AsyncClient(trust_env=False) as client:
        page = f"http://127.0.0.1:{running.port}/health"
        simulator.open_link(person)
        first = await simulator.wait_for(person, "link")
        with _full(aanzet.data, running.pid, mounted=small_disk):
            simulator.type(person, "hoi")
            trouble = await running.said("store_refuses")
            assert ("Make room" if small_disk else "Check the disk") in trouble["remedy"]
            if small_disk:
                assert (await client.get(page)).json()["store"] is False
            await asyncio.sleep(1)
            assert simulator.last(person).id == first.id
            assert running.process.returncode is None
        await simulator.wait_for(person, "link", timeout=40, after=first.id)
        assert (await client.get(page)).status_code == 200


async def test_a_fault_of_the_program_is_one_line_without_words(alone: Aanzet) -> None:
    """What nobody foresaw: its class and place, never its text, which may quote somebody."""
    code = (
        "import sys\nfrom bot import cli\nfrom bot.commands import checking\n"
        "def broken(*_args, **_options): raise KeyError('Zebedea said')\n"
        "checking.check = broken\nsys.argv = ['aanzet', 'check']\ncli.main()\n"
    )
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", code, env=alone.environment({}), cwd=alone.home, stderr=asyncio.subprocess.PIPE
    )
    _, raw = await process.communicate()
    err = raw.decode()
    assert process.returncode == 70
    assert "KeyError at" in err
    assert "Zebedea" not in err
    assert len(err.splitlines()) == 1
