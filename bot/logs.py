"""How it is logged: one line an event, holding only what is on the list below. Texts, names, addresses and tokens
cannot get through: what is not listed is dropped, and what is listed must look like a number, a code or an id.

    log = structlog.get_logger()
    log.info("message_delivered", row=12, lane=0, milliseconds=31)

An exception is told by its class and where it happened, never by its words: those may quote what somebody wrote.
Only `remedy`, sentences of our own for the administrator, may be prose; tokens in it are masked all the same.
Lines of libraries keep their template, not what was filled in.
"""

from __future__ import annotations

import logging
import re
import sys
import traceback
from collections.abc import MutableMapping
from typing import Any, Literal, TextIO

import structlog

ALLOWED = frozenset(
    {
        # the line itself
        *("event", "level", "timestamp", "logger", "error", "where", "remedy", "template"),
        # which: ids of our own making, never Telegram's
        *("row", "update", "person", "team", "invitation", "session", "intention", "checkin", "broadcast", "story"),
        *("nudge", "offering", "share", "script", "version", "step", "actor", "key_id"),
        # what kind: codes
        *(
            "kind",
            "form",
            "lane",
            "stage",
            "state",
            "status",
            "reason",
            "outcome",
            "role",
            "act",
            "what",
            "code",
            "method",
        ),
        *("language", "format", "migration", "whole_bot", "maybe_arrived", "ok"),
        # how much
        *("count", "sent", "dropped", "waiting", "attempts", "seconds", "milliseconds", "rate", "audience", "released"),
        *("statements", "bytes", "limit", "days", "line", "column"),
        # where it runs
        *("host", "port", "pid", "path", "due_at", "release"),
    }
)
_EVENT = re.compile(r"[a-z][a-z0-9_]{0,79}")
_CODE = re.compile(r"[\w.:/@+\-<>]{0,120}")
_TOKEN = re.compile(r"\d{3,}:[A-Za-z0-9_-]{8,}")
_IN_PATH = re.compile(r"/bot[^/\s]+(?=/|\s|$)")
_OWN_PLAIN = frozenset({"uvicorn", "alembic", "apscheduler"})
"""Libraries whose lines without placeholders are about themselves only."""
_QUIET = (
    "httpx",
    "httpcore",
    "telegram",
    "apscheduler",
    "aiosqlite",
    "multipart",
    "uvicorn.access",
    "asyncio",
    "alembic",
)

Event = MutableMapping[str, Any]


def masked(text: str) -> str:
    """The text with everything that looks like a bot token hidden."""
    return _IN_PATH.sub("/bot<token>", _TOKEN.sub("<token>", text))


def only_allowed(_logger: object, _method: str, event: Event) -> Event:
    """Drop every key that is not listed, and every value that could be somebody's words."""
    name = event.get("event")
    safe: Event = {"event": name if isinstance(name, str) and _EVENT.fullmatch(name) else "event_withheld"}
    for key, value in event.items():
        if key in ALLOWED and key != "event":
            safe[key] = _plain(key, value)
        elif key.startswith("_"):  # structlog's own, removed before rendering
            safe[key] = value
    return safe


def without_words(_logger: object, _method: str, event: Event) -> Event:
    """An exception becomes its class and the places it passed through, causes included."""
    info = event.pop("exc_info", None)
    event.pop("stack_info", None)
    error = sys.exc_info()[1] if info is True else info[1] if isinstance(info, tuple) else info
    if isinstance(error, BaseException):
        chain, links = [], 0
        cause: BaseException | None = error
        while cause is not None and links < 5:
            chain.append(type(cause).__name__)
            cause, links = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__), links + 1
        event["error"] = "<".join(chain)
        frames = traceback.extract_tb(error.__traceback__)[-4:]
        event["where"] = "<".join(f"{_short(frame.filename)}:{frame.lineno}" for frame in reversed(frames))
    return event


def configure(level: str = "INFO", form: Literal["console", "json"] = "console", stream: TextIO | None = None) -> None:
    """Set logging up for the whole process, libraries included. Calling it again replaces what was set."""
    shared: list[structlog.typing.Processor] = [
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    ending: list[structlog.typing.Processor] = [without_words, only_allowed]
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    out = stream or sys.stderr
    last: structlog.typing.Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if form == "json"
        else structlog.dev.ConsoleRenderer(colors=out.isatty())
    )
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[_of_a_library, *shared],
        processors=[*ending, structlog.stdlib.ProcessorFormatter.remove_processors_meta, last],
        pass_foreign_args=True,
    )
    handler = logging.StreamHandler(out)
    handler.setFormatter(formatter)
    root = logging.getLogger()
    for old in list(root.handlers):
        if isinstance(old.formatter, structlog.stdlib.ProcessorFormatter):
            root.removeHandler(old)
    root.addHandler(handler)
    root.setLevel(level)
    for name in _QUIET:
        logging.getLogger(name).setLevel(max(logging.WARNING, root.level))
    logging.captureWarnings(True)


def _of_a_library(_logger: object, _method: str, event: Event) -> Event:
    """A library's line: its template when it has one, its words only when they are surely its own."""
    record: logging.LogRecord | None = event.get("_record")
    event["event"] = "library"
    arguments = event.pop("positional_args", ())
    if record is not None:
        text = record.msg if isinstance(record.msg, str) else ""
        if arguments or record.name.split(".", 1)[0] in _OWN_PLAIN:
            event["template"] = text.splitlines()[0][:200] if text else ""
        elif record.name == "asyncio":
            event["template"] = text.splitlines()[0][:80] if text else ""
    return event


def _plain(key: str, value: object) -> object:
    if isinstance(value, bool | int | float) or value is None:
        return value
    text = str(value) if not isinstance(value, str) else value
    if key in ("remedy", "template"):
        return masked(text)[:500]
    if key == "path":
        return masked(text)[:300]
    text = masked(text)
    return text if _CODE.fullmatch(text) else "withheld"


def _short(filename: str) -> str:
    return "/".join(filename.replace("\\", "/").rsplit("/", 2)[-2:])
