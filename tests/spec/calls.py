"""Holds a call of the Bot API and its answer against the published interface."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.spec import values
from tests.spec.prose import largest_file
from tests.spec.published import NUMBERS, Field, Fields, Published
from tests.spec.values import Wrong

_ATTACHED = "attach://"


@dataclass(frozen=True)
class Given:
    """A call as it came in: parameters as text (forms) or as JSON values, and the sizes of the files that came along."""

    method: str
    parameters: Mapping[str, Any]
    files: Mapping[str, int] = field(default_factory=dict)


def call(published: Published, given: Given) -> list[Wrong]:
    """What is wrong with a call. [] when nothing is."""
    described = published.methods.get(given.method)
    if described is None:
        return [Wrong(given.method, "an unknown method", "a method of the Bot API")]
    present = {name: each for name, each in given.parameters.items() if each is not None}
    wrongs = list(_missing(described, {*present, *given.files}))
    plain: dict[str, Any] = {}
    for name, each in present.items():
        parameter = described.fields.get(name)
        if parameter is None:
            expected = f"one of {', '.join(sorted(described.fields))}"
            wrongs.append(Wrong(f"{given.method}.{name}", "an unknown parameter", expected))
        elif each != "" or parameter.required:  # Telegram takes an empty text for a missing one
            plain[name] = _plain(each, parameter)
    for name in plain:
        wrongs += _parameter(published, described.fields[name], plain, f"{given.method}.{name}", given)
    wrongs += _loose_files(described, given)
    return wrongs + values.marked_stretches(described, plain, given.method)


def answer(published: Published, method: str, result: Any) -> list[Wrong]:
    """What is wrong with what a method gave. [] when nothing is."""
    return values.value(published, published.methods[method].returns, result, f"{method} gave")


def _missing(described: Fields, present: set[str]) -> Iterator[Wrong]:
    for name in sorted(described.required - present):
        yield Wrong(f"{described.name}.{name}", "missing", "a required parameter")
    for parameter in described.conditional:
        if parameter.name not in present and not present.issuperset(parameter.required_without):
            expected = f"it, or {' and '.join(parameter.required_without)}"
            yield Wrong(f"{described.name}.{parameter.name}", "missing", expected)


def _plain(given: Any, parameter: Field) -> Any:
    """A text from a form as the JSON value it stands for; anything else, and what cannot be read, as it is."""
    if not isinstance(given, str) or parameter.types == ("String",):
        return given
    for name in parameter.types:
        if name in NUMBERS and re.fullmatch(r"-?\d+" if name == "Integer" else r"-?\d+(\.\d+)?", given):
            return json.loads(given) if name == "Float" else int(given)
        if name == "Boolean" and given in {"true", "false"}:
            return given == "true"
    if {"String", "Integer", "Boolean", "Float"} & set(parameter.types):
        return given
    try:
        return json.loads(given)
    except ValueError:
        return given


def _parameter(
    published: Published, parameter: Field, plain: Mapping[str, Any], where: str, given: Given
) -> list[Wrong]:
    one = plain[parameter.name]
    if "InputFile" in parameter.types:
        return _file(parameter, one, where, given)
    if parameter.types == ("String",) and isinstance(one, str) and plain.get(_mode_of(parameter.name)):
        return [Wrong(where, repr(one)[:60], rule.expected) for rule in parameter.unparsed_rules if not rule.holds(one)]
    wrongs = values.value(published, parameter.types, one, where, parameter)
    if not wrongs and parameter.name == "allowed_updates":
        kinds = set(published.types["Update"].fields) - {"update_id"}
        wrongs += [Wrong(where, repr(kind), "a field of Update") for kind in one if kind not in kinds]
    if not wrongs:
        wrongs += [
            Wrong(where, f"{_ATTACHED}{name}", "a file of that name in the request")
            for name in _attached(one)
            if name not in given.files
        ]
    return wrongs


def _mode_of(name: str) -> str:
    return "parse_mode" if name in {"text", "caption"} else f"{name}_parse_mode"


def _file(parameter: Field, one: Any, where: str, given: Given) -> list[Wrong]:
    """A file by its id, its address, or the name of a part of the request."""
    if not isinstance(one, str) or (not one.startswith(_ATTACHED) and "String" not in parameter.types):
        return [
            Wrong(where, type(one).__name__, "a file in the request" + ", or a String" * ("String" in parameter.types))
        ]
    if not one:
        return [Wrong(where, "empty", "a file, its id or its address")]
    if one.startswith(_ATTACHED) and one.removeprefix(_ATTACHED) not in given.files:
        return [Wrong(where, one, "a file of that name in the request")]
    return []


def _loose_files(described: Fields, given: Given) -> list[Wrong]:
    """Every file in the request belongs to a parameter: under its name, or named by it. And none is too large."""
    wrongs = []
    named = {name for each in given.parameters.values() for name in _attached(each)}
    for name, size in given.files.items():
        where, parameter = f"{described.name}.{name}", described.fields.get(name)
        if name not in named and (parameter is None or "InputFile" not in parameter.types):
            wrongs.append(Wrong(where, "a file", "a file where the method takes one"))
            continue
        most = largest_file(parameter.description if parameter else "", described.description)
        if not size or (most is not None and size > most):
            wrongs.append(Wrong(where, f"{size} bytes", f"1-{most or 'any number of'} bytes"))
    return wrongs


def _attached(one: Any) -> list[str]:
    text = one if isinstance(one, str) else json.dumps(one)
    return re.findall(rf"{_ATTACHED}([^\"\s]+)", text) if _ATTACHED in text else []
