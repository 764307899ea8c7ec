"""What goes between the edge and the services: `Inbound` comes in, `Message` goes out. Neither knows Telegram."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from bot.papers.model import Document, Scanned


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Address(_Value):
    """Where somebody is reached on the channel."""

    chat: int


class Button(_Value):
    """A button under a message: it gives `data` back when pressed, or opens `url` (http, https or tg)."""

    label: str
    data: str | None = None
    url: str | None = None


class Bold(_Value):
    """A stretch of bold text, counted in UTF-16 units as Telegram does."""

    offset: int
    length: int


class Contact(_Value):
    """A contact card: the only way to make a number callable, since channels refuse `tel:` buttons."""

    name: str
    phone: str


class Paper(_Value):
    """What is drawn when it is sent, in this language: a document as a PDF, one scan as a picture, more of them over time."""

    language: str
    document: Document | None = None
    scans: tuple[Scanned, ...] = ()


class Attachment(_Value):
    """A file that goes with a message. `text` of the message becomes its caption.

    `content` is base64 of the bytes; `reference` names a file the channel already has (a voice message somebody sent);
    `paper` is still to be drawn.
    """

    kind: Literal["photo", "document", "voice"]
    name: str = ""
    content: str | None = None
    reference: str | None = None
    paper: Paper | None = None


class Message(_Value):
    """One message to one person.

    `edit` names an earlier message of ours that is replaced instead of sending a new one. `protected` asks the channel
    to refuse forwarding and saving. `silent` makes no sound. A `contact` card is a message of its own, for it counts as one:
    its words go in a message before it.
    """

    text: str = ""
    bold: tuple[Bold, ...] = ()
    buttons: tuple[tuple[Button, ...], ...] = ()
    contact: Contact | None = None
    attachment: Attachment | None = None
    edit: int | None = None
    protected: bool = False
    silent: bool = False

    @model_validator(mode="after")
    def _card_alone(self) -> Self:
        if self.contact is not None and (self.text or self.attachment is not None or self.edit is not None):
            raise ValueError("a contact card is a message of its own: say the text in one before it")
        return self


class Text(_Value):
    """Somebody typed something that is no command."""

    kind: Literal["text"] = "text"
    text: str


class Command(_Value):
    """`/start abc` is `Command(name="start", argument="abc")`."""

    kind: Literal["command"] = "command"
    name: str
    argument: str = ""


class Press(_Value):
    """A pressed button. `query` acknowledges the press; `message` is the message the button stood under (None if too old)."""

    kind: Literal["press"] = "press"
    data: str
    query: str
    message: int | None = None
    label: str | None = None


class Voice(_Value):
    """A spoken message; `reference` plays it back."""

    kind: Literal["voice"] = "voice"
    reference: str
    seconds: int
    text: str = ""


class Other(_Value):
    """A message of a kind no question expects: photo, sticker, location, edited, forwarded ... `text`: its caption or words."""

    kind: Literal["other"] = "other"
    what: str
    text: str = ""


class Reach(_Value):
    """The person blocked or unblocked us."""

    kind: Literal["reach"] = "reach"
    blocked: bool


class Group(_Value):
    """We were put into a group or channel, or spoken to there."""

    kind: Literal["group"] = "group"


Content = Annotated[Text | Command | Press | Voice | Other | Reach | Group, Field(discriminator="kind")]


class Inbound(_Value):
    """One thing somebody did. `sender` is the channel's id of the person; `at` is when the channel says it happened."""

    sender: int
    chat: int
    at: datetime
    content: Content
    first_name: str = ""
    language: str = ""


class Delivered(_Value):
    """It arrived."""

    message_id: int | None = None


class Wait(_Value):
    """The channel asks for patience; the message did not arrive."""

    seconds: float
    whole_bot: bool = False


class Unreachable(_Value):
    """This person cannot be reached any more: blocked us, left, or does not exist."""

    reason: str


class Refused(_Value):
    """The channel will never take this message."""

    reason: str


class Failed(_Value):
    """Network or server trouble; `maybe_arrived` when the request may have taken effect."""

    reason: str
    maybe_arrived: bool = False


Outcome = Delivered | Wait | Unreachable | Refused | Failed
