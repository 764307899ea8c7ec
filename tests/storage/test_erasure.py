"""Erasing: gone, also for who has a backup, and also when it was interrupted. Exporting: everything there is."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from storage import audit, broadcasts, checkins, erasure, inbox, invitations, outbox, people
from storage.errors import Erased, Unreadable
from storage.inbox import NewInboxRow
from storage.schema import metadata
from storage.store import Store
from tests.storage.filled import CHAT, MASTER, NOW, add_person, fill, found


def _sealed_parts(path: Path, person_id: str) -> dict[str, list[bytes]]:
    """All sealed values in rows of the person, read past our own code."""
    parts: dict[str, list[bytes]] = {}
    with closing(sqlite3.connect(path)) as connection:
        for table in metadata.sorted_tables:
            key = "id" if table.name == "person" else "person_id"
            sealed = [column.name for column in table.c if column.name.startswith("sealed_")]
            if key in table.c and sealed:
                rows = connection.execute(f"SELECT {', '.join(sealed)} FROM {table.name} WHERE {key} = ?", (person_id,))
                parts[table.name] = [value for row in rows for value in row if value is not None]
    return parts


async def test_nothing_of_an_erased_person_is_left_in_any_table(data: Path) -> None:
    """Guard: every step in `erasure._STEPS`."""
    async with Store.open(data, MASTER) as store:
        filled = await fill(store)
        other = await add_person(store, 5)
        sealed = [blob for blobs in _sealed_parts(data / "aanzet.db", filled.person_id).values() for blob in blobs]
        assert len(sealed) == 7
        await erasure.erase(store, filled.person_id)
        assert found(data, filled.person_id) == ["keys.db"]
        assert found(data, filled.id_hash) == []
        assert {blob: found(data, blob) for blob in sealed} == {blob: [] for blob in sealed}
        async with store.transaction() as tx:
            assert await people.everybody(tx) == {other}
    # the id alone stays as the gravestone in keys.db
    assert found(data, filled.person_id) == ["keys.db"]


async def test_a_backup_of_the_database_is_unreadable_for_the_erased(data: Path, tmp_path: Path) -> None:
    """Guard: the key is destroyed, not only the rows deleted."""
    backup = tmp_path / "backup.db"
    async with Store.open(data, MASTER) as store:
        filled = await fill(store)
    shutil.copy(data / "aanzet.db", backup)
    parts = _sealed_parts(backup, filled.person_id)
    assert {name for name, blobs in parts.items() if blobs} == {
        "person",
        "identity",
        "session",
        "intention",
        "document_item",
        "checkin_answer",
        "outbox",
    }
    async with Store.open(data, MASTER) as store:
        sealer = await store.vault.sealer(filled.person_id)
        assert sealer.open(parts["person"][0], "profile")  # before: it opens
        await erasure.erase(store, filled.person_id)
        with pytest.raises(Erased):
            await store.vault.sealer(filled.person_id)
        with pytest.raises(Unreadable):
            sealer.open(parts["person"][0], "profile")


async def test_a_restored_backup_is_erased_again_at_the_next_start(data: Path, tmp_path: Path) -> None:
    """Guard: the gravestones, in `Store._finish_what_was_interrupted`."""
    async with Store.open(data, MASTER) as store:
        filled = await fill(store)
    shutil.copy(data / "aanzet.db", tmp_path / "backup.db")
    async with Store.open(data, MASTER) as store:
        await erasure.erase(store, filled.person_id)
    shutil.copy(tmp_path / "backup.db", data / "aanzet.db")
    async with Store.open(data, MASTER) as store:
        async with store.transaction() as tx:
            assert await people.everybody(tx) == set()
        assert store.keyless == []
    assert found(data, filled.id_hash) == []


async def test_an_interrupted_erasure_is_finished_at_the_next_start(data: Path) -> None:
    async with Store.open(data, MASTER) as store:
        filled = await fill(store)
        await store.vault.destroy(filled.person_id)
        # here the process was killed
    async with Store.open(data, MASTER) as store, store.transaction() as tx:
        assert await people.get(tx, filled.person_id) is None


async def test_acts_stay_on_record_without_who_did_them(store: Store) -> None:
    filled = await fill(store)
    await erasure.erase(store, filled.person_id)
    async with store.transaction() as tx:
        (act,) = await audit.latest(tx)
        checkin = await checkins.get(tx, filled.checkin_id)
        broadcast = await broadcasts.get(tx, filled.broadcast_id)
        invitation = await invitations.get(tx, filled.invitation_id)
    assert checkin is not None
    assert broadcast is not None
    assert invitation is not None
    assert {act.actor_id, checkin.opened_by, broadcast.author_id, invitation.created_by} == {erasure.ERASED}


async def test_an_update_repeated_after_erasing_is_still_known(store: Store) -> None:
    filled = await fill(store)
    await erasure.erase(store, filled.person_id)
    digest = store.vault.lookup(f'{{"rauwe update": {CHAT}}}')
    async with store.transaction() as tx:
        assert await inbox.waiting(tx, filled.id_hash) == []
        assert await inbox.senders_waiting(tx) == []
        row = NewInboxRow(
            bot="aanzet_bot",
            update_id=1,
            digest=digest,
            sender_hash=filled.id_hash,
            received_at=NOW,
            key_id="k",
            sealed_body=b"again",
        )
        await inbox.keep_all(tx, [row])
        assert await inbox.waiting(tx, filled.id_hash) == []
        assert await inbox.senders_waiting(tx) == []


async def test_others_keep_everything(store: Store) -> None:
    filled = await fill(store)
    other = await add_person(store, 5)
    async with store.transaction() as tx:
        before = await erasure.export(tx, filled.person_id)
    await erasure.erase(store, other)
    async with store.transaction() as tx:
        assert await erasure.export(tx, filled.person_id) == before
        assert await outbox.count(tx) == 2
        assert await erasure.export(tx, other) is None


async def test_erasing_twice_and_erasing_nobody_is_harmless(store: Store) -> None:
    person_id = await add_person(store)
    for _ in range(2):
        await erasure.erase(store, person_id)
    await erasure.erase(store, "nobody")


async def test_the_export_holds_every_row_of_the_person(data: Path) -> None:
    async with Store.open(data, MASTER) as store:
        filled = await fill(store)
        async with store.transaction() as tx:
            export = await erasure.export(tx, filled.person_id)
        assert export is not None
        exported = [
            export.person.sealed_profile,
            *(row.sealed_address for row in export.identities),
            *(row.sealed_body for row in export.sessions),
            *(row.sealed_body for row in export.intentions),
            *(row.sealed_body for row in export.document),
            *(row.sealed_answers for row in export.checkin_answers),
            *(row.sealed_body for row in export.outbox),
        ]
        there = [blob for blobs in _sealed_parts(data / "aanzet.db", filled.person_id).values() for blob in blobs]
        assert sorted(blob for blob in exported if blob) == sorted(there)
        assert {row.role for row in export.memberships} == {"employee", "lead"}


async def test_a_key_nobody_used_is_swept_at_the_next_start(data: Path) -> None:
    """A crash between making the key and keeping the person."""
    async with Store.open(data, MASTER) as store:
        person_id = await add_person(store)
        await store.vault.create("never kept")
    async with Store.open(data, MASTER) as store:
        with pytest.raises(Unreadable):
            await store.vault.sealer("never kept")
        assert await store.vault.sealer(person_id)


async def test_an_older_database_put_back_costs_nobody_their_key(data: Path, tmp_path: Path) -> None:
    """Guard: `settled` in the key file. The right database may still be found."""
    async with Store.open(data, MASTER) as store:
        await add_person(store, 1)
    shutil.copy(data / "aanzet.db", tmp_path / "old.db")
    async with Store.open(data, MASTER) as store:
        person_id = await add_person(store, 2)
    async with Store.open(data, MASTER):
        pass
    shutil.copy(data / "aanzet.db", tmp_path / "right.db")
    shutil.copy(tmp_path / "old.db", data / "aanzet.db")
    async with Store.open(data, MASTER):
        pass
    shutil.copy(tmp_path / "right.db", data / "aanzet.db")
    async with Store.open(data, MASTER) as store:
        assert await store.vault.sealer(person_id)
        assert store.keyless == []


async def test_who_lost_their_key_to_an_older_key_file_is_named_not_deleted(data: Path, tmp_path: Path) -> None:
    async with Store.open(data, MASTER) as store:
        await add_person(store, 1)
    shutil.copy(data / "keys.db", tmp_path / "keys.db")
    async with Store.open(data, MASTER) as store:
        person_id = await add_person(store, 2)
    shutil.copy(tmp_path / "keys.db", data / "keys.db")
    async with Store.open(data, MASTER) as store:
        assert store.keyless == [person_id]
        async with store.transaction() as tx:
            assert person_id in await people.everybody(tx)
        with pytest.raises(Unreadable):
            await store.vault.sealer(person_id)
