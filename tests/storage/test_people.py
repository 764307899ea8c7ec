"""People, teams, and the way in."""

from datetime import timedelta

import pytest

from storage import invitations, newcomers, people, teams
from storage.errors import Conflict
from storage.ids import new_id
from storage.sealing import open_json
from storage.store import Store
from storage.transaction import Transaction
from tests.storage.filled import CHAT, NOW, WHERE, add_person

LATER = NOW + timedelta(days=1)


def test_ids_are_random_and_of_the_right_version() -> None:
    made = {new_id() for _ in range(1000)}
    assert len(made) == 1000
    assert {len(one) for one in made} == {32}
    assert {one[12] for one in made} == {"4"}
    assert {one[16] for one in made} == set("89ab")


async def test_a_person_is_found_by_how_they_reach_us_in_one_statement(store: Store) -> None:
    person_id = await add_person(store)
    id_hash = store.vault.lookup(str(CHAT))
    async with store.transaction() as tx:
        found = await people.find(tx, **WHERE, id_hash=id_hash)
        assert tx.statements == 1
        assert await people.find(tx, **{**WHERE, "bot": "another"}, id_hash=id_hash) is None
    assert found is not None
    sealer = await store.vault.sealer(person_id)
    assert open_json(sealer, found.sealed_address, "address") == {"chat": CHAT}
    assert open_json(sealer, found.sealed_profile, "profile") == {"name": "Zephyrine Quackelbeen"}
    assert (found.id, found.revision, found.created_at, found.state, found.blocked) == (
        person_id,
        1,
        NOW,
        "active",
        False,
    )


async def test_nobody_takes_the_place_of_another(store: Store) -> None:
    await add_person(store)
    with pytest.raises(Conflict):
        await add_person(store)
    async with store.transaction() as tx:
        assert len(await people.everybody(tx)) == 1


async def test_a_person_is_reached_on_two_phones(store: Store) -> None:
    person_id = await add_person(store)
    old, new = store.vault.lookup(str(CHAT)), store.vault.lookup("another chat")
    async with store.transaction() as tx:
        await people.add_identity(tx, person_id, **WHERE, id_hash=new, sealed_address=b"sealed")
        assert {each.id_hash for each in await people.identities(tx, person_id)} == {old, new}
        found = [await people.find(tx, **WHERE, id_hash=each) for each in (old, new)]
        assert [each and each.id for each in found] == [person_id, person_id]


async def test_who_is_blocked_is_kept(store: Store) -> None:
    one, two = await add_person(store, 1), await add_person(store, 2)
    async with store.transaction() as tx:
        await people.set_blocked(tx, one, True)
        reach = {row.person_id: row.blocked for row in await people.reach(tx, [one, two, "nobody"])}
        assert reach == {one: True, two: False}
        await people.set_blocked(tx, one, False)
        assert not (await people.reach(tx, [one]))[0].blocked


async def _tree(tx: Transaction) -> tuple[str, str, str]:
    top = await teams.create(tx, "Zorggroep", NOW)
    region = await teams.create(tx, "Regio", NOW, top)
    return top, region, await teams.create(tx, "Wijkteam", NOW, region)


async def test_a_role_counts_in_its_team_and_below_and_nowhere_else(store: Store) -> None:
    lead = await add_person(store)
    async with store.transaction() as tx:
        top, region, ward = await _tree(tx)
        assert await teams.join(tx, lead, region, "lead", NOW)
        assert not await teams.join(tx, lead, region, "lead", LATER)
        assert [await teams.holds(tx, lead, "lead", team) for team in (top, region, ward)] == [False, True, True]
        assert not await teams.holds(tx, lead, "hr", ward)
        assert [(row.role, row.since) for row in await teams.roles(tx, lead)] == [("lead", NOW)]
        assert await teams.leave(tx, lead, region, "lead")
        assert not await teams.leave(tx, lead, region, "lead")
        assert not await teams.holds(tx, lead, "lead", region)


