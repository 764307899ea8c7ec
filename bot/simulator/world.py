"""The server's knowledge and its rules: who may get what, and what becomes of a message.

The Bot API's methods (methods/) and the phones (phones.py) both act through it. It knows no HTTP.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable
from datetime import timedelta

from bot.clock import Clock
from bot.simulator.errors import NOT_MODIFIED, ApiError, bad, forbidden, too_many
from bot.simulator.events import Events
from bot.simulator.files import Files
from bot.simulator.keyboards import Keyboard
from bot.simulator.ledger import Ledger
from bot.simulator.limits import Flood, Limits
from bot.simulator.state import BotAccount, Group, Json, Message, Person, Press
from bot.simulator.updates import Updates

DELETABLE = timedelta(hours=48)


class World:
    """Everything the simulated servers know about one bot."""

    def __init__(
        self,
        clock: Clock,
        bot: BotAccount,
        limits: Limits | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.clock = clock
        self.bot = bot
        self.monotonic = monotonic
        self.events = Events()
        self.ledger = Ledger(clock, monotonic)
        self.updates = Updates(clock, self.ledger, monotonic=monotonic)
        self.files = Files()
        self.people: dict[int, Person] = {}
        self.groups: dict[int, Group] = {}
        self.presses: dict[str, Press] = {}
        self.profile: dict[str, Json] = {"name": {}, "description": {}, "short_description": {}}
        self.commands: dict[tuple[str, str], list[Json]] = {}
        self.menu_buttons: dict[int, Json] = {}
        self.webhook: Json = {}
        self._flood = Flood(limits, monotonic) if limits is not None else None
        self._next_webhook = 0.0
        self._messages: dict[int, dict[int, Message]] = {}
        self._numbers = itertools.count(1)

    def seconds(self) -> int:
        """The clock, as messages carry it."""
        return int(self.clock.now().timestamp())

    def messages(self, chat_id: int) -> list[Message]:
        """What stands in a chat, oldest first."""
        return [each for each in self._messages.get(chat_id, {}).values() if not each.deleted]

    def message(self, chat_id: int, message_id: int) -> Message | None:
        """A message that is still there."""
        found = self._messages.get(chat_id, {}).get(message_id)
        return None if found is None or found.deleted else found

    def place(self, chat_id: int) -> Person | Group:
        """A chat the bot may write in.

        Raises: ApiError 400 for an unknown chat, 403 for one that is closed to the bot.
        """
        place = self.seen_place(chat_id)
        if isinstance(place, Person):
            if place.deactivated:
                raise forbidden("user is deactivated")
            if place.blocked:
                raise forbidden("bot was blocked by the user")
        elif not place.bot_inside:
            raise _outside(place)
        return place

    def seen_place(self, chat_id: int) -> Person | Group:
        """A chat the bot knows, even when it may not write there.

        Raises: ApiError 400 for an unknown chat, 403 for a supergroup or channel the bot is no longer in.
        """
        place = self.people.get(chat_id) or self.groups.get(chat_id)
        if place is None or (isinstance(place, Person) and not place.started):
            raise bad("chat not found")
        if isinstance(place, Group) and place.kind != "group" and not place.bot_inside:
            raise _outside(place)
        return place

    def admit(self, chat_id: int) -> None:
        """Count one message against the limits.

        Raises: ApiError 429.
        """
        if self._flood is not None and (seconds := self._flood.admit(chat_id)):
            raise too_many(seconds)

    def admit_webhook(self) -> None:
        """At most one new webhook a second (Client.cpp: process_set_webhook_query).

        Raises: ApiError 429.
        """
        if self._flood is not None:
            now = self.monotonic()
            if now < self._next_webhook:
                raise too_many(1)
            self._next_webhook = now + 1

    def post(
        self,
        place: Person | Group,
        body: Json,
        *,
        sender: Person | None,
        keyboard: Keyboard | None = None,
        protected: bool = False,
        reply_to: Message | None = None,
        forward_origin: Json | None = None,
        silent: bool = False,
    ) -> Message:
        """Put a message into a chat. `sender` None: the bot."""
        channel = isinstance(place, Group) and place.kind == "channel"
        message = Message(
            id=next(self._numbers),
            chat=place.chat(),
            sender=None if channel else (sender.user() if sender else self.bot.user()),
            date=self.seconds(),
            body=body,
            from_bot=sender is None,
            keyboard=keyboard,
            protected=protected,
            reply_to=reply_to,
            forward_origin=forward_origin,
            silent=silent,
        )
        self._messages.setdefault(place.id, {})[message.id] = message
        self.events.tell("message", chat=place.id, message=message.view())
        return message

    def change(self, message: Message, body: Json, keyboard: Keyboard | None) -> None:
        """Edit a message.

        Raises: ApiError 400 when nothing changes.
        """
        if body == message.body and (keyboard or None) == (message.keyboard or None):
            raise bad(NOT_MODIFIED)
        # Phones say "edited" for other words, not for another keyboard.
        message.shows_edited = message.shows_edited or body != message.body
        message.body, message.keyboard, message.edit_date = body, keyboard, self.seconds()
        self.events.tell("edited", chat=message.chat["id"], message=message.view())

    def remove(self, message: Message) -> None:
        """Delete a message for everybody."""
        message.deleted = True
        self.events.tell("deleted", chat=message.chat["id"], message_id=message.id)

    def too_old_to_delete(self, message: Message) -> bool:
        """Bots delete messages of at most 48 hours (https://core.telegram.org/bots/api#deletemessage)."""
        return self.seconds() - message.date > DELETABLE.total_seconds()

    def membership(self, place: Person | Group, by: Person | None, old: str, new: str) -> None:
        """Tell the bot that its standing in a chat changed. `by` None: the bot did it."""
        bot = self.bot.user()
        self.updates.put(
            "my_chat_member",
            {
                "chat": place.chat(),
                "from": by.user() if by else bot,
                "date": self.seconds(),
                "old_chat_member": _standing(old, bot),
                "new_chat_member": _standing(new, bot),
            },
        )

    def commands_for(self, person: Person) -> list[Json]:
        """The command menu of a phone: the narrowest scope and the phone's language first."""
        for scope in (f"chat:{person.id}", "all_private_chats", "default"):
            for language in (person.language, ""):
                if (scope, language) in self.commands:
                    return self.commands[scope, language]
        return []

    def named(self, what: str, language: str = "") -> str:
        """Name, description or short description, in a language or the general one."""
        values = self.profile[what]
        fallback = self.bot.first_name if what == "name" else ""
        return str(values.get(language) or values.get("") or fallback)


def _outside(group: Group) -> ApiError:
    """https://github.com/tdlib/telegram-bot-api, Client.cpp: check_chat_access."""
    how = "was kicked from" if group.kicked else "is not a member of"
    return forbidden(f"bot {how} the {group.kind} chat")


def _standing(status: str, user: Json) -> Json:
    member: Json = {"user": user, "status": status}
    if status == "kicked":
        member["until_date"] = 0
    if status == "administrator":
        rights = (
            "can_manage_chat can_change_info can_delete_messages can_invite_users can_restrict_members"
            " can_promote_members can_manage_video_chats can_post_messages can_edit_messages"
            " can_post_stories can_edit_stories can_delete_stories"
        )
        member |= {"can_be_edited": False, "is_anonymous": False} | dict.fromkeys(rights.split(), True)
    return member
