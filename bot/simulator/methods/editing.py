"""Methods that change or take back what stands in a chat, and the answer to a pressed button."""

from __future__ import annotations

from bot.simulator.call import Call
from bot.simulator.errors import OLD_QUERY, bad
from bot.simulator.methods.registry import method
from bot.simulator.state import Json, Message
from bot.simulator.text import units
from bot.simulator.world import World

WHICH = "chat_id message_id reply_markup"
LONGEST_ANSWER = 200


@method("editMessageText", f"{WHICH} text parse_mode entities link_preview_options")
def edit_message_text(world: World, call: Call) -> Json:
    """Other words; the keyboard goes unless it is given again."""
    text = call.text()
    keyboard = call.keyboard()
    message = _own(world, call)
    if "text" not in message.body:
        raise bad("there is no text in the message to edit")
    world.change(message, text.body("text", "entities"), keyboard)
    return message.wire()


@method("editMessageCaption", f"{WHICH} caption parse_mode caption_entities show_caption_above_media")
def edit_message_caption(world: World, call: Call) -> Json:
    """Another caption; the keyboard goes unless it is given again."""
    caption = call.caption()
    keyboard = call.keyboard()
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
    place = world.place(call.chat_id())
    if not call.has("message_id"):
        raise bad("message identifier is not specified")
    message = world.message(place.id, call.integer("message_id"))
    if message is None:
        raise bad("message to delete not found")
    if not message.from_bot and message.chat["type"] != "private":
        raise bad("message can't be deleted")
    if world.too_old_to_delete(message):
        raise bad("message can't be deleted for everyone")
    world.remove(message)
    return True


@method("deleteMessages", "chat_id message_ids")
def delete_messages(world: World, call: Call) -> bool:
    """Take up to a hundred messages back; those not found are passed over."""
    place = world.place(call.chat_id())
    numbers = call.json("message_ids", "message identifiers")
    if not numbers:
        raise bad("message identifiers are not specified")
    if not isinstance(numbers, list):
        raise bad("expected an Array of message identifiers")
    if len(numbers) > 100:
        raise bad("too many message identifiers specified")
    found = [message for number in numbers if (message := world.message(place.id, int(number))) is not None]
    if any(world.too_old_to_delete(message) for message in found):
        raise bad("message can't be deleted for everyone")
    for message in found:
        world.remove(message)
    return True


@method("answerCallbackQuery", "callback_query_id text show_alert url cache_time")
def answer_callback_query(world: World, call: Call) -> bool:
    """End the waiting sign on a pressed button, with or without a short word."""
    press = world.presses.get(call.string("callback_query_id"))
    if press is None or press.answered is not None:
        raise bad(OLD_QUERY)
    text = call.string("text")
    if units(text) > LONGEST_ANSWER:
        raise bad("MESSAGE_TOO_LONG")
    press.answered = {"text": text, "show_alert": call.flag("show_alert")}
    world.events.tell("answer", chat=press.person.id, query=press.id, **press.answered)
    return True


def _own(world: World, call: Call) -> Message:
    """The message to edit."""
    if call.has("inline_message_id"):
        raise bad("MESSAGE_ID_INVALID")  # there are no inline messages here
    if not call.has("message_id"):
        if not call.has("chat_id"):
            raise bad("message identifier is not specified")
        call.chat_id()
        raise bad("message identifier is not specified")
    place = world.place(call.chat_id())
    message = world.message(place.id, call.integer("message_id"))
    if message is None:
        raise bad("message to edit not found")
    if not message.from_bot:
        raise bad("message can't be edited")
    return message
