"""Says a moment back in plain Dutch or English. It reads nothing; `moments` does."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Final

from dialogues.language.moments import Moment

WEEKDAYS: Final = {
    "nl": ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
MONTHS: Final = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december".split(),
    "en": "January February March April May June July August September October November December".split(),
}
NEAR: Final = {"nl": ("vandaag", "morgen", "overmorgen"), "en": ("today", "tomorrow", "the day after tomorrow")}
ON: Final = {"nl": "op", "en": "on"}
NTH: Final = {
    "nl": {1: "eerste", 2: "tweede", 3: "derde", 4: "vierde", -1: "laatste"},
    "en": {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"},
}
REPEATED: Final = {
    "nl": {
        "nth": "elke {nth} {weekday} van de maand",
        "daily": "elke dag",
        "weekdays": "elke werkdag",
        "weekly": "elke {weekday}",
        "biweekly": "om de week op {weekday}",
        "monthly": "elke maand op de {day}e",
    },
    "en": {
        "nth": "every {nth} {weekday} of the month",
        "daily": "every day",
        "weekdays": "every weekday",
        "weekly": "every {weekday}",
        "biweekly": "every other {weekday}",
        "monthly": "every month on day {day}",
    },
}


def describe(moment: Moment, now: datetime, language: str = "nl") -> str:
    """The moment in plain words, for showing: "vrijdag om 14.30 uur", "elke maandag", "vrijdag, na de overdracht", "op 3 december".

    In English "Friday at 14:30", "every Monday"; in any other language than English it is Dutch.
    """
    spoken = "en" if language == "en" else "nl"
    if moment.start is None:
        return moment.event or ""
    start = moment.start.astimezone(now.tzinfo)
    when = (
        _day_name(start.date(), now.date(), spoken) if moment.recurrence is None else _repeated(moment, start, spoken)
    )
    if not moment.all_day:
        when = f"{when} {_clock_name(start, spoken)}"
    return f"{when}, {moment.event}" if moment.event else when


_RELATIVE = re.compile(
    r"(?<!goede )(?<!goeie )(?<!dag )(?<!'s )(?<!\bs )(?<!\bde )(?<!elke )(?<!iedere )"
    r"\b(?:(?P<near>vandaag|overmorgen|morgen)(?P<part>vroeg|ochtend|middag|avond|nacht)?"
    r"|(?:van|deze )(?P<this>ochtend|middag|avond|nacht)"
    r"|(?:volgende week|volgende|aankomende|aanstaande|komende) (?:op )?(?P<day>(?:maan|dins|woens|donder|vrij|zater|zon)dag)"
    r"|(?P<near_en>today|the day after tomorrow|tomorrow)|this (?P<this_en>morning|afternoon|evening)|(?P<tonight>tonight))\b",
    re.IGNORECASE,
)


def anchored(words: str, day: date) -> str:
    """What somebody wrote of a moment, with the words that are true on one day only ("morgen in de pauze") as that day.

    On the day itself and long after it still says when: "dinsdag in de pauze".
    """

    def named(found: re.Match[str]) -> str:
        if found["near_en"] or found["this_en"] or found["tonight"]:
            part = found["this_en"] or ("evening" if found["tonight"] else "")
            return f"{WEEKDAYS['en'][day.weekday()]} {part}".strip()
        part = found["part"] or found["this"] or ""
        if part == "vroeg":
            return f"{WEEKDAYS['nl'][day.weekday()]}ochtend vroeg"
        return (found["day"] or WEEKDAYS["nl"][day.weekday()]) + part

    said = _RELATIVE.sub(named, words)
    return said[:1].upper() + said[1:] if words[:1].isupper() else said


def _repeated(moment: Moment, start: datetime, spoken: str) -> str:
    how = moment.recurrence or "daily" if moment.nth is None else "nth"
    nth = NTH[spoken][moment.nth] if moment.nth is not None else ""
    return REPEATED[spoken][how].format(nth=nth, weekday=WEEKDAYS[spoken][start.weekday()], day=start.day)


def _day_name(day: date, today: date, spoken: str) -> str:
    ahead = (day - today).days
    if ahead in (0, 1, 2):
        return NEAR[spoken][ahead]
    weekday = WEEKDAYS[spoken][day.weekday()]
    if 0 < ahead < 7:
        return weekday
    date_ = f"{day.day} {MONTHS[spoken][day.month - 1]}"
    named = f"{weekday} {date_}" if 0 < ahead < 28 else f"{ON[spoken]} {date_}"
    return named if day.year == today.year or 0 < ahead < 180 else f"{named} {day.year}"


def _clock_name(start: datetime, spoken: str) -> str:
    if spoken == "en":
        return f"at {start.hour}:{start.minute:02d}"
    return f"om {start.hour} uur" if start.minute == 0 else f"om {start.hour}.{start.minute:02d} uur"
