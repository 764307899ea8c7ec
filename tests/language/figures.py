"""Counts how the skills do on corpora kept apart: `python -m tests.language.figures [prefix …]`. It prints counts, never a row.

A corpus is named by its prefix ("blind", "blind2"): the files `PREFIX_reflect.tsv`, `PREFIX_moments.tsv`, `PREFIX_triage.tsv` and
`PREFIX_matching.tsv` beside it. Without a prefix every corpus that begins with "blind" is measured.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal
from zoneinfo import ZoneInfo

from dialogues.language.matching import match
from dialogues.language.moments import Moment, parse_moment
from dialogues.language.reflect import reflect
from dialogues.language.signs.rule import ORDER
from dialogues.language.triage import triage
from tests.language.corpora import HERE, rows

ZONE: Final = ZoneInfo("Europe/Amsterdam")
NOW: Final = datetime(2026, 11, 24, 10, 0, tzinfo=ZONE)
"""The moment at which a row of a moments corpus is read, when it names none itself: a Tuesday morning."""
SKILLS: Final = ("reflect", "moments", "triage", "matching")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a skill made of one row: `right`, `silent` (None where something was wanted) or `wrong` (something not accepted)."""

    row: list[str]
    got: str
    verdict: Literal["right", "silent", "wrong"]


def _judged(row: list[str], got: str, accepted: Iterable[str], nothing: str) -> Outcome:
    accepted = list(accepted)
    return Outcome(row, got, "right" if got in accepted else "silent" if got == nothing else "wrong")


def alternatives(cell: str) -> list[str]:
    """The accepted answers of a cell, parted by " | "."""
    return [way.strip() for way in cell.split("|")]


def bare(text: str) -> str:
    """The text without the full stop at its end: `reflect` leaves that to whoever shows it."""
    return text.rstrip(" .")


def reflected(row: list[str]) -> Outcome:
    """A row of a reflect corpus: text, accepted answers ("-" for None), je or u."""
    turned = reflect(row[0], address="u" if row[2] == "u" else "je")
    return _judged(row, "-" if turned is None else turned, map(bare, alternatives(row[1])), "-")


def shown(moment: Moment | None) -> list[str]:
    """A moment as the cells of a corpus row; `["none"]` for None."""
    if moment is None:
        return ["none"]
    start = moment.start.strftime("%Y-%m-%dT%H:%M") if moment.start else "-"
    return [start, str(int(moment.all_day)), moment.recurrence or "-", moment.event or "-"]


def timed(row: list[str]) -> Outcome:
    """A row of a moments corpus: text, accepted starts, all day, recurrence, event, now; or text and "none"."""
    now = datetime.fromisoformat(row[5]).replace(tzinfo=ZONE) if row[5] not in ("", "-") else NOW
    got = " ".join(shown(parse_moment(row[0], now)))
    wanted = ["none"] if row[1] == "none" else [" ".join([start, *row[2:5]]) for start in alternatives(row[1])]
    return _judged(row, got, wanted, "none")


def sorted_out(row: list[str]) -> Outcome:
    """A row of a triage corpus: text, kind ("-" for None). Another kind than the one wanted is wrong."""
    concern = triage(row[0])
    return _judged(row, "-" if concern is None else concern.kind, [row[1]], "-")


def matched(row: list[str]) -> Outcome:
    """A row of a matching corpus: options, text, accepted choices ("-" for None)."""
    found = match(row[1], dict(pair.split("=", 1) for pair in row[0].split("; ")))
    return _judged(row, "-" if found is None else found.choice, alternatives(row[2]), "-")


JUDGES: Final = {"reflect": reflected, "moments": timed, "triage": sorted_out, "matching": matched}


def outcomes(prefix: str, skill: str) -> list[Outcome]:
    """Every row of one corpus, judged. An empty prefix is the corpus the rules are tuned on."""
    return [JUDGES[skill](row) for row in rows(f"{prefix}_{skill}" if prefix else skill, 6)]


def tell(prefix: str, skill: str) -> list[str]:
    """The figures of one corpus in lines for people."""
    found = outcomes(prefix, skill)
    by = {verdict: sum(one.verdict == verdict for one in found) for verdict in ("right", "silent", "wrong")}
    head = f"{prefix} {skill}: {len(found)} rows, right {by['right']}, silent {by['silent']}, wrong {by['wrong']}"
    lines = [f"{head} ({_share(by['right'], len(found))} right)"]
    if skill == "reflect":
        turnable = [one for one in found if "-" not in alternatives(one.row[1])]
        turned = sum(one.verdict == "right" for one in turnable)
        lines.append(f"  sentences to turn: {turned} of {len(turnable)} right ({_share(turned, len(turnable))})")
    if skill == "triage":
        for kind in (*ORDER, "-"):
            of_kind = [one for one in found if one.row[1] == kind]
            same = sum(one.got == kind for one in of_kind)
            noticed = sum(one.got != "-" for one in of_kind)
            if of_kind and kind == "-":
                lines.append(
                    f"  ordinary talk: {noticed} false alarms of {len(of_kind)} ({_share(noticed, len(of_kind))})"
                )
            elif of_kind:
                lines.append(f"  {kind}: {same} of {len(of_kind)} as that kind, {len(of_kind) - noticed} not noticed")
    return lines


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}%" if whole else "nothing to count"


def main(prefixes: list[str]) -> None:
    """Prints the figures of the corpora named, or of every blind one."""
    named = prefixes or sorted({path.stem.rsplit("_", 1)[0] for path in HERE.glob("blind*_*.tsv")})
    for prefix in named:
        for skill in SKILLS:
            if (HERE / f"{prefix}_{skill}.tsv").exists():
                print("\n".join(tell(prefix, skill)))  # noqa: T201  the figures are what it is run for


if __name__ == "__main__":
    main(sys.argv[1:])
