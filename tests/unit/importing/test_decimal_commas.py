"""1,740 is 1.74 in German and 1740 in English: it is asked where the list does not show which."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.archive.read import read
from cq_tui.importing.recognise.prepare import prepare
from cq_tui.kinds import kinds
from cq_tui.store.store import Store
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


def test_a_sum_is_told_for_each_way_to_read_the_separator(archive: Path, tmp_path: Path) -> None:
    text = "Title,Value EUR,Total EUR\nPaper,1.200,1.440\nPens,2.500,3.000\nInk,4.750,5.700\n"
    kind = kinds()["deals"]
    proposal = prepare(Store(read(archive)), sheet(tmp_path / "list.csv", text), kind, "fair").proposal
    first = proposal.questions[0].answers[0]
    assert [str(one) for one in first.makes] == ["sum EUR 8,450 if 1.200 → 1,200", "sum EUR 8.45 if 1.200 → 1.2"]


def test_where_the_column_decides_there_is_one_sum(archive: Path, tmp_path: Path) -> None:
    text = 'Title,Value EUR,Total EUR\nPaper,1.200,1.440\nPens,2.500,3.000\nInk,"4.750,10","5.700,30"\n'
    kind = kinds()["deals"]
    proposal = prepare(Store(read(archive)), sheet(tmp_path / "list.csv", text), kind, "fair").proposal
    first = proposal.questions[0].answers[0]
    assert [str(one) for one in first.makes] == ["sum EUR 8,450.1"]
