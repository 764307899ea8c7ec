"""Draws papers at the moment they are sent: in a thread, outside any transaction, so that nobody waits for somebody's picture.

What is still to be drawn waits in the outbox as plain data, sealed. Where drawing fails, the words of the message go alone:
they carry all that the picture shows.
"""

from __future__ import annotations

import asyncio
import base64
from datetime import date

import structlog

from bot.delivery.courier import Sender
from bot.messages import Address, Message, Outcome, Paper
from bot.papers.words import Words
from bot.services.house import House
from bot.services.turn import phrase

log = structlog.get_logger(__name__)

WORDS = (
    "title", "of", "made", "for_you", "scans", "scan", "scans_over_time", "own_questions", "not_answered", "plans", "cue",
    "action", "backup", "outcome", "page", "unprintable",
)  # fmt: skip
"""The words of papers; they stand in `phrases_document.yaml` as `paper_<name>`."""


class Drawing:
    """A sender that draws what is still to be drawn, and leaves the sending to the channel's own."""

    def __init__(self, house: House, sender: Sender) -> None:
        self._house = house
        self._sender = sender

    async def send(self, address: Address, message: Message) -> Outcome:
        """Draw if need be, and send."""
        part = message.attachment
        if part is not None and part.paper is not None:
            content = await self._drawn(part.paper)
            drawn = None if content is None else part.model_copy(update={"content": content, "paper": None})
            message = message.model_copy(update={"attachment": drawn})
        return await self._sender.send(address, message)

    async def _drawn(self, paper: Paper) -> str | None:
        try:
            content = await asyncio.to_thread(draw, paper, words(self._house, paper.language))
        except Exception as error:  # noqa: BLE001  (whatever it is, the words must still arrive)
            log.error("could_not_draw", error=type(error).__name__)  # noqa: TRY400  (a trace would hold somebody's words)
            return None
        return base64.b64encode(content).decode()


def draw(paper: Paper, known: Words) -> bytes:
    """The paper as PDF or PNG. Loads the libraries for it, which are heavy, only now."""
    from bot.papers import pdf, picture

    if paper.document is not None:
        return pdf.document(paper.document, known)
    return picture.house(paper.scans[0], known) if len(paper.scans) == 1 else picture.over_time(paper.scans, known)


def words(house: House, language: str) -> Words:
    """The words of papers in a language."""
    standing = {name: phrase(house, f"paper_{name}", language, {}).text for name in WORDS}
    return Words(language=language, dated=lambda day: dated(house, language, day), **standing)


def dated(house: House, language: str, day: date) -> str:
    """A day as a person reads it: 24 november 2026."""
    return f"{day.day} {phrase(house, f'month_{day.month}', language, {}).text} {day.year}"
