"""Amounts whose header says their currency beside a column of the original ones, which is of other amounts. Made up."""

from collections.abc import Callable
from pathlib import Path

from cq_tui.archive.read import read
from cq_tui.importing.recognise.answers.choices import choices
from cq_tui.importing.recognise.answers.mapping_edits import changed
from cq_tui.importing.recognise.answers.mapping_rows import mapping_rows
from cq_tui.importing.recognise.prepare import prepare
from cq_tui.store.store import Store

from tests.shipped import kinds
from tests.unit.conftest import Ran
from tests.unit.importing.conftest import sheet

Bring = Callable[..., Ran]
_LIST = """Title,Recipient,Amount (Constant USD 2021),Amount (Original Currency),Original Currency
Road,Angola,145000000.53,120000000,USD
Hospital,Ghana,5000000,40000000,CNY
Smelter,Zambia,90000000,75000000,USD
Dam,Kenya,500000000,3000000000,CNY
"""
_IN_DOLLARS = "amount.column=Amount (Constant USD 2021)"


def test_the_header_of_the_amounts_counts(bring: Bring, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", _LIST)
    asked = bring(path).err
    assert "145000000.53, 5000000, 90000000; sum USD 740.00000053 m\n" in asked
    assert "sum USD 195 m, sum CNY 3.04 bn" in asked
    told = bring(path, "--set", _IN_DOLLARS, "--dry-run").err
    assert "Amount: 4 of 4 from Amount (Constant USD 2021); 4: USD 740.00000053 m" in told
    assert "a field of its own: amounts of money; 2: CNY 3.04 bn" in told
    assert "Amount: 4 of 4 from Amount (Original Currency), Original Currency" in (
        bring(path, "--set", "amount.column=Amount (Original Currency)", "--dry-run").err
    )


def test_where_such_amounts_stand_alone_too(bring: Bring, tmp_path: Path) -> None:
    lines = (line.split(",") for line in _LIST.splitlines())
    text = "".join(f"{','.join([*cells[:3], cells[4]])}\n" for cells in lines)
    told = bring(sheet(tmp_path / "list.csv", text), "--dry-run").err
    assert "USD 740.00000053 m" in told
    assert "CNY 505 m" not in told


def test_a_plain_column_of_currencies_still_says_each_row(look: Bring, tmp_path: Path) -> None:
    text = _LIST.replace("Amount (Original Currency),Original Currency", "Other,Currency")
    told = look(sheet(tmp_path / "list.csv", text), "--set", _IN_DOLLARS).err
    assert "the column Currency says the currency of each row" in told


def test_currencies_that_share_their_words_with_other_amounts_are_of_those(bring: Bring, tmp_path: Path) -> None:
    text = "predmet,cena_sdph,cena_cizi,cena_cizi_mena\nLávka,203782,8000,EUR\nKašna,50000,,\nSad,700,20,USD\n"
    path = sheet(tmp_path / "list.csv", text)
    told = bring(path, "--set", "amount.column=cena_sdph", "--set", "amount.currency=CZK", "--dry-run").err
    assert "3: CZK 254,482 " in told
    assert "EUR 8,000" in told


def test_rows_of_another_currency_than_the_header_are_told(bring: Bring, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", "Project,Amount (USD m),Currency\nA,5,EUR\nB,6,USD\nC,7,USD\n")
    told = bring(path, "--dry-run").err
    assert "the header says USD, 1 of 3 cells of Currency another; --set currency= takes all for USD" in told
    assert "likely" in next(line for line in told.splitlines() if "[amount]" in line)
    assert "3: USD 18 m" in bring(path, "--dry-run", "--set", "currency=").err


def test_a_plain_column_of_currencies_is_of_the_amounts_that_say_none(bring: Bring, tmp_path: Path) -> None:
    text = "Project,Amount in PEN,Amount,Currency\nA,100,100,PEN\nB,350,100,USD\nC,700,700,PEN\n"
    path = sheet(tmp_path / "list.csv", text)
    asked = bring(path).err
    assert "sum PEN 1,150\n" in asked
    assert "sum PEN 800, sum USD 100" in asked
    told = bring(path, "--set", "amount.column=Amount in PEN", "--dry-run").err
    assert "Amount: 3 of 3 from Amount in PEN; 3: PEN 1,150" in told
    assert "2: PEN 800" in told


def test_on_the_screen_the_same(archive: Path, tmp_path: Path) -> None:
    found = prepare(Store(read(archive)), sheet(tmp_path / "list.csv", _LIST), kinds()["deals"], "fair")
    slot = next(one for one in mapping_rows(found) if one.field.name == "amount")
    choice = next(one for one in choices(found, slot) if one.value == "Amount (Constant USD 2021)")
    assert "currency" not in changed(found, slot, choice).proposal.mapping.fields
