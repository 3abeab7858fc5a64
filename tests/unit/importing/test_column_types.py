"""The type of a column that no field takes: what the engine tells of all cells is what reading each of them tells."""

from random import Random

import pytest
from cq_tui.importing.convert import column_types
from cq_tui.importing.convert.column_hints import ColumnHints
from cq_tui.importing.convert.column_types import type_of_column
from cq_tui.importing.convert.plain_types import ColumnType
from cq_tui.importing.sources.import_table import ImportTable
from cq_tui.values.measures import Measure

_POOLS = (
    ("7", "12", "0", "1740", "999999999999"),
    ("7.5", "12.25", "0.5", "8", "12"),
    ("$ 7", "€12.5", "£1"),
    ("$7", "12"),
    ("7.5", "1.234", "3"),
    ("1,740", "12"),
    ("7.5", "n/a", "-"),
    ("1999", "2004"),
    ("007", "12"),
    ("1234567890123", "5"),
    ("50%", "7%"),
    ("7.5", "about 8"),
)
_MEASURES = (
    Measure("", ""),
    Measure("", "EUR"),
    Measure("m", "EUR"),
    Measure("tn", "EUR"),
    Measure("m", ""),
    Measure("", "¥"),
)


def _types(pool: tuple[str, ...]) -> list[ColumnType | None]:
    chance = Random(1)
    with ImportTable(2) as table:
        rows = [[f"Line {number}", chance.choice(pool)] for number in range(30)]
        table.load(rows, 2, lambda _row, cells: cells)
        table.run("CREATE TABLE refusals (row BIGINT, col INTEGER, reason VARCHAR)")
        return [
            type_of_column(table, 1, ColumnHints(counted, commas)) for counted in _MEASURES for commas in (False, True)
        ]


@pytest.mark.parametrize("pool", _POOLS)
def test_amounts_that_the_engine_tells_are_those_that_are_read(
    monkeypatch: pytest.MonkeyPatch, pool: tuple[str, ...]
) -> None:
    told = _types(pool)
    monkeypatch.setattr(column_types, "_LARGEST_PLAIN", 0)
    assert told == _types(pool)


def test_no_cell_of_plain_amounts_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(column_types, "_values", lambda *_what: pytest.fail("the cells were asked for"))
    with ImportTable(1) as table:
        table.load([["7.5"], ["12"]], 2, lambda _row, cells: cells)
        table.run("CREATE TABLE refusals (row BIGINT, col INTEGER, reason VARCHAR)")
        found = type_of_column(table, 0, ColumnHints(Measure("m", "EUR")))
    assert found == ColumnType("money", counted=Measure("m", "EUR"))
