"""What a rule of `triage` is. It knows no language of its own; the modules beside it fill it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["crisis", "danger", "violence", "misconduct", "overload", "money", "care"]
ORDER: tuple[Kind, ...] = ("crisis", "danger", "violence", "misconduct", "money", "care", "overload")
"""Safety first; then what has a cause and people who know it; overload, which may come of any of them, last."""

_GAP = r"(?:[\w'-]{1,30} ){0,%d}"
_CLAUSE_END = r"(?:(?= [.,]| $)|(?<= )(?=[.,]|$))"
_MACRO = re.compile(r"~(\d?)")


def pattern(*ways: str) -> re.Pattern[str]:
    """One expression for several ways of saying a thing.

    A space matches one space of the plain form, `~` up to three words and `~5` up to five, never beyond a comma or a full stop;
    `$` is the end of a clause, and in `\\w+ ` a word may hold an apostrophe or a hyphen.
    """
    joined = (
        "|".join(f"(?:{way})" for way in ways)
        .replace(r"\w+ ", r"[\w'-]{1,30} ")
        .replace(r"collega\w*", r"collega[\w']*")
    )
    spelled = _MACRO.sub(lambda found: _GAP % int(found[1] or 3), joined).replace("$", _CLAUSE_END)
    return re.compile(rf"(?<![\w'])(?:{spelled})(?![\w'])")


@dataclass(frozen=True, slots=True)
class Rule:
    """Says `kind` where `says` is found, `also` too when there is one, and `unless` is not; each may be anywhere in the text.

    A text typed without full stops is one sentence to `near`.
    """

    name: str
    kind: Kind
    says: re.Pattern[str]
    examples: tuple[str, ...]
    not_examples: tuple[str, ...] = ()
    unless: re.Pattern[str] | None = field(default=None)
    also: re.Pattern[str] | None = field(default=None)
    near: tuple[re.Pattern[str], ...] = ()
    """What must stand in the same sentence as `says`, each of them; then `unless` is looked for in that sentence only."""

    def fits(self, text: str) -> bool:
        """True when this rule recognises the text, which must be in the form of `normal.unmasked`, idioms taken out."""
        if self.says.search(text) is None or (self.also is not None and self.also.search(text) is None):
            return False
        if not self.near:
            return self.unless is None or self.unless.search(text) is None
        return any(self._sentence_fits(f" {sentence.strip()} ") for sentence in text.split(" . "))

    def _sentence_fits(self, sentence: str) -> bool:
        return (
            self.says.search(sentence) is not None
            and all(also.search(sentence) is not None for also in self.near)
            and (self.unless is None or self.unless.search(sentence) is None)
        )


@dataclass(frozen=True, slots=True)
class Idiom:
    """Words that sound like a sign and are none. They are taken out before the rules read; the rest of the text stays."""

    name: str
    says: re.Pattern[str]
    examples: tuple[str, ...]
