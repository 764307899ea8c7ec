"""What these tests stand on: the shipped content, small contents of their own, and the check every turn must pass."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from dialogues.bundle import Bundle
from dialogues.effects import Ended, Say
from dialogues.engine import PHRASES, Turn, World
from dialogues.library import Library
from dialogues.load import load
from dialogues.model import Script
from dialogues.session import Session

NOW = datetime(2026, 11, 23, 21, 30, tzinfo=ZoneInfo("Europe/Amsterdam"))
TELEGRAM_TEXT = 4096
HARMLESS = {"E122", "E124"}
"""Mistakes that make a script silly and leave it runnable; generated scripts may have them."""


@cache
def library() -> Library:
    return load()


def world(
    *,
    plans: int = 0,
    stories: tuple[str, ...] = (),
    offerings: tuple[str, ...] = (),
    asked_after: bool = False,
    name: str = "Vera",
) -> World:
    return World(NOW, library().phrases("nl"), name, plans, stories, offerings, asked_after)


def given(script: str) -> dict[str, object]:
    """Values a shipped script is started with."""
    options = {"a": "Team Noord", "b": "{{ 7*7 }}"}
    every: dict[str, object] = {
        "gezegd": "",
        "plan_id": "",
        "als": "vrijdag na de dagstart",
        "dan": "ik bel Karin",
        "later": "ja",
        "voornaam": "Vera",
        "vragen_id": "v1",
        "groepen": options,
        "gesprekken": options,
        "teams": options,
    }
    gives = library().scripts["nl"][script].gives
    return {name: every.get(name, "") for name in gives}


def bundle(*steps: Mapping[str, Any], gives: Iterable[str] = (), **others: list[Mapping[str, Any]]) -> Bundle:
    """A conversation of these steps; `others` are scripts it calls."""
    root = Script.model_validate({"id": "proef", "title": "Proef", "gives": list(gives), "steps": list(steps)})
    called = {name: Script.model_validate({"id": name, "title": name, "steps": of}) for name, of in others.items()}
    return Bundle("proef", {"nl": {"proef": root, **called}})


def checked(scripts: Iterable[Mapping[str, Any]]) -> Library:
    """Scripts through the checker, as files. Raises `ContentError`."""
    with tempfile.TemporaryDirectory() as directory:
        folder = Path(directory) / "nl" / "conversations"
        folder.mkdir(parents=True)
        for script in scripts:
            (folder / f"{script['id']}.yaml").write_text(json.dumps(script, ensure_ascii=False), encoding="utf-8")
        phrases = {name: library().phrases("nl")[name] for name in PHRASES}
        (folder.parent / "phrases.yaml").write_text(json.dumps({"phrases": phrases}), encoding="utf-8")
        return load((Path(directory),))


def reread(session: Session) -> Session:
    """As storage would give it back."""
    return Session.model_validate_json(session.model_dump_json())


def says(turn: Turn) -> list[Say]:
    return [effect for effect in turn.effects if isinstance(effect, Say)]


def question(turn: Turn) -> Say:
    """The question a turn ended with."""
    found = [say for say in says(turn) if say.prompt is not None]
    assert len(found) == 1, f"one question a turn, not {found}"
    return found[0]


def ids(say: Say) -> list[str]:
    return [option.id for option in say.options]


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def sound(conversation: Bundle, turn: Turn) -> None:
    """What holds after every turn: words in every message, and a question, an end or a wait that can be stored."""
    session = turn.session
    assert reread(session) == session
    for say in says(turn):
        assert say.text.strip(), f"an empty message: {say}"
        assert units(say.text) <= TELEGRAM_TEXT
        assert not any("\ue000" <= char <= "\uf8ff" for char in say.text)
        assert all(offset >= 0 and length > 0 and offset + length <= units(say.text) for offset, length in say.bold)
        assert all(option.label.strip() and len(option.label) <= 64 for option in say.options)
        assert len(set(ids(say))) == len(say.options)
    asked = [say for say in says(turn) if say.prompt is not None]
    assert len(asked) <= 1
    if session.over:
        assert not asked
        assert not turn.effects or isinstance(turn.effects[-1], Ended)
        return
    assert not any(isinstance(effect, Ended) for effect in turn.effects)
    assert all(say.prompt == session.prompt for say in asked)
    frame = session.frames[-1]
    assert conversation.script(frame.script, "nl").asks[frame.step] is not None, "the session waits at a question"
