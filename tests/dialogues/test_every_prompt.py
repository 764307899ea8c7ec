"""Every question of every shipped conversation is reached, and takes everything a question must take."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from dialogues.bundle import Bundle
from dialogues.effects import Say
from dialogues.engine import Turn, World, advance, begin
from dialogues.events import Event, Odd, Pressed, Said, Spoken, Typed
from dialogues.notation import COMMANDS, parse
from dialogues.session import Session
from dialogues.stage import Talk
from tests.dialogues.shipped import given, library, question, reread, says, sound, world

SCRIPTS = sorted(library().scripts["nl"])
TYPED = (
    "ik wil meer tijd",
    "minder overwerken",
    "na de overdracht",
    "over drie weken",
    "morgen om tien uur",
    "hier weg",
    "geen zin",
    "ik ben moe",
)
TRANSCRIPTS = sorted((Path(__file__).parents[1] / "transcripts").glob("*.txt"))
WORLDS = (world(stories=("een",), offerings=("een",)), world(plans=2), world(name=""))


@dataclass(frozen=True)
class Prompt:
    """A waiting question with the turn that asked it; the session as storage gives it back."""

    bundle: Bundle
    session: Session
    world: World
    asked: Say

    def take(self, event: Event) -> Turn:
        turn = advance(self.bundle, self.session, event, self.world)
        sound(self.bundle, turn)
        return turn


def _place(session: Session) -> tuple[str, ...]:
    return tuple(f"{frame.script}.{frame.step}" for frame in session.frames)


def _moves(prompt: Prompt) -> Iterator[Event]:
    yield from (Pressed(prompt.session.prompt, option.id) for option in prompt.asked.options)
    frame = prompt.session.frames[-1]
    ask = prompt.bundle.script(frame.script, "nl").asks[frame.step]
    yield from (Typed(phrases[0]) for phrases in (ask.hears.values() if ask else ()))
    yield from (Typed(words) for words in TYPED)
    yield Said("skip")
    yield Spoken("stem", 3)


def _played(script: str) -> Iterator[Prompt]:
    """Every waiting question of the transcripts of this conversation: some come only after several answers together."""
    for file in TRANSCRIPTS:
        written = parse(file.read_text(encoding="utf-8"))
        if written.stage.script != script or (written.stage.language, written.stage.address) != ("nl", "je"):
            continue
        talk = Talk(written.stage, library())
        for item in (each for each in written.items if not each.expected):
            if talk.session.over:
                break
            around = written.stage.world(library())
            yield Prompt(library().bundle(script), reread(talk.session), around, talk.questions[-1])
            match item.mark:
                case ">":
                    talk.take(Typed(item.first[1:].strip()))
                case "[":
                    label, _, how = item.first[1:].rpartition("]")
                    talk.take(talk.press(label, old="(oud)" in how))
                case "/":
                    talk.take(Said(COMMANDS[item.first]))
                case _:
                    break


@cache
def prompts(script: str) -> tuple[Prompt, ...]:
    """One prompt for each question, found by trying every answer everywhere and along the transcripts.

    Of a conversation it calls only the first question: with the others that one has its own turn here.
    """
    conversation = library().bundle(script)
    found: dict[tuple[str, ...], Prompt] = {}
    for around in WORLDS:
        full = given(script)
        other = {"voornaam": "", "gezegd": "ik wil leren lassen", "later": "", "plan_id": "p1"}
        for values in (full, full | {name: value for name, value in other.items() if name in full}, {}):
            waiting = [begin(conversation, around, given=values)]
            while waiting:
                turn = waiting.pop()
                sound(conversation, turn)
                if turn.session.over or not (asked := [say for say in says(turn) if say.prompt is not None]):
                    continue
                place = _place(turn.session)
                if place not in found:
                    found[place] = Prompt(conversation, reread(turn.session), around, asked[0])
                    waiting += [found[place].take(event) for event in _moves(found[place])]
    for prompt in _played(script):
        found.setdefault(_place(prompt.session), prompt)
    own = [prompt for prompt in found.values() if prompt.session.frames[-1].script == script]
    others = {prompt.session.frames[-1].script: prompt for prompt in reversed(found.values()) if prompt not in own}
    return (*own, *others.values())


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_question_is_reached_by_answering(script: str) -> None:
    reached = {(frame.script, frame.step) for prompt in prompts(script) for frame in prompt.session.frames[-1:]}
    compiled = library().bundle(script).script(script, "nl")
    assert {(script, name) for name in compiled.order if compiled.asks[name] is not None} <= reached


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_question_has_words_and_takes_stop_help_back_and_rather_not(script: str) -> None:
    for prompt in prompts(script):
        assert prompt.take(Typed("stop")).session.outcome == "stopped"
        helped = question(prompt.take(Typed("help")))
        assert helped.prompt == prompt.session.prompt
        assert helped.text.endswith(prompt.asked.text.split("\n")[-1])
        assert helped.options == prompt.asked.options
        back = prompt.take(Typed("terug"))
        assert question(back).prompt is not None
        assert len(back.session.past) == max(len(prompt.session.past) - 1, 0)
        skipped = prompt.take(Typed("liever niet"))
        assert skipped.session.over or skipped.session.prompt == prompt.session.prompt + 1


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_question_takes_what_it_cannot_use_with_a_word_and_itself(script: str) -> None:
    for prompt in prompts(script):
        for event in (Odd("photo"), Odd("anders"), Typed("👍"), Typed("Я устал"), Typed("x " * 2500), Typed("")):
            turn = prompt.take(event)
            said = question(turn)
            assert said.prompt == prompt.session.prompt
            assert len(said.text) > len(prompt.asked.text.split("\n")[-1])
            assert turn.session.frames == prompt.session.frames


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_button_counts_once_and_an_old_one_explains_itself_once(script: str) -> None:
    for prompt in prompts(script):
        for option in prompt.asked.options:
            press = Pressed(prompt.session.prompt, option.id)
            first = prompt.take(press)
            second = advance(prompt.bundle, reread(first.session), press, prompt.world)
            if first.session.prompt != prompt.session.prompt or first.session.over:
                assert second == Turn(first.session, ())
        old = prompt.take(Pressed(0, "ja"))
        assert question(old).prompt == prompt.session.prompt
        assert advance(prompt.bundle, reread(old.session), Pressed(0, "ja"), prompt.world).effects == ()


@pytest.mark.parametrize("script", SCRIPTS)
def test_template_signs_typed_anywhere_are_shown_as_typed(script: str) -> None:
    for prompt in prompts(script):
        for say in says(prompt.take(Typed("ik wil {{ 7*7 }} <b>vetjes</b> **sterretje**"))):
            assert "49" not in say.text
            assert "vetjes" not in say.text or "<b>vetjes</b>" in say.text
            assert "sterretje" not in say.text or "**sterretje**" in say.text


@pytest.mark.parametrize("script", SCRIPTS)
def test_who_refuses_everything_comes_to_an_end(script: str) -> None:
    for prompt in prompts(script):
        turn = prompt.take(Said("skip"))
        for _ in range(40):
            if turn.session.over:
                break
            turn = advance(prompt.bundle, reread(turn.session), Said("skip"), prompt.world)
        assert turn.session.over, f"{script} goes on asking at {turn.session.frames[-1].step}"
