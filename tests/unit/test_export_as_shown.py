"""Exports as on the screen: its words and units, whole numbers, real cells, and the same amounts when read again."""

import csv
import io
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from cq_tui.export.command import export_command
from cq_tui.export.export import Options, pieces
from cq_tui.export.formats import format_names
from cq_tui.export.in_excel import can_be_shown, in_excel
from cq_tui.files.write import WriteError
from cq_tui.language import Language, use
from cq_tui.query.parse import parse
from cq_tui.store.open_archive import open_archive
from cq_tui.store.selection.selection import Selection

from tests.unit.conftest import Run
from tests.unit.made import DEAL, write_archive

Select = Callable[..., Selection]


def written(selection: Selection, format_: str = "csv", columns: str | None = None, *, raw: bool = False) -> bytes:
    options = Options(format_, columns, raw=raw, as_shown=True)
    return b"".join(pieces(selection, options, to_file=False))


def cells(selection: Selection, columns: str | None = None) -> list[list[str]]:
    return list(csv.reader(io.StringIO(written(selection, columns=columns).decode())))


@pytest.mark.parametrize(
    ("lang", "head", "row"),
    [
        ("en", ["Deal", "Amount CNY bn", "Parties"], ["75", "China CITIC Bank (lender)"]),
        ("zh", ["项目", "金额 亿元", "参与方"], ["750", "中信银行（授信方）"]),
    ],
)
def test_words_names_and_units_are_those_of_the_screen(
    selection: Select, lang: Language, head: list[str], row: list[str]
) -> None:
    use(lang)
    first, second, third, *_others = cells(selection(), "title,amount,parties")
    assert (first, second[1:]) == (head, row)
    assert third[1] == ("not stated" if lang == "en" else "未公布")


def test_without_columns_those_of_the_list_are_written(selection: Select) -> None:
    use("en")
    assert cells(selection())[0] == [
        "Deal", "Category", "Type", "Amount CNY bn", "Parties", "Countries", "Chain segment", "Stage",
    ]  # fmt: skip
    assert cells(selection("country:IT", "speakers"))[1][-1] == "Italy"


def test_what_is_inferred_is_marked_and_what_is_absent_is_empty(selection: Select) -> None:
    use("en")
    assert [row[0] for row in cells(selection(), "category,term_years")][1:] == [
        "~finance", "~finance", "~investment", "unclassified",
    ]  # fmt: skip
    assert cells(selection("", "platforms"), "name,operators")[1][1] == ""


def test_markdown(selection: Select) -> None:
    use("en")
    first, _rule, second, *_others = written(selection(), "md", "title,amount").decode().split("\n")
    assert first == "| Deal | Amount CNY bn |"
    assert second.endswith("| 75 |")


MADE = """
[[deals]]
id = "rhine"
title = { en = "=1+1" }
event = "fair"
date = 2025-11-01
date_precision = "month"
instrument = "investment"
amount = 1_234_567.5
currency = "EUR"
amount_basis = "inferred"
cites = ["sign"]

[[deals]]
id = "tower"
title = { en = "Tower" }
event = "fair"
date = 2025-11-19
instrument = "investment"
amount = 2_002_345
currency = "CNY"
amount_bound = "over"
cites = ["sign"]
"""


@pytest.fixture
def made(tmp_path: Path) -> Selection:
    store = open_archive(write_archive(tmp_path, deals=DEAL + MADE)).store
    return Selection(store, parse("id=rhine,tower", store.kind("deals")))


def test_numbers_are_whole_and_formulas_defused(made: Selection) -> None:
    use("zh")
    assert cells(made, "title,date,amount")[1:] == [
        ["'=1+1", "2025-11", "~EUR 0.012345675"], ["Tower", "2025-11-19", "超过0.02002345"],
    ]  # fmt: skip
    assert b"\n=1+1," in written(made, columns="title,date", raw=True)


def test_a_workbook_has_numbers_and_days_that_show_so(made: Selection) -> None:
    use("zh")
    sheet = openpyxl.load_workbook(io.BytesIO(written(made, "xlsx", "title,date,amount"))).worksheets[0]
    assert [one.value for one in sheet[1]] == ["项目", "日期", "金额 亿元"]
    assert [(one.value, one.number_format) for one in sheet[2]] == [
        ("=1+1", "General"), (datetime(2025, 11, 1), "yyyy-mm"), (0.012345675, '"~""EUR "#,##0.000000000'),
    ]  # fmt: skip
    assert sheet["A2"].data_type == "s", "text, and no formula"
    assert (sheet["C3"].value, sheet["C3"].number_format) == (0.02002345, '"超过"#,##0.00000000')
    assert sheet["B3"].number_format == "yyyy-mm-dd"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_list_that_is_read_again_has_the_same_amounts(
    run: Run, selection: Select, tmp_path: Path, lang: Language
) -> None:
    use(lang)
    (tmp_path / "list.csv").write_bytes(written(selection()))
    assert run("new", str(tmp_path / "other")).code == 0
    found = run(
        "--lang", lang, "import", str(tmp_path / "list.csv"), "--into", str(tmp_path / "other"), "--event", "other"
    )
    assert found.code == 0, found.err
    store = open_archive(tmp_path / "other").store
    again = [record.amount for record in Selection(store, parse("", store.kind("deals")))]  # type: ignore[attr-defined]
    assert again == [Decimal(75_000_000_000), None, Decimal(200_000_000), Decimal(2_000_000_000)]


@pytest.mark.parametrize("format_", [name for name in format_names() if not can_be_shown(name)])
def test_what_is_for_programs_is_refused(selection: Select, format_: str) -> None:
    with pytest.raises(WriteError, match="csv, md, xlsx"):
        written(selection(), format_)


def test_the_command_line_says_so(selection: Select, run: Run) -> None:
    assert "--as-shown --columns title" in export_command(
        selection(), Options(columns="title", as_shown=True), Path("a.csv")
    )
    use("en")
    assert run("--lang", "en", "export", "deals", "--as-shown", "--columns", "title,amount").out.startswith(
        "Deal,Amount CNY bn\n"
    )
    assert run("export", "deals", "--columns", "title,amount").out.startswith("title_zh,title_en,amount\n")


def test_what_a_spreadsheet_shows_is_said(selection: Select) -> None:
    use("en")
    deals, speakers = selection().kind, selection("", "speakers").kind
    assert in_excel(deals, Options(as_shown=True)) == "Excel: names and words as here, amounts as numbers in CNY bn."
    assert in_excel(speakers, Options(as_shown=True)) == "Excel: names and words as here, numbers and days as such."
    assert in_excel(deals, Options()) == "Excel: codes and ids, amounts in full, columns as in data files."
    assert "garbled" in in_excel(deals, Options(encoding="utf-8"))
    assert in_excel(deals, Options("toml")) == "Excel opens no toml."
