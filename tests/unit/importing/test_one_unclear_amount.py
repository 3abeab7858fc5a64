"""One cell that can be read two ways takes nothing from its column: others tell the mark, or the file itself."""

import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from cq_tui.importing.sources.sheet import open_sheet

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import rows_of, sheet

Bring = Callable[..., Ran]
USD = ("--set", "amount.currency=USD")


def _taxes(archive: Path) -> list[str]:
    (path,) = archive.glob("data/fair-deals-list*/deals.csv")
    return [row["taxes_owed"] for row in rows_of(path)]


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        (["$2566884", "$716934.36", "$665.942", "$0"], ["2566884", "716934.36", "665.942", "0"]),
        (["$26,459,576", "$80,386,931", "$24,011", ""], ["26459576", "80386931", "24011", ""]),
        (["€26.459.576", "€80.386.931", "€24.011", ""], ["26459576", "80386931", "24011", ""]),
        (["€716934,36", "€5", "€665,942", "€1"], ["716934.36", "5", "665.942", "1"]),
    ],
)
def test_the_other_cells_settle_the_mark(
    bring: Bring, archive: Path, tmp_path: Path, cells: list[str], values: list[str]
) -> None:
    lines = [f"{name};$ {number}00000;{one}" for number, (name, one) in enumerate(zip("ABCD", cells, strict=True), 1)]
    path = sheet(tmp_path / "list.csv", "\n".join(["Deal;Amount;Taxes owed", *lines]) + "\n")
    ran = bring(path, *USD)
    assert ran.code == 0, ran.err
    assert "Taxes owed: " in ran.err
    assert "a field of its own: amounts of money" in ran.err
    assert _taxes(archive) == values


def test_two_marks_of_one_column_stay_text(bring: Bring, archive: Path, tmp_path: Path) -> None:
    lines = [f"{n};$ 100000;{one}" for n, one in zip("ABCD", ["$1,5", "$2.5", "$3,25", "$665.942"], strict=True)]
    path = sheet(tmp_path / "list.csv", "\n".join(["Deal;Amount;Taxes owed", *lines]) + "\n")
    assert bring(path, *USD).code == 0
    assert _taxes(archive) == ["$1,5", "$2.5", "$3,25", "$665.942"]


def _book(path: Path, cells: list[object], form: str) -> Path:
    made = openpyxl.Workbook()
    made.active.append(["Deal", "Amount", "Taxes owed"])
    for number, (name, one) in enumerate(zip("ABC", cells, strict=True), 2):
        made.active.append([name, 100_000, one])
        made.active.cell(number, 2).number_format = made.active.cell(number, 3).number_format = form
    made.save(path)
    return path


@pytest.mark.parametrize("form", ['"$"#,##0', "General"])
def test_a_number_of_a_workbook_has_a_point_of_decimals(bring: Bring, archive: Path, tmp_path: Path, form: str) -> None:
    ran = bring(_book(tmp_path / "list.xlsx", [2566884, 665.942, 0], form), *USD)
    assert ran.code == 0, ran.err
    assert _taxes(archive) == ["2566884", "665.942", "0"]


def test_the_column_of_the_amount_as_well(bring: Bring, archive: Path, tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    for row in (["Deal", "Amount (EUR)"], ["A", 665.942], ["B", 7]):
        made.active.append(row)
    made.save(tmp_path / "list.xlsx")
    ran = bring(tmp_path / "list.xlsx")
    assert ran.code == 0, ran.err
    (path,) = archive.glob("data/fair-deals-list*/deals.csv")
    assert [row["amount"] for row in rows_of(path)] == ["665.942", "7"]


def test_a_text_of_a_workbook_may_have_either(tmp_path: Path) -> None:
    assert open_sheet(_book(tmp_path / "a.xlsx", [2566884, 665.942, "1.234"], "General")).points == frozenset()
    assert open_sheet(_book(tmp_path / "b.xlsx", [2566884, 665.942, "n/a"], "General")).points == {2}


@pytest.mark.parametrize(("value", "points"), [(665.942, {1}), ("665.942", set())])
def test_a_number_of_json_has_a_point_of_decimals(tmp_path: Path, value: object, points: set[int]) -> None:
    text = json.dumps([{"title": "Mill", "amount": value}, {"title": "Mine", "amount": 5}])
    assert open_sheet(sheet(tmp_path / "list.json", text)).points == points


_AID = """id,nom,cout_total,aide_sollicitee,aide_validee
c1,Syndicat des Aa,,,480074.62
c2,Commune de Bb,,,104960
c3,Communauté du Cc,,,98250
c4,Ville de Dd,1318714.47,58641.12,
c5,Ville de Ee,122100,24000,
c6,Ville de Ff,,,23730.24
"""


def test_an_amount_that_few_rows_have_is_asked_beside_one_that_most_have(look: Bring, tmp_path: Path) -> None:
    ran = look(sheet(tmp_path / "list.csv", _AID))
    assert "--set amount.column=aide_validee  # likely; 480074.62, 104960, 98250; sum 707,014.86\n" in ran.err
    assert "--set amount.column=cout_total  # 1318714.47, 122100; sum 1.44081447 m\n" in ran.err


def test_a_clear_amount_that_most_rows_have_is_not(bring: Bring, tmp_path: Path) -> None:
    text = "Project,Total cost (EUR),Grant (EUR)\nAa,1000000,200\nBb,2000000,300\nCc,,400\nDd,4000000,500\n"
    ran = bring(sheet(tmp_path / "list.csv", text), "--set", "amount.column=Total cost (EUR)", "--dry-run")
    assert ran.code == 0, ran.err
