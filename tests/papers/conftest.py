from datetime import date

import pytest

from bot.papers.model import Scanned
from bot.papers.words import Words

MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()  # noqa: SIM905


@pytest.fixture(scope="session")
def words() -> Words:
    return Words(
        language="nl",
        title="Mijn groeidocument",
        of="Van {name}",
        made="Gemaakt op {day}",
        for_you="Dit is van jou.",
        scans="Mijn scans",
        scan="Mijn werk",
        scans_over_time="Mijn werk door de tijd",
        own_questions="Deze vragen zijn van onszelf. Het is geen test.",
        not_answered="niet ingevuld",
        plans="Mijn plannen",
        cue="Als",
        action="Dan",
        backup="Te druk?",
        outcome="Zo liep het",
        page="Bladzijde {here} van {all}",
        unprintable="▯ is een teken dat hier niet gedrukt kan worden.",
        dated=lambda day: f"{day.day} {MONTHS[day.month - 1]} {day.year}",
    )


def scanned(made: date, *scores: int | None) -> Scanned:
    labels = ("Leren", "Kunnen", "Willen", "Hoe het werk geregeld is", "De mensen om me heen")
    return Scanned(made, tuple((f"v{n}", labels[n % 5], score) for n, score in enumerate(scores)))
