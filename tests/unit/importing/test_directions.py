"""Who gives and who gets where two headers tell it together, and who is named by what is done to them. Made up."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.importing.recognise.words.header_match import read_word

from tests.shipped import kinds
from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Fields, sheet

_ROWS = "Help,Aa Ltd,Bb GmbH,5000000\nMore help,Cc Ltd,Dd GmbH,6000000\nRest,Aa Ltd,Ee GmbH,7000000\n"


@pytest.mark.parametrize(
    "header",
    [
        "source_name,target_name", "from,to", "From organisation,To organisation", "Sender,Receiver", "von,an",
        "Source company,Recipient company", "来源单位,去向单位", "de,à",
        "Van,Naar", "от,кому", "provider_org,receiver_org",
    ],
)  # fmt: skip
def test_two_headers_tell_it_together(fields: Fields, tmp_path: Path, header: str) -> None:
    gives, gets = header.split(",")
    found = fields(sheet(tmp_path / "list.csv", f"Title,{header},Amount (USD)\n{_ROWS}"))
    assert found["parties"].roles == {"funder": (gives,), "recipient": (gets,)}


@pytest.mark.parametrize("header", ["source,Supplier", "from,until", "Source,Note"])
def test_alone_such_a_word_says_no_party(fields: Fields, tmp_path: Path, header: str) -> None:
    first, _second = header.split(",")
    rows = "Help,2020-01-01,Bb GmbH,5000000\nRest,2020-02-01,Ee GmbH,7000000\n"
    found = fields(sheet(tmp_path / "list.csv", f"Title,{header},Amount (USD)\n{rows}"))
    assert first not in found["parties"].columns if "parties" in found else True


def test_countries_and_days_are_no_parties(fields: Fields, tmp_path: Path) -> None:
    rows = "Help,Germany,Poland,5000000\nMore,France,Spain,6000000\n"
    found = fields(sheet(tmp_path / "list.csv", f"Title,From,To,Amount (USD)\n{rows}"))
    assert "parties" not in found


@pytest.mark.parametrize(
    ("more", "roles"),
    [
        ("采购项目", {"buyer": ("甲方",), "supplier": ("乙方",)}),
        ("签约项目", {"partner": ("甲方", "乙方")}),
    ],
)
def test_the_parties_of_a_contract(fields: Fields, tmp_path: Path, more: str, roles: object) -> None:
    rows = "设备,某某大学,甲乙有限公司,5000000\n机床,某某医院,丙丁有限公司,6000000\n"
    found = fields(sheet(tmp_path / "list.csv", f"{more},甲方,乙方,金额(元)\n{rows}"))
    assert found["parties"].roles == roles


@pytest.mark.parametrize(
    ("header", "role"),
    [("被投资企业", "partner"), ("被投资机构", "partner"), ("被资助单位", "recipient"), ("被采购单位", "supplier"),
     ("投资企业", "investor"), ("受資助機構", "recipient")],
)  # fmt: skip
def test_to_whom_something_is_done_does_not_do_it(header: str, role: str) -> None:
    word = read_word(kinds()["deals"], header)
    assert (word.field and word.field.name, word.role) == ("parties", role)


def test_a_creditor_lends_only_where_somebody_borrows(
    fields: Fields, bring: Callable[..., Ran], tmp_path: Path
) -> None:
    rows = "Paper,Aa Ltd,5000000\nRent,Bb GmbH,6000000\n"
    path = sheet(tmp_path / "list.csv", f"Title,Creditor,Amount (USD)\n{rows}")
    assert fields(path)["parties"].roles == {"partner": ("Creditor",)}
    assert "--set parties.recipient=Creditor, --set parties.lender=Creditor" in bring(path, "--dry-run").err
    rows = "Bridge,Aa Bank,Bb GmbH,5000000\nRoad,Cc Bank,Dd GmbH,6000000\n"
    found = fields(sheet(tmp_path / "b.csv", f"Title,Creditor,Borrower,Amount (USD)\n{rows}"))
    assert found["parties"].roles == {"lender": ("Creditor",), "borrower": ("Borrower",)}


@pytest.mark.parametrize(
    ("role", "headers"),
    [
        (
            "funder",
            "Remitter|Paying body|支付方|出资单位|汇款人|支払元|지급기관|Zuwender|Betalare|Ordenante",
        ),
        (
            "recipient",
            "Receiving party|Payee|受款人|补贴对象|获奖单位|支払先|採択者|지급대상자|선정기업|Fördernehmer|Versé à",
        ),
        ("buyer", "Ordering party|委托方|买家|注文者|발주자|매수인|Bauherr|Koper|Kupujący|Cumpărător"),
        ("supplier", "受托方|卖家|売り手|請負者|수주자|매도인|Veräußerer|Adjudicataire|Verkoper|Vânzător"),
        ("investor", "领投方|跟投方|出資企業|投資元|투자자|투자기관|Kapitalgeber|Sijoittaja|Επενδυτής"),
        ("partner", "融资方|投資先|투자대상|Empresa objetivo|Portfoliounternehmen"),
    ],
)
def test_words_for_who_acts(role: str, headers: str) -> None:
    for header in headers.split("|"):
        word = read_word(kinds()["deals"], header)
        assert (word.field and word.field.name, word.role) == ("parties", role), header


def test_companies_on_one_side_of_a_pair_are_enough(fields: Fields, tmp_path: Path) -> None:
    rows = "Aa Center Inc,Bb Foundation,5000\nCc Council,Dd Fund,6000\nEe School,Bb Foundation,7000\n"
    found = fields(sheet(tmp_path / "list.csv", f"to,from,amount (USD)\n{rows}"))
    assert found["parties"].roles == {"recipient": ("to",), "funder": ("from",)}
