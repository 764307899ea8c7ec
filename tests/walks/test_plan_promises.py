"""What was promised about a plan is kept: its moment, its voice, its words and its silence."""

from __future__ import annotations

import itertools

from tests.walks.phone import PLAN, Phone, Walk, calmly


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


async def reminded(walk: Walk) -> Phone:
    """Somebody who was just reminded of a plan, on Friday at ten."""
    sanne = await walk.member()
    await sanne.do(*PLAN)
    sanne.look()
    await walk.at("2026-11-27", "10:00")
    assert "Je plan is nu" in sanne.says()
    return sanne


async def asked(walk: Walk, sanne: Phone, days: int = 25) -> int:
    """How often something asks about the plan in the days to come."""
    times = 0
    for _ in range(days):
        sanne.look()
        await walk.by(days=1)
        times += "Hoe ging het?" in sanne.says()
    return times


async def test_news_of_a_plan_after_its_reminder_is_heard_and_the_plan_is_done(walk: Walk) -> None:
    """No *Zullen we daarover praten?*: the plan is offered, is done, stands so in the own document, and is not asked about."""
    sanne = await reminded(walk)
    said = await sanne.type("gelukt!! eigenlijk pas bij zes tellen")
    assert "Hoort dit bij je plan?" in said
    assert sanne.labels() == ["Gelukt", "Een beetje", "Nog niet", "Nee, iets anders"]
    assert "Het is je gelukt." in await sanne.press("Gelukt")
    assert [row["state"] for row in walk.rows("intention")] == ["done"]
    await sanne.do("mn mond houden", "Het is klaar")
    await sanne.type("/mijn")
    said = await sanne.press(next(label for label in sanne.labels() if label.startswith("Mijn plannen")))
    assert "Klaar" in said
    assert "eigenlijk pas bij zes tellen" in said
    assert await asked(walk, sanne) == 0


async def test_news_that_is_something_else_is_talked_about(walk: Walk) -> None:
    sanne = await reminded(walk)
    await sanne.type("ik heb net mijn diploma gehaald")
    assert "diploma" in await sanne.press("Nee, iets anders")
    assert [row["state"] for row in walk.rows("intention")] == ["active"]


async def test_news_of_a_plan_is_heard_while_an_older_question_stands_open(walk: Walk) -> None:
    """What is typed after a reminder is about the plan, not an answer to a question of days ago."""
    sanne = await walk.member()
    await sanne.do(*PLAN)
    await walk.at("2026-11-26", "15:00")
    await sanne.talk("Waar ligt je hart?")
    await walk.at("2026-11-27", "10:01")
    assert "Hoort dit bij je plan?" in await sanne.type("yess gevraagd")


async def test_my_plan_has_a_button_that_says_it_worked(walk: Walk) -> None:
    """Done at once; a question that is left lying changes nothing of that."""
    sanne = await reminded(walk)
    await sanne.type("mijn plan")
    assert "Wat hielp daarbij?" in await sanne.press("Gelukt")
    assert [row["state"] for row in walk.rows("intention")] == ["done"]
    assert await asked(walk, sanne) == 0


async def test_whoever_wants_no_more_questions_about_a_plan_that_failed_gets_none(walk: Walk) -> None:
    """A no of a colleague gets a warm line; the plan stays, and is not asked about."""
    sanne = await reminded(walk)
    await walk.at("2026-11-30", "12:00")
    said = await sanne.type("ayse zegt nee. zij wil ook vrijdag. ik schaam")
    assert "Een nee krijgen is niet fijn." in said
    assert "Is het gelukt?" not in said
    assert "Ik vraag er niet meer naar." in await sanne.do("Zo laten", "Nee, niet meer")
    assert [row["state"] for row in walk.rows("intention")] == ["active"]
    assert await asked(walk, sanne) == 0


async def test_a_habit_that_works_goes_on(walk: Walk) -> None:
    """*Gelukt* ends no habit: next Monday its words come again."""
    sanne = await walk.finished()
    await sanne.type("/plan")
    await sanne.press("Een plan maken")
    await sanne.do("Ik vraag een collega om hulp", "elke maandag om 9 uur", "Dan doe ik het na mijn werk", "8", "Klopt")
    await walk.at("2026-11-30", "09:00")
    await sanne.type("ging goed")
    await sanne.do("Gelukt", "liever niet", "Hiermee doorgaan")
    sanne.look()
    await walk.at("2026-12-07", "09:00")
    assert "Je plan is nu" in sanne.says()


async def test_what_comes_of_itself_never_comes_within_the_same_hours(walk: Walk) -> None:
    """Two plans, an open question and nudges: whatever is due together, the later one waits."""
    sanne = await planned_twice(walk)
    came: list[int] = []
    for _ in range(24 * 24):
        sanne.look()
        await walk.by(hours=1)
        of_itself = ("Hoe ging het?", "Je was met een vraag bezig", "Niet voor mij")
        for message in sanne.news():
            if any(words in message.text or words in message.labels for words in of_itself):
                came.append(message.date)
    assert len(came) >= 5
    assert all(later - earlier >= 4 * 3600 for earlier, later in itertools.pairwise(came))


async def planned_twice(walk: Walk) -> Phone:
    """Somebody with two plans for the same hour and an open question."""
    sanne = await walk.member()
    await sanne.do(*PLAN)
    await sanne.type("/plan")
    await sanne.press("Een plan maken")
    await sanne.do("Ik zoek uit wat er kan", "vrijdag om 10 uur", "Dan doe ik het na mijn werk", "8", "Klopt")
    await sanne.talk("Waar ligt je hart?")
    return sanne
