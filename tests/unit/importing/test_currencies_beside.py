"""Columns of currencies go with the amounts that they belong to, whoever says which column the amounts are."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.archive.read import read
from cq_tui.importing.import_result import look
from cq_tui.importing.recognise.answers.choices import choices
from cq_tui.importing.recognise.answers.mapping_edits import changed
from cq_tui.importing.recognise.answers.mapping_rows import mapping_rows
from cq_tui.importing.recognise.answers.settings import with_settings
from cq_tui.importing.recognise.columns.currency_beside import currency_beside
from cq_tui.importing.recognise.maps.mapping import FieldMap
from cq_tui.importing.recognise.prepare import prepare
from cq_tui.store.store import Store

from tests.shipped import kinds
from tests.unit.conftest import Ran
from tests.unit.importing.conftest import quiet, rows_of, sheet

Bring = Callable[..., Ran]
ASKED = """company,acquirer,announcement_date,implied_equity_value_m,currency,n_price_weeks
Aa Inc.,Bb Corp.,2025-03-10,266.1,USD,114
Cc NV,Dd SA,2018-01-29,3386.4,EUR,27
Ee Inc.,Ff plc,2024-04-10,4264.2,USD,110
Gg AB,Hh Corp.,2024-05-28,12467.8,SEK,118
"""
ANSWER = "amount.column=implied_equity_value_m"
PROMISED = ("USD 4.5303 bn", "EUR 3.3864 bn", "SEK 12.4678 bn")
FURTHER = """title,date,grant_amount,grant_amount_currency,loan_amount,loan_amount_currency
Highway,1996-07-12,7500000,USD,15000000,USD
Village lamps,2001-02-03,3000000,USD,48229275,ZAR
Small farms,2003-05-06,1000000,USD,18545579,ZAR
Clean water,2004-08-09,2000000,USD,2000000,EUR
"""


def test_an_answer_takes_the_currencies_with_it(bring: Bring, tmp_path: Path) -> None:
    asked = bring(sheet(tmp_path / "list.csv", ASKED), "--dry-run").err
    assert all(one in asked for one in PROMISED), asked
    told = bring(tmp_path / "list.csv", "--set", ANSWER, "--dry-run")
    assert all(one in told.err for one in PROMISED)
    assert "4 accepted, 0 refused" in told.err + told.out


def test_a_map_takes_the_currencies_with_it(bring: Bring, tmp_path: Path) -> None:
    saved = tmp_path / "MAP.toml"
    saved.write_text(
        'kind = "deals"\n[title]\ncolumn = "company"\n[date]\ncolumn = "announcement_date"\n'
        '[amount]\ncolumn = "implied_equity_value_m"\n',
        "utf-8",
    )
    told = bring(sheet(tmp_path / "list.csv", ASKED), "--map", str(saved), "--dry-run").err
    assert all(one in told for one in PROMISED), told


def test_the_screen_takes_the_currencies_with_it(archive: Path, tmp_path: Path) -> None:
    prepared = prepare(Store(read(archive)), sheet(tmp_path / "list.csv", ASKED), kinds()["deals"], "fair")
    slot = next(one for one in mapping_rows(prepared) if one.field.name == "amount")
    choice = next(one for one in choices(prepared, slot) if f"amount.{one.key}={one.value}" == ANSWER)
    after = changed(prepared, slot, choice).proposal
    assert after.mapping.fields["currency"] == FieldMap(("currency",))
    assert not any(one.field in ("amount", "currency") for one in after.questions)


def test_what_is_said_of_the_currency_comes_before_what_stands_beside(bring: Bring, tmp_path: Path) -> None:
    settings = ("--set", "currency.constant=CHF", "--set", ANSWER)
    told = bring(sheet(tmp_path / "list.csv", ASKED), *settings, "--dry-run").err
    assert "CHF 20.3845 bn" in told, told


def test_further_amounts_have_their_own_currencies(bring: Bring, archive: Path, tmp_path: Path) -> None:
    told = bring(sheet(tmp_path / "list.csv", FURTHER), "--set", "amount.column=grant_amount")
    assert "2: ZAR 66.774854 m" in told.err, told.err
    by_title = {row["title_en"]: row for row in rows_of(next(archive.rglob("deals.csv")))}
    assert by_title["Village lamps"]["loan_amount_currency"] == "ZAR"
    assert (by_title["Clean water"]["loan_amount_currency"], by_title["Clean water"]["currency"]) == ("EUR", "USD")


def test_a_column_of_such_currencies_is_no_second_field(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", FURTHER)
    told = bring(path, "--set", "amount.column=grant_amount").err
    assert "loan_amount_currency: " not in told, told
    assert "loan_amount_currency (2)" not in told, told
    assert "No field takes these columns" not in told
    first = rows_of(next(archive.rglob("deals.csv")))[0]
    assert [name for name in first if "loan" in name and "currency" in name] == ["loan_amount_currency"]
    wanted = bring(path, "--set", "loan_amount_currency=string", "--dry-run", "--force").err
    assert "a field of its own: text on one line" in wanted, wanted


def test_on_the_screen_it_says_whose_currency_it_is(archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", FURTHER)
    found = prepare(Store(read(archive)), path, kinds()["deals"], "fair")
    answered = with_settings(found, ["amount.column=grant_amount"])
    assert look(answered, quiet).currencies == {"loan_amount_currency": "loan_amount"}


def test_the_amount_that_is_chosen_has_its_own_currencies(bring: Bring, tmp_path: Path) -> None:
    told = bring(sheet(tmp_path / "list.csv", FURTHER), "--set", "amount.column=loan_amount", "--dry-run").err
    assert "Amount: 4 of 4 from loan_amount, loan_amount_currency" in told, told


def test_the_currencies_of_other_amounts_are_told(bring: Bring, tmp_path: Path) -> None:
    text = "\n".join(line.rpartition(",")[0] for line in FURTHER.splitlines()) + "\n"
    told = bring(sheet(tmp_path / "list.csv", text), "--set", "amount.column=grant_amount", "--dry-run").err
    assert "! loan_amount: likely in the currencies of grant_amount_currency" in told, told


@pytest.mark.parametrize(
    ("name", "names", "own"),
    [
        ("grant_amount", "loan_currency grant_amount grant_currency", "grant_currency"),
        ("grantAmount", "grantAmount x grantCurrency loanCurrency", "grantCurrency"),
        ("Amount 2", "Amount|Currency|Amount 2|Currency (2)", "Currency (2)"),
        ("金额", "金额|币种|利润", "币种"),
        ("利润", "金额|币种|利润", ""),
        ("loan", "grant grant_currency loan", ""),
        ("loan", "loan grant_currency", ""),
    ],
)
def test_which_currencies_are_of_which_amounts(name: str, names: str, own: str) -> None:
    every = names.split("|") if "|" in names else names.split()
    currencies = [one for one in every if "currency" in one.casefold() or "币" in one]
    assert currency_beside(name, every, currencies) == own


@pytest.mark.parametrize(("cell", "is_one"), [("RS", False), ("R$", True), ("BRL", True)])
def test_two_capitals_are_no_currency_unless_a_header_says_so(
    bring: Bring, tmp_path: Path, cell: str, is_one: bool
) -> None:
    rows = "".join(f"Obra {n};Aa {n} Ltda;{n}000.50;{cell}\n" for n in range(1, 5))
    ran = bring(sheet(tmp_path / "list.csv", f"Objeto;Favorecido;Valor Pago;UF do favorecido\n{rows}"), "--dry-run")
    assert ("[currency]" in ran.err and 'column = "UF do favorecido"' in ran.err) is is_one
