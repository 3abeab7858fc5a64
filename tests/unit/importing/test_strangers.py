"""Lists as strangers make them, each nasty in its own way, taken in without a mapping or with the one open question."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from tests.unit.importing.conftest import Take, sheet


def test_a_title_block_a_unit_above_the_header_a_row_of_totals_and_a_note(take: Take, tmp_path: Path) -> None:
    found = take(sheet(tmp_path / "a.csv", """2024年重点签约项目一览表,,,,,
单位：万元,,,填表人：某,,
序号,项目名称,投资方,国家,投资额,类型
1,智能网联测试场,重庆某某智能有限公司,德国,"3,000 ",投资
2,铝压铸线,西南铝,中国、德国,1.5亿,投资
3,物流仓,某某物流公司,法国,-,合作
合计,,,,"18,000",
注：数据未经审计,,,,,
"""))  # fmt: skip
    assert found.values("amount") == [Decimal(30_000_000), Decimal(150_000_000), None]
    assert found.values("currency") == ["CNY", "CNY", None]
    assert found.values("countries") == [("DE",), ("CN", "DE"), ("FR",)]
    assert found.values("amount_text")[0] == "3,000 (万)"
    assert found.reasons() == {
        7: "is a row of totals",
        8: "has one cell only; a heading or a note, not a row of the list",
    }


def test_gb18030_months_in_chinese_and_names_without_ids(take: Take, tmp_path: Path) -> None:
    text = (
        "项目名称,签约时间,合同额（亿元）,类别,类型,合作方\n新能源电池基地,2025年11月,1.5,产业投资,投资,某电池公司\n"
        "授信合作,2024年3月8日,20,金融赋能,授信,某银行\n"
    )
    found = take(sheet(tmp_path / "签约.csv", text, "gb18030"))
    assert [str(title) for title in found.values("title")] == ["新能源电池基地", "授信合作"]
    assert found.values("date") == [date(2025, 11, 1), date(2024, 3, 8)]
    assert found.values("date_precision") == ["month", "day"]
    assert found.values("amount") == [Decimal(150_000_000), Decimal(2_000_000_000)]
    assert found.values("id") == ["xin-neng-yuan-dian-chi-ji-di", "shou-xin-he-zuo"]


def test_a_tracker_with_millions_in_the_header_months_as_words_shares_and_no_titles(take: Take, tmp_path: Path) -> None:
    found = take(sheet(tmp_path / "tracker.csv", """
Year,Month,Investor,Quantity in Millions,Share Size,Transaction Party,Sector,Country,Type
2021,January,Made Motors,"$1,740 ",85%,Aa GmbH,Transport,Germany,investment
2022,Sept,Made Motors,"$120 ",,Bb SpA,Energy,Italy,investment
2023,,Cc Bank,$95,100%,Dd plc,Finance,UK,credit line
"""))  # fmt: skip
    assert not found.questions, "none of the three countries has dollars"
    assert found.values("amount") == [Decimal(1_740_000_000), Decimal(120_000_000), Decimal(95_000_000)]
    assert found.values("currency") == ["USD"] * 3
    assert found.values("share") == [Decimal(85), None, Decimal(100)]
    assert found.values("date") == [date(2021, 1, 1), date(2022, 9, 1), date(2023, 1, 1)]
    assert found.values("date_precision") == ["month", "month", "year"]
    assert str(found.records[0].called) == "Made Motors · Aa GmbH · Transport"
    assert found.values("countries") == [("DE",), ("IT",), ("GB",)]


def test_semicolons_decimal_commas_and_german_dates(take: Take, tmp_path: Path) -> None:
    found = take(sheet(tmp_path / "liste.csv", """Project;Company;Amount (EUR);Date;Type;Country
