"""A translation holds texts by stable ids: a running talk is the same conversation in other words, and nothing changes places."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogues import po
from dialogues.bundle import Bundle
from dialogues.engine import World, advance, begin
from dialogues.events import Pressed, Typed
from dialogues.issue import ContentError, Where
from dialogues.library import Library
from dialogues.load import SHIPPED, Collected, collect, load
from dialogues.texts import BETWEEN, LABEL, Text, flaws
from tests.dialogues.shipped import question, reread, says, world

KIES: dict[str, Any] = {
    "id": "kies",
    "say": "Kies.",
    "instead": [{"when": "plannen", "say": "Kies weer."}],
    "ask": {"choice": "k", "buttons": {"a": {"label": "Aap", "say": "Een aap.", "also": ["aapje"]}, "b": "Beer"}},
}
CIJFER: dict[str, Any] = {
    "id": "r",
    "say": "Hoe?",
    "ruler": {
        "score": "z",
        "why": "Waarom?",
        "reason": "w",
        "words": {10: "Tien!"},
        "low": {"upto": 3, "go": "uit"},
        "low_label": "laag",
    },
}
STEPS: list[dict[str, Any]] = [
    KIES,
    CIJFER,
    {"id": "v", "say": "Verhaal?", "offer": {"what": "story", "yes": "Ja", "no": "Nee"}},
    {"id": "uit", "say": ["Dag.", "Tot ziens."], "end": "done"},
]
ENGLISH = {
    "proef/title": "Trial",
    "proef/kies/say": "Choose.",
    "proef/kies/instead/plannen": "Choose again.",
    "proef/kies/button/b": "Bear",
    "proef/kies/reply/a": "A monkey.",
    "proef/kies/also/a": "ape\nchimp",
    "proef/r/say": "How?",
    "proef/r/words/10": "Ten!",
    "proef/r/low_label": "low",
    "proef/v/say": "A story?",
    "proef/v/yes": "Yes",
    "proef/uit/say": f"Bye.{BETWEEN}See you.",
}


def dutch(home: Path, steps: list[dict[str, Any]] = STEPS) -> Path:
    folder = home / "nl" / "conversations"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "proef.yaml").write_text(json.dumps({"id": "proef", "title": "Proef", "steps": steps}), encoding="utf-8")
    return home


def translated(home: Path, words: Mapping[str, str], language: str = "pl", **made_of: str) -> Path:
    """The file of a language, of the Dutch there is now; `made_of`: of other Dutch."""
    texts = collect((SHIPPED, home)).content.texts()
    rows = [
        po.Row(Text(name, made_of.get(name.replace("/", "_"), texts[name].dutch if name in texts else "Weg.")), said)
        for name, said in words.items()
    ]
    po.save(home / language / "texts.po", po.written(language, rows))
    return home


def loaded(home: Path) -> Library:
    return load((SHIPPED, home))


def found(home: Path) -> Collected:
    return collect((SHIPPED, home))


def test_texts_are_replaced_and_what_is_not_translated_stays(tmp_path: Path) -> None:
    library = loaded(translated(dutch(tmp_path), ENGLISH))
    bundle = Bundle.read(library.bundle("proef").source())
    assert bundle.languages == ("nl", "pl")
    around: World = world(stories=("een",))
    turn = begin(bundle, around, language="pl")
    assert question(turn).text == "Choose."
    assert [option.label for option in question(turn).options] == ["Aap", "Bear"]
    turn = advance(bundle, reread(turn.session), Typed("chimp"), around)
    assert question(turn).text == "A monkey.\nHow?"
    turn = advance(bundle, reread(turn.session), Typed("10"), around)
    assert question(turn).text == "Ten!"
    turn = advance(bundle, reread(turn.session), Typed("zo is het"), around)
    assert (question(turn).text, [option.label for option in question(turn).options]) == ("A story?", ["Yes", "Nee"])
    turn = advance(bundle, reread(turn.session), Pressed(turn.session.prompt, "nee"), around)
    assert [say.text for say in says(turn)][-2:] == ["Bye.", "See you."]
    assert library.script("proef", "pl").title == "Trial"
    assert "pl" not in library.bundle("wat_wil_je").languages
    assert library.script("wat_wil_je", "pl") is library.script("wat_wil_je", "nl")


def test_nudges_stories_contacts_and_phrases_have_a_language_too(tmp_path: Path) -> None:
    """Text by text: what is not translated is Dutch, and so is every language there is nothing of."""
    words = {
        "nudges:duw_anders/text": "Not everything has to change.",
        "stories:verhaal_zorgbalans/title": "A question, not a list",
        "contacts:noodnummer/name": "Emergency 112",
        "phrases:back": "One question back.",
    }
    library = loaded(translated(tmp_path, words))
    base = load()
    assert library.nudge("duw_anders", "pl").text == "Not everything has to change."
    story, told = library.story("verhaal_zorgbalans", "pl"), base.story("verhaal_zorgbalans", "nl")
    assert story is not None
    assert told is not None
    assert (story.title, story.text) == ("A question, not a list", told.text)
    contact = library.contact("noodnummer", "pl")
    assert contact is not None
    assert (contact.name, contact.phone) == ("Emergency 112", "112")
    assert library.phrases("pl")["back"] == "One question back."
    assert library.phrases("pl")["done"] == library.phrases("nl")["done"]
    for language in ("nl", "fr"):
        assert library.nudge("duw_anders", language) == base.nudge("duw_anders", "nl")
        assert library.phrases(language) == base.phrases("nl")
        assert library.menu(language) == base.menu("nl")


def test_something_inserted_above_moves_no_translation(tmp_path: Path) -> None:
    """YarnSpinner#39: translations by position lose their place."""
    translated(dutch(tmp_path), ENGLISH)
    other = {**KIES, "instead": [{"when": "verhalen", "say": "Nieuw."}, *KIES["instead"]]}
    ask = {"choice": "k", "buttons": {"nieuw": "Nieuw", **KIES["ask"]["buttons"]}}
    score = {**CIJFER, "ruler": {**CIJFER["ruler"], "words": {9: "Negen!", 10: "Tien!"}}}
    dutch(tmp_path, [{"id": "begin", "say": "Dag."}, {**other, "ask": ask}, score, *STEPS[2:]])
    script = loaded(tmp_path).script("proef", "pl")
    step = script.step("kies")
    assert [(other.when, other.say) for other in step.instead] == [("verhalen", "Nieuw."), ("plannen", "Choose again.")]
    assert step.ask is not None
    assert [button.label for button in step.ask.buttons.values()] == ["Nieuw", "Aap", "Bear"]
    ruler = script.step("r").ruler
    assert ruler is not None
    assert ruler.words == {9: "Negen!", 10: "Ten!"}


