"""Methods that put something into a chat."""

from __future__ import annotations

from typing import Any

from bot.simulator.call import Call
from bot.simulator.errors import bad
from bot.simulator.files import Kind
from bot.simulator.methods.registry import method
from bot.simulator.state import Json, Message, Person
from bot.simulator.world import World

COMMON = "chat_id disable_notification protect_content reply_parameters reply_markup"
CAPTION = "caption parse_mode caption_entities"
ACTIONS = frozenset(
    [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "record_audio",
        "upload_audio",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
        "cancel",
    ]
)


@method("sendMessage", f"{COMMON} text parse_mode entities link_preview_options")
def send_message(world: World, call: Call) -> Json:
    """Words."""
    return _send(world, call, call.text().body("text", "entities"))


@method("sendPhoto", f"{COMMON} {CAPTION} photo show_caption_above_media has_spoiler")
def send_photo(world: World, call: Call) -> Json:
    """A picture."""
    return _send_file(world, call, "photo")


@method("sendDocument", f"{COMMON} {CAPTION} document disable_content_type_detection")
def send_document(world: World, call: Call) -> Json:
    """A file."""
    return _send_file(world, call, "document")


@method("sendVoice", f"{COMMON} {CAPTION} voice duration")
def send_voice(world: World, call: Call) -> Json:
    """A spoken message."""
    return _send_file(world, call, "voice")


@method("sendContact", f"{COMMON} phone_number first_name last_name vcard")
def send_contact(world: World, call: Call) -> Json:
    """A card with a number to call."""
    contact = {"phone_number": call.required("phone_number"), "first_name": call.required("first_name")}
    contact |= {name: call.string(name) for name in ("last_name", "vcard") if call.has(name)}
    return _send(world, call, {"contact": contact})


@method("sendChatAction", "chat_id action")
def send_chat_action(world: World, call: Call) -> bool:
    """ "typing…": shown for five seconds, or until a message comes."""
    place = world.place(call.chat_id())
    action = call.string("action").strip().lower()
    if not action:
        raise bad('parameter "action" is required')
    if action not in ACTIONS:
        raise bad("wrong parameter action in request")
    world.events.tell("typing", chat=place.id, action=action)
    return True


def _send_file(world: World, call: Call, kind: Kind) -> Json:
    caption = call.caption()
    if not call.has("chat_id"):
        raise bad("chat_id is empty")
    file = call.file(kind, world.files)
    return _send(world, call, {kind: file.body()} | caption.body("caption", "caption_entities"))


def _send(world: World, call: Call, body: dict[str, Any]) -> Json:
    keyboard = call.keyboard()
    place = world.place(call.chat_id())
    reply_to = _reply(world, call, place.id)
    world.admit(place.id)
    message = world.post(
        place,
        body,
        sender=None,
        keyboard=keyboard,
        protected=call.flag("protect_content"),
        reply_to=reply_to,
        silent=call.flag("disable_notification") and isinstance(place, Person),
    )
    return message.wire()


def _reply(world: World, call: Call, chat_id: int) -> Message | None:
    parameters = call.json("reply_parameters", "reply parameters")
    if not isinstance(parameters, dict):
        return None
    found = world.message(chat_id, int(parameters.get("message_id", 0)))
    if found is None and not parameters.get("allow_sending_without_reply"):
        raise bad("message to be replied not found")
    return found
