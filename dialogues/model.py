"""The script language as data: what an author may write, and nothing else.

Rules kept here: every step and every choice has a stable id; a step does one thing, after an optional `say`; all texts can
be replaced by language without touching the structure. What the parts *do* stands in `engine.py`.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator, model_validator

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
"""A stable id: small letters, digits and underscores."""

Prose = Annotated[str, StringConstraints(min_length=1, max_length=4096, strip_whitespace=True)]
Label = Annotated[str, StringConstraints(min_length=1, max_length=60, strip_whitespace=True)]

END = "end"
"""The target that ends a conversation (or returns to the one that called it)."""

Tag = Literal[
    "question_open", "question_closed", "reflection_simple", "reflection_complex", "affirmation", "summary",
    "seek_collaboration", "emphasize_autonomy", "give_information", "persuade_with_permission", "persuade", "confront",
    "administrative",
]  # fmt: skip
"""What an utterance does, in the words of motivational interviewing (MITI 4.2.1)."""

Function = Literal[
    "informeren", "overtuigen", "belonen", "dwingen", "trainen", "beperken", "omgeving aanpassen", "voordoen", "mogelijk maken",
]  # fmt: skip
"""The nine intervention functions of the behaviour change wheel (Michie, Van Stralen & West 2011)."""

Knob = Literal["weten", "kunnen", "willen", "durven", "mogen"]
"""What acting needs, in the eigen-regie model (Van Vuuren & Marcelissen 2015)."""

Angle = Literal["leren en bijblijven", "werk en rooster", "samen", "eigen regie", "werk-privé", "energie"]
"""From which side something unasked comes; angles take turns."""

Topic = Literal["wens", "leren", "druk", "samen", "verandering", "rustig"]
"""Under which heading of the menu a conversation stands."""

Section = Literal["belangrijk", "goed_in", "gesprek", "vraag", "knelpunt", "verhaal"]
"""A part of the person's own document."""

Sector = Literal["zorg", "winkel", "industrie", "kantoor", "groen"]
"""The kind of place somebody works at."""

SECTORS: tuple[Sector, ...] = get_args(Sector)


