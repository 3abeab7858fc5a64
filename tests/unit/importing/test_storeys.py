"""Headers of several rows: what names a group of columns holds for each column of it, its unit and currency, too."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from cq_tui.archive.read import read
from cq_tui.importing.recognise.maps.asked import Asked
from cq_tui.importing.recognise.prepare import Prepared, prepare
from cq_tui.kinds import kinds
from cq_tui.store.store import Store
from cq_tui.values import numbers

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Take, rows_of, sheet

Bring = Callable[..., Ran]
YEARS = """Company,Country,Investment (mil. CZK),,,Date
,,2019,2020,Total,
Aa GmbH,Germany,100,50,150,2020-01-05
Bb AG,Austria,20,,20,2020-02-07
Cc SpA,Italy,30,10,40,2020-03-09
"""


def _prepared(archive: Path, tmp_path: Path, text: str) -> Prepared:
    return prepare(Store(read(archive)), sheet(tmp_path / "list.csv", text), kinds()["deals"], "fair")


def test_the_unit_above_years_holds_for_each_of_them(bring: Bring, archive: Path, tmp_path: Path) -> None:
    (question,) = _prepared(archive, tmp_path, YEARS).proposal.questions
    assert question.asked is Asked.WHICH_COLUMN
    told = {str(one.value): [str(made) for made in one.makes] for one in question.answers}
    assert told == {
        "Investment (mil. CZK) 2019": ["sum CZK 150 m"],
        "Investment (mil. CZK) 2020": ["sum CZK 60 m"],
        "Investment (mil. CZK) Total": ["sum CZK 210 m"],
    }
    assert [one.value for one in question.answers if one.likely] == ["Investment (mil. CZK) Total"]
    ran = bring(tmp_path / "list.csv", "--set", "amount.column=Investment (mil. CZK) Total")
    assert "3 rows: 3 accepted, 0 refused" in ran.err
    rows = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert [(row["amount"], row["currency"]) for row in rows] == [
        ("150000000", "CZK"),
        ("20000000", "CZK"),
        ("40000000", "CZK"),
    ]


@pytest.mark.parametrize(
    ("header", "names"),
    [
        ("Project,Investor,EUR million,,Date\n,,Planned,Paid,\n", ["EUR million Planned", "EUR million Paid"]),
        ("Project,Investor,Grant (EUR million),Grant (EUR million),Date\n,,2019,2020,\n",
         ["Grant (EUR million) 2019", "Grant (EUR million) 2020"]),
        (",,Grant (EUR million),,Contract\nProject,Investor,Planned,Paid,Date\n",
         ["Grant (EUR million) Planned", "Grant (EUR million) Paid"]),
        ("Project,Investor,Grant (EUR million),,Date\nProject,Investor,Q1 2020,Q2 2020,Date\n",
         ["Grant (EUR million) Q1 2020", "Grant (EUR million) Q2 2020"]),
    ],
    ids=["a unit alone", "repeated", "groups above", "merged downwards"],
)  # fmt: skip
def test_what_stands_above_belongs_to_each_column(archive: Path, tmp_path: Path, header: str, names: list[str]) -> None:
    rows = "Plant A,Aa GmbH,100,50,2020-01-05\nPlant B,Bb AG,20,7,2020-02-07\nPlant C,Cc AG,20,,2020-02-08\n"
    proposal = _prepared(archive, tmp_path, header + rows).proposal
    (question,) = proposal.questions
    assert [one.value for one in question.answers] == names
    assert [str(one.makes[0]) for one in question.answers] == ["sum EUR 140 m", "sum EUR 57 m"]


def test_a_header_of_three_rows(archive: Path, tmp_path: Path) -> None:
    text = (
        "Project,Investor,Financing (CZK thousand),,,\n,,State,,EU,\n,,2019,2020,2019,2020\n"
        "Plant A,Aa s.r.o.,100,50,10,5\nPlant B,Bb a.s.,20,10,10,5\nPlant C,Cc a.s.,20,30,10,5\n"
    )
    prepared = _prepared(archive, tmp_path, text)
    assert prepared.listed.header.last == 3
    assert [str(one.makes[0]) for one in prepared.proposal.questions[0].answers] == [
        "sum CZK 140,000",
        "sum CZK 90,000",
        "sum CZK 30,000",
        "sum CZK 15,000",
    ]


def test_groups_whose_columns_are_called_the_same(take: Take, tmp_path: Path) -> None:
    text = (
        ",,Buyer,,Supplier,\nTitle,Amount (EUR),Name,Town,Name,Town\n"
        "Paper,100,Aa GmbH,Bonn,Bb AG,Wien\nPens,200,Cc GmbH,Köln,Dd AG,Linz\n"
    )
    taken = take(sheet(tmp_path / "list.csv", text))
    assert [[(one.org, one.role) for one in parties] for parties in taken.values("parties")] == [
        [("aa", "buyer"), ("bb", "supplier")],
        [("cc", "buyer"), ("dd", "supplier")],
    ]


@pytest.mark.parametrize(
    "above", ["List of projects,,,,", ",,,单位：万元,", "Ministry of Trade,,,Unit: EUR million,", ",,,(万元),"]
)
def test_a_title_or_a_unit_of_the_whole_list_is_no_group(archive: Path, tmp_path: Path, above: str) -> None:
    text = f"{above}\nProject,Investor,Amount,Place,Date\nPlant A,Aa GmbH,100,Bonn,2020-01-05\n"
    assert _prepared(archive, tmp_path, text).listed.header.names == ("Project", "Investor", "Amount", "Place", "Date")


@pytest.mark.parametrize("first", [",,2019,2020,", "Plant A,Aa,2019,2020,2020-01-05", ",,12,13,"])
def test_a_row_of_the_list_is_no_storey(take: Take, tmp_path: Path, first: str) -> None:
    """Only what stands below a group names its columns."""
    text = f"Project,Investor,Amount (EUR),Share,Date\n{first}\nPlant B,Bb GmbH,100,50,2020-01-05\n"
    assert take(sheet(tmp_path / "list.csv", text)).counts.rows == 2


def test_amounts_of_a_share_below_a_group_stay_shares(take: Take, tmp_path: Path) -> None:
    text = (
        "Project,Investor,Investment (EUR million),,Date\n,,Total,Share (%),\n"
        "Plant A,Aa GmbH,100,50%,2020-01-05\nPlant B,Bb AG,20,10%,2020-02-07\n"
    )
    taken = take(sheet(tmp_path / "list.csv", text))
    assert taken.values("amount") == [Decimal(100_000_000), Decimal(20_000_000)]


def test_groups_above_columns_that_all_have_names(take: Take, archive: Path, tmp_path: Path) -> None:
    text = (
        "Report 2020,,,,,,\n,,,,,,\n,Contracting authority,,Supplier,,Contract,\n"
        "No,Name,IČO,Name,IČO,Subject,Value (CZK)\n"
        "1,Město Aa,45274649,Bb s.r.o.,25596641,Paper,1200\n2,Město Cc,27082440,Dd a.s.,00006947,Pens,1300\n"
    )
    prepared = _prepared(archive, tmp_path, text)
    assert prepared.proposal.mapping.columns == {
        "Contracting authority IČO": "identifiers.CZ-ICO of Contracting authority Name",
        "Supplier IČO": "identifiers.CZ-ICO of Supplier Name",
    }
    taken = take(tmp_path / "list.csv")
    assert taken.counts.rows == 2
    assert taken.values("amount") == [Decimal(1200), Decimal(1300)]
    assert [[one.role for one in each] for each in taken.values("parties")] == [["buyer", "supplier"]] * 2


def test_parties_that_only_their_number_tells_apart(take: Take, tmp_path: Path) -> None:
    text = "Project,Amount,,Partners,\n,EUR,Year,First,Second\nAa,100,2020,Bb GmbH,Cc AG\nDd,200,2021,Ee GmbH,Ff AG\n"
    taken = take(sheet(tmp_path / "list.csv", text))
    assert [[one.org for one in each] for each in taken.values("parties")] == [["bb", "cc"], ["ee", "ff"]]
    assert taken.values("amount") == [Decimal(100), Decimal(200)]


def test_a_year_before_a_word_stays_an_amount_below_a_group_of_amounts(archive: Path, tmp_path: Path) -> None:
    text = (
        "项目名称,投资情况（万元）,,,建设单位\n,总投资,已完成,2024年计划,\n"
        "甲项目,1000,200,300,甲有限公司\n乙项目,2000,100,400,乙有限公司\n"
    )
    (question,) = _prepared(archive, tmp_path, text).proposal.questions
    assert [str(one.makes[0]) for one in question.answers] == ["sum CNY 30 m", "sum CNY 3 m", "sum CNY 7 m"]


def test_the_mark_of_a_column_is_learnt_once_and_not_for_each_cell(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    learn = numbers.decimal_mark
    monkeypatch.setattr(numbers, "decimal_mark", lambda cells: asked.append(1) or learn(cells))
    rows = "".join(f"Aa{n} GmbH,Germany,{n},{n},{2 * n},2020-01-05\n" for n in range(1, 400))
    head = "".join(YEARS.splitlines(keepends=True)[:2])
    (question,) = _prepared(archive, tmp_path, head + rows).proposal.questions
    assert [one.value for one in question.answers if one.likely] == ["Investment (mil. CZK) Total"]
    assert len(asked) < 50
