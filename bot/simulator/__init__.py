"""A local Telegram: a Bot API server and a page with phones. Knows neither the bot nor any Telegram library."""

from bot.simulator.call import Call
from bot.simulator.colleagues import Colleagues, DefaultPolicy, Policy
from bot.simulator.control import DemoControl
from bot.simulator.errors import ApiError
from bot.simulator.limits import Limits
from bot.simulator.phones import PhoneError
from bot.simulator.server import create_app, serving
from bot.simulator.simulator import TELEGRAM_LIMITS, TOKEN, ConnectionCutError, Interference, Simulator
from bot.simulator.state import Group, Message, Person, Press

__all__ = [
    "TELEGRAM_LIMITS",
    "TOKEN",
    "ApiError",
    "Call",
    "Colleagues",
    "ConnectionCutError",
    "DefaultPolicy",
    "DemoControl",
    "Group",
    "Interference",
    "Limits",
    "Message",
    "Person",
    "PhoneError",
    "Policy",
    "Press",
    "Simulator",
    "create_app",
    "serving",
]
