"""What a rule of `triage` is. It knows no language of its own; the modules beside it fill it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["crisis", "danger", "violence", "misconduct", "overload", "money", "care"]
ORDER: tuple[Kind, ...] = ("crisis", "danger", "violence", "misconduct", "overload", "money", "care")

_GAP = r"(?:[\w'-]+ ){0,%d}"
_CLAUSE_END = r"(?:(?= [.,]| $)|(?<= )(?=[.,]|$))"
_MACRO = re.compile(r"~(\d?)")


def pattern(*ways: str) -> re.Pattern[str]:
    """One expression for several ways of saying a thing.

    A space matches one space of the plain form, `~` up to three words and `~5` up to five, never beyond a comma or a full stop;
    `$` is the end of a clause.
    """
    joined = "|".join(f"(?:{way})" for way in ways)
    spelled = _MACRO.sub(lambda found: _GAP % int(found[1] or 3), joined).replace("$", _CLAUSE_END)
    return re.compile(rf"(?<![\w'])(?:{spelled})(?![\w'])")


@dataclass(frozen=True, slots=True)
class Rule:
    """Says `kind` where `says` is found, `also` too when there is one, and `unless` is not; each may be anywhere in the text."""

    name: str
    kind: Kind
    says: re.Pattern[str]
    examples: tuple[str, ...]
    not_examples: tuple[str, ...] = ()
    unless: re.Pattern[str] | None = field(default=None)
    also: re.Pattern[str] | None = field(default=None)

    def fits(self, text: str) -> bool:
        """True when this rule recognises the text, which must be in the form of `normal.unmasked`, idioms taken out."""
        if self.says.search(text) is None or (self.also is not None and self.also.search(text) is None):
            return False
        return self.unless is None or self.unless.search(text) is None


@dataclass(frozen=True, slots=True)
class Idiom:
    """Words that sound like a sign and are none. They are taken out before the rules read; the rest of the text stays."""

    name: str
    says: re.Pattern[str]
    examples: tuple[str, ...]
