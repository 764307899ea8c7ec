"""Settings: what is read, what is refused and how, and that `.env.example` tells the truth."""

from __future__ import annotations

import base64
import re
from pathlib import Path

import pytest

from bot.settings import PREFIX, UNPREFIXED, Settings, SettingsError, demo_key, load, names

ROOT = Path(__file__).parent.parent
KEY = base64.b64encode(b"k" * 32).decode()


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in names():
        monkeypatch.delenv(name, raising=False)


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / ".env"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_example_lists_every_setting_with_its_default_and_a_comment() -> None:
    """`.env.example` and the code cannot drift apart."""
    lines = (ROOT / ".env.example").read_text(encoding="utf-8").splitlines()
    given = dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))
    assert given == {name: "" if default is None else str(default) for name, default in names().items()}
    above = ""
    for line in lines:
        if "=" in line and not line.startswith("#"):
            assert above, f"{line} has no comment above it"
        above = line
    assert all(info.description for info in Settings.model_fields.values())


def test_the_example_can_be_used_as_it_is() -> None:
    """A copy of the example gives the defaults."""
    assert load(ROOT / ".env.example") == load(None)


def test_defaults() -> None:
    """What somebody gets who sets nothing."""
    settings = load(None)
    assert settings.zone.key == "Europe/Amsterdam"
    assert (settings.limits.per_second, settings.limits.chat_seconds, settings.limits.group_seconds) == (30, 1, 3)
    assert settings.minimum_group == 10
    assert settings.examples == "1"


def test_the_examples_can_be_switched_off(tmp_path: Path) -> None:
    """One line does it; anything else than 0 and 1 is refused."""
    assert load(written(tmp_path, "AANZET_EXAMPLES=0\n")).examples == "0"
    with pytest.raises(SettingsError, match="AANZET_EXAMPLES"):
        load(written(tmp_path, "AANZET_EXAMPLES=nee\n"))


def test_the_environment_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both are read; the environment is nearer."""
    path = written(
        tmp_path, f"AANZET_PORT=1\nAANZET_CAMPAIGN=Vooruit\nAANZET_MASTER_KEY={KEY}\nTELEGRAM_BOT_TOKEN=12:ab\n"
    )
    monkeypatch.setenv("AANZET_PORT", "2")
    monkeypatch.setenv("AANZET_LOG_LEVEL", "debug")
    settings = load(path)
    assert (settings.port, settings.campaign, settings.log_level) == (2, "Vooruit", "DEBUG")
    assert settings.key() == b"k" * 32
    assert settings.token() == "12:ab"


def test_secrets_do_not_show() -> None:
    """Neither token nor key is in the settings' own words."""
    settings = Settings.model_validate({"TELEGRAM_BOT_TOKEN": "12:geheim", "master_key": KEY})
    assert "geheim" not in repr(settings) + str(settings.model_dump())
    assert KEY not in repr(settings) + str(settings.model_dump())


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("AANZET_PORT=hallo", r"AANZET_PORT should be a valid integer\. Change it"),
        ("AANZET_PORT=99999", r"AANZET_PORT should be less than or equal to 65535"),
        ("AANZET_MINIMUM_GROUP=4", r"AANZET_MINIMUM_GROUP should be greater than or equal to 5"),
        ("AANZET_TIME_ZONE=Mars/Olympus", r"AANZET_TIME_ZONE is not a time zone; use a name like"),
        ("AANZET_TIME_ZONE=../../etc/passwd", r"AANZET_TIME_ZONE is not a time zone"),
        ("AANZET_LOG_LEVEL=luid", r"AANZET_LOG_LEVEL should be 'DEBUG', 'INFO', 'WARNING' or 'ERROR'"),
        ("TELEGRAM_BOT_TOKEN=geheim-zonder-nummer", r"TELEGRAM_BOT_TOKEN is not a bot token; @BotFather gives one"),
        ("TELEGRAM_API_URL=ftp://hier", r"TELEGRAM_API_URL must be an address like"),
        (
            "AANZET_MINIMUM_GROEP=10",
            r"AANZET_MINIMUM_GROEP in .* is not a setting: did you mean AANZET_MINIMUM_GROUP\?",
        ),
        ("TELEGRAM_TOKEN=12:ab", r"did you mean TELEGRAM_BOT_TOKEN\?"),
    ],
)
def test_a_wrong_setting_is_one_clear_line(tmp_path: Path, line: str, says: str) -> None:
    """The name, what it should be, the way out; the value is never repeated."""
    with pytest.raises(SettingsError) as caught:
        load(written(tmp_path, line + "\n"))
    assert re.search(says, str(caught.value)), str(caught.value)
    assert "\n" not in str(caught.value)
    assert line.split("=", 1)[1] not in str(caught.value).replace("did you mean", "")


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    """Three mistakes, three lines."""
    with pytest.raises(SettingsError) as caught:
        load(written(tmp_path, "AANZET_PORT=x\nAANZET_MINIMUM_GROUP=1\nAANZET_PROT=1\n"))
    assert len(str(caught.value).splitlines()) == 3


def test_a_file_that_is_no_text_is_said_so(tmp_path: Path) -> None:
    """Bytes that are no UTF-8 give one line."""
    path = tmp_path / ".env"
    path.write_bytes(b"AANZET_CAMPAIGN=\xff\xfe\n")
    with pytest.raises(SettingsError, match="readable text file"):
        load(path)


def test_other_names_are_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A `.env` may hold other programs' settings, the environment may hold anything."""
    monkeypatch.setenv("AANZET_BOT_API_SPEC", "somewhere")
    assert load(written(tmp_path, "COMPOSE_PROJECT_NAME=x\n")) == load(None)


def test_missing_token_and_key_have_a_remedy() -> None:
    """What is needed only for running live is asked for then."""
    with pytest.raises(SettingsError, match="BotFather"):
        load(None).token()
    with pytest.raises(SettingsError, match="openssl rand -base64 32"):
        load(None).key()


@pytest.mark.parametrize("text", ["", "kort", "é", base64.b64encode(b"k" * 31).decode(), KEY + "!"])
def test_a_key_is_32_bytes_of_base64(tmp_path: Path, text: str) -> None:
    """From the environment and from a file, without repeating it."""
    path = tmp_path / "key"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        Settings(master_key_file=path).key()
    assert not text or text not in str(caught.value)


def test_a_key_file_works_and_its_absence_is_told(tmp_path: Path) -> None:
    """A mounted secret, with the newline editors leave; given twice is refused."""
    path = tmp_path / "key"
    path.write_text(KEY + "\n", encoding="ascii")
    assert Settings(master_key_file=path).key() == b"k" * 32
    with pytest.raises(SettingsError, match="cannot be read as a master key"):
        Settings(master_key_file=tmp_path / "none").key()
    with pytest.raises(SettingsError, match="keep one"):
        Settings.model_validate({"master_key": KEY, "master_key_file": path}).key()


def test_a_demo_makes_its_own_key_and_keeps_it(tmp_path: Path) -> None:
    """The second start reads what the first one made; nobody else can."""
    first = demo_key(tmp_path / "new")
    assert len(first) == 32
    assert demo_key(tmp_path / "new") == first
    assert (tmp_path / "new" / "demo.key").stat().st_mode & 0o077 == 0
    (tmp_path / "file").write_text("")
    with pytest.raises(SettingsError, match="--data"):
        demo_key(tmp_path / "file" / "inside")


def test_names_follow_one_rule() -> None:
    """AANZET_ before everything but Telegram's own two."""
    assert all(name.startswith(PREFIX) or name in UNPREFIXED for name in names())
