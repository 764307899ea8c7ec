"""Mijn groeidocument: read in short pages, each item changed or removed, taken along as PDF and as a file; never a dead end."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from bot.services import document
from bot.services.person import by_id
from bot.services.settling import ACTS
from bot.services.turn import Turn
from bot.simulator.state import Message
from dialogues.effects import KeepNote, KeepScan
from dialogues.library import Library
from dialogues.load import SHIPPED, load
from tests.walks.phone import PLAN, Phone, Walk, calmly, found_in, walking

HOUSE = (("leren", "Leren", 7), ("willen", "Wat je wilt", 5), ("kunnen", "Wat je kunt", 8))
HALF = (("leren", "Leren", 7), ("willen", "Wat je wilt", None), ("kunnen", "Wat je kunt", None))
ALONE = "Deze vragen zijn van onszelf. Het is geen test."
ANOTHER = ("Ik vraag een collega om hulp", "morgen om 10 uur", "Dan doe ik het na mijn werk", "?8", "Klopt")


async def keep(walk: Walk, phone: Phone, *effects: KeepNote | KeepScan) -> None:
    """Something a talk keeps for this person, as the talk does it."""
    phone.look()
    async with walk.store.transaction() as tx:
        rows = walk.rows("identity")
        for row in rows:
            person = await by_id(walk.app.house, tx, row["person_id"])
            if person is None or person.address.chat != phone.person.id:
                continue
            turn = Turn(walk.app.house, tx, "", walk.now, None, person)
            for effect in effects:
                if isinstance(effect, KeepNote):
                    await document.keep_note(turn, effect, "waar_ligt_je_hart")
                else:
                    await document.keep_scan(turn, effect)
    walk.app.house.wake()
    await walk.demo.settled()


def note(words: str, section: str = "belangrijk", title: str = "") -> KeepNote:
    """A note of one line."""
    return KeepNote(section, title, (("Een goede dag", words),))


TALK = """\
id: oefen_bewaren
title: Oefenen met bewaren
menu: Oefenen met bewaren
topic: rustig
steps:
  - id: dag
    say: Wat was een goede dag?
    ask: {text: dag}
  - id: leren
    say: Hoeveel leer je?
    ask: {scale: leren}
  - id: willen
    say: Hoe graag wil je dit?
    ask: {scale: willen}
  - id: bewaar
    note: {section: belangrijk, title: Mijn goede dag, lines: {dag: Een goede dag}}
  - id: plaatje
    scan: {floors: {leren: Leren, willen: Wat je wilt}}
  - id: einde
    say: Wat valt je op?
    ask: {text: op}
  - id: slot
    say: Dank je.
"""
"""A talk that keeps a note and a scan."""


@pytest.fixture
def keeping(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The shipped content with that talk."""
    own = tmp_path_factory.mktemp("content")
    (own / "nl" / "conversations").mkdir(parents=True)
    (own / "nl" / "conversations" / "oefen_bewaren.yaml").write_text(TALK)
    return load([SHIPPED, own], acts=ACTS)


def content(walk: Walk, message: Message) -> bytes:
    """The bytes of the file or picture in a message."""
    part = message.body["document"] if message.kind == "document" else message.body["photo"][-1]
    return walk.simulator.world.files.by_id(part["file_id"]).content


def printed(walk: Walk, message: Message) -> str:
    """The words on a PDF."""
    pages = PdfReader(BytesIO(content(walk, message))).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


# --- the first page


@calmly
@pytest.mark.parametrize("way", ["/mijn", "mijn document", "Mijn groeidocument", "waar vind ik mijn groeidocument?"])
async def test_an_empty_document_says_how_something_gets_in(resting: Phone, way: str) -> None:
    """Found by command, by its name and in words; kind, and with one button to a talk."""
    said = await resting.type(way)
    assert "Hier staat nog niets. Dat geeft niet." in said
    assert resting.labels() == ["Praat erover"]


