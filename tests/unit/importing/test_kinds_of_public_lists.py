"""Kinds of fault that public lists showed; every list here is made up."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from cq_tui.importing.recognise.words.header_grammar import measure_of
from cq_tui.importing.recognise.words.header_match import read_word
from cq_tui.importing.recognise.words.totals import is_total
from cq_tui.values.measures import Measure

from tests.shipped import kinds
from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Fields, Take, sheet

Bring = Callable[..., Ran]
_DEALS = kinds()["deals"]


@pytest.mark.parametrize(
    ("header", "currency"),
    [
        ("Bedragen > € 10.000", "EUR"),
        ("Donations over £7,500", "GBP"),
        ("Spenden ab 50.000 EUR", "EUR"),
        ("Dons à partir de 10 000 €", "EUR"),
        ("Grants (more than EUR 1 million)", "EUR"),
    ],
)
def test_an_amount_from_which_on_a_list_is_kept_is_no_unit(header: str, currency: str) -> None:
    assert measure_of(header) == Measure("", currency)


@pytest.mark.parametrize(("header", "unit"), [("Amount in 1000 EUR", "k"), ("Amount (10.000 元)", "万")])
def test_a_number_that_says_what_amounts_are_counted_in_is_a_unit(header: str, unit: str) -> None:
    assert measure_of(header).unit == unit


@pytest.mark.parametrize(
    "header",
    "ValueWithoutVAT|Cena bez DPH|Betrag (ohne MwSt.)|Importe sin IVA|Montant HT|Value excl. VAT (EUR)|budget2014|"
    "montant2019|amount_2021|Total cost 2021".split("|"),
)
def test_tax_and_year_behind_an_amount_leave_it_one(header: str) -> None:
    found = read_word(_DEALS, header)
    assert found.field is not None
    assert found.field.name == "amount"


@pytest.mark.parametrize("header", ["Project 2014", "FY2014", "VAT", "Date2020"])
def test_a_year_behind_another_word_is_not_taken_off(header: str) -> None:
    found = read_word(_DEALS, header)
    assert found.field is None or found.field.name == "date"


def test_a_label_keeps_the_year_that_its_header_has(bring: Bring, tmp_path: Path) -> None:
    text = "Project,Company,Amount (EUR),budget2013 (EUR),budget2014 (EUR)\nMill,Aa,500000,600,700\nMine,Bb,7,8,9\n"
    ran = bring(sheet(tmp_path / "a.csv", text))
    assert "budget2013: 2 of 2 from budget2013 (EUR); a field of its own: amounts of money" in ran.err


def test_objects_in_a_list_whose_entries_have_no_names_are_no_parties(take: Take, tmp_path: Path) -> None:
    records = [
        {
            "company": {"name": name},
            "amount_usd": 2000000000,
            "description": f"New plant {name}",
            "suppliers": [
                {"category": "paint_systems", "candidates": ["Bb", "Cc"]},
                {"category": "presses", "of": [name]},
            ],
            "review": {"status": "approved"},
        }
        for name in ("Aa Corp", "Ee AG", "Ff SE")
    ]
    found = take(sheet(tmp_path / "a.json", json.dumps(records)))
    assert [[party.org for party in parties] for parties in found.values("parties")] == [["aa"], ["ee"], ["ff"]]
    assert found.values("stage") == [None] * 3, "the status of a review is none of a deal"


def test_days_of_the_republic_have_no_year_0(bring: Bring, tmp_path: Path) -> None:
    cells = ("100/10/30", "101/01/05", "102/03/05", "00/12/8", "01/1/5")
    rows = "".join(f"案{n},某{n}股份有限公司,{cell},1000000\n" for n, cell in enumerate(cells * 10))
    ran = bring(sheet(tmp_path / "a.csv", f"計畫名稱,廠商,日期,金額（新臺幣元）\n{rows}"), "--set", "date.order=roc")
    assert "Date: 30 of 50 from 日期; 20 not read; 2011-10-30 to 2013-03-05" in ran.err


def test_days_a_lifetime_from_the_others_are_told(bring: Bring, tmp_path: Path) -> None:
    days = [*(f"2019-0{n}-03" for n in range(1, 10)), "1911-12-08"] * 2
    rows = "".join(f"Mill {n},Aa,{day},1000000\n" for n, day in enumerate(days))
    ran = bring(sheet(tmp_path / "a.csv", f"Project,Company,Date,Amount (EUR)\n{rows}"))
    assert "! Date: 60 years and more from the middle one: 2, such as 1911-12-08" in ran.err


def test_a_few_small_words_are_no_organisations(take: Take, tmp_path: Path) -> None:
    owners = ("union", "company", "individual")
    rows = "".join(f"Gift {n},Donor {n},{owners[n % 3]},5000\n" for n in range(90))
    found = take(sheet(tmp_path / "a.csv", f"Project,Donor,Entity,Amount (GBP)\n{rows}"))
    assert {len(parties) for parties in found.values("parties")} == {1}


def test_a_column_of_which_no_word_is_known_is_set_aside_and_not_asked(bring: Bring, tmp_path: Path) -> None:
    text = (
        "KRAJ,PROJEKT,NÁKLADY (CZK),TYP PROJEKTU\nÚstecký,Nové haly,50,1. Strategické\n"
        "Karlovarský,Stará škola,200,2. Firem\nMoravskoslezský,Most,399.7,Mimo OP ST\n"
    )
    ran = bring(sheet(tmp_path / "a.csv", text))
    assert "Set aside: KRAJ: its header says Countries, but its cells are texts" in ran.err
    assert "Set aside: TYP PROJEKTU: its header says Type, but none of its words is known" in ran.err
    assert "3 rows: 3 accepted, 0 refused" in ran.err


def test_a_title_may_be_asked_of_columns_that_other_fields_take(take: Take, bring: Bring, tmp_path: Path) -> None:
    path = sheet(tmp_path / "a.csv", "Date,Category,UAH,Payment method\n2023-12-09,Mobile Units,500.0,PayPal\n"
                 "2023-12-09,General Donations,77.02,PayPal\n")  # fmt: skip
    assert take(path).questions == ["title"]
    ran = bring(path, "--set", "title.column=Category")
    assert "Deal: 2 of 2 from Category" in ran.err
    assert "--set title.column=Date" not in bring(path).err


def test_a_column_that_stands_in_for_titles_is_a_field_of_its_own_too(bring: Bring, tmp_path: Path) -> None:
    rows = "".join(f"Grant number {n},Purpose {n % 7},5000\n" for n in range(60))
    ran = bring(sheet(tmp_path / "a.csv", f"Project title,Remarkable,Amount (EUR)\n{rows},Something else,7\n"))
    assert "Remarkable: 61 of 61 from Remarkable; a field of its own" in ran.err
    assert "61 rows: 61 accepted, 0 refused" in ran.err


@pytest.mark.parametrize("word", "Gesamtwert|Totaal|Celkem|Ogółem|Toplam|Итого|合計|小計|Total général|합계".split("|"))
def test_totals_are_known_in_many_languages(word: str) -> None:
    assert is_total([word, "", "5"])


def test_the_number_of_an_organisation_goes_to_a_column_that_is_filled(look: Bring, tmp_path: Path) -> None:
    rows = "".join(f"Nábytek {n};{25600000 + n};Firma {n} s.r.o.;;360\n" for n in range(5001))
    header = "ContractTitle;ContractorID;ContractorCompany;ContractorName;Value (CZK)\n"
    ran = look(sheet(tmp_path / "a.csv", header + rows))
    assert '"ContractorID" = "code of ContractorCompany"' in ran.err


@pytest.mark.parametrize(
    ("header", "day"),
    [("DateConclusion", date(2020, 7, 14)), ("DateValidity", None), ("Date of conclusion", date(2020, 7, 14))],
)
def test_a_contract_is_concluded_when_it_is_signed(take: Take, tmp_path: Path, header: str, day: date | None) -> None:
    found = take(sheet(tmp_path / "a.csv", f"Project,{header}\nMill,2020-07-14\nMine,2020-07-14\n"))
    assert found.values("date") == [day] * 2


def test_an_address_of_somebody_is_nobody(take: Take, tmp_path: Path) -> None:
    text = "Project,Naam donateur,Adres gever\nMill,Bb B.V.,Eikenlaan 2\nMine,Cc B.V.,Laan 1\n"
    found = take(sheet(tmp_path / "a.csv", text))
    assert [len(parties) for parties in found.values("parties")] == [1, 1]


@pytest.mark.parametrize(
    "names",
    [
        ("Aa s.r.o.", "Bb a.s.", "Město Cc"),
        ("丙丁工業股份有限公司", "庚辛有限公司", "壬"),
        ("株式会社甲", "乙株式会社", "丙"),
        ("ООО Ромашка", "АО Завод", "Иванов"),
        ("Aa Verein e.V.", "Bb gGmbH", "Cc"),
    ],
)
def test_a_column_of_companies_is_of_parties_whatever_it_is_called(
    fields: Fields, look: Bring, tmp_path: Path, names: tuple[str, str, str]
) -> None:
    rows = "".join(f"Works {n},{name},5000000\n" for n, name in enumerate(names))
    path = sheet(tmp_path / "a.csv", f"Project,Zzz,Amount (EUR)\n{rows}")
    assert "[parties]  # likely: no header says Parties; its cells do" in look(path).err
    assert fields(path)["parties"].columns == ("Zzz",)


def test_no_company_is_looked_for_where_a_header_says_who_it_is(bring: Bring, tmp_path: Path) -> None:
    text = "Project,Company,Zzz,Amount (EUR)\nMill,Aa,Bb GmbH,5000000\nMine,Cc,Dd AG,6000000\n"
    assert "Zzz: 2 of 2 from Zzz; a field of its own" in bring(sheet(tmp_path / "a.csv", text)).err


def test_a_comma_parts_names_in_chinese(take: Take, tmp_path: Path) -> None:
    text = '项目名称,投资方,金额（万元）\n甲,"丙资本,丁创投",100\n乙,"IDG资本，丁创投",200\n戊,"Sequoia, 丙资本",300\n'
    found = take(sheet(tmp_path / "a.csv", text))
    assert [len(parties) for parties in found.values("parties")] == [2, 2, 1]


@pytest.mark.parametrize("header", ["运营状态", "企业状态", "review_status", "Company status", "Record status"])
def test_the_state_of_a_company_or_of_a_record_is_no_stage_of_a_deal(take: Take, tmp_path: Path, header: str) -> None:
    found = take(sheet(tmp_path / "a.csv", f"项目名称,{header}\n甲项目,运营中\n乙项目,签约\n丙项目,运营中\n"))
    assert found.values("stage") == [None] * 3


def test_a_question_for_titles_begins_with_what_reads_as_names(look: Bring, tmp_path: Path) -> None:
    rows = "".join(f"{n},P{n},*,Sanierung des Hauses {name},500{n}\n" for n, name in enumerate(("Nord", "West", "Ost")))
    ran = look(sheet(tmp_path / "a.csv", f"Zahl,Kz,Mark,Zzz,Betrag (EUR)\n{rows}"))
    assert ran.err.index("--set title.column=Zzz") < ran.err.index("--set title.column=Kz")


def test_what_nested_objects_hold_is_no_place(look: Bring, tmp_path: Path) -> None:
    records = [
        {"title": f"Works {n}", "locations": [{"name": "Aa", "address": "Street 9", "lat": 38.09}] * 2} for n in "abc"
    ]
    ran = look(sheet(tmp_path / "a.json", json.dumps(records)))
    assert "Set aside: locations: its header says Place, but its cells are names with values" in ran.err


def test_a_row_of_the_list_is_not_the_header_though_its_cells_end_in_known_words(take: Take, tmp_path: Path) -> None:
    rows = "".join(f"某地{name}电站项目,某{name}有限公司,{n}00\n" for n, name in enumerate(("风", "光", "储"), 1))
    path = sheet(tmp_path / "a.csv", f"甲列,乙列,金额（万元）\n{rows}")
    assert take(path).questions == ["title"]
    found = take(path, map_='[title]\ncolumn = "甲列"\n[amount]\ncolumn = "金额（万元）"\n')
    assert found.values("amount") == [1_000_000, 2_000_000, 3_000_000]


@pytest.mark.parametrize("header", ["EJERCICIO", "Exercice", "Haushaltsjahr", "会计年度"])
def test_the_year_of_a_budget_is_likely_a_date(bring: Bring, tmp_path: Path, header: str) -> None:
    text = f"Project,{header},Amount (EUR)\nMill road,2015,5000000\nMine road,2016,6000000\n"
    ran = bring(sheet(tmp_path / "a.csv", text))
    assert "[date]  # likely: the header can mean Date" in ran.err
    assert f"Date: 2 of 2 from {header}; 2015 to 2016" in ran.err
