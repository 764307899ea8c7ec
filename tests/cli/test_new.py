"""`aanzet new`: a conversation of one's own that is right at once; what is there is never touched."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bot.commands.making import as_id
from tests.cli.command import Aanzet, refusal
from tests.cli.test_refusals import WITHOUT_ROOTS_RIGHTS


async def test_a_new_conversation_is_checked_and_tested_at_once(author: Aanzet) -> None:
    """In a directory that was not there yet; the commands it names are the ones that work."""
    made = await author("new", "nieuwe_collega", "--content", "onze")
    assert (made.code, made.err) == (0, "")
    commands = [line.split() for line in made.out.splitlines() if line.startswith("  aanzet ")]
    assert [words[1] for words in commands] == ["check", "play", "test"]
    checked = await author(*commands[0][1:])
    assert checked.code == 0, checked.out
    assert "nieuwe_collega.yaml" not in checked.out
    tested = await author(*commands[2][1:])
    assert (tested.code, tested.out) == (0, "2 voorbeeldgesprekken: alles gaat zoals opgeschreven.\n")
    played = await author("play", "nieuwe_collega", "--content", "onze")
    assert "Denk aan een werkdag die goed ging." in played.out


async def test_the_directory_of_the_settings_is_used(author: Aanzet) -> None:
    author.settings["AANZET_CONTENT"] = "onze"
    made = await author("new", "koffie", "--title", "Koffie: met #2")
    assert made.code == 0, made.err
    assert "--content" not in made.out
    text = (author.home / "onze" / "nl" / "conversations" / "koffie.yaml").read_text(encoding="utf-8")
    assert 'title: "Koffie: met #2"' in text
    assert (await author("check")).code == (await author("test")).code == 0
    assert "Koffie: met #2" in (await author("graph", "koffie")).out + text


async def test_what_is_there_stays(author: Aanzet) -> None:
    """An id that is taken, by ours or theirs or by a transcript, is refused, and nothing is made or changed."""
    await author("new", "koffie", "--content", "onze")
    before = {path: path.read_bytes() for path in (author.home / "onze").rglob("*") if path.is_file()}
    refusal(await author("new", "koffie", "--content", "onze"), "Er is al een gesprek koffie.", "Kies een andere naam")
    refusal(await author("new", "wat_wil_je", "--content", "onze"), "Het wordt meegeleverd")
    refusal(await author("new", "korte_vragen", "--content", "onze"), "Er is al een gesprek korte_vragen.")
    (author.home / "onze" / "transcripts" / "thee.txt").write_text("script: thee\n")
    refusal(await author("new", "thee", "--content", "onze"), "transcripts/thee.txt bestaat al")
    (author.home / "onze" / "transcripts" / "thee.txt").unlink()
    assert {path: path.read_bytes() for path in (author.home / "onze").rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Koffie & thee", "Bijvoorbeeld: koffie_thee."),
        ("één", "Bijvoorbeeld: een."),
        ("2e_kans", "Bijvoorbeeld: e_kans."),
        ("../weg", "Bijvoorbeeld: weg."),
        ("???", "met een letter vooraan."),
        ("a" * 41, f"Bijvoorbeeld: {'a' * 40}."),
    ],
)
async def test_a_name_that_is_no_id_gets_one_that_is(author: Aanzet, name: str, words: str) -> None:
    assert refusal(await author("new", name, "--content", "onze"), "kan geen naam zijn").endswith(words)
    assert not (author.home / "onze").exists()


async def test_nowhere_to_make_it(author: Aanzet) -> None:
    """No directory known, a title too long, a file where a directory should be, no permission: nothing half-made."""
    refusal(await author("new", "koffie"), "--content MAP", "AANZET_CONTENT")
    refusal(await author("new", "koffie", "--content", "onze", "--title", "a" * 61), "61 tekens", "60")
    (author.home / "bestand").write_text("x")
    refusal(await author("new", "koffie", "--content", "bestand"), "bestand/nl/conversations", "andere naam")
    closed = author.home / "dicht"
    closed.mkdir(mode=0o500)
    author.before = [sys.executable, "-c", WITHOUT_ROOTS_RIGHTS]
    refusal(await author("new", "koffie", "--content", "dicht"), "dicht/nl/conversations", "dat mag niet")
    (closed / "transcripts").mkdir(mode=0o700)
    closed.chmod(0o700)
    (closed / "nl").mkdir()
    (closed / "transcripts").chmod(0o500)
    refusal(await author("new", "koffie", "--content", "dicht"), "dicht/transcripts", "dat mag niet")
    assert [path for path in closed.rglob("*") if path.is_file()] == []


def test_an_id_keeps_what_can_be_kept() -> None:
    assert as_id("Hoe gaat 't, Zoë?") == "hoe_gaat_t_zoe"
    assert as_id("12") == as_id("") == ""
    assert Path(as_id("/etc/passwd")).name == "etc_passwd"
