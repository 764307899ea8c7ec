"""What an administrator sets: environment variables or a `.env` file, checked before anything starts.

`.env.example` shows them all. An error never repeats a value: it could be a secret.
"""

from __future__ import annotations

import base64
import binascii
import difflib
import os
import re
import secrets
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from dotenv import dotenv_values
from pydantic import AliasChoices, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.delivery.pacing import Limits

PREFIX = "AANZET_"
UNPREFIXED = ("TELEGRAM_BOT_TOKEN", "TELEGRAM_API_URL")
KEY_BYTES = 32
MAKE_A_KEY = "make one with `openssl rand -base64 32` and keep it outside the data directory and its backups"

_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")
_URL = re.compile(r"https?://[^\s/?#]+[^\s?#]*")


class SettingsError(Exception):
    """Something an administrator set is missing or wrong; one line each, with the way out."""


class Settings(BaseSettings):
    """All settings. Read them with `load`, which turns what is wrong into `SettingsError`."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_ignore_empty=True, extra="ignore", frozen=True, hide_input_in_errors=True
    )

    telegram_bot_token: Annotated[
        SecretStr | None,
        Field(validation_alias=AliasChoices("TELEGRAM_BOT_TOKEN"), description="The token @BotFather gave"),
    ] = None
    telegram_api_url: Annotated[
        str,
        Field(
            validation_alias=AliasChoices("TELEGRAM_API_URL"),
            description="The Bot API server: Telegram's, a self-hosted one, or the local one of the demo",
        ),
    ] = "https://api.telegram.org"
    data_dir: Annotated[Path, Field(description="Where the databases live")] = Path("data")
    master_key: Annotated[SecretStr | None, Field(description="32 random bytes in base64")] = None
    master_key_file: Annotated[Path | None, Field(description="A file with the master key, instead")] = None
    organisation: Annotated[str, Field(max_length=100, description="The organisation's name, as people see it")] = ""
    campaign: Annotated[str, Field(min_length=1, max_length=60, description="The bot's name, as people see it")] = (
        "Aanzet"
    )
    minimum_group: Annotated[int, Field(ge=5, le=1000, description="No figures on fewer people; never under 5")] = 10
    sector: Annotated[
        Literal["", "zorg", "winkel", "industrie", "kantoor", "groen"],
        Field(description="The kind of work most people do, unless they say otherwise"),
    ] = ""
    time_zone: Annotated[str, Field(description="Where people are, unless they say otherwise")] = "Europe/Amsterdam"
    host: Annotated[str, Field(min_length=1, description="Address the health page listens on")] = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535, description="Port of the health page")] = 8080
    log_level: Annotated[
        Literal["DEBUG", "INFO", "WARNING", "ERROR"], Field(description="How much is logged; never texts or names")
    ] = "INFO"
    log_format: Annotated[Literal["console", "json"], Field(description="Lines for people or for programs")] = "console"
    messages_per_second: Annotated[float, Field(ge=1, le=1000, description="Telegram's limit for the bot")] = 30.0
    chat_seconds: Annotated[float, Field(ge=0, le=60, description="Seconds between messages to one person")] = 1.0
    group_seconds: Annotated[float, Field(ge=0, le=60, description="Seconds between messages to one group")] = 3.0
    burst_seconds: Annotated[
        float, Field(ge=0, le=10, description="How long to wait for more, before texts typed in a row are answered")
    ] = 0.6
    examples: Annotated[
        Literal["0", "1"], Field(description="Whether the example offerings that come along are named: 1 or 0")
    ] = "1"
    content: Annotated[Path | None, Field(description="Folder with the organisation's own scripts and contacts")] = None

    @field_validator("telegram_bot_token")
    @classmethod
    def _token_form(cls, token: SecretStr | None) -> SecretStr | None:
        if token is not None and not _TOKEN.fullmatch(token.get_secret_value()):
            raise ValueError("is not a bot token; @BotFather gives one, like 123456789:AbC-dEf")
        return token

    @field_validator("telegram_api_url")
    @classmethod
    def _plain_url(cls, url: str) -> str:
        if not _URL.fullmatch(url):
            raise ValueError("must be an address like https://api.telegram.org, without a token or a question mark")
        return url.rstrip("/")

    @field_validator("time_zone")
    @classmethod
    def _known_zone(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (KeyError, ValueError, OSError):
            raise ValueError("is not a time zone; use a name like Europe/Amsterdam") from None
        return name

    @field_validator("log_level", "log_format", mode="before")
    @classmethod
    def _any_case(cls, value: object, info: object) -> object:
        if isinstance(value, str):
            return value.lower() if getattr(info, "field_name", "") == "log_format" else value.upper()
        return value

    @property
    def zone(self) -> ZoneInfo:
        """The default time zone."""
        return ZoneInfo(self.time_zone)

    @property
    def limits(self) -> Limits:
        """What the channel allows."""
        return Limits(self.messages_per_second, self.chat_seconds, self.group_seconds)

    def token(self) -> str:
        """The bot's token.

        Raises: SettingsError when there is none.
        """
        if self.telegram_bot_token is None:
            raise SettingsError(
                "TELEGRAM_BOT_TOKEN is not set. Make a bot with @BotFather in Telegram and put its token in .env;"
                " `aanzet demo` needs none."
            )
        return self.telegram_bot_token.get_secret_value()

    def key(self) -> bytes:
        """The master key: 32 bytes.

        Raises: SettingsError when there is none, when it is given twice, or is not 32 bytes of base64.
        """
        if self.master_key is not None and self.master_key_file is not None:
            raise SettingsError("AANZET_MASTER_KEY and AANZET_MASTER_KEY_FILE are both set: keep one of them.")
        if self.master_key is not None:
            return _decoded(self.master_key.get_secret_value(), "AANZET_MASTER_KEY")
        if self.master_key_file is not None:
            return _decoded(_read(self.master_key_file), "the file of AANZET_MASTER_KEY_FILE")
        raise SettingsError(
            f"AANZET_MASTER_KEY is not set: {MAKE_A_KEY}. Without it nothing that was kept can be read."
        )


def load(env_file: Path | None = Path(".env")) -> Settings:
    """Read the environment and, below it, `env_file` when it exists.

    Raises: SettingsError, one line for everything that is wrong; also for a name in `env_file` that is no setting.
    """
    wrong = _unknown_names(env_file) if env_file is not None and env_file.is_file() else []
    try:
        settings = Settings(_env_file=env_file, _env_file_encoding="utf-8")
    except ValidationError as error:
        wrong += [_line(problem["loc"], problem["type"], problem["msg"]) for problem in error.errors()]
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"{env_file} cannot be read ({type(error).__name__}): make it a readable text file."
        ) from None
    else:
        if not wrong:
            return settings
    raise SettingsError("\n".join(wrong)) from None


def demo_key(data_dir: Path) -> bytes:
    """The master key of a demo, made at first use and kept next to its data. Never for real data.

    Raises: SettingsError when it cannot be read or written.
    """
    path = data_dir / "demo.key"
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
            file.write(base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode())
    except FileExistsError:
        pass
    except OSError as error:
        raise SettingsError(f"{path} cannot be written ({type(error).__name__}): choose another --data.") from None
    return _decoded(_read(path), str(path))


def names() -> dict[str, object]:
    """Every setting's name in the environment, with its default."""
    return {_env_name(field): info.default for field, info in Settings.model_fields.items()}


