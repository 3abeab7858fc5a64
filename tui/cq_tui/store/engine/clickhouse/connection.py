"""What a connection to ClickHouse must be able to do: the network's client is one, an engine in the process another."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date, time
from decimal import Decimal
from typing import Any, Protocol

ROWS = "JSONCompactEachRowWithNamesAndTypes"
"""The form in which rows are asked for: names and types, then a line a row."""
RECORDS = "JSONEachRow"
"""The form in which rows are handed in: a line a row, an object of its columns."""


class Connection(Protocol):
    """A session of a server: tables that are made for a while last as long as it does.

    Raises ServerError where the server refuses, is gone or does not answer.
    """

    def lines(self, sql: str, parameters: Mapping[str, str], question: str) -> AbstractContextManager[Iterator[bytes]]:
        """The answer to a statement in the form ``ROWS``, in pieces of any size; nothing for what has no rows.

        ``question``: the name by which ``stop`` ends it.
        """

    def insert(self, table: str, columns: Sequence[str], rows: Iterator[bytes]) -> None:
        """Put rows in the form ``RECORDS`` into a table."""

    def stop(self, question: str) -> None:
        """End a statement, from any thread; nothing where there is none of the name any more."""

    def close(self) -> None:
        """End the session."""


class ServerError(Exception):
    """What a server says; ``code`` is the number of it in ClickHouse, 0 for what the connection says itself."""

    def __init__(self, message: str, code: int = 0) -> None:
        """Keep both."""
        super().__init__(message)
        self.code = code


SETTINGS: Mapping[str, str] = {
    "prefer_column_name_to_alias": "1",  # SELECT round(a) AS a ... WHERE a: the column, as everywhere else
    "query_plan_remove_redundant_sorting": "0",  # a kept table has its rows in their order
    "join_use_nulls": "1",
    "joined_subquery_requires_alias": "0",
    "union_default_mode": "DISTINCT",
    "max_query_size": "4194304",
    "session_timezone": "UTC",
    "output_format_json_quote_decimals": "1",
    "output_format_json_quote_64bit_integers": "0",
    "output_format_json_named_tuples_as_objects": "1",
}
"""What every session is set to."""


def parameter_type(value: Any) -> str:
    """The type of a parameter, as a statement names it."""
    match value:
        case bool():
            return "Bool"
        case int():
            return "Int64"
        case str():
            return "String"
        case Decimal():
            return f"Decimal(38, {_places(value)})"
        case date():
            return "Date32"
        case time():
            return "Time64(6)"
        case list() | tuple():
            return f"Array({_entry_type(value)})"
    return "Nullable(String)"


def _places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _entry_type(values: Sequence[Any]) -> str:
    there = [one for one in values if one is not None]
    if there and isinstance(there[0], list | tuple):
        return parameter_type([each for one in there for each in one])
    if there and isinstance(there[0], Decimal):
        type_ = f"Decimal(38, {max(map(_places, there))})"
    else:
        type_ = parameter_type(there[0]) if there else "String"
    return f"Nullable({type_})" if len(there) < len(values) else type_


_ESCAPED = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r", "\0": "\\0", "\b": "\\b", "\f": "\\f"})
_QUOTED = str.maketrans({"\\": "\\\\", "'": "\\'", "\n": "\\n", "\t": "\\t", "\0": "\\0"})


def parameter(value: Any) -> str:
    """A parameter as the server reads it: nothing in it can be taken for a statement."""
    if value is None:
        return "\\N"
    if isinstance(value, list | tuple):
        return f"[{','.join(map(_entry, value))}]"
    return _plain(value).translate(_ESCAPED)


def _entry(value: Any) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, list | tuple):
        return parameter(value)
    plain = _plain(value)
    return plain if isinstance(value, bool | int | Decimal) else f"'{plain.translate(_QUOTED)}'"


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
