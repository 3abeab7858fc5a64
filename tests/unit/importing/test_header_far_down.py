"""Headers below long preambles: titles, prompts and empty lines are no rows of a list. Every list is made up."""

from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Take, sheet

Bring = Callable[..., Ran]
_ROWS = "Project,Company,Amount (EUR)\n" + "".join(f"Mine {n},Aa {n},{n}000000\n" for n in range(1, 7))


@pytest.mark.parametrize("above", ["prompt {n}: a condition\n\n", "title {n}\nnote {n}\n", "\n\n"])
@pytest.mark.parametrize("times", [1, 22, 100])
def test_a_header_is_found_below_lines_of_one_cell(
    look: Bring, take: Take, tmp_path: Path, above: str, times: int
) -> None:
    lines = "".join(above.format(n=n) for n in range(times))
    path = sheet(tmp_path / "a.csv", lines + _ROWS)
    assert f"the header is row {lines.count(chr(10)) + 1}\n" in look(path).err
    if times == 22:
        assert len(take(path).records) == 6


@pytest.mark.parametrize("row", [2, 41, 47, 300])
def test_a_map_may_name_any_row_of_the_file(bring: Bring, tmp_path: Path, row: int) -> None:
    text = "".join(f"aa {n},bb {n},cc {n}\n" for n in range(1, row)) + _ROWS.replace("Project", "Foo")
    map_ = tmp_path / "MAP.toml"
    map_.write_text(f'kind = "deals"\nheader = {row}\n[title]\ncolumn = "Foo"\n', "utf-8")
    ran = bring(sheet(tmp_path / "a.csv", text), "--map", str(map_), "--dry-run")
    assert "6 rows: 6 accepted" in ran.err, ran.err


def test_a_row_that_is_not_there_is_refused(bring: Bring, tmp_path: Path) -> None:
    map_ = tmp_path / "MAP.toml"
    map_.write_text('kind = "deals"\nheader = 60\n[title]\ncolumn = "Project"\n', "utf-8")
    ran = bring(sheet(tmp_path / "a.csv", _ROWS), "--map", str(map_))
    assert ran.code == 1
    assert "has no row 60 to be the header" in ran.err


def test_a_legend_beside_a_list_of_unknown_headers_is_not_taken_for_it(look: Bring, tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "list.xlsx"))
    page = book.add_worksheet("Parks")
    for row in range(12):
        page.write_row(row, 0, ["Xa", "Xb", "Xc"] if not row else [f"Park {row}", f"Aa {row}", f"Town {row}"])
    for row in range(4):
        page.write_row(row + 1, 8, ["Mark", "Note"] if not row else [f"m{row}", f"means {row}"])
    book.close()
    ran = look(tmp_path / "list.xlsx", "--kind", "platforms")
    assert "list.xlsx, Parks: the header is row 1" in ran.err