async def test_an_audience_is_everybody_in_the_team_and_below_once(store: Store) -> None:
    one, two, three = [await add_person(store, chat) for chat in range(3)]
    async with store.transaction() as tx:
        top, region, ward = await _tree(tx)
        for person_id, team, role in (
            (one, ward, "employee"),
            (one, region, "employee"),
            (two, region, "employee"),
            (two, region, "lead"),
            (three, top, "employee"),
        ):
            await teams.join(tx, person_id, team, role, NOW)
        assert set(await teams.audience(tx, ward)) == {one}
        assert sorted(await teams.audience(tx, region)) == sorted([one, two])
        assert sorted(await teams.audience(tx, None)) == sorted([one, two, three])
        assert await teams.audience(tx, top, "lead") == [two]
        assert [row.person_id for row in await teams.members(tx, region, "lead")] == [two]
        assert len(await teams.members(tx, region)) == 3


async def test_teams_are_found_by_name_and_place(store: Store) -> None:
    async with store.transaction() as tx:
        top, region, ward = await _tree(tx)
        assert await teams.count(tx) == 3
        assert [row.name for row in await teams.every(tx)] == ["Regio", "Wijkteam", "Zorggroep"]
        assert [row.id for row in await teams.children(tx, top)] == [region]
        (row,) = await teams.named(tx, "Wijkteam")
        assert (row.id, row.parent_id) == (ward, region)
        assert await teams.get(tx, "nowhere") is None


async def _invite(tx: Transaction, uses: int | None = None, token_hash: str = "t") -> str:
    team_id = await teams.create(tx, "Wijkteam", NOW)
    return await invitations.create(
        tx,
        token_hash=token_hash,
        team_id=team_id,
        role="employee",
        expires_at=LATER,
        created_by="administrator",
        now=NOW,
        uses=uses,
    )


async def _refusal(tx: Transaction, invitation_id: str, now: object = NOW) -> str | None:
    row = await invitations.get(tx, invitation_id)
    assert row is not None
    return row.refusal(now)  # type: ignore[arg-type]


async def test_an_invitation_lets_in_as_often_as_it_says(store: Store) -> None:
    """Guard: the conditions in `invitations._REDEEM`, which hold also where two press at once."""
    async with store.transaction() as tx:
        twice, always = await _invite(tx, 2, "a"), await _invite(tx, None, "b")
        assert [await invitations.redeem(tx, twice, NOW) for _ in range(3)] == [True, True, False]
        assert [await invitations.redeem(tx, always, NOW) for _ in range(3)] == [True, True, True]
        assert await _refusal(tx, twice) == "used_up"
        assert await _refusal(tx, always) is None
        found = await invitations.find(tx, "a")
        assert found is not None
        assert found.id == twice
        assert await invitations.find(tx, "unknown") is None


async def test_an_invitation_lets_nobody_in_when_expired_or_withdrawn(store: Store) -> None:
    async with store.transaction() as tx:
        invitation_id = await _invite(tx)
        assert not await invitations.redeem(tx, invitation_id, LATER)
        assert await _refusal(tx, invitation_id, LATER) == "expired"
        assert await invitations.withdraw(tx, invitation_id, NOW)
        assert not await invitations.withdraw(tx, invitation_id, NOW)
        assert not await invitations.redeem(tx, invitation_id, NOW)
        assert await _refusal(tx, invitation_id) == "withdrawn"
        row = await invitations.get(tx, invitation_id)
        assert row is not None
        assert [one.id for one in await invitations.of_team(tx, row.team_id)] == [invitation_id]


async def test_a_newcomer_is_kept_for_the_last_link_and_forgotten(store: Store) -> None:
    async with store.transaction() as tx:
        first, second = await _invite(tx, None, "a"), await _invite(tx, None, "b")
        for invitation_id, now in ((first, NOW), (second, LATER)):
            await newcomers.keep(
                tx, id_hash="h", sealed_address=b"sealed", key_id="k", invitation_id=invitation_id, now=now
            )
            row = await newcomers.find(tx, "h")
            assert row is not None
            assert (row.invitation_id, row.since, row.welcomed) == (invitation_id, now, False)
            await newcomers.welcomed(tx, "h")
            row = await newcomers.find(tx, "h")
            assert row is not None
            assert row.welcomed
        assert await newcomers.sweep(tx, LATER) == 0
        assert await newcomers.sweep(tx, LATER + timedelta(seconds=1)) == 1
        assert await newcomers.find(tx, "h") is None
        assert not await newcomers.remove(tx, "h")
