"""The own document's items: kept in order, changed against their revision, removed by their owner alone."""

from datetime import timedelta

import pytest

from storage import documents
from storage.errors import Conflict
from storage.store import Store
from tests.storage.filled import NOW, add_person


async def test_an_item_is_kept_changed_and_removed(store: Store) -> None:
    """Guard: the revision in `documents._SAVE`."""
    person_id = await add_person(store)
    async with store.transaction() as tx:
        for number, item_id in enumerate(("b", "a")):
            when = NOW + timedelta(days=number)
            await documents.add(tx, item_id=item_id, person_id=person_id, sealed_body=b"0", now=when)
        assert [(row.id, row.revision) for row in await documents.of(tx, person_id)] == [("b", 1), ("a", 1)]
        assert await documents.save(tx, "b", 1, b"1") == 2
        with pytest.raises(Conflict):
            await documents.save(tx, "b", 1, b"2")
        assert [row.sealed_body for row in await documents.of(tx, person_id)] == [b"1", b"0"]
        assert await documents.remove(tx, person_id, "b")
        assert not await documents.remove(tx, person_id, "b")
        with pytest.raises(Conflict):
            await documents.save(tx, "b", 2, b"3")


async def test_nobody_removes_an_item_of_somebody_else(store: Store) -> None:
    """Guard: the person in `documents._REMOVE`."""
    one, other = await add_person(store, 1), await add_person(store, 2)
    async with store.transaction() as tx:
        await documents.add(tx, item_id="i", person_id=one, sealed_body=b"0", now=NOW)
        assert not await documents.remove(tx, other, "i")
        assert len(await documents.of(tx, one)) == 1
        assert await documents.of(tx, other) == []
