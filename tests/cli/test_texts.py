"""Texts go out to a translator and come back by stable ids: `aanzet texts`, and the page docs/vertalen.md that tells how."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import polib
import pytest

from bot.commands.mishap import Refused
from bot.commands.texts import bring, export, status
from bot.settings import names
from bot.watching import Watch
from dialogues.issue import ContentError
from dialogues.load import SHIPPED, load
from tests.cli.command import Aanzet, refusal

PAGE = Path(__file__).parents[2] / "docs" / "vertalen.md"
CHAT = """\
id: praatje
title: Praatje
steps:
  - id: een
    say: Dag {{ naam }}, hoe is het?
    ask: {choice: hoe, buttons: {goed: Goed, slecht: Niet zo}}
  - id: twee
    say: Tot ziens.
    end: klaar
"""
ENGLISH = {
    "praatje/title": "A chat",
    "praatje/een/say": "Hi {{ naam }}, how are you?",
    "praatje/een/button/goed": "Fine",
}
TRANSCRIPT = "script: praatje\nname: Vera\nlanguage: en\n\n[Fine]\n"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """An organisation's own content, with one small conversation."""
    return write(tmp_path / "eigen", CHAT)


def write(own: Path, chat: str) -> Path:
    folder = own / "nl" / "conversations"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "praatje.yaml").write_text(chat, encoding="utf-8")
    return own


def translate(path: Path, words: dict[str, str], change: Callable[[polib.POEntry], None] = lambda entry: None) -> Path:
    """What a translator does, with a program of another maker; it marks nothing as unsure any more."""
    file = polib.pofile(str(path))
    for entry in file:
        if entry.msgctxt in words:
            entry.msgstr = words[entry.msgctxt]
            entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
            entry.previous_msgid = None
            change(entry)
    file.save()
    return path


def told(act: Callable[[Callable[[str], None]], object]) -> str:
    said: list[str] = []
    act(said.append)
    return "\n".join(said)


def sent_out(own: Path, path: Path) -> Path:
    export(own, "pl", path, lambda _line: None)
    return path


async def test_the_page_for_translators_is_true(alone: Aanzet, own: Path) -> None:
    """Its commands in order, with a translator between the first and the second."""
    for name in names():
        alone.settings.pop(name, None)
    commands = re.findall(r"^aanzet (.+)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert [" ".join(command.split()[:2]) for command in commands] == [
        "texts export",
        "texts import",
        "texts status",
        "test eigen/transcripts",
        "test eigen/transcripts",
    ]
    (own / "transcripts").mkdir()
    (own / "transcripts" / "chat.txt").write_text(TRANSCRIPT)
    for command in commands:
        result = await alone(*command.split())
        assert (result.code, result.err) == (0, ""), command
        if "export" in command:
            translate(alone.home / "en.po", ENGLISH)
    heard = (own / "transcripts" / "chat.txt").read_text(encoding="utf-8")
    assert "< Hi Vera, how are you?" in heard
    assert "[Fine] [Niet zo]" in heard
    assert "< Tot ziens." in heard
    assert (own / "en" / "texts.po").exists()


async def test_the_commands_have_help_and_refuse_in_a_line(alone: Aanzet, own: Path) -> None:
    for command in ("export", "import", "status"):
        assert f"Voorbeeld:\n    aanzet texts {command}" in (await alone("texts", command, "--help")).out
    refusal(await alone("texts", "status", "nl"), "Nederlands")
    refusal(await alone("texts", "export", "engels"), "'engels' is geen taal")
    refusal(await alone("texts", "import", "en", "en.po"), "AANZET_CONTENT", "--content")
    broken = alone.home / "en.po"
    broken.write_text("PK\x03\x04")
    refused = (await alone("texts", "import", "en", "en.po", "--content", "eigen")).err
    assert refused.startswith("aanzet: en.po:1:1: E170 ")
    assert refused.endswith("aanzet: Er is niets overgenomen.\n")
    assert "en.po" in refusal(await alone("texts", "export", "en", "-o", "en.po", "--content", "eigen"), "andere naam")
    assert broken.read_text() == "PK\x03\x04"


