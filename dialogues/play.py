"""A conversation in the terminal, for who writes one: type, press a button by its number, and see what the bot would do.

Input and output come in as callables, so that it runs in a test as in a terminal; it knows no clock and no files of its own.
When the words change under way (`Play.renew`), what was answered so far is answered again, and the talk goes on from there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from threading import Lock

from dialogues.effects import Say
from dialogues.events import Event, Odd, Pressed, Said, Typed
from dialogues.library import Library
from dialogues.notation import COMMANDS, ODD, VOICE, shown, span
from dialogues.stage import Happening, Stage, Talk, Unfit

Ask = Callable[[str], str]
"""Shows a sign and gives back what was typed; EOFError when there is no more."""

Show = Callable[[str], None]

SIGN = "> "
TO_COME = "(Klaar. Er komt nog iets: typ + 2 dagen, dan verstrijkt de tijd. Enter stopt.)"
WAITS = "(Klaar. Verander je iets, dan zie je het hier. Enter stopt.)"
NOT_A_TIME = "(Dat is geen tijd. Schrijf bijvoorbeeld + 2 dagen, of + 3 uur.)"


def play(stage: Stage, library: Library, *, ask: Ask, show: Show) -> str:
    """Play one conversation to its end. Returns the transcript of it, ready to be kept as a test.

    A number presses the button with that number; anything else is typed. `/terug /stop /help /overslaan`, `(spraakbericht)`,
    `(foto)` and `+ 2 dagen` work as in a transcript. An end of input leaves the conversation where it is.

    Raises:
        KeyError: for an unknown script or step.
        Unfit: for an answer at the head that its question cannot take.
    """
    playing = Play(stage, library, show)
    playing.run(ask)
    return playing.transcript


@dataclass(frozen=True, slots=True)
class _Turn:
    """What somebody did, as a transcript writes it, and what the bot did then."""

    line: str
    done: tuple[str, ...]


class Play:
    """One conversation being played. `run` and `renew` may be called from different threads."""

    def __init__(self, stage: Stage, library: Library, show: Show, *, stay: bool = False) -> None:
        """Begin it and show its first words. `stay`: go on waiting for changes after the end.

        Raises: KeyError, Unfit, as `play`.
        """
        self._stage, self._show, self._stay = stage, show, stay
        self._lock = Lock()
        self._talk = Talk(_copy(stage), library)
        self._opening = _written(self._talk.effects)
        self._turns: list[_Turn] = []
        self._tell(self._talk.effects)

    @property
    def transcript(self) -> str:
        """What happened so far."""
        lines = [*_header(self._stage), "", *self._opening]
        for turn in self._turns:
            lines += ["", turn.line, *turn.done]
        return "\n".join(lines) + "\n"

    def run(self, ask: Ask) -> None:
        """Ask and answer until the end of the conversation or of the input."""
        while self._goes_on():
            try:
                words = ask(SIGN).strip()
            except (EOFError, KeyboardInterrupt):
                break
            with self._lock:
                if words:
                    self._take(words)
                elif self._talk.session.over:
                    break

    def renew(self, library: Library) -> None:
        """Go on with other words: answer what was answered, and show where the talk is now."""
        with self._lock:
            try:
                talk = Talk(_copy(self._stage), library)
            except (KeyError, Unfit):
                self._show("(Dit gesprek of deze stap is er niet meer. Je praat verder met de vorige tekst.)")
                return
            opening, turns = _written(talk.effects), list[_Turn]()
            effects = talk.effects
            lost = ""
            for turn in self._turns:
                answered = _again(talk, turn.line)
                if answered is None:
                    lost = turn.line
                    break
                effects = answered
                turns.append(_Turn(turn.line, _written(effects)))
            self._talk, self._opening, self._turns = talk, opening, turns
            if lost:
                self._show(f"(Je antwoord {lost} past hier niet meer. Het gesprek gaat hier verder.)")
            self._tell(effects)

    def _goes_on(self) -> bool:
        with self._lock:
            if not self._talk.session.over:
                return True
            if self._talk.to_come or self._stay:
                self._show(TO_COME if self._talk.to_come else WAITS)
            return self._talk.to_come or self._stay

    def _take(self, words: str) -> None:
        talk = self._talk
        if words.startswith("+"):
            by = span(words)
            if by is None:
                self._show(NOT_A_TIME)
                return
            self._took(words, talk.move(by))
        elif not talk.session.over:
            event, line = _event(words, talk)
            self._took(line, talk.take(event))

    def _took(self, line: str, effects: tuple[Happening, ...]) -> None:
        self._turns.append(_Turn(line, _written(effects)))
        self._tell(effects)

    def _tell(self, effects: Sequence[Happening]) -> None:
        """Show the effects, buttons with their numbers."""
        for effect in effects:
            if not isinstance(effect, Say):
                self._show("\n".join(shown(effect)))
                continue
            self._show("")
            if not effect.replaces:
                self._show(effect.text)
            if effect.layout == "scale":
                self._show("  (0 … 10)")
            else:
                for number, option in enumerate(effect.options, 1):
                    self._show(f"  {number}. {option.label}")


def _copy(stage: Stage) -> Stage:
    return replace(stage, given=dict(stage.given))


def _header(stage: Stage) -> list[str]:
    lines = [f"script: {stage.script}", f"now: {stage.now:%Y-%m-%d %H:%M}"]
    if stage.name:
        lines.append(f"name: {stage.name}")
    if stage.plans:
        lines.append(f"plans: {stage.plans}")
    if stage.stories:
        lines.append(f"stories: {' '.join(stage.stories)}")
    if stage.offerings:
        lines.append(f"offerings: {' '.join(stage.offerings)}")
    if stage.asked_after:
        lines.append("asked_after: yes")
    if stage.sector:
        lines.append(f"sector: {stage.sector}")
    if stage.language != "nl":
        lines.append(f"language: {stage.language}")
    if stage.address != "je":
        lines.append(f"address: {stage.address}")
    if stage.at:
        lines.append(f"at: {stage.at}")
    return lines + [f"given: {name} = {_words(value)}" for name, value in stage.given.items()]


def _words(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {label}" for key, label in value.items()) + "}"
    return str(value)


def _written(effects: Sequence[Happening]) -> tuple[str, ...]:
    """The effects in the notation of a transcript."""
    return tuple(line for effect in effects for line in shown(effect))


def _event(words: str, talk: Talk) -> tuple[Event, str]:
    """What the words mean, and how a transcript writes it."""
    if words in COMMANDS:
        return Said(COMMANDS[words]), words
    if words.startswith("(") and words.endswith(")"):
        what = words[1:-1]
        return (VOICE if words == "(spraakbericht)" else Odd(ODD.get(what, what))), words
    session = talk.session
    question = next((say for say in reversed(talk.questions) if say.prompt == session.prompt), None)
    if question is not None and question.layout != "scale" and words.isascii() and words.isdecimal() and len(words) < 3:
        place = int(words) - 1
        if 0 <= place < len(question.options):
            option = question.options[place]
            return Pressed(session.prompt, option.id), f"[{option.label.removeprefix('✓ ')}]"
    return Typed(words), f"> {words}"


def _again(talk: Talk, line: str) -> tuple[Happening, ...] | None:
    """Do once more what a transcript's line says; None when it cannot be done any more."""
    by = span(line)
    if by is not None:
        return talk.move(by)
    if talk.session.over:
        return None
    if line.startswith("["):
        try:
            return talk.take(talk.press(line[1:-1]))
        except KeyError:
            return None
    return talk.take(Typed(line[2:]) if line.startswith("> ") else _event(line, talk)[0])
