"""What people who played typed, and what of it is said back to them."""

from __future__ import annotations

import pytest

from dialogues.answers import Answer, Value
from dialogues.language.fillers import lighter, short
from dialogues.render import finish, render


def mirrored(text: str) -> str:
    return finish(render("{{ wens | reflectie }}", {"wens": Value(Answer(text=text))}))[0]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("nou dat hoef ik eigenlijk niet hoor haha, maar ja aardig bedoeld", "Dat hoef je niet, aardig bedoeld."),
        ("ik wil het eigenlijk over mijn werk hebben", "Je wilt het over je werk hebben."),
        ("Hij lachte. Zei dat ik niet moest zeuren. Tering.", "Hij lachte. Zei dat je niet moest zeuren."),
        ("Nog niet gebeld, de winkel was vol en ik had bezoek.", "Nog niet gebeld, de winkel was vol en je had bezoek."),
        ("maar ja ik ben wel moe hoor", "Je bent wel moe."),
        ("ik wil meer tijd voor mijn kinderen ofzo", "Je wilt meer tijd voor je kinderen."),
        ("Gewoon doen. 't Viel mee.", "Gewoon doen. 't Viel mee."),
        ("ik hoor het vaak te laat", "Je hoort het vaak te laat."),
        ("eigenlijk wil ik hier blijven", "Eigenlijk wil je hier blijven."),
        ("ik mail haar morgen zoals ik al zei", "Je mailt haar morgen."),
        ("kut. ik ben moe", "Je bent moe."),
    ],
)  # fmt: skip
def test_what_only_colours_falls_away_before_words_are_said_back(text: str, said: str) -> None:
    assert mirrored(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "n jonge leren snoeien. maar das onzin",
        "gezegt afblijven. ik snoei m",
        "da ik die nieuwe heb ingewerkt",
        "hoe lang blyft dit staan als ik wegga",
        "yess eindelijk opgenomen. ik moet mailen zei die",
    ],
)
def test_words_as_they_sound_are_quoted(text: str) -> None:
    assert mirrored(text) == f"Je zegt: “{text}”"


@pytest.mark.parametrize("text", ["weet ik mier", "k vertsa je niet", "dat heb ik al gezegd", "wat een kutding dit"])
def test_words_that_say_nothing_are_not_given_back(text: str) -> None:
    assert mirrored(text) == ""


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        (
            "Dan zou ik een dag hebben voor mijn moeder zonder vijf mailtjes tussendoor, ze heeft dementie, en ik ben moe",
            "Dan zou ik een dag hebben voor mijn moeder zonder vijf mailtjes tussendoor",
        ),
        ("school was hell man. 3x blijven zitten, docent zei tegen ons ik word nooit wat", "school was hell man"),
        ("dat die kraan vervangen wordt", "dat die kraan vervangen wordt"),
        (
            "ze vragen altijd of ik dingen maak die stuk zijn maar nooit of ik daar ook tijd voor heb in mijn dienst",
            "ze vragen altijd of ik dingen maak die stuk zijn",
        ),
    ],
)
def test_of_many_words_the_first_whole_sentence_or_clause_is_quoted(text: str, quoted: str) -> None:
    assert short(text) == quoted


@pytest.mark.parametrize(
    "text", ["haha", "nou", "hoor", "tering", "ofzo", "maar ja", "", "…", "eigenlijk", "nou ja, hoor haha"]
)
def test_colour_alone_stays_and_never_fails(text: str) -> None:
    assert lighter(text).strip() or not text.strip()
