"""`aanzet doctor`: what is set, reachable and missing. It looks and changes nothing; no secret is shown."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import tempfile
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, date, datetime
from importlib import metadata
from pathlib import Path
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

from bot.clock import SystemClock
from bot.commands.authors import library
from bot.settings import Settings, SettingsError
from bot.telegram.connect import check, connect
from bot.telegram.errors import EdgeError
from bot.web.server import listener
from dialogues.issue import ContentError
from storage.errors import StorageError
from storage.files import DATABASE, KEYS, prepare
from storage.schema import REVISIONS

LITTLE_BYTES, TOO_LITTLE_BYTES = 500_000_000, 20_000_000
CONTACTS_DAYS = 180
"""Numbers to call that nobody looked up for so long may be wrong."""

State = Literal["well", "look", "wrong"]
MARKS: dict[State, str] = {"well": "ok  ", "look": "look", "wrong": "BAD "}


class Finding(NamedTuple):
    """One thing that was looked at. `look`: works, and asks for attention; `wrong`: `aanzet run` cannot do with it."""

    state: State
    what: str
    told: str


def examine(load: Callable[[], Settings], say: Callable[[str], None]) -> bool:
    """Look at everything and tell it; True when the bot can run."""
    wrong = False
    for finding in findings(load):
        say(f"{MARKS[finding.state]} {finding.what}: {finding.told}")
        wrong = wrong or finding.state == "wrong"
    say("Not ready: mend what is BAD." if wrong else "Ready: `aanzet run`.")
    return not wrong


def findings(load: Callable[[], Settings]) -> Iterator[Finding]:
    """Everything there is to know, what matters most first."""
    yield Finding("well", "program", f"Aanzet {metadata.version('aanzet')}, database revision {REVISIONS[-1]}")
    try:
        settings = load()
    except SettingsError as error:
        for line in str(error).splitlines():
            yield Finding("wrong", "settings", line)
        yield from _time_zones("Europe/Amsterdam")
        yield from _content(None)
        return
    yield from _telegram(settings)
    yield from _files_and_key(settings)
    yield from _room(settings.data_dir)
    yield from _page(settings)
    yield from _time_zones(settings.time_zone)
    yield from _content(settings.content)
    if not settings.organisation:
        yield Finding("look", "organisation", "AANZET_ORGANISATION is empty: people see no name of an organisation")


def _telegram(settings: Settings) -> Iterator[Finding]:
    try:
        token = settings.token()
    except SettingsError as error:
        yield Finding("wrong", "token", str(error))
        return
    try:
        username = asyncio.run(_username(token, settings.telegram_api_url))
    except EdgeError as error:
        yield Finding("wrong", "telegram", str(error))
    else:
        yield Finding("well", "telegram", f"{settings.telegram_api_url} knows the token as @{username}")


async def _username(token: str, url: str) -> str:
    bot = connect(token, url)
    try:
        await check(bot, url, attempts=1)
        return bot.username
    finally:
        await bot.shutdown()


def _files_and_key(settings: Settings) -> Iterator[Finding]:
    data = settings.data_dir
    yield _writable(data)
    try:
        key = settings.key()
    except SettingsError as error:
        yield Finding("wrong", "master key", str(error))
        return
    yield from _kept_apart(settings)
    if not (data / DATABASE).exists() and not (data / KEYS).exists():
        yield Finding("well", "master key", "set; there are no data yet, `aanzet run` makes them")
        return
    try:
        prepare(data, key, beside=True)
    except StorageError as error:
        yield Finding("wrong", "data", str(error))
    else:
        yield Finding("well", "data", f"{data / DATABASE} is at revision {REVISIONS[-1]}, and the master key fits")


def _kept_apart(settings: Settings) -> Iterator[Finding]:
    """Whether somebody who takes the data takes the key along, or others on this machine can read it."""
    file = settings.master_key_file or (Path(".env") if Path(".env").is_file() else None)
    if file is None:
        return
    if file.resolve().is_relative_to(settings.data_dir.resolve()):
        yield Finding("look", "master key", f"{file} is inside the data directory: keep it elsewhere, its backups too")
    with suppress(OSError):
        if file.stat().st_mode & 0o007:
            yield Finding("look", "master key", f"everybody on this machine can read {file}: chmod o-rwx {file}")


def _writable(data: Path) -> Finding:
    """Tried where the directory is there; for one that is still to be made, its nearest parent is asked."""
    place = next((path for path in (data, *data.absolute().parents) if path.exists()), data)
    try:
        if place != data:
            if not place.is_dir() or not os.access(place, os.W_OK | os.X_OK):
                raise PermissionError(13, "no write access")
        else:
            with tempfile.TemporaryFile(dir=data) as file:
                file.write(b"aanzet")
                file.flush()
                os.fsync(file.fileno())
    except OSError as error:
        told = f"{place} cannot be written ({error.strerror}): give this user write access, or change AANZET_DATA_DIR"
        return Finding("wrong", "data directory", told)
    return Finding("well", "data directory", f"{data} " + ("can be written" if place == data else "can be made"))


def _room(data: Path) -> Iterator[Finding]:
    place = next((path for path in (data, *data.absolute().parents) if path.exists()), Path("/"))
    free = shutil.disk_usage(place).free
    state: State = "wrong" if free < TOO_LITTLE_BYTES else "look" if free < LITTLE_BYTES else "well"
    yield Finding(state, "disk", f"{free / 1e9:.1f} GB free" + ("" if state == "well" else ": make room"))


def _page(settings: Settings) -> Iterator[Finding]:
    where = f"{settings.host}:{settings.port}"
    try:
        listener(settings.host, settings.port).close()
    except OSError as error:
        answer = _health(settings)
        if answer is None:
            way_out = "stop what uses it, or change AANZET_HOST or AANZET_PORT"
            yield Finding("wrong", "health page", f"cannot listen on {where} ({error.strerror}): {way_out}")
        elif answer.get("status") == "ok":
            yield Finding("well", "health page", f"`aanzet run` is working on {where}")
        else:
            told = ", ".join(name for name in ("telegram", "store") if not answer.get(name))
            yield Finding("look", "health page", f"`aanzet run` is running on {where} and misses: {told}")
    else:
        yield Finding("well", "health page", f"{where} is free; `aanzet run` is not running here")


def _health(settings: Settings) -> dict[str, object] | None:
    host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(settings.host, settings.host)  # noqa: S104 - compared, not bound
    without_proxy = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with without_proxy.open(f"http://{host}:{settings.port}/health", timeout=3) as answer:
            body = answer.read(10_000)
    except urllib.error.HTTPError as error:
        with error:
            body = error.read(10_000)
    except (OSError, ValueError):
        return None
    try:
        told = json.loads(body)
    except ValueError:
        return None
    return told if isinstance(told, dict) and {"status", "telegram", "store"} <= told.keys() else None


def _time_zones(name: str) -> Iterator[Finding]:
    """Both sides of a clock change, so that an empty or truncated zone file is noticed."""
    summer, winter = datetime(2026, 7, 1, 12, tzinfo=UTC), datetime(2026, 12, 1, 12, tzinfo=UTC)
    try:
        here, reference = ZoneInfo(name), ZoneInfo("Europe/Amsterdam")
        right = summer.astimezone(reference).hour == 14 and winter.astimezone(reference).hour == 13
    except (KeyError, ValueError, OSError):
        right, here = False, None
    if not right or here is None:
        yield Finding("wrong", "time zones", "the tzdata package is missing or damaged: install Aanzet again")
        return
    now = SystemClock().now()
    yield Finding("well", "time zones", f"it is {now.astimezone(here):%Y-%m-%d %H:%M} in {name}; is that so?")


def _content(own: Path | None) -> Iterator[Finding]:
    try:
        found = library(own)
    except ContentError as error:
        yield Finding("wrong", "content", f"{len(error.issues)} mistakes; `aanzet check` shows them")
        return
    yield Finding("well", "content", f"{len(found.scripts['nl'])} conversations, no mistakes")
    try:
        age = (SystemClock().now().date() - date.fromisoformat(found.contacts_checked)).days
    except ValueError:
        yield Finding(
            "look", "contacts", "contacts.yaml does not say when its numbers were looked up: fill in `checked`"
        )
        return
    told = f"{len(found.contacts)} numbers and addresses, looked up on {found.contacts_checked}"
    if age > CONTACTS_DAYS:
        yield Finding("look", "contacts", f"{told}, {age} days ago: look them up again")
    else:
        yield Finding("well", "contacts", told)
