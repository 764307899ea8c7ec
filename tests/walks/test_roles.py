"""Roles are looked at in the moment of acting, never trusted from a button or a talk that began earlier."""

from __future__ import annotations

import pytest

from storage import teams
from tests.walks.phone import Phone, Walk


async def lose(walk: Walk, role: str) -> None:
    """The administrator takes the role away."""
    async with walk.store.transaction() as tx:
        for row in walk.rows("membership"):
            if row["role"] == role:
                assert await teams.leave(tx, row["person_id"], row["team_id"], role)


async def lead_with_team(walk: Walk) -> Phone:
    karim = await walk.member("Karim", "lead")
    await karim.press("Team maken")
    await karim.do("De Wilgen", "Ja")
    return karim


@pytest.mark.parametrize("command", ["team", "vragen", "bericht"])
async def test_an_employee_who_types_a_leads_command_gets_the_menu(walk: Walk, command: str) -> None:
    """No refusal, no hint: the employee's own menu, and nothing was done."""
    sanne = await walk.finished()
    assert "Waar kan ik je mee helpen?" in await sanne.type(f"/{command}")
    assert "Praten" in sanne.labels()
    assert not {"Team maken", "Korte vragen sturen", "Bericht sturen"} & set(sanne.labels())
    assert walk.rows("audit") == []


@pytest.mark.parametrize("command", ["team", "vragen", "bericht"])
async def test_a_stranger_who_types_a_leads_command_hears_how_to_join(walk: Walk, command: str) -> None:
    """Somebody without a link gets the way in and nothing else."""
    assert "link van je werk" in await walk.phone().type(f"/{command}")


@pytest.mark.parametrize("command", ["team", "vragen"])
async def test_hr_is_no_lead(walk: Walk, command: str) -> None:
    """HR's role gives HR's buttons only."""
    els = await walk.member("Els", "hr")
    assert "Waar kan ik je mee helpen?" in await els.type(f"/{command}")
    assert "Bericht sturen" in els.labels()


async def test_a_lead_who_lost_the_role_is_refused_at_the_last_step(walk: Walk) -> None:
    """The talk began as lead; at the yes the role is gone, and so is the act."""
    karim = await lead_with_team(walk)
    await karim.type("/team")
    await karim.do("Nachtploeg")
    await lose(walk, "lead")
    assert "Dat kan alleen met een andere rol" in await karim.press("Ja")
    assert [row["name"] for row in walk.rows("team")].count("Nachtploeg") == 0


async def test_questions_are_refused_at_the_last_step_too(walk: Walk) -> None:
    """And no question goes out."""
    karim = await lead_with_team(walk)
    await karim.type("/vragen")
    await karim.do("De Wilgen", "3 dagen")
    await lose(walk, "lead")
    assert "Dat kan alleen met een andere rol" in await karim.press("Nu sturen")
    assert walk.rows("checkin") == []


async def test_a_broadcast_is_refused_at_the_last_step_and_cannot_be_stopped_by_others(walk: Walk) -> None:
    """HR without the role sends nothing, and stops nothing."""
    els = await walk.member("Els", "hr")
    await walk.finished()
    await els.type("/bericht")
    await els.do("Iedereen", "Nieuws", "Geen knop")
    await lose(walk, "hr")
    assert "Dat kan alleen met een andere rol" in await els.press("Versturen")
    assert walk.rows("broadcast") == []


async def test_the_buttons_of_a_role_that_is_gone_give_the_menu(walk: Walk) -> None:
    """An old 'Link van mijn team' shows no link any more."""
    karim = await lead_with_team(walk)
    await karim.type("/menu")
    await lose(walk, "lead")
    said = await karim.press("Link van mijn team")
    assert "t.me" not in said
    assert "Waar kan ik je mee helpen?" in said


@pytest.mark.parametrize(
    ("role", "typed", "words"),
    [
        ("lead", "team maken", "Hoe heet je team?"),
        ("lead", "Korte vragen sturen", "Aan welk team?"),
        ("hr", "bericht sturen", "Aan welke groep"),
        ("employee", "team maken", "Zullen we daarover praten?"),
    ],
)
async def test_the_words_on_a_roles_buttons_may_be_typed(walk: Walk, role: str, typed: str, words: str) -> None:
    """By those who have the role; for others they are words like any."""
    phone = await walk.finished() if role == "employee" else await walk.member("Karim", role)
    assert words in await phone.type(typed)
