"""Rows that add up those above them and are not called totals: they are never counted without a word.

A row with far fewer cells than the others is left out; what is as full as they are may be a record all the same, and is
told. That the sum of three amounts is the next one by chance hardly happens.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from cq_tui.importing.convert.accepted_rows import AcceptedRows
from cq_tui.importing.convert.convert_column import ColumnConversion
from cq_tui.importing.errors import Refused
from cq_tui.importing.sources.cells_sql import count_filled
from cq_tui.importing.sources.import_table import ROW
from cq_tui.values.reasons import Reason

_LEAST = 3
"""Rows that must be added up; where the row is sparse two are enough."""
_SPARSE = 0.6
"""Of the cells that a row usually has, what a sparse one has at most."""
_MOST = 50_000
"""Rows of a list that are looked at: one with more is a database's, and has no totals."""
_Row = tuple[int, Decimal, str, int, bool, bool]
"""Number, amount, currency, filled cells; whether one before it could not be accepted; whether a cell refuses it."""


@dataclass
class _Sum:
    rows: int = 0
    amounts: dict[str, Decimal] = field(default_factory=lambda: defaultdict(Decimal))

    def add(self, amount: Decimal, currency: str) -> None:
        self.rows += 1
        self.amounts[currency] += amount

    def is_of(self, amount: Decimal, currency: str, *, least: int) -> bool:
        return self.rows >= least and len(self.amounts) == 1 and self.amounts.get(currency) == amount


def find_likely_totals(accepted: AcceptedRows) -> None:
    """Refuse the sparse rows that add up those above them, and note the others (``AcceptedRows.may_be_totals``)."""
    rows = _rows(accepted)
    if len(rows) <= _LEAST:
        return
    cells = sorted(filled for _row, _amount, _currency, filled, _gap, _refused in rows)
    usual = cells[len(cells) // 2]
    found = [one for one in _totals(rows, usual) if one[0] not in accepted.kept]
    sparse = [(row, count) for row, count, is_sparse in found if is_sparse]
    accepted.may_be_totals = tuple(row for row, _count, is_sparse in found if not is_sparse)
    if sparse:
        reasons = [
            Reason.of(Refused.LIKELY_TOTAL, count=f"{count:,}", setting=f"--set rows.keep={row}").dump()
            for row, count in sparse
        ]
        accepted.table.insert("refusals", [[str(row) for row, _count in sparse], ["-1"] * len(sparse), reasons])


def _totals(rows: list[_Row], usual: int) -> Iterator[tuple[int, int, bool]]:
    """The rows that add up those since the last heading or total, or all; how many; whether they are sparse."""
    # A row that is refused for a cell may be one of those that are added up, or a total without a name.
    group, every, group_taken, every_taken = _Sum(), _Sum(), _Sum(), _Sum()
    for row, amount, currency, filled, is_behind_gap, is_refused in rows:
        if is_behind_gap:
            group, group_taken = _Sum(), _Sum()
        is_sparse = filled <= usual * _SPARSE
        least = _LEAST - is_sparse
        sums = (group, every, group_taken, every_taken)
        total = next((one for one in sums if one.is_of(amount, currency, least=least)), None)
        if total and amount:
            if not is_refused:
                yield row, total.rows, is_sparse
            group, group_taken = _Sum(), _Sum()
            continue
        for one in (group, every) if is_refused else sums:
            one.add(amount, currency)


def _rows(accepted: AcceptedRows) -> list[_Row]:
    """The rows that could be accepted, and those that only a cell refuses."""
    table = accepted.table
    money = (one for one in accepted.conversions if accepted.kind.by_name[one.rule.fields[0]].type.is_money)
    one = next((one for one in money if one.rule.columns), None)
    if one is None or table.ask("SELECT count(*) FROM cells")[0][0] > _MOST:
        return []
    named = accepted.kind.by_name[one.rule.fields[0]]
    spelt = f"nullif({one.expressions[named.name]}, '')::DECIMAL(38, 4)"
    amount = one.number if isinstance(one, ColumnConversion) else spelt
    found = table.ask(
        f"SELECT {ROW}, {amount} AS v, {one.expressions[named.shown.currency or '']}, {count_filled(table.names)}, "
        f"{ROW} IN (SELECT {ROW} FROM refusals WHERE col = -1), {ROW} IN (SELECT {ROW} FROM refusals) "
        f"FROM cells {one.join} ORDER BY {ROW}"
    )
    rows: list[_Row] = []
    gap = False
    for row, value, currency, filled, is_set_aside, is_refused in found:
        gap = gap or is_set_aside
        if value is not None and not is_set_aside:
            rows.append((row, Decimal(value), currency, filled, gap, is_refused))
            gap = False
    return rows
