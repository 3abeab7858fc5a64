"""Lists as people keep them, small and made: what each says by itself, without a mapping or a question."""

from pathlib import Path

import pytest

from tests.unit.importing.conftest import Take, sheet


@pytest.mark.parametrize(
    ("text", "field", "values"),
    [
        pytest.param(
            "Project,Investor,Country,Type,Amount ($m)\n"
            "Line A,Aa Ltd,Germany,Investment,149\n"
            "Line B,Bb Ltd,France,Investment,2400\n"
            "Line C,Cc Ltd,Italy,Investment,6.03\n",
            "amount",
            [149000000, 2400000000, 6030000],
            id="unit in bracket lost",
        ),
        pytest.param(
            "Project,Investor,Country,Type,Deal value ($m)\n"
            'Line A,Aa Ltd,Germany,Investment,"$1,740"\n'
            "Line B,Bb Ltd,France,Investment,$500\n",
            "amount",
            [1740000000, 500000000],
            id="unit lost no question",
        ),
        pytest.param(
            "2024年签约项目一览表,,,,\n"
            "单位：个、万元,,,,\n"
            "项目名称,投资方,国家,类型,投资额\n"
            "测试线甲,某甲有限公司,德国,投资,3000\n"
            "测试线乙,某乙有限公司,法国,投资,20000\n",
            "amount",
            [30000000, 200000000],
            id="unit in title block",
        ),
        pytest.param(
            "Project,Investor,Country,Type,Amount,Currency code\n"
            "Line A,Aa Ltd,Germany,Investment,100,EUR\n"
            "Line B,Bb Ltd,USA,Investment,200,USD\n"
            "Line C,Cc Ltd,UK,Investment,300,GBP\n",
            "currency",
            ["EUR", "USD", "GBP"],
            id="currency column unknown",
        ),
        pytest.param(
            "Project,Investor,Country,Type,Amount (USD),Share size\n"
            'Line A,Aa Ltd,Peru,Investment,190000000,"45%, 35%, 20%"\n'
            "Line B,Bb Ltd,France,Investment,200,50%\n",
            "share",
            [None, 50],
            id="share list refuses row",
        ),
        pytest.param(
            "Project,Investor,Country,Type,Amount (USD)\n"
            "Line A,Aa Ltd,Germany,Investment,0\n"
            "Line B,Bb Ltd,France,Investment,200\n",
            "amount",
            [None, 200],
            id="amount zero",
        ),
        pytest.param(
            "Project,Investor,Country,Type,Amount (USD),Start date\n"
            "Line A,Aa Ltd,Germany,Investment,100,15-Nov-15\n"
            "Line B,Bb Ltd,France,Investment,200,Feb 16\n"
            "Line C,Cc Ltd,France,Investment,300,31.12.15\n"
            "Line D,Dd Ltd,France,Investment,300,12/31/15\n",
            "date",
            ["2015-11-15", "2016-02-01", "2015-12-31", "2015-12-31"],
            id="two digit years",
        ),
        pytest.param(
            "项目名称,投资方,国家,类型,总投资（亿元）\n"
            "测试线甲,某甲有限公司,德国,投资,3.5\n"
            "测试线乙,某乙有限公司,法国,投资,12\n",
            "amount",
            [350000000, 1200000000],
            id="amount header words",
        ),
        pytest.param(
            "项目名称,投资方,国家,类型,投资额万元\n"
            "测试线甲,某甲有限公司,德国,投资,3500\n"
            "测试线乙,某乙有限公司,法国,投资,12000\n",
            "amount",
            [35000000, 120000000],
            id="unit beside header",
        ),
        pytest.param(
            "项目名称,投资方,国家,类型,金额,单位\n"
            "测试线甲,某甲有限公司,德国,投资,3500,万元\n"
            "测试线乙,某乙有限公司,法国,投资,12,亿元\n",
            "amount",
            [35000000, 1200000000],
            id="unit column is party",
        ),
        pytest.param(
            "Project,Investor,Country,Type,Amount (USD),Status\n"
            "Line A,Aa Ltd,Germany,Investment,100,Cancelled\n"
            "Line B,Bb Ltd,France,Investment,200,Suspended\n",
            "stage",
            ["cancelled", "suspended"],
            id="status unknown becomes signed",
        ),
        pytest.param(
            "Date announced,Acquirer,Target,Country,Deal type,Value (USD)\n"
            "2024-05-01,Aa Ltd,Bb GmbH,Germany,Acquisition,100\n"
            "2024-05-02,Cc Ltd,Dd SA,France,Merger,200\n",
            "instrument",
            ["investment", None],
            id="acquirer target",
        ),
        pytest.param(
            "Investor,Project,Country,Type,Amount (USD),Partner,Sector,Place,Note,Term\n"
            "Total,Refinery,France,Investment,100,,,,,\n"
            "Aa Ltd,Line A,Germany,Investment,200,Bb,Autos,Berlin,x,5\n",
            "title",
            ["Refinery", "Line A"],
            id="plain total",
        ),
        pytest.param(
            "項目名稱,投資方,國家,類型,投資額（億元）\n"
            "晶圓廠,某積體電路股份有限公司,德國,投資,35\n"
            "面板廠,某光電股份有限公司,法國,投資,12\n",
            "amount",
            [3500000000, 1200000000],
            id="traditional header",
        ),
        pytest.param(
            "Project,Investor,Country,Type,Amount (USD)\n"
            "Line A,Aa Ltd,Germany,Investment,1.5E+08\n"
            "Line B,Bb Ltd,France,Investment,200\n",
            "amount",
            [150000000, 200],
            id="scientific",
        ),
        pytest.param(
            "Project,Investor,Country,Type,Amount (USD),Date\n"
            "Line A,Aa Ltd,Germany,Investment,100,15/11/2015 14:05\n"
            "Line B,Bb Ltd,France,Investment,200,Okt 2015\n"
            "Line C,Cc Ltd,France,Investment,200,2015-Q3\n",
            "date",
            ["2015-11-15", "2015-10-01", "2015-01-01"],
            id="formula of dates",
        ),
        pytest.param(
            "Project,Investor,Country,Type,Amount (USD),Share size\nLine A,Aa Ltd,Peru,Investment,190000000,85%\n",
            "share",
            [85],
            id="share shown as money",
        ),
    ],
)
def test_what_a_list_says(take: Take, tmp_path: Path, text: str, field: str, values: list[object]) -> None:
    found = take(sheet(tmp_path / "list.csv", text))
    assert found.questions == []
    said = found.values(field)
    assert [one if one is None or isinstance(values[0] or values[-1], int) else str(one) for one in said] == values
    assert found.counts.refused == 0


def test_dots_that_may_part_thousands_are_asked_about(take: Take, tmp_path: Path) -> None:
    text = "Project,Type,Amount (USD millions)\nA,fund,$ 1.740\nB,fund,$ 2.100\n"
    assert take(sheet(tmp_path / "list.csv", text)).questions == ["amount"]


def test_titles_are_descriptions_and_governments_those_of_their_countries(take: Take, tmp_path: Path) -> None:
    text = (
        "Date,Country,Borrower,Lender,Amount (USD),Description,Type\n"
        "2010,Sudan,Government,Aa Bank,100,Garri power station,credit line\n"
        "2011,Nigeria,Government,Aa Bank,200,Lekki port,credit line\n"
    )
    found = take(sheet(tmp_path / "list.csv", text))
    assert [str(one) for one in found.values("title")] == ["Garri power station", "Lekki port"]
    assert [parties[0].org for parties in found.values("parties")] == ["government-sudan", "government-nigeria"]


def test_a_map_without_what_a_deal_needs_is_asked_about(take: Take, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", "Project,Amount (USD)\nA,1\n")
    assert take(path, map_='[amount]\ncolumn = "Amount (USD)"\n').questions == ["title"]
