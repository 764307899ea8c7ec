"""Opening: what does not fit is refused, with the way out, and without a byte changed."""
# ruff: noqa: ASYNC221, ASYNC240 - nothing else runs on a test's loop, so it may wait for a file or a process

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from storage import files, people
from storage.errors import (
    DiskFull,
    ForeignDatabase,
    Locked,
    MissingDatabase,
    MissingKeys,
    NewerDatabase,
    StorageError,
    Unwritable,
    WrongKey,
)
from storage.store import Store
from tests.storage.filled import MASTER, Filled, add_person, contents, fill

WRONG = b"another key of thirty-two bytes!"


async def _filled(data: Path) -> tuple[Filled, dict[str, bytes]]:
    async with Store.open(data, MASTER) as store:
        filled = await fill(store)
    return filled, contents(data)


async def _refused(data: Path, error: type[StorageError], *, key: bytes = MASTER) -> str:
    """Opening is refused with `error`; gives what the administrator reads."""
    with pytest.raises(error) as caught:
        async with Store.open(data, key):
            pass
    assert type(caught.value) is error
    return str(caught.value)


async def _whole(data: Path, filled: Filled) -> bool:
    async with Store.open(data, MASTER) as store, store.transaction() as tx:
        return await people.get(tx, filled.person_id) is not None


async def test_a_wrong_master_key_is_refused_and_nothing_changes(data: Path) -> None:
    """Guard: `_verify` in `files._prepared`, before anything is written."""
    filled, before = await _filled(data)
    message = await _refused(data, WrongKey, key=WRONG)
    assert "master key" in message
    assert contents(data) == before
    assert await _whole(data, filled)


@pytest.mark.parametrize("key", [b"", b"too short"])
async def test_a_short_master_key_makes_nothing(data: Path, key: bytes) -> None:
    await _refused(data, WrongKey, key=key)
    assert not data.exists()


async def test_a_database_of_a_newer_version_is_refused_and_nothing_changes(data: Path) -> None:
    """Guard: the revision in `files._look_at_database`."""
    await _filled(data)
    with closing(sqlite3.connect(data / "aanzet.db")) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    before = contents(data)
    assert "newer version" in await _refused(data, NewerDatabase)
    assert contents(data) == before


async def test_keys_of_a_newer_version_are_refused(data: Path) -> None:
    await _filled(data)
    with closing(sqlite3.connect(data / "keys.db")) as connection:
        connection.execute("PRAGMA user_version = 99")
    assert "newer version" in await _refused(data, NewerDatabase)


@pytest.mark.parametrize("how", ["gone", "empty"])
async def test_a_database_without_its_keys_is_refused_and_nothing_changes(data: Path, how: str) -> None:
    """Guard: `MissingKeys` in `files._prepared`; without it a new keys.db would be made, and every person be lost."""
    filled, _ = await _filled(data)
    kept = (data / "keys.db").read_bytes()
    (data / "keys.db").unlink() if how == "gone" else (data / "keys.db").write_bytes(b"")
    before = contents(data)
    assert "keys.db" in await _refused(data, MissingKeys)
    assert contents(data) == before
    (data / "keys.db").write_bytes(kept)
    assert await _whole(data, filled)


async def test_keys_of_another_database_are_refused(data: Path, tmp_path: Path) -> None:
    await _filled(data)
    await _filled(tmp_path / "other")
    shutil.copy(tmp_path / "other" / "keys.db", data / "keys.db")
    before = contents(data)
    assert "another database" in await _refused(data, MissingKeys)
    assert contents(data) == before


async def test_keys_without_their_database_are_not_thrown_away(data: Path) -> None:
    """Guard: `MissingDatabase`; without it the start would sweep the keys of everybody as left over."""
    filled, _ = await _filled(data)
    (data / "aanzet.db").rename(data / "elsewhere")
    before = contents(data)
    assert "Restore" in await _refused(data, MissingDatabase)
    assert contents(data) == before
    (data / "elsewhere").rename(data / "aanzet.db")
    assert await _whole(data, filled)


@pytest.mark.parametrize("name", ["aanzet.db", "keys.db"])
async def test_a_file_that_is_no_database_of_ours_is_refused(data: Path, name: str) -> None:
    await _filled(data)
    (data / name).write_bytes(b"this is a text file, and not a short one either. " * 100)
    assert name in await _refused(data, ForeignDatabase)
    (data / name).unlink()
    with closing(sqlite3.connect(data / name)) as connection:
        connection.execute("CREATE TABLE contacts (name)")
    before = contents(data)
    assert name in await _refused(data, ForeignDatabase)
    assert contents(data) == before


@contextmanager
def _read_only(data: Path, *names: str) -> Iterator[None]:
    """Neither `names` in `data`, or nothing of it, can be written: root becomes nobody, as permissions don't stop root."""
    everything = (data, *data.iterdir())
    for path in everything:
        path.chmod(0o777)
    for path in [data / name for name in names] or everything:
        path.chmod(0o555)
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
        for path in everything:
            path.chmod(0o777)


