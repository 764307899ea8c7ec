"""Reads the same times as `moment_grammar` where they are said in English. Only a text with an English word of time in it comes here.

What English means differently is decided here: "half two" is half past two; "at night" is the night, "friday night" the evening.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Final

from dialogues.language import normal
from dialogues.language.moment_grammar import Found, Grammar
from dialogues.language.moment_patterns import E, rx

DAYS: Final = {
    "monday": 0, "mon": 0, "tuesday": 1, "tues": 1, "tue": 1, "wednesday": 2, "wed": 2, "thursday": 3, "thurs": 3, "thur": 3, "thu": 3, "friday": 4, "fri": 4, "saturday": 5, "sat": 5,
    "sunday": 6, "sun": 6,
}  # fmt: skip
MONTHS: Final = {
    "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5, "june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9,
    "sep": 9, "october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
}  # fmt: skip
NUMBERS: Final = {
    "a couple of": 2, "a couple": 2, "a few": 3, "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "fifteen": 15, "twenty": 20, "twenty five": 25, "thirty": 30,
}  # fmt: skip
HOURS: Final = {
    word: number for word, number in NUMBERS.items() if 1 <= number <= 12 and " " not in word and len(word) > 2
}
PARTS: Final = {"morning": "ochtend", "afternoon": "middag", "evening": "avond", "night": "nacht"}
NTH: Final = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": -1}
FEASTS: Final = {
    "christmas eve": "kerstavond", "christmas day": "kerstdag", "christmas": "kerst", "boxing day": "tweede kerstdag", "new year's eve": "oudejaarsdag", "new year's day": "nieuwjaarsdag",
    "easter monday": "tweede paasdag", "easter sunday": "eerste paasdag", "easter": "eerste paasdag", "good friday": "goede vrijdag",
}  # fmt: skip

LONG: Final = "|".join(day for day in DAYS if day.endswith("day"))
SHORT: Final = "|".join(day for day in DAYS if not day.endswith("day"))
PART: Final = "|".join(PARTS)
MONTH: Final = "|".join(sorted(MONTHS, key=len, reverse=True))
LONG_MONTH: Final = "|".join(month for month in MONTHS if len(month) > 3 or month == "may")
ONLY_ENGLISH: Final = "january|february|march|may|june|july|august|october|oct"
N: Final = rf"(?P<n>\d{{1,3}}|{'|'.join(NUMBERS)})"
H: Final = rf"(?P<h>[01]?\d|2[0-4]|{'|'.join(HOURS)})"
ABOUT: Final = r"(?:at |around |about |by |from |till |until |@ ?)*"

ENGLISH: Final = rx(
    rf"(?:{LONG})s?|today|tomorrow|tonight|(?:{PART})s?|(?:month|hour|minute|day|(?<!de )week)s|weekdays?|week ends|noon|midday|midnight|lunchtime|o'?clock|half (?:past|an hour|{'|'.join(HOURS)})|quarter|fortnight|"
    rf"\d{{1,2}}(?:[:.]\d\d)? ?[ap]\.?m|(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)|(?:on|next|this|every|each|by|until) (?:\w+ )?(?:{SHORT}|week|weekend|month|year|time|shift|day|break)"
    rf"|at (?:the \w+|my \w+|work|home|lunch|dinner|[01]?\d|2[0-4]|{'|'.join(HOURS)})|in (?:the|my|{'|'.join(HOURS)}) \w+|in an? (?:hour|week|month|year|minute|day|moment|bit|couple|few)"
    rf"|(?:{ONLY_ENGLISH}) \d{{1,2}}|\d{{1,2}} (?:of )?(?:{ONLY_ENGLISH})|^(?:{LONG_MONTH}) \d{{1,2}}|(?:start|beginning|middle|end) of (?:the|this|next) (?:week|month)"
    rf"|(?:after|before) (?:the|my|a|an|our|i|work|lunch|dinner|school|breakfast|\w+ing) ?.*|(?:during|when|while|whenever|as soon as) .+|(?:on|over) (?:the weekend|my \w+)|right (?:now|away)"
    rf"|^(?:weekly|monthly|daily)$|once a \w+|(?:{SHORT})(?= (?:at|around|\d|{PART}))|{'|'.join(FEASTS)}"
)
"""Words of time that no Dutch text has in these combinations; without one of them a text is read as Dutch."""

VAGUE: Final = rx(
    rf"some ?day|some ?times?|one day|never|ever|often|(?<!as )soon|when ?ever|now and then|once upon a time|once in a while|from time to time|regularly|possible|ago|yesterday|last (?:week|month|year|time|night|weekend|(?:{LONG})(?! of))|eventually"
    r"|another time|later on|a lot|twice|(?:two|three|four|\d) times|every (?:three|four|five|six|[3-9]) \w+|every hour|every year|when (?:i|there|it)(?:'s| is| can| could| have| has| feel)?(?: \w+){0,2} (?:time|possible|can|could|like it|want|chance|energy)"
    r"|when i can|if possible|(?:don'?t|do not) know|dunno|no idea"
)
NOT: Final = rx(r"not|no|don't|dont|won't|can't|except")
TWO_DAYS: Final = rx(
    rf"(?:{LONG}|today|tomorrow)s? ?(?:and|or|/|,) ?(?:on )?(?:{LONG}|tomorrow)s?|(?:between|from) (?:{LONG}) (?:and|to) (?:{LONG})"
)

EACH: Final = r"(?:every|each)"
NTH_DAY: Final = rx(
    rf"(?:on )?(?:the |(?P<each>{EACH}) )?(?P<nth>{'|'.join(NTH)}) (?P<day>{LONG}) of (?P<which>the|every|each|this|next) month|(?:on )?{EACH} (?P<nth2>{'|'.join(NTH)}) (?P<day2>{LONG})(?: of the month)?"
)
BIWEEKLY: Final = rx(rf"{EACH} (?:other|second|two|2) weeks?|fortnightly|once every (?:two|2) weeks|every fortnight")
MONTHLY: Final = rx(rf"{EACH} month|monthly|once a month")
WEEKLY: Final = rx(rf"{EACH} week|weekly|once a week")
EACH_DAY: Final = rx(rf"(?:on )?{EACH} (?P<day>{LONG}|{SHORT})(?: (?P<part>{PART}))?")
DAYS_PLURAL: Final = rx(rf"(?:on )?(?P<day>{LONG})s")
WEEKDAYS: Final = rx(
    rf"{EACH} (?:week ?day|work ?day|working day)|on (?:weekdays|workdays|working days)|monday (?:to|through|till|until) friday"
)
DAILY: Final = rx(rf"{EACH} (?:single )?day|daily|{EACH} (?P<part>{PART})|in the (?P<parts>{PART})s")
EACH_WEEKEND: Final = rx(rf"(?:on |at )?{EACH} weekend|(?:on |at )weekends")

WEEK_FROM: Final = rx(
    rf"(?:in )?{N} weeks? (?:from|after|on) (?P<day>{LONG}|today|tomorrow)|(?P<day2>{LONG}|today|tomorrow) (?:in )?(?P<n2>{'|'.join(NUMBERS)}|\d{{1,2}}) weeks?(?: from now)?|(?P<day3>{LONG}) week"
)
IN: Final = rx(
    rf"(?:in|within) (?:about |around |roughly )?(?:half an (?P<half>hour)|{N} (?P<unit>minute|min|hour|day|week|fortnight|month|year)s?)(?: from now| time)?"
)
FROM_NOW: Final = rx(rf"{N} (?P<unit>minute|hour|day|week|month|year)s? from now")
NOW: Final = rx(r"(?:right |straight )?(?:now|away)|immediately|in a (?:moment|bit|sec|second)")
TODAY: Final = rx(
    rf"(?P<day>the day after tomorrow|day after tomorrow|today|tomorrow)(?:'s)?(?: (?:in the |early |late )?(?P<part>{PART}))?"
)
FIRST_THING: Final = rx(
    rf"first thing (?:on )?(?=(?:{LONG}|tomorrow))|early (?=(?:on )?(?:{LONG}|tomorrow){E})|first thing(?: in the morning)?"
)
TONIGHT: Final = rx(rf"tonight|(?:this|later this) (?P<part>{PART})")
DAY: Final = rx(
    rf"(?:on )?(?P<which>next|this|coming|this coming)? ?(?P<day>{LONG}|{SHORT})\.?(?: (?:in the |early |late )?(?P<part>{PART}))?"
)
WEEKEND: Final = rx(r"(?:at |on |in |over )?(?P<which>the coming|the next|next|the|this|this coming)? ?week ?end")
WEEK: Final = rx(
    r"(?:at |in |towards )?(?:the )?(?:(?P<point>beginning|start|middle|end|later) (?:of |in )?)?(?P<which>next|this|the|coming) week(?: on)?"
)
MONTH_POINT: Final = rx(
    r"(?:at |in |towards )?(?:the )?(?:(?P<point>beginning|start|middle|end) of )?(?P<which>next|this|the) month"
)
NEXT_YEAR: Final = rx(r"next year|in the new year")
DAY_MONTH: Final = rx(
    rf"(?:on )?(?:the )?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{MONTH})\.?(?:,? (?P<year>20\d\d))?"
)
MONTH_DAY: Final = rx(
    rf"(?:on )?(?P<month>{MONTH})\.? (?:the )?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<year>20\d\d))?"
)
DAY_OF_MONTH: Final = rx(r"(?:on )?(?:the )?(?P<d>\d{1,2})(?:st|nd|rd|th)(?: of (?:the|this|next|every) month)?")
FEAST: Final = rx(rf"(?:(?:on|at) )?(?P<feast>{'|'.join(FEASTS)})")
NEAR_FEAST: Final = rx(rf"(?:before|after|until|between) (?:{'|'.join(FEASTS)})")
WEEK_POINTS: Final = {"beginning": 0, "start": 0, "middle": 2, "later": 3, "end": 4}

NOON: Final = rx(rf"{ABOUT}(?:12 )?(?:noon|midday|lunch ?time)")
MIDNIGHT: Final = rx(rf"{ABOUT}midnight")
LATE_AFTERNOON: Final = rx(r"(?:at |by )?(?:the )?end of the (?:after ?noon|day)|late (?:in the )?afternoon")
IN_PART: Final = rx(rf"(?:early |late )?(?:in the |at |during the )(?P<part>{PART})|(?P<part2>{PART})")
AMPM: Final = rx(rf"{ABOUT}(?P<h>0?\d|1[0-2])(?:[:.](?P<m>[0-5]\d))? ?(?P<half>[ap])\.?m\.?")
DIGITAL: Final = rx(rf"{ABOUT}(?P<h>[01]?\d|2[0-4])[:.](?P<m>[0-5]\d)(?: hours| hrs)?")
HALF: Final = rx(rf"{ABOUT}half (?:past )?{H}")
QUARTER: Final = rx(rf"{ABOUT}(?:a )?quarter (?P<way>past|after|to|before) {H}")
MINUTES: Final = rx(rf"{ABOUT}(?P<n>[12]?\d|five|ten|twenty|twenty five) (?:minutes )?(?P<way>past|to) {H}")
OCLOCK: Final = rx(rf"{ABOUT}{H} ?(?:o'?clock|hours)")
AT: Final = rx(rf"(?:at|around|about|by|from|@) ?{H}")
BARE: Final = re.compile(r"(?<=\x00) ?,? ?(?P<h>[01]?\d|2[0-4])(?=\s*$|\s*\x00|,)")
BEFORE_PART: Final = rx(rf"{H}(?= ?\x00)")

STOPS: Final = r"and|but|i will|i'll|i want|i ask|on|at|in|then"
PHRASE: Final = rf"(?:(?!(?:{STOPS}){E})[\w'-]+ ?){{1,6}}"
CLAUSE: Final = r"(?:[\w'-]+ ?){2,10}"
EVENT: Final = rx(
    rf"(?:as soon as|whenever|when|once|while|every time|each time|(?:the )?next time|after i|before i|until i|if) {CLAUSE}"
    rf"|(?:right |straight |just |shortly |directly |half an hour |an hour |\d+ minutes |ten minutes |fifteen minutes )?(?:after|before|during|at the (?:beginning|start|end) of|on the way|on my way|halfway) {PHRASE}"
    rf"|(?:in|on|at|over) (?:(?:the|my|a|our|every|each) )?(?:\w+ )?(?:break|meeting|shift|lunch|lunch break|coffee|coffee break|holiday|train|bus|car|canteen|day off|bed|work|handover|start|talk|gym|table|course|round|training|dinner|breakfast|bike)"
    rf"|{EACH} (?:\w+ )?(?:shift|break|handover|meeting|round|lunch)|(?:(?:on|in|my|the) )*next (?:\w+ )?(?:shift|break|meeting|day off|working day|handover|talk)|my day off"
)
TRAILING: Final = frozenset("of in on the a my and or then also to for after before at i".split())

_SLIPS: Final = (
    "tomorrow",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "tonight",
    "morning",
    "afternoon",
    "evening",
    "weekend",
)
_ANOTHER: Final = frozenset("moaning warning mourning sundae".split())
_SPELT: Final = rx(
    r"tmrw|tmr|tmrrw|2morrow|2moro|tomoz|tommorow|tommorrow|tomorow|wendsday|wensday|wedensday|2nite|tonite"
)
_SAID: Final = {"w": "wednesday", "tonite": "tonight", "2nite": "tonight"}


def english(text: str) -> EnglishGrammar | None:
    """The grammar of a text that has an English word of time in it; None for any other."""
    grammar = EnglishGrammar(text)
    return grammar if ENGLISH.search(grammar.rest) else None


def _mended(text: str) -> str:
    text = _SPELT.sub(lambda hit: _SAID.get(hit[0], "wednesday" if hit[0][0] == "w" else "tomorrow"), text)
    return re.sub(r"[a-zA-Z]{6,11}", _meant, text)


def _meant(found: re.Match[str]) -> str:
    low = found[0].lower()
    if low in _SLIPS or low in _ANOTHER or low.removesuffix("s") in _SLIPS:
        return found[0]
    near = [word for word in _SLIPS if word[0] == low[0] and normal.distance(low, word, 1) <= 1]
    return near[0] if len(near) == 1 else found[0]


class EnglishGrammar(Grammar):
    """One English text, read once."""

    trailing = TRAILING

    @staticmethod
    def mended(text: str) -> str:
        """The text with slips in the words of time put right ("tmrw", "wendsday")."""
        return _mended(text)

    def found(self) -> Found | None:
        """What the text names, or None when it is vague, denied, or names two days."""
        if VAGUE.search(self.rest) or TWO_DAYS.search(self.rest) or not self.rest.strip():
            return None
        if NOT.search(self.rest) and not re.search(r"\b(?:if|when|once) .{0,40}\b(?:not|no)\b", self.rest):
            return None
        self._repetition()
        self._delay()
        self._calendar()
        self._relative_days()
        self._weekdays()
        self._parts_and_times()
        self._event()
        return self.result

    def _repetition(self) -> None:
        result = self.result
        if (hit := self._take(NTH_DAY)) is not None:
            result.weekday, result.nth = DAYS[hit["day"] or hit["day2"]], NTH[hit["nth"] or hit["nth2"]]
            if hit["which"] in ("every", "each") or hit["each"] or hit["nth2"]:
                result.recurrence = "monthly"
        elif self._take(BIWEEKLY):
            result.recurrence = "biweekly"
        elif self._take(MONTHLY):
            result.recurrence = "monthly"
        elif self._take(WEEKDAYS):
            result.recurrence = "weekdays"
        elif (hit := self._take(EACH_DAY) or self._take(DAYS_PLURAL)) is not None:
            result.recurrence, result.weekday = "weekly", DAYS[hit["day"]]
            self._part(hit.groupdict().get("part"))
        elif (hit := self._take(DAILY)) is not None:
            result.recurrence = "daily"
            self._part(hit["part"] or hit["parts"])
        elif self._take(EACH_WEEKEND):
            result.recurrence, result.weekend = "weekly", 0
        elif self._take(WEEKLY):
            result.recurrence = "weekly"

    def _part(self, part: str | None) -> None:
        if part:
            self.result.part = PARTS[part]

    def _delay(self) -> None:
        result = self.result
        if (hit := self._take(WEEK_FROM)) is not None:
            number = hit["n"] or hit["n2"]
            result.extra_days = 7 * (_number(number) if number else 1)
            self._day_named(hit["day"] or hit["day2"] or hit["day3"])
        elif (hit := self._take(IN) or self._take(FROM_NOW)) is not None:
            if hit.groupdict().get("half"):
                result.delay = timedelta(minutes=30)
            else:
                self._ahead_by(_number(hit["n"]), hit["unit"])
        elif (hit := self._take(NOW)) is not None and not result.recurrence:
            result.delay = timedelta(minutes=15 if hit[0].startswith("in") else 0)

    def _ahead_by(self, number: int, unit: str) -> None:
        result = self.result
        if unit.startswith("min") or unit == "hour":
            result.delay = timedelta(minutes=number * (60 if unit == "hour" else 1))
        elif unit in ("month", "year"):
            result.months = number * (12 if unit == "year" else 1)
        else:
            result.days = number * {"day": 1, "week": 7, "fortnight": 14}[unit]
            result.weeks_ahead = result.days // 7 if unit != "day" else 0

    def _calendar(self) -> None:
        result = self.result
        if NEAR_FEAST.search(self.rest) is None and (hit := self._take(FEAST)) is not None:
            result.feast = FEASTS[hit["feast"]]
            result.part = "avond" if "eve" in hit["feast"].split() else result.part
        elif (hit := self._take(DAY_MONTH) or self._take(MONTH_DAY)) is not None:
            result.month_day = (int(hit["d"]), MONTHS[hit["month"]], int(hit["year"]) if hit["year"] else None)
        elif (hit := self._take(DAY_OF_MONTH)) is not None:
            result.month_day = (int(hit["d"]), None, None)

    def _relative_days(self) -> None:
        result = self.result
        if result.weekend is None and (hit := self._take(WEEKEND)) is not None:
            which = hit["which"] or ""
            result.weekend, result.this_weekend = int("next" in which), which.startswith("this")
        elif (hit := self._take(WEEK)) is not None:
            weeks = int(hit["which"] in ("next", "coming"))
            if hit["point"]:
                result.week_point = (weeks, WEEK_POINTS[hit["point"]])
            else:
                result.week = weeks
        elif (hit := self._take(MONTH_POINT)) is not None:
            point = {"middle": "middle", "end": "end"}.get(hit["point"] or "", "start")
            result.month_point = (int(hit["which"] == "next"), point)
        elif self._take(NEXT_YEAR):
            result.next_year = True

    def _weekdays(self) -> None:
        result = self.result
        if self._take(FIRST_THING):
            result.part = "ochtend"
        if (hit := self._take(TONIGHT)) is not None:
            result.today = True
            result.part = PARTS[hit["part"]] if hit["part"] and hit["part"] != "night" else "avond"
        elif (hit := self._take(TODAY)) is not None:
            self._day_named(hit["day"])
            self._evening(hit["part"])
        elif result.weekday is None and not result.dated and (hit := self._take(DAY)) is not None:
            result.weekday = DAYS[hit["day"]]
            if hit["which"] == "next" and result.week is None:
                result.week = 1
            self._evening(hit["part"])
        elif result.weeks_ahead and (hit := self._take(DAY)) is not None:
            result.weekday, result.week, result.days = DAYS[hit["day"]], result.weeks_ahead, None
        else:
            self._take(DAY)  # "in the weekend, saturday": the day says no more
        if result.week is not None and result.weekday is None and result.recurrence is None:
            self._whole_week()

    def _day_named(self, day: str) -> None:
        if day in DAYS:
            self.result.weekday = DAYS[day]
        elif self.result.days is None:
            self.result.days = {"today": 0, "tomorrow": 1}.get(day, 2)
            self.result.today = self.result.days == 0

    def _evening(self, part: str | None) -> None:
        """A part of a named day; its night is the evening."""
        if part:
            self.result.part = PARTS[part] if part != "night" else "avond"

    def _parts_and_times(self) -> None:
        result = self.result
        if self._take(LATE_AFTERNOON):
            result.part = "eind van de middag"
        if self._take(NOON):
            result.hour, result.minute, result.literal = 12, 0, True
        elif self._take(MIDNIGHT):
            result.hour, result.minute, result.part = 12, 0, "nacht"
        elif (hit := self._take(IN_PART)) is not None:
            self._part(hit["part"] or hit["part2"])
        if result.hour is None:
            self._time()

    def _time(self) -> None:
        result = self.result
        if (hit := self._take(AMPM)) is not None:
            result.hour = int(hit["h"]) % 12 + (12 if hit["half"] == "p" else 0)
            result.minute, result.literal = int(hit["m"] or 0), True
        elif (hit := self._take(DIGITAL)) is not None:
            result.hour, result.minute, result.literal = int(hit["h"]), int(hit["m"]), True
        elif (hit := self._take(HALF)) is not None:
            self._spoken(_number(hit["h"]), 30)
        elif (hit := self._take(QUARTER)) is not None:
            self._spoken(_number(hit["h"]), 15 if hit["way"] in ("past", "after") else -15)
        elif (hit := self._take(MINUTES)) is not None:
            self._spoken(_number(hit["h"]), _number(hit["n"]) if hit["way"] == "past" else -_number(hit["n"]))
        elif (hit := self._take(OCLOCK) or self._take(AT)) is not None or (
            (result.dated or result.part or result.recurrence)
            and (hit := self._take(BARE) or self._take(BEFORE_PART)) is not None
        ):
            self._spoken(_number(hit["h"]), 0)

    def _event(self) -> None:
        hit = EVENT.search(self.rest)
        if hit is not None:
            self.result.event = self._shown(hit.start(), hit[0])


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS[word]
