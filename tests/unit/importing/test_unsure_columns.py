"""Title, amount and day of a list of deals are asked for where they are not clear. Every list is made up."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Fields, Take, sheet

Bring = Callable[..., Ran]


def _rows(row: str, count: int = 8) -> str:
    return "".join(row.format(n=n, m=n % 3, day=f"2024-01-0{n + 1}", big=9000 + 877 * n) + "\n" for n in range(count))


def _offered(ran: Ran, field: str) -> list[str]:
    """The columns that a question offers for a field, each with whether it is the likely one."""
    asked = ran.err.partition("\n? ")[2]
    lines = (line.strip().replace("'", "") for line in asked.splitlines())
    found = (line.removeprefix(f"--set {field}.column=") for line in lines if line.startswith(f"--set {field}.column="))
    return [f"{one.split('  #')[0]}{' *' if '# likely' in one else ''}" for one in found]


@pytest.mark.parametrize(
    ("header", "row", "offered"),
    [
        # put together of a party of few values, and a column of names stands there
        ("縣市,園區名稱,管轄機關", "甲市,第{n}測試園區,機關{m}", ["園區名稱 *", "管轄機關"]),
        ("Lot label,Party", "Road number {n} north,Party {m}", ["Lot label", "Party"]),
        # a description, and a column of names stands there
        ("支援策の名,概要", "乙{n}支援,市内の事業者を支援するための{n}番の補助", ["支援策の名 *", "概要"]),
        ("Scheme label,Description", "Road {n} north,Help for roads number {n}", ["Description *", "Scheme label"]),
    ],
)
def test_the_title_is_asked_for_where_another_column_tells_the_rows_apart(
    bring: Bring, tmp_path: Path, header: str, row: str, offered: list[str]
) -> None:
    path = sheet(tmp_path / "a.csv", f"{header}\n{_rows(row)}")
    ran = bring(path)
    assert ran.code == 1
    assert _offered(ran, "title") == offered
    ran = bring(path, "--set", f"title.column={offered[0].removesuffix(' *')}")
    assert "8 rows: 8 accepted" in ran.err, ran.err


def test_a_title_that_many_rows_share_is_asked_for(look: Bring, tmp_path: Path) -> None:
    text = "Project,Measure label\n" + _rows("Programme A,Bridge number {n} east", 20)
    assert _offered(look(sheet(tmp_path / "a.csv", text)), "title") == ["Measure label", "Project"]


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Project,Company,Remarks", "Mine {n},Aa {n},Told by somebody number {n}"),
        ("Description,Supplier,Address", "Help for roads number {n},Aa{n} GmbH,Street number {n}"),
        ("Investor,Sector,Address", "Aa {n} GmbH,Energy,Long street {n}"),
    ],
)
def test_a_clear_title_is_not_asked_for(take: Take, tmp_path: Path, header: str, row: str) -> None:
    assert take(sheet(tmp_path / "a.csv", f"{header}\n{_rows(row)}")).questions == []


@pytest.mark.parametrize(
    "header", "BEDRAG_VERLEEND|Rahoitus yhteensä 2|Szerződött érték (bruttó)|Odhadovaná hodnota bez dph|Vol".split("|")
)
def test_an_amount_and_its_currency_are_asked_for_in_one_run(bring: Bring, tmp_path: Path, header: str) -> None:
    path = sheet(tmp_path / "a.csv", f"Project,{header}\n{_rows('Mine {n},{big}')}")
    ran = bring(path)
    assert ran.code == 1
    assert "? amount: " in ran.err
    assert "amount.currency=EUR" in ran.err
    chosen = [f"--set=amount.column={header}"] if _offered(ran, "amount") else []
    ran = bring(path, *chosen, "--set", "amount.currency=EUR")
    assert ran.code == 0, ran.err
    assert "8: EUR 96,556" in ran.err


def test_that_deals_have_no_amount_is_an_answer(bring: Bring, tmp_path: Path) -> None:
    path = sheet(tmp_path / "a.csv", f"Project,Foo,Bar\n{_rows('Mine {n},{big},3{big}')}")
    ran = bring(path)
    assert _offered(ran, "amount") == ["Foo", "Bar"]
    assert "    --set amount=  # none of these; no field takes it" in ran.err
    assert bring(path, "--set", "amount=").code == 0


@pytest.mark.parametrize(
    "header_and_cell",
    [
        "Code|2027{n}140", "Jobs|{big}", "Area (ha)|{big}", "Latitude|48.20{n}", "Phone|4312345{n}",
        "Year built|200{n}", "Visitors|{big}", "Account|0{big}", "人数|{big}", "Share %|2{n}.5", "Points|{n}",
        "Serial|55002{n}",
    ],
)  # fmt: skip
def test_numbers_that_are_no_money_are_not_asked_about(look: Bring, tmp_path: Path, header_and_cell: str) -> None:
    header, cell = header_and_cell.split("|")
    text = f"Project,{header}\n" + _rows(f"Mine {{n}},{cell}")
    told = look(sheet(tmp_path / "a.csv", text)).err
    assert "the header is row 1" in told
    assert "? amount: " not in told


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Foo,Bar", "{day},{day}"),
        ("Runde", "202{n}"),
        ("SUBSIDIEJAAR", "201{n}"),
        ("Foo", "2026010{n}"),
    ],
)
def test_days_that_no_header_says_are_asked_for(bring: Bring, tmp_path: Path, header: str, cells: str) -> None:
    path = sheet(tmp_path / "a.csv", f"Project,{header}\n" + _rows(f"Mine {{n}},{cells}"))
    ran = bring(path)
    assert _offered(ran, "date") == header.split(",")
    assert "    --set date=  # none of these; no field takes it" in ran.err
    assert bring(path, "--set", "date=").code == 0


@pytest.mark.parametrize(
    "header",
    "Last updated|Paskutinio atnaujinimo data|取得日時|更新日|Retrieved|Scraped at|Datum aktualizace|Frissítve|"
    "Дата оновлення|Дата обновления|Päivitetty|Uppdaterad|갱신일|Güncelleme tarihi|Fetched at|"
    "Export date|締切日".split("|"),
)  # fmt: skip
def test_a_day_of_the_list_is_never_the_day_of_a_deal(fields: Fields, tmp_path: Path, header: str) -> None:
    found = fields(sheet(tmp_path / "a.csv", f"Project,{header}\n{_rows('Mine {n},{day}')}"))
    assert "date" not in found


def test_the_same_moment_in_all_rows_is_no_day_and_another_column_is_asked_for(look: Bring, tmp_path: Path) -> None:
    text = "Project,DATUM_LIJST,Foo\n" + _rows("Mine {n},2016-10-31 01:00:18,{day}")
    ran = look(sheet(tmp_path / "a.csv", text))
    assert _offered(ran, "date") == ["Foo"]
    assert 'DATUM_LIJST: it is "2016-10-31 01:00:18" in all rows' in ran.err


def test_the_documented_shape_is_taken_without_a_question(take: Take, tmp_path: Path) -> None:
    header = "Project,Date,Type,Investor,Partner,Amount (USD m),Jobs,Country,Sector,Place,Status,Remarks,Last updated"
    row = "Mine {n},{day},fund,Aa {n},Bb,{big},{big},Germany,Energy,Aatown,signed,Told by somebody {n},2025-01-02"
    found = take(sheet(tmp_path / "a.csv", f"{header}\n{_rows(row)}"))
    assert found.questions == []
    assert len(found.records) == 8


def test_spans_of_years_are_days_and_no_amounts(bring: Bring, tmp_path: Path) -> None:
    text = "name,time\n" + _rows("Wettbewerb {n},201{n} - 2024") + "Vergabe,2014\n"
    ran = bring(sheet(tmp_path / "a.csv", text))
    assert ran.code == 0, ran.err
    assert "Date: 9 of 9 from time" in ran.err


def test_further_columns_of_money_are_offered_beside_one_whose_header_may_mean_it(bring: Bring, tmp_path: Path) -> None:
    text = "Property,Full value,Taxes owed\n" + _rows("Tower {n},$ {big}00,$ {big}")
    ran = bring(sheet(tmp_path / "a.csv", text))
    assert _offered(ran, "amount") == ["Full value *", "Taxes owed"]
    assert "? amount: None of these columns clearly names a currency" in ran.err
    settings = ("amount.column=Taxes owed", "amount.currency=USD", "title.column=Property")
    ran = bring(tmp_path / "a.csv", *(part for one in settings for part in ("--set", one)))
    assert "8: USD 96,556" in ran.err


@pytest.mark.parametrize(
    ("headers", "likely"),
    [
        ("AANVRAGER,PROJECT,BEDRAG_VERLEEND", "EUR"),
        ("Hakija,Hanke,Rahoitus yhteensä", "EUR"),
        ("A szerződő fél,A szerződés tárgya,Összeg", "HUF"),
        ("Замовник,назва,Вартість", "UAH"),
        ("업체명,계약명,공급금액", "KRW"),
        ("Fornecedor,Objeto da licitação,Valor", "BRL"),
    ],
)
def test_the_currency_of_the_headers_language_is_likely(look: Bring, tmp_path: Path, headers: str, likely: str) -> None:
    ran = look(sheet(tmp_path / "a.csv", f"{headers}\n" + _rows("Aa{n},Bridge {n} east,{big}")))
    assert f"--set amount.currency={likely}  # likely" in ran.err
