"""Rows of a list of organisations that name one of another row once more: one organisation, of which several rows tell.

A country, an identifier or a website that differs keeps them apart.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from cq_tui.importing.errors import Noticed, Refused
from cq_tui.importing.recognise.headers.header import Header
from cq_tui.importing.recognise.maps.mapping import TABLE_OF_NAMES, FieldMap, Mapping
from cq_tui.importing.recognise.titles.joined_names import persons_in_two
from cq_tui.importing.sources.cells_sql import count_filled
from cq_tui.importing.sources.import_table import ROW, ImportTable
from cq_tui.query.name_keys import name_key
from cq_tui.schema.kind import Kind
from cq_tui.values.clean import clean_line
from cq_tui.values.lists_in_cells import LIST_MARK
from cq_tui.values.nothing import is_nothing
from cq_tui.values.reasons import Reason
from cq_tui.values.sql import Sql, literal

_TELL_APART = ("country", "identifiers", "website")
_LOOKED_AT = 200
"""Rows by which columns of first and of last names are known."""
_SHOWN = 3
"""Names, and columns, that are told."""
_Row = tuple[int, int, str, tuple[str, ...]]
"""A row: its number, how many cells are filled, its name, and what tells it apart."""


def put_together(table: ImportTable, header: Header, kind: Kind, mapping: Mapping) -> tuple[Reason, ...]:
    """Make the table ``together`` of such rows, each with the ``first`` one of its organisation, the fullest of them.

    They are no records of their own then, unless the mapping says so. Returns what is told of them.
    """
    table.run(f"CREATE TABLE together ({ROW} BIGINT, first BIGINT)")
    named = _cells(table, header, mapping, kind.heading.name)
    if kind.name != TABLE_OF_NAMES or not named:
        return ()
    names: dict[int, str] = {}
    found: list[tuple[int, int]] = []
    named_in_part = _first_names(table, header, mapping, kind.heading.name)
    for first, *others in _groups(_likely(table, header, mapping, named, named_in_part)):
        names[first[0]] = clean_line(first[2])
        found += [(row, first[0]) for row, *_rest in others]
    if not found:
        return ()
    table.run("INSERT INTO together SELECT unnest(?), unnest(?)", list(map(list, zip(*found, strict=True))))
    reasons = [
        Reason.of(Refused.SAME_NAME, row=f"{first}", setting=f"--set rows.keep={row}").dump() for row, first in found
    ]
    table.run("INSERT INTO refusals SELECT unnest(?), -1, unnest(?)", [[row for row, _first in found], reasons])
    shown = ", ".join(list(names.values())[:_SHOWN]) + (", …" if len(names) > _SHOWN else "")
    about = {"count": f"{len(found):,}", "organisations": f"{len(names):,}", "names": shown}
    columns = ", ".join(_that_differ(table, header)) or "-"
    setting = f"--set rows.keep={found[0][0]}"
    return (Reason.of(Noticed.SAME_NAMES, **about, columns=columns, setting=setting),)


def passages_of(list_id: str) -> tuple[Sql, Sql]:
    """SQL of the further passages that a record rests on, and the join that it needs."""
    mark = literal(f"{LIST_MARK}{list_id}-r")
    each = f"SELECT first AS {ROW}, string_agg({mark} || {ROW}, '' ORDER BY {ROW}) AS further FROM together GROUP BY 1"
    return "coalesce(further, '')", f"LEFT JOIN ({each}) USING ({ROW})"


def _cells(table: ImportTable, header: Header, mapping: Mapping, field: str) -> list[Sql]:
    columns = mapping.fields.get(field, FieldMap()).columns
    return [table.names[header.names.index(name)] for name in columns if name in header.names]


def _likely(
    table: ImportTable, header: Header, mapping: Mapping, named: Sequence[Sql], first_names: Sequence[Sql]
) -> Iterator[_Row]:
    """The rows whose name may stand in another one; those that say all the same are told as such.

    ``first_names``: columns of those whose surname is the name.
    """
    name = f"concat_ws(' ', {', '.join(named)})"
    apart = [cell for field in _TELL_APART for cell in _cells(table, header, mapping, field)] + list(first_names)
    plain = rf"regexp_replace(lower({name}), '[^\pL\pN]', '', 'g')"
    is_open = f"{ROW} NOT IN (SELECT {ROW} FROM refusals UNION SELECT {ROW} FROM repeated)"
    several = f"SELECT hash({plain}) FROM cells WHERE {is_open} GROUP BY 1 HAVING count(*) > 1"
    rows = table.ask(
        f"SELECT {ROW}, {count_filled(table.names)}, {', '.join([name, *apart])} FROM cells "
        f"WHERE {is_open} AND hash({plain}) IN ({several}) ORDER BY {ROW}"
    )
    for row, filled, called, *told in rows:
        if row not in mapping.kept and not is_nothing(called):
            yield row, filled, called, tuple(clean_line(one).casefold() for one in told)


def _first_names(table: ImportTable, header: Header, mapping: Mapping, heading: str) -> list[Sql]:
    """The columns of first names where last names alone are taken for names: of one surname there are many."""
    columns = mapping.fields.get(heading, FieldMap()).columns
    rows = table.ask(f"SELECT {', '.join(table.names)} FROM cells ORDER BY {ROW} LIMIT {_LOOKED_AT}")
    pairs = persons_in_two(header.names, rows)
    return [table.names[header.names.index(one)] for one, last in pairs if last in columns and one not in columns]


def _groups(rows: Iterator[_Row]) -> Iterator[list[_Row]]:
    """The rows of each organisation of which several tell, the fullest first."""
    by_name: dict[str, list[_Row]] = defaultdict(list)
    for one in rows:
        if key := name_key(one[2]):
            by_name[key].append(one)
    for every in by_name.values():
        is_one = all(len({*filter(None, told)}) < 2 for told in zip(*(one[3] for one in every), strict=True))
        by_told: dict[tuple[str, ...], list[_Row]] = defaultdict(list)
        for one in every:
            by_told[() if is_one else one[3]].append(one)
        yield from (sorted(some, key=lambda one: (-one[1], one[0])) for some in by_told.values() if len(some) > 1)


def _that_differ(table: ImportTable, header: Header) -> list[str]:
    """The columns in which those rows say something else than the first ones."""
    cells = table.names
    differ = ", ".join(f"bool_or(one.{cell} <> '' AND one.{cell} <> other.{cell})" for cell in cells)
    joined = f"together AS t JOIN cells AS one ON one.{ROW} = t.{ROW} JOIN cells AS other ON other.{ROW} = t.first"
    found = table.ask(f"SELECT {differ} FROM {joined}")[0]
    names = [name for name, is_other in zip(header.names, found, strict=False) if is_other]
    return [*names[:_SHOWN], *(["…"] if len(names) > _SHOWN else [])]
