"""Amounts whose marks of thousands stand at odd places are told, and read by their digits where it is said; made up."""

from collections.abc import Callable
from pathlib import Path

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import rows_of, sheet

Bring = Callable[..., Ran]
_LIST = 'Startup,Amount in USD\nAlder,"1,00,000"\nBirch,"3,000,00"\nCedar,"13,000,00"\nDune,"2,50,000"\nElm,unclear\n'


def test_they_are_told_with_what_reads_them(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", _LIST)
    ran = bring(path)
    assert ran.code == 0, ran.err
    said = '! Amount: marks of thousands at odd places, not read: 2, the first "3,000,00"; '
    assert f"{said}--set amount.thousands=anywhere reads them by their digits" in ran.err
    ran = bring(path, "--set", "amount.thousands=anywhere", "--force")
    assert ran.code == 0, ran.err
    assert "at odd places" not in ran.err
    rows = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert [row["amount"] for row in rows] == ["100000", "300000", "1300000", "250000", ""]
    assert rows[1]["amount_text"] == "3,000,00"


def test_no_answer_is_offered_for_a_field_of_the_archives_own(bring: Bring, tmp_path: Path) -> None:
    text = "Company,Town,Capital (EUR)\nAlder Ltd,Aa,7.5\nBirch Ltd,Bb,8.5\nCedar Ltd,Cc,9.5\n"
    ran = bring(sheet(tmp_path / "list.csv", text), "--kind", "organisations", "--dry-run")
    assert "the largest is EUR 9.5: is a unit missing?" in ran.err
    assert ".unit=million" not in ran.err