@calmly
async def test_the_first_page_counts_in_words_and_names_only_what_is_there(calm: Walk) -> None:
    """A button for each part that holds something, and the two ways to take it along."""
    sanne = await calm.finished()
    await keep(calm, sanne, note("rustig werken"), note("op tijd klaar"), note("Mag ik ruilen?", "vraag"))
    said = await sanne.type("/mijn")
    assert "Wat telt voor mij: twee" in said
    assert "Voor een gesprek: één" in said
    assert "Niemand van je werk ziet het." in said
    assert sanne.labels() == ["Wat telt voor mij", "Voor een gesprek", "Als PDF", "Als bestand"]


@calmly
async def test_the_document_opens_in_the_middle_of_a_talk(calm: Walk) -> None:
    """Asked for in words; the question of the talk still takes its answer."""
    sanne = await calm.member()
    assert "Hier staat nog niets" in await sanne.type("laat mijn document zien")
    assert "Wat komt als eerste bij je op?" in await sanne.press("Ik twijfel")


# --- pages


@calmly
async def test_pages_are_short_and_the_newest_comes_first(calm: Walk) -> None:
    """Three items a page, each with its two buttons; *Meer* leads to the older ones, to the last."""
    sanne = await calm.finished()
    for number in range(7):
        await keep(calm, sanne, note(f"punt {number}"))
        await calm.by(seconds=5)
    await sanne.type("/mijn")
    seen = []
    label = "Wat telt voor mij"
    while True:
        await sanne.press(label)
        assert len(sanne.news()) <= 3
        seen += [line for message in sanne.news() for line in message.text.split("\n") if "punt" in line]
        assert all(message.labels[:2] == ["Veranderen", "Weghalen"] for message in sanne.news())
        label = "Meer"
        if label not in sanne.labels():
            break
    assert seen == [f"Een goede dag: punt {number}" for number in reversed(range(7))]
    assert "Mijn groeidocument" in sanne.labels()


@calmly
async def test_what_is_for_a_talk_says_that_nobody_gets_it(calm: Walk) -> None:
    """Notes, a question and what stands in the way, ready to show; and the honest word that nothing was shared."""
    sanne = await calm.finished()
    await keep(calm, sanne, note("ik wil meer uren", "gesprek"))
    await calm.by(seconds=5)
    await keep(calm, sanne, note("wie weet er een cursus", "vraag"))
    await calm.by(seconds=5)
    await keep(calm, sanne, note("er is te weinig tijd", "knelpunt"))
    await sanne.type("/mijn")
    said = await sanne.press("Voor een gesprek")
    assert "Ik geef dit aan niemand. Jij laat het zien, als jij wilt." in said
    assert "Via mij is er nog niets gedeeld." in said
    assert "Wat in de weg zit" in said
    assert len(sanne.news()) == 3
    assert "Voor mijn gesprek" in await sanne.press("Meer")


@calmly
async def test_a_very_long_item_still_fits_a_message(calm: Walk) -> None:
    """What is too long for a phone is cut with a word about it; the PDF holds all."""
    sanne = await calm.finished()
    lines = tuple((f"Vraag {number}", "heel veel woorden " * 55 + f"einde{number}") for number in range(12))
    await keep(calm, sanne, KeepNote("gesprek", "Mijn gesprek", lines))
    await sanne.type("/mijn")
    await sanne.press("Voor een gesprek")
    assert "Alles staat in je PDF." in sanne.says()
    await sanne.type("/mijn")
    await sanne.press("Als PDF")
    assert "einde11" in printed(calm, sanne.news()[0])


# --- changing and removing


@calmly
async def test_the_only_line_is_changed_in_own_words(calm: Walk) -> None:
    """The old words are shown, the new ones stand in their place, and the old are gone."""
    sanne = await calm.finished()
    await keep(calm, sanne, note("rustig werken"))
    await sanne.type("/mijn")
    await sanne.press("Wat telt voor mij")
    assert "“rustig werken”" in await sanne.press("Veranderen")
    assert "Zo staat het er nu" in await sanne.type("samen lachen")
    await sanne.press("Mijn groeidocument")
    said = await sanne.press("Wat telt voor mij")
    assert "Een goede dag: samen lachen" in said
    assert "rustig werken" not in said


