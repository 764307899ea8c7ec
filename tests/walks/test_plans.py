"""Plans: reminded in the person's own words, asked about afterwards, changed and stopped without a trace of the old words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from dialogues.library import Library
from tests.walks.phone import AMSTERDAM, PLAN, Phone, Walk, walking

HABIT = ("Ik vraag een collega om hulp", "elke maandag om 9 uur", "Dan doe ik het na mijn werk", "?8", "Klopt")


async def planned(walk: Walk) -> Phone:
    """Somebody with a plan for Friday at ten."""
    sanne = await walk.member()
    await sanne.do(*PLAN)
    return sanne


async def with_habit(walk: Walk) -> Phone:
    """Somebody outside a talk with a plan for every Monday at nine."""
    sanne = await walk.finished()
    await sanne.type("plan")
    await sanne.press("Een plan maken")
    await sanne.do(*HABIT)
    return sanne


async def test_a_plan_is_shown_confirmed_and_kept(walk: Walk) -> None:
    """Als, dan, te druk on lines of their own; then when the words come and when it is asked about."""
    sanne = await walk.member()
    await sanne.do(*PLAN[:-3])
    said = sanne.says()
    for line in ("Als: vrijdag om 10 uur", "Dan: ik vraag om een gesprek", "Te druk? Dan doe ik het na mijn werk"):
        assert line in said
    said = await sanne.press("Klopt")
    assert "vrijdag om 10 uur" in said
    assert "maandag 30 november" in said


async def test_the_reminder_comes_at_its_moment_in_the_own_words(walk: Walk) -> None:
    """Not a minute before ten on Friday, and then exactly the words that were agreed."""
    sanne = await planned(walk)
    sanne.look()
    await walk.at("2026-11-27", "09:59")
    assert "Je plan is nu" not in sanne.says()
    await walk.at("2026-11-27", "10:00")
    assert "Je plan is nu" in sanne.says()
    assert "Dan: ik vraag om een gesprek" in sanne.says()


async def test_the_follow_up_comes_after_the_moment_and_once_more_a_week_later(walk: Walk) -> None:
    """Asked on Monday and a week later, and never again."""
    sanne = await planned(walk)
    asked = []
    for _ in range(60):
        sanne.look()
        await walk.by(days=1)
        if "Hoe ging het?" in sanne.says():
            asked.append(walk.local.date().isoformat())
    assert asked == ["2026-11-30", "2026-12-07"]


@pytest.mark.parametrize(
    ("acts", "words", "state"),
    [
        (("Gelukt", "mijn collega dacht mee", "Het is klaar"), "Dit plan is klaar", "done"),
        (("Een beetje", "ik heb het gevraagd", "Zo laten"), "Je plan blijft zoals het is", "active"),
        (("Nog niet", "Geen tijd", "Zo laten", "Ja, over een week"), "Dan vraag ik het over een week", "active"),
        (("Veranderen", "donderdag om 11 uur", "Klopt"), "Je plan staat", "active"),
        (("Stoppen",), "Dit plan stopt", "stopped"),
    ],
)
async def test_each_of_the_five_answers_goes_its_own_way(
    walk: Walk, acts: tuple[str, ...], words: str, state: str
) -> None:
    """Gelukt, een beetje, nog niet, veranderen, stoppen: five answers, five ways, never a reproach."""
    sanne = await planned(walk)
    await walk.at("2026-11-30", "12:00")
    assert "Hoe ging het?" in sanne.transcript()
    said = await sanne.do(*acts)
    for step in ("Dan doe ik het na mijn werk", "8", "Klopt"):
        if words not in said and step in sanne.labels():
            said = await sanne.press(step)
    assert words in said, sanne.transcript()
    assert [row["state"] for row in walk.rows("intention")] == [state]


async def test_each_answer_gets_other_words(walk: Walk) -> None:
    """The first reply to each of the five is not the same."""
    replies = []
    for number, label in enumerate(("Gelukt", "Een beetje", "Nog niet", "Veranderen", "Stoppen")):
        sanne = await walk.member(f"S{number}")
        await sanne.do(*PLAN)
        replies.append((sanne, label))
    await walk.at("2026-11-30", "12:00")
    assert len({await phone.press(label) for phone, label in replies}) == 5


async def test_a_changed_plan_never_sends_its_old_words(walk: Walk) -> None:
    """Changed the day before: only the new words come, at the new moment."""
    sanne = await planned(walk)
    await walk.at("2026-11-26", "12:00")
    await sanne.type("mijn plan")
    await sanne.press("Veranderen")
    await sanne.do("Wanneer", "vrijdag om 14 uur", "Aanpassen", "Wat ik doe", "Anders…", "ik bel de opleider", "Klopt")
    assert "Je plan staat" in sanne.transcript()
    sanne.look()
    await walk.at("2026-11-28", "12:00")
    assert sanne.says().count("Je plan is nu") == 1
    assert "ik bel de opleider" in sanne.says()
    assert "ik vraag om een gesprek" not in sanne.says()
    reminder = next(m for m in sanne.news() if "Je plan is nu" in m.text)
    assert reminder.date == (walk.local.replace(day=27, hour=14, minute=0)).timestamp()


async def test_a_plan_changed_while_its_reminder_is_due_sends_only_the_new_words(walk: Walk) -> None:
    """The words are read when it is sent: at the moment itself the newest plan counts."""
    sanne = await planned(walk)
    await walk.at("2026-11-27", "09:45")
    await sanne.type("mijn plan")
    await sanne.press("Veranderen")
    await sanne.do("Wanneer", "vandaag om 16 uur", "Aanpassen", "Wat ik doe", "Anders…", "ik bel de opleider", "Klopt")
    sanne.look()
    await walk.at("2026-11-27", "23:00")
    assert "ik vraag om een gesprek" not in sanne.says()
    assert sanne.says().count("Je plan is nu") == 1


async def test_a_stopped_plan_is_silent(walk: Walk) -> None:
    """After stopping, no reminder and no question ever come."""
    sanne = await planned(walk)
    await sanne.type("mijn plan")
    assert "Dit plan stopt" in await sanne.press("Stoppen")
    sanne.look()
    await walk.by(days=30)
    assert "plan is nu" not in sanne.says()
    assert "Hoe ging het" not in sanne.says()


async def test_a_spoken_plan_is_played_back(walk: Walk) -> None:
    """The voice message comes back as it was, at the reminder."""
    sanne = await walk.member()
    await sanne.do(*PLAN[:-3])
    assert "Spreek je plan in" in await sanne.press("Inspreken")
    assert "Je stem is bewaard" in await sanne.send("voice", seconds=4)
    await sanne.press("Klopt")
    spoken = sanne.own().body["voice"]
    sanne.look()
    await walk.at("2026-11-27", "10:00")
    (reminder,) = [message for message in sanne.news() if message.kind == "voice"]
    assert reminder.body["voice"]["file_id"] == spoken["file_id"]
    assert "Dan: ik vraag om een gesprek" in reminder.text


async def test_a_plan_of_which_only_the_day_is_known_says_that_day(walk: Walk) -> None:
    """Who would rather not say when, but names a day, reads that day as the cue and gets it back in the reminder."""
    sanne = await walk.finished()
    await sanne.type("/plan")
    await sanne.press("Een plan maken")
    await sanne.do(
        "Ik zoek uit wat er kan", "liever niet", "Morgen", "?8 uur 's ochtends", "liever niet", "?8", "Klopt"
    )
    sanne.look()
    await walk.by(days=1)
    assert "Als: dinsdag" in sanne.says()


async def test_who_types_where_speaking_was_offered_is_not_stuck(walk: Walk) -> None:
    """Typed words at the microphone lead on to changing the plan."""
    sanne = await walk.member()
    await sanne.do(*PLAN[:-3])
    await sanne.press("Inspreken")
    said = await sanne.type("ik wil toch typen")
    assert sanne.labels(), said


async def test_a_habit_keeps_its_wall_time_over_both_clock_changes(tmp_path: Path, library: Library) -> None:
    """Every Monday at nine in Amsterdam, in winter and in summer time alike; asked about on days 21 and 66 too."""
    async with walking(tmp_path, library=library, start=datetime(2027, 3, 1, 9, tzinfo=UTC)) as walk:
        sanne = await with_habit(walk)
        made = walk.now
        reminders, asked = [], []
        for _ in range(72):
            sanne.look()
            await walk.by(days=1)
            for message in sanne.news():
                at = datetime.fromtimestamp(message.date, AMSTERDAM)
                if "Je plan is nu" in message.text:
                    reminders.append(at)
                elif "Hoe ging het?" in message.text:
                    asked.append((at - made).days)
    assert [at.strftime("%d-%m %H:%M %z") for at in reminders[:5]] == [
        *("08-03 09:00 +0100", "15-03 09:00 +0100", "22-03 09:00 +0100"),
        *("29-03 09:00 +0200", "05-04 09:00 +0200"),
    ]
    assert len(reminders) == 10
    assert {21, 66} <= {day for asked_on in asked for day in (asked_on, asked_on + 1)}, asked
    assert len(asked) == 4


async def test_a_reminder_slept_through_is_dropped_and_noted_and_the_habit_goes_on(walk: Walk) -> None:
    """The machine slept a day: the late words are not said, a note says so, and next Monday's come."""
    sanne = await with_habit(walk)
    await walk.at("2026-11-29", "20:00")
    sanne.look()
    await walk.asleep_until(walk.now + timedelta(days=1))
    assert "Je plan is nu" not in sanne.says()
    assert [(row["kind"], row["reason"]) for row in walk.rows("outbox") if row["state"] == "dropped"] == [
        ("reminder", "too_late")
    ]
    await walk.at("2026-12-07", "09:00")
    assert sanne.says().count("Je plan is nu") == 1


