"""The commands of who writes conversations. They need no token, no key and no data; what they say to authors is Dutch."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from bot.services import settling
from bot.services.acts import ACT_NAMES
from dialogues.load import SHIPPED
from tests.cli.command import Aanzet, refusal

BAD = "id: praatje\ntitle: Praatje\nsteps:\n  - id: een\n    zeg: Hoi\n"
COMMANDS = ("run", "demo", "invite", "doctor")
FOR_AUTHORS = ("new", "check", "play", "graph", "test", "texts")


@pytest.fixture
def bad(author: Aanzet) -> Path:
    folder = author.home / "content" / "nl" / "conversations"
    folder.mkdir(parents=True)
    (folder / "praatje.yaml").write_text(BAD)
    return author.home / "content"


@pytest.mark.parametrize("command", [*COMMANDS, *FOR_AUTHORS])
async def test_every_command_has_help_with_an_example(author: Aanzet, command: str) -> None:
    """And `aanzet --help` names it, those for authors apart and in Dutch."""
    told = await author(command, "--help")
    assert told.code == 0
    dutch = command in FOR_AUTHORS
    assert f"{'Voorbeeld' if dutch else 'Example'}:\n    aanzet {command}" in told.out
    assert (f"Gebruik: aanzet {command} [OPTIES]" in told.out) == ("Deze uitleg." in told.out) == dutch
    if command == COMMANDS[0]:
        ours, theirs = (await author("--help")).out.split("Voor wie gesprekken schrijft:")
        assert all(f"\n  {name} " in ours for name in COMMANDS)
        assert all(f"\n  {name} " in theirs for name in FOR_AUTHORS)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("play",), "GESPREK ontbreekt."),
        (("new",), "NAAM ontbreekt."),
        (("graph", "a", "b", "c"), "Dit is te veel: b c."),
        (("play", "x", "--nme", "Vera"), "--nme is geen optie. Bedoel je --name?"),
        (("play", "x", "--at"), "Achter --at hoort nog iets"),
        (("play", "x", "--now", "morgen"), "--now: schrijf een dag en tijd zoals 2026-11-23T21:30."),
        (("test", "--content", "nergens"), "--content: nergens is geen map die er is."),
    ],
)
async def test_a_command_typed_otherwise_is_told_in_dutch(author: Aanzet, words: tuple[str, ...], told: str) -> None:
    result = await author(*words)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"aanzet: {told}")
    assert result.err.endswith(f"Uitleg: aanzet {words[0]} --help\n")


async def test_check_finds_nothing_in_the_shipped_content(author: Aanzet) -> None:
    """No error, and no warning without a reason; the figures of every conversation stand in a table."""
    checked = await author("check")
    assert (checked.code, checked.err) == (0, "")
    assert checked.out.splitlines()[0].startswith("gesprek ")
    assert "\nwat_wil_je " in checked.out
    assert "geen fouten, geen waarschuwingen." in checked.out
    assert "dwingen" not in checked.out
    assert "beperken" not in checked.out


async def test_who_named_no_directory_is_told_which_content_was_used(author: Aanzet) -> None:
    """A file that lies in a directory nobody named, or at the wrong place in it, is not passed over in silence."""
    await author("new", "koffie", "--content", "eigen")
    hint = "Je eigen map noem je met --content MAP, of in AANZET_CONTENT."
    assert (await author("check")).out.rstrip().endswith(f"Alleen de meegeleverde gesprekken zijn bekeken. {hint}")
    assert hint in (await author("play", "hoe_gaat_het")).out
    refusal(await author("play", "koffie"), "Er is geen gesprek koffie.", "--content MAP")
    told = (await author("check", "eigen")).out
    assert told.rstrip().endswith("Bekeken: de meegeleverde gesprekken, met die in eigen erover.")
    assert hint not in told
    (author.home / "eigen/nl/conversations/koffie.yaml").rename(author.home / "eigen/koffie.yaml")
    result = await author("check", "eigen")
    assert result.code == 1
    assert "eigen/koffie.yaml:1:1: E106 fout" in result.out
    assert "→ zet het in eigen/nl/conversations/koffie.yaml" in result.out


async def test_check_as_json_has_one_shape_for_programs(author: Aanzet) -> None:
    told = json.loads((await author("check", "--json")).out)
    assert list(told) == ["issues", "conversations", "nudges", "stories", "offerings", "functions", "knobs"]
    assert told["issues"] == []
    assert min(told["nudges"], told["stories"]) > 0
    rows = {row["id"]: row for row in told["conversations"]}
    assert set(rows["wat_wil_je"]) == {
        "id", "paths", "turns_min", "turns_max", "questions", "open_share", "reflections", "reflection_question_ratio",
        "complex_share", "affirmations", "flesch_douma", "longest_sentence",
    }  # fmt: skip
    assert rows["wat_wil_je"]["reflection_question_ratio"] >= 1
    assert rows["wat_wil_je"]["flesch_douma"] >= 75
    assert all(row["longest_sentence"] <= 12 for row in rows.values())
    assert sum(told["functions"].values()) > 0
    assert set(told["knobs"]) == {"weten", "kunnen", "willen", "durven", "mogen"}


async def test_check_tells_every_mistake_with_its_place(author: Aanzet, bad: Path) -> None:
    """For people and for programs; the setting is used where no directory is named."""
    checked = await author("check", "content")
    assert checked.code == 1
    assert "praatje.yaml:5:5: E1" in checked.out
    assert "    → " in checked.out
    assert (await author("check", AANZET_CONTENT=str(bad))).code == 1
    told = json.loads((await author("check", "content", "--json")).out)
    first = next(issue for issue in told["issues"] if issue["code"] == "E110")
    assert set(first) == {"code", "where", "what", "remedy", "severity"}
    assert first["where"].endswith("praatje.yaml:5:5")
    assert first["severity"] == "error"
    assert (await author("check", "nowhere")).code == 1


async def test_a_warning_alone_is_no_failure_and_a_reason_answers_it(author: Aanzet) -> None:
    folder = author.home / "content" / "nl" / "conversations"
    folder.mkdir(parents=True)
    text = "id: praatje\ntitle: Praatje\nsteps:\n  - id: een\n    say: Dat kost ongeveer tien procent meer.\n"
    (folder / "praatje.yaml").write_text(text)
    checked = await author("check", "content")
    assert checked.code == 0
    assert "praatje.yaml:5:5: W406 let op: 'procent' is een percentage" in checked.out
    assert "praatje (eigen)" in checked.out
    (folder / "praatje.yaml").write_text(text + "reasons: {W406: Zo staat het in de cao.}\n")
    assert "W406" not in (await author("check", "content")).out
    assert "reden: Zo staat het in de cao." in (await author("check", "content", "--all")).out


async def test_play_test_and_write_go_together(author: Aanzet) -> None:
    """What was played is kept as a transcript, which is a test; a change is told, and can be filled in."""
    played = await author("play", "wat_wil_je", "--name", "Vera", "--save", "vera.txt", typed="3\nja\n/stop\n")
    assert played.code == 0, played.err
    assert "1. " in played.out
    tested = await author("test", "vera.txt")
    assert (tested.code, tested.out) == (0, "1 voorbeeldgesprek: alles gaat zoals opgeschreven.\n")
    kept = author.home / "vera.txt"
    right = kept.read_text(encoding="utf-8")
    first = next(line for line in right.splitlines() if line.startswith("< "))
    kept.write_text(right.replace(first, "< Iets heel anders."), encoding="utf-8")
    tested = await author("test", ".")
    assert tested.code == 1
    assert "< Iets heel anders." in tested.out
    assert first in tested.out
    assert "vera.txt, regel 5: de bot doet nu iets anders, na het begin\n  geschreven:\n" in tested.out
    assert "1 voorbeeldgesprek: 1 gaat anders dan opgeschreven." in tested.out
    assert (await author("test", "--write", "vera.txt")).code == 0
    assert (await author("test", "vera.txt")).code == 0


async def test_what_cannot_be_played_is_told_in_a_line(author: Aanzet, bad: Path) -> None:
    near, step, unknown, none, missing, given, unfit, broken, save = await asyncio.gather(
        author("play", "wat_wil_j"),
        author("play", "wat_wil_je", "--at", "nergens"),
        author("graph", "nergens"),
        author("test"),
        author("test", "nergens.txt"),
        author("play", "wat_wil_je", "--given", "wens"),
        author("play", "wat_wil_je", "--given", "wensje=rust"),
        author("play", "praatje", "--content", str(bad)),
        author("play", "wat_wil_je", "--save", "nergens/vera.txt", typed="/stop\n"),
    )
    refusal(near, "Er is geen gesprek wat_wil_j. Bedoel je wat_wil_je?")
    refusal(step, "wat_wil_je heeft geen stap nergens. Kies uit: begin, ")
    refusal(unknown, "Kies uit: ", "wat_wil_je")
    refusal(none, "In tests/transcripts staan geen voorbeeldgesprekken", "aanzet play GESPREK --save")
    assert "nergens.txt kan niet gelezen worden: dat bestand of die map is er niet" in missing.out
    refusal(given, "--given wens: schrijf NAAM=ANTWOORD")
    refusal(unfit, "dit gesprek kent geen antwoord 'wensje'", "wens")
    assert missing.code == broken.code == 1
    assert "praatje.yaml:5:5: E1" in broken.err
    assert broken.err.splitlines()[-1].startswith("aanzet: Er zit 1 fout in de inhoud.")
    refusal(save, "nergens/vera.txt kan niet geschreven worden: dat bestand of die map is er niet")


async def test_only_what_goes_otherwise_is_offered_to_be_written_by_its_name(author: Aanzet) -> None:
    """A file that is not there, or that cannot be read, has nothing to be written."""
    await author("new", "koffie", "--content", "eigen")
    kept = author.home / "eigen" / "transcripts" / "koffie.txt"
    kept.write_text(kept.read_text(encoding="utf-8").replace("\n< ", "\n< Anders: ", 1), encoding="utf-8")
    (kept.parent / "kapot.txt").write_text("script: koffie\n\n[niet af\n", encoding="utf-8")
    broken = await author("test", "eigen/transcripts/nee.txt", "eigen/transcripts/kapot.txt", "--content", "eigen")
    assert "--write" not in broken.out
    assert "2 voorbeeldgesprekken: 2 zijn niet te lezen." in broken.out
    told = await author("test", "--content", "eigen")
    assert "3 voorbeeldgesprekken: 1 gaat anders dan opgeschreven, 1 is niet te lezen." in told.out
    assert told.out.rstrip().endswith("aanzet test eigen/transcripts/koffie.txt --content eigen --write")


async def test_a_drawing_has_a_name_that_says_what_it_is(author: Aanzet) -> None:
    refusal(await author("graph", "wat_wil_je", "-o", "tekening.png"), "tekening.png", "Schrijf -o tekening.svg;")
    assert not (author.home / "tekening.png").exists()


async def test_a_mistake_on_the_way_into_another_conversation_is_told_once_where_it_is_called(author: Aanzet) -> None:
    folder = author.home / "onze" / "nl" / "conversations"
    folder.mkdir(parents=True)
    steps = "  - id: een\n    call: als_dan_plan\n  - id: uit\n    end: done\n"
    (folder / "proef.yaml").write_text(f"id: proef\ntitle: Proef\nstyle: mi\nsteps:\n{steps}", encoding="utf-8")
    told = [line for line in (await author("check", "onze")).out.splitlines() if ": E" in line or ": W" in line]
    assert [line.split(": ")[0] for line in told if "naar 'als_dan_plan'" in line] == [
        "onze/nl/conversations/proef.yaml:6:5"
    ] * 2
    assert all(line.startswith("onze/") for line in told)


async def test_a_broken_transcript_is_told_and_the_others_are_played(author: Aanzet) -> None:
    """File, line, cause and remedy; also one that cannot be read at all. `--write` leaves it as it is."""
    folder = author.home / "voorbeelden"
    folder.mkdir()
    (folder / "a_bytes.txt").write_bytes(b"\xff\xfe\x00")
    (folder / "b_knop.txt").write_text("script: wat_wil_je\n\n[Bestaat niet]\n")
    (folder / "c_goed.txt").write_text("script: wat_wil_je\n\n/stop\n")
    filled = await author("test", "--write", "voorbeelden")
    assert filled.code == 1
    assert "voorbeelden/c_goed.txt: ingevuld" in filled.out
    assert "3 voorbeeldgesprekken bekeken, 2 niet te lezen." in filled.out
    assert (folder / "b_knop.txt").read_text() == "script: wat_wil_je\n\n[Bestaat niet]\n"
    tested = await author("test", "voorbeelden")
    assert tested.code == 1
    assert "voorbeelden/a_bytes.txt is geen gewone tekst. Sla het bestand op als UTF-8." in tested.out
    told = "voorbeelden/b_knop.txt, regel 3: hier is geen knop [Bestaat niet]\n    → kies uit: [Ik weet het precies]"
    assert told in filled.out
    assert "3 voorbeeldgesprekken: 2 zijn niet te lezen." in tested.out


async def test_play_can_begin_in_the_middle_and_let_time_pass(author: Aanzet) -> None:
    """The answers given and the time that passed stand in the transcript, which holds."""
    given = ("--given", "dan=ik bel Karin", "--given", "dag=[Morgen]", "--given", "druk=later")
    played = await author(
        "play", "als_dan_plan", "--at", "klopt", *given, "--save", "plan.txt", typed="1\n+ 2 dagen\n1\n/stop\n"
    )
    assert played.code == 0, played.err
    assert "* herinnering: als" in played.out
    assert "* begint: opvolging" in played.out
    kept = (author.home / "plan.txt").read_text(encoding="utf-8")
    assert "given: dag = [Morgen]\n" in kept
    assert "\n+ 2 dagen\n* herinnering" in kept
    assert (await author("test", "plan.txt")).code == 0


async def test_graph_draws_mermaid_and_svg(author: Aanzet) -> None:
    drawn = await author("graph", "wat_wil_je")
    assert drawn.out.startswith("flowchart LR\n")
    assert (await author("graph", "wat_wil_je", "--mermaid")).out == drawn.out
    assert (await author("graph", "wat_wil_je", "-o", "a.mmd")).code == 0
    assert (author.home / "a.mmd").read_text(encoding="utf-8") == drawn.out
    told = await author("graph", "wat_wil_je", "-o", "a.svg")
    assert (told.code, told.out) == (0, "Getekend in a.svg. Open het in een browser.\n")
    assert (author.home / "a.svg").read_text(encoding="utf-8").startswith("<svg ")
    refusal(await author("graph", "wat_wil_je", "-o", "nergens/a.svg"), "nergens/a.svg kan niet geschreven worden")


async def test_a_mistake_in_an_own_file_names_that_file_also_when_a_shipped_conversation_calls_it(
    author: Aanzet,
) -> None:
    """An own *als_dan_plan* takes the place of the shipped one on every way through *wat_wil_je*."""
    folder = author.home / "content" / "nl" / "conversations"
    folder.mkdir(parents=True)
    shipped = (SHIPPED / "nl" / "conversations" / "als_dan_plan.yaml").read_text(encoding="utf-8")
    (folder / "als_dan_plan.yaml").write_text(shipped.replace(", say: Je vraagt om een gesprek.", ""), encoding="utf-8")
    told = json.loads((await author("check", "content", "--json")).out)
    assert told["issues"]
    assert {issue["where"].split("/")[-1].split(":")[0] for issue in told["issues"]} == {"als_dan_plan.yaml"}
    assert all(str(author.home) in issue["where"] or issue["where"].startswith("content/") for issue in told["issues"])
    assert "als_dan_plan (eigen)" in (await author("check", "content")).out


def test_check_knows_every_act_the_bot_can_do() -> None:
    assert set(settling.ACTS) == ACT_NAMES
