"""Numbers of registers below a header that has a word for amounts, too: they are no money."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.importing.recognise.columns.id_headers import may_number_somebody, number_somebody

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import rows_of, sheet

Bring = Callable[..., Ran]
LONG = "le_numero_de_bce_du_beneficiaire_de_la_subvention_kbo_nummer_van_de_begunstigde_van_de_subsidie"
ROWS = (
    "Alder ASBL,206731645,Festival,{0}\nBirch ASBL,777324643,Stages,{1}\nCedar ASBL,461226387,Concert,{2}\n"
    "Dune ASBL,,Concert,{3}\n"
)


@pytest.mark.parametrize(
    "header", [LONG, "numéro de l'organisme subventionné", "N° BCE subvention", "Subsidienummer begunstigde subsidie"]
)
def test_they_are_no_amounts_beside_another_column(bring: Bring, archive: Path, tmp_path: Path, header: str) -> None:
    text = f"beneficiaire,{header},objet_du_subside,montant_octroye\n" + ROWS.format(3000, 1245, 15000, 1500)
    ran = bring(sheet(tmp_path / "list.csv", text), "--set", "amount.currency=EUR")
    assert ran.code == 0, ran.err
    assert "EUR 1.4" not in ran.err
    assert "a field of its own: amounts of money" not in ran.err
    rows = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert [row["amount"] for row in rows] == ["3000", "1245", "15000", "1500"]


def test_nor_where_no_column_has_any(look: Bring, tmp_path: Path) -> None:
    text = f"beneficiaire,{LONG},objet_du_subside,annee\n" + ROWS.format(2021, 2022, 2021, 2022)
    ran = look(sheet(tmp_path / "list.csv", text))
    assert "[amount]" not in ran.err
    assert "amounts of money" not in ran.err


@pytest.mark.parametrize(
    ("cells", "are"),
    [
        (["0206.731.645", "0777.324.643", "0461.226.387"], True),
        (["206731645", "777324643", ""], True),
        (["206731600", "777324600", "461226300"], False),
        (["3000", "15000", "1500"], False),
        (["206731645", "77324643", "1461226387"], False),
        ([""], False),
    ],
)
def test_how_such_numbers_look(cells: list[str], are: bool) -> None:
    assert number_somebody(cells) is are


@pytest.mark.parametrize("header", ["montant_octroye", "Grant amount", "Budget total", "投资金额"])
def test_what_amounts_are_called(header: str) -> None:
    assert not may_number_somebody(header)