async def test_a_directory_that_cannot_be_written_is_refused_and_nothing_changes() -> None:
    with tempfile.TemporaryDirectory() as made:
        Path(made).chmod(0o755)
        data = Path(made) / "data"
        filled, before = await _filled(data)
        with _read_only(data):
            assert str(data) in await _refused(data, Unwritable)
        (data / "aanzet.lock").unlink()
        with _read_only(data):
            assert str(data) in await _refused(data, Unwritable)
        assert contents(data) == before
        assert await _whole(data, filled)


@pytest.mark.parametrize("name", ["aanzet.db", "keys.db"])
async def test_a_file_that_cannot_be_written_is_refused(name: str) -> None:
    with tempfile.TemporaryDirectory() as made:
        Path(made).chmod(0o755)
        data = Path(made) / "data"
        _, before = await _filled(data)
        with _read_only(data, name):
            assert name in await _refused(data, Unwritable)
        assert contents(data) == before


async def test_a_place_that_is_no_directory_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert "file" in await _refused(tmp_path / "file", Unwritable)


async def test_no_room_to_begin_leaves_a_directory_that_opens_later(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(files, "PRAGMAS", (*files.PRAGMAS, "PRAGMA max_page_count=20"))
        assert "room" in await _refused(data, DiskFull)
    async with Store.open(data, MASTER) as store:
        await fill(store)


async def test_a_full_disk_leaves_what_was_kept(data: Path) -> None:
    """The real thing where root may mount a small disk, SQLite's own limit elsewhere."""
    data.mkdir()
    mounted = (
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=900k", "tmpfs", data], capture_output=True).returncode == 0
    )
    try:
        async with Store.open(data, MASTER) as store:
            filled = await fill(store)
            if not mounted:
                await store._connection.execute_fetchall("PRAGMA max_page_count=120")
            people_kept = [filled.person_id]

            async def until_full() -> None:
                for chat in range(100):
                    people_kept.append(await add_person(store, chat, "Zephyrine Quackelbeen" * 2000))

            with pytest.raises(DiskFull, match="room"):
                await until_full()
            async with store.transaction() as tx:
                here = await people.everybody(tx)
        assert here == set(people_kept)
        assert len(here) > 1
        if mounted:
            subprocess.run(["mount", "-o", "remount,size=50m", data], check=True)
        async with Store.open(data, MASTER) as store:
            async with store.transaction() as tx:
                assert await people.everybody(tx) == here
            for person_id in here:
                assert await store.vault.sealer(person_id)
            assert store.keyless == []
    finally:
        if mounted:
            subprocess.run(["umount", data], check=True)


async def test_a_second_one_is_refused_until_the_first_is_done(data: Path) -> None:
    """Guard: the lock in `files._locked`."""
    async with Store.open(data, MASTER) as store:
        await fill(store)
        assert "another process" in await _refused(data, Locked)
        code = (
            "import asyncio, sys, pathlib\n"
            "from storage.store import Store\n"
            "from storage.errors import Locked\n"
            "async def main():\n"
            "    async with Store.open(pathlib.Path(sys.argv[1]), sys.argv[2].encode()): return 0\n"
            "try: sys.exit(asyncio.run(main()))\n"
            "except Locked: sys.exit(7)\n"
        )
        done = subprocess.run([sys.executable, "-c", code, str(data), MASTER.decode()], check=False)
        assert done.returncode == 7
    done = subprocess.run([sys.executable, "-c", code, str(data), MASTER.decode()], check=False)
    assert done.returncode == 0


async def test_a_visitor_beside_the_running_one_reads_and_writes_but_makes_nothing(data: Path, tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        async with Store.open(tmp_path / "nothing", MASTER, beside=True):
            pass
    assert not (tmp_path / "nothing").exists()
    async with Store.open(data, MASTER) as store:
        filled = await fill(store)
        async with Store.open(data, MASTER, beside=True) as visitor:
            other = await add_person(visitor, 5)
            assert visitor.vault.lookup("x") == store.vault.lookup("x")
        async with store.transaction() as tx:
            assert await people.everybody(tx) == {filled.person_id, other}


async def test_what_was_committed_is_there_after_the_process_was_killed(data: Path, tmp_path: Path) -> None:
    """The files as a killed process leaves them: all in the write-ahead log, nothing closed."""
    killed = tmp_path / "killed"
    killed.mkdir()
    async with Store.open(data, MASTER) as store:
        filled = await fill(store)
        for name in ("aanzet.db", "aanzet.db-wal", "keys.db", "keys.db-wal"):
            shutil.copy(data / name, killed / name)
    with pytest.raises(WrongKey):
        async with Store.open(killed, WRONG):
            pass
    async with Store.open(killed, MASTER) as store:
        async with store.transaction() as tx:
            assert await people.everybody(tx) == {filled.person_id}
        await store.vault.sealer(filled.person_id)
        assert store.keyless == []


async def test_a_start_interrupted_before_the_key_check_goes_on(data: Path) -> None:
    async with Store.open(data, MASTER):
        pass
    with closing(sqlite3.connect(data / "aanzet.db")) as connection:
        connection.execute("DELETE FROM setting")
        connection.commit()
    async with Store.open(data, MASTER) as store:
        await fill(store)
    await _refused(data, WrongKey, key=WRONG)
