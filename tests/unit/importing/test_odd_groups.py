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
    said = "! Amount: marks of thousands at odd places, not read: 2; --set amount.thousands=anywhere reads them"
    assert f'{said}, the first "3,000,00" = 300,000' in ran.err
    ran = bring(path, "--set", "amount.thousands=anywhere", "--force")
    assert ran.code == 0, ran.err
    assert '! Amount: marks of thousands at odd places, read all the same: 2, the first "3,000,00" = 300,000' in ran.err
    rows = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert [row["amount"] for row in rows] == ["100000", "300000", "1300000", "250000", ""]
    assert rows[1]["amount_text"] == "3,000,00"


def test_no_answer_is_offered_for_a_field_of_the_archives_own(bring: Bring, tmp_path: Path) -> None:
    text = "Company,Town,Capital (EUR)\nAlder Ltd,Aa,7.5\nBirch Ltd,Bb,8.5\nCedar Ltd,Cc,9.5\n"
    ran = bring(sheet(tmp_path / "list.csv", text), "--kind", "organisations", "--dry-run")
    assert "the largest is EUR 9.5: is a unit missing?" in ran.err
    assert ".unit=million" not in ran.err


_COMMAS = (
    "Objeto,Fornecedor,Data,Valor\n"
    'Pavimento,Alvora Ltda,2021-03-02,"1.572,60"\n'
    "Merenda,Brindle Ltda,2021-03-05,{cell}\n"
    'Transporte,Corvane Ltda,2021-04-01,"R$ 3.169,72"\n'
    'Limpeza,Delmar Ltda,2021-05-01,"794,77"\n'
)


def test_two_digits_behind_the_last_point_are_cents_beside_decimal_commas(
    bring: Bring, archive: Path, tmp_path: Path
) -> None:
    path = sheet(tmp_path / "list.csv", _COMMAS.format(cell="8.288.46"))
    offer = '--set amount.thousands=anywhere reads them, the first "8.288.46" = 8,288.46'
    assert offer in bring(path, "--dry-run").err
    ran = bring(path, "--set", "amount.thousands=anywhere")
    assert 'read all the same: 1, the first "8.288.46" = 8,288.46' in ran.err
    rows = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert [row["amount"] for row in rows] == ["1572.6", "8288.46", "3169.72", "794.77"]


def test_where_the_groups_before_say_nothing_the_cell_is_named(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", _COMMAS.format(cell="82.88.46"))
    assert "thousands=anywhere" not in bring(path, "--dry-run").err
    ran = bring(path, "--set", "amount.thousands=anywhere", "--dry-run")
    assert 'row 3: Valor: "82.88.46" has separators' in ran.out
    assert bring(path, "--set", "amount.thousands=anywhere").code == 0
    rows = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert [row["amount"] for row in rows] == ["1572.6", "", "3169.72", "794.77"]
