"""Mijn groeidocument to take along: whole, as a PDF for print and as JSON. `docs/groeidocument.md` describes the JSON."""

from __future__ import annotations

import base64
import json
from typing import Any

from bot.messages import Attachment, Paper
from bot.papers.model import Document, Planned
from bot.services import document, plans
from bot.services.document import SECTIONS, Contents, Note, Scan
from bot.services.plan_times import Plan, State
from bot.services.turn import Turn

STATES: dict[State, str] = {"active": "loopt", "done": "klaar", "stopped": "gestopt"}
"""The states of a plan as the file says them."""


async def as_pdf(turn: Turn) -> bool:
    """The document for print. False, and nothing is sent, when it is empty."""
    made = await whole(turn)
    if made.empty:
        return False
    paper = Attachment(
        kind="document", name="mijn-groeidocument.pdf", paper=Paper(language=turn.language, document=made)
    )
    await turn.say(turn.phrase("document_pdf").model_copy(update={"attachment": paper, "protected": False}))
    return True


async def as_file(turn: Turn) -> bool:
    """The document as JSON, to take along or put elsewhere. False, and nothing is sent, when it is empty."""
    if (await whole(turn)).empty:
        return False
    content = json.dumps(await as_data(turn), ensure_ascii=False, indent=2).encode()
    file = Attachment(kind="document", name="mijn-groeidocument.json", content=base64.b64encode(content).decode())
    await turn.say(turn.phrase("document_file").model_copy(update={"attachment": file, "protected": False}))
    return True


async def whole(turn: Turn) -> Document:
    """All of it as plain data, for paper."""
    contents = await document.read(turn)
    sections = tuple(
        (turn.word(f"document_section_{name}"), tuple(document.item(turn, kept.body) for kept in notes))
        for name in SECTIONS
        if (notes := contents.of(name))
    )
    return Document(
        name=turn.person.profile.name if turn.person else "",
        sections=sections,
        scans=tuple(document.scanned(turn, kept.body) for kept in contents.scans),
        plans=tuple(
            Planned(
                state=turn.word(f"plan_state_{kept.state}"),
                cue=kept.plan.cue,
                action=kept.plan.action,
                backup=kept.plan.backup,
                made=document.day(turn, kept.plan.made),
                outcome=outcome(turn, kept.plan),
            )
            for kept in reversed(await plans.of(turn))
        ),
        made=document.day(turn, turn.now),
    )


def outcome(turn: Turn, plan: Plan) -> str:
    """What came of a plan, in a line; empty when nobody said."""
    if plan.came is None:
        return ""
    how = "" if plan.came.how == "gestopt" and plan.came.words else turn.word(f"plan_came_{plan.came.how}")
    return " ".join(part for part in (how, f"“{plan.came.words}”" if plan.came.words else "") if part)


async def as_data(turn: Turn) -> dict[str, Any]:
    """All of it as it stands in the file: days as ISO dates, words as they were typed."""
    contents = await document.read(turn)
    return {
        **{name: [_note(turn, kept.body) for kept in contents.of(name)] for name in SECTIONS},
        "scans": _scans(turn, contents),
        "plannen": [
            {
                "datum": document.day(turn, kept.plan.made).isoformat(),
                "staat": STATES[kept.state],
                "als": kept.plan.cue,
                "dan": kept.plan.action,
                "te_druk": kept.plan.backup,
                "uitkomst": kept.plan.came.how if kept.plan.came else None,
                "woorden": kept.plan.came.words if kept.plan.came else "",
            }
            for kept in reversed(await plans.of(turn))
        ],
    }


def _note(turn: Turn, note: Note) -> dict[str, Any]:
    return {
        "datum": document.day(turn, note.made).isoformat(),
        "titel": note.title,
        "regels": [{"wat": label, "woorden": words} for label, words in note.lines],
        "gesprek": note.script,
    }


def _scans(turn: Turn, contents: Contents) -> list[dict[str, Any]]:
    def one(scan: Scan) -> dict[str, Any]:
        floors = [{"sleutel": key, "naam": label, "cijfer": score} for key, label, score in scan.floors]
        return {"datum": document.day(turn, scan.made).isoformat(), "verdiepingen": floors}

    return [one(kept.body) for kept in contents.scans]
