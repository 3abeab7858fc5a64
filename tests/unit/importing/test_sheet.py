"""A list in the engine: read by it or row by row, and broken off."""

import csv
import os
import signal
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

import pytest
from cq_tui.importing.sources.import_table import ImportTable, ImportTableError
from cq_tui.importing.sources.scan import scan
from cq_tui.importing.sources.statement_watch import StatementWatch

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import rows_of, sheet

Bring = Callable[..., Ran]


def test_rows_of_different_widths_are_read_row_by_row(bring: Bring, archive: Path, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "list.csv", "Project,Amount (EUR m),Type,Place\nMill,12,fund\nMine,13,fund,Here,,\n"))
    assert "2 rows: 2 accepted, 0 refused" in ran.err
    deals = rows_of(archive / "data" / "fair-deals-list" / "deals.csv")
    assert [(row["id"], row["amount"], row["place_en"]) for row in deals] == [
        ("mill", "12000000", ""),
        ("mine", "13000000", "Here"),
    ]


def test_a_longer_line_than_the_engine_reads_is_read_row_by_row(bring: Bring, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "list.csv", f"Project,Type,Place\nMill,fund,Here\nMine,fund,{'a' * 600_000}\n"))
    assert "2 rows: 2 accepted (1 with remarks), 0 refused" in ran.err


@pytest.mark.parametrize("rows", [0, 1, 5_000, 12_501])
def test_both_ways_make_one_table(tmp_path: Path, rows: int) -> None:
    cells = [[f" {number}\u3000", "" if number % 7 else "a\nb", "\u00a0x\t"] for number in range(rows)]
    cells[1:2] = [["", " ", ""] for _row in cells[1:2]]
    path = tmp_path / "list.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["one", "two", "three"], *cells])
    asked = "SELECT * FROM cells ORDER BY row"
    with ImportTable(3) as direct, ImportTable(3, compressed=False) as by_row:
        assert direct.load_file(path, ",", 1)
        by_row.load(cells, 2, lambda _row, cells: cells)
        found = direct.ask(asked)
        assert (found, len(found)) == (by_row.ask(asked), rows - (rows > 1))
        assert list(direct.each(asked)) == found


def test_ctrl_c_while_the_engine_works_is_told_as_such() -> None:
    press = Thread(target=lambda: os.kill(os.getpid(), signal.SIGINT))

    def ask(table: ImportTable) -> None:
        press.start()
        table.ask("SELECT sum(hash(range)) FROM range(1000000000000)")

    with ImportTable(1) as table, pytest.raises(KeyboardInterrupt):
        ask(table)


def test_what_breaks_an_import_off_ends_the_statement_that_runs() -> None:
    told: list[tuple[str, int, int]] = []
    asking = Event()

    def stop(*what: object) -> None:
        if asking.is_set():  # not while the table is made
            told.append(what)  # type: ignore[arg-type]
            raise InterruptedError

    watch = StatementWatch(stop)
    watch("reading", 7, 9)
    with ImportTable(1, watch) as table:
        asking.set()
        with pytest.raises(InterruptedError):
            table.ask("SELECT sum(hash(range)) FROM range(1000000000000)")
        assert told == [("reading", 7, 9)]
        watch.to(lambda *_what: None)
        assert table.ask("SELECT 1") == [(1,)]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(("between", "blank"), [("", True), ("b", False)])
def test_an_empty_line_is_found_whatever_ends_it(tmp_path: Path, ending: str, between: str, blank: bool) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(f"a{ending}{between}{ending}c{ending}".encode())
    assert scan(path).regular is not blank


def _engine_of(table: ImportTable) -> int:
    return id(table._connection)


def test_a_short_list_takes_the_engine_of_the_one_before_with_nothing_of_its_in_it() -> None:
    with ImportTable(1, compressed=False) as first:
        first.load([["a"]], 1, lambda _row, cells: cells)
        assert b"".join(first.csv_of_rows(lambda rows: f"SELECT c0 FROM cells WHERE {rows}")) == b"c0\na\n"
        engine = _engine_of(first)
        with ImportTable(1, compressed=False) as beside:
            assert _engine_of(beside) != engine, "one that is in use is nobody else's"
            beside.run("CREATE TABLE cells (row BIGINT)")
    with ImportTable(2, compressed=False) as second:
        assert second.ask("SELECT count(*) FROM duckdb_tables()") == [(0,)]
        assert second.ask("SELECT current_setting('temp_directory')") == [(str(second.folder),)]
        assert second.ask("SELECT current_setting('disabled_optimizers')") == [("",)]


def test_the_engine_of_a_list_that_failed_or_was_large_goes_with_it() -> None:
    engines = []

    def fail(table: ImportTable) -> None:
        engines.append(table._connection)
        table.run("SELECT nothing")

    with pytest.raises(ImportTableError), ImportTable(1, compressed=False) as failing:
        fail(failing)
    with ImportTable(1) as large:
        engines.append(large._connection)
    with ImportTable(1, compressed=False) as table:
        assert table._connection not in engines
        assert table.ask("SELECT 1") == [(1,)]