def test_export_translate_import_change_and_mend(own: Path, tmp_path: Path) -> None:
    """The whole round: missing, translated, stale when the Dutch changes, fresh again; and the bot speaks it all along."""
    total = len(re.findall(r"^  ", told(lambda say: status(own, "pl", say)), re.MULTILINE))
    file = translate(sent_out(own, tmp_path / "en.po"), ENGLISH)
    said = told(lambda say: bring(own, "pl", file, say))
    assert "3 teksten overgenomen" in said
    assert said.endswith(f"pl: 3 van {total} teksten vertaald, {total - 3} ontbreken, 0 verouderd.")
    step = load((SHIPPED, own)).script("praatje", "pl").step("een")
    assert step.say == "Hi {{ naam }}, how are you?"
    write(own, CHAT.replace("hoe is het?", "hoe gaat het vandaag?"))
    said = told(lambda say: status(own, "pl", say))
    assert "Verouderd: het Nederlands is veranderd na het vertalen (1)\n  praatje/een/say\n" in said
    assert "  praatje/twee/say\n" in said
    assert load((SHIPPED, own)).script("praatje", "pl").step("een").say == "Hi {{ naam }}, how are you?"
    again = sent_out(own, tmp_path / "opnieuw.po")
    (stale,) = [entry for entry in polib.pofile(str(again)) if entry.fuzzy]
    assert (stale.msgctxt, stale.msgid) == ("praatje/een/say", "Dag {{ naam }}, hoe gaat het vandaag?")
    assert (stale.previous_msgid, stale.msgstr) == ("Dag {{ naam }}, hoe is het?", "Hi {{ naam }}, how are you?")
    assert "niets nieuws" in told(lambda say: bring(own, "pl", again, say))
    translate(again, {"praatje/een/say": "Hi {{ naam }}, how are you today?"})
    assert "1 tekst overgenomen" in told(lambda say: bring(own, "pl", again, say))
    assert "Verouderd" not in told(lambda say: status(own, "pl", say))
    assert load((SHIPPED, own)).script("praatje", "pl").step("een").say == "Hi {{ naam }}, how are you today?"


def test_a_file_with_mistakes_changes_nothing_and_tells_each_with_its_line(own: Path, tmp_path: Path) -> None:
    bring(own, "pl", translate(sent_out(own, tmp_path / "en.po"), ENGLISH), lambda _line: None)
    before = (own / "pl" / "texts.po").read_bytes()
    wrong = {
        "praatje/title": "Another title, which is good",
        "praatje/een/say": "Hello {{ name }}, **how are you?",
        "praatje/een/button/goed": "x" * 61,
        "praatje/twee/say": "Bye {{ naam",
    }
    file = translate(tmp_path / "en.po", wrong)
    with file.open("a", encoding="utf-8") as more:
        more.write('\nmsgctxt "praatje/drie/say"\nmsgid "Drie."\nmsgstr "Three."\n')
    with pytest.raises(Refused) as caught:
        bring(own, "pl", file, lambda _line: None)
    lines = str(caught.value).splitlines()
    text = file.read_text(encoding="utf-8").splitlines()
    found = set()
    for place, code in re.findall(rf"^{re.escape(str(file))}:(\d+):1: ([EW]\d+) ", str(caught.value), re.MULTILINE):
        after = next(line for line in text[int(place) - 1 :] if line.startswith("msgctxt"))
        found.add((after.split('"')[1], code))
    assert found == {
        ("praatje/een/say", "E178"),
        ("praatje/een/say", "E132"),
        ("praatje/een/button/goed", "E160"),
        ("praatje/twee/say", "E130"),
        ("praatje/drie/say", "W176"),
    }
    assert lines[-1] == "Er is niets overgenomen vanwege 6 fouten."
    assert (own / "pl" / "texts.po").read_bytes() == before
    assert [path.name for path in (own / "pl").iterdir()] == ["texts.po"]


