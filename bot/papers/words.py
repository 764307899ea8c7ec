"""The words on paper, in one language. Whoever asks for a paper brings them: nothing here knows a person or a language."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Words:
    """What stands on the papers besides the person's own words. `dated` writes a day: "24 november 2026".

    `own_questions` says that the questions of a scan are ours and no test. `page` holds `{here}` and `{all}`.
    `unprintable` explains the sign that stands where a sign of theirs is not in the font.
    """

    language: str
    title: str
    of: str
    made: str
    for_you: str
    scans: str
    scan: str
    scans_over_time: str
    own_questions: str
    not_answered: str
    plans: str
    cue: str
    action: str
    backup: str
    outcome: str
    page: str
    unprintable: str
    dated: Callable[[date], str]
