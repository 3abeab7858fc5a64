"""What is asked of all cells of a row: few columns and many are asked in two ways, which give the same."""

import pytest
from cq_tui.importing.sources import cells_sql
from cq_tui.importing.sources.cells_sql import any_contains, count_filled, count_of, first_filled, named
from cq_tui.importing.sources.import_table import ImportTable

_ROWS = [["", "b", "c;d"], ["x", "", ""], ["a", "B: ", "c"], ["", "", "last"], ["=1", ";=2", "it's"]]


@pytest.mark.parametrize("many", [0, 100])
def test_both_ways_give_the_same(monkeypatch: pytest.MonkeyPatch, many: int) -> None:
    monkeypatch.setattr(cells_sql, "_MANY", many)
    with ImportTable(3) as table:
        table.load(_ROWS, 2, lambda _number, row: row)
        asked = (first_filled(table.names), count_filled(table.names), count_of(table.names, "cell > 'b'"),
                 named(table.names, ["A", "it's", "C"]), any_contains(table.names, ";"))  # fmt: skip
        found = table.ask(f"SELECT {', '.join(asked)} FROM cells ORDER BY row")
    assert found == [
        ("b", 2, 1, "it's: b; C: c;d", True),
        ("x", 1, 1, "A: x", False),
        ("a", 3, 1, "A: a; it's: B:; C: c", False),
        ("last", 1, 1, "C: last", False),
        ("=1", 3, 1, "A: =1; it's: ;=2; C: it's", True),
    ]


def test_a_statement_on_many_columns_does_not_grow_by_an_expression_a_column() -> None:
    cells = [f"c{number}" for number in range(2_000)]
    for asked in (first_filled(cells), count_filled(cells), named(cells, cells), any_contains(cells, ";")):
        assert asked.count("(") < 20
