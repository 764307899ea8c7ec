"""Nothing of a person can be read in the files, not even while they are open."""
# ruff: noqa: ASYNC240 - nothing else runs on a test's loop, so it may wait for a file or a process

from pathlib import Path

import pytest

from storage.store import Store
from tests.storage.filled import CHAT, MARKERS, MASTER, fill, found


async def test_nothing_of_a_person_is_readable_in_any_file(data: Path) -> None:
    async with Store.open(data, MASTER) as store:
        filled = await fill(store)
        wide_open = {path.name for path in data.iterdir()}
        assert {"aanzet.db", "aanzet.db-wal", "aanzet.db-shm", "keys.db", "keys.db-wal", "aanzet.lock"} <= wide_open
        readable = {marker: found(data, marker) for marker in MARKERS}
        # the search works: what is meant to stand plain is found by it
        assert found(data, "Wijkteam Noord") == ["aanzet.db-wal"]
        assert found(data, filled.id_hash) == ["aanzet.db-wal"]
    assert readable == {marker: [] for marker in MARKERS}
    assert {marker: found(data, marker) for marker in MARKERS} == {marker: [] for marker in MARKERS}
    assert found(data, CHAT.to_bytes(8, "big")) == []  # nor as SQLite would write the number
    assert found(data, MASTER) == []
    assert found(data, "Wijkteam Noord") == ["aanzet.db"]


@pytest.mark.parametrize("marker", MARKERS)
async def test_the_search_finds_each_marker_that_is_written_unsealed(data: Path, marker: str) -> None:
    """Shows that the test above can fail."""
    async with Store.open(data, MASTER) as store:
        async with store.transaction() as tx:
            await tx._database.execute("INSERT INTO setting (key, value) VALUES ('leak', ?)", (f"x {marker} y",))
        assert found(data, marker) == ["aanzet.db-wal"]
    assert found(data, marker) == ["aanzet.db"]


async def test_files_are_for_their_owner_alone(data: Path) -> None:
    async with Store.open(data, MASTER) as store:
        await fill(store)
        assert {path.name: path.stat().st_mode & 0o077 for path in data.iterdir()} == {
            path.name: 0 for path in data.iterdir()
        }
        assert data.stat().st_mode & 0o077 == 0
