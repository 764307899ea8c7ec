"""The person's own document on paper: A4, large letters, plain black on white, everything as text that can be read out loud.

Its words are the person's own and go to nobody but the person. Drawing takes some hundred milliseconds: call it in a thread.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, datetime, time
from functools import partial
from typing import Any

from fpdf import FPDF
from fpdf.enums import XPos, YPos

from bot.papers.lettering import BOLD, MISSING, REGULAR, printable
from bot.papers.model import Document, Item, Planned, Scanned
from bot.papers.words import Words

MARGIN = 20
"""Millimetres."""

SMALL, NORMAL, HEADING, TITLE = 10, 12, 16, 24
"""Points."""

BAR, TRACK, SOFT = (47, 111, 115), (227, 220, 210), (92, 85, 78)
ALL = "{#all#}"
"""Stands for the number of pages until it is known."""

TOP = 10
"""The highest score."""

logging.getLogger("fontTools").setLevel(logging.WARNING)  # it tells of every table it drops


def document(made: Document, words: Words) -> bytes:
    """The whole document as PDF. An empty one is never asked for: it gets kind words in the chat instead."""
    return bytes(_Paper(made, words).drawn().output())


class _Paper(FPDF):
    """One document being drawn."""

    def __init__(self, made: Document, words: Words) -> None:
        super().__init__(format="A4", unit="mm")
        self.made, self.words, self.replaced = made, words, False
        self.add_font("paper", "", str(REGULAR))
        self.add_font("paper", "B", str(BOLD))
        self.set_margin(MARGIN)
        self.set_auto_page_break(True, margin=MARGIN + 5)
        self.alias_nb_pages(ALL)
        self.set_title(words.title)
        self.set_lang(words.language.split("_")[0])
        self.set_creation_date(datetime.combine(made.made, time(12), UTC))

    def drawn(self) -> _Paper:
        """All of it, in order."""
        self.add_page()
        self._text(self.words.title, TITLE, bold=True)
        if self.made.name:
            self._text(self.words.of.format(name=self.made.name), NORMAL)
        self._text(self.words.made.format(day=self.words.dated(self.made.made)), NORMAL)
        self._text(self.words.for_you, NORMAL, soft=True)
        for heading, items in self.made.sections:
            self._section(heading, [partial(self._item, item, under=heading) for item in items])
        if self.made.scans:
            own = self.words.own_questions
            self._section(self.words.scans, [partial(self._scan, scan) for scan in self.made.scans], told=own)
        if self.made.plans:
            self._section(self.words.plans, [partial(self._plan, plan) for plan in self.made.plans])
        if self.replaced:
            self.ln(4)
            self._text(self.words.unprintable, SMALL, soft=True, ours=True)
        return self

    def footer(self) -> None:
        """The number of the page."""
        self.set_y(-MARGIN)
        self.set_font("paper", "", SMALL)
        self.set_text_color(*SOFT)
        self.cell(0, 6, self.words.page.format(here=self.page_no(), all=ALL), align="R")

    # --- parts

    def _section(self, heading: str, parts: list[Callable[[], None]], told: str = "") -> None:
        """A heading stays with its first part, `told` between them; a part is kept on one page when it fits there."""
        self._together(partial(self._headed, heading, told, parts[0]))
        for part in parts[1:]:
            self._together(part)

    def _headed(self, heading: str, told: str, part: Callable[[], None]) -> None:
        self.ln(6)
        self.start_section(printable(heading))
        self._text(heading, HEADING, bold=True)
        if told:
            self._text(told, SMALL, soft=True)
        part()

    def _together(self, part: Callable[[], None]) -> None:
        with self.offset_rendering() as rehearsal:
            part()
        if rehearsal.page_break_triggered and self.get_y() > MARGIN + 1:
            self.add_page()
        part()

    def _item(self, item: Item, under: str = "") -> None:
        if item.title and item.title.casefold() != under.casefold():
            self._text(item.title, NORMAL, bold=True)
        for label, words in item.lines:
            if label:
                self._text(label, SMALL, soft=True)
            self._text(words, NORMAL)
        self._text(self.words.dated(item.made), SMALL, soft=True)
        self.ln(4)

    def _plan(self, plan: Planned) -> None:
        pairs = (
            (self.words.cue, plan.cue),
            (self.words.action, plan.action),
            (self.words.backup, plan.backup),
            (self.words.outcome, plan.outcome),
        )
        self._item(Item(plan.made, plan.state, tuple((label, words) for label, words in pairs if words)))

    def _scan(self, scan: Scanned) -> None:
        left, width = self.l_margin + self.c_margin, self.epw - 2 * self.c_margin  # under the letters
        self._text(self.words.dated(scan.made), NORMAL, bold=True)
        for _, label, score in scan.floors:
            self._text(f"{label}: {self.words.not_answered if score is None else score}", NORMAL)
            if score is not None:
                self.set_fill_color(*TRACK)
                self.rect(left, self.get_y(), width, 3, "F")
            if score:
                self.set_fill_color(*BAR)
                self.rect(left, self.get_y(), width * score / TOP, 3, "F")
            self.ln(6)
        self.ln(2)

    def _text(self, text: str, size: int, *, bold: bool = False, soft: bool = False, ours: bool = False) -> None:
        shown = printable(text)
        self.replaced = self.replaced or (MISSING in shown and not ours)
        self.set_font("paper", "B" if bold else "", size)
        self.set_text_color(*(SOFT if soft else (0, 0, 0)))
        place: dict[str, Any] = {"new_x": XPos.LMARGIN, "new_y": YPos.NEXT}
        self.multi_cell(0, size * 0.5, shown, align="L", **place)
