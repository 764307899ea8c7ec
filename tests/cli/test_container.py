"""What the container names exists, and its health check does what it says. The image itself cannot be built everywhere."""

from __future__ import annotations

import asyncio
import json
import re
import shlex
import sys
import tomllib
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from bot import cli
from bot.commands import run
from bot.settings import names
from bot.web.health import create_app
from bot.web.server import listener, serving
from storage.store import Store

ROOT = Path(__file__).parent.parent.parent
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
LINES = [
    line
    for line in re.sub(r"\\\n\s*", " ", DOCKERFILE).splitlines()
    if line.strip() and not line.lstrip().startswith("#")
]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def _last(instruction: str) -> str:
    return [line for line in LINES if line.startswith(f"{instruction} ")][-1].split(" ", 1)[1]


def _environment() -> dict[str, str]:
    return dict(word.split("=", 1) for word in shlex.split(_last("ENV")))


def _compose() -> Any:
    return YAML(typ="safe").load((ROOT / "compose.yaml").read_text(encoding="utf-8"))


def _sent_to_the_builder(path: str) -> bool:
    """Whether `.dockerignore` lets a path through; the last rule that fits decides."""
    sent = True
    for rule in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines():
        if not rule or rule.startswith("#"):
            continue
        pattern = rule.removeprefix("!")
        parents = [path, *(str(parent) for parent in Path(path).parents if str(parent) != ".")]
        loose = pattern.removeprefix("**/")
        if any(fnmatch(each, pattern) for each in parents) or (
            loose != pattern and any(fnmatch(part, loose) for part in Path(path).parts)
        ):
            sent = rule.startswith("!")
    return sent


def test_everything_that_is_copied_exists_and_reaches_the_builder() -> None:
    copied = [line.split()[1:-1] for line in LINES if line.startswith("COPY ") and "--from" not in line]
    sources = [source for words in copied for source in words]
    assert {"bot", "dialogues", "storage", "requirements/run.lock", PROJECT["project"]["readme"], "LICENSE"} == set(
        sources
    ) - {"pyproject.toml"}
    for source in sources:
        assert (ROOT / source).exists(), source
        assert _sent_to_the_builder(source), source
    assert _sent_to_the_builder("bot/simulator/page/index.html")


def test_secrets_and_data_do_not_reach_the_builder() -> None:
    for path in (
        ".env",
        "master.key",
        "data/aanzet.db",
        "data",
        ".git/config",
        ".venv/bin/python",
        "bot/x.key",
        "tests",
    ):
        assert not _sent_to_the_builder(path), path


def test_the_lock_holds_hashes_and_what_builds_the_package() -> None:
    lock = (ROOT / "requirements" / "run.lock").read_text(encoding="utf-8")
    assert "--require-hashes" in DOCKERFILE
    assert re.search(r"^setuptools==", lock, re.MULTILINE)
    assert re.search(r"^tzdata==", lock, re.MULTILINE)
    assert all("--hash=sha256:" in block for block in re.split(r"\n(?=[a-z])", lock.strip()) if "==" in block)


def test_the_command_and_its_settings_exist() -> None:
    assert json.loads(_last("ENTRYPOINT")) == ["aanzet"]
    assert PROJECT["project"]["scripts"]["aanzet"] == "bot.cli:main"
    assert json.loads(_last("CMD"))[0] in cli.main.commands
    known = set(names())
    assert {name for name in _environment() if name.startswith("AANZET_")} <= known
    assert set(_compose()["services"]["aanzet"]["environment"]) <= known


def test_it_runs_without_rights_and_its_data_are_in_the_volume() -> None:
    compose = _compose()
    service = compose["services"]["aanzet"]
    data = _environment()["AANZET_DATA_DIR"]
    user = re.search(r"useradd --system --uid (\d+) .* (\w+)\s+&&", DOCKERFILE.replace("\\\n", " "))
    assert user is not None
    assert _last("USER") == user[2]
    assert int(user[1]) > 0
    assert f"chown {user[1]} master.key" in (ROOT / "compose.yaml").read_text(encoding="utf-8")
    assert _last("VOLUME") == data == service["environment"]["AANZET_DATA_DIR"]
    assert service["volumes"] == [f"data:{data}"]
    assert "data" in compose["volumes"]
    assert f"install -d -o {user[2]} -g {user[2]} -m 0700 {data}" in DOCKERFILE


def test_the_master_key_comes_as_a_secret_and_the_end_has_time() -> None:
    compose = _compose()
    service = compose["services"]["aanzet"]
    assert service["environment"]["AANZET_MASTER_KEY_FILE"] == f"/run/secrets/{service['secrets'][0]}"
    assert service["environment"]["AANZET_MASTER_KEY"] == ""
    assert compose["secrets"][service["secrets"][0]]["file"] == "./master.key"
    assert int(service["stop_grace_period"].removesuffix("s")) > run.STOP_SECONDS + 2
    assert service["env_file"] == ".env"
    assert all(published.startswith("127.0.0.1:") for published in service["ports"])


async def test_the_health_check_fails_when_the_page_does(tmp_path: Path) -> None:
    """The very words of the Dockerfile, run against the real page."""
    command = json.loads(_last("HEALTHCHECK").split("CMD ", 1)[1])
    works = True
    async with Store.open(tmp_path / "data", b"k" * 32) as store:
        with listener("127.0.0.1", 0) as listening:
            port = str(listening.getsockname()[1])

            async def code() -> int:
                process = await asyncio.create_subprocess_exec(
                    sys.executable,
                    *command[1:],
                    env={**_environment(), "AANZET_PORT": port},
                    stderr=asyncio.subprocess.DEVNULL,
                )
                return await process.wait()

            async with serving(create_app(store, lambda: works), listening):
                assert await code() == 0
                works = False
                assert await code() != 0
        assert await code() != 0


def test_the_licence_is_whole() -> None:
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "Version 2.0, January 2004" in licence
    assert "END OF TERMS AND CONDITIONS" in licence
    assert PROJECT["project"]["license"] == "Apache-2.0"
