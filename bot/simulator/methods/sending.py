"""Methods that put something into a chat."""

from __future__ import annotations

from collections.abc import Callable

from bot.simulator.call import Call
from bot.simulator.errors import bad
from bot.simulator.files import Kind
from bot.simulator.methods.registry import method
from bot.simulator.state import Json, Message, Person
from bot.simulator.world import World

COMMON = "chat_id disable_notification protect_content reply_parameters reply_markup"
CAPTION = "caption parse_mode caption_entities"
# https://github.com/tdlib/telegram-bot-api, Client.cpp: get_chat_action
ACTIONS = frozenset(
    [
        *("cancel", "typing", "record_video", "upload_video", "record_audio", "record_voice", "upload_audio"),
        *("upload_voice", "upload_photo", "upload_document", "choose_sticker", "pick_up_location", "find_location"),
        *("record_video_note", "upload_video_note"),
    ]
)


@method("sendMessage", f"{COMMON} text parse_mode entities link_preview_options")
def send_message(world: World, call: Call) -> Json:
    """Words."""
    text = call.text().body("text", "entities")
    return _send(world, call, lambda: text)


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
    return _send(world, call, lambda: {"contact": contact})


@method("sendChatAction", "chat_id action")
def send_chat_action(world: World, call: Call) -> bool:
    """ "typing…": shown for five seconds, or until a message comes."""
    action = call.string("action").lower()
    if action not in ACTIONS:
        raise bad("wrong parameter action in request")
    place = world.place(call.chat_id())
    world.events.tell("typing", chat=place.id, action=action)
    return True


def _send_file(world: World, call: Call, kind: Kind) -> Json:
    call.must_have_file(kind)
    caption = call.caption().body("caption", "caption_entities")
    return _send(world, call, lambda: {kind: call.file(kind, world.files).body()} | caption)


def _send(world: World, call: Call, body: Callable[[], Json]) -> Json:
    wanted = _reply_parameters(call)
    keyboard = call.keyboard()
    place = world.place(call.chat_id())
    reply_to = _reply(world, wanted, place.id)
    content = body()
    world.admit(place.id)
    message = world.post(
        place,
        content,
        sender=None,
        keyboard=keyboard,
        protected=call.flag("protect_content"),
        reply_to=reply_to,
        silent=call.flag("disable_notification") and isinstance(place, Person),
    )
    return message.wire()


def _reply_parameters(call: Call) -> Json:
    """What to reply to, in the present form or in the one from before Bot API 7.0."""
    if "reply_parameters" not in call.values:
        return {
            "message_id": call.integer("reply_to_message_id"),
            "allow_sending_without_reply": call.flag("allow_sending_without_reply"),
        }
    parameters = call.json("reply_parameters", "reply parameters")
    if parameters is None and call.string("reply_parameters") != "null":
        return {}
    if not isinstance(parameters, dict):
        raise bad("object expected as reply parameters")
    if not parameters:
        return {}
    number = parameters.get("message_id")
    if number is None:
        raise bad('can\'t find field "message_id"')
    if isinstance(number, bool) or not isinstance(number, int | str):
        raise bad('field "message_id" must be of type Number')
    try:
        return parameters | {"message_id": int(number)}
    except ValueError:
        raise bad(f'can\'t parse as an integer string "{number}"') from None


def _reply(world: World, wanted: Json, chat_id: int) -> Message | None:
    if wanted.get("message_id", 0) <= 0:
        return None
    found = world.message(chat_id, wanted["message_id"])
    if found is None and not wanted.get("allow_sending_without_reply"):
        raise bad("message to be replied not found")
    return found
