"""Holds one value against a published type, whichever way it goes: in a call, in an answer, in an update."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tests.spec.prose import Rule, units
from tests.spec.published import NUMBERS, SCALARS, Field, Fields, Published

UNPUBLISHED = {("Message", "new_chat_member"), ("Chat", "all_members_are_administrators")}
"""Sent by Telegram for old clients' sake, not in the published interface."""

ARRAY = "Array of "
FIRST = "must always be the first button in the first row"


@dataclass(frozen=True)
class Wrong:
    """What does not fit: where, what stands there, what was expected."""

    where: str
    found: str
    expected: str

    def __str__(self) -> str:
        return f"{self.where}: {self.found}; expected {self.expected}"


def value(
    published: Published, types: Sequence[str], given: Any, where: str, field: Field | None = None
) -> list[Wrong]:
    """What is wrong with a value that must be of one of these types; the type that fits best tells."""
    if len(types) > 1 and isinstance(given, dict):
        types = _nearest(published, types, given)
    if len(types) > 1 and isinstance(given, list) and all(name.startswith(ARRAY) for name in types):
        inner = [name.removeprefix(ARRAY) for name in types]
        wrongs = [
            wrong for number, each in enumerate(given) for wrong in value(published, inner, each, f"{where}[{number}]")
        ]
        return wrongs + _broken(field.list_rules if field else [], given, where, f"{len(given)} of them")
    return min((_one(published, name, given, where, field) for name in reversed(types)), key=len)


def _nearest(published: Published, types: Sequence[str], given: Mapping[str, Any]) -> list[str]:
    """The object types whose own fields and words fit best, at the first level."""
    known = [published.types[name] for name in types if name in published.types]
    if not known:
        return list(types)

    def misfit(each: Fields) -> int:
        told = [name for name, word in each.constants.items() if given.get(name) != word]
        return 10 * len(told) + len(each.required - set(given)) + len(set(given) - set(each.fields))

    least = min(misfit(each) for each in known)
    return [each.name for each in known if misfit(each) == least]


def _one(published: Published, name: str, given: Any, where: str, field: Field | None) -> list[Wrong]:
    if name.startswith(ARRAY):
        return _array(published, name.removeprefix(ARRAY), given, where, field)
    if name in SCALARS:
        return _scalar(name, given, where, field)
    described = published.types[name]
    if described.family:
        return value(published, described.family, given, where)
    if isinstance(given, str) and "String can be used instead of this object" in described.description:
        return []
    if not isinstance(given, dict):
        return [Wrong(where, _show(given), f"a {name}")]
    return _object(published, described, given, where)


def _array(published: Published, inner: str, given: Any, where: str, field: Field | None) -> list[Wrong]:
    if not isinstance(given, list):
        return [Wrong(where, _show(given), f"an {ARRAY}{inner}")]
    wrongs = [
        wrong for number, each in enumerate(given) for wrong in _one(published, inner, each, f"{where}[{number}]", None)
    ]
    wrongs += _broken(field.list_rules if field else [], given, where, f"{len(given)} of them")
    if inner == f"{ARRAY}InlineKeyboardButton" and not wrongs:
        wrongs += _places(published.types["InlineKeyboardButton"], given, where)
    return wrongs


def _scalar(name: str, given: Any, where: str, field: Field | None) -> list[Wrong]:
    if not _is(name, given):
        return [Wrong(where, _show(given), f"a{'n' * (name == 'Integer')} {name}")]
    if field is None:
        return []
    if name == "String":
        return _broken(field.text_rules, given, where)
    return _broken(field.number_rules, given, where) if name in NUMBERS else []


def _is(name: str, given: Any) -> bool:
    if isinstance(given, bool):
        return name == "Boolean"
    fits: dict[str, type | tuple[type, ...]] = {"Integer": int, "Float": (int, float), "String": str, "Boolean": bool}
    return isinstance(given, fits[name])


def _object(published: Published, described: Fields, given: Mapping[str, Any], where: str) -> list[Wrong]:
    wrongs = [
        Wrong(f"{where}.{name}", "missing", f"a required field of {described.name}")
        for name in sorted(described.required - set(given))
    ]
    for name, inner in given.items():
        if (described.name, name) in UNPUBLISHED:
            continue
        field = described.fields.get(name)
        if field is None:
            wrongs.append(Wrong(f"{where}.{name}", "an unknown field", f"a field of {described.name}"))
        else:
            wrongs += value(published, field.types, inner, f"{where}.{name}", field)
    wrongs += [
        Wrong(f"{where}.{field.name}", f"a {_show(given.get('type'))}", "only " + " or ".join(field.only_for))
        for field in described.selective
        if field.name in given and given.get("type") not in field.only_for
    ]
    wrongs += _kinds(described, given, where)
    return wrongs + marked_stretches(described, given, where)


def _kinds(described: Fields, given: Mapping[str, Any], where: str) -> list[Wrong]:
    how, kinds = described.kinds
    used = sorted(kinds & set(given))
    if not how or len(used) == 1 or (not used and how == "At most one"):
        return []
    expected = f"{how.lower()} of {', '.join(sorted(kinds))}"
    return [Wrong(where, " and ".join(used) or "no field that says what it does", expected)]


def _places(button: Fields, rows: list[list[Any]], where: str) -> list[Wrong]:
    """Some buttons must be the first of all."""
    first_only = {field.name for field in button.fields.values() if FIRST in field.description}
    return [
        Wrong(f"{where}[{row}][{column}].{name}", "not the first button", "the first button in the first row")
        for row, buttons in enumerate(rows)
        for column, each in enumerate(buttons)
        for name in sorted(first_only & set(each))
        if (row, column) != (0, 0)
    ]


def marked_stretches(described: Fields, given: Mapping[str, Any], where: str) -> list[Wrong]:
    """Entities must lie within the text they belong to and begin and end between two characters."""
    wrongs: list[Wrong] = []
    for name, text_name, mode in described.stretches:
        if not isinstance(given.get(name), list):
            continue
        text = given.get(text_name)
        if given.get(mode):
            wrongs.append(Wrong(f"{where}.{name}", f"beside {mode}", "one of the two"))
        if not isinstance(text, str):
            wrongs.append(Wrong(f"{where}.{name}", "without a text", "a text to mark"))
            continue
        between = _between(text)
        for number, each in enumerate(given[name]):
            if isinstance(each, dict) and _is("Integer", each.get("offset")) and _is("Integer", each.get("length")):
                start, end = each["offset"], each["offset"] + each["length"]
                if start >= end or start not in between or end not in between:
                    expected = f"a stretch of whole characters within 0-{units(text)}"
                    wrongs.append(Wrong(f"{where}.{name}[{number}]", f"{start}-{end}", expected))
    return wrongs


def _between(text: str) -> set[int]:
    position, places = 0, {0}
    for sign in text:
        position += units(sign)
        places.add(position)
    return places


def _broken(rules: Iterable[Rule], given: Any, where: str, shown: str = "") -> list[Wrong]:
    return [Wrong(where, shown or _show(given), rule.expected) for rule in rules if not rule.holds(given)]


def _show(given: Any) -> str:
    shown = repr(given)
    return shown if len(shown) <= 60 else f"{shown[:57]}... ({len(shown)} characters)"
