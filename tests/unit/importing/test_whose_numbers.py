"""Numbers whose header names nobody: those of the firm that the row is about, never of its parent. Made up."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.importing.recognise.columns.money_headers import is_code_alone

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import rows_of, sheet

Bring = Callable[..., Ran]
_MADE = Path("data") / "fair-deals-list"

_NOTICES = """state,employer_name,lei,ein,parent_company,notice_date,location,employees_affected
CT,Aa Operations LLC,2549008OF7PX1HV10619,,Aa Holdings Inc.,2015-01-16,Stamford,14
CT,Bb School Services,2138006P1REFCUJGH779,,Bb Group plc,2015-02-01,Shelton,50
CT,Cc Bistro Inc,549300W0W5UC5TZ74678,,,2015-02-04,Danbury,22
"""
_OWNED = """Project,Contractor,Parent company,lei,parent_lei,naics,Amount (USD)
Mill,Made Works Inc,Made Group plc,2549008OF7PX1HV10619,2138006P1REFCUJGH779,561320,1000000
Mine,Other Works Inc,Other Group plc,5493001KJTIIGC8Y1R12,549300W0W5UC5TZ74678,722511,2000000
Port,Third Works Inc,,HWUPKR0MPOU8FGXBT394,,561320,3000000
"""
_FIRM_IN_TITLE = """Project,NIP,Investor,Amount (PLN)
Aa Energia sp. z o.o.,5260001246,Made Fund,1000000
Bb Wiatr sp. z o.o.,7740001454,Made Fund,2000000
Cc Port S.A.,5250007738,Other Fund,3000000
"""
_NAMELESS = """Project;Supplier;Supplier country;Amount (EUR)
Mill;Made Works;France;1000000
Mine;;Spain;2000000
Port;Third Works;Italy;3000000
"""
_CUP = """Titolo;CUP;Beneficiario;Importo (EUR)
Strada;C11B21004520001;Comune di Aa;1000000
Scuola;J12C21000310006;Comune di Bb;2000000
Ponte;H55F21000770005;Comune di Cc;3000000
"""


def test_a_number_of_the_firm_of_the_row_is_not_its_parents(bring: Bring, archive: Path, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "list.csv", _NOTICES), "--set", "amount=")
    assert "of parent_company" not in ran.err
    assert "lei: 3 of 3 from lei; a field of its own" in ran.err
    assert "Set aside: lei" not in ran.err
    assert [row["lei"] for row in rows_of(archive / _MADE / "deals.csv")] == [
        "2549008OF7PX1HV10619",
        "2138006P1REFCUJGH779",
        "549300W0W5UC5TZ74678",
    ]


def test_firm_and_parent_have_each_its_own_number(bring: Bring, archive: Path, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "list.csv", _OWNED))
    assert '"lei" = "identifiers.XI-LEI of Contractor"' in ran.err
    assert '"parent_lei" = "identifiers.XI-LEI of Parent company"' in ran.err
    found = {row["id"]: row["identifiers"] for row in rows_of(archive / _MADE / "organisations.csv")}
    assert found["made-works"] == "XI-LEI:2549008OF7PX1HV10619"
    assert found["made-group"] == "XI-LEI:2138006P1REFCUJGH779"
    assert found["third-works"] == "XI-LEI:HWUPKR0MPOU8FGXBT394"


def test_the_number_of_a_firm_that_is_the_title_is_no_partys(bring: Bring, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "list.csv", _FIRM_IN_TITLE))
    assert "of Investor" not in ran.err
    assert "NIP: 3 of 3 from NIP; a field of its own" in ran.err


def test_what_stands_beside_no_name_is_told(bring: Bring, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "list.csv", _NAMELESS))
    assert "Organisations, Country: 2 of 2 from Supplier country; 1 not read" in ran.err


def test_a_code_called_as_a_currency_is_none(bring: Bring, archive: Path, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "list.csv", _CUP))
    assert "Set aside" not in ran.err
    assert rows_of(archive / _MADE / "deals.csv")[0]["cup"] == "C11B21004520001"


@pytest.mark.parametrize(
    ("header", "is_code"),
    [("lei", True), ("LEI", True), ("CUP", True), ("Codice CUP", True), ("Amount CUP", False), ("Valoare lei", False)],
)
def test_headers_of_codes_that_are_currencies_too(header: str, is_code: bool) -> None:
    assert is_code_alone(header) is is_code


def test_codes_of_firms_are_offered_for_no_amount(look: Bring, tmp_path: Path) -> None:
    text = "Project,cik,naics,Cost of works,Price asked\n" + "".join(
        f"Part {n},{1467373 + 977 * n},{561320 + 13 * n},{n}500000,{n}700000\n" for n in range(1, 6)
    )
    ran = look(sheet(tmp_path / "list.csv", text))
    assert "amount.column=cik" not in ran.err
    assert "amount.column=naics" not in ran.err
