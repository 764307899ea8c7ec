"""What somebody answered, as it is kept in a session, and as a template or condition sees it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from pydantic import BaseModel, ConfigDict

from dialogues.language.matching import stance
from dialogues.language.moments import Moment, Recurrence
from dialogues.language.names import as_name
from dialogues.language.outcomes import outcome


class When(BaseModel):
    """A moment somebody named, in the form that is kept. See `language.moments.Moment`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    start: datetime | None = None
    all_day: bool = False
    recurrence: Recurrence | None = None
    event: str | None = None
    nth: int | None = None

    @classmethod
    def of(cls, moment: Moment) -> When:
        """Keep a parsed moment."""
        return cls(
            start=moment.start, all_day=moment.all_day, recurrence=moment.recurrence, event=moment.event, nth=moment.nth
        )

    def moment(self) -> Moment:
        """The moment as the language part knows it."""
        return Moment(self.start, self.all_day, self.recurrence, self.event, self.nth)


class Answer(BaseModel):
    """One answer. `declined`: the person would rather not say. `label`: the words on the chosen button.

    `text` holds what was typed besides the choice, `said` then the whole message.
    `days`: how far off the moment was when it was named.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str = ""
    said: str = ""
    choice: str | None = None
    label: str = ""
    choices: tuple[str, ...] = ()
    number: int | None = None
    moment: When | None = None
    days: int | None = None
    voice: str | None = None
    declined: bool = False
    options: dict[str, str] | None = None

    @classmethod
    def given(cls, value: object) -> Answer:
        """An answer from a plain value: text, number, choices (id → label) or an answer."""
        if isinstance(value, Answer):
            return value
        if isinstance(value, bool):
            return cls(choice="ja" if value else None, text="ja" if value else "")
        if isinstance(value, int):
            return cls(number=value, text=str(value))
        if isinstance(value, Mapping):
            return cls(options={str(key): str(label) for key, label in value.items()})
        if isinstance(value, When):
            return cls(moment=value)
        return cls(text="" if value is None else str(value))


EMPTY = Answer()

NOT_KNOWING = frozenset({"weet_niet", "geen_idee"})
"""What authors call a button that says one doesn't know."""

_SAYS_NO = re.compile(
    r"\b(niet meer|nooit meer|minder|(stop|stoppen|ophouden) met|geen\b.*\bmeer"
    r"|(stop|quit|avoid) [a-z]{2,}ing|less|fewer|never|no longer|not\b.*\bany ?more"
    r"|(do|will|am|going to) not|won[’']?t|don[’']?t)\b",
    re.IGNORECASE,
)


class Value:
    """An answer inside a template or condition: reads as its words, compares as its choice or number.

    Comparisons with a number that was never given are false, so a skipped scale takes no way that needs a score.
    """

    __slots__ = ("answer",)

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __str__(self) -> str:
        """The score, or the words on the button and what was typed besides."""
        answer = self.answer
        if answer.number is not None:
            return str(answer.number)
        if not answer.text or not answer.label:
            return answer.text or answer.label
        if answer.text.lower().startswith(answer.label.lower()):
            return answer.text  # the button's words are in it: "Nog niet gebeld, de winkel was vol"
        between = " " if answer.label.endswith("?") else ". "
        return f"{answer.label.rstrip('.')}{between}{answer.text}"

    def __bool__(self) -> bool:
        answer = self.answer
        return bool(str(self) or answer.choice or answer.choices or answer.moment or answer.voice or answer.options)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, int):
            return self.answer.number == other
        if isinstance(other, str):
            return self.answer.choice == other or (self.answer.choice is None and self.answer.text == other)
        return NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def _number(self) -> int | None:
        return self.answer.number

    def __lt__(self, other: int) -> bool:
        return self.answer.number is not None and self.answer.number < other

    def __le__(self, other: int) -> bool:
        return self.answer.number is not None and self.answer.number <= other

    def __gt__(self, other: int) -> bool:
        return self.answer.number is not None and self.answer.number > other

    def __ge__(self, other: int) -> bool:
        return self.answer.number is not None and self.answer.number >= other

    def __contains__(self, choice: object) -> bool:
        return choice in self.answer.choices

    @property
    def choice(self) -> str:
        """The id of the chosen button, or ''."""
        return self.answer.choice or ""

    @property
    def typed(self) -> str:
        """What was typed, or '' when a button was pressed."""
        return self.answer.text

    @property
    def label(self) -> str:
        """The words on the chosen button, or ''."""
        return self.answer.label

    @property
    def number(self) -> int | None:
        """The score, or None."""
        return self.answer.number

    @property
    def spoken(self) -> bool:
        """Whether it was spoken."""
        return self.answer.voice is not None

    @property
    def declined(self) -> bool:
        """Whether the person would rather not say."""
        return self.answer.declined

    @property
    def has_time(self) -> bool:
        """Whether a day or hour is known (an event alone, "na de overdracht", has none)."""
        return self.answer.moment is not None and self.answer.moment.start is not None

    @property
    def has_hour(self) -> bool:
        """Whether an hour is known, and not only a day."""
        return self.has_time and self.answer.moment is not None and not self.answer.moment.all_day

    @property
    def known(self) -> bool:
        """Whether it says something: not when it is empty, and not when it says no more than not to know."""
        words = self.answer.text
        if self.answer.choice in NOT_KNOWING and not words:
            return False
        return bool(self) and not (words and stance(words) == "unsure")

    @property
    def name(self) -> str:
        """The name in the words, or '' when there is none in them."""
        return as_name(self.answer.text or self.answer.label)

    @property
    def has_event(self) -> bool:
        """Whether it hangs on something that happens ("na de overdracht")."""
        return self.answer.moment is not None and self.answer.moment.event is not None

    @property
    def days(self) -> int:
        """How many days off the moment was when it was named; 0 without one."""
        return self.answer.days or 0

    @property
    def says_no(self) -> bool:
        """Whether the words say what *not* to do ("minder overwerken"): a plan needs what to do instead."""
        return bool(_SAYS_NO.search(self.answer.text))

    @property
    def whole(self) -> str:
        """All that was typed, the words of the button included; '' when a button was pressed."""
        return self.answer.said or self.answer.text

    @property
    def outcome(self) -> str:
        """What the typed words say came of a plan: gelukt, anders, deels, niet, nee (they met a no), pijn (it hurt) or ''."""
        return outcome(self.whole)

    @property
    def repeats(self) -> bool:
        """Whether it comes back ("elke maandag")."""
        return self.answer.moment is not None and self.answer.moment.recurrence is not None