Werk Köln;Aa GmbH & Co. KG;1.234.567,50;19.11.2025;investment;Deutschland
Werk Zwei;Bb AG;12,5 Mio;3.4.2025;order;Austria
Werk Drei;Cc SE;1.500;01.12.2025;fund;Switzerland
""", "cp1252"))  # fmt: skip
    assert found.values("amount") == [Decimal("1234567.50"), Decimal(12_500_000), Decimal(1500)]
    assert found.values("date") == [date(2025, 11, 19), date(2025, 4, 3), date(2025, 12, 1)]
    assert str(found.records[0].called) == "Werk Köln"
    assert found.refusals == []


def test_a_list_of_organisations_adds_none_that_the_archive_has(take: Take, tmp_path: Path) -> None:
    text = "名称,英文名称,性质\n西南鋁業(集團)有限责任公司,,企业\n某铝,SOUTHWEST ALUMINIUM.,企业\n某新,New Co,企业\n"
    found = take(sheet(tmp_path / "a.csv", text), "organisations", "")
    assert found.reasons() == dict.fromkeys((2, 3), "is in the archive already, as southwest-aluminium")
    assert found.values("id") == ["new-co"]
    one_column = take(sheet(tmp_path / "b.csv", "Name,Type\nSouthwest Aluminium,company\n"), "organisations", "")
    assert list(one_column.reasons()) == [2]


def test_json_with_exponents(take: Take, tmp_path: Path) -> None:
    text = '[{"title": "A", "type": "fund", "amount": 1.5e9, "currency": "EUR"}, {"title": "B", "type": "fund"}]'
    assert take(sheet(tmp_path / "a.json", text)).values("amount") == [Decimal(1_500_000_000), None]
    huge = take(sheet(tmp_path / "a.json", text.replace("e9", "e999999999")))
    assert huge.unread() == {"1.5e999999999": "is not a number"}


def test_a_number_with_both_separators_says_itself_which_is_which(take: Take, tmp_path: Path) -> None:
    text = "Project;Type;Amount (EUR)\nMill;fund;1.234,56\nMine;fund;2,345.67\nPort;fund;3.456.789\n"
    found = take(sheet(tmp_path / "a.csv", text))
    assert found.values("amount") == [Decimal("1234.56"), Decimal("2345.67"), Decimal(3456789)]


def test_the_same_company_spelt_five_ways_is_one_and_what_is_nearly_it_is_proposed(take: Take, tmp_path: Path) -> None:
    found = take(sheet(tmp_path / "five.csv", """Project,Investor,Type
One,西南铝业（集团）有限责任公司,investment
Two,西南鋁業(集團)有限責任公司,investment
Three,西南铝,investment
Four,SOUTHWEST-ALUMINIUM, investment
Five,Ｓｏｕｔｈｗｅｓｔ　Ａｌｕｍｉｎｉｕｍ,investment
Six,Southwest Aluminum Ltd.,investment
Seven,西南铝业（集团）,investment
Eight,Southwest Aluminium Co.,investment
"""))  # fmt: skip
    organisations = [parties[0].org for parties in found.values("parties")]
    assert organisations[:5] == ["southwest-aluminium"] * 5
    assert organisations[5:] == ["southwest-aluminum", "xi-nan-lu-ye-ji-tuan", "southwest-aluminium-co"]
    assert found.near == (
        ("西南铝业（集团）", "southwest-aluminium", 95),
        ("Southwest Aluminium Co.", "southwest-aluminium", 95),
        ("Southwest Aluminum Ltd.", "southwest-aluminium", 87),
    )


def test_a_workbook_with_a_cover_merged_cells_formulas_and_percent_formats(take: Take, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "封面"
    data = book.create_sheet("2024年")
    for row in (
        ["签约项目", None, None, None, None, None],
        ["国家", "项目名称", "金额（万元）", "股比", "类型", "签约日期"],
        ["德国", "甲项目", 3000, 0.85, "投资", date(2024, 5, 6)],
        [None, "乙项目", 120.5, 0.3, "投资", date(2024, 6, 7)],
        ["法国", "丙项目", "=C3+C4", None, "合作", None],
        ["法国", "丁项目", 7, None, "合作", None],
        [None, "戊项目", None, None, "合作", None],
    ):
        data.append(row)
    data.merge_cells("A1:F1")
    data.merge_cells("A3:A4")
    data.merge_cells("C6:C7")
    data["D3"].number_format = data["D4"].number_format = "0%"
    book.save(tmp_path / "book.xlsx")
    found = take(tmp_path / "book.xlsx")
    assert [str(title) for title in found.values("title")] == ["甲项目", "乙项目", "丙项目", "丁项目", "戊项目"]
    assert found.values("countries") == [("DE",), ("DE",), ("FR",), ("FR",), ()]
    assert found.values("amount") == [Decimal(30_000_000), Decimal(1_205_000), None, Decimal(70_000), None]
    assert found.values("share") == [Decimal(85), Decimal(30), None, None, None]
    assert found.values("date")[:2] == [date(2024, 5, 6), date(2024, 6, 7)]
    assert found.unread() == {
        "=C3+C4": "is a formula whose value was not saved; open the list and save it again",
        "7": "belongs to several rows together (merged cells); give each row its own",
    }


def test_two_header_rows_under_a_merged_heading(take: Take, tmp_path: Path) -> None:
    found = take(sheet(tmp_path / "two.csv", """项目名称,投资额,,类型,参与企业,
