"""Methods that change or take back what stands in a chat, and the answer to a pressed button."""

from __future__ import annotations

import re

from bot.simulator.call import Call
from bot.simulator.errors import CAPTION_TOO_LONG, INLINE_MESSAGE_UNKNOWN, OLD_QUERY, TEXT_TOO_LONG, bad
from bot.simulator.methods.registry import method
from bot.simulator.state import Json, Message
from bot.simulator.text import units
from bot.simulator.world import World

WHICH = "chat_id message_id reply_markup"
LONGEST_ANSWER = 200
MOST_DELETED = 100


@method("editMessageText", f"{WHICH} text parse_mode entities link_preview_options")
def edit_message_text(world: World, call: Call) -> Json:
    """Other words; the keyboard goes unless it is given again."""
    text = call.text(TEXT_TOO_LONG)
    keyboard = call.keyboard()
    message = _own(world, call)
    if "text" not in message.body:
        raise bad("there is no text in the message to edit")
    world.change(message, text.body("text", "entities"), keyboard)
    return message.wire()


@method("editMessageCaption", f"{WHICH} caption parse_mode caption_entities show_caption_above_media")
def edit_message_caption(world: World, call: Call) -> Json:
    """Another caption; the keyboard goes unless it is given again."""
    keyboard = call.keyboard()
    caption = call.caption(CAPTION_TOO_LONG)
    message = _own(world, call)
    if message.kind not in {"photo", "document", "voice"}:
        raise bad("there is no caption in the message to edit")
    body = {name: value for name, value in message.body.items() if not name.startswith("caption")}
    world.change(message, body | caption.body("caption", "caption_entities"), keyboard)
    return message.wire()


@method("editMessageReplyMarkup", WHICH)
def edit_message_reply_markup(world: World, call: Call) -> Json:
    """Another keyboard, or none."""
    keyboard = call.keyboard()
    message = _own(world, call)
    world.change(message, message.body, keyboard)
    return message.wire()


@method("deleteMessage", "chat_id message_id")
def delete_message(world: World, call: Call) -> bool:
    """Take one message back: one's own or, in a private chat, the other's; at most 48 hours old."""
    if not call.string("chat_id"):
        raise bad("chat identifier is not specified")
    number = call.integer("message_id", low=0)
    if not number:
        raise bad("message identifier is not specified")
    place = world.place(call.chat_id())
    message = world.message(place.id, number)
    if message is None:
        raise bad("message to delete not found")
    _must_be_deletable(world, message)
    world.remove(message)
    return True


@method("deleteMessages", "chat_id message_ids")
def delete_messages(world: World, call: Call) -> bool:
    """Take up to a hundred messages back; those not found are passed over."""
    numbers = _numbers(call)
    place = world.place(call.chat_id())
    found = [message for number in numbers if (message := world.message(place.id, number)) is not None]
    for message in found:
        _must_be_deletable(world, message)
    for message in found:
        world.remove(message)
    return True


def _must_be_deletable(world: World, message: Message) -> None:
    if not message.from_bot and message.chat["type"] != "private":
        raise bad("message can't be deleted")
    if world.too_old_to_delete(message):
        raise bad("message can't be deleted for everyone")


def _numbers(call: Call) -> list[int]:
    given = call.json("message_ids", "message_ids")
    if given is None or given == []:
        raise bad("message identifiers are not specified")
    if not isinstance(given, list):
        raise bad("expected an Array of message identifiers")
    if len(given) > MOST_DELETED:
        raise bad("too many message identifiers specified")
    numbers = []
    for each in given:
        if isinstance(each, bool) or not isinstance(each, int | float | str):
            raise bad("message identifier must be a Number")
        if not re.fullmatch(r"-?\d{1,10}", str(each)):
            raise bad("can't parse message identifier as Number")
        if int(each) <= 0:
            raise bad("invalid message identifier specified")
        numbers.append(int(each))
    return numbers


@method("answerCallbackQuery", "callback_query_id text show_alert url cache_time")
def answer_callback_query(world: World, call: Call) -> bool:
    """End the waiting sign on a pressed button, with or without a short word."""
    press = world.presses.get(call.string("callback_query_id"))
    if press is None or press.answered is not None:
        raise bad(OLD_QUERY)
    text = call.string("text")
    if units(text) > LONGEST_ANSWER:
        raise bad(TEXT_TOO_LONG)
    press.answered = {"text": text, "show_alert": call.flag("show_alert")}
    world.events.tell("answer", chat=press.person.id, query=press.id, **press.answered)
    return True


def _own(world: World, call: Call) -> Message:
    """The message to edit."""
    number = call.integer("message_id", low=0)
    if not call.string("chat_id") and not number:
        if not call.string("inline_message_id"):
            raise bad("message identifier is not specified")
        raise bad(INLINE_MESSAGE_UNKNOWN)  # there are no inline messages here
    place = world.place(call.chat_id())
    message = world.message(place.id, number)
    if message is None:
        raise bad("message to edit not found")
    if not message.from_bot:
        raise bad("message can't be edited")
    return message