def test_what_was_made_of_older_dutch_is_taken_and_called_stale(own: Path, tmp_path: Path) -> None:
    """The Dutch changed while the translator was at work: the work is not lost."""
    file = translate(sent_out(own, tmp_path / "en.po"), ENGLISH)
    write(own, CHAT.replace("Dag {{ naam }}, hoe is het?", "Hoe is het?"))
    assert "1 verouderd" in told(lambda say: bring(own, "pl", file, say))
    assert load((SHIPPED, own)).script("praatje", "pl").step("een").say == "Hoe is het?"


def test_what_is_unsure_is_not_taken(own: Path, tmp_path: Path) -> None:
    file = translate(sent_out(own, tmp_path / "en.po"), ENGLISH, lambda entry: entry.flags.append("fuzzy"))
    said = told(lambda say: bring(own, "pl", file, say))
    assert "Er is niets nieuws." in said
    assert "Overgeslagen: 3 teksten met 'fuzzy'" in said
    assert not (own / "pl").exists()


def test_an_export_never_writes_over_work_that_was_not_taken_in(own: Path, tmp_path: Path) -> None:
    file = translate(sent_out(own, tmp_path / "en.po"), ENGLISH)
    before = file.read_bytes()
    with pytest.raises(Refused, match="3 vertalingen die nog nergens anders staan"):
        sent_out(own, file)
    assert file.read_bytes() == before
    bring(own, "pl", file, lambda _line: None)
    sent_out(own, file)
    assert len(polib.pofile(str(file)).translated_entries()) == 3


def test_a_second_translator_adds_to_the_first_and_notes_stay(own: Path, tmp_path: Path) -> None:
    file = translate(sent_out(own, tmp_path / "a.po"), {"praatje/title": "A chat"})
    other = translate(sent_out(own, tmp_path / "b.po"), {"praatje/twee/say": "Bye."})
    file.write_text(
        file.read_text(encoding="utf-8").replace(
            '#. Hooguit 60 tekens.\nmsgctxt "praatje/title"', '# of: Talk\nmsgctxt "praatje/title"'
        )
    )
    for path in (file, other):
        bring(own, "pl", path, lambda _line: None)
    script = load((SHIPPED, own)).script("praatje", "pl")
    assert (script.title, script.step("twee").say) == ("A chat", "Bye.")
    kept = {entry.msgctxt: entry.tcomment for entry in polib.pofile(str(own / "pl" / "texts.po"))}
    assert kept == {"praatje/title": "of: Talk", "praatje/twee/say": ""}


def test_a_file_of_another_language_is_refused(own: Path, tmp_path: Path) -> None:
    file = translate(sent_out(own, tmp_path / "en.po"), ENGLISH)
    with pytest.raises(Refused, match="in de taal 'pl', niet in 'de'"):
        bring(own, "de", file, lambda _line: None)


def test_translations_that_are_broken_by_hand_can_be_mended_by_an_import(own: Path, tmp_path: Path) -> None:
    file = translate(sent_out(own, tmp_path / "en.po"), ENGLISH)
    bring(own, "pl", file, lambda _line: None)
    kept = own / "pl" / "texts.po"
    kept.write_text(kept.read_text(encoding="utf-8").replace("Hi {{ naam }}", "Hi"), encoding="utf-8")
    with pytest.raises(ContentError, match="E178"):
        status(own, "pl", lambda _line: None)
    assert "1 tekst overgenomen" in told(lambda say: bring(own, "pl", file, say))
    assert load((SHIPPED, own)).script("praatje", "pl").step("een").say == ENGLISH["praatje/een/say"]


def test_who_watches_sees_new_translations(own: Path, tmp_path: Path) -> None:
    """As it sees a changed conversation: after two looks that see the same."""
    watch = Watch([own])
    bring(own, "pl", translate(sent_out(own, tmp_path / "en.po"), ENGLISH), lambda _line: None)
    assert watch.changed() == ()
    assert watch.changed() == (own / "pl" / "texts.po",)
