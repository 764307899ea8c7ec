"""Reads one YAML 1.2 file into a model, and remembers where everything stands. The only part that knows YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from textwrap import shorten
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.constructor import DuplicateKeyError
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.parser import Parser
from ruamel.yaml.scalarstring import LiteralScalarString
from ruamel.yaml.scanner import Scanner

from dialogues.check.diagnosis import BRACES, diagnosed, home
from dialogues.check.english import TAGGED, in_dutch, reason, yaml_problem
from dialogues.issue import ContentError, Issue, Where

M = TypeVar("M", bound=BaseModel)

Path_ = Sequence[int | str]

MOST_PARTS = 200_000
"""Values in one file, each alias (`*name`) counted as the whole it stands for: a few lines of aliases can stand for millions."""

_TAG = re.compile(r"(?:^|(?<=[\s\[{,:-]))!\S", re.MULTILINE)
"""Where a word with a ! before it may begin, which tells YAML what kind of value follows."""

_DATE = re.compile(r"\b\d{4}-(?!(?:0?[1-9]|1[0-2])-(?:0?[1-9]|[12]\d|3[01])\b)\d\d?-\d\d?\b")
"""A date that no calendar has."""


def parsed(text: str) -> Any:
    """The tree of a YAML 1.2 text, with the places of its parts; nobody changes it."""
    yaml = YAML(typ="rt", pure=True)
    yaml.Scanner, yaml.Parser = Scanner, Parser  # comments are not kept: gathering them is a fifth of the work
    return yaml.load(text)


class Source:
    """A parsed file: plain data, and the place of every part of it."""

    def __init__(self, file: Path) -> None:
        """Raises `ContentError` when the file is no YAML 1.2 or cannot be read."""
        self.file = file
        try:
            text = file.read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            what = f"dit bestand is geen UTF-8 (teken {error.start + 1})"
            raise ContentError([self._at(1, 1, "E102", what, "bewaar het bestand als UTF-8")]) from error
        except OSError as error:
            what = f"dit bestand kan niet open: {reason(error)}"
            raise ContentError([self._at(1, 1, "E101", what, "kijk naar de naam en de rechten")]) from error
        try:
            self._tree = parsed(text)
        except DuplicateKeyError as error:
            mark = error.problem_mark
            hit = re.search(r'duplicate key "(.*?)"', str(error.problem))
            what = f"de sleutel '{hit[1]}' staat er twee keer" if hit else "een sleutel staat er twee keer"
            raise ContentError(
                [self._at(mark.line + 1, mark.column + 1, "E104", what, "geef elke sleutel een eigen naam")]
            ) from error
        except MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            if guess := diagnosed(text, line, column, str(error.problem)):
                what = f"dit is geen goede YAML: {guess.what}"
                raise ContentError([self._at(guess.line, guess.column, "E103", what, guess.remedy)]) from error
            what = f"dit is geen goede YAML: {yaml_problem(error)}"
            remedy = (
                "kijk hier naar het inspringen en de aanhalingstekens; tekst met een dubbele punt krijgt quotes of |"
            )
            raise ContentError([self._at(line, column, "E103", what, remedy)]) from error
        except RecursionError as error:
            raise ContentError([self._deep()]) from error
        except YAMLError as error:
            what = "dit is geen goede YAML: er staat een teken dat niet mag"
            raise ContentError([self._at(1, 1, "E103", what, "haal weg wat geen gewone tekst is")]) from error
        except (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError) as error:
            # the library's own, where a value does not fit its tag: `!!set een`
            raise ContentError([self._tagged(text)]) from error
        try:
            if _parts(self._tree, {}) > MOST_PARTS:
                what = "dit bestand is te groot, of er komt te veel in terug met & en *"
                raise ContentError([self._at(1, 1, "E160", what, "maak het korter, en schrijf het uit zonder & en *")])
            if braces := list(_braces(self._tree)):
                what = f"dit is geen goede YAML: {BRACES[0]}"
                raise ContentError([self._at(*at, "E103", what, BRACES[1]) for at in braces])
            self.data = _plain(self._tree)
        except RecursionError as error:
            raise ContentError([self._deep()]) from error

    def _at(self, line: int, column: int, code: str, what: str, remedy: str) -> Issue:
        return Issue(Where(self.file, line, column), code, what, remedy)

    def _tagged(self, text: str) -> Issue:
        """A value that YAML takes for something it cannot be: by the word before it, or because it looks like a date."""
        tag = _TAG.search(text)
        found = tag or _DATE.search(text)
        before = text[: found.start() if found else 0]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        what = TAGGED if tag else "een datum of getal bestaat niet"
        remedy = "zet de waarde tussen aanhalingstekens"
        return self._at(
            line,
            column,
            "E103",
            f"dit is geen goede YAML: {what}",
            f"haal dat woord weg, of {remedy}" if tag else remedy,
        )

    def _deep(self) -> Issue:
        return self._at(
            1, 1, "E103", "dit is geen goede YAML: te veel haken of lijsten in elkaar", "maak het eenvoudiger"
        )

    def where(self, path: Path_ = ()) -> Where:
        """The place of a part, or of the nearest part around it that has one."""
        node: Any = self._tree
        line, column = 1, 1
        for key in path:
            mapped = isinstance(node, CommentedMap) and key in node
            listed = isinstance(node, CommentedSeq) and isinstance(key, int) and key < len(node)
            if mapped or listed:
                line, column = _begins(node.lc.data, key) or (line, column)
                node = node[key]
            elif isinstance(key, int) and not isinstance(node, CommentedSeq | CommentedMap):
                continue
        return Where(self.file, line, column)

    def line(self, path: Path_, line: int) -> Where:
        """The place of a line, from 1, of a text written as a block (`|`); of the text's key where it is written otherwise."""
        where, node = self.where(path), self._tree
        for key in path:
            try:
                node = node[key]
            except (KeyError, IndexError, TypeError):
                return where
        if line and isinstance(node, LiteralScalarString):
            return Where(where.file, where.line + line, where.column + 2)
        return where

    def _in_braces(self, path: Path_) -> bool:
        """Whether a part is written between { and }."""
        node = self._tree
        for key in path:
            try:
                node = node[key]
            except (KeyError, IndexError, TypeError):
                return False
        return isinstance(node, CommentedMap) and bool(node.fa.flow_style())

    def read(self, model: type[M], path: Path_ = ()) -> M:
        """The whole file, or the part at `path`, as a model. Raises `ContentError` with every mistake in it."""
        data = self.data
        for key in path:
            data = data[key]
        if not isinstance(data, dict):
            raise ContentError(
                [
                    Issue(
                        self.where(path),
                        "E105",
                        "hier horen sleutels en waarden te staan",
                        "begin met een sleutel, zoals id: naam",
                    )
                ]
            )
        try:
            return model.model_validate(data)
        except ValidationError as error:
            raise ContentError(self._mistakes(error, path)) from error

    def _mistakes(self, error: ValidationError, path: Path_) -> list[Issue]:
        """Every mistake once: no "too few items" because an item is wrong, no "or a list" where a text is wrong."""
        items = [(tuple(part for part in item["loc"] if not _internal(part)), item) for item in error.errors()]
        found = []
        for loc, item in items:
            others = [place for place, other in items if other is not item]
            within = any(len(place) > len(loc) and place[: len(loc)] == loc for place in others)
            if not (item["type"] == "too_short" and within) and not (item["type"] == "tuple_type" and loc in others):
                found.append(self._mistake(loc, item, path))
        return found

    def _mistake(self, loc: tuple[int | str, ...], item: Any, path: Path_) -> Issue:
        name = next((part for part in reversed(loc) if isinstance(part, str)), "het bestand")
        where, kind = self.where([*path, *loc]), item["type"]
        if kind == "extra_forbidden":
            if item["input"] is None and self._in_braces([*path, *loc[:-1]]):
                what = f"een komma in een tekst tussen {{ }}: '{_short(loc[-1])}' lijkt zo een sleutel"
                return Issue(where, "E110", what, "zet de tekst tussen quotes, van begin tot eind")
            if not path and (belongs := home(loc)):
                return Issue(where, "E110", f"de sleutel '{loc[-1]}' hoort niet hier", f"hij hoort {belongs}")
            return Issue(
                where, "E110", f"de sleutel '{loc[-1]}' bestaat hier niet", "kijk of je je vertypte, of haal hem weg"
            )
        if kind == "missing":
            return Issue(where, "E111", f"'{loc[-1]}' ontbreekt", f"zet erbij: {loc[-1]}: …")
        if kind == "string_pattern_mismatch":
            remedy = "gebruik kleine letters, cijfers en _, en begin met een letter"
            return Issue(where, "E112", f"'{_short(item['input'])}' is geen id", remedy)
        if kind == "string_too_long":
            what = f"'{name}' is te lang: hooguit {item['ctx']['max_length']} tekens"
            return Issue(where, "E160", what, "maak het korter, of verdeel het")
        if kind == "literal_error":
            remedy = f"kies uit: {item['ctx']['expected'].replace(' or ', ' of ')}"
            return Issue(where, "E113", f"{name}: '{_short(item['input'])}' bestaat niet", remedy)
        said = in_dutch(item)
        if kind in ("value_error", "assertion_error"):
            said, _, remedy = said.partition(" → ")
            return Issue(where, "E114", f"{name}: {said}" if loc else said, remedy or "kijk in docs/regels/E114.md")
        return Issue(where, "E115", f"{name}: {said}", "kijk in docs/auteurs.md wat hier kan staan")