def test_a_message_put_between_others_makes_the_text_stale_and_shifts_nothing(tmp_path: Path) -> None:
    translated(dutch(tmp_path), ENGLISH)
    dutch(tmp_path, [*STEPS[:3], {"id": "uit", "say": ["Dag.", "Nieuw.", "Tot ziens."], "end": "done"}])
    assert loaded(tmp_path).script("proef", "pl").step("uit").say == ("Dag.", "Nieuw.", "Tot ziens.")
    assert [text.id for text, _ in found(tmp_path).languages["pl"].stale] == ["proef/uit/say"]


def test_a_stale_text_stays_as_long_as_it_fits(tmp_path: Path) -> None:
    """Better English that is nearly right than Dutch; but never a place for an answer, or a number, that is no longer there."""
    steps = [{"id": "a", "say": "Dag {{ naam }}!"}, {"id": "b", "say": "Bel nu 0800-2001."}, {"id": "c", "say": "Hoi."}]
    words = {"proef/a/say": "Hi {{ oud }}", "proef/b/say": "Call 0800-2000.", "proef/c/say": "Hello."}
    stale = {"proef_a_say": "Dag {{ oud }}", "proef_b_say": "Bel 0800-2000.", "proef_c_say": "Hallo."}
    translated(dutch(tmp_path, steps), words, **stale)
    script = loaded(tmp_path).script("proef", "pl")
    assert [step.say for step in script.steps] == ["Dag {{ naam }}!", "Bel nu 0800-2001.", "Hello."]
    language = found(tmp_path).languages["pl"]
    assert [text.id for text, _ in language.stale] == list(words)
    assert [issue.code for issue in language.warnings() if "proef/" in issue.what and issue.code != "W174"] == [
        "W175"
    ] * 3


