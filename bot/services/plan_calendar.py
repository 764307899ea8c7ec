"""A plan as a file for the person's own calendar."""

from __future__ import annotations

import base64
from datetime import datetime, timedelta

from icalendar import Calendar, Event

from bot.messages import Attachment
from bot.services.person import Person
from bot.services.plan_times import remind_at
from bot.services.plans import Kept, one
from bot.services.turn import Turn


async def show(turn: Turn, plan_id: str) -> None:
    """The plan as a file for the person's own calendar."""
    kept = await one(turn, plan_id)
    if turn.person is None or kept is None or kept.plan.moment is None or kept.plan.moment.start is None:
        await turn.tell("plan_gone")
        return
    content = base64.b64encode(as_ics(kept, turn.person, turn.now, turn.word("calendar_title"))).decode()
    message = turn.phrase("calendar_file").model_copy(
        update={"attachment": Attachment(kind="document", name="plan.ics", content=content)}
    )
    await turn.say(message)


def as_ics(kept: Kept, person: Person, now: datetime, title: str) -> bytes:
    """The plan as iCalendar (RFC 5545), in the person's zone, with its recurrence.

    None of its words: colleagues may read a work calendar.
    """
    plan = kept.plan
    start = remind_at(plan, person, plan.made) or now
    event = Event()
    event.add("uid", f"{kept.id}@aanzet")
    event.add("dtstamp", now)
    event.add("dtstart", start.astimezone(person.profile.timezone))
    event.add("duration", timedelta(minutes=15))
    event.add("summary", title)
    event.add("class", "PRIVATE")
    rules: dict[str, dict[str, object]] = {
        "daily": {"freq": "daily"},
        "weekdays": {"freq": "weekly", "byday": ["mo", "tu", "we", "th", "fr"]},
        "weekly": {"freq": "weekly"},
        "biweekly": {"freq": "weekly", "interval": 2},
        "monthly": {"freq": "monthly"},
    }
    if plan.moment is not None and plan.moment.recurrence in rules:
        rule = rules[plan.moment.recurrence]
        if plan.moment.nth is not None:
            day = ("mo", "tu", "we", "th", "fr", "sa", "su")[start.astimezone(person.profile.timezone).weekday()]
            rule = rule | {"byday": f"{plan.moment.nth}{day}"}
        event.add("rrule", rule)
    file = Calendar()
    file.add("prodid", "-//Aanzet//plan//NL")
    file.add("version", "2.0")
    file.add_component(event)
    file.add_missing_timezones()  # RFC 5545, 3.6.5: a zone that is named must be described
    return bytes(file.to_ical())
