"""Columns are taken for what their header and their cells say together; what these leave open is asked, never guessed.

Each list is made up, and is of a shape that people keep.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from cq_tui.archive.read import read
from cq_tui.importing.recognise.maps.asked import Question
from cq_tui.importing.recognise.maps.proposal import Proposal
from cq_tui.importing.recognise.prepare import prepare
from cq_tui.kinds import kinds
from cq_tui.store.store import Store
from cq_tui.values.units import UNITS

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Fields, Take, sheet

M = 10**6


def _list(header: str, *amounts: str) -> str:
    rows = "".join(f'Line {number},Aa {number} Ltd,Germany,Investment,"{one}"\n' for number, one in enumerate(amounts))
    return f"Project,Investor,Country,Type,{header}\n{rows}"


def _proposal(archive: Path, path: Path, kind: str = "deals") -> Proposal:
    return prepare(Store(read(archive)), path, kinds()[kind], "fair").proposal


def _asked(archive: Path, path: Path, kind: str = "deals") -> Question:
    (question,) = _proposal(archive, path, kind).questions
    return question


@pytest.mark.parametrize(
    ("header", "amounts", "total", "currency"),
    [
        ("Amount ($m)", ["149", "2400", "6.03"], 2_555_030_000, "USD"),
        ("Amount (US$m)", ["1.5"], 1_500_000, "USD"),
        ("Amount (USDm)", ["1.5"], 1_500_000, "USD"),
        ("Amount (TEUR)", ["150"], 150_000, "EUR"),
        ("Amount (k€)", ["150"], 150_000, "EUR"),
        ("Amount in millions of US dollars", ["3"], 3 * M, "USD"),
        ("Amount (USD '000)", ["3"], 3000, "USD"),
        ('"Amount (RMB 10,000)"', ["3"], 30_000, "CNY"),
        ("Deal value ($m)", ["$1,740", "$500"], 2240 * M, "USD"),
        ("总投资（亿元）", ["3.5", "12"], 1_550_000_000, "CNY"),
        ("计划总投资(万元)", ["3.5"], 35_000, "CNY"),
        ("投资额万元", ["3500", "12000"], 155 * M, "CNY"),
        ("投资额/万元", ["3500"], 35 * M, "CNY"),
        ("投资额:亿元", ["1"], 100 * M, "CNY"),
        ("Amount £m", ["1"], M, "GBP"),
        ("amount_usd_m", ["1"], M, "USD"),
        ("Total investment (EUR million)", ["1"], M, "EUR"),
        ("Project cost (USD)", ["1.5E+08", "200"], 150_000_200, "USD"),
        ("Capex (INR crore)", ["1.5"], 15 * M, "INR"),
        ("Fördersumme (Tsd. EUR)", ["1,5", "2,5"], 4000, "EUR"),
        ("Wartość projektu (mln zł)", ["1,5"], 1_500_000, "PLN"),
        ("Price (EUR)", ["5"], 5, "EUR"),
    ],
)
def test_units_and_currencies_of_headers(
    fields: Fields, take: Take, tmp_path: Path, header: str, amounts: list[str], total: int, currency: str
) -> None:
    path = sheet(tmp_path / "list.csv", _list(header, *amounts))
    amount = fields(path)["amount"]
    assert amount.currency == currency
    if header != "Amount ($m)" and all(one.replace(".", "").isdigit() for one in amounts):
        assert UNITS[amount.unit] * sum(map(Decimal, amounts)) == total
        return
    found = take(path)
    assert (sum(found.values("amount")), set(found.values("currency"))) == (total, {currency})


def test_a_unit_of_the_title_block_counts_amounts(take: Take, tmp_path: Path) -> None:
    head = "2024年一览表,,,,\n单位：个、万元,,,,\n项目名称,投资方,国家,类型,投资额\n"
    text = head + "甲线,某甲,德国,投资,3000\n乙线,某乙,法国,投资,20000\n"
    found = take(sheet(tmp_path / "list.csv", text))
    assert (sum(found.values("amount")), set(found.values("currency"))) == (230 * M, {"CNY"})


def test_a_header_and_a_title_that_differ_are_a_question(archive: Path, tmp_path: Path) -> None:
    text = "单位：万元,,,,\nProject,Investor,Country,Type,Amount (USD m)\nA,B,Italy,fund,3000\n"
    question = _asked(archive, sheet(tmp_path / "list.csv", text))
    assert question.text == 'Amount (USD m) is counted in m USD, but "单位：万元" above the list says 万 CNY.'
    assert [str(one.makes[0]) for one in question.answers] == ["3000 → USD 3 bn", "3000 → USD 30 m"]


def test_a_firm_called_as_a_unit_or_a_currency_stays_a_firm(take: Take, tmp_path: Path) -> None:
    found = take(sheet(tmp_path / "list.csv", "Project,Type,Investor,Amount (USD)\nX,fund,B,3\nY,fund,SAR,4\n"))
    assert found.values("amount") == [Decimal(3), Decimal(4)]
    assert [parties[0].org for parties in found.values("parties")] == ["b", "sar"]


def test_a_title_completes_a_header_that_says_less(take: Take, tmp_path: Path) -> None:
    text = "(in thousands),,,,\nProject,Investor,Country,Type,Amount (USD)\nA,B,Italy,fund,3\n"
    assert take(sheet(tmp_path / "list.csv", text)).values("amount") == [Decimal(3000)]


@pytest.mark.parametrize("name", ["单位", "货币单位", "计量单位"])
def test_a_column_of_units_says_the_unit_of_each_row(take: Take, tmp_path: Path, name: str) -> None:
    text = f"项目名称,投资方,国家,类型,金额,{name}\n甲线,某甲,德国,投资,3500,万元\n乙线,某乙,法国,投资,12,亿美元\n"
    text += "丙线,某丙,法国,投资,5,\n"
    found = take(sheet(tmp_path / "list.csv", text))
    assert found.values("amount") == [Decimal(35 * M), Decimal(1200 * M), None]
    assert found.values("currency") == ["CNY", "USD", None]
    assert found.values("amount_text")[:2] == ["3500 (万元)", "12 (亿美元)"]
    assert [len(parties) for parties in found.values("parties")] == [1, 1, 1]


@pytest.mark.parametrize("name", ["Currency code", "price_currency_code", "货币", "货币种类", "币别", "Ccy", "Devise"])
def test_a_column_of_currencies(fields: Fields, take: Take, tmp_path: Path, name: str) -> None:
    head = f"Project,Investor,Country,Type,Amount,{name}\n"
    text = head + "A,B,Italy,fund,1,EUR\nC,D,Italy,fund,2,USD\nE,F,Italy,fund,3,英镑\n"
    path = sheet(tmp_path / "list.csv", text)
    assert fields(path)["currency"].columns == (name,)
    if name == "Currency code":
        assert take(path).values("currency") == ["EUR", "USD", "GBP"]


def test_a_number_that_is_no_money_is_no_amount(take: Take, archive: Path, tmp_path: Path) -> None:
    head = "Session title,Company,Company size,Deal type\n"
    text = head + 'Talk A,Aa Ltd,500,cooperation\nTalk B,Bb Ltd,"10,000",cooperation\n'
    assert take(sheet(tmp_path / "list.csv", text)).values("amount") == [None, None]
    question = _asked(archive, sheet(tmp_path / "size.csv", "Project,Type,Size\nA,fund,500\nB,fund,600\n"))
    assert question.text == "Size: which currency are these, if they are money? They name none: 500, 600"


def test_percentages_under_a_header_of_amounts_are_none(take: Take, archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", "Project,Type,Investment\nA,fund,45%\nB,fund,60%\n")
    assert take(path).values("amount") == [None, None]
    aside = _proposal(archive, path).set_aside
    assert str(aside["Investment"]) == "its header says Amount, but its cells are percentages"


def test_two_good_candidates_are_a_question_with_both(archive: Path, tmp_path: Path) -> None:
    text = "Project,Type,Investment amount (USD m),Project cost (USD m)\nA,fund,5,7\nB,fund,6,8\n"
    question = _asked(archive, sheet(tmp_path / "list.csv", text))
    assert [one.line for one in question.answers] == [
        'column = "Investment amount (USD m)"  # 5, 6; sum USD 11 m',
        'column = "Project cost (USD m)"  # 7, 8; sum USD 15 m',
    ]


def test_an_answer_shows_what_it_makes_of_the_first_cells(archive: Path, tmp_path: Path) -> None:
    question = _asked(
        archive, sheet(tmp_path / "list.csv", _list("Amount (USD millions)", "$ 1.740", "$ 500", "$ 6.990"))
    )
    assert {one.value: [made.words for made in one.makes] for one in question.answers} == {
        ",": ["USD 1.74 bn", "USD 6.99 bn"],
        ".": ["USD 1.74 m", "USD 6.99 m"],
    }
    dated = _asked(archive, sheet(tmp_path / "dates.csv", "Project,Type,Date\nA,fund,03/04/2025\n"))
    assert [str(one.makes[0]) for one in dated.answers] == ["03/04/2025 → 2025-04-03", "03/04/2025 → 2025-03-04"]


def test_an_answer_about_the_currency_keeps_the_million(take: Take, archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", _list("Amount (millions)", "149", "2400"))
    question = _asked(archive, path)
    assert [str(one.makes[0]) for one in question.answers if one.value == "USD"] == ["149 → USD 149 m"]
    map_ = '[title]\ncolumn = "Project"\n[amount]\ncolumn = "Amount (millions)"\ncurrency = "USD"\n'
    assert take(path, map_=map_).values("amount") == [Decimal(149 * M), Decimal(2400 * M)]
    ones = take(path, map_=map_ + 'unit = "ones"\n')
    assert ones.values("amount") == [Decimal(149), Decimal(2400)]


def test_a_given_map_still_learns_the_decimal_mark(take: Take, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", "Titel;Budget;Land\nLine A;15.414.794;Germany\nLine B;415.794;Germany\n")
    map_ = '[title]\ncolumn = "Titel"\n[instrument]\nconstant = "fund"\n[amount]\ncolumn = "Budget"\ncurrency = "EUR"\n'
    assert sum(take(path, map_=map_).values("amount")) == 15_830_588
    unclear = sheet(tmp_path / "unclear.csv", "Titel;Budget\nLine A;415.794\n")
    assert take(unclear, map_=map_).questions == ["amount"]
    assert take(unclear, map_=map_ + 'decimal = "."\n').values("amount") == [Decimal("415.794")]


def test_a_given_map_without_what_every_record_needs(take: Take, archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", "Lead beneficiary,Operation,Funds\nAa University,Brain lab,4578474\n")
    assert take(path, map_="header = 1\n").questions == ["title"]
    given = tmp_path / "MAP.toml"
    given.write_text("header = 1\n", "utf-8")
    (question,) = prepare(Store(read(archive)), path, kinds()["deals"], "fair", given).proposal.questions
    assert ('column = "Operation"  # Brain lab') in [one.line for one in question.answers]


def test_dates_of_many_shapes(take: Take, tmp_path: Path) -> None:
    text = (
        "Project,Type,Start date\nA,fund,15-Nov-15\nB,fund,Feb 16\nC,fund,31.12.15\nD,fund,12/31/15\nE,fund,2015-Q3\n"
    )
    found = take(sheet(tmp_path / "list.csv", text))
    assert found.values("date") == [
        date(2015, 11, 15), date(2016, 2, 1), date(2015, 12, 31), date(2015, 12, 31), date(2015, 1, 1),
    ]  # fmt: skip
    assert found.values("date_precision") == ["day", "month", "day", "day", "year"]


def test_amounts_in_words_are_kept_as_written(take: Take, tmp_path: Path) -> None:
    text = "项目名称,类型,融资金额\n甲线,投资,数千万美元\n乙线,投资,未透露人民币\n丙线,投资,未透露\n"
    text += "丁线,投资,630万人民币\n戊线,投资,三亿五千万元\n"
    found = take(sheet(tmp_path / "list.csv", text))
    assert found.values("amount") == [None, None, None, Decimal(6_300_000), Decimal(350 * M)]
    assert found.values("amount_text")[:2] == ["数千万美元", "未透露人民币"]


def test_parties_of_acquisitions_and_of_contracts(take: Take, tmp_path: Path) -> None:
    head = "Date announced,Acquirer,Target,Country,Deal type,Value (USD)\n"
    text = head + "2024-05-01,Aa Ltd,Bb GmbH,Germany,investment,100\n"
    found = take(sheet(tmp_path / "list.csv", text))
    assert [(one.org, str(one.role)) for one in found.values("parties")[0]] == [("aa", "investor"), ("bb", "partner")]
    assert found.values("date") == [date(2024, 5, 1)]
    contracts = take(
        sheet(tmp_path / "b.csv", "项目名称,类型,甲方,乙方,中标人\n甲线,投资,某甲公司,某乙公司,某丙公司\n")
    )
    assert [str(one.role) for one in contracts.values("parties")[0]] == ["partner", "partner", "supplier"]


def test_a_party_called_as_a_country_s_code_stays_a_party(take: Take, tmp_path: Path) -> None:
    found = take(sheet(tmp_path / "list.csv", "Project,Type,Partner\nA,fund,Bb\nB,fund,Cc\n"))
    assert found.values("countries") == [(), ()]
    recipients = take(sheet(tmp_path / "aid.csv", "Project,Type,Recipient\nA,fund,Kenya\nB,fund,Peru\n"))
    assert recipients.values("countries") == [("KE",), ("PE",)]


def test_speakers_have_first_and_last_names_posts_and_organisations(take: Take, tmp_path: Path) -> None:
    text = "First Name,Last Name,Title,Company\nAda,Aalto,CEO,Aa Systems AG\nBo,Berg,Professor,Bb University\n"
    found = take(sheet(tmp_path / "speakers.csv", text), "speakers")
    assert [str(one.called) for one in found.records] == ["Ada Aalto", "Bo Berg"]
    assert [str(posts[0]) for posts in found.values("posts")] == ["CEO", "Professor"]


def test_a_description_is_the_title_where_no_column_is_one(take: Take, archive: Path, tmp_path: Path) -> None:
    head = "Borrower,Lender,Description,Type\n"
    text = head + "Aa,Bb Bank,Garri power station,credit line\nAa,Bb Bank,Lekki port,credit line\n"
    path = sheet(tmp_path / "list.csv", text)
    assert [str(title) for title in take(path).values("title")] == ["Garri power station", "Lekki port"]
    assert "title" in _proposal(archive, path).likely


def test_traditional_headers_and_exhibitors(take: Take, tmp_path: Path) -> None:
    text = "項目名稱,投資方,國家,類型,投資額（億元）\n晶圓廠,某甲,德國,投資,35\n面板廠,某乙,法國,投資,12\n"
    assert sum(take(sheet(tmp_path / "list.csv", text)).values("amount")) == 4_700_000_000
    exhibitors = "company name,booth number,booth area sqft\nAa Systems AG,744,100\nBb Machines,746,100\n"
    found = take(sheet(tmp_path / "b.csv", exhibitors), "organisations", "")
    assert [str(one.called) for one in found.records] == ["Aa Systems AG", "Bb Machines"]


def test_a_bare_dollar_is_of_the_list_s_own_dollars(take: Take, tmp_path: Path) -> None:
    found = take(sheet(tmp_path / "list.csv", _list("Amount (A$ m)", "$5", "US$ 6", "7")))
    assert found.values("currency") == ["AUD", "USD", "AUD"]
    text = "Project,Type,Amount,Currency\nA,fund,$5,CAD\nB,fund,$6,USD\nC,fund,€7,\n"
    assert take(sheet(tmp_path / "b.csv", text)).values("currency") == ["CAD", "USD", "EUR"]


def test_a_count_with_its_word(take: Take, tmp_path: Path) -> None:
    found = take(sheet(tmp_path / "list.csv", "Project,Type,期限(年)\nA,fund,5年\nB,fund,3 years\nC,fund,60 months\n"))
    assert found.values("term_years") == [5, 3, None]


def test_what_a_proposal_rests_on(archive: Path, tmp_path: Path) -> None:
    proposal = _proposal(archive, sheet(tmp_path / "list.csv", _list("Amount (US$m)", "149")))
    assert [str(one) for one in proposal.evidence["amount"]] == [
        "the header says Amount",
        'the header says "US$m"',
        "1 of 1 cells read as numbers",
    ]
    assert proposal.likely == frozenset()


def test_what_was_set_aside_says_why(archive: Path, tmp_path: Path) -> None:
    text = "Project,Type,Amount (USD m),Value\nA,fund,3,7\nB,fund,4,8\n"
    aside = _proposal(archive, sheet(tmp_path / "list.csv", text)).left_aside
    assert {name: str(why) for name, why in aside.items()} == {
        "Value": 'it can be Amount, too, but "Amount (USD m)" says so more surely'
    }
    rows = "".join(f"A{n},fund,{n + 1},{'' if n else '9'}\n" for n in range(8))
    text = f"Project,Type,Investment amount (USD m),Project cost (USD m)\n{rows}"
    aside = _proposal(archive, sheet(tmp_path / "empty.csv", text)).left_aside
    assert [str(why) for why in aside.values()] == [
        'it can be Amount, too, but 1 of its 8 cells are filled, of "Investment amount (USD m)" 8'
    ]


def test_candidates_are_added_up_by_currency_and_without_totals(archive: Path, tmp_path: Path) -> None:
    text = "单位：万元,,,,\n项目名称,类型,投资额,合同额,币种\n甲线,投资,3,2,人民币\n乙线,投资,1亿,5,欧元\n合计,,4,7,\n"
    question = _asked(archive, sheet(tmp_path / "list.csv", text))
    assert [[str(one) for one in answer.makes] for answer in question.by_themselves] == [
        ["sum CNY 30,000", "sum EUR 100 m"],
        ["sum CNY 20,000", "sum EUR 50,000"],
    ]


def test_amounts_that_are_not_told_are_none_that_were_read(bring: Callable[..., Ran], tmp_path: Path) -> None:
    cells = ("USD 5 million", "several million USD", "USD 7 million", "tens of millions")
    text = "Project,Amount\n" + "".join(f"P{number},{cell}\n" for number, cell in enumerate(cells))
    assert "2 of 4 cells read as numbers" in bring(sheet(tmp_path / "list.csv", text), "--dry-run").err
