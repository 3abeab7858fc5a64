"""Types of the store's tables in ClickHouse, and its values as those of Python.

What may be absent is Nullable; a list never is, and an absent one is empty, which means the same.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, time
from decimal import Context, Decimal
from typing import Any

Read = Callable[[Any], Any]
"""Makes Python's value of what stands in JSON; never of null."""

_WHOLE = Context(prec=76)
_PLAIN = {
    "VARCHAR": "String",
    "TEXT": "String",
    "BOOLEAN": "Bool",
    "INT": "Int32",
    "INTEGER": "Int32",
    "BIGINT": "Int64",
    "HUGEINT": "Int128",
    "UTINYINT": "UInt8",
    "UINTEGER": "UInt32",
    "DOUBLE": "Float64",
    "DATE": "Date32",
    "TIME": "Time64(6)",
}


def clickhouse_type(type_: str) -> str:
    """A type of the store's (``FieldType.sql_type``) as ClickHouse spells it."""
    type_ = type_.strip()
    if type_.endswith("[]"):
        return f"Array({clickhouse_type(type_[:-2])})"
    if type_.startswith("STRUCT("):
        members = (one.partition(" ") for one in split(type_[len("STRUCT(") : -1]))
        return f"Nullable(Tuple({', '.join(f'{name} {clickhouse_type(of)}' for name, _blank, of in members)}))"
    name, _bracket, size = type_.partition("(")
    if name == "DECIMAL":
        return f"Nullable(Decimal({size.rstrip(')')}))"
    return f"Nullable({_PLAIN[name]})"


def split(text: str) -> Iterator[str]:
    """What commas part outside of brackets."""
    depth, begin = 0, 0
    for place, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if character == "," and not depth:
            yield text[begin:place].strip()
            begin = place + 1
    if last := text[begin:].strip():
        yield last


def reader(type_: str) -> Read | None:
    """How a value of a type that the server tells becomes one of Python; None where it is one already."""
    name, _bracket, rest = type_.partition("(")
    inner = rest[:-1]
    match name:
        case "Nullable" | "LowCardinality":
            return reader(inner)
        case "Array":
            return _list(reader(inner))
        case "Tuple":
            return _tuple(list(split(inner)))
        case "Decimal":
            return _decimal(int(inner.split(",")[1]))
        case "Date" | "Date32":
            return date.fromisoformat
        case "Time" | "Time64":
            return time.fromisoformat
    return None


def _list(read: Read | None) -> Read | None:
    return None if read is None else lambda value: [None if one is None else read(one) for one in value]


def _decimal(places: int) -> Read:
    least = Decimal(1).scaleb(-places)
    return lambda value: Decimal(value).quantize(least, context=_WHOLE)


_MEMBER = re.compile(r"(\w+|`(?:[^`\\]|\\.)*`) (.+)", re.DOTALL)


def _tuple(members: list[str]) -> Read | None:
    """Of named members a dictionary, as JSON has it; of others a list."""
    named = [found for one in members if (found := _MEMBER.fullmatch(one))]
    if len(named) == len(members):
        reads = {found[1].strip("`"): reader(found[2]) for found in named}
        if not any(reads.values()):
            return None
        return lambda value: {
            key: one if one is None or (read := reads.get(key)) is None else read(one) for key, one in value.items()
        }
    those = [reader(one) for one in members]
    return lambda value: tuple(
        one if one is None or read is None else read(one) for one, read in zip(value, those, strict=True)
    )
