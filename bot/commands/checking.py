"""The command `check`: tells every mistake and warning in the content, and the figures. It needs no token, no key and no data."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict
from pathlib import Path

from bot.services.acts import ACT_NAMES
from dialogues.check.coverage import Coverage
from dialogues.check.report import Report, Row, examine
from dialogues.issue import Issue
from dialogues.load import SHIPPED

Say = Callable[[str], None]


def check(own: Path | None, say: Say, *, as_json: bool = False, everything: bool = False) -> bool:
    """Tell everything found; True when there are no errors. `everything`: warnings a file gives a reason for as well."""
    report = examine([SHIPPED] if own is None else [SHIPPED, own], acts=ACT_NAMES)
    if as_json:
        say(json.dumps(_as_data(report, everything=everything), ensure_ascii=False, indent=2))
    else:
        for line in _as_text(report, everything=everything):
            say(line)
        say(looked_in(own))
    return not report.errors


def looked_in(own: Path | None) -> str:
    """Which content was used, for who meant another directory."""
    if own is None:
        return "Alleen de meegeleverde gesprekken zijn bekeken. Je eigen map noem je met --content MAP, of in AANZET_CONTENT."
    return f"Bekeken: de meegeleverde gesprekken, met die in {own} erover."


def _as_data(report: Report, *, everything: bool) -> dict[str, object]:
    issues = sorted([*report.issues, *(issue for issue, _ in report.answered if everything)])
    return {
        "issues": [
            {
                "code": issue.code,
                "where": str(issue.where),
                "what": issue.what,
                "remedy": issue.remedy,
                "severity": issue.severity,
            }
            for issue in issues
        ],
        "conversations": [
            {key: value for key, value in asdict(row).items() if key != "own"} for row in report.conversations
        ],
        "nudges": report.nudges,
        "stories": report.stories,
        "offerings": report.offerings,
        "functions": dict(report.coverage.functions),
        "knobs": dict(report.coverage.knobs),
    }


def _as_text(report: Report, *, everything: bool) -> Iterable[str]:
    for issue in report.issues:
        yield _told(issue)
    for issue, reason in report.answered if everything else ():
        yield f"{_told(issue)}\n    reden: {reason}"
    if report.issues or (everything and report.answered):
        yield ""
    if report.conversations:
        yield from _table(report.conversations)
        yield ""
    yield from _covered(report.coverage)
    yield ""
    warnings = len(report.issues) - report.errors
    looked_at = (
        _many(len(report.conversations), "gesprek", "gesprekken"),
        _many(report.nudges, "duwtje", "duwtjes"),
        _many(report.stories, "verhaal", "verhalen"),
        *([f"{report.offerings} keer aanbod"] if report.offerings else []),
    )
    found = f"{_many(report.errors, 'fout', 'fouten')}, {_many(warnings, 'waarschuwing', 'waarschuwingen')}"
    yield f"{', '.join(looked_at)}: {found}."
    if report.issues:
        yield "Wat een code betekent, staat in docs/regels."
    if report.answered and not everything:
        yield f"Met --all zie je ook {_many(len(report.answered), 'waarschuwing', 'waarschuwingen')} met een reden."


def _told(issue: Issue) -> str:
    kind = "fout" if issue.severity == "error" else "let op"
    return f"{issue.where}: {issue.code} {kind}: {issue.what}\n    → {issue.remedy}"


def _many(count: int, one: str, more: str) -> str:
    return f"{count or 'geen'} {one if count == 1 else more}"


_COLUMNS: tuple[tuple[str, Callable[[Row], str]], ...] = (
    ("gesprek", lambda row: f"{row.id}{' (eigen)' if row.own else ''}"),
    ("wegen", lambda row: _short(row.paths)),
    ("antwoorden", lambda row: f"{row.turns_min}–{row.turns_max}"),
    ("vragen", lambda row: str(row.questions)),
    ("open", lambda row: f"{row.open_share:.0%}"),
    ("reflecties", lambda row: str(row.reflections)),
    ("per vraag", lambda row: f"{row.reflection_question_ratio:.1f}".replace(".", ",")),
    ("complex", lambda row: f"{row.complex_share:.0%}"),
    ("bevestigend", lambda row: str(row.affirmations)),
    ("leesbaar", lambda row: f"{row.flesch_douma:.0f}"),
    ("langste zin", lambda row: str(row.longest_sentence)),
)


def _table(rows: list[Row]) -> Iterable[str]:
    cells = [[head for head, _ in _COLUMNS], *([of(row) for _, of in _COLUMNS] for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(_COLUMNS))]
    for line in cells:
        first, *rest = (
            cell.ljust(w) if not n else cell.rjust(w) for n, (cell, w) in enumerate(zip(line, widths, strict=True))
        )
        yield "  ".join([first, *rest]).rstrip()


def _short(count: int) -> str:
    for size, word in ((10**9, " mld"), (10**6, " mln"), (10**3, "k")):
        if count >= 10 * size:
            return f"{count // size}{word}"
    return str(count)


def _covered(coverage: Coverage) -> Iterable[str]:
    for head, counts in (
        ("functies", coverage.functions),
        ("COM-B", coverage.parts),
        ("eigen regie", coverage.knobs),
        ("thema's", coverage.themes),
        ("invalshoeken", coverage.angles),
    ):
        used = ", ".join(f"{name} {count}" for name, count in counts.most_common() if count)
        yield f"{head}: {used or 'niets'}"
        if unused := coverage.unused().get(head):
            yield f"    nog niet gebruikt: {', '.join(unused)}"
