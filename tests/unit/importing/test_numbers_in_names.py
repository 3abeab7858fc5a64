"""Numbers of registers beside names in one cell: the name is kept without, the number goes to the organisation."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.importing.convert.names_in_cells import names_in, split_names
from cq_tui.importing.convert.numbers_in_names import NumberOf
from cq_tui.importing.convert.numbers_of_columns import NumbersOfColumns

from tests.unit.conftest import Ran, Run
from tests.unit.importing.conftest import rows_of, sheet

Bring = Callable[..., Ran]


def _numbered(text: str) -> list[tuple[str, NumberOf | None]]:
    found = names_in(text)
    return list(zip(found.names, found.numbers, strict=True))


@pytest.mark.parametrize(
    ("cell", "name", "scheme", "number"),
    [
        ("ACME LTDA - 12.345.678/0001-95", "ACME LTDA", "BR-CNPJ", "12345678000195"),
        ("GAMA LTDA (CNPJ: 11.444.777/0001-61)", "GAMA LTDA", "BR-CNPJ", "11444777000161"),
        ("CNPJ 11.444.777/0001-61 - GAMA LTDA", "GAMA LTDA", "BR-CNPJ", "11444777000161"),
        ("11.444.777/0001-61 - GAMA LTDA", "GAMA LTDA", "BR-CNPJ", "11444777000161"),
        ("Aa | 11.444.777/0001-61", "Aa", "BR-CNPJ", "11444777000161"),
        ("Aa s.r.o., IČO 25596641", "Aa s.r.o.", "CZ-ICO", "25596641"),
        ("Cc (IČ 27082440)", "Cc", "CZ-ICO", "27082440"),
        ("甲有限公司（统一社会信用代码：91110108551385082Q）", "甲有限公司", "CN-USCC", "91110108551385082Q"),
        ("乙有限公司 91110000600037341L", "乙有限公司", "CN-USCC", "91110000600037341L"),
        ("Aa SL (CIF B58378431)", "Aa SL", "ES-NIF", "B58378431"),
        ("Aa Sp. z o.o., NIP: 526-000-12-46", "Aa Sp. z o.o.", "PL-NIP", "5260001246"),
        ("ООО Аа (ИНН 7707083893)", "ООО Аа", "RU-INN", "7707083893"),
        ("Aa SAS, SIREN 732829320", "Aa SAS", "FR-SIREN", "732829320"),
        ("Aa SpA; P.IVA 00743110157", "Aa SpA", "IT-CF", "00743110157"),
        ("Aa SA NIT 900.123.456-7", "Aa SA", "OTHER", "NIT 900.123.456-7"),
    ],
)
def test_a_number_beside_a_name(cell: str, name: str, scheme: str, number: str) -> None:
    ((named, told),) = _numbered(cell)
    assert told is not None
    assert (named, told.scheme, told.number, told.wrong) == (name, scheme, number, False)


def test_names_in_a_row_each_with_its_number() -> None:
    found = _numbered("Aa s.r.o., IČO 25596641, Bb a.s., IČO 45274649")
    assert [(name, told and told.number) for name, told in found] == [
        ("Aa s.r.o.", "25596641"),
        ("Bb a.s.", "45274649"),
    ]


@pytest.mark.parametrize(
    "name", ["Holiday Inn 12345678", "Fond 1234567", "Aa (10/2020-12/2021)", "3M Deutschland GmbH", "Company 2000"]
)
def test_a_number_that_is_part_of_a_name_stays(name: str) -> None:
    assert split_names(name) == [name]


def test_numbers_go_to_the_organisations(bring: Bring, run: Run, archive: Path, tmp_path: Path) -> None:
    text = (
        "Objeto,Fornecedor,Valor (BRL)\nPapel,ACME LTDA - 12.345.678/0001-95,100000\n"
        "Canetas,Acme Ltda.,200000\nTinta,ACME LTDA - 11.444.777/0001-61,300000\n"
        "Selo,Outro Nome SA - 12.345.678/0001-95,400000\n"
    )
    ran = bring(sheet(tmp_path / "list.csv", text))
    assert ran.code == 0, ran.err
    assert "numbers beside names go to their records: ACME LTDA: 12345678000195; ACME LTDA: 11444777000161" in ran.err
    assert "of one name and kept apart: ACME LTDA (2)" in ran.err
    made = rows_of(archive / "data/fair-deals-list/organisations.csv")
    assert sorted(row["identifiers"] for row in made) == ["BR-CNPJ:11444777000161", "BR-CNPJ:12345678000195"]
    assert {row["name_en"] for row in made} == {"ACME LTDA"}
    deals = rows_of(archive / "data/fair-deals-list/deals.csv")
    parties = [row["parties"] for row in deals]
    assert parties[0] == parties[1] == parties[3] != parties[2]
    assert run("check", archive).code == 0


def test_a_number_that_cant_be_right_is_left_out_and_told(
    bring: Bring, run: Run, archive: Path, tmp_path: Path
) -> None:
    text = "Objeto,Fornecedor,Valor (BRL)\nPapel,ACME LTDA - 12.345.678/0001-90,100000\n"
    ran = bring(sheet(tmp_path / "list.csv", text))
    assert "! Organisations: numbers beside names that can't be right, and are left out: ACME LTDA: " in ran.err
    (made,) = rows_of(archive / "data/fair-deals-list/organisations.csv")
    assert (made["name_en"], made["identifiers"]) == ("ACME LTDA", "")
    assert run("check", archive).code == 0


def test_a_number_of_the_archive_decides_whose_it_is(bring: Bring, archive: Path, tmp_path: Path) -> None:
    known = archive / "data" / "organisations.toml"
    known.write_text(
        known.read_text("utf-8") + 'identifiers = [{ scheme = "CN-USCC", id = "91110108551385082Q" }]\n', "utf-8"
    )
    text = "项目名称,供应商,成交金额（元）\n甲项目,另一名称有限公司(91110108551385082Q),100000\n"
    ran = bring(sheet(tmp_path / "list.csv", text))
    assert ran.code == 0, ran.err
    (deal,) = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert deal["parties"] == "southwest-aluminium:supplier"


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Aa, SA. (502000222)Bb, S.A. (503000333)", ["Aa, SA. (502000222)", "Bb, S.A. (503000333)"]),
        ("Aa, SA. (502000222), Bb, SA.(503000333)", ["Aa, SA. (502000222)", "Bb, SA.(503000333)"]),
        ("Aa (502000222)Bb Lda", ["Aa (502000222)", "Bb Lda"]),
        ("Aa (NIF 502000222)Bb (NIF 503000333)", ["Aa", "Bb"]),
        ("IČO 25596641 Aa s.r.o., IČO 45274649 Bb a.s.", ["Aa s.r.o.", "Bb a.s."]),
        ("Aa (502000222) Lisboa", ["Aa (502000222) Lisboa"]),
        ("Aa (2019-2024)Bb", ["Aa (2019-2024)Bb"]),
        ("某某(502000222)公司", ["某某(502000222)公司"]),
    ],
)
def test_names_that_are_glued_by_their_numbers(cell: str, names: list[str]) -> None:
    assert split_names(cell) == names


@pytest.mark.parametrize(
    ("first", "cell"),
    [
        (False, "Aa - 502000222Bb - 503000333"),
        (False, "Aa (502000222) und Bb 503000333"),
        (True, "502000222 - Aa503000333 - Bb"),
    ],
)
def test_names_that_are_glued_in_a_list_whose_names_have_numbers(first: bool, cell: str) -> None:
    found = names_in(cell, numbers=NumbersOfColumns(first, frozenset((9,)), ""))
    assert [(name, told and told.number) for name, told in zip(found.names, found.numbers, strict=True)] == [
        ("Aa", "502000222"),
        ("Bb", "503000333"),
    ]


def test_a_name_that_holds_another_number_has_none_and_is_told(bring: Bring, archive: Path, tmp_path: Path) -> None:
    text = (
        "Object,Supplier,Price (EUR)\nPaper,Alden Works Lda (501000111),100\nInk,Delta Supplies Lda (503000333),200\n"
        "Pens,502000222 Carmel Supplies and Delta Supplies Lda (503000333),300\nPins,Ema Works Lda (504000444),5\n"
    )
    ran = bring(sheet(tmp_path / "list.csv", text))
    assert ran.code == 0, ran.err
    assert "! Parties: Supplier: names that hold the numbers of several, and have none of them: 1 of 4" in ran.err
    deals = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert deals[1]["parties"] != deals[2]["parties"]
    cell = "502000222 Carmel Supplies and Delta Supplies Lda (503000333)"
    assert f"To part one: --set 'organisations.{cell}=Carmel Supplies and Delta Supplies Lda'" in ran.err


def test_glued_names_are_no_one_of_the_last_number(bring: Bring, archive: Path, tmp_path: Path) -> None:
    text = (
        "Object,Supplier,Price (EUR)\nRoads,Alden Works Lda (501000111),100\n"
        'Lot 4,"Carmel Pharma, SA. (502000222)Delta Pharma, S.A. (503000333)",200\n'
        "Lot 5,Delta Pharma SA (503000333),300\nPins,Ema Works Lda (504000444),5\n"
    )
    ran = bring(sheet(tmp_path / "list.csv", text))
    assert ran.code == 0, ran.err
    _roads, four, five, _pins = (row["parties"] for row in rows_of(archive / "data/fair-deals-list/deals.csv"))
    assert (four, five) == ("carmel-pharma:supplier; delta-pharma:supplier", "delta-pharma:supplier")


def test_what_is_one_by_its_number_alone_is_told_and_can_be_parted(bring: Bring, archive: Path, tmp_path: Path) -> None:
    text = (
        "Object,Supplier,Price (EUR)\nRoads,Alden Works Lda (501000111),100\nInk,Carmel Pharma Lda (501000111),200\n"
        "Lot 5,Delta Foods SA (503000333),300\nPins,Ema Tools Lda (504000444),5\n"
    )
    path = sheet(tmp_path / "list.csv", text)
    ran = bring(path)
    setting = "organisations.Carmel Pharma Lda="
    assert (
        "! Organisations: put together by the number beside them, though their names have no word in common: "
        f"Alden Works Lda = Carmel Pharma Lda. To part one: --set '{setting}'" in ran.err
    )
    ran = bring(path, "--set", setting, "--force")
    assert ran.code == 0, ran.err
    first, second, *_rest = (row["parties"] for row in rows_of(archive / "data/fair-deals-list/deals.csv"))
    assert first != second


def test_verbose_tells_all_that_are_put_together(bring: Bring, tmp_path: Path) -> None:
    names = [f"{chr(65 + at)}{chr(97 + at)}{chr(98 + at)} Works" for at in range(14)]
    rows = "".join(f"Thing {at},{spelt},1000\n" for at, name in enumerate(names) for spelt in (name, name.upper()))
    path = sheet(tmp_path / "list.csv", f"Object,Supplier,Price (EUR)\n{rows}")
    assert f"{names[13]} = {names[13].upper()}" in bring(path, "-v").err
