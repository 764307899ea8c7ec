"""Reads the rules that the published interface tells in prose only: limits, choices, forms. Knows no values.

A rule it cannot read is no rule: the prose is Telegram's and changes, so a sentence that is not understood is left alone.
`test_calls.py` plants a breach of every kind that must be understood.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Unit = str


@dataclass(frozen=True)
class Rule:
    """What a value must be, in words, and how to see it."""

    expected: str
    holds: Callable[[Any], bool]


def units(text: str) -> int:
    """Characters as Telegram counts them: UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


_SIZE = re.compile(r"(\d+)-(\d+) (characters|bytes)(?P<parsed>[^.;]*after entities parsing)?", re.IGNORECASE)
_RANGE = re.compile(
    r"(?:[;,] |[Vv]alues between )(\d+)-(\d+)(?= are accepted|[.;,]|$)|[Mm]ust be between (\d+) and (\d+)"
)
_COUNT = re.compile(r"(?:list of|include) (\d+)-(\d+)\b")
_MOST = re.compile(r"(?:[Aa]t most|list of up to|; up to) (\d+)\b")
_CHOICES = re.compile(r"(?:must be|can be|one of|always)(?: either| one of)? (?=[\"“])")
_QUOTED = re.compile(r"[\"“]([^\"“”\s]+)[\"”]")
_CONSTANT = re.compile(r", must be ([a-z_]+)$")
_ACTION = re.compile(r"\b([a-z_]+)(?: or ([a-z_]+))? for ")
_MEGABYTES = re.compile(r"(?:at most|up to) (\d+) MB in size")
_INSTEAD = re.compile(r"Required if (\w+)(?: and (\w+))? (?:is|are) not specified")
_ONLY = re.compile(r"For ((?:[\"“]\w+[\"”](?:, | and | or )?)+) only")


def text_rules(description: str, *, parsed: bool) -> list[Rule]:
    """For a String. `parsed`: its markup has been or need not be taken out, so that its length counts."""
    rules = []
    if (size := _SIZE.search(description)) and (parsed or not size["parsed"]):
        low, high, unit = int(size[1]), int(size[2]), size[3].lower()
        measure = units if unit == "characters" else _bytes
        rules.append(Rule(f"{low}-{high} {unit}", lambda value: low <= measure(value) <= high))
    if choices := _choices(description):
        rules.append(Rule("one of " + ", ".join(choices), lambda value: value in choices))
    if "in the format @username" in description:
        rules.append(Rule("an Integer, or a username that begins with @", lambda value: value.startswith("@")))
    for sentence, words, pattern in _FORMS:
        if sentence in description:
            form = re.compile(pattern)
            rules.append(Rule(words, lambda value, form=form: form.fullmatch(value) is not None))  # type: ignore[misc]
    return rules


_FORMS = (
    ("A-Z, a-z, 0-9, _ and - are allowed", "only A-Z, a-z, 0-9, _ and -", r"[A-Za-z0-9_-]*"),
    ("only lowercase English letters, digits and underscores", "only a-z, 0-9 and _", r"[a-z0-9_]*"),
    ("two-letter ISO 639-1 language code", "a two-letter language code", r"([a-z]{2})?"),
    ("HTTP or tg:// URL", "an http, https or tg:// address", r"(https?://[^\s/]\S*|tg://\S+)"),
    ("An HTTPS URL", "an https address", r"https://[^\s/]\S*"),
)


def number_rules(description: str) -> list[Rule]:
    """For an Integer or Float."""
    found = _RANGE.search(description)
    if found is None:
        return []
    low, high = (int(each) for each in found.groups() if each is not None)
    return [Rule(f"{low}-{high}", lambda value: low <= value <= high)]


def list_rules(description: str) -> list[Rule]:
    """For an Array."""
    if found := _COUNT.search(description):
        low, high = int(found[1]), int(found[2])
        return [Rule(f"{low}-{high} of them", lambda value: low <= len(value) <= high)]
    if found := _MOST.search(description):
        most = int(found[1])
        return [Rule(f"at most {most} of them", lambda value: len(value) <= most)]
    return []


def constant(description: str) -> str | None:
    """The one word a field always holds: by this the types of a family are told apart."""
    choices = _choices(description)
    return choices[0] if len(choices) == 1 else None


def largest_file(*descriptions: str) -> int | None:
    """The most bytes of a file, where the prose tells."""
    for description in descriptions:
        if found := _MEGABYTES.search(description):
            return int(found[1]) * 1024 * 1024
    return None


def required_without(description: str) -> tuple[str, ...]:
    """The parameters of which one is needed when this one is missing; () when there is no such condition."""
    found = _INSTEAD.search(description)
    return tuple(each for each in found.groups() if each) if found else ()


def only_for(description: str) -> tuple[str, ...]:
    """The `type`s this field is for; () for all."""
    found = _ONLY.search(description)
    return tuple(_QUOTED.findall(found[1])) if found else ()


def _choices(description: str) -> tuple[str, ...]:
    if found := _CONSTANT.search(description):
        return (found[1],)
    if "Choose one, depending on" in description:
        return tuple(word for pair in _ACTION.findall(description) for word in pair if word)
    found = _CHOICES.search(description)
    return tuple(dict.fromkeys(_QUOTED.findall(description[found.end() :]))) if found else ()


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))
