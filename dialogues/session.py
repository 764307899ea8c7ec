"""One person's run of a conversation: plain data that is written and re-read between every two turns."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from dialogues.answers import Answer


class Frame(BaseModel):
    """A place in one script: the step that waits or runs, and what was answered there."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    script: str
    step: str
    vars: dict[str, Answer] = Field(default_factory=dict)


class Session(BaseModel):
    """Where a conversation stands. `prompt` counts question instances: each asked question has its own number.

    `past` holds the frames before each answered question, for *terug*; it is emptied where something was kept that
    going back cannot undo. `answered` is the last answered instance with its choice, so that a double press counts once;
    `told_old` is the instance during which an old button was already explained. `discord`: somebody said that the bot does not
    listen, and was asked whether to go on.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    script: str
    version: str
    language: str = "nl"
    address: str = "je"
    seed: int = 0
    frames: tuple[Frame, ...]
    prompt: int = 0
    tries: int = 0
    ticked: tuple[str, ...] = ()
    typing_other: bool = False
    discord: bool = False
    past: tuple[tuple[Frame, ...], ...] = ()
    answered: tuple[int, str] | None = None
    told_old: int | None = None
    lead: str = ""
    outcome: str | None = None

    @property
    def over(self) -> bool:
        """Whether the conversation has ended."""
        return self.outcome is not None
