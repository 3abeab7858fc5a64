"""Amounts whose currency the list does not tell, or tells by a sign of several: what is asked, offered and taken."""

from pathlib import Path

import pytest
from cq_tui.archive.read import read
from cq_tui.importing.recognise.columns.profile import ColumnProfile, mostly
from cq_tui.importing.recognise.maps.asked import Asked
from cq_tui.importing.recognise.maps.proposal import Proposal
from cq_tui.importing.recognise.prepare import prepare
from cq_tui.store.store import Store
from cq_tui.values.days_of_column import are_of_two_years
from cq_tui.values.measures import measure
from cq_tui.values.money_of_countries import money_of_countries

from tests.shipped import kinds
from tests.unit.conftest import Ran, Run
from tests.unit.importing.conftest import Take, rows_of, sheet


def _proposal(archive: Path, tmp_path: Path, text: str) -> Proposal:
    return prepare(Store(read(archive)), sheet(tmp_path / "list.csv", text), kinds()["deals"], "fair").proposal


def _list(more: str, *cells: str, amount: str = '"$1,000"') -> str:
    rows = "".join(f"Mill {number},{amount},{cell}\n" for number, cell in enumerate(cells))
    return f"Project,Amount,{more}\n{rows}"


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        (_list("State", "CA", "TX", "NY"), "USD"),
        (_list("Country", "Germany", "Italy", "Kenya"), "USD"),
        (_list("Country", *["USA"] * 4), "USD"),
        (_list("Link", *[f"https://aa.gc.ca/{n}" for n in range(4)]), "CAD"),
        (_list("Link", *[f"https://aa.gov.au/{n}" for n in range(4)]), "AUD"),
        (_list("Link", *[f"https://aa.gov/{n}" for n in range(4)]), "USD"),
        ("项目,金额\n甲,$1\n乙,$2\n", "USD"),
        ("Project,Amount ($m)\nMill,1\nMine,2\n", "USD"),
    ],
)
def test_a_bare_dollar_is_taken_where_the_list_leaves_no_doubt(
    archive: Path, tmp_path: Path, text: str, currency: str
) -> None:
    found = _proposal(archive, tmp_path, text)
    assert not found.questions
    assert found.mapping.fields["amount"].currency == currency
    assert "amount" in found.likely


@pytest.mark.parametrize(
    ("text", "likely"),
    [
        (_list("Country", *["Canada"] * 4), "CAD"),
        (_list("City", *["Ottawa"] * 4), "CAD"),
        (_list("Vendor", *["Aa Pty Ltd"] * 4), "AUD"),
        (_list("Country,Link", *["USA,https://aa.gc.ca/1"] * 4), ""),
        (_list("Remark", *["x"] * 4), ""),
        ("Project,Location,Amount ($m)\n" + "Mill,Sydney,5\n" * 3, "AUD"),
    ],
)
def test_elsewhere_it_is_asked_with_the_likely_one_first(archive: Path, tmp_path: Path, text: str, likely: str) -> None:
    (question,) = _proposal(archive, tmp_path, text).questions
    assert question.asked in (Asked.WHICH_CURRENCY, Asked.NO_CURRENCY)
    assert [one.value for one in question.answers if one.likely] == [likely] * bool(likely)
    assert {"USD", "CAD", "AUD"} <= {one.value for one in question.answers}


def test_other_columns_with_bare_dollars_are_in_the_dollars_that_were_answered(
    run: Run, archive: Path, tmp_path: Path
) -> None:
    path = sheet(tmp_path / "list.csv", _list("Tax", "$5", "$6"))
    ran = run("import", path, "--event", "fair", "--into", archive, "--set", "amount.currency=CAD")
    assert ran.code == 0
    rows = rows_of(next(archive.glob("data/*/deals.csv")))
    assert {(row["currency"], row["tax_currency"]) for row in rows} == {("CAD", "CAD")}


def test_bare_dollars_of_which_nothing_is_told_stay_as_they_are_written(take: Take, tmp_path: Path) -> None:
    found = take(sheet(tmp_path / "list.csv", "Project,Amount (EUR),Tax\nMill,1,$5\nMine,2,$6\n"))
    assert found.values("tax") == ["$5", "$6"]


