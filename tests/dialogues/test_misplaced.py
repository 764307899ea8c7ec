"""A file with content that stands where nobody reads it is told with its place. More cases: docs/regels/E106.md."""

from __future__ import annotations

from pathlib import Path

import pytest

from dialogues.check.misplaced import misplaced

TALK = "id: praatje\ntitle: Praatje\nsteps: [{id: een, say: Dag}]\n"


def written(home: Path, *names: str, text: str = TALK) -> None:
    for name in names:
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "text", "right"),
    [
        ("praatje.yml", TALK, "nl/conversations/praatje.yaml"),
        ("conversations/praatje.yaml", TALK, "nl/conversations/praatje.yaml"),
        ("nl/praatje.yaml", TALK, "nl/conversations/praatje.yaml"),
        ("nl/duwtjes.yaml", "nudges: []\n", "nl/nudges/duwtjes.yaml"),
        ("nl/contacts.yml", "contacts: []\n", "contacts.yaml"),
        ("nl/converstions/praatje.yaml", TALK, "bedoel je conversations?"),
        ("NL/conversations/praatje.yaml", TALK, "noem haar nl"),
        ("nl/nudges/duwtjes.YAML", "nudges: []\n", "duwtjes.yaml"),
        ("nl/checkins/oud/praatje.yaml", TALK, "nl/checkins"),
        ("phrases.yaml", "phrases: {}\n", "nl/phrases.yaml"),
    ],
)
def test_the_place_where_it_belongs_is_told(name: str, text: str, right: str, tmp_path: Path) -> None:
    written(tmp_path, name, text=text)
    found = list(misplaced(tmp_path))
    assert [issue.code for issue in found] == ["E106"]
    assert right in found[0].remedy
    assert (tmp_path / name).is_relative_to(found[0].where.file)


def test_the_folder_of_a_language_given_as_the_directory_is_told_once(tmp_path: Path) -> None:
    written(tmp_path, "nl/conversations/een.yaml", "nl/nudges/twee.yaml")
    (issue,) = misplaced(tmp_path / "nl")
    assert issue.remedy == f"noem de map erboven: {tmp_path}"
    assert not list(misplaced(tmp_path))


def test_what_holds_no_content_may_stand_anywhere(tmp_path: Path) -> None:
    names = ("README.md", "nl/README", "nl/conversations/opzet.docx", "transcripts/a.txt", "nl/transcripts/b.txt")
    written(tmp_path, *names, ".github/a.yaml", "nl/.oud.yaml", "nl/conversations/praatje.yaml~", "diep/in/a.yaml")
    written(tmp_path, "compose.yaml", "mkdocs.yml", text="services: {}\nname: praten\n")
    written(tmp_path, "nl/words.yaml", text="words: {}\n")
    written(tmp_path, "en/texts.po", "en.po", text='msgid ""\nmsgstr ""\n')
    assert not list(misplaced(tmp_path))
