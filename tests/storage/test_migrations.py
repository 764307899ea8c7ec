"""Migrations: from nothing to now, once, and the same as the schema says."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

import storage
from storage import files, schema
from storage.files import prepare, release
from storage.store import Store
from tests.storage.filled import MASTER, contents, fill

MIGRATIONS = Path(storage.__file__).parent / "migrations"


def _schema_of(path: Path) -> dict[str, str]:
    with closing(sqlite3.connect(path)) as connection:
        return dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))


def test_the_known_revisions_are_those_there_are() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    scripts = ScriptDirectory.from_config(config)
    assert tuple(reversed([one.revision for one in scripts.walk_revisions()])) == schema.REVISIONS
    assert scripts.get_current_head() == schema.REVISIONS[-1]


def test_migrating_from_nothing_gives_exactly_the_schema(data: Path) -> None:
    _, lock = prepare(data, MASTER, beside=False)
    release(lock)
    engine = create_engine(f"sqlite:///{data / 'aanzet.db'}")
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), schema.metadata) == []
    engine.dispose()
    # compare_metadata sees neither checks nor the conditions of indices nor STRICT: compare the SQL itself
    fresh = data / "fresh.db"
    engine = create_engine(f"sqlite:///{fresh}")
    schema.metadata.create_all(engine)
    engine.dispose()
    migrated = {name: sql for name, sql in _schema_of(data / "aanzet.db").items() if name != "alembic_version"}

    def parts(sql: str) -> list[str]:
        return sorted(line.strip().rstrip(",") for line in sql.splitlines())

    assert {name: parts(sql) for name, sql in migrated.items()} == {
        name: parts(sql) for name, sql in _schema_of(fresh).items()
    }


async def test_starting_again_changes_nothing(data: Path) -> None:
    async with Store.open(data, MASTER) as store:
        await fill(store)
    async with Store.open(data, MASTER):
        pass
    before = contents(data)
    async with Store.open(data, MASTER):
        pass
    assert contents(data) == before
    files._migrate(data / "aanzet.db")
    files._migrate(data / "aanzet.db")
    assert _schema_of(data / "aanzet.db") == _schema_of(data / "aanzet.db")
    async with Store.open(data, MASTER):
        pass


def test_a_migration_that_fails_leaves_nothing_behind(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Guard: one transaction around all of it, schema changes too."""
    data.mkdir()
    database = data / "aanzet.db"
    with monkeypatch.context() as patch:
        from alembic import op

        kept = op.create_index

        def failing(name: str, *args: object, **kwargs: object) -> None:
            if name == "ix_newcomer_since":
                raise RuntimeError("the power went")
            kept(name, *args, **kwargs)  # type: ignore[arg-type]

        patch.setattr(op, "create_index", failing)
        with pytest.raises(RuntimeError, match="power"):
            files._migrate(database)
    assert _schema_of(database) == {}
    files._migrate(database)
    assert "ix_newcomer_since" in _schema_of(database)


def test_a_database_that_is_up_to_date_does_not_load_alembic(data: Path) -> None:
    """It is heavy: memory at rest and the start are budgeted."""
    _, lock = prepare(data, MASTER, beside=False)
    release(lock)
    code = (
        "import sys, pathlib\n"
        "import storage.store\n"
        "from storage.files import prepare\n"
        "prepare(pathlib.Path(sys.argv[1]), sys.argv[2].encode(), beside=False)\n"
        "sys.exit('alembic' in sys.modules)\n"
    )
    assert subprocess.run([sys.executable, "-c", code, str(data), MASTER.decode()], check=False).returncode == 0
