"""A conversation tried outside the bot: who talks, when, from which step with which answers, and what comes back as time passes.

It stands in for what the bot does between talks, in its simplest form: a plan is reminded at its moment (a day alone: at eight),
asked about the day after (never in a weekend, without a day after a week), and `later` begins its conversation after its days.
Hours that suit a person, habits and nudges are the bot's own; the page of phones shows those. It knows no clock.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from dialogues.answers import Answer
from dialogues.bundle import Bundle, Compiled
from dialogues.effects import Act, ComeBack, Effect, SaveIntention, Say
from dialogues.engine import Turn, World, advance, begin
from dialogues.events import Event, Pressed, Typed
from dialogues.library import BASE, Library, edition
from dialogues.model import Ask
from dialogues.reading import Reading, read
from dialogues.session import Session

ZONE = ZoneInfo("Europe/Amsterdam")
FOLLOW_UP = "opvolging"
"""The conversation that asks how a plan went."""
PLAN_ENDS = ("plan_gelukt", "plan_klaar", "plan_stoppen")
"""Acts after which a plan is heard of no more."""
ASKED_AFTER = "nagevraagd"
"""The act that remembers that the voluntary question was asked."""
MORNING = 8
TICK = "✓ "
"""Before the label of a button that is ticked."""


class Unreadable(ValueError):
    """A transcript that cannot be read, or does what cannot be done. `line` counts from 1; words are for authors, in Dutch."""

    def __init__(self, line: int, what: str, remedy: str) -> None:
        super().__init__(f"regel {line}: {what}\n    → {remedy}")
        self.line, self.what, self.remedy = line, what, remedy


class Unfit(ValueError):
    """An answer given at the head that its question cannot take. The words are for authors, in Dutch."""

    def __init__(self, name: str, what: str, remedy: str) -> None:
        super().__init__(what)
        self.name, self.what, self.remedy = name, what, remedy


@dataclass(slots=True)
class Stage:
    """What a header says: who talks, when, and where the conversation begins. `given` holds values as they are written."""

    script: str = ""
    now: datetime = datetime(2026, 11, 23, 21, 30, tzinfo=ZONE)
    name: str = ""
    plans: int = 0
    stories: tuple[str, ...] = ()
    offerings: tuple[str, ...] = ()
    asked_after: bool = False
    sector: str = ""
    language: str = BASE
    address: str = "je"
    seed: int = 0
    at: str | None = None
    given: dict[str, object] = field(default_factory=dict)

    def world(self, library: Library) -> World:
        """What a turn may know of the outside."""
        return World(
            now=self.now,
            phrases=library.phrases(edition(self.language, self.address)),
            name=self.name,
            plans=self.plans,
            stories=self.stories,
            offerings=self.offerings,
            asked_after=self.asked_after,
            sector=self.sector,
        )


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time. Days keep the hour on the clock, also when summer time begins or ends."""

    days: int = 0
    time: timedelta = timedelta()


@dataclass(frozen=True, slots=True)
class Reminded:
    """The bot says a plan again, at its moment."""

    cue: str
    action: str


@dataclass(frozen=True, slots=True)
class Begun:
    """A conversation begins by itself, now that its time has come."""

    script: str


Happening = Effect | Reminded | Begun


@dataclass(frozen=True, slots=True)
class _Waiting:
    due: datetime
    what: Reminded | Begun
    plan: str = ""
    given: Mapping[str, object] = field(default_factory=dict)


def _typed_dots(label: str) -> str:
    """A label with three dots where it has an ellipsis: few keyboards have that sign."""
    return label.replace("…", "...")


