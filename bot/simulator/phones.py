"""What people do on their phones: each act changes the world and becomes the update Telegram would send.

Every function is one act of one person; none of them knows how the bot is reached.
"""

from __future__ import annotations

from secrets import token_hex
from typing import Any

from bot.simulator.files import Upload, sample_picture, sample_tone
from bot.simulator.state import Group, GroupKind, Json, Message, Person, Press
from bot.simulator.text import LONGEST_TYPED, formatted, units
from bot.simulator.words import FORWARDED_FROM, FORWARDED_WORDS, GROUP_TITLE, POLL_OPTIONS, POLL_QUESTION
from bot.simulator.world import World

FIRST_PERSON = 6_100_000_001  # beyond 32 bits, as ids of new accounts are
FIRST_GROUP = -1_002_100_000_001


class PhoneError(Exception):
    """The phone would not let somebody do this: no such button, blocked bot, protected message."""


class Phones:
    """The acts of people. `Simulator` adds the waiting and the looking."""

    def __init__(self, world: World) -> None:
        self.world = world

    def add_person(self, first_name: str, language: str = "nl", marked: bool = False, *, role: str = "") -> Person:
        """A new account with a phone; the chat with the bot is still empty."""
        person = Person(FIRST_PERSON + len(self.world.people), first_name, language, marked, role)
        self.world.people[person.id] = person
        self.world.events.tell("person", person=self.describe(person), commands=self.world.commands_for(person))
        return person

    def describe(self, person: Person) -> Json:
        """What the page shows about somebody."""
        return {
            "id": person.id,
            "first_name": person.first_name,
            "role": person.role,
            "marked": person.marked,
            "started": person.started,
            "blocked": person.blocked,
        }

    def open_link(self, person: Person, payload: str = "") -> Message:
        """Open `https://t.me/<bot>?start=<payload>` and tap START."""
        if person.blocked and not person.deactivated:
            self.unblock(person)
        return self._say(person, formatted(f"/start {payload}".strip()).body("text", "entities"))

    def type(self, person: Person, text: str, *, reply_to: int | None = None) -> Message:
        """Type words and send them; what is too long goes as several messages, of which the last is given."""
        while units(text) > LONGEST_TYPED:
            cut = LONGEST_TYPED if units(text[:LONGEST_TYPED]) <= LONGEST_TYPED else LONGEST_TYPED // 2
            self.type(person, text[:cut], reply_to=reply_to)
            text = text[cut:]
        body = formatted(text).body("text", "entities")
        if not body["text"]:
            raise PhoneError("a phone does not send an empty message")
        return self._say(person, body, reply_to=reply_to)

    def send_sticker(self, person: Person, emoji: str = "👋") -> Message:
        """Send a sticker."""
        sticker = self.world.files.add("sticker", Upload("sticker.webp", sample_picture(), "image/webp"))
        return self._say(person, {"sticker": sticker.body() | {"emoji": emoji}})

    def send_voice(self, person: Person, seconds: int = 2, content: bytes | None = None) -> Message:
        """Say something: a short tone, unless `content` (OGG) is given."""
        upload = Upload("voice.oga", content or sample_tone(), "audio/ogg")
        voice = self.world.files.add("voice", upload, duration=seconds)
        return self._say(person, {"voice": voice.body()})

    def send_photo(self, person: Person, caption: str = "", content: bytes | None = None) -> Message:
        """Send a picture."""
        photo = self.world.files.add("photo", Upload("photo.png", content or sample_picture(), "image/png"))
        return self._say(person, {"photo": photo.body()} | formatted(caption).body("caption", "caption_entities"))

    def send_document(self, person: Person, name: str, content: bytes, caption: str = "") -> Message:
        """Send a file."""
        document = self.world.files.add("document", Upload(name, content))
        return self._say(person, {"document": document.body()} | formatted(caption).body("caption", "caption_entities"))

    def send_location(self, person: Person, latitude: float = 52.0907, longitude: float = 5.1214) -> Message:
        """Send a place."""
        return self._say(person, {"location": {"latitude": latitude, "longitude": longitude}})

    def send_poll(
        self, person: Person, question: str = POLL_QUESTION, options: tuple[str, ...] = POLL_OPTIONS
    ) -> Message:
        """Send a poll."""
        poll: Json = {
            "id": str(int(token_hex(7), 16)),
            "question": question,
            "options": [
                {"persistent_id": str(number), "text": option, "voter_count": 0}
                for number, option in enumerate(options)
            ],
            "total_voter_count": 0,
            "is_closed": False,
            "is_anonymous": True,
            "type": "regular",
            "allows_multiple_answers": False,
            "allows_revoting": True,
            "members_only": False,
        }
        return self._say(person, {"poll": poll})

    def send_contact(self, person: Person, phone_number: str, first_name: str) -> Message:
        """Send a contact card."""
        return self._say(person, {"contact": {"phone_number": phone_number, "first_name": first_name}})

    def forward(self, person: Person, text: str = FORWARDED_WORDS, from_name: str = FORWARDED_FROM) -> Message:
        """Forward words of somebody whose account is hidden."""
        origin = {"type": "hidden_user", "date": self.world.seconds(), "sender_user_name": from_name}
        return self._say(person, formatted(text).body("text", "entities"), forward_origin=origin)

    def edit(self, person: Person, message_id: int, text: str) -> Message:
        """Change an own message."""
        message = self.world.message(person.id, message_id)
        if message is None or message.from_bot:
            raise PhoneError("a phone edits own messages only")
        if message.kind == "text":
            body = formatted(text).body("text", "entities")
        elif message.kind in {"photo", "document", "voice"}:
            body = {name: value for name, value in message.body.items() if not name.startswith("caption")}
            body |= formatted(text).body("caption", "caption_entities")
        else:
            raise PhoneError(f"a {message.kind} cannot be edited")
        if body != message.body:
            self.world.change(message, body, None)
            self.world.updates.put("edited_message", message.wire())
        return message

    def press(
        self, person: Person, message_id: int | None = None, data: str | None = None, *, label: str | None = None
    ) -> Press:
        """Press a button, by its data or its label; without a message the newest that has it.

        A button that has gone meanwhile cannot be pressed. A link button: `open_link(person, start_payload(url))`.

        Raises: PhoneError.
        """
        if data is None and label is None:
            raise PhoneError("say which button: data or label")
        self._must_reach(person)
        for message in reversed(self.world.messages(person.id)):
            if message_id is not None and message.id != message_id:
                continue
            for button in message.buttons:
                pressed = button.get("callback_data")
                if pressed is not None and data in {None, pressed} and label in {None, button["text"]}:
                    return self._press(person, message, str(pressed))
        wanted = label or data
        raise PhoneError(f"no button {wanted!r} on the phone of {person.first_name}")

    def start_payload(self, url: str) -> str | None:
        """The payload of a link to this bot; None for other links."""
        prefixes = (f"t.me/{self.world.bot.username}", f"tg://resolve?domain={self.world.bot.username}")
        bare = url.removeprefix("https://").removeprefix("http://")
        if not bare.lower().startswith(tuple(prefix.lower() for prefix in prefixes)):
            return None
        return bare.partition("start=")[2].partition("&")[0]

    def block(self, person: Person) -> None:
        """Block the bot."""
        if not person.blocked:
            person.blocked = True
            self.world.membership(person, person, "member", "kicked")
            self.world.events.tell("person", person=self.describe(person))

    def unblock(self, person: Person) -> None:
        """Let the bot write again."""
        if person.blocked:
            person.blocked = False
            self.world.membership(person, person, "kicked", "member")
            self.world.events.tell("person", person=self.describe(person))

    def deactivate(self, person: Person) -> None:
        """Delete the account; nobody tells the bot."""
        person.deactivated, person.first_name = True, ""
        self.world.events.tell("person", person=self.describe(person))

    def add_to_group(self, person: Person, title: str = GROUP_TITLE, kind: GroupKind = "supergroup") -> Group:
        """Put the bot into a new group, or make it administrator of a channel."""
        group = Group(FIRST_GROUP - len(self.world.groups), title, kind, person)
        self.world.groups[group.id] = group
        self.world.membership(group, person, "left", "administrator" if kind == "channel" else "member")
        if kind != "channel":
            bot = self.world.bot.user()
            message = self.world.post(group, {"new_chat_members": [bot], "new_chat_member": bot}, sender=person)
            self.world.updates.put("message", message.wire())
        return group

    def remove_from_group(self, person: Person, group: Group) -> None:
        """Throw the bot out."""
        if group.bot_inside:
            group.bot_inside, group.kicked = False, True
            old = "administrator" if group.kind == "channel" else "member"
            self.world.membership(group, person, old, "kicked")

    def say_in_group(self, person: Person, group: Group, text: str) -> Message:
        """Type in a group or post in a channel. In a group a bot sees commands and what names it (privacy mode)."""
        message = self.world.post(group, formatted(text).body("text", "entities"), sender=person)
        named = text.startswith("/") or f"@{self.world.bot.username}" in text
        if group.bot_inside and (named or group.kind == "channel"):
            self.world.updates.put("channel_post" if group.kind == "channel" else "message", message.wire())
        return message

    def _press(self, person: Person, message: Message, data: str) -> Press:
        press = Press(str(int(token_hex(7), 16)), person, message, data)
        self.world.presses[press.id] = press
        message.pressed.add(data)
        query: dict[str, Any] = {
            "id": press.id,
            "from": person.user(),
            "message": message.wire(),
            "chat_instance": str(-person.id),
            "data": data,
        }
        self.world.updates.put("callback_query", query)
        self.world.events.tell("press", chat=person.id, message_id=message.id, query=press.id, data=data)
        return press

    def _say(
        self, person: Person, body: Json, *, forward_origin: Json | None = None, reply_to: int | None = None
    ) -> Message:
        self._must_reach(person)
        if not person.started:
            person.started = True
            self.world.events.tell("person", person=self.describe(person))
        replied = self.world.message(person.id, reply_to) if reply_to is not None else None
        message = self.world.post(person, body, sender=person, forward_origin=forward_origin, reply_to=replied)
        self.world.updates.put("message", message.wire())
        return message

    def _must_reach(self, person: Person) -> None:
        if person.deactivated:
            raise PhoneError("this account has been deleted")
        if person.blocked:
            raise PhoneError(f"{person.first_name} has blocked the bot; unblock first")