def _env_name(field: str) -> str:
    upper = field.upper()
    return upper if upper in UNPREFIXED else PREFIX + upper


def _line(where: tuple[int | str, ...], kind: str, text: str) -> str:
    name = str(where[0]) if where else "setting"
    name = name if name.isupper() else _env_name(name)
    text = text.removeprefix("Value error, ").removeprefix("Input ")
    text = text if kind == "value_error" else text.split(", unable", maxsplit=1)[0]
    return f"{name} {text}. Change it in .env or in the environment."


def _unknown_names(env_file: Path) -> list[str]:
    known = [*names()]
    lines = []
    try:
        given = dotenv_values(env_file, encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return []  # reading it for real says so
    for name in given:
        if name.upper() not in known and name.upper().startswith((PREFIX, "TELEGRAM_")):
            near = difflib.get_close_matches(name.upper(), known, n=1)
            hint = f"did you mean {near[0]}?" if near else "remove it; .env.example shows them all."
            lines.append(f"{name} in {env_file} is not a setting: {hint}")
    return lines


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"{path} cannot be read as a master key ({type(error).__name__}): restore it, it cannot be made anew."
        ) from None


def _decoded(text: str, source: str) -> bytes:
    try:
        key = base64.b64decode(text.strip(), validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != KEY_BYTES:
        raise SettingsError(
            f"{source} does not hold 32 bytes in base64. For a new installation {MAKE_A_KEY}."
        ) from None
    return key
