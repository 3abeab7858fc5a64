"""Whose an unclear sign is, or a number, is likely by the country and the language of a list; every list is made up."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.archive.read import read
from cq_tui.importing.recognise.amounts.likely_currencies import likely_currencies, spoken_currency
from cq_tui.importing.recognise.answers.choices import choices
from cq_tui.importing.recognise.answers.mapping_rows import mapping_rows
from cq_tui.importing.recognise.prepare import Prepared, prepare
from cq_tui.kinds import kinds
from cq_tui.store.store import Store

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import sheet

Bring = Callable[..., Ran]


def _prepared(archive: Path, path: Path, header: str, cells: str, amount: str) -> Prepared:
    rows = "".join(f"Aa {at},{cells.format(at=at)},{amount.format(at=at)}\n" for at in range(3, 9))
    return prepare(Store(read(archive)), sheet(path / "list.csv", f"{header}\n{rows}"), kinds()["deals"], "fair")


def _offered(prepared: Prepared) -> list[tuple[str, bool]]:
    (question,) = prepared.proposal.questions
    return [(str(one.value), one.likely) for one in question.answers]


@pytest.mark.parametrize(
    ("header", "cells", "amount", "first"),
    [
        ("Title,Country,Amount", "Japan", "¥{at}00", ("JPY", True)),
        ("Title,Country,Amount", "China", "¥{at}00", ("CNY", True)),
        ("Title,Buyer,Amount", "Osaka Aa{at} Inc", "¥{at}00", ("JPY", True)),
        ("Title,Buyer,Amount", "Aa{at} Inc", "¥{at}00", ("CNY", False)),
        ("Title,Country,Amount", "Denmark", "kr {at}00", ("DKK", True)),
        ("Title,Buyer,Amount", "Aa{at} Aps", "kr {at}00", ("DKK", True)),
        ("Title,Buyer,Amount", "Aa{at} Inc", "kr {at}00", ("SEK", False)),
        ("Tittel,Kjøper,Beløp", "Aa{at} Inc", "kr {at}00", ("NOK", True)),
        ("Titel,Køber,Beløb", "Aa{at} Inc", "kr {at}00", ("DKK", True)),
        ("Namn,Köpare,Belopp", "Aa{at} Inc", "kr {at}00", ("SEK", True)),
        ("Title,Country,Amount", "Canada", "${at}00", ("CAD", True)),
        ("Título,Adjudicatário,Valor do contrato", "Aa{at} Lda", "{at}000", ("EUR", True)),
        ("Título,País,Preço contratual", "Portugal", "{at}000", ("EUR", True)),
        ("Objeto,Município,Valor do contrato", "Lisboa", "{at}000", ("EUR", True)),
        ("Objeto,Município,Valor do contrato", "São Paulo", "{at}000", ("BRL", True)),
        ("Objeto,Município,Valor do contrato", "Aaville", "{at}000", ("BRL", False)),
        ("Título,Observação (€),Valor do contrato", "Aa{at}", "{at}000", ("EUR", True)),
    ],
)
def test_the_likely_one_comes_first(
    archive: Path, tmp_path: Path, header: str, cells: str, amount: str, first: tuple[str, bool]
) -> None:
    assert _offered(_prepared(archive, tmp_path, header, cells, amount))[0] == first


@pytest.mark.parametrize(
    ("headers", "codes", "spoken"),
    [
        ("Beløp | Kjøper", ("NOK", "DKK"), "NOK"),
        ("Beløb | Køber", ("DKK", "NOK"), "DKK"),
        ("Belopp | År", ("SEK", "NOK"), "SEK"),
        ("Descrição | Valor do contrato", ("BRL", "EUR"), ""),
        ("Licitação | Órgão", ("BRL", "EUR"), "BRL"),
        ("Fecha | Importe", ("MXN", "COP"), ""),
        ("合同金额", ("CNY", "USD"), "CNY"),
    ],
)
def test_what_headers_speak_for(headers: str, codes: tuple[str, str], spoken: str) -> None:
    assert likely_currencies([headers], ())[:2] == codes
    assert spoken_currency([headers]) == spoken


def test_spain_pays_in_euros() -> None:
    assert "EUR" in likely_currencies(["Fecha | Importe | Órgano"], ())[:6]


def test_currencies_of_no_country_are_offered_last(archive: Path, tmp_path: Path) -> None:
    found = _prepared(archive, tmp_path, "Title,Buyer,Amount", "Aa{at} Inc", "${at}00")
    row = next(one for one in mapping_rows(found) if one.field.name == "amount")
    offered = [one.value for one in choices(found, row) if one.key == "currency"]
    assert max(map(offered.index, ("ZAR", "UYU", "XOF"))) < min(map(offered.index, ("ATS", "DEM", "ZMK")))


def test_the_country_of_most_cells_is_offered_first(bring: Bring, tmp_path: Path) -> None:
    rows = "".join(f"Servicio {at},{'ESPAÑA' if at % 3 else 'Madrid'},{at}000\n" for at in range(1, 13))
    ran = bring(sheet(tmp_path / "list.csv", f"título,country subentity,importe total\n{rows}"))
    offered = [line.strip() for line in ran.err.splitlines() if "--set amount.currency=" in line]
    assert offered[0].startswith("--set amount.currency=EUR"), ran.err
