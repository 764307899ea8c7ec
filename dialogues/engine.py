"""The state machine of a conversation: an event goes in, a new session and effects come out. Pure and synchronous.

The rules, all kept here:

1. A turn runs from wait to wait: from an answer to the next question or the end, at most 100 steps.
2. Every question takes: its answer; *terug*, *stop*, *liever niet*, *help* as whole messages; typed words for a button; and any
   unexpected kind of message. What is not understood gets a kind line and the same question, under the same instance number.
3. A button of an older question changes nothing and says so once a question; a double press counts once, silently.
4. *Terug* goes back one answered question, never across something that was kept or done.
5. *Liever niet* leaves the answer empty and goes on; words that would take it up disappear. A step that keeps answers, where
   there are none, is passed over with its words; so is an offer of nothing.
6. A call runs another script in a frame of its own and comes back; only what `keep` names comes along.
7. Nothing here knows the time, chance or the outside; they come in with `World`, or do not exist.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time

from dialogues.answers import EMPTY, Answer, Value
from dialogues.bundle import OFFER, YES, Bundle, Compiled
from dialogues.effects import Act, ComeBack, Effect, Ended, OfferOfferings, OfferStory, Option, Say
from dialogues.events import Event, Pressed, Said, Typed
from dialogues.keeping import as_planned, hours_within, planned, to_keep
from dialogues.language.matching import match, stance
from dialogues.language.moment_words import describe
from dialogues.language.questions import WORDS
from dialogues.model import END, Ask, Choice, PlanStep, Step
from dialogues.reading import DONE, OTHER, Asked, Problem, Reading, Toggled, TypeOther, read
from dialogues.render import TURNS, YOU_SAY, clean, finish, holds, quoted, render
from dialogues.session import Frame, Session

MAX_STEPS = 100
MAX_PAST = 20
DUTCH = ("nl", "nl_u")
"""The editions in which somebody's words can be turned to them; in others they are quoted."""

MOST_OFFERINGS = 3
"""Named at once; more is a catalogue."""

IN_WORDS = frozenset({"not_a_button", "not_a_moment", "not_a_number"})
"""What was not understood though it could be read; such words are kept where a second try leads on."""


GO_ON, HALT = "_on", "_stop"
"""The buttons under the question whether to go on, after somebody said that the bot does not listen."""


class EngineError(Exception):
    """A fault of the program or of a script the checker should have refused."""


class EndlessScript(EngineError):
    """A script ran 100 steps without a question."""


@dataclass(frozen=True, slots=True)
class World:
    """What a turn may know of the outside.

    `now` is aware, in the person's own time zone. `stories` and `offerings` are the ids of those that fit now, best first.
    `phrases` are the bot's standing words by id. `plans` counts the active plans. `asked_after`: the voluntary question after a
    talk was asked in the last two weeks. `sector`: the kind of work somebody chose, or ''. `hours`: from when to when they want
    messages.
    """

    now: datetime
    phrases: Mapping[str, str]
    name: str = ""
    plans: int = 0
    stories: tuple[str, ...] = ()
    offerings: tuple[str, ...] = ()
    asked_after: bool = False
    sector: str = ""
    hours: tuple[time, time] = (time(8), time(20))


@dataclass(frozen=True, slots=True)
class Turn:
    """The session after the event, and what must happen, in order."""

    session: Session
    effects: tuple[Effect, ...]


PHRASES = frozenset(
    {
        "old_button", "stopped", "help_here", "back_first", "back", "privacy_short", "human_short", "type_it", "done",
        "no_story", "no_offering", "you_say", "not_a_button", "not_a_number", "not_a_moment", "only_signs",
        "too_long", "other_script", "voice_not_here", "odd", "scale_ends", "welcome_thanks",
        "discord", "discord_on", "discord_stop", "said_before",
        "asked_trust", "asked_kept", "asked_length", "asked_pays", "asked_mine", "asked_other",
        *(f"asked_word_{word}" for word in WORDS),
    }
)  # fmt: skip
"""The standing words the engine uses; a content directory must have them all."""


def begin(
    bundle: Bundle,
    world: World,
    *,
    given: Mapping[str, object] | None = None,
    language: str = "nl",
    address: str = "je",
    seed: int = 0,
    at: str | None = None,
) -> Turn:
    """Start a conversation. `given` are the values the script is started with; `at` starts at a later step (for trying out)."""
    script = bundle.script(bundle.root, language)
    values = {name: _cleaned(Answer.given(value)) for name, value in (given or {}).items()}
    frame = Frame(script=bundle.root, step=at or script.order[0], vars=values)
    session = Session(
        script=bundle.root, version=bundle.version, language=language, address=address, seed=seed, frames=(frame,)
    )
    run = _Run(bundle, session, world)
    run.go_on()
    return run.turn()


