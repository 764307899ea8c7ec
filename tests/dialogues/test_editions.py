"""Dutch with *u* and other languages: text by text; a missing text is Dutch with *je*, in the middle of a talk too."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.commands.texts import export, status
from bot.services.profile import Profile
from dialogues.library import Library, edition
from dialogues.load import SHIPPED, load
from dialogues.transcript import write
from tests.dialogues.shipped import library

STEPS: list[dict[str, Any]] = [
    {
        "id": "een",
        "say": "Wat wil je?",
        "ask": {"text": "wens", "buttons": {"niks": {"label": "Zeg jij het", "say": "Je zegt niks."}}},
    },
    {"id": "twee", "say": "{{ wens.typed | reflectie }}\nWat doe je in {{ werk.proefplek }}?", "ask": {"text": "dan"}},
    {"id": "drie", "say": "Je hoort van mij.\nTot ziens."},
    {"id": "vier", "say": "Dag."},
]
FORMAL = {"proef/een/say": ("Wat wil je?", "Wat wilt u?"), "sectors:proefplek/anders": ("je team", "uw team")}
ENGLISH = {
    "proef/een/say": ("Wat wil je?", "What do you want?"),
    "phrases:you_say": ("Je zegt:", "You say:"),
    "phrases:stopped": None,
}
YOU_SAY = {"phrases:you_say": ("Je zegt:", "U zegt:")}


def content(home: Path, **texts: dict[str, Any]) -> Library:
    (home / "nl" / "conversations").mkdir(parents=True)
    script = {"id": "proef", "title": "Proef", "steps": STEPS}
    (home / "nl" / "conversations" / "proef.yaml").write_text(json.dumps(script))
    (home / "nl" / "sectors.yaml").write_text(json.dumps({"sectors": {"proefplek": {"anders": "je team"}}}))
    for language, of in texts.items():
        (home / language).mkdir()
        entries = [f'msgctxt "{name}"\nmsgid "{pair[0]}"\nmsgstr "{pair[1]}"\n' for name, pair in of.items() if pair]
        (home / language / "texts.po").write_text("\n".join(entries))
    return load((SHIPPED, home))


@pytest.mark.parametrize(
    ("language", "address", "reads"),
    [("nl", "je", "nl"), ("nl", "u", "nl_u"), ("en", "u", "en"), ("en", "je", "en"), ("pl", "je", "pl")],
)
def test_language_and_address_together_say_which_texts_somebody_reads(language: str, address: str, reads: str) -> None:
    assert edition(language, address) == reads
    assert Profile(language=language, address=address).edition == reads


def test_with_u_a_missing_text_is_dutch_with_je_in_the_middle_of_a_talk(tmp_path: Path) -> None:
    played = write(
        "script: proef\naddress: u\n\n> ik wil rust\n\n> ik weet het niet\n", content(tmp_path, nl_u=FORMAL | YOU_SAY)
    )
    assert "< Wat wilt u?" in played
    assert "< U wilt rust.\n  Wat doe je in uw team?" in played
    assert "< Je hoort van mij." in played


def test_words_that_cannot_be_turned_are_quoted_in_the_words_of_the_edition(tmp_path: Path) -> None:
    """Also where a conversation has no text of its own in the language."""
    both = content(tmp_path, nl_u=FORMAL | YOU_SAY, en=ENGLISH)
    for head, lead in (("", "Je zegt:"), ("address: u\n", "U zegt:"), ("language: en\n", "You say:")):
        played = write(f"script: proef\n{head}\n> wil jij dat weten?\n", both)
        assert f"< {lead} “wil jij dat weten?”" in played


def test_in_another_language_words_are_never_turned_into_dutch(tmp_path: Path) -> None:
    played = write("script: proef\nlanguage: en\n\n> ik wil rust\n", content(tmp_path, en=ENGLISH))
    assert "< You say: “ik wil rust”" in played


def test_with_u_only_what_says_je_has_to_be_written(tmp_path: Path) -> None:
    content(tmp_path, nl_u=FORMAL)
    told: list[str] = []
    status(tmp_path, "nl_u", told.append)
    listed = {line.strip() for line in told}
    assert {"proef/twee/say", "proef/een/button/niks"} <= listed
    assert not {"proef/een/say", "proef/vier/say", "proef/title"} & listed
    export(tmp_path, "nl_u", tmp_path / "u.po", told.append)
    written = (tmp_path / "u.po").read_text()
    assert "proef/drie/say" in written
    assert "proef/een/say" in written
    assert "proef/vier/say" not in written
    assert "Language: nl_u" in written


def test_who_chooses_english_or_u_meets_it_everywhere() -> None:
    """In the shipped content: the menu, a talk, the plan, a nudge and a story."""
    shipped = library()
    for language, menu, wish, moment in (
        ("en", "What do you want?", "What do you want in your work?", "When"),
        ("nl_u", "Wat wilt u?", "Wat wilt u in uw werk?", "u"),
    ):
        assert menu in [script.menu for script in shipped.menu(language)]
        assert wish in str(shipped.script("wat_wil_je", language).step("open").say)
        assert moment in str(shipped.script("als_dan_plan", language).step("wanneer").say)
    for nudge in shipped.nudges:
        assert shipped.nudge(nudge.id, "en").text != nudge.text
    for name, told in shipped.stories.items():
        story = shipped.story(name, "en")
        assert story is not None
        assert story.text != told.text


def test_a_text_taken_out_of_the_shipped_english_is_dutch_in_the_middle_of_a_talk(tmp_path: Path) -> None:
    (tmp_path / "nl").symlink_to(SHIPPED / "nl", target_is_directory=True)
    (tmp_path / "en").mkdir()
    entries = (SHIPPED / "en" / "texts.po").read_text(encoding="utf-8").split("\n\n")
    kept = [entry for entry in entries if 'msgctxt "wat_wil_je/verkennen/say"' not in entry]
    assert len(kept) == len(entries) - 1
    (tmp_path / "en" / "texts.po").write_text("\n\n".join(kept), encoding="utf-8")
    played = write("script: wat_wil_je\nlanguage: en\n\n[I am not sure]\n", load((tmp_path,)))
    assert "What do you want in your work?" in played
    assert "[I am not sure]" in played
    assert "Wat komt als eerste bij je op?" in played
