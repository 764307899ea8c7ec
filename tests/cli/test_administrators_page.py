"""`docs/administrators.md` names nothing that is not there: settings, commands, and what the log says."""

from __future__ import annotations

import re
from pathlib import Path

from bot import cli
from bot.settings import names

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "administrators.md").read_text(encoding="utf-8")
SOURCES = "\n".join(
    path.read_text(encoding="utf-8") for room in ("bot", "storage") for path in (ROOT / room).rglob("*.py")
)


def test_every_setting_it_names_is_one() -> None:
    named = set(re.findall(r"\b(?:AANZET|TELEGRAM)_[A-Z_]*[A-Z]\b", PAGE))
    assert named
    assert named <= set(names())


def test_every_command_it_names_is_one() -> None:
    named = set(re.findall(r"(?:`|bin/|aanzet )aanzet ([a-z]+)", PAGE))
    assert {"run", "invite", "doctor", "check", "demo"} <= named <= set(cli.main.commands)


def test_every_event_to_watch_for_is_logged() -> None:
    sentence = next(line for line in PAGE.splitlines() if "Watch for the events" in line)
    events = re.findall(r"`([a-z_]+)`", sentence.partition("Watch for")[2])
    assert len(events) == 5
    for event in events:
        assert f'"{event}"' in SOURCES, event


def test_every_line_it_explains_is_said() -> None:
    """The words of the table's first column stand in the code."""
    rows = PAGE.partition("| the line says |")[2].partition("\n\n")[0].splitlines()[2:]
    said = [words for row in rows for words in re.findall(r"`([^`]+)`", row.split("|")[1])]
    assert len(said) > 12
    for words in said:
        for part in re.split(r"…|\(…\)", words):
            wanted = part.strip(" ().")
            if wanted not in ("AANZET_", "should be", ""):  # pydantic's own sentence
                assert all(word in SOURCES for word in wanted.split()), words
