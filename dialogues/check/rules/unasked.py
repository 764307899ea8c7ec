"""E501: what comes unasked, and short questions to a group, stay away from health; W502: a nudge has at most three sentences.

What people write about energy, sleep, stress and body is health data, reaches no employer, and nobody is nudged into it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogues.check.texts import Whole
from dialogues.check.wording import sentences
from dialogues.issue import Issue

_HEALTH = re.compile(
    r"(?i)\b(?:ziek\w*|gezond\w*|ongezond\w*|dokter\w*|huisarts\w*|bedrijfsarts\w*|medicijn\w*|pillen|afvallen|dieet|gewicht|bmi|rok(?:en|er|ers)|alcohol|drank|drinken|slaap\w*|slapen|slecht geslapen|"
    r"stress\w*|burn-?out\w*|overspannen|depress\w*|somber\w*|angst\w*|paniek|pijn\w*|rugklachten|klachten|overgang|zwanger\w*|beperking|handicap|psych\w*|vitaliteit|vitaal|fitheid|fit|sport\w*|hardlopen|beweeg\w*|bewegen|herstel\w*|lichaam|moe|vermoeid\w*|energie)\b"
)
MOST = 3


def check(whole: Whole) -> Iterator[Issue]:
    """Looks at nudges, stories and check-ins."""
    if whole.kind not in ("nudge", "story") and whole.folder != "checkins":
        return
    for text in whole.texts:
        for hit in _HEALTH.finditer(text.plain):
            line = text.plain.count("\n", 0, hit.start()) + 1
            remedy = "schrijf over het werk: rooster, samen, leren, ruimte"
            yield Issue(text.place(line), "E501", f"'{hit[0]}' gaat over gezondheid", remedy)
        if whole.kind == "nudge" and text.said and len(sentences(text.words)) > MOST:
            what = f"{len(sentences(text.words))} zinnen in een duwtje"
            yield Issue(text.place(1), "W502", what, f"zeg het in hooguit {MOST} zinnen")
