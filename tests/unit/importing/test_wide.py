"""Lists of hundreds of columns: read, told shortly, or refused in one line. Everything here is made up."""

from pathlib import Path

import pytest
from cq_tui.importing.convert import own_fields
from cq_tui.importing.convert.column_hints import ColumnHints
from cq_tui.importing.convert.column_types import ColumnType, type_of_column
from cq_tui.importing.sources.import_table import ImportTable
from cq_tui.kinds.passages import Passage
from cq_tui.store.open_archive import open_archive

from tests.unit.conftest import Run

OWN = ("项目名称", "投资额(万元)", "类型")


def wide(path: Path, columns: int, cell: str = "v{}") -> Path:
    """A list of two rows with so many columns, all but three of which no field takes."""
    more = range(columns - len(OWN))
    header = ",".join((*OWN, *(f"c{number}" for number in more)))
    rows = (",".join((f"项目{row}", "100", "投资", *(cell.format(number) for number in more))) for row in (1, 2))
    path.write_text("\n".join((header, *rows)) + "\n", "utf-8")
    return path


def test_every_column_stands_in_the_passages_and_a_few_on_the_screen(run: Run, archive: Path, tmp_path: Path) -> None:
    """More than DuckDB's own reader is asked for."""
    ran = run("import", str(wide(tmp_path / "list.csv", 303)), "--event", "fair", "--into", str(archive))
    assert ran.code == 0, ran.err
    assert "2 rows: 2 accepted, 0 refused" in ran.err
    assert "c89, and 210 more. They stay in the passages." in ran.err
    assert "c90" not in ran.err
    kind = open_archive(archive).store.kind("deals")
    assert ("c59" in kind.by_name, "c60" in kind.by_name) == (True, False)
    passages = [one for one in open_archive(archive).store.records("passages") if isinstance(one, Passage)]
    told = [str(one.words.zh) for one in passages if one.words]
    assert len(told) == 2
    assert all(f"c{number}: v{number}" in words for words in told for number in (0, 150, 299))


def test_what_has_no_room_in_a_passage_is_marked(run: Run, archive: Path, tmp_path: Path) -> None:
    list_ = wide(tmp_path / "list.csv", 30, cell="{} is told" + " at length" * 80)
    assert run("import", str(list_), "--event", "fair", "--into", str(archive)).code == 0
    passages = [one for one in open_archive(archive).store.records("passages") if isinstance(one, Passage)]
    assert {str(one.words.zh)[-1] for one in passages if one.words} == {"…"}


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_more_columns_than_are_read_is_one_line(run: Run, archive: Path, tmp_path: Path, ending: str) -> None:
    path = wide(tmp_path / "list.csv", 2_501)
    if ending == "xlsx":
        openpyxl = pytest.importorskip("openpyxl")
        book = openpyxl.Workbook()
        for line in path.read_text("utf-8").splitlines():
            book.active.append(line.split(","))
        path = tmp_path / "list.xlsx"
        book.save(path)
    ran = run("import", str(path), "--event", "fair", "--into", str(archive))
    assert (ran.code, ran.err) == (1, f"cq-tui: {path}: has more than 2,500 columns\n")


def test_no_more_columns_are_looked_through_than_become_fields(
    run: Run, archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[int] = []

    def looked_at(table: ImportTable, position: int, hints: ColumnHints) -> ColumnType | None:
        looked.append(position)
        return type_of_column(table, position, hints)

    monkeypatch.setattr(own_fields, "type_of_column", looked_at)
    list_ = wide(tmp_path / "list.csv", 103)
    assert run("import", str(list_), "--event", "fair", "--into", str(archive)).code == 0
    assert looked == list(range(3, 3 + own_fields.MOST_OWN))
