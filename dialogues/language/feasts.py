"""The days of the Dutch year that have a name, as people use them to say when. Days only; what is celebrated is nobody's business here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm printed by Meeus, *Astronomical Algorithms*, chapter 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _from_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days=days)


def _kings_day(year: int) -> date:
    """27 April, or the 26th when that is a Sunday (Koninklijk besluit of 2013)."""
    day = date(year, 4, 27)
    return day - timedelta(days=1) if day.weekday() == 6 else day


FEASTS: Final[dict[str, Callable[[int], date]]] = {
    "tweede kerstdag": _fixed(12, 26),
    "2e kerstdag": _fixed(12, 26),
    "eerste kerstdag": _fixed(12, 25),
    "1e kerstdag": _fixed(12, 25),
    "kerstavond": _fixed(12, 24),
    "kerstmis": _fixed(12, 25),
    "kerstdag": _fixed(12, 25),
    "kerst": _fixed(12, 25),
    "oudejaarsavond": _fixed(12, 31),
    "oudjaarsavond": _fixed(12, 31),
    "oudejaarsdag": _fixed(12, 31),
    "oud en nieuw": _fixed(12, 31),
    "oudjaar": _fixed(12, 31),
    "nieuwjaarsdag": _fixed(1, 1),
    "nieuwjaar": _fixed(1, 1),
    "driekoningen": _fixed(1, 6),
    "valentijnsdag": _fixed(2, 14),
    "valentijn": _fixed(2, 14),
    "carnaval": _from_easter(-49),
    "goede vrijdag": _from_easter(-2),
    "eerste paasdag": _from_easter(0),
    "1e paasdag": _from_easter(0),
    "tweede paasdag": _from_easter(1),
    "2e paasdag": _from_easter(1),
    "paasmaandag": _from_easter(1),
    "pasen": _from_easter(0),
    "hemelvaartsdag": _from_easter(39),
    "hemelvaart": _from_easter(39),
    "eerste pinksterdag": _from_easter(49),
    "tweede pinksterdag": _from_easter(50),
    "2e pinksterdag": _from_easter(50),
    "pinkstermaandag": _from_easter(50),
    "pinksteren": _from_easter(49),
    "koningsdag": _kings_day,
    "dag van de arbeid": _fixed(5, 1),
    "dodenherdenking": _fixed(5, 4),
    "bevrijdingsdag": _fixed(5, 5),
    "dierendag": _fixed(10, 4),
    "sint maarten": _fixed(11, 11),
    "sinterklaasavond": _fixed(12, 5),
    "pakjesavond": _fixed(12, 5),
    "sinterklaas": _fixed(12, 5),
}
"""Each name in lower case, and its day in a year."""


def next_feast(name: str, today: date) -> date:
    """The first day of that name that is not before today."""
    return next(day for year in (today.year, today.year + 1) if (day := FEASTS[name](year)) >= today)
