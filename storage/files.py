"""The files, before anybody talks with them: whose they are, whether they fit together, and bringing them up to date.

Everything here is synchronous and happens before the store opens. The rule: **look first, write after**. Whatever is
refused is refused before a byte of the data is changed. Only the lock file is ours to touch at any time.
"""

import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from storage.errors import (
    ForeignDatabase,
    Locked,
    MissingDatabase,
    MissingKeys,
    NewerDatabase,
    StorageError,
    Unreadable,
    WrongKey,
    from_os,
    from_sqlite,
)
from storage.schema import REVISIONS
from storage.sealing import KEY_BYTES, Sealer, derived

DATABASE = "aanzet.db"
KEYS = "keys.db"
LOCK = "aanzet.lock"

BUSY_SECONDS = 5.0
PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",  # a commit survives a power cut; `make bench` shows what it costs
    "PRAGMA secure_delete=ON",  # deleted bytes are overwritten, not only unlinked
    "PRAGMA foreign_keys=ON",
    "PRAGMA temp_store=MEMORY",  # no sorting through files beside ours
)

_KEYS_VERSION = 1
_KEYS_SCHEMA = (
    "CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT",
    # wrapped is NULL once the key is destroyed: the person's id stays, so that a restored backup is erased again.
    # settled: rows of this person were seen in the database; such a key is never swept as left over.
    "CREATE TABLE person_key (person_id TEXT PRIMARY KEY, wrapped BLOB, settled INTEGER NOT NULL DEFAULT 0) STRICT",
    "CREATE TABLE day_key (id TEXT PRIMARY KEY, day TEXT NOT NULL UNIQUE, wrapped BLOB NOT NULL) STRICT",
    f"PRAGMA user_version={_KEYS_VERSION}",
)
_CHECK = b"aanzet: these keys open these data"


@dataclass(frozen=True, slots=True)
class Keys:
    """What the master key and the salts in keys.db give: one to wrap keys with, one to look people up with."""

    wrapping: bytes
    lookup: bytes
    check: bytes


@dataclass(frozen=True, slots=True)
class _Salts:
    wrap: bytes
    lookup: bytes
    check: bytes


def prepare(data_dir: Path, master_key: bytes, *, beside: bool) -> tuple[Keys, int | None]:
    """Make the files in `data_dir` ready for use; gives the keys and the held lock (a file descriptor).

    `beside`: another process has the data and we only visit: no lock (None), nothing made, nothing migrated.

    Raises:
        StorageError: one of its subclasses, with the way out; what was there is unchanged.
    """
    if len(master_key) < KEY_BYTES:
        raise WrongKey(f"The master key must have at least {KEY_BYTES} bytes; this one has {len(master_key)}.")
    lock = None
    try:
        if not beside:
            lock = _locked(data_dir)
        keys = _prepared(data_dir, master_key, beside=beside)
    except BaseException:
        release(lock)
        raise
    return keys, lock


def release(lock: int | None) -> None:
    """Give the lock back."""
    if lock is not None:
        os.close(lock)


