"""`--watch`: a changed file is seen at once, by the talk in the terminal and by the demo; a mistake stops nothing."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from bot.watching import Watch
from tests.cli.command import PATIENCE_SECONDS, Aanzet
from tests.cli.test_refusals import WITHOUT_ROOTS_RIGHTS

TALK = """\
id: praatje
title: Een praatje
steps:
  - id: vraag
    say: Hoe is het?
    ask: {text: hoe}
  - id: uit
    say: Dank je wel.
    end: done
"""


@dataclass
class Screen:
    """A command at work, and what it showed."""

    process: asyncio.subprocess.Process
    seen: str = ""

    async def shows(self, words: str) -> str:
        """Until this stands on the screen. Gives what came with it, and begins anew behind it."""
        assert self.process.stdout is not None
        async with asyncio.timeout(PATIENCE_SECONDS):
            while words not in self.seen:
                more = await self.process.stdout.read(4096)
                assert more, f"it ended without {words!r}:\n{self.seen}"
                self.seen += more.decode()
        before, self.seen = self.seen.split(words, 1)
        return before

    async def type(self, words: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(words.encode())
        await self.process.stdin.drain()


def _written(home: Path, text: str = TALK) -> Path:
    file = home / "onze" / "nl" / "conversations" / "praatje.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


@asynccontextmanager
async def _playing(author: Aanzet, *words: str) -> AsyncIterator[Screen]:
    changes = {"PYTHONUNBUFFERED": "1"}
    process = await author.start("play", "praatje", "--content", "onze", "--watch", *words, changes=changes)
    try:
        yield Screen(process)
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def test_the_talk_in_the_terminal_goes_on_in_the_new_words(author: Aanzet) -> None:
    """A mistake is told with its place and the old words stay; what was said is kept to the end."""
    file = _written(author.home)
    async with _playing(author, "--save", "praatje.txt") as screen:
        await screen.shows("Hoe is het?")
        _written(author.home, TALK.replace("Hoe is het?", "Hoe gaat het?"))
        assert "--- Veranderd: praatje.yaml" in await screen.shows("Hoe gaat het?")
        _written(author.home, TALK.replace("    say: Hoe", "    zeg: Hoe"))
        told = await screen.shows("--- Je praat verder met de vorige tekst.")
        assert "praatje.yaml:5:5: E110" in told
        file.write_bytes(b"\xff\xfe")
        assert "E102" in await screen.shows("--- Je praat verder met de vorige tekst.")
        await screen.type("goed\n")
        await screen.shows("Dank je wel.")
        await screen.shows("(Klaar. Verander je iets, dan zie je het hier. Enter stopt.)")
        _written(author.home, TALK.replace("Dank je wel.", "Bedankt."))
        await screen.shows("Bedankt.")
        await screen.type("\n")
        await screen.shows("Bewaard in praatje.txt.")
        assert await screen.process.wait() == 0
    assert "< Bedankt." in (author.home / "praatje.txt").read_text(encoding="utf-8")
    assert (await author("test", "praatje.txt", "--content", "onze")).code == 0


async def test_what_is_only_a_matter_of_style_is_used_and_remarked_upon(author: Aanzet) -> None:
    """The author hears it as it sounds, and is told at most three things in the file that changed."""
    _written(author.home)
    async with _playing(author) as screen:
        await screen.shows("Hoe is het?")
        _written(author.home, TALK.replace("Hoe is het?", "Goed zo! Knap van je! Bravo! Super! Hoe gaat het?"))
        await screen.shows("Goed zo! Knap van je!")
        told = await screen.shows("\n>\n")
        assert told.count("Let op: onze/nl/conversations/praatje.yaml:5:") == 3
        assert "is een compliment (E216)" in told
        assert "vorige tekst" not in told


async def test_a_conversation_or_directory_that_goes_away_leaves_the_talk(author: Aanzet) -> None:
    file = _written(author.home)
    async with _playing(author) as screen:
        await screen.shows("Hoe is het?")
        file.rename(file.with_name("weg.txt"))
        await screen.shows("(Dit gesprek of deze stap is er niet meer. Je praat verder met de vorige tekst.)")
        (author.home / "onze").rename(author.home / "weg")
        _written(author.home, TALK.replace("Hoe is het?", "Hoe gaat het?"))
        await screen.shows("Hoe gaat het?")
        await screen.type("goed\n")
        await screen.shows("Dank je wel.")


async def test_a_file_that_may_not_be_read_is_told(author: Aanzet) -> None:
    file = _written(author.home)
    author.before = [sys.executable, "-c", WITHOUT_ROOTS_RIGHTS]
    async with _playing(author) as screen:
        await screen.shows("Hoe is het?")
        file.chmod(0o000)
        file.with_name("ander.yaml").write_text(TALK.replace("id: praatje", "id: ander"), encoding="utf-8")
        told = await screen.shows("--- Je praat verder met de vorige tekst.")
        assert "praatje.yaml:1:1: E101" in told
        file.chmod(0o600)
        file.parent.chmod(0o000)
        told = await screen.shows("--- Je praat verder met de vorige tekst.")
        assert "onze/nl/conversations:1:1: E101" in told
        file.parent.chmod(0o700)


async def test_a_directory_that_may_not_be_read_is_a_mistake_not_an_empty_one(author: Aanzet) -> None:
    """Else an organisation's own conversations would silently be gone."""
    file = _written(author.home)
    author.before = [sys.executable, "-c", WITHOUT_ROOTS_RIGHTS]
    for closed in (file.parent, file.parent.parent, author.home / "onze"):
        closed.chmod(0o000)
        checked = await author("check", "onze")
        assert checked.code == 1
        assert f"onze{str(closed).split('onze')[1]}:1:1: E101" in checked.out
        assert "E101" in (await author("test", "--content", "onze")).err
        closed.chmod(0o700)
    assert (await author("check", "onze")).code == 0


