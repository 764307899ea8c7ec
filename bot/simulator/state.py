"""Who and what there is in the simulated Telegram: people, groups, messages. Plain data, no behaviour of the server."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from bot.simulator.keyboards import Button, Keyboard

Json = dict[str, Any]
GroupKind = Literal["group", "supergroup", "channel"]


@dataclass(frozen=True)
class BotAccount:
    """The bot's own account."""

    token: str
    username: str
    first_name: str

    @property
    def id(self) -> int:
        """The number before the colon."""
        return int(self.token.partition(":")[0])

    def user(self) -> Json:
        """As `User`."""
        return {"id": self.id, "is_bot": True, "first_name": self.first_name, "username": self.username}


@dataclass(eq=False)
class Person:
    """Somebody with a phone. The private chat with the bot has the same id.

    `role` is the caption above the phone on the page; the bot never sees it. `marked`: a simulated colleague, who acts
    alone. `deactivated`: the account is gone.
    """

    id: int
    first_name: str
    language: str = "nl"
    marked: bool = False
    role: str = ""
    started: bool = False
    blocked: bool = False
    deactivated: bool = False

    def user(self) -> Json:
        """As `User`."""
        user: Json = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        return user if self.deactivated else user | {"language_code": self.language}

    def chat(self) -> Json:
        """As `Chat`."""
        return {"id": self.id, "first_name": self.first_name, "type": "private"}


@dataclass(eq=False)
class Group:
    """A group or channel the bot was put into."""

    id: int
    title: str
    kind: GroupKind
    added_by: Person
    bot_inside: bool = True
    kicked: bool = False

    def chat(self) -> Json:
        """As `Chat`."""
        chat: Json = {"id": self.id, "title": self.title, "type": self.kind}
        return chat | {"all_members_are_administrators": False} if self.kind == "group" else chat


@dataclass(eq=False)
class Message:
    """A message in a chat; `body` holds its content in the Bot API's own fields."""

    id: int
    chat: Json
    sender: Json | None
    date: int
    body: Json
    from_bot: bool
    keyboard: Keyboard | None = None
    edit_date: int | None = None
    shows_edited: bool = False
    protected: bool = False
    reply_to: Message | None = None
    forward_origin: Json | None = None
    deleted: bool = False
    silent: bool = False
    pressed: set[str] = field(default_factory=set)

    @property
    def text(self) -> str:
        """The words: text or caption."""
        return str(self.body.get("text", self.body.get("caption", "")))

    @property
    def kind(self) -> str:
        """`text`, `photo`, `document`, `voice`, `contact`, `sticker`, `location`, `poll` or `service`."""
        kinds = ("photo", "document", "voice", "contact", "sticker", "location", "poll", "text")
        return next((kind for kind in kinds if kind in self.body), "service")

    @property
    def buttons(self) -> list[Button]:
        """All buttons below it, in reading order."""
        return [button for row in self.keyboard or [] for button in row]

    @property
    def labels(self) -> list[str]:
        """The words on the buttons."""
        return [str(button["text"]) for button in self.buttons]

    def button(self, label: str) -> Button | None:
        """The button with that label."""
        return next((each for each in self.buttons if each["text"] == label), None)

    def wire(self, *, with_reply: bool = True) -> Json:
        """As `Message`."""
        wire: Json = {"message_id": self.id}
        if self.sender is not None:
            wire["from"] = self.sender
        else:
            wire["sender_chat"] = self.chat
        wire |= {"chat": self.chat, "date": self.date}
        if self.forward_origin is not None:
            wire["forward_origin"] = self.forward_origin
        if self.reply_to is not None and with_reply:
            wire["reply_to_message"] = self.reply_to.wire(with_reply=False)
        if self.edit_date is not None:
            wire["edit_date"] = self.edit_date
        if self.protected:
            wire["has_protected_content"] = True
        wire |= self.body
        if self.keyboard:
            wire["reply_markup"] = {"inline_keyboard": self.keyboard}
        return wire

    def view(self) -> Json:
        """As a phone shows it."""
        return self.wire() | {
            "mine": not self.from_bot and self.kind != "service",
            "edited": self.shows_edited,
            "kind": self.kind,
            "silent": self.silent,
        }


@dataclass
class Press:
    """A pressed button; `answered` holds what the bot answered, if it did."""

    id: str
    person: Person
    message: Message
    data: str
    answered: Json | None = None