@calmly
async def test_of_several_lines_one_is_chosen(calm: Walk) -> None:
    """By its button or its words; the others stay."""
    sanne = await calm.finished()
    lines = (("Een goede dag", "zon"), ("Dit geeft mij energie", "koffie"))
    await keep(calm, sanne, KeepNote("belangrijk", "Mijn goede dag", lines))
    await sanne.type("/mijn")
    await sanne.press("Wat telt voor mij")
    await sanne.press("Veranderen")
    assert sanne.labels() == ["Een goede dag", "Dit geeft mij energie"]
    await sanne.do("Dit geeft mij energie", "een grap")
    await sanne.type("/mijn")
    said = await sanne.press("Wat telt voor mij")
    assert "Een goede dag: zon\nDit geeft mij energie: een grap" in said


@calmly
async def test_liever_niet_changes_nothing(calm: Walk) -> None:
    """Who would rather not, keeps it as it was."""
    sanne = await calm.finished()
    await keep(calm, sanne, note("rustig werken"))
    await sanne.type("/mijn")
    await sanne.press("Wat telt voor mij")
    await sanne.press("Veranderen")
    assert "Er verandert niets" in await sanne.type("liever niet")
    await sanne.type("/mijn")
    assert "rustig werken" in await sanne.press("Wat telt voor mij")


@calmly
async def test_what_is_typed_into_the_document_is_heard_like_every_word(calm: Walk) -> None:
    """A sign of crisis in new words steps back first, and nothing of it is kept."""
    sanne = await calm.finished()
    await keep(calm, sanne, note("rustig werken"))
    await sanne.type("/mijn")
    await sanne.press("Wat telt voor mij")
    await sanne.press("Veranderen")
    assert "113" in await sanne.type("ik wil niet meer leven")
    await sanne.type("/mijn")
    assert "rustig werken" in await sanne.press("Wat telt voor mij")


@calmly
async def test_removing_is_asked_once_and_is_for_good(calm: Walk) -> None:
    """*Laat maar staan* keeps it; *ja* takes it out, and the page is kind about what is gone."""
    sanne = await calm.finished()
    await keep(calm, sanne, note("rustig werken"))
    await sanne.type("/mijn")
    await sanne.press("Wat telt voor mij")
    assert "“rustig werken”" in await sanne.press("Weghalen")
    assert "Het blijft staan" in await sanne.press("Laat maar staan")
    await sanne.press("Weghalen")
    assert "Het is weg" in await sanne.press("Ja, weghalen")
    assert "Hier staat nog niets" in await sanne.press("Mijn groeidocument")


@calmly
async def test_old_buttons_of_an_item_that_is_gone_get_a_kind_word(calm: Walk) -> None:
    """Changing, removing, confirming, paging, and a PDF or file of what is empty by now: kind words, and no empty file."""
    sanne = await calm.finished()
    await keep(calm, sanne, note("rustig werken"))
    await sanne.type("/mijn")
    first = sanne.shown("Wat telt voor mij")
    await sanne.press("Wat telt voor mij")
    item = sanne.shown("Veranderen")
    await sanne.press("Weghalen")
    asked = sanne.shown("Ja, weghalen")
    await calm.by(seconds=5)
    await sanne.press("Weghalen")
    await sanne.press("Ja, weghalen")
    for message, label, words in (
        (item, "Veranderen", "Dat staat niet meer in je groeidocument."),
        (item, "Weghalen", "Dat staat niet meer in je groeidocument."),
        (asked, "Ja, weghalen", "Dat staat niet meer in je groeidocument."),
        (first, "Wat telt voor mij", "Hier staat nu niets."),
        (first, "Als PDF", "Hier staat nog niets."),
        (first, "Als bestand", "Hier staat nog niets."),
    ):
        await calm.by(seconds=5)
        button = message.button(label)
        assert button is not None
        assert words in await sanne.press_on(message, str(button["callback_data"])), label
        assert [each.kind for each in sanne.news()] == ["text"]


