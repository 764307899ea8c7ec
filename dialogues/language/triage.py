"""Says whether a text may be a sign of something that goes before the talk. It never decides what is said then, and promises nothing.

Dutch and English always. A text is brought to one plain form (`normal.unmasked`), figures of speech and work with people in need are
taken out (`signs.idioms`), and then the rules of each kind are tried, the gravest kind first. Where they find nothing as grave as a crisis,
a second look weighs the words (`signs.resemblance`). No tool finds every sign.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dialogues.language import normal
from dialogues.language.signs import resemblance
from dialogues.language.signs.burdens import LOAD, LOAD_CARE, LOAD_MONEY
from dialogues.language.signs.crisis import CRISIS
from dialogues.language.signs.default import DEFAULT
from dialogues.language.signs.edge import EDGE
from dialogues.language.signs.english import ENGLISH
from dialogues.language.signs.harm import HARM, HOME
from dialogues.language.signs.idioms import IDIOMS as FIGURES
from dialogues.language.signs.images import IMAGES
from dialogues.language.signs.leaving import LEAVING
from dialogues.language.signs.means import MEANS
from dialogues.language.signs.people import DANGER, MISCONDUCT, VIOLENCE
from dialogues.language.signs.rule import Idiom, Kind, Rule
from dialogues.language.signs.strain import CARE, MONEY, OVERLOAD
from dialogues.language.signs.told import TOLD
from dialogues.language.signs.ways import WAYS
from dialogues.language.signs.workplace import WORKPLACE

RULES: tuple[Rule, ...] = (
    *CRISIS, *LEAVING, *MEANS, *WAYS, *EDGE, *IMAGES, *ENGLISH, *DEFAULT, *DANGER, *HARM, *VIOLENCE, *HOME, *MISCONDUCT, *WORKPLACE,
    *MONEY, *LOAD_MONEY, *LOAD_CARE, *CARE, *OVERLOAD, *LOAD,
)  # fmt: skip
"""Every rule, in the order in which they are tried."""

IDIOMS: tuple[Idiom, ...] = (*FIGURES, *TOLD)
"""Everything that is taken out of a text before the rules read it, in this order."""

GRAVE: frozenset[Kind] = frozenset({"crisis", "danger", "violence"})
_GRAVE_RULES = tuple(rule for rule in RULES if rule.kind in GRAVE)
RESEMBLANCE = "resemblance"
"""The name of what the second look finds; `resemblance.told` says by which words."""

_IN_WORDS = frozenset(
    {"the word itself", "wanting death", "not wanting to live", "an end to it", "no longer being there"}
)

_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Concern:
    """A sign found: its kind, and the name of the rule that found it (for an author or a test, never for a log).

    `doubt`: no rule found it and its words only weakly resemble a sign; it is asked about all the same, more gently.
    """

    kind: Kind
    rule: str
    doubt: bool = False


def triage(text: str) -> Concern | None:
    """The gravest concern the text may be a sign of, or None. Reads the first `normal.LIMIT` characters; never raises."""
    found = _found(text, RULES)
    if found is not None and found.kind == "crisis":
        return found
    by = resemblance.passes_by(normal.unmasked(text))
    return Concern("crisis", RESEMBLANCE, doubt=by <= resemblance.SURE) if by > 0 else found


def names_it(concern: Concern) -> bool:
    """Whether the words themselves speak of death or of not living: then they are no answer to any other question."""
    return concern.rule in _IN_WORDS


def is_grave(text: str) -> bool:
    """Whether the rules alone find a sign of what comes before all else: of one of the kinds in `GRAVE`."""
    return _found(text, _GRAVE_RULES) is not None


def _found(text: str, rules: Sequence[Rule]) -> Concern | None:
    first, *others = (without_idioms(reading) for reading in normal.readings(text))
    for rule in rules:
        if rule.fits(first) or (others and any(map(rule.fits, others))):
            return Concern(rule.kind, rule.name)
    return None


def without_idioms(text: str, idioms: Sequence[Idiom] = IDIOMS) -> str:
    """The text, in the form of `normal.unmasked`, with the idioms' own words replaced by a pause."""
    for idiom in idioms:
        text = idiom.says.sub(",", text)
    return _SPACES.sub(" ", text)