def test_what_is_missing_is_one_warning_a_language_with_counts(tmp_path: Path) -> None:
    translated(dutch(tmp_path), {"proef/title": "Trial"})
    language = found(tmp_path).languages["pl"]
    told = [issue.what for issue in language.warnings() if issue.code == "W174"]
    assert told == [f"pl: 1 tekst vertaald, {len(language.missing)} nog niet"]


def test_a_translation_of_nothing_does_no_harm_and_is_told(tmp_path: Path) -> None:
    translated(dutch(tmp_path), {**ENGLISH, "proef/weg/say": "Gone."})
    assert loaded(tmp_path).script("proef", "pl").title == "Trial"
    told = [issue for issue in found(tmp_path).languages["pl"].warnings() if issue.code == "W176"]
    assert [issue.where.file for issue in told] == [tmp_path / "pl" / "texts.po"]


def test_an_own_directory_lays_its_translations_over_others_and_fresh_over_stale(tmp_path: Path) -> None:
    first, second = translated(dutch(tmp_path / "a"), ENGLISH), tmp_path / "b"
    translated(dutch(second), {"proef/title": "Mine", "proef/kies/say": "Old."}, proef_kies_say="Oud.")
    script = load((SHIPPED, first, second)).script("proef", "pl")
    assert (script.title, script.step("kies").say) == ("Mine", "Choose.")


@pytest.mark.parametrize(
    ("text", "words", "codes"),
    [
        (Text("a", "Dag {{ naam | klein }}"), "Hi {{ naam | zin }}", {"E178"}),
        (Text("a", "Dag {{ naam }}"), "Hi", {"E178"}),
        (Text("a", "Dag {{ naam }}"), "Hi {{ naam }", {"E130"}),
        (Text("a", "Dag {{ naam }}"), "Hi {{ naam", {"E130"}),
        (Text("a", "Dag"), "Hi {{ naam | geheim }}", {"E130"}),
        (Text("a", "Dag"), "Hi {% if naam %}!{% endif %}", {"E178"}),
        (Text("a", "Dag"), "**Hi", {"E132"}),
        (Text("a", "Kijk op www.113.nl."), "Look at www.114.nl.", {"E178"}),
        (Text("a", "Bel 112."), "Call 911.", {"E178"}),
        (Text("a", "Dag", LABEL), "x" * (LABEL + 1), {"E160"}),
        (Text("a", "Dag", LABEL), "a\nb", {"E177"}),
        (Text("a", "Dag"), "a\tb", {"E130"}),
        (Text("a", "Dag"), "a\ue000b", {"E130"}),
        (Text("a", "{{ w | reflectie }} En?", question=True), "{{ w | reflectie }}", {"E134"}),
        (Text("a", f"Dag.{BETWEEN}Tot ziens.", kind="messages"), "Bye.", {"E177"}),
        (Text("a", f"Dag.{BETWEEN}Tot ziens.", kind="messages"), f"Bye.{BETWEEN} ", {"E177"}),
        (Text("a", "ja\ngraag", kind="wordings"), "yes\n\nplease", {"E177"}),
        (Text("a", "Bel 0800-0113. Of 113. Niet 0 of 10."), "0800 0113, or 113. Zero to ten.", set()),
        (Text("a", "{{ a }} en {{ b }} en {{ a }}"), "{{ b }} and {{  a}}", set()),
        (Text("a", "Dag {{ naam | klein }}"), "Hi {{naam|klein}}", set()),
        (Text("a", "ja\ngraag", kind="wordings"), "yes", set()),
    ],
)
def test_what_does_not_fit_the_dutch_is_told(text: Text, words: str, codes: set[str]) -> None:
    assert {flaw.code for flaw in flaws(text, words)} == codes


