"""The published interface, read once: methods, types and the rules of their fields. Knows no calls and no simulator.

It is Telegram's own page in machine-readable form (https://github.com/PaulSonOfLars/telegram-bot-api-spec, MIT). It stands
beside the project, not in it; `AANZET_BOT_API_SPEC` names another place.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from tests.spec import prose
from tests.spec.prose import Rule

BESIDE = Path(__file__).parents[2].parent / "shared" / "botapi" / "api.min.json"
NUMBERS = ("Integer", "Float")
SCALARS = (*NUMBERS, "String", "Boolean")
_SHARED = {"caption_"}  # whose parse mode is plainly "parse_mode"
_OTHER_THAN = re.compile(r"(Exactly one|At most one) of the fields other than (.+?) must be used")


@dataclass(frozen=True)
class Field:
    """A parameter of a method or a field of a type."""

    name: str
    types: tuple[str, ...]
    required: bool
    description: str

    @cached_property
    def text_rules(self) -> list[Rule]:
        """What a String must be when its markup is taken out, or may stay in."""
        return prose.text_rules(self.description, parsed=True)

    @cached_property
    def unparsed_rules(self) -> list[Rule]:
        """What a String must be before its markup is taken out."""
        return prose.text_rules(self.description, parsed=False)

    @cached_property
    def number_rules(self) -> list[Rule]:
        """What a number must be."""
        return prose.number_rules(self.description)

    @cached_property
    def list_rules(self) -> list[Rule]:
        """What an Array must be."""
        return prose.list_rules(self.description)

    @cached_property
    def constant(self) -> str | None:
        """The one word it always holds."""
        return prose.constant(self.description) if "String" in self.types else None

    @cached_property
    def required_without(self) -> tuple[str, ...]:
        """Needed when these are missing."""
        return prose.required_without(self.description)

    @cached_property
    def only_for(self) -> tuple[str, ...]:
        """The `type`s of its object it is for."""
        return prose.only_for(self.description)


@dataclass(frozen=True)
class Fields:
    """A method or a type. `family`: the types of which a value is one; such a type has no fields of its own."""

    name: str
    fields: dict[str, Field]
    description: str
    family: tuple[str, ...] = ()
    returns: tuple[str, ...] = ()

    @cached_property
    def required(self) -> frozenset[str]:
        """The fields that must be there."""
        return frozenset(field.name for field in self.fields.values() if field.required)

    @cached_property
    def conditional(self) -> list[Field]:
        """The fields that must be there when others are not."""
        return [field for field in self.fields.values() if field.required_without]

    @cached_property
    def selective(self) -> list[Field]:
        """The fields that are for some `type`s only."""
        return [field for field in self.fields.values() if field.only_for]

    @cached_property
    def constants(self) -> dict[str, str]:
        """The fields that always hold the same word."""
        return {field.name: field.constant for field in self.fields.values() if field.constant is not None}

    @cached_property
    def stretches(self) -> list[tuple[str, str, str]]:
        """The fields with entities, each with the field that holds its text and the one that holds its parse mode."""
        found = []
        for field in self.fields.values():
            if field.types == ("Array of MessageEntity",):
                prefix = field.name.removesuffix("entities")
                text = prefix.removesuffix("_") or ("text" if "text" in self.fields else "message_text")
                found.append((field.name, text, f"{prefix}parse_mode" if prefix not in _SHARED else "parse_mode"))
        return found

    @cached_property
    def kinds(self) -> tuple[str, frozenset[str]]:
        """Of a button: how many ("Exactly one", "At most one", "" for any number) of which fields say what it does."""
        if found := _OTHER_THAN.search(self.description):
            return found[1], frozenset(self.fields) - frozenset(re.findall(r"\w+", found[2]))
        return "", frozenset()


class Published:
    """Everything, by name."""

    def __init__(self, raw: dict[str, Any]) -> None:
        self.version: str = raw["version"]
        self.methods = {name: _fields(body) for name, body in raw["methods"].items()}
        self.types = {name: _fields(body) for name, body in raw["types"].items()}

    @classmethod
    def read(cls) -> Published:
        """From where it stands.

        Raises: FileNotFoundError with the remedy.
        """
        path = Path(os.environ.get("AANZET_BOT_API_SPEC") or BESIDE)
        if not path.is_file():
            raise FileNotFoundError(
                f"the published Bot API is not at {path}; set AANZET_BOT_API_SPEC to its api.min.json"
            )
        return cls(json.loads(path.read_text(encoding="utf-8")))


def _fields(body: dict[str, Any]) -> Fields:
    fields = (
        Field(each["name"], tuple(each["types"]), each["required"], each["description"])
        for each in body.get("fields", [])
    )
    return Fields(
        body["name"],
        {field.name: field for field in fields},
        " ".join(body["description"]),
        tuple(body.get("subtypes", [])),
        tuple(body.get("returns", [])),
    )
