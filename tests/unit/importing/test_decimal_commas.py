"""1,740 is 1.74 in German and 1740 in English: it is asked where the list does not show which."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.values.languages import may_have_decimal_commas

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Take, rows_of, sheet

Bring = Callable[..., Ran]


@pytest.mark.parametrize(
    ("header", "found"),
    [("Betrag (EUR)", True), ("Montant k€", True), ("Amount (EUR)", False), ("Project", False), ("金额", False)],
)
def test_headers_of_languages_with_decimal_commas(header: str, found: bool) -> None:
    assert may_have_decimal_commas(header) is found


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ('Projekt,Betrag (EUR),Typ\nA,"1,740",fund\nB,950,fund\n', ["amount"]),
        ("Projet;Montant (EUR);Type\nA;1,740;fund\nB;2,500;fund\n", ["amount"]),
        ("Project;Amount (EUR);Type\nA;1,740;fund\nB;2,500;fund\n", ["amount"]),
        ('Project,Amount (EUR),Type\nA,"1,740",fund\nB,"2,500",fund\n', []),
        ("Projekt;Betrag (EUR);Typ\nA;1,740;fund\nB;12,5;fund\n", []),
        ("Projekt;Betrag (EUR);Typ\nA;1.740.000;fund\nB;2,500;fund\n", []),
    ],
)
def test_a_single_comma_is_asked_about_where_it_can_part_decimals(
    take: Take, tmp_path: Path, text: str, asked: list[str]
) -> None:
    assert take(sheet(tmp_path / "list.csv", text)).questions == asked


@pytest.mark.parametrize(("mark", "amount"), [(",", "1.74"), (".", "1740")])
def test_the_answer_counts(bring: Bring, archive: Path, tmp_path: Path, mark: str, amount: str) -> None:
    path = sheet(tmp_path / "list.csv", "Projekt;Betrag (EUR);Typ\nA;1,740;fund\n")
    assert bring(path).code == 1
    assert bring(path, f"--set=amount.decimal={mark}").code == 0
    (row,) = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert row["amount"] == amount
