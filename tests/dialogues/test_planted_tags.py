"""Wrong tags planted in a shipped conversation: each kind is caught at the step where it was planted."""

from __future__ import annotations

from functools import cache
from typing import get_args

import pytest

from dialogues.bundle import Compiled
from dialogues.check.report import CONVERSATIONS, EVERY_SCRIPT
from dialogues.check.talk import Talk
from dialogues.load import collect
from dialogues.model import Script, Step, Tag
from dialogues.source import Source

PLANTED = [
    # tag, step, what it says, the code that must come
    ("question_open", "zeker", "Hoe zeker ben je? with a scale only", "E221"),
    ("question_open", "past_getypt", "Wil je daar meer over kwijt?", "E221"),
    ("question_open", "mag_ik", "Zal ik het noemen?", "E221"),
    ("question_closed", "vertel", "Wat wil je precies?", "E222"),
    ("question_closed", "kom_zelf_gezegd", "asks nothing", "E231"),
    ("reflection_simple", "verhaal", "refers to nothing", "E223"),
    ("reflection_complex", "gedaan", "one typed answer turned to je", "E224"),
    ("reflection_complex", "deed", "one typed answer turned to je", "E224"),
    ("affirmation", "verhaal", "refers to nothing", "E225"),
    ("summary", "gedaan", "one answer", "E226"),
    ("summary", "open", "no answer yet", "E226"),
    ("seek_collaboration", "stel", "Wat is er dan anders?", "E227"),
    ("emphasize_autonomy", "gedaan", "says nothing of choosing", "E228"),
    ("give_information", "goed_houden", "nobody asked for it", "E205"),
    ("persuade_with_permission", "goed_houden", "nobody gave permission", "E205"),
    ("persuade", "kiezen", "never", "E204"),
    ("confront", "boos", "never", "E204"),
    ("administrative", "zin", "arranges nothing", "E229"),
    ("administrative", "open", "arranges nothing", "E229"),
]


@cache
def _read() -> tuple[dict[str, Script], dict[str, Source]]:
    found = collect().scripts
    return {name: script for name, (script, _) in found.items()}, {name: source for name, (_, source) in found.items()}


def _found(planted: Script) -> list[tuple[str, str]]:
    """The codes, with the steps they stand at, when this conversation takes the place of the shipped one."""
    scripts, sources = _read()
    compiled = {name: Compiled(script) for name, script in {**scripts, planted.id: planted}.items()}
    talk = Talk(planted, sources, compiled)
    issues = [issue for rule in (*EVERY_SCRIPT, *CONVERSATIONS) for issue in rule.check(talk)]
    lines = {step.id: sources[planted.id].where(["steps", n]).line for n, step in enumerate(planted.steps)}
    return [
        (max((name for name in lines if lines[name] <= issue.where.line), key=lambda name: lines[name]), issue.code)
        for issue in issues
        if issue.where.file == sources[planted.id].file
    ]


@pytest.mark.parametrize(("tag", "step", "why", "code"), PLANTED, ids=[f"{p[0]}-{p[1]}" for p in PLANTED])
def test_a_tag_that_is_not_earned_is_caught_where_it_was_planted(tag: Tag, step: str, why: str, code: str) -> None:
    """It takes the place of the step's own tags of the same kind."""
    script = _read()[0]["wat_wil_je"]

    def planted(one: Step) -> Step:
        kept = [own for own in one.mi if not own.startswith(tag.split("_")[0])]
        return one.model_copy(update={"mi": (*kept, tag)}) if one.id == step else one

    found = _found(script.model_copy(update={"steps": tuple(map(planted, script.steps))}))
    assert (step, code) in found, f"{why}: {found}"


def test_every_kind_of_tag_is_planted_somewhere() -> None:
    assert {planted[0] for planted in PLANTED} == set(get_args(Tag))


def test_the_conversation_itself_gives_nothing() -> None:
    assert _found(_read()[0]["wat_wil_je"]) == []