async def test_the_demo_uses_own_content_and_shows_its_mistakes(author: Aanzet) -> None:
    """`aanzet demo --watch`: what the page shows stands in its state, whoever opens it when."""
    _written(author.home)
    process = await author.start("demo", "--port", "0", "--watch", "--content", "onze")
    try:
        assert process.stdout is not None
        async with asyncio.timeout(PATIENCE_SECONDS):
            url = (await process.stdout.readline()).decode().split()[1]
        async with httpx.AsyncClient(trust_env=False) as client, asyncio.timeout(PATIENCE_SECONDS):
            assert (await client.get(f"{url}sim/state")).json()["notice"] == {}
            async with client.stream("GET", f"{url}sim/events", timeout=None) as events:
                _written(author.home, TALK.replace("    say: Hoe", "    zeg: Hoe"))
                await anext(line async for line in events.aiter_lines() if '"kind": "notice"' in line)
            notice = (await client.get(f"{url}sim/state")).json()["notice"]
            assert notice["mistakes"][0]["file"] == "nl/conversations/praatje.yaml"
            assert notice["mistakes"][0]["line"] == 5
        process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(10):
            await process.communicate()
        assert process.returncode == 0
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()


def test_a_change_is_seen_when_it_has_settled(tmp_path: Path) -> None:
    """A file that is still being written is not read; one that came, changed or went is; others are left alone."""
    file = _written(tmp_path)
    watch = Watch([tmp_path / "onze", tmp_path / "nergens"])
    assert watch.changed() == ()
    file.write_text("half", encoding="utf-8")
    assert watch.changed() == ()
    file.write_text("helemaal", encoding="utf-8")
    assert watch.changed() == ()
    assert watch.changed() == (file,)
    assert watch.changed() == ()
    file.with_name("praatje.yaml~").write_text("x")
    file.unlink()
    new = _written(tmp_path / "onze")
    assert watch.changed() == ()
    assert watch.changed() == tuple(sorted((file, new)))
