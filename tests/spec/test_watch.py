"""A wrong call fails the test in which it was made, whoever hides its refusal, and the end of a run tells what was checked."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.spec.published import Published

ROOT = Path(__file__).parents[2]
CONFTEST = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from tests.conftest import *
"""
TESTS = '''
import pytest
from bot.clock import SystemClock
from bot.simulator import Call, Simulator, create_app, serving
from bot.telegram.connect import connect

@pytest.fixture
async def told():
    """Somebody, and a bot that never complains."""
    simulator = Simulator(SystemClock(), limits=None)
    async with serving(create_app(simulator), simulator) as url:
        person = simulator.add_person("Sanne")
        simulator.open_link(person)
        bot = connect(simulator.token, url)
        async def say(**parameters):
            try:
                await bot._post("sendMessage", {"chat_id": person.id, "text": "Hallo", **parameters})
            except Exception:
                pass
        async with bot:
            yield say

@pytest.fixture
async def wrong_beforehand(told):
    await told(beforehand=1)

async def test_right(told):
    await told()

async def test_refused_and_nobody_noticed(told):
    await told(text="")

async def test_taken_and_wrong_nevertheless(told):
    await told(silently=True)

async def test_set_up(wrong_beforehand):
    pass

async def test_on_purpose(told, wrong_on_purpose):
    with wrong_on_purpose("calls"):
        await told(silently=True)
'''


def _run(directory: Path, tests: str, **changes: str) -> tuple[int, str]:
    (directory / "conftest.py").write_text(CONFTEST)
    (directory / "test_planted.py").write_text(tests)
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "no:cacheprovider",
        "-o",
        "asyncio_mode=auto",
        "--rootdir",
        str(directory),
    ]
    environment = {name: value for name, value in os.environ.items() if name not in ("REQUIRE_ALL", "PYTEST_ADDOPTS")}
    done = subprocess.run(
        [*command, str(directory)],
        cwd=directory,
        env=environment | changes,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


def test_a_planted_wrong_call_fails_its_own_test(tmp_path: Path, published: Published) -> None:
    code, told = _run(tmp_path, TESTS)
    assert code == 1
    assert "sendMessage.text: ''; expected 1-4096 characters" in told
    assert "sendMessage.silently: an unknown parameter; expected one of" in told
    assert "sendMessage.beforehand: an unknown parameter" in told
    ends = sorted(line.split(" - ")[0] for line in told.splitlines() if line.startswith(("FAILED", "ERROR")))
    assert ends == [
        "ERROR test_planted.py::test_set_up",
        "FAILED test_planted.py::test_refused_and_nobody_noticed",
        "FAILED test_planted.py::test_taken_and_wrong_nevertheless",
    ]
    assert f"9 calls of 2 methods were held against {published.version}: getMe 5, sendMessage 4" in told


def test_a_run_without_calls_fails_only_where_all_is_required(tmp_path: Path, published: Published) -> None:
    nothing = "def test_nothing():\n    pass\n"
    assert _run(tmp_path, nothing)[0] == 0
    code, told = _run(tmp_path, nothing, REQUIRE_ALL="1")
    assert code == 1
    assert "none was checked" in told


def test_without_the_interface_it_says_loudly_what_is_not_checked(tmp_path: Path) -> None:
    code, told = _run(tmp_path, TESTS, AANZET_BOT_API_SPEC=str(tmp_path / "nowhere"))
    assert code == 0
    assert "*** CALLS WERE NOT HELD AGAINST THE BOT API" in told
    assert "set AANZET_BOT_API_SPEC" in told
