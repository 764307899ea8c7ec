"""Logs hold no texts, names, addresses or tokens, whoever writes the line and however."""

from __future__ import annotations

import io
import json
import logging
import warnings
from collections.abc import Iterator
from typing import Any

import pytest
import structlog

from bot import logs

TOKEN = "123456789:AAf-geheim_geheim_geheim_geheim_12"
SECRET = "Ik slaap slecht door mijn leidinggevende"
GLUED = f"went wrong: {SECRET}"
FORGOTTEN = f"Task exception was never retrieved\nfuture: {SECRET}"


@pytest.fixture
def out() -> Iterator[io.StringIO]:
    stream = io.StringIO()
    before = logging.getLogger().level
    logs.configure("DEBUG", "json", stream)
    yield stream
    logging.getLogger().setLevel(before)
    root = logging.getLogger()
    for handler in list(root.handlers):
        if isinstance(handler, logging.StreamHandler) and handler.stream is stream:
            root.removeHandler(handler)
    logging.captureWarnings(False)
    structlog.reset_defaults()


def lines(out: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_listed_keys_stay(out: io.StringIO) -> None:
    """Numbers, codes and our own ids are what logs are for."""
    structlog.get_logger("bot.test").info("message_delivered", row=12, lane=0, reason="too_late", person="0f3a" * 8)
    (line,) = lines(out)
    assert line["event"] == "message_delivered"
    assert (line["row"], line["lane"], line["reason"], line["person"]) == (12, 0, "too_late", "0f3a" * 8)
    assert line["level"] == "info"
    assert line["timestamp"].endswith("Z")


def test_a_text_is_dropped_wherever_it_is_put(out: io.StringIO) -> None:
    """As an unlisted key, as a listed one, as the event, bound, nested or as bytes."""
    log = structlog.get_logger("bot.test")
    log.info("saved", text=SECRET, name="Fatima", chat=12345)
    log.info("saved", reason=SECRET, kind={"text": SECRET}, what=[SECRET], person=SECRET.encode())
    log.info(SECRET)
    log.info(GLUED)
    log.bind(answer=SECRET).warning("saved")
    assert "slaap" not in out.getvalue()
    assert "Fatima" not in out.getvalue()
    assert "12345" not in out.getvalue()
    assert [line["event"] for line in lines(out)] == ["saved", "saved", "event_withheld", "event_withheld", "saved"]
    assert lines(out)[1]["reason"] == "withheld"


def test_an_exception_is_told_without_its_words(out: io.StringIO) -> None:
    """Class, causes and place; neither the text nor the token in its message."""
    log = structlog.get_logger("bot.test")
    try:
        try:
            raise ValueError(SECRET)
        except ValueError as cause:
            raise RuntimeError(f"The token `{TOKEN}` was rejected") from cause
    except RuntimeError as error:
        log.exception("poll_failed", code=f"/bot{TOKEN}/getMe")
        log.error("poll_failed", exc_info=error)
        logging.getLogger("some.library").exception("failed: %s", error)
    assert "geheim" not in out.getvalue()
    assert "slaap" not in out.getvalue()
    assert "rejected" not in out.getvalue()
    for line in lines(out):
        assert line["error"] == "RuntimeError<ValueError"
        assert line["where"].startswith("tests/test_logs.py:")
    assert lines(out)[2]["template"] == "failed: %s"


def test_tokens_are_masked_also_where_prose_is_allowed(out: io.StringIO) -> None:
    """A remedy that quotes an address loses the token in it."""
    structlog.get_logger("bot.test").error(
        "start_failed", remedy=f"https://example.org/bot{TOKEN}/getMe says no to {TOKEN}"
    )
    assert lines(out)[0]["remedy"] == "https://example.org/bot<token>/getMe says no to <token>"


def test_libraries_keep_their_template_only(out: io.StringIO) -> None:
    """httpx's request line, telegram's raw data, asyncio's forgotten exceptions and warnings carry nothing through."""
    logging.getLogger("httpx").info("HTTP Request: %s", f"https://x/bot{TOKEN}/getMe")
    logging.getLogger("telegram.Bot").critical("Received data was %r", SECRET)
    logging.getLogger("asyncio").error(FORGOTTEN)
    logging.getLogger("other").warning(GLUED)
    logging.getLogger("alembic.runtime").warning("Running upgrade %s", SECRET)
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.warn(SECRET, stacklevel=1)
    text = out.getvalue()
    assert "slaap" not in text
    assert "geheim" not in text
    assert [line.get("template") for line in lines(out)] == [
        "Received data was %r",
        "Task exception was never retrieved",
        None,
        "Running upgrade %s",
        None,
    ]


def test_lines_for_people_follow_the_same_rule() -> None:
    """The console form goes through the same list."""
    stream = io.StringIO()
    logs.configure("INFO", "console", stream)
    try:
        structlog.get_logger("bot.test").info("saved", row=7, text=SECRET)
        structlog.get_logger("bot.test").debug("saved", row=8)
    finally:
        for handler in list(logging.getLogger().handlers):
            if isinstance(handler, logging.StreamHandler) and handler.stream is stream:
                logging.getLogger().removeHandler(handler)
        logging.captureWarnings(False)
        structlog.reset_defaults()
    assert "row=7" in stream.getvalue()
    assert "slaap" not in stream.getvalue()
    assert "row=8" not in stream.getvalue()


def test_configuring_twice_does_not_double_lines(out: io.StringIO) -> None:
    """The last one counts."""
    logs.configure("INFO", "json", out)
    structlog.get_logger("bot.test").info("saved")
    assert len(lines(out)) == 1


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        (f"x{TOKEN}y", "x<token>"),
        ("/bot1:x/getMe", "/bot<token>/getMe"),
        ("at 12:30 and 10:15:00", "at 12:30 and 10:15:00"),
    ],
)
def test_masking(text: str, safe: str) -> None:
    """Tokens go, times stay."""
    assert logs.masked(text) == safe
