"""The set-up of the browser finds one, installs one, or says loudly that there is none."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests import browser_setup


@pytest.fixture
def nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with no browser; gives the one directory of its PATH."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("REQUIRE_ALL", raising=False)
    return tmp_path


def _program(directory: Path, name: str) -> None:
    (directory / name).write_text("#!/bin/sh\n")
    (directory / name).chmod(0o755)


@pytest.mark.parametrize("name", browser_setup.BROWSERS)
def test_a_browser_that_is_there_is_used(nothing: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    _program(nothing, name)
    assert browser_setup.main(lambda _: pytest.fail("nothing is to be installed")) == 0
    assert capsys.readouterr().err == ""


def test_without_the_right_to_install_it_says_so(
    nothing: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A developer's own machine is left alone; the other tests go on, unless all are required."""
    assert browser_setup.main() == 0
    assert "WILL BE SKIPPED" in capsys.readouterr().err
    monkeypatch.setenv("REQUIRE_ALL", "1")
    assert browser_setup.main() == 1


def test_where_it_may_it_installs(nothing: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root on Debian; a failed installation is no browser."""
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(browser_setup, "may_install", lambda: True)
    asked: list[Sequence[str]] = []

    def run(command: Sequence[str]) -> int:
        asked.append(command)
        if "install" in command:
            _program(nothing, "chromium")
        return 0

    assert browser_setup.main(run) == 0
    assert [command[1] for command in asked] == ["update", "install"]
    (nothing / "chromium").unlink()
    monkeypatch.setenv("REQUIRE_ALL", "1")
    assert browser_setup.main(lambda _: 100) == 1