class Part(BaseModel):
    """Base of everything an author writes: unknown keys are mistakes."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Choice(Part):
    """A button. `go` is the step it leads to; `say` is what the bot answers to it, before the next step's words.

    `also` are other wordings that mean this button when typed. The button is there only while `when` holds.
    """

    label: Label
    go: Slug | None = None
    say: Prose | None = None
    also: tuple[Prose, ...] = ()
    when: str | None = None


class Low(Part):
    """Where a score of at most `upto` goes, before any follow-up question."""

    upto: int
    go: Slug


class Ask(Part):
    """A question. Exactly one of `text`, `choice`, `several`, `scale`, `moment` names where the answer is kept.

    `go` maps choices to steps (also writable on the button); `typed` is where a typed answer goes that matches no button;
    `unclear` where a second answer goes that is not understood; `skip` where *liever niet* goes (default: the next step).
    `options` names a given value that holds the choices. `other` is the label of a button that asks to type something else.
    `hears` sends short typed answers that hold one of some phrases to a step of their own, the words kept.
    `hour`: only a moment with an hour is an answer, and a number alone is one.
    """

    text: Slug | None = None
    choice: Slug | None = None
    several: Slug | None = None
    scale: Slug | None = None
    moment: Slug | None = None
    buttons: dict[Slug, Choice] = Field(default_factory=dict)
    options: Slug | None = None
    go: dict[Slug, Slug] = Field(default_factory=dict)
    other: Label | None = None
    other_prompt: Prose | None = None
    typed: Slug | None = None
    hears: dict[Slug, tuple[Prose, ...]] = Field(default_factory=dict)
    unclear: Slug | None = None
    skip: Slug | None = None
    low: Low | None = None
    low_label: Label | None = None
    high_label: Label | None = None
    voice: bool = False
    hour: bool = False

    @field_validator("buttons", mode="before")
    @classmethod
    def _labels_alone(cls, value: Any) -> Any:
        """`weet_het: Ik weet het precies` is short for `weet_het: {label: Ik weet het precies}`."""
        if isinstance(value, dict):
            return {key: {"label": item} if isinstance(item, str) else item for key, item in value.items()}
        return value

    @model_validator(mode="after")
    def _one_kind(self) -> Ask:
        kinds = [name for name in ("text", "choice", "several", "scale", "moment") if getattr(self, name)]
        if len(kinds) != 1:
            raise ValueError("een vraag heeft precies één van text, choice, several, scale, moment")
        if self.kind in ("choice", "several") and not self.buttons and not self.options:
            raise ValueError("een vraag met choice of several heeft knoppen nodig: buttons of options")
        if self.kind == "scale" and self.buttons:
            raise ValueError("een scale heeft zelf al knoppen van 0 tot 10")
        for choice in self.go:
            if choice not in self.buttons and not (choice == "other" and self.other):
                raise ValueError(f"go noemt de knop '{choice}', en die is er niet")
        return self

    @property
    def kind(self) -> Literal["text", "choice", "several", "scale", "moment"]:
        """Which kind of question it is."""
        for name in ("text", "choice", "several", "scale", "moment"):
            if getattr(self, name):
                return name
        raise AssertionError("validated: an ask has one kind")

    @property
    def name(self) -> str:
        """The variable the answer is kept under."""
        return str(getattr(self, self.kind))

    def target(self, choice: str) -> str | None:
        """The step a choice leads to, or None for the next one."""
        if choice in self.buttons and self.buttons[choice].go:
            return self.buttons[choice].go
        return self.go.get(choice)


class Ruler(Part):
    """A score from 0 to 10 with follow-ups that look at what is there ("Wat maakt dat je al een 6 geeft?").

    `words` holds other words of the first follow-up for single scores; 0, 1 and 10 need them. A score up to `low.upto`
    leaves before the follow-ups.
    """

    score: Slug
    why: Prose
    reason: Slug
    words: dict[int, Prose]
    low: Low
    higher: Prose | None = None
    need: Slug | None = None
    low_label: Label | None = None
    high_label: Label | None = None

    @model_validator(mode="after")
    def _own_words(self) -> Ruler:
        missing = [score for score in (0, 1, 10) if score > self.low.upto and score not in self.words]
        if missing:
            raise ValueError(f"een ruler heeft eigen woorden nodig voor het cijfer {missing[0]}")
        if (self.higher is None) != (self.need is None):
            raise ValueError("higher (de woorden) en need (waar het antwoord komt) horen bij elkaar")
        return self


class Instead(Part):
    """Other words for a step when a condition holds; the first that holds is used."""

    when: str
    say: Prose


class Arm(Part):
    """One way of a branch; the last one has no `when`."""

    when: str | None = None
    go: Slug


class Call(Part):
    """Another conversation in the middle of this one.

    `give` passes values (expressions), `keep` takes variables back (mine: theirs).
    """

    script: Slug
    give: dict[Slug, str] = Field(default_factory=dict)
    keep: dict[Slug, Slug] = Field(default_factory=dict)


class Offer(Part):
    """Asks permission, then gives what fits: a story, or what the work has. Passed over, words included, when nothing fits."""

    what: Literal["story", "offering"]
    yes: Label
    no: Label
    theme: str | None = None


class PlanStep(Part):
    """Keeps an if-then plan. The values are names of variables; `replaces` holds the id of the plan this one changes.

    `day` is a second moment, used when `moment` is only an event ("na de overdracht"); `hour` one that gives a day its hour.
    """

    cue: Slug
    action: Slug
    backup: Slug | None = None
    moment: Slug | None = None
    day: Slug | None = None
    hour: Slug | None = None
    voice: Slug | None = None
    replaces: Slug | None = None


class Note(Part):
    """Puts answers into the person's own document. `lines`: by variable, the words before it; empty answers are left out.

    Passed over, words included, when nothing was answered.
    """

    section: Section
    title: Label | None = None
    lines: dict[Slug, Label] = Field(min_length=1)


class Scan(Part):
    """Keeps scores from 0 to 10 and shows them as a picture. `floors`: by variable, the name of the floor, lowest first.

    Passed over, words included, when there is no score at all.
    """

    floors: dict[Slug, Label] = Field(min_length=1)


class Act(Part):
    """Something the surroundings do: `act` is its name there, `give` are expressions over the variables."""

    act: Slug
    give: dict[Slug, str] = Field(default_factory=dict)


class Later(Part):
    """Come back after some days with a conversation; `quiet`: nothing unasked until then."""

    days: Annotated[int, Field(ge=1, le=400)]
    script: Slug
    quiet: bool = False


class Step(Part):
    """One step: optional words (`say`), then at most one thing that happens."""

    id: Slug
    say: Prose | tuple[Prose, ...] | None = None
    instead: tuple[Instead, ...] = ()
    mi: tuple[Tag, ...] = ()
    when: str | None = None
    contact: Slug | None = None
    ask: Ask | None = None
    ruler: Ruler | None = None
    branch: tuple[Arm, ...] | None = None
    call: Call | None = None
    offer: Offer | None = None
    plan: PlanStep | None = None
    note: Note | None = None
    scan: Scan | None = None
    do: Act | None = None
    later: Later | None = None
    end: Slug | None = None
    go: Slug | None = None

    @field_validator("mi", mode="before")
    @classmethod
    def _one_tag(cls, value: Any) -> Any:
        return (value,) if isinstance(value, str) else value

    @field_validator("call", mode="before")
    @classmethod
    def _script_alone(cls, value: Any) -> Any:
        return {"script": value} if isinstance(value, str) else value

    @field_validator("do", mode="before")
    @classmethod
    def _act_alone(cls, value: Any) -> Any:
        return {"act": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _one_thing(self) -> Step:
        things = [
            n
            for n in ("ask", "ruler", "branch", "call", "offer", "plan", "note", "scan", "do", "later", "end")
            if getattr(self, n) is not None
        ]
        if len(things) > 1:
            raise ValueError(f"een stap doet één ding; deze doet {' en '.join(things)}")
        if not things and self.say is None and self.go is None:
            raise ValueError("een stap zegt iets of doet iets")
        if self.ask or self.ruler or self.offer:
            if self.say is None:
                raise ValueError("een vraag heeft woorden nodig: say")
            if self.go is not None:
                raise ValueError(
                    "achter een vraag kan geen go staan → zet onder ask typed: STAP voor wie typt, of go: STAP bij een knop"
                )
        if isinstance(self.say, tuple) and len(self.say) > 3:
            raise ValueError("hooguit drie berichten achter elkaar")
        if self.branch is not None and (not self.branch or self.branch[-1].when is not None):
            raise ValueError("de laatste weg van branch heeft geen when: die is voor al het andere")
        return self


class Script(Part):
    """A written conversation. `gives` names the values it is started with; `reasons` says why a warning is right to stay.

    `suggest: false` keeps it out of what the bot suggests: it is only ever chosen, for its name alone says much.
    """

    id: Slug
    title: Label
    style: Literal["mi", "plain"] = "plain"
    theme: str | None = None
    angle: Angle | None = None
    knob: Knob | None = None
    function: Function | None = None
    gives: tuple[Slug, ...] = ()
    menu: Label | None = None
    topic: Topic | None = None
    suggest: bool = True
    reasons: dict[str, str] = Field(default_factory=dict)
    steps: tuple[Step, ...] = Field(min_length=1)

    def step(self, step_id: str) -> Step:
        """The step with this id. Raises KeyError."""
        for step in self.steps:
            if step.id == step_id:
                return step
        raise KeyError(step_id)

    def after(self, step_id: str) -> str:
        """The id of the step written after this one, or END."""
        ids = [step.id for step in self.steps]
        place = ids.index(step_id) + 1
        return ids[place] if place < len(ids) else END


class Nudge(Part):
    """A short unasked message. `opens` names a conversation its button starts."""

    id: Slug
    text: Prose
    angle: Angle
    function: Function
    knob: Knob | None = None
    theme: str | None = None
    opens: Slug | None = None
    button: Label | None = None
    reasons: dict[str, str] = Field(default_factory=dict)


class Story(Part):
    """A success, retold. `teller` says who tells it: most shipped ones are told by the employer, and the story says so."""

    id: Slug
    title: Label
    text: Prose
    question: Prose
    teller: Literal["employer", "colleague"]
    organisation: str
    source: str
    theme: str
    angle: Angle
    sector: str
    role: str | None = None
    knob: Knob
    function: Function
    reasons: dict[str, str] = Field(default_factory=dict)


class Offering(Part):
    """Something the organisation has for people. `how` says concretely how to get it; after the day `until` it has ended.

    `sectors`: where it is for; none named means everywhere.
    """

    id: Slug
    title: Label
    text: Prose
    how: Prose
    theme: str
    knob: Knob | None = None
    function: Function
    sectors: tuple[Sector, ...] = ()
    until: date | None = None
    reasons: dict[str, str] = Field(default_factory=dict)


class SectorWord(Part):
    """A word that differs by the kind of work; `anders` stands for every sector that has none, and for who chose none."""

    zorg: Label | None = None
    winkel: Label | None = None
    industrie: Label | None = None
    kantoor: Label | None = None
    groen: Label | None = None
    anders: Label

    def of(self, sector: str) -> str:
        """The word for a sector; '' is no sector."""
        return (getattr(self, sector) if sector in SECTORS else None) or self.anders


class Contact(Part):
    """Somebody to turn to. `phone` becomes a contact card, `url` a button; `text` says when and whether it costs anything."""

    id: Slug
    name: Label
    phone: str | None = None
    url: str | None = None
    text: Prose


class ContactBook(Part):
    """All contacts, with the day they were last looked up."""

    checked: str
    contacts: tuple[Contact, ...]
    reasons: dict[str, str] = Field(default_factory=dict)