def advance(bundle: Bundle, session: Session, event: Event, world: World) -> Turn:
    """Take one event. Raises `EngineError` only for faults of program or script; people's mistakes are ordinary turns."""
    if session.over:
        return Turn(session, ())
    if session.version != bundle.version:
        raise EngineError(f"the session is pinned to version {session.version}, not {bundle.version}")
    run = _Run(bundle, session, world)
    run.take(event)
    return run.turn()


def again(bundle: Bundle, session: Session, world: World) -> tuple[Say, ...]:
    """The waiting question once more, under its own instance; nothing changes."""
    run = _Run(bundle, session, world)
    run.ask_again()
    return tuple(effect for effect in run.effects if isinstance(effect, Say))


def takes_words(bundle: Bundle, session: Session) -> bool:
    """Whether the waiting question takes typed words as its answer; False where they could only name a button."""
    frame = session.frames[-1]
    ask = bundle.script(frame.script, session.language).asks[frame.step]
    return ask is not None and (session.typing_other or ask.kind in ("text", "moment") or ask.typed is not None)


@dataclass(slots=True)
class _Run:
    """One turn under way. Mutable inside, invisible outside."""

    bundle: Bundle
    session: Session
    world: World
    frames: list[Frame] = field(init=False)
    past: list[tuple[Frame, ...]] = field(init=False)
    effects: list[Effect] = field(default_factory=list)
    changes: dict[str, object] = field(default_factory=dict)
    lead: list[str] = field(default_factory=list)
    prompt: int = field(init=False)
    outcome: str | None = None

    def __post_init__(self) -> None:
        self.frames = list(self.session.frames)
        self.past = list(self.session.past)
        self.prompt = self.session.prompt

    def turn(self) -> Turn:
        """What the turn came to."""
        if self.lead:
            self._speak("", ())
        if self.outcome is not None:
            self.effects.append(Ended(self.outcome))
        changes = {
            "frames": tuple(self.frames),
            "past": tuple(self.past[-MAX_PAST:]),
            "prompt": self.prompt,
            "outcome": self.outcome,
            **self.changes,
        }
        return Turn(self.session.model_copy(update=changes), tuple(self.effects))

    # --- where we are

    def _script(self) -> Compiled:
        return self.bundle.script(self.frames[-1].script, self.session.language)

    def _step(self) -> Step:
        return self._script().steps[self.frames[-1].step]

    def _values(self) -> dict[str, object]:
        frame = self.frames[-1]
        values: dict[str, object] = dict.fromkeys(self._script().names, _NOTHING)
        values.update((name, Value(answer)) for name, answer in frame.vars.items())
        values["naam"] = self.world.name
        values["aanspreek"] = self.session.address
        values["plannen"] = self.world.plans
        values["verhalen"] = len(self.world.stories)
        values["al_gevraagd"] = self.world.asked_after
        values[YOU_SAY] = self.world.phrases["you_say"]
        values[TURNS] = self.session.language in DUTCH
        values["sector"] = self.world.sector
        values["werk"] = self.bundle.work(self.session.language, self.world.sector)
        if (plan := self._script().plan) is not None:
            values["herinnering"] = self._reminder(plan)
            values["mijn_uren"] = Value(Answer(choices=hours_within(*self.world.hours)))
        return values

    def _reminder(self, plan: PlanStep) -> str:
        """In words, when a plan as it stands now would be brought to mind; '' without a day, or when that has passed."""
        when = planned(plan, self.frames[-1].vars)
        if when is None or when.start is None:
            return ""
        if when.recurrence is None and (
            when.start.date() < self.world.now.date() if when.all_day else when.start <= self.world.now
        ):
            return ""
        begin = when.start.replace(hour=self.world.hours[0].hour, minute=self.world.hours[0].minute)
        if when.all_day and begin > self.world.now:
            when = when.model_copy(update={"start": begin, "all_day": False})
        return describe(when.model_copy(update={"event": None}).moment(), self.world.now, self.session.language)

    def _move(self, step: str) -> None:
        self.frames[-1] = self.frames[-1].model_copy(update={"step": step})

    def _tidy(self) -> None:
        """What a plan is made of, as it will be kept."""
        frame, plan = self.frames[-1], self._script().plan
        if plan is not None:
            kept = as_planned(plan, frame.vars, self.world.now, self.session.language)
            self.frames[-1] = frame.model_copy(update={"vars": kept})

    def _keep(self, name: str, answer: Answer) -> None:
        frame = self.frames[-1]
        self.frames[-1] = frame.model_copy(update={"vars": {**frame.vars, name: answer}})

    # --- an event

    def take(self, event: Event) -> None:
        ask = self._script().asks[self._step().id]
        if ask is None:
            raise EngineError(f"the session waits at '{self._step().id}', which asks nothing")
        if isinstance(event, Pressed) and event.prompt != self.session.prompt:
            self._old_button(event)
            return
        if self._parted(event):
            return
        if isinstance(event, Said):
            reading: Reading | Problem | Asked | Toggled | TypeOther | Said = event
        else:
            reading = read(
                ask,
                self._choices(ask),
                event,
                now=self.world.now,
                ticked=self.session.ticked,
                other=self.session.typing_other,
                questions=not _ASKS_FOR_WORDS.search(self._question()[-1]),
            )
        match reading:
            case Said(word="stop"):
                self._stop()
            case Said(word="discord"):
                self._give_back_the_choice()
            case Said(word="said"):
                self._answered(ask, Answer(declined=True), ask.skip, self.world.phrases["said_before"], event)
            case Said(word="help"):
                self._again("help_here")
            case Said(word="privacy"):
                self._again("privacy_short")
            case Said(word="human"):
                self._again("human_short")
            case Said(word="thanks"):
                self._again("welcome_thanks")
            case Said(word="terug"):
                self._back()
            case Said(word="skip"):
                self._answered(ask, Answer(declined=True), ask.skip, "", event)
            case Asked(phrase=phrase):
                self._again(phrase)
            case Problem(phrase=phrase):
                self._not_understood(ask, phrase, event)
            case Toggled(ticked=ticked):
                self.changes["ticked"] = ticked
                self._show(ask, self._question()[-1:], ticked=ticked, replaces=True)
            case TypeOther():
                if not self.session.typing_other:
                    self.changes["typing_other"] = True
                    self._speak(self._filled(ask.other_prompt or self.world.phrases["type_it"]), ())
            case Reading(answer=answer, go=go, say=say):
                self._answered(ask, answer, go, say, event)

    def _stop(self) -> None:
        self.outcome = "stopped"
        self._speak(self._filled(self.world.phrases["stopped"]), ())

    def _give_back_the_choice(self) -> None:
        """Somebody says that the bot does not listen: one line, and their choice. Said again, it is a stop."""
        if self.session.discord:
            self._stop()
            return
        self.changes["discord"] = True
        ways = (Option(GO_ON, self.world.phrases["discord_on"]), Option(HALT, self.world.phrases["discord_stop"]))
        self._speak(self._filled(self.world.phrases["discord"]), ways, prompt=self.prompt)

    def _parted(self, event: Event) -> bool:
        """Whether the event answers the question whether to go on; what does not, answers the question that waits."""
        way = event.choice if isinstance(event, Pressed) else ""
        if isinstance(event, Typed) and self.session.discord:
            names = {GO_ON: self.world.phrases["discord_on"], HALT: self.world.phrases["discord_stop"]}
            found = match(event.text, names)
            told = {"yes": GO_ON, "no": HALT}.get(stance(event.text) or "", "")
            way = found.choice if found is not None and found.sure and not found.rest else told
        if way == HALT:
            self._stop()
        elif way == GO_ON and self.session.discord:
            self.changes["discord"] = False
            self.ask_again(whole=False)
        return way in (GO_ON, HALT)

    def _old_button(self, event: Pressed) -> None:
        doubled = self.session.answered == (event.prompt, event.choice)
        if doubled or self.session.told_old == self.session.prompt:
            return
        self.changes["told_old"] = self.session.prompt
        self._again("old_button")

    def _not_understood(self, ask: Ask, phrase: str, event: Event) -> None:
        if ask.unclear and self.session.tries >= 1 and isinstance(event, Typed) and phrase in IN_WORDS:
            self._answered(ask, Answer(text=clean(event.text)), ask.unclear, "", event)
            return
        self.changes["tries"] = self.session.tries + 1
        self._again(phrase if phrase in self.world.phrases else "odd")

    def _again(self, phrase: str) -> None:
        """A kind line, and the same question under the same instance."""
        self.changes["typing_other"] = False
        self.lead.append(self._filled(self.world.phrases[phrase]))
        self.ask_again(whole=False)

    def ask_again(self, *, whole: bool = True) -> None:
        """The same question under the same instance; not `whole`: without what stands before the question itself."""
        ask = self._script().asks[self._step().id]
        if ask is None:
            raise EngineError("only a question can be asked again")
        words = self._question()[-1]
        self._show(ask, (words if whole else _question_alone(words),), ticked=self.session.ticked)

    def _back(self) -> None:
        if not self.past:
            self._again("back_first")
            return
        self.frames = list(self.past.pop())
        self._fresh()
        self.lead.append(self._filled(self.world.phrases["back"]))
        self.go_on()

    def _answered(self, ask: Ask, answer: Answer, go: str | None, say: str, event: Event) -> None:
        self.past.append(tuple(self.frames))
        self._keep(ask.name, answer)
        self._tidy()
        choice = event.choice if isinstance(event, Pressed) else ""
        self._fresh()
        self.changes["answered"] = (self.session.prompt, choice)
        step = self._step()
        if say:
            self.lead.append(self._filled(say))
        if ask.name.startswith(OFFER) and answer.choice == YES:
            self._give(step)
        self._move(go or self._script().after(step.id))
        self.go_on()

    def _give(self, step: Step) -> None:
        """What was offered and accepted. What fitted when it was offered may have gone since."""
        fitting = self._fitting(step)
        story = step.offer is None or step.offer.what == "story"
        if not fitting:
            self.lead.append(self._filled(self.world.phrases["no_story" if story else "no_offering"]))
            return
        self._flush()
        self.effects.append(OfferStory(fitting[0]) if story else OfferOfferings(fitting[:MOST_OFFERINGS]))
        self.past.clear()

    def _fitting(self, step: Step) -> tuple[str, ...]:
        """What there is to offer at a step."""
        if step.offer is None:
            return ()
        return self.world.stories if step.offer.what == "story" else self.world.offerings

    def _fresh(self) -> None:
        self.changes.update(tries=0, ticked=(), typing_other=False, discord=False)

    # --- running on

    def go_on(self) -> None:
        """Run steps until a question waits or the root script ends."""
        for _ in range(MAX_STEPS):
            frame = self.frames[-1]
            if frame.step == END:
                if not self._returned("done"):
                    return
                continue
            step = self._step()
            if step.when and not holds(step.when, self._values()):
                self._move(self._script().after(step.id))
                continue
            ask = self._script().asks[step.id]
            if ask is not None:
                if step.offer and not self._fitting(step):
                    self._move(self._script().after(step.id))
                    continue
                self.prompt += 1
                self._show(ask, self._question())
                return
            if (step.note or step.scan) and self._to_keep(step) is None:
                self._move(step.go or self._script().after(step.id))
                continue
            self._say(step)
            if not self._do(step):
                return
        raise EndlessScript(f"script '{self.frames[-1].script}' runs {MAX_STEPS} steps without a question")

    def _do(self, step: Step) -> bool:
        """What a step does besides talking. False when the conversation is over."""
        script, values = self._script(), self._values()
        onward = step.go or script.after(step.id)
        if step.branch is not None:
            onward = next(arm.go for arm in step.branch if arm.when is None or holds(arm.when, values))
        elif step.end is not None:
            return self._returned(step.end)
        elif step.call is not None:
            given = {name: self._given(expression, values) for name, expression in step.call.give.items()}
            called = self.bundle.script(step.call.script, self.session.language)
            self.frames.append(Frame(script=step.call.script, step=called.order[0], vars=given))
            self._tidy()
            return True
        elif (keep := self._to_keep(step)) is not None:
            self._flush()
            self.effects.append(keep)
            self.past.clear()
        elif step.later is not None:
            self._flush()
            self.effects.append(ComeBack(step.later.days, step.later.script, step.later.quiet))
            self.past.clear()
        elif step.do is not None:
            self._flush()
            given = {name: self._given(expression, values) for name, expression in step.do.give.items()}
            self.effects.append(Act(step.do.act, given))
            self.past.clear()
        self._move(onward)
        return True

    def _returned(self, outcome: str) -> bool:
        """End the top frame: back to its caller, or the end of everything (False)."""
        ended = self.frames[-1]
        if len(self.frames) == 1:
            self.outcome = outcome
            return False
        self.frames.pop()
        step = self._step()
        if step.call is None:
            raise EngineError(f"'{step.id}' called nothing")
        theirs = {**ended.vars, "outcome": Answer(choice=outcome, text=outcome)}
        for mine, name in step.call.keep.items():
            self._keep(mine, theirs.get(name, EMPTY))
        self._move(step.go or self._script().after(step.id))
        return True

    def _given(self, expression: str, values: Mapping[str, object]) -> Answer:
        """A value for a call or an act: words between quotes, a variable as it is, or text with `{{ }}` filled in."""
        name = expression.strip()
        if (words := quoted(name)) is not None:
            return Answer(text=words)
        if name in values:
            value = values[name]
            return value.answer if isinstance(value, Value) else Answer.given(value)
        return Answer(text=finish(render(expression, values))[0])

    def _to_keep(self, step: Step) -> Effect | None:
        return to_keep(step, self.frames[-1].vars, lambda words: finish(self._filled(words))[0])

    # --- words

    def _words(self, step: Step, values: Mapping[str, object]) -> tuple[str, ...]:
        for other in step.instead:
            if holds(other.when, values):
                return (other.say,)
        if step.say is None:
            return ()
        return (step.say,) if isinstance(step.say, str) else step.say

    def _say(self, step: Step) -> None:
        values = self._values()
        words = self._words(step, values)
        for number, text in enumerate(words, 1):
            self._speak(render(text, values), (), contact=step.contact if number == len(words) else None)

    def _filled(self, text: str) -> str:
        """An author's text with the values in it."""
        return render(text, self._values())

    def _question(self) -> tuple[str, ...]:
        values = self._values()
        return tuple(render(text, values) for text in self._words(self._step(), values))

    def _choices(self, ask: Ask) -> dict[str, Choice]:
        """The buttons of a question as shown: written ones, then those from given values, then "anders".

        Only an author's label is a template: a given one, a team's name, is somebody's words. An empty label is no button.
        """
        values = self._values()
        choices: dict[str, Choice] = {}
        for name, choice in ask.buttons.items():
            label = finish(render(choice.label, values))[0][:60]
            if label and (choice.when is None or holds(choice.when, values)):
                choices[name] = choice if label == choice.label else choice.model_copy(update={"label": label})
        if ask.options:
            given = self.frames[-1].vars.get(ask.options, EMPTY).options or {}
            choices.update((name, Choice(label=label.strip()[:60])) for name, label in given.items() if label.strip())
        if ask.other:
            choices[OTHER] = Choice(label=ask.other, go=ask.go.get(OTHER))
        return choices

    def _show(self, ask: Ask, words: tuple[str, ...], *, ticked: tuple[str, ...] = (), replaces: bool = False) -> None:
        *before, last = words
        for text in before:
            self._speak(text, ())
        layout = "buttons"
        options = [Option(name, choice.label) for name, choice in self._choices(ask).items()]
        if ask.kind == "scale":
            layout = "scale"
            options = [Option(str(score), str(score)) for score in range(11)]
            if ask.low_label and ask.high_label:
                ends = self.world.phrases["scale_ends"]
                last += "\n" + render(ends, {"low": ask.low_label, "high": ask.high_label})
        elif ask.kind == "several":
            layout = "several"
            options = [Option(o.id, f"✓ {o.label}" if o.id in ticked else o.label) for o in options]
            options.append(Option(DONE, self.world.phrases["done"]))
        self._speak(
            last, tuple(options), layout=layout, prompt=self.prompt, contact=self._step().contact, replaces=replaces
        )

    def _flush(self) -> None:
        """Say what waits to be said before something happens."""
        if self.lead:
            self._speak("", ())

    def _speak(
        self,
        text: str,
        options: tuple[Option, ...],
        *,
        layout: str = "buttons",
        prompt: int | None = None,
        contact: str | None = None,
        replaces: bool = False,
    ) -> None:
        words, bold = finish("\n".join([*self.lead, text]))
        self.lead.clear()
        if words.strip() or options or contact:
            self.effects.append(Say(words, bold, options, layout, prompt, contact, replaces))  # type: ignore[arg-type]


_ASKS_FOR_WORDS = re.compile(
    r"\b(?:vraagt?|vragen|gevraagd|zegt?|zeggen|zin|woorden|schrijft?|schrijven)\b", re.IGNORECASE
)
"""In a question that wants a question, or words to say to somebody: what asks there is the answer."""


def _question_alone(words: str) -> str:
    """From the last line with a question mark on; all of it when there is none."""
    lines = words.rstrip().split("\n")
    marked = [place for place, line in enumerate(lines) if "?" in line]
    return "\n".join(lines[marked[-1] :]) if marked else words


def _cleaned(answer: Answer) -> Answer:
    """Given values are somebody's words too: a team's name, a first name, a plan."""
    options = None if answer.options is None else {name: clean(label) for name, label in answer.options.items()}
    return answer.model_copy(update={"text": clean(answer.text), "label": clean(answer.label), "options": options})


_NOTHING = Value(EMPTY)
