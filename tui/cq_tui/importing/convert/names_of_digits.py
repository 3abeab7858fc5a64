"""Names of digits alone, as 360 and 58: in a column of names where few cells are such they are names as well."""

from collections.abc import Iterator

from cq_tui.importing.recognise.headers.header import Header
from cq_tui.importing.recognise.maps.mapping import TABLE_OF_NAMES, Mapping, flat
from cq_tui.importing.sources.import_table import ROW, ImportTable
from cq_tui.query.name_keys import name_key
from cq_tui.schema.kind import Kind
from cq_tui.values.sql import literal

_DIGITS = r"\s*[1-9][0-9]{1,4}\s*"
_YEAR = r"\s*(19|20)[0-9]{2}\s*"
"""A year alone is rather one that slipped into the column."""
_PARTS = 4
"""Of the different cells of a column one in so many at most: else it is of numbers."""


def names_of_digits(table: ImportTable, header: Header, kind: Kind, mapping: Mapping) -> frozenset[str]:
    """The keys of such names in the columns of organisations."""
    found: set[str] = set()
    for column in set(_columns(kind, mapping)).intersection(header.names):
        cell = table.names[header.names.index(column)]
        listed = f"SELECT DISTINCT {cell} AS c FROM cells WHERE {ROW} NOT IN (SELECT {ROW} FROM refusals)"
        digits = f"regexp_full_match(c, {literal(_DIGITS)}) AND NOT regexp_full_match(c, {literal(_YEAR)})"
        has_letters = r"regexp_matches(c, '\pL')"
        asked = f"SELECT list(c) FILTER ({digits}), count(*) FILTER ({has_letters}) FROM ({listed})"
        ((cells, names),) = table.ask(asked)
        if cells and len(cells) * (_PARTS - 1) <= names:
            found |= set(map(name_key, cells))
    return frozenset(found)


def _columns(kind: Kind, mapping: Mapping) -> Iterator[str]:
    for name, mapped in mapping.fields.items():
        one = kind.by_name[name]
        yield from (column for each in mapped.roles.values() for column in flat(each))
        if one.shown.to == TABLE_OF_NAMES or (kind.name == TABLE_OF_NAMES and one is kind.heading):
            yield from mapped.columns