def _locked(data_dir: Path) -> int:
    try:
        data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = os.open(data_dir / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise from_os(error, data_dir) from error
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(lock)
        raise Locked(f"{data_dir} is in use by another process of Aanzet. Stop that one first.") from error
    except OSError as error:
        os.close(lock)
        raise from_os(error, data_dir / LOCK) from error
    return lock


def _prepared(data_dir: Path, master_key: bytes, *, beside: bool) -> Keys:
    database, keyfile = data_dir / DATABASE, data_dir / KEYS
    revision, key_check = _look_at_database(database)
    salts, people = _look_at_keys(keyfile)
    if key_check is not None and salts is None:
        raise MissingKeys(
            f"{keyfile} is missing, and without it nothing in {database} can be read. Restore it from its own backup."
        )
    if key_check is None and people:
        raise MissingDatabase(
            f"{keyfile} holds keys of {people} people, but {database} is missing or empty. Restore {database}; "
            f"if the data must go, remove {keyfile} as well."
        )
    if salts is not None:
        keys = _derive(master_key, salts)
        _verify(keys.check, salts.check, "keys", keyfile)
        if key_check is not None:
            _verify(keys.check, key_check, "database", database)
    if beside:
        if salts is None or key_check is None or revision != REVISIONS[-1]:
            raise StorageError(f"{data_dir} is not ready to be visited; start `aanzet run` on it first.")
        return keys
    for path in (database, keyfile):
        _private(path)
    if salts is None:
        salts = _create_keys(keyfile, master_key)
        keys = _derive(master_key, salts)
    if revision != REVISIONS[-1]:
        _migrate(database)
    if key_check is None:
        with _writing(database) as connection:
            sealed = Sealer(keys.check).seal(_CHECK, "database")
            connection.execute("INSERT INTO setting (key, value) VALUES ('key_check', ?)", (sealed.hex(),))
    return keys


def _look_at_database(path: Path) -> tuple[str | None, bytes | None]:
    """The revision and the sealed key check of the database; None for what is not there yet."""
    with _reading(path) as connection:
        if connection is None:
            return None, None
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if not tables:
            return None, None
        found = (
            connection.execute("SELECT version_num FROM alembic_version").fetchone()
            if "alembic_version" in tables
            else None
        )
        if found is None:
            if tables - {"alembic_version"}:
                raise ForeignDatabase(f"{path} is not a database of Aanzet. Name another directory.")
            return None, None
        revision: str = found[0]
        if revision not in REVISIONS:
            raise NewerDatabase(
                f"{path} was written by a newer version of Aanzet (revision {revision}; this one knows up to "
                f"{REVISIONS[-1]}). Install that version, or restore a backup made before the upgrade."
            )
        check = connection.execute("SELECT value FROM setting WHERE key = 'key_check'").fetchone()
        return revision, bytes.fromhex(check[0]) if check else None


def _look_at_keys(path: Path) -> tuple[_Salts | None, int]:
    """The salts, and how many keys of people there are."""
    with _reading(path) as connection:
        if connection is None:
            return None, 0
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version > _KEYS_VERSION:
            raise NewerDatabase(f"{path} was written by a newer version of Aanzet. Install that version.")
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if "meta" not in tables:
            if tables:
                raise ForeignDatabase(f"{path} is not a key file of Aanzet. Restore the right one from its backup.")
            return None, 0
        meta = dict(connection.execute("SELECT name, value FROM meta"))
        (people,) = connection.execute("SELECT count(*) FROM person_key WHERE wrapped IS NOT NULL").fetchone()
        return _Salts(meta["wrap_salt"], meta["lookup_salt"], meta["key_check"]), people


def _derive(master_key: bytes, salts: _Salts) -> Keys:
    return Keys(
        wrapping=derived(master_key, salts.wrap, "wrapping"),
        lookup=derived(master_key, salts.lookup, "lookup"),
        check=derived(master_key, salts.wrap, "check"),
    )


def _verify(key: bytes, sealed: bytes, purpose: str, path: Path) -> None:
    try:
        Sealer(key).open(sealed, purpose)
    except Unreadable as error:
        if purpose == "database":
            raise MissingKeys(
                f"keys.db belongs to another database than {path}. Restore the two that belong together."
            ) from error
        raise WrongKey(
            f"The master key does not open {path}. Set the key these data were made with; nothing was changed."
        ) from error


def _create_keys(path: Path, master_key: bytes) -> _Salts:
    bare = _Salts(wrap=os.urandom(32), lookup=os.urandom(32), check=b"")
    check = Sealer(_derive(master_key, bare).check).seal(_CHECK, "keys")
    with _writing(path) as connection:
        for statement in _KEYS_SCHEMA:
            connection.execute(statement)
        connection.executemany(
            "INSERT INTO meta (name, value) VALUES (?, ?)",
            [("wrap_salt", bare.wrap), ("lookup_salt", bare.lookup), ("key_check", check)],
        )
    return _Salts(bare.wrap, bare.lookup, check)


def _migrate(path: Path) -> None:
    """Run what is missing, all of it or nothing. Alembic is heavy: imported only when there is something to do."""
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import create_engine, event
    from sqlalchemy.exc import DBAPIError
    from sqlalchemy.pool import StaticPool

    with _opened(path) as connection:
        engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
        # the driver itself begins no transaction for a schema change, and SQLAlchemy rolls back once as it connects
        event.listen(engine, "begin", lambda running: running.exec_driver_sql("BEGIN IMMEDIATE"))
        config = Config()
        config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
        try:
            with engine.connect() as running:
                config.attributes["connection"] = running
                command.upgrade(config, "head")
                running.commit()
        except DBAPIError as error:
            if isinstance(error.orig, sqlite3.Error):
                raise error.orig from error
            raise


def _private(path: Path) -> None:
    """Make the file ours alone before the first byte goes in."""
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))
    except OSError as error:
        raise from_os(error, path) from error


@contextmanager
def _reading(path: Path) -> Iterator[sqlite3.Connection | None]:
    """A connection that cannot write, or None where there is no file or an empty one."""
    try:
        if not path.exists() or path.stat().st_size == 0:
            yield None
            return
    except OSError as error:
        raise from_os(error, path) from error
    try:
        with closing(
            sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS)
        ) as connection:
            yield connection
    except sqlite3.Error as error:
        raise from_sqlite(error, path) or error from error


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection on which transactions begin where it is said, for schema changes too."""
    try:
        with closing(sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)) as connection:
            for pragma in PRAGMAS:
                connection.execute(pragma)
            yield connection
    except sqlite3.Error as error:
        raise from_sqlite(error, path) or error from error


@contextmanager
def _writing(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection inside one transaction, committed at the end or undone."""
    with _opened(path) as connection:
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
