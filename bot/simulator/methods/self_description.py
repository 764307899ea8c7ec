"""Methods by which the bot describes itself, and asks about a chat."""

from __future__ import annotations

import re

from bot.simulator.call import Call
from bot.simulator.errors import bad
from bot.simulator.methods.registry import method
from bot.simulator.state import Json, Person
from bot.simulator.text import units
from bot.simulator.world import World

_COMMAND = re.compile(r"/?([a-z0-9_]{1,32})")
_LANGUAGE = re.compile(r"[a-z]{2}")
_ABILITIES = {
    "can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": False,
    "supports_guest_queries": False, "can_connect_to_business": False, "has_main_web_app": False,
    "has_topics_enabled": False, "allows_users_to_create_topics": False, "can_manage_bots": False,
    "supports_join_request_queries": False,
}  # fmt: skip
_GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")


@method("getMe")
def get_me(world: World, _: Call) -> Json:
    """Who the bot is."""
    return world.bot.user() | {"first_name": world.named("name")} | _ABILITIES


@method("setMyCommands", "commands scope language_code")
def set_my_commands(world: World, call: Call) -> bool:
    """The command menu, per scope and language."""
    given = call.json("commands", "commands")
    if given is None:
        given = []
    if not isinstance(given, list):
        raise bad("expected an Array of BotCommand")
    if len(given) > 100:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    commands = []
    for each in given:
        if not isinstance(each, dict):
            raise bad("can't parse BotCommand: expected an Object")
        for name in ("command", "description"):
            if not isinstance(each.get(name), str):
                raise bad(f"can't parse BotCommand: Can't find field \"{name}\"")
        command = _COMMAND.fullmatch(each["command"].strip())
        if command is None:
            raise bad("BOT_COMMAND_INVALID")
        description = each["description"].strip()
        if not 1 <= units(description) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
        commands.append({"command": command[1], "description": description})
    key = _scope(call), _language(call)
    world.commands[key] = commands
    if not commands:
        del world.commands[key]
    world.events.tell("commands")
    return True


@method("getMyCommands", "scope language_code")
def get_my_commands(world: World, call: Call) -> list[Json]:
    """The command menu of exactly this scope and language."""
    return world.commands.get((_scope(call), _language(call)), [])


@method("deleteMyCommands", "scope language_code")
def delete_my_commands(world: World, call: Call) -> bool:
    """Away with the command menu."""
    world.commands.pop((_scope(call), _language(call)), None)
    world.events.tell("commands")
    return True


@method("setMyName", "name language_code")
def set_my_name(world: World, call: Call) -> bool:
    """The name above the chat."""
    return _describe(world, call, "name", "name", 64)


@method("getMyName", "language_code")
def get_my_name(world: World, call: Call) -> Json:
    """The name above the chat."""
    return {"name": world.named("name", _language(call))}


@method("setMyDescription", "description language_code")
def set_my_description(world: World, call: Call) -> bool:
    """What an empty chat shows."""
    return _describe(world, call, "description", "description", 512)


@method("getMyDescription", "language_code")
def get_my_description(world: World, call: Call) -> Json:
    """What an empty chat shows."""
    return {"description": world.named("description", _language(call))}


@method("setMyShortDescription", "short_description language_code")
def set_my_short_description(world: World, call: Call) -> bool:
    """What the profile shows."""
    return _describe(world, call, "short_description", "short_description", 120)


@method("getMyShortDescription", "language_code")
def get_my_short_description(world: World, call: Call) -> Json:
    """What the profile shows."""
    return {"short_description": world.named("short_description", _language(call))}


@method("setChatMenuButton", "chat_id menu_button")
def set_chat_menu_button(world: World, call: Call) -> bool:
    """Which button stands left of the input."""
    button = call.json("menu_button", "menu button") or {"type": "default"}
    if not isinstance(button, dict):
        raise bad("object expected as menu button")
    if button.get("type") not in {"default", "commands", "web_app"}:
        raise bad("unsupported menu button type specified")
    world.menu_buttons[call.integer("chat_id", high=2**53)] = {"type": button["type"]}
    return True


@method("getChatMenuButton", "chat_id")
def get_chat_menu_button(world: World, call: Call) -> Json:
    """Which button stands left of the input."""
    general = world.menu_buttons.get(0, {"type": "default"})
    return world.menu_buttons.get(call.integer("chat_id", high=2**53), general)


@method("getChat", "chat_id")
def get_chat(world: World, call: Call) -> Json:
    """All about a chat. A blocked bot may still ask."""
    chat_id = call.chat_id()
    person = world.people.get(chat_id)
    place = person if person is not None and person.started else world.place(chat_id)
    full = place.chat() | {"accent_color_id": place.id % 7, "max_reaction_count": 11}
    full["accepted_gift_types"] = dict.fromkeys(_GIFTS, isinstance(place, Person))
    return full


@method("leaveChat", "chat_id")
def leave_chat(world: World, call: Call) -> bool:
    """Leave a group or channel."""
    place = world.place(call.chat_id())
    if isinstance(place, Person):
        raise bad("chat member status can't be changed in private chats")
    place.bot_inside = False
    old = "administrator" if place.kind == "channel" else "member"
    world.membership(place, None, old, "left")
    return True


def _describe(world: World, call: Call, what: str, field: str, most: int) -> bool:
    value = call.string(field).strip()
    if units(value) > most:
        raise bad(f"{field.replace('_', ' ')} is too long")  # the server's words are not published
    world.profile[what][_language(call)] = value
    world.events.tell("profile")
    return True


def _language(call: Call) -> str:
    language = call.string("language_code").strip()
    if language and not _LANGUAGE.fullmatch(language):
        raise bad("invalid language code specified")
    return language


def _scope(call: Call) -> str:
    scope = call.json("scope", "BotCommandScope")
    if scope is None:
        return "default"
    if not isinstance(scope, dict) or not isinstance(scope.get("type"), str):
        raise bad("can't parse BotCommandScope: Object expected as BotCommandScope")
    kind = scope["type"]
    if kind not in {
        "default", "all_private_chats", "all_group_chats", "all_chat_administrators",
        "chat", "chat_administrators", "chat_member",
    }:  # fmt: skip
        raise bad("can't parse BotCommandScope: Unsupported type specified")
    return f"{kind}:{scope['chat_id']}" if kind.startswith("chat") and "chat_id" in scope else kind
