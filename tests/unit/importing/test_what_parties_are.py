"""Columns of what a party is, or of who may apply: no type of a deal, and no party. Made up."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from cq_tui.importing.recognise.words.header_match import read_word
from cq_tui.schema.registry import registered

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Take, sheet

Bring = Callable[..., Ran]


@pytest.mark.parametrize(
    "header",
    """BusinessType|Business Type|business_type|Type of business|Company type|Organisation Type|Legal form|Entity type
    |Rechtsform|Unternehmensform
    |Forme juridique|Type d'entreprise|Forma jurídica|Tipo de empresa|Forma giuridica|Natureza jurídica
    |Rechtsvorm|Forma prawna|Právní forma|Selskapsform|Bolagsform|Правовая форма|Форма собственности|企业类型|单位性质
    |法人格|기업유형""".replace("\n", "").split("|"),
)
def test_it_is_no_type_of_a_deal(header: str) -> None:
    field = read_word(registered()["deals"], header.strip()).field
    assert field is None or field.name not in ("instrument", "category")


@pytest.mark.parametrize("header", ["Type", "Deal type", "Type of contract", "Contract type", "项目类型", "合作类型"])
def test_a_deal_has_a_type_still(header: str) -> None:
    field = read_word(registered()["deals"], header).field
    assert field is not None
    assert field.name == "instrument"


def test_a_partnership_that_borrows_is_no_cooperation(take: Take, tmp_path: Path) -> None:
    text = (
        "BusinessName,BusinessType,DateApproved,Lender\n"
        "Aa Inc,Corporation,4/14/20,Bb Bank\nCc Law,Partnership,4/27/20,Bb Bank\n"
    )
    found = take(sheet(tmp_path / "list.csv", text))
    assert found.values("instrument") == [None, None]
    assert found.remarks == []


def test_a_column_with_hardly_a_known_word_is_set_aside(bring: Bring, tmp_path: Path) -> None:
    rows = "".join(
        f"Mill {number},Aa {number} AG,{word},9000\n" for number, word in enumerate(["Fund", *["Xx", "Yy"] * 10])
    )
    told = bring(sheet(tmp_path / "list.csv", f"Project,Investor,Support type,Amount (USD)\n{rows}"), "--dry-run").err
    assert "Set aside: Support type: its header says Type, but its cells are texts" in told
    assert "not read" not in told


CALL = {"title": "Aa補助金 二次公募", "published": "2026年8月21日", "deadline": "2026年8月28日"}


@pytest.mark.parametrize(
    ("names", "cells"),
    [
        ({"target": "target", "deadline": "deadline"}, ("宿泊業", "自治体・観光事業者等", "—")),
        ({"target": "target", "deadline": "deadline"}, ("Small hotels", "Towns and guides", "Schools")),
        ({"target": "対象事業者", "deadline": "締切"}, ("宿泊業", "小さな町の店", "農業")),
        ({"target": "Zielgruppe", "deadline": "Bewerbungsfrist"}, ("Kleine Betriebe", "Vereine am Ort", "Schulen")),
        ({"target": "cible", "deadline": "date limite"}, ("Petits hôtels", "Communes", "Écoles")),
        ({"target": "申报对象", "deadline": "截止日期"}, ("小企业", "县里的学校", "合作社")),
    ],
)
def test_who_may_apply_is_no_party(
    look: Bring, bring: Bring, tmp_path: Path, names: Mapping[str, str], cells: tuple[str, ...]
) -> None:
    rows = [
        {"title": f"{number} {CALL['title']}", "published": CALL["published"], names["deadline"]: CALL["deadline"]}
        | {names["target"]: cell}
        for number, cell in enumerate(cells)
    ]
    path = sheet(tmp_path / "list.json", json.dumps(rows))
    told = look(path).err
    assert "[title]" in told
    assert "[parties]" not in told
    if "target" in names.values():
        assert "0 refused" in bring(path, "--dry-run").err


def test_trades_are_no_parties_whatever_stands_beside_them(look: Bring, tmp_path: Path) -> None:
    text = "Project,Recipient,Amount (USD)\nAa,宿泊業,90000\nBb,観光事業者等,91000\nCc,飲食業・旅行業者,92000\n"
    assert "[parties]" not in look(sheet(tmp_path / "list.csv", text)).err


@pytest.mark.parametrize(
    "text",
    [
        "Acquirer,Target,Date,Deadline,Value (USD)\nAa Corp,Bb Inc,2024-01-02,2024-03-04,900000\n",
        "Target,Date,Value (USD)\nBb Inc,2024-01-02,900000\nCc,2024-01-05,800000\n",
        "Project,Company,Value (USD)\nMill,川崎工業,900000\nMine,旭産業,800000\n",
    ],
)
def test_the_target_of_an_acquisition_and_a_firm_named_by_its_trade_are_parties(
    take: Take, tmp_path: Path, text: str
) -> None:
    assert all(take(sheet(tmp_path / "list.csv", text)).values("parties"))
