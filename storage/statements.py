"""Statements: written once in SQLAlchemy Core, compiled once to SQL text, run on the raw driver.

SQLAlchemy's own execution layer costs more per statement than SQLite does (FACTS, "Storage and scheduling"), so it is
used for what it is good at, the schema and the language, and stays out of the way of a turn.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, is_dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Delete, Insert, Select, Table, Update, bindparam, func, literal_column, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql.selectable import ExecutableReturnsRows, FromClause

from storage.columns import Structure

T = TypeVar("T")
_Processor = Callable[[Any], Any]
_DIALECT = sqlite.dialect(paramstyle="named")


def word(value: str | int) -> ColumnElement[Any]:
    """`value` written into the statement itself: a partial index is only used where its condition stands literally."""
    if isinstance(value, int):
        return literal_column(str(value))
    if not value.replace("_", "").isalpha():
        raise ValueError(f"not a plain word: {value!r}")
    return literal_column(f"'{value}'")


def among(column: ColumnElement[str], name: str) -> ColumnElement[bool]:
    """`column` is in the list given as parameter `name`: one statement whatever the list's length, so compiled once."""
    values = func.json_each(bindparam(name, type_=Structure())).table_valued("value")
    return column.in_(select(values.c.value))


def insertion(table: Table) -> sqlite.Insert:
    """An insert that can be told what to do where the row is already there: the same words in each dialect that has it."""
    return sqlite.insert(table)


def insert_or_leave(table: Table, *conflict: str) -> Insert:
    """An insert that leaves the row alone which is already there under the columns `conflict`."""
    return insertion(table).on_conflict_do_nothing(index_elements=conflict)


def insert_or_replace(table: Table, conflict: Sequence[str], replaced: Sequence[str]) -> Insert:
    """An insert that, where a row is already there under `conflict`, gives its columns `replaced` the new values."""
    statement = insertion(table)
    return statement.on_conflict_do_update(
        index_elements=conflict, set_={name: statement.excluded[name] for name in replaced}
    )


class Command:
    """A statement that gives no rows back.

    `names` are the columns an insert is given values for; without them, all columns of its table.
    """

    __slots__ = ("_binds", "_constants", "sql", "writes")

    def __init__(self, construct: ExecutableReturnsRows, *names: str) -> None:
        keys: Iterable[str] | None = None
        if isinstance(construct, Insert):
            keys = names or [column.key for column in construct.table.c]
        compiled = construct.compile(dialect=_DIALECT, column_keys=list(keys) if keys is not None else None)
        self.sql: str = str(compiled)
        processors = ((name, bind.type.bind_processor(_DIALECT)) for name, bind in compiled.binds.items())
        self._binds: tuple[tuple[str, _Processor], ...] = tuple((name, p) for name, p in processors if p is not None)
        self._constants = {name: bind.effective_value for name, bind in compiled.binds.items() if not bind.required}
        first = self.sql.split(None, 1)[0]
        self.writes = isinstance(construct, Insert | Update | Delete)
        if self.writes and first not in ("INSERT", "UPDATE", "DELETE"):
            # the driver opens its transaction by this word (sqlite3, "Transaction control")
            raise ValueError(f"a statement that writes must begin with its verb: {self.sql}")

    def bound(self, params: dict[str, Any]) -> dict[str, Any]:
        """`params` as the driver takes them; the dictionary given is the one changed."""
        if self._constants:
            params = {**self._constants, **params}
        for name, process in self._binds:
            params[name] = process(params[name])
        return params


class Query(Command, Generic[T]):
    """A statement that gives rows back, each made into what `make` returns.

    Where `make` is a dataclass, its fields are the columns, in that order: checked here, when the program starts.
    """

    __slots__ = ("_make", "_results")

    def __init__(self, make: Callable[..., T], construct: ExecutableReturnsRows, *names: str) -> None:
        super().__init__(construct, *names)
        columns = list(construct.exported_columns)
        if is_dataclass(make):
            wanted = [field.name for field in fields(make)]
            if wanted != [column.key for column in columns]:
                raise ValueError(f"{make} wants {wanted}, the statement gives {[column.key for column in columns]}")
        processors = [column.type.result_processor(_DIALECT, None) for column in columns]
        self._results: tuple[tuple[int, _Processor], ...] = tuple(
            (place, p) for place, p in enumerate(processors) if p is not None
        )
        self._make = make

    def asked(self, **params: Any) -> "Asked":
        """This question with these parameters."""
        return Asked(self, self.bound(params))

    def made(self, row: Sequence[Any]) -> T:
        """What one `row` of the driver becomes."""
        if not self._results:
            return self._make(*row)
        values = list(row)
        for place, process in self._results:
            values[place] = process(values[place])
        return self._make(*values)


class Asked:
    """A question as it goes to the driver. Two are equal when they ask the same."""

    __slots__ = ("params", "query")

    def __init__(self, query: Query[Any], params: dict[str, Any]) -> None:
        self.query = query
        self.params = params

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Asked) and self.query is other.query and self.params == other.params

    def __hash__(self) -> int:
        return hash((self.query, frozenset(self.params.items())))


def rows_of(make: type[T], table: FromClause) -> Select[Any]:
    """A select of the columns of `table` that the dataclass `make` has as fields."""
    return select(*(table.c[field.name] for field in fields(make)))  # type: ignore[arg-type]


def moment_or_none(value: datetime | None) -> datetime | None:
    """What a row of one moment becomes, where there may be none."""
    return value
