"""The methods the server knows, each declared in one place: its name, its parameters, what it does."""

from __future__ import annotations

import inspect
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from bot.simulator.call import Call
from bot.simulator.errors import METHOD_NOT_FOUND, ApiError
from bot.simulator.world import World

Work = Callable[[World, Call], Any | Awaitable[Any]]
Declared = TypeVar("Declared", bound=Work)


@dataclass(frozen=True)
class Method:
    """A declared method. `parameters` are those the simulator honours; others are accepted and noted as ignored."""

    name: str
    parameters: frozenset[str]
    work: Work


METHODS: dict[str, Method] = {}


def method(name: str, parameters: str = "") -> Callable[[Declared], Declared]:
    """Declare a method with its parameters, separated by spaces."""

    def declare(work: Declared) -> Declared:
        METHODS[name.lower()] = Method(name, frozenset(parameters.split()), work)
        return work

    return declare


async def answer(world: World, call: Call) -> Any:
    """What the method gives. Names are matched without regard to capitals, as Telegram does.

    Raises: ApiError.
    """
    declared = METHODS.get(call.method.lower())
    if declared is None:
        raise ApiError(*METHOD_NOT_FOUND)
    call.method = declared.name
    call.ignored = frozenset(call.values) - declared.parameters
    result = declared.work(world, call)
    return await result if inspect.isawaitable(result) else result


def proper_name(name: str) -> str:
    """A method's name with its capitals; an unknown one as it came."""
    declared = METHODS.get(name.lower())
    return name if declared is None else declared.name


def chat_of(world: World, call: Call) -> int | None:
    """The chat a call is about, as far as it says: also that of the button an answer belongs to."""
    press = world.presses.get(call.string("callback_query_id"))
    if press is not None:
        return press.person.id
    value = call.string("chat_id").strip()
    return int(value) if re.fullmatch(r"-?\d{1,18}", value) else None
