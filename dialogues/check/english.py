"""Says in plain Dutch what the libraries say in English: pydantic, ruamel.yaml, Jinja2 and the operating system.

What is not known here is told as it came: a strange word is better than none.
"""

from __future__ import annotations

import errno
import re
from collections.abc import Mapping
from typing import Any, Final

_TYPES: Final[Mapping[str, str]] = {
    "string_type": "hier hoort tekst",
    "int_type": "hier hoort een getal",
    "int_parsing": "hier hoort een getal",
    "int_from_float": "hier hoort een heel getal",
    "float_parsing": "hier hoort een getal",
    "bool_type": "hier hoort true of false",
    "bool_parsing": "hier hoort true of false",
    "dict_type": "hier horen sleutels en waarden",
    "mapping_type": "hier horen sleutels en waarden",
    "model_type": "hier horen sleutels en waarden",
    "model_attributes_type": "hier horen sleutels en waarden",
    "list_type": "hier hoort een lijst",
    "tuple_type": "hier hoort een lijst",
    "too_short": "deze lijst is te kort",
    "string_too_short": "hier staat niets",
    "invalid_key": "een sleutel is tekst",
    "string_unicode": "er staat een teken dat niet mag",
    "none_required": "hier hoort niets",
    **dict.fromkeys(
        ("date_type", "date_parsing", "date_from_datetime_parsing", "date_from_datetime_inexact"),
        "hier hoort een dag, zoals 2027-06-30",
    ),
}


def in_dutch(mistake: Mapping[str, Any]) -> str:
    """A mistake of pydantic's."""
    kind, context = mistake["type"], mistake.get("ctx") or {}
    if kind in _TYPES:
        return _TYPES[kind]
    if kind in ("greater_than_equal", "greater_than"):
        return f"dit getal is te klein: minstens {context.get('ge', context.get('gt'))}"
    if kind in ("less_than_equal", "less_than"):
        return f"dit getal is te groot: hooguit {context.get('le', context.get('lt'))}"
    if kind in ("string_too_long", "too_long"):
        return f"dit is te lang: hooguit {context.get('max_length')}"
    if kind == "literal_error":
        return f"kies uit: {str(context.get('expected')).replace(' or ', ' of ')}"
    if kind == "missing":
        return f"'{mistake['loc'][-1]}' ontbreekt"
    if kind == "extra_forbidden":
        return f"de sleutel '{mistake['loc'][-1]}' bestaat hier niet"
    return str(mistake["msg"]).removeprefix("Value error, ")


TAGGED: Final = "een waarde past niet bij het woord met ! ervoor"

_YAML: Final = (
    ("mapping values are not allowed", "een dubbele punt staat op een plek waar hij niet mag"),
    ("found character '\\t'", "er staat een tab; gebruik spaties"),
    ("found character", "er staat een teken dat hier niet mag"),
    ("could not find expected ':'", "er ontbreekt een dubbele punt na een sleutel"),
    ("expected <block end>", "het inspringen klopt niet"),
    ("expected ',' or ']'", "er ontbreekt een komma of een ]"),
    ("expected ',' or '}'", "er ontbreekt een komma of een }"),
    ("found unexpected end of stream", "een aanhalingsteken of haak wordt niet gesloten"),
    ("unexpected end of stream", "een aanhalingsteken of haak wordt niet gesloten"),
    ("found undefined alias", "er staat een * aan het begin; zet de tekst tussen quotes"),
    ("expected alphabetic or numeric character", "er staat een & of * aan het begin; zet de tekst tussen quotes"),
    ("found another document", "er staat --- midden in het bestand"),
    ("expected a single document", "er staat --- midden in het bestand"),
    ("unacceptable character", "er staat een teken dat niet mag"),
    ("special characters are not allowed", "er staat een teken dat niet mag"),
    ("did not find expected", "het inspringen of een haak klopt niet"),
    ("failed to con", TAGGED),
    ("expected a sequence", TAGGED),
    ("expected a mapping", TAGGED),
)


def yaml_problem(error: Any) -> str:
    """What ruamel.yaml could not read."""
    said = str(getattr(error, "problem", None) or getattr(error, "context", None) or error)
    return next((dutch for english, dutch in _YAML if english in said), said.split("\n")[0])


_JINJA: Final = (
    (r"No filter named '(.*?)'", "het woord '{}' na | bestaat niet"),
    (r"No test named '(.*?)'", "het woord '{}' na is bestaat niet"),
    (r"unexpected '(.*?)'", "'{}' staat op een plek waar het niet mag"),
    (r"expected token 'end of print statement', got '(.*?)'", "'{}' staat op een plek waar het niet mag"),
    (r"expected token '(?:.*?)', got '='", "één = is geen vraag; schrijf =="),
    (r"expected token '(?:.*?)', got '(.*?)'", "'{}' staat op een plek waar het niet mag"),
    (
        r"unexpected end of template|unexpected end|Expected an expression, got 'end of",
        "er ontbreekt iets, zoals een haak }}",
    ),
    (r"Unexpected end of template.*|Encountered unknown tag '(.*?)'", "een {{% … %}} klopt niet"),
    (r"unexpected char '(.*?)'", "het teken '{}' mag hier niet"),
)


def explained(error: Exception) -> str:
    """What Jinja2 could not read in a text or a condition."""
    said = str(error).split("\n")[0]
    for pattern, dutch in _JINJA:
        if hit := re.search(pattern, said):
            return dutch.format(hit[1] if hit.groups() and hit[1] else "")
    return said


_SYSTEM: Final[Mapping[int | None, str]] = {
    errno.EACCES: "geen toestemming",
    errno.EPERM: "geen toestemming",
    errno.ENOENT: "het bestand is er niet",
    errno.EISDIR: "het is een map",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.ELOOP: "een verwijzing wijst naar zichzelf",
    errno.EIO: "de schijf geeft een fout",
}


def reason(error: OSError) -> str:
    """Why a file cannot be opened."""
    return _SYSTEM.get(error.errno, error.strerror or str(error))
