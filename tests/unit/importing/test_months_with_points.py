"""Months written ``2008.10`` are months in whatever column, and never numbers. All lists are made up."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.values.days_of_column import order_of
from cq_tui.values.dotted_months import are_dotted_months

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Take, rows_of, sheet

Bring = Callable[..., Ran]
_FOUNDERS = (
    "cofunder_name,company_name,{when},cofunder_position\n甲小林,甲丰科技有限公司,2008.10,董事长\n"
    "乙大海,乙元网络有限公司,2014.1,CEO\n丙中和,丙科技有限公司,2016.11,创始人\n丁一,丁元网络有限公司,2012.10,总经理\n"
)
_DEALS = (
    "Project,Buyer,{when},Amount (EUR)\nAda,Aa GmbH,2008.10,100\nBlau,Bb GmbH,2014.1,200\n"
    "Cord,Cc GmbH,2016.11,300\nDahl,Dd GmbH,2012.10,400\n"
)
_MONTHS = ["2008-10", "2014-01", "2016-11", "2012-10"]


@pytest.mark.parametrize("header", ["成立时间", "founded", "regtime", "x1"])
def test_an_october_keeps_its_zero_in_a_field_of_its_own(
    bring: Bring, archive: Path, tmp_path: Path, header: str
) -> None:
    ran = bring(sheet(tmp_path / "a.csv", _FOUNDERS.format(when=header)), "--kind", "speakers")
    assert ran.code == 0, ran.err
    written = next(archive.rglob("data/**/speakers*.csv"))
    held = [cell for row in rows_of(written) for cell in row.values()]
    assert not {"2008.1", "2008.10"} & set(held)
    assert [cell[:7] for cell in held if cell[:7] in _MONTHS] == _MONTHS


def test_months_are_no_amounts_that_are_asked_for(bring: Bring, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "a.csv", _FOUNDERS.format(when="regtime")), "--dry-run")
    assert "amount" not in "".join(line for line in ran.err.splitlines() if line.startswith("?"))
    assert "amount.column=regtime" not in ran.err


def test_one_word_among_months_makes_no_numbers_of_them(bring: Bring, tmp_path: Path) -> None:
    rows = "".join(f"Firm {n},{2000 + n % 20}.{n % 12 + 1},Person {n}\n" for n in range(150))
    ran = bring(sheet(tmp_path / "a.csv", f"company,since,name\n{rows}Firm x,不详,Person x\n"), "--kind", "speakers")
    assert ran.code == 0, ran.err
    assert "numbers" not in next(line for line in ran.err.splitlines() if line.startswith("  since"))


def test_january_is_read_among_octobers_with_their_zero(take: Take, tmp_path: Path) -> None:
    found = take(sheet(tmp_path / "a.csv", _DEALS.format(when="Date signed")))
    assert [str(day)[:7] for day in found.values("date")] == _MONTHS


def test_january_is_left_open_where_zeros_may_be_cut_off(take: Take, tmp_path: Path) -> None:
    found = take(sheet(tmp_path / "a.csv", _DEALS.format(when="Date signed").replace(".10", ".12")))
    assert list(found.unread()) == ["2014.1"]


def test_a_month_that_can_be_two_is_told_with_the_answer_that_reads_it(bring: Bring, tmp_path: Path) -> None:
    months = "Project,Buyer,Date,Amount (EUR)\nAda,Aa GmbH,2014.1,100\nBlau,Bb GmbH,2016-03,200\nCord,Cc AG,2014.1,3\n"
    path = sheet(tmp_path / "a.csv", months)
    told = bring(path, "--dry-run").err
    assert 'cut off, not read: 2, the first "2014.1"; --set date.order=ym reads January' in told
    told = bring(path, "--dry-run", "--set", "date.order=ym").err
    assert "Date: 3 of 3 from Date; 2014-01 to 2016-03" in told
    assert "cut off" not in told


@pytest.mark.parametrize(
    "cells",
    [
        "2008.5 2010.7 2011.2 2013.9",
        "2008.10 2014.13 2015.11",
        "2008.10 2011.11",
        "1250.10 2014.10 2011.11",
        "2008 2011 2015",
    ],
)
def test_what_may_be_a_number_is_no_month(cells: str) -> None:
    assert not are_dotted_months(cells.split())


@pytest.mark.parametrize("cells", ["2008.10 2014.1 2011.11", "2008.03 2014.04 2011.05 2012", "1999.12 2000.2 2001.3"])
def test_months_with_points(cells: str) -> None:
    assert are_dotted_months(cells.split())


def test_a_header_of_days_needs_one() -> None:
    assert are_dotted_months(["2008.5"], is_said=True)
    assert not are_dotted_months(["2008", "2011"], is_said=True)


def test_days_of_other_orders_say_nothing_of_zeros() -> None:
    assert order_of(["2008.10", "2014.1"]) == "ym"
    assert order_of(["2008.11", "2014.1"]) == ""
    assert order_of(["2008.10", "03/04/2015"]) == ""