def test_rows_without_a_currency_take_the_answer_or_are_remarks(run: Run, archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", "Project,Amount,Currency\nMill,5,EUR\nMine,6,\nPort,7,EUR\n")

    def bring(*more: str) -> Ran:
        return run("import", path, "--event", "fair", "--into", archive, *more)

    asked = bring()
    assert '? amount: 1 of 3 rows name no clear currency, such as "6": which one is theirs?' in asked.err
    assert "    --set amount.currency=EUR  # likely; 6 → EUR 6\n" in asked.err
    assert "3 rows: 3 accepted (1 with remarks)" in bring("--set", "amount.currency=none").err
    assert bring("--set", "amount.currency=USD", "--force").code == 0
    assert [row["currency"] for row in rows_of(next(archive.glob("data/*/deals.csv")))] == ["EUR", "USD", "EUR"]


@pytest.mark.parametrize(
    ("headers", "likely", "offered"),
    [
        ("項目名稱,決標金額", "", ["TWD", "HKD"]),
        ("案件名,落札金額", "JPY", ["JPY"]),
        ("项目,总额", "CNY", ["CNY"]),
        ("Contrato,Monto", "", ["MXN", "COP"]),
    ],
)
def test_the_language_of_the_headers_speaks_for_a_currency(
    archive: Path, tmp_path: Path, headers: str, likely: str, offered: list[str]
) -> None:
    questions = _proposal(archive, tmp_path, f"{headers},Project\nMill,5,x\nMine,6,y\n").questions
    (question,) = [one for one in questions if one.field == "amount"]
    assert [one.value for one in question.answers if one.likely] == [likely] * bool(likely)
    assert [one.value for one in question.answers[: len(offered)]] == offered


def test_a_sign_in_a_column_of_currencies_is_asked_for(run: Run, archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", "Project,Amount,Currency\nMill,5,EUR\nMine,6,$\n")
    answers = _proposal(archive, tmp_path, path.read_text()).questions[0].answers
    assert [one.value for one in answers[:2]] == ["USD", "CAD"]
    assert run("import", path, "--event", "fair", "--into", archive, "--set", "amount.currency=CAD").code == 0
    assert [row["currency"] for row in rows_of(next(archive.glob("data/*/deals.csv")))] == ["EUR", "CAD"]


def test_a_bare_dollar_beside_canadian_ones_is_asked_for(archive: Path, tmp_path: Path) -> None:
    (question,) = _proposal(archive, tmp_path, "Project,Amount\nMill,C$5\nMine,$6\n").questions
    assert question.asked is Asked.WHICH_CURRENCY
    assert not _proposal(archive, tmp_path, "Project,Amount\nMill,US$5\nMine,$6\n").questions


def test_money_of_no_country_is_a_remark(take: Take, tmp_path: Path) -> None:
    rows = "A,5,USD\nB,6,BTC\nC,7,USDT\nD,8,ETH\nE,9,EUR\n"
    found = take(sheet(tmp_path / "list.csv", f"Project,Amount,Currency\n{rows}"))
    assert found.values("currency") == ["USD", None, None, None, "EUR"]
    found = take(sheet(tmp_path / "c.csv", "Project,Amount,Currency\nA,5,BTC\nB,6,ETH\n"))
    assert (found.questions, found.values("amount")) == ([], [None, None])
    found = take(sheet(tmp_path / "b.csv", "Project,Amount\nA,€5\nB,1000 USDT\nC,10 BTC\n"))
    assert found.values("amount")[1:] == [None, None]
    assert measure("usdt") is None


@pytest.mark.parametrize(
    ("cells", "are"),
    [
        (["17/18", "18/19"], True),
        (["2010/11", "2011-12"], True),
        (["FY 2017/18"], True),
        (["2010/11"], False),
        (["2010-11", "2010-12"], False),
        ([], False),
    ],
)
def test_years_that_end_in_the_next(cells: list[str], *, are: bool) -> None:
    assert are_of_two_years(cells) is are


def test_such_years_are_no_days(take: Take, tmp_path: Path) -> None:
    found = take(sheet(tmp_path / "list.csv", "Project,Financial year\nMill,2010/11\nMine,2011/12\n"))
    assert found.values("date") == [None, None]
    assert found.values("financial_year") == ["2010/11", "2011/12"]


def test_marks_under_a_word_for_types_are_no_types(archive: Path, tmp_path: Path) -> None:
    found = _proposal(archive, tmp_path, "Project,Type: Investment\nMill,TRUE\nMine,FALSE\n")
    assert not found.questions
    assert "instrument" not in found.mapping.fields


def test_a_field_that_no_answer_is_right_for_is_left_out(run: Run, archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", "Project,amount,Currency\nMill,5,\nMine,6,EUR\n")
    ran = run("import", path, "--event", "fair", "--into", archive, "--set", "amount=")
    assert ran.code == 0
    assert not any(row.get("amount_text") for row in rows_of(next(archive.glob("data/*/deals.csv"))))


@pytest.mark.parametrize("few", [0, 10, 20, 21, 100])
def test_most_cells_are_told_without_asking_all(few: int) -> None:
    cells = [f"no {number}" for number in range(few)] + [f"yes {number}" for number in range(100 - few)]
    profile, asked = ColumnProfile(cells, 100), []

    def is_one(cell: str) -> bool:
        asked.append(cell)
        return cell.startswith("yes")

    assert profile.is_mostly(is_one) is mostly(profile.share(lambda cell: cell.startswith("yes")))
    assert len(asked) == (21 if few > 20 else 100)
    assert not ColumnProfile([], 5).is_mostly(is_one)


def test_every_country_has_one_currency() -> None:
    found = money_of_countries()
    assert (found["CA"], found["DE"], found["SN"], found["CH"]) == ("CAD", "EUR", "XOF", "CHF")


@pytest.mark.parametrize(
    ("said", "code"),
    [("US $", "USD"), ("U.S. $", "USD"), ("u$s", "USD"), ("HK $", "HKD"), ("CA $", "CAD"), ("NT $", "TWD")],
)
def test_a_dollar_with_its_country_before_a_blank_is_read(take: Take, tmp_path: Path, said: str, code: str) -> None:
    found = take(sheet(tmp_path / "list.csv", f"Proyecto,País,Monto ({said} M)\n" + "Puente,Peru,1.5\n"))
    assert (found.questions, found.values("amount"), found.values("currency")) == ([], [1_500_000], [code])


def test_millions_of_what_are_plain_dollars_are_asked_about(archive: Path, tmp_path: Path) -> None:
    rows = "".join(f"Puente {number},Peru,{number}00000\n" for number in range(2, 7))
    (question,) = _proposal(archive, tmp_path, f"Proyecto,País,Monto (US $M)\n{rows}").questions
    assert question.asked is Asked.UNIT_TOO_LARGE
    assert [answer.value for answer in question.answers] == ["ones", "k", "m"]
    assert question.answers[0].told == "200000 → USD 200,000, 300000 → USD 300,000"
    assert "PEN" not in str(question)
    usual = "".join(f"Puente {number},Peru,{number}000\n" for number in range(2, 7))
    assert not _proposal(archive, tmp_path, f"Proyecto,País,Monto (US $M)\n{usual}").questions
