"""A cell that can't be read leaves its row in, and is kept as it is written; every line of a list is counted once."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.unit.conftest import Ran, Run
from tests.unit.importing.conftest import Take, hashes, rows_of, sheet

Bring = Callable[..., Ran]
DATA, BESIDE = "data/fair-deals-list", "imports/fair-deals-list"


def test_a_cell_that_is_not_needed_costs_its_field_alone(bring: Bring, run: Run, archive: Path, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "list.csv", """Project,Investor,Country,Type,Amount (USD),Share size
Line A,Aa Ltd,Peru,Investment,190000000,"45%, 35%, 20%"
Line B,Bb Ltd,France,Investment,200,50%
"""))  # fmt: skip
    assert ran.code == 0
    assert 'Share size: 1 cell not read: "45%, 35%, 20%".' in ran.err
    assert "2 rows: 2 accepted (1 with remarks), 0 refused\n3 lines: 1 up to the header, 2 rows\n" in ran.err
    deals = rows_of(archive / DATA / "deals.csv")
    assert [(row["amount"], row["share"]) for row in deals] == [("190000000", ""), ("200", "50")]
    assert [row["note_en"] for row in deals] == ['Not read: Share size: "45%, 35%, 20%"', ""]
    assert deals[0]["note_zh"] == '未读入：Share size: "45%, 35%, 20%"'
    assert rows_of(archive / BESIDE / "remarks.csv") == [
        {"row": "2", "id": "line-a", "column": "Share size", "cell": "45%, 35%, 20%",
         "remark": "is not a number"},
    ]  # fmt: skip
    assert not (archive / BESIDE / "refused.csv").exists()
    assert run("check", archive).code == 0


def test_an_amount_that_is_no_number_stays_as_written(take: Take, tmp_path: Path) -> None:
    found = take(sheet(tmp_path / "list.csv", """Project,Type,Amount (USD m),Signed
A,fund,0,2025-01-01
B,fund,undisclosed amount,2025-02-30
C,fund,=SUM(C2),2025
D,fund,5,2025
"""))  # fmt: skip
    assert found.values("amount") == [None, None, None, Decimal(5_000_000)]
    assert found.values("currency") == [None, None, None, "USD"]
    assert found.values("amount_text") == ["0 (m)", "undisclosed amount", None, "5 (m)"]
    assert found.values("date") == [date(2025, 1, 1), None, date(2025, 1, 1), date(2025, 1, 1)]
    assert found.unread() == {
        "=SUM(C2)": "is a formula whose value was not saved; open the list and save it again",
        "2025-02-30": "is not a day of the calendar",
    }


def test_of_several_columns_those_are_read_that_can_be(take: Take, tmp_path: Path) -> None:
    found = take(sheet(tmp_path / "list.csv", """Project,Type,Year,Month,Day,Investor,Partner,Amount,Currency
A,fund,2024,May,31,Aa,?!,5,EUR
B,fund,2024,Smarch,1,??,Bb,5,BTC
C,fund,2024,February,31,Aa,Bb,,
"""))  # fmt: skip
    assert found.values("date") == [date(2024, 5, 31), date(2024, 1, 1), date(2024, 2, 1)]
    assert found.values("date_precision") == ["day", "year", "month"]
    assert [[party.org for party in parties] for parties in found.values("parties")] == [["aa"], ["bb"], ["aa", "bb"]]
    assert found.values("amount") == [Decimal(5), None, None]
    assert found.unread() == {
        "?!": "is not a name", "??": "is not a name", "Smarch": "is not a month", "BTC": "is not a currency",
        "31": "is not a day of the calendar",
    }  # fmt: skip


def test_the_note_of_a_list_goes_on_in_its_own_language(
    take: Take, bring: Bring, archive: Path, tmp_path: Path
) -> None:
    path = sheet(tmp_path / "list.csv", """项目名称,类型,投资额（万元）,备注
甲,投资,待核,第一期
乙,投资,待核;=1,
""")  # fmt: skip
    first, second = take(path).values("note")
    assert (first.zh, first.en) == ('第一期\n未读入：投资额（万元）: "待核"', "")
    assert second.en == 'Not read: 投资额（万元）: "待核;=1"'
    assert bring(path).code == 0
    rows = rows_of(archive / DATA / "deals.csv")
    assert [row["note_zh"] for row in rows] == [first.zh, second.zh.replace(";=", ";'=")]


def test_what_a_record_can_t_be_without_refuses_its_row_and_tells_the_other_cells_too(
    bring: Bring, archive: Path, tmp_path: Path
) -> None:
    bring(sheet(tmp_path / "list.csv", "Project,Type,Amount (EUR)\nA,fund,1\n,fund,much\n"))
    (refused,) = rows_of(archive / BESIDE / "refused.csv")
    assert refused["reason"] == "Project: is missing; every deal needs it; Amount (EUR): is not a number"
    assert not (archive / BESIDE / "remarks.csv").exists()


@pytest.mark.parametrize("option", [(), ("--force",), ("--dry-run",)])
def test_where_no_row_is_accepted_nothing_is_written(
    bring: Bring, archive: Path, tmp_path: Path, option: tuple[str, ...]
) -> None:
    path = sheet(tmp_path / "list.csv", "Project,Type,Amount (EUR)\nA,fund,1\n")
    bring(path)
    before = hashes(archive)
    sheet(path, "Project,Type,Amount (EUR)\n,fund,1\n,fund,2\n")
    ran = bring(path, *option)
    assert (ran.code, hashes(archive)) == (1, before)
    assert "2 rows: 0 accepted, 2 refused" in ran.err
    last = ran.err.splitlines()[-1]
    assert last == (
        "cq-tui: No row is accepted, and nothing was imported. row 2: Project: is missing; every deal needs it"
    )


def test_a_company_may_be_called_total(take: Take, tmp_path: Path) -> None:
    found = take(sheet(tmp_path / "list.csv", """Investor,Project,Country,Type,Amount (USD),Partner,Sector,City,Note,Age