async def test_an_item_removed_while_its_change_was_asked(walk: Walk) -> None:
    """The new words have no place any more: said kindly, and nothing comes back."""
    sanne = await walk.finished()
    await keep(walk, sanne, note("rustig werken"))
    await sanne.type("/mijn")
    await sanne.press("Wat telt voor mij")
    item = sanne.shown("Weghalen")
    await sanne.press("Weghalen")
    asked = sanne.shown("Ja, weghalen")
    change = item.button("Veranderen")
    assert change is not None
    await sanne.press_on(item, str(change["callback_data"]))
    await sanne.press_on(asked, str(asked.buttons[0]["callback_data"]))
    assert "Dat staat niet meer in je groeidocument." in await sanne.type("samen lachen")
    assert walk.rows("document_item") == []


# --- from a talk


async def test_what_a_talk_keeps_stands_in_the_document_and_its_picture_comes_before_the_next_words(
    tmp_path: Path, keeping: Library
) -> None:
    """Kept in silence, shown at once, and the talk goes on; a question left open stays open."""
    async with walking(tmp_path, library=keeping) as walk:
        sanne = await walk.finished()
        await sanne.talk("Oefenen met bewaren")
        await sanne.do("toen ik mocht bouwen", "7")
        await sanne.type("liever niet")
        picture, question = sanne.news()
        assert picture.kind == "photo"
        assert "Leren: 7\nWat je wilt: niet ingevuld" in picture.text
        assert question.text == "Wat valt je op?"
        assert "Wat telt voor mij: één\nMijn scans: één" in await sanne.press("Mijn groeidocument")
        assert "Een goede dag: toen ik mocht bouwen" in await sanne.press("Wat telt voor mij")


# --- scans


@calmly
async def test_a_scan_is_shown_at_once_and_its_words_carry_it(calm: Walk) -> None:
    """A picture, every number in the caption, and the open word that it is no test."""
    sanne = await calm.finished()
    await keep(calm, sanne, KeepScan(HOUSE))
    (message,) = sanne.news()
    assert message.kind == "photo"
    assert "Leren: 7\nWat je wilt: 5\nWat je kunt: 8" in message.text
    assert ALONE in message.text
    assert message.labels == ["Mijn groeidocument"]
    picture = Image.open(BytesIO(content(calm, message)))
    assert picture.width >= 720


@calmly
async def test_a_half_scan_says_what_was_left_open(calm: Walk) -> None:
    """No number is made up: the picture is drawn, the caption says *niet ingevuld*."""
    sanne = await calm.finished()
    await keep(calm, sanne, KeepScan(HALF))
    assert "Leren: 7\nWat je wilt: niet ingevuld\nWat je kunt: niet ingevuld" in sanne.says()
    assert sanne.news()[0].kind == "photo"


async def test_scans_over_time_stand_in_one_picture_and_one_can_be_removed(walk: Walk) -> None:
    """The newest, then all of them from old to new; older ones one by one."""
    sanne = await walk.finished()
    await keep(walk, sanne, KeepScan(HALF))
    await walk.by(days=90)
    await keep(walk, sanne, KeepScan(HOUSE))
    await sanne.type("/mijn")
    await sanne.press("Mijn scans")
    newest, together = sanne.news()
    assert "Mijn scan van 21 februari 2027" in newest.text
    assert newest.labels == ["Weghalen"]
    assert "23 november 2026, 21 februari 2027" in together.text
    assert "Leren: 7, 7\nWat je wilt: niet ingevuld, 5" in together.text
    assert "Mijn scan van 23 november 2026" in await sanne.press("Meer")
    assert "je scan van 23 november 2026" in await sanne.press("Weghalen")
    await sanne.press("Ja, weghalen")
    await sanne.press("Mijn groeidocument")
    await sanne.press("Mijn scans")
    assert len(sanne.news()) == 1
    assert "21 februari 2027" in sanne.says()


