"""What a talk puts into the person's own document. For now it is said back in the chat, where the person can keep it."""

from __future__ import annotations

from bot.messages import Message
from bot.services.turn import Turn
from dialogues.effects import KeepNote, KeepScan


async def keep_note(turn: Turn, note: KeepNote, _script: str) -> None:
    """The answers of a talk, with the words before each."""
    lines = [note.title] if note.title else []
    await turn.say(Message(text="\n".join([*lines, *(f"{label}: {words}" for label, words in note.lines)])))


async def keep_scan(turn: Turn, scan: KeepScan) -> None:
    """The scores of a scan, floor by floor."""
    await turn.say(
        Message(text="\n".join(f"{name}: {'–' if score is None else score}" for _, name, score in scan.floors))
    )
