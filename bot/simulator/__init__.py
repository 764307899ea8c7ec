"""A local Telegram: a Bot API server and a page with phones. Knows neither the bot nor any Telegram library."""

from bot.simulator.call import Call
from bot.simulator.colleagues import Colleagues, DefaultPolicy, Policy
from bot.simulator.control import DemoControl
from bot.simulator.errors import ApiError, ConnectionCutError
from bot.simulator.faults import Fault, FaultError, Faults
from bot.simulator.ledger import CallEntry, Ledger, UpdateEntry
from bot.simulator.limits import Limits
from bot.simulator.phones import PhoneError
from bot.simulator.server import create_app, serving
from bot.simulator.simulator import TELEGRAM_LIMITS, TOKEN, Interference, Simulator, Watcher
from bot.simulator.state import Group, Message, Person, Press

__all__ = [
    "TELEGRAM_LIMITS",
    "TOKEN",
    "ApiError",
    "Call",
    "CallEntry",
    "Colleagues",
    "ConnectionCutError",
    "DefaultPolicy",
    "DemoControl",
    "Fault",
    "FaultError",
    "Faults",
    "Group",
    "Interference",
    "Ledger",
    "Limits",
    "Message",
    "Person",
    "PhoneError",
    "Policy",
    "Press",
    "Simulator",
    "UpdateEntry",
    "Watcher",
    "create_app",
    "serving",
]
