"""Sheets with the same columns, one for each year or region, read as one list. All books are made here."""

from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest
from cq_tui.archive.read import read
from cq_tui.importing.recognise.prepare import prepare
from cq_tui.kinds import kinds
from cq_tui.store.store import Store

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import book, rows_of

Bring = Callable[..., Ran]
_HEADER = ("Project", "Organisation", "Amount (EUR)", "Ward")
_DEALS, _PASSAGES = (f"data/fair-deals-list/{one}.csv" for one in ("deals", "passages"))


def _rows(of: str, count: int) -> list[Sequence[object]]:
    return [(f"Mill {of}{one}", f"Aa {one} Ltd", one * 10 + len(of), "North") for one in range(1, count + 1)]


def _years(path: Path) -> Path:
    """Two years, each below a title of its own, with a total below."""
    first = [("Grants of 2022",), (), _HEADER, *_rows("a", 4), ("Total", None, 104, None)]
    second = [("Grants of 2023",), (), _HEADER, *_rows("bb", 3), ("Total", None, 66, None)]
    return book(path, **{"2022": first, "2023": second, "Notes": [("Word", "Meaning"), ("Ward", "a part")]})


def test_all_of_them_are_the_likely_answer(bring: Bring, tmp_path: Path) -> None:
    ran = bring(_years(tmp_path / "list.xlsx"))
    assert "    --set 'sheet=*'  # likely; one below the other, 9 rows: 2022, 2023\n" in ran.err
    assert "    --set sheet=2022  # 5 rows" in ran.err
    assert "    --set sheet=2023  # 4 rows" in ran.err


@pytest.mark.parametrize("said", [("--set", "sheet=*"), ("--sheet", "*")])
def test_records_are_of_all_and_the_years_are_their_days(
    bring: Bring, archive: Path, tmp_path: Path, said: tuple[str, str]
) -> None:
    ran = bring(_years(tmp_path / "list.xlsx"), *said)
    assert "the column Year says which one a row is of. Rows: 2022 (1–8), 2023 (9–15)." in ran.err
    assert "7 accepted, 0 refused" in ran.err
    deals = rows_of(archive / _DEALS)
    assert [(one["title_en"], one["date"][:4], one["amount"]) for one in deals] == [
        *((f"Mill a{one}", "2022", str(one * 10 + 1)) for one in range(1, 5)),
        *((f"Mill bb{one}", "2023", str(one * 10 + 2)) for one in range(1, 4)),
    ]


def test_a_passage_names_the_sheet_and_its_own_row(bring: Bring, archive: Path, tmp_path: Path) -> None:
    bring(_years(tmp_path / "list.xlsx"), "--set", "sheet=*")
    told = [(one["section_en"], one["paragraph"], one["anchor"]) for one in rows_of(archive / _PASSAGES)]
    assert told[0] == ("list.xlsx, 2022", "4", "Mill a1")
    assert told[4] == ("list.xlsx, 2023", "4", "Mill bb1")


def test_it_stays_so_in_the_map(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = _years(tmp_path / "list.xlsx")
    bring(path, "--set", "sheet=*")
    assert 'sheet = "*"' in (archive / "imports/fair-deals-list/MAP.toml").read_text("utf-8")
    assert "7 accepted" in bring(path, "--force").err
    assert len(rows_of(archive / _DEALS)) == 7


def test_columns_in_another_order_and_one_more(bring: Bring, archive: Path, tmp_path: Path) -> None:
    other = [("Amount (EUR)", "Ward", "Project", "Organisation", "Remarks"), (7, "West", "Mine", "Bb Ltd", "late")]
    ran = bring(book(tmp_path / "list.xlsx", North=[_HEADER, *_rows("a", 2)], West=other), "--set", "sheet=*")
    assert "the column Sheet says which one a row is of" in ran.err
    mine = rows_of(archive / _DEALS)[2]
    assert (mine["title_en"], mine["amount"], mine["sheet"]) == ("Mine", "7", "West")
    assert "Remarks: late" in rows_of(archive / _PASSAGES)[2]["words_en"]


def test_a_merged_cell_and_a_column_of_that_name(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = book(tmp_path / "list.xlsx", A=[(*_HEADER, "Sheet"), *((*one, "x") for one in _rows("a", 2))],
                 B=[(*_HEADER, "Sheet"), *((*one, "y") for one in _rows("b", 3))])  # fmt: skip
    opened = openpyxl.load_workbook(path)
    opened["B"].merge_cells("D2:D4")
    opened.save(path)
    bring(path, "--set", "sheet=*")
    words = [one["words_en"] for one in rows_of(archive / _PASSAGES)]
    assert "Ward: North; Sheet: y; Sheet (2): B" in words[4]


def test_a_sheet_of_all_is_not_added_to_its_parts(bring: Bring, tmp_path: Path) -> None:
    parts = {"Y2023": _rows("a", 4), "Y2024": _rows("b", 3)}
    every = [_HEADER, *(row for rows in parts.values() for row in rows)]
    path = book(tmp_path / "list.xlsx", All=every, **{name: [_HEADER, *rows] for name, rows in parts.items()})
    ran = bring(path)
    assert "sheet=*" not in ran.err
    ran = bring(path, "--set", "sheet=*")
    assert "Rows that stand on more than one of these sheets: 7, the first Mill a1 on Y2023" in ran.err


def test_a_sample_beside_the_list_is_no_part_of_it(archive: Path, tmp_path: Path) -> None:
    path = book(tmp_path / "list.xlsx", Sample=[_HEADER, *_rows("a", 2)], Every=[_HEADER, *_rows("b", 40)])
    (question,) = prepare(Store(read(archive)), path, kinds()["deals"], "fair").proposal.questions
    assert [(one.value, one.likely) for one in question.answers] == [("Every", True), ("Sample", False), ("*", False)]


def test_where_no_two_are_alike_it_is_said(bring: Bring, tmp_path: Path) -> None:
    path = book(tmp_path / "list.xlsx", List=[_HEADER, *_rows("a", 2)], Other=[("Word", "Meaning"), ("a", "b")])
    ran = bring(path, "--set", "sheet=*")
    assert ran.code == 1
    assert "no two sheets have the same columns; --sheet names the one to be read" in ran.err