Total,Refinery,France,Investment,100,,,,,
Aa Ltd,Line A,Germany,Investment,200,Bb,Autos,Berlin,x,5
Total,,,,300,,,,,
"""))  # fmt: skip
    assert [str(title) for title in found.values("title")] == ["Refinery", "Line A"]
    assert found.reasons() == {4: "is a row of totals"}


@pytest.mark.parametrize(
    "row",
    [
        "合计,,,,23000,",
        "2,合计,,,23000,",
        "2.,Total,,,500,",
        "重庆小计,,,2项,500,",
        "Germany Total,,,,500,",
        'Summe,,,,"1.234,5",EUR',
        "总計：,,,,9,万元",
    ],
)
def test_rows_of_totals(take: Take, tmp_path: Path, row: str) -> None:
    text = "Project,Investor,Country,Type,Amount (EUR),Unit\nA,Aa,Germany,fund,1,EUR\n"
    found = take(sheet(tmp_path / "list.csv", f"{text}{row}\n"), map_="""[title]\ncolumn = "Project"
[event]\nconstant = "fair"\n[amount]\ncolumn = "Amount (EUR)"\ncurrency = "EUR"\n""")  # fmt: skip
    assert found.reasons() == {3: "is a row of totals"}
    assert (found.counts.accepted, found.counts.refused, found.counts.aside) == (1, 0, 1)


def test_a_header_that_is_repeated_is_no_row(take: Take, tmp_path: Path) -> None:
    text = "Project,Type,Place\nMill,fund,Here\nProject,Type,Place\nProject,fund,There\n"
    found = take(sheet(tmp_path / "list.csv", text))
    assert found.reasons() == {3: "repeats the header"}
    assert [str(title) for title in found.values("title")] == ["Mill", "Project"]


def test_every_line_is_counted_once(bring: Bring, tmp_path: Path) -> None:
    text = """2024年重点签约项目一览表,,,,
单位：万元,,,,

项目名称,投资方,国家,投资额,类型
铝压铸线,西南铝,德国,3000,投资

二、其他,,,,
物流仓,某公司,火星,待核,合作
物流仓,某公司,火星,待核,合作
,,法国,5,投资
合计,,,3000,
注：数据未经审计,,,,

"""
    ran = bring(sheet(tmp_path / "list.csv", text), "--set", "rows.same=leave")
    said = ran.err.splitlines()
    assert "7 rows: 2 accepted (1 with remarks), 2 refused, 3 headings, totals and notes" in said
    assert "13 lines: 4 up to the header, 2 empty, 7 rows" in said
    assert text.count("\n") == 13


def test_a_narrow_list_has_rows_of_totals_too(take: Take, tmp_path: Path) -> None:
    text = "Project,Type,Amount (EUR)\nMill,fund,12\nTotal,fund,7\n,,\nTotal,,19\n"
    found = take(sheet(tmp_path / "list.csv", text))
    assert [str(one.called) for one in found.records] == ["Mill", "Total"]
    assert (found.counts.accepted, found.counts.refused, found.counts.aside) == (2, 0, 1)


def test_of_one_reason_the_first_are_listed_and_the_others_counted(bring: Bring, tmp_path: Path) -> None:
    rows = "".join(f"Mill {at},x{at},Germany\n" for at in range(30)) + ",5,Germany\n" * 3
    path = sheet(tmp_path / "list.csv", f"Project,Amount (EUR),Country\n{rows}")
    lines = bring(path, "--dry-run", "--set", "rows.same=count").out.splitlines()
    assert sum(line.endswith("is not a number") for line in lines) == 20
    assert "Amount (EUR): and 10 more for the same reason as row 2" in lines
    assert sum("Project: is missing" in line for line in lines) == 3
    every = bring(path, "--dry-run", "--set", "rows.same=count", "--verbose").out.splitlines()
    assert sum(line.endswith("is not a number") for line in every) == 30
    assert not [line for line in every if " more for the same reason" in line]