def _short(value: object) -> str:
    """What was written, in one line of at most sixty characters."""
    return shorten(str(value), 60, placeholder="…") or "…"


def _internal(part: int | str) -> bool:
    """Whether a part of a place is a word of the validator's, for one of several forms a value may have."""
    return isinstance(part, str) and (part == "str" or part.startswith(("constrained-", "tuple[", "function-")))


def _begins(places: Any, key: int | str) -> tuple[int, int] | None:
    """The line and column, from 1, where a key or an item is written; a key merged in from elsewhere is written nowhere here."""
    place = (places or {}).get(key)
    return None if place is None else (place[0] + 1, place[1] + 1)


def _parts(node: Any, known: dict[int, int]) -> int:
    """How many values a tree holds once every alias is written out. `known`: what was counted already, by identity."""
    if not isinstance(node, dict | list):
        return 1
    if id(node) not in known:
        within = node.values() if isinstance(node, dict) else node
        known[id(node)] = 1 + sum(_parts(part, known) for part in within)
    return known[id(node)]


def _braces(node: Any) -> Iterator[tuple[int, int]]:
    """Where `{{ … }}` stands without quotes: to YAML that is a key made of keys."""
    if isinstance(node, CommentedMap):
        if any(isinstance(key, Mapping) for key in node):
            yield node.lc.line + 1, node.lc.col + 1
        for value in node.values():
            yield from _braces(value)
    elif isinstance(node, list):
        for item in node:
            yield from _braces(item)


def _plain(node: Any) -> Any:
    """Ordinary dicts, lists, strings and numbers, without the parser's own types."""
    if isinstance(node, dict):
        return {(str(key) if isinstance(key, str) else key): _plain(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_plain(item) for item in node]
    if isinstance(node, str):
        return str(node)
    if isinstance(node, bool) or node is None:
        return node
    if isinstance(node, int):
        return int(node)
    if isinstance(node, float):
        return float(node)
    return str(node)
