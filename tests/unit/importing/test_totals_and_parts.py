"""Totals whose word stands in a further column, and parts of a project's amount, are no deals; each is told."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.importing.recognise.words.totals import is_total

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Take, rows_of, sheet

_HEADER = "Type,Code,Project,Amount (EUR)\n"
_RECORDS = "P,A.1,Mill,100\nP,A.2,Mine,200\nP,A.3,Port,300\n"


def test_a_row_of_totals_in_any_column(take: Take, tmp_path: Path) -> None:
    totals = [
        "ИТОГО:,,По всем проектам,600",
        ",#REF!,Total,600",
        ",,Итого по портфелю,600",
        ",,ИТОГО,600",
        ",Всего:,,600",
        ",,Всего по разделу 1,600",
        ",Sous-total,,600",
        ",,小计,600",
        ",,小计：能源,600",
        ",,合計,600",
        ",,Razem,600",
        ",,Celkem,600",
        ",Total,,600",
        "3,,Subtotal energy,600",
        ",,Grand total,600",
        ",,Total for the north,600",
        ",,Zwischensumme Süd,600",
    ]
    parts = "".join(f"{row}\nP,A.{n},Mill {n},100\nP,B.{n},Mine {n},500\n" for n, row in enumerate(totals))
    taken = take(sheet(tmp_path / "list.csv", f"{_HEADER}{parts}"))
    reasons = taken.reasons()
    assert {row: reasons.get(2 + 3 * n) for n, row in enumerate(totals)} == dict.fromkeys(totals, "is a row of totals")
    assert len(taken.records) == 2 * len(totals) == len(reasons) * 2
    assert [row for row in totals if not is_total(row.split(","))] == []


@pytest.mark.parametrize(
    "row",
    ["P,,Total,600", ",B.2,Total,600", "P,B.1,Итоги года,", ",C.1,Razem dla klimatu,600", "P,,小计算机厂,600",
     "2024-01-05,,Total,600", "P,B.1,Total,600"],
)  # fmt: skip
def test_a_record_may_be_called_nearly_so(take: Take, tmp_path: Path, row: str) -> None:
    taken = take(sheet(tmp_path / "list.csv", f"{_HEADER}{_RECORDS}{row}\n"))
    assert (taken.counts.accepted, taken.reasons()) == (4, {})
    assert not is_total(row.split(","))


_BUDGET = f"""{_HEADER}ИТОГО:,,All projects,600
,,Strategic,600
P,A.1,Mill,100
,,- works,60
,,"Unit 5, в том числе:",40
P,A.2,Mine,200
,,- works,150
P,A.3,Port,300
"""


def test_parts_of_projects_are_told_and_left_out(bring: Callable[..., Ran], archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", _BUDGET)
    ran = bring(path)
    assert "8 rows: 3 accepted, 4 refused, 1 headings, totals and notes" in ran.err
    assert "row 3: is likely a part of a row above it, or a heading: it has nothing in Type, Code, where" in ran.err
    refused = rows_of(archive / "imports/fair-deals-list/refused.csv")
    assert [one["row"] for one in refused] == ["2", "3", "5", "6", "8"], refused
    amounts = [row["amount"] for row in rows_of(archive / "data/fair-deals-list/deals.csv")]
    assert amounts == ["100", "200", "300"]


def test_whoever_knows_better_keeps_them(bring: Callable[..., Ran], tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "list.csv", _BUDGET), "--set", "rows.keep=2, 5-7")
    assert "8 rows: 6 accepted, 2 refused" in ran.err, ran.err


@pytest.mark.parametrize(
    "rows",
    [
        ",,- Mill,100\n,,- Mine,200\n,,- Port,300\n",
        "P,A.1,- Mill,100\nP,A.2,- Mine,200\n,,Port,350\nP,A.4,Dock,300\n",
        ",,- Mill,100\n,,- Mine,200\n,,Port,300\n,,Dock,50\n,,Plant,60\n,,Works,70\n,A.1,Yard,80\nP,,Line,90\n",
    ],
)
def test_dashes_alone_make_no_parts(take: Take, tmp_path: Path, rows: str) -> None:
    taken = take(sheet(tmp_path / "list.csv", _HEADER + rows))
    assert (taken.counts.accepted, taken.reasons()) == (rows.count("\n"), {})
