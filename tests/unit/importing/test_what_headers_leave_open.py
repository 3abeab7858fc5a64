"""Columns whose headers leave something open: days of other things, further amounts, dollars, numbers of rows."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from cq_tui.importing.recognise.words.day_headers import is_end, is_start

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Fields, Take, rows_of, sheet

Bring = Callable[..., Ran]
_DEALS = "Project,Company,Amount (USD),{days}\nMine,Aa,1000000,{first}\nMill,Bb,2000000,{first}\nPort,Cc,30,{first}\n"


@pytest.mark.parametrize(
    "header",
    "End date|Project end date|projectEndDate|Laufzeitende|Enddatum|bis|date de fin|Fecha fin|data fine|结束日期|"
    "竣工日期|計畫結束日期|到期日|дата окончания|Datum ukončení|Expiry date|Due date|end_date|"
    "verval datum|Vervaldatum|Ablaufdatum|Ablauf|Förfallodag|Utløpsdato|Udløbsdato|Eräpäivä|Lejárat dátuma|"
    "Data wygaśnięcia|Дата истечения|Срок действия|Fecha de caducidad|Date d'échéance|有效期|有効期限".split("|"),
)
def test_the_day_on_which_something_ends_is_never_the_day_of_a_deal(
    fields: Fields, tmp_path: Path, header: str
) -> None:
    found = fields(sheet(tmp_path / "a.csv", _DEALS.format(days=header, first="2025-01-02")))
    assert is_end(header) or header == "projectEndDate"
    assert "title" in found
    assert "date" not in found


@pytest.mark.parametrize("pair", ["von,bis", "début,fin", "开始,结束", "From,To", "od,do"])
def test_two_days_of_a_period_stay_two_fields_of_their_own(
    bring: Bring, archive: Path, tmp_path: Path, pair: str
) -> None:
    ran = bring(sheet(tmp_path / "a.csv", _DEALS.format(days=pair, first="2024-01-02,2025-03-04")))
    start, end = pair.split(",")
    assert f"{start}: 3 of 3 from {start}; a field of its own: dates" in ran.err
    assert f"{end}: 3 of 3 from {end}; a field of its own: dates" in ran.err
    assert [row["date"] for row in rows_of(archive / "data" / "fair-deals-a" / "deals.csv")] == [""] * 3


@pytest.mark.parametrize("header", ["Start date", "Startdatum Projekt", "Date de début", "开工日期", "дата начала"])
def test_the_day_on_which_something_begins_is_only_likely_the_day_of_a_deal(
    fields: Fields, look: Bring, tmp_path: Path, header: str
) -> None:
    text = _DEALS.format(days=f"{header},End date", first="2024-01-02,2025-03-04")
    path = sheet(tmp_path / "a.csv", text)
    assert is_start(header)
    assert "[date]  # likely: the header can mean Date" in look(path).err
    assert fields(path)["date"].columns == (header,)


def test_years_and_months_of_an_end_are_no_day_of_a_deal(take: Take, tmp_path: Path) -> None:
    text = _DEALS.format(days="start_year,start_month,end_year,end_month", first="2024,3,2025,4")
    assert take(sheet(tmp_path / "a.csv", text)).values("date") == [date(2024, 3, 1)] * 3


_COSTS = "Projekt,Empfänger,Betrag{unit},Förderung,Eigenmittel,Punkte,Datum\n" + "".join(
    f"Bau {name},{name}{name} GmbH,12000,6000,{own},3,2024-01-0{day}\n"
    for day, (name, own) in enumerate(zip("ABC", (6000, 5500, 4000), strict=True), 1)
)


def test_further_amounts_are_likely_in_the_currency_of_the_first(bring: Bring, archive: Path, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "a.csv", _COSTS.format(unit=" (EUR)")))
    assert "Eigenmittel: 3 of 3 from Eigenmittel; a field of its own: amounts of money; 3: EUR 15,500" in ran.err
    assert "! Förderung: likely in EUR, as Betrag (EUR); its own header names no currency" in ran.err
    assert "counted in: --set 'Förderung=money UNIT EUR'" in ran.err
    assert "Punkte: 3 of 3 from Punkte; a field of its own: whole numbers" in ran.err
    row = rows_of(archive / "data" / "fair-deals-a" / "deals.csv")[0]
    assert (row["eigenmittel"], row["eigenmittel_currency"]) == ("6000", "EUR")


def test_further_amounts_beside_amounts_in_a_unit_stay_numbers_with_a_word(bring: Bring, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "a.csv", _COSTS.format(unit=" (TEUR)")))
    assert "Förderung: 3 of 3 from Förderung; a field of its own: whole numbers" in ran.err
    assert "! Förderung: its header says an amount, but nothing says what it is counted in" in ran.err
    assert "! Punkte" not in ran.err


@pytest.mark.parametrize(
    ("told", "sum_of_it"),
    [("money Mio EUR", "EUR 18 bn"), ("money TEUR", "EUR 18 m"), ("money USD", "USD 18,000"), ("money", "EUR 18,000")],
)
def test_what_a_further_amount_is_counted_in_can_be_said(
    bring: Bring, archive: Path, tmp_path: Path, told: str, sum_of_it: str
) -> None:
    path = sheet(tmp_path / "a.csv", _COSTS.format(unit=" (TEUR)"))
    offered = "To read them as money: --set 'Förderung=money k EUR'"
    assert offered in bring(path, "--dry-run").err
    ran = bring(path, "--set", f"Förderung={told}")
    assert f"Förderung: 3 of 3 from Förderung; a field of its own: amounts of money; 3: {sum_of_it}" in ran.err
    is_likely = "! Förderung: likely in EUR, as Betrag (TEUR)" in ran.err
    assert is_likely is (told == "money"), "a currency that somebody says is no guess"
    assert f'"Förderung" = "{told}"' in (archive / "imports" / "fair-deals-a" / "MAP.toml").read_text("utf-8")


def test_a_unit_that_is_none_is_refused_with_what_a_column_becomes(bring: Bring, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "a.csv", _COSTS.format(unit="")), "--set", "Förderung=money of ours")
    assert '"Förderung" becomes one of these: string text code number money' in ran.err
    assert ran.code == 1


def test_scores_are_no_amounts_whatever_their_header_says(bring: Bring, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "a.csv", _COSTS.format(unit=" (EUR)").replace("Punkte", "Cost rating")))
    assert "Cost rating: 3 of 3 from Cost rating; a field of its own: whole numbers" in ran.err


def test_an_amount_of_0_states_none_and_is_no_cell_that_could_not_be_read(bring: Bring, tmp_path: Path) -> None:
    text = 'Projekt,Firma,Betrag (EUR),Eigenmittel (EUR)\nBau A,Aa,1200000,0\nBau B,Bb,0,5\nBau C,Cc,"0,00",7\n'
    ran = bring(sheet(tmp_path / "a.csv", text))
    assert "Amount: 1 of 3 from Betrag (EUR); 2 are 0, which states no amount; EUR 1.2 m" in ran.err
    assert "Eigenmittel: 3 of 3 from Eigenmittel (EUR)" in ran.err, "an own field may be 0"
    assert "3 rows: 3 accepted, 0 refused" in ran.err
    assert "not read" not in ran.err


_TAIWAN = "計畫名稱,廠商,金額（新臺幣元）,核定日期,結束日,登記日期,流水\n" + "".join(
    f"{name}案,某{name}股份有限公司,1000000,112/0{day}/05,民國113/0{day}/06,1120{day}07,1120{day}07\n"
    for day, name in enumerate("甲乙丙", 3)
)


def test_own_days_whose_years_count_from_1912_are_days(bring: Bring, archive: Path, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "a.csv", _TAIWAN))
    assert ran.code == 0, ran.err
    row = rows_of(archive / "data" / "fair-deals-a" / "deals.csv")[0]
    assert (row["date"], row["jie_shu_ri"], row["deng_ji_ri_qi"]) == ("2023-03-05", "2024-03-06", "2023-03-07")
    assert row["liu_shui"] == "1120307", "without a word for a day it is a number"


_BARE = "Project,Company,Amount (USD),Date\n{}7,Mine,Aa,1000000,2024-01-02\n{}9,Mill,Bb,2000000,2024-02-03\n"


@pytest.mark.parametrize("names", [("", ""), ("a", "b")])
def test_a_first_column_without_a_name_is_set_aside(
    bring: Bring, archive: Path, tmp_path: Path, names: tuple[str, str]
) -> None:
    ran = bring(sheet(tmp_path / "a.csv", _BARE.format(*names)))
    assert "The header names 4 columns, and its rows have 5 cells: the first of these has no name" in ran.err
    rows = rows_of(archive / "data" / "fair-deals-a" / "deals.csv")
    assert [(row["title_en"], row["amount"], row["date"]) for row in rows] == [
        ("Mine", "1000000", "2024-01-02"), ("Mill", "2000000", "2024-02-03"),
    ]  # fmt: skip


@pytest.mark.parametrize("header", ["Unnamed: 0", "index", "Row No.", ""])
def test_a_column_that_numbers_the_rows_with_gaps_is_no_field(bring: Bring, tmp_path: Path, header: str) -> None:
    ran = bring(sheet(tmp_path / "a.csv", f"{header}," + _BARE.format("", "")))
    assert f"No field takes these columns: {header or 'column A'}. They stay in the passages." in ran.err


def _list_of(countries: str, amount: str = "$5", header: str = "Amount") -> str:
    rows = (f"Deal {n},Firm {n},{country},{amount}\n" for n, country in enumerate(countries.split(",")))
    return f"Project,Company,Country,{header}\n" + "".join(rows)


@pytest.mark.parametrize("other", ["Canada", "Australia", "Mexico", "Brazil", "Chile", "Singapore", "Taiwan"])
@pytest.mark.parametrize(("amount", "header"), [("$5", "Amount"), ("5", "Amount ($m)")])
def test_dollars_in_a_list_with_countries_of_other_dollars_are_asked_without_a_likely_answer(
    look: Bring, tmp_path: Path, other: str, amount: str, header: str
) -> None:
    for countries in (",".join(["United States"] * 20 + [other]), f"Germany,France,{other},Kenya,Italy"):
        ran = look(sheet(tmp_path / "a.csv", _list_of(countries, amount, header)))
        assert "can be of several currencies" in ran.err
        assert "# likely" not in ran.err


@pytest.mark.parametrize("countries", ["Germany,France,Kenya,Italy", "United States,United States,United States"])
def test_dollars_where_all_countries_speak_for_american_ones_are_likely_so(
    take: Take, tmp_path: Path, countries: str
) -> None:
    found = take(sheet(tmp_path / "a.csv", _list_of(countries)))
    assert set(found.values("currency")) == {"USD"}
    assert set(found.values("amount")) == {Decimal(5)}


_BESIDE = (
    "company,cost_million_yen,cost_raw,cost_unit_raw,date\n"
    "Aa KK,18800,188,億円,2024-01-02\nBb KK,1200,12,億円,2024-01-03\n"
)


@pytest.mark.parametrize(
    ("answer", "made"),
    [("amount.unit=million", "JPY 20 bn"), ("amount.unit_column=cost_unit_raw", "JPY 2 tn")],
)
def test_a_unit_in_the_header_goes_before_a_column_of_units(
    bring: Bring, tmp_path: Path, answer: str, made: str
) -> None:
    path = sheet(tmp_path / "a.csv", _BESIDE)
    asked = bring(path, "--dry-run")
    assert asked.code == 1
    assert '? amount: cost_million_yen is counted in million by its header, but cost_unit_raw says "億円"' in asked.err
    assert f"--set {answer}" in asked.err
    assert made in bring(path, "--dry-run", "--set", answer).err


@pytest.mark.parametrize(
    "header",
    "Unit price (EUR)|offer_price|Price per share|Issue price|单价（元）|每股价格|发行价格|公開価格|단가|공모가|"
    "Einzelpreis (EUR)|Prix unitaire|Precio unitario (EUR)|Cena jednostkowa".split("|"),
)
def test_what_one_of_several_costs_is_no_amount(fields: Fields, tmp_path: Path, header: str) -> None:
    text = f"Project,Supplier,{header},Date\nMine,Aa Ltd,1200.50,2025-01-02\nMill,Bb Ltd,90,2025-01-03\n"
    found = fields(sheet(tmp_path / "a.csv", text))
    assert "amount" not in found


@pytest.mark.parametrize(
    "header",
    ["Contract price (EUR)", "Total price (EUR)", "成交价格（万元）", "Sale price (EUR)", "Purchase price (EUR)"],
)
def test_the_price_of_the_whole_is_one(bring: Bring, tmp_path: Path, header: str) -> None:
    text = f"Project,Supplier,{header},Date\nMine,Aa Ltd,120000,2025-01-02\nMill,Bb Ltd,90000,2025-01-03\n"
    told = bring(sheet(tmp_path / "a.csv", text), "--dry-run").err
    assert "price of one" not in told
    assert header in told.partition("[amount]")[2] or f"amount.column={header}" in told.replace("'", "")
