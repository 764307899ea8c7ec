"""Formatted text as a bot may write it — HTML, Markdown, MarkdownV2 — taken apart into plain text and entities.

Follows what https://github.com/tdlib/td does (td/telegram/MessageEntity.cpp: parse_html, parse_markdown,
parse_markdown_v2), words of refusal and their byte offsets included.
"""

from __future__ import annotations

from bot.simulator.errors import bad
from bot.simulator.markup.html import Html
from bot.simulator.markup.markdown import Markdown, MarkdownV2
from bot.simulator.markup.reader import Entity, Reader

__all__ = ["Entity", "parsed"]

_READERS: dict[str, type[Reader]] = {"html": Html, "markdown": Markdown, "markdownv2": MarkdownV2}


def parsed(source: str, mode: str) -> tuple[str, list[Entity]]:
    """Plain text and entities.

    Raises: ApiError 400 for an unknown mode or broken markup.
    """
    reader = _READERS.get(mode.lower())
    if reader is None:
        raise bad("unsupported parse_mode")
    return reader(source).read()
