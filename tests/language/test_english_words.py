"""What an English speaker types: yes and no, the words that steer a talk, buttons, wishes, plan words."""

from __future__ import annotations

import pytest

from dialogues.answers import Answer, Value
from dialogues.language.matching import Match, command_word, match, read_scale, stance
from dialogues.language.wishes import RULES, wish
from dialogues.render import finish, render

OPTIONS = {
    "baas": "I'd like to talk to my manager",
    "collega": "Ask a colleague for help",
    "moe": "I'm just tired",
    "anders": "Something else",
}
YES_NO = {"ja": "Yes, please", "nee": "Not now"}
KNOWING = {"weet": "I know exactly", "twijfel": "I'm not sure", "niks": "Nothing really"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("yeah", "yes"),
        ("Yep!", "yes"),
        ("sure, go ahead", "yes"),
        ("sounds good", "yes"),
        ("yes I do", "yes"),
        ("okay then", "yes"),
        ("that's right", "yes"),
        ("all right", "yes"),
        ("please do", "yes"),
        ("nope", "no"),
        ("nah", "no"),
        ("not now", "no"),
        ("not really", "no"),
        ("no, not today", "no"),
        ("I'd rather not", "no"),
        ("No thank you", "no"),
        ("not for me", "no"),
        ("not interested", "no"),
        ("I don't know", "unsure"),
        ("dunno", "unsure"),
        ("no idea", "unsure"),
        ("I really don't know", "unsure"),
        ("I have no clue", "unsure"),
        ("hard to say", "unsure"),
        ("not sure yet", "unsure"),
        ("i dont know tbh", "unsure"),
        ("I don't mind", "any"),
        ("doesn't matter to me", "any"),
        ("you choose", "any"),
        ("I know what I want", None),
        ("not enough rest", None),
        ("sure thing about my hours is unclear", None),
    ],
)
def test_a_whole_english_message_takes_a_stance(text: str, said: str | None) -> None:
    assert stance(text) == said


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("back", "terug"),
        ("go back please", "terug"),
        ("Previous question", "terug"),
        ("one step back", "terug"),
        ("stop", "stop"),
        ("I want to stop", "stop"),
        ("please stop", "stop"),
        ("let's stop here", "stop"),
        ("skip", "skip"),
        ("rather not", "skip"),
        ("I'd rather not say", "skip"),
        ("skip this question", "skip"),
        ("next question please", "skip"),
        ("help", "help"),
        ("I don't get it", "help"),
        ("i dont understand the question", "help"),
        ("what do you mean?", "help"),
        ("stop working late", None),
        ("I want my old hours back", None),
        ("help my team with the schedule", None),
        ("skip lunch less", None),
    ],
)
def test_english_words_that_work_everywhere_are_whole_messages(text: str, word: str | None) -> None:
    assert command_word(text) == word


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("i'd like to talk to my manager", "baas"),
        ("talk to my manager", "baas"),
        ("manager", "baas"),
        ("talk to my maneger", "baas"),
        ("ask a colleague", "collega"),
        ("colleague", "collega"),
        ("tired", "moe"),
        ("I am just so tired", "moe"),
        ("im just tired", "moe"),
        ("something else", "anders"),
        ("somthing else", "anders"),
        ("the last one", "anders"),
        ("the first one", "baas"),
        ("option 2", "collega"),
        ("number three", "moe"),
        ("I need more light in the hall", None),
        ("talk", "baas"),
    ],
)
def test_a_typed_english_answer_fits_the_button_it_means(text: str, choice: str | None) -> None:
    found = match(text, OPTIONS)
    assert (found.choice if found else None) == choice


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("yeah sure", "ja"),
        ("yes", "ja"),
        ("yes but keep it short", "ja"),
        ("nope", "nee"),
        ("not now", "nee"),
        ("no, I have no time", "nee"),
    ],
)
def test_yes_and_no_find_their_english_buttons(text: str, choice: str) -> None:
    found = match(text, YES_NO)
    assert found is not None
    assert found.choice == choice


