"""Reads one YAML 1.2 file into a model, and remembers where everything stands. The only part that knows YAML."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.constructor import DuplicateKeyError
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.scalarstring import LiteralScalarString

from dialogues.issue import ContentError, Issue, Where

M = TypeVar("M", bound=BaseModel)

Path_ = Sequence[int | str]


class Source:
    """A parsed file: plain data, and the place of every part of it."""

    def __init__(self, file: Path) -> None:
        """Raises `ContentError` when the file is no YAML 1.2 or cannot be read."""
        self.file = file
        yaml = YAML(typ="rt", pure=True)
        try:
            self._tree = yaml.load(file.read_text(encoding="utf-8"))
        except UnicodeDecodeError as error:
            raise ContentError(
                [self._at(1, 1, "E102", f"not UTF-8: {error.reason}", "save the file as UTF-8")]
            ) from error
        except OSError as error:
            raise ContentError(
                [self._at(1, 1, "E101", f"cannot be read: {error.strerror}", "check the path and the rights")]
            ) from error
        except DuplicateKeyError as error:
            mark = error.problem_mark
            what = str(error.problem).split(" with value")[0]
            raise ContentError(
                [self._at(mark.line + 1, mark.column + 1, "E104", what, "give every key a name of its own")]
            ) from error
        except MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            what = str(error.problem or error.context)
            remedy = "look at the indentation and the quotes here; a text with a colon needs quotes or |"
            raise ContentError([self._at(line, column, "E103", what, remedy)]) from error
        except YAMLError as error:
            raise ContentError([self._at(1, 1, "E103", str(error), "remove what is no plain text")]) from error
        self.data = _plain(self._tree)

    def _at(self, line: int, column: int, code: str, what: str, remedy: str) -> Issue:
        return Issue(Where(self.file, line, column), code, what, remedy)

    def where(self, path: Path_ = ()) -> Where:
        """The place of a part, or of the nearest part around it that has one."""
        node: Any = self._tree
        line, column = 1, 1
        for key in path:
            if isinstance(node, CommentedMap) and key in node:
                line, column = (n + 1 for n in node.lc.key(key))
                node = node[key]
            elif isinstance(node, CommentedSeq) and isinstance(key, int) and key < len(node):
                line, column = (n + 1 for n in node.lc.item(key))
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

    def read(self, model: type[M], path: Path_ = ()) -> M:
        """The whole file, or the part at `path`, as a model. Raises `ContentError` with every mistake in it."""
        data = self.data
        for key in path:
            data = data[key]
        if not isinstance(data, dict):
            raise ContentError(
                [Issue(self.where(path), "E105", "expected keys and values", "begin with a key, like id: naam")]
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
        name = next((part for part in reversed(loc) if isinstance(part, str)), "the file")
        where = self.where([*path, *loc])
        kind, message = item["type"], item["msg"].removeprefix("Value error, ")
        if kind == "extra_forbidden":
            return Issue(
                where, "E110", f"'{loc[-1]}' is no key that is known here", "look for a typing error, or remove it"
            )
        if kind == "missing":
            return Issue(where, "E111", f"'{loc[-1]}' is missing", f"add {loc[-1]}: …")
        if kind == "string_pattern_mismatch":
            remedy = "use small letters, digits and underscores, beginning with a letter"
            return Issue(where, "E112", f"'{item['input']}' is no id", remedy)
        if kind == "string_too_long":
            return Issue(where, "E160", f"'{name}' is too long: {message.lower()}", "make it shorter or split it")
        if kind == "literal_error":
            return Issue(
                where,
                "E113",
                f"{name}: '{item['input']}' is not one of the known words",
                f"use {item['ctx']['expected']}",
            )
        if kind in ("value_error", "assertion_error"):
            return Issue(where, "E114", f"{name}: {message}" if loc else message, "see docs/auteurs.md")
        return Issue(where, "E115", f"{name}: {message}", "see docs/auteurs.md")


def _internal(part: int | str) -> bool:
    """Whether a part of a place is a word of the validator's, for one of several forms a value may have."""
    return isinstance(part, str) and (part == "str" or part.startswith(("constrained-", "tuple[", "function-")))


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
