"""The page docs/auteurs.md is true: its worked example is done here as it is written, from nothing to a tried talk."""

from __future__ import annotations

import asyncio
import re
import shlex
import signal
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.cli import main
from tests.cli.command import PATIENCE_SECONDS, Aanzet

PAGE = (Path(__file__).parents[2] / "docs" / "auteurs.md").read_text(encoding="utf-8")
WORKED = PAGE[PAGE.index("## Een middag") : PAGE.index("## Wat een stap kan")]
FILE = Path("eigen/nl/conversations/rooster.yaml")
FAILS = {"E121", "E221"}
"""What the page shows as found by `aanzet check`, to be mended."""


@dataclass(frozen=True)
class Block:
    """A fenced block of the page: its kind, what stands behind the kind, and its text."""

    kind: str
    about: str
    text: str


def blocks(page: str) -> list[Block]:
    return [Block(*found) for found in re.findall(r"^```(\w+) ?(.*)\n((?s:.*?))^```$", page, re.MULTILINE)]


def follows(shown: str, told: str) -> None:
    """Every line of what the page shows stands in what was told, in this order."""
    at = 0
    for line in shown.splitlines():
        if line.strip() in ("", "…"):
            continue
        found = told.find(line, at)
        assert found >= 0, f"{line!r} is not in (or not in this order):\n{told}"
        at = found + len(line)


async def shown_in_the_browser(author: Aanzet, words: list[str]) -> str:
    """`aanzet demo` until its page is there; it is ended as Ctrl-C does."""
    process = await author.start(*words, "--port", "0")
    try:
        assert process.stdout is not None
        async with asyncio.timeout(PATIENCE_SECONDS):
            line = (await process.stdout.readline()).decode()
            process.send_signal(signal.SIGINT)
            await process.communicate()
        assert process.returncode == 0
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    return line


async def test_the_worked_example_goes_as_the_page_says(author: Aanzet) -> None:
    """New, written, two mistakes found and mended, played, played again, drawn and shown."""
    told, fails, found = "", False, list[str]()
    steps = blocks(WORKED)
    assert [block.kind for block in steps].count("diff") == len(FAILS)
    for number, block in enumerate(steps):
        match block.kind, block.about:
            case "yaml", title:
                assert title == f'title="{FILE}"'
                (author.home / FILE).write_text(block.text, encoding="utf-8")
            case "diff", _:
                before, after = ("".join(re.findall(rf"^\{sign}(.*\n)", block.text, re.MULTILINE)) for sign in "-+")
                text = (author.home / FILE).read_text(encoding="utf-8")
                assert text.count(before) == 1
                (author.home / FILE).write_text(text.replace(before, after), encoding="utf-8")
            case "sh", _:
                told = ""
                typed = next((each.text for each in steps[number + 1 : number + 2] if each.about == "typen"), "")
                for line in block.text.splitlines():
                    words = shlex.split(line)
                    assert words[0] == "aanzet"
                    found.append(words[1])
                    if words[1] == "demo":
                        told += await shown_in_the_browser(author, words[1:])
                        continue
                    result = await author(*words[1:], typed=typed)
                    told += result.out
                    fails = result.code == 1
                    assert result.err == ""
            case "text", "typen":
                pass
            case "text", "":
                follows(block.text, told)
                assert fails == ("gaat anders" in block.text or any(code in block.text for code in FAILS))
            case "text", file:
                follows(block.text, (author.home / file).read_text(encoding="utf-8"))
            case _:
                pytest.fail(f"nobody knows what to do with a block of {block.kind}")
    assert found == ["new", "play", "check", "check", "check", "play", "test", "test", "test", "graph", "demo"]
    assert (author.home / "rooster.svg").exists()
    checked = await author("check", "eigen")
    assert "rooster.yaml" not in checked.out  # not even a warning


async def test_the_example_that_begins_in_the_middle_can_be_played(author: Aanzet) -> None:
    """It stands further on in the page, with the conversation of the worked example."""
    await author("new", "rooster", "--content", "eigen")
    text = next(block.text for block in blocks(PAGE) if block.kind == "yaml" and FILE.name in block.about)
    for block in blocks(WORKED):
        if block.kind == "diff":
            before, after = ("".join(re.findall(rf"^\{sign}(.*\n)", block.text, re.MULTILINE)) for sign in "-+")
            text = text.replace(before, after)
    (author.home / FILE).write_text(text, encoding="utf-8")
    middle = next(block for block in blocks(PAGE) if block.about.endswith("rooster-midden.txt"))
    (author.home / middle.about).write_text(middle.text, encoding="utf-8")
    for words in (("--write",), ()):
        assert (await author("test", middle.about, "--content", "eigen", *words)).code == 0
    written = (author.home / middle.about).read_text(encoding="utf-8")
    follows("Over je rooster zei je: “Het past niet”\n[Ja] [Nu niet]\n* klaar: open_door", written)


def test_every_command_of_the_page_is_there() -> None:
    named = set(re.findall(r"^\| `aanzet (\w+)", PAGE, re.MULTILINE))
    assert named <= set(main.commands)
    assert {"new", "check", "play", "test", "graph", "demo", "texts"} == named
