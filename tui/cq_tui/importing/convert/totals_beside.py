"""Rows whose amount stands in a column of totals, above or below the rows that it adds up: they are no records.

A list of grants may have a row for each recipient with the total in a column of its own, and below it one for each
grant. No row has both; and each total is what the rows of its group have together.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from decimal import Decimal

from cq_tui.importing.convert.accepted_rows import AcceptedRows
from cq_tui.importing.convert.convert_column import ColumnConversion
from cq_tui.importing.errors import Refused
from cq_tui.importing.recognise.headers.header import Header
from cq_tui.importing.recognise.maps.mapping import FieldMap, Mapping
from cq_tui.importing.sources.import_table import ROW
from cq_tui.values import numbers
from cq_tui.values.reasons import Reason
from cq_tui.values.units import UNITS

_MOST = 50_000
"""Rows of a list that are looked at: one with more is a database's, and has no totals."""
_AT_ONCE = 50
"""Columns that are counted in one statement: planning one of thousands takes minutes, and gigabytes."""
_FEWEST, _SHARE = 3, 0.1
"""Totals that a list has at least, and the share of its rows that they are."""
_NEARLY_ALL = 0.95
"""The share of totals that are what their rows have together; others may lack a row."""
_CENT = Decimal("0.01")
_OPEN = f"FROM cells WHERE {ROW} NOT IN (SELECT {ROW} FROM refusals)"
_Row = tuple[int, Decimal | None, Decimal | None]
"""A row: its number, its amount, and what it has in the column of totals."""


def leave_out_totals_beside(accepted: AcceptedRows, header: Header, mapping: Mapping) -> None:
    """Refuse such rows, each with the setting that keeps it."""
    conversion = next((one for one in accepted.conversions if _is_of_money(accepted, one.rule.fields[0])), None)
    if conversion is None or not conversion.rule.columns:
        return
    field = accepted.kind.by_name[conversion.rule.fields[0]]
    mapped = mapping.fields.get(field.name, FieldMap())
    places = [header.names.index(name) for name in mapped.column if name in header.names]
    for place in _columns_of_totals(accepted, header, mapping, places) if len(places) == 1 else ():
        spelt = f"nullif({conversion.expressions[field.name]}, '')::DECIMAL(38, 4)"
        amount = conversion.number if isinstance(conversion, ColumnConversion) else spelt
        cell = accepted.table.names[place]
        found = accepted.table.ask(
            f"SELECT {ROW}, {amount}, {cell} FROM cells {conversion.join} "
            f"WHERE {ROW} NOT IN (SELECT {ROW} FROM refusals) ORDER BY {ROW}"
        )
        rows = _read(found, UNITS.get(mapped.unit, 1) if mapped.unit else 1)
        totals = [row for row in _proven(rows) if row not in accepted.kept]
        if totals:
            about = {"amounts": header.names[places[0]], "column": header.names[place]}
            reasons = [
                Reason.of(Refused.TOTAL_BESIDE, **about, setting=f"--set rows.keep={row}").dump() for row in totals
            ]
            accepted.table.insert("refusals", [list(map(str, totals)), ["-1"] * len(totals), reasons])
            return


def _is_of_money(accepted: AcceptedRows, name: str) -> bool:
    return accepted.kind.by_name[name].type.is_money


def _columns_of_totals(
    accepted: AcceptedRows, header: Header, mapping: Mapping, places: Sequence[int]
) -> Iterator[int]:
    """The columns that no field takes, with numbers where there is no amount, and nothing where there is one."""
    table, (amount,) = accepted.table, [accepted.table.names[at] for at in places]
    taken = {name for mapped in mapping.fields.values() for name in mapped.columns}
    free = [at for at, name in enumerate(header.names) if name not in taken and at not in places]
    if not free or table.ask("SELECT count(*) FROM cells")[0][0] > _MOST:
        return
    rows, without = table.ask(f"SELECT count(*), count(*) FILTER ({amount} = '') {_OPEN}")[0]
    if without < max(
        _FEWEST, rows * _SHARE
    ):  # most lists: the columns are asked of the others alone, and not all at once
        return
    for first in range(0, len(free), _AT_ONCE):
        some = free[first : first + _AT_ONCE]
        each = ", ".join(
            f"count(*) FILTER ({cell} <> '' AND {amount} <> ''), "
            f"count(*) FILTER ({amount} = '' AND regexp_matches({cell}, '[0-9]')), "
            f"count(*) FILTER ({amount} = '' AND {cell} = '')"
            for cell in (table.names[at] for at in some)
        )
        counts = table.ask(f"SELECT {each} {_OPEN}")[0]
        for at, both, alone, neither in zip(some, counts[::3], counts[1::3], counts[2::3], strict=True):
            if not both and neither <= rows * _SHARE and alone >= max(_FEWEST, rows * _SHARE):
                yield at


def _read(found: Iterable[Sequence[object]], unit: Decimal | int) -> list[_Row]:
    rows = [(int(str(row)), amount, str(cell or "")) for row, amount, cell in found]
    mark = numbers.decimal_mark(cell for _row, _amount, cell in rows if cell) or "."
    return [
        (row, None if amount is None else Decimal(str(amount)), _number(cell, mark, unit)) for row, amount, cell in rows
    ]


def _number(cell: str, mark: str, unit: Decimal | int) -> Decimal | None:
    with suppress(ValueError):
        return numbers.quantity(cell, mark).value * unit if cell.strip() else None
    return None


def _proven(rows: Sequence[_Row]) -> list[int]:
    """The totals that are what the rows below them have together, or those above."""
    for in_order in (rows, rows[::-1]):
        totals = list(_groups(in_order))
        good = [row for row, is_sum in totals if is_sum]
        if len(totals) >= _FEWEST and len(good) >= len(totals) * _NEARLY_ALL:
            return sorted(good)
    return []


def _groups(rows: Iterable[_Row]) -> Iterator[tuple[int, bool]]:
    """Each total, and whether it is what the rows that follow until the next one have together."""
    row, total, count, amounts = 0, Decimal(0), 0, Decimal(0)
    for number, amount, beside in rows:
        if beside is not None:
            if row:
                yield row, count > 0 and abs(total - amounts) <= _CENT
            row, total, count, amounts = number, beside, 0, Decimal(0)
        elif amount is not None:
            count, amounts = count + 1, amounts + amount
    if row:
        yield row, count > 0 and abs(total - amounts) <= _CENT
