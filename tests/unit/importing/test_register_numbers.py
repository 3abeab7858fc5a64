"""Numbers of registers beside parties: whose they are, and that they keep two of one name apart. Made up."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.importing.recognise.parties.register_numbers import country_of_numbers, register_number

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import rows_of, sheet

Bring = Callable[..., Ran]


@pytest.mark.parametrize(
    ("scheme", "headers"),
    [
        ("OTHER", "RIF|RUC|NIT|CUIT|N° RIF|nro_ruc|Número de NIT|GSTIN|OIB|EDRPOU|ЄДРПОУ|Код ЄДРПОУ|CUI|NPWP|PIB"),
        ("BR-CNPJ", "CNPJ|CPF_CNPJ|CNPJ/CPF|CPF ou CNPJ"),
        ("MX-RFC", "RFC"),
        ("PL-NIP", "NIP|nr NIP"),
        ("PL-REGON", "REGON"),
        ("RU-INN", "ИНН|INN"),
        ("RU-OGRN", "ОГРН"),
        ("CZ-ICO", "IČO|ICO"),
        ("NL-KVK", "KvK|KvK-nummer"),
        ("IT-CF", "P.IVA|P. IVA|Partita IVA|Codice fiscale|codiceFiscale|partitaIva|C.F./P.IVA"),
        ("TW-CR", "統一編號"),
        ("JP-JCN", "法人番号"),
        ("KR-BRN", "사업자등록번호"),
        ("AU-ABN", "ABN"),
        ("IN-MCA", "CIN"),
        ("XI-VAT", "VAT number"),
    ],
)
def test_headers_of_numbers(scheme: str, headers: str) -> None:
    for header in headers.split("|"):
        assert register_number(header) == (scheme, ""), header


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("CPF_CNPJ_CONTRATADO", ("BR-CNPJ", "contratado")),
        ("NIT del proveedor", ("OTHER", "proveedor")),
        ("ИНН поставщика", ("RU-INN", "поставщика")),
        ("IČO příjemce", ("CZ-ICO", "příjemce")),
        ("Beneficiario NIF", ("ES-NIF", "beneficiario")),
        ("Number of units", None),
        ("Company", None),
        ("IDE", None),
    ],
)
def test_whose_numbers(header: str, found: tuple[str, str] | None) -> None:
    assert register_number(header) == found


@pytest.mark.parametrize(
    ("party", "numbers", "scheme", "ids"),
    [
        ("Empresa", "RIF", "OTHER", "J-000000012|J-000000013"),
        ("Proveedor", "RUC_PROVEEDOR", "OTHER", "20100000012|20100000013"),
        ("CONTRATADO", "CPF_CNPJ_CONTRATADO", "BR-CNPJ", "11.444.777/0001-61|12.345.678/0001-95"),
        ("Поставщик", "ИНН поставщика", "RU-INN", "7707083893|7728168971"),
        ("Постачальник", "ЄДРПОУ", "OTHER", "30000012|30000013"),
        ("Příjemce", "IČO příjemce", "CZ-ICO", "25596641|45274649"),
        ("Wykonawca", "NIP", "PL-NIP", "5260001246|7740001454"),
        ("Fornitore", "P.IVA", "IT-CF", "00743110157|00488410010"),
        ("廠商名稱", "統一編號", "TW-CR", "04595257|22099131"),
    ],
)
def test_two_of_one_name_with_other_numbers_stay_apart(
    bring: Bring, archive: Path, tmp_path: Path, party: str, numbers: str, scheme: str, ids: str
) -> None:
    first, second = ids.split("|")
    other = first[:-1] if scheme == "OTHER" else "9999999"
    text = (
        f"Project;{party};{numbers};Amount (USD)\n"
        f"Mill;Made Works;{first};1000000\nMine;Made Works;{second};2000000\nPort;Made Works;{first};3000000\n"
        f"Road;Other Works;{other}7;4000000\nRail;Third Works;{other}8;4000000\n"
    )
    ran = bring(sheet(tmp_path / "list.csv", text))
    assert ran.code == 0, ran.err
    assert f'"{numbers}" = "identifiers.{scheme} of {party}"' in ran.err
    assert "of one name and kept apart: Made Works (2)" in ran.err
    assert len(rows_of(archive / "data/fair-deals-list/organisations.csv")) == 4
    parties = [row["parties"].split(":")[0] for row in rows_of(archive / "data/fair-deals-list/deals.csv")]
    assert parties[0] == parties[2] != parties[1]


def test_numbers_of_somebody_else_are_not_those_of_the_only_party(look: Bring, tmp_path: Path) -> None:
    rows = "".join(f"Job {n};Ministry {n % 2};2010000{n:04};{n}000000\n" for n in range(1, 9))
    ran = look(sheet(tmp_path / "list.csv", f"Project;Buyer;RUC;Amount (USD)\n{rows}"))
    assert "identifiers.OTHER of Buyer" not in ran.err


@pytest.mark.parametrize(
    ("header", "country"),
    [("RIF", "VE"), ("CUIT", "AR"), ("NIP", "PL"), ("CPF_CNPJ", "BR"), ("ЄДРПОУ", "UA"), ("統一編號", "TW"),
     ("P.IVA", "IT"), ("RUC", ""), ("VAT", ""), ("Company", "")],
)  # fmt: skip
def test_which_country_gives_numbers(header: str, country: str) -> None:
    assert country_of_numbers(header) == country


@pytest.mark.parametrize(
    ("numbers", "cell", "currency"),
    [("RIF", "$2,500,000", "USD"), ("CUIT", "$2,500,000", "ARS"), ("NIP", "2500000.50", "PLN")],
)
def test_numbers_of_a_register_make_its_money_likely(
    look: Bring, tmp_path: Path, numbers: str, cell: str, currency: str
) -> None:
    rows = "".join(f'Job {n};Made {n};J-0000{n:04};"{cell}"\n' for n in range(1, 6))
    ran = look(sheet(tmp_path / "list.csv", f"Project;Company;{numbers};Amount\n{rows}"))
    line = next(line for line in ran.err.splitlines() if f"--set amount.currency={currency}" in line)
    assert "likely" in line


def test_a_slovak_list_calls_its_numbers_as_a_czech_one(bring: Bring, tmp_path: Path) -> None:
    text = "{title};{supplier};IČO;Cena (EUR)\nMost;Aa;36562939;5\nDom;Bb;35697270;6\nSad;Cc;31333532;7\n"
    told = bring(sheet(tmp_path / "a.csv", text.format(title="Názov zmluvy", supplier="Dodávateľ")), "--dry-run").err
    assert '"IČO" = "identifiers.OTHER of Dodávateľ"' in told
    told = bring(sheet(tmp_path / "b.csv", text.format(title="Název smlouvy", supplier="Dodavatel")), "--dry-run").err
    assert '"IČO" = "identifiers.CZ-ICO of Dodavatel"' in told
