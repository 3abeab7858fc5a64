"""Numbers, towns and postal codes whose header names a party: they are told of it, and are nobody. Made up."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.importing.recognise.columns.profile import ColumnProfile
from cq_tui.importing.recognise.parties.not_a_name import are_numbers_of_somebody, attribute_step

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Taken, rows_of, sheet

Bring = Callable[..., Ran]
Take = Callable[..., Taken]

_DONATIONS = """ITEM;DOADOR;CNPJ_DOADOR;ORGAO_ENTIDADE;CNPJ_ORGAO_ENTIDADE;DATA_DOACAO;PRODUTO;VALOR_TOTAL
1;AA INDUSTRIAL LTDA;11.444.777/0001-61;SECRETARIA DE BB;12.345.678/0001-95;27/03/2020;ALCOOL 70%;R$ 500,00
2;CC AUTOMOVEIS SA;11.222.333/0001-81;SECRETARIA DE BB;12.345.678/0001-95;28/03/2020;LUVA;R$ 220,00
3;DD ALIMENTOS SA;99.888.777/0001-00;SECRETARIA DE BB;12.345.678/0001-95;30/03/2020;AVENTAL;R$ 315,00
"""
_GRANTS = """Project,Organization name:Nom d'organisme,Recipient Org:Registration Number: Org du bénéficiaires:Numéro,\
Recipient Org:City:Org du bénéficiaires:Ville,Recipient Org:Postal Code: Org du bénéficiaires:code postale,Amount (CAD)
Mill,Aa Centre,111111118RR0001,Toronto,M6A 1J6,312000
Mine,Bb Kids Inc,222222226RR0001,Thunder Bay,P7C 3L4,369100
Port,Cc Living,333333334RR0001,St. Catharines,L2R2Z3,200000
Road,Dd Club,444444442RR0001,toronto,M5G1S5,75000
"""
_STEPS = """Project,Supplier - Name,Supplier - City,Supplier: Postcode,Buyer,Amount (EUR)
Mill,Made Works,Lyon,69001,Town A,1000000
Mine,Other Works,Paris,75001,Town B,2000000
Port,Third Works,Nice,06000,Town C,3000000
"""


def test_tax_numbers_of_parties_are_their_identifiers(bring: Bring, archive: Path, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "list.csv", _DONATIONS))
    assert "Organisations: 0 known, 4 new" in ran.err
    assert '"CNPJ_DOADOR" = "identifiers.BR-CNPJ of DOADOR"' in ran.err
    assert '"CNPJ_ORGAO_ENTIDADE" = "identifiers.BR-CNPJ of ORGAO_ENTIDADE"' in ran.err
    assert "Set aside" not in ran.err
    assert {row["parties"] for row in rows_of(archive / "data" / "fair-deals-list" / "deals.csv")} == {
        "aa-industrial-ltda:funder; secretaria-de-bb:partner",
        "cc-automoveis:funder; secretaria-de-bb:partner",
        "dd-alimentos:funder; secretaria-de-bb:partner",
    }
    assert not any("0001" in row["title_en"] for row in rows_of(archive / "data" / "fair-deals-list" / "deals.csv"))


def test_towns_and_postal_codes_of_parties_are_told_of_them(bring: Bring, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "list.csv", _GRANTS))
    assert "Organisations: 0 known, 4 new" in ran.err
    assert "Organisations, City: 4 of 4" in ran.err
    assert "Organisations, Postcode: 4 of 4" in ran.err
    assert "Organisations, Identifiers: 4 of 4" in ran.err


def test_steps_that_hyphens_part_are_as_those_that_colons_do(take: Take, tmp_path: Path) -> None:
    taken = take(sheet(tmp_path / "list.csv", _STEPS))
    found = {party.org for parties in taken.values("parties") for party in parties}
    assert found == {"made-works", "other-works", "third-works", "town-a", "town-b", "town-c"}


@pytest.mark.parametrize(
    ("header", "step"),
    [
        ("Recipient Org:City:Org du bénéficiaire:Ville", "City"),
        ("Supplier - Postal code", "Postal code"),
        ("Fournisseur : Commune", "Commune"),
        ("Recipient Org:Name", ""),
        ("City council: Name", ""),
        ("Supplier", ""),
        ("City", ""),
    ],
)
def test_the_step_of_a_header_that_says_what_somebody_has(header: str, step: str) -> None:
    assert attribute_step(header) == step


@pytest.mark.parametrize(
    ("cells", "are_numbers"),
    [
        ("11.444.777/0001-61|11.222.333/0001-81", True),
        ("111111118RR0001|222222226RR0001", True),
        ("M6A 1J6|L2R2Z3|P7C 3L4", True),
        ("SW1A 1AA|EC2M 4YE", True),
        ("FR40303265045|DE811569869", True),
        ("2549008OF7PX1HV10619|549300W0W5UC5TZ74678", True),
        ("4170172 Canada Inc|1234567 Ontario Ltd", False),
        ("A101|3M|51job|7-Eleven", False),
        ("Made Works|Other Works", False),
    ],
)
def test_cells_that_are_numbers_of_somebody(cells: str, are_numbers: bool) -> None:
    found = cells.split("|")
    assert are_numbers_of_somebody(ColumnProfile(found, len(found))) is are_numbers
