"""What can go wrong with keeping things: one root, and a subclass for each different reaction of the caller.

Every message names the thing and the way out; the command line shows it as it is. None holds anything of a person.
"""

import errno
import sqlite3
from pathlib import Path


class StorageError(Exception):
    """The root: something could not be kept or read back."""


class NewerDatabase(StorageError):
    """The file was written by a newer version of the program. Install that version; nothing was changed."""


class ForeignDatabase(StorageError):
    """The file is not one of ours, or is damaged. Name another directory or restore a backup; nothing was changed."""


class WrongKey(StorageError):
    """The master key is not the one these data were kept under. Nothing was changed."""


class MissingKeys(StorageError):
    """The database is there, its keys are not, or belong to another one. Restore keys.db; nothing was changed."""


class MissingDatabase(StorageError):
    """The keys are there and the database is not. Restore aanzet.db; starting afresh would throw the keys away."""


class Unwritable(StorageError):
    """The directory or a file in it cannot be written."""


class DiskFull(StorageError):
    """No room left. What was kept is untouched; the transaction at hand was undone."""


class DiskTrouble(StorageError):
    """The disk reported an error, or a quota is used up. The transaction at hand was undone."""


class Locked(StorageError):
    """Another process has the data."""


class Conflict(StorageError):
    """Somebody else was first: the revision moved on, or the one place is taken. Read again and decide again."""


class Missing(StorageError):
    """What was asked for by its id is not there (any more)."""


class Unreadable(StorageError):
    """A sealed value does not open: another key, another purpose, or changed bytes. Never replaced by a default."""


class Erased(Unreadable):
    """The person asked to be forgotten: the key was destroyed for good."""


_FULL_SHARED_MEMORY = 4874  # SQLITE_IOERR_SHMSIZE: the -shm file could not grow, https://sqlite.org/rescode.html
_TAKEN = {sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY, sqlite3.SQLITE_CONSTRAINT_ROWID}


def from_sqlite(error: sqlite3.Error, path: Path) -> StorageError | None:
    """The error of ours that `error` means for the file at `path`; None where it is a fault of the program."""
    code: int | None = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    if code in _TAKEN:
        return Conflict(f"already there: {error}")
    primary = code & 0xFF
    if primary == sqlite3.SQLITE_FULL or code == _FULL_SHARED_MEMORY:
        return DiskFull(
            f"No room left for {path}. Make room on that disk and start again; nothing that was kept is lost."
        )
    if primary in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return Unwritable(f"Cannot write {path}. Give this user write access to {path.parent}.")
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return Locked(f"{path} is in use by another process. Stop that one first.")
    if primary in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
        return ForeignDatabase(
            f"{path} is damaged or is not a database of Aanzet. Restore a backup or name another directory."
        )
    if primary == sqlite3.SQLITE_IOERR:
        return DiskTrouble(
            f"The disk under {path} reported an error ({error}). Check the disk and its quota; nothing was committed."
        )
    return None


def from_os(error: OSError, path: Path) -> StorageError:
    """The error of ours that `error` means for `path`."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(
            f"No room left for {path}. Make room on that disk and start again; nothing that was kept is lost."
        )
    return Unwritable(
        f"Cannot write {path} ({error.strerror}). Give this user write access, or name another directory."
    )