,金额（亿元）,币种,,中方企业,外方企业
一号,1.2,人民币,投资,甲公司,Aa GmbH
二号,3,欧元,投资,乙公司,Bb SpA
"""))  # fmt: skip
    assert found.values("currency") == ["CNY", "EUR"]
    assert found.values("amount") == [Decimal(120_000_000), Decimal(300_000_000)]
    assert [len(parties) for parties in found.values("parties")] == [2, 2]


def test_json_lines_with_titles_in_two_languages(take: Take, tmp_path: Path) -> None:
    records = [
        {"title": {"zh": "甲项目", "en": "Project A"}, "amount": 1.5e8, "currency": "CNY", "instrument": "fund",
         "country": ["中国", "Germany"]},
        {"title": {"en": "Project B"}, "amount": "USD 2bn", "instrument": "采购订单", "note": "第一行\n第二行"},
    ]  # fmt: skip
    text = "\n".join(json.dumps(record, ensure_ascii=False) for record in records)
    found = take(sheet(tmp_path / "list.jsonl", text))
    assert found.values("id") == ["project-a", "project-b"]
    assert found.values("amount") == [Decimal(150_000_000), Decimal(2_000_000_000)]
    assert found.values("countries") == [("CN", "DE"), ()]
    assert [str(title.zh) for title in found.values("title")] == ["甲项目", ""]


def test_utf16_with_tabs_and_a_header_in_both_languages(take: Take, tmp_path: Path) -> None:
    text = (
        "项目 Project\t国家/Country\t金额 Amount (US$ mn)\t类型 Type\n港口 Port\t越南 Vietnam\t1,250\t投资 investment\n"
    )
    found = take(sheet(tmp_path / "excel.txt", text, "utf-16"))
    assert found.values("countries") == [("VN",)]
    assert found.values("amount") == [Decimal(1_250_000_000)]
    assert found.values("instrument") == ["investment"]


def test_parquet(take: Take, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    path = tmp_path / "list.parquet"
    duckdb.connect().execute(
        "COPY (SELECT 'Plant' AS project, 12.5 AS \"amount (EUR m)\", DATE '2025-01-02' AS date, 'fund' AS type) "
        f"TO '{path}'"
    )
    found = take(path)
    assert (found.values("amount"), found.values("currency")) == ([Decimal(12_500_000)], ["EUR"])
    assert found.values("date") == [date(2025, 1, 2)]


def test_blank_lines_ragged_rows_and_a_row_twice(take: Take, tmp_path: Path) -> None:
    text = 'Project,Type,Place\n\nA,fund\nB,fund,"Here",,\nA,fund\n\n\nC,fund,There\n'
    path = sheet(tmp_path / "ragged.csv", text)
    assert take(path).questions == ["rows"]
    map_ = 'kind = "deals"\n[title]\ncolumn = "Project"\n[rows]\nsame = "leave"\n'
    found = take(path, map_=map_)
    assert [str(title) for title in found.values("title")] == ["A", "B", "C"]
    assert found.reasons() == {5: "says the same as row 3"}
    assert [cites[0] for cites in found.values("cites")] == [
        "fair-deals-ragged-r3", "fair-deals-ragged-r4", "fair-deals-ragged-r8",
    ]  # fmt: skip


def test_names_that_would_give_one_id_get_a_mark_of_their_content(take: Take, tmp_path: Path) -> None:
    path = sheet(tmp_path / "same.csv", "Project,Type,Place\nMill,fund,Here\nMill,fund,There\nOther,fund,Here\n")
    ids = take(path).values("id")
    assert len(set(ids)) == 3
    assert ids[2] == "other"
    assert all(id_.startswith("mill-") for id_ in ids[:2])
    turned = sheet(tmp_path / "same.csv", "Project,Type,Place\nOther,fund,Here\nMill,fund,There\nMill,fund,Here\n")
    assert set(take(turned).values("id")) == set(ids)


def test_organisations_as_a_list_of_their_own(take: Take, tmp_path: Path) -> None:
    path = sheet(tmp_path / "orgs.csv", "机构,性质,国家\n甲银行,银行,德国\n乙商会,商协会,意大利\n", "gb18030")
    found = take(path, kind="organisations", event="")
    assert found.values("type") == ["bank", "association"]
    assert found.values("country") == ["DE", "IT"]
