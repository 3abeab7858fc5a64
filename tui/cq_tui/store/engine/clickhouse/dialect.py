"""The store's statements as ClickHouse reads them: the one builder's text, spelt by its own dialect.

sqlglot reads a statement and writes it again, by ``generator.py``; ``spelling.py`` has the functions. A statement is
spelt once for each way its parameters are typed.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, ClassVar, NamedTuple

from sqlglot.dialects.duckdb import DuckDB
from sqlglot.parsers.duckdb import DuckDBParser

from cq_tui.query.columns import HEARD
from cq_tui.store.engine.clickhouse.generator import HEARS, PARAMETER, Generator, Unspelt
from cq_tui.store.engine.clickhouse.text_index import Asked
from cq_tui.store.engine.clickhouse.whole_statements import prepared

_PARAMETER = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|\?")
_KEPT_SPELT = 2000


class Spelt(NamedTuple):
    """A statement, its parameters named ``p0``, ``p1`` and so on; ``patterns``: those that are regular expressions.

    ``sought``: by the number of a parameter that is looked for in what records say, their table and column.
    ``is_empty``: it need not be asked, for no row of a table can answer it.
    """

    sql: str
    patterns: frozenset[int]
    sought: Mapping[int, tuple[str, str]]
    is_empty: bool = False


Hints = Sequence[tuple[int, Asked]]
"""By the number of a parameter."""

_HEARS = re.compile(rf"{HEARD} & (\d+) = \1\b")
_VARIES = re.compile(rf"_kept_\d+|\b\d+(?= AND \d)|(?<=\d AND )\d+\b|(?<={HEARS}\()\d+")
"""What is another one each time in statements of one shape: the names of kept tables, a span of positions, sounds."""
_STANDS_FOR = re.compile(r"_kept_9{8}(\d{4})|\b9{12}(\d{4})\b")


def spelt(sql: str, types: Sequence[str], hints: Hints = ()) -> Spelt:
    """A statement of the store's; ``types`` are those of its parameters. Raises Unspelt.

    ``hints``: how pieces of what is sought are asked for, in parameters named ``g0``, ``g1`` and so on.
    """
    varying: dict[str, int] = {}

    def shaped(match: re.Match[str]) -> str:
        place = varying.setdefault(match[0], len(varying))
        return f"_kept_{'9' * 8}{place:04}" if match[0].startswith("_kept_") else f"{'9' * 12}{place:04}"

    shape = _shape_spelt(_VARIES.sub(shaped, _HEARS.sub(rf"{HEARS}(\1)", sql)), types, hints)
    names = list(varying)
    return shape._replace(sql=_STANDS_FOR.sub(lambda match: names[int(match[1] or match[2])], shape.sql))


@lru_cache(_KEPT_SPELT)
def _shape_spelt(sql: str, types: Sequence[str], hints: Hints) -> Spelt:
    number = -1

    def named(match: re.Match[str]) -> str:
        nonlocal number
        if match[0] != "?":
            return match[0]
        number += 1
        return f"{PARAMETER}{number}"

    tree = _House().parse(_PARAMETER.sub(named, sql))[0]
    if tree is None:
        raise Unspelt(sql)
    generator = Generator(types, dict(hints))
    text = generator.generate(prepared(tree), copy=False)
    return Spelt(text, frozenset(generator.patterns), generator.sought, bool(hints) and _is_empty(text))


_ROWS_OF_NONE = re.compile(r"\(?SELECT \w+ FROM \"[\w-]+\" WHERE false(?: ORDER BY [^()]*?)?(?: LIMIT \d+)?\)?")
_FALSE = re.compile(r"\(false\)|\bcoalesce\(false, false\)|\bfalse OR false\b")


def _is_empty(sql: str) -> bool:
    """Whether a statement asks for rows under a condition that is plainly false once the index was asked."""
    while (less := _FALSE.sub("false", sql)) != sql:
        sql = less
    return _ROWS_OF_NONE.fullmatch(sql) is not None


class _House(DuckDB):
    """The spelling that the statements are built in: DuckDB's. Functions keep their names, places count as written."""

    INDEX_OFFSET = 0
    SUPPORTS_ORDER_BY_ALL = False  # else a column called "all" would be taken for the word

    class Parser(DuckDBParser):
        """See above."""

        FUNCTIONS: ClassVar[dict[str, Any]] = {}
        FUNCTION_PARSERS = {
            name: parse for name, parse in DuckDBParser.FUNCTION_PARSERS.items() if name in ("CAST", "TRY_CAST")
        }
