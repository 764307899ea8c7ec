"""The closed grammar of everyday Dutch times that `moments` reads with: what is named in a text, before anybody asks when that is.

Each kind of expression is looked for in turn and blanked out, so that "half drie" is not read as "drie" again, and the rest can hold an event.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import timedelta
from typing import Final, Literal

from dialogues.language import moment_patterns as mp
from dialogues.language import normal

_LIMIT: Final = 400
"""Characters read: a moment is a short answer."""


@dataclass(slots=True)
class Found:
    """What a text names. Every field is independent; `moments` decides what they mean together."""

    delay: timedelta | None = None
    recurrence: Literal["daily", "weekdays", "weekly", "biweekly", "monthly"] | None = None
    month_day: tuple[int, int | None, int | None] | None = None
    weekday: int | None = None
    week: int | None = None
    nth: int | None = None
    feast: str | None = None
    next_year: bool = False
    days: int | None = None
    weeks_ahead: int = 0
    months: int | None = None
    extra_days: int = 0
    weekend: int | None = None
    this_weekend: bool = False
    week_point: tuple[int, int] | None = None
    month_point: tuple[int, str] | None = None
    hour: int | None = None
    minute: int = 0
    literal: bool = False
    part: str | None = None
    today: bool = False
    event: str | None = None

    @property
    def dated(self) -> bool:
        """True when a day is named in any way."""
        if self.next_year or self.feast is not None:
            return True
        named = (self.month_day, self.weekday, self.days, self.months, self.weekend, self.week_point, self.month_point)
        return any(value is not None for value in named)


class Grammar:
    """One text, read once."""

    trailing = mp.TRAILING
    """Little words that hang on at the end of an event."""

    def __init__(self, text: str) -> None:
        self.typed = self.mended(normal.visible(text)[:_LIMIT])
        self.rest = "".join(_base(char) for char in self.typed)
        self.result = Found()

    @staticmethod
    def mended(text: str) -> str:
        """The text with slips in the words of time put right."""
        return _mended(text)

    def found(self) -> Found | None:
        """What the text names, or None when it is vague, denied, or names two days."""
        if mp.VAGUE.search(self.rest) or mp.TWO_DAYS.search(self.rest) or not self.rest.strip():
            return None
        denied = mp.NOT.search(self.rest)
        if denied is not None and not mp.rx(r"(?:als|zodra|wanneer|omdat) .{0,40}(?:niet|geen)").search(self.rest):
            return None
        self._repetition()
        self._delay()
        self._calendar()
        self._relative_days()
        self._weekdays()
        self._parts_and_times()
        self._event()
        return self.result

    # -- taking out -----------------------------------------------------------------------------------------------------------------

    def _take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        hit = pattern.search(self.rest)
        if hit is not None:
            self.rest = self.rest[: hit.start()] + "\x00" * (hit.end() - hit.start()) + self.rest[hit.end() :]
        return hit

    # -- repetition -----------------------------------------------------------------------------------------------------------------

    def _repetition(self) -> None:
        result = self.result
        if (hit := self._take(mp.NTH_DAYNAME)) is not None:
            result.recurrence, result.weekday, result.nth = "monthly", mp.DAYS[hit["day"]], mp.NTH[hit["nth"]]
            result.part = mp.PARTS[hit["part"]] if hit["part"] else None
        elif (hit := self._take(mp.NTH_ONCE)) is not None:
            result.weekday, result.nth = mp.DAYS[hit["day"]], mp.NTH[hit["nth"]]
            result.part = mp.PARTS[hit["part"]] if hit["part"] else None
        elif self._take(mp.BIWEEKLY):
            result.recurrence = "biweekly"
        elif self._take(mp.MONTHLY):
            result.recurrence = "monthly"
        elif (hit := self._take(mp.EACH_DAYNAME)) is not None:
            result.recurrence, result.weekday = "weekly", mp.DAYS[hit["day"]]
            result.part = mp.PARTS[hit["part"]] if hit["part"] else None
        elif (hit := self._take(mp.DAYNAME_PLURAL)) is not None:
            result.recurrence, result.weekday = "weekly", mp.DAYS[hit["day"]]
        elif self._take(mp.WEEKDAYS):
            result.recurrence = "weekdays"
        elif (hit := self._take(mp.DAILY)) is not None:
            result.recurrence = "daily"
            result.part = mp.PARTS[hit["part"]] if hit["part"] else None
        elif self._take(mp.EACH_WEEKEND):
            result.recurrence, result.weekend = "weekly", 0
        elif self._take(mp.WEEKLY):
            result.recurrence = "weekly"

    # -- from now -------------------------------------------------------------------------------------------------------------------

    def _delay(self) -> None:
        result = self.result
        if (hit := self._take(mp.DAY_OVER)) is not None:
            weeks = _number(hit["n"]) if hit["unit"].startswith("we") else 0
            result.extra_days = int(7 * weeks) if weeks else int(_number(hit["n"]))
            self._whose_day(hit["what"])
        elif (hit := self._take(mp.OVER_OR)) is not None:
            self._ahead(_number(hit["m"]), hit["unit"])
        elif (hit := self._take(mp.OVER)) is not None:
            self._ahead(_number(hit["n"]), hit["unit"])
        elif (hit := self._take(mp.OVER_ROUGHLY)) is not None:
            self._ahead(1, hit["unit"])
        elif (hit := self._take(mp.SOON)) is not None and not result.recurrence:
            at_once = ("nu", "meteen", "direct", "nu meteen", "gelijk", "nu direct")
            minutes = 60 if hit[0] == "straks" else 0 if hit[0] in at_once else 15
            result.delay = timedelta(minutes=minutes) if not mp.LATER_ANYWAY.search(self.rest) else None

    def _whose_day(self, what: str) -> None:
        if what in mp.DAYS:
            self.result.weekday = mp.DAYS[what]
        else:
            self.result.days = {"vandaag": 0, "morgen": 1, "overmorgen": 2}[what]

    def _ahead(self, number: float, unit: str) -> None:
        result = self.result
        if unit.startswith(("min", "kwart", "half", "uur", "u")):
            minutes = (
                15.0
                if unit.startswith("kwart")
                else 1.0
                if unit.startswith("min")
                else 30.0
                if unit.startswith("half")
                else 60.0
            )
            result.delay = timedelta(minutes=min(minutes * number, 60 * 24 * 60))
        elif unit.startswith(("dag", "nacht")):
            result.days = int(number)
        elif unit.startswith("we"):
            result.days = round(7 * number) if number != 1.5 else 11
            result.weeks_ahead = int(number)
        else:
            result.months = int(number * (12 if unit.startswith("jaar") else 1))

    # -- the calendar ---------------------------------------------------------------------------------------------------------------

    def _calendar(self) -> None:
        result = self.result
        if mp.NOT_ON_FEAST.search(self.rest) is None and (hit := self._take(mp.FEAST)) is not None:
            result.feast = hit["feast"]
            if "avond" in result.feast:
                result.part = "avond"
        elif (hit := self._take(mp.ISO)) is not None:
            result.month_day = (int(hit["d"]), int(hit["m"]), int(hit["year"]))
        elif (hit := self._take(mp.POINT_OF_MONTH)) is not None:
            result.month_day = (mp.POINTS[hit["point"]], mp.MONTHS[hit["month"]], None)
        elif (hit := self._take(mp.DAY_MONTH)) is not None:
            result.month_day = (_ordinal(hit["d"]), mp.MONTHS[hit["month"]], int(hit["year"]) if hit["year"] else None)
        elif (hit := self._take(mp.NUMERIC)) is not None:
            year = int(hit["year"]) if hit["year"] else None
            result.month_day = (int(hit["d"]), int(hit["m"]), year + 2000 if year is not None and year < 100 else year)
        elif (hit := self._take(mp.DAY_OF_MONTH)) is not None:
            result.month_day = (_ordinal(hit["d"]), None, None)
        elif (hit := self._take(mp.FIRST_DAYNAME)) is not None:
            result.weekday = mp.DAYS[hit["day"]]

    # -- days -----------------------------------------------------------------------------------------------------------------------

    def _relative_days(self) -> None:
        result = self.result
        if (hit := self._take(mp.WEEKEND_AFTER)) is not None:
            result.week_point = (1, 0)
        elif (hit := self._take(mp.WEEKEND)) is not None and result.weekend is None:
            which = hit["which"] or ""
            result.weekend = 1 if which.startswith("volgend") else 0
            result.this_weekend = which.startswith("dit")
        elif (hit := self._take(mp.POINT_OF_WEEK)) is not None:
            weeks = 1 if "volgende" in hit[0] else 0
            result.week_point = (weeks, mp.WEEK_POINTS[hit["point"]])
        elif (hit := self._take(mp.POINT_OF_THIS_MONTH)) is not None:
            point = {"begin": "start", "start": "start", "midden": "middle", "halverwege": "middle"}.get(
                hit["point"], "end"
            )
            result.month_point = (1 if "volgende" in hit[0] else 0, point)
        if not result.dated and self._take(mp.NEXT_YEAR):
            result.next_year = True
        if self._take(mp.NEXT_MONTH):
            result.month_point = result.month_point or (1, "start")
        if (hit := self._take(mp.THIS_OR_NEXT_WEEK)) is not None:
            result.week = 1 if hit["which"].startswith(("volgende", "komende", "aankomende")) else 0

    def _weekdays(self) -> None:
        result = self.result
        if (hit := self._take(mp.DAY_MORNING)) is not None:
            result.weekday, result.part = mp.DAYS[hit["day"]], "ochtend"
        elif (hit := self._take(mp.TODAY_PART)) is not None:
            result.today, result.days = True, None
            result.part = mp.PARTS[hit["part"]]
        elif (hit := self._take(mp.TOMORROW)) is not None:
            result.days = (
                {
                    "vandaag": 0,
                    "heden": 0,
                    "morgen": 1,
                    "morge": 1,
                    "morgn": 1,
                    "mrgn": 1,
                    "morgenvroeg": 1,
                    "overmorgen": 2,
                    "over morgen": 2,
                }[hit["day"]]
                if result.days is None
                else result.days
            )
            result.today = result.days == 0
            if hit["part"]:
                result.part = mp.PARTS.get(hit["part"], "ochtend")
            elif hit["day"] == "morgenvroeg":
                result.part = "ochtend"
        elif result.weekday is None and (hit := self._take(mp.DAYNAME) or self._take(mp.SHORT_DAYNAME)) is not None:
            result.weekday = mp.DAYS[hit["day"]]
            groups = hit.groupdict()
            if groups.get("which") in ("volgende", "volgend") and result.week is None:
                result.week = 1
            if groups.get("part"):
                result.part = mp.PARTS[{"mi": "middag", "av": "avond"}.get(groups["part"], groups["part"])]
            if result.weeks_ahead:
                result.week, result.days = result.weeks_ahead, None
        if result.week is not None and result.weekday is None and result.recurrence is None:
            self._whole_week()

    def _whole_week(self) -> None:
        """ "Volgende week" without a day is its Monday, "deze week" the next day of it."""
        result = self.result
        if result.week == 1:
            result.week_point = result.week_point or (1, 0)
        elif result.days is None and result.part is None:
            result.days = 1

    # -- hours ----------------------------------------------------------------------------------------------------------------------

    def _parts_and_times(self) -> None:
        result = self.result
        if (hit := self._take(mp.LATE_AFTERNOON)) is not None:
            result.part = "eind van de middag"
        offset = self._take(mp.OFFSET_EVENT)
        if offset is not None:
            result.event = self._shown(offset.start(), offset[0])
        if self._take(mp.NOON):
            result.hour, result.minute, result.literal = 12, 0, True
        elif self._take(mp.MIDNIGHT):
            result.hour, result.minute, result.part = 12, 0, "nacht"
        elif (hit := self._take(mp.PART_ALONE)) is not None:
            result.part = mp.PARTS[hit["part"].rstrip("s")]
        if result.hour is None:
            self._time()

    def _time(self) -> None:
        result = self.result
        if (hit := self._take(mp.RANGE)) is not None:
            self._spoken(_hour(hit["h"]), 0)
        elif (hit := self._take(mp.DIGITAL)) is not None:
            result.hour, result.minute = int(hit["h"]), int(hit["m"])
            result.literal = True
        elif (hit := self._take(mp.MINUTES_HALF)) is not None:
            self._spoken(_hour(hit["h"]), 30 + (_hour(hit["n"]) if hit["way"] == "over" else -_hour(hit["n"])) - 60)
        elif (hit := self._take(mp.HALF)) is not None:
            self._spoken(_hour(hit["h"]), -30)
        elif (hit := self._take(mp.QUARTER)) is not None:
            self._spoken(_hour(hit["h"]), 15 if hit["way"] == "over" else -15)
        elif (hit := self._take(mp.MINUTES)) is not None:
            self._spoken(_hour(hit["h"]), _hour(hit["n"]) if hit["way"] == "over" else -_hour(hit["n"]))
        elif (hit := self._take(mp.HOUR_OR)) is not None:
            self._spoken(_hour(hit["h"]), 0)
        elif (hit := self._take(mp.OCLOCK) or self._take(mp.AT) or self._take(mp.PAST)) is not None:
            self._spoken(_hour(hit["h"]), int(hit["m"] or 0) if "m" in hit.groupdict() else 0)
        elif (result.dated or result.part or result.recurrence) and (hit := self._take(mp.BARE)) is not None:
            self._spoken(_hour(hit["h"]), 0)

    def _spoken(self, hour: int, minutes: int) -> None:
        """An hour as people say it, moved by minutes: half three is three minus thirty."""
        total = hour * 60 + minutes
        self.result.literal = hour > 12 or hour == 0
        if not self.result.literal and total < 60:
            total += 12 * 60
        self.result.hour, self.result.minute = divmod(total % (25 * 60), 60)

    # -- events ---------------------------------------------------------------------------------------------------------------------

    def _event(self) -> None:
        if self.result.event is not None:
            return
        for hit in mp.EVENT.finditer(self.rest):
            shown = self._shown(hit.start(), hit[0])
            least = 3 if mp.CONJUNCTION.match(hit[0]) else 2
            if len(shown.split()) >= least and not mp.NO_EVENT.search(hit[0]):
                self.result.event = shown
                return
        single = mp.ONE_WORD_EVENT.search(self.rest)
        if single is not None:
            self.result.event = self.typed[single.start() : single.end()].strip()

    def _shown(self, start: int, found: str) -> str:
        """The words found, as they were typed, without the little words that hang on at their end."""
        words = found.rstrip().split(" ")
        while words and words[-1] in self.trailing:
            words.pop()
        return self.typed[start : start + len(" ".join(words))].strip(" ,.;!")


_WORD = re.compile(r"[^\W\d_]{6,12}")
_MEANT: Final = (
    "morgen", "overmorgen", "vandaag", "vanavond", "vanmiddag", "vanochtend", "vanmorgen", "vannacht", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", "weekend", "volgende",
    "komende", "januari", "februari", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_ANOTHER_WORD: Final = frozenset(
    "mogen morsen morgens volgend volgens volgden komend komen weekends weekenden zondags zondaar maandags vanacht vandaal zorgen borgen".split()
) - {"vanacht"}


def _mended(text: str) -> str:
    """The text with slips in the words of days and months put right ("moregn", "vanacht", "eind vd middag"); everything else stays as typed."""
    text = re.sub(r"\b([vV])/?d\b", r"\1an de", text)
    text = re.sub(r"\b(?:m(?:or)?ge?n|mrgen|moregn|mroegn)\b", "morgen", text)
    return _WORD.sub(_meant, text)


def _meant(found: re.Match[str]) -> str:
    word = found[0]
    low = word.lower()
    if low in _MEANT or low in _ANOTHER_WORD:
        return word
    near = [meant for meant in _MEANT if meant[0] == low[0] and normal.distance(low, meant, 1) <= 1]
    return near[0] if len(near) == 1 else word


def _base(char: str) -> str:
    """One lower-case character for one character, so that places in both texts agree."""
    if char in "’‘`´ʼ":
        return "'"
    if char.isspace():
        return " "
    low = char.lower()
    first = unicodedata.normalize("NFKD", low)[:1]
    return first if len(first) == 1 else " "


def _number(word: str) -> float:
    if word[:1].isdigit():
        return float(word.replace(",", "."))
    if word.startswith("anderhal"):
        return 1.5
    if word == "een half":
        return 0.5
    return float(mp.NUMBERS.get(word.removeprefix("een ").removeprefix("'n ").removeprefix("n ").strip() or "een", 1))


def _hour(word: str) -> int:
    if word.isdigit():
        return int(word)
    return mp.HOURS.get(word) or int(mp.NUMBERS.get(word, 0))


def _ordinal(word: str) -> int:
    digits = re.match(r"\d+", word)
    if digits is not None:
        return int(digits[0])
    if word in mp.ORDINALS:
        return mp.ORDINALS[word]
    return int(mp.NUMBERS.get(word, 0))
