"""The rules at the head of `dialogues/engine.py`, one by one, on small conversations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from dialogues.answers import Answer
from dialogues.bundle import Bundle, UnknownFormat
from dialogues.effects import Act, ComeBack, Ended, OfferStory, SaveIntention, Say
from dialogues.engine import EndlessScript, EngineError, Turn, advance, again, begin
from dialogues.events import Event, Odd, Pressed, Said, Spoken, Typed
from dialogues.session import Session
from tests.dialogues.shipped import NOW, bundle, ids, library, question, reread, says, sound, world

CHOICE = {"id": "kies", "say": "Kies.", "ask": {"choice": "keuze", "buttons": {"a": "Eerste", "b": "Tweede"}}}
TEXT = {"id": "wat", "say": "Wat wil je?", "ask": {"text": "wens"}}
LAST = {"id": "laatst", "say": "Je zei {{ wens | citaat }}.\nEn nu?", "ask": {"text": "nu"}}


def play(conversation: Bundle, *events: Event, **around: Any) -> list[Turn]:
    """All turns, the opening first; the session is re-read before every one."""
    given = around.pop("given", None)
    turns = [begin(conversation, world(**around), given=given)]
    for event in events:
        turns.append(advance(conversation, reread(turns[-1].session), event, world(**around)))
    for turn in turns:
        sound(conversation, turn)
    return turns


def answer(turn: Turn, name: str) -> Answer:
    return turn.session.frames[-1].vars[name]


# --- What somebody types is data


@pytest.mark.parametrize(
    "typed",
    [
        "{{ 7*7 }}",
        "{% raw %}",
        "{{ wens.__class__ }}",
        "<b>vet</b> & <a href='x'>",
        "**vet**",
        "_cursief_ `code`",
        "%s {0} ${x}",
    ],
)
def test_what_is_typed_appears_as_it_is_and_is_never_bold(typed: str) -> None:
    said = question(play(bundle(TEXT, LAST), Typed(typed))[-1])
    assert f"“{typed}”" in said.text
    assert said.bold == ()


def test_private_marks_and_direction_tricks_in_an_answer_are_gone() -> None:
    said = question(play(bundle(TEXT, LAST), Typed("\ue000ik\ue001 wil\ue002 \u202edit\x00\u2066"))[-1])
    assert "“ik wil dit”" in said.text
    assert said.bold == ()


def test_given_values_are_data_too_in_words_and_on_buttons() -> None:
    step = {"id": "wie", "say": "Dag {{ naam_ }}.", "ask": {"choice": "team", "options": "teams"}}
    turns = play(
        bundle(step, {"id": "dan", "say": "Team {{ team }}.", "end": "done"}, gives=["naam_", "teams"]),
        Typed("{{ 7*7 }}"),
        given={"naam_": "\ue000{{ 7*7 }}**", "teams": {"t": "{{ 7*7 }}", "u": "\ue000Zuid", "leeg": "  "}},
    )
    assert question(turns[0]).text == "Dag {{ 7*7 }}**."
    assert [option.label for option in question(turns[0]).options] == ["{{ 7*7 }}", "Zuid"]
    assert says(turns[1])[0].text == "Team {{ 7*7 }}."
    assert says(turns[1])[0].bold == ()


def test_a_written_label_is_filled_in_and_kept_so_and_an_empty_one_is_no_button() -> None:
    ask = {"text": "roepnaam", "buttons": {"zo": "{{ voornaam }}", "leeg": "{{ wens }}", "vast": "Vera B."}}
    conversation = bundle({"id": "naam", "say": "Hoe heet je?", "ask": ask}, TEXT, gives=["voornaam"])
    turns = play(conversation, Typed("an"), given={"voornaam": "An"})
    assert [option.label for option in question(turns[0]).options] == ["An", "Vera B."]
    assert answer(turns[1], "roepnaam").label == "An"


def test_authors_stars_become_bold_counted_in_utf_16_units() -> None:
    said = question(
        play(bundle(TEXT, {"id": "b", "say": "👍 **{{ wens }}** **x**?", "ask": {"text": "y"}}), Typed("🙂ok"))[-1]
    )
    assert said.text == "👍 🙂ok x?"
    units = said.text.encode("utf-16-le")
    assert [units[2 * a : 2 * (a + n)].decode("utf-16-le") for a, n in said.bold] == ["🙂ok", "x"]


def test_a_long_answer_is_quoted_short_and_a_very_long_one_asked_for_in_short() -> None:
    turns = play(bundle(TEXT, LAST), Typed("woord " * 160))
    assert question(turns[1]).text.endswith("woord…”.\nEn nu?")
    assert len(question(turns[1]).text) < 200
    turns = play(bundle(TEXT, LAST), Typed("woord " * 200))
    assert question(turns[1]).text.startswith(library().phrases("nl")["too_long"].strip().split("\n")[0])
    assert turns[1].session.frames[-1].step == "wat"


# --- Buttons


def test_a_double_press_counts_once_and_an_old_button_says_so_once_a_question() -> None:
    turns = play(
        bundle(CHOICE, TEXT, LAST),
        *[Pressed(1, "a")] * 3,
        Pressed(1, "b"),
        Pressed(1, "b"),
        Typed("rust"),
        Pressed(1, "b"),
    )
    assert question(turns[1]).text == "Wat wil je?"
    assert turns[2].effects == turns[3].effects == ()
    old = question(turns[4])
    assert old.text.endswith("Wat wil je?")
    assert old.prompt == turns[1].session.prompt
    assert turns[5].effects == ()
    assert question(turns[7]).prompt == turns[6].session.prompt
    assert turns[4].session.frames == turns[1].session.frames


@pytest.mark.parametrize("choice", ["c", "", "²", "9" * 5000, "other", "_done", "ja"])
def test_a_choice_that_is_not_there_asks_again(choice: str) -> None:
    for step in (CHOICE, {"id": "kies", "say": "Hoe?", "ask": {"scale": "hoe"}}):
        turn = play(bundle(step), Pressed(1, choice))[-1]
        assert question(turn).prompt == 1
        assert turn.session.frames[-1].vars == {}


def test_several_is_ticked_and_unticked_and_closed() -> None:
    step = {
        "id": "k",
        "say": ["Eerst dit.", "Kies er meer."],
        "ask": {"several": "k", "buttons": {"a": "Aap", "b": "Beer"}},
    }
    turns = play(bundle(step, TEXT), *[Pressed(1, choice) for choice in ("a", "b", "a", "_done")])
    assert [option.label for option in question(turns[2]).options] == ["✓ Aap", "✓ Beer", "Klaar"]
    assert [option.label for option in question(turns[3]).options] == ["Aap", "✓ Beer", "Klaar"]
    assert says(turns[3]) == [question(turns[3])], "only the buttons change; the words are not said again"
    assert question(turns[3]).replaces
    assert answer(turns[4], "k").choices == ("b",)
    assert answer(play(bundle(step, TEXT), Pressed(1, "a"), Typed("beer"))[-1], "k").choices == ("a", "b")


def test_other_asks_to_type_once_and_what_is_typed_then_is_the_answer() -> None:
    ask = {
        "text": "dan",
        "buttons": {"a": "Bellen"},
        "other": "Anders…",
        "other_prompt": "Typ het, {{ naam }}.",
        "go": {"other": "laatst"},
    }
    conversation = bundle({"id": "k", "say": "Wat?", "ask": ask}, TEXT, {**LAST, "say": "{{ dan }}. En nu?"})
    turns = play(conversation, Pressed(1, "other"), Pressed(1, "other"), Typed("bellen"))
    assert [say.text for say in says(turns[1])] == ["Typ het, Vera."]
    assert turns[2].effects == ()
    assert question(turns[3]).text == "bellen. En nu?"
    assert answer(turns[3], "dan").choice == "other"
    again_shown = play(conversation, Pressed(1, "other"), Odd("photo"), Pressed(1, "other"))
    assert [say.text for say in says(again_shown[3])] == ["Typ het, Vera."]


def test_a_button_typed_as_a_command_word_is_the_button() -> None:
    ask = {"choice": "plan", "buttons": {"gelukt": "Gelukt", "stoppen": {"label": "Stoppen", "go": "laatst"}}}
    turns = play(bundle({"id": "k", "say": "En?", "ask": ask}, TEXT, LAST), Typed("Stoppen."))
    assert turns[1].session.frames[-1].step == "laatst"
    assert play(bundle(TEXT), Typed("stop"))[-1].session.outcome == "stopped"


def test_words_beside_a_typed_button_are_kept_with_it() -> None:
    conversation = bundle(
        CHOICE, {"id": "dan", "say": "{{ keuze }}.\n{{ keuze.typed | citaat }}\nEn nu?", "ask": {"text": "nu"}}
    )
    turns = play(conversation, Typed("eerste. omdat het moet"))
    assert answer(turns[1], "keuze").choice == "a"
    assert question(turns[1]).text == "Eerste. omdat het moet.\n“omdat het moet”\nEn nu?"


# --- Back, skip, help, stop


def test_back_goes_one_question_back_and_never_across_something_done() -> None:
    conversation = bundle(TEXT, {**LAST, "id": "b"}, {"id": "doe", "do": "iets"}, CHOICE)
    turns = play(conversation, Typed("rust"), Said("terug"), Said("terug"), Typed("geld"), Typed("x"), Said("terug"))
    assert question(turns[2]).text.endswith("Wat wil je?")
    assert turns[2].session.frames[-1].vars == {}
    assert question(turns[2]).prompt == 3
    first = library().phrases("nl")["back_first"].strip()
    assert question(turns[3]).text == f"{first}\nWat wil je?"
    assert question(turns[6]).text == f"{first}\nKies."


def test_back_leaves_a_called_conversation_through_its_beginning() -> None:
    conversation = bundle(TEXT, {"id": "roep", "call": "ander"}, CHOICE, ander=[{**TEXT, "id": "daar"}])
    turns = play(conversation, Typed("rust"), Said("terug"))
    assert [frame.script for frame in turns[1].session.frames] == ["proef", "ander"]
    assert [frame.script for frame in turns[2].session.frames] == ["proef"]


def test_rather_not_leaves_the_answer_empty_and_words_about_it_disappear() -> None:
    turns = play(bundle(TEXT, {**LAST, "say": "{{ wens | reflectie }}\n**{{ wens | citaat }}**\nEn nu?"}), Said("skip"))
    assert question(turns[1]).text == "En nu?"
    assert answer(turns[1], "wens").declined
    turns = play(bundle({**CHOICE, "ask": {**CHOICE["ask"], "skip": "laatst"}}, TEXT, LAST), Typed("liever niet"))  # type: ignore[dict-item]
    assert turns[1].session.frames[-1].step == "laatst"


def test_help_and_odd_messages_ask_again_under_the_same_number() -> None:
    for event in (
        Said("help"),
        Odd("photo"),
        Odd("nooit van gehoord"),
        Spoken("x", 3),
        Typed("👍"),
        Typed("ёжик в тумане"),
    ):
        turn = play(bundle(CHOICE), event)[-1]
        assert question(turn).prompt == 1
        assert question(turn).text.endswith("Kies.")
        assert ids(question(turn)) == ["a", "b"]


def test_asking_again_says_only_the_message_with_the_question() -> None:
    turns = play(bundle({"id": "k", "say": ["Eerst.", "Dan.", "Wat?"], "ask": {"text": "x"}}), Said("help"))
    assert [say.text for say in says(turns[0])] == ["Eerst.", "Dan.", "Wat?"]
    assert len(says(turns[1])) == 1
    assert again(bundle(TEXT), play(bundle(TEXT))[0].session, world())[0].text == "Wat wil je?"


# --- Scales, rulers, moments, voice


@pytest.mark.parametrize(("typed", "number"), [("7", 7), ("een 8", 8), ("tien", 10), ("0", 0)])
def test_a_scale_is_pressed_or_typed(typed: str, number: int) -> None:
    step = {"id": "s", "say": "Hoe?", "ask": {"scale": "hoe", "low_label": "slecht", "high_label": "goed"}}
    turns = play(bundle(step, TEXT), Typed(typed))
    assert question(turns[0]).text == "Hoe?\n0 is slecht. 10 is goed."
    assert ids(question(turns[0])) == [str(score) for score in range(11)]
    assert answer(turns[1], "hoe").number == number


@pytest.mark.parametrize("typed", ["11", "-1", "veel", "3,5 of zo 8"])
def test_what_is_no_score_is_asked_again(typed: str) -> None:
    assert question(play(bundle({"id": "s", "say": "Hoe?", "ask": {"scale": "hoe"}}), Typed(typed))[-1]).prompt == 1


RULER = {
    "id": "r",
    "say": "Hoe zeker?",
    "ruler": {
        "score": "z",
        "why": "Een {{ z }}. Waarom al zo hoog?",
        "reason": "w",
        "words": {0: "Een 0.", 1: "Een 1.", 10: "Een 10, zeker."},
        "low": {"upto": 0, "go": "laag"},
        "higher": "Wat zou er {{ z }} hoger van maken?",
        "need": "n",
    },
}
LOW = {"id": "laag", "say": "Nul mag.", "ask": {"text": "l"}}


@pytest.mark.parametrize(
    ("score", "texts"),
    [
        ("0", ["Nul mag."]),
        ("1", ["Een 1.", "Wat zou er 1 hoger van maken?"]),
        ("6", ["Een 6. Waarom al zo hoog?", "Wat zou er 6 hoger van maken?"]),
        ("10", ["Een 10, zeker.", "Wat wil je?"]),
    ],
)
def test_a_ruler_leaves_low_before_its_follow_ups_and_has_own_words_for_the_ends(score: str, texts: list[str]) -> None:
    turns = play(bundle(RULER, TEXT, LOW), Pressed(1, score), Typed("daarom wel"))[1 : len(texts) + 1]
    assert [question(turn).text for turn in turns] == texts


def test_a_skipped_ruler_asks_no_follow_up() -> None:
    assert question(play(bundle(RULER, TEXT, LOW), Said("skip"))[-1]).text == "Wat wil je?"


def test_an_unclear_moment_is_asked_again_once_and_then_leads_on_with_the_words() -> None:
    step = {"id": "m", "say": "Wanneer?", "ask": {"moment": "als", "unclear": "laatst"}}
    turns = play(bundle(step, TEXT, LAST), Typed("ooit"), Typed("😀"), Typed("\ud83dtja\ue000"))
    assert [turn.session.frames[-1].step for turn in turns] == ["m", "m", "m", "laatst"]
    assert answer(turns[3], "als").text == "tja"


def test_a_voice_message_is_an_answer_where_it_may_be() -> None:
    step = {"id": "v", "say": "Zeg het maar.", "ask": {"text": "stem", "voice": True}}
    assert answer(play(bundle(step, TEXT), Spoken("f1", 4))[-1], "stem").voice == "f1"


# --- Ways on


def test_short_words_with_a_phrase_in_them_are_heard_and_long_ones_are_not() -> None:
    ask = {"text": "wens", "hears": {"laatst": ["hier weg"]}}
    conversation = bundle({**TEXT, "ask": ask}, CHOICE, LAST)
    assert play(conversation, Typed("Ik wil hier weg!"))[-1].session.frames[-1].step == "laatst"
    assert play(conversation, Typed("papier wegen"))[-1].session.frames[-1].step == "kies"
    assert play(conversation, Typed("ik wil " + "heel erg " * 7 + "hier weg"))[-1].session.frames[-1].step == "kies"


def test_a_burst_is_one_answer() -> None:
    turns = play(bundle(TEXT, LAST), Typed("ik wil rust\nen ook\ntijd"))
    assert question(turns[1]).text == "Je zei “ik wil rust en ook tijd”.\nEn nu?"


def test_a_call_gets_what_it_is_given_and_gives_back_only_what_is_kept() -> None:
    call = {
        "script": "ander",
        "give": {"wens": "wens", "groet": "Dag {{ naam }}"},
        "keep": {"kreeg": "antwoord", "hoe": "outcome"},
    }
    ander: list[Mapping[str, Any]] = [
        {"id": "v", "say": "{{ wens }}", "when": "wens"},
        {"id": "w", "say": "Nou?", "ask": {"text": "antwoord"}},
        {"id": "x", "say": "Best.", "ask": {"text": "geheim"}},
        {"id": "uit", "end": "klaar"},
    ]
    turns = play(
        bundle(
            TEXT,
            {"id": "roep", "call": call},
            {"id": "na", "say": "{{ kreeg }} {{ hoe }}?", "ask": {"text": "z"}},
            ander=ander,
        ),
        Typed("rust"),
        Typed("ja hoor dat is zo"),
        Typed("niets"),
    )
    assert turns[2].session.frames[-1].vars["groet"].text == "Dag Vera"
    assert question(turns[3]).text == "ja hoor dat is zo klaar?"
    assert set(turns[3].session.frames[-1].vars) == {"wens", "kreeg", "hoe"}


def test_other_words_are_used_where_their_condition_holds() -> None:
    step = {
        **LAST,
        "say": "Gewoon?",
        "instead": [{"when": "wens == 'rust'", "say": "Rust?"}, {"when": "wens", "say": "Iets?"}],
    }
    texts = [
        question(play(bundle(TEXT, step), event)[-1]).text for event in (Typed("rust"), Typed("geld"), Said("skip"))
    ]
    assert texts == ["Rust?", "Iets?", "Gewoon?"]


def test_a_story_is_offered_only_when_one_fits_and_told_only_after_yes() -> None:
    conversation = bundle(
        {"id": "v", "say": "Een verhaal?", "offer": {"what": "story", "yes": "Ja", "no": "Nee"}}, TEXT
    )
    assert question(play(conversation)[0]).text == "Wat wil je?"
    told = play(conversation, Pressed(1, "ja"), stories=("een", "twee"))[-1]
    assert [effect for effect in told.effects if isinstance(effect, OfferStory)] == [OfferStory("een")]
    assert not [
        e for e in play(conversation, Pressed(1, "nee"), stories=("een",))[-1].effects if isinstance(e, OfferStory)
    ]


def test_what_must_happen_comes_in_order_after_what_was_said_before() -> None:
    steps: list[Mapping[str, Any]] = [
        {**CHOICE, "ask": {"choice": "keuze", "buttons": {"a": {"label": "Eerste", "say": "Goed, {{ naam }}."}}}},
        {"id": "plan", "plan": {"cue": "keuze", "action": "keuze"}},
        {"id": "later", "later": {"days": 30, "script": "proef", "quiet": True}},
        {"id": "doe", "say": "Ik doe het.", "do": {"act": "iets", "give": {"k": "keuze", "t": "{{ naam }}!"}}},
        {"id": "uit", "say": "Dag.", "end": "mooi"},
    ]
    effects = play(bundle(*steps), Pressed(1, "a"))[-1].effects
    assert [type(effect) for effect in effects] == [Say, SaveIntention, ComeBack, Say, Act, Say, Ended]
    plan, act = effects[1], effects[4]
    assert isinstance(plan, SaveIntention)
    assert plan.action == "Eerste"
    assert isinstance(act, Act)
    assert (act.given["k"].choice, act.given["t"].text) == ("a", "Vera!")


def test_a_plan_on_an_event_takes_its_day_from_the_second_moment() -> None:
    steps = [
        {"id": "m", "say": "Wanneer?", "ask": {"moment": "als"}},
        {"id": "d", "say": "Welke dag?", "ask": {"moment": "dag"}},
        {"id": "plan", "plan": {"cue": "als", "action": "als", "moment": "als", "day": "dag"}},
    ]
    plan = play(bundle(*steps), Typed("na de overdracht"), Typed("morgen"))[-1].effects[0]
    assert isinstance(plan, SaveIntention)
    assert plan.moment is not None
    assert plan.moment.event
    assert plan.moment.start is not None
    assert (plan.moment.start.date() - NOW.date()).days == 1


# --- Versions, limits, faults


def _edited(source: str) -> Bundle:
    """The wound of ink: a choice inserted above the others, and a step before the question."""
    return Bundle.read(
        source.replace('"buttons": {"a"', '"buttons": {"nieuw": {"label": "Nieuw", "go": "laatst"}, "a"')
    )


def test_an_edited_script_changes_nothing_for_a_running_talk() -> None:
    before = bundle(CHOICE, TEXT, LAST)
    after = _edited(before.source())
    assert after.version != before.version
    running = play(before)[0].session
    turn = advance(Bundle.read(before.source()), reread(running), Pressed(1, "a"), world())
    assert turn.session.frames[-1].vars["keuze"].label == "Eerste"
    assert turn.session.frames[-1].step == "wat"
    with pytest.raises(EngineError, match="pinned"):
        advance(after, running, Pressed(1, "a"), world())
    assert ids(question(play(after)[0])) == ["nieuw", "a", "b"]


def test_a_stored_conversation_is_read_back_the_same_order_of_buttons_included() -> None:
    for name in library().scripts["nl"]:
        kept = library().bundle(name)
        back = Bundle.read(kept.source())
        assert back.version == kept.version
        assert back.source() == kept.source()
        for script in kept._source["nl"]:
            for step, ask in kept.script(script, "nl").asks.items():
                other = back.script(script, "nl").asks[step]
                assert other == ask
                assert ask is None or other is None or list(other.buttons) == list(ask.buttons)


def test_a_source_of_an_unknown_format_is_refused() -> None:
    with pytest.raises(UnknownFormat, match="format 99"):
        Bundle.read(bundle(TEXT).source().replace('"format": 1', '"format": 99'))


def test_a_hundred_steps_without_a_question_are_the_end() -> None:
    with pytest.raises(EndlessScript, match="100 steps"):
        begin(bundle({"id": "rond", "say": "Dag.", "go": "rond"}), world())


def test_nothing_happens_after_the_end() -> None:
    turns = play(bundle(TEXT), Said("stop"), Typed("hallo"), Pressed(1, "a"))
    assert turns[1].session.outcome == "stopped"
    assert turns[2] == turns[3] == Turn(turns[1].session, ())


def test_a_session_that_waits_nowhere_is_a_fault_and_not_a_silence() -> None:
    conversation = bundle({"id": "zeg", "say": "Dag."}, TEXT)
    lost = play(conversation)[0].session
    moved = lost.model_copy(update={"frames": (lost.frames[0].model_copy(update={"step": "zeg"}),)})
    with pytest.raises(EngineError, match="asks nothing"):
        advance(conversation, Session.model_validate(moved), Typed("x"), world())


# --- Weerwoord


def test_who_says_that_it_does_not_listen_gets_the_choice_back_and_a_second_time_it_stops() -> None:
    turns = play(bundle(TEXT, LAST), Typed("wat een kutding dit. je leest niet"))
    assert ids(question(turns[-1])) == ["_on", "_stop"]
    assert "kutding" not in question(turns[-1]).text
    on = advance(bundle(TEXT, LAST), turns[-1].session, Pressed(turns[-1].session.prompt, "_on"), world())
    assert question(on).text == "Wat wil je?"
    for event in (
        Pressed(turns[-1].session.prompt, "_stop"),
        Typed("stoppen"),
        Typed("nee"),
        Typed("je luistert niet"),
    ):
        assert advance(bundle(TEXT, LAST), turns[-1].session, event, world()).session.outcome == "stopped"
    answered = advance(bundle(TEXT, LAST), turns[-1].session, Typed("een takel aan de balk"), world())
    assert answer(answered, "wens").text == "een takel aan de balk"


@pytest.mark.parametrize(
    "typed", ["laat me met rust", "stop er mee man", "stop maar even", "ik ben er klaar mee doei", "geen tijd nu", "ik kap ermee"]
)  # fmt: skip
@pytest.mark.parametrize("first", [TEXT, CHOICE, {"id": "c", "say": "Hoe?", "ask": {"scale": "c"}}])
def test_enough_stops_the_talk_at_any_question(first: Mapping[str, Any], typed: str) -> None:
    assert play(bundle(first), Typed(typed))[-1].session.outcome == "stopped"


def test_what_was_said_already_need_not_be_said_again_and_is_no_answer() -> None:
    turn = play(bundle(TEXT, LAST), Typed("dat heb ik al gezegd"))[-1]
    assert answer(turn, "wens") == Answer(declined=True)
    assert "gezegd" not in question(turn).text.replace("niet nog eens te zeggen", "")


# --- A question in place of an answer


@pytest.mark.parametrize("first", [TEXT, CHOICE, {"id": "c", "say": "Hoe?", "ask": {"scale": "c"}}])
@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("is dit een truc om mensen eruit te werken", "Niemand van je werk beslist hiermee."),
        ("hoe lang blijft dit staan als ik wegga", "90 dagen"),
        ("wat is een or", "groep collega's"),
        ("boeie wie betaalt dat certificaat", "betaalt je werk hem"),
        ("waar kan ik dat van die takel kwijt dan", "Bewaar je vraag"),
    ],
)
def test_a_question_gets_a_line_and_the_question_waits_on(first: Mapping[str, Any], typed: str, told: str) -> None:
    turns = play(bundle(first), Typed(typed))
    said = question(turns[-1])
    assert told in said.text
    assert said.text.endswith(question(turns[0]).text)
    assert turns[-1].session.frames == turns[0].session.frames


def test_where_a_question_is_asked_for_a_question_is_the_answer() -> None:
    asks = {"id": "vraag", "say": "Welke vraag wil je stellen?", "ask": {"text": "wens"}}
    turn = play(bundle(asks, LAST), Typed("krijg ik dat dan ook?"))[-1]
    assert answer(turn, "wens").text == "krijg ik dat dan ook?"
    trusts = play(bundle(asks, LAST), Typed("wil mijn baas mij weg"))[-1]
    assert "beslist hiermee" in question(trusts).text


def test_an_answer_that_begins_like_a_question_is_an_answer() -> None:
    assert answer(play(bundle(TEXT, LAST), Typed("wat ik mis is tijd"))[-1], "wens").text == "wat ik mis is tijd"