async def test_the_calendar_file_opens(walk: Walk) -> None:
    """The .ics is read by icalendar, names its zone, and carries the recurrence and none of the own words."""
    sanne = await with_habit(walk)
    await sanne.type("mijn plan")
    await sanne.press("In mijn agenda")
    (message,) = sanne.news()
    stored = walk.simulator.world.files.by_id(message.body["document"]["file_id"])
    calendar = Calendar.from_ical(stored.content)
    (event,) = calendar.walk("VEVENT")
    assert event.decoded("dtstart").strftime("%Y-%m-%d %H:%M") == "2026-11-30 09:00"
    assert str(event["summary"]) == "Mijn plan"
    assert b"collega" not in stored.content
    assert b"RRULE:FREQ=WEEKLY" in stored.content
    assert calendar.walk("VTIMEZONE")
    assert "Stoppen" in sanne.shown("Veranderen").labels


async def test_the_first_monday_of_each_month_stays_the_first_monday(walk: Walk) -> None:
    """Not the seventh of each month, because the first one was; the calendar file says so too."""
    sanne = await walk.finished()
    await sanne.type("plan")
    await sanne.press("Een plan maken")
    await sanne.do(HABIT[0], "elke eerste maandag van de maand om 9 uur", "Zo is het goed", *HABIT[2:])
    await sanne.type("mijn plan")
    await sanne.press("In mijn agenda")
    stored = walk.simulator.world.files.by_id(sanne.news()[0].body["document"]["file_id"])
    assert b"RRULE:FREQ=MONTHLY;BYDAY=1MO" in stored.content
    reminded = []
    for day in ("2026-12-07", "2027-01-04", "2027-01-07"):
        await walk.at(day, "08:00")
        sanne.look()
        await walk.at(day, "09:01")
        reminded += [day] if "Je plan is nu" in sanne.says() else []
    assert reminded == ["2026-12-07", "2027-01-04"]


async def test_at_most_two_plans(walk: Walk) -> None:
    """A third is not made, whether asked for in the menu or finished in a talk that stood open beside."""
    sanne = await with_habit(walk)
    await sanne.talk("Een klein plan maken")
    await sanne.do(*HABIT[:-1])
    await sanne.type("/plan")
    await sanne.press("Een plan maken")
    await sanne.do(*HABIT)
    assert len(walk.rows("intention")) == 2
    await sanne.type("praten")
    await sanne.press("Verder waar we waren")
    assert "Je hebt al twee plannen" in await sanne.press("Klopt")
    assert "Je hebt al twee plannen" in await sanne.talk("Een klein plan maken")
    assert len(walk.rows("intention")) == 2