class Talk:
    """A conversation under way, one event at a time; the session goes through JSON between all turns."""

    def __init__(self, stage: Stage, library: Library) -> None:
        """Begin it.

        Raises:
            KeyError: for an unknown script or step.
            Unfit: for an answer at the head that its question cannot take.
        """
        self.stage, self._library = stage, library
        self._waiting: list[_Waiting] = []
        self._kept_plans = 0
        compiled = Compiled(library.scripts[BASE][stage.script])
        if stage.at is not None and stage.at not in compiled.steps:
            raise KeyError(stage.at)
        given = {name: _answer(compiled, name, value, stage.now) for name, value in stage.given.items()}
        self.effects: tuple[Happening, ...] = self._begin(stage.script, given, stage.at)

    @property
    def session(self) -> Session:
        """As it would be read back from storage."""
        return Session.model_validate_json(self._kept)

    @property
    def to_come(self) -> bool:
        """Whether something comes by itself when time passes."""
        return bool(self._waiting)

    def take(self, event: Event) -> tuple[Happening, ...]:
        """Give the engine one event."""
        return self._took(advance(self._bundle, self.session, event, self.stage.world(self._library)))

    def move(self, by: Span) -> tuple[Happening, ...]:
        """Let time pass. What comes due meanwhile comes in its order, until a conversation asks something."""
        until = (self.stage.now + timedelta(days=by.days)).astimezone(UTC) + by.time
        happened: list[Happening] = []
        while self.session.over and (due := self._next(until.astimezone(ZONE))) is not None:
            self._waiting.remove(due)
            self.stage.now = max(due.due, self.stage.now)
            happened.append(due.what)
            if isinstance(due.what, Begun):
                happened += self._begin(due.what.script, due.given, None)
        self.stage.now = until.astimezone(ZONE)
        return tuple(happened)

    def press(self, label: str, *, old: bool = False) -> Pressed:
        """The event of pressing a button by its words, of the waiting question or an older one. Raises KeyError."""
        waiting = self.session.prompt
        for question in reversed(self.questions):
            if question.prompt is not None and (question.prompt != waiting) == old:
                for option in question.options:
                    if _typed_dots(option.label.removeprefix(TICK)) == _typed_dots(label):
                        return Pressed(question.prompt, option.id)
        raise KeyError(label)

    def _begin(self, script: str, given: Mapping[str, object], at: str | None) -> tuple[Effect, ...]:
        self._bundle = Bundle.read(self._library.bundle(script).source())
        self.questions: list[Say] = []
        self._kept = ""
        stage = self.stage
        turn = begin(
            self._bundle,
            stage.world(self._library),
            given=given,
            language=edition(stage.language, stage.address),
            address=stage.address,
            seed=stage.seed,
            at=at,
        )
        return self._took(turn)

    def _took(self, turn: Turn) -> tuple[Effect, ...]:
        self._kept = turn.session.model_dump_json()
        self.questions += [effect for effect in turn.effects if isinstance(effect, Say) and effect.prompt is not None]
        for effect in turn.effects:
            self._arrange(effect)
        return turn.effects

    def _arrange(self, effect: Effect) -> None:
        """Keep what must come later because of this."""
        match effect:
            case SaveIntention():
                self._forget(effect.replaces or "")
                if not effect.replaces:
                    self.stage.plans += 1
                self._kept_plans += 1
                self._waiting += _of_plan(effect, self.stage.now, effect.replaces or f"plan{self._kept_plans}")
            case ComeBack(days=days, script=script):
                self._waiting = [each for each in self._waiting if each.plan]
                self._waiting.append(_Waiting(self.stage.now + timedelta(days=days), Begun(script)))
            case Act(name=name, given=given) if name in PLAN_ENDS:
                for answer in given.values():
                    self._forget(answer.text)
            case Act(name=name) if name == ASKED_AFTER:
                self.stage.asked_after = True
            case _:
                pass

    def _forget(self, plan: str) -> None:
        self._waiting = [each for each in self._waiting if not plan or each.plan != plan]

    def _next(self, until: datetime) -> _Waiting | None:
        known = self._library.scripts[BASE]
        due = [
            each
            for each in self._waiting
            if each.due <= until and (isinstance(each.what, Reminded) or each.what.script in known)
        ]
        return min(due, key=lambda each: each.due, default=None)


def _of_plan(effect: SaveIntention, now: datetime, plan: str) -> Iterable[_Waiting]:
    moment = effect.moment
    remind = None
    if moment is not None and moment.start is not None:
        start = moment.start.astimezone(ZONE)
        remind = start.replace(hour=MORNING, minute=0) if moment.all_day else start
        remind = remind if remind > now else None
    if remind is not None:
        yield _Waiting(remind, Reminded(effect.cue, effect.action), plan)
    ask = remind + timedelta(days=1) if remind is not None else now + timedelta(days=7)
    ask += timedelta(days={5: 2, 6: 1}.get(ask.weekday(), 0))
    given = {"plan_id": plan, "als": effect.cue, "dan": effect.action, "druk": effect.backup, "later": "ja"}
    yield _Waiting(ask, Begun(FOLLOW_UP), plan, given)


def _answer(compiled: Compiled, name: str, written: object, now: datetime) -> object:
    """What was written at the head as its question would keep it. Raises Unfit."""
    if name not in compiled.names:
        known = ", ".join(sorted(compiled.names)) or "geen"
        raise Unfit(name, f"dit gesprek kent geen antwoord '{name}'", f"kies uit: {known}")
    asks = [ask for ask in compiled.asks.values() if ask is not None and ask.name == name]
    if not isinstance(written, str) or not asks:
        return written
    if written.startswith("[") and written.endswith("]"):
        return _pressed(asks, name, written[1:-1], now)
    if name in compiled.script.gives:
        return written
    ask = asks[0]
    reading = read(ask, ask.buttons, Typed(written), now=now, ticked=(), other=False)
    if isinstance(reading, Reading):
        return reading.answer
    shape = {"scale": "een getal van 0 tot 10", "moment": "een dag of tijd"}.get(ask.kind, "een antwoord")
    raise Unfit(name, f"'{written}' past niet bij de vraag naar '{name}'", f"schrijf {shape}")


def _pressed(asks: Sequence[Ask], name: str, wanted: str, now: datetime) -> Answer:
    """The buttons by their words or ids, `A] [B` for more than one, of the first question of this name that has them."""
    labels = [part.strip() for part in wanted.split("] [")]
    for ask in asks:
        found = [choice for label in labels for choice, of in ask.buttons.items() if label in (choice, of.label)]
        if len(found) != len(labels):
            continue
        if ask.kind == "several":
            return Answer(choices=tuple(found), label=", ".join(ask.buttons[choice].label for choice in found))
        reading = read(ask, ask.buttons, Pressed(0, found[0]), now=now, ticked=(), other=False)
        return reading.answer if isinstance(reading, Reading) else Answer(choice=found[0])
    there = " ".join(f"[{choice.label}]" for ask in asks for choice in ask.buttons.values())
    remedy = f"kies uit: {there}" if there else "schrijf het antwoord zonder haken"
    raise Unfit(name, f"de vraag naar '{name}' heeft geen knop [{wanted}]", remedy)
