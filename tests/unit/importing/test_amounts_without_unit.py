"""Small amounts that name no unit in a column whose others do: never silently counted in ones. Made up."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Fields, rows_of, sheet

Bring = Callable[..., Ran]
_CELLS = ("23.5 万元", "1980000.00 元", "216.0", "88.45 万元", "2600000")


def _list(path: Path, cells: tuple[str, ...], header: str = "budget") -> Path:
    rows = "".join(f"第{at}项采购,2026-03-1{at},阿尔沃学校,{cell}\n" for at, cell in enumerate(cells, 1))
    return sheet(path / "list.csv", f"title,date,issuer,{header}\n{rows}")


@pytest.mark.parametrize(
    ("cells", "bare"),
    [
        (_CELLS, "none"),
        (("1980000 元", "23.5 万元", "2500000元", "216.0", "1200000元"), "none"),
        (("23.5 万元", "88.45 万元", "1980000"), ""),
        (("23.5 万元", "21600元", "30.0", "40.0", "88"), ""),
        (("US$5 million", "US$7 million", "US$750"), ""),
        (("1234567元", "23.5 万元", "2345678", "3456789", "1500"), ""),
    ],
)
def test_they_are_left_as_remarks_where_others_are_hardly_in_ones(
    fields: Fields, tmp_path: Path, cells: tuple[str, ...], bare: str
) -> None:
    assert fields(_list(tmp_path, cells))["amount"].bare == bare


def test_a_header_that_says_the_unit_counts_them(fields: Fields, tmp_path: Path) -> None:
    assert fields(_list(tmp_path, _CELLS, "预算(万元)"))["amount"].bare == ""


@pytest.mark.parametrize(
    ("answer", "amount"),
    [
        ("", ""),
        ("amount.bare=万", "2160000"),
        ("amount.bare=ones", "216"),
        ("amount.bare=none", ""),
        ("amount.unit=万", "2160000"),
    ],
)
def test_each_answer_that_is_told_does_what_it_says(
    bring: Bring, archive: Path, tmp_path: Path, answer: str, amount: str
) -> None:
    path = _list(tmp_path, _CELLS)
    said = '"216.0", and 2 do: they are not read. --set amount.bare=万 counts them in 万, --set amount.bare=ones takes'
    assert f"! Amount: 1 amounts name no unit, such as {said}" in bring(path, "--dry-run").err
    ran = bring(path, *(("--set", answer) if answer else ()))
    assert ran.code == 0, ran.err
    found = [one["amount"] for one in rows_of(archive / "data/fair-deals-list/deals.csv")]
    assert [Decimal(one) for one in (*found[:2], *found[3:])] == [235000, 1980000, 884500, 2600000]
    assert found[2] == amount
    assert ('name no unit, such as "216.0"' in ran.err.partition("Amount: ")[2]) == (not amount)


def test_what_may_be_in_ones_is_read_so_and_told_with_both_answers(bring: Bring, tmp_path: Path) -> None:
    told = bring(_list(tmp_path, ("$5 million", "$7 million", "$750")), "--dry-run", "--set", "amount.currency=USD").err
    line = '! Amount: 1 amounts name no unit, such as "$750", and 2 do: are they counted in one, too? '
    assert line + "--set amount.bare=million counts them in million, --set amount.bare=none leaves them as" in told