@pytest.mark.parametrize(
    ("text", "choice"), [("dunno", "twijfel"), ("no idea", "twijfel"), ("i know exactly", "weet"), ("nothing", "niks")]
)
def test_not_knowing_finds_the_button_that_says_so(text: str, choice: str) -> None:
    assert match(text, KNOWING) == Match(choice, "", sure=True)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a 7", 7),
        ("I'd say 6", 6),
        ("about an 8 I think", 8),
        ("maybe four", 4),
        ("7 out of 10", 7),
        ("between 6 and 7", None),
    ],
)
def test_a_score_may_be_said_in_english(text: str, value: int | None) -> None:
    assert read_scale(text) == value


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.wish)
def test_a_wish_is_heard_by_its_examples_and_not_by_what_resembles_it(rule: object) -> None:
    assert [text for text in rule.examples if wish(text) != rule.wish] == []  # type: ignore[attr-defined]
    assert [text for text in rule.not_examples if wish(text) == rule.wish] == []  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("planner ziet dit niet he", "privacy"),
        ("leest planner dit?", "privacy"),
        ("ziet mijn collega dit", "privacy"),
        ("komt dit bij de baas terecht", "privacy"),
        ("gaat dit naar personeelszaken?", "privacy"),
        ("mn chef krijgt dit toch niet te zien?", "privacy"),
        ("blijft dit tussen ons", "privacy"),
        ("dit blijft wel onder ons he", "privacy"),
        ("leest de teamleider mee", "privacy"),
        ("krijgt mijn leidinggevende dit te zien", "privacy"),
        ("weet mijn baas hiervan?", "privacy"),
        ("mijn baas ziet het niet", None),
        ("mijn collega ziet dat ik moe ben", None),
        ("de planner leest mijn berichten niet", None),
        ("de planner ziet niet hoe druk het is", None),
        ("mijn baas hoort alles", None),
        ("alles komt bij mij terecht", None),
        ("dit ligt bij mijn baas", None),
        ("mijn baas ziet dit als een probleem", None),
        ("het gaat naar mijn collega", None),
        ("who reads this", "privacy"),
        ("does my boss see this?", "privacy"),
        ("can my manager read this", "privacy"),
        ("is this anonymous?", "privacy"),
        ("does HR get to see this", "privacy"),
        ("will anyone else read it", "privacy"),
        ("my boss never sees it", None),
        ("my boss reads a lot", None),
        ("delete everything", "wipe"),
        ("please erase my data", "wipe"),
        ("remove me", "wipe"),
        ("delete the late shifts", None),
        ("my plan", "plan"),
        ("show me my plan", "plan"),
        ("my plan is to learn more", None),
        ("my data", "data"),
        ("what do you know about me", "data"),
        ("stop sending me messages", "silence"),
        ("no more messages", "silence"),
        ("thanks", "thanks"),
        ("thank you so much", "thanks"),
        ("ok thx", "thanks"),
        ("thanks to my team it went well", None),
        ("a person please", "human"),
        ("I want to talk to a human", "human"),
        ("can I speak to someone real", "human"),
        ("I am a person too", None),
        ("menu", "menu"),
        ("what can you do", "menu"),
        ("what can I do about my back", None),
        ("never mind", "stop"),
        ("are you a bot?", "help"),
        ("why did I get this message", "why"),
        ("what do you mean", "confused"),
        ("tell me a story", "story"),
        ("good morning", "greeting"),
        ("my document", "document"),
        ("I have night shifts this week", "pause"),
    ],
)
def test_what_somebody_asks_of_the_bot_is_heard_in_dutch_and_english(text: str, asked: str | None) -> None:
    assert wish(text) == asked


@pytest.mark.parametrize(
    ("text", "negative"),
    [
        ("work less overtime", True),
        ("I stop working late", True),
        ("not check my mail any more", True),
        ("I won't take extra shifts", True),
        ("fewer night shifts", True),
        ("I ask my manager for a talk", False),
        ("take a walk at lunch", False),
        ("stop by the office", False),
        ("lessen volgen", False),
        ("I note what goes well", False),
    ],
)
def test_a_plan_that_only_says_what_not_to_do_is_noticed_in_english(text: str, negative: bool) -> None:
    assert Value(Answer(text=text)).says_no is negative


@pytest.mark.parametrize(
    ("template", "text", "said"),
    [
        ("{{ dan | klein }}", "I ask for a talk.", "I ask for a talk"),
        ("{{ dan | klein }}", "I'll call Anna", "I'll call Anna"),
        ("{{ dan | klein }}", "In de pauze", "in de pauze"),
        ("{{ dan | cue }}", "If I have a break", "I have a break"),
        ("{{ dan | cue }}", "When I start", "when I start"),
        ("{{ dan | cue }}", "Friday at 3", "Friday at 3"),
        ("{{ dan | cue }}", "Als ik begin", "ik begin"),
        ("{{ dan | cue }}", "Tomorrow in the break", "tomorrow in the break"),
    ],
)
def test_english_words_keep_their_capitals_inside_a_plan(template: str, text: str, said: str) -> None:
    assert finish(render(template, {"dan": text}))[0] == said
