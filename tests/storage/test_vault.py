"""The vault: sealing, lookups, keys that come and go."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.errors import Erased, Unreadable
from storage.files import prepare, release
from storage.sealing import Sealer, derived, open_json, seal_json
from storage.store import Store
from storage.vault import _REMEMBERED_PEOPLE
from tests.storage.filled import MASTER, add_person, found

KEY, OTHER = Sealer(b"k" * 32), Sealer(b"o" * 32)


@given(st.binary(max_size=300), st.text(max_size=20))
def test_what_is_sealed_opens_again(value: bytes, purpose: str) -> None:
    blob = KEY.seal(value, purpose)
    assert KEY.open(blob, purpose) == value
    assert KEY.seal(value, purpose) != blob  # another nonce each time, so equal answers do not look equal


@given(st.binary(min_size=1, max_size=60), st.data())
def test_a_changed_value_does_not_open(value: bytes, draw: st.DataObject) -> None:
    blob = bytearray(KEY.seal(value, "plan"))
    place = draw.draw(st.integers(0, len(blob) - 1))
    blob[place] ^= draw.draw(st.integers(1, 255))
    with pytest.raises(Unreadable):
        KEY.open(bytes(blob), "plan")


@pytest.mark.parametrize("blob", [b"", b"\x01", b"\x01short", KEY.seal(b"x", "profile")[:-1]])
def test_what_is_no_sealed_value_is_refused(blob: bytes) -> None:
    with pytest.raises(Unreadable):
        KEY.open(blob, "profile")


def test_a_value_opens_for_its_purpose_and_key_only() -> None:
    blob = seal_json(KEY, {"naam": "Zoë"}, "profile")
    assert open_json(KEY, blob, "profile") == {"naam": "Zoë"}
    with pytest.raises(Unreadable):
        open_json(KEY, blob, "plan")
    with pytest.raises(Unreadable):
        open_json(OTHER, blob, "profile")


def test_the_lookup_key_is_not_the_wrapping_key(data: Path) -> None:
    """Guard: `files._derive` takes another salt and another use for each."""
    keys, lock = prepare(data, MASTER, beside=False)
    release(lock)
    assert len({keys.lookup, keys.wrapping, keys.check, MASTER}) == 4
    with closing(sqlite3.connect(data / "keys.db")) as connection:
        salts = dict(connection.execute("SELECT name, value FROM meta"))
    assert salts["wrap_salt"] != salts["lookup_salt"]
    assert keys.lookup == derived(MASTER, salts["lookup_salt"], "lookup")
    assert keys.wrapping == derived(MASTER, salts["wrap_salt"], "wrapping")
    for key in (keys.lookup, keys.wrapping, keys.check):
        assert found(data, key) == []


async def test_the_lookup_is_stable_and_differs_between_installations(tmp_path: Path) -> None:
    async with Store.open(tmp_path / "one", MASTER) as store:
        first = store.vault.lookup("912837")
        assert first == store.vault.lookup("912837")
        assert first != store.vault.lookup("912838")
        assert len(first) == 64
    async with Store.open(tmp_path / "one", MASTER) as store:
        assert store.vault.lookup("912837") == first
    async with Store.open(tmp_path / "two", MASTER) as store:
        assert store.vault.lookup("912837") != first


async def test_each_person_has_a_key_that_lasts(data: Path) -> None:
    async with Store.open(data, MASTER) as store:
        one, two = await add_person(store, 1), await add_person(store, 2)
        blob = (await store.vault.sealer(one)).seal(b"nachtdienst", "x")
        await store.vault.create(one)  # again: the same key
        with pytest.raises(Unreadable):
            (await store.vault.sealer(two)).open(blob, "x")
    async with Store.open(data, MASTER) as store:
        assert (await store.vault.sealer(one)).open(blob, "x") == b"nachtdienst"


async def test_a_key_that_was_never_made_is_unreadable_not_new(store: Store) -> None:
    with pytest.raises(Unreadable):
        await store.vault.sealer("nobody")


async def test_a_destroyed_key_works_nowhere_any_more(data: Path) -> None:
    async with Store.open(data, MASTER) as store:
        person_id = await add_person(store)
        held = await store.vault.sealer(person_id)
        blob = held.seal(b"nachtdienst", "x")
        with closing(sqlite3.connect(data / "keys.db")) as connection:
            (wrapped,) = connection.execute("SELECT wrapped FROM person_key").fetchone()
        assert found(data, wrapped) == ["keys.db-wal"]
        await store.vault.destroy(person_id)
        await store.vault.destroy(person_id)
        # Guard: secure_delete and the checkpoint in `destroy`. Without the second the key is still in keys.db-wal.
        assert found(data, wrapped) == []
        with pytest.raises(Erased):
            held.open(blob, "x")
        with pytest.raises(Erased):
            held.seal(b"", "x")
        with pytest.raises(Erased):
            await store.vault.sealer(person_id)
        with pytest.raises(Erased):
            await store.vault.create(person_id)
    assert found(data, wrapped) == []


async def test_day_keys_are_one_a_day_and_go(data: Path) -> None:
    monday, tuesday = date(2026, 11, 23), date(2026, 11, 24)
    async with Store.open(data, MASTER) as store:
        key_id, sealer = await store.vault.day_sealer(monday)
        assert await store.vault.day_sealer(monday) == (key_id, sealer)
        other_id, _ = await store.vault.day_sealer(tuesday)
        assert other_id != key_id
        blob = sealer.seal(b"update", "inbox")
    async with Store.open(data, MASTER) as store:
        assert (await store.vault.day_sealer_by_id(key_id)).open(blob, "inbox") == b"update"
        assert (await store.vault.day_sealer(monday))[0] == key_id
        held = await store.vault.day_sealer_by_id(key_id)
        assert await store.vault.drop_old_days(tuesday) == 1
        with pytest.raises(Unreadable):
            held.open(blob, "inbox")
        with pytest.raises(Unreadable):
            await store.vault.day_sealer_by_id(key_id)
        again_id, _ = await store.vault.day_sealer(monday)
        assert again_id != key_id
        assert (await store.vault.day_sealer(tuesday))[0] == other_id


async def test_only_so_many_sealers_stay_in_memory(store: Store) -> None:
    for number in range(_REMEMBERED_PEOPLE + 10):
        store.vault._people[f"p{number}"] = KEY
    person_id = await add_person(store)
    assert len(store.vault._people) == _REMEMBERED_PEOPLE
    assert person_id in store.vault._people
