"""How much an import does: statements by columns, conversions by different cells, and neither by rows."""

from pathlib import Path
from typing import Any

import pytest
from cq_tui.archive.read import read
from cq_tui.importing import importer, writing
from cq_tui.importing.convert.convert_column import ColumnConversion
from cq_tui.importing.recognise.prepare import prepare
from cq_tui.importing.sources.import_table import ImportTable
from cq_tui.store.store import Store
from cq_tui.values import numbers

from tests.shipped import kinds
from tests.unit.importing.conftest import quiet, sheet


@pytest.fixture
def counts(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """How many statements ran, and how many values were converted in Python."""
    found = {"statements": 0, "conversions": 0}

    def counted(of: Any, name: str, what: str) -> None:
        original = getattr(of, name)

        def also(*given: Any, **named: Any) -> Any:
            found[what] += 1
            return original(*given, **named)

        monkeypatch.setattr(of, name, also)

    counted(ImportTable, "_execute", "statements")
    counted(ColumnConversion, "_convert", "conversions")
    return found


def _taken(archive: Path, path: Path, counts: dict[str, int]) -> tuple[int, int]:
    counts |= dict.fromkeys(counts, 0)
    prepared = prepare(Store(read(archive)), path, kinds()["deals"], "fair")
    with importer.converting(prepared, quiet) as found:
        found.review()
        writing.write(found, replace_=True)
    return counts["statements"], counts["conversions"]


def _list(path: Path, rows: int, more: int = 0) -> Path:
    header = ",".join(
        ("Project", "Investor", "Sector", "Type", "Amount (EUR)", *(f"Part {n} (EUR)" for n in range(more)))
    )
    lines = (
        ",".join(
            (f"Line {row}", f"Aa {row % 5} Ltd", ("Autos", "Metals")[row % 2], "fund", str(row + 1), *["7.5"] * more)
        )
        for row in range(rows)
    )
    return sheet(path, "\n".join((header, *lines)) + "\n")


def test_no_row_costs_a_statement_or_a_conversion(counts: dict[str, int], archive: Path, tmp_path: Path) -> None:
    few = _taken(archive, _list(tmp_path / "list.csv", 20), counts)
    many = _taken(archive, _list(tmp_path / "list.csv", 2_000), counts)
    assert few == many


def test_a_column_costs_a_few_statements(counts: dict[str, int], archive: Path, tmp_path: Path) -> None:
    """What the cells of a column are, the first of them, and what its values add up to."""
    one = _taken(archive, _list(tmp_path / "list.csv", 30, more=1), counts)[0]
    (archive / "data" / "schema.toml").unlink()
    eleven = _taken(archive, _list(tmp_path / "list.csv", 30, more=11), counts)[0]
    assert eleven - one <= 10 * 5


def test_an_archive_without_tables_is_read_without_an_engine(
    monkeypatch: pytest.MonkeyPatch, archive: Path, tmp_path: Path
) -> None:
    """Its start takes longer than a short list."""
    monkeypatch.setattr(Store, "ask", lambda *_what: pytest.fail("the engine was asked"))
    prepared = prepare(Store(read(archive)), _list(tmp_path / "list.csv", 3), kinds()["deals"], "fair")
    with importer.converting(prepared, quiet) as found:
        assert found.counts.accepted == 3


def test_the_decimal_mark_of_columns_that_add_up_is_learnt_once_each(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    mark = numbers.decimal_mark

    def counted(cells: Any) -> str:
        asked.append(1)
        return mark(cells)

    rows = "".join(f"Mine {n},{n}00,{n}50,{2 * n}50\n" for n in range(1, 300))
    path = sheet(tmp_path / "a.csv", f"Project,Investment amount (EUR),Project cost (EUR),Budget (EUR)\n{rows}")
    monkeypatch.setattr(numbers, "decimal_mark", counted)
    prepare(Store(read(archive)), path, kinds()["deals"], "fair")
    assert len(asked) < 30
