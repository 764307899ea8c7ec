"""The Bot API's methods, grouped by what they are for; importing the package declares them all."""

from bot.simulator.methods import editing, receiving, self_description, sending
from bot.simulator.methods.registry import METHODS, Method, answer, chat_of, proper_name

__all__ = [
    "METHODS",
    "Method",
    "answer",
    "chat_of",
    "editing",
    "proper_name",
    "receiving",
    "self_description",
    "sending",
]
