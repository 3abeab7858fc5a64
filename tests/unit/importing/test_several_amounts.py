"""Several amounts in one cell. Made up."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.values.several_amounts import several_amounts

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Take, hashes, rows_of, sheet

Bring = Callable[..., Ran]
LIST = """Company,Amount (USD)
Aa Labs,"$2800000, $2100000, undisclosed amount"
Bb Labs,$1000000
Cc Labs,$500000; $250000
Dd Labs,"$5m, €3m"
Ee Labs,undisclosed amount
"""


@pytest.mark.parametrize(
    ("cell", "values"),
    [
        ("$2800000, $2100000, undisclosed amount", [2800000, 2100000]),
        ("$2,800,000, $2,100,000", [2800000, 2100000]),
        ("USD 5 m; USD 3 m", [5, 3]),
        ("€5 + €3", [5, 3]),
        ("5万元、3万元", [5, 3]),
        ("$5\n$3", [5, 3]),
        ("8 000\n500", [8000, 500]),
        ("1\u00a0000\n250 ", [1000, 250]),
        ("8 000\nin kind", []),
        ("5, 3", []),
        ("1,740", []),
        ("$1,740", []),
        ("$5m - $7m", []),
        ("$5m/€4m", [5, 4]),
        ("5 USD / 4 EUR", [5, 4]),
        ("€5m and $4m", [5, 4]),
        ("€5m und $4m", [5, 4]),
        ("5万美元和3万元", [5, 3]),
        ("€5 & $3", [5, 3]),
        ("between $5m and $7m", []),
        ("$5m/day", []),
        ("$5m/2024", []),
        ("$5m or €4m", []),
        ("$5, in kind", []),
        ("$5, undisclosed amount", []),
        ("undisclosed, undisclosed", []),
    ],
)
def test_each_of_several_says_its_currency(cell: str, values: list[int]) -> None:
    assert [one.value for one in several_amounts(cell)] == values


@pytest.mark.parametrize(
    ("how", "amounts"), [("sum", [8500, 12000]), ("first", [8000, 12000]), ("none", [None, 12000])]
)
def test_a_line_break_is_no_blank_between_thousands(
    bring: Bring, archive: Path, tmp_path: Path, how: str, amounts: list[int | None]
) -> None:
    path = sheet(tmp_path / "list.csv", 'Project,Amount (EUR)\nMill,"8 000\n500"\nMine,12 000\n')
    assert '1 of 2 cells hold several amounts, such as "8 000 / 500".' in bring(path).err
    bring(path, "--set", f"amount.several={how}")
    found = [one["amount"] for one in rows_of(archive / "data/fair-deals-list/deals.csv")]
    assert found == ["" if one is None else str(one) for one in amounts]


def test_it_is_asked_with_the_sum_of_each_answer(bring: Bring, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "list.csv", LIST))
    assert ran.code == 1
    assert '3 of 5 cells hold several amounts, such as "$2800000, $2100000, undisclosed amount".' in ran.err, ran.err
    for told in (
        "--set amount.several=sum  # sum USD 6.65 m\n",
        "--set amount.several=first  # sum USD 9.3 m\n",
        "--set amount.several=none  # they are left as remarks; sum USD 1 m\n",
    ):
        assert told in ran.err, ran.err


@pytest.mark.parametrize(
    ("how", "amounts", "at_least", "remarks"),
    [
        ("sum", ["4900000", "1000000", "750000", "", ""], ["4900000"], 1),
        ("first", ["2800000", "1000000", "500000", "5000000", ""], [], 0),
        ("none", ["", "1000000", "", "", ""], [], 3),
    ],
)
def test_each_answer_keeps_the_cell_as_it_is_written(
    bring: Bring, archive: Path, tmp_path: Path, how: str, amounts: list[str], at_least: list[str], remarks: int
) -> None:
    path = sheet(tmp_path / "list.csv", LIST)
    ran = bring(path, "--set", f"amount.several={how}")
    assert ran.code == 0, ran.err
    rows = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert [row["amount"] for row in rows] == amounts
    assert [row["amount"] for row in rows if row["amount_bound"] == "at-least"] == at_least
    assert [row["amount_text"] for row in rows] == [
        "$2800000, $2100000, undisclosed amount", "$1000000", "$500000; $250000", "$5m, €3m", "undisclosed amount",
    ]  # fmt: skip
    kept = archive / "imports/fair-deals-list/remarks.csv"
    assert len(rows_of(kept) if kept.exists() else []) == remarks
    assert f'several = "{how}"' in (archive / "imports/fair-deals-list/MAP.toml").read_text("utf-8")
    before = hashes(archive)
    assert (bring(path).code, hashes(archive)) == (0, before)


def test_other_answers_are_refused(bring: Bring, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "list.csv", LIST), "--set", "amount.several=all")
    assert (ran.code, '"all" is not one of sum first none' in ran.err) == (1, True)


def test_it_is_not_asked_where_no_cell_holds_several(take: Take, tmp_path: Path) -> None:
    text = 'Company,Amount (USD)\nAa Labs,"$1,740"\nBb Labs,$5m - $7m\nCc Labs,"$5, in kind"\n'
    assert take(sheet(tmp_path / "list.csv", text)).questions == []
