"""What a number shows in a cell of a workbook, by its format."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from random import Random

import pytest
import xlsxwriter
import xlwt
from cq_tui.importing.sources.sheet import open_sheet
from cq_tui.importing.sources.workbook.number_format import BUILT_IN, shown, shown_text


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (1500, "General", "1500"),
        (0.1 + 0.2, "General", "0.3"),
        (1e20, "General", "100000000000000000000"),
        (1500.5, "#,##0.00", "1500.50"),
        (1500, "#,##0.00", "1500"),
        (2025.1, "0.00", "2025.10"),
        (1500, '_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)', "1500"),
        (-1500, '_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)', "-1500"),
        (0, '_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)', "0"),
        (1500, "_-* #,##0.00\\ [$€-407]_-;\\-* #,##0.00\\ [$€-407]_-", "1500 €".replace(" ", "")),
        (3.5, '"US$"0.0"m"', "US$ 3.5m"),
        (3_500_000, '"US$"0.0,,"m"', "US$ 3.5m"),
        (3_500_000, "#,##0.0,,", "3.5"),
        (12_345, '0!.0,"万"', "1.2345万"),
        (20_000_000, '0.00,,"百万"', "20 百万"),
        (100, '#,##0.00"万元"', "100 万元"),
        (5, '0"年"', "5年"),
        (0.25, "0%", "25%"),
        (0.125, "0.0%", "12.5%"),
        (12, "[$¥-804]#,##0", "¥ 12"),
        (12, "[Red]$#,##0;[Blue]-$#,##0", "$ 12"),
        (-12, "[Red]$#,##0;[Blue]-$#,##0", "$ -12"),
        (0, '0;-0;"none"', "none"),
        (7, ";;;", "7"),
        (45_980, "yyyy-mm-dd", "2025-11-19"),
        (45_980, 'yyyy"年"m"月"d"日"', "2025-11-19"),
        (45_962, 'yyyy"年"m"月"', "2025-11"),
        (45_980, 'yyyy"年"m"月"', "2025-11-19"),
        (45_962, "mmm-yy", "2025-11"),
        (45_658, "yyyy", "2025"),
        (45_980.5, "yyyy-mm-dd h:mm", "2025-11-19 12:00:00"),
        (45_980, "[$-409]d\\-mmm\\-yyyy;@", "2025-11-19"),
        (45_980, "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "2025-11-19"),
        (45_962, '"DD"/MM/"YYYY"', "2025-11-01"),
        (45_962, "\\D\\D/MM/\\Y\\Y\\Y\\Y", "2025-11-01"),
        (45_962, "TT.MM.JJJJ", "2025-11-01"),
        (45_962, '"JJ"/MM/"AAAA"', "2025-11-01"),
        (45_658, '"DD"/"MM"/YYYY', "2025-01-01"),
        (45_962, '"DD/MM/YYYY"', "2025-11-01"),
        (45_962, '"Stand "mmm yyyy', "2025-11"),
        (0.4375, "h:mm", "10:30:00"),
        (59, "yyyy-mm-dd", "1900-02-28"),
        (61, "yyyy-mm-dd", "1900-03-01"),
        (-5, "yyyy-mm-dd", "-5"),
        (1e9, "yyyy-mm-dd", "1000000000"),
    ],
)
def test_it_is_as_the_cell_says(value: float, form: str, text: str) -> None:
    assert shown(value, form) == text


def test_days_counted_from_1904() -> None:
    assert shown(44_518, "yyyy-mm-dd", since_1904=True) == "2025-11-19"


@pytest.mark.parametrize("number", [14, 15, 22, 27, 28, 29, 30, 31, 36, 50, 52, 57, 58])
def test_formats_named_by_number_alone_are_dates(number: int) -> None:
    assert shown(45_980, BUILT_IN[number]) == "2025-11-19"


@pytest.mark.parametrize(
    "form", ["", ";", '"', "[", "\\", "0.", ",", "[$", "_", "*", "%", "e", "[h]:mm", "@", "0;" * 50]
)
@pytest.mark.parametrize("value", [0.0, -1.5, 2025.0, 1e300, float("nan"), float("inf")])
def test_any_format_says_something_or_nothing(form: str, value: float) -> None:
    assert isinstance(shown(value, form), str)


@pytest.mark.parametrize(
    "form", ["General", "0", "#,##0.00", '"US$"0.0"m"', "0.0%", "0.0,", "yyyy-mm-dd", "[$-409]@", "0;(0);zero"]
)
def test_a_number_shows_the_same_as_it_is_written_in_the_file(form: str) -> None:
    chance = Random(3)
    written = ["0", "7", "0.5", "12.50", "-3", "1e5", "45000", "2025.1", "123456789012345", "0.1234567890123456"]
    written += [str(round(chance.random() * 10 ** chance.randrange(7), chance.randrange(6))) for _ in range(300)]
    assert [shown_text(one, form) for one in written] == [shown(float(one), form) for one in written]


_AS_MONTHS = [("mmm\\-yy", (1, 3)), ('yyyy"年"m"月"', (1, 3)), ("yyyy", (1, 1))]


@pytest.mark.parametrize(("form", "first"), _AS_MONTHS)
@pytest.mark.parametrize("old", [False, True])
def test_where_one_format_has_other_days_all_are_days(
    tmp_path: Path, form: str, first: tuple[int, int], *, old: bool
) -> None:
    days = [date(2015, month, day) for month, day in (first[::-1], (3, 19))]
    assert _shown_in_book(tmp_path, form, days, old=old) == [days[0].isoformat(), "2015-03-19"]


@pytest.mark.parametrize(("form", "first"), _AS_MONTHS)
@pytest.mark.parametrize("old", [False, True])
def test_where_all_are_the_first_they_stay_as_shown(
    tmp_path: Path, form: str, first: tuple[int, int], *, old: bool
) -> None:
    days = [date(year, *first[::-1]) for year in (2015, 2016)]
    length = 4 if form == "yyyy" else 7
    assert _shown_in_book(tmp_path, form, days, old=old) == [one.isoformat()[:length] for one in days]


def _shown_in_book(tmp_path: Path, form: str, days: Sequence[date], *, old: bool) -> list[str]:
    path = tmp_path / ("list.xls" if old else "list.xlsx")
    if old:
        book = xlwt.Workbook()
        page = book.add_sheet("List")
        page.write(0, 0, "Date")
        for row, day in enumerate(days, 1):
            page.write(row, 0, day, xlwt.easyxf(num_format_str=form))
        book.save(str(path))
    else:
        with xlsxwriter.Workbook(str(path)) as made:
            sheet = made.add_worksheet("List")
            sheet.write(0, 0, "Date")
            for row, day in enumerate(days, 1):
                sheet.write_datetime(row, 0, day, made.add_format({"num_format": form}))
    return [cells[0] for cells in open_sheet(path).rows()][1:]
