"""Terms in years: no days, no months, no means of payment; a column that a field can't read is free for its own."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.importing.recognise.words.spans_of_time import is_shorter_than_years

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import sheet

Bring = Callable[..., Ran]


@pytest.mark.parametrize(
    "header", ["履约期限(天)", "合同期限（月）", "Term (months)", "Loan term in days", "Durée (jours)"]
)
def test_days_and_months_are_no_years(header: str) -> None:
    assert is_shorter_than_years(header)


@pytest.mark.parametrize("header", ["Term", "期限", "期限（年）", "Term (years)", "Laufzeit (Jahre)", "today"])
def test_other_terms_may_be_years(header: str) -> None:
    assert not is_shorter_than_years(header)


@pytest.mark.parametrize("header", ["期限(天)", "履约期限(天)", "Term (months)"])
def test_a_term_in_days_is_a_field_of_its_own(bring: Bring, tmp_path: Path, header: str) -> None:
    lines = "".join(f"Road {number},2025-03-2{number},{number}80\n" for number in range(1, 6))
    told = bring(sheet(tmp_path / "list.csv", f"Deal,Date,{header}\n{lines}"), "--dry-run").err
    assert "[term_years]" not in told, told
    assert "5 of 5" in told.partition("a field of its own")[0].rpartition("\n")[2], told


def test_a_term_of_centuries_is_told(bring: Bring, tmp_path: Path) -> None:
    lines = "".join(f"Road {number},2025-03-2{number},{number}80\n" for number in range(1, 6))
    told = bring(sheet(tmp_path / "list.csv", f"Deal,Date,Term\n{lines}"), "--dry-run").err
    assert "! Term (years): the largest is 580 years: are they counted in years?" in told, told


def test_a_term_that_is_no_number_is_a_field_of_its_own(bring: Bring, tmp_path: Path) -> None:
    text = (
        "Title,Acquiring Company,Deal announced on,Terms\n"
        'Aa buys Bb,Aa Inc.,2012-02-01,Cash\nAa buys Cc,Aa Inc.,2011-11-15,"Cash, Stock"\n'
        "Ee buys Ff,Ee Inc.,2009-10-23,Stock\n"
    )
    told = bring(sheet(tmp_path / "list.csv", text), "--dry-run").err
    assert "Terms: 3 of 3 from Terms; a field of its own" in told, told
    assert "could be read" not in told