def test_the_shipped_dutch_is_a_faultless_translation_of_itself() -> None:
    texts = collect().content.texts()
    assert len(texts) > 500
    assert [flaw for text in texts.values() for flaw in flaws(text, text.dutch)] == []


SAID = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\\\"'#~|"), max_size=40)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.text("abc/=<' ", min_size=1).map(str.strip).filter(bool), st.tuples(SAID, SAID), max_size=4))
def test_what_is_written_is_read_back_letter_for_letter(
    tmp_path_factory: Any, words: dict[str, tuple[str, str]]
) -> None:
    """With quotes, backslashes, ends of lines and what looks like a comment."""
    path = tmp_path_factory.mktemp("po") / "texts.po"
    rows = [po.Row(Text(name, nl or "x"), en) for name, (nl, en) in words.items()]
    po.save(path, po.written("en", rows))
    read = po.read(path)
    assert read.language == "en"
    assert [(e.id, e.dutch, e.words) for e in read.entries] == [
        (r.text.id, r.text.dutch, r.words.strip()) for r in rows
    ]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ('msgctxt "a"\nmsgid "Dag"\nmsgstr "Hi\n', "E170", 3),
        ('msgctxt "a"\nmsgid "Dag"\nmsgstr "a "b" c"\n', "E170", 3),
        ('msgctxt "a"\nmsgid "Dag"\nHello\nmsgstr "Hi"\n', "E170", 3),
        ('msgctxt "a"\nmsgid "Dag"\nmsgstr "Hi"\n\nmsgid "Dag"\nmsgstr "Hi"\n', "E170", 5),
        ('msgctxt "a"\nmsgid "Dag"\nmsgstr "Hi"\n\nmsgctxt "a"\nmsgid "Dag"\nmsgstr "Ho"\n', "E141", 5),
        ("PK\x03\x04 een Word-document", "E170", 1),
        ("{}", "E170", 1),
    ],
)
def test_a_file_that_is_no_po_is_told_with_its_line(tmp_path: Path, text: str, code: str, line: int) -> None:
    path = tmp_path / "en.po"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        po.read(path)
    assert [(issue.where, issue.code) for issue in caught.value.issues] == [(Where(path, line), code)]


def test_a_file_that_is_no_text_or_not_there_is_told(tmp_path: Path) -> None:
    (tmp_path / "en.po").write_bytes('msgctxt "é"'.encode("latin-1"))
    for name, code in (("en.po", "E102"), ("weg.po", "E101"), (".", "E101")):
        with pytest.raises(ContentError, match=code):
            po.read(tmp_path / name)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60) | st.text('msgidctxtr "\\\n#~|,.:[0]', max_size=60))
def test_whatever_a_file_holds_it_is_read_or_refused(tmp_path_factory: Any, text: str) -> None:
    path = tmp_path_factory.mktemp("po") / "texts.po"
    path.write_text(text, encoding="utf-8", errors="replace")
    with suppress(ContentError):
        po.read(path)


def test_other_folders_in_an_own_directory_are_left_alone_and_old_translations_are_told(tmp_path: Path) -> None:
    for name in ("transcripts", "oud"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "iets.yaml").write_text("nee")
    assert loaded(tmp_path).languages == load().languages
    (tmp_path / "pl" / "conversations").mkdir(parents=True)
    (tmp_path / "pl" / "conversations" / "proef.yaml").write_text("id: proef")
    with pytest.raises(ContentError, match=r"E170 vertalingen staan in pl/texts\.po"):
        loaded(tmp_path)
