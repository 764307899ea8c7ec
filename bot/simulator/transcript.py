"""A chat as readable text, for tests and for people who look at them.

`< words [button] [button]` is the bot, `> words` the person; media stand between parentheses, an edited message ends
with `(edited)`. Lines of one message after the first are indented.
"""

from __future__ import annotations

from collections.abc import Iterable

from bot.simulator.state import Message


def transcript(messages: Iterable[Message]) -> str:
    """The chat, a message a line."""
    return "\n".join(line(each) for each in messages)


def line(message: Message) -> str:
    """One message."""
    parts = [part for part in (_content(message), message.text) if part]
    parts += [f"[{label}]" for label in message.labels]
    if message.shows_edited:
        parts.append("(edited)")
    return ("< " if message.from_bot else "> ") + " ".join(parts).replace("\n", "\n  ")


def _content(message: Message) -> str:
    kind, body = message.kind, message.body
    if kind == "text":
        return "(forwarded)" if message.forward_origin else ""
    if kind == "contact":
        return f"(contact {body['contact']['first_name']} {body['contact']['phone_number']})"
    if kind == "document":
        return f"(document {body['document']['file_name']})"
    return f"({kind})"
