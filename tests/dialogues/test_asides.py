"""What somebody says beside the question: thanks, who reads along, a question about a button. The same question stands again."""

from __future__ import annotations

import pytest

from dialogues.engine import advance
from dialogues.events import Typed
from tests.dialogues.shipped import bundle, question, world
from tests.dialogues.test_engine import LAST, play

WHO = {
    "id": "wie",
    "say": "Met wie praat je?",
    "ask": {
        "choice": "wie",
        "buttons": {"vp": "Vertrouwenspersoon", "baas": "Mijn leidinggevende", "nee": "Nee, niemand"},
    },
}
WHAT = {"id": "wat", "say": "Wat wil je?", "ask": {"text": "wens"}}
LIKELY = world().phrases
AFTER = {"id": "laatst", "say": "En nu?", "ask": {"text": "nu"}}


@pytest.mark.parametrize("typed", ["dank je", "bedankt", "Dank je wel!", "thanks", "thank you"])
def test_thanks_at_a_button_question_are_welcome_and_the_question_stands(typed: str) -> None:
    turns = play(bundle(WHO, AFTER), Typed(typed))
    said = question(turns[-1]).text
    assert said.startswith(LIKELY["welcome_thanks"].strip())
    assert "Met wie praat je?" in said
    assert turns[-1].session.tries == 0


def test_thanks_at_an_open_question_are_an_answer() -> None:
    assert "“dank je”" in question(play(bundle(WHAT, LAST), Typed("dank je"))[-1]).text


@pytest.mark.parametrize(
    "typed",
    [
        "vertrouwenspersoon, wie is dat?",
        "vertrouwenspersoon? wie is dat",
        "mijn leidinggevende, kan dat ook anoniem?",
        "vertrouwenspersoon en wat doet die",
        "vertrouwenspersoon, who is that?",
    ],
)
def test_a_button_with_a_question_behind_it_is_not_taken(typed: str) -> None:
    """The word is explained where it is known; else how answering works. Then the same question."""
    turn = play(bundle(WHO, AFTER), Typed(typed))[-1]
    assert turn.session.frames[-1].step == "wie"
    said = question(turn).text
    assert "Het is niet je baas." in said or "Typ terug" in said


@pytest.mark.parametrize(
    ("typed", "choice"),
    [
        ("vertrouwenspersoon, die ken ik al", "vp"),
        ("mijn leidinggevende. hoe die het doet vind ik fijn", "baas"),
        ("nee, waarom zou ik?", "nee"),
        ("nee, wat heeft dat voor zin?", "nee"),
        ("nee, toch?", "nee"),
    ],
)
def test_words_behind_a_button_that_ask_nothing_leave_it_chosen(typed: str, choice: str) -> None:
    turn = play(bundle(WHO, AFTER), Typed(typed))[-1]
    assert turn.session.frames[-1].step != "wie"
    assert turn.session.frames[-1].vars["wie"].choice == choice


@pytest.mark.parametrize(
    "typed", ["planner ziet dit niet he", "komt dit bij de baas terecht", "does my boss see this?"]
)
def test_who_reads_along_is_answered_at_an_open_question(typed: str) -> None:
    conversation = bundle(WHAT, LAST)
    turn = play(conversation, Typed(typed))[-1]
    assert turn.session.frames[-1].step == "wat"
    assert question(turn).text != "Wat wil je?"
    after = advance(conversation, turn.session, Typed("mijn baas ziet het niet"), world())
    assert after.session.frames[-1].step == "laatst"
