"""What was promised about a plan is kept: its moment, its voice, its words and its silence."""

from __future__ import annotations

from tests.walks.phone import PLAN, Walk, calmly


async def test_the_spoken_plan_comes_back_also_when_the_clock_jumps_to_the_next_message(walk: Walk) -> None:
    """The demo's jump to what comes next stops at the reminder, and plays the voice."""
    sanne = await walk.member()
    await sanne.do(*PLAN[:-3], "Inspreken")
    await sanne.send("voice", seconds=4)
    await sanne.do("Klopt", "?Nu niet", "?Overslaan")
    spoken = next(message for message in reversed(sanne.chat()) if message.kind == "voice").body["voice"]
    for _ in range(6):
        sanne.look()
        await walk.demo.advance("next")
        played = [message for message in sanne.news() if message.kind == "voice"]
        if played:
            break
    assert played[0].body["voice"]["file_id"] == spoken["file_id"]
    assert walk.local.strftime("%a %H:%M") == "Fri 10:00"


async def test_a_no_to_the_direct_question_costs_nobody_the_reminder_they_agreed_on(walk: Walk) -> None:
    """A misread word, *Nee*, and on Friday the own words still come; nothing that nobody asked for comes for a week."""
    sanne = await walk.member()
    await sanne.do(*PLAN)
    await sanne.type("ik wil niet meer leven")
    await sanne.do("Nee", "Verder praten")
    sanne.look()
    await walk.at("2026-11-27", "10:00")
    assert sanne.says().count("Je plan is nu") == 1
    await walk.at("2026-11-30", "07:00")
    assert "Niet voor mij" not in sanne.labels()


async def test_a_plan_made_in_the_rest_is_reminded_as_promised(walk: Walk) -> None:
    """Who said yes and makes a plan a day later hears of it at the moment that was named."""
    sanne = await walk.finished()
    await sanne.type("ik wil niet meer leven")
    await sanne.press("Ja")
    await walk.by(days=1)
    await sanne.type("/plan")
    await sanne.press("Een plan maken")
    said = await sanne.do("Ik zoek uit wat er kan", "vrijdag om 10 uur", "Dan doe ik het na mijn werk", "8", "Klopt")
    assert "Op het moment zelf stuur ik je deze woorden" in said
    sanne.look()
    await walk.at("2026-11-27", "10:00")
    assert "Je plan is nu" in sanne.says()


async def test_a_relative_day_becomes_the_day_when_the_plan_is_kept(walk: Walk) -> None:
    """*Morgen in de pauze* reads wrong on the day itself; *dinsdag in de pauze* never does."""
    sanne = await walk.finished()
    await sanne.type("/plan")
    await sanne.press("Een plan maken")
    await sanne.do(
        "Ik zoek uit wat er kan", "Morgen in de pauze", "12 uur", "Dan doe ik het na mijn werk", "8", "Klopt"
    )
    sanne.look()
    await walk.at("2026-11-24", "12:00")
    assert "Als: dinsdag in de pauze" in sanne.says()
    assert "Als: dinsdag in de pauze" in await sanne.type("mijn plan")


@calmly
async def test_hours_outside_the_own_hours_are_not_offered_and_no_hour_is_the_start_of_them(calm: Walk) -> None:
    """Evening people are not offered eight in the morning; what is no time is asked once more, and then they begin at one."""
    sanne = await calm.finished()
    await sanne.type("/pauze")
    await sanne.press("Liever 's middags en 's avonds")
    await sanne.type("/plan")
    await sanne.press("Een plan maken")
    await sanne.do("Ik zoek uit wat er kan", "zaterdag in de pauze")
    assert sanne.labels() == ["3 uur 's middags", "5 uur 's middags", "7 uur 's avonds"]
    assert "Hoe laat mag ik je dan schrijven?" in await sanne.type("dan regent het. volgende week dan")
    assert "Dan schrijf ik je als je uren beginnen." in await sanne.type("weet ik toch niet man")
    assert "Ik schrijf je zaterdag om 13 uur." in await sanne.do("Dan doe ik het na mijn werk", "8")