@calmly
async def test_a_caption_that_is_too_long_stands_beside_its_picture(calm: Walk) -> None:
    """The picture first, then all its words."""
    sanne = await calm.finished()
    floors = tuple((f"v{number}", f"Een lange naam voor verdieping nummer {number} " * 2, 5) for number in range(14))
    await keep(calm, sanne, KeepScan(floors))
    picture, words = sanne.news()
    assert (picture.kind, words.kind) == ("photo", "text")
    assert "nummer 13" in words.text


async def test_a_picture_that_cannot_be_drawn_leaves_its_words(walk: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever fails while drawing: the caption arrives as a message, once."""

    def broken(*_: object) -> bytes:
        raise RuntimeError("no font")

    monkeypatch.setattr("bot.papers.picture.house", broken)
    sanne = await walk.finished()
    await keep(walk, sanne, KeepScan(HOUSE))
    (message,) = sanne.news()
    assert message.kind == "text"
    assert "Leren: 7" in message.text


# --- plans and what came of them


@pytest.mark.parametrize(
    ("acts", "words"),
    [
        (("Gelukt", "mijn collega dacht mee", "Het is klaar"), ("Klaar", "Gelukt. “mijn collega dacht mee”")),
        (("Gelukt", "mijn collega dacht mee", "liever niet"), ("Klaar", "Gelukt. “mijn collega dacht mee”")),
        (("Een beetje", "ik heb het gevraagd", "Zo laten"), ("Loopt nog", "Een deel is gelukt. “ik heb het gevraagd”")),
        (("Een beetje", "ik heb het gevraagd", "Stoppen"), ("Gestopt", "Een deel is gelukt. “ik heb het gevraagd”")),
        (("Nog niet", "het was te druk", "Stoppen"), ("Gestopt", "“het was te druk”")),
        (("Stoppen",), ("Gestopt",)),
    ],
)
async def test_what_came_of_a_plan_stands_in_the_document(walk: Walk, acts: tuple[str, ...], words: tuple[str]) -> None:
    """Worked out, partly, or stopped; with what they said of it."""
    sanne = await walk.member()
    await sanne.do(*PLAN)
    await walk.at("2026-11-30", "12:00")
    await sanne.do(*acts)
    await sanne.type("/mijn")
    said = await sanne.press("Mijn plannen")
    for part in ("Dan: ik vraag om een gesprek", *words):
        assert part in said


async def test_what_partly_worked_out_stays_known_when_the_plan_is_changed(walk: Walk) -> None:
    """A new moment for the plan does not wipe what came of it."""
    sanne = await walk.member()
    await sanne.do(*PLAN)
    await walk.at("2026-11-30", "12:00")
    await sanne.do("Een beetje", "ik heb het gevraagd", "Een ander moment", "donderdag om 11 uur")
    await sanne.do("?Dan doe ik het na mijn werk", "?8", "?Klopt")
    await sanne.type("/mijn")
    said = await sanne.press("Mijn plannen")
    assert "Als: donderdag om 11 uur" in said
    assert "Een deel is gelukt. “ik heb het gevraagd”" in said


async def test_twenty_plans_tried_at_once_keep_two_and_finished_ones_fill_the_document(walk: Walk) -> None:
    """Twenty plans: never more than two run; those that were stopped are pages, and each can be taken out."""
    sanne = await walk.finished()
    for number in range(20):
        await sanne.talk("Een klein plan maken")
        if "Je hebt al twee plannen" in sanne.says():
            await sanne.type("/plan")
            await sanne.press("Stoppen")
            continue
        await sanne.do(*ANOTHER)
        assert sum(row["state"] == "active" for row in walk.rows("intention")) <= 2, number
    there = len(walk.rows("intention"))
    assert there >= 8
    await sanne.type("/mijn")
    label, seen = "Mijn plannen", 0
    while label:
        await sanne.press(label)
        assert len(sanne.news()) <= 3
        seen += len(sanne.news())
        label = "Meer" if "Meer" in sanne.labels() else ""
    assert seen == there
    assert "Zal ik dit weghalen?" in await sanne.press("Weghalen")
    await sanne.press("Ja, weghalen")
    assert len(walk.rows("intention")) == there - 1


async def test_a_plan_that_runs_is_changed_and_stopped_from_the_document_but_not_taken_out(walk: Walk) -> None:
    """The buttons are those of *Mijn plan*; what still runs is stopped first."""
    sanne = await walk.member()
    await sanne.do(*PLAN)
    await sanne.type("/mijn")
    await sanne.press("Mijn plannen")
    assert sanne.labels()[:2] == ["Veranderen", "Stoppen"]
    assert "Dit plan stopt" in await sanne.press("Stoppen")


# --- taking it along


async def test_the_pdf_holds_all_of_it_and_may_be_passed_on(walk: Walk) -> None:
    """Notes, scans and plans, the name and the day; not protected against saving."""
    sanne = await walk.member()
    await sanne.do(*PLAN)
    await keep(walk, sanne, note("rustig werken", title="Mijn goede dag"), KeepScan(HALF))
    await sanne.type("/mijn")
    await sanne.press("Als PDF")
    (message,) = sanne.news()
    assert message.body["document"]["file_name"] == "mijn-groeidocument.pdf"
    assert not message.body.get("has_protected_content")
    words = printed(walk, message)
    for part in (
        *(
            "Mijn groeidocument",
            "Van Sanne",
            "23 november 2026",
            "Wat telt voor mij",
            "Mijn goede dag",
            "rustig werken",
        ),
        *("Wat je wilt: niet ingevuld", "Ik vraag om een gesprek", "Loopt nog"),
    ):
        assert part in words
    assert "Als bestand" in sanne.shown("Als PDF").labels


async def test_the_file_is_readable_by_a_program_as_the_page_says(walk: Walk) -> None:
    """ISO days, own words, open numbers as null; the same part stands in the file with everything."""
    sanne = await walk.member()
    await sanne.do(*PLAN)
    await walk.at("2026-11-30", "12:00")
    await sanne.do("Gelukt", "mijn collega dacht mee", "Het is klaar")
    await keep(walk, sanne, note("rustig werken", title="Mijn goede dag"), KeepScan(HALF))
    await sanne.type("/mijn")
    await sanne.press("Als bestand")
    own = json.loads(content(walk, sanne.news()[0]))
    assert own["belangrijk"] == [
        {
            "datum": "2026-11-30",
            "titel": "Mijn goede dag",
            "regels": [{"wat": "Een goede dag", "woorden": "rustig werken"}],
            "gesprek": "waar_ligt_je_hart",
        }
    ]
    assert own["knelpunt"] == []
    assert own["scans"][0]["verdiepingen"][1] == {"sleutel": "willen", "naam": "Wat je wilt", "cijfer": None}
    (plan,) = own["plannen"]
    assert (plan["staat"], plan["uitkomst"], plan["woorden"]) == ("klaar", "gelukt", "mijn collega dacht mee")
    await sanne.type("/gegevens")
    assert "In je groeidocument: 2" in sanne.says()
    await sanne.press("Als bestand")
    assert json.loads(content(walk, sanne.news()[0]))["groeidocument"] == own


async def test_nothing_of_the_document_stands_plain_on_the_disk_and_all_goes(walk: Walk) -> None:
    """Neither words nor scores nor which kind it is; and after wiping no row is left."""
    sanne = await walk.finished()
    await keep(walk, sanne, note("Quackelbeen fluistert", "knelpunt"), KeepScan((("leren", "Zephyrverdieping", 3),)))
    directory = walk.app.settings.data_dir
    assert found_in(directory, "Quackelbeen", "knelpunt", "Zephyrverdieping") == []
    await sanne.type("/wissen")
    await sanne.press("Ja, alles wissen")
    await sanne.press("Wis nu alles")
    assert walk.rows("document_item") == []
