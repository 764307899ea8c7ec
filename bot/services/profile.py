"""What we remember of a person besides talks and plans: one sealed document, so that no column says anything about anybody."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from bot.delivery.calendar import Hours
from dialogues.library import edition

ASKED_AFTER = timedelta(weeks=2)
"""How long after the voluntary question no other talk asks it."""

KEEP_SENT = timedelta(days=29)
"""How long the moments of unasked messages are remembered: as long as the caps look back."""


FEWER_DAYS = 14
"""The span in which two unasked messages may come to somebody who wants fewer."""


class Given(BaseModel):
    """What came last of what can be explained, and the reasons there were at that moment (`dialogues.choose.Reason`)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Literal["nudge", "story", "offering", "broadcast", "questions"]
    id: str
    reasons: tuple[tuple[str, str], ...] = ()


class Profile(BaseModel):
    """A person's name, wishes and what was already passed on.

    `unasked`: whether anything unasked is welcome. `week_days`: the span in which two unasked messages may come; ignoring
    doubles it. `ignored`: unasked messages in a row that got no reaction. `quiet_until`: nothing unasked before then.
    `rest_until`: everything but replies waits.
    `themes`, `knobs`: what the person's choices are about, newest last; `picked`: the themes they chose by their own names.
    `spoke_at`: when something last came that was no answer.
    `liked`: nudges and stories they want more of, newest last.
    `talked`: conversations chosen from the menu. `fewer`: half as many unasked messages. `given`: what `/waarom` explains.
    `sector`: the kind of work, when they said it. `offered`: when an offering was named or read last, by its id.
    `last_words`: what was typed outside a talk, until the person says whether to talk about it.
    `asked_after`: when the voluntary question after a talk was asked last.
    `proposed`: the one conversation that was proposed for them.
    `told_old`: the ended talk whose old buttons were explained last. `stepped_back`: the direct question of a crisis stands
    open, so typed words are an answer to that and to nothing else; `in_doubt`: it was only asked in doubt; `held_words`: the
    words it was asked about, for as long as it stands open.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = ""
    language: str = "nl"
    address: str = "je"
    sector: str = ""
    zone: str = "Europe/Amsterdam"
    hours: Hours = Hours()
    unasked: bool = True
    week_days: int = 7
    ignored: int = 0
    asked_to_go_on: bool = False
    sent: tuple[AwareDatetime, ...] = ()
    seen_nudges: tuple[str, ...] = ()
    seen_stories: tuple[str, ...] = ()
    not_for_me: tuple[str, ...] = ()
    last_angle: str | None = None
    themes: tuple[str, ...] = ()
    knobs: tuple[str, ...] = ()
    picked: tuple[str, ...] = ()
    spoke_at: AwareDatetime | None = None
    liked: tuple[str, ...] = ()
    talked: tuple[str, ...] = ()
    fewer: bool = False
    given: Given | None = None
    offered: dict[str, AwareDatetime] = Field(default_factory=dict)
    quiet_until: AwareDatetime | None = None
    rest_until: AwareDatetime | None = None
    last_words: str = ""
    proposed: str = ""
    told_old: str = ""
    stepped_back: bool = False
    in_doubt: bool = False
    held_words: str = ""
    asked_after: AwareDatetime | None = None

    @property
    def edition(self) -> str:
        """Which texts the person reads."""
        return edition(self.language, self.address)

    @property
    def timezone(self) -> ZoneInfo:
        """Where the person is."""
        return ZoneInfo(self.zone)

    def local(self, now: datetime) -> datetime:
        """The moment on the person's own clock."""
        return now.astimezone(self.timezone)

    @property
    def span_days(self) -> int:
        """The span of days in which two unasked messages may come."""
        return max(self.week_days, FEWER_DAYS if self.fewer else 0)

    def was_asked_after(self, now: datetime) -> bool:
        """Whether the voluntary question after a talk was asked a short while ago."""
        return self.asked_after is not None and now - self.asked_after < ASKED_AFTER

    def with_sent(self, now: datetime) -> Profile:
        """After one unasked message."""
        recent = tuple(moment for moment in self.sent if now - moment < KEEP_SENT)
        return self.model_copy(update={"sent": (*recent, now)})
