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
MOST_COMMANDS = 100
LONGEST = {"name": 64, "description": 512, "short_description": 120}
LONGEST_COMMAND_DESCRIPTION = 256
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
    commands = _commands(call)
    key = _scope(world, call), _language(call)
    if len(commands) > MOST_COMMANDS:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    kept = []
    for each in commands:
        command = _COMMAND.fullmatch(each["command"].strip())
        if command is None:
            raise bad("BOT_COMMAND_INVALID")
        description = each["description"].strip()
        if not 1 <= units(description) <= LONGEST_COMMAND_DESCRIPTION:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
        kept.append({"command": command[1], "description": description})
    world.commands[key] = kept
    if not kept:
        del world.commands[key]
    world.events.tell("commands")
    return True


def _commands(call: Call) -> list[Json]:
    given = call.json("commands", "commands")
    if given is None and not call.has("commands"):
        return []
    if not isinstance(given, list):
        raise bad("expected an Array of BotCommand")
    for each in given:
        if not isinstance(each, dict):
            raise bad("can't parse BotCommand: expected an Object")
        for name in ("command", "description"):
            if each.get(name) is None:
                raise bad(f"can't parse BotCommand: Can't find field \"{name}\"")
            if not isinstance(each[name], str):
                raise bad(f'can\'t parse BotCommand: Field "{name}" must be of type String')
    return given


@method("getMyCommands", "scope language_code")
def get_my_commands(world: World, call: Call) -> list[Json]:
    """The command menu of exactly this scope and language."""
    return world.commands.get((_scope(world, call), _language(call)), [])


@method("deleteMyCommands", "scope language_code")
def delete_my_commands(world: World, call: Call) -> bool:
    """Away with the command menu."""
    world.commands.pop((_scope(world, call), _language(call)), None)
    world.events.tell("commands")
    return True


@method("setMyName", "name language_code")
def set_my_name(world: World, call: Call) -> bool:
    """The name above the chat."""
    return _describe(world, call, "name")


@method("getMyName", "language_code")
def get_my_name(world: World, call: Call) -> Json:
    """The name above the chat."""
    return {"name": world.named("name", _language(call))}


@method("setMyDescription", "description language_code")
def set_my_description(world: World, call: Call) -> bool:
    """What an empty chat shows."""
    return _describe(world, call, "description")


@method("getMyDescription", "language_code")
def get_my_description(world: World, call: Call) -> Json:
    """What an empty chat shows."""
    return {"description": world.named("description", _language(call))}


@method("setMyShortDescription", "short_description language_code")
def set_my_short_description(world: World, call: Call) -> bool:
    """What the profile shows."""
    return _describe(world, call, "short_description")


@method("getMyShortDescription", "language_code")
def get_my_short_description(world: World, call: Call) -> Json:
    """What the profile shows."""
    return {"short_description": world.named("short_description", _language(call))}


@method("setChatMenuButton", "chat_id menu_button")
def set_chat_menu_button(world: World, call: Call) -> bool:
    """Which button stands left of the input."""
    button = _menu_button(call)
    world.menu_buttons[_user(world, call)] = button
    return True


@method("getChatMenuButton", "chat_id")
def get_chat_menu_button(world: World, call: Call) -> Json:
    """Which button stands left of the input."""
    general = world.menu_buttons.get(0, {"type": "default"})
    return world.menu_buttons.get(_user(world, call), general)


def _menu_button(call: Call) -> Json:
    button = call.json("menu_button", "menu button")
    if button is None and not call.has("menu_button"):
        return {"type": "default"}
    wrong = "can't parse menu button: "
    if not isinstance(button, dict):
        raise bad(f"{wrong}MenuButton must be an Object")
    kind = button.get("type")
    if kind is None:
        raise bad(f'{wrong}Can\'t find field "type"')
    if kind not in {"default", "commands", "web_app"}:
        raise bad(f"{wrong}MenuButton has unsupported type")
    if kind != "web_app":
        return {"type": kind}
    for name in ("text", "web_app"):
        if button.get(name) is None:
            raise bad(f'{wrong}Can\'t find field "{name}"')
    if not isinstance(button["web_app"], dict):
        raise bad(f'{wrong}Field "web_app" must be of type Object')
    if not isinstance(button["web_app"].get("url"), str):
        raise bad(f'{wrong}Can\'t find field "url"')
    return {"type": kind, "text": button["text"], "web_app": {"url": button["web_app"]["url"]}}


def _user(world: World, call: Call) -> int:
    """The person meant; 0 for everybody."""
    if not call.has("chat_id"):
        return 0
    number = call.integer("chat_id", high=2**53)
    if number <= 0:
        raise bad("invalid chat_id specified")
    person = world.people.get(number)
    if person is None or not person.started:
        raise bad("user not found")
    return number


@method("getChat", "chat_id")
def get_chat(world: World, call: Call) -> Json:
    """All about a chat. A blocked bot may still ask."""
    place = world.seen_place(call.chat_id())
    full = place.chat() | {"accent_color_id": place.id % 7, "max_reaction_count": 11}
    full["accepted_gift_types"] = dict.fromkeys(_GIFTS, isinstance(place, Person))
    return full


@method("leaveChat", "chat_id")
def leave_chat(world: World, call: Call) -> bool:
    """Leave a group or channel."""
    place = world.seen_place(call.chat_id())
    if isinstance(place, Person):
        raise bad("chat member status can't be changed in private chats")
    if place.bot_inside:
        place.bot_inside = False
        old = "administrator" if place.kind == "channel" else "member"
        world.membership(place, None, old, "left")
    return True


def _describe(world: World, call: Call, what: str) -> bool:
    value = call.string(what).strip()
    if units(value) > LONGEST[what]:
        raise bad(f"{what.replace('_', ' ')} is too long")
    world.profile[what][_language(call)] = value
    world.events.tell("profile")
    return True


def _language(call: Call) -> str:
    language = call.string("language_code").strip()
    if language and not _LANGUAGE.fullmatch(language):
        raise bad("invalid language code specified")
    return language


def _scope(world: World, call: Call) -> str:
    scope = call.json("scope", "BotCommandScope")
    if scope is None and not call.has("scope"):
        return "default"
    wrong = "can't parse BotCommandScope: "
    if not isinstance(scope, dict):
        raise bad(f"{wrong}BotCommandScope must be an Object")
    kind = scope.get("type")
    if kind is None:
        raise bad(f'{wrong}Can\'t find field "type"')
    if kind in {"default", "all_private_chats", "all_group_chats", "all_chat_administrators"}:
        return str(kind)
    if kind not in {"chat", "chat_administrators", "chat_member"}:
        raise bad(f"{wrong}Unsupported type specified")
    if scope.get("chat_id") is None:
        raise bad(f'{wrong}Can\'t find field "chat_id"')
    if scope["chat_id"] == "":
        raise bad(f"{wrong}Empty chat_id specified")
    place = world.seen_place(Call(call.method, scope).chat_id())
    return f"{kind}:{place.id}" + (f":{scope.get('user_id')}" if kind == "chat_member" else "")
